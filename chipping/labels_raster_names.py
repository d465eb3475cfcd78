"""What the classes of a classified raster are called and drawn in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from osgeo import gdal
from qgis.core import QgsPalettedRasterRenderer, QgsRasterLayer

from .classes import Color

_COLUMNS = {
    "value": ("value",),
    "name": ("classname", "class_name", "name"),
    "red": ("red",),
    "green": ("green",),
    "blue": ("blue",),
}
_USAGES = {
    "value": (gdal.GFU_MinMax, gdal.GFU_Min),
    "name": (gdal.GFU_Name,),
    "red": (gdal.GFU_Red,),
    "green": (gdal.GFU_Green,),
    "blue": (gdal.GFU_Blue,),
}


@dataclass(frozen=True)
class RasterNames:
    """Names and colours by class value.

    Attributes:
        names: name of a class, where one is stated.
        colors: colour of a class, where one is stated.
        listed: classes that the raster states, found or not.
    """

    names: Mapping[int, str] = field(default_factory=dict)
    colors: Mapping[int, Color] = field(default_factory=dict)
    listed: frozenset[int] = frozenset()


def raster_names(layer: QgsRasterLayer) -> RasterNames:
    """Return the names and colours of a raster's classes; to be called in its thread.

    From its attribute table, else its category names and colour table, else
    the layer's paletted renderer; what one lacks comes from the next.

    Args:
        layer: the classified raster.
    """
    sources = [*_file_sources(layer), _renderer(layer)]
    names: dict[int, str] = {}
    colors: dict[int, Color] = {}
    for source in reversed(sources):
        names.update(source.names)
        colors.update(source.colors)
    return RasterNames(names, colors, frozenset().union(*(source.listed for source in sources)))


def _file_sources(layer: QgsRasterLayer) -> list[RasterNames]:
    """Return what the file itself states, the first to be believed first."""
    if layer.providerType() != "gdal":
        return []
    try:
        dataset = gdal.Open(layer.dataProvider().dataSourceUri())
    except RuntimeError:
        return []
    if dataset is None:
        return []
    band = dataset.GetRasterBand(1)
    return [_attribute_table(band.GetDefaultRAT()), _categories(band)]


def _attribute_table(table: Any | None) -> RasterNames:
    """Return names and colours of a raster attribute table."""
    columns = _find_columns(table) if table is not None else {}
    if table is None or "value" not in columns:
        return RasterNames()
    names, colors = {}, {}
    for row in range(table.GetRowCount()):
        value = table.GetValueAsInt(row, columns["value"])
        name = table.GetValueAsString(row, columns["name"]) if "name" in columns else ""
        if name.strip():
            names[value] = name.strip()
        if {"red", "green", "blue"} <= columns.keys():
            red, green, blue = (table.GetValueAsInt(row, columns[each]) for each in ("red", "green", "blue"))
            colors[value] = (red, green, blue)
    return RasterNames(names, colors, frozenset(names))


def _find_columns(table: Any) -> dict[str, int]:
    """Return the place of each column that is there, by name, else by usage."""
    places = range(table.GetColumnCount())
    by_name = {table.GetNameOfCol(place).lower(): place for place in reversed(places)}
    by_usage = {table.GetUsageOfCol(place): place for place in reversed(places)}
    found = {}
    for column, spellings in _COLUMNS.items():
        candidates = [by_name.get(each) for each in spellings]
        candidates += [by_usage.get(usage) for usage in _USAGES[column]]
        place = next((each for each in candidates if each is not None), None)
        if place is not None:
            found[column] = place
    return found


def _categories(band: Any) -> RasterNames:
    """Return names of a band's categories and colours of its colour table."""
    categories = enumerate(band.GetCategoryNames() or ())
    names = {value: name.strip() for value, name in categories if name.strip()}
    table = band.GetColorTable()
    colors = {value: table.GetColorEntry(value)[:3] for value in range(table.GetCount())} if table else {}
    return RasterNames(names, colors, frozenset(names))


def _renderer(layer: QgsRasterLayer) -> RasterNames:
    """Return labels and colours of a paletted renderer."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsPalettedRasterRenderer):
        return RasterNames()
    classes = [each for each in renderer.classes() if float(each.value).is_integer()]
    names = {int(each.value): each.label for each in classes if each.label}
    return RasterNames(names, {int(each.value): each.color.getRgb()[:3] for each in classes})
