"""How many chips without labels are written: a share of those with labels, drawn by a hash of their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ...chipping.plan.grid import Place
from ...chipping.plan.listed import AnyBatch, ChipBatches
from ...chipping.plan.selection import Chosen, Selection
from ...chipping.plan.splits import SPLITS, TRAIN
from ...chipping.retry import Stop
from ...chipping.sets import ALL_IN_ONE
from ...chipping.untrusted.json_kinds import Whole
from ...chipping.untrusted.json_shapes import Record, validate
from .chip_keys import ChipKeys

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LIMITED = (ALL_IN_ONE, SPLITS[TRAIN])
_HIGHEST = 2**63 - 1
_COUNT = Whole(0, 2**53)
_KEPT = Record(
    {"highest": Whole(-1, _HIGHEST), "kept": _COUNT, "empty": _COUNT, "labelled": _COUNT}, closed=True
)


@dataclass(frozen=True)
class EmptyQuota:
    """Which chips without labels are written; those for validation and test all are.

    Attributes:
        keys: give the number of each chip.
        highest: key up to which chips are kept, -1 for none.
        kept: chips without labels that are kept.
        empty: all chips without labels that it is about.
        labelled: chips with labels in the same set.
    """

    keys: ChipKeys
    highest: int
    kept: int
    empty: int
    labelled: int

    def kept_of(self, places: Sequence[tuple[int, int]], chosen: Chosen, stop: Stop) -> set[tuple[int, int]]:
        """Return those of some chips without labels that are written.

        Args:
            places: row and column of each in the grid.
            chosen: says which set they are in.
            stop: raises Cancelled when the user has cancelled.
        """
        keys = self.keys.keys(places, stop)
        lucky = (keys <= self.highest).tolist()
        return {place for place, kept in zip(places, lucky) if kept or chosen.set_of(place) not in _LIMITED}

    def for_journal(self) -> dict[str, Any]:
        """Return what the journal is to keep."""
        return {name: getattr(self, name) for name in ("highest", "kept", "empty", "labelled")}

    @classmethod
    def of_journal(cls, keys: ChipKeys, kept: Any) -> EmptyQuota:
        """Return what ``for_journal`` gave.

        Args:
            keys: give the number of each chip.
            kept: what the journal has.

        Raises:
            ValueError: it is something else.
        """
        validate(_KEPT, kept)
        return cls(keys, **{name: int(value) for name, value in kept.items()})


def empty_quota(
    percent: int,
    keys: ChipKeys,
    batches: ChipBatches,
    selection: Selection,
    has_labels: NDArray[np.bool_],
    stop: Stop,
) -> EmptyQuota:
    """Return which chips without labels are written.

    Args:
        percent: the most, in percent of the chips with labels.
        keys: give the number of each chip.
        batches: all chips.
        selection: says which set a chip is in, if any.
        has_labels: (rows, columns) of chips.
        stop: raises Cancelled when the user has cancelled.
    """
    labelled, empty = 0, 0
    for batch in batches:
        places = _limited(batch, selection)
        with_labels = sum(bool(has_labels[place]) for place in places)
        labelled, empty = labelled + with_labels, empty + len(places) - with_labels
    most = min(empty, labelled * percent // 100)
    lowest = np.zeros(0, dtype=np.int64)
    for batch in batches if most else ():
        places = [place for place in _limited(batch, selection) if not has_labels[place]]
        lowest = np.concatenate((lowest, keys.keys(places, stop)))
        if len(lowest) > most:
            lowest = np.partition(lowest, most - 1)[:most]
    return EmptyQuota(keys, int(lowest.max(initial=-1)), most, empty, labelled)


def _limited(batch: AnyBatch, selection: Selection) -> list[Place]:
    """Return the chips of a batch that the quota is about."""
    chosen = selection.of(batch)
    return [place for place in chosen.places if chosen.set_of(place) in _LIMITED]
