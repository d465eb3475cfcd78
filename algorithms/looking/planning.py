"""The algorithm with PLAN_ONLY: says what an export would write, and writes none of it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ...chipping.frame import corners_of
from ...chipping.readable import byte_texts
from ...chipping.sets import in_set
from ...chipping.steps import Step
from ...export.job import ExportJob
from ...export.planning.planned import Plan, PlannedChip
from ...export.planning.planned_set import PlannedSet
from ...export.planning.trial import trial
from ...export.stretching import known_stretch
from ...reports.facts import ChipFacts, SetFacts
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


def plan_outputs(run: Run, looks: Looks, started: float, feedback: ShownFeedback) -> dict[str, Any]:
    """Look at the labels of all chips, say what would be written, and return the outputs.

    Args:
        run: what would export it.
        looks: makes the report and the chip index.
        started: when the algorithm began (``time.monotonic``).
        feedback: hears Cancel, and says how far it is.

    Raises:
        Cancelled: the user cancelled.
        ExportError: the labels cannot be read, or no chip would be written.
    """
    plan = Plan(run.job)
    planned = PlannedSet(run.job)
    facts, index = SetFacts.of(planned), looks.index_of(planned, run.split)
    for chip in plan.walk(feedback.setProgress, stop_of(feedback)):
        _add(chip, facts, index, planned)
    run.result.left_out.update(plan.left_out)
    _check(run, plan)
    say_plan(run, plan, time.monotonic() - started, feedback)
    of_run = replace(looks.of_run(run), plan=list(_estimates(run, plan, feedback)))
    made = looks.finish(planned, facts, index, of_run, feedback)
    return {
        **made,
        p.CHIP_COUNT: plan.count,
        p.FEATURE_COUNT: plan.objects,
        p.CLASS_COUNT: len(run.job.classes),
        p.EMPTY_CHIP_COUNT: plan.empty,
    }


def _add(chip: PlannedChip, facts: SetFacts, index: ChipIndex | None, planned: PlannedSet) -> None:
    """Count a chip, and add it to the index."""
    found = ChipFacts(Entry(in_set(chip.folder, chip.image), ()), chip.sizes, None)
    facts.add(found, chip.folder)
    if index is not None:
        corners = corners_of(chip.transform, *chip.size)
        index.add(found, Placed(planned.folder, chip.folder, corners, min(planned.cell), lambda: ""))


def _check(run: Run, plan: Plan) -> None:
    """Refuse what an export would refuse at its end.

    Raises:
        ExportError: no chip would be written, or none would be kept.
    """
    if not plan.count:
        raise empty_export(run.job, run.result)
    if run.preparation.needs_label_file and not plan.objects:
        raise unlabelled_export(run.job, plan.count)


def _estimates(run: Run, plan: Plan, feedback: ShownFeedback) -> Iterator[tuple[str, str]]:
    """Yield what the export would take, as the chips of one batch took it."""
    batch, stop = plan.fullest, stop_of(feedback)
    with Step("Making some chips to see what they take"):
        taken = trial(_readable(run), batch, stop).of(plan.count) if batch is not None else None
    yield tr("Chips"), str(plan.count)
    if taken is None or not taken.chips:
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
