"""Blocks: parts of the map of one size, side by side, each of which belongs to one split as a whole.

A chip that lies in one block shares no ground with a chip of another. What
counts is a chip's whole tile, with what of it lies beyond the raster: there an
export that is added later may have pixels.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ..frame import PixelFrame
from ..window import Window
from .grid import Grid
from .listed import AnyBatch, ChipList, ListedBatch

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Numbers = NDArray[np.int64]

TILES = 8
"""Tiles along a side of a block, where no size is given."""

_SLACK = 0.001  # pixels that a tile may reach into a block: rounding of map coordinates


class Lattice(NamedTuple):
    """Where blocks lie on the map; block 0, 0 has its upper-left corner at ``left``, ``top``.

    Attributes:
        left: map x of a left side (map units).
        top: map y of an upper side (map units).
        width: of a block (map units).
        height: of a block (map units).
    """

    left: float
    top: float
    width: float
    height: float

    @classmethod
    def of(cls, frame: PixelFrame, grid: Grid, side: float | None) -> Lattice:
        """Return the lattice that begins where a grid does; blocks have whole pixels.

        Args:
            frame: the raster's pixels on the map.
            grid: all chips.
            side: of a block (map units); None for ``TILES`` tiles each way.
        """
        cells = frame.cell_x, frame.cell_y
        pixels = TILES * grid.tile_x, TILES * grid.tile_y
        if side is not None:
            pixels = round(side / cells[0]), round(side / cells[1])
        return cls(frame.left, frame.top, pixels[0] * cells[0], pixels[1] * cells[1])

    def blocks(
        self, x_min: float, y_min: float, x_max: float, y_max: float, cell: float
    ) -> list[tuple[int, int]]:
        """Return column and row of the blocks that an extent (map units) reaches into, row by row.

        Args:
            x_min: left side.
            y_min: lower side.
            x_max: right side.
            y_max: upper side.
            cell: width of a pixel (map units); what is far less is rounding.
        """
        slack = _SLACK * cell
        left, right = (x_min - self.left + slack) / self.width, (x_max - self.left - slack) / self.width
        top, bottom = (self.top - y_max + slack) / self.height, (self.top - y_min - slack) / self.height
        columns = range(math.floor(left), math.ceil(right))
        return [(column, row) for row in range(math.floor(top), math.ceil(bottom)) for column in columns]

    def in_pixels(self, frame: PixelFrame) -> tuple[float, float, float, float]:
        """Return the same in pixels of a raster: column and row of its corner, width, height."""
        return (
            (self.left - frame.left) / frame.cell_x,
            (frame.top - self.top) / frame.cell_y,
            self.width / frame.cell_x,
            self.height / frame.cell_y,
        )


@dataclass(frozen=True)
class BlockAxis:
    """Blocks along the rows or columns of a grid of chips.

    Attributes:
        first: (chips), number of the block that each chip begins in.
        last: (chips), number of the block that each chip ends in.
    """

    first: Numbers
    last: Numbers

    @classmethod
    def of(cls, count: int, tile: int, stride: int, corner: float, side: float) -> BlockAxis:
        """Return the blocks along one axis.

        Args:
            count: chips along the axis.
            tile: length of a chip (pixels).
            stride: step from chip to chip (pixels).
            corner: where block 0 begins (pixels).
            side: length of a block (pixels).
        """
        starts = np.arange(count, dtype=np.float64) * stride
        return cls(*_met(starts, starts + tile, corner, side))

    @classmethod
    def of_spans(cls, starts: Floats, ends: Floats, corner: float, side: float) -> BlockAxis:
        """Return the blocks along one axis of chips that lie anywhere: of each different pair one chip.

        Args:
            starts: (chips), where each begins (pixels).
            ends: (chips), where each ends (pixels).
            corner: where block 0 begins (pixels).
            side: length of a block (pixels).
        """
        first, last = np.unique(np.stack(_met(starts, ends, corner, side), axis=1), axis=0).T
        return cls(first, last)

    @property
    def low(self) -> int:
        """Number of the first block that a chip meets."""
        return int(self.first[0])

    @cached_property
    def count(self) -> int:
        """Blocks from the first to the last that a chip meets."""
        return int(self.last.max()) - self.low + 1

    @cached_property
    def spans(self) -> tuple[Numbers, Numbers]:
        """The different pairs of first and last block (spans, 2), and which of them each chip has (chips)."""
        pairs = np.stack((self.first, self.last), axis=1)
        starts = np.flatnonzero(np.diff(pairs, axis=0, prepend=pairs[:1] - 1).any(axis=1))
        return pairs[starts], np.searchsorted(starts, np.arange(len(pairs)), side="right") - 1

    def places(self, met: tuple[Numbers, Numbers]) -> Numbers:
        """Return (chips), which of the different pairs the first and the last block of chips are.

        Args:
            met: (chips) each, numbers of the first and of the last block.
        """
        spans = self.spans[0]
        keys, wanted = (pairs[0] * self._many + pairs[1] for pairs in (spans.T, met))
        order = np.argsort(keys)
        found: Numbers = order[np.searchsorted(keys, wanted, sorter=order)]
        return found

    @property
    def _many(self) -> int:
        """More than two numbers of blocks can lie apart."""
        return 2 * (abs(self.low) + self.count) + 1

    @cached_property
    def leaders(self) -> Numbers:
        """For each block from ``low`` on, the place of the block whose split it takes: itself, as a rule.

        A block that no chip lies in, only chips that reach into it, is of no
        use by itself: it goes with the one before it, or else the one behind.
        """
        places = np.arange(self.count)
        filled = np.unique(self.first[self.first == self.last]) - self.low
        if not len(filled):
            return places
        before = np.searchsorted(filled, places, side="right") - 1
        leaders: Numbers = filled[np.maximum(before, 0)]
        return leaders


def _met(starts: Floats, ends: Floats, corner: float, side: float) -> tuple[Numbers, Numbers]:
    """Return numbers of the blocks that chips begin and end in along an axis; see ``BlockAxis.of_spans``."""
    first = np.floor((starts - corner + _SLACK) / side)
    last = np.ceil((ends - corner - _SLACK) / side) - 1
    return first.astype(np.int64), last.astype(np.int64)


@dataclass(frozen=True)
class Blocks:
    """The blocks that chips meet, in an array of rows and columns of blocks.

    Attributes:
        rows: blocks along the rows of chips.
        columns: blocks along the columns of chips.
        lattice: column and row of the corner of block 0, 0, width and height of a block (pixels).
    """

    rows: BlockAxis
    columns: BlockAxis
    lattice: tuple[float, float, float, float]

    @classmethod
    def of(cls, lattice: Lattice, frame: PixelFrame, grid: Grid) -> Blocks:
        """Return the blocks of a lattice that chips meet.

        Args:
            lattice: where blocks lie on the map, none smaller than a tile.
            frame: the raster's pixels on the map.
            grid: all chips.
        """
        left, top, width, height = lattice.in_pixels(frame)
        return cls(
            BlockAxis.of(grid.rows, grid.tile_y, grid.stride_y, top, height),
            BlockAxis.of(grid.columns, grid.tile_x, grid.stride_x, left, width),
            (left, top, width, height),
        )

    @classmethod
    def of_list(cls, lattice: Lattice, frame: PixelFrame, chips: ChipList) -> Blocks:
        """Return the blocks of a lattice that the chips of a list meet.

        Args:
            lattice: where blocks lie on the map.
            frame: the raster's pixels on the map.
            chips: all chips.
        """
        left, top, width, height = lattice.in_pixels(frame)
        sides = _sides([chips.chip(number).tile.reach for number in range(len(chips))])
        return cls(
            BlockAxis.of_spans(sides[:, 0], sides[:, 1], top, height),
            BlockAxis.of_spans(sides[:, 2], sides[:, 3], left, width),
            (left, top, width, height),
        )

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns of blocks."""
        return self.rows.count, self.columns.count

    @property
    def numbers(self) -> Numbers:
        """(blocks, 2), column and row of each block on the lattice, row by row."""
        rows, columns = np.indices(self.shape)
        return np.stack((columns.ravel() + self.columns.low, rows.ravel() + self.rows.low), axis=1)

    @property
    def leaders(self) -> Numbers:
        """(blocks), the place of the block whose split each one takes; see ``BlockAxis.leaders``."""
        return (self.rows.leaders[:, np.newaxis] * self.shape[1] + self.columns.leaders).ravel()

    def groups(self, batch: AnyBatch) -> Numbers:
        """Return (rows, columns) of a batch, a number for each chip: that of all chips in the same blocks."""
        if isinstance(batch, ListedBatch):
            return self._listed_groups(batch)
        spans = self.columns.spans[0]
        rows = self.rows.spans[1][batch.rows.start : batch.rows.stop]
        columns = self.columns.spans[1][batch.columns.start : batch.columns.stop]
        return rows[:, np.newaxis] * len(spans) + columns

    def _listed_groups(self, batch: ListedBatch) -> Numbers:
        """Return (1, chips) of some chips of a list, see ``groups``."""
        left, top, width, height = self.lattice
        sides = _sides([each.tile.reach for each in batch.chips])
        rows = self.rows.places(_met(sides[:, 0], sides[:, 1], top, height))
        columns = self.columns.places(_met(sides[:, 2], sides[:, 3], left, width))
        return (rows * len(self.columns.spans[0]) + columns)[np.newaxis]

    def corners(self, groups: Numbers) -> Numbers:
        """Return (groups, 4), places of the blocks that the corners of chips lie in.

        Args:
            groups: numbers as ``groups`` gives them.
        """
        of_rows, of_columns = self.rows.spans[0] - self.rows.low, self.columns.spans[0] - self.columns.low
        row, column = np.divmod(groups, len(of_columns))
        ends = [(of_rows[row, down], of_columns[column, across]) for down in (0, 1) for across in (0, 1)]
        return np.stack([each[0] * self.shape[1] + each[1] for each in ends], axis=1)


def _sides(windows: Sequence[Window]) -> Floats:
    """Return (chips, 4): first row and the end, first column and the end of each window (pixels)."""
    sides = [(each.row_off, each.row_end, each.col_off, each.col_end) for each in windows]
    return np.array(sides, dtype=np.float64).reshape(-1, 4)
