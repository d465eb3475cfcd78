"""The shapes of objects: what a chip shows of a label, as polygons and as pixels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ..chipping.chip import ChipShapes, LabelObject
from ..chipping.plan.grid import Grid, Place
from ..chipping.retry import Stop
from ..chipping.shapes.rings import Rings
from ..chipping.shapes.run_lengths import run_lengths
from ..chipping.window import Window
from .exact_cut import ExactCut
from .objects import Found
from .shapes.polygons import Outlines, expanded, starts_of
from .shapes.rectangle_cut import cut_shapes
from .shapes.run_images import draw
from .shapes.scanlines import fill
from .shapes.subdivision import Pieces
from .shapes.thinning import sides_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]
    Places = NDArray[np.intp]
    Polygon = tuple[Floats, ...]


class _Row(NamedTuple):
    """The pieces that are for chips of a row of the grid, chip by chip, and in a chip in their shapes' order.

    Attributes:
        columns: (pairs of piece and chip), the chip's column in the grid.
        pieces: (pairs), the piece.
        owners: (pairs), number of the shape that it is a part of, from 0.
        inside: (pairs), number of the piece among those of ``rings``, -1 where it reaches out of the chip.
        rings: the pieces that lie in a chip, pair by pair (pixels): outer rings clockwise on the screen.
        points: (pieces of ``rings`` + 1), the first point of each, and the end.
        starts: (pieces of ``rings`` + 1), the first ring of each, and the end.
    """

    columns: Places
    pieces: Places
    owners: Places
    inside: Places
    rings: Rings
    points: Places
    starts: Places

    @classmethod
    def of(cls, pieces: Pieces, grid: Grid, row: int) -> _Row:
        """Return what is for chips of a row."""
        found = pieces.in_row(row)
        first, last = pieces.columns[found].T
        piece, column = found.repeat(last - first), expanded(first, last)
        order = np.lexsort((pieces.owners[piece], column))
        piece, column = piece[order], column[order]
        boxes, top, left = pieces.outlines.boxes[piece], row * grid.stride_y, column * grid.stride_x
        is_inside = (boxes[:, 0] >= left) & (boxes[:, 2] <= left + grid.tile_x)
        is_inside &= (boxes[:, 1] >= top) & (boxes[:, 3] <= top + grid.tile_y)
        inside = np.where(is_inside, np.cumsum(is_inside) - 1, -1)
        outlines = pieces.outlines.taken(piece[is_inside])
        rings = _rings(outlines, False)
        points, starts = outlines.first_points - outlines.shapes, outlines.shapes
        return cls(column, piece, pieces.owners[piece], inside, rings, points, starts)

    def of_chip(self, column: int, numbers: Places) -> tuple[Places, Places]:
        """Return which piece is for a chip of each of some shapes, and its number among those inside.

        Args:
            column: the chip's column in the grid.
            numbers: of the shapes, from 0.
        """
        first, last = np.searchsorted(self.columns, [column, column + 1])
        found = first + np.searchsorted(self.owners[first:last], numbers)
        return self.pieces[found], self.inside[found]

    def taken(self, inside: Places) -> Rings:
        """Return some of the pieces that lie in their chips."""
        if len(inside) and (np.diff(inside) == 1).all():
            first, end = inside[0], inside[-1] + 1
            rings = slice(self.starts[first], self.starts[end])
            points = self.rings.points[self.points[first] : self.points[end]]
            return self._part(points, rings, slice(first, end))
        ring = expanded(self.starts[inside], self.starts[inside + 1])
        points = self.rings.points[expanded(self.points[inside], self.points[inside + 1])]
        return self._part(points, ring, inside)

    def _part(self, points: Floats, rings: slice | Places, shapes: slice | Places) -> Rings:
        whole = self.rings
        return Rings(points, whole.lengths[rings], whole.outer[rings], whole.counts[shapes])


class _ChipShapes(ChipShapes):
    """The shapes of the objects of a chip."""

    def __init__(self, rings: Rings, outlines: Outlines, pieces: Places, window: Window) -> None:
        self._rings = rings
        self._outlines = outlines
        self._pieces = pieces
        self._window = window

    def rings(self) -> Rings:
        """Return the polygons of all of them."""
        return self._rings

    def run_lengths(self, number: int) -> list[int]:
        """Return the run lengths of one of them."""
        return _run_lengths(self._outlines, int(self._pieces[number]), self._window)


@dataclass(frozen=True)
class ObjectShapes:
    """Gives the shapes of the objects of some chips when they are asked for.

    Attributes:
        found: what the objects have been found in.
        grid: all chips.
        cuts: number of the piece, and row and column of the chip, of what arrays could not cut, and what
            the chip shows of it; None for nothing, or where GEOS gives up.
    """

    found: Found
    grid: Grid
    cuts: Mapping[tuple[int, int, int], Outlines | None]
    _rows: dict[int, _Row] = field(default_factory=dict)

    @classmethod
    def of_found(cls, found: Found, grid: Grid, cut: ExactCut, stop: Stop) -> ObjectShapes:
        """Return the shapes of objects; what only GEOS can cut is cut at once.

        Args:
            found: what the objects have been found in.
            grid: all chips.
            cut: cuts a shape by a chip where arrays cannot.
            stop: raises Cancelled when the user has cancelled.
        """
        cuts = {}
        for piece, row, column in found.unsure:
            if (row, column) in found.objects:
                stop()
                shape = found.pieces.outlines.taken(np.array([piece]))
                cuts[piece, row, column] = cut.part_near(shape, grid.window(row, column))
        return cls(found, grid, cuts)

    def _row(self, row: int) -> _Row:
        """Return the pieces that are for chips of a row, which are asked for one after another."""
        found = self._rows.get(row)
        if found is None:
            if len(self._rows) > 1:  # threads may be at the last chips of a row and the first of the next
                self._rows.clear()
            found = self._rows[row] = _Row.of(self.found.pieces, self.grid, row)
        return found

    def of(self, place: Place, objects: Sequence[LabelObject]) -> ChipShapes:
        """Return the shape of each object of a chip.

        Args:
            place: the chip's row and column in the grid.
            objects: objects of the chip, in the order of the shapes that they are parts of.
        """
        window, row = self.grid.window(*place), self._row(place[0])
        *_, numbers, shares = zip(*objects)
        pieces, inside = row.of_chip(place[1], np.array(numbers, dtype=np.intp) - 1)
        is_whole = (inside >= 0) & np.array([share == 1 for share in shares], dtype=bool)
        rings, outlines = _in_chip(row.taken(inside[is_whole]), window), self.found.pieces.outlines
        if not is_whole.all():
            rest = pieces[~is_whole]
            parts = self._parts(outlines.taken(rest), rest, place, inside[~is_whole] >= 0)
            rings = _merged(rings.polygons(), parts, is_whole)
        return _ChipShapes(rings, outlines, pieces, window)

    def _parts(
        self, shapes: Outlines, pieces: Places, place: Place, inside: Flags
    ) -> list[tuple[Polygon, ...]]:
        """Return what a chip shows of features that it does not show the whole of, as polygons.

        Their order is the same whichever way the shapes were cut, see ``_sorted``; a feature
        that lies in the chip as a whole has its points in their own order.

        Args:
            shapes: the shapes (pixels).
            pieces: (shapes), which piece each is.
            place: the chip's row and column in the grid.
            inside: (shapes), whether the piece lies in the chip.
        """
        window = self.grid.window(*place)
        parts: dict[int, tuple[Polygon, ...]] = {}
        for number, piece in enumerate(pieces.tolist()):
            if (piece, *place) in self.cuts and not inside[number]:
                part = self.cuts[(piece, *place)]
                if part is not None:  # GEOS gives up on rings that cross where they should touch
                    parts[number] = _sorted(_polygons(part, window)[0])
        rest = np.flatnonzero(inside)
        parts.update(zip(rest.tolist(), map(_sorted, _polygons(shapes.taken(rest), window))))
        left = np.array([number for number in range(len(pieces)) if number not in parts], dtype=np.intp)
        if len(left):
            cut = cut_shapes(shapes.taken(left), sides_of(window, 0.0))
            parts.update(zip(left.tolist(), map(_sorted, _polygons(cut, window))))
        return [parts[number] for number in range(len(pieces))]


def _merged(wholes: list[tuple[Polygon, ...]], parts: list[tuple[Polygon, ...]], is_whole: Flags) -> Rings:
    """Return features that a chip shows as wholes, and parts of others, in their order."""
    whole, part = iter(wholes), iter(parts)
    return Rings.of(next(whole) if each else next(part) for each in is_whole.tolist())


def _run_lengths(outlines: Outlines, piece: int, window: Window) -> list[int]:
    """Return the run lengths of the pixels of a chip whose middle lies in a shape.

    Args:
        outlines: shapes (pixels).
        piece: the number of one.
        window: the chip's pixels.
    """
    runs = fill(outlines.taken(np.array([piece])), window)
    inside = np.ones(len(runs.starts), dtype=bool)
    flat = draw(runs.starts, runs.ends, inside, window.height * window.width, "bool")
    return run_lengths(flat.reshape(window.height, window.width))


def _polygons(outlines: Outlines, window: Window) -> list[tuple[Polygon, ...]]:
    """Return the polygons of each of some cut shapes, from the upper-left corner of a chip.

    Args:
        outlines: shapes (pixels).
        window: the chip's pixels.
    """
    if not len(outlines):
        return []
    return _in_chip(_rings(outlines, True), window).polygons()


def _in_chip(rings: Rings, window: Window) -> Rings:
    """Return rings as they lie from the upper-left corner of a chip, none of it outside."""
    points = rings.points - (window.col_off, window.row_off)
    np.maximum(points, 0.0, out=points)
    np.minimum(points, (float(window.width), float(window.height)), out=points)
    return rings._replace(points=points)


def _rings(outlines: Outlines, is_cut: bool) -> Rings:
    """Return the rings of shapes: outer ones clockwise on the screen, holes the other way.

    Args:
        outlines: shapes (pixels).
        is_cut: rings are to begin with their uppermost point, of these the leftmost.
    """
    lengths = np.diff(outlines.rings) - 1  # the last point closes the ring
    counts = np.diff(outlines.shapes)
    if not len(lengths):
        return Rings(outlines.points[:0], lengths, outlines.shells, counts)
    ring, step = np.arange(len(lengths)).repeat(lengths), expanded(np.zeros_like(lengths), lengths)
    first = np.zeros_like(lengths)
    if is_cut:
        x, y = outlines.points[outlines.rings[ring] + step].T
        first = step[np.lexsort((x, y, ring))[starts_of(lengths)[:-1]]]
    way = np.where(outlines.signs() > 0, 1, -1)
    place = outlines.rings[ring] + (first[ring] + way[ring] * step) % lengths[ring]
    return Rings(outlines.points[place], lengths, outlines.shells, counts)


def _sorted(polygons: tuple[Polygon, ...]) -> tuple[Polygon, ...]:
    """Return polygons in an order that is the same whichever way they were cut: by their uppermost points."""
    if len(polygons) == 1 and len(polygons[0]) < 3:
        return polygons
    ordered = [(rings[0], *sorted(rings[1:], key=_top)) for rings in polygons]
    return tuple(sorted(ordered, key=lambda rings: _top(rings[0])))


def _top(ring: Floats) -> list[list[float]]:
    points: list[list[float]] = ring[:, ::-1].tolist()  # rings may share their first point
    return points
