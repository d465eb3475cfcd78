"""Which pixels are read for the chips of a batch: all of its window, or runs of neighbouring chips.

Where labels choose the chips, a batch may hold few of them: then the pixels
between them are not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...chipping.plan.grid import Batch, Grid
from ...labels.source import Place

_READING, _REQUEST = 200 << 10, 1 << 20
"""Pixel bytes that take as long as it takes to begin a reading of a file, or of a server."""


class Reading(NamedTuple):
    """Chips whose pixels are read together.

    Attributes:
        batch: a block of chips that holds them, and the pixels to read.
        places: those of its chips that are wanted, row by row.
    """

    batch: Batch
    places: Sequence[Place]


class Cost(NamedTuple):
    """What reading pixels takes, counted in bytes of pixels.

    Attributes:
        pixel: of a pixel in all bands.
        beginning: of a reading, however small.
    """

    pixel: int
    beginning: int

    @classmethod
    def of(cls, pixel_bytes: int, is_local: bool) -> Cost:
        """Return what it takes from a file or from a server.

        Args:
            pixel_bytes: bytes of a pixel in all bands.
            is_local: reading asks no server.
        """
        return cls(pixel_bytes, _READING if is_local else _REQUEST)

    def reading(self, batch: Batch) -> int:
        """Return what the pixels of a block of chips take."""
        return self.beginning + batch.window.width * batch.window.height * self.pixel


def readings_of(grid: Grid, batch: Batch, places: Sequence[Place], cost: Cost) -> list[Reading]:
    """Return what is to be read for some chips of a batch, in their order.

    Args:
        grid: all chips.
        batch: the block of chips that holds them.
        places: those that are wanted, row by row.
        cost: what reading takes.
    """
    if len(places) == len(batch):
        return [Reading(batch, places)]
    runs = [_reading(grid, run) for run in _runs(grid, places, cost)]
    whole = cost.reading(batch)
    return runs if sum(cost.reading(run.batch) for run in runs) < whole else [Reading(batch, places)]


def _runs(grid: Grid, places: Sequence[Place], cost: Cost) -> Iterator[list[Place]]:
    """Yield chips of one row with so little between them that it costs less than another reading."""
    run: list[Place] = []
    for place in places:
        if run and (place[0] != run[-1][0] or _gap(grid, run[-1], place) * cost.pixel > cost.beginning):
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _gap(grid: Grid, left: Place, right: Place) -> int:
    """Return how many pixels lie between two chips of a row, below 0 where they overlap."""
    return ((right[1] - left[1]) * grid.stride_x - grid.tile_x) * grid.tile_y


def _reading(grid: Grid, run: Sequence[Place]) -> Reading:
    row = run[0][0]
    rows, columns = range(row, row + 1), range(run[0][1], run[-1][1] + 1)
    return Reading(Batch.of(grid, rows, columns), run)
