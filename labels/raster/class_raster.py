"""A classified raster brought onto the image's pixels, nearest neighbour."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Callable

import numpy as np
from qgis.core import QgsCoordinateTransform, QgsCsException, QgsRectangle

from ...chipping.classes import ClassTable, LabelClass, palette_color
from ...chipping.statistics.bands import value_counts
from ...chipping.window import Window
from ...imagery.resampling.picking import Places
from ...imagery.resampling.reprojection import Reprojection
from ...imagery.stored_pixels import StoredPixels
from ..features.transformed import PointTransform
from .class_pixels import ClassPixels
from .raster_names import RasterNames

_SCAN = 4096  # rows and columns of a block of the search for class values (pixels)
_COUNTED = 1 << 20  # pixels whose values are counted at a time
_MARGIN = 0.01  # a window's extent is widened by this share after it is transformed
_PROBES = 33  # points along each side of a window that are tried for a place in the raster's CRS


@dataclass(frozen=True)
class ClassRaster(ClassPixels):
    """A classified raster and the image grid that it is wanted on, in any CRS.

    Attributes:
        names: what its classes are called and drawn in.
        from_image: from the image's CRS to the raster's.
    """

    names: RasterNames
    from_image: QgsCoordinateTransform

    @cached_property
    def plain(self) -> ClassPixels | None:
        """The same for any process, None where only this one can read it."""
        pixels = self.imagery.pixels
        is_described = isinstance(pixels, StoredPixels) and pixels.is_described
        if self.from_image.isShortCircuited() and self.imagery.is_local and is_described:
            return ClassPixels(self.imagery, self.frame)
        return None

    def classes(self, window: Window, stop: Callable[[], None]) -> ClassTable:
        """Return the classes found under a window of the image, and those named.

        Args:
            window: pixels of the image.
            stop: raises Cancelled when the user has cancelled.

        Raises:
            ExportError: a value is negative, not whole, or cannot be read.
        """
        found = {0, *self.names.listed}
        for part in self._source_window(window).tiles(_SCAN, _SCAN):
            stop()
            values = self._source(part, stop)
            step = max(1, _COUNTED // part.width)
            for row in range(0, part.height, step):
                found.update(value_counts(values[row : row + step], found))
        return ClassTable.of([self._class(value) for value in found if value > 0])

    def _class(self, value: int) -> LabelClass:
        name = self.names.names.get(value) or str(value)
        return LabelClass(value, name, self.names.colors.get(value, palette_color(value)))

    def _places(self, window: Window, stop: Callable[[], None]) -> Places:
        """Return which of its own pixels lies under each pixel of a window of the image."""
        if self.from_image.isShortCircuited():
            return super()._places(window, stop)
        to_raster = PointTransform(self.from_image)
        return Reprojection(self.frame, self.imagery.frame, to_raster).places(window, stop)

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
