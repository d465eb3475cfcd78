"""What a split comes to: chips and labels of each part, as the log and the warnings say them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ...chipping.plan.splits import NONE, SPLITS, Census
from ...chipping.untrusted.json_kinds import Whole
from ...chipping.untrusted.json_shapes import ListOf, Record, validate

if TYPE_CHECKING:
    from ...chipping.plan.selection import SplitChips

_COUNT = Whole(0, 2**53)
_VALUE = Whole(0, 2**63 - 1)
_MANY = 1_000_000  # classes
_FACTS = Record(
    {
        "empty": _COUNT,
        "blocks": _COUNT,
        "shared": _COUNT,
        "chips": ListOf(_COUNT, NONE + 1, NONE + 1),
        "classes": ListOf(_VALUE, _MANY),
        "labels": ListOf(ListOf(_COUNT, NONE + 1, NONE + 1), _MANY),
    },
    closed=True,
)


@dataclass(frozen=True)
class SplitFacts:
    """The chips and labels of train, valid, test and, last, of the borders between them.

    Attributes:
        empty: chips without labels.
        blocks: blocks with labels.
        shared: features with labels in two splits.
        chips: chips with labels, of each.
        labels: by class value, its labels in the chips of each: their number, or their pixels where
            labels are a class raster.
    """

    empty: int
    blocks: int
    shared: int
    chips: tuple[int, ...]
    labels: dict[int, tuple[int, ...]]

    @classmethod
    def of(cls, chips: SplitChips, census: Census, empty: int, shared: int) -> SplitFacts:
        """Return what a split comes to.

        Args:
            chips: the split of each chip.
            census: the labels.
            empty: chips without labels.
            shared: features with labels in two splits.
        """
        counts = census.counts(chips.by_group[census.groups]).astype(np.int64).T.tolist()
        labels = {value: tuple(its) for value, its in zip(census.classes, counts[1:])}
        blocks = len(np.unique(chips.blocks.corners(census.groups)))
        return cls(empty, blocks, shared, tuple(counts[0]), labels)

    @property
    def labelled(self) -> int:
        """Chips with labels."""
        return sum(self.chips)

    @property
    def shares(self) -> dict[str, float]:
        """The share of each split of the chips with labels that are in one, 0 to 1."""
        whole = sum(self.chips[:NONE]) or 1
        return {name: count / whole for name, count in zip(SPLITS, self.chips)}

    def for_journal(self) -> dict[str, Any]:
        """Return the same as JSON can hold it."""
        return {
            "empty": self.empty,
            "blocks": self.blocks,
            "shared": self.shared,
            "chips": list(self.chips),
            "classes": list(self.labels),
            "labels": [list(its) for its in self.labels.values()],
        }

    @classmethod
    def of_journal(cls, kept: Any) -> SplitFacts:
        """Return what ``for_journal`` gave.

        Raises:
            ValueError: it is something else.
        """
        validate(_FACTS, kept)
        if len(kept["classes"]) != len(kept["labels"]):
            raise ValueError("its classes and labels differ in number")
        labels = {int(value): tuple(map(int, its)) for value, its in zip(kept["classes"], kept["labels"])}
        empty, blocks, shared = (int(kept[name]) for name in ("empty", "blocks", "shared"))
        return cls(empty, blocks, shared, tuple(map(int, kept["chips"])), labels)
