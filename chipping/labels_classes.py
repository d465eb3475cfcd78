"""The classes of a vector layer: from its fields and its renderer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsFeatureRequest,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QVariant

from .class_scheme import (
    COLOR_FIELDS,
    NAME_FIELD,
    VALUE_FIELDS,
    ClassScheme,
    scheme_of_values,
    single_class,
)
from .classes import Color


def plain(value: object) -> object:
    """Return an attribute as Python has it: None for a NULL of any type."""
    return None if isinstance(value, QVariant) and value.isNull() else value


def class_scheme(layer: QgsVectorLayer, named: str) -> ClassScheme:
    """Return how a layer's features become classes; to be called in its thread.

    Args:
        layer: the label layer.
        named: the field that the user named, "" for none.

    Raises:
        ExportError: a class value is negative or not whole.
    """
    index = _value_field(layer, named)
    if index < 0:
        return single_class()
    fields = layer.fields()
    name_index = fields.lookupField(NAME_FIELD)
    color_indexes = [fields.lookupField(name) for name in COLOR_FIELDS]
    field = fields.at(index).name()
    if name_index < 0 and min(color_indexes) < 0:
        raw_values = {plain(value) for value in layer.uniqueValues(index)}
        return scheme_of_values(field, raw_values, {}, _renderer_colors(layer, field, raw_values))
    looks = _first_looks(layer, index, name_index, color_indexes)
    names = {raw: look.name for raw, look in looks.items() if look.name}
    own = {raw: look.color for raw, look in looks.items() if look.color is not None}
    return scheme_of_values(field, looks, names, {**_renderer_colors(layer, field, looks), **own})


def _value_field(layer: QgsVectorLayer, named: str) -> int:
    """Return the index of the field that holds the class, -1 for none."""
    places = (layer.fields().lookupField(name) for name in ((named,) if named else VALUE_FIELDS))
    return next((place for place in places if place >= 0), -1)


def _renderer_colors(
    layer: QgsVectorLayer, field: str, raw_values: Iterable[object]
) -> Mapping[object, Color]:
    """Return the colours of a renderer that is categorized by the class field.

    As in QGIS, a category has the values that read as its own, whatever their
    type, and may list several.
    """
    renderer = layer.renderer()
    if not isinstance(renderer, QgsCategorizedSymbolRenderer):
        return {}
    if renderer.classAttribute().strip('"').lower() != field.lower():
        return {}
    colors = {}
    for category in renderer.categories():
        value = category.value()
        for each in value if isinstance(value, list) else [value]:
            colors[_reading(each)] = category.symbol().color().getRgb()[:3]
    return {raw: colors[_reading(raw)] for raw in raw_values if _reading(raw) in colors}


def _reading(value: object) -> str:
    """Return how a value of a field reads: 7 and 7.0 alike, and NULL as nothing."""
    value = plain(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value)


class _Look(NamedTuple):
    """How one feature shows its class."""

    fid: int
    name: str
    color: Color | None


def _first_looks(layer: QgsVectorLayer, value: int, name: int, colors: list[int]) -> dict[object, _Look]:
    """Return, for each value of the class field, the look of its first feature by id."""
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes([place for place in (value, name, *colors) if place >= 0])
    looks: dict[object, _Look] = {}
    for feature in layer.getFeatures(request):
        raw = plain(feature.attribute(value))
        if raw not in looks or feature.id() < looks[raw].fid:
            text = plain(feature.attribute(name)) if name >= 0 else None
            looks[raw] = _Look(feature.id(), "" if text is None else str(text), _color(feature, colors))
    return looks


def _color(feature: QgsFeature, places: list[int]) -> Color | None:
    """Return the colour that a feature's fields state, None where they state none."""
    if min(places) < 0:
        return None
    try:
        red, green, blue = (min(255, max(0, int(plain(feature.attribute(place))))) for place in places)
    except (TypeError, ValueError):
        return None
    return red, green, blue
