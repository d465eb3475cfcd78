"""What a chip shows of a shape, as polygons: cut exactly, without the slivers of rounding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Callable, Optional

import numpy as np

from ..chipping.window import Window
from .shapes.polygons import Outlines
from .shapes.rectangle_cut import cut
from .shapes.thinning import Sides, sides_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

Clip = Callable[[bytes, Sides], Optional[bytes]]
"""Cuts polygons (well-known binary) by a rectangle.

Returns the polygons that they share, b"" where there are none, None on failure.
"""

AROUND = 0.4873
"""Pixels around a window: hardly a corner lies so far from a whole pixel."""


@dataclass(frozen=True)
class ExactCut:
    """Cuts shapes by the windows of chips, where a corner may lie on a side or an edge pass a chip's corner.

    Attributes:
        clip: cuts polygons exactly.
        tolerance: width up to which a shared part is rounding (pixels).
    """

    clip: Clip
    tolerance: float

    def part(self, outlines: Outlines, shape: int, window: Window) -> Outlines | None:
        """Return what a chip shows of a shape, None where that is nothing or cannot be told.

        Args:
            outlines: shapes (pixels); beyond the chip they may be thinned.
            shape: the number of one.
            window: the chip's pixels.
        """
        if outlines.is_thinned(shape):
            return self.part_near(outlines.taken(np.array([shape])), window)
        return self._clipped(outlines.wkb(shape), window)

    def part_near(self, shape: Outlines, window: Window) -> Outlines | None:
        """Return the same of one shape, whose points far from the chip change no digit of it."""
        return self._clipped(cut(shape, sides_of(window, AROUND)), window)

    def _clipped(self, wkb: bytes, window: Window) -> Outlines | None:
        part = self.clip(wkb, sides_of(window, 0.0)) if wkb else b""
        return without_slivers(Outlines.of([part]), self.tolerance) if part else None


def without_slivers(shape: Outlines, tolerance: float) -> Outlines | None:
    """Return a shape without the polygons that rounding makes, mostly at corners; None if all are.

    Args:
        shape: one shape.
        tolerance: width up to which a polygon is rounding.
    """
    wide = shape.shells & ~slivers(shape, tolerance)
    if (wide == shape.shells).all():
        return shape
    kept: NDArray[np.bool_] = wide[shape.shells][np.cumsum(shape.shells) - 1]
    return _rings(shape, kept) if wide.any() else None


def slivers(outlines: Outlines, tolerance: float) -> NDArray[np.bool_]:
    """Return (rings), True for each shell that is not wider than rounding; see ``without_slivers``."""
    sides, sizes = outlines.ring_boxes(), np.abs(outlines.ring_areas)
    longest = np.maximum(sides[:, 2] - sides[:, 0], sides[:, 3] - sides[:, 1])
    narrow: NDArray[np.bool_] = outlines.shells & (sizes <= tolerance * longest)
    return narrow


def _rings(outlines: Outlines, which: NDArray[np.bool_]) -> Outlines:
    """Return one shape with some of its rings."""
    rings = Outlines(outlines.points, outlines.rings, outlines.shells, np.arange(len(outlines.shells) + 1))
    kept = rings.taken(np.flatnonzero(which))
    return Outlines(kept.points, kept.rings, kept.shells, np.array([0, len(kept)]))
