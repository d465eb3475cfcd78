"""What lets people look at an export: the report and the chip index."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureSink,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsRasterLayer,
    QgsWkbTypes,
)

from ..chipping.errors import Cancelled, ExportError
from ..chipping.result import ExportResult
from ..chipping.steps import Step
from ..reports.facts import SetFacts, chip_facts
from ..reports.reading import ExportedSet
from ..reports.report import RunFacts, build_report
from . import parameters as p
from .chip_index import STYLE, ChipIndex, index_fields
from .inputs import Inputs, Values
from .preparation import TOOL
from .redaction import without_secrets
from .room import make_room
from .texts import tr


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
    if not standing.is_dir() or not os.access(standing, os.W_OK | os.X_OK):
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
        self._facts = _run_facts(alg, inputs, values, context)
        self._crs = QgsCoordinateReferenceSystem(inputs.raster.crs())
        self._context = context.transformContext()
        self._report = ""
        self._sink: QgsFeatureSink | None = None
        self._layer = ""

    def open(self, alg: QgsProcessingAlgorithm, values: Values, context: QgsProcessingContext) -> None:
        """Create the layer of the chip index.

        Raises:
            ExportError: it cannot be created.
        """
        self._report = alg.parameterAsFileOutput(values, p.REPORT, context)
        if self._report:
            make_room(Path(self._report))
        polygon = QgsWkbTypes.Type.Polygon
        with Step("Opening the chip index"):
            try:
                self._sink, self._layer = alg.parameterAsSink(
                    values, p.CHIP_INDEX, context, index_fields(), polygon, self._crs
                )
            except QgsProcessingException as error:
                message = "CHIP_INDEX: the layer cannot be created; choose another file ({reason})."
                raise ExportError(message, reason=str(error).rstrip(".")) from error
        if self._sink is not None and context.willLoadLayerOnCompletion(self._layer):
            context.layerToLoadOnCompletionDetails(self._layer).setPostProcessor(STYLE)

    @property
    def wanted(self) -> bool:
        """Whether there is anything to make."""
        return bool(self._report) or self._sink is not None

    def steps(self, feedback: QgsProcessingFeedback) -> QgsProcessingFeedback:
        """Return a feedback whose first step is the export, where looking at it is a second one."""
        return QgsProcessingMultiStepFeedback(2, feedback) if self.wanted else feedback

    def make(self, folder: Path, result: ExportResult, feedback: QgsProcessingFeedback) -> dict[str, str]:
        """Read the finished export back and return the outputs that were made of it.

        Args:
            folder: the export.
            result: what this run came to.
            feedback: hears Cancel and says how far it is.

        Raises:
            ExportError: a file cannot be read or written.
        """
        if not self.wanted:
            return {}
        try:
            with Step("Reading the export back"):
                exported = ExportedSet.read(folder.absolute())
                facts = self._read(exported, result, feedback)
        except Cancelled:
            text = tr("Cancelled; the training set is complete, report and chip index are not.")
            feedback.pushWarning(text)
            return {}
        outputs = {p.CHIP_INDEX: self._layer} if self._sink is not None else {}
        self._sink = None  # closes the layer
        if self._report:
            with Step("Making the report"):
                self._write_report(exported, facts, result)
            outputs[p.REPORT] = self._report
        return outputs

    def _write_report(self, exported: ExportedSet, facts: SetFacts, result: ExportResult) -> None:
        run = replace(self._facts, without_pixels=result.without_pixels, without_labels=result.without_labels)
        _write(Path(self._report), build_report(exported, facts, run, tr))

    def _read(self, exported: ExportedSet, result: ExportResult, feedback: QgsProcessingFeedback) -> SetFacts:
        def stop() -> None:
            if feedback.isCanceled():
                raise Cancelled

        if isinstance(feedback, QgsProcessingMultiStepFeedback):
            feedback.setCurrentStep(1)
        facts = SetFacts.of(exported)
        index = ChipIndex(self._sink, exported, self._crs, self._context) if self._sink else None
        pixels = exported.width * exported.height
        for chip in chip_facts(exported, [count / pixels for count in result.valid], stop):
            facts.add(chip)
            if index is not None:
                with Step("Adding chip {stem} to the chip index", stem=chip.entry.stem):
                    index.add(chip)
            feedback.setProgress(100.0 * facts.chips / len(exported.entries))
        return facts


def _run_facts(
    alg: QgsProcessingAlgorithm, inputs: Inputs, values: Values, context: QgsProcessingContext
) -> RunFacts:
    layers = {p.IN_RASTER: inputs.raster.name(), p.IN_CLASS_DATA: inputs.labels.name()}
    settings = []
    for each in alg.parameterDefinitions():
        value = values.get(each.name(), each.defaultValue())
        text = layers.get(each.name()) or str(value if isinstance(value, (int, float, str)) else "")
        if text:
            settings.append((each.description(), without_secrets(text)))
    return RunFacts(
        tool=TOOL,
        raster=inputs.raster.name(),
        labels=inputs.labels.name(),
        crs=inputs.raster.crs().userFriendlyIdentifier(),
        settings=settings,
        command=without_secrets(_command(alg, values, context)),
        bands=_shown_bands(inputs.raster),
    )


def _command(alg: QgsProcessingAlgorithm, values: Values, context: QgsProcessingContext) -> str:
    """Return the call from Python, a line for each parameter."""
    command = str(alg.asPythonCommand(dict(values), context))
    for each in alg.parameterDefinitions():
        command = command.replace(f",'{each.name()}':", f",\n '{each.name()}':")
    return command


def _shown_bands(raster: QgsRasterLayer) -> Sequence[int]:
    """Return the bands that QGIS shows as red, green and blue, none where it has but one."""
    renderer = raster.renderer()
    return tuple(renderer.usesBands()[:3]) if raster.bandCount() > 1 and renderer is not None else ()


def _write(path: Path, text: str) -> None:
    make_room(path)
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        message = "REPORT: {path} cannot be written: {reason}."
        raise ExportError(message, path=path, reason=error.strerror) from error
