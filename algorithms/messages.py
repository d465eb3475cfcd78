"""What the log says before and after the work."""

from __future__ import annotations

from qgis.core import QgsProcessingFeedback

from ..chipping.job import estimated_bytes
from ..chipping.labels import LabelReport
from ..chipping.readable import byte_texts, rate_text
from .preparation import Preparation
from .running import Run
from .texts import tr

_SHOWN_IDS = 10


def say_before(preparation: Preparation, run: Run, feedback: QgsProcessingFeedback) -> None:
    """Say what is planned: chips, classes, size."""
    grid, profile = preparation.grid, preparation.imagery.profile
    for warning in run.warnings:
        feedback.pushWarning(warning.translated(tr))
    feedback.pushInfo(
        tr("Chips planned: {total} ({columns} across, {rows} down), {width} x {height} pixels each.").format(
            total=len(grid), columns=grid.columns, rows=grid.rows, width=profile.width, height=profile.height
        )
    )
    (size,) = byte_texts(estimated_bytes(run.job))
    feedback.pushInfo(tr("Estimated size: at most {size}.").format(size=size))
    table = run.job.classes
    listed = ", ".join(f"{each.value} = {each.name}" for each in list(table)[:_SHOWN_IDS])
    more = ", ..." if len(table) > _SHOWN_IDS else ""
    feedback.pushInfo(tr("Classes: {count} ({listed}).").format(count=len(table), listed=listed + more))
    if run.scheme.numbered_text:
        text = tr("{field} holds text: its values are numbered by name.")
        feedback.pushInfo(text.format(field=run.scheme.field))


def say_after(preparation: Preparation, run: Run, seconds: float, feedback: QgsProcessingFeedback) -> None:
    """Say what was done, and what a person should look at."""
    result = run.result
    feedback.pushInfo(
        tr("Chips written: {chips}, {empty} of them without labels. Labels written: {objects}.").format(
            chips=len(result.entries), empty=result.empty, objects=result.objects
        )
    )
    if result.without_labels:
        text = tr("Chips left out because they have no labels: {count}.")
        feedback.pushInfo(text.format(count=result.without_labels))
    if result.without_pixels:
        text = tr("Chips left out because they have no valid pixel: {count}.")
        feedback.pushInfo(text.format(count=result.without_pixels))
    absent = preparation.imagery.report.absent
    if absent:
        text = tr("Tiles that the server does not have, taken as empty: {count} (the first is {url}).")
        feedback.pushInfo(text.format(count=len(absent), url=min(absent)))
    report = preparation.labels.report
    _say_features(report, feedback)
    if not result.objects and report.total and not preparation.labels.counts_pixels:
        text = tr("No chip shows a label: {count} of {total} features lie outside the chips.")
        feedback.pushWarning(text.format(count=report.outside, total=report.total))
    for each in run.job.classes:
        if not result.features.per_class[each.value].sizes.count:
            text = tr("Class {value} ({name}) has no label in any chip.")
            feedback.pushWarning(text.format(value=each.value, name=each.name))
    rate = len(result.entries) / seconds if seconds else 0.0
    text = tr("Time: {seconds:.1f} s, {rate} chips per second.")
    feedback.pushInfo(text.format(seconds=seconds, rate=rate_text(rate)))


def _say_features(report: LabelReport, feedback: QgsProcessingFeedback) -> None:
    if report.repaired:
        text = tr("Features with an invalid geometry that was repaired: {count} (ids {ids}).")
        feedback.pushWarning(text.format(count=len(report.repaired), ids=_ids(report.repaired)))
    if report.broken:
        text = tr("Features left out because their geometry cannot be used: {count} (ids {ids}).")
        feedback.pushWarning(text.format(count=len(report.broken), ids=_ids(set(report.broken))))
    if report.unclassified:
        text = tr("Features left out because they have no class: {count} (ids {ids}).")
        feedback.pushWarning(text.format(count=len(report.unclassified), ids=_ids(report.unclassified)))
    if report.unseen:
        text = tr(
            "Labels that no pixel shows, since they cover no pixel's centre or lie under others: {count}."
        )
        feedback.pushWarning(text.format(count=report.unseen))


def _ids(fids: set[int]) -> str:
    listed = ", ".join(str(fid) for fid in sorted(fids)[:_SHOWN_IDS])
    return listed + (", ..." if len(fids) > _SHOWN_IDS else "")
