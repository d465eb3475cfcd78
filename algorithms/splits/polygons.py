"""A split by polygons: which chips lie whole in those of train, of validation, or of the test."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from ...chipping.errors import ExportError
from ...chipping.messages import Message
from ...chipping.plan.halving import each_chip
from ...chipping.plan.listed import AnyBatch
from ...chipping.plan.selection import NOT_WHOLE, OUTSIDE, Chosen, in_area
from ...chipping.plan.splits import SPLITS
from ...chipping.plan.turned import TurnedTile
from ...chipping.retry import Stop
from ...chipping.steps import Step
from ...export.job import ExportJob
from ...export.sets.stored_export import StoredExport
from ...export.splits.planning import check_polygons
from ...export.splits.split_file import StoredSplit
from ...labels.regions.polygon_layer import Polygon, PolygonLayer
from ...labels.regions.region import Region

SPLIT_FIELD = "split"


@dataclass(frozen=True)
class PolygonChips:
    """The chips whose whole tile lies in the polygons of one split and in those of no other.

    Attributes:
        regions: by the name of the split.
    """

    regions: Mapping[str, Region]
    sets: tuple[str, ...] = SPLITS

    def each(self, batch: AnyBatch) -> Mapping[tuple[int, int], str]:
        """Return the split of each chip of a batch, or why it is in none."""
        return each_chip(batch, self._said)

    def of(self, batch: AnyBatch) -> Chosen:
        """Return the chips of a batch that lie in one split."""
        return Chosen.of(self.each(batch), self.sets)

    def _said(self, tile: TurnedTile, is_chip: bool) -> str | None:
        """Return the split of all chips of a window, or why they are in none; None where they differ."""
        held = [name for name, region in self.regions.items() if region.holds(tile)]
        met = [name for name, region in self.regions.items() if region.meets(tile)]
        if is_chip or not met or held == met:
            return met[0] if held == met and len(met) == 1 else NOT_WHOLE if met else OUTSIDE
        return None


def chosen_by_polygons(
    layer: PolygonLayer | None, stored: StoredExport | None, job: ExportJob, stop: Stop
) -> tuple[ExportJob, StoredSplit | None, tuple[Message, ...]]:
    """Return a job whose chips are chosen by polygons, where such are given, and what is said of these.

    Args:
        layer: the polygons of the split, if any.
        stored: the export that is added to, if any.
        job: all that the export works with.
        stop: raises Cancelled when the user has cancelled.

    Returns:
        The job, what ``split.json`` says, and sentences for the log.

    Raises:
        ExportError: they cannot be used, or are not those of the export that is added to.
    """
    if layer is None:
        return job, None, ()
    with Step("Reading the polygons of the split"):
        polygons = layer.features(stop)
        splits = [_split(layer, polygon) for polygon in polygons]
        outlines, numbers, warnings = layer.in_pixels(polygons, job.grid, job.imagery.frame, stop)
        of = np.array([splits[number] for number in numbers], dtype=np.str_)
        each = {name: outlines.taken(np.flatnonzero(of == name)) for name in SPLITS if name in of}
        regions = {name: layer.region(its) for name, its in each.items()}
        digest = layer.digest(zip(splits, (polygon.wkb for polygon in polygons)))
        record = StoredSplit.of_polygons(job.imagery.profile, layer.name, digest)
    check_polygons(stored.split if stored is not None else None, record)
    return replace(job, selection=in_area(job.area, PolygonChips(regions))), record, warnings


def _split(layer: PolygonLayer, polygon: Polygon) -> str:
    """Return the split that a polygon says."""
    split = polygon.value.strip() if isinstance(polygon.value, str) else ""
    if split not in SPLITS:
        raise ExportError(
            "SPLIT_POLYGONS: the field split of feature {fid} of {name} holds {value}, not train, "
            "valid or test; correct it.",
            fid=polygon.fid,
            name=layer.name,
            value=split or "nothing",
        )
    return split
