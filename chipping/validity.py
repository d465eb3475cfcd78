"""Which pixels count: not nodata, not transparent, not beyond the raster."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import numpy as np

from .chip import ImageProfile, PixelBlock

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ULPS = 2  # units in the last place by which a real number may differ from the nodata value

ALPHA_BAND = 6
"""GDAL's number for a band that says how opaque the others are."""


def valid_pixels(block: PixelBlock, profile: ImageProfile) -> NDArray[np.bool_] | None:
    """Return which pixels count, None where all do.

    A pixel that is transparent (alpha 0) or that the source masks out for all
    bands counts in no band. Beside that each band speaks for itself: with its
    nodata value, and with a mask of its own. NaN and infinity never count.

    Args:
        block: the pixels.
        profile: what the bands are.

    Returns:
        (bands, rows, columns), or (1, rows, columns) where it is the same for all
        bands; True where the pixel counts.
    """
    pixels = block.values
    source = None if block.mask is None else block.mask.reshape(-1, *pixels.shape[1:])
    masks = [_data_mask(pixels, profile), _alpha_mask(pixels, profile), source]
    present = [mask for mask in masks if mask is not None]
    return functools.reduce(np.logical_and, present) if present else None


def _alpha_mask(pixels: NDArray[Any], profile: ImageProfile) -> NDArray[np.bool_] | None:
    if ALPHA_BAND not in profile.color_interpretation:
        return None
    alpha = profile.color_interpretation.index(ALPHA_BAND)
    mask: NDArray[np.bool_] = pixels[alpha : alpha + 1] != 0
    return mask


def _data_mask(pixels: NDArray[Any], profile: ImageProfile) -> NDArray[np.bool_] | None:
    is_float = pixels.dtype.kind == "f"
    if not is_float and all(value is None for value in profile.nodata):
        return None
    bands = [_band_mask(band, value, is_float) for band, value in zip(pixels, profile.nodata)]
    return np.stack(bands)


def _band_mask(band: NDArray[Any], nodata: float | None, is_float: bool) -> NDArray[np.bool_]:
    if not is_float:
        return np.ones(band.shape, dtype=bool) if nodata is None else band != band.dtype.type(nodata)
    mask: NDArray[np.bool_] = np.isfinite(band)
    if nodata is not None and np.isfinite(nodata):
        mask &= ~_like(band, nodata)
    return mask


def _like(band: NDArray[Any], nodata: float) -> NDArray[np.bool_]:
    """Return where real numbers are a nodata value, but for the rounding that GDAL allows them."""
    value = band.dtype.type(nodata)
    width = 2 * _ULPS * float(np.finfo(band.dtype).eps) * abs(float(value))
    with np.errstate(over="ignore", invalid="ignore"):
        alike: NDArray[np.bool_] = (band == value) | (np.abs(band - value) < band.dtype.type(width))
    return alike
