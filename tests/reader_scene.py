"""A scene for readers of many formats, and what each of its chips shows, found by GEOS and by pixel centres.

It has polygons with holes and of several parts, rotated and overlapping ones, three classes with gaps
between their values, features that chips cut, and ground without any.
"""

from __future__ import annotations

import math
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from label_scenes import covered, write_class_raster
from leak_check import corners_of
from osgeo import ogr
from scenes import ORIGIN, memory_layer, noise, on_map, write_raster

SIZE, TILE, STRIDE, BLOCK = 320, 64, 48, 128  # pixels
CLASSES = {2: "Roof", 5: "Big tree", 300: "Wáter"}
SPLIT = {"VALIDATION_PERCENT": 20, "TEST_PERCENT": 20, "SPLIT_BLOCK_SIZE": 2.0 * BLOCK}
_WORLDS = (".tfw", ".pgw", ".jgw")
_EMPTY = (225, 0, SIZE, 95)  # left, top, right, bottom of the ground without labels


class Shown(NamedTuple):
    """What a chip shows of a feature.

    Attributes:
        class_value: its class.
        box: left, top, right, bottom (pixels from the chip's upper-left corner).
        area: of its part in the chip (square pixels).
        part: WKT of that part (pixels from the chip's upper-left corner).
        rings: of that part, outer and inner ones.
        has_hole: whether it has an inner one.
    """

    class_value: int
    box: tuple[float, float, float, float]
    area: float
    part: str
    rings: int
    has_hole: bool

    def mask(self) -> np.ndarray:
        """Return which pixel centres lie in it, (rows, columns)."""
        return covered(self.part, TILE, TILE)


def _ring(points: list[tuple[float, float]]) -> str:
    return "(" + ",".join(f"{x:.4f} {y:.4f}" for x, y in [*points, points[0]]) + ")"


def _turned(x: float, y: float, width: float, height: float, angle: float) -> str:
    cos, sin = math.cos(angle), math.sin(angle)
    corners = [(-width, -height), (width, -height), (width, height), (-width, height)]
    return _ring([(x + (a * cos - b * sin) / 2, y + (a * sin + b * cos) / 2) for a, b in corners])


def _star(x: float, y: float, radius: float) -> str:
    far = [radius if place % 2 else 0.6 * radius for place in range(10)]
    return _ring(
        [
            (x + each * math.sin(place * 0.2 * math.pi), y + each * math.cos(place * 0.2 * math.pi))
            for place, each in enumerate(far)
        ]
    )


@lru_cache(maxsize=1)
def shapes() -> tuple[tuple[str, int], ...]:
    """Return WKT (pixels) and class of each feature."""
    random, found = np.random.default_rng(12), []
    while len(found) < 70:
        x, y = random.uniform(-4, SIZE + 4, 2)
        width, height = random.uniform(7, 30, 2)
        angle, kind = random.uniform(0, math.pi), len(found) % 5
        far = 30 + width
        if _EMPTY[0] - far < x < _EMPTY[2] + far and _EMPTY[1] - far < y < _EMPTY[3] + far:
            continue
        body = _turned(x, y, width, height, angle)
        if kind == 0:
            wkt = f"MULTIPOLYGON(({body},{_turned(x, y, width / 2, height / 2, angle)}))"
        elif kind == 1:
            wkt = f"MULTIPOLYGON(({body}),({_star(x + 22, y + 22, 6)}))"
        elif kind == 2:
            wkt = f"MULTIPOLYGON(({_star(x, y, width / 2 + 3)}))"
        else:
            wkt = f"MULTIPOLYGON(({body}))"
        if ogr.CreateGeometryFromWkt(wkt).IsValid():
            found.append((wkt, (2, 5, 2, 300)[int(random.integers(4))]))
    return tuple(found)


def pixels() -> np.ndarray:
    """Return the scene's pixels, three bands of 8 bit."""
    found = noise(3, SIZE, SIZE)
    found[1] = found[0] // 2
    return found


def imagery(folder: Path) -> Path:
    """Write the scene's pixels and return their path."""
    return write_raster(folder / "imagery.tif", pixels())


def polygons() -> Any:
    """Return the features as a layer with class values and names."""
    features = [(on_map(wkt), {"value": value, "classname": CLASSES[value]}) for wkt, value in shapes()]
    return memory_layer(features, {"value": int, "classname": str})


def class_raster(folder: Path) -> Path:
    """Write the features as a class raster, later ones on top, and return its path."""
    values = np.zeros((SIZE, SIZE), np.uint16)
    for wkt, value in shapes():
        values[covered(wkt, SIZE, SIZE)] = value
    return write_class_raster(folder / "classes.tif", values)


def _shown(wkt: str, value: int, row: int, column: int) -> Shown | None:
    tile = ogr.CreateGeometryFromWkt(
        f"POLYGON(({column} {row},{column + TILE} {row},{column + TILE} {row + TILE},"
        f"{column} {row + TILE},{column} {row}))"
    )
    part = ogr.CreateGeometryFromWkt(wkt).Intersection(tile)
    if part.GetArea() == 0:
        return None
    left, right, top, bottom = part.GetEnvelope()
    box = left - column, top - row, right - column, bottom - row
    if any(round(low, 2) == round(high, 2) for low, high in (box[::2], box[1::2])):
        return None
    moved = _moved(part, column, row)
    rings = [each.GetGeometryCount() for each in _polygons(part)]
    return Shown(value, box, part.GetArea(), moved.ExportToWkt(), sum(rings), max(rings) > 1)


def _polygons(geometry: ogr.Geometry) -> list[ogr.Geometry]:
    if geometry.GetGeometryName() == "POLYGON":
        return [geometry]
    return [geometry.GetGeometryRef(place) for place in range(geometry.GetGeometryCount())]


def _moved(geometry: ogr.Geometry, column: int, row: int) -> ogr.Geometry:
    moved = ogr.Geometry(ogr.wkbMultiPolygon)
    for each in _polygons(geometry):
        polygon = ogr.Geometry(ogr.wkbPolygon)
        for ring in (each.GetGeometryRef(place) for place in range(each.GetGeometryCount())):
            new = ogr.Geometry(ogr.wkbLinearRing)
            for x, y, *_ in ring.GetPoints():
                new.AddPoint_2D(x - column, y - row)
            polygon.AddGeometry(new)
        moved.AddGeometry(polygon)
    return moved


@lru_cache(maxsize=1000)
def shown_at(row: int, column: int) -> tuple[Shown, ...]:
    """Return what a chip shows, in the order of the features.

    Args:
        row: of its first pixel in the scene.
        column: likewise.
    """
    found = (_shown(wkt, value, row, column) for wkt, value in shapes())
    return tuple(each for each in found if each is not None)


def corners(folder: Path) -> dict[str, tuple[int, int]]:
    """Return row and column of the first pixel of each chip of a set in the scene, as world files say."""
    stems = sorted(path.stem for path in (folder / "images").iterdir() if path.suffix in _WORLDS)
    first = round(ORIGIN[1] / -2), round(ORIGIN[0] / 2)
    return {
        stem: (row - first[0], column - first[1])
        for stem, (row, column) in zip(stems, corners_of(folder / "images"))
    }


def shown(folder: Path) -> dict[str, tuple[Shown, ...]]:
    """Return what each chip of a set shows, by its stem."""
    return {stem: shown_at(*corner) for stem, corner in corners(folder).items()}


def pixels_at(row: int, column: int) -> np.ndarray:
    """Return (rows, columns, bands) of a chip; beyond the scene all is 0."""
    beyond = np.zeros((SIZE + TILE, SIZE + TILE, 3), np.uint8)
    beyond[:SIZE, :SIZE] = pixels().transpose(1, 2, 0)
    return beyond[row : row + TILE, column : column + TILE]
