"""Reads the features of a vector layer that meet a window, as polygons in the raster's pixel space."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from itertools import islice
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
from ...chipping.window import Window
from ..class_scheme import ClassScheme, single_class
from ..pixel_space import areas_between, resolution_of
from ..regions.areas_inside import AreasInside
from ..report import LabelReport
from ..rows.layer_rows import LayerRows, Row, Rows
from ..rows.stored_layer import StoredLayer
from ..rows.stored_rows import StoredRows
from ..shapes.polygons import POINT_BYTES, Outlines
from ..shapes.thinning import Nearby
from ..source import LabelledArea
from .areas import HEAVY_BYTES, Areas
from .class_values import class_reading
from .heavy import HeavyAreas
from .layer_classes import LayerClasses, rank_of
from .nearby_shapes import HeavyShape, Shapes
from .projection import all_round, transformed_back

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MANY = 100_000  # points of features that are held at once, unless a single batch has more
_UNINDEXED = 5  # times as many where a source goes through all its features for each reading
_USUAL_POINTS = 8  # of a feature
_OFTEN = 256  # features between looks at Cancel
_AT_ONCE = 4096  # features whose envelopes are found at once


class _TooManyError(Exception):
    """Features have more points than are to be held at once."""


class FeatureReader:
    """Reads the usable features of a layer, those of a batch or of whole rows of batches at once.

    Attributes:
        edited: the layer has unsaved edits; then its iterators call themselves
            invalid though they are not.
        stored: the file that holds just the features of the layer, None where they are QGIS's.
        goes_round: the layer is in degrees, and some features lie beyond 180 of
            them: a window of one time round the earth may hold them too.
        indexed: the source finds the features of a window without looking at each of its features.
        tolerance: width below which a sliver is rounding, not area (pixels).
    """

    edited = False
    stored: StoredLayer | None = None
    goes_round = False
    indexed = True

    def __init__(
        self,
        source: QgsFeatureSource,
        classes: LayerClasses,
        to_raster: QgsCoordinateTransform,
        place: tuple[PixelFrame, Window],
        radius: float,
        report: LabelReport,
    ) -> None:
        """Keep where features come from and where they go.

        Args:
            source: the features, safe to read in any thread.
            classes: what decides on the classes.
            to_raster: from the layer's CRS to the raster's.
            place: the raster's pixels on the map, and those that chips may have.
            radius: radius of the area around each feature (units of the layer's CRS).
            report: takes what happened to features.
        """
        self.tolerance = resolution_of(to_raster, place[0])
        self._source = source
        self._classes = classes
        self._scheme = single_class()  # until it is opened
        self._transform = to_raster
        self._frame, self._whole = place
        self._radius = radius
        self._report = report
        self._field = classes.value
        self._ahead = 0  # rows of batches, whose features are read at once; 0 for those of a batch alone
        self._met: list[NDArray[np.int64]] = []  # ids of the features of each reading
        self._areas: Areas = areas_between(to_raster, place, radius, self.tolerance, report)
        self._heavy = HeavyAreas(self._areas)

    def open(self, stop: Callable[[], None]) -> ClassScheme:
        """Return the classes that the features have.

        Args:
            stop: raises Cancelled when the user has cancelled.

        Raises:
            ExportError: a class value is negative or not whole, or the features cannot be read.
        """
        self._scheme = self._classes.find(self._rows, stop)
        return self._scheme

    @cached_property
    def _rows(self) -> Rows:
        rows = LayerRows(self._source, self._field, self.edited)
        return rows if self.stored is None else StoredRows(self.stored, self._field, rows)

    def take_inside(self, area: LabelledArea) -> None:
        """Cut all features to an area."""
        self._areas = AreasInside.of_areas(self._areas, area)
        self._heavy = HeavyAreas(self._areas)

    def finish(self, stop: Callable[[], None]) -> None:
        """Report the features without a place on the map, which no extent meets.

        Args:
            stop: raises Cancelled when the user has cancelled.
        """
        fids = np.unique(np.concatenate(self._met)) if self._met else np.zeros(0, dtype=np.int64)
        if len(fids) == self._report.total:
            return
        met = set(fids.tolist())
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
            self._ahead = self._likely_rows(window.height)
        if self._ahead:
            height = min(self._ahead * window.height, self._whole.row_end - window.row_off)
            try:
                rows = Window(window.row_off, self._whole.col_off, height, self._whole.width)
                return self._grown(self._read(rows, stop, self._most), self._most)
            except _TooManyError:
                self._ahead //= 2
        most = self._most * window.width // self._whole.width
        return self._grown(self._read(window, stop), most)

    @property
    def _most(self) -> int:
        """Points of features that are held at once."""
        return _MANY if self.indexed else _UNINDEXED * _MANY

    def _likely_rows(self, height: int) -> int:
        """Return of how many rows of batches the features may be few, if they lie evenly."""
        share = min(1.0, self._most / (_USUAL_POINTS * max(1, self._report.total)))
        return math.ceil(share * self._whole.height / height)

    def _grown(self, shapes: Shapes, most: int) -> Shapes:
        """Return shapes; read more rows the next time where these have few points."""
        if 2 * len(shapes.outlines.points) < most:
            self._ahead = 2 * self._ahead or 1
        return shapes

    def of(self, fids: Collection[int], stop: Callable[[], None]) -> Shapes:
        """Return some features by their ids, as far as they are usable; their window holds all chips."""
        return self._shapes(self._whole, self._checked(self._rows.of(fids), stop), stop)

    def boxes(self, stop: Callable[[], None]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Return id and envelope of the usable features that may meet a chip, in their order.

        Returns:
            (features), ids, and (features, 4), x min, y min, x max, y max (pixels).
        """
        fids, boxes = [np.zeros(0, dtype=np.int64)], [np.zeros((0, 4))]
        rows = self._checked(self._rows.meeting(self._extent(self._whole)), stop)
        while some := list(islice(rows, _AT_ONCE)):
            shapes = self._shapes(self._whole, some, stop)
            fids += [shapes.fids, np.array([each.fid for each in shapes.heavy], dtype=np.int64)]
            boxes += [shapes.outlines.boxes] if len(shapes.outlines) else []
            boxes += [each.nearby.outlines.boxes for each in shapes.heavy]
        found = np.concatenate(fids)
        order = np.argsort([rank_of(fid) for fid in found.tolist()], kind="stable")
        return found[order], np.concatenate(boxes)[order]

    def _read(self, window: Window, stop: Callable[[], None], most: float = math.inf) -> Shapes:
        """Return the usable features that may meet a window, by id.

        Raises:
            _TooManyError: they have more than ``most`` points.
        """
        rows = self._rows.meeting(self._extent(window))
        return self._shapes(window, self._checked(rows, stop, most), stop)

    def _shapes(self, window: Window, rows: Iterable[Row], stop: Callable[[], None]) -> Shapes:
        """Return what is usable of features, by id.

        Args:
            window: what was asked for.
            rows: the features.
            stop: raises Cancelled when the user has cancelled.
        """
        fids, raws, geometries = ([*each] for each in zip(*rows)) if (rows := [*rows]) else ([], [], [])
        self._met.append(np.array(fids, dtype=np.int64))
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

    def _checked(
        self, rows: Iterable[Row], stop: Callable[[], None], most: float = math.inf
    ) -> Iterator[Row]:
        """Yield features, and look at Cancel.

        Raises:
            _TooManyError: they have more than ``most`` points.
        """
        for count, row in enumerate(rows):
            if count % _OFTEN == 0:
                stop()
            most -= 0 if row[0] in self._heavy else len(row[2]) // POINT_BYTES
            if most < 0:
                raise _TooManyError
            yield row

    def _extent(self, window: Window) -> QgsRectangle | None:
        """Return where features lie that may meet a window (layer's CRS), None for anywhere."""
        extent = QgsRectangle(*self._frame.extent(window))
        extent.grow(max(self._frame.cell_x, self._frame.cell_y))
        try:
            extent = transformed_back(extent, self._transform)
            extent.grow(self._radius)
            if self.goes_round:
                extent = all_round(extent, self._transform)
        except QgsCsException:
            return None
        return extent if extent.isFinite() else None


def _has_place(geometry: QgsGeometry) -> bool:
    """Return whether a geometry is somewhere on the map."""
    return not geometry.isEmpty() and bool(geometry.boundingBox().isFinite())  # a null geometry is empty
