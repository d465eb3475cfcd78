"""From a geometry of any kind to the valid polygons that are its area."""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import QgsGeometry, QgsRectangle, QgsWkbTypes

from .. import geos_clip
from ..report import NO_POLYGON
from .polygon_parts import joined, parts_of, polygons_of

_QUADRANT_SEGMENTS = 16  # of a circle around a point; its envelope is exact, its area 0.2 % small
_PLAIN = (QgsWkbTypes.Type.Polygon, QgsWkbTypes.Type.MultiPolygon)

NO_AREA = "no area that can be repaired"


class LabelArea(NamedTuple):
    """The area of a label.

    Attributes:
        wkb: its polygons as well-known binary, b"" where there are none.
        reason: why there are none.
        repaired: its geometry was made valid.
        reduced: its geometry holds points or lines as well, which have no area.
    """

    wkb: bytes
    reason: str = ""
    repaired: bool = False
    reduced: bool = False


def label_area(geometry: QgsGeometry, radius: float) -> LabelArea:
    """Return the area of a label, flat and valid.

    Each polygon is made valid by itself; then all are united: what parts of a
    multipolygon share, or a part in another, or the floor and the roof of a
    building, is area. Within one polygon it is the lines of its rings that
    decide, as in QGIS and GDAL: area begins or ends at each. A place that a
    ring goes round twice is therefore a hole; a line that is drawn twice counts
    once.

    Args:
        geometry: any geometry, in the layer's CRS; it is not changed.
        radius: radius of the area around it (units of the layer's CRS); 0 takes
            its polygons as they are, and nothing else.
    """
    flat = _flat(geometry)
    if flat is None:
        return LabelArea(b"", NO_AREA)
    wkb = flat.asWkb().data()
    is_plain = flat.wkbType() in _PLAIN
    is_valid = is_plain and flat.isGeosValid()
    if is_valid and radius <= 0:  # so most are
        return LabelArea(wkb)
    polygons, others = parts_of(wkb)
    if radius <= 0 and not polygons:
        return LabelArea(b"", NO_POLYGON if others else NO_AREA)
    area, repaired = _united(polygons)
    if radius > 0:
        beside = [from_wkb(each) for each in others] if polygons else [flat]
        area = _grown([each for each in (area, *beside) if not each.isNull()], radius)
    if area.isEmpty():
        return LabelArea(b"", NO_AREA)
    repaired = repaired or (is_plain and not is_valid)
    return LabelArea(area.asWkb().data(), "", repaired, bool(others) and radius <= 0)


def from_wkb(wkb: bytes) -> QgsGeometry:
    """Return a geometry from well-known binary."""
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return geometry


def united(geometries: list[QgsGeometry]) -> QgsGeometry:
    """Return what some polygons cover together; a null geometry where there are none or GEOS gives up."""
    return geometries[0] if len(geometries) == 1 else QgsGeometry.unaryUnion(geometries)


def polygon_part(geometry: QgsGeometry) -> bytes:
    """Return the polygons of a geometry without arcs; see ``polygons_of``."""
    return polygons_of(geometry.asWkb().data())


def rectangle(left: float, top: float, right: float, bottom: float) -> QgsGeometry:
    """Return a rectangle as a polygon."""
    return QgsGeometry.fromRect(QgsRectangle(left, top, right, bottom))


def clip(wkb: bytes, box: tuple[float, float, float, float]) -> bytes | None:
    """Cut polygons by a rectangle; see ``spreading.Clip``.

    A ring that touches another is valid in the layer's CRS, and may cross it by
    the last digit of a coordinate in the raster's: then GEOS gives up.
    """
    common = geos_clip.clip(wkb, box)
    return common if common is not None else shared(from_wkb(wkb), rectangle(*box))


def shared(shape: QgsGeometry, other: QgsGeometry) -> bytes | None:
    """Return the polygons that two shapes share, b"" where there are none, None where GEOS gives up.

    Args:
        shape: polygons; if need be they are made valid first.
        other: valid polygons.
    """
    common = shape.intersection(other)
    if common.isNull():
        common = shape.makeValid().intersection(other)
    return None if common.isNull() else polygon_part(common)


def _flat(geometry: QgsGeometry) -> QgsGeometry | None:
    """Return a copy with straight edges and without Z and M, None where it is unusable."""
    if geometry.isNull() or geometry.isEmpty() or not geometry.boundingBox().isFinite():
        return None
    abstract = geometry.constGet().segmentize()
    abstract.dropZValue()
    abstract.dropMValue()
    return QgsGeometry(abstract)


def _united(polygons: list[bytes]) -> tuple[QgsGeometry, bool]:
    """Return what polygons cover together, and whether one of them had to be repaired.

    Args:
        polygons: as well-known binary, valid or not.
    """
    if not polygons:
        return QgsGeometry(), False
    whole = from_wkb(joined(polygons))
    if whole.isGeosValid():
        return whole, False
    parts = [from_wkb(each) for each in polygons]
    broken = [place for place, each in enumerate(parts) if not each.isGeosValid()]
    for place in broken:
        parts[place] = parts[place].makeValid()
        if parts[place].isNull():
            return QgsGeometry(), False
    areas = [from_wkb(wkb) for wkb in map(polygon_part, parts) if wkb]
    return united(areas), bool(broken)


def _grown(geometries: list[QgsGeometry], radius: float) -> QgsGeometry:
    """Return the area around geometries."""
    return united([each.buffer(radius, _QUADRANT_SEGMENTS) for each in geometries])
