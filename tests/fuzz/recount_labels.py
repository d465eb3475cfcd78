"""What a label layer says: the area of each feature, and how its class value is found."""

from __future__ import annotations

import math
import re
import unicodedata
from typing import Any

from osgeo import ogr

_SPELLED = re.compile(r"\s*[+-]?[0-9]{1,18}(\.0*)?\s*")
_SINGLE = (ogr.wkbPoint, ogr.wkbLineString, ogr.wkbPolygon)
_PLAIN = (ogr.wkbPolygon, ogr.wkbMultiPolygon)


def each_point(geometry: ogr.Geometry, move: Any) -> None:
    for place in range(geometry.GetGeometryCount()):
        each_point(geometry.GetGeometryRef(place), move)
    for place in range(geometry.GetPointCount()):
        geometry.SetPoint_2D(place, *move(geometry.GetX(place), geometry.GetY(place)))


def polygons(geometry: ogr.Geometry | None) -> ogr.Geometry | None:
    """Return the polygons of a geometry as one."""
    if geometry is None:
        return None
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    stack = [geometry]
    while stack:
        each = stack.pop()
        if ogr.GT_Flatten(each.GetGeometryType()) == ogr.wkbPolygon:
            whole.AddGeometry(each)
        stack += [
            each.GetGeometryRef(place)
            for place in range(each.GetGeometryCount())
            if each.GetDimension() >= 0
            and ogr.GT_Flatten(each.GetGeometryType()) in (ogr.wkbMultiPolygon, ogr.wkbGeometryCollection)
        ]
    return whole


def label_area(geometry: ogr.Geometry | None, radius: float) -> ogr.Geometry | None:
    """Return the area of a label, None where it has none.

    Each polygon is made valid by itself, then all are united. Points and lines are area within a radius only.
    """
    if geometry is None or geometry.IsEmpty() or not all(map(math.isfinite, geometry.GetEnvelope())):
        return None
    flat = geometry.Clone()
    flat.FlattenTo2D()
    if ogr.GT_Flatten(flat.GetGeometryType()) in _PLAIN and flat.IsValid():
        shapes = [flat]
    else:
        shapes = [area for leaf in leaves(flat) for area in _valid(leaf)]
    if radius > 0:
        whole = [_united(shapes)] if shapes else []
        shapes = [each.Buffer(radius, 16) for each in [*whole, *filter(_is_no_polygon, leaves(flat))]]
    if not shapes:
        return None
    area = _united(shapes)
    return None if area.IsEmpty() or area.GetDimension() < 2 else area


def _united(shapes: list[ogr.Geometry]) -> ogr.Geometry:
    """Return what polygons cover together."""
    area = shapes[0]
    for each in shapes[1:]:
        area = area.Union(each)
    return area if len(shapes) == 1 else polygons(area)


def leaves(geometry: ogr.Geometry) -> list[ogr.Geometry]:
    """Return the points, lines and polygons of a geometry, however deep it holds them."""
    if ogr.GT_Flatten(geometry.GetGeometryType()) in _SINGLE:
        return [] if geometry.IsEmpty() else [geometry]
    parts = [geometry.GetGeometryRef(place) for place in range(geometry.GetGeometryCount())]
    return [leaf for part in parts for leaf in leaves(part)]


def _is_no_polygon(leaf: ogr.Geometry) -> bool:
    return ogr.GT_Flatten(leaf.GetGeometryType()) != ogr.wkbPolygon


def _valid(leaf: ogr.Geometry) -> list[ogr.Geometry]:
    """Return the valid area of a polygon, none where it has none."""
    if _is_no_polygon(leaf):
        return []
    area = leaf.Clone() if leaf.IsValid() else polygons(leaf.MakeValid())  # the leaf dies with its whole
    return [] if area is None or area.IsEmpty() else [area]


def class_numbers(layer: ogr.Layer, named: str) -> Any:
    """Return how a feature's class value is found."""
    definition = layer.GetLayerDefn()
    names = {definition.GetFieldDefn(n).GetName().lower(): n for n in range(definition.GetFieldCount())}
    places = [
        names[name] for name in ((named.lower(),) if named else ("classvalue", "value")) if name in names
    ]
    if not places:
        return lambda feature: 1
    place = places[0]
    present = {_reading(feature.GetField(place)) for feature in layer} - {None}
    layer.ResetReading()
    if all(not isinstance(each, str) or _SPELLED.fullmatch(each) for each in present):
        table = {
            each: int(float(each)) if isinstance(each, str) and "." in each else int(each) for each in present
        }
    else:
        table = {each: number for number, each in enumerate(sorted(present), start=1)}
    return lambda feature: table.get(_reading(feature.GetField(place)))


def _reading(value: object) -> object:
    """Return what a value of a field reads as: text composed and stripped of blanks, None for nothing."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value).strip() or None
    return value
