"""Labels from the features of a vector layer: polygons, or points and lines with a radius."""

from __future__ import annotations

import math
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Callable

import numpy as np
from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsGeometry,
    QgsRectangle,
)

from ...chipping.chip import ChipLabels, Need
from ...chipping.frame import PixelFrame
from ...chipping.plan.grid import Batch, Grid
from ...chipping.window import Window
from ..class_scheme import ClassScheme, single_class
from ..label_images import LabelImages, counted
from ..object_shapes import ObjectShapes
from ..objects import Found, Spreader
from ..shapes.polygons import POINT_BYTES, Outlines
from ..shapes.thinning import Nearby
from ..source import BatchLabels, LabelReport, Place
from .areas import HEAVY_BYTES, Areas
from .class_values import class_reading
from .heavy import HeavyAreas
from .large import LargeShapes
from .layer_classes import LayerClasses, features_of, rank_of
from .nearby_shapes import HeavyShape, Shapes
from .objects_ahead import ObjectsAhead
from .projection import Projection, all_round, transformed_back
from .repair import clip

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MANY = 1_000_000  # points of features that are held at once, unless a single batch has more
_OFTEN = 256  # features between looks at Cancel
_DRAWN = Need.CLASS_MAP | Need.MASKS


class _TooManyError(Exception):
    """Features have more points than are to be held at once."""


class FeatureLabels:
    """Reads the features that meet a batch and clips them to its chips.

    Attributes:
        edited: the layer has unsaved edits; then its iterators call themselves
            invalid though they are not.
        goes_round: the layer is in degrees, and some features lie beyond 180 of
            them: a window of one time round the earth may hold them too.
    """

    counts_pixels = False
    edited = False
    goes_round = False

    def __init__(
        self,
        source: QgsFeatureSource,
        classes: LayerClasses,
        to_raster: QgsCoordinateTransform,
        place: tuple[PixelFrame, Grid],
        need: Need = Need.BOXES,
        radius: float = 0.0,
    ) -> None:
        """Keep where features come from and where they go.

        Args:
            source: the features, safe to read in any thread.
            classes: what decides on the classes.
            to_raster: from the layer's CRS to the raster's.
            place: the raster's pixels on the map, and the chips.
            need: what the label format takes beside boxes.
            radius: radius of the area around each feature (units of the layer's CRS).
        """
        self.report = LabelReport()
        self._source = source
        self._classes = classes
        self._scheme = single_class()  # until it is opened
        self._transform = to_raster
        self._frame, self._grid = place
        self._need = need
        self._radius = radius
        self._field = classes.value
        self._tolerance = _resolution(self._frame)
        self._ahead: ObjectsAhead | None = None  # of the features read last
        self._rows = 0  # of batches, whose features are read at once; 0 for those of a batch alone
        self._met: list[NDArray[np.int64]] = []  # ids of the features of each reading
        projection = Projection(to_raster, self._frame, self._tolerance)
        large = LargeShapes(projection, self._grid.whole, radius)
        self._areas = Areas(projection, large, radius, self.report)
        self._heavy = HeavyAreas(self._areas)

    def open(self, stop: Callable[[], None]) -> ClassScheme:
        """Return the classes that the features have.

        Args:
            stop: raises Cancelled when the user has cancelled.

        Raises:
            ExportError: a class value is negative or not whole, or the features cannot be read.
        """
        self._scheme = self._classes.find(self._source, self.edited, stop)
        return self._scheme

    def read(self, batch: Batch, stop: Callable[[], None]) -> BatchLabels:
        """Return the labels of each chip of a batch, features in the order of their ids, unsaved ones last.

        Args:
            batch: the chips.
            stop: raises Cancelled when the user has cancelled.
        """
        ahead = self._read_for(batch.window, stop)
        if self._need & _DRAWN:
            return self._with_images(batch, ahead.shapes, stop)
        found = ahead.of(batch, stop)
        self.report.count(thin=len(found.thin))
        chips = {place: ChipLabels(tuple(its), counted(its)) for place, its in found.objects.items()}
        return BatchLabels(self._with_shapes(chips, batch, found))

    def _with_shapes(
        self, chips: Mapping[Place, ChipLabels], batch: Batch, found: Found
    ) -> Mapping[Place, ChipLabels]:
        """Return the labels of chips with the shapes of their objects, where they are needed."""
        if Need.OUTLINES not in self._need:
            return chips
        shapes = ObjectShapes(found, self._grid, self._spreader(batch).cut)
        return {
            place: labels._replace(shapes=partial(shapes.of, place, labels.objects))
            for place, labels in chips.items()
        }

    def _with_images(self, batch: Batch, shapes: Shapes, stop: Callable[[], None]) -> BatchLabels:
        """Return the labels of each chip of a batch, with class maps or masks."""
        outlines, class_values = shapes.near(batch.window)
        if not len(outlines):
            return BatchLabels({})
        found = self._spreader(batch).objects(outlines, class_values, stop)
        self.report.count(thin=len(found.thin))
        images = LabelImages(self._grid, batch, outlines, class_values, found.objects)
        labels, unseen = images.class_maps() if Need.CLASS_MAP in self._need else images.instance_masks()
        self.report.count(unseen=unseen)
        return BatchLabels(self._with_shapes(labels.chips, batch, found))

    def _spreader(self, batch: Batch) -> Spreader:
        frame, drawn = self._frame, bool(self._need & _DRAWN)
        return Spreader(self._grid, batch, frame.cell_x * frame.cell_y, self._tolerance, clip, drawn)

    def finish(self, stop: Callable[[], None]) -> None:
        """Report the features without a place on the map, which no extent meets.

        Args:
            stop: raises Cancelled when the user has cancelled.
        """
        met = set(np.unique(np.concatenate(self._met)).tolist()) if self._met else set()
        if len(met) == self.report.total:
            return
        request = QgsFeatureRequest()
        request.setSubsetOfAttributes([])
        for count, feature in enumerate(self._source.getFeatures(request)):
            if count % _OFTEN == 0:
                stop()
            if feature.id() not in met and not _has_place(feature.geometry()):
                self.report.leave_out(feature.id(), "no geometry")

    def _read_for(self, window: Window, stop: Callable[[], None]) -> ObjectsAhead:
        """Return the usable features that may meet the window of a batch, and maybe the rows behind it."""
        if self._ahead is None or not self._ahead.shapes.window.contains(window):
            self._ahead = ObjectsAhead(self._read_ahead(window, stop), self._grid, self._spreader)
        return self._ahead

    def _read_ahead(self, window: Window, stop: Callable[[], None]) -> Shapes:
        """Return the usable features of a batch's window or, while they are few, of whole rows from it on.

        Those near a common border are read for both windows, and the margin of
        a large window holds more features than the window.
        """
        if self._rows:
            height = min(self._rows * window.height, self._grid.whole.row_end - window.row_off)
            try:
                rows = Window(window.row_off, self._grid.whole.col_off, height, self._grid.whole.width)
                return self._grown(self._read(rows, stop, _MANY), _MANY)
            except _TooManyError:
                self._rows //= 2
        most = _MANY * window.width // self._grid.whole.width
        return self._grown(self._read(window, stop), most)

    def _grown(self, shapes: Shapes, most: int) -> Shapes:
        """Return shapes; read more rows the next time where these have few points."""
        if 2 * len(shapes.outlines.points) < most:
            self._rows = 2 * self._rows or 1
        return shapes

    def _read(self, window: Window, stop: Callable[[], None], most: float = math.inf) -> Shapes:
        """Return the usable features that may meet a window, by id."""
        fids, raws, geometries = self._features(window, stop, most)
        class_of = self._scheme.class_of
        found = [class_of(class_reading(raw)) for raw in raws]
        values = {place: value for place, value in enumerate(found) if value is not None}
        self.report.leave_unclassified(fid for place, fid in enumerate(fids) if place not in values)
        outlines, numbers, heavy = self._polygons(fids, geometries, stop)
        ranks = [rank_of(fid) for fid in fids] if self.edited else fids
        order = sorted((*numbers, *heavy), key=ranks.__getitem__)
        order = [place for place in order if place in values]
        kept = [(rank, place) for rank, place in enumerate(order) if place in numbers]
        return Shapes(
            window,
            outlines.taken(np.array([numbers[place] for _, place in kept], dtype=np.intp)),
            np.array([values[place] for _, place in kept], dtype=np.int64),
            np.array([rank for rank, _ in kept], dtype=np.int64),
            tuple(
                HeavyShape(rank, values[place], heavy[place])
                for rank, place in enumerate(order)
                if place in heavy
            ),
        )

    def _polygons(
        self, fids: list[int], geometries: list[bytes], stop: Callable[[], None]
    ) -> tuple[Outlines, dict[int, int], dict[int, Nearby]]:
        """Return polygons (pixels): light ones, the number of each by place, and heavy ones by place."""
        light = [place for place, wkb in enumerate(geometries) if len(wkb) <= HEAVY_BYTES]
        outlines, usable = self._areas.of(
            [fids[place] for place in light], [geometries[place] for place in light], stop
        )
        heavy = {
            place: self._heavy.of(fids[place], geometries[place], stop)
            for place in set(range(len(fids))).difference(light)
        }
        numbers = {light[place]: number for number, place in enumerate(usable)}
        return outlines, numbers, {place: shape for place, shape in heavy.items() if shape}

    def _features(
        self, window: Window, stop: Callable[[], None], most: float
    ) -> tuple[list[int], list[object], list[bytes]]:
        """Return id, value of the class field and well-known binary of the features that may meet a window.

        Raises:
            _TooManyError: they have more than ``most`` points.
            ExportError: the layer cannot be read any more; QGIS would say that it has no features.
        """
        fids: list[int] = []
        raws: list[object] = []
        geometries: list[bytes] = []
        for count, feature in enumerate(features_of(self._source, self._request(window), self.edited)):
            if count % _OFTEN == 0:
                stop()
            fids.append(feature.id())
            raws.append(feature.attribute(self._field) if self._field >= 0 else None)
            wkb = feature.geometry().asWkb().data()
            geometries.append(wkb)
            most -= 0 if feature.id() in self._heavy else len(wkb) // POINT_BYTES
            if most < 0:
                raise _TooManyError
        self._met.append(np.array(fids, dtype=np.int64))
        return fids, raws, geometries

    def _request(self, window: Window) -> QgsFeatureRequest:
        request = QgsFeatureRequest()
        request.setSubsetOfAttributes([self._field] if self._field >= 0 else [])
        extent = QgsRectangle(*self._frame.extent(window))
        extent.grow(max(self._frame.cell_x, self._frame.cell_y))
        with suppress(QgsCsException):  # then without a filter: every feature is tried
            extent = transformed_back(extent, self._transform)
            extent.grow(self._radius)
            if self.goes_round:
                extent = all_round(extent, self._transform)
            request.setFilterRect(extent)
        return request


def _has_place(geometry: QgsGeometry) -> bool:
    """Return whether a geometry is somewhere on the map."""
    return not geometry.isEmpty() and bool(geometry.boundingBox().isFinite())  # a null geometry is empty


def _resolution(frame: PixelFrame) -> float:
    """Return the width below which a sliver is rounding, not area (pixels).

    A few units in the last place of the largest map coordinate: a polygon that
    touches a chip's border in exact arithmetic may overlap it by that much.
    """
    reach = (frame.left, frame.top, *frame.extent(Window(0, 0, frame.height, frame.width)))
    return 4.0 * math.ulp(max(map(abs, reach))) / min(frame.cell_x, frame.cell_y)
