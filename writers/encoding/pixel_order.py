"""Pixels in the order in which image files hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def interleaved(pixels: NDArray[Any]) -> NDArray[Any]:
    """Return pixels as image files hold them: (rows, columns, bands), contiguous.

    Args:
        pixels: (bands, rows, columns).
    """
    bands, rows, columns = pixels.shape
    if pixels.strides[0] == pixels.itemsize:
        return np.ascontiguousarray(pixels.transpose(1, 2, 0))
    together = np.empty((rows, columns, bands), dtype=pixels.dtype)
    for band, values in enumerate(pixels):
        together[:, :, band] = values
    return together


def little_endian(pixels: NDArray[Any]) -> memoryview:
    """Return the bytes of contiguous pixels in the byte order of our TIFF and MRF files."""
    ordered = pixels.astype(pixels.dtype.newbyteorder("<"), copy=False)
    return ordered.reshape(-1).view(np.uint8).data
