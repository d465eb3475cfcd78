"""Points from the layer's CRS to the raster's pixel space, and back."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from osgeo import osr
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsPointXY,
    QgsRectangle,
)

from ...chipping.frame import PixelFrame
from ...imagery.bands import wkt
from .transformed import at_once, tried

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_LARGE_ANGLE, _LARGE_LENGTH = math.radians(5), 500_000.0  # radians, metres
_TORN = 10_000_000.0  # metres: what is wider may be two ends of the map, with the image across its edge
_TORN_MARGIN = 0.05  # share of its size by which QGIS may miss where the map ends

_MARGIN = 0.003
"""Share of a window's longer side by which its extent is widened before it is transformed.

QGIS transforms some points of the border; a curve bends away between them. Of
1,300 windows in nine pairs of CRS, up to a continent and to the pole, and up to
2,000 times as wide as high, none needed more than a ninth of this, in QGIS 3.22,
3.40 and 3.44.
"""

_RETURNED = 1e-6
"""Share of the size of a shape by which its corners may lie beside their place after a way there and back."""

_BACK = Qgis.TransformDirection.Reverse


@dataclass(frozen=True)
class Projection:
    """How the layer's CRS and the raster's pixel space lie to each other.

    Attributes:
        to_raster: from the layer's CRS to the raster's.
        frame: the raster's pixels on the map.
        tolerance: distance up to which a coordinate is a whole pixel (pixels).
    """

    to_raster: QgsCoordinateTransform
    frame: PixelFrame
    tolerance: float

    @property
    def is_plain(self) -> bool:
        """Whether both have the same CRS."""
        return bool(self.to_raster.isShortCircuited())

    @property
    def took_another_way(self) -> bool:
        """Whether some points were transformed by another operation than the rest, the last time."""
        return bool(self.to_raster.fallbackOperationOccurred())

    @cached_property
    def layer_turn(self) -> float:
        """Once round the earth in the layer's CRS, 0 where it is not in angles."""
        return _turn(self.to_raster.sourceCrs())

    @cached_property
    def raster_turn(self) -> float:
        """Once round the earth in the raster's CRS, 0 where it is not in angles."""
        return _turn(self.to_raster.destinationCrs())

    @cached_property
    def large(self) -> float:
        """Size from which on a shape may not fit into another projection (units of the layer's CRS).

        Polygons of a degree or two are transformed well by their corners; those
        of a continent have corners that other projections do not show.
        """
        metre = _metre(self.to_raster.sourceCrs())
        return self.layer_turn * _LARGE_ANGLE / (2 * math.pi) or _LARGE_LENGTH * metre

    @property
    def rows(self) -> tuple[float, float]:
        """Rows from pole to pole where the raster's CRS is in angles, else all (pixels)."""
        if not self.raster_turn:
            return -math.inf, math.inf
        pole = self.raster_turn / 4
        return (self.frame.top - pole) / self.frame.cell_y, (self.frame.top + pole) / self.frame.cell_y

    def pixels(self, points: Floats) -> Floats:
        """Return points of the layer's CRS in pixel space, see ``to_pixels``.

        Those that are nowhere there have infinite or no numbers.

        Raises:
            QgsCsException: some are nowhere; depending on its version, QGIS raises.
        """
        moved = points if self.is_plain or not len(points) else at_once(points, self.to_raster)
        return to_pixels(moved, self.frame, self.tolerance)

    def tried(self, points: Floats) -> Floats:
        """Return points of the layer's CRS in pixel space, as many as are somewhere, see ``pixels``."""
        return to_pixels(tried(points, self.to_raster), self.frame, self.tolerance)

    def back(self, pixels: Floats) -> Floats:
        """Return points of pixel space in the layer's CRS.

        Those that are nowhere there have infinite or no numbers.
        """
        frame = self.frame
        points = (frame.left, frame.top) + pixels * (frame.cell_x, -frame.cell_y)
        return tried(points, self.to_raster, _BACK)

    def fitting(self, points: Floats) -> Floats | None:
        """Return points of the layer's CRS in pixel space, None unless the way back leads to each of them.

        Far beyond what a projection is made for, it gives numbers that mean nothing.
        """
        pixels = self.tried(points)
        if not np.isfinite(pixels).all():
            return None
        apart = self.back(pixels) - points
        if self.layer_turn:
            apart[:, 0] -= self.layer_turn * np.rint(apart[:, 0] / self.layer_turn)
        near = np.abs(apart).max(initial=0) <= _RETURNED * np.ptp(points, axis=0).max()
        return pixels if near else None


def near(points: Floats, x: float, turn: float) -> Floats:
    """Return points with their x turned round the earth until it is nearest to another.

    Args:
        points: (..., 2), x and y.
        x: where they are to be.
        turn: once round the earth; 0 for coordinates that do not come again.
    """
    if not turn:
        return points
    turned = points.copy()
    with np.errstate(invalid="ignore"):  # what is nowhere stays there
        turned[..., 0] += turn * np.rint((x - points[..., 0]) / turn)
    return turned


def transformed_back(extent: QgsRectangle, to_raster: QgsCoordinateTransform) -> QgsRectangle:
    """Return what holds an extent in the layer's CRS.

    Args:
        extent: in the raster's CRS.
        to_raster: from the layer's CRS to the raster's.

    Raises:
        QgsCsException: it cannot be transformed.
    """
    if to_raster.isShortCircuited():
        return extent
    if not isinstance(to_raster, QgsCoordinateTransform):  # a way to rows and columns
        return to_raster.back(extent)
    wide = extent.buffered(_MARGIN * max(extent.width(), extent.height()))
    box = to_raster.transformBoundingBox(wide, _BACK)
    layer_crs = to_raster.sourceCrs()
    turn, longer = _turn(layer_crs), max(box.width(), box.height())
    poles = [QgsPointXY(0, y) for y in (-turn / 4, turn / 4) if turn and _shows(wide, to_raster, 0, y)]
    for pole in poles:
        box.include(pole)
    if poles or box.width() > turn / 2 > 0:  # all the way round, or both ends of the map
        return all_round(box, to_raster)
    if not turn and longer > _TORN * _metre(layer_crs):
        box.grow(_TORN_MARGIN * longer)
    return box


def all_round(extent: QgsRectangle, to_raster: QgsCoordinateTransform) -> QgsRectangle:
    """Return an extent in a layer's degrees with all longitudes, as they may be written from -360 to 360.

    Args:
        extent: in the layer's CRS.
        to_raster: from the layer's CRS to the raster's.
    """
    turn = _turn(to_raster.sourceCrs())
    return QgsRectangle(-turn, extent.yMinimum(), turn, extent.yMaximum())


def goes_round(extent: QgsRectangle, to_raster: QgsCoordinateTransform) -> bool:
    """Return whether an extent in a layer's degrees reaches beyond 180 of them.

    Args:
        extent: in the layer's CRS.
        to_raster: from the layer's CRS to the raster's; if they are the same,
            coordinates are taken as they are.
    """
    half = _turn(to_raster.sourceCrs()) / 2
    beyond = max(-extent.xMinimum(), extent.xMaximum()) > half
    return half > 0 and beyond and not to_raster.isShortCircuited()


def _shows(extent: QgsRectangle, to_raster: QgsCoordinateTransform, x: float, y: float) -> bool:
    """Return whether a point of the layer's CRS lies in an extent of the raster's."""
    try:
        return bool(extent.contains(to_raster.transform(QgsPointXY(x, y))))
    except QgsCsException:
        return False


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
    with np.errstate(invalid="ignore"):  # of infinite coordinates
        return np.where(np.abs(pixels - whole) <= tolerance, whole, pixels)


def _reference(crs: QgsCoordinateReferenceSystem) -> osr.SpatialReference:
    reference = osr.SpatialReference()
    reference.ImportFromWkt(wkt(crs))
    return reference


def _turn(crs: QgsCoordinateReferenceSystem) -> float:
    """Return once round the earth in units of a CRS: 360 in degrees; 0 where it is not in angles."""
    if not crs.isGeographic():
        return 0.0
    radians = _reference(crs).GetAngularUnits()
    return round(2 * math.pi / radians, 9) if radians else 360.0


def _metre(crs: QgsCoordinateReferenceSystem) -> float:
    """Return a metre in units of a CRS that is not in angles."""
    return 1 / (_reference(crs).GetLinearUnits() or 1.0)
