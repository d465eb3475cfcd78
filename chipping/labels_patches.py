"""The image cut into patches, each of which the labels' CRS shows in one piece.

Most images are one patch. In degrees an image at a pole is not: around it the
longitudes go all the way round. Nor is one beyond the edge of what a projection
shows. Such images are halved again and again; what is left of a few pixels is
looked at pixel by pixel.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Callable, NamedTuple

import numpy as np
from qgis.core import QgsGeometry

from .grid import Window
from .labels_projection import Projection, near
from .labels_repair import from_wkb
from .outlines import Outlines

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_SAMPLES = 9  # points across and down that are looked at in a patch
_BORDER = 64  # points of each side of a patch's outline
_SMALL = 16  # pixels; patches of this size are not halved
_MARGIN = 0.01  # share of a patch's longer side that its outline reaches beyond it
_FARTHEST = 0.22  # turns of the earth between neighbouring samples; a quarter is a pole between four
_EVEN = 0.01  # share of the largest quarter between samples that the smallest must have
_FOLD = 0.001  # share of a patch's longer side by which there and back may end beside the start


class Patch(NamedTuple):
    """A rectangle of pixels.

    Attributes:
        left: first column (pixels).
        top: first row (pixels).
        right: first column behind it (pixels).
        bottom: first row below it (pixels).
        x: x of its middle in the layer's CRS.
        outline: what holds it in the layer's CRS, with a margin; None where it
            is not one piece there.
        middles: (pixels, 2), the middles of its pixels in the layer's CRS, row
            by row, where it has no outline; no numbers where they are nowhere.
    """

    left: int
    top: int
    right: int
    bottom: int
    x: float = 0.0
    outline: QgsGeometry | None = None
    middles: Floats | None = None

    @property
    def longer(self) -> int:
        """The longer side (pixels)."""
        return max(self.right - self.left, self.bottom - self.top)


def patches(window: Window, projection: Projection, stop: Callable[[], None]) -> list[Patch]:
    """Return the patches of a window, those left out that are nowhere in the layer's CRS.

    Args:
        window: the pixels.
        projection: between the layer's CRS and pixel space.
        stop: raises Cancelled when the user has cancelled.
    """
    whole = Patch(window.col_off, window.row_off, window.col_end, window.row_end)
    return list(_patches(whole, projection, whole.longer // _SAMPLES, stop))


def _patches(patch: Patch, projection: Projection, sure: int, stop: Callable[[], None]) -> Iterator[Patch]:
    """Give the patches of a patch, none where it is nowhere at its samples and smaller than ``sure``."""
    stop()
    low, high = _widened(patch, projection)
    if (low >= high).any():
        return
    samples = _lattice(low, high)
    seen = projection.back(samples.reshape(-1, 2)).reshape(samples.shape)
    found = np.isfinite(seen).all(axis=2)
    if not found.any() and patch.longer <= max(sure, _SMALL):
        return
    outline = _outline(samples, seen, patch, projection) if found.all() else None
    if outline is not None:
        yield patch._replace(x=float(seen[_SAMPLES // 2, _SAMPLES // 2, 0]), outline=outline)
    elif patch.longer <= _SMALL:
        yield patch._replace(middles=projection.back(_middles(patch)))
    else:
        for half in _halves(patch):
            yield from _patches(half, projection, sure, stop)


def _halves(patch: Patch) -> tuple[Patch, Patch]:
    """Return two halves, cut across the longer side."""
    if patch.right - patch.left >= patch.bottom - patch.top:
        middle = (patch.left + patch.right) // 2
        return patch._replace(right=middle), patch._replace(left=middle)
    middle = (patch.top + patch.bottom) // 2
    return patch._replace(bottom=middle), patch._replace(top=middle)


def _widened(patch: Patch, projection: Projection) -> tuple[Floats, Floats]:
    """Return the upper-left and lower-right corner of a patch with its margin, not beyond a pole (pixels)."""
    margin = 1 + _MARGIN * patch.longer
    top, bottom = projection.rows
    low = np.array((patch.left - margin, max(patch.top - margin, top)))
    return low, np.array((patch.right + margin, min(patch.bottom + margin, bottom)))


def _lattice(low: Floats, high: Floats) -> Floats:
    """Return (samples, samples, 2) points from corner to corner, row by row."""
    columns, rows = np.linspace(low, high, _SAMPLES).T
    return np.stack(np.meshgrid(columns, rows), axis=2)


def _middles(patch: Patch) -> Floats:
    """Return (pixels, 2), the middles of a patch's pixels, row by row."""
    columns = np.arange(patch.left, patch.right) + 0.5
    rows = np.arange(patch.top, patch.bottom) + 0.5
    return np.stack(np.meshgrid(columns, rows), axis=2).reshape(-1, 2)


def _outline(samples: Floats, seen: Floats, patch: Patch, projection: Projection) -> QgsGeometry | None:
    """Return what holds a patch in the layer's CRS, None where it is not one piece there.

    Args:
        samples: (samples, samples, 2), points of the widened patch.
        seen: those points in the layer's CRS.
        patch: the patch.
        projection: between the two.
    """
    middle = _SAMPLES // 2
    turn, x = projection.layer_turn, float(seen[middle, middle, 0])
    seen = near(seen, x, turn)
    if turn and max(np.abs(np.diff(seen[..., 0], axis=axis)).max() for axis in (0, 1)) > _FARTHEST * turn:
        return None
    if not _is_even(seen):
        return None
    again = projection.tried(seen.reshape(-1, 2)).reshape(samples.shape)
    columns = projection.raster_turn / projection.frame.cell_x
    again = near(again, float(samples[middle, middle, 0]), columns)
    if not np.abs(again - samples).max() <= 0.1 + _FOLD * patch.longer:  # nor where it is no number
        return None
    border = near(projection.back(_ring(samples[0, 0], samples[-1, -1])), x, turn)
    if not np.isfinite(border).all():
        return None
    outline = from_wkb(Outlines.of_rings([border.tobytes()]).wkb(0))
    return outline if outline.isGeosValid() else None


def _is_even(seen: Floats) -> bool:
    """Return whether the quarters between samples turn the same way, and none is far larger than others."""
    one, other = seen[1:, 1:] - seen[:-1, :-1], seen[1:, :-1] - seen[:-1, 1:]
    twice = one[..., 0] * other[..., 1] - one[..., 1] * other[..., 0]
    low, high = sorted((float(np.abs(twice).min()), float(np.abs(twice).max())))
    return bool(((twice > 0).all() or (twice < 0).all()) and low >= _EVEN * high)


def _ring(low: Floats, high: Floats) -> Floats:
    """Return points of a rectangle's border, all around from a corner to the same corner."""
    (left, top), (right, bottom) = low, high
    corners = np.array([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)])
    sides = [np.linspace(*pair, _BORDER, endpoint=False) for pair in zip(corners[:-1], corners[1:])]
    return np.concatenate([*sides, corners[-1:]])
