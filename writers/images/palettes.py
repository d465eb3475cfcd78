"""The palettes that image formats can carry."""

from __future__ import annotations

from ...chipping.chip import ImageProfile

Palette = tuple[tuple[int, tuple[int, int, int, int]], ...]
"""Pixel value, and its red, green, blue, alpha."""

BLACK = (0, 0, 0, 255)
"""The colour of values without an entry."""

_MOST_BESIDE = 4096  # colours of a palette that stands in a text beside each chip


def byte_palette(profile: ImageProfile) -> Palette:
    """Return the palette of 8-bit pixels, which every format holds; none for others."""
    if profile.dtype != "uint8":
        return ()
    return tuple(entry for entry in profile.color_table if 0 <= entry[0] <= 255)


def wide_palette(profile: ImageProfile) -> Palette:
    """Return the palette of wider whole numbers, which has to stand beside the chip.

    Inside the file, Pillow and OpenCV would open neither TIFF nor PNG. A table
    of thousands of colours, beside each chip, would be larger than the chip: there is none then.
    """
    if profile.dtype in ("uint8", "int8", "float32", "float64"):
        return ()
    told = [value for value, color in profile.color_table if color != BLACK]
    most = max(told, default=-1)
    if most >= _MOST_BESIDE:
        return ()
    return tuple(entry for entry in profile.color_table if 0 <= entry[0] <= most)
