"""The areas of features as polygons in the raster's pixel space."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Callable

import numpy as np
from qgis.core import QgsCoordinateTransform, QgsCsException, QgsGeometry, QgsRectangle, QgsWkbTypes

from .grid import PixelFrame
from .labels import LabelReport
from .labels_transformed import transformed
from .outlines import Outlines, only_ring
from .simple_rings import surely_simple

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_QUADRANT_SEGMENTS = 16  # of a circle around a point; its envelope is exact, its area 0.2 % small
_OFTEN = 256  # features between looks at Cancel

_POLYGONS = QgsWkbTypes.GeometryType.PolygonGeometry
_COLLECTION = QgsWkbTypes.Type.GeometryCollection


@dataclass(frozen=True)
class Areas:
    """Turns geometries into polygons in pixel space.

    Attributes:
        to_raster: from the layer's CRS to the raster's.
        frame: the raster's pixels on the map.
        tolerance: distance up to which a coordinate is a whole pixel (pixels).
        radius: radius of the area around each geometry (units of the layer's CRS).
        report: takes what was repaired and what cannot be used.
    """

    to_raster: QgsCoordinateTransform
    frame: PixelFrame
    tolerance: float
    radius: float
    report: LabelReport

    def of(
        self, fids: Sequence[int], geometries: Sequence[bytes], stop: Callable[[], None]
    ) -> tuple[Outlines, list[int]]:
        """Return the polygons of the usable geometries, and which geometries they are.

        Args:
            fids: feature id of each.
            geometries: in the layer's CRS, as well-known binary.
            stop: raises Cancelled when the user has cancelled.
        """
        outlines, usable = self._valid(fids, geometries, stop)
        try:
            points = transformed(outlines.points, self.to_raster)
        except QgsCsException:
            outlines, usable = self._one_by_one(fids, outlines, usable, stop)
            points = outlines.points
        return outlines.moved(to_pixels(points, self.frame, self.tolerance)), usable

    def _valid(
        self, fids: Sequence[int], geometries: Sequence[bytes], stop: Callable[[], None]
    ) -> tuple[Outlines, list[int]]:
        """Return valid polygons in the layer's CRS, and which geometries they are."""
        rings = [only_ring(wkb) for wkb in geometries] if self.radius <= 0 else []
        single = np.array([place for place, ring in enumerate(rings) if ring], dtype=np.intp)
        outlines = Outlines.of_rings([rings[place] for place in single])
        proven = surely_simple(outlines)
        rest = sorted(set(range(len(geometries))).difference(single[proven].tolist()))
        if not rest:
            return outlines, single.tolist()
        areas = {}
        for count, place in enumerate(rest):
            if count % _OFTEN == 0:
                stop()
            areas[place] = self._area(fids[place], geometries[place])
        usable = [place for place, area in areas.items() if area]
        others = Outlines.of([areas[place] for place in usable])
        return outlines.taken(np.flatnonzero(proven)).joined(others), [*single[proven].tolist(), *usable]

    def _area(self, fid: int, label: bytes) -> bytes:
        """Return the area of a label, both as well-known binary, b"" where it has none."""
        area, repaired = label_area(_geometry(label), self.radius)
        if area is None:
            self.report.broken[fid] = "no area that can be repaired"
            return b""
        if repaired:
            self.report.repaired.add(fid)
        wkb: bytes = area.asWkb().data()
        return wkb

    def _one_by_one(
        self, fids: Sequence[int], outlines: Outlines, usable: Sequence[int], stop: Callable[[], None]
    ) -> tuple[Outlines, list[int]]:
        """Transform shapes one by one, since some cannot be."""
        moved, kept = [], []
        for number, place in enumerate(usable):
            if number % _OFTEN == 0:
                stop()
            geometry = _geometry(outlines.wkb(number))
            reason = _move(geometry, self.to_raster)
            if reason:
                self.report.broken[fids[place]] = reason
                self.report.repaired.discard(fids[place])
                continue
            moved.append(geometry.asWkb().data())
            kept.append(place)
        return Outlines.of(moved), kept


def _geometry(wkb: bytes) -> QgsGeometry:
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return geometry


def _move(geometry: QgsGeometry, transform: QgsCoordinateTransform) -> str:
    """Transform a geometry in place; return why it cannot be, "" where it was.

    Depending on the version, QGIS raises or gives infinite coordinates.
    """
    try:
        geometry.transform(transform)
    except QgsCsException as error:
        return str(error)
    return "" if geometry.boundingBox().isFinite() else "not in the range of the raster's CRS"


def to_pixels(points: Floats, frame: PixelFrame, tolerance: float) -> Floats:
    """Return points in the raster's pixel space: x right, y down, from the upper-left corner.

    The shift comes first: map coordinates are large, and their difference is
    exact where their product with a scale is not. What is a whole pixel but for
    rounding becomes one: an edge along a chip's border would otherwise be a
    sliver in the next chip, and widen a box there.

    Args:
        points: (points, 2), map x and y.
        frame: the raster's pixels on the map.
        tolerance: distance up to which a coordinate is a whole pixel (pixels).
    """
    pixels = (points - (frame.left, frame.top)) * (1.0 / frame.cell_x, -1.0 / frame.cell_y)
    whole = np.rint(pixels)
    return np.where(np.abs(pixels - whole) <= tolerance, whole, pixels)


def label_area(geometry: QgsGeometry, radius: float) -> tuple[QgsGeometry | None, bool]:
    """Return the area of a label, flat and valid, and whether it was repaired.

    Args:
        geometry: any geometry, in the layer's CRS; it is not changed.
        radius: radius of the area around it (units of the layer's CRS); 0 takes
            polygons as they are.

    Returns:
        The polygons, or None where there are none with an area.
    """
    flat = _flat(geometry)
    if flat is None:
        return None, False
    repaired = not flat.isGeosValid() and flat.type() == _POLYGONS
    if repaired:
        flat = polygon_part(flat.makeValid())
    if radius > 0:
        flat = flat.buffer(radius, _QUADRANT_SEGMENTS)
    return (None if flat.isEmpty() else flat), repaired


def _flat(geometry: QgsGeometry) -> QgsGeometry | None:
    """Return a copy with straight edges and without Z and M, None where it is unusable."""
    if geometry.isNull() or geometry.isEmpty() or not geometry.boundingBox().isFinite():
        return None
    abstract = geometry.constGet().segmentize()
    abstract.dropZValue()
    abstract.dropMValue()
    return QgsGeometry(abstract)


def polygon_part(geometry: QgsGeometry) -> QgsGeometry:
    """Return the polygons of a geometry, without the points and lines beside them.

    An intersection with a chip that a polygon also touches holds lines; they
    have no area and must not widen the box.
    """
    if geometry.type() == _POLYGONS and QgsWkbTypes.flatType(geometry.wkbType()) != _COLLECTION:
        return geometry
    return QgsGeometry.collectGeometry(list(_polygons(geometry)))


def _polygons(geometry: QgsGeometry) -> Iterator[QgsGeometry]:
    """Give the polygons of a geometry, however deep it holds them."""
    if not geometry.isMultipart():
        if geometry.type() == _POLYGONS:
            yield geometry
        return
    for part in geometry.asGeometryCollection():
        yield from _polygons(part)


def clip(wkb: bytes, rectangle: tuple[float, float, float, float]) -> bytes | None:
    """Cut polygons by a rectangle; see ``pieces.Clip``.

    A ring that touches another is valid in the layer's CRS, and may cross it by
    the last digit of a coordinate in the raster's: then GEOS gives up.
    """
    geometry, window = _geometry(wkb), QgsGeometry.fromRect(QgsRectangle(*rectangle))
    common = geometry.intersection(window)
    if common.isNull():
        common = geometry.makeValid().intersection(window)
    if common.isNull():
        return None
    part = polygon_part(common)
    shared: bytes = b"" if part.isEmpty() else part.asWkb().data()
    return shared
