"""What the chips of a batch show, counted by any process that can cut their labels, QGIS's or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ...chipping.chip import ChipLabels
from ...chipping.plan.grid import Place
from ...chipping.plan.listed import AnyBatch
from ...chipping.retry import Stop
from ...chipping.steps import Step, bounds
from ...labels.source import BatchLabels, LabelCutter, Uncut
from ..batches.uncut import cut_labels

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]


class SeenLabels(NamedTuple):
    """What the chips of a batch show.

    Attributes:
        places: (chips, 2), row and column of each chip with labels.
        counted: (counts, 3), which of these chips, a class, and its labels there: their number, or,
            of a class raster, their pixels.
        features: (pairs, 2), which of these chips, and the id of a feature with labels there.
    """

    places: Numbers
    counted: Numbers
    features: Numbers

    @classmethod
    def of(cls, found: BatchLabels, counts_pixels: bool) -> SeenLabels:
        """Count labels.

        Args:
            found: those of a batch.
            counts_pixels: a label counts as its pixels.
        """
        chips = found.chips.values()
        return cls(_rows(list(found.chips), 2), _rows(_counted(chips, counts_pixels), 3), _features(found))


def _rows(rows: Sequence[tuple[int, ...]], width: int) -> Numbers:
    return np.array(rows, dtype=np.int64).reshape(-1, width)


def _counted(chips: Iterable[ChipLabels], counts_pixels: bool) -> list[tuple[int, int, int]]:
    """Return which chip, class and count of the labels of chips."""
    rows: list[tuple[int, int, int]] = []
    for chip, labels in enumerate(chips):
        counts: Counter[int] = Counter()
        for value, size in labels.counted:
            counts[value] += int(size) if counts_pixels else 1
        rows += [(chip, value, count) for value, count in counts.items()]
    return rows


def _features(found: BatchLabels) -> Numbers:
    """Return which chip and which feature, each pair once."""
    if found.fids is None:
        return _rows((), 2)
    pairs = {
        (chip, each.number - 1) for chip, labels in enumerate(found.chips.values()) for each in labels.objects
    }
    rows = _rows(sorted(pairs), 2)
    rows[:, 1] = found.fids[rows[:, 1]]
    return rows


class Looking(NamedTuple):
    """Looks at the labels of batches in any process.

    Attributes:
        cutter: cuts them to chips.
        counts_pixels: a label counts as its pixels.
    """

    cutter: LabelCutter
    counts_pixels: bool

    def seen(
        self, batch: AnyBatch, places: Sequence[Place], labels: Uncut | None, stop: Stop
    ) -> SeenLabels | None:
        """Return what the chips of a batch show.

        Args:
            batch: the chips.
            places: those of them that are looked at, at least one.
            labels: what they may show, see ``UncutSource.read_uncut``.
            stop: raises Cancelled when the user has cancelled.

        Returns:
            None where GEOS gives up on a shape that QGIS would make valid first.
        """
        with looking_at(batch):
            cut = cut_labels(self.cutter, batch, labels, places, stop)
            return None if cut is None else SeenLabels.of(cut.labels, self.counts_pixels)


def looking_at(batch: AnyBatch) -> Step:
    """Return what is told of looking at the labels of a batch."""
    text = "Looking for labels at columns {col_off} to {col_end}, rows {row_off} to {row_end}"
    return Step(text, **bounds(batch.window))
