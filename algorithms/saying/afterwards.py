"""What the log says when a run is over: of labels that are in no chip, of a folder that goes, of Cancel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ...chipping.messages import Message
from ...chipping.readable import listed
from ...export.storage.journal import unfinished
from ..checks.room import is_temporary
from ..running import Run

_SHOWN = 10  # classes that a sentence lists


def without_labels(run: Run) -> Iterator[Message]:
    """Yield why no chip shows a label, where none does, and which classes have none.

    Args:
        run: what has been exported.
    """
    if not run.result.objects:
        yield from _no_label(run)
    lacking = [
        f"{each.value} ({each.shown_name})"
        for each in run.job.classes
        if not any(its.features.per_class[each.value].sizes.count for its in run.result.sets.values())
    ]
    if lacking:
        yield Message("Classes without a label in any chip: {classes}.", classes=listed(lacking, _SHOWN))


def _no_label(run: Run) -> Iterator[Message]:
    """Yield why there is no label in any chip; of a class raster nothing is known."""
    report = run.job.labels.report
    if report.filtered:
        message = (
            "No chip shows a label: MIN_POLYGON_OVERLAP_RATIO and MIN_OBJECT_SIZE left out {count}; lower "
            "these."
        )
        yield Message(message, count=report.filtered)
    elif report.unseen or report.thin:
        message = (
            "No chip shows a label: those that lie in chips are too small to show ({count}); a smaller "
            "CELL_SIZE or a BUFFER_RADIUS helps."
        )
        yield Message(message, count=report.unseen + report.thin)
    elif report.total and not run.job.labels.counts_pixels:
        message = "No chip shows a label; features that lie outside the chips: {count} of {total}."
        yield Message(message, count=report.outside, total=report.total)


def kept_for_now(folder: Path) -> Iterator[Message]:
    """Yield what to do with an export that QGIS deletes when it closes.

    Args:
        folder: the export folder.
    """
    if is_temporary(folder):
        message = "The export is in a temporary folder, which goes when QGIS closes; copy {path} to keep it."
        yield Message(message, path=folder)


def cancelled(folder: Path, plan_only: bool) -> Message:
    """Return what is left of a run that the user has cancelled, and how it goes on.

    Args:
        folder: the export folder.
        plan_only: nothing was to be written.

    Raises:
        ExportError: the journal in the folder is none.
    """
    if plan_only or unfinished(folder) is None:
        return Message("Cancelled.")
    return Message(
        "Cancelled; the chips written so far remain in {path}, without dataset files. The same call goes on "
        "behind them; to begin anew, delete the folder first.",
        path=folder,
    )
