"""Rectangles of whole pixels, and what one does with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


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
        return self.intersection(Window(0, 0, height, width))

    def intersection(self, other: Window) -> Window:
        """Return the pixels that are also pixels of another window; may be empty."""
        row_off, col_off = max(self.row_off, other.row_off), max(self.col_off, other.col_off)
        height = max(min(self.row_end, other.row_end) - row_off, 0)
        return Window(row_off, col_off, height, max(min(self.col_end, other.col_end) - col_off, 0))

    def slices(self, whole: Window) -> tuple[slice, slice]:
        """Return rows and columns of the window in an array of another one, which contains it."""
        row, column = self.row_off - whole.row_off, self.col_off - whole.col_off
        return slice(row, row + self.height), slice(column, column + self.width)

    def tiles(self, height: int, width: int) -> Iterator[Window]:
        """Yield the parts of the window that are at most ``height`` x ``width`` pixels, row by row."""
        for row in range(self.row_off, self.row_end, height):
            for column in range(self.col_off, self.col_end, width):
                yield Window(row, column, min(height, self.row_end - row), min(width, self.col_end - column))

    def strips(self, height: int) -> Iterator[Window]:
        """Yield the parts of the window that lie between multiples of ``height`` rows, from the top."""
        row = self.row_off
        while row < self.row_end:
            end = min((row // height + 1) * height, self.row_end)
            yield Window(row, self.col_off, end - row, self.width)
            row = end
