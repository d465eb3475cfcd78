"""Is a layer one of polygons?"""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsVectorLayer, QgsWkbTypes

from ...chipping.errors import ExportError
from ..parameters.kinds import Given
from .given import is_given, shown


def polygon_layer(given: Given, name: str) -> QgsVectorLayer | None:
    """Return the layer of a parameter that takes polygons, None where none is given.

    Args:
        given: what the user gave.
        name: the parameter.

    Raises:
        ExportError: it is no layer of polygons.
    """
    value = given.values.get(name)
    if not is_given(value):
        return None
    layer: QgsMapLayer | None = given.alg.parameterAsVectorLayer(given.values, name, given.context)
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
        raise ExportError(
            "{parameter}: {value} is not a vector layer that QGIS can open; choose a layer of polygons.",
            parameter=name,
            value=shown(value),
        )
    if layer.geometryType() != QgsWkbTypes.GeometryType.PolygonGeometry:
        message = "{parameter}: {name} is not a layer of polygons; choose one."
        raise ExportError(message, parameter=name, name=layer.name())
    return layer
