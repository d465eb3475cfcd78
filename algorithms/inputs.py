"""Read and check what the user gave, before anything is written.

Every caller meets these checks: the dialog and qgis_process through
``checkParameterValues``, a model (which never calls that) through
``prepareAlgorithm``.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ..chipping.errors import ExportError
from ..export.options import NOT_SAID, ExportOptions, Processes
from ..export.splits.planning import check_percents
from ..export.splits.split_file import StoredSplit
from ..imagery.open import Area
from ..labels.panoptic.two_layers import said_of_instances
from ..writers import LABEL_FORMATS
from .checks.given import check_extent_crs, check_no_area, is_given, no_area, no_raster, shown
from .checks.object_size import check_object_size
from .checks.polygon_layer import polygon_layer
from .checks.split_layer import split_layer
from .parameters import names as p
from .parameters import table
from .parameters.kinds import Given, Length, Setting, Switch, Values
from .parameters.processes import read_processes
from .reading.class_data import NO_DATA, ClassData, named, read_class_data, read_instances
from .reading.unlabelled import has_labels, unused, without


@dataclass(frozen=True)
class Inputs:
    """The layers and settings of a run, each checked by itself.

    Attributes:
        raster: the imagery.
        labels: the label layer, None where the format has no labels.
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
        second: a second raster, None for none.
        instances: the instance data, of no layer where there are none.
        unused: parameters that are given though the format takes no notice of them.
        split_before: the split of chips that are planned before, None where those in the folder have one.
    """

    raster: QgsRasterLayer
    labels: QgsMapLayer | None
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
    second: QgsRasterLayer | None = None
    instances: ClassData = NO_DATA
    unused: tuple[str, ...] = ()
    split_before: StoredSplit | None = None

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
            p.IN_INSTANCE_DATA: self.instances.layer,
            p.IN_RASTER2: self.second,
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
    raster = _raster(given, p.IN_RASTER)
    options = _options(given)
    in_vain = unused(given, options)
    options = without(options, in_vain)
    labels = read_class_data(given, options) if has_labels(options) else NO_DATA
    _check_two_layers(raster, labels.layer)
    with said_of_instances():
        instances = read_instances(given, options)
        _check_two_layers(raster, instances.layer)
    split, mask = (polygon_layer(given, name) for name in (p.SPLIT_POLYGONS, p.IN_MASK_POLYGONS))
    return Inputs(
        raster=raster,
        labels=labels.layer,
        folder=_folder(alg, values, context),
        class_field=labels.field,
        radius=labels.radius,
        selected=labels.selected,
        options=options,
        area=_area(given, raster, options),
        split_polygons=split_layer(split, options),
        mask_polygons=mask,
        plan_only=Switch().read(given, p.PLAN_ONLY),
        processes=read_processes(given),
        second=_second(given, raster, options),
        instances=instances,
        unused=in_vain,
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


def _raster(given: Given, name: str) -> QgsRasterLayer:
    layer = given.alg.parameterAsRasterLayer(given.values, name, given.context)
    if layer is None or not layer.isValid():
        raise no_raster(given.values.get(name), name)
    return named(layer)


def _second(given: Given, raster: QgsRasterLayer, options: ExportOptions) -> QgsRasterLayer | None:
    """Return the second raster, None where none is given.

    Raises:
        ExportError: it is none, or the first, or the format has one image for each chip.
    """
    is_needed = LABEL_FORMATS[options.metadata_format].needs_second
    if not is_given(given.values.get(p.IN_RASTER2)):
        if is_needed:
            message = "IN_RASTER2: no second raster is given, which {format} needs."
            raise ExportError(message, format=options.metadata_format)
        return None
    takers = [name for name, each in LABEL_FORMATS.items() if each.layout.second]
    if options.metadata_format not in takers:
        raise ExportError(
            "IN_RASTER2: {format} has one image for each chip; leave it empty, or choose one of {formats}.",
            format=options.metadata_format,
            formats=", ".join(takers),
        )
    layer = _raster(given, p.IN_RASTER2)
    if layer.providerType() == raster.providerType() and layer.source() == raster.source():
        message = "IN_RASTER2: {name} is the input raster itself; choose another raster, or leave it empty."
        raise ExportError(message, name=layer.name())
    return layer


def _check_two_layers(raster: QgsRasterLayer, labels: QgsMapLayer | None) -> None:
    """Refuse the imagery as its own labels."""
    if labels is None:
        return
    if labels.providerType() == raster.providerType() and labels.source() == raster.source():
        message = "IN_CLASS_DATA: {name} is the input raster itself; choose the layer that holds the labels."
        raise ExportError(message, name=labels.name())


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
