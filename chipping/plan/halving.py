"""What goes for chips, block by block: most blocks of chips are alike, the others are cut into halves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Callable, Optional

from .grid import Grid, Place
from .listed import AnyBatch, ListedBatch
from .turned import TurnedTile

Said = Callable[[TurnedTile, bool], Optional[str]]
"""What goes for all chips of a window, None where they may differ; True where it is one chip, for which
something goes."""


def blocks_of(grid: Grid, rows: range, columns: range, said: Said) -> Iterator[tuple[range, range, str]]:
    """Yield blocks of chips, and what goes for all chips of each.

    Most blocks lie whole in one region, or in none: they are cut into halves only where they do not.

    Args:
        grid: all chips.
        rows: chip rows, at least one.
        columns: chip columns, at least one.
        said: says it.
    """
    name = said(TurnedTile(grid.span(rows, columns)), len(rows) * len(columns) == 1)
    if name is not None:
        yield rows, columns, name
        return
    for part in halves(rows, columns):
        yield from blocks_of(grid, *part, said)


def each_chip(batch: AnyBatch, said: Said) -> dict[Place, str]:
    """Return what goes for each chip of a batch, row by row; see ``blocks_of``."""
    if isinstance(batch, ListedBatch):
        each = ((place, said(batch.chip(place).tile, True)) for place in batch.places)
        return {place: name for place, name in each if name is not None}
    found = {
        (row, column): name
        for rows, columns, name in blocks_of(batch.grid, batch.rows, batch.columns, said)
        for row in rows
        for column in columns
    }
    return {place: found[place] for place in batch.places}


def halves(rows: range, columns: range) -> tuple[tuple[range, range], tuple[range, range]]:
    """Return two halves of a block of chips, which has more than one, cut across its longer side."""
    if len(columns) >= len(rows):
        middle = len(columns) // 2
        return (rows, columns[:middle]), (rows, columns[middle:])
    middle = len(rows) // 2
    return (rows[:middle], columns), (rows[middle:], columns)
