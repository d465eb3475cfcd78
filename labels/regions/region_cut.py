"""Shapes cut to a region: most lie in it, or outside, as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from math import ceil, floor
from typing import TYPE_CHECKING, Any, Callable

import numpy as np

from ...chipping.window import Window
from ..exact_cut import AROUND, without_slivers
from ..features.areas import called
from ..features.repair import from_wkb, shared
from ..shapes.polygons import Outlines
from ..shapes.rectangle_cut import cut
from ..shapes.thinning import Nearby, sides_of
from ..source import Cut
from .pixel_mask import PixelMask
from .region import Region, box_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

_SLIVER = 0.001  # pixels: what is not wider lies in the region by the rounding of a transformation


class CutToRegion:
    """Takes of labels what lies in a region."""

    def __init__(self, region: Region, pixels: PixelMask) -> None:
        """Keep the region.

        Args:
            region: the area whose labels are complete.
            pixels: the same as pixels.
        """
        self._region = region
        self._pixels = pixels
        self._nearby = Nearby(region.outlines)

    def clear(self, classes: NDArray[Any], window: Window) -> None:
        """Take the classes of pixels away whose centres lie outside; see ``LabelledArea``."""
        self._pixels.clear(classes, window)

    def cut(self, outlines: Outlines, stop: Callable[[], None]) -> Cut:
        """Return what of shapes lies inside; see ``LabelledArea``."""
        inside: list[int] = []
        crossing: list[int] = []
        for places, are_inside in self._groups(outlines.boxes, np.arange(len(outlines)), stop):
            (inside if are_inside else crossing).extend(places.tolist())
        parts: dict[int, Outlines] = {}
        failed: list[int] = []
        for place in crossing:
            wkb = outlines.wkb(place)
            part = called(partial(self._part, wkb, outlines.boxes[place]), wkb, stop)
            if part is None:
                failed.append(place)
            elif part == wkb:
                inside.append(place)
            elif part:
                kept = without_slivers(Outlines.of([part]), _SLIVER)
                parts.update({place: kept} if kept is not None else {})
        whole = outlines.taken(np.array(inside, dtype=np.intp))
        full = outlines.wholes[list(parts)]
        cuts = [replace(each, full_areas=full[[place]]) for place, each in enumerate(parts.values())]
        return Cut(whole.joined(*cuts), [*inside, *parts], list(parts), failed)

    def _groups(
        self, boxes: Floats, places: Places, stop: Callable[[], None]
    ) -> Iterator[tuple[Places, bool]]:
        """Yield shapes that lie inside as a whole, True, and those that may cross the border, False.

        Args:
            boxes: (shapes, 4): x min, y min, x max, y max (pixels).
            places: which of the shapes are looked at, at least one.
            stop: raises Cancelled when the user has cancelled.
        """
        stop()
        low, high = boxes[places, :2].min(axis=0), boxes[places, 2:].max(axis=0)
        box = box_of(*low.tolist(), *high.tolist())
        if self._region.inside.contains(box):
            yield places, True
        elif len(places) == 1:
            yield places, False
        elif self._region.inside.intersects(box):
            axis = int(np.argmax(high - low))
            middles, half = boxes[places, axis] + boxes[places, 2 + axis], len(places) // 2
            order = np.argpartition(middles, half)
            yield from self._groups(boxes, places[order[:half]], stop)
            yield from self._groups(boxes, places[order[half:]], stop)

    def _part(self, wkb: bytes, box: Floats) -> bytes | None:
        """Return what of a shape lies inside, itself where all does, None where that cannot be told."""
        shape = from_wkb(wkb)
        if self._region.inside.contains(shape.constGet()):
            return wkb
        left, top, right, bottom = box.tolist()
        window = Window(floor(top), floor(left), ceil(bottom) - floor(top), ceil(right) - floor(left))
        near = self._nearby.part(window)
        around = cut(near, sides_of(window, AROUND)) if len(near.shells) else b""
        return shared(shape, from_wkb(around)) if around else b""
