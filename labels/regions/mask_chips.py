"""Which chips lie in the area whose labels are complete."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ...chipping.plan.grid import Batch, Grid
from ...chipping.plan.halving import blocks_of, each_chip
from ...chipping.plan.selection import NOT_WHOLE_IN_MASK, OUTSIDE_MASK, Chosen
from ...chipping.sets import ALL_IN_ONE
from ...chipping.window import Window

if TYPE_CHECKING:
    from .region import Region


@dataclass(frozen=True)
class ChipsInside:
    """The chips whose whole tile lies in a region.

    Attributes:
        grid: all chips.
        region: the area.
    """

    grid: Grid
    region: Region
    sets: tuple[str, ...] = (ALL_IN_ONE,)

    def each(self, batch: Batch) -> Mapping[tuple[int, int], str]:
        """Return of each chip of a batch that it lies inside, or why it is left out."""
        return each_chip(self.grid, batch, self._said)

    def of(self, batch: Batch) -> Chosen:
        """Return the chips of a batch that lie inside."""
        return Chosen.of(self.each(batch), self.sets)

    @cached_property
    def count(self) -> int:
        """Number of chips that lie inside."""
        blocks = blocks_of(self.grid, range(self.grid.rows), range(self.grid.columns), self._said)
        return sum(len(rows) * len(columns) for rows, columns, name in blocks if name in self.sets)

    def _said(self, window: Window, is_chip: bool) -> str | None:
        if self.region.holds(window):
            return ALL_IN_ONE
        if not self.region.meets(window):
            return OUTSIDE_MASK
        return NOT_WHOLE_IN_MASK if is_chip else None
