"""The shapes that may meet a window; of those with many points, what is near to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ...chipping.window import Window
from ..shapes.polygons import Outlines
from ..shapes.thinning import Nearby

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]


class HeavyShape(NamedTuple):
    """A shape with many points.

    Attributes:
        rank: its place in the order of all shapes.
        class_value: its class.
        nearby: gives what of it is near to a window.
    """

    rank: int
    class_value: int
    nearby: Nearby


class Shapes(NamedTuple):
    """The usable features that may meet a window.

    Attributes:
        window: the window.
        outlines: the polygons (pixels) of those with few points, in their order.
        class_values: the class of each of these.
        ranks: the place of each of these in the order of all.
        heavy: those with many points, in their order.
    """

    window: Window
    outlines: Outlines
    class_values: Numbers
    ranks: Numbers
    heavy: tuple[HeavyShape, ...] = ()

    def near(self, window: Window) -> tuple[Outlines, Numbers]:
        """Return those that may meet a part of the window, in their order: their polygons and classes."""
        outlines, class_values, ranks = self._light(window)
        if not self.heavy:
            return outlines, class_values
        parts = [(each, each.nearby.part(window)) for each in self.heavy]
        met = [(each, part) for each, part in parts if len(part.shells)]
        order = np.argsort([*ranks, *[each.rank for each, _ in met]], kind="stable")
        values = np.array([*class_values, *[each.class_value for each, _ in met]], dtype=np.int64)
        return outlines.joined(*[part for _, part in met]).taken(order), values[order]

    def _light(self, window: Window) -> tuple[Outlines, Numbers, Numbers]:
        if window == self.window or not len(self.outlines):
            return self.outlines, self.class_values, self.ranks
        boxes = self.outlines.boxes
        near = (boxes[:, 3] >= window.row_off) & (boxes[:, 1] <= window.row_end)
        near &= (boxes[:, 2] >= window.col_off) & (boxes[:, 0] <= window.col_end)
        kept = np.flatnonzero(near)
        return self.outlines.taken(kept), self.class_values[kept], self.ranks[kept]
