"""Rings of polygons: as text has them, and several of them made one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ring = NDArray[np.float64]
    Parts = Sequence[Sequence[Ring]]

_FEWEST = 3  # points of a ring
_PAIRS = 1 << 18  # of points that are compared; of larger rings only one point is


def signed_area(ring: Ring) -> float:
    """Return the area of a ring, positive where its points turn from x to y.

    Args:
        ring: (points, 2), the first point not repeated at the end.
    """
    x, y = (ring - ring[0]).T
    return float(np.dot(x, np.roll(y, -1)) - np.dot(np.roll(x, -1), y)) / 2


def distinct(ring: Ring, decimals: int) -> Ring:
    """Return a ring as it is written: rounded, each point once where it stood several times in a row.

    Args:
        ring: (points, 2), the first point not repeated at the end.
        decimals: of its coordinates.

    Returns:
        (points, 2), none where fewer than three points remain, or no area.
    """
    rounded = np.round(ring, decimals) + 0.0  # no -0.00
    kept: Ring = rounded[(rounded != np.roll(rounded, 1, axis=0)).any(axis=1)]
    return kept if len(kept) >= _FEWEST and signed_area(kept) != 0 else rounded[:0]


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
    return ring if (signed_area(ring) > 0) == forward else ring[::-1]


def _nearest(ring: Ring, other: Ring) -> tuple[int, int]:
    """Return the places of two points, one of each ring, that are near each other."""
    start = 0
    if len(ring) * len(other) > _PAIRS:
        start = int(other[:, 0].argmin())
        other = other[start : start + 1]
    apart = ring[:, None] - other[None]
    here, there = divmod(int(np.einsum("abc,abc->ab", apart, apart).argmin()), len(other))
    return here, start + there
