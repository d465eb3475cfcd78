"""The class data and the polygons of a call as its chips need them."""

from __future__ import annotations

from qgis.core import QgsRasterLayer, QgsVectorLayer

from ...chipping.chip import Need
from ...labels.features.feature_labels import FeatureLabels
from ...labels.filters import ObjectFilter
from ...labels.no_labels import NoLabels
from ...labels.open import Placement, feature_labels, raster_labels
from ...labels.panoptic.two_layers import TwoLayers, said_of_instances
from ...labels.raster.raster_labels import RasterLabels
from ...labels.regions.polygon_layer import PolygonLayer
from ...labels.selection import feature_source
from ...labels.source import LabelSource
from ..inputs import Inputs
from ..reading.class_data import ClassData


def labels_of(inputs: Inputs, placement: Placement) -> LabelSource:
    """Return the labels, not opened, with the instances beside them; to be called in the layers' thread.

    Args:
        inputs: layers and settings.
        placement: where labels are wanted.

    Raises:
        ExportError: a layer cannot be read.
    """
    if inputs.labels is None:
        return NoLabels()
    data = ClassData(inputs.labels, inputs.class_field, inputs.radius, inputs.selected)
    labels = _of_layer(data, inputs, placement)
    if inputs.instances.layer is None:
        return labels
    with said_of_instances():
        masks = placement._replace(need=Need.MASKS)
        return TwoLayers(labels, _of_layer(inputs.instances, inputs, masks))


def _of_layer(data: ClassData, inputs: Inputs, placement: Placement) -> FeatureLabels | RasterLabels:
    """Return the labels of a layer, not opened."""
    options = inputs.options
    wanted = ObjectFilter(options.min_polygon_overlap_ratio, options.min_object_size)
    if isinstance(data.layer, QgsRasterLayer):
        return raster_labels(data.layer, placement, wanted)
    features = feature_source(data.layer, data.selected)
    labels = feature_labels(data.layer, features, data.field, data.radius, placement, wanted)
    labels.keeps_outlines = inputs.options.blacken_around_feature
    return labels


def polygons_of(
    parameter: str, layer: QgsVectorLayer | None, placement: Placement, field: str = ""
) -> PolygonLayer | None:
    """Return the polygons of a layer, None where there is none; to be called in the layer's thread.

    Args:
        parameter: what gave the layer.
        layer: the polygons.
        placement: where they are wanted.
        field: the field that is read of them, "" for none.
    """
    if layer is None:
        return None
    return PolygonLayer.of(parameter, layer, placement.way_from(layer.crs()), placement.crs, field)
