"""Labels from the features of a vector layer: polygons, or points and lines with a radius."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial
from typing import Callable

import numpy as np
from qgis.core import QgsCoordinateTransform, QgsFeatureSource

from ...chipping.chip import ChipLabels, Need
from ...chipping.frame import PixelFrame
from ...chipping.plan.grid import Batch, Grid, Place
from ...chipping.plan.listed import AnyBatch, ListedBatch
from ...chipping.window import Window
from ..class_scheme import ClassScheme
from ..filters import EVERYTHING, ObjectFilter
from ..label_images import LabelImages, counted
from ..object_shapes import ObjectShapes
from ..objects import Found, Spreader
from ..shapes.polygons import Outlines
from ..source import BatchLabels, LabelledArea, LabelReport
from .feature_reader import FeatureReader
from .layer_classes import LayerClasses
from .nearby_shapes import Near, Shapes
from .objects_ahead import ObjectsAhead
from .repair import clip

_DRAWN = Need.CLASS_MAP | Need.MASKS


class FeatureLabels:
    """Clips the features that meet a batch to its chips.

    Attributes:
        report: what happened to features on the way.
        reader: reads the features.
        keeps_outlines: of chips of one feature each its outline is given too.
    """

    counts_pixels = False
    keeps_outlines = False

    def __init__(
        self,
        source: QgsFeatureSource,
        classes: LayerClasses,
        to_raster: QgsCoordinateTransform,
        place: tuple[PixelFrame, Grid],
        need: Need = Need.BOXES,
        radius: float = 0.0,
        wanted: ObjectFilter = EVERYTHING,
        whole: Window | None = None,
    ) -> None:
        """Keep where features come from and where they go.

        Args:
            source: the features, safe to read in any thread.
            classes: what decides on the classes.
            to_raster: from the layer's CRS to the raster's.
            place: the raster's pixels on the map, and the chips of a grid.
            need: what the label format takes beside boxes.
            radius: radius of the area around each feature (units of the layer's CRS).
            wanted: what an object has to be to become a label.
            whole: the pixels that any chip may have, where these are not those of the grid alone.
        """
        self.report = LabelReport()
        self._frame, self._grid = place
        pixels = self._frame, whole or self._grid.whole
        self.reader = FeatureReader(source, classes, to_raster, pixels, radius, self.report)
        self._need = need
        self._wanted = wanted
        self._ahead: ObjectsAhead | None = None  # of the features read last

    def open(self, stop: Callable[[], None]) -> ClassScheme:
        """Return the classes that the features have.

        Args:
            stop: raises Cancelled when the user has cancelled.

        Raises:
            ExportError: a class value is negative or not whole, or the features cannot be read.
        """
        return self.reader.open(stop)

    def read(
        self, batch: AnyBatch, stop: Callable[[], None], places: Collection[Place] | None = None
    ) -> BatchLabels:
        """Return the labels of each chip of a batch, features in the order of their ids, unsaved ones last.

        Args:
            batch: the chips.
            places: those of them that are asked for, None for all.
            stop: raises Cancelled when the user has cancelled.
        """
        if isinstance(batch, ListedBatch):
            return self._read_listed(batch, stop, places)
        ahead = self._read_for(batch.window, stop)
        if self._need & _DRAWN:
            near = ahead.shapes.near(batch.window)
            return BatchLabels(self._labels(batch, near, stop, places), near.fids)
        found = ahead.of(batch, stop).of(places)
        return BatchLabels(self._boxes(batch, found), ahead.fids)

    def _read_listed(
        self, batch: ListedBatch, stop: Callable[[], None], places: Collection[Place] | None
    ) -> BatchLabels:
        """Return the labels of chips of a list, each as if it were alone."""
        shapes = self._shapes_of(batch, stop)
        chips: dict[Place, ChipLabels] = {}
        around: dict[Place, Outlines] = {}
        fids = [shapes.fids[:0]]
        for place in batch.places if places is None else places:
            stop()
            chip = batch.chip(place)
            near, before = shapes.in_tile(chip), sum(map(len, fids))
            for labels in self._labels(chip.grid_of_one, near, stop).values():
                chips[place] = labels.numbered(before)
                fids.append(near.fids)
                if self.keeps_outlines:
                    around[place] = near.outlines
        return BatchLabels(chips, np.concatenate(fids), around)

    def _shapes_of(self, batch: ListedBatch, stop: Callable[[], None]) -> Shapes:
        """Return the usable features that the chips of a list may show."""
        fids = {chip.fid for chip in batch.chips if chip.fid is not None}
        return self.reader.of(fids, stop) if fids else self._read_for(batch.window, stop).shapes

    def take_inside(self, area: LabelledArea) -> None:
        """Cut all features to an area, before the first is read."""
        self.reader.take_inside(area)

    def finish(self, stop: Callable[[], None]) -> None:
        """Report the features without a place on the map, which no extent meets.

        Args:
            stop: raises Cancelled when the user has cancelled.
        """
        self.reader.finish(stop)

    def _read_for(self, window: Window, stop: Callable[[], None]) -> ObjectsAhead:
        """Return the usable features that may meet the window of a batch, and maybe the rows behind it."""
        if self._ahead is None or not self._ahead.shapes.window.contains(window):
            self._ahead = ObjectsAhead(self.reader.shapes(window, stop), self._grid, self._spreader)
        return self._ahead

    def _labels(
        self,
        batch: Batch,
        near: Near,
        stop: Callable[[], None],
        places: Collection[Place] | None = None,
    ) -> Mapping[Place, ChipLabels]:
        """Return the labels of each chip of a batch that shows any.

        Args:
            batch: the chips.
            near: the shapes that they may show (pixels).
            stop: raises Cancelled when the user has cancelled.
            places: those of the chips that are asked for, None for all.
        """
        if not len(near.outlines):
            return {}
        found = self._spreader(batch).objects(near.outlines, near.class_values, stop).of(places)
        if not self._need & _DRAWN:
            return self._boxes(batch, found)
        self.report.count(**found.counts)
        images = LabelImages(batch.grid, batch, near.outlines, near.class_values, found)
        labels, unseen = images.class_maps() if Need.CLASS_MAP in self._need else images.instance_masks()
        self.report.count(unseen=unseen)
        return self._with_shapes(labels, batch, found)

    def _boxes(self, batch: Batch, found: Found) -> Mapping[Place, ChipLabels]:
        """Return the labels of chips as boxes."""
        self.report.count(**found.counts)
        chips = {place: ChipLabels(tuple(its), counted(its)) for place, its in found.objects.items()}
        return self._with_shapes(chips, batch, found)

    def _with_shapes(
        self, chips: Mapping[Place, ChipLabels], batch: Batch, found: Found
    ) -> Mapping[Place, ChipLabels]:
        """Return the labels of chips with the shapes of their objects, where they are needed."""
        if Need.OUTLINES not in self._need:
            return chips
        shapes = ObjectShapes(found, batch.grid, self._spreader(batch).cut)
        return {
            place: labels._replace(shapes=partial(shapes.of, place, labels.objects))
            for place, labels in chips.items()
        }

    def _spreader(self, batch: Batch) -> Spreader:
        cell_area, drawn = self._frame.cell_x * self._frame.cell_y, bool(self._need & _DRAWN)
        return Spreader(batch.grid, batch, cell_area, self.reader.tolerance, clip, drawn, self._wanted)
