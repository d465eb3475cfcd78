"""What lets people look at an export: the report and the chip index."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Callable

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
)

from ...chipping.errors import Cancelled, ExportError
from ...chipping.plan.selection import NOT_WHOLE, NOT_WHOLE_IN_MASK, ON_A_BORDER, OUTSIDE, OUTSIDE_MASK
from ...chipping.steps import Step
from ...export.outcome import WITHOUT_LABELS, WITHOUT_PIXELS
from ...export.splits.split_file import StoredSplit
from ...export.written import WrittenChips
from ...reports.facts import SetFacts, chip_facts
from ...reports.report import RunFacts, build_report
from ...reports.report_file import write_report
from ...writers import IMAGE_FORMATS, LABEL_FORMATS
from ...writers.dataset.exported_sets import Exported, ExportedSets
from ..checks.room import make_room
from ..chip_index.index import ChipIndex, Placed
from ..chip_index.layer import IndexLayer
from ..chip_index.path import check_index
from ..chip_index.style import new_style
from ..inputs import Inputs
from ..parameters import names as p
from ..parameters.kinds import Values
from ..running import Run
from ..shown_feedback import ShownFeedback, stop_of
from ..translation import tr
from .feature_finder import FeatureFinder
from .run_facts import run_facts


def check_report(alg: QgsProcessingAlgorithm, values: Values, context: QgsProcessingContext) -> None:
    """Refuse a report that cannot be written.

    Raises:
        ExportError: its folder is not writable, or it is one itself.
    """
    text = alg.parameterAsFileOutput(values, p.REPORT, context)
    if not text:
        return
    path = Path(text).absolute()
    if path.is_dir():
        raise ExportError("REPORT: {path} is a folder; give a file.", path=path)
    standing = next(place for place in path.parents if place.exists())
    if (
        (path.exists() and not path.is_file())
        or not standing.is_dir()
        or not os.access(standing, os.W_OK | os.X_OK)
    ):
        raise ExportError("REPORT: {path} is not writable; choose another file.", path=path)


class Looks:
    """The report and the chip index of one run, each if it is wanted."""

    def __init__(
        self, alg: QgsProcessingAlgorithm, inputs: Inputs, values: Values, context: QgsProcessingContext
    ) -> None:
        """Copy what is needed of the layers; to be called in their thread.

        Args:
            alg: the algorithm, which knows how to read its parameters.
            inputs: layers and settings.
            values: what the user gave.
            context: where layers are looked up.

        Raises:
            ExportError: the report cannot be written.
        """
        check_report(alg, values, context)
        check_index(values)
        self._facts = run_facts(alg, inputs, values, context)
        has_report = bool(alg.parameterAsFileOutput(values, p.REPORT, context))
        self._finder = FeatureFinder(inputs, context.transformContext()) if has_report else None
        options = inputs.options
        no_crs = QgsCoordinateReferenceSystem()
        self._crs = no_crs if options.in_pixels else QgsCoordinateReferenceSystem(inputs.raster.crs())
        self._context = context.transformContext()
        self._formats = IMAGE_FORMATS[options.image_format], LABEL_FORMATS[options.metadata_format]
        self._is_split = inputs.is_split
        self._report = ""
        self._index: IndexLayer | None = None

    def open(self, alg: QgsProcessingAlgorithm, values: Values, context: QgsProcessingContext) -> None:
        """Create the layer of the chip index.

        Raises:
            ExportError: it cannot be created.
        """
        self._report = alg.parameterAsFileOutput(values, p.REPORT, context)
        if self._report:
            make_room(Path(self._report))
        with Step("Opening the chip index"):
            self._index = IndexLayer.create(alg, values, context, self._crs, self._is_split)
        if self._index is not None and context.willLoadLayerOnCompletion(self._index.destination):
            context.layerToLoadOnCompletionDetails(self._index.destination).setPostProcessor(new_style())

    @property
    def wanted(self) -> bool:
        """Whether there is anything to make."""
        return bool(self._report) or self._index is not None

    def make(
        self,
        run: Run,
        chips: Mapping[str, WrittenChips | None],
        feedback: ShownFeedback,
        of_run: RunFacts | None = None,
    ) -> dict[str, str]:
        """Read the finished export back and return the outputs that were made of it.

        Args:
            run: what has been exported.
            chips: those that it has written, by the folder of their set; None where they are not known
                any more.
            feedback: hears Cancel and says how far it is.
            of_run: what its files do not say, None where it is that of this run alone.

        Raises:
            ExportError: a file cannot be read or written.
        """
        if not self.wanted:
            return {}
        try:
            with Step("Reading the export back"):
                exported = ExportedSets.read(run.job.folder.path.absolute(), list(chips), *self._formats)
                index = self.index_of(exported, run.split)
                sets = run.result.sets
                known = {name: each for name, each in chips.items() if each is not None}
                valid = {name: (sets[name].chips, each.valid()) for name, each in known.items()}
                facts = SetFacts.of(exported, run.job.sizes_vary)
                self._read(exported, valid, facts, index, feedback)
        except Cancelled:
            text = tr("Cancelled; the training set is complete, report and chip index are not.")
            feedback.pushWarning(text)
            return {}
        of_run = of_run or self.of_run(run)
        if self._finder is not None:
            of_run = replace(of_run, feature_ids=partial(self._finder.ids_of, exported))
        return self.finish(exported, facts, index, of_run, feedback)

    def finish(
        self,
        exported: Exported,
        facts: SetFacts,
        index: ChipIndex | None,
        of_run: RunFacts,
        feedback: ShownFeedback,
    ) -> dict[str, str]:
        """Write the report, close the chip index, and return the outputs that are wanted.

        Args:
            exported: the export.
            facts: what its chips come to.
            index: holds them, None where it is not wanted.
            of_run: what its files do not say.
            feedback: hears of failures.

        Raises:
            ExportError: a file cannot be written.
        """
        return self._made(
            {
                p.REPORT: lambda: self._write_report(exported, facts, of_run),
                p.CHIP_INDEX: lambda: self._close(index, feedback),
            },
            feedback,
        )

    def index_of(self, exported: Exported, split: StoredSplit | None) -> ChipIndex | None:
        """Return what takes the chips of an export, None where no chip index is wanted.

        Args:
            exported: the export.
            split: which part of the map is in which set, None where all is in one.
        """
        if self._index is None:
            return None
        return ChipIndex(self._index, exported, self._crs, self._context, split)

    def _made(
        self, makers: Mapping[str, Callable[[], str]], feedback: QgsProcessingFeedback
    ) -> dict[str, str]:
        """Return the outputs that are wanted; one that fails does not keep the others back.

        Args:
            makers: by output, what makes it and returns where it is, "" where it is not wanted.
            feedback: hears of all failures but the first.

        Raises:
            ExportError: the first failure.
        """
        outputs: dict[str, str] = {}
        problems: list[ExportError] = []
        for name, make in makers.items():
            try:
                outputs[name] = make()
            except ExportError as problem:
                problems.append(problem)
        for other in problems[1:]:
            feedback.reportError(other.translated(tr))
        if problems:
            raise problems[0]
        return {name: made for name, made in outputs.items() if made}

    def _write_report(self, exported: Exported, facts: SetFacts, of_run: RunFacts) -> str:
        if self._report:
            with Step("Making the report"):
                write_report(Path(self._report), build_report(exported, facts, of_run, tr))
        return self._report

    def of_run(self, run: Run) -> RunFacts:
        """Return what the files of an export do not say of the run that made it."""
        left_out = run.result.left_out
        labels, split = run.job.labels.report, run.split
        return replace(
            self._facts,
            without_pixels=left_out[WITHOUT_PIXELS],
            without_labels=left_out[WITHOUT_LABELS],
            partial=labels.partial,
            small=labels.small,
            on_borders=left_out[ON_A_BORDER] + left_out[NOT_WHOLE],
            outside=left_out[OUTSIDE],
            outside_mask=left_out[OUTSIDE_MASK],
            cut_by_mask=left_out[NOT_WHOLE_IN_MASK],
            blocks=split.document.get("blocks", {}) if split is not None else {},
        )

    def _close(self, index: ChipIndex | None, feedback: QgsProcessingFeedback) -> str:
        if index is None or self._index is None:
            return ""
        with Step("Closing the chip index"):
            warnings = index.close()
        for warning in warnings:
            feedback.pushWarning(warning.translated(tr))
        return self._index.destination

    def _read(
        self,
        exported: ExportedSets,
        valid: Mapping[str, tuple[int, Iterable[int]]],
        facts: SetFacts,
        index: ChipIndex | None,
        feedback: ShownFeedback,
    ) -> None:
        for name, its_set in exported.sets.items():
            for chip in chip_facts(its_set, valid.get(name, (0, ())), stop_of(feedback)):
                facts.add(chip, name)
                if index is not None:
                    with Step("Adding chip {stem} to the chip index", stem=chip.entry.stem):
                        index.add(chip, Placed.of(its_set, name, chip.entry))
                feedback.setProgress(100.0 * facts.chips / exported.chips)
