"""Box and area of what shapes and chips share, without making the shared polygons.

The box of a polygon clipped by a rectangle is that of the polygon's corners in
the rectangle, of the points where its edges cross the rectangle's sides, and
of the rectangle's corners in the polygon. The area is the integral over y of
the length of the polygon's cut through the rectangle; that length is the sum,
over the edges at y, of their x held to the rectangle, upward edges against
downward ones. Where a corner lies on a side, or an edge meets a corner, as far
as floating point can tell, touching and sharing cannot be told apart in this
way: such cases are called unsure and left to the caller.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from .polygons import Outlines, chunks, expanded

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]
    Flags = NDArray[np.bool_]

_NEAR = 1e-6  # pixels: closer to a side than this is unsure
_CHUNK = 1 << 17  # edges that are looked at together


class Shared(NamedTuple):
    """What shapes and chips share, pair by pair.

    Attributes:
        boxes: (pairs, 4): x min, y min, x max, y max from the chip's upper-left
            corner (pixels); x min above x max where nothing is shared.
        areas: (pairs), squared pixels.
        unsure: (pairs), True where neither is known.
    """

    boxes: Floats
    areas: Floats
    unsure: Flags


@dataclass(frozen=True)
class Clipper:
    """Clips shapes to chips of one size.

    Attributes:
        outlines: the shapes (pixels).
        width: columns of a chip (pixels).
        height: rows of a chip (pixels).
    """

    outlines: Outlines
    width: float
    height: float

    def clip(self, shapes: Places, corners: Floats) -> Shared:
        """Return what pairs of a shape and a chip share.

        Args:
            shapes: (pairs), number of the shape.
            corners: (pairs, 2), x and y of the chip's upper-left corner (pixels).
        """
        pairs = len(shapes)
        shared = Shared(np.empty((pairs, 4)), np.empty(pairs), np.empty(pairs, dtype=bool))
        edges = Edges.of(self.outlines)
        counts = np.diff(edges.shapes)[shapes]
        for part in chunks(counts, _CHUNK):
            found = self._chunk(edges, shapes[part], corners[part])
            for whole, piece in zip(shared, found):
                whole[part] = piece
        return shared

    def _chunk(self, edges: Edges, shapes: Places, corners: Floats) -> Shared:
        first, last = edges.shapes[shapes], edges.shapes[shapes + 1]
        which = expanded(first, last)
        pair = np.repeat(np.arange(len(shapes)), last - first)
        begin = edges.begin[which] - corners[pair]
        end = edges.end[which] - corners[pair]
        starts = np.cumsum(last - first) - (last - first)
        boxes, unsure = _boxes(begin, end, (self.width, self.height), pair, starts)
        areas = edges.signs[which] * _swept(begin, end, self.width, self.height)
        return Shared(boxes, np.add.reduceat(areas, starts), unsure)


class Edges(NamedTuple):
    """The edges of all shapes.

    Attributes:
        begin: (edges, 2), x and y.
        end: (edges, 2), x and y.
        signs: (edges), that of the edge's ring.
        shapes: (shapes + 1), the first edge of each shape, and the end.
    """

    begin: Floats
    end: Floats
    signs: Floats
    shapes: Places

    @classmethod
    def of(cls, outlines: Outlines) -> Edges:
        """Return the edges of shapes, ring by ring."""
        inner = np.ones(len(outlines.points), dtype=bool)
        inner[outlines.rings[1:] - 1] = False
        begin = np.flatnonzero(inner)
        signs = np.repeat(outlines.signs(), np.diff(outlines.rings) - 1)
        # each ring before a shape has one edge less than points
        shapes = outlines.first_points - outlines.shapes
        return cls(outlines.points[begin], outlines.points[begin + 1], signs, shapes)


def _boxes(
    begin: Floats, end: Floats, size: tuple[float, float], pair: Places, starts: Places
) -> tuple[Floats, Flags]:
    """Return the box of each pair, and where it is unsure.

    Args:
        begin: (edges, 2), x and y from the chip's upper-left corner.
        end: likewise.
        size: columns and rows of a chip.
        pair: (edges), the pair that an edge belongs to.
        starts: (pairs), the first edge of each pair.
    """
    sides = np.array(size)
    inside = np.all((begin > 0) & (begin < sides), axis=1)
    close = np.minimum(np.abs(begin), np.abs(begin - sides)) < _NEAR
    reach = np.all((begin > -_NEAR) & (begin < sides + _NEAR), axis=1)
    unsure = reach & close.any(axis=1)
    low = np.where(inside[:, None], begin, np.inf)
    high = np.where(inside[:, None], begin, -np.inf)
    boxes = np.hstack((np.minimum.reduceat(low, starts), np.maximum.reduceat(high, starts)))
    doubt = np.logical_or.reduceat(unsure, starts)
    for axis in (0, 1):
        for side in (0.0, size[axis]):
            _cross(begin, end, axis, side, size, pair, boxes, doubt)
    return boxes, doubt


def _cross(
    begin: Floats,
    end: Floats,
    axis: int,
    side: float,
    size: tuple[float, float],
    pair: Places,
    boxes: Floats,
    doubt: Flags,
) -> None:
    """Widen boxes by the points where edges cross a side, and by the chip's corners there.

    Args:
        begin: (edges, 2), x and y from the chip's upper-left corner.
        end: likewise.
        axis: 0 for the side x = ``side``, 1 for y = ``side``.
        side: 0 or the chip's size.
        size: columns and rows of a chip.
        pair: (edges), the pair that an edge belongs to.
        boxes: (pairs, 4), to be widened.
        doubt: (pairs), to be set where an edge meets a corner.
    """
    edge = np.flatnonzero((begin[:, axis] < side) != (end[:, axis] < side))
    if not len(edge):
        return
    along, across = 1 - axis, pair[edge]
    share = (side - begin[edge, axis]) / (end[edge, axis] - begin[edge, axis])
    place = begin[edge, along] + share * (end[edge, along] - begin[edge, along])
    limit = size[along]
    doubt[across[np.minimum(np.abs(place), np.abs(place - limit)) < _NEAR]] = True
    held = (place > 0) & (place < limit)
    _widen(boxes, across[held], along, place[held], axis, side)
    for corner in (0.0, limit):  # a corner lies in the polygon where an odd number of edges passes before it
        before = np.bincount(across[place < corner], minlength=len(boxes))
        within = np.flatnonzero(before % 2)
        _widen(boxes, within, along, np.full(len(within), corner), axis, side)


def _widen(boxes: Floats, pairs: Places, along: int, place: Floats, axis: int, side: float) -> None:
    """Widen boxes by points on a side."""
    np.minimum.at(boxes[:, along], pairs, place)
    np.maximum.at(boxes[:, 2 + along], pairs, place)
    boxes[pairs, axis] = np.minimum(boxes[pairs, axis], side)
    boxes[pairs, 2 + axis] = np.maximum(boxes[pairs, 2 + axis], side)


def _swept(begin: Floats, end: Floats, width: float, height: float) -> Floats:
    """Return the integral over y, along each edge and in the chip's rows, of x held to its columns.

    Args:
        begin: (edges, 2), x and y from the chip's upper-left corner.
        end: likewise.
        width: columns of a chip.
        height: rows of a chip.
    """
    swept = np.zeros(len(begin))
    edge = np.flatnonzero(
        (np.minimum(begin[:, 1], end[:, 1]) < height)
        & (np.maximum(begin[:, 1], end[:, 1]) > 0)
        & (np.maximum(begin[:, 0], end[:, 0]) > 0)
        & (begin[:, 1] != end[:, 1])
    )
    (from_x, from_y), (to_x, to_y) = begin[edge].T, end[edge].T
    top, bottom = np.clip(from_y, 0, height), np.clip(to_y, 0, height)
    slope = (to_x - from_x) / (to_y - from_y)
    one, other = from_x + (top - from_y) * slope, from_x + (bottom - from_y) * slope
    low, high = np.minimum(one, other), np.maximum(one, other)
    held_low, held_high = np.clip(low, 0, width), np.clip(high, 0, width)
    length = high - low
    beyond = np.maximum(high - np.maximum(low, width), 0)
    total = (held_high - held_low) * (held_low + held_high) / 2 + width * beyond
    mean = np.divide(total, length, out=held_low.copy(), where=length > 0)
    swept[edge] = mean * (bottom - top)
    return swept
