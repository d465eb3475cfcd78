"""What to say of an export that wrote no chip, or no label."""

from __future__ import annotations

from collections.abc import Mapping

from ...chipping.errors import ExportError
from ...chipping.plan.selection import NOT_WHOLE, NOT_WHOLE_IN_MASK, ON_A_BORDER, OUTSIDE, OUTSIDE_MASK
from ...export.job import ExportJob
from ...export.outcome import ExportResult


def empty_export(job: ExportJob, result: ExportResult) -> ExportError:
    """Return what to say of an export that wrote no chip."""
    report = job.labels.report
    counts = {"labels": result.without_labels, "pixels": result.without_pixels}
    elsewhere = _elsewhere(job, result, counts)
    if elsewhere is not None:
        return elsewhere
    if not job.total:
        return ExportError(
            "No chip was written: of {total} features {unclassified} have no class, {broken} have no usable "
            "geometry, and the others lie outside the raster; check IN_CLASS_DATA and EXTENT.",
            total=report.total,
            unclassified=len(report.unclassified),
            broken=len(report.broken),
        )
    if not result.without_labels:
        message = (
            "No chip was written: none has a valid pixel (of {pixels}); check IN_RASTER, its nodata values "
            "and EXTENT."
        )
        return ExportError(message, **counts)
    if report.filtered:
        message = (
            "No chip was written: {labels} without a label, {pixels} without a valid pixel; lower "
            "MIN_POLYGON_OVERLAP_RATIO and MIN_OBJECT_SIZE, which left out labels ({filtered})."
        )
        return ExportError(message, **counts, filtered=report.filtered)
    if job.labels.counts_pixels:
        message = (
            "No chip was written: {labels} without a label, {pixels} without a valid pixel; check that "
            "IN_CLASS_DATA and IN_RASTER overlap."
        )
        return ExportError(message, **counts)
    return ExportError(
        "No chip was written: {labels} without a label, {pixels} without a valid pixel; features: {total}, "
        "of which {unclassified} without class, {broken} without usable geometry, {others} outside the "
        "chips or too small to show.",
        **counts,
        total=report.total,
        unclassified=len(report.unclassified),
        broken=len(report.broken),
        others=report.outside,
    )


def _elsewhere(job: ExportJob, result: ExportResult, counts: Mapping[str, int]) -> ExportError | None:
    """Return what to say where chips do not lie in polygons, or in blocks of one split; None where all do."""
    outside, borders = result.left_out[OUTSIDE], result.left_out[ON_A_BORDER] + result.left_out[NOT_WHOLE]
    masked = result.left_out[OUTSIDE_MASK] + result.left_out[NOT_WHOLE_IN_MASK]
    if masked or job.mask is not None:
        return ExportError(
            "No chip was written: {masked} not within IN_MASK_POLYGONS, {split} in no split or on a border "
            "between splits, {labels} without a label, {pixels} without a valid pixel; larger polygons or "
            "smaller tiles help.",
            **counts,
            masked=masked,
            split=borders + outside,
        )
    if borders or outside:
        return ExportError(
            "No chip was written: {outside} outside SPLIT_POLYGONS, {border} on borders between splits or "
            "partly outside, {labels} without a label, {pixels} without a valid pixel; larger polygons or "
            "blocks, or smaller tiles help.",
            **counts,
            outside=outside,
            border=borders,
        )
    return None


def unlabelled_export(job: ExportJob, chips: int) -> ExportError:
    """Return what to say of an export in a format that needs a label file, and got none.

    Args:
        job: what was exported.
        chips: how many were written, and taken back.
    """
    report, values = job.labels.report, {"format": job.options.metadata_format, "chips": chips}
    if report.filtered:
        return ExportError(
            "METADATA_FORMAT: {format} needs a label in at least one chip, so no chip was kept (of {chips}); "
            "lower MIN_POLYGON_OVERLAP_RATIO and MIN_OBJECT_SIZE, which left out labels ({filtered}).",
            **values,
            filtered=report.filtered,
        )
    if job.labels.counts_pixels:
        return ExportError(
            "METADATA_FORMAT: {format} needs a label in at least one chip, so none of the {chips} chips "
            "was kept: the class raster shows no class on them; check IN_CLASS_DATA, or choose another "
            "METADATA_FORMAT.",
            **values,
        )
    return ExportError(
        "METADATA_FORMAT: {format} needs a label in at least one chip, so none of the {chips} chips was "
        "kept: of {total} features {unclassified} have no class, {broken} have no usable geometry, and "
        "{others} lie outside the chips or cover no pixel's centre; check IN_CLASS_DATA and "
        "CLASS_VALUE_FIELD, or choose another METADATA_FORMAT.",
        **values,
        total=report.total,
        unclassified=len(report.unclassified),
        broken=len(report.broken),
        others=report.outside,
    )
