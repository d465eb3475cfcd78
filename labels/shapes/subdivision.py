"""Which chips a shape may meet, and shapes with many edges thinned before they are clipped.

Clipping a shape to each of its chips looks at all its edges for each of them:
a lake of 10,000 edges on 1,000 chips would cost ten million looks. Halving the
chips again and again, and thinning the shape for each half, leaves each chip
with the edges that are near.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Callable, NamedTuple

import numpy as np

from ...chipping.plan.grid import Batch, Grid
from ...chipping.plan.halving import halves
from .polygons import Outlines, expanded
from .thinning import sides_of, thinned

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

_MANY = 2048  # edges times chips that are looked at one by one


class Pairs(NamedTuple):
    """Pairs of something and a chip that it may meet.

    Attributes:
        items: (pairs), its number.
        rows: (pairs), chip row.
        columns: (pairs), chip column.
    """

    items: Places
    rows: Places
    columns: Places

    @classmethod
    def of(cls, rows: Places, columns: Places) -> Pairs:
        """Return each item with each of its chips, row by row.

        Args:
            rows: (items, 2), first chip row and the end.
            columns: (items, 2), first chip column and the end.
        """
        across, down = columns[:, 1] - columns[:, 0], rows[:, 1] - rows[:, 0]
        counts = across * down
        item = np.repeat(np.arange(len(counts)), counts)
        row, column = np.divmod(expanded(np.zeros_like(counts), counts), across[item])
        return cls(item, rows[item, 0] + row, columns[item, 0] + column)

    def places(self, which: Places) -> list[tuple[int, int]]:
        """Return row and column of the chip of some pairs."""
        return list(zip(self.rows[which].tolist(), self.columns[which].tolist()))


class Pieces(NamedTuple):
    """Shapes, or parts of shapes, and the chips that each is for.

    Attributes:
        outlines: their polygons (pixels).
        owners: (pieces), number of the shape that each is a part of, from 0.
        rows: (pieces, 2), first chip row and the end.
        columns: (pieces, 2), first chip column and the end.
    """

    outlines: Outlines
    owners: Places
    rows: Places
    columns: Places

    @classmethod
    def none(cls) -> Pieces:
        """Return no piece."""
        nowhere = np.empty((0, 2), dtype=np.intp)
        return cls(Outlines.of([]), nowhere[:, 0], nowhere, nowhere)

    def in_row(self, row: int) -> Places:
        """Return the pieces that are for any chip of a row of the grid."""
        return np.flatnonzero((self.rows[:, 0] <= row) & (row < self.rows[:, 1]))

    def met(self, column: int, in_row: Places) -> dict[int, int]:
        """Return which piece is for a chip, by the number of the shape.

        Args:
            column: the chip's column in the grid.
            in_row: the pieces that are for chips of its row.
        """
        columns = self.columns[in_row]
        numbers = in_row[(columns[:, 0] <= column) & (column < columns[:, 1])]
        return dict(zip(self.owners[numbers].tolist(), numbers.tolist()))


class _Block(NamedTuple):
    """A shape as it is in some chips, and these chips."""

    outlines: Outlines
    rows: range
    columns: range


def pieces(outlines: Outlines, grid: Grid, batch: Batch, stop: Callable[[], None]) -> Pieces:
    """Return shapes with the chips of a batch that they may meet.

    Args:
        outlines: the shapes (pixels).
        grid: all chips.
        batch: the chips.
        stop: raises Cancelled when the user has cancelled.
    """
    rows, columns = reach(outlines.boxes, grid, batch)
    edges = np.diff(outlines.first_points)
    chips = (columns[:, 1] - columns[:, 0]) * (rows[:, 1] - rows[:, 0])
    heavy = (edges * chips > _MANY) & (chips > 1)
    owners = np.arange(len(outlines))
    if not heavy.any():
        return Pieces(outlines, owners, rows, columns)
    parts: list[_Block] = []
    counts = []
    for shape in np.flatnonzero(heavy):
        before = len(parts)
        whole = outlines.taken(np.array([shape]))
        parts += _halves(_Block(whole, range(*rows[shape]), range(*columns[shape])), grid, stop)
        counts.append(len(parts) - before)
    light = np.flatnonzero(~heavy)
    return Pieces(
        outlines.taken(light).joined(*[part.outlines for part in parts]),
        np.concatenate((light, np.repeat(np.flatnonzero(heavy), counts))),
        np.concatenate((rows[light], _bounds([part.rows for part in parts]))),
        np.concatenate((columns[light], _bounds([part.columns for part in parts]))),
    )


def reach(boxes: Floats, grid: Grid, batch: Batch) -> tuple[Places, Places]:
    """Return the chips of a batch whose pixels meet or touch boxes.

    Args:
        boxes: (shapes, 4): x min, y min, x max, y max (pixels).
        grid: all chips.
        batch: the chips.

    Returns:
        (shapes, 2) each: first chip row and the end, first chip column and the end.
    """
    rows = _meeting(boxes[:, 1], boxes[:, 3], grid.tile_y, grid.stride_y, batch.rows)
    columns = _meeting(boxes[:, 0], boxes[:, 2], grid.tile_x, grid.stride_x, batch.columns)
    return rows, columns


def _meeting(start: Floats, end: Floats, tile: int, stride: int, places: range) -> Places:
    first = np.clip(np.ceil((start - tile) / stride), places.start, places.stop)
    stop = np.clip(np.floor(end / stride) + 1, first, places.stop)
    bounds: Places = np.stack((first, stop), axis=1).astype(np.intp)
    return bounds


def _bounds(ranges: list[range]) -> Places:
    return np.array([(each.start, each.stop) for each in ranges], dtype=np.intp).reshape(-1, 2)


def _halves(block: _Block, grid: Grid, stop: Callable[[], None]) -> Iterator[_Block]:
    """Yield a shape as it is in parts of a block, of few edges or one chip each."""
    rows, columns = block.rows, block.columns
    chips = len(columns) * len(rows)
    if chips == 1 or len(block.outlines.points) * chips <= _MANY:
        yield block
        return
    for half in halves(rows, columns):
        stop()
        part = thinned(block.outlines, sides_of(grid.span(*half)))
        if len(part.shells):
            yield from _halves(_Block(part, *half), grid, stop)
