"""Encode arrays with GDAL's drivers in memory.

GDAL raises or returns None on failure, as whoever else lives in the process has
set its global switch. Both are handled here; the switch is never touched.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Callable, TypeVar

import numpy as np
from osgeo import gdal, osr

from ...chipping.chip import ImageProfile
from ...chipping.errors import ExportError
from ...chipping.frame import Affine
from ...chipping.pixel_types import GDAL_NAMES, gdal_type, mark_signed
from ..images.palettes import Palette

if TYPE_CHECKING:
    from numpy.typing import NDArray

T = TypeVar("T")


def checked(what: str, call: Callable[[], T | None]) -> T:
    """Return what a GDAL call returns.

    Args:
        what: what was being done, for the error message.
        call: calls GDAL.

    Raises:
        ExportError: GDAL raised, or returned None.
    """
    try:
        result = call()
    except RuntimeError as error:
        raise ExportError("{what} failed: {reason}", what=what, reason=error) from error
    if result is None:
        raise ExportError("{what} failed: {reason}", what=what, reason=gdal.GetLastErrorMsg())
    return result


def memory_dataset(
    pixels: NDArray[Any], transform: Affine | None = None, crs_wkt: str = "", by_pixel: bool = False
) -> Any:
    """Return a GDAL dataset in memory.

    Args:
        pixels: (bands, rows, columns).
        transform: geotransform in GDAL's order (map units), None for none.
        crs_wkt: coordinate reference system, "" for none.
        by_pixel: hold the bands of a pixel together.
    """
    bands, rows, columns = pixels.shape
    data_type, driver = gdal_type(pixels.dtype.name), gdal.GetDriverByName("MEM")
    options = ["INTERLEAVE=PIXEL"] if by_pixel else []
    dataset = checked("MEM", lambda: driver.Create("", columns, rows, bands, data_type, options))
    if pixels.dtype == np.int8 and data_type == gdal.GDT_Byte:
        pixels = pixels.view(np.uint8)
        for number in range(1, bands + 1):
            mark_signed(dataset.GetRasterBand(number))
    if transform is not None:
        dataset.SetGeoTransform(transform)
    if crs_wkt:
        dataset.SetSpatialRef(spatial_reference(crs_wkt))
    dataset.WriteArray(pixels if bands > 1 else pixels[0])
    return dataset


def spatial_reference(crs_wkt: str) -> osr.SpatialReference:
    """Return a spatial reference whose axes are x, y, as in a geotransform."""
    reference = osr.SpatialReference()
    reference.ImportFromWkt(crs_wkt)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def describe_bands(dataset: Any, profile: ImageProfile, palette: Palette = ()) -> None:
    """Give a dataset the band meanings of a profile, and a palette.

    Args:
        dataset: gets them.
        profile: what the bands mean.
        palette: the colours of the first band; without them it is none of palette numbers.
    """
    for number, interpretation in enumerate(profile.color_interpretation, start=1):
        if interpretation != gdal.GCI_PaletteIndex:
            dataset.GetRasterBand(number).SetColorInterpretation(interpretation)
    if palette:
        table = gdal.ColorTable()
        for value, color in palette:
            table.SetColorEntry(value, color)
        dataset.GetRasterBand(1).SetColorTable(table)


def set_nodata(dataset: Any, nodata: Sequence[float | None]) -> None:
    """Give each band of a dataset its nodata value."""
    for number, value in enumerate(nodata, start=1):
        if value is not None:
            dataset.GetRasterBand(number).SetNoDataValue(value)


def encode(driver_name: str, dataset: Any, file_name: str, options: Sequence[str]) -> dict[str, bytes]:
    """Return the files that a GDAL driver makes of a dataset, by name.

    Args:
        driver_name: GDAL's short name of the driver.
        dataset: what to encode.
        file_name: name of the main file.
        options: the driver's creation options.

    Raises:
        ExportError: GDAL could not encode it.
    """
    folder = f"/vsimem/{uuid.uuid4().hex}"
    driver = gdal.GetDriverByName(driver_name)
    try:
        copy = checked(
            driver_name,
            lambda: driver.CreateCopy(f"{folder}/{file_name}", dataset, False, list(options)),
        )
        copy = None  # noqa: F841 - closing is what writes the file
        return {name: _read(f"{folder}/{name}") for name in gdal.ReadDir(folder) or ()}
    finally:
        with suppress(RuntimeError):
            gdal.RmdirRecursive(folder)


def holds(driver_name: str, dtype: str) -> bool:
    """Return whether a driver of the installed GDAL writes a pixel type.

    Args:
        driver_name: GDAL's short name of the driver.
        dtype: numpy name of the type.
    """
    types = gdal.GetDriverByName(driver_name).GetMetadataItem(gdal.DMD_CREATIONDATATYPES).split()
    return GDAL_NAMES[dtype] in types


def list_options(driver_name: str) -> None:
    """Have GDAL make its list of a driver's creation options, if it has not yet.

    Args:
        driver_name: GDAL's short name of the driver.
    """
    gdal.GetDriverByName(driver_name).GetMetadataItem(gdal.DMD_CREATIONOPTIONLIST)


def _read(path: str) -> bytes:
    size = gdal.VSIStatL(path).size
    handle = checked(path, lambda: gdal.VSIFOpenL(path, "rb"))
    try:
        return bytes(gdal.VSIFReadL(1, size, handle)) if size else b""
    finally:
        gdal.VSIFCloseL(handle)
