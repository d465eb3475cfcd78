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


def data_mask(pixels: NDArray[Any], nodata: Sequence[float | None]) -> Mask | None:
    """Return which pixels are data, None where all are.

    In 8-bit imagery, where the nodata value is also an ordinary brightness, a
    pixel is nodata when all bands hold their nodata value; in other types each
    band speaks for itself.

    Args:
        pixels: (bands, rows, columns); fastest where the bands of a pixel lie together.
        nodata: nodata value of each band, None where it has none.

    Returns:
        (bands, rows, columns), or (1, rows, columns) for all bands.
    """
    lines, masks = pixels.transpose(1, 2, 0), []
    values = [None if value is None or not np.isfinite(value) else value for value in nodata]
    together = pixels.dtype.name == "uint8"
    if pixels.dtype.kind == "f":
        masks.append(np.isfinite(lines))
    if any(value is not None for value in values) and not (together and None in values):
        masks.append(_differ(lines, values))
    if not masks:
        return None
    mask = functools.reduce(np.logical_and, masks)
    if mask.all():
        return None
    return (_anywhere(mask) if together else mask).transpose(2, 0, 1)


def _differ(lines: NDArray[Any], values: Sequence[float | None]) -> Mask:
    """Return (rows, columns, bands), False where a band holds its nodata value."""
    rows, columns, bands = lines.shape
    pixel = np.array([np.array(value or 0).astype(lines.dtype) for value in values])
    flat = lines.reshape(rows, columns * bands)
    mask: Mask = (flat != np.tile(pixel, columns)).reshape(lines.shape)
    mask[..., [value is None for value in values]] = True
    return mask


def _anywhere(mask: Mask) -> Mask:
    """Return (rows, columns, 1), True where any band is, from (rows, columns, bands).

    Each flag is joined with those to its right, in as few steps as double their
    number, and the first of every pixel stays.
    """
    rows, columns, bands = mask.shape
    flags, reach = mask.reshape(rows, columns * bands), 1
    while reach < bands:
        step = min(reach, bands - reach)
        flags, reach = flags[:, :-step] | flags[:, step:], reach + step
    return flags[:, ::bands, None]
