"""What the chips will show, known before the first is written: the labels alone are read, no pixels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Callable

import numpy as np

from ...chipping.messages import Message
from ...chipping.plan.blocks import Blocks
from ...chipping.plan.listed import AnyBatch
from ...chipping.plan.splits import NONE, Census
from ...chipping.retry import Stop
from ..job import ExportJob
from .looking import SeenLabels
from .surveyors import Surveyors

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ...chipping.plan.splits import Splits


@dataclass
class Survey:
    """Labels of all chips.

    Attributes:
        blocks: the blocks that chips meet, None where all count as one.
        size: chips that are chosen from.
        chips: chips with labels, by the group of blocks that they lie in.
        labels: labels by group and class: their number, or, of a class raster, their pixels.
        features: (labels, 2), id of a feature and group of each of its labels, each pair once a batch;
            none where all chips count as one group.
        has_labels: (rows, columns) of the grid, whether each chip has labels; None where nothing asks for it.
    """

    blocks: Blocks | None
    size: int
    chips: Counter[int] = field(default_factory=Counter)
    labels: Counter[tuple[int, int]] = field(default_factory=Counter)
    features: list[NDArray[np.int64]] = field(default_factory=list)
    has_labels: NDArray[np.bool_] | None = None

    @property
    def labelled(self) -> int:
        """Chips with labels."""
        return sum(self.chips.values())

    @property
    def empty(self) -> int:
        """Chips without labels."""
        return self.size - self.labelled

    def add(self, batch: AnyBatch, seen: SeenLabels) -> None:
        """Count the labels of a batch.

        Args:
            batch: the chips.
            seen: what those of them show that are chosen from.
        """
        rows, columns = seen.places.T
        if self.has_labels is not None:
            self.has_labels[rows, columns] = True
        groups = np.zeros(len(rows), dtype=np.int64)
        if self.blocks is not None:
            of_batch = self.blocks.groups(batch)
            groups = of_batch[rows - batch.rows.start, columns - batch.columns.start]
            pairs = np.stack((seen.features[:, 1], groups[seen.features[:, 0]]), axis=1)
            self.features.append(np.unique(pairs, axis=0))
        self.chips.update(groups.tolist())
        chips, values, counts = seen.counted.T
        for group, value, count in zip(groups[chips].tolist(), values.tolist(), counts.tolist()):
            self.labels[group, value] += count

    def shared(self, splits: Splits) -> int:
        """Return how many features have labels in chips of two splits.

        Args:
            splits: (groups), the split of each group of blocks, NONE for none.
        """
        pairs = np.concatenate([np.zeros((0, 2), dtype=np.int64), *self.features])
        pairs[:, 1] = splits[pairs[:, 1]]
        fids = np.unique(pairs[pairs[:, 1] != NONE], axis=0)[:, 0]
        return int((np.unique(fids, return_counts=True)[1] > 1).sum())

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
    job: ExportJob, blocks: Blocks | None, progress: Callable[[float], None], stop: Stop
) -> tuple[Survey, tuple[Message, ...]]:
    """Read all labels once.

    Args:
        job: all that the export works with; the sets of its chips are of no matter.
        blocks: the blocks that they meet, None where all count as one.
        progress: takes how much has been read, 0 to 100.
        stop: raises Cancelled when the user has cancelled.

    Returns:
        What was found, and what is to be said of processes that helped, or could not.

    Raises:
        Cancelled: the user cancelled.
        ExportError: the labels cannot be read.
    """
    found = Survey(blocks, 0)
    if job.options.limits_empty:
        found.has_labels = np.zeros(job.shape, dtype=np.bool_)
    done, surveyors = 0, Surveyors(job, stop)
    with surveyors.staff.at_work() as staff:
        for look in surveyors.looks(job.batches()):
            found.size += look.size
            found.add(look.batch, look.seen())
            done += len(look.batch)
            staff.grow(done, job.total - done)
            progress(100.0 * done / job.total)
        return found, staff.notes
