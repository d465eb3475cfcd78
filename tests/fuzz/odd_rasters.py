"""Rasters with odd but real properties: stacks, mosaics, nodata of each band's own, signed bytes."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from osgeo import gdal
from scenes import noise, spatial_reference, write_raster
from shapes import Transform, size_between

VALUES = {
    "uint8": (0, 255, 9),
    "uint16": (0, 65535, 9),
    "int16": (-32768, 0, -1),
    "float32": (-9999.0, 0.0, -3.4028234663852886e38),
}
SHIFTS = (0.0, 0.0, 0.4, 0.3)  # shares of a pixel by which a part of a mosaic lies between the others' pixels


class Imagery(NamedTuple):
    """A raster that was written.

    Attributes:
        path: the file.
        kind: what is odd about it, "" for nothing.
    """

    path: Path
    kind: str

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows."""
        dataset = gdal.Open(str(self.path))
        return dataset.RasterXSize, dataset.RasterYSize

    @property
    def transform(self) -> Transform:
        """Where its pixels lie."""
        left, cell_x, _, top, _, cell_y = gdal.Open(str(self.path)).GetGeoTransform()
        return Transform(left, top, cell_x, -cell_y)

    @property
    def bands(self) -> int:
        """Number of bands."""
        return int(gdal.Open(str(self.path)).RasterCount)


def odd_raster(numbers: random.Random, folder: Path, crs: str, transform: Transform) -> tuple[Imagery, str]:
    """Write a raster of some odd kind; return it and numpy's name of its pixel type."""
    make = numbers.choice((_nodata_by_band, _stack_of_cells, _stack_of_extents, _mosaic, _signed))
    dtype = "int8" if make is _signed else numbers.choice(list(VALUES))
    path = make(numbers, folder, crs, transform, dtype)
    return Imagery(path, make.__name__.strip("_").replace("_", " ")), dtype


def _pixels(numbers: random.Random, bands: int, size: tuple[int, int], dtype: str) -> np.ndarray:
    width, height = size
    return noise(bands, height, width, dtype, numbers.randrange(1000))


def _patch(numbers: random.Random, plane: np.ndarray, value: float | None) -> None:
    """Fill some of a band with its nodata value, sometimes all of it."""
    if value is None:
        return
    top, left = (numbers.randrange(length) for length in plane.shape)
    if numbers.random() < 0.1:
        top = left = 0
    plane[top : top + plane.shape[0] // 2 + 1, left : left + plane.shape[1] // 2 + 1] = value


def _nodata_by_band(numbers: random.Random, folder: Path, crs: str, transform: Transform, dtype: str) -> Path:
    size = size_between(numbers, 1, 220), size_between(numbers, 1, 220)
    pixels = _pixels(numbers, numbers.choice((2, 3, 4)), size, dtype)
    values = [numbers.choice((None, *VALUES[dtype])) for _ in pixels]
    for plane, value in zip(pixels, values):
        _patch(numbers, plane, value)
    write_raster(folder / "plain.tif", pixels, transform.gdal, crs)
    path = folder / "in.vrt"
    dataset = gdal.Translate(str(path), str(folder / "plain.tif"), format="VRT")
    for number, value in enumerate(values, start=1):
        if value is not None:
            dataset.GetRasterBand(number).SetNoDataValue(value)
    dataset.FlushCache()
    return path


def _part(
    numbers: random.Random, path: Path, crs: str, transform: Transform, dtype: str, shape: Any, nodata: Any
) -> str:
    """Write a file of a stack or mosaic and return its path.

    Args:
        shape: bands, columns and rows.
    """
    bands, *size = shape
    pixels = _pixels(numbers, bands, tuple(size), dtype)
    for plane in pixels:
        _patch(numbers, plane, nodata)
    return str(write_raster(path, pixels, transform.gdal, crs, nodata))


def _stack_of_cells(numbers: random.Random, folder: Path, crs: str, transform: Transform, dtype: str) -> Path:
    """A stack of bands, some with cells twice as wide, as satellites have."""
    width, height = size_between(numbers, 1, 160), size_between(numbers, 1, 160)
    wide = transform._replace(cell_x=2 * transform.cell_x, cell_y=2 * transform.cell_y)
    half = (-(-width // 2), -(-height // 2))
    files = []
    for place in range(numbers.choice((2, 3, 4))):
        nodata = numbers.choice((None, *VALUES[dtype]))
        is_coarse = place == 1 or (place > 1 and numbers.random() < 0.5)
        size, where = (half, wide) if is_coarse else ((width, height), transform)
        files.append(_part(numbers, folder / f"{place}.tif", crs, where, dtype, (1, *size), nodata))
    numbers.shuffle(files)
    return _virtual(folder / "in.vrt", files, separate=True, resolution="highest")


def _stack_of_extents(
    numbers: random.Random, folder: Path, crs: str, transform: Transform, dtype: str
) -> Path:
    """A stack of bands that lie apart in part."""
    return _virtual(folder / "in.vrt", _scattered(numbers, folder, crs, transform, dtype, 1), separate=True)


def _mosaic(numbers: random.Random, folder: Path, crs: str, transform: Transform, dtype: str) -> Path:
    """Files beside and over one another, with gaps between them."""
    bands = numbers.choice((1, 3))
    return _virtual(folder / "in.vrt", _scattered(numbers, folder, crs, transform, dtype, bands))


def _scattered(
    numbers: random.Random, folder: Path, crs: str, transform: Transform, dtype: str, bands: int
) -> list[str]:
    nodata = numbers.choice((None, None, *VALUES[dtype]))
    files = []
    for place in range(numbers.choice((2, 3, 4))):
        column, row = (numbers.randrange(90) + numbers.choice(SHIFTS) for _ in range(2))
        left, top = transform.at(column, row)
        where = transform._replace(left=left, top=top)
        shape = (bands, size_between(numbers, 5, 90), size_between(numbers, 5, 90))
        files.append(_part(numbers, folder / f"{place}.tif", crs, where, dtype, shape, nodata))
    return files


def _virtual(path: Path, files: list[str], **options: Any) -> Path:
    gdal.BuildVRT(str(path), files, **options).FlushCache()
    return path


def _signed(numbers: random.Random, folder: Path, crs: str, transform: Transform, dtype: str) -> Path:
    size = size_between(numbers, 1, 220), size_between(numbers, 1, 220)
    pixels = _pixels(numbers, numbers.choice((1, 3)), size, dtype)
    nodata = numbers.choice((None, -1, 0, -128))
    for plane in pixels:
        _patch(numbers, plane, nodata)
    return write_signed(folder / "in.tif", pixels, transform, crs, nodata)


def write_signed(
    path: Path, pixels: np.ndarray, transform: Transform, crs: str, nodata: float | None
) -> Path:
    """Write signed bytes as this GDAL does."""
    bands, rows, columns = pixels.shape
    has_type = gdal.GetDataTypeByName("Int8") != gdal.GDT_Unknown
    kind = gdal.GetDataTypeByName("Int8") if has_type else gdal.GDT_Byte
    options = ["PHOTOMETRIC=MINISBLACK"] + ([] if has_type else ["PIXELTYPE=SIGNEDBYTE"])
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, bands, kind, options)
    dataset.SetGeoTransform(transform.gdal)
    if crs:
        dataset.SetSpatialRef(spatial_reference(crs))
    for number, plane in enumerate(pixels, start=1):
        dataset.GetRasterBand(number).WriteArray(plane if has_type else plane.view(np.uint8))
        if nodata is not None:
            dataset.GetRasterBand(number).SetNoDataValue(nodata)
    dataset.FlushCache()
    return path
