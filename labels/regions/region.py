"""What polygons cover together."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY

from ...chipping.plan.turned import TurnedTile
from ..features.repair import from_wkb, polygon_part, rectangle, united
from ..shapes.polygons import Outlines

_NEAR = 0.01  # pixels by which a tile may reach beyond a region, or into another
_ROUND = 8  # segments of a quarter of a circle


class Region(NamedTuple):
    """What some polygons cover together.

    Attributes:
        around: that and a little more, prepared; a tile that is held has to lie in it.
        inside: that itself, prepared; a tile that is not met may not reach into it.
        shapes: keep the geometries of both alive.
        outlines: that itself, one shape (pixels).
    """

    around: Any
    inside: Any
    shapes: tuple[QgsGeometry, ...]
    outlines: Outlines

    @classmethod
    def of(cls, outlines: Outlines) -> Region:
        """Return the region of some polygons (pixels), at least one.

        Raises:
            ValueError: GEOS cannot unite them.
        """
        whole = united([_valid(outlines.wkb(number)) for number in range(len(outlines))])
        if whole.isNull():
            raise ValueError("GEOS cannot unite them")
        shapes = whole.buffer(_NEAR, _ROUND), whole
        around, inside = (QgsGeometry.createGeometryEngine(shape.constGet()) for shape in shapes)
        around.prepareGeometry()
        inside.prepareGeometry()
        return cls(around, inside, shapes, Outlines.of([polygon_part(whole)]))

    def __reduce__(self) -> tuple[Any, ...]:
        """Return what another process makes the same from: it has no part in GEOS's memory."""
        return Region.of, (self.outlines,)

    def holds(self, tile: TurnedTile) -> bool:
        """Return whether all of a tile lies in the region, to 0.01 pixel."""
        return bool(self.around.contains(_shape(tile)))

    def meets(self, tile: TurnedTile) -> bool:
        """Return whether a tile reaches into the region, by more than 0.01 pixel."""
        return bool(self.inside.intersects(_shape(tile, _NEAR)))


def _valid(wkb: bytes) -> QgsGeometry:
    """Return polygons that were valid before their points were rounded to where they are now."""
    shape = from_wkb(wkb)
    return shape if shape.isGeosValid() else from_wkb(polygon_part(shape.makeValid()))


def _shape(tile: TurnedTile, smaller: float = 0.0) -> Any:
    """Return a tile as a polygon, each side moved inward."""
    window = tile.window
    if tile.angle:
        low, right, bottom = smaller, window.width - smaller, window.height - smaller
        corners = np.array([(low, low), (right, low), (right, bottom), (low, bottom)])
        points = [QgsPointXY(x, y) for x, y in tile.to_raster(corners).tolist()]
        polygon = QgsGeometry.fromPolygonXY([points])  # has to live until the copy is made
        return polygon.constGet().clone()
    left, top, right, bottom = window.col_off, window.row_off, window.col_end, window.row_end
    return box_of(left + smaller, top + smaller, right - smaller, bottom - smaller)


def box_of(left: float, top: float, right: float, bottom: float) -> Any:
    """Return a rectangle as a geometry that the engines of a region take."""
    polygon = rectangle(left, top, right, bottom)  # has to live until the copy is made
    return polygon.constGet().clone()
