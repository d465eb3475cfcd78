"""The chips of a grid, each at several angles."""

from __future__ import annotations

from dataclasses import dataclass

from .grid import Grid
from .listed import ListedChip
from .turned import TurnedTile


@dataclass(frozen=True)
class TurnedGrid:
    """All chips of a grid, row by row, each at every angle before the next.

    Attributes:
        grid: the tiles before they are turned.
        angles: of the chips of each tile (degrees).
    """

    grid: Grid
    angles: tuple[float, ...]

    def __len__(self) -> int:
        """Number of chips."""
        return len(self.grid) * len(self.angles)

    def chip(self, number: int) -> ListedChip:
        """Return a chip by its number in the list."""
        tile, angle = divmod(number, len(self.angles))
        return ListedChip(TurnedTile(self.grid.window(*divmod(tile, self.grid.columns)), self.angles[angle]))
