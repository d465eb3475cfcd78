"""Can a layer of polygons split the chips?"""

from __future__ import annotations

from typing import Any

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QMetaType

from ...chipping.errors import ExportError
from ...export.options import ExportOptions
from ..splits.polygons import SPLIT_FIELD


def split_layer(layer: QgsVectorLayer | None, options: ExportOptions) -> QgsVectorLayer | None:
    """Return the layer of SPLIT_POLYGONS, None where none is given.

    Args:
        layer: of polygons.
        options: the settings.

    Raises:
        ExportError: it has no text field ``split``, or shares are given too.
    """
    if layer is None:
        return None
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
