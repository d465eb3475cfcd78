"""A classified raster on the pixels of an image, nearest neighbour; any process reads it, QGIS or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Callable

import numpy as np

from ...chipping.errors import ExportError
from ...chipping.frame import PixelFrame
from ...chipping.window import Window
from ...imagery.imagery import Imagery
from ...imagery.resampling.nearest import pixels_under
from ...imagery.resampling.picking import CrossingPlaces, Places, halves
from ...imagery.validity.valid_pixels import valid_pixels

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LARGEST = np.iinfo(np.int32).max
_MOST_PLACES = 1 << 22  # pixels of the image whose places in the raster are held at a time
_MOST_PIXELS = 1 << 25  # source pixels held at a time
_SMALL = ("uint8", "uint16")
"""Pixel types that can hold nothing but classes: they are taken as they are."""


@dataclass(frozen=True)
class ClassPixels:
    """A classified raster and the image grid that it is wanted on, both in one CRS.

    Attributes:
        imagery: its own pixels.
        frame: the image's pixels on the map.
    """

    imagery: Imagery
    frame: PixelFrame

    def read(self, window: Window, stop: Callable[[], None]) -> NDArray[Any]:
        """Return the class values of a window of the image.

        Args:
            window: pixels of the image; it may reach beyond it.
            stop: raises Cancelled when the user has cancelled.

        Returns:
            (rows, columns) of whole numbers; 0 is nothing.
        """
        values = np.zeros((window.height, window.width), dtype=self._dtype)
        for part in window.strips(max(1, _MOST_PLACES // window.width)):
            stop()
            self._pick(self._places(part, stop), values[part.slices(window)], stop)
        return values

    @property
    def _dtype(self) -> str:
        dtype = self.imagery.profile.dtype
        return dtype if dtype in _SMALL else "int32"

    def _places(self, window: Window, stop: Callable[[], None]) -> Places:
        """Return which of its own pixels lies under each pixel of a window of the image."""
        return CrossingPlaces(*pixels_under(window, self.frame, self.imagery.frame))

    def _pick(self, places: Places, out: NDArray[Any], stop: Callable[[], None]) -> None:
        """Fill in the class values of some places, in parts whose source pixels fit into memory."""
        own = self.imagery.frame
        source = places.source(own.width, own.height)
        if source.width * source.height > _MOST_PIXELS and out.size > 1:
            for rows, columns in halves(places.shape):
                self._pick(places.part(rows, columns), out[rows, columns], stop)
        elif source.width and source.height:
            stop()
            out[:] = places.pick(self._source(source, stop), source)

    def _source(self, window: Window, stop: Callable[[], None]) -> NDArray[Any]:
        """Return class values of the raster's own pixels; nodata is 0.

        Raises:
            ExportError: a value is negative, too large or not whole.
        """
        block = self.imagery.read(window, stop)
        valid = valid_pixels(block, self.imagery.profile)
        values: NDArray[Any] = block.values[0]
        if valid is not None:
            values = np.where(valid[0], values, values.dtype.type(0))
        if values.dtype.name in _SMALL:
            return values
        whole = np.rint(values) if values.dtype.kind == "f" else values
        wrong = values[(whole != values) | (values < 0) | (values > _LARGEST)]
        if wrong.size:
            raise ExportError(
                "IN_CLASS_DATA: {name} holds {value}; class values are whole numbers from 0 to {limit}.",
                name=self.imagery.name,
                value=str(wrong.flat[0]),
                limit=_LARGEST,
            )
        return values.astype(np.int32)
