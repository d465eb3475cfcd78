"""Shapes cut to a region: most lie in it, or outside, as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from math import ceil, floor
from typing import TYPE_CHECKING, Any, Callable, NamedTuple

import numpy as np
from qgis.core import QgsGeometry

from ...chipping.window import Window
from ..exact_cut import AROUND, slivers, without_slivers
from ..features.areas import called
from ..features.repair import from_wkb, shared
from ..shapes.polygons import Outlines
from ..shapes.rectangle_cut import cut
from ..shapes.thinning import sides_of, thinned
from ..source import Cut
from .pixel_mask import PixelMask
from .region import Region, box_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

_SLIVER = 0.001  # pixels: what is not wider lies in the region by the rounding of a transformation
_FEW = 512  # points of the region near some shapes, from which they are not told apart any further


class _Group(NamedTuple):
    """Shapes that are near to one another.

    Attributes:
        places: which they are.
        near: the region as it is around them; None where they lie in it as a whole.
    """

    places: Places
    near: QgsGeometry | None


@dataclass(frozen=True)
class CutToRegion:
    """Takes of labels what lies in a region.

    Attributes:
        region: the area whose labels are complete.
        pixels: the same as pixels.
    """

    region: Region
    pixels: PixelMask

    def clear(self, classes: NDArray[Any], window: Window) -> None:
        """Take the classes of pixels away whose centres lie outside; see ``LabelledArea``."""
        self.pixels.clear(classes, window)

    def cut(self, outlines: Outlines, stop: Callable[[], None]) -> Cut:
        """Return what of shapes lies inside; see ``LabelledArea``."""
        inside: list[int] = []
        failed: list[int] = []
        parts: dict[int, bytes] = {}
        for group in self._groups(outlines.boxes, np.arange(len(outlines)), self.region.outlines, stop):
            stop()
            if group.near is None:
                inside += group.places.tolist()
                continue
            for place in group.places.tolist():
                wkb = outlines.wkb(place)
                part = called(partial(self._part, wkb, group.near), wkb, stop)
                if part is None:
                    failed.append(place)
                elif part == wkb:
                    inside.append(place)
                elif part:
                    parts[place] = part
        whole = outlines.taken(np.array(inside, dtype=np.intp))
        cuts, kept = _wide(parts)
        cuts = replace(cuts, full_areas=outlines.wholes[kept])
        return Cut(whole.joined(cuts), [*inside, *kept], kept, failed)

    def _groups(
        self, boxes: Floats, places: Places, near: Outlines, stop: Callable[[], None]
    ) -> Iterator[_Group]:
        """Yield shapes in groups, without those that surely lie outside.

        Args:
            boxes: (shapes, 4): x min, y min, x max, y max (pixels).
            places: which of the shapes are looked at, at least one.
            near: the region; beyond what is around these shapes it may be thinned.
            stop: raises Cancelled when the user has cancelled.
        """
        stop()
        low, high = boxes[places, :2].min(axis=0), boxes[places, 2:].max(axis=0)
        box = box_of(*low.tolist(), *high.tolist())
        if self.region.inside.contains(box):
            yield _Group(places, None)
            return
        if not self.region.inside.intersects(box):
            return
        window = _window(*low.tolist(), *high.tolist())
        near = thinned(near, sides_of(window))
        if len(places) == 1 or len(near.points) <= _FEW:
            wkb = cut(near, sides_of(window, AROUND)) if len(near.shells) else b""
            if wkb:
                yield _Group(places, from_wkb(wkb))
            return
        axis, half = int(np.argmax(high - low)), len(places) // 2
        order = np.argpartition(boxes[places, axis] + boxes[places, 2 + axis], half)
        for part in (order[:half], order[half:]):
            yield from self._groups(boxes, places[part], near, stop)

    def _part(self, wkb: bytes, near: QgsGeometry) -> bytes | None:
        """Return what of a shape lies inside, itself where all does, None where that cannot be told."""
        shape = from_wkb(wkb)
        return wkb if self.region.inside.contains(shape.constGet()) else shared(shape, near)


def _wide(parts: dict[int, bytes]) -> tuple[Outlines, list[int]]:
    """Return parts of shapes without slivers, and which shapes they are of.

    Args:
        parts: polygons as well-known binary, by the number of the shape.
    """
    outlines, numbers = Outlines.of(list(parts.values())), list(parts)
    if not numbers:
        return outlines, numbers
    doubtful = np.logical_or.reduceat(slivers(outlines, _SLIVER), outlines.shapes[:-1])
    each = [without_slivers(outlines.taken(n[None]), _SLIVER) for n in np.flatnonzero(doubtful)]
    sure = np.flatnonzero(~doubtful)
    kept = [*sure.tolist(), *(n for n, part in zip(np.flatnonzero(doubtful).tolist(), each) if part)]
    return outlines.taken(sure).joined(*filter(None, each)), [numbers[n] for n in kept]


def _window(left: float, top: float, right: float, bottom: float) -> Window:
    """Return the whole pixels that hold a rectangle."""
    row, column = floor(top), floor(left)
    return Window(row, column, ceil(bottom) - row, ceil(right) - column)
