"""Where chips lie: pixel windows, map extents, and how many chips there are.

Pure arithmetic on whole pixels; nothing here reads a layer.
"""

from __future__ import annotations

import itertools
import math
import sys
from collections.abc import Iterator
from dataclasses import dataclass

Affine = tuple[float, float, float, float, float, float]
"""GDAL's order: origin x, cell x, 0, origin y, 0, -cell y (map units)."""

_SLACK = 0.001  # share of a pixel


@dataclass(frozen=True)
class Window:
    """A rectangle of whole pixels, counted from the raster's upper-left pixel."""

    row_off: int
    col_off: int
    height: int
    width: int

    @property
    def col_end(self) -> int:
        """First column right of the window (pixels)."""
        return self.col_off + self.width

    @property
    def row_end(self) -> int:
        """First row below the window (pixels)."""
        return self.row_off + self.height

    def shifted(self, rows: int, columns: int) -> Window:
        """Return the window shifted down and to the right."""
        return Window(self.row_off + rows, self.col_off + columns, self.height, self.width)

    def contains(self, other: Window) -> bool:
        """Return whether all pixels of another window are pixels of this one."""
        across = self.col_off <= other.col_off and other.col_end <= self.col_end
        return across and self.row_off <= other.row_off and other.row_end <= self.row_end

    def crop(self, height: int, width: int) -> Window:
        """Return the part that lies in a raster of ``height`` x ``width`` pixels.

        ``Window(0, 90, 20, 20).crop(100, 100)`` is ``Window(0, 90, 20, 10)``.
        """
        col_off, row_off = max(self.col_off, 0), max(self.row_off, 0)
        return Window(
            row_off,
            col_off,
            max(min(self.row_end, height) - row_off, 0),
            max(min(self.col_end, width) - col_off, 0),
        )


@dataclass(frozen=True)
class PixelFrame:
    """How the raster's pixels lie on the map: north up, no shear.

    Attributes:
        left: map x of the raster's left edge (map units).
        top: map y of the raster's upper edge (map units).
        cell_x: width of a pixel (map units, > 0).
        cell_y: height of a pixel (map units, > 0).
        height: rows of the raster (pixels).
        width: columns of the raster (pixels).
    """

    left: float
    top: float
    cell_x: float
    cell_y: float
    height: int
    width: int

    def extent(self, window: Window) -> tuple[float, float, float, float]:
        """Return x min, y min, x max, y max of a window (map units)."""
        return (
            self.left + window.col_off * self.cell_x,
            self.top - window.row_end * self.cell_y,
            self.left + window.col_end * self.cell_x,
            self.top - window.row_off * self.cell_y,
        )

    def window(self, x_min: float, y_min: float, x_max: float, y_max: float) -> Window:
        """Return the raster's whole pixels that meet an extent (map units); may be empty."""
        col_off = math.floor((x_min - self.left) / self.cell_x)
        row_off = math.floor((self.top - y_max) / self.cell_y)
        col_end = math.ceil((x_max - self.left) / self.cell_x)
        row_end = math.ceil((self.top - y_min) / self.cell_y)
        window = Window(row_off, col_off, row_end - row_off, col_end - col_off)
        return window.crop(self.height, self.width)

    def covering(self, x_min: float, y_min: float, x_max: float, y_max: float) -> Window:
        """Return the raster's pixels that an extent covers, snapped outward; may be empty.

        Unlike ``window``, a pixel that the extent enters by less than a
        thousandth of its size is left out: that is the noise of numbers that
        were written as text.
        """
        across, down = _SLACK * self.cell_x, _SLACK * self.cell_y
        return self.window(x_min + across, y_min + down, x_max - across, y_max - down)

    def part(self, window: Window) -> PixelFrame:
        """Return a window's pixels as a raster of their own."""
        left, _, _, top = self.extent(window)
        return PixelFrame(left, top, self.cell_x, self.cell_y, window.height, window.width)

    def transform(self, window: Window) -> Affine:
        """Return the geotransform of a window in GDAL's order."""
        left, _, _, top = self.extent(window)
        return (left, self.cell_x, 0.0, top, 0.0, -self.cell_y)


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
        rows: chip rows.
        columns: chip columns.
        window: the pixels that the chips cover together.
    """

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
        return cls(rows, columns, grid.span(rows, columns))

    def __len__(self) -> int:
        """Chips in the batch."""
        return len(self.columns) * len(self.rows)

    @property
    def places(self) -> list[tuple[int, int]]:
        """Row and column of each chip, row by row."""
        return list(itertools.product(self.rows, self.columns))


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
