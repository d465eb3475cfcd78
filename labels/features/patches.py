"""The image cut into patches, each of which the labels' CRS shows in one piece.

Most images are one patch. In degrees an image at a pole is not: around it the
longitudes go all the way round. Nor is one beyond the edge of what a projection
shows. Such images are halved again and again; what is left of a few pixels is
looked at pixel by pixel.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Callable, NamedTuple

import numpy as np
from qgis.core import QgsGeometry

from ...chipping.frame import PixelFrame
from ...chipping.window import Window
from ..shapes.polygons import Outlines
from .projection import Projection, near
from .repair import from_wkb

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_SAMPLES = 9  # points across and down that are looked at in a patch
_BORDER = 64  # points of each side of a patch's outline
_SMALL = 16  # pixels; patches of this size are not halved
_INSET = 0.001  # pixels that an outline without margin stays within the window's border
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
        box: x min, y min, x max and y max of what holds it in the layer's CRS.
        outline: what holds it in the layer's CRS, with a margin; None where it
            is not one piece there.
        middles: (pixels, 2), the middles of its pixels in the layer's CRS, row
            by row, where it has no outline; no numbers where they are nowhere.
    """

    left: int
    top: int
    right: int
    bottom: int
    box: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    outline: QgsGeometry | None = None
    middles: Floats | None = None

    @property
    def longer(self) -> int:
        """The longer side (pixels)."""
        return max(self.right - self.left, self.bottom - self.top)


def patches(window: Window, projection: Projection, stop: Callable[[], None]) -> list[Patch]:
    """Return the patches of a window, those left out that are nowhere in the layer's CRS.

    Where chips reach beyond the raster, only what is one piece there counts.

    Args:
        window: the pixels.
        projection: between the layer's CRS and pixel space.
        stop: raises Cancelled when the user has cancelled.
    """
    whole, _ = _Patcher(window, projection, stop).whole(Patch(*_sides(window)))
    if whole:
        return [whole]
    found: list[Patch] = []
    for part, smallest in _parts(window, projection.frame):
        found += _Patcher(part, projection, stop, smallest).of(Patch(*_sides(part)))
    return found


@dataclass(frozen=True)
class _Patcher:
    """Cuts a window into patches.

    Attributes:
        window: the pixels.
        projection: between the layer's CRS and pixel space.
        stop: raises Cancelled when the user has cancelled.
        smallest: pixels; patches of this size are not halved, and left out if
            they are larger than those that are looked at pixel by pixel.
    """

    window: Window
    projection: Projection
    stop: Callable[[], None]
    smallest: int = _SMALL

    def of(self, patch: Patch) -> Iterator[Patch]:
        """Yield the patches of a patch: itself, or those of its halves, or none where it is nowhere."""
        whole, somewhere = self.whole(patch)
        if whole:
            yield whole
        elif patch.longer <= _SMALL and self.smallest == _SMALL:
            yield from self._pixelwise(patch)
        elif patch.longer > self.smallest and (somewhere or patch.longer > _surely(self.window)):
            for half in _halves(patch):
                yield from self.of(half)

    def whole(self, patch: Patch) -> tuple[Patch | None, bool]:
        """Return a patch with its outline, None where it has none, and whether any of it is somewhere."""
        self.stop()
        somewhere = False
        for low, high in self._corners(patch):
            samples = _lattice(low, high)
            seen = self.projection.back(samples.reshape(-1, 2)).reshape(samples.shape)
            found = np.isfinite(seen).all(axis=2)
            outline = self._outline(samples, seen) if found.all() else None
            if outline is not None:
                return patch._replace(box=_box(outline), outline=outline), True
            somewhere = somewhere or bool(found.any())
        return None, somewhere

    def _corners(self, patch: Patch) -> Iterator[tuple[Floats, Floats]]:
        """Yield the upper-left and lower-right corner within which a patch is looked at (pixels).

        First with a margin all around; then without one at the window's border,
        where the map may end. Never beyond a pole.
        """
        margin = 1 + _MARGIN * patch.longer
        sides = np.array(patch[:4])
        top, bottom = self.projection.rows
        for widths in (np.full(4, margin), np.where(sides == _sides(self.window), -_INSET, margin)):
            low, high = sides[:2] - widths[:2], sides[2:] + widths[2:]
            low[1], high[1] = max(low[1], top), min(high[1], bottom)
            if (low < high).all():
                yield low, high
            if (widths > 0).all() and not (sides == _sides(self.window)).any():
                return

    def _pixelwise(self, patch: Patch) -> Iterator[Patch]:
        """Yield a patch whose pixels are looked at one by one, if any is somewhere in the layer's CRS."""
        middles = self.projection.back(_middles(patch))
        there = middles[np.isfinite(middles).all(axis=1)]
        if len(there):
            yield patch._replace(box=(*there.min(axis=0), *there.max(axis=0)), middles=middles)

    def _outline(self, samples: Floats, seen: Floats) -> QgsGeometry | None:
        """Return what holds a rectangle in the layer's CRS, None where it is not one piece there.

        Args:
            samples: (samples, samples, 2), points of the rectangle (pixels).
            seen: those points in the layer's CRS.
        """
        projection, middle = self.projection, _SAMPLES // 2
        turn, x = projection.layer_turn, float(seen[middle, middle, 0])
        seen = near(seen, x, turn)
        if turn and max(np.abs(np.diff(seen[..., 0], axis=axis)).max() for axis in (0, 1)) > _FARTHEST * turn:
            return None
        if not _is_even(seen) or not self._comes_back(samples, seen):
            return None
        border = near(projection.back(_ring(samples[0, 0], samples[-1, -1])), x, turn)
        if not np.isfinite(border).all():
            return None
        outline = from_wkb(Outlines.of_rings([border.tobytes()]).wkb(0))
        return outline if outline.isGeosValid() else None

    def _comes_back(self, samples: Floats, seen: Floats) -> bool:
        """Return whether points of pixel space are the same after they went to the layer's CRS."""
        again = self.projection.tried(seen.reshape(-1, 2)).reshape(samples.shape)
        columns = self.projection.raster_turn / self.projection.frame.cell_x
        again = near(again, float(samples[_SAMPLES // 2, _SAMPLES // 2, 0]), columns)
        longer = float((samples[-1, -1] - samples[0, 0]).max())
        return bool(np.abs(again - samples).max() <= 0.1 + _FOLD * longer)  # nor where it is no number


def _parts(window: Window, frame: PixelFrame) -> Iterator[tuple[Window, int]]:
    """Yield the raster's pixels in a window, and those right of it and below it; how small patches may be."""
    raster = window.crop(frame.height, frame.width)
    yield raster, _SMALL
    across, down = window.col_end - raster.col_end, window.row_end - raster.row_end
    if across > 0:
        right = Window(window.row_off, raster.col_end, window.height, across)
        yield right, _surely(right)
    if down > 0:
        below = Window(raster.row_end, window.col_off, down, raster.width)
        yield below, _surely(below)


def _surely(window: Window) -> int:
    """Return the size from which on a patch is nowhere if its samples are (pixels)."""
    return max(_SMALL + 1, max(window.width, window.height) // _SAMPLES)


def _sides(window: Window) -> tuple[int, int, int, int]:
    return window.col_off, window.row_off, window.col_end, window.row_end


def _box(shape: QgsGeometry) -> tuple[float, float, float, float]:
    box = shape.boundingBox()
    return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()


def _halves(patch: Patch) -> tuple[Patch, Patch]:
    """Return two halves, cut across the longer side."""
    if patch.right - patch.left >= patch.bottom - patch.top:
        middle = (patch.left + patch.right) // 2
        return patch._replace(right=middle), patch._replace(left=middle)
    middle = (patch.top + patch.bottom) // 2
    return patch._replace(bottom=middle), patch._replace(top=middle)


def _lattice(low: Floats, high: Floats) -> Floats:
    """Return (samples, samples, 2) points from corner to corner, row by row."""
    columns, rows = np.linspace(low, high, _SAMPLES).T
    return np.stack(np.meshgrid(columns, rows), axis=2)


def _middles(patch: Patch) -> Floats:
    """Return (pixels, 2), the middles of a patch's pixels, row by row."""
    columns = np.arange(patch.left, patch.right) + 0.5
    rows = np.arange(patch.top, patch.bottom) + 0.5
    middles: Floats = np.stack(np.meshgrid(columns, rows), axis=2).reshape(-1, 2)
    return middles


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
