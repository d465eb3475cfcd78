"""What the chips will show, known before the first is written: the labels alone are read, no pixels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Callable

import numpy as np

from ...chipping.plan.blocks import Blocks
from ...chipping.plan.grid import Batch, BatchPlan
from ...chipping.plan.splits import Census
from ...chipping.retry import Stop
from ...chipping.steps import Step, bounds
from ...labels.source import BatchLabels, LabelSource


@dataclass
class Survey:
    """Labels of all chips.

    Attributes:
        blocks: the blocks that chips meet.
        size: chips of the grid.
        chips: chips with labels, by the group of blocks that they lie in.
        labels: labels by group and class: their number, or, of a class raster, their pixels.
    """

    blocks: Blocks
    size: int
    chips: Counter[int] = field(default_factory=Counter)
    labels: Counter[tuple[int, int]] = field(default_factory=Counter)

    @property
    def labelled(self) -> int:
        """Chips with labels."""
        return sum(self.chips.values())

    @property
    def empty(self) -> int:
        """Chips without labels."""
        return self.size - self.labelled

    def add(self, batch: Batch, found: BatchLabels, counts_pixels: bool) -> None:
        """Count the labels of a batch.

        Args:
            batch: the chips.
            found: their labels.
            counts_pixels: a label counts as its pixels.
        """
        groups = self.blocks.groups(batch)
        for (row, column), labels in found.chips.items():
            group = int(groups[row - batch.rows.start, column - batch.columns.start])
            self.chips[group] += 1
            for value, size in labels.counted:
                self.labels[group, value] += int(size) if counts_pixels else 1

    def census(self) -> Census:
        """Return the same as arrays."""
        groups = sorted(self.chips)
        classes = sorted({value for _, value in self.labels})
        places: Mapping[int, int] = {group: place for place, group in enumerate(groups)}
        columns: Mapping[int, int] = {value: place for place, value in enumerate(classes)}
        rows = [(places[group], columns[value], n) for (group, value), n in sorted(self.labels.items())]
        group, column, count = np.array(rows, dtype=np.int64).reshape(-1, 3).T
        chips = np.array([self.chips[each] for each in groups], dtype=np.int64)
        return Census(
            np.array(groups, dtype=np.int64), chips, tuple(classes), (group, column, count.astype(np.float64))
        )


def survey(
    labels: LabelSource, plan: BatchPlan, blocks: Blocks, progress: Callable[[float], None], stop: Stop
) -> Survey:
    """Read all labels once and return what was found.

    Args:
        labels: where they come from, opened.
        plan: the batches of all chips.
        blocks: the blocks that they meet.
        progress: takes how much has been read, 0 to 100.
        stop: raises Cancelled when the user has cancelled.

    Raises:
        Cancelled: the user cancelled.
        ExportError: the labels cannot be read.
    """
    grid, done = plan.grid, 0
    found = Survey(blocks, len(grid))
    for batch in plan:
        stop()
        text = "Looking for labels at columns {col_off} to {col_end}, rows {row_off} to {row_end}"
        with Step(text, **bounds(batch.window)):
            found.add(batch, labels.read(batch, stop), labels.counts_pixels)
        done += len(batch)
        progress(100.0 * done / len(grid))
    return found
