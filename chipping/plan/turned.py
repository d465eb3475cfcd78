"""Tiles that are turned about their centres.

A turned tile lies axis-parallel in pixels of its own, which here are called the chip's:
x to the right, y down, from the chip's upper-left corner.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ..frame import Affine, PixelFrame
from ..window import Window

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Numbers = NDArray[np.int64]

_EXACT = {0.0: (1.0, 0.0), 90.0: (0.0, 1.0), 180.0: (-1.0, 0.0), 270.0: (0.0, -1.0)}
_ROUNDING = 1e-9  # pixels by which a corner may lie beyond a whole pixel


def angle_count(step: float) -> int:
    """Return how many angles a chip has, see ``angles_of``."""
    return math.ceil(360.0 / step) if step else 1


def angles_of(step: float) -> tuple[float, ...]:
    """Return the angles of a chip: 0 and every multiple below 360 (degrees).

    ``angles_of(90)`` is ``(0.0, 90.0, 180.0, 270.0)``; ``angles_of(0)`` is ``(0.0,)``.
    """
    multiples = (number * step for number in range(angle_count(step)))
    return tuple(float(each) for each in multiples if each < 360.0)


class TurnedTile(NamedTuple):
    """A tile, turned clockwise about its centre in the pixels of the raster.

    Attributes:
        window: the tile before it is turned (pixels of the raster).
        angle: how far it is turned (degrees, 0 to below 360).
    """

    window: Window
    angle: float = 0.0

    @property
    def turn(self) -> tuple[float, float]:
        """Cosine and sine of the angle."""
        radians = math.radians(self.angle)
        return _EXACT.get(self.angle) or (math.cos(radians), math.sin(radians))

    @property
    def middle(self) -> tuple[float, float]:
        """Column and row of its centre (pixels of the raster)."""
        window = self.window
        return window.col_off + window.width / 2, window.row_off + window.height / 2

    def to_raster(self, points: Floats) -> Floats:
        """Return points of the chip in pixels of the raster.

        Args:
            points: (points, 2), x and y (pixels of the chip).
        """
        cosine, sine = self.turn
        x, y = (points - np.array((self.window.width / 2, self.window.height / 2))).T
        turned: Floats = np.stack((x * cosine - y * sine, x * sine + y * cosine), axis=1)
        turned += self.middle
        return turned

    def to_chip(self, points: Floats) -> Floats:
        """Return points of the raster in pixels of the chip: the inverse of ``to_raster``.

        Args:
            points: (points, 2), x and y (pixels of the raster).
        """
        if not self.angle:  # to the last digit
            return points - np.array((self.window.col_off, self.window.row_off), dtype=np.float64)
        cosine, sine = self.turn
        x, y = (points - np.array(self.middle)).T
        turned: Floats = np.stack((x * cosine + y * sine, y * cosine - x * sine), axis=1)
        turned += (self.window.width / 2, self.window.height / 2)
        return turned

    @property
    def corners(self) -> Floats:
        """(4, 2), x and y of its corners, from the upper-left one on (pixels of the raster)."""
        height, width = self.window.height, self.window.width
        return self.to_raster(np.array([(0, 0), (width, 0), (width, height), (0, height)], dtype=np.float64))

    @property
    def reach(self) -> Window:
        """The smallest window that holds it (pixels of the raster)."""
        if not self.angle:
            return self.window
        left, top = np.floor(self.corners.min(axis=0) + _ROUNDING).astype(int).tolist()
        right, bottom = np.ceil(self.corners.max(axis=0) - _ROUNDING).astype(int).tolist()
        return Window(top, left, bottom - top, right - left)

    def transform(self, frame: PixelFrame) -> Affine:
        """Return the chip's geotransform in GDAL's order.

        Args:
            frame: the raster's pixels on the map.
        """
        if not self.angle:
            return frame.transform(self.window)
        cosine, sine = self.turn
        column, row = self.to_raster(np.zeros((1, 2)))[0].tolist()
        cell_x, cell_y = frame.cell_x, frame.cell_y
        left, top = frame.left + column * cell_x, frame.top - row * cell_y
        return left, cell_x * cosine, -cell_x * sine, top, -cell_y * sine, -cell_y * cosine
