"""A number for each chip by which some are drawn at random, always the same ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ...chipping.frame import PixelFrame
from ...chipping.plan.grid import Grid, Place
from ...chipping.plan.splits import hashes
from ...chipping.retry import Stop

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SALT = -8  # none of those that splits are chosen with; those of turned chips lie below


@dataclass(frozen=True)
class ChipKeys:
    """Gives the numbers of chips.

    Attributes:
        grid: all chips before they are turned.
        frame: the raster's pixels on the map.
        seed: the user's.
        angles: how many chips there are for one of the grid; they follow one another in a row.
    """

    grid: Grid
    frame: PixelFrame
    seed: int
    angles: int = 1

    def keys(self, places: Sequence[Place], stop: Stop) -> NDArray[np.int64]:
        """Return (chips), a number from 0 to 2^63 - 1 for each chip, by its place on the map.

        The first 63 bits of SHA-256 of four little-endian numbers of 64 bits: ``seed``, a salt, and column
        and row on the map of the first pixel of its tile. The salt is -8, of turned chips -8 less the
        number of their angle.

        Args:
            places: row and column of each in the grid; of turned chips row 0, and number.
            stop: raises Cancelled when the user has cancelled.
        """
        chips = np.array(places, dtype=np.int64).reshape(-1, 2)
        tiles, angles = np.divmod(chips[:, 1], self.angles)
        rows, columns = (chips[:, 0], tiles) if self.angles == 1 else np.divmod(tiles, self.grid.columns)
        corners = np.stack((columns * self.grid.stride_x, rows * self.grid.stride_y), axis=1)
        corners += round(self.frame.left / self.frame.cell_x), round(-self.frame.top / self.frame.cell_y)
        keys = np.zeros(len(chips), dtype=np.int64)
        for angle in np.unique(angles).tolist():
            its = angles == angle
            words = hashes(self.seed, _SALT - angle, corners[its], stop)[:, :2].astype(np.uint64)
            keys[its] = ((words[:, 0] << np.uint64(31)) | (words[:, 1] >> np.uint64(1))).astype(np.int64)
        return keys
