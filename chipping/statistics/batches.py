"""Statistics of all chips of a batch at once.

Chips overlap. Their borders cut the batch into cells; each cell is summed up
once, and a chip is the sum of its cells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from .bands import BandStatistics
from .cell_sums import SUM_TYPES, Sums, sums_of_cells

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

_ONE = np.array([[0, 1]])  # the first cell and the end, of a chip that is the only one

ChipStatistics = tuple[BandStatistics, ...]
"""Statistics of each band over the pixels of a chip that count."""


def batch_statistics(
    pixels: NDArray[Any], valid: NDArray[np.bool_] | None, chips: Numbers
) -> list[ChipStatistics]:
    """Return the statistics of some chips.

    Args:
        pixels: (bands, rows, columns) that hold all chips; fastest where the
            bands of a pixel lie together.
        valid: the same shape, or (1, rows, columns) for all bands, True where a
            pixel counts; None where all do.
        chips: (chips, 4): top, left, bottom, right of each in ``pixels``.
    """
    if len(chips) and pixels.dtype.name in SUM_TYPES:
        return _Cells.of(chips).statistics(pixels, valid)
    masks = None if valid is None else np.ascontiguousarray(valid)
    return [_of_chip(pixels, masks, chip) for chip in chips.tolist()]


def _of_chip(pixels: NDArray[Any], valid: NDArray[np.bool_] | None, chip: list[int]) -> ChipStatistics:
    top, left, bottom, right = chip
    part = slice(None), slice(top, bottom), slice(left, right)
    masks = [None] if valid is None else list(valid[part])
    bands = pixels[part]
    each = zip(bands, masks * (len(bands) // len(masks)))
    return tuple(BandStatistics.of(_counting(band, mask)) for band, mask in each)


def _counting(band: NDArray[Any], mask: NDArray[np.bool_] | None) -> NDArray[Any]:
    """Return the pixels of a band that count, one after the other in memory."""
    if mask is None or mask.all():
        return np.ascontiguousarray(band).reshape(-1)
    return band[mask]


class _Cells(NamedTuple):
    """The rectangles between the borders of chips.

    Attributes:
        rows: the borders of the rows of cells, ascending.
        columns: those of the columns of cells.
        down: (chips, 2), first row of cells of each chip, and the end.
        across: (chips, 2), first column of cells of each chip, and the end.
    """

    rows: Numbers
    columns: Numbers
    down: Numbers
    across: Numbers

    @classmethod
    def of(cls, chips: Numbers) -> _Cells:
        """Return the cells of chips.

        Args:
            chips: (chips, 4): top, left, bottom, right of each.
        """
        if len(chips) == 1:
            return cls(chips[0, ::2], chips[0, 1::2], _ONE, _ONE)
        rows, columns = np.unique(chips[:, ::2]), np.unique(chips[:, 1::2])
        down, across = np.searchsorted(rows, chips[:, ::2]), np.searchsorted(columns, chips[:, 1::2])
        return cls(rows, columns, down, across)

    def statistics(self, pixels: NDArray[Any], valid: NDArray[np.bool_] | None) -> list[ChipStatistics]:
        """Return the statistics of the chips; see ``batch_statistics``."""
        lines = pixels.transpose(1, 2, 0)
        masks = None if valid is None else valid.transpose(1, 2, 0)
        rows = [
            sums_of_cells(lines[part], None if masks is None else masks[part], self.columns)
            for part in map(slice, self.rows[:-1].tolist(), self.rows[1:].tolist())
        ]
        sums = rows[0] if len(self.down) == 1 else self._of_chips(Sums._make(map(np.stack, zip(*rows))))
        chips = zip(*(each.tolist() for each in sums))
        return [tuple(map(BandStatistics.from_sums, *chip)) for chip in chips]

    def _of_chips(self, cells: Sums) -> Sums:
        """Return the sums of chips, (chips, bands), from those of all cells.

        Args:
            cells: (rows, columns, bands) each.
        """
        if (np.diff(self.down) == 1).all() and (np.diff(self.across) == 1).all():  # no chip overlaps another
            return Sums._make(each[self.down[:, 0], self.across[:, 0]] for each in cells)
        return Sums(
            self._added(cells.valid),
            self._added(cells.total),
            self._added(cells.squares),
            self._reduced(np.minimum, cells.low),
            self._reduced(np.maximum, cells.high),
        )

    def _added(self, cells: Numbers) -> Numbers:
        """Return (chips, bands), what the cells of each chip add up to."""
        before = np.zeros((len(self.rows), len(self.columns), cells.shape[2]), dtype=np.int64)
        before[1:, 1:] = cells.cumsum(axis=0).cumsum(axis=1)
        (top, bottom), (left, right) = self.down.T, self.across.T
        added: Numbers = before[bottom, right] - before[top, right] - before[bottom, left] + before[top, left]
        return added

    def _reduced(self, ufunc: np.ufunc, cells: Numbers) -> Numbers:
        """Return (chips, bands), the smallest or largest number in the cells of each chip."""
        rows, row = np.unique(self.down, axis=0, return_inverse=True)
        columns, column = np.unique(self.across, axis=0, return_inverse=True)
        down = np.stack([ufunc.reduce(cells[top:bottom]) for top, bottom in rows])
        both = np.stack([ufunc.reduce(down[:, left:right], axis=1) for left, right in columns], axis=1)
        reduced: Numbers = both[row.reshape(-1), column.reshape(-1)]  # numpy 2.0 gives them two axes
        return reduced
