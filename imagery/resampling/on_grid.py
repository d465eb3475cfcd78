"""A raster on the pixels of another one, wherever its own lie: the nearest of them, as they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Callable

import numpy as np

from ...chipping.chip import ImageProfile, PixelBlock
from ...chipping.frame import PixelFrame
from ...chipping.retry import Stop
from ...chipping.window import Window
from ..imagery import Imagery
from ..source import empty_block
from .nearest import pixels_under
from .picking import CrossingPlaces, Places, halves
from .reprojection import Reprojection

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MOST_PLACES = 1 << 22  # pixels whose places are held at a time
_MOST_BYTES = 64 << 20  # of source pixels held at a time


@dataclass(frozen=True)
class PixelsOnGrid:
    """A raster that is read on the pixels of another one.

    Attributes:
        imagery: its own pixels.
        frame: the pixels wanted; beyond them it counts as having none.
        profile: its bands, on those pixels.
        exact: turns (points, 2), x and y in the CRS of the pixels wanted, into x and y in its own,
            NaN where a point has none; None where both are the same.
    """

    imagery: Imagery
    frame: PixelFrame
    profile: ImageProfile
    exact: Callable[[NDArray[np.float64]], NDArray[np.float64]] | None = None

    @property
    def is_local(self) -> bool:
        """Whether reading asks no server."""
        return self.imagery.is_local

    @property
    def is_plain(self) -> bool:
        """Whether another process can read it: without QGIS nothing is transformed."""
        return self.exact is None

    @property
    def block_bytes(self) -> int:
        """Bytes of its blocks that are read again and again."""
        return self.imagery.block_bytes

    @property
    def block_shape(self) -> tuple[int, int]:
        """Rows and columns of a block of its file, 0 and 0 where that is not known."""
        return self.imagery.block_shape

    def read(self, window: Window, stop: Stop) -> PixelBlock:
        """Return the pixels of a window that may reach beyond the grid.

        Those that the raster does not have hold each band's nodata value, or 0, and are not there.

        Args:
            window: pixels of ``frame``.
            stop: raises Cancelled when the user has cancelled.

        Raises:
            ExportError: they could not be read.
        """
        block = empty_block(window, self.imagery.pixels.bands, self.imagery.pixels.mask_planes)
        there = np.zeros((window.height, window.width), dtype=np.bool_)
        inside = window.crop(self.frame.height, self.frame.width)
        for part in inside.strips(max(1, _MOST_PLACES // max(1, inside.width))):
            stop()
            self._pick(self._places(part, stop), block.part(part, window), there[part.slices(window)], stop)
        return block if there.all() else block._replace(there=there)

    def _places(self, window: Window, stop: Stop) -> Places:
        """Return which of its own pixels lies under each pixel of a window."""
        own = self.imagery.frame
        if self.exact is None:
            return CrossingPlaces(*pixels_under(window, self.frame, own))
        return Reprojection(self.frame, own, self.exact).places(window, stop)

    def _pick(self, places: Places, out: PixelBlock, there: NDArray[np.bool_], stop: Stop) -> None:
        """Fill in the pixels of some places, in parts whose source pixels fit into memory.

        Args:
            places: where they lie.
            out: takes them.
            there: (rows, columns), is set where there is one.
            stop: raises Cancelled when the user has cancelled.
        """
        own = self.imagery.frame
        source = places.source(own.width, own.height)
        size = source.width * source.height * self.profile.pixel_bytes
        if size > _MOST_BYTES and there.size > 1:
            for rows, columns in halves(places.shape):
                mask = None if out.mask is None else out.mask[..., rows, columns]
                part = PixelBlock(out.values[:, rows, columns], mask)
                self._pick(places.part(rows, columns), part, there[rows, columns], stop)
        elif source.width and source.height:
            stop()
            _taken(places, self.imagery.read(source, stop), source, out)
            there[:] = places.pick(np.ones((source.height, source.width), dtype=np.bool_), source)
            _filled(out, there, self.profile.fill)


def _taken(places: Places, block: PixelBlock, source: Window, out: PixelBlock) -> None:
    """Fill in pixels from those of a window of the source, and its mask."""
    for plane, values in zip(out.values, block.values):
        plane[:] = places.pick(np.ascontiguousarray(values), source)
    if out.mask is not None and block.mask is not None:
        planes = out.mask.reshape(-1, *places.shape) if out.mask.ndim == 2 else out.mask
        for plane, shown in zip(planes, block.mask.reshape(-1, source.height, source.width)):
            plane[:] = places.pick(shown, source)


def _filled(out: PixelBlock, there: NDArray[np.bool_], fill: tuple[float, ...]) -> None:
    """Give pixels that the source does not have what stands for nothing."""
    if not there.all():
        for plane, value in zip(out.values, fill):
            plane[~there] = value
