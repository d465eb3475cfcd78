"""Reads the features of a vector layer that meet a window, as polygons in the raster's pixel space."""

from __future__ import annotations

import math
from contextlib import suppress
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

from ...chipping.frame import PixelFrame
from ...chipping.plan.grid import Grid
from ...chipping.window import Window
from ..class_scheme import ClassScheme, single_class
from ..regions.areas_inside import AreasInside
from ..shapes.polygons import POINT_BYTES, Outlines
from ..shapes.thinning import Nearby
from ..source import LabelledArea, LabelReport
from .areas import HEAVY_BYTES, Areas
from .class_values import class_reading
from .heavy import HeavyAreas
from .large import LargeShapes
from .layer_classes import LayerClasses, features_of, rank_of
from .nearby_shapes import HeavyShape, Shapes
from .projection import Projection, all_round, transformed_back

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MANY = 1_000_000  # points of features that are held at once, unless a single batch has more
_USUAL_POINTS = 8  # of a feature
_OFTEN = 256  # features between looks at Cancel


class _TooManyError(Exception):
    """Features have more points than are to be held at once."""


class FeatureReader:
    """Reads the usable features of a layer, those of a batch or of whole rows of batches at once.

    Attributes:
        edited: the layer has unsaved edits; then its iterators call themselves
            invalid though they are not.
        goes_round: the layer is in degrees, and some features lie beyond 180 of
            them: a window of one time round the earth may hold them too.
        indexed: the source finds the features of a window without looking at each of its features.
        tolerance: width below which a sliver is rounding, not area (pixels).
    """

    edited = False
    goes_round = False
    indexed = True

    def __init__(
        self,
        source: QgsFeatureSource,
        classes: LayerClasses,
        to_raster: QgsCoordinateTransform,
        place: tuple[PixelFrame, Grid],
        radius: float,
        report: LabelReport,
    ) -> None:
        """Keep where features come from and where they go.

        Args:
            source: the features, safe to read in any thread.
            classes: what decides on the classes.
            to_raster: from the layer's CRS to the raster's.
            place: the raster's pixels on the map, and the chips.
            radius: radius of the area around each feature (units of the layer's CRS).
            report: takes what happened to features.
        """
        self.tolerance = _resolution(place[0])
        self._source = source
        self._classes = classes
        self._scheme = single_class()  # until it is opened
        self._transform = to_raster
        self._frame, self._grid = place
        self._radius = radius
        self._report = report
        self._field = classes.value
        self._rows = 0  # of batches, whose features are read at once; 0 for those of a batch alone
        self._met: list[NDArray[np.int64]] = []  # ids of the features of each reading
        projection = Projection(to_raster, self._frame, self.tolerance)
        large = LargeShapes(projection, self._grid.whole, radius)
        self._areas: Areas = Areas(projection, large, radius, report)
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

    def take_inside(self, area: LabelledArea) -> None:
        """Cut all features to an area."""
        self._areas = AreasInside.of_areas(self._areas, area)
        self._heavy = HeavyAreas(self._areas)

    def finish(self, stop: Callable[[], None]) -> None:
        """Report the features without a place on the map, which no extent meets.

        Args:
            stop: raises Cancelled when the user has cancelled.
        """
        met = set(np.unique(np.concatenate(self._met)).tolist()) if self._met else set()
        if len(met) == self._report.total:
            return
        request = QgsFeatureRequest()
        request.setSubsetOfAttributes([])
        for count, feature in enumerate(self._source.getFeatures(request)):
            if count % _OFTEN == 0:
                stop()
            if feature.id() not in met and not _has_place(feature.geometry()):
                self._report.leave_out(feature.id(), "no geometry")

    def shapes(self, window: Window, stop: Callable[[], None]) -> Shapes:
        """Return the usable features of a batch's window or, while they are few, of whole rows from it on.

        Those near a common border are read for both windows, and the margin of
        a large window holds more features than the window. A source without a
        spatial index goes through all its features for each window, so as many
        rows as may do are read from the first batch on.
        """
        if not self.indexed and not self._met:
            self._rows = self._likely_rows(window.height)
        if self._rows:
            height = min(self._rows * window.height, self._grid.whole.row_end - window.row_off)
            try:
                rows = Window(window.row_off, self._grid.whole.col_off, height, self._grid.whole.width)
                return self._grown(self._read(rows, stop, _MANY), _MANY)
            except _TooManyError:
                self._rows //= 2
        most = _MANY * window.width // self._grid.whole.width
        return self._grown(self._read(window, stop), most)

    def _likely_rows(self, height: int) -> int:
        """Return of how many rows of batches the features may be few, if they lie evenly."""
        share = min(1.0, _MANY / (_USUAL_POINTS * max(1, self._report.total)))
        return math.ceil(share * self._grid.whole.height / height)

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
        self._report.leave_unclassified(fid for place, fid in enumerate(fids) if place not in values)
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
            np.array([fids[place] for _, place in kept], dtype=np.int64),
            tuple(
                HeavyShape(rank, fids[place], values[place], heavy[place])
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
