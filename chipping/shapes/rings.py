"""Polygons of the labels of a chip as arrays."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Counts = NDArray[np.intp]
    Polygon = tuple[Floats, ...]


class Rings(NamedTuple):
    """The polygons of some shapes: outer rings, each before its holes.

    Attributes:
        points: (points, 2), x and y; the first point of a ring is not repeated at its end.
        lengths: (rings), points of each ring.
        outer: (rings), True for an outer ring, False for a hole.
        counts: (shapes), rings of each shape.
    """

    points: Floats
    lengths: Counts
    outer: NDArray[np.bool_]
    counts: Counts

    @classmethod
    def of(cls, shapes: Iterable[tuple[Polygon, ...]]) -> Rings:
        """Return shapes as arrays.

        Args:
            shapes: the polygons of each, see ``ObjectShape.parts``.
        """
        each = list(shapes)
        rings = [(ring, place == 0) for parts in each for part in parts for place, ring in enumerate(part)]
        return cls(
            np.concatenate([np.empty((0, 2)), *[ring for ring, _ in rings]]),
            np.array([len(ring) for ring, _ in rings], dtype=np.intp),
            np.array([is_outer for _, is_outer in rings], dtype=bool),
            np.array([sum(map(len, parts)) for parts in each], dtype=np.intp),
        )

    def polygons(self) -> list[tuple[Polygon, ...]]:
        """Return the polygons of each shape; the inverse of ``of``."""
        ends = np.cumsum(self.lengths)
        bounds = zip((ends - self.lengths).tolist(), ends.tolist())
        rings = [self.points[start:end] for start, end in bounds]
        firsts = np.append(np.flatnonzero(self.outer), len(rings)).tolist()
        parts = [tuple(rings[start:end]) for start, end in zip(firsts, firsts[1:])]
        shapes = np.searchsorted(firsts, np.cumsum(self.counts)).tolist()
        return [tuple(parts[start:end]) for start, end in zip([0, *shapes], shapes)]
