"""The shapes of objects: what a chip shows of a label, as polygons and as pixels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from ..chipping.chip import LabelObject, ObjectShape
from ..chipping.plan.grid import Grid, Place
from ..chipping.retry import Stop
from ..chipping.run_lengths import run_lengths
from ..chipping.window import Window
from .exact_cut import ExactCut
from .objects import Found
from .shapes.polygons import Outlines, expanded, starts_of
from .shapes.rectangle_cut import cut_shapes
from .shapes.run_images import draw
from .shapes.scanlines import fill
from .shapes.thinning import sides_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]
    Polygon = tuple[Floats, ...]


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
    _rows: dict[int, Places] = field(default_factory=dict)

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

    def _in_row(self, row: int) -> Places:
        """Return the pieces that are for chips of a row, which are asked for one after another."""
        found = self._rows.get(row)
        if found is None:
            self._rows.clear()
            found = self._rows[row] = self.found.pieces.in_row(row)
        return found

    def of(self, place: Place, objects: Sequence[LabelObject]) -> list[ObjectShape]:
        """Return the shape of each object of a chip.

        Args:
            place: the chip's row and column in the grid.
            objects: objects of the chip.
        """
        window, met = self.grid.window(*place), self.found.pieces.met(place[1], self._in_row(place[0]))
        pieces = np.array([met[each.number - 1] for each in objects], dtype=np.intp)
        outlines = self.found.pieces.outlines
        wholes = [each.share == 1 for each in objects]
        parts = self._parts(outlines.taken(pieces), pieces, place, wholes)
        return [
            ObjectShape(partial(parts.__getitem__, number), partial(_run_lengths, outlines, piece, window))
            for number, piece in enumerate(pieces.tolist())
        ]

    def _parts(
        self, shapes: Outlines, pieces: Places, place: Place, wholes: Sequence[bool]
    ) -> list[tuple[Polygon, ...]]:
        """Return what a chip shows of shapes as polygons (pixels from the chip's upper-left corner).

        A feature that lies in the chip as a whole has its points in their order; else
        order is the same whichever way the shapes were cut, see ``_sorted``.

        Args:
            shapes: the shapes (pixels).
            pieces: (shapes), which piece each is.
            place: the chip's row and column in the grid.
            wholes: (shapes), whether the chip shows the whole feature.
        """
        window = self.grid.window(*place)
        sides = sides_of(window, 0.0)
        inside = ((shapes.boxes[:, :2] >= sides[:2]) & (shapes.boxes[:, 2:] <= sides[2:])).all(axis=1)
        parts: dict[int, tuple[Polygon, ...]] = {}
        for number, piece in enumerate(pieces.tolist()):
            if (piece, *place) in self.cuts and not inside[number]:
                part = self.cuts[(piece, *place)]
                if part is not None:  # GEOS gives up on rings that cross where they should touch
                    parts[number] = _sorted(*_polygons(part, window, True))
        whole, rest = np.flatnonzero(inside & wholes), np.flatnonzero(inside & ~np.array(wholes, dtype=bool))
        parts.update(zip(whole.tolist(), map(tuple, _polygons(shapes.taken(whole), window, False))))
        parts.update(zip(rest.tolist(), map(_sorted, _polygons(shapes.taken(rest), window, True))))
        left = np.array([number for number in range(len(pieces)) if number not in parts], dtype=np.intp)
        if len(left):
            cut = cut_shapes(shapes.taken(left), sides)
            parts.update(zip(left.tolist(), map(_sorted, _polygons(cut, window, True))))
        return [parts[number] for number in range(len(pieces))]


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


def _polygons(outlines: Outlines, window: Window, is_cut: bool) -> list[list[Polygon]]:
    """Return the polygons of each shape: outer rings clockwise on the screen, holes the other way.

    Args:
        outlines: shapes (pixels).
        window: the chip's pixels.
        is_cut: rings are to begin with their uppermost point, of these the leftmost.
    """
    if not len(outlines):
        return []
    lengths = np.diff(outlines.rings) - 1  # the last point closes the ring
    ring, step = np.arange(len(lengths)).repeat(lengths), expanded(np.zeros_like(lengths), lengths)
    first = np.zeros_like(lengths)
    if is_cut:
        x, y = outlines.points[outlines.rings[ring] + step].T
        first = step[np.lexsort((x, y, ring))[starts_of(lengths)[:-1]]]
    way = np.where(outlines.signs() > 0, 1, -1)
    place = outlines.rings[ring] + (first[ring] + way[ring] * step) % lengths[ring]
    corner, size = (window.col_off, window.row_off), (float(window.width), float(window.height))
    points = np.clip(outlines.points[place] - corner, 0.0, size)
    ends = np.cumsum(lengths)
    rings = [points[start:end] for start, end in zip((ends - lengths).tolist(), ends.tolist())]
    return _by_shape(rings, outlines)


def _by_shape(rings: list[Floats], outlines: Outlines) -> list[list[Polygon]]:
    """Return rings as the polygons of each shape."""
    shapes: list[list[Polygon]] = []
    shells = outlines.shells.tolist()
    for start, end in zip(outlines.shapes[:-1].tolist(), outlines.shapes[1:].tolist()):
        outer = [number for number in range(start, end) if shells[number]]
        shapes.append([tuple(rings[number:stop]) for number, stop in zip(outer, [*outer[1:], end])])
    return shapes


def _sorted(polygons: list[Polygon]) -> tuple[Polygon, ...]:
    """Return polygons in an order that is the same whichever way they were cut: by their uppermost points."""
    if len(polygons) == 1 and len(polygons[0]) < 3:
        return tuple(polygons)
    ordered = [(rings[0], *sorted(rings[1:], key=_top)) for rings in polygons]
    return tuple(sorted(ordered, key=lambda rings: _top(rings[0])))


def _top(ring: Floats) -> list[list[float]]:
    points: list[list[float]] = ring[:, ::-1].tolist()  # rings may share their first point
    return points
