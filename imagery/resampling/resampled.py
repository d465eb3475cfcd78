"""A source with another cell size: the nearest pixel, exactly."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ...chipping.chip import PixelBlock
from ...chipping.frame import PixelFrame
from ...chipping.retry import Stop
from ...chipping.window import Window
from ..source import AroundPixels, UnreadableError, empty_block
from .nearest import pixels_under

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MOST_BYTES = 32 << 20  # of source pixels held at a time


def cell_count(length: float, cell: float) -> int:
    """Return how many cells of an axis have their centre in the raster, at least one.

    ``cell_count(10.0, 4.0)`` is 2: the centres are 2 and 6, the next is 10.

    Args:
        length: of the raster (map units).
        cell: of a pixel (map units).
    """
    return max(1, math.ceil(length / cell - 0.5 - 1e-9))


def resampled_frame(frame: PixelFrame, cell: float) -> PixelFrame:
    """Return the pixels of another size over a raster, from its upper-left corner.

    Args:
        frame: the raster's pixels.
        cell: width and height of a pixel (map units).
    """
    width = cell_count(frame.width * frame.cell_x, cell)
    height = cell_count(frame.height * frame.cell_y, cell)
    return PixelFrame(frame.left, frame.top, cell, cell, height, width)


@dataclass(frozen=True)
class ResampledPixels(AroundPixels):
    """Each pixel is the source's pixel under its centre.

    Attributes:
        source: the pixels as they are.
        frame: the pixels wanted; every centre lies in the source.
    """

    frame: PixelFrame

    def block_bytes(self, rows: int) -> int:
        """Return the bytes of the source's blocks that some rows lie in; see Pixels."""
        return self.source.block_bytes(math.ceil(rows * self.frame.cell_y / self.source.frame.cell_y))

    def read(self, window: Window, out: PixelBlock, stop: Stop) -> None:
        """Read pixels; see Pixels.

        Raises:
            UnreadableError: they could not be read.
        """
        rows, columns = pixels_under(window, self.frame, self.source.frame)
        rows = np.clip(rows, 0, self.source.frame.height - 1)
        columns = np.clip(columns, 0, self.source.frame.width - 1)
        left, width = int(columns[0]), int(columns[-1] - columns[0]) + 1
        start = 0
        while start < len(rows):
            end = self._run_end(rows, start, width)
            run = Window(window.row_off + start, window.col_off, end - start, window.width)
            top, bottom = int(rows[start]), int(rows[end - 1]) + 1
            block = self._read_source(Window(top, left, bottom - top, width), run, stop)
            down, across = np.ix_(rows[start:end] - top, columns - left)
            out.values[:, start:end] = block.values[:, down, across]
            if out.mask is not None and block.mask is not None:
                out.mask[..., start:end, :] = block.mask[..., down, across]
            start = end

    def _read_source(self, window: Window, run: Window, stop: Stop) -> PixelBlock:
        """Return pixels of the source; a failure is told as one of the run that needs them."""
        block = empty_block(window, self.bands, self.mask_planes)
        try:
            self.source.read(window, block, stop)
        except UnreadableError as error:
            raise UnreadableError(str(error), run) from error
        return block

    def _run_end(self, rows: NDArray[np.int64], start: int, width: int) -> int:
        """Return where a run of rows ends whose source rows fit into memory."""
        row_bytes = width * self.bands.count * np.dtype(self.bands.dtype).itemsize
        reach = int(rows[start]) + max(1, _MOST_BYTES // row_bytes)
        return max(start + 1, int(np.searchsorted(rows, reach)))
