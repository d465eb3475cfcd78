"""Objects of the chips of several batches, found at once: numpy takes as long for one shape as for many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable

import numpy as np

from ...chipping.plan.grid import Batch, Grid
from ..objects import Found, Spreader
from ..shapes.subdivision import reach
from ..source import ObjectLists
from .nearby_shapes import Shapes

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FEW = 2048  # pairs of a shape and a chip that are looked at together, unless a single batch has more


class ObjectsAhead:
    """The objects of the chips that some shapes have been read for.

    Attributes:
        shapes: those of a batch, or of whole rows of chips.
        fids: id of the feature of each number that the objects of the last batch have, from 1.
    """

    def __init__(self, shapes: Shapes, grid: Grid, spreader: Callable[[Batch], Spreader]) -> None:
        """Look for none yet.

        Args:
            shapes: those of a batch, or of whole rows of chips.
            grid: all chips.
            spreader: returns what finds the objects of some chips.
        """
        self.shapes = shapes
        self.fids: NDArray[np.int64] = shapes.fids[:0]
        self._grid = grid
        self._spreader = spreader
        self._block: Batch | None = None
        self._by_row: dict[int, ObjectLists] = {}
        self._found = Found.nothing()
        self._before: NDArray[np.int64] | None = None

    def of(self, batch: Batch, stop: Callable[[], None]) -> Found:
        """Return the objects of each chip of a batch that shows any, and those that are left out.

        Args:
            batch: chips that the shapes have been read for.
            stop: raises Cancelled when the user has cancelled.
        """
        if self._block is None or not self._block.window.contains(batch.window):
            self._block = self._block_from(batch)
            shapes = self.shapes.near(self._block.window)
            self.fids = shapes.fids
            self._keep(self._spreader(self._block).objects(shapes.outlines, shapes.class_values, stop))
        rows = (self._by_row.get(row, {}) for row in batch.rows)
        objects = {place: its for row in rows for place, its in row.items() if place[1] in batch.columns}
        left_out = [
            each
            for each in self._found.left_out
            if each.place[0] in batch.rows and each.place[1] in batch.columns
        ]
        return self._found._replace(objects=objects, left_out=left_out)

    def _keep(self, found: Found) -> None:
        self._by_row, self._found = {}, found
        for place, objects in found.objects.items():
            self._by_row.setdefault(place[0], {})[place] = objects

    def _block_from(self, batch: Batch) -> Batch:
        """Return a batch, or the rows of chips from its own on whose shapes have been read and are few."""
        if self.shapes.heavy or self.shapes.window == batch.window:  # heavy ones are thinned for each batch
            return batch
        if self._before is None:
            self._before = self._pairs_before()
        first, before = batch.rows.start, self._before
        end = int(np.searchsorted(before, before[first] + _FEW, side="right")) - 1
        count = (end - first) // len(batch.rows)
        if not count:
            return batch
        rows, columns = range(first, first + count * len(batch.rows)), range(self._grid.columns)
        return Batch.of(self._grid, rows, columns)

    def _pairs_before(self) -> NDArray[np.int64]:
        """Return (rows + 1), how many pairs of a shape and a chip that it may meet lie above each row.

        Rows of chips end where no shapes have been read.
        """
        last = (self.shapes.window.row_end - self._grid.tile_y) // self._grid.stride_y
        block = Batch(self._grid, range(last + 1), range(self._grid.columns), self._grid.whole)
        rows, columns = reach(self.shapes.outlines.boxes, self._grid, block)
        across = columns[:, 1] - columns[:, 0]
        changes = [np.bincount(ends, weights=across, minlength=last + 2) for ends in rows.T]
        in_row = np.cumsum(changes[0] - changes[1])[: last + 1]
        before: NDArray[np.int64] = np.append(0, np.cumsum(in_row)).astype(np.int64)
        return before
