"""The class data as the user gave them: the layer, its field, its radius and its selection."""

from __future__ import annotations

import math
from dataclasses import dataclass

from qgis.core import QgsField, QgsMapLayer, QgsRasterLayer, QgsVectorLayer

from ...chipping.errors import ExportError
from ...chipping.readable import length_text
from ...export.options import ExportOptions
from ...labels.features.class_values import holds_classes
from ...writers import LABEL_FORMATS
from ..checks.given import no_labels
from ..checks.mixed_types import gives_polygons, polygons_beside
from ..checks.selected import selected_ids
from ..checks.sublayers import check_table
from ..parameters import names as p
from ..parameters.kinds import Given


@dataclass(frozen=True)
class ClassData:
    """The labels that are given.

    Attributes:
        layer: the label layer, None where the export has no labels.
        field: the field the user named, "" for none.
        radius: radius of the area around each feature (units of the layer).
        selected: ids of the features that are wanted, None for all.
    """

    layer: QgsMapLayer | None = None
    field: str = ""
    radius: float = 0.0
    selected: frozenset[int] | None = None


NO_DATA = ClassData()
"""Of no layer."""


def read_class_data(given: Given, options: ExportOptions) -> ClassData:
    """Return the class data; to be called in the layer's thread.

    Args:
        given: what the user gave.
        options: the settings.

    Raises:
        ExportError: they are unusable; the message names the parameter.
    """
    layer = _layer(given, options.metadata_format)
    field = given.alg.parameterAsString(given.values, p.CLASS_VALUE_FIELD, given.context)
    radius = given.alg.parameterAsDouble(given.values, p.BUFFER_RADIUS, given.context)
    return ClassData(
        layer,
        _class_field(layer, field),
        _radius(layer, radius),
        selected_ids(layer) if options.selected_only else None,
    )


def read_instances(given: Given, options: ExportOptions) -> ClassData:
    """Return the instance data, of no layer where the format has none; to be called in the layer's thread.

    Args:
        given: what the user gave.
        options: the settings.

    Raises:
        ExportError: they are unusable; the message names the parameter of class data.
    """
    if LABEL_FORMATS[options.metadata_format].instances is None:
        return NO_DATA
    layer = _layer(given, options.metadata_format, p.IN_INSTANCE_DATA)
    if isinstance(layer, QgsVectorLayer) and not gives_polygons(layer):
        message = "IN_CLASS_DATA: {name} has points or lines; give polygons or a classified raster."
        raise ExportError(message, name=layer.name())
    field = given.alg.parameterAsString(given.values, p.INSTANCE_CLASS_VALUE_FIELD, given.context)
    return ClassData(layer, _class_field(layer, field))


def named(layer: QgsMapLayer) -> QgsMapLayer:
    """Return a layer with a name, which QGIS does not give to one that it makes of the text of a service."""
    if not layer.name():
        layer.setName(layer.publicSource())
    return layer


def _layer(given: Given, metadata_format: str, parameter: str = p.IN_CLASS_DATA) -> QgsMapLayer:
    layer: QgsMapLayer = given.alg.parameterAsLayer(given.values, parameter, given.context)
    if layer is None or not layer.isValid():
        raise no_labels(given.values.get(parameter), metadata_format)
    named(layer)
    if not isinstance(layer, (QgsVectorLayer, QgsRasterLayer)):
        raise ExportError("IN_CLASS_DATA: {name} is neither a vector nor a raster layer.", name=layer.name())
    if isinstance(layer, QgsVectorLayer):
        check_table(layer)
    return layer


def _radius(layer: QgsMapLayer, radius: float) -> float:
    """Return the buffer radius where it suits the kind of label."""
    if not 0 <= radius < math.inf:
        raise ExportError("BUFFER_RADIUS: {radius} is not a distance from 0.", radius=length_text(radius))
    if isinstance(layer, QgsRasterLayer):
        if radius > 0:
            raise ExportError(
                "BUFFER_RADIUS: {name} is a raster, which has no radius; set it to 0.", name=layer.name()
            )
    elif radius == 0 and not gives_polygons(layer):
        raise _without_polygons(layer)
    return radius


def _without_polygons(layer: QgsVectorLayer) -> ExportError:
    """Return what is to be said of a layer of points or lines without a radius."""
    source = polygons_beside(layer)
    if not source:
        message = (
            "BUFFER_RADIUS: {name} has points or lines, which need a radius above 0 in units of that layer."
        )
        return ExportError(message, name=layer.name())
    message = (
        "IN_CLASS_DATA: {name} is the points or lines of a file that mixes types of geometry; choose its "
        "polygons with {source}, or set BUFFER_RADIUS above 0."
    )
    return ExportError(message, name=layer.name(), source=source)


def _class_field(layer: QgsMapLayer, name: str) -> str:
    if isinstance(layer, QgsRasterLayer):
        if name:
            raise ExportError(
                "CLASS_VALUE_FIELD: {layer} is a raster and has no field {name}; leave it empty.",
                layer=layer.name(),
                name=name,
            )
        return name
    fields = layer.fields()
    if name and fields.lookupField(name) < 0:
        raise ExportError(
            "CLASS_VALUE_FIELD: {layer} has no field {name}; its fields are {fields}.",
            layer=layer.name(),
            name=name,
            fields=", ".join(fields.names()) or "-",
        )
    if name:
        _check_class_field(layer, fields.at(fields.lookupField(name)))
    return name


def _check_class_field(layer: QgsVectorLayer, field: QgsField) -> None:
    """Refuse a field whose values cannot be classes, or whose name cannot be given."""
    if not holds_classes(field):
        raise ExportError(
            "CLASS_VALUE_FIELD: {name} is a field of type {type}, which holds no classes; fields of {layer} "
            "that can are {fields}.",
            name=field.name(),
            type=field.typeName() or "-",
            layer=layer.name(),
            fields=", ".join(each.name() for each in layer.fields() if holds_classes(each)) or "-",
        )
    if ";" in field.name():
        raise ExportError(
            "CLASS_VALUE_FIELD: QGIS takes the name {name} for a list of fields, since it has a semicolon; "
            "rename that field.",
            name=field.name(),
        )
