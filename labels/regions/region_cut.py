"""Shapes cut to a region: most lie in it, or outside, as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from math import ceil, floor
from typing import TYPE_CHECKING, Any, Callable, NamedTuple

import numpy as np
from qgis.core import QgsGeometry

from ...chipping.window import Window
from ..exact_cut import AROUND, without_slivers
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
_FEW = 128  # points of the region near some shapes, from which they are not told apart any further


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
        found = _Found()
        everything = np.arange(len(outlines))
        for group in self._groups(outlines.boxes, everything, self.region.outlines, stop):
            stop()
            for place in group.places.tolist():
                if group.near is None:
                    found.inside.append(place)
                else:
                    wkb = outlines.wkb(place)
                    found.add(place, wkb, called(partial(self._part, wkb, group.near), wkb, stop))
        whole = outlines.taken(np.array(found.inside, dtype=np.intp))
        full = outlines.wholes[list(found.parts)]
        cuts = [replace(each, full_areas=full[[n]]) for n, each in enumerate(found.parts.values())]
        return Cut(whole.joined(*cuts), [*found.inside, *found.parts], list(found.parts), found.failed)

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


@dataclass
class _Found:
    """What has been found of shapes.

    Attributes:
        inside: those that lie inside as a whole.
        parts: what lies inside of others.
        failed: those that cannot be cut.
    """

    inside: list[int] = field(default_factory=list)
    parts: dict[int, Outlines] = field(default_factory=dict)
    failed: list[int] = field(default_factory=list)

    def add(self, place: int, wkb: bytes, part: bytes | None) -> None:
        """Take what lies inside of a shape: itself, a part, b"" for nothing, None for what cannot be told."""
        if part is None:
            self.failed.append(place)
        elif part == wkb:
            self.inside.append(place)
        elif part:
            kept = without_slivers(Outlines.of([part]), _SLIVER)
            if kept is not None:
                self.parts[place] = kept


def _window(left: float, top: float, right: float, bottom: float) -> Window:
    """Return the whole pixels that hold a rectangle."""
    row, column = floor(top), floor(left)
    return Window(row, column, ceil(bottom) - row, ceil(right) - column)
