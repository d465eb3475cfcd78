"""What the log says before and after the work."""

from __future__ import annotations

from qgis.core import QgsProcessingFeedback

from ..chipping.chip import ImageProfile
from ..chipping.readable import byte_texts, rate_text
from ..export.job import estimated_bytes
from ..imagery.validity.valid_pixels import ALPHA_BAND
from ..labels.source import LabelReport
from .preparation import Preparation
from .running import Run
from .translation import tr

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
    listed = ", ".join(f"{each.value} = {each.shown_name}" for each in list(table)[:_SHOWN_IDS])
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
            chips=result.chips, empty=result.empty, objects=result.objects
        )
    )
    if result.without_labels:
        text = tr("Chips left out because they have no labels: {count}.")
        feedback.pushInfo(text.format(count=result.without_labels))
    if result.without_pixels:
        text = tr("Chips left out because they have no valid pixel: {count}.")
        feedback.pushInfo(text.format(count=result.without_pixels))
        _say_alpha(preparation.imagery.profile, feedback)
    absent = preparation.imagery.report.absent
    if absent:
        text = tr("Tiles that the server does not have, taken as empty: {count} (the first is {url}).")
        feedback.pushInfo(text.format(count=len(absent), url=min(absent)))
    report = preparation.labels.report
    _say_features(report, feedback)
    written = [name for name, its in result.sets.items() if its.chips]
    for remark in run.job.label_format.remarks(result.encoded, written):
        feedback.pushWarning(remark.translated(tr))
    if not result.objects and report.total and not preparation.labels.counts_pixels:
        text = tr("No chip shows a label: {count} of {total} features lie outside the chips.")
        feedback.pushWarning(text.format(count=report.outside, total=report.total))
    for each in run.job.classes:
        if not any(its.features.per_class[each.value].sizes.count for its in result.sets.values()):
            text = tr("Class {value} ({name}) has no label in any chip.")
            feedback.pushWarning(text.format(value=each.value, name=each.shown_name))
    rate = result.chips / seconds if seconds else 0.0
    text = tr("Time: {seconds:.1f} s, {rate} chips per second.")
    feedback.pushInfo(text.format(seconds=seconds, rate=rate_text(rate)))


def _say_alpha(profile: ImageProfile, feedback: QgsProcessingFeedback) -> None:
    """Say which band decides on transparency, where one does."""
    if ALPHA_BAND in profile.color_interpretation:
        text = tr("Pixels where band {band} is 0 count as transparent: the raster tags that band as alpha.")
        feedback.pushInfo(text.format(band=profile.color_interpretation.index(ALPHA_BAND) + 1))


def _say_features(report: LabelReport, feedback: QgsProcessingFeedback) -> None:
    features = (
        (tr("Features with an invalid geometry that was repaired: {count} (ids {ids})."), report.repaired),
        (
            tr("Features of which only the polygons were taken, no points or lines: {count} (ids {ids})."),
            report.reduced,
        ),
        (
            tr("Features left out because they are points or lines, not polygons: {count} (ids {ids})."),
            report.shapeless,
        ),
        (
            tr("Features left out because their geometry cannot be used: {count} (ids {ids})."),
            report.broken.keys() - report.shapeless,
        ),
        (tr("Features left out because they have no class: {count} (ids {ids})."), report.unclassified),
    )
    for text, fids in features:
        if fids:
            feedback.pushWarning(text.format(count=len(fids), ids=_ids(fids)))
    objects = (
        (
            tr(
                "Labels that no pixel shows, since they cover no pixel's centre or lie under others: {count}."
            ),
            report.unseen,
        ),
        (
            tr("Labels left out because their box has no width or no height in two decimals: {count}."),
            report.thin,
        ),
    )
    for text, count in objects:
        if count:
            feedback.pushWarning(text.format(count=count))


def _ids(fids: set[int]) -> str:
    listed = ", ".join(str(fid) for fid in sorted(fids)[:_SHOWN_IDS])
    return listed + (", ..." if len(fids) > _SHOWN_IDS else "")
