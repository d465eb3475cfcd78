"""The areas of features as polygons in the raster's pixel space."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Callable

import numpy as np
from qgis.core import QgsCoordinateTransform, QgsCsException, QgsGeometry, QgsRectangle

from .grid import PixelFrame
from .labels import LabelReport
from .labels_repair import from_wkb, label_area, polygon_part
from .outlines import NATIVE, Outlines, only_ring
from .simple_rings import surely_simple

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_LINE_STRING = 2  # type of well-known binary (ISO 13249-3)
_LINE_HEADER = struct.calcsize("=BII")
_OFTEN = 256  # features between looks at Cancel


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
        area = label_area(from_wkb(label), self.radius)
        if area.reason:
            self.report.broken[fid] = area.reason
        if area.repaired:
            self.report.repaired.add(fid)
        if area.reduced:
            self.report.reduced.add(fid)
        return area.wkb

    def _one_by_one(
        self, fids: Sequence[int], outlines: Outlines, usable: Sequence[int], stop: Callable[[], None]
    ) -> tuple[Outlines, list[int]]:
        """Transform shapes one by one, since some cannot be."""
        moved, kept = [], []
        for number, place in enumerate(usable):
            if number % _OFTEN == 0:
                stop()
            geometry = from_wkb(outlines.wkb(number))
            reason = _move(geometry, self.to_raster)
            if reason:
                self.report.broken[fids[place]] = reason
                self.report.repaired.discard(fids[place])
                continue
            moved.append(geometry.asWkb().data())
            kept.append(place)
        return Outlines.of(moved), kept


def _move(geometry: QgsGeometry, transform: QgsCoordinateTransform) -> str:
    """Transform a geometry in place; return why it cannot be, "" where it was.

    Depending on the version, QGIS raises or gives infinite coordinates.
    """
    try:
        geometry.transform(transform)
    except QgsCsException as error:
        return str(error)
    return "" if geometry.boundingBox().isFinite() else "not in the range of the raster's CRS"


def transformed(points: Floats, transform: QgsCoordinateTransform) -> Floats:
    """Return points in another CRS.

    All in one call, as a line: for each polygon on its own it would cost more
    than all else that is done to it.

    Args:
        points: (points, 2), x and y.
        transform: from one CRS to the other.

    Raises:
        QgsCsException: some cannot be transformed, or only by another operation than the rest.
    """
    if transform.isShortCircuited() or not len(points):
        return points
    line = QgsGeometry()
    line.fromWkb(struct.pack("=BII", NATIVE, _LINE_STRING, len(points)) + points.tobytes())
    line.transform(transform)
    moved = np.frombuffer(line.asWkb().data(), dtype=np.float64, offset=_LINE_HEADER)
    if transform.fallbackOperationOccurred() or not np.isfinite(moved).all():
        raise QgsCsException("not by one operation")
    return moved.reshape(-1, 2)


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


def clip(wkb: bytes, rectangle: tuple[float, float, float, float]) -> bytes | None:
    """Cut polygons by a rectangle; see ``pieces.Clip``.

    A ring that touches another is valid in the layer's CRS, and may cross it by
    the last digit of a coordinate in the raster's: then GEOS gives up.
    """
    geometry, window = from_wkb(wkb), QgsGeometry.fromRect(QgsRectangle(*rectangle))
    common = geometry.intersection(window)
    if common.isNull():
        common = geometry.makeValid().intersection(window)
    return None if common.isNull() else polygon_part(common)
