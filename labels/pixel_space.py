"""Labels in the raster's own rows and columns: the way there, in the place of one from CRS to CRS.

The map of such an export is the raster itself: x is the column, and y less than 0 by the row.
"""

from __future__ import annotations

import math
from functools import cached_property
from typing import TYPE_CHECKING, Callable

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsRasterLayer,
    QgsRectangle,
)

from ..chipping.errors import ExportError
from ..chipping.frame import PixelFrame
from ..chipping.window import Window
from ..imagery.bands import wkt
from ..imagery.file import layer_dataset, no_pixel_space
from ..imagery.placement import RasterPlacement, kind_of
from .features.areas import Areas
from .features.large import Cut, LargeShapes
from .features.projection import Projection, to_pixels
from .report import LabelReport

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_FLIP = (1.0, -1.0)
_RESOLUTION = 1e-6  # pixels: what a transformation there and back keeps
_SAMPLES = 17  # points along each side of an extent that is transformed
_MARGIN = 0.05  # share of its size by which an extent bends beyond them at most
_STRAY = 2.0  # times the way there and back misses, since a fit to the map is none to the raster


class PixelWay:
    """The way from a layer's CRS to a raster's rows and columns, in place of a ``QgsCoordinateTransform``."""

    def __init__(self, raster: QgsRasterLayer, crs: QgsCoordinateReferenceSystem) -> None:
        """Open the raster once more; to be called in its thread.

        Args:
            raster: the imagery, a file.
            crs: the CRS that points come from; an invalid one is taken for the raster's own.

        Raises:
            ExportError: it is no file, or no way leads there.
        """
        dataset = layer_dataset(raster) if raster.providerType() == "gdal" else None
        if dataset is None:
            raise no_pixel_space(raster.name())
        try:
            kind_of(dataset, raster.name())
        except ExportError as error:
            raise error.said_of("IN_RASTER") from error
        self._crs = QgsCoordinateReferenceSystem(crs)
        self.placement = RasterPlacement(dataset, raster.name(), wkt(crs) if crs.isValid() else "")

    def sourceCrs(self) -> QgsCoordinateReferenceSystem:  # noqa: N802 - as QGIS names it
        """Return the CRS that points come from."""
        return self._crs

    def isShortCircuited(self) -> bool:  # noqa: N802 - as QGIS names it
        """Return that points are moved."""
        return False

    def transformBoundingBox(self, extent: QgsRectangle) -> QgsRectangle:  # noqa: N802 - as QGIS names it
        """Return what holds an extent of the layer's CRS, infinite where some of it has no place there."""
        return around_points(self.points(_samples(extent)))

    def points(self, points: Floats) -> Floats:
        """Return points of the layer's CRS; NaN where they have no place.

        Args:
            points: (points, 2), x and y.
        """
        moved: Floats = self.placement.to_pixels(points) * _FLIP
        return moved

    def back(self, extent: QgsRectangle) -> QgsRectangle:
        """Return what holds an extent in the layer's CRS, infinite where some of it has no place there."""
        inside = _samples(extent) * _FLIP
        there = self.placement.to_map(inside)
        missed = np.abs(self.placement.to_pixels(there) - inside).max()
        if np.isfinite(missed) and missed > _RESOLUTION:
            there = self.placement.to_map(_samples(extent.buffered(_STRAY * float(missed) + 1)) * _FLIP)
        return around_points(there, _MARGIN)


class PixelProjection(Projection):
    """Brings points of a layer's CRS to a raster's rows and columns."""

    @property
    def is_plain(self) -> bool:
        """That there is a way to go."""
        return False

    @property
    def took_another_way(self) -> bool:
        """That there is one way only."""
        return False

    @cached_property
    def layer_turn(self) -> float:
        """That coordinates are taken as they are."""
        return 0.0

    @cached_property
    def raster_turn(self) -> float:
        """That columns do not come again."""
        return 0.0

    @cached_property
    def large(self) -> float:
        """That shapes of any size are moved by their corners."""
        return np.inf

    def pixels(self, points: Floats) -> Floats:
        """Return points of the layer's CRS in pixel space, NaN where they have no place there."""
        return to_pixels(self.to_raster.points(points), self.frame, self.tolerance)

    def tried(self, points: Floats) -> Floats:
        """Return the same."""
        return self.pixels(points)

    def back(self, pixels: Floats) -> Floats:
        """Return points of pixel space in the layer's CRS, NaN where they have no place there."""
        points: Floats = self.to_raster.placement.to_map(pixels)
        return points

    def fitting(self, points: Floats) -> Floats | None:
        """Return points of the layer's CRS in pixel space, None where some have no place there."""
        pixels = self.pixels(points)
        return pixels if np.isfinite(pixels).all() else None


class OutOfReach(LargeShapes):
    """Cuts nothing: shapes without a place for each corner are left out."""

    def cut(self, fid: int, wkb: bytes, stop: Callable[[], None]) -> Cut:
        """Return why nothing of a shape can be told."""
        return Cut(b"", "what places the raster does not reach all of its corners")


def _samples(extent: QgsRectangle) -> Floats:
    """Return points all over an extent, (points, 2)."""
    x = np.linspace(extent.xMinimum(), extent.xMaximum(), _SAMPLES)
    y = np.linspace(extent.yMinimum(), extent.yMaximum(), _SAMPLES)
    points: Floats = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    return points


def around_points(points: Floats, margin: float = 0.0) -> QgsRectangle:
    """Return what holds points; everything where one is nowhere, nothing where there is none.

    Args:
        points: (points, 2), x and y.
        margin: by which it is to be larger, as a share of its size.
    """
    if not len(points):
        return QgsRectangle()
    if not np.isfinite(points).all():
        return QgsRectangle(-np.inf, -np.inf, np.inf, np.inf)
    (left, bottom), (right, top) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    extent = QgsRectangle(left, bottom, right, top)
    extent.grow(margin * max(extent.width(), extent.height()))
    return extent


def areas_between(
    way: QgsCoordinateTransform | PixelWay,
    place: tuple[PixelFrame, Window],
    radius: float,
    tolerance: float,
    report: LabelReport,
) -> Areas:
    """Return what turns geometries of a layer into polygons in pixel space.

    Args:
        way: from the layer's CRS to the raster's, or to its rows and columns.
        place: the raster's pixels on the map, and those that chips may have.
        radius: radius of the area around each feature (units of the layer's CRS).
        tolerance: distance up to which a coordinate is a whole pixel (pixels).
        report: takes what happened to features.
    """
    frame, whole = place
    if isinstance(way, PixelWay):
        to_rows = PixelProjection(way, frame, tolerance)
        return Areas(to_rows, OutOfReach(to_rows, whole, radius), radius, report)
    projection = Projection(way, frame, tolerance)
    return Areas(projection, LargeShapes(projection, whole, radius), radius, report)


def resolution_of(way: QgsCoordinateTransform | PixelWay, frame: PixelFrame) -> float:
    """Return the width below which a sliver is rounding, not area (pixels).

    A few units in the last place of the largest map coordinate: a polygon that
    touches a chip's border in exact arithmetic may overlap it by that much.

    Args:
        way: from the layer's CRS to the raster's, or to its rows and columns.
        frame: the raster's pixels on the map.
    """
    if isinstance(way, PixelWay):
        return _RESOLUTION
    reach = (frame.left, frame.top, *frame.extent(frame.whole))
    return 4.0 * math.ulp(max(map(abs, reach))) / min(frame.cell_x, frame.cell_y)
