"""What to say of an export that wrote no chip."""

from __future__ import annotations

from ...chipping.errors import ExportError
from ...export.job import ExportJob
from ...export.outcome import ExportResult


def empty_export(job: ExportJob, result: ExportResult) -> ExportError:
    """Return what to say of an export that wrote no chip."""
    report = job.labels.report
    counts = {"labels": result.without_labels, "pixels": result.without_pixels}
    if not result.without_labels:
        message = (
            "No chip was written: all {pixels} chips have no valid pixel; check IN_RASTER, its nodata values "
            "and EXTENT."
        )
        return ExportError(message, **counts)
    if job.labels.counts_pixels:
        message = (
            "No chip was written: {labels} chips have no label, {pixels} have no valid pixel; check that "
            "IN_CLASS_DATA and IN_RASTER overlap."
        )
        return ExportError(message, **counts)
    return ExportError(
        "No chip was written: {labels} chips have no label, {pixels} have no valid pixel; of {total} "
        "features are {unclassified} without class, {broken} without usable geometry, {others} outside the "
        "chips or too small to show.",
        **counts,
        total=report.total,
        unclassified=len(report.unclassified),
        broken=len(report.broken),
        others=report.outside,
    )
