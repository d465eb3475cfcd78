"""Connected regions of one class in a chip's class map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from osgeo import gdal, ogr

from .gdal_calls import memory_vector, run_gdal
from .grid import Window

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Region(NamedTuple):
    """Pixels of one class that hang together, by sides or corners.

    Attributes:
        top: first row (pixels of the raster).
        left: first column (pixels of the raster).
        bottom: first row below (pixels of the raster).
        right: first column to the right (pixels of the raster).
        class_value: the class.
        pixels: number of pixels.
        wkb: the pixels' outline in the raster's pixel space.
    """

    top: float
    left: float
    bottom: float
    right: float
    class_value: int
    pixels: int
    wkb: bytes


def find_regions(class_map: NDArray[Any], window: Window) -> list[Region]:
    """Return the 8-connected regions of a class map, ordered by top, left, bottom, right, class.

    Args:
        class_map: (rows, columns) of class values, 0 for nothing.
        window: where it lies in the raster.

    Raises:
        ExportError: GDAL could not find them.
    """
    rows, columns = class_map.shape
    raster = gdal.GetDriverByName("MEM").Create("", columns, rows, 1, gdal.GDT_Int32)
    raster.SetGeoTransform((window.col_off, 1, 0, window.row_off, 0, 1))
    raster.GetRasterBand(1).WriteArray(class_map)
    source = memory_vector()
    layer = source.CreateLayer("regions", None, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("value", ogr.OFTInteger))
    band = raster.GetRasterBand(1)
    run_gdal(lambda: gdal.Polygonize(band, band, layer, 0, ["8CONNECTED=8"]))
    return sorted(_region(feature) for feature in layer)


def _region(feature: ogr.Feature) -> Region:
    outline = feature.GetGeometryRef()
    left, right, top, bottom = outline.GetEnvelope()
    pixels = round(outline.GetArea())
    return Region(top, left, bottom, right, feature.GetField(0), pixels, bytes(outline.ExportToWkb()))
