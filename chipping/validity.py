"""Which pixels count: not nodata, not transparent, not beyond the raster."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import numpy as np

from .chip import ImageProfile, PixelBlock

if TYPE_CHECKING:
    from numpy.typing import NDArray

ALPHA_BAND = 6
"""GDAL's number for a band that says how opaque the others are."""


def valid_pixels(block: PixelBlock, profile: ImageProfile) -> NDArray[np.bool_] | None:
    """Return which pixels count, None where all do.

    A pixel that is transparent (alpha 0) or masked out counts in no band. In
    8-bit imagery, where the nodata value is also an ordinary brightness, a
    pixel is nodata when all bands hold their nodata value; in other types each
    band speaks for itself.

    Args:
        block: the pixels.
        profile: what the bands are.

    Returns:
        (bands, rows, columns), True where the pixel counts.
    """
    pixels = block.values
    source = None if block.mask is None else block.mask[None]
    masks = [_data_mask(pixels, profile), _alpha_mask(pixels, profile), source]
    present = [mask for mask in masks if mask is not None]
    if not present:
        return None
    return np.broadcast_to(functools.reduce(np.logical_and, present), pixels.shape)


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
    mask = np.stack(bands)
    if profile.dtype == "uint8":
        anywhere: NDArray[np.bool_] = np.any(mask, axis=0, keepdims=True)
        return anywhere
    return mask


def _band_mask(band: NDArray[Any], nodata: float | None, is_float: bool) -> NDArray[np.bool_]:
    mask: NDArray[np.bool_] = np.isfinite(band) if is_float else np.ones(band.shape, dtype=bool)
    if nodata is not None and np.isfinite(nodata):
        mask &= band != np.array(nodata).astype(band.dtype)
    return mask
