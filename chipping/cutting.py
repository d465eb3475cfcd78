"""Cut the pixels and labels of a batch into chips."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from .chip import Chip, PixelBlock
from .grid import Batch, Grid, PixelFrame, Window
from .labels import BatchLabels, Place
from .statistics import BandStatistics

if TYPE_CHECKING:
    from numpy.typing import NDArray


class CutChip(NamedTuple):
    """A chip and which of its pixels count.

    Attributes:
        chip: the chip; its pixels are still part of the batch.
        inside: (bands, rows, columns), the pixels that lie in the raster.
        valid: the same shape, True where a pixel counts; None where all do.
    """

    chip: Chip
    inside: NDArray[Any]
    valid: NDArray[np.bool_] | None

    def compact(self) -> CutChip:
        """Return the same chip with its pixels close together: what follows then takes half the time."""
        chip = replace(self.chip, pixels=np.ascontiguousarray(self.chip.pixels))
        _, rows, columns = self.inside.shape  # a chip reaches beyond the raster to the right and below only
        return CutChip(chip, chip.pixels[:, :rows, :columns], self.valid)

    @property
    def has_pixels(self) -> bool:
        """Whether any pixel counts."""
        return self.valid is None or bool(self.valid.any())

    def band_statistics(self) -> tuple[BandStatistics, ...]:
        """Return the statistics of each band over the pixels that count."""
        if self.valid is None:
            return BandStatistics.of_bands(self.inside)
        return tuple(BandStatistics.of(band[mask]) for band, mask in zip(self.inside, self.valid))


@dataclass(frozen=True)
class BatchContents:
    """What was read for a batch.

    Attributes:
        grid: all chips.
        frame: the raster's pixels on the map.
        batch: the chips that were read.
        labels: their labels.
        pixels: the batch's window.
        valid: (bands, rows, columns), True where a pixel counts; None where all do.
    """

    grid: Grid
    frame: PixelFrame
    batch: Batch
    labels: BatchLabels
    pixels: PixelBlock
    valid: NDArray[np.bool_] | None

    def cut(self, place: Place, stem: str) -> CutChip:
        """Return one chip.

        Args:
            place: its row and column in the grid.
            stem: its file name without extension.
        """
        row, column = place
        window = self.grid.window(column, row)
        inside = self._slices(window.crop(self.frame.width, self.frame.height))
        values, mask = self.pixels
        part = self._slices(window)
        chip = Chip(
            stem,
            self.frame.transform(window),
            values[part],
            self.labels.of(place),
            None if mask is None else mask[part[1:]],
        )
        return CutChip(chip, values[inside], None if self.valid is None else self.valid[inside])

    def _slices(self, window: Window) -> tuple[slice, slice, slice]:
        top, left = self.batch.window.row_off, self.batch.window.col_off
        rows = slice(window.row_off - top, window.row_end - top)
        return slice(None), rows, slice(window.col_off - left, window.col_end - left)
