"""Which pixels are read for the chips of a batch: all of its window, or runs of neighbouring chips.

Where labels choose the chips, a batch may hold few of them: then the pixels
between them are not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...chipping.plan.grid import Batch, Grid, Place
from ...chipping.plan.listed import AnyBatch, ListedBatch
from ...labels.shapes.polygons import Outlines
from ...labels.source import BatchLabels

_READING, _REQUEST = 200 << 10, 1 << 20
"""Pixel bytes that take as long as it takes to begin a reading of a file, or of a server."""


class Reading(NamedTuple):
    """Chips whose pixels are read together.

    Attributes:
        batch: a block of chips that holds them, and the pixels to read; of a list one chip alone.
        places: those of its chips that are wanted, row by row.
        around: the feature around which pixels are filled (pixels of the chip), None for none.
    """

    batch: AnyBatch
    places: Sequence[Place]
    around: Outlines | None = None


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


def listed_readings(batch: ListedBatch, places: Sequence[Place], labels: BatchLabels) -> list[Reading]:
    """Return what is to be read for some chips of a list: each alone, for they may lie anywhere.

    Args:
        batch: the chips.
        places: those that are wanted.
        labels: theirs.
    """
    return [Reading(batch.alone(place), [place], labels.around.get(place)) for place in places]


def readings_of(batch: Batch, places: Sequence[Place], cost: Cost) -> list[Reading]:
    """Return what is to be read for some chips of a batch, in their order.

    Args:
        batch: the block of chips that holds them.
        places: those that are wanted, row by row.
        cost: what reading takes.
    """
    if len(places) == len(batch):
        return [Reading(batch, places)]
    runs = [_block(batch.grid, run) for run in _runs(batch.grid, places, cost)]
    if sum(cost.reading(block) for block, _ in runs) < cost.reading(batch):
        return [Reading(*each) for each in runs]
    return [Reading(batch, places)]


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


def _block(grid: Grid, run: Sequence[Place]) -> tuple[Batch, Sequence[Place]]:
    row = run[0][0]
    rows, columns = range(row, row + 1), range(run[0][1], run[-1][1] + 1)
    return Batch.of(grid, rows, columns), run
