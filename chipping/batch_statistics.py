"""Statistics of all chips of a batch at once.

Chips overlap. Their borders cut the batch into cells; each cell is summed up
once, and a chip is the sum of its cells.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from .statistics import BandStatistics

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

_SUM_TYPES: dict[str, Any] = {"uint8": "uint16", "int8": "int16", "uint16": "uint32", "int16": "int32"}
_SQUARE_TYPES: dict[int, Any] = {1: "float32", 2: "float64"}  # by bytes of a pixel
_ROWS = 256  # of pixels whose sum and sum of squares these types hold exactly

ChipStatistics = tuple[BandStatistics, ...]
"""Statistics of each band over the pixels of a chip that count."""


def batch_statistics(
    pixels: NDArray[Any], valid: NDArray[np.bool_] | None, chips: Numbers
) -> list[ChipStatistics]:
    """Return the statistics of some chips.

    Args:
        pixels: (bands, rows, columns) that hold all chips; fastest where the
            bands of a pixel lie together.
        valid: (bands, rows, columns), or (1, rows, columns) for all bands, True where
            a pixel counts; None where all do.
        chips: (chips, 4): top, left, bottom, right of each in ``pixels``.
    """
    if valid is not None:
        valid = np.broadcast_to(valid, pixels.shape)
    if len(chips) and pixels.dtype.name in _SUM_TYPES:
        return _Cells.of(chips).statistics(pixels, valid)
    return [_of_chip(pixels, valid, chip) for chip in chips.tolist()]


def _of_chip(pixels: NDArray[Any], valid: NDArray[np.bool_] | None, chip: list[int]) -> ChipStatistics:
    top, left, bottom, right = chip
    part = slice(None), slice(top, bottom), slice(left, right)
    if valid is None:
        return tuple(BandStatistics.of(band) for band in pixels[part])
    return tuple(BandStatistics.of(band[mask]) for band, mask in zip(pixels[part], valid[part]))


class _Sums(NamedTuple):
    """What the pixels of each cell, or of each chip, come to.

    Attributes:
        valid: (cells, bands), pixels that count.
        total: their sum.
        squares: sum of their squares.
        low: the smallest.
        high: the largest.
    """

    valid: Numbers
    total: Numbers
    squares: Numbers
    low: Numbers
    high: Numbers

    def joined(self, other: _Sums) -> _Sums:
        """Return the sums over both sets of pixels."""
        return _Sums(
            self.valid + other.valid,
            self.total + other.total,
            self.squares + other.squares,
            np.minimum(self.low, other.low),
            np.maximum(self.high, other.high),
        )


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
        rows, columns = np.unique(chips[:, ::2]), np.unique(chips[:, 1::2])
        down, across = np.searchsorted(rows, chips[:, ::2]), np.searchsorted(columns, chips[:, 1::2])
        return cls(rows, columns, down, across)

    def statistics(self, pixels: NDArray[Any], valid: NDArray[np.bool_] | None) -> list[ChipStatistics]:
        """Return the statistics of the chips; see ``batch_statistics``."""
        lines = pixels.transpose(1, 2, 0)
        masks = None if valid is None else valid.transpose(1, 2, 0)
        rows = [self._row(lines, masks, row) for row in range(len(self.rows) - 1)]
        sums = self._of_chips(_Sums._make(np.stack(each) for each in zip(*rows)))
        numbers = np.stack(sums, axis=2).tolist()
        return [tuple(BandStatistics.from_sums(*band) for band in chip) for chip in numbers]

    def _row(self, lines: NDArray[Any], masks: NDArray[np.bool_] | None, row: int) -> _Sums:
        """Return the sums of a row of cells, (columns of cells, bands)."""
        part = slice(self.columns[0], self.columns[-1])
        starts, widths = self.columns[:-1] - self.columns[0], np.diff(self.columns)
        strips = (
            _strip(lines[rows, part], None if masks is None else masks[rows, part], starts, widths)
            for rows in _short(int(self.rows[row]), int(self.rows[row + 1]))
        )
        return functools.reduce(_Sums.joined, strips)

    def _of_chips(self, cells: _Sums) -> _Sums:
        """Return the sums of chips, (chips, bands), from those of all cells.

        Args:
            cells: (rows, columns, bands) each.
        """
        return _Sums(
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


def _short(top: int, bottom: int) -> Iterator[slice]:
    """Give the rows between two borders, few enough at a time for exact sums."""
    for start in range(top, bottom, _ROWS):
        yield slice(start, min(start + _ROWS, bottom))


def _strip(lines: NDArray[Any], masks: NDArray[np.bool_] | None, starts: Numbers, widths: Numbers) -> _Sums:
    """Return the sums of some rows of pixels, cell by cell.

    Args:
        lines: (rows, columns, bands).
        masks: the same shape, True where a pixel counts; None where all do.
        starts: (cells), the first column of each.
        widths: (cells), its columns.
    """
    rows, columns, bands = lines.shape
    limits, kept, low, high = np.iinfo(lines.dtype), lines, lines, lines
    valid = np.repeat(rows * widths[:, None], bands, axis=1)
    if masks is not None:
        kept = np.where(masks, lines, lines.dtype.type(0))
        low, high = (np.where(masks, lines, lines.dtype.type(end)) for end in (limits.max, limits.min))
        valid = np.add.reduceat(masks.sum(axis=0), starts)
    flat = kept.reshape(rows, columns * bands)
    total = flat.sum(axis=0, dtype=_SUM_TYPES[lines.dtype.name])
    kind = _SQUARE_TYPES[lines.dtype.itemsize]
    squares = np.einsum("ij,ij->j", flat, flat, dtype=kind, casting="unsafe")
    total, squares = (each.reshape(columns, bands).astype(np.int64) for each in (total, squares))
    return _Sums(
        valid,
        np.add.reduceat(total, starts),
        np.add.reduceat(squares, starts),
        np.minimum.reduceat(low.min(axis=0), starts).astype(np.int64),
        np.maximum.reduceat(high.max(axis=0), starts).astype(np.int64),
    )
