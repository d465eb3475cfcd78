"""Which pixels are data: neither a band's nodata value nor infinite nor not a number.

Bands are looked at together, as they lie in memory: one after the other costs
several times as much.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Mask = NDArray[np.bool_]

_ULPS = 2  # units in the last place by which a real number may differ from the nodata value


def data_mask(pixels: NDArray[Any], nodata: Sequence[float | None]) -> Mask | None:
    """Return which pixels are data, None where all are.

    Each band speaks for itself, as GDAL's mask bands do.

    Args:
        pixels: (bands, rows, columns); fastest where the bands of a pixel lie together.
        nodata: nodata value of each band, None where it has none.

    Returns:
        (bands, rows, columns).
    """
    lines, masks = pixels.transpose(1, 2, 0), []
    values = [None if value is None or not np.isfinite(value) else value for value in nodata]
    if pixels.dtype.kind == "f":
        masks.append(np.isfinite(lines))
    if any(value is not None for value in values):
        masks.append(_differ(lines, values))
    if not masks:
        return None
    mask = functools.reduce(np.logical_and, masks)
    return None if mask.all() else mask.transpose(2, 0, 1)


def _differ(lines: NDArray[Any], values: Sequence[float | None]) -> Mask:
    """Return (rows, columns, bands), False where a band holds its nodata value."""
    rows, columns, bands = lines.shape
    pixel = np.tile(np.array([np.array(value or 0).astype(lines.dtype) for value in values]), columns)
    flat = lines.reshape(rows, columns * bands)
    mask: Mask = (flat != pixel).reshape(lines.shape)
    if lines.dtype.kind == "f":
        mask &= ~_alike(flat, pixel).reshape(lines.shape)
    mask[..., [value is None for value in values]] = True
    return mask


def _alike(flat: NDArray[Any], pixel: NDArray[Any]) -> Mask:
    """Return where real numbers are nodata values but for the rounding that GDAL allows them."""
    width = np.abs(pixel) * pixel.dtype.type(2 * _ULPS * np.finfo(pixel.dtype).eps)
    with np.errstate(over="ignore", invalid="ignore"):
        alike: Mask = np.abs(flat - pixel) < width
    return alike
