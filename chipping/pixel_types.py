"""Pixel types: GDAL's names and numpy's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from osgeo import gdal

from .errors import ExportError

NUMPY_NAMES = {
    "Byte": "uint8",
    "Int8": "int8",
    "UInt16": "uint16",
    "Int16": "int16",
    "UInt32": "uint32",
    "Int32": "int32",
    "UInt64": "uint64",
    "Int64": "int64",
    "Float16": "float32",  # numbers of 16 bit are the same in 32
    "Float32": "float32",
    "Float64": "float64",
}
"""Pixel type in memory by the name that GDAL, and QGIS, has for the type in the file."""

GDAL_NAMES = {dtype: name for name, dtype in NUMPY_NAMES.items()}
"""The other way round."""


def band_type(band: Any) -> str:
    """Return GDAL's name of a band's pixel type; before version 3.7 signed bytes are a kind of ``Byte``."""
    if is_signed_byte(band):
        return "Int8"
    return str(gdal.GetDataTypeName(band.DataType))


def is_signed_byte(band: Any) -> bool:
    """Return whether a band of type ``Byte`` says that its bytes have a sign (before GDAL 3.7)."""
    if band.DataType != gdal.GDT_Byte or gdal.GetDataTypeByName("Int8") != gdal.GDT_Unknown:
        return False
    return bool(band.GetMetadataItem("PIXELTYPE", "IMAGE_STRUCTURE") == "SIGNEDBYTE")


def mark_signed(band: Any) -> None:
    """Say of a band of type ``Byte`` that its bytes have a sign, as GDAL did before version 3.7."""
    band.SetMetadataItem("PIXELTYPE", "SIGNEDBYTE", "IMAGE_STRUCTURE")


def gdal_type(dtype: str) -> int:
    """Return GDAL's number for a pixel type in memory.

    Before version 3.7 signed bytes are read as bytes, which have the same bits.

    Args:
        dtype: numpy name, a value of ``NUMPY_NAMES``.
    """
    known: int = gdal.GetDataTypeByName(GDAL_NAMES[dtype])
    return known or gdal.GDT_Byte


def numpy_name(name: str, types: Iterable[str]) -> str:
    """Return the numpy name of a raster's pixel type.

    Args:
        name: the raster's name, for messages.
        types: GDAL's or QGIS's names for the types of its bands.

    Raises:
        ExportError: bands differ in type, or numpy chips cannot hold the type.
    """
    found = sorted(set(types))
    if len(found) > 1:
        raise ExportError(
            "{name} has bands of different types ({types}); choose bands of one type (BANDS, for the input "
            "raster), or convert them to one (Raster > Conversion > Translate).",
            name=name,
            types=", ".join(found),
        )
    if not found or found[0] not in NUMPY_NAMES:
        raise ExportError(
            "{name} has bands of type {type}; convert them to whole or real numbers first, such as Int16 or "
            "Float32 (Raster > Conversion > Translate).",
            name=name,
            type=found[0] if found else "-",
        )
    return NUMPY_NAMES[found[0]]
