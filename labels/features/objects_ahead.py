"""Objects of the chips of several batches, found at once: numpy takes as long for one shape as for many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from ...chipping.plan.grid import Batch, Grid
from ..objects import Found
from ..shapes.subdivision import reach
from ..source import ObjectLists
from .nearby_shapes import Shapes

_FEW = 2048  # pairs of a shape and a chip that are found at once, unless a single batch has more


class ObjectsAhead(NamedTuple):
    """The objects of some rows of chips.

    Attributes:
        rows: chip rows.
        by_row: objects of each chip that shows any, by the chip's row.
        thin: objects left out as thin, by the chip's row.
    """

    rows: range
    by_row: Mapping[int, ObjectLists]
    thin: Mapping[int, int]

    @classmethod
    def of(cls, rows: range, found: Found) -> ObjectsAhead:
        """Return what was found, row by row.

        Args:
            rows: chip rows.
            found: the objects of their chips.
        """
        by_row: dict[int, ObjectLists] = {}
        for place, objects in found.objects.items():
            by_row.setdefault(place[0], {})[place] = objects
        return cls(rows, by_row, Counter(found.thin.tolist()))

    def holds(self, rows: range) -> bool:
        """Return whether the objects of some rows have been found."""
        return self.rows.start <= rows.start and rows.stop <= self.rows.stop

    def part(self, rows: range) -> tuple[ObjectLists, int]:
        """Return the objects of each chip that shows any, and how many are thin.

        Args:
            rows: chip rows, all of them held.
        """
        objects: ObjectLists = {}
        for row in rows:
            objects.update(self.by_row.get(row, {}))
        return objects, sum(self.thin.get(row, 0) for row in rows)


def block_ahead(shapes: Shapes, grid: Grid, batch: Batch) -> Batch:
    """Return a batch with those below it, as far as their shapes have been read and are few.

    Args:
        shapes: hold those of the batch.
        grid: all chips.
        batch: the first one.
    """
    if shapes.heavy:  # thinned for each batch
        return batch
    last = (shapes.window.row_end - grid.tile_y) // grid.stride_y
    count = max(1, (last + 1 - batch.rows.start) // len(batch.rows))
    while True:
        rows = range(batch.rows.start, batch.rows.start + count * len(batch.rows))
        block = Batch(rows, batch.columns, grid.span(rows, batch.columns))
        if count == 1 or _pairs(shapes, grid, block) <= _FEW:
            return block
        count //= 2


def _pairs(shapes: Shapes, grid: Grid, block: Batch) -> int:
    """Return how many chips all shapes may meet, chips that several meet counted as often."""
    rows, columns = reach(shapes.outlines.boxes, grid, block)
    return int(((rows[:, 1] - rows[:, 0]) * (columns[:, 1] - columns[:, 0])).sum())
