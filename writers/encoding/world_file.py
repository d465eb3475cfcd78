"""World files: the place of an image on the map, in six lines beside it."""

from __future__ import annotations

from ...chipping.frame import Affine


def world_file(transform: Affine) -> bytes:
    """Return the six lines of a world file.

    Cell x, two rotations, cell y, and the centre of the upper-left pixel.

    Args:
        transform: geotransform in GDAL's order (map units).
    """
    left, cell_x, shear_x, top, shear_y, cell_y = transform
    x = left + (cell_x + shear_x) / 2
    y = top + (cell_y + shear_y) / 2
    numbers = (cell_x, shear_y, shear_x, cell_y, x, y)
    return "".join([f"{number:.10f}\n" for number in numbers]).encode("ascii")


def transform_of(content: bytes) -> Affine:
    """Return the geotransform that a world file states, in GDAL's order (map units).

    Args:
        content: the file.
    """
    cell_x, shear_y, shear_x, cell_y, x, y = map(float, content.split())
    return x - (cell_x + shear_x) / 2, cell_x, shear_x, y - (cell_y + shear_y) / 2, shear_y, cell_y
