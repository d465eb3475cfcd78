"""Which chips of a grid are exported, and into which set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from ..sets import ALL_IN_ONE
from .blocks import Blocks
from .listed import AnyBatch
from .splits import NONE, SPLITS, chip_splits

if TYPE_CHECKING:
    from .splits import Splits

ON_A_BORDER = "on the border of a split"
"""Why a chip is left out that lies in blocks of two splits."""

OUTSIDE, NOT_WHOLE = "outside SPLIT_POLYGONS", "not whole in one split of SPLIT_POLYGONS"
"""Why chips are left out that no polygon meets, or that polygons of one split do not hold alone."""

OUTSIDE_MASK, NOT_WHOLE_IN_MASK = "outside IN_MASK_POLYGONS", "not whole within IN_MASK_POLYGONS"
"""Why chips are left out that the area of complete labels does not meet, or does not hold."""

MASK_MODES = CHIPS_INSIDE, BLACKEN_OUTSIDE = "CHIPS_INSIDE", "BLACKEN_OUTSIDE"
"""What becomes of chips that reach beyond that area: they are left out, or filled outside."""


class Chosen(NamedTuple):
    """The chips of a batch that are exported, unless their labels or pixels leave them out.

    Attributes:
        places: row and column of each in the grid, row by row.
        left_out: how many others there are, by the reason why they are left out.
        sets: the folder of each one's set, None where all are in one.
    """

    places: list[tuple[int, int]]
    left_out: Mapping[str, int] = {}
    sets: Mapping[tuple[int, int], str] | None = None

    @classmethod
    def of(cls, found: Mapping[tuple[int, int], str], sets: Collection[str]) -> Chosen:
        """Return the chips that are in a set.

        Args:
            found: by place, the folder of the chip's set, or why it is left out.
            sets: the folders of all sets.
        """
        chosen = {place: name for place, name in found.items() if name in sets}
        left_out = Counter(name for name in found.values() if name not in sets)
        return cls(list(chosen), left_out, chosen)

    def set_of(self, place: tuple[int, int]) -> str:
        """Return the folder of a chip's set."""
        return ALL_IN_ONE if self.sets is None else self.sets[place]


class Selection(Protocol):
    """Says of each chip of a grid which set it is in, if any; the same for any size of batches.

    Attributes:
        sets: the folders of the sets that there may be.
    """

    @property
    def sets(self) -> tuple[str, ...]:
        """The folders of the sets that there may be, "" for the export folder itself."""

    def each(self, batch: AnyBatch) -> Mapping[tuple[int, int], str]:
        """Return of each chip of a batch the folder of its set, or why it is left out, row by row."""

    def of(self, batch: AnyBatch) -> Chosen:
        """Return the chips of a batch that are exported."""


class AreaChips(Selection, Protocol):
    """The chips of an area."""

    @property
    def count(self) -> int:
        """How many there are."""

    @property
    def parts(self) -> int:
        """How many of those reach beyond the area."""


@dataclass(frozen=True)
class EveryChip:
    """All chips, in one set."""

    sets: tuple[str, ...] = (ALL_IN_ONE,)

    def each(self, batch: AnyBatch) -> Mapping[tuple[int, int], str]:
        """Return that each chip is in the one set."""
        return dict.fromkeys(batch.places, ALL_IN_ONE)

    def of(self, batch: AnyBatch) -> Chosen:
        """Return all chips of a batch."""
        return Chosen(batch.places)


@dataclass(frozen=True)
class ChipsOfArea:
    """The chips of an area that others choose from.

    Attributes:
        area: says which chips those are; they are in one set.
        chips: says of these in which set each is, if any.
    """

    area: Selection
    chips: Selection

    @property
    def sets(self) -> tuple[str, ...]:
        """The folders of the sets that there may be."""
        return self.chips.sets

    def each(self, batch: AnyBatch) -> Mapping[tuple[int, int], str]:
        """Return of each chip of a batch the folder of its set, or why it is left out."""
        sets = self.chips.each(batch)
        return {
            place: name if name not in self.area.sets else sets[place]
            for place, name in self.area.each(batch).items()
        }

    def of(self, batch: AnyBatch) -> Chosen:
        """Return the chips of a batch that are exported."""
        return Chosen.of(self.each(batch), self.sets)


def in_area(area: Selection | None, chips: Selection) -> Selection:
    """Return the chips of an area, if there is one, that others choose from."""
    return chips if area is None else ChipsOfArea(area, chips)


@dataclass(frozen=True)
class SplitChips:
    """The chips that lie whole in blocks of one split, each in the set of its split.

    Attributes:
        blocks: the blocks that chips meet.
        splits: (blocks), the split of each.
    """

    blocks: Blocks
    splits: Splits = field(compare=False)
    sets: tuple[str, ...] = SPLITS

    def numbers(self, batch: AnyBatch) -> Splits:
        """Return (rows, columns) of a batch, the split of each chip, NONE for none."""
        found: Splits = self.by_group[self.blocks.groups(batch)]
        return found

    def each(self, batch: AnyBatch) -> Mapping[tuple[int, int], str]:
        """Return the split of each chip of a batch, or that it lies on a border."""
        splits = self.numbers(batch).ravel().tolist()
        return {
            place: ON_A_BORDER if split == NONE else SPLITS[split]
            for place, split in zip(batch.places, splits)
        }

    def of(self, batch: AnyBatch) -> Chosen:
        """Return the chips of a batch that lie in one split."""
        return Chosen.of(self.each(batch), self.sets)

    @cached_property
    def by_group(self) -> Splits:
        """(groups), the split of the chips of each group of blocks, NONE for none."""
        count = len(self.blocks.rows.spans[0]) * len(self.blocks.columns.spans[0])
        return chip_splits(self.splits, self.blocks.corners(np.arange(count)))
