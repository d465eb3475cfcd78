"""Which chips of a grid are exported, and into which set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from ..sets import ALL_IN_ONE
from .blocks import Blocks
from .grid import Batch
from .splits import NONE, SPLITS, chip_splits

if TYPE_CHECKING:
    from .splits import Splits

ON_A_BORDER = "on the border of a split"
"""Why a chip is left out that lies in blocks of two splits."""

OUTSIDE, NOT_WHOLE = "outside SPLIT_POLYGONS", "not whole in one split of SPLIT_POLYGONS"
"""Why chips are left out that no polygon meets, or that polygons of one split do not hold alone."""


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

    def of(self, batch: Batch) -> Chosen:
        """Return the chips of a batch that are exported."""


@dataclass(frozen=True)
class EveryChip:
    """All chips, in one set."""

    sets: tuple[str, ...] = (ALL_IN_ONE,)

    def of(self, batch: Batch) -> Chosen:
        """Return all chips of a batch."""
        return Chosen(batch.places)


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

    def numbers(self, batch: Batch) -> Splits:
        """Return (rows, columns) of a batch, the split of each chip, NONE for none."""
        found: Splits = self.by_group[self.blocks.groups(batch)]
        return found

    def of(self, batch: Batch) -> Chosen:
        """Return the chips of a batch that lie in one split."""
        splits = self.numbers(batch).ravel().tolist()
        sets = {place: SPLITS[split] for place, split in zip(batch.places, splits) if split != NONE}
        return Chosen(list(sets), +Counter({ON_A_BORDER: len(batch) - len(sets)}), sets)

    @cached_property
    def by_group(self) -> Splits:
        """(groups), the split of the chips of each group of blocks, NONE for none."""
        count = len(self.blocks.rows.spans[0]) * len(self.blocks.columns.spans[0])
        return chip_splits(self.splits, self.blocks.corners(np.arange(count)))
