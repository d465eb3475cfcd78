"""Can a layer split the chips?"""

from __future__ import annotations

from typing import Any

from qgis.core import QgsMapLayer, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtCore import QMetaType

from ...chipping.errors import ExportError
from ...export.options import ExportOptions
from ..splits.polygons import SPLIT_FIELD
from .given import is_given, shown


def split_layer(layer: QgsMapLayer | None, value: Any, options: ExportOptions) -> QgsVectorLayer | None:
    """Return the layer of SPLIT_POLYGONS, None where none is given.

    Args:
        layer: what QGIS makes of the value.
        value: what the user gave.
        options: the settings.

    Raises:
        ExportError: it is no layer of polygons with a text field ``split``, or shares are given too.
    """
    if not is_given(value):
        return None
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
        raise ExportError(
            "SPLIT_POLYGONS: {value} is not a vector layer that QGIS can open; choose a layer of polygons.",
            value=shown(value),
        )
    if layer.geometryType() != QgsWkbTypes.GeometryType.PolygonGeometry:
        message = "SPLIT_POLYGONS: {name} is not a layer of polygons; choose one."
        raise ExportError(message, name=layer.name())
    place = layer.fields().lookupField(SPLIT_FIELD)
    if place < 0 or not _is_text(layer.fields().at(place)):
        raise ExportError(
            "SPLIT_POLYGONS: {name} has no text field split, which says train, valid or test; its fields are "
            "{fields}.",
            name=layer.name(),
            fields=", ".join(layer.fields().names()) or "-",
        )
    if options.is_split or options.split_block_size is not None:
        raise ExportError(
            "SPLIT_POLYGONS: polygons decide on the split, not shares; set VALIDATION_PERCENT and "
            "TEST_PERCENT to 0, and leave SPLIT_BLOCK_SIZE empty."
        )
    return layer


def _is_text(field: Any) -> bool:
    return bool(field.type() == QMetaType.Type.QString)
