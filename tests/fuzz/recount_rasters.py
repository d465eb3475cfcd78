"""What GDAL says of a raster: its pixels, and which of them count, band by band."""

from __future__ import annotations

from typing import Any

import numpy as np
from osgeo import gdal


def read_pixels(dataset: Any, *window: int) -> np.ndarray:
    """Return (bands, rows, columns) of a window: column, row, width and height, or nothing for all."""
    values = dataset.ReadAsArray(*window)
    values = values if values.ndim == 3 else values[np.newaxis]
    return values.view(np.int8) if _is_signed(dataset.GetRasterBand(1)) else values


def _is_signed(band: Any) -> bool:
    """Tell whether bytes have a sign, as GDAL says it before version 3.7."""
    said = band.GetMetadataItem("PIXELTYPE", "IMAGE_STRUCTURE")
    return band.DataType == gdal.GDT_Byte and said == "SIGNEDBYTE"


def nodata_values(dataset: Any) -> list[float | None]:
    """Return the nodata value of each band."""
    return [dataset.GetRasterBand(band).GetNoDataValue() for band in range(1, dataset.RasterCount + 1)]


def which_count(dataset: Any) -> np.ndarray:
    """Return (bands, rows, columns), which pixels count.

    As the mask of each band says; and what no part of a mosaic or stack covers does not, of which GDAL's
    masks know nothing.
    """
    values, counts = read_pixels(dataset), []
    for place, nodata in enumerate(nodata_values(dataset)):
        band, pixels = dataset.GetRasterBand(place + 1), values[place]
        if _is_signed(band):  # the mask is that of bytes without a sign
            found = np.ones(pixels.shape, bool) if nodata is None else pixels != nodata
        else:
            found = band.GetMaskBand().ReadAsArray() != 0
        if nodata is None:
            found &= _covered(dataset, place)
        counts.append(found & np.isfinite(pixels))
    return np.stack(counts)


def _covered(dataset: Any, place: int) -> np.ndarray:
    """Return (rows, columns), where a virtual raster shows one of its files: where GDAL draws an alpha."""
    rows, columns = dataset.RasterYSize, dataset.RasterXSize
    if dataset.GetDriver().ShortName != "VRT":
        return np.ones((rows, columns), bool)
    paths = dataset.GetFileList()[1:]
    is_stack = dataset.RasterCount == len(paths) > 1 and all(
        gdal.Open(path).RasterCount == 1 for path in paths
    )
    left, cell_x, _, top, _, cell_y = dataset.GetGeoTransform()
    bounds = (left, top + cell_y * rows, left + cell_x * columns, top)
    shown = gdal.BuildVRT(
        "",
        [paths[place]] if is_stack else paths,
        addAlpha=True,
        outputBounds=bounds,
        resolution="user",
        xRes=cell_x,
        yRes=-cell_y,
    )
    assert (shown.RasterXSize, shown.RasterYSize) == (columns, rows)
    return shown.GetRasterBand(shown.RasterCount).ReadAsArray() != 0
