"""Rings of polygons: as text has them, and several of them made one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from ....chipping.chip import ChipShapes, ObjectShape
from ....chipping.shapes.rings import Rings

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ring = NDArray[np.float64]
    Lengths = NDArray[np.intp]
    Units = NDArray[np.int64]
    Parts = Sequence[Sequence[Ring]]

_FEWEST = 3  # points of a ring
_PAIRS = 1 << 18  # of points that are compared; of larger rings only one point is


def rings_of(shapes: Sequence[ObjectShape]) -> Rings:
    """Return the polygons of the shapes of a chip as arrays."""
    return shapes.rings() if isinstance(shapes, ChipShapes) else Rings.of(each.parts for each in shapes)


def signed_area(ring: Ring) -> float:
    """Return the area of a ring, positive where its points turn from x to y.

    Args:
        ring: (points, 2), the first point not repeated at the end.
    """
    x, y = (ring - ring[0]).T
    return float(np.dot(x, np.roll(y, -1)) - np.dot(np.roll(x, -1), y)) / 2


def distinct(rings: Sequence[Ring], decimals: int) -> list[Ring]:
    """Return rings as they are written: rounded, each point once where it stood several times in a row.

    Args:
        rings: (points, 2) of each, the first point not repeated at the end.
        decimals: of its coordinates.

    Returns:
        (points, 2) of each, none where fewer than three points remain, or no area.
    """
    if not rings:
        return []
    units, lengths = distinct_points(np.concatenate(rings), np.array(list(map(len, rings))), decimals)
    kept, ends = units / 10**decimals, np.cumsum(lengths)
    return [kept[end - length : end] for end, length in zip(ends.tolist(), lengths.tolist())]


def distinct_points(points: Ring, lengths: Lengths, decimals: int) -> tuple[Units, Lengths]:
    """Return the points of rings as they are written, see ``distinct``, in units of the last decimal.

    Args:
        points: (points, 2) of all rings.
        lengths: (rings), points of each, at least one.
        decimals: of the coordinates.

    Returns:
        (points, 2) of all rings as whole numbers, and (rings) the points of each.
    """
    if not len(lengths):
        return np.empty((0, 2), dtype=np.int64), lengths
    ends = np.cumsum(lengths)
    starts = ends - lengths
    units = np.rint(points * 10**decimals).astype(np.int64)
    before = np.arange(-1, len(units) - 1)
    before[starts] = ends - 1
    previous = units[before]
    is_kept = (units[:, 0] != previous[:, 0]) | (units[:, 1] != previous[:, 1])
    left = np.add.reduceat(is_kept, starts, dtype=np.intp)
    is_ring = (left >= _FEWEST) & (_twice_the_areas(units, previous, starts) != 0)
    left[~is_ring] = 0
    return units[is_kept & is_ring.repeat(lengths)], left


def _twice_the_areas(points: Units, previous: Units, starts: Lengths) -> Units:
    """Return twice the signed area of each ring, exactly.

    Args:
        points: (points, 2) of all rings.
        previous: (points, 2), the point before each.
        starts: (rings), the first point of each.
    """
    turns = previous[:, 0] * points[:, 1] - points[:, 0] * previous[:, 1]
    areas: Units = np.add.reduceat(turns, starts)
    return areas


def one_ring(parts: Parts) -> Ring:
    """Return one ring around all that polygons cover.

    Rings are joined by bridges, which lead there and back and have no area:
    holes turn the other way than outer rings, so that the area stays the same.

    Args:
        parts: polygons, each the outer ring and then holes; (points, 2), without the first
            point repeated at the end.
    """
    first, *others = (_turned(ring, place == 0) for part in parts for place, ring in enumerate(part))
    return _joined(first, others)


def _joined(whole: Ring, others: Iterable[Ring]) -> Ring:
    for ring in others:
        here, there = _nearest(whole, ring)
        detour = (ring[there:], ring[: there + 1])
        whole = np.concatenate((whole[: here + 1], *detour, whole[here:]))
    return whole


def _turned(ring: Ring, forward: bool) -> Ring:
    x, y = (ring - ring[0]).T
    area = np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1])
    return ring if (area > 0) == forward else ring[::-1]


def _nearest(ring: Ring, other: Ring) -> tuple[int, int]:
    """Return the places of two points, one of each ring, that are near each other."""
    start = 0
    if len(ring) * len(other) > _PAIRS:
        start = int(other[:, 0].argmin())
        other = other[start : start + 1]
    apart = ring[:, None] - other[None]
    here, there = divmod(int(np.einsum("abc,abc->ab", apart, apart).argmin()), len(other))
    return here, start + there
