"""What a layer's bands and coordinate reference system are, as plain values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsRasterDataProvider, QgsRasterLayer

from ..chipping.pixel_types import band_type, numpy_name
from .source import Bands
from .validity.masks import ValueRange
from .validity.valid_pixels import ALPHA_BAND

_COLOR_NAMES = {3: "Red", 4: "Green", 5: "Blue", ALPHA_BAND: "Alpha"}
_SAYS_ALPHA = re.compile(r"alpha|opacity|transparen", re.IGNORECASE)


def meanings(provider: QgsRasterDataProvider, count: int) -> list[int]:
    """Return what the first bands of a raster mean, as GDAL numbers it.

    Args:
        provider: knows it.
        count: of the bands.
    """
    return [_interpretation(provider, band) for band in range(1, count + 1)]


def provider_bands(layer: QgsRasterLayer, numbers: Sequence[int] = ()) -> Bands:
    """Return what a layer's bands are, as its data provider says.

    Args:
        layer: the layer.
        numbers: which bands, from 1, in their order; none for all.

    Raises:
        ExportError: bands differ in type, or numpy chips cannot hold the type.
    """
    provider = layer.dataProvider()
    numbers = numbers or range(1, provider.bandCount() + 1)
    dtype = numpy_name(layer.name(), [provider_type(provider, band) for band in numbers])
    stated = [
        provider.sourceNoDataValue(band) if provider.sourceHasNoDataValue(band) else None for band in numbers
    ]
    return _bands(provider, dtype, numbers, stated)


def file_bands(
    layer: QgsRasterLayer, dataset: Any, numbers: Sequence[int]
) -> tuple[Bands, list[list[ValueRange]]]:
    """Return what a layer's bands are, types and nodata values as the file has them, and values set aside.

    A single value that the user set aside in the layer is the nodata value of a
    band that has none of its own.

    Args:
        layer: the layer, whose settings say which nodata values are used.
        dataset: its file.
        numbers: which bands, from 1, in their order.

    Raises:
        ExportError: bands differ in type, or numpy chips cannot hold the type.
    """
    provider = layer.dataProvider()
    bands = [dataset.GetRasterBand(number) for number in numbers]
    dtype = numpy_name(layer.name(), map(band_type, bands))
    stated = [band.GetNoDataValue() for band in bands]
    described = _bands(provider, dtype, numbers, stated)
    set_aside = [_set_aside(provider, number, band) for number, band in zip(numbers, bands)]
    nodata = list(described.nodata)
    for place, ranges in enumerate(set_aside):
        value = nodata[place]
        if value is None and len(ranges) == 1 and ranges[0].low == ranges[0].high:
            nodata[place] = _held(ranges[0].low, dtype)
            set_aside[place] = [] if nodata[place] is not None else ranges
        elif ranges and value is not None:  # a mask hides the nodata value of the chip that has it
            ranges.append(ValueRange(value, value))
    return replace(described, nodata=tuple(nodata)), set_aside


def _bands(
    provider: QgsRasterDataProvider, dtype: str, numbers: Sequence[int], stated: Sequence[float | None]
) -> Bands:
    """Return what bands are.

    Args:
        provider: knows their names, meanings and palette, and which nodata values are used.
        dtype: numpy name of their type.
        numbers: of the bands, from 1.
        stated: nodata value of each, None for a band without.
    """
    used = [None if _is_switched_off(provider, band) else value for band, value in zip(numbers, stated)]
    return Bands(
        dtype=dtype,
        nodata=tuple(_held(value, dtype) for value in used),
        names=tuple(_band_name(provider, band) for band in numbers),
        color_interpretation=tuple(_interpretation(provider, band) for band in numbers),
        color_table=_color_table(provider, numbers[0]) if len(numbers) == 1 else (),
        numbers=tuple(numbers),
    )


def _is_switched_off(provider: QgsRasterDataProvider, band: int) -> bool:
    """Return whether the user does not want a band's nodata value; QGIS does not know of all."""
    return bool(provider.sourceHasNoDataValue(band)) and not provider.useSourceNoDataValue(band)


def provider_type(provider: QgsRasterDataProvider, band: int) -> str:
    """Return QGIS's name of a band's pixel type, which is GDAL's."""
    found = provider.sourceDataType(band)
    return str(getattr(found, "name", found))


def _held(value: float | None, dtype: str) -> float | None:
    """Return a nodata value, None where there is none that a pixel type can hold."""
    if value is None or np.dtype(dtype).kind == "f":
        return None if value is None else float(value)
    limits = np.iinfo(dtype)
    if not (float(value).is_integer() and limits.min <= value <= limits.max):
        return None
    return int(value) if limits.bits > 32 else float(value)


def _set_aside(provider: QgsRasterDataProvider, number: int, band: Any) -> list[ValueRange]:
    """Return the values that the user took out of a band, as the file stores them.

    The user gives them as QGIS shows them, with the band's scale and offset.
    """
    scale, offset = band.GetScale() or 1.0, band.GetOffset() or 0.0
    shown = [(each.min(), each.max()) for each in provider.userNoDataValues(number)]
    stored = [sorted(((low - offset) / scale, (high - offset) / scale)) for low, high in shown]
    return [ValueRange(low, high) for low, high in stored]


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


def _color_table(
    provider: QgsRasterDataProvider, number: int
) -> tuple[tuple[int, tuple[int, int, int, int]], ...]:
    """Return a band's palette as value and red, green, blue, alpha."""
    entries = []
    for item in provider.colorTable(number):
        color = item.color
        entries.append((int(item.value), (color.red(), color.green(), color.blue(), color.alpha())))
    return tuple(entries)
