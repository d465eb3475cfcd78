"""The shapes that may meet a window; of those with many points, what is near to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ...chipping.plan.listed import ListedChip
from ...chipping.window import Window
from ..shapes.polygons import Outlines
from ..shapes.thinning import Nearby, sides_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]


class HeavyShape(NamedTuple):
    """A shape with many points.

    Attributes:
        rank: its place in the order of all shapes.
        fid: id of its feature.
        class_value: its class.
        nearby: gives what of it is near to a window.
    """

    rank: int
    fid: int
    class_value: int
    nearby: Nearby

    def within(self, window: Window) -> HeavyShape | None:
        """Return the same without what is far from a window, None where nothing is left."""
        part = self.nearby.part(window)
        return self._replace(nearby=Nearby(part, sides_of(window))) if len(part.shells) else None


class Near(NamedTuple):
    """Shapes near to a window, in their order.

    Attributes:
        outlines: their polygons (pixels).
        class_values: the class of each.
        fids: id of the feature of each.
    """

    outlines: Outlines
    class_values: Numbers
    fids: Numbers

    def taken(self, which: Numbers) -> Near:
        """Return some of them."""
        return Near(self.outlines.taken(which), self.class_values[which], self.fids[which])


class Shapes(NamedTuple):
    """The usable features that may meet a window.

    Attributes:
        window: the window.
        outlines: the polygons (pixels) of those with few points, in their order.
        class_values: the class of each of these.
        ranks: the place of each of these in the order of all.
        fids: id of the feature of each of these.
        heavy: those with many points, in their order.
    """

    window: Window
    outlines: Outlines
    class_values: Numbers
    ranks: Numbers
    fids: Numbers
    heavy: tuple[HeavyShape, ...] = ()

    @property
    def size(self) -> int:
        """Number of shapes."""
        return len(self.fids) + len(self.heavy)

    def near(self, window: Window) -> Near:
        """Return those that may meet a part of the window."""
        light, ranks = self._light(window)
        if not self.heavy:
            return light
        parts = [(each, each.nearby.part(window)) for each in self.heavy]
        met = [(each, part) for each, part in parts if len(part.shells)]
        order = np.argsort([*ranks, *[each.rank for each, _ in met]], kind="stable")
        values = np.array([*light.class_values, *[each.class_value for each, _ in met]], dtype=np.int64)
        fids = np.array([*light.fids, *[each.fid for each, _ in met]], dtype=np.int64)
        return Near(light.outlines.joined(*[part for _, part in met]), values, fids).taken(order)

    def in_tile(self, chip: ListedChip) -> Near:
        """Return those that a chip of a list may show, in its pixels: all that are near, or its feature."""
        near = self.near(chip.tile.reach)
        if chip.fid is not None:
            near = near.taken(np.flatnonzero(near.fids == chip.fid))
        return near._replace(outlines=near.outlines.moved(chip.tile.to_chip(near.outlines.points)))

    def at(self, window: Window) -> Shapes:
        """Return those that may meet a part of the window, of which no further part will be asked for."""
        near = self.near(window)
        return Shapes(window, *near[:2], np.arange(len(near.fids)), near.fids)

    def within(self, window: Window) -> Shapes:
        """Return those that may meet a part of the window, of which further parts will be asked for."""
        light, ranks = self._light(window)
        heavy = [each.within(window) for each in self.heavy]
        return Shapes(window, *light[:2], ranks, light.fids, tuple(each for each in heavy if each))

    def _light(self, window: Window) -> tuple[Near, Numbers]:
        """Return those with few points that may meet a part of the window, and their ranks."""
        light = Near(self.outlines, self.class_values, self.fids)
        if window == self.window or not len(self.outlines):
            return light, self.ranks
        boxes = self.outlines.boxes
        near = (boxes[:, 3] >= window.row_off) & (boxes[:, 1] <= window.row_end)
        near &= (boxes[:, 2] >= window.col_off) & (boxes[:, 0] <= window.col_end)
        kept = np.flatnonzero(near)
        return light.taken(kept), self.ranks[kept]
