"""The shapes of regions of a class map: polygons along the edges of their pixels.

Pixels that hang together by sides make a polygon; what hangs on by a corner is
another polygon of the same region. Where a polygon meets itself at a corner,
one ring ends there and another begins: all rings are simple, and touch at
points only (OGC 06-103r4, 6.1.11).
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ...chipping.chip import ObjectShape
from ...chipping.shapes.run_lengths import run_lengths_of
from ..shapes.rectangle_cut import cycles
from .regions import Regions, parts_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.intp]
    Flags = NDArray[np.bool_]
    Floats = NDArray[np.float64]
    Polygon = tuple[Floats, ...]


def shapes_of(regions: Regions) -> list[ObjectShape]:
    """Return the shape of each region of a chip, in their order."""
    shapes = _Shapes(regions)
    return [
        ObjectShape(partial(shapes.outline, number), partial(shapes.run_lengths, number))
        for number in range(len(regions.pixels))
    ]


class _Shapes:
    """The shapes of the regions of a chip, those of all found together when one is asked for."""

    def __init__(self, regions: Regions) -> None:
        self._regions = regions

    def outline(self, number: int) -> tuple[Polygon, ...]:
        """Return the polygons of a region."""
        return self._outlines[number]

    def run_lengths(self, number: int) -> list[int]:
        """Return the run lengths of the pixels of a region."""
        return self._run_lengths[number]

    @cached_property
    def _outlines(self) -> list[tuple[Polygon, ...]]:
        parts, owners = parts_of(self._regions)
        polygons: list[list[Polygon]] = [[] for _ in range(len(self._regions.pixels))]
        for owner, polygon in zip(owners.tolist(), _polygons(parts, len(owners))):
            polygons[owner].append(polygon)
        return list(map(tuple, polygons))

    @cached_property
    def _run_lengths(self) -> list[list[int]]:
        return run_lengths_of(self._regions.numbers(), len(self._regions.pixels))


class _Turns(NamedTuple):
    """Where the edges of parts turn, part by part, row by row.

    Attributes:
        parts: (turns), number of the part, from 1.
        rows: (turns), y (pixel edges).
        columns: (turns), x (pixel edges).
        right: (turns), True where the edge along x lies to the right, False to the left.
        below: (turns), True where the edge along y lies below, False above.
        leaves: (turns), True where the part's edge, clockwise, comes along y and leaves along x.
    """

    parts: Numbers
    rows: Numbers
    columns: Numbers
    right: Flags
    below: Flags
    leaves: Flags

    @classmethod
    def of(cls, image: Numbers) -> _Turns:
        """Return the turns of an image.

        Args:
            image: (rows, columns) of numbers of parts, 0 for nothing.
        """
        padded = np.pad(image, 1)
        found = [
            turns
            for right in (False, True)
            for below in (False, True)
            for turns in _turns(padded, right, below)
        ]
        columns = cls(*(np.concatenate(each) for each in zip(*found)))
        order = np.lexsort((columns.below, columns.right, columns.columns, columns.rows, columns.parts))
        return cls(*(each[order] for each in columns))

    def following(self) -> Numbers:
        """Return for each turn the next one: clockwise around the part, the other way around its holes."""
        along_x = np.lexsort((self.right, self.columns, self.rows, self.parts))
        along_y = np.lexsort((self.below, self.rows, self.columns, self.parts))
        return np.where(self.leaves, _others(along_x), _others(along_y))


def _turns(padded: Numbers, right: bool, below: bool) -> list[tuple[NDArray[np.generic], ...]]:
    """Return the turns around one of the four pixels that meet at a corner: convex ones, then concave ones.

    Args:
        padded: (rows + 2, columns + 2), the image with 0 around it.
        right: the pixel lies to the right of the corner.
        below: it lies below the corner.
    """

    def pixels(right: bool, below: bool) -> Numbers:
        rows, columns = padded.shape
        return padded[below : rows - 1 + below, right : columns - 1 + right]

    own, beside, across = pixels(right, below), pixels(not right, below), pixels(right, not below)
    opposite = pixels(not right, not below)
    convex = (own != 0) & (own != beside) & (own != across)
    concave = (beside != 0) & (beside == across) & (beside == opposite) & (beside != own)
    found: list[tuple[NDArray[np.generic], ...]] = []
    for flags, image, leaves in ((convex, own, right == below), (concave, beside, right != below)):
        rows, columns = np.nonzero(flags)
        sides = [np.full(len(rows), each) for each in (right, below, leaves)]
        found.append((image[rows, columns], rows, columns, *sides))
    return found


def _others(order: Numbers) -> Numbers:
    """Return for each item the other one of its pair; ``order`` holds one pair after another."""
    others = np.empty_like(order)
    others[order[::2]], others[order[1::2]] = order[1::2], order[::2]
    return others


def _polygons(image: Numbers, count: int) -> list[Polygon]:
    """Return the polygon of each part: its outer ring, then its holes.

    Args:
        image: (rows, columns) of numbers of parts, 0 for nothing.
        count: parts.
    """
    turns = _Turns.of(image)
    order, sizes = cycles(turns.following().tolist())
    points = np.stack((turns.columns, turns.rows), axis=1)[order]
    parts = turns.parts[order]
    outer: list[list[Floats]] = [[] for _ in range(count)]
    holes: list[list[Floats]] = [[] for _ in range(count)]
    end = 0
    for size in sizes:
        start, end = end, end + size
        for ring in _simple(points[start:end]):
            (outer if _is_clockwise(ring) else holes)[int(parts[start]) - 1].append(ring)
    return [(*shell, *inner) for shell, inner in zip(outer, holes)]


def _simple(points: Numbers) -> list[Floats]:
    """Return the rings of a ring that comes to some points twice, each coming to none of its points twice.

    Each begins with its uppermost point, of these the leftmost, as the whole ring does.
    """
    corners: list[tuple[int, int]] = list(map(tuple, points.tolist()))
    if len(set(corners)) == len(corners):
        return [points.astype(np.float64)]
    rings: list[list[tuple[int, int]]] = []
    way: list[tuple[int, int]] = []
    places: dict[tuple[int, int], int] = {}
    for corner in corners:
        if corner in places:
            first = places[corner]
            rings.append(way[first:])
            for left in way[first:]:
                del places[left]
            del way[first:]
        places[corner] = len(way)
        way.append(corner)
    each = [np.array(ring, dtype=np.float64) for ring in (way, *rings)]
    return [np.roll(ring, -np.lexsort(ring.T)[0], axis=0) for ring in each]


def _is_clockwise(ring: Floats) -> bool:
    x, y = ring.T
    return bool(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y) > 0)
