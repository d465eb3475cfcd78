"""Shapes without the points that matter only elsewhere.

What lies in a rectangle is told by the edges that meet it. Points in a row that
all lie beyond one of its sides are left out but for the first and the last:
what they made of the plane beyond that side changes, on this side nothing does.
Edges that meet the rectangle stay as they are, to the last digit.

Beyond the rectangle a thinned ring may cross itself: it is no polygon for GEOS.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ...chipping.window import Window
from .polygons import Outlines

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]

Sides = tuple[float, float, float, float]
"""x min, y min, x max, y max (pixels)."""

MARGIN = 0.75
"""Pixels around a window within which nothing is left out."""

_SPLIT = 4  # a part is halved while it is more than so many times as long as what is asked for


def sides_of(window: Window, margin: float = MARGIN) -> Sides:
    """Return the sides of a window with a margin (pixels)."""
    return (
        window.col_off - margin,
        window.row_off - margin,
        window.col_end + margin,
        window.row_end + margin,
    )


def thinned(outlines: Outlines, sides: Sides) -> Outlines:
    """Return a shape that is the same in a rectangle; of what lies beyond, little is left.

    Args:
        outlines: one shape (pixels); the result may have no ring.
        sides: of the rectangle.
    """
    for axis in (1, 0):
        outlines = _below(outlines, axis, sides[2 + axis])
        outlines = _below(outlines, axis, sides[axis], -1.0)
    return outlines


def _below(outlines: Outlines, axis: int, side: float, way: float = 1.0) -> Outlines:
    """Leave out what lies above a side; with ``way`` -1, what lies below it."""
    if not len(outlines.points):
        return outlines
    within = way * outlines.points[:, axis] <= way * side
    if within.all():
        return outlines
    starts = outlines.rings[:-1]
    rings = np.logical_or.reduceat(within, starts)
    near = within.copy()
    near[1:] |= within[:-1]
    near[:-1] |= within[1:]
    near[starts] = near[outlines.rings[1:] - 1] = True
    return outlines.kept(near, rings)


class Nearby:
    """One shape, of which window after window is asked for.

    Halves of it are kept, and halves of these, until windows below them are
    asked for: a point is looked at for the windows that it is near to, and some
    times more on the way there, not for all.
    """

    def __init__(self, outlines: Outlines, sides: Sides | None = None) -> None:
        """Keep the shape.

        Args:
            outlines: one shape (pixels).
            sides: of the rectangle in which it is the shape; None: everywhere.
        """
        self.outlines = outlines
        self._sides: Sides = sides or tuple(outlines.boxes[0].tolist())
        self._halves: dict[tuple[int, float, bool], Nearby] = {}

    def part(self, window: Window) -> Outlines:
        """Return the shape as it is in a window; it may have no ring left.

        Args:
            window: the pixels.
        """
        sides = sides_of(window)
        return thinned(self._smallest(sides), sides)

    def _smallest(self, sides: Sides) -> Outlines:
        """Return the smallest part that is the shape in a rectangle."""
        for axis in (1, 0):
            low, high = self._sides[axis], self._sides[2 + axis]
            length = sides[2 + axis] - sides[axis]
            if high - low > _SPLIT * length:
                is_above = sides[2 + axis] > (low + high) / 2 + length
                return self._half(axis, length, is_above)._smallest(sides)
        return self.outlines

    def _half(self, axis: int, length: float, is_above: bool) -> Nearby:
        """Return what lies above the middle, or below it and some length beyond."""
        key = axis, length, is_above
        if is_above and axis == 1:  # windows come from low rows to high ones
            self._halves.pop((axis, length, False), None)
        if key not in self._halves:
            middle = (self._sides[axis] + self._sides[2 + axis]) / 2
            side, way = (middle, -1.0) if is_above else (middle + length, 1.0)
            left, top, right, bottom = self._sides
            bounds = {(0, True): left, (1, True): top, (0, False): right, (1, False): bottom}
            bounds[axis, is_above] = side
            rectangle = (bounds[0, True], bounds[1, True], bounds[0, False], bounds[1, False])
            self._halves[key] = Nearby(_below(self.outlines, axis, side, way), rectangle)
        return self._halves[key]
