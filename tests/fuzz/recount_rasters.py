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
    """Return (rows, columns), where the middle of a pixel lies in a file that a virtual raster shows."""
    rows, columns = dataset.RasterYSize, dataset.RasterXSize
    if dataset.GetDriver().ShortName != "VRT":
        return np.ones((rows, columns), bool)
    files = [gdal.Open(path) for path in dataset.GetFileList()[1:]]
    is_stack = dataset.RasterCount == len(files) > 1 and all(file.RasterCount == 1 for file in files)
    covered = np.zeros((rows, columns), bool)
    left, cell_x, _, top, _, cell_y = dataset.GetGeoTransform()
    x, y = left + (np.arange(columns) + 0.5) * cell_x, top + (np.arange(rows) + 0.5) * cell_y
    for file in [files[place]] if is_stack else files:
        west, own_x, _, north, _, own_y = file.GetGeoTransform()
        across = (x > west) & (x < west + own_x * file.RasterXSize)
        down = (y < north) & (y > north + own_y * file.RasterYSize)
        covered |= down[:, np.newaxis] & across
    return covered
