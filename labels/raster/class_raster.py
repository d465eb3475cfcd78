"""A classified raster brought onto the image's pixels, nearest neighbour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Callable

import numpy as np
from qgis.core import QgsCoordinateTransform, QgsCsException, QgsRectangle

from ...chipping.classes import ClassTable, LabelClass, palette_color
from ...chipping.errors import ExportError
from ...chipping.frame import PixelFrame
from ...chipping.statistics.bands import value_counts
from ...chipping.window import Window
from ...imagery.imagery import Imagery
from ...imagery.resampling.nearest import pixels_under
from ...imagery.resampling.picking import CrossingPlaces, Places, halves
from ...imagery.resampling.reprojection import Reprojection
from ...imagery.validity.valid_pixels import valid_pixels
from ..features.transformed import PointTransform
from .raster_names import RasterNames

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SCAN = 4096  # rows and columns of a block of the search for class values (pixels)
_COUNTED = 1 << 20  # pixels whose values are counted at a time
_MARGIN = 0.01  # a window's extent is widened by this share after it is transformed
_PROBES = 33  # points along each side of a window that are tried for a place in the raster's CRS
_LARGEST = np.iinfo(np.int32).max
_MOST_PLACES = 1 << 22  # pixels of the image whose places in the raster are held at a time
_MOST_PIXELS = 1 << 25  # source pixels held at a time
_SMALL = ("uint8", "uint16")
"""Pixel types that can hold nothing but classes: they are taken as they are."""


@dataclass(frozen=True)
class ClassRaster:
    """A classified raster and the image grid that it is wanted on.

    Attributes:
        imagery: its own pixels.
        names: what its classes are called and drawn in.
        frame: the image's pixels on the map.
        from_image: from the image's CRS to the raster's.
    """

    imagery: Imagery
    names: RasterNames
    frame: PixelFrame
    from_image: QgsCoordinateTransform

    def classes(self, window: Window, stop: Callable[[], None]) -> ClassTable:
        """Return the classes found under a window of the image, and those named.

        Args:
            window: pixels of the image.
            stop: raises Cancelled when the user has cancelled.

        Raises:
            ExportError: a value is negative, not whole, or cannot be read.
        """
        found = set(self.names.listed)
        for part in self._source_window(window).tiles(_SCAN, _SCAN):
            stop()
            values = self._source(part, stop)
            step = max(1, _COUNTED // part.width)
            for row in range(0, part.height, step):
                found.update(value_counts(values[row : row + step]))
        return ClassTable.of([self._class(value) for value in found if value > 0])

    def _class(self, value: int) -> LabelClass:
        name = self.names.names.get(value) or str(value)
        return LabelClass(value, name, self.names.colors.get(value, palette_color(value)))

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
        own = self.imagery.frame
        if self.from_image.isShortCircuited():
            return CrossingPlaces(*pixels_under(window, self.frame, own))
        return Reprojection(self.frame, own, PointTransform(self.from_image)).places(window, stop)

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

    def _source_window(self, window: Window) -> Window:
        """Return the raster's own pixels that lie under a window of the image, and some around it."""
        own = self.imagery.frame
        whole = Window(0, 0, own.height, own.width)
        extent = QgsRectangle(*self.frame.extent(window))
        if not self._is_reached(extent):
            return whole
        try:
            extent = self.from_image.transformBoundingBox(extent)
        except QgsCsException:
            return whole
        extent.grow(_MARGIN * max(extent.width(), extent.height()) + 2 * max(own.cell_x, own.cell_y))
        return own.window(extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())

    def _is_reached(self, extent: QgsRectangle) -> bool:
        """Return whether all of an extent seems to have a place in the raster's CRS.

        Where some has none, QGIS gives an extent of the rest, or raises, depending on its version.
        """
        if self.from_image.isShortCircuited():
            return True
        x = np.linspace(extent.xMinimum(), extent.xMaximum(), _PROBES)
        y = np.linspace(extent.yMinimum(), extent.yMaximum(), _PROBES)
        points = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
        return bool(np.isfinite(PointTransform(self.from_image)(points)).all())

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
