"""Which pixels count: not nodata, not transparent, not beyond the raster."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from ...chipping.chip import PixelBlock
from .nodata import data_mask

if TYPE_CHECKING:
    from numpy.typing import NDArray

ALPHA_BAND = 6
"""GDAL's number for a band that says how opaque the others are."""


class Described(Protocol):
    """What says what bands are: an image profile, or the bands of a source."""

    @property
    def nodata(self) -> tuple[float | None, ...]:
        """Nodata value of each band, None where it has none."""

    @property
    def color_interpretation(self) -> tuple[int, ...]:
        """GDAL's number for each band's meaning."""


def valid_pixels(
    block: PixelBlock, profile: Described, wanted: NDArray[np.bool_] | None = None
) -> NDArray[np.bool_] | None:
    """Return which pixels count, None where all do.

    A pixel that is transparent (alpha 0) or that the source masks out for all
    bands counts in no band. Beside that each band speaks for itself: with its
    nodata value, and with a mask of its own. NaN and infinity never count.

    Args:
        block: the pixels.
        profile: what the bands are.
        wanted: (rows, columns), False where a pixel counts in no band, whatever it holds; None for none.

    Returns:
        (bands, rows, columns), or (1, rows, columns) where it is the same for all
        bands; True where the pixel counts.
    """
    pixels = block.values
    source = None if block.mask is None else block.mask.reshape(-1, *pixels.shape[1:])
    others = None if wanted is None else wanted[np.newaxis]
    masks = [data_mask(pixels, profile.nodata), _alpha_mask(pixels, profile), source, others]
    present = [mask for mask in masks if mask is not None]
    return functools.reduce(np.logical_and, present) if present else None


def _alpha_mask(pixels: NDArray[Any], profile: Described) -> NDArray[np.bool_] | None:
    if ALPHA_BAND not in profile.color_interpretation:
        return None
    alpha = profile.color_interpretation.index(ALPHA_BAND)
    mask: NDArray[np.bool_] = pixels[alpha : alpha + 1] != 0
    return mask
