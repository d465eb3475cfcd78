"""What a label layer says: the area of each feature, and how its class value is found."""

from __future__ import annotations

import math
import re
from typing import Any

from osgeo import ogr

_SPELLED = re.compile(r"\s*[+-]?[0-9]{1,18}(\.0*)?\s*")


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
    """Return the area of a label, None where it has none."""
    if geometry is None or geometry.IsEmpty() or not all(map(math.isfinite, geometry.GetEnvelope())):
        return None
    area = geometry.Clone()
    if area.GetDimension() == 2 and not area.IsValid():
        area = polygons(area.MakeValid())
    if radius > 0:
        area = area.Buffer(radius, 16)
    return None if area is None or area.IsEmpty() or area.GetDimension() < 2 else area


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
    raws = [feature.GetField(place) for feature in layer]
    layer.ResetReading()
    present = {raw for raw in raws if raw is not None and raw != ""}
    if all(not isinstance(raw, str) or _SPELLED.fullmatch(raw) for raw in present):
        table = {raw: int(float(raw)) if isinstance(raw, str) and "." in raw else int(raw) for raw in present}
    else:
        table = {raw: number for number, raw in enumerate(sorted(map(str, present)), start=1)}
    return lambda feature: table.get(feature.GetField(place))
