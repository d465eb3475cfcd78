"""A classified raster brought onto the image's pixels, nearest neighbour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Callable

import numpy as np
from osgeo import gdal
from qgis.core import QgsCoordinateTransform, QgsCsException, QgsRectangle

from .classes import ClassTable, LabelClass, palette_color
from .errors import ExportError
from .gdal_calls import run_gdal
from .grid import Affine, PixelFrame, Window
from .imagery import Imagery
from .labels_raster_names import RasterNames
from .nearest import pixels_under
from .validity import valid_pixels

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SCAN = 4096  # rows and columns of a block of the search for class values (pixels)
_MARGIN = 0.01  # a window's extent is widened by this share after it is transformed
_LARGEST = np.iinfo(np.int32).max
_MOST_PIXELS = 1 << 25  # source pixels held at a time


@dataclass(frozen=True)
class ClassRaster:
    """A classified raster and the image grid that it is wanted on.

    Attributes:
        imagery: its own pixels.
        names: what its classes are called and drawn in.
        frame: the image's pixels on the map.
        crs_wkt: the image's CRS, "" for none.
        from_image: from the image's CRS to the raster's.
        operation: the project's choice of operation to the image's CRS, "" for the best.
    """

    imagery: Imagery
    names: RasterNames
    frame: PixelFrame
    crs_wkt: str
    from_image: QgsCoordinateTransform
    operation: str

    def classes(self, window: Window, stop: Callable[[], None]) -> ClassTable:
        """Return the classes found under a window of the image, and those named.

        Args:
            window: pixels of the image.
            stop: raises Cancelled when the user has cancelled.

        Raises:
            ExportError: a value is negative, not whole, or cannot be read.
        """
        found = set(self.names.listed)
        for part in blocks(self._source_window(window), _SCAN):
            stop()
            found.update(np.unique(self._source(part, stop)).tolist())
        return ClassTable.of([self._class(value) for value in found if value > 0])

    def _class(self, value: int) -> LabelClass:
        name = self.names.names.get(value) or str(value)
        return LabelClass(value, name, self.names.colors.get(value, palette_color(value)))

    def read(self, window: Window, stop: Callable[[], None]) -> NDArray[np.int32]:
        """Return the class values of a window of the image.

        Args:
            window: pixels of the image; it may reach beyond it.
            stop: raises Cancelled when the user has cancelled.

        Returns:
            (rows, columns); 0 is nothing.
        """
        values = np.zeros((window.height, window.width), dtype=np.int32)
        for part in self._parts(window):
            stop()
            rows = slice(part.row_off - window.row_off, part.row_end - window.row_off)
            columns = slice(part.col_off - window.col_off, part.col_end - window.col_off)
            values[rows, columns] = self._read_part(part, stop)
        return values

    def _parts(self, window: Window) -> Iterator[Window]:
        """Give parts of a window whose source pixels fit into memory."""
        source = self._source_window(window)
        if source.width * source.height <= _MOST_PIXELS or window.width * window.height == 1:
            yield window
            return
        for half in halves(window):
            yield from self._parts(half)

    def _read_part(self, window: Window, stop: Callable[[], None]) -> NDArray[np.int32]:
        source = self._source_window(window)
        if not source.width or not source.height:
            return np.zeros((window.height, window.width), dtype=np.int32)
        values = self._source(source, stop)
        if self.from_image.isShortCircuited():
            return self._picked(values, source, window)
        return self._warped(values, source, window)

    def _picked(self, values: NDArray[np.int32], source: Window, window: Window) -> NDArray[np.int32]:
        """Return a window of the image from the raster's own pixels, both in the same CRS."""
        rows, columns = pixels_under(window, self.frame, self.imagery.frame)
        rows, columns = rows - source.row_off, columns - source.col_off
        down, across = (rows >= 0) & (rows < source.height), (columns >= 0) & (columns < source.width)
        picked = np.zeros((window.height, window.width), dtype=np.int32)
        picked[np.ix_(down, across)] = values[np.ix_(rows[down], columns[across])]
        return picked

    def _warped(self, values: NDArray[np.int32], source: Window, window: Window) -> NDArray[np.int32]:
        """Return a window of the image from the raster's own pixels in another CRS, by GDAL."""
        own = self.imagery
        origin = _dataset(values, own.frame.transform(source))
        empty = np.zeros((window.height, window.width), dtype=np.int32)
        target = _dataset(empty, self.frame.transform(window))
        options = gdal.WarpOptions(
            srcSRS=own.profile.crs_wkt or None,
            dstSRS=self.crs_wkt or None,
            resampleAlg="near",
            errorThreshold=0.0,
            coordinateOperation=self.operation or None,
        )
        run_gdal(lambda: 0 if gdal.Warp(target, origin, options=options) else 1)
        warped: NDArray[np.int32] = target.ReadAsArray()
        return warped

    def _source_window(self, window: Window) -> Window:
        """Return the raster's own pixels that a window of the image may need."""
        own = self.imagery.frame
        whole = Window(0, 0, own.width, own.height)
        extent = QgsRectangle(*self.frame.extent(window))
        try:
            extent = self.from_image.transformBoundingBox(extent)
        except QgsCsException:
            return whole
        extent.grow(_MARGIN * max(extent.width(), extent.height()) + 2 * max(own.cell_x, own.cell_y))
        return own.window(extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())

    def _source(self, window: Window, stop: Callable[[], None]) -> NDArray[np.int32]:
        """Return class values of the raster's own pixels; nodata is 0.

        Raises:
            ExportError: a value is negative, too large or not whole.
        """
        block = self.imagery.read(window, stop)
        valid = valid_pixels(block, self.imagery.profile)
        values = block.values[0] if valid is None else np.where(valid[0], block.values[0], 0)
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


def halves(window: Window) -> tuple[Window, Window]:
    """Return a window cut in two across its longer side."""
    col, row, width, height = window.col_off, window.row_off, window.width, window.height
    if width >= height:
        half = width // 2
        return Window(col, row, half, height), Window(col + half, row, width - half, height)
    half = height // 2
    return Window(col, row, width, half), Window(col, row + half, width, height - half)


def blocks(window: Window, size: int) -> Iterator[Window]:
    """Give the parts of a window that are at most ``size`` pixels wide and high."""
    for row in range(window.row_off, window.row_end, size):
        for column in range(window.col_off, window.col_end, size):
            width, height = min(size, window.col_end - column), min(size, window.row_end - row)
            yield Window(column, row, width, height)


def _dataset(values: NDArray[np.int32], transform: Affine) -> Any:
    rows, columns = values.shape
    dataset = gdal.GetDriverByName("MEM").Create("", columns, rows, 1, gdal.GDT_Int32)
    dataset.SetGeoTransform(transform)
    dataset.GetRasterBand(1).WriteArray(values)
    return dataset
