"""Where random inputs lie, and the shapes of their features."""

from __future__ import annotations

import math
import random
from typing import Any, NamedTuple

from osgeo import ogr


class Transform(NamedTuple):
    """A north-up geotransform."""

    left: float
    top: float
    cell_x: float
    cell_y: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return a place given in pixels on the map."""
        return self.left + x * self.cell_x, self.top - y * self.cell_y

    @property
    def gdal(self) -> tuple[float, ...]:
        """In GDAL's order."""
        return self.left, self.cell_x, 0.0, self.top, 0.0, -self.cell_y


def size_between(numbers: random.Random, low: int, high: int) -> int:
    """Return a whole number, as likely small as large."""
    return min(high, max(low, round(math.exp(numbers.uniform(math.log(low), math.log(high))))))


def spot(numbers: random.Random, width: int, height: int) -> tuple[float, float]:
    """Return a place in or near the image, sometimes on a pixel's corner."""
    x, y = numbers.uniform(-10, width + 10), numbers.uniform(-10, height + 10)
    return (float(round(x)), float(round(y))) if numbers.random() < 0.2 else (x, y)


def polygon(numbers: random.Random, width: int, height: int, place: Any) -> ogr.Geometry | None:
    """Return a polygon of some kind, None for none; ``place`` gives where pixels of the image lie."""
    kind = numbers.choice(
        ("rectangle", "triangle", "many", "bow tie", "hole", "flat", "none", "multi", "huge")
    )
    if kind == "none":
        return None if numbers.random() < 0.5 else ogr.Geometry(ogr.wkbMultiPolygon)
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for _ in range(numbers.randrange(1, 4) if kind == "multi" else 1):
        part = ogr.Geometry(ogr.wkbPolygon)
        for ring in _rings(numbers, kind, spot(numbers, width, height)):
            line = ogr.Geometry(ogr.wkbLinearRing)
            for x, y in [*ring, ring[0]]:
                line.AddPoint_2D(*place(x, y))
            part.AddGeometry(line)
        whole.AddGeometry(part)
    return whole


def _rings(numbers: random.Random, kind: str, corner: tuple[float, float]) -> list[list[tuple[float, float]]]:
    """Return shell and holes of a polygon, in pixels."""
    x, y = corner
    right, down = (numbers.choice((0.4, 3.0, 17.0)) * numbers.uniform(0.3, 1.5) for _ in range(2))
    if x.is_integer():
        right, down = math.ceil(right), math.ceil(down)
    box = [(x, y), (x + right, y), (x + right, y + down), (x, y + down)]
    if kind == "triangle":
        return [[box[0], box[1], (x + right / 3, y + down)]]
    if kind == "bow tie":
        return [[box[0], box[2], box[1], (x - 0.1 * right, y + down * 0.9)]]
    if kind == "flat":
        return [[box[0], box[2], box[0]]]
    if kind == "huge":
        return [[(x - 900, y - 900), (x + 900, y - 900), (x + 900, y + 900), (x - 900, y + 900)]]
    if kind == "hole":
        return [
            box,
            [(x + right / 4, y + down / 4), (x + right / 2, y + down / 4), (x + right / 3, y + down / 2)],
        ]
    if kind == "many":
        turns = [2 * math.pi * step / 40 for step in range(40)]
        reach = [numbers.uniform(0.5, 1) for _ in turns]
        return [
            [
                (x + right * far * math.cos(turn), y + down * far * math.sin(turn))
                for turn, far in zip(turns, reach)
            ]
        ]
    return [box]


def point(numbers: random.Random, width: int, height: int, place: Any) -> ogr.Geometry | None:
    """Return a point, seldom None."""
    made = ogr.Geometry(ogr.wkbPoint)
    made.AddPoint_2D(*place(*spot(numbers, width, height)))
    return made if numbers.random() < 0.95 else None


def line_string(numbers: random.Random, width: int, height: int, place: Any) -> ogr.Geometry | None:
    """Return a line of some points."""
    line = ogr.Geometry(ogr.wkbLineString)
    x, y = spot(numbers, width, height)
    for _ in range(numbers.randrange(2, 5)):
        line.AddPoint_2D(*place(x, y))
        x, y = x + numbers.uniform(-15, 15), y + numbers.uniform(-15, 15)
    return line
