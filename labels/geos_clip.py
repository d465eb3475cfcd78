"""Cut polygons by a rectangle as GEOS does it, without QGIS: the same library in every process."""

from __future__ import annotations

from osgeo import gdal, ogr

from ..chipping.gdal_calls import quietly
from .features.polygon_parts import polygons_of
from .shapes.polygons import NATIVE
from .shapes.thinning import Sides


class ClipError(Exception):
    """GEOS gives up on polygons that have to be made valid first."""


_NATIVE = ogr.wkbNDR if NATIVE else ogr.wkbXDR


def clip(wkb: bytes, box: Sides) -> bytes | None:
    """Cut polygons by a rectangle; see ``exact_cut.Clip``.

    Args:
        wkb: the polygons, as well-known binary.
        box: sides of the rectangle.
    """
    common = quietly(lambda: ogr.CreateGeometryFromWkb(wkb).Intersection(_rectangle(*box)))
    if common is None:
        gdal.ErrorReset()  # whoever reads a layer meanwhile looks for errors of that
        return None
    return polygons_of(bytes(common.ExportToIsoWkb(_NATIVE)))


def surely_clipped(wkb: bytes, box: Sides) -> bytes:
    """Cut polygons by a rectangle; see ``clip``.

    Raises:
        ClipError: GEOS gives up.
    """
    common = clip(wkb, box)
    if common is None:
        raise ClipError
    return common


def _rectangle(left: float, top: float, right: float, bottom: float) -> ogr.Geometry:
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in ((left, top), (right, top), (right, bottom), (left, bottom), (left, top)):
        ring.AddPoint_2D(x, y)
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometryDirectly(ring)
    return polygon
