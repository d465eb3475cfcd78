"""A band that is tagged as alpha but holds a measurement: its zeros would be taken for transparency."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Callable

import numpy as np

from ...chipping.chip import PixelBlock
from ...chipping.frame import PixelFrame
from ...chipping.retry import Stop
from ...chipping.window import Window
from .valid_pixels import ALPHA_BAND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_SAMPLES, _SIDE = 5, 32  # windows along each axis, and rows and columns of one (pixels)
_MANY_VALUES = 16  # soft edges of a mosaic have a few
_MANY_PIXELS = 0.2  # share of the pixels that are neither transparent nor opaque


def doubtful_alpha(
    meanings: Sequence[int], frame: PixelFrame, read: Callable[[Window, Stop], PixelBlock], stop: Stop
) -> bool:
    """Return whether a band is tagged as alpha and does not look like one.

    Args:
        meanings: GDAL's number for each band's meaning.
        frame: the raster's pixels.
        read: gives the pixels of a window; some windows are looked at.
        stop: raises Cancelled when the user has cancelled.

    Raises:
        ExportError: a window cannot be read.
    """
    if ALPHA_BAND not in meanings:
        return False
    band = list(meanings).index(ALPHA_BAND)
    found = [read(window, stop).values[band].reshape(-1) for window in _windows(frame)]
    return _is_measurement(np.concatenate(found))


def _windows(frame: PixelFrame) -> Iterator[Window]:
    """Yield small windows all over a raster."""
    for row in _starts(frame.height):
        for column in _starts(frame.width):
            yield Window(row, column, min(_SIDE, frame.height), min(_SIDE, frame.width))


def _starts(size: int) -> list[int]:
    return sorted({round(place) for place in np.linspace(0, max(0, size - _SIDE), _SAMPLES)})


def _is_measurement(alpha: NDArray[Any]) -> bool:
    shown = alpha[alpha != 0]
    opaque = np.iinfo(alpha.dtype).max if alpha.dtype.kind in "iu" else 1
    between = np.count_nonzero(shown != opaque)
    return bool(between > _MANY_PIXELS * alpha.size and len(np.unique(shown)) > _MANY_VALUES)
