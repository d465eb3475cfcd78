"""Which pixels of one frame lie under the pixel centres of another, exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ...chipping.frame import PixelFrame
from ...chipping.window import Window

if TYPE_CHECKING:
    from numpy.typing import NDArray

_TIE = 1e-6  # pixels: a centre so close to the border of two pixels has the right or lower one


def pixels_under(
    window: Window, frame: PixelFrame, source: PixelFrame
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the source's row under each row of a window, and its column under each column.

    They may lie beside the source.

    Args:
        window: pixels of ``frame``.
        frame: the pixels wanted.
        source: the pixels there are, in the same CRS.
    """
    down = (np.arange(window.row_off, window.row_end) + 0.5) * frame.cell_y
    across = (np.arange(window.col_off, window.col_end) + 0.5) * frame.cell_x
    rows = _under(source.top - frame.top + down, source.cell_y)
    return rows, _under(frame.left - source.left + across, source.cell_x)


def _under(distance: NDArray[np.float64], cell: float) -> NDArray[np.int64]:
    """Return which source pixel lies at each distance from the border (map units).

    The distances are no differences of map coordinates, whose rounding would
    decide, differently from chip to chip, where a centre lies between two
    pixels: and there it does wherever one cell is twice the other.
    """
    places: NDArray[np.int64] = np.floor(distance / cell + _TIE).astype(np.int64)
    return places
