"""Chips that lie on no grid: a list of tiles of any place, size and angle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol, Union

from ..window import Window
from .grid import Batch, Grid, Place
from .turned import TurnedTile


class ListedChip(NamedTuple):
    """A chip of a list.

    Attributes:
        tile: its pixels.
        fid: id of the one feature that it is about, None where it shows all labels.
    """

    tile: TurnedTile
    fid: int | None = None

    @property
    def grid_of_one(self) -> Batch:
        """The same as the only chip of a grid, in its own pixels."""
        height, width = self.tile.window.height, self.tile.window.width
        return Batch.of(Grid(height, width, height, width, height, width), range(1), range(1))


@dataclass(frozen=True)
class ListedBatch:
    """Some chips that follow one another in a list; the place of a chip is row 0 and its number in the list.

    Attributes:
        first: number of the first one in the list of all.
        chips: they, at least one.
    """

    first: int
    chips: tuple[ListedChip, ...]

    def __len__(self) -> int:
        """Chips in the batch."""
        return len(self.chips)

    @property
    def rows(self) -> range:
        """The one row that a list has."""
        return range(1)

    @property
    def columns(self) -> range:
        """Numbers of the chips in the list."""
        return range(self.first, self.first + len(self.chips))

    @property
    def places(self) -> list[Place]:
        """Row 0 and the number in the list of each chip."""
        return [(0, number) for number in self.columns]

    @property
    def window(self) -> Window:
        """The smallest window that holds all tiles; it may reach beyond the raster on any side."""
        return bounding([each.tile.reach for each in self.chips])

    def chip(self, place: Place) -> ListedChip:
        """Return one of the chips."""
        return self.chips[place[1] - self.first]

    def alone(self, place: Place) -> ListedBatch:
        """Return one of the chips as a batch."""
        return ListedBatch(place[1], (self.chip(place),))


AnyBatch = Union[Batch, ListedBatch]
"""Chips that are worked on together."""


class ChipBatches(Protocol):
    """All chips of an export, batch by batch; the same in every run of a call."""

    @property
    def budget(self) -> int:
        """Pixels that a batch may hold."""

    @property
    def most_chips(self) -> int:
        """Chips that a batch may hold."""

    def __iter__(self) -> Iterator[AnyBatch]:
        """Yield the batches in the order of their chips."""


class ChipList(Protocol):
    """All chips of an export that lie on no grid."""

    def __len__(self) -> int:
        """Number of chips."""

    def chip(self, number: int) -> ListedChip:
        """Return a chip by its number in the list."""


@dataclass(frozen=True)
class ListedBatches:
    """A list of chips cut into batches that follow one another.

    Attributes:
        chips: all chips.
        budget: pixels that a batch may hold; a chip that has more is a batch of its own.
        most_chips: chips that a batch may hold.
    """

    chips: ChipList
    budget: int
    most_chips: int

    def __iter__(self) -> Iterator[ListedBatch]:
        """Yield the batches in the order of their chips."""
        held: list[ListedChip] = []
        first, pixels = 0, 0
        for number in range(len(self.chips)):
            chip = self.chips.chip(number)
            size = chip.tile.window.height * chip.tile.window.width
            if held and (pixels + size > self.budget or len(held) >= self.most_chips):
                yield ListedBatch(first, tuple(held))
                held, first, pixels = [], number, 0
            held.append(chip)
            pixels += size
        if held:
            yield ListedBatch(first, tuple(held))


def bounding(windows: Sequence[Window]) -> Window:
    """Return the smallest window that holds others, at least one."""
    top, left = min(each.row_off for each in windows), min(each.col_off for each in windows)
    bottom, right = max(each.row_end for each in windows), max(each.col_end for each in windows)
    return Window(top, left, bottom - top, right - left)
