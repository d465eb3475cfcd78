"""The algorithm with PLAN_ONLY: says what an export would write, and writes none of it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Callable

from ...chipping.errors import NothingToExportError
from ...chipping.frame import corners_of
from ...chipping.readable import byte_texts
from ...chipping.sets import in_set
from ...chipping.steps import Step
from ...export.job import ExportJob
from ...export.planning.planned import Plan, PlannedChip
from ...export.planning.planned_set import PlannedSet
from ...export.planning.trial import Trial, trial
from ...export.splits.split_file import StoredSplit
from ...export.stretching import known_stretch
from ...reports.facts import ChipFacts, SetFacts
from ...reports.report import RunFacts
from ...writers.dataset.reading import Entry
from ..checks.empty_export import empty_export, unlabelled_export
from ..chip_index.index import ChipIndex, Placed
from ..messages import say_plan
from ..parameters import names as p
from ..running import Run
from ..shown_feedback import ShownFeedback, stop_of
from ..translation import tr
from .report_outputs import Looks

_ANY_RANGE = (0.0, 1.0)  # of a stretch that is still to be measured


class Planning:
    """The plan of one raster, or of several, one behind the other.

    Attributes:
        next_index: number of the first chip of the next one, None where none has been planned.
        split: which part of the map is in which set, None where all is in one.
    """

    def __init__(self, looks: Looks, begin: Callable[[], None] = lambda: None) -> None:
        """Start without a chip.

        Args:
            looks: makes the report and the chip index.
            begin: opens the chip index, as soon as there is a chip.
        """
        self._looks, self._begin = looks, begin
        self.next_index: int | None = None
        self.split: StoredSplit | None = None
        self._planned: PlannedSet
        self._facts: SetFacts | None = None
        self._index: ChipIndex | None = None
        self._of_run = RunFacts()
        self._taken = Trial()
        self._objects = 0

    def add(self, run: Run, started: float, feedback: ShownFeedback) -> dict[str, Any]:
        """Look at the labels of all chips of a raster, say what would be written, and return the outputs.

        Args:
            run: what would export it.
            started: when that began (``time.monotonic``).
            feedback: hears Cancel, and says how far it is.

        Raises:
            Cancelled: the user cancelled.
            NothingToExportError: no chip would be written.
            ExportError: the labels cannot be read.
        """
        plan, stop = Plan(run.job), stop_of(feedback)
        needs_label = run.preparation.needs_label_file and not self._objects
        for chip in _kept(plan, plan.walk(feedback.setProgress, stop), needs_label):
            self._add(chip, run)
        run.result.left_out.update(plan.left_out)
        _check(run, plan, needs_label)
        say_plan(run, plan, time.monotonic() - started, feedback)
        with Step("Making some chips to see what they take"):
            if plan.fullest is not None:
                self._taken = self._taken.plus(trial(_readable(run), plan.fullest, stop).of(plan.count))
        self._of_run = self._looks.of_run(run).plus(self._of_run)
        self._objects += plan.objects
        self.next_index, self.split = run.job.options.start_index + plan.count, run.split
        return {
            p.CHIP_COUNT: plan.count,
            p.FEATURE_COUNT: plan.objects,
            p.CLASS_COUNT: len(self._planned.classes),
            p.EMPTY_CHIP_COUNT: plan.empty,
        }

    def finish(self, feedback: ShownFeedback) -> dict[str, Any]:
        """Say what all of it takes, and return the outputs that are made of it.

        Args:
            feedback: takes the sentences.

        Raises:
            ExportError: a file cannot be written.
        """
        facts = self._facts or SetFacts.of(self._planned)
        of_run = replace(self._of_run, plan=list(_estimates(facts.chips, self._taken, feedback)))
        return dict(self._looks.finish(self._planned, facts, self._index, of_run, feedback))

    def _add(self, chip: PlannedChip, run: Run) -> None:
        """Count a chip, and add it to the index."""
        facts = self._known(run)
        found = ChipFacts(Entry(in_set(chip.folder, chip.image), ()), chip.sizes, None, size=chip.size)
        facts.add(found, chip.folder)
        if self._index is not None:
            planned, crs_wkt = self._planned, run.job.imagery.profile.crs_wkt
            corners = corners_of(chip.transform, *chip.size)
            placed = Placed(planned.folder, chip.folder, corners, min(planned.cell), lambda: crs_wkt)
            self._index.add(found, placed)

    def _known(self, run: Run) -> SetFacts:
        """Return what chips are counted in, which knows the classes of a run."""
        if self._facts is None:
            self._begin()
            self._planned = PlannedSet(run.job)
            self._facts = SetFacts.of(self._planned, run.job.sizes_vary)
            self._index = self._looks.index_of(self._planned, run.split)
        elif self._planned.job is not run.job:
            self._planned = PlannedSet(run.job, self._planned.classes)
            self._facts.know(self._planned.classes.values)
            if self._index is not None:
                self._index.know(self._planned.classes)
        return self._facts


def _kept(plan: Plan, chips: Iterator[PlannedChip], needs_label: bool) -> Iterator[PlannedChip]:
    """Yield chips, but none of an export that would be taken back since it shows no label.

    Args:
        plan: counts them.
        chips: all of an export.
        needs_label: whether it would.
    """
    waiting: list[PlannedChip] = []
    for chip in chips:
        waiting.append(chip)
        if not needs_label or plan.objects:
            yield from waiting
            waiting.clear()


def _check(run: Run, plan: Plan, needs_label: bool) -> None:
    """Refuse what an export would refuse at its end.

    Raises:
        NothingToExportError: no chip would be written, or none would be kept.
    """
    if not plan.count:
        raise NothingToExportError.saying(empty_export(run.job, run.result).message)
    if needs_label and not plan.objects:
        raise NothingToExportError.saying(unlabelled_export(run.job, plan.count).message)


def _estimates(chips: int, taken: Trial, feedback: ShownFeedback) -> Iterator[tuple[str, str]]:
    """Yield what the export would take, as the chips of some batches took it."""
    yield tr("Chips"), str(chips)
    if not taken.chips:
        return
    (size,) = byte_texts(taken.size)
    rows: Sequence[tuple[str, str]] = (
        (tr("Size"), tr("about {size}").format(size=size)),
        (tr("Time in one thread, without the disk"), _seconds(taken.seconds)),
    )
    for name, value in rows:
        feedback.pushInfo(f"{name}: {value}.")
    yield from rows


def _seconds(seconds: float) -> str:
    """Return how long something takes, in whole seconds."""
    return tr("about {count:.0f} s").format(count=seconds) if seconds >= 1 else tr("less than 1 s")


def _readable(run: Run) -> ExportJob:
    """Return a job whose pixels can be read, though a stretch may not be measured yet."""
    plan, imagery = run.preparation.stretch, run.preparation.imagery
    if not plan.is_wanted:
        return run.job
    known = known_stretch(plan, run.preparation.stored)
    ranges = known.ranges if known is not None else (_ANY_RANGE,) * imagery.profile.band_count
    return replace(run.job, imagery=imagery.stretched(ranges))
