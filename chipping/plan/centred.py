"""A chip for each feature: around its middle, or around all of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..window import Window
from .listed import ListedChip
from .turned import TurnedTile

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Numbers = NDArray[np.int64]

CROP_MODES = FIXED_SIZE, BOUNDING_BOX = "FIXED_SIZE", "BOUNDING_BOX"
"""How large the chip of a feature is: as large as all, or as its envelope."""

_SLACK = 0.001  # pixels by which an envelope may reach into one more: rounding of map coordinates


@dataclass(frozen=True)
class CentredChips:
    """The chips of features, one after another, each at every angle.

    Attributes:
        windows: (features, 4), first row and column, rows and columns of each tile (pixels).
        fids: (features), id of each feature.
        angles: of the chips of each feature (degrees).
    """

    windows: Numbers
    fids: Numbers
    angles: tuple[float, ...] = (0.0,)

    def __len__(self) -> int:
        """Number of chips."""
        return len(self.fids) * len(self.angles)

    def chip(self, number: int) -> ListedChip:
        """Return a chip by its number in the list."""
        feature, angle = divmod(number, len(self.angles))
        window = Window(*self.windows[feature].tolist())
        return ListedChip(TurnedTile(window, self.angles[angle]), int(self.fids[feature]))


def on_raster(boxes: Floats, size: tuple[int, int]) -> NDArray[np.bool_]:
    """Return which envelopes reach into a raster.

    Args:
        boxes: (features, 4): x min, y min, x max, y max (pixels).
        size: rows and columns of the raster (pixels).
    """
    low, high = np.maximum(boxes[:, :2], 0.0), np.minimum(boxes[:, 2:], size[::-1])
    found: NDArray[np.bool_] = (low < high).all(axis=1)
    return found


def fixed_windows(boxes: Floats, tile: tuple[int, int], size: tuple[int, int]) -> Numbers:
    """Return windows of one size around the middles of envelopes, to the nearest whole pixel.

    They are moved inside the raster where it is large enough; else they begin where it begins.

    Args:
        boxes: (features, 4): x min, y min, x max, y max (pixels).
        tile: rows and columns of a window (pixels).
        size: rows and columns of the raster (pixels).

    Returns:
        (features, 4): first row and column, rows and columns (pixels).
    """
    sides = np.array(tile, dtype=np.int64)
    middles = (boxes[:, 1::-1] + boxes[:, :1:-1]) / 2  # y, x
    corners = np.floor(middles - sides / 2 + 0.5)
    corners = np.clip(corners, 0, np.maximum(np.subtract(size, tile), 0)).astype(np.int64)
    return np.hstack((corners, np.tile(sides, (len(boxes), 1))))


def bounding_windows(boxes: Floats, size: tuple[int, int]) -> Numbers:
    """Return the pixels of a raster that envelopes cover, snapped outward.

    Args:
        boxes: (features, 4): x min, y min, x max, y max (pixels); each reaches into the raster.
        size: rows and columns of the raster (pixels).

    Returns:
        (features, 4): first row and column, rows and columns (pixels), at least one each.
    """
    low = np.floor(np.maximum(boxes[:, 1::-1], 0.0) + _SLACK).astype(np.int64)
    low = np.minimum(low, np.subtract(size, 1))
    high = np.ceil(np.minimum(boxes[:, :1:-1], size) - _SLACK).astype(np.int64)
    return np.hstack((low, np.maximum(high - low, 1)))
