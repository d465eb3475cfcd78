"""Polygons cut by a rectangle whose sides pass through none of their corners.

Edges that cross a side go out or come in. Along the side, the first that goes
out is linked with the first that comes in, the second with the second: between
them lies what the polygons cover there. All it takes is one sort of the
crossings, where GEOS looks at all pairs of edges that lie near one another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from .nesting import shells_of
from .polygons import Outlines, expanded, starts_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .thinning import Sides

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]


def cut(outlines: Outlines, sides: Sides) -> bytes:
    """Return what polygons and a rectangle share, as well-known binary, b"" where that is nothing.

    Args:
        outlines: one shape; beyond the rectangle it may be thinned.
        sides: of the rectangle; where a corner lies on one, the result may be
            invalid, of the right area.
    """
    rings = _inside(outlines, sides)
    return rings.outlines(1).wkb(0) if len(rings.owners) else b""


def cut_shapes(outlines: Outlines, sides: Sides) -> Outlines:
    """Return what each of some shapes and a rectangle share; of a shape that shares nothing there is no ring.

    Args:
        outlines: the shapes; beyond the rectangle they may be thinned.
        sides: of the rectangle, see ``cut``.
    """
    return _inside(outlines, sides).outlines(len(outlines))


def _inside(outlines: Outlines, sides: Sides) -> _Rings:
    """Return what of shapes lies in a rectangle."""
    rings = _Rings.of(outlines)
    for axis in (1, 0):
        for side, way in ((sides[axis], -1.0), (sides[2 + axis], 1.0)):
            if len(rings.owners):
                rings = rings.below(axis, side, way)
    return rings


class _Rings(NamedTuple):
    """Rings that have what they enclose on the same side: the areas of shells are above 0, of holes below.

    Attributes:
        points: (points, 2), x and y; the last point of a ring is not the first one.
        starts: (rings + 1), the first point of each ring, and the end.
        owners: (rings), number of the shape.
    """

    points: Floats
    starts: Places
    owners: Places

    @classmethod
    def of(cls, outlines: Outlines) -> _Rings:
        """Return the rings of shapes."""
        first, last = outlines.rings[:-1], outlines.rings[1:] - 1  # the last point closes the ring
        lengths, forward = last - first, outlines.signs() > 0
        step = np.where(forward, 1, -1).repeat(lengths)
        begin = np.where(forward, first, last).repeat(lengths)
        points = outlines.points[begin + step * expanded(np.zeros_like(lengths), lengths)]
        return cls(points, starts_of(lengths), np.arange(len(outlines)).repeat(np.diff(outlines.shapes)))

    def outlines(self, count: int) -> Outlines:
        """Return them as shapes, each hole behind its shell.

        Args:
            count: number of shapes.
        """
        lengths = np.diff(self.starts) + 1
        rings = starts_of(lengths)
        points = expanded(self.starts[:-1], self.starts[:-1] + lengths)
        points[rings[1:] - 1] = self.starts[:-1]
        places = np.arange(len(lengths) + 1)
        each = Outlines(self.points[points], rings, np.ones(len(lengths), dtype=bool), places)
        shells = each.ring_areas > 0
        each = Outlines(each.points, rings, shells, places)
        order = np.lexsort((~shells, self._shells(each), self.owners))
        each, counts = each.taken(order), np.bincount(self.owners, minlength=count)
        return Outlines(each.points, each.rings, each.shells, starts_of(counts))

    def _shells(self, each: Outlines) -> Places:
        """Return for each ring its shell, by its number.

        Args:
            each: the rings as shapes.
        """
        found = np.arange(len(self.owners))
        for owner in np.unique(self.owners[~each.shells]):
            its = np.flatnonzero(self.owners == owner)
            found[its] = its[shells_of(each.taken(its))]
        return found

    def below(self, axis: int, side: float, way: float) -> _Rings:
        """Return what lies below a side; with ``way`` -1, what lies above it.

        Args:
            axis: 0 for the side x = ``side``, 1 for y = ``side``.
            side: where it is.
            way: 1 or -1.
        """
        within = way * self.points[:, axis] < way * side
        if within.all():
            return self
        following = np.arange(1, len(self.points) + 1)
        following[self.starts[1:] - 1] = self.starts[:-1]
        edges = np.flatnonzero(within != within[following])
        ring = np.searchsorted(self.starts, edges, side="right") - 1
        whole = within[self.starts[:-1]]
        whole[ring] = False
        begin, end = self.points[edges], self.points[following[edges]]
        share = (side - begin[:, axis]) / (end[:, axis] - begin[:, axis])
        crossings = begin + share[:, None] * (end - begin)
        crossings[:, axis] = side
        order = np.lexsort((crossings[:, 1 - axis], self.owners[ring]))
        chosen, lengths, linked = _linked(edges, within[edges], ring, order, self.starts)
        rest = expanded(self.starts[:-1][whole], self.starts[1:][whole])
        points = np.concatenate((self.points, crossings))[np.concatenate((rest, chosen))]
        starts = starts_of(np.concatenate((np.diff(self.starts)[whole], lengths)))
        return _Rings(points, starts, np.concatenate((self.owners[whole], self.owners[linked])))


def _linked(
    edges: Places, leaves: NDArray[np.bool_], ring: Places, order: Places, starts: Places
) -> tuple[Places, Places, Places]:
    """Return the rings that edges through a side leave of rings.

    Args:
        edges: (crossings), the first point of each edge, ascending.
        leaves: (crossings), True where the edge goes out, False where it comes in.
        ring: (crossings), number of the edge's ring.
        order: (crossings), their numbers, shape by shape and along the side.
        starts: (rings + 1), the first point of each ring, and the end.

    Returns:
        Numbers of points, one ring after another, behind the points those of
        the crossings; the length of each ring; a ring that it is a part of.
    """
    numbers, count = np.arange(len(edges)), int(starts[-1])
    is_last = np.diff(ring, append=-1) != 0
    successor = np.where(is_last, np.searchsorted(ring, ring), numbers + 1)
    partner = np.empty_like(numbers)
    partner[order[leaves[order]]] = order[~leaves[order]]
    incoming, outgoing = numbers[~leaves], successor[~leaves]
    place = np.cumsum(~leaves) - 1
    chains, sizes = cycles(place[partner[outgoing]].tolist())
    incoming, outgoing, wraps = incoming[chains], outgoing[chains], is_last[~leaves][chains]
    first, last = edges[incoming] + 1, edges[outgoing] + 1
    ring_start, ring_end = starts[:-1][ring[incoming]], starts[1:][ring[incoming]]
    zero = np.zeros_like(first)
    froms = (count + incoming, first, np.where(wraps, ring_start, zero), count + outgoing)
    untils = (froms[0] + 1, np.where(wraps, ring_end, last), np.where(wraps, last, zero), froms[3] + 1)
    begin, end = np.stack(froms, axis=1), np.stack(untils, axis=1)
    firsts = starts_of(sizes)[:-1]
    lengths = np.add.reduceat((end - begin).sum(axis=1), firsts) if sizes else zero
    return expanded(begin.ravel(), end.ravel()), lengths, ring[incoming[firsts]]


def cycles(following: list[int]) -> tuple[list[int], list[int]]:
    """Return the items of a permutation, cycle by cycle, and how many each cycle has."""
    order: list[int] = []
    sizes = []
    seen = bytearray(len(following))
    for first in range(len(following)):
        place, before = first, len(order)
        while not seen[place]:
            seen[place] = True
            order.append(place)
            place = following[place]
        if len(order) > before:
            sizes.append(len(order) - before)
    return order, sizes
