"""Label layers with odd but real properties: mixed types, overlapping parts, no width, fishnets."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping
from typing import Any, NamedTuple

from osgeo import ogr
from shapes import line_string, point, polygon, spot

ODD_TEXT = ["5", "2", "n/a", "tree", " tree", "tree ", "", "   ", "A\u0308pfel", "Äpfel", "\u00a0x"]
ODD_NUMBERS = ["1", " 1 ", "2.0", "\t3", "", " "]
KINDS = ("mixed types", "mixed types", "parts that overlap", "thin shapes", "fishnet")
THIN = (0.001, 0.004, 0.0049, 0.006, 0.0099, 0.011, 0.02)  # pixels
MOST_CELLS = 60


class Plan(NamedTuple):
    """A layer that is to be written.

    Attributes:
        kind: what is odd about it, "" for nothing.
        suffix: of the file.
        driver: OGR's name.
        type: OGR's type of the layer.
        options: of the layer.
        geometries: of its features.
    """

    kind: str
    suffix: str
    driver: str
    type: int
    options: list[str]
    geometries: list[ogr.Geometry | None]

    @property
    def has_polygons(self) -> bool:
        """Whether a feature holds a polygon that is not empty."""
        return any(map(_holds_polygon, self.geometries))


def _holds_polygon(geometry: ogr.Geometry | None) -> bool:
    if geometry is None or geometry.IsEmpty():
        return False
    if ogr.GT_Flatten(geometry.GetGeometryType()) == ogr.wkbPolygon:
        return True
    return any(_holds_polygon(geometry.GetGeometryRef(n)) for n in range(geometry.GetGeometryCount()))


def odd_plan(
    numbers: random.Random,
    size: tuple[int, int],
    parameters: Mapping[str, Any],
    place: Any,
    in_degrees: bool,
) -> Plan:
    """Return a layer of some odd kind.

    Args:
        numbers: the source of chance.
        size: columns and rows of the image.
        parameters: of the export.
        place: where pixels of the image lie in the layer's CRS.
        in_degrees: whether that is one in degrees.
    """
    kind = numbers.choice(KINDS)
    if kind == "fishnet":
        digits = 7 if in_degrees else numbers.choice((1, 2, 3))
        options = [f"COORDINATE_PRECISION={digits}"]
        cells = _fishnet(numbers, size, parameters, place)
        return Plan(kind, ".geojson", "GeoJSON", ogr.wkbPolygon, options, cells)
    make = {"mixed types": _anything, "parts that overlap": _overlapping, "thin shapes": _thin}[kind]
    count = numbers.choice((1, 5, 20, 40))
    geometries = [make(numbers, size, parameters, place) for _ in range(count)]
    files = [(".gpkg", "GPKG"), (".geojson", "GeoJSON"), (".fgb", "FlatGeobuf")]
    suffix, driver = numbers.choice([file for file in files if ogr.GetDriverByName(file[1]) is not None])
    declared = ogr.wkbUnknown
    if driver == "GPKG":
        declared = numbers.choice(
            (ogr.wkbUnknown, ogr.wkbPolygon, ogr.wkbMultiPolygon, ogr.wkbGeometryCollection)
        )
    return Plan(kind, suffix, driver, declared, [], geometries)


def _anything(
    numbers: random.Random, size: tuple[int, int], parameters: Mapping[str, Any], place: Any
) -> ogr.Geometry | None:
    """Return a geometry of any type, polygons more often than others."""
    kind = numbers.choice(
        ("polygon", "polygon", "line", "point", "lines", "points", "collection", "nested", "beside")
    )
    if kind == "polygon":
        return polygon(numbers, *size, place)
    if kind in ("line", "point"):
        return (line_string if kind == "line" else point)(numbers, *size, place)
    if kind in ("lines", "points"):
        whole = ogr.Geometry(ogr.wkbMultiLineString if kind == "lines" else ogr.wkbMultiPoint)
        parts = [line_string, point][kind == "points"]
        return _gathered(whole, [parts(numbers, *size, place) for _ in range(numbers.randrange(1, 4))])
    makers = {
        "collection": (polygon, line_string, point, polygon),
        "nested": (polygon, line_string),
        "beside": (line_string, point),
    }[kind]
    whole = ogr.Geometry(ogr.wkbGeometryCollection)
    _gathered(whole, [make(numbers, *size, place) for make in makers if numbers.random() < 0.8])
    if kind == "nested":
        outer = ogr.Geometry(ogr.wkbGeometryCollection)
        return _gathered(outer, [whole, polygon(numbers, *size, place)])
    return whole


def _gathered(whole: ogr.Geometry, parts: list[ogr.Geometry | None]) -> ogr.Geometry:
    for part in parts:
        if part is not None and not part.IsEmpty():
            whole.AddGeometry(part)
    return whole


def _box(
    left: float, top: float, right: float, bottom: float, place: Any, height: float | None = None
) -> ogr.Geometry:
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in ((left, top), (right, top), (right, bottom), (left, bottom), (left, top)):
        if height is None:
            ring.AddPoint_2D(*place(x, y))
        else:
            ring.AddPoint(*place(x, y), height)
    box = ogr.Geometry(ogr.wkbPolygon if height is None else ogr.wkbPolygon25D)
    box.AddGeometry(ring)
    return box


def _overlapping(
    numbers: random.Random, size: tuple[int, int], parameters: Mapping[str, Any], place: Any
) -> ogr.Geometry:
    """Return parts that share area: beside, in, or above one another, or one that crosses itself too."""
    x, y = spot(numbers, *size)
    side = numbers.choice((0.7, 4.0, 25.0)) * numbers.uniform(0.5, 1.5)
    kind = numbers.choice(("beside", "in", "above", "crossing"))
    whole = ogr.Geometry(ogr.wkbMultiPolygon25D if kind == "above" else ogr.wkbMultiPolygon)
    if kind == "above":
        parts = [_box(x, y, x + side, y + side, place, height) for height in (0.0, 3.0)]
    elif kind == "in":
        inner = _box(x + side / 4, y + side / 4, x + side / 2, y + side / 2, place)
        parts = [_box(x, y, x + side, y + side, place), inner]
    else:
        shift = side * numbers.uniform(0.1, 0.9)
        parts = [
            _box(x, y, x + side, y + side, place),
            _box(x + shift, y + shift / 2, x + side + shift, y + side, place),
        ]
    if kind == "crossing":
        ring = ogr.Geometry(ogr.wkbLinearRing)
        for dx, dy in ((0, 0), (1, 1), (1, 0), (0, 0.9), (0, 0)):
            ring.AddPoint_2D(*place(x + side * (dx - 0.3), y + side * dy))
        bow_tie = ogr.Geometry(ogr.wkbPolygon)
        bow_tie.AddGeometry(ring)
        parts.append(bow_tie)
    return _gathered(whole, parts)


def _thin(
    numbers: random.Random, size: tuple[int, int], parameters: Mapping[str, Any], place: Any
) -> ogr.Geometry:
    """Return a rectangle of hardly any width, often along a chip's border."""
    x, y = spot(numbers, *size)
    if numbers.random() < 0.5:
        x = float(parameters["STRIDE_X"] * numbers.randrange(4)) + numbers.choice((-0.003, 0.0, 0.004))
    wide, long = numbers.choice(THIN), numbers.choice((0.3, 5.0, 40.0))
    right, bottom = (x + wide, y + long) if numbers.random() < 0.5 else (x + long, y + wide)
    return _box(x, y, right, bottom, place)


def _fishnet(
    numbers: random.Random, size: tuple[int, int], parameters: Mapping[str, Any], place: Any
) -> list[ogr.Geometry | None]:
    """Return cells side by side over the image, as large as the chips or as their strides."""
    name = numbers.choice(("TILE_SIZE", "STRIDE"))
    wide, high = parameters[f"{name}_X"], parameters[f"{name}_Y"]
    columns, rows = (math.ceil(length / cell) for length, cell in zip(size, (wide, high)))
    places = [(column, row) for row in range(rows) for column in range(columns)]
    if len(places) > MOST_CELLS:
        places = numbers.sample(places, MOST_CELLS)
    return [
        _box(column * wide, row * high, (column + 1) * wide, (row + 1) * high, place)
        for column, row in places
    ]
