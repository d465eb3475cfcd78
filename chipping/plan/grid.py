"""Where chips lie on a grid, and how many there are.

Pure arithmetic on whole pixels; nothing here reads a layer.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..window import Window

if TYPE_CHECKING:
    from numpy.typing import NDArray

Place = tuple[int, int]
"""A chip's row and column in the grid."""


def chip_count(size: int, tile: int, stride: int) -> int:
    """Return how many chips an axis takes.

    ``1 + ceil(max(0, size - tile) / stride)``: the last chip is the first one
    that reaches the border, so none is redundant and, for ``stride <= tile``,
    no pixel is missed. With a stride beyond the tile the next chip could start
    outside the raster; ``ceil(size / stride)`` keeps every chip's first pixel
    inside. ``chip_count(300, 256, 128)`` is 2.

    Args:
        size: length of the raster along the axis (pixels).
        tile: length of a chip (pixels).
        stride: step from chip to chip (pixels).
    """
    to_border = 1 + -(-max(0, size - tile) // stride)
    return min(to_border, -(-size // stride))


@dataclass(frozen=True)
class Grid:
    """All chips of a raster: row by row from the top, left to right.

    Attributes:
        height: rows of the raster (pixels).
        width: columns of the raster (pixels).
        tile_y: rows of a chip (pixels).
        tile_x: columns of a chip (pixels).
        stride_y: rows from chip to chip (pixels).
        stride_x: columns from chip to chip (pixels).
    """

    height: int
    width: int
    tile_y: int
    tile_x: int
    stride_y: int
    stride_x: int

    @property
    def columns(self) -> int:
        """Chips in a row of chips."""
        return chip_count(self.width, self.tile_x, self.stride_x)

    @property
    def rows(self) -> int:
        """Rows of chips."""
        return chip_count(self.height, self.tile_y, self.stride_y)

    def __len__(self) -> int:
        """All chips of the grid, the progress total."""
        return self.columns * self.rows

    def window(self, row: int, column: int) -> Window:
        """Return the pixels of one chip; they may reach beyond the raster.

        Args:
            row: chip row, from 0.
            column: chip column, from 0.
        """
        return Window(row * self.stride_y, column * self.stride_x, self.tile_y, self.tile_x)

    @property
    def whole(self) -> Window:
        """The smallest window that holds all chips; it may reach beyond the raster."""
        return self.span(range(self.rows), range(self.columns))

    def span(self, rows: range, columns: range) -> Window:
        """Return the smallest window that holds a block of chips."""
        first = self.window(rows.start, columns.start)
        last = self.window(rows.stop - 1, columns.stop - 1)
        return Window(
            first.row_off, first.col_off, last.row_end - first.row_off, last.col_end - first.col_off
        )


@dataclass(frozen=True)
class Batch:
    """A block of neighbouring chips that share one read of pixels and labels.

    Attributes:
        grid: all chips.
        rows: chip rows.
        columns: chip columns.
        window: the pixels that the chips cover together.
    """

    grid: Grid
    rows: range
    columns: range
    window: Window

    @classmethod
    def of(cls, grid: Grid, rows: range, columns: range) -> Batch:
        """Return a block of chips with the smallest window that holds them.

        Args:
            grid: all chips.
            rows: chip rows, at least one.
            columns: chip columns, at least one.
        """
        return cls(grid, rows, columns, grid.span(rows, columns))

    def __len__(self) -> int:
        """Chips in the batch."""
        return len(self.columns) * len(self.rows)

    @property
    def places(self) -> list[Place]:
        """Row and column of each chip, row by row."""
        return list(itertools.product(self.rows, self.columns))

    def window_of(self, place: Place) -> Window:
        """Return the pixels of one of the chips; they may reach beyond the raster."""
        return self.grid.window(*place)

    def corners(self, places: Sequence[Place]) -> NDArray[np.int64]:
        """Return (chips, 2), first row and column of some of the chips (pixels)."""
        grid = self.grid
        return np.array(places, dtype=np.int64).reshape(-1, 2) * (grid.stride_y, grid.stride_x)

    @property
    def tile(self) -> tuple[int, int]:
        """Rows and columns of a chip (pixels)."""
        return self.grid.tile_y, self.grid.tile_x


@dataclass(frozen=True)
class BatchPlan:
    """The grid cut into batches whose chips follow one another row by row.

    A batch is some whole rows of chips, or, where one row is more than the
    budget, a piece of one row: so chips keep their order from batch to batch.

    Attributes:
        grid: all chips.
        budget: pixels that a batch may hold.
        most_chips: chips that a batch may hold.
        starts_small: the first batch is one row, so that the first chips stand soon.
    """

    grid: Grid
    budget: int
    most_chips: int = sys.maxsize
    starts_small: bool = False

    @property
    def _shape(self) -> tuple[int, int]:
        grid = self.grid
        row_pixels = grid.span(range(1), range(grid.columns)).width * grid.tile_y
        if row_pixels <= self.budget:
            more = (self.budget - row_pixels) // max(1, row_pixels // grid.tile_y * grid.stride_y)
            columns, rows = grid.columns, min(grid.rows, 1 + more)
        else:
            more = (self.budget // grid.tile_y - grid.tile_x) // grid.stride_x
            columns, rows = min(grid.columns, 1 + max(0, more)), 1
        return min(columns, self.most_chips), min(rows, max(1, self.most_chips // columns))

    def _row_ranges(self) -> Iterator[range]:
        """Yield the rows of chips of each batch, or of each row of batches."""
        _, rows = self._shape
        top, end = 0, 1 if self.starts_small else rows
        while top < self.grid.rows:
            yield range(top, min(end, self.grid.rows))
            top, end = end, end + rows

    def __len__(self) -> int:
        """Number of batches."""
        return -(-self.grid.columns // self._shape[0]) * sum(1 for _ in self._row_ranges())

    def __iter__(self) -> Iterator[Batch]:
        """Yield the batches in the order of their chips."""
        grid, columns = self.grid, self._shape[0]
        for chip_rows in self._row_ranges():
            for left in range(0, grid.columns, columns):
                chip_columns = range(left, min(left + columns, grid.columns))
                yield Batch.of(grid, chip_rows, chip_columns)
