"""Which chips lie in the area whose labels are complete."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ...chipping.plan.grid import Grid
from ...chipping.plan.halving import blocks_of, each_chip
from ...chipping.plan.listed import AnyBatch, ChipList
from ...chipping.plan.selection import NOT_WHOLE_IN_MASK, OUTSIDE_MASK, Chosen
from ...chipping.plan.turned import TurnedTile
from ...chipping.sets import ALL_IN_ONE

if TYPE_CHECKING:
    from .region import Region


@dataclass(frozen=True)
class MaskedChips:
    """The chips whose tile lies in a region, or meets it.

    Attributes:
        grid: all chips.
        region: the area.
        takes_parts: chips that only a part of lies in the region are taken too.
        listed: all chips, where they are not those of the grid.
    """

    grid: Grid
    region: Region
    takes_parts: bool = False
    sets: tuple[str, ...] = (ALL_IN_ONE,)
    listed: ChipList | None = None

    def each(self, batch: AnyBatch) -> Mapping[tuple[int, int], str]:
        """Return of each chip of a batch that it is taken, or why it is left out."""
        found = each_chip(batch, self._said)
        taken = {ALL_IN_ONE, NOT_WHOLE_IN_MASK} if self.takes_parts else {ALL_IN_ONE}
        return {place: ALL_IN_ONE if name in taken else name for place, name in found.items()}

    def of(self, batch: AnyBatch) -> Chosen:
        """Return the chips of a batch that are taken."""
        return Chosen.of(self.each(batch), self.sets)

    @property
    def count(self) -> int:
        """Number of chips that are taken."""
        return self._counts[ALL_IN_ONE] + self.parts

    @property
    def parts(self) -> int:
        """Number of those that only a part of lies in the region."""
        return self._counts[NOT_WHOLE_IN_MASK] if self.takes_parts else 0

    @cached_property
    def _counts(self) -> Counter[str]:
        """How many chips lie inside, across the border, and outside."""
        counts = Counter[str]()
        if self.listed is not None:
            tiles = (self.listed.chip(number).tile for number in range(len(self.listed)))
            return Counter(str(self._said(tile, True)) for tile in tiles)
        for rows, columns, name in blocks_of(
            self.grid, range(self.grid.rows), range(self.grid.columns), self._said
        ):
            counts[name] += len(rows) * len(columns)
        return counts

    def _said(self, tile: TurnedTile, is_chip: bool) -> str | None:
        if self.region.holds(tile):
            return ALL_IN_ONE
        if not self.region.meets(tile):
            return OUTSIDE_MASK
        return NOT_WHOLE_IN_MASK if is_chip else None
