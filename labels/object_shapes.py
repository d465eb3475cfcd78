"""The shapes of objects: what a chip shows of a label, as polygons and as pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from ..chipping.chip import LabelObject, ObjectShape
from ..chipping.plan.grid import Grid, Window
from .exact_cut import ExactCut
from .objects import Found
from .shapes.polygons import Outlines
from .shapes.rectangle_cut import cut
from .shapes.run_images import draw
from .shapes.scanlines import fill
from .shapes.thinning import sides_of
from .source import Place

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Polygon = tuple[Floats, ...]


@dataclass(frozen=True)
class ObjectShapes:
    """Gives the shapes of the objects of some chips when they are asked for.

    Attributes:
        found: what the objects have been found in.
        grid: all chips.
        cut: cuts a shape by a chip where arrays cannot.
    """

    found: Found
    grid: Grid
    cut: ExactCut

    def of(self, place: Place, objects: Sequence[LabelObject]) -> list[ObjectShape]:
        """Return the shape of each object of a chip.

        Args:
            place: the chip's row and column in the grid.
            objects: objects of the chip.
        """
        numbers = self.found.pieces.met(*place)
        return [self._shape(numbers[each.number - 1], place) for each in objects]

    def _shape(self, piece: int, place: Place) -> ObjectShape:
        window, unsure = self.grid.window(*place), (piece, *place) in self.found.unsure
        outlines = self.found.pieces.outlines.taken(np.array([piece]))
        return ObjectShape(self._parts(outlines, window, unsure), partial(_mask, outlines, window))

    def _parts(self, shape: Outlines, window: Window, unsure: bool) -> tuple[Polygon, ...]:
        """Return what a chip shows of a shape as polygons (pixels from the chip's upper-left corner).

        What lies in the chip as a whole has its points in their order.
        """
        sides = sides_of(window, 0.0)
        if (shape.boxes[0, :2] >= sides[:2]).all() and (shape.boxes[0, 2:] <= sides[2:]).all():
            return tuple(_polygons(shape, window))
        part = self.cut.part_near(shape, window) if unsure else None
        if part is None:
            wkb = cut(shape, sides)
            part = Outlines.of([wkb] if wkb else [])
        return _sorted(_polygons(part, window))


def _mask(shape: Outlines, window: Window) -> NDArray[np.bool_]:
    """Return (rows, columns) of a chip, True where the middle of a pixel lies in a shape."""
    runs = fill(shape, window)
    inside = np.ones(len(runs.starts), dtype=bool)
    flat = draw(runs.starts, runs.ends, inside, window.height * window.width, "bool")
    return flat.reshape(window.height, window.width)


def _polygons(shape: Outlines, window: Window) -> list[Polygon]:
    """Return the polygons of a shape: outer rings clockwise on the screen, holes the other way.

    Args:
        shape: one shape (pixels), or none.
        window: the chip's pixels.
    """
    corner, size = (window.col_off, window.row_off), (float(window.width), float(window.height))
    points = np.clip(shape.points - corner, 0.0, size)
    polygons: list[list[Floats]] = []
    each = zip(shape.rings[:-1].tolist(), shape.rings[1:].tolist(), shape.shells, shape.signs())
    for first, end, is_shell, sign in each:
        ring = points[first : end - 1]
        if is_shell:
            polygons.append([])
        polygons[-1].append(ring if sign > 0 else np.roll(ring[::-1], 1, axis=0))
    return list(map(tuple, polygons))


def _sorted(polygons: list[Polygon]) -> tuple[Polygon, ...]:
    """Return polygons in an order that is the same whichever way they were cut.

    Each ring begins with its uppermost point, of these the leftmost; so do polygons, and holes, among others.
    """
    turned = [[np.roll(ring, -np.lexsort(ring.T)[0], axis=0) for ring in rings] for rings in polygons]
    ordered = [(rings[0], *sorted(rings[1:], key=_top)) for rings in turned]
    return tuple(sorted(ordered, key=lambda rings: _top(rings[0])))


def _top(ring: Floats) -> list[list[float]]:
    points: list[list[float]] = ring[:, ::-1].tolist()  # rings may share their first point
    return points
