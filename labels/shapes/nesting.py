"""Which shell each hole lies in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .polygons import Outlines, chunks, expanded

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

_CHUNK = 1 << 20  # pairs of a hole and an edge that are looked at together


def shells_of(rings: Outlines) -> Places:
    """Return for each ring its shell: its own number, or that of the shell that a hole lies in.

    The edge next to a hole's leftmost point, to the left, is one of its shell
    or of another hole in the same shell.

    Args:
        rings: shapes of one ring each, that do not cross one another.
    """
    numbers = np.arange(len(rings))
    shells, holes = np.flatnonzero(rings.shells), np.flatnonzero(~rings.shells)
    if len(shells) < 2 or not len(holes):
        return np.where(rings.shells, numbers, shells[0] if len(shells) else 0)
    owners = numbers.copy()
    owners[holes] = _left_of(rings, holes)
    for _ in range(len(holes).bit_length()):  # each time twice as far
        owners[holes] = owners[owners[holes]]
    return owners


def _left_of(rings: Outlines, holes: Places) -> Places:
    """Return the rings whose edges are the next to the left of holes."""
    x, y, hole = _leftmost(rings, holes)
    begin = np.delete(np.arange(len(rings.points)), rings.rings[1:] - 1)
    ring = np.repeat(np.arange(len(rings)), np.diff(rings.rings) - 1)
    one, other = rings.points[begin], rings.points[begin + 1]
    swap = one[:, 1] > other[:, 1]
    one[swap], other[swap] = other[swap], one[swap]
    first, last = np.searchsorted(y, one[:, 1]), np.searchsorted(y, other[:, 1])
    nearest, found = np.full(len(holes), -np.inf), hole.copy()
    for part in chunks(last - first, _CHUNK):
        asked = expanded(first[part], last[part])
        edge = np.repeat(np.arange(len(begin))[part], (last - first)[part])
        share = (y[asked] - one[edge, 1]) / (other[edge, 1] - one[edge, 1])
        place = one[edge, 0] + share * (other[edge, 0] - one[edge, 0])
        place[(place > x[asked]) | (ring[edge] == hole[asked])] = -np.inf
        order = np.lexsort((place, asked))
        best = order[np.flatnonzero(np.diff(asked[order], append=-1))]
        best = best[place[best] > nearest[asked[best]]]
        nearest[asked[best]], found[asked[best]] = place[best], ring[edge[best]]
    owners = np.empty_like(holes)
    owners[np.searchsorted(holes, hole)] = found
    return owners


def _leftmost(rings: Outlines, holes: Places) -> tuple[Floats, Floats, Places]:
    """Return x and y of the leftmost point of each hole, and the hole; by y."""
    some = rings.taken(holes)
    number = np.repeat(np.arange(len(holes)), np.diff(some.rings))
    order = np.lexsort((some.points[:, 0], number))
    points = some.points[order[some.rings[:-1]]]
    by_y = np.argsort(points[:, 1], kind="stable")
    return points[by_y, 0], points[by_y, 1], holes[by_y]
