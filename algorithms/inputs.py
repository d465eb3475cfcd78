"""Read and check what the user gave, before anything is written.

Every caller meets these checks: the dialog and qgis_process through
``checkParameterValues``, a model (which never calls that) through
``prepareAlgorithm``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsField,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ..chipping.errors import ExportError
from ..chipping.readable import length_text
from ..export.options import NOT_SAID, ExportOptions, Processes
from ..export.splits.planning import check_percents
from ..imagery.open import Area
from ..labels.features.class_values import holds_classes
from .checks.given import check_extent_crs, check_no_area, is_given, no_area, no_labels, no_raster, shown
from .checks.mixed_types import gives_polygons, polygons_beside
from .checks.object_size import check_object_size
from .checks.polygon_layer import polygon_layer
from .checks.selected import selected_ids
from .checks.split_layer import split_layer
from .checks.sublayers import check_table
from .parameters import names as p
from .parameters import table
from .parameters.kinds import Given, Length, Setting, Switch, Values
from .parameters.processes import read_processes


@dataclass(frozen=True)
class Inputs:
    """The layers and settings of a run, each checked by itself.

    Attributes:
        raster: the imagery.
        labels: the label layer.
        folder: where the export goes.
        class_field: the field the user named, "" for none.
        radius: radius of the area around each feature (units of the label layer).
        selected: ids of the label layer's features that are wanted, None for all.
        options: the settings.
        area: which pixels of the imagery are wanted.
        split_polygons: polygons that decide on the split, None for none.
        mask_polygons: polygons of the area whose labels are complete, None where all are.
        plan_only: nothing is to be written, only to be said.
        processes: which are to make the chips.
    """

    raster: QgsRasterLayer
    labels: QgsMapLayer
    folder: Path
    class_field: str
    radius: float
    selected: frozenset[int] | None
    options: ExportOptions
    area: Area
    split_polygons: QgsVectorLayer | None = None
    mask_polygons: QgsVectorLayer | None = None
    plan_only: bool = False
    processes: Processes = NOT_SAID

    @property
    def is_split(self) -> bool:
        """Whether chips are in train, valid or test."""
        return self.options.is_split or self.split_polygons is not None

    @property
    def layers(self) -> dict[str, QgsMapLayer]:
        """The layers that are given, by their parameter."""
        layers = {
            p.IN_RASTER: self.raster,
            p.IN_CLASS_DATA: self.labels,
            p.IN_MASK_POLYGONS: self.mask_polygons,
            p.SPLIT_POLYGONS: self.split_polygons,
        }
        return {name: layer for name, layer in layers.items() if layer is not None}

    @property
    def is_class_raster(self) -> bool:
        """Whether labels are a classified raster."""
        return isinstance(self.labels, QgsRasterLayer)


def read_inputs(alg: QgsProcessingAlgorithm, values: Values, context: QgsProcessingContext) -> Inputs:
    """Return the checked inputs; to be called in the layers' thread.

    Args:
        alg: the algorithm, which knows how to read its parameters.
        values: what the user gave.
        context: where layers are looked up.

    Raises:
        ExportError: a value is unusable; the message names the parameter.
    """
    given = Given(alg, values, context)
    raster = _raster(alg, values, context)
    labels = _labels(alg, values, context)
    _check_two_layers(raster, labels)
    field = alg.parameterAsString(values, p.CLASS_VALUE_FIELD, context)
    options = _options(given)
    split, mask = (polygon_layer(given, name) for name in (p.SPLIT_POLYGONS, p.IN_MASK_POLYGONS))
    return Inputs(
        raster=raster,
        labels=labels,
        folder=_folder(alg, values, context),
        class_field=_class_field(labels, field),
        radius=_radius(labels, alg.parameterAsDouble(values, p.BUFFER_RADIUS, context)),
        selected=selected_ids(labels) if options.selected_only else None,
        options=options,
        area=_area(given, raster, options),
        split_polygons=split_layer(split, options),
        mask_polygons=mask,
        plan_only=Switch().read(given, p.PLAN_ONLY),
        processes=read_processes(given),
    )


def check_acceptable(alg: QgsProcessingAlgorithm, values: Values, context: QgsProcessingContext) -> None:
    """Refuse what QGIS itself would refuse without naming the value.

    Raises:
        ExportError: a value is of the wrong kind.
    """
    for row in table.parameters():
        definition = alg.parameterDefinition(row.name)
        if row.name in values and not definition.checkValueIsAcceptable(values[row.name], context):
            raise row.kind.unacceptable(row.name, shown(values[row.name]))


def _raster(alg: QgsProcessingAlgorithm, values: Values, context: QgsProcessingContext) -> QgsRasterLayer:
    layer = alg.parameterAsRasterLayer(values, p.IN_RASTER, context)
    if layer is None or not layer.isValid():
        raise no_raster(values.get(p.IN_RASTER))
    _name(layer)
    return layer


def _name(layer: QgsMapLayer) -> None:
    """Give a name to a layer without one, as QGIS makes of the text of a web service."""
    if not layer.name():
        layer.setName(layer.publicSource())


def _labels(alg: QgsProcessingAlgorithm, values: Values, context: QgsProcessingContext) -> QgsMapLayer:
    layer: QgsMapLayer = alg.parameterAsLayer(values, p.IN_CLASS_DATA, context)
    if layer is None or not layer.isValid():
        raise no_labels(values.get(p.IN_CLASS_DATA))
    _name(layer)
    if not isinstance(layer, (QgsVectorLayer, QgsRasterLayer)):
        raise ExportError("IN_CLASS_DATA: {name} is neither a vector nor a raster layer.", name=layer.name())
    if isinstance(layer, QgsVectorLayer):
        check_table(layer)
    return layer


def _check_two_layers(raster: QgsRasterLayer, labels: QgsMapLayer) -> None:
    """Refuse the imagery as its own labels."""
    if labels.providerType() == raster.providerType() and labels.source() == raster.source():
        message = "IN_CLASS_DATA: {name} is the input raster itself; choose the layer that holds the labels."
        raise ExportError(message, name=labels.name())


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


def _folder(alg: QgsProcessingAlgorithm, values: Values, context: QgsProcessingContext) -> Path:
    text = alg.parameterAsString(values, p.OUT_FOLDER, context)
    if not text:
        raise ExportError("OUT_FOLDER: no folder is given.")
    return Path(text)


def _area(given: Given, raster: QgsRasterLayer, options: ExportOptions) -> Area:
    """Return which pixels are wanted; the extent in the raster's CRS."""
    value = given.values.get(p.EXTENT)
    extent = given.alg.parameterAsExtent(given.values, p.EXTENT, given.context, raster.crs())
    check_extent_crs(value)
    if extent.isEmpty() and is_given(value):
        raise no_area(value, raster)
    cell_size = Length().read(given, p.CELL_SIZE)
    if options.in_pixels:
        check_no_area(p.EXTENT, is_given(value))
        check_no_area(p.CELL_SIZE, cell_size is not None)
    return Area(None if extent.isEmpty() else extent, cell_size, options.bands, options.in_pixels)


def _options(given: Given) -> ExportOptions:
    """Return the settings: of each row that becomes one, what was read."""
    options = ExportOptions(
        **{
            row.option: row.as_option(row.kind.read(given, row.name))
            for row in table.parameters()
            if isinstance(row.kind, Setting) and row.option
        }
    )
    check_percents(options)
    check_object_size(options)
    return options
