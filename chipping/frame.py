"""How pixels lie on the map."""

from __future__ import annotations

import math
from dataclasses import dataclass

from .window import Window

Affine = tuple[float, float, float, float, float, float]
"""GDAL's order: origin x, cell x, 0, origin y, 0, -cell y (map units)."""

Cells = tuple[float, float, float, float]
"""The second, third, fifth and sixth of these: how rows and columns lie on the map."""

MAP_SPACE, PIXEL_SPACE = REFERENCE_SYSTEMS = ("MAP_SPACE", "PIXEL_SPACE")
"""Whether chips lie on the map, or in the rows and columns of the raster."""

_SLACK = 0.001  # share of a pixel


@dataclass(frozen=True)
class PixelFrame:
    """How the raster's pixels lie on the map: north up, no shear.

    Attributes:
        left: map x of the raster's left edge (map units).
        top: map y of the raster's upper edge (map units).
        cell_x: width of a pixel (map units, > 0).
        cell_y: height of a pixel (map units, > 0).
        height: rows of the raster (pixels).
        width: columns of the raster (pixels).
    """

    left: float
    top: float
    cell_x: float
    cell_y: float
    height: int
    width: int

    @classmethod
    def of_pixels(cls, height: int, width: int) -> PixelFrame:
        """Return a raster's own rows and columns as a map: x is the column, y less than 0 by the row.

        Args:
            height: rows of the raster (pixels).
            width: columns of the raster (pixels).
        """
        return cls(0.0, 0.0, 1.0, 1.0, height, width)

    @property
    def whole(self) -> Window:
        """All pixels of the raster."""
        return Window(0, 0, self.height, self.width)

    def extent(self, window: Window) -> tuple[float, float, float, float]:
        """Return x min, y min, x max, y max of a window (map units)."""
        return (
            self.left + window.col_off * self.cell_x,
            self.top - window.row_end * self.cell_y,
            self.left + window.col_end * self.cell_x,
            self.top - window.row_off * self.cell_y,
        )

    def window(self, x_min: float, y_min: float, x_max: float, y_max: float) -> Window:
        """Return the raster's whole pixels that meet an extent (map units); may be empty."""
        col_off = math.floor((x_min - self.left) / self.cell_x)
        row_off = math.floor((self.top - y_max) / self.cell_y)
        col_end = math.ceil((x_max - self.left) / self.cell_x)
        row_end = math.ceil((self.top - y_min) / self.cell_y)
        window = Window(row_off, col_off, row_end - row_off, col_end - col_off)
        return window.crop(self.height, self.width)

    def covering(self, x_min: float, y_min: float, x_max: float, y_max: float) -> Window:
        """Return the raster's pixels that an extent covers, snapped outward; may be empty.

        Unlike ``window``, a pixel that the extent enters by less than a
        thousandth of its size is left out: that is the noise of numbers that
        were written as text.
        """
        across, down = _SLACK * self.cell_x, _SLACK * self.cell_y
        return self.window(x_min + across, y_min + down, x_max - across, y_max - down)

    def part(self, window: Window) -> PixelFrame:
        """Return a window's pixels as a raster of their own."""
        left, _, _, top = self.extent(window)
        return PixelFrame(left, top, self.cell_x, self.cell_y, window.height, window.width)

    def transform(self, window: Window) -> Affine:
        """Return the geotransform of a window in GDAL's order."""
        left, _, _, top = self.extent(window)
        return (left, self.cell_x, 0.0, top, 0.0, -self.cell_y)


def cells_of(transform: Affine) -> Cells:
    """Return how rows and columns lie on the map, wherever the image is."""
    return transform[1], transform[2], transform[4], transform[5]


def placed(cells: Cells, left: float = 1.0, top: float = 1.0) -> Affine:
    """Return the geotransform of an image: the inverse of ``cells_of``.

    Args:
        cells: how rows and columns lie on the map.
        left: map x of its upper-left corner (map units).
        top: map y of it.
    """
    return left, cells[0], cells[1], top, cells[2], cells[3]


def corners_of(transform: Affine, width: int, height: int) -> list[tuple[float, float]]:
    """Return map x and y of an image's corners: upper left, upper right, lower right, lower left.

    Args:
        transform: its geotransform.
        width: its columns (pixels).
        height: its rows (pixels).
    """
    left, across_x, down_x, top, across_y, down_y = transform
    return [
        (left + x * across_x + y * down_x, top + x * across_y + y * down_y)
        for x, y in ((0, 0), (width, 0), (width, height), (0, height))
    ]
