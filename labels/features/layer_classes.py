"""The classes of a vector layer: from its fields and its renderer."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Callable, NamedTuple

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFields,
    QgsVectorLayer,
)

from ...chipping.classes import Color
from ..class_scheme import (
    COLOR_FIELDS,
    NAME_FIELD,
    VALUE_FIELDS,
    ClassScheme,
    Reading,
    scheme_of_values,
    single_class,
    spelled,
)
from ..rows.layer_rows import Rows
from ..stated_colors import Parts, stated_colors
from .class_values import class_reading, holds_classes

_OFTEN = 256  # features between looks at Cancel
_UNSAVED = 1 << 63  # above all ids


@dataclasses.dataclass(frozen=True)
class LayerClasses:
    """What of a layer decides on its classes.

    Attributes:
        field: name of the class field, "" for none.
        value: index of the class field, -1 for none.
        name: index of the field of names, -1 for none.
        colors: indexes of the fields of red, green and blue, () where one lacks.
        drawn: colours of a renderer that is categorized by the class field, by what a value reads as.
        unused: fields that could be the class field, where there is none.
    """

    field: str = ""
    value: int = -1
    name: int = -1
    colors: tuple[int, ...] = ()
    drawn: Mapping[str, Color] = dataclasses.field(default_factory=dict)
    unused: tuple[str, ...] = ()

    @classmethod
    def of(cls, layer: QgsVectorLayer, named: str) -> LayerClasses:
        """Return what decides on a layer's classes; to be called in its thread.

        Args:
            layer: the label layer.
            named: the field that the user named, "" for none.
        """
        fields = layer.fields()
        value = _value_field(fields, named)
        if value < 0:
            return cls(unused=tuple(each.name() for each in fields if holds_classes(each)))
        field = fields.at(value).name()
        name = fields.lookupField(NAME_FIELD)
        colors = tuple(fields.lookupField(each) for each in COLOR_FIELDS)
        return cls(
            field=field,
            value=value,
            name=name if name >= 0 and holds_classes(fields.at(name)) else -1,
            colors=colors if min(colors) >= 0 else (),
            drawn=_renderer_colors(layer, field),
        )

    def find(self, rows: Rows, stop: Callable[[], None]) -> ClassScheme:
        """Return how features become classes.

        Args:
            rows: the layer's features.
            stop: raises Cancelled when the user has cancelled.

        Raises:
            ExportError: a class value is negative or not whole, or the features cannot be read.
        """
        if self.value < 0:
            return single_class(self.unused)
        looks = self._first_looks(rows, stop)
        names = {read: look.name for read, look in looks.items() if look.name}
        drawn = {read: self.drawn[spelled(read)] for read in looks if spelled(read) in self.drawn}
        own = stated_colors({read: look.color for read, look in looks.items() if look.color})
        return scheme_of_values(self.field, looks, names, {**drawn, **own})

    def _first_looks(self, rows: Rows, stop: Callable[[], None]) -> dict[Reading, _Look]:
        """Return, for each value of the class field, the look of its first feature by id."""
        names = [self.name] if self.name >= 0 else []
        looks: dict[Reading, _Look] = {}
        for count, (fid, values) in enumerate(rows.attributes([self.value, *names, *self.colors])):
            if count % _OFTEN == 0:
                stop()
            read = class_reading(values[0])
            if read is not None and (read not in looks or rank_of(fid) < looks[read].rank):
                looks[read] = self._look(fid, list(map(class_reading, values[1:])))
        return looks

    def _look(self, fid: int, values: list[Reading | None]) -> _Look:
        """Return how a feature shows its class.

        Args:
            fid: its id.
            values: of the fields of the name and the colours, as far as there are any.
        """
        name = values[0] if self.name >= 0 else None
        red, green, blue = values[-3:] if self.colors else (None, None, None)
        return _Look(rank_of(fid), spelled(name), (red, green, blue) if self.colors else None)


class _Look(NamedTuple):
    """How one feature shows its class.

    Attributes:
        rank: its place in the order of ids.
        name: the class's name, "" for none.
        color: red, green and blue as they are stated, None where there are no such fields.
    """

    rank: int
    name: str
    color: Parts | None


def rank_of(fid: int) -> int:
    """Return a number that grows with the id; features not saved yet, -2, -3 and so on, lie on top."""
    return fid if fid >= 0 else _UNSAVED - fid


def _value_field(fields: QgsFields, named: str) -> int:
    """Return the index of the field that holds the class, -1 for none."""
    if named:
        return int(fields.lookupField(named))
    places = (fields.lookupField(name) for name in VALUE_FIELDS)
    return next((place for place in places if place >= 0 and holds_classes(fields.at(place))), -1)


def _renderer_colors(layer: QgsVectorLayer, field: str) -> Mapping[str, Color]:
    """Return the colours of a renderer that is categorized by the class field.

    As in QGIS, a category has the values that read as its own, whatever their
    type, and may list several.
    """
    renderer = layer.renderer()
    if not isinstance(renderer, QgsCategorizedSymbolRenderer):
        return {}
    if _unquoted(renderer.classAttribute()).lower() != field.lower():
        return {}
    colors = {}
    for category in renderer.categories():
        value = category.value()
        for each in value if isinstance(value, list) else [value]:
            colors[spelled(class_reading(each))] = category.symbol().color().getRgb()[:3]
    return colors


def _unquoted(attribute: str) -> str:
    """Return the field that a renderer names, as itself or as an expression quotes it."""
    if len(attribute) > 1 and attribute[0] == attribute[-1] == '"':
        return attribute[1:-1].replace('""', '"')
    return attribute
