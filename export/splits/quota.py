"""How many chips without labels are written: a share of those with labels, drawn by a hash of their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ...chipping.frame import PixelFrame
from ...chipping.plan.grid import Batch, Grid
from ...chipping.plan.selection import Chosen, Selection
from ...chipping.plan.splits import SPLITS, TRAIN, hashes
from ...chipping.retry import Stop
from ...chipping.sets import ALL_IN_ONE
from ...chipping.untrusted.json_kinds import Whole
from ...chipping.untrusted.json_shapes import Record, validate

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SALT = -8  # none of those that splits are chosen with
_LIMITED = (ALL_IN_ONE, SPLITS[TRAIN])
_HIGHEST = 2**63 - 1
_COUNT = Whole(0, 2**53)
_KEPT = Record(
    {"highest": Whole(-1, _HIGHEST), "kept": _COUNT, "empty": _COUNT, "labelled": _COUNT}, closed=True
)


@dataclass(frozen=True)
class EmptyQuota:
    """Which chips without labels are written; those for validation and test all are.

    Attributes:
        grid: all chips.
        frame: the raster's pixels on the map.
        seed: the user's.
        highest: key up to which chips are kept, -1 for none.
        kept: chips without labels that are kept.
        empty: all chips without labels that it is about.
        labelled: chips with labels in the same set.
    """

    grid: Grid
    frame: PixelFrame
    seed: int
    highest: int
    kept: int
    empty: int
    labelled: int

    def kept_of(self, places: Sequence[tuple[int, int]], chosen: Chosen, stop: Stop) -> set[tuple[int, int]]:
        """Return those of some chips without labels that are written.

        Args:
            places: row and column of each in the grid.
            chosen: says which set they are in.
            stop: raises Cancelled when the user has cancelled.
        """
        keys = chip_keys(self.grid, self.frame, self.seed, places, stop)
        lucky = (keys <= self.highest).tolist()
        return {place for place, kept in zip(places, lucky) if kept or chosen.set_of(place) not in _LIMITED}

    def for_journal(self) -> dict[str, Any]:
        """Return what the journal is to keep."""
        return {name: getattr(self, name) for name in ("highest", "kept", "empty", "labelled")}

    @classmethod
    def of_journal(cls, grid: Grid, frame: PixelFrame, seed: int, kept: Any) -> EmptyQuota:
        """Return what ``for_journal`` gave.

        Args:
            grid: all chips.
            frame: the raster's pixels on the map.
            seed: the user's.
            kept: what the journal has.

        Raises:
            ValueError: it is something else.
        """
        validate(_KEPT, kept)
        return cls(grid, frame, seed, **{name: int(value) for name, value in kept.items()})


def chip_keys(
    grid: Grid, frame: PixelFrame, seed: int, places: Sequence[tuple[int, int]], stop: Stop
) -> NDArray[np.int64]:
    """Return (chips), a number from 0 to 2^63 - 1 for each chip, by its place on the map.

    The first 63 bits of SHA-256 of four little-endian numbers of 64 bits: ``seed, -1``, and column
    and row on the map of the chip's first pixel.

    Args:
        grid: all chips.
        frame: the raster's pixels on the map.
        seed: the user's.
        places: row and column of each in the grid.
        stop: raises Cancelled when the user has cancelled.
    """
    corners = np.array(places, dtype=np.int64).reshape(-1, 2)[:, ::-1] * (grid.stride_x, grid.stride_y)
    corners += round(frame.left / frame.cell_x), round(-frame.top / frame.cell_y)
    words = hashes(seed, _SALT, corners, stop)[:, :2].astype(np.uint64)
    keys: NDArray[np.int64] = ((words[:, 0] << np.uint64(31)) | (words[:, 1] >> np.uint64(1))).astype(
        np.int64
    )
    return keys


def empty_quota(
    percent: int,
    seed: int,
    grid: Grid,
    frame: PixelFrame,
    selection: Selection,
    has_labels: NDArray[np.bool_],
    stop: Stop,
) -> EmptyQuota:
    """Return which chips without labels are written.

    Args:
        percent: the most, in percent of the chips with labels.
        seed: another one gives other chips.
        grid: all chips.
        frame: the raster's pixels on the map.
        selection: says which set a chip is in, if any.
        has_labels: (rows, columns) of the grid.
        stop: raises Cancelled when the user has cancelled.
    """
    labelled, empty = 0, 0
    for row in range(grid.rows):
        places = _limited(grid, selection, row)
        with_labels = sum(bool(has_labels[place]) for place in places)
        labelled, empty = labelled + with_labels, empty + len(places) - with_labels
    most = min(empty, labelled * percent // 100)
    lowest = np.zeros(0, dtype=np.int64)
    for row in range(grid.rows) if most else ():
        places = [place for place in _limited(grid, selection, row) if not has_labels[place]]
        lowest = np.concatenate((lowest, chip_keys(grid, frame, seed, places, stop)))
        if len(lowest) > most:
            lowest = np.partition(lowest, most - 1)[:most]
    highest = int(lowest.max(initial=-1))
    return EmptyQuota(grid, frame, seed, highest, most, empty, labelled)


def _limited(grid: Grid, selection: Selection, row: int) -> list[tuple[int, int]]:
    """Return the chips of a row that the quota is about."""
    chosen = selection.of(Batch.of(grid, range(row, row + 1), range(grid.columns)))
    return [place for place in chosen.places if chosen.set_of(place) in _LIMITED]
