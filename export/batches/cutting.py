"""Cut the pixels and labels of a batch into chips."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ...chipping.chip import Chip, PixelBlock
from ...chipping.frame import PixelFrame
from ...chipping.plan.grid import Batch, Grid
from ...labels.source import BatchLabels, Place

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Cutter:
    """Knows where the chips of a batch lie in its window.

    Attributes:
        grid: all chips.
        frame: the raster's pixels on the map.
        batch: the chips.
    """

    grid: Grid
    frame: PixelFrame
    batch: Batch

    def inside(self, places: Sequence[Place]) -> NDArray[np.int64]:
        """Return which pixels of the batch are those of chips, without what lies beyond the raster.

        Args:
            places: row and column of each chip in the grid.

        Returns:
            (chips, 4): top, left, bottom, right.
        """
        grid, window = self.grid, self.batch.window
        corners = np.array(places, dtype=np.int64).reshape(-1, 2) * (grid.stride_y, grid.stride_x)
        tile, size = (grid.tile_y, grid.tile_x), (self.frame.height, self.frame.width)
        ends = np.minimum(np.add(corners, tile), size)
        return np.hstack((corners, ends)) - ([window.row_off, window.col_off] * 2)

    def chip(self, place: Place, stem: str, pixels: PixelBlock, labels: BatchLabels) -> Chip:
        """Return one chip; its pixels are still part of the batch.

        Args:
            place: its row and column in the grid.
            stem: its file name without extension.
            pixels: those of the batch's window.
            labels: those of the batch.
        """
        row, column = place
        window = self.grid.window(row, column)
        part = pixels.part(window, self.batch.window)
        return Chip(stem, self.frame.transform(window), part.values, labels.of(place), part.mask)
