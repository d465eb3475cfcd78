"""A quick proof that a ring does not touch itself, for the rings that most labels are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .polygons import Outlines

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

_ROUNDING = 128 * np.finfo(np.float64).eps  # share of the squared reach: error of a turn, generously


def surely_simple(outlines: Outlines) -> NDArray[np.bool_]:
    """Return which rings are simple beyond doubt: as a polygon, such a ring is valid.

    A ring that goes round its centroid once, always in the same direction, is
    star-shaped and so does not meet itself. Convex outlines are, and so are
    most buildings, crowns and digitised blobs. False says nothing.

    Args:
        outlines: shapes of one ring with four points or more.
    """
    starts, ends = outlines.rings[:-1], outlines.rings[1:]
    first = outlines.points[starts]
    with np.errstate(all="ignore"):  # infinite coordinates make no number, and so no proof
        around = _around_centroid(outlines.points - np.repeat(first, ends - starts, axis=0), starts, ends)
        turns = _turns(around, starts, ends)
        least, most = np.minimum.reduceat(turns, starts), np.maximum.reduceat(turns, starts)
        reach = np.maximum.reduceat(np.abs(around).max(axis=1), starts)
        one_way = np.maximum(least, -most) > _ROUNDING * reach * reach
        once = _rounds(around[:, 1], starts, ends) == 1
    closed = (outlines.points[ends - 1] == first).all(axis=1)
    proven: NDArray[np.bool_] = closed & one_way & once
    return proven


def _around_centroid(points: Floats, starts: Places, ends: Places) -> Floats:
    """Return the points of rings that begin at 0, 0 as seen from each ring's centroid."""
    turns = _turns(points, starts, ends)
    turns[ends - 1] = 0
    middles = np.zeros_like(points)
    middles[:-1] = (points[:-1] + points[1:]) * turns[:-1, None]
    sums = np.add.reduceat(middles, starts) / (3 * np.add.reduceat(turns, starts))[:, None]
    centred: Floats = points - np.repeat(sums, ends - starts, axis=0)
    return centred


def _turns(points: Floats, starts: Places, ends: Places) -> Floats:
    """Return for each edge twice the signed area that it and 0, 0 enclose.

    The last point of a ring begins no edge; the first edge's area stands there.
    """
    x, y = points[:, 0], points[:, 1]
    turns = np.empty(len(points))
    turns[:-1] = x[:-1] * y[1:] - x[1:] * y[:-1]
    turns[ends - 1] = turns[starts]
    return turns


def _rounds(y: Floats, starts: Places, ends: Places) -> Places:
    """Return how often each ring goes from below 0 to 0 or above."""
    rises = np.zeros(len(y), dtype=np.intp)
    rises[:-1] = (y[:-1] < 0) & (y[1:] >= 0)
    rises[ends - 1] = 0
    counts: Places = np.add.reduceat(rises, starts)
    return counts
