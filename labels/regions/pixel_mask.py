"""Which pixels lie outside a region, and what becomes of them."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from ...chipping.chip import PixelBlock
from ...chipping.window import Window
from ..shapes.polygons import Outlines
from ..shapes.run_images import paint
from ..shapes.scanlines import fill
from ..shapes.thinning import Nearby

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Runs = tuple[NDArray[np.intp], NDArray[np.intp]]

_KEPT = 4  # windows: pixels and classes of a batch ask for the same one, and the next batch is begun


class PixelMask:
    """Says which pixels lie outside a region: those whose centres do, as GDAL's rasterizer has it.

    Any thread may ask.
    """

    def __init__(self, region: Outlines) -> None:
        """Keep the region.

        Args:
            region: one shape (pixels).
        """
        self._nearby = Nearby(region)
        self._lock = threading.Lock()
        self._kept: dict[Window, Runs] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        """Return what another process makes the same from."""
        return PixelMask, (self._nearby.outlines,)

    def outside(self, window: Window) -> Runs:
        """Return runs of pixels that lie outside, counted row by row: first pixels, pixels behind the last.

        A run may go on in the next row.

        Args:
            window: the pixels.
        """
        with self._lock:
            if window not in self._kept:
                while len(self._kept) >= _KEPT:
                    del self._kept[next(iter(self._kept))]
                self._kept[window] = self._outside(window)
            return self._kept[window]

    def _outside(self, window: Window) -> Runs:
        part, size = self._nearby.part(window), window.height * window.width
        inside = fill(part, window) if len(part.shells) else None
        starts, ends = (inside.starts, inside.ends) if inside is not None else (np.zeros(0, np.intp),) * 2
        behind, before = np.append(0, ends), np.append(starts, size)
        some = behind < before
        return behind[some], before[some]

    def blacken(self, block: PixelBlock, window: Window, values: Sequence[float]) -> NDArray[np.bool_] | None:
        """Fill the pixels that lie outside, and mask them out where there is a mask.

        Args:
            block: the pixels, changed; the bands of a pixel lie together in memory.
            window: which they are.
            values: what they are filled with, band by band.

        Returns:
            (rows, columns), True where a pixel lies inside; None where all do.
        """
        outside, size = self.outside(window), window.height * window.width
        if not len(outside[0]):
            return None
        pixels = block.values.transpose(1, 2, 0)[:]
        pixels.shape = (size, len(values))  # refused where it would take a copy
        paint(pixels, *outside, np.array(values).astype(pixels.dtype))
        if block.mask is not None:
            for plane in block.mask.reshape(-1, *block.mask.shape[-2:]):
                _clear(plane, outside, False)
        inside = np.ones((window.height, window.width), dtype=np.bool_)
        _clear(inside, outside, False)
        return inside

    def clear(self, classes: NDArray[Any], window: Window) -> None:
        """Take the classes of pixels away that lie outside; see ``LabelledArea``."""
        _clear(classes, self.outside(window), 0)


def _clear(plane: NDArray[Any], outside: Runs, value: int) -> None:
    """Give pixels of (rows, columns) a value."""
    flat = plane[:]
    flat.shape = (plane.size,)  # refused where it would take a copy
    paint(flat, *outside, value)
