"""Pixels of tiles that are turned: of each the pixel of the raster that its centre lies in."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from ...chipping.chip import PixelBlock
from ...chipping.plan.turned import TurnedTile
from ...chipping.window import Window

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Numbers = NDArray[np.intp]

_KEPT = 64  # angles and sizes whose steps are kept


class PickedPlaces:
    """Which pixel of a window each pixel of a turned tile is.

    Attributes:
        inside: (rows, columns) of the tile, False where it lies beyond the window.
    """

    def __init__(self, tile: TurnedTile, window: Window) -> None:
        """Find them.

        Args:
            tile: the turned tile.
            window: pixels of the raster that are there; what lies elsewhere is beyond the raster.
        """
        rows, columns = _steps(tile.angle, tile.window.height, tile.window.width)
        rows = rows + (tile.window.row_off - window.row_off)
        columns = columns + (tile.window.col_off - window.col_off)
        self.inside: Flags = (rows >= 0) & (rows < window.height) & (columns >= 0) & (columns < window.width)
        self._places: Numbers = np.where(self.inside, rows * window.width + columns, 0)

    def of(self, plane: NDArray[Any], fill: Any) -> NDArray[Any]:
        """Return the pixels of the tile.

        Args:
            plane: (rows, columns) of the window.
            fill: what the tile shows beyond it.
        """
        if not plane.size:
            return np.full(self.inside.shape, fill, dtype=plane.dtype)
        found: NDArray[Any] = np.take(np.ascontiguousarray(plane).ravel(), self._places)
        found[~self.inside] = fill
        return found


@functools.lru_cache(maxsize=_KEPT)
def _steps(angle: float, height: int, width: int) -> tuple[Numbers, Numbers]:
    """Return row and column of the pixel that each pixel's centre lies in, from the tile's first pixel on."""
    x, y = np.meshgrid(np.arange(width) + 0.5, np.arange(height) + 0.5)
    points = TurnedTile(Window(0, 0, height, width), angle).to_raster(
        np.stack((x.ravel(), y.ravel()), axis=1)
    )
    columns, rows = np.floor(points).astype(np.intp).T
    return rows.reshape(height, width), columns.reshape(height, width)


def turned_block(block: PixelBlock, places: PickedPlaces, fill: Sequence[float]) -> PixelBlock:
    """Return the pixels of a turned tile.

    Args:
        block: the pixels of a window.
        places: which of them the tile has.
        fill: what bands hold beyond the window, where a mask says that nothing is there.
    """
    count, (height, width) = len(block.values), places.inside.shape
    pixels = np.empty((height, width, count), dtype=block.values.dtype)  # as ``empty_block`` lays them out
    for band, value in enumerate(fill):
        pixels[..., band] = places.of(block.values[band], block.values.dtype.type(value))
    mask = block.mask
    if mask is not None:
        planes = [places.of(plane, False) for plane in mask.reshape(-1, *mask.shape[-2:])]
        mask = np.stack(planes) if mask.ndim == 3 else planes[0]
    return PixelBlock(pixels.transpose(2, 0, 1), mask)
