"""What a layer's bands and coordinate reference system are, as plain values."""

from __future__ import annotations

import re

import numpy as np
from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsRasterDataProvider, QgsRasterLayer

from .errors import ExportError
from .imagery_pixels import Bands
from .validity import ALPHA_BAND

PIXEL_TYPES = {
    Qgis.DataType.Byte: "uint8",
    Qgis.DataType.UInt16: "uint16",
    Qgis.DataType.Int16: "int16",
    Qgis.DataType.UInt32: "uint32",
    Qgis.DataType.Int32: "int32",
    Qgis.DataType.Float32: "float32",
    Qgis.DataType.Float64: "float64",
}
if hasattr(Qgis.DataType, "Int8"):  # QGIS 3.30 and later
    PIXEL_TYPES[Qgis.DataType.Int8] = "int8"

_COLOR_NAMES = {3: "Red", 4: "Green", 5: "Blue", ALPHA_BAND: "Alpha"}
_SAYS_ALPHA = re.compile(r"alpha|opacity|transparen", re.IGNORECASE)


def provider_bands(layer: QgsRasterLayer, provider: QgsRasterDataProvider, count: int) -> Bands:
    """Return what a layer's bands are.

    Args:
        layer: the layer, whose settings say which nodata values are used.
        provider: gives the pixels: the layer's own provider, or one of its raw values.
        count: number of bands; the provider may show a mask as one more.

    Raises:
        ExportError: bands differ in type, or numpy chips cannot hold the type.
    """
    numbers = range(1, count + 1)
    dtype = _pixel_type(layer.name(), provider, count)
    own = layer.dataProvider()
    return Bands(
        dtype=dtype,
        nodata=tuple(_nodata(own, band, dtype) for band in numbers),
        names=tuple(_band_name(provider, band) for band in numbers),
        color_interpretation=tuple(_interpretation(provider, band) for band in numbers),
        color_table=_color_table(provider) if len(numbers) == 1 else (),
    )


def _pixel_type(name: str, provider: QgsRasterDataProvider, count: int) -> str:
    """Return the numpy name of the raster's pixel type.

    Raises:
        ExportError: bands differ in type, or numpy chips cannot hold the type.
    """
    types = {provider.sourceDataType(band) for band in range(1, count + 1)}
    if len(types) != 1 or not types <= PIXEL_TYPES.keys():
        raise ExportError(
            "{name} has bands of type {types}; all bands must share one integer or real type.",
            name=name,
            types=", ".join(sorted(str(each) for each in types)),
        )
    return PIXEL_TYPES[types.pop()]


def _nodata(provider: QgsRasterDataProvider, band: int, dtype: str) -> float | None:
    """Return a band's nodata value, None without one that its type can hold."""
    if not (provider.sourceHasNoDataValue(band) and provider.useSourceNoDataValue(band)):
        return None
    value = float(provider.sourceNoDataValue(band))
    if np.dtype(dtype).kind == "f":
        return value
    limits = np.iinfo(dtype)
    return value if value.is_integer() and limits.min <= value <= limits.max else None


def wkt(crs: QgsCoordinateReferenceSystem) -> str:
    """Return a CRS as well-known text, "" for none."""
    variant = QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL
    return str(crs.toWkt(variant)) if crs.isValid() else ""


def epsg(crs: QgsCoordinateReferenceSystem) -> int:
    """Return the EPSG code of a CRS, 0 where it has none."""
    authority, _, code = crs.authid().partition(":")
    return int(code) if authority == "EPSG" and code.isdecimal() else 0


def _interpretation(provider: QgsRasterDataProvider, band: int) -> int:
    """Return what a band means, as GDAL numbers it (QGIS numbers it the same)."""
    meaning = provider.colorInterpretation(band)
    return int(getattr(meaning, "value", meaning))


def _band_name(provider: QgsRasterDataProvider, band: int) -> str:
    """Return a band's description, else its colour, else "".

    ArcGIS's reader leaves out the band that is called ``Alpha``, so an alpha band
    whose description says the same in other words is called that; one that is
    described as something else, such as infrared, is marked as alpha by mistake.
    """
    described = str(provider.generateBandName(band).partition(": ")[2])
    meaning = _interpretation(provider, band)
    if meaning == ALPHA_BAND and _SAYS_ALPHA.search(described):
        return _COLOR_NAMES[meaning]
    return described or _COLOR_NAMES.get(meaning, "")


def _color_table(provider: QgsRasterDataProvider) -> tuple[tuple[int, tuple[int, int, int, int]], ...]:
    """Return a palette as value and red, green, blue, alpha."""
    entries = []
    for item in provider.colorTable(1):
        color = item.color
        entries.append((int(item.value), (color.red(), color.green(), color.blue(), color.alpha())))
    return tuple(entries)
