"""Polygons that choose chips: those of the area whose labels are complete, and those of a split."""

from __future__ import annotations

from dataclasses import replace

from ..chipping.errors import ExportError
from ..chipping.messages import Message
from ..chipping.plan.selection import BLACKEN_OUTSIDE, in_area
from ..chipping.retry import Stop
from ..chipping.steps import Step
from ..export.job import ExportJob
from ..export.splits.split_file import StoredSplit
from ..labels.regions.mask_chips import MaskedChips
from ..labels.regions.pixel_mask import PixelMask
from ..labels.regions.polygon_layer import PolygonLayer
from ..labels.regions.region_cut import CutToRegion
from .preparation import Preparation
from .splits.polygons import chosen_by_polygons


def with_polygons(
    preparation: Preparation, job: ExportJob, stop: Stop
) -> tuple[ExportJob, StoredSplit | None, tuple[Message, ...]]:
    """Return a job whose chips are chosen by the polygons that are given, if any.

    Args:
        preparation: has their layers.
        job: all that the export works with.
        stop: raises Cancelled when the user has cancelled.

    Returns:
        The job, what ``split.json`` says where polygons decide on a split, and sentences for the log.

    Raises:
        ExportError: they cannot be used, or hold no chip.
    """
    job, warnings = _masked(preparation.mask, job, stop)
    job, split, more = chosen_by_polygons(preparation.polygons, preparation.stored, job, stop)
    return job, split, (*warnings, *more)


def _masked(layer: PolygonLayer | None, job: ExportJob, stop: Stop) -> tuple[ExportJob, tuple[Message, ...]]:
    """Return a job that exports nothing of what lies outside the area whose labels are complete."""
    if layer is None:
        return job, ()
    blackens = job.options.mask_mode == BLACKEN_OUTSIDE
    with Step("Reading the polygons of the mask"):
        outlines, _, warnings = layer.in_pixels(layer.features(stop), job.grid, job.imagery.frame, stop)
        region = layer.region(outlines) if len(outlines) else None
        chips = MaskedChips(job.grid, region, blackens, listed=job.listed) if region is not None else None
        if region is None or chips is None or not chips.count:
            raise _no_chip(layer.name, blackens)
        mask = PixelMask(region.outlines) if blackens else None
        if mask is not None:
            job.labels.take_inside(CutToRegion(region, mask))
    return replace(job, area=chips, selection=in_area(chips, job.selection), mask=mask), warnings


def _no_chip(name: str, blackens: bool) -> ExportError:
    """Return what to say where no chip lies in polygons.

    Args:
        name: of their layer.
        blackens: chips need not lie in them with their whole tile.
    """
    if blackens:
        message = "IN_MASK_POLYGONS: the polygons of {name} meet no chip; check that layer and EXTENT."
        return ExportError(message, name=name)
    return ExportError(
        "IN_MASK_POLYGONS: no chip lies within the polygons of {name} with its whole tile; draw them larger, "
        "make TILE_SIZE_X and TILE_SIZE_Y smaller, or set MASK_MODE to BLACKEN_OUTSIDE.",
        name=name,
    )
