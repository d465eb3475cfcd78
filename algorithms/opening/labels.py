"""The class data and the polygons of a call as its chips need them."""

from __future__ import annotations

from qgis.core import QgsVectorLayer

from ...labels.features.feature_labels import FeatureLabels
from ...labels.filters import ObjectFilter
from ...labels.open import Placement, feature_labels, raster_labels
from ...labels.raster.raster_labels import RasterLabels
from ...labels.regions.polygon_layer import PolygonLayer
from ...labels.selection import feature_source
from ..inputs import Inputs


def labels_of(inputs: Inputs, placement: Placement) -> FeatureLabels | RasterLabels:
    """Return the labels, not opened; to be called in the layer's thread.

    Args:
        inputs: layers and settings.
        placement: where labels are wanted.

    Raises:
        ExportError: the layer cannot be read.
    """
    options = inputs.options
    wanted = ObjectFilter(options.min_polygon_overlap_ratio, options.min_object_size)
    if inputs.is_class_raster:
        return raster_labels(inputs.labels, placement, wanted)
    features = feature_source(inputs.labels, inputs.selected)
    labels = feature_labels(inputs.labels, features, inputs.class_field, inputs.radius, placement, wanted)
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
