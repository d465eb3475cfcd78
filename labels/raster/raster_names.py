"""What the classes of a classified raster are called and drawn in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from qgis.core import QgsPalettedRasterRenderer, QgsRasterLayer

from ...chipping.classes import Color, composed
from ...imagery.file import layer_dataset
from ..stated_colors import stated_colors
from .raster_attribute_table import readable, table_classes


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
    dataset = layer_dataset(layer) if layer.providerType() == "gdal" else None
    if dataset is None:
        return []
    band = dataset.GetRasterBand(1)
    table = band.GetDefaultRAT()
    tables = [RasterNames(*table_classes(table))] if table is not None else []
    return [*tables, _categories(band)]


def _categories(band: Any) -> RasterNames:
    """Return names of a band's categories and colours of its colour table."""
    categories = {value: readable(name) for value, name in enumerate(band.GetCategoryNames() or ())}
    names = {value: name for value, name in categories.items() if name}
    table = band.GetColorTable()
    entries = {value: table.GetColorEntry(value)[:3] for value in range(table.GetCount())} if table else {}
    return RasterNames(names, stated_colors(entries), frozenset(names))


def _renderer(layer: QgsRasterLayer) -> RasterNames:
    """Return labels and colours of a paletted renderer."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsPalettedRasterRenderer):
        return RasterNames()
    classes = [each for each in renderer.classes() if float(each.value).is_integer()]
    names = {int(each.value): composed(each.label) for each in classes if composed(each.label)}
    return RasterNames(names, {int(each.value): each.color.getRgb()[:3] for each in classes})
