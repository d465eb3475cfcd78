"""Cut shapes to the chips of batches; any process can do it, QGIS or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from ..chipping.chip import ChipLabels, Need
from ..chipping.plan.grid import Batch, Grid, Place
from ..chipping.plan.listed import AnyBatch, ListedBatch
from ..chipping.retry import Stop
from .exact_cut import Clip
from .features.nearby_shapes import Near, Shapes
from .filters import EVERYTHING, ObjectFilter
from .label_images import LabelImages, counted
from .object_shapes import ObjectShapes
from .objects import Found, Spreader
from .shapes.polygons import Outlines
from .source import BatchLabels, CutLabels

_DRAWN = Need.CLASS_MAP | Need.MASKS


@dataclass(frozen=True)
class ShapeCutter:
    """Cuts shapes to the chips of batches.

    Attributes:
        grid: all chips of the grid.
        cell_area: area of a pixel (squared map units).
        tolerance: width up to which a shared part is rounding (pixels).
        clip: cuts polygons exactly.
        need: what the label format takes beside boxes.
        wanted: what an object has to be to become a label.
        keeps_outlines: of chips of one feature each its outline is given too.
    """

    grid: Grid
    cell_area: float
    tolerance: float
    clip: Clip
    need: Need = Need.BOXES
    wanted: ObjectFilter = EVERYTHING
    keeps_outlines: bool = False

    @property
    def is_drawn(self) -> bool:
        """Whether objects are pixels, not boxes."""
        return bool(self.need & _DRAWN)

    def spreader(self, batch: Batch) -> Spreader:
        """Return what finds the objects of the chips of a batch."""
        drawn = self.is_drawn
        return Spreader(batch.grid, batch, self.cell_area, self.tolerance, self.clip, drawn, self.wanted)

    def cut(
        self, batch: AnyBatch, source: Shapes, stop: Stop, places: Collection[Place] | None = None
    ) -> CutLabels:
        """Return the labels of each chip of a batch, in the order of the shapes.

        Args:
            batch: the chips.
            source: the shapes that they may show.
            stop: raises Cancelled when the user has cancelled.
            places: those of the chips that are asked for, None for all.
        """
        if isinstance(batch, ListedBatch):
            return self._cut_each(batch, source, stop, batch.places if places is None else places)
        near = source.near(batch.window)
        labels, left_out = self._cut_grid(batch, near, stop, places)
        return CutLabels(BatchLabels(labels, near.fids), left_out)

    def _cut_each(
        self, batch: ListedBatch, shapes: Shapes, stop: Stop, places: Collection[Place]
    ) -> CutLabels:
        """Return the labels of chips of a list, each as if it were alone."""
        chips: dict[Place, ChipLabels] = {}
        around: dict[Place, Outlines] = {}
        fids, left_out = [shapes.fids[:0]], Counter[str]()
        for place in places:
            stop()
            chip = batch.chip(place)
            near, before = shapes.in_tile(chip), sum(map(len, fids))
            found, left = self._cut_grid(chip.grid_of_one, near, stop)
            left_out.update(left)
            for labels in found.values():
                chips[place] = labels.numbered(before)
                fids.append(near.fids)
                if self.keeps_outlines:
                    around[place] = near.outlines
        return CutLabels(BatchLabels(chips, np.concatenate(fids), around), left_out)

    def _cut_grid(
        self, batch: Batch, near: Near, stop: Stop, places: Collection[Place] | None = None
    ) -> tuple[Mapping[Place, ChipLabels], Mapping[str, int]]:
        """Return the labels of each chip of a batch that shows any, and how many objects are none."""
        if not len(near.outlines):
            return {}, {}
        found = self.spreader(batch).objects(near.outlines, near.class_values, stop).of(places)
        if not self.is_drawn:
            return self.boxes(batch, found, stop), found.counts
        images = LabelImages(batch.grid, batch, near.outlines, near.class_values, found)
        labels, unseen = images.class_maps() if Need.CLASS_MAP in self.need else images.instance_masks()
        return self._with_shapes(labels, batch, found, stop), {**found.counts, "unseen": unseen}

    def boxes(self, batch: Batch, found: Found, stop: Stop) -> Mapping[Place, ChipLabels]:
        """Return the labels of chips as boxes.

        Args:
            batch: holds them.
            found: their objects.
            stop: raises Cancelled when the user has cancelled.
        """
        chips = {place: ChipLabels(tuple(its), counted(its)) for place, its in found.objects.items()}
        return self._with_shapes(chips, batch, found, stop)

    def _with_shapes(
        self, chips: Mapping[Place, ChipLabels], batch: Batch, found: Found, stop: Stop
    ) -> Mapping[Place, ChipLabels]:
        """Return the labels of chips with the shapes of their objects, where they are needed."""
        if Need.OUTLINES not in self.need:
            return chips
        shapes = ObjectShapes.of_found(found, batch.grid, self.spreader(batch).cut, stop)
        return {
            place: labels._replace(shapes=partial(shapes.of, place, labels.objects))
            for place, labels in chips.items()
        }
