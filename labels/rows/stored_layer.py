"""Whether a layer shows the features of a file as they are, so that GDAL can be asked for many at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from osgeo import ogr
from qgis.core import QgsField, QgsFields, QgsProviderRegistry, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtCore import QMetaType

_OGR = "ogr"
_TEXTS = {"GPKG", "GeoJSON"}  # whose texts are UTF-8, whatever the layer's properties say
_FORMATS = {*_TEXTS, "ESRI Shapefile"}
_NUMBERS = (QMetaType.Type.Int, QMetaType.Type.LongLong, QMetaType.Type.Double)
_PARTS = {"path", "layerName", "layerId", "openOptions"}  # of a source that says nothing else
_SHAPES = (
    *(QgsWkbTypes.Type.Point, QgsWkbTypes.Type.LineString),
    *(QgsWkbTypes.Type.Polygon, QgsWkbTypes.Type.MultiPolygon),
)
"""Types whose shapes are plain, see ``plain_wkb``: of others each would be asked of QGIS by itself."""


class StoredLayer(NamedTuple):
    """The features of a file.

    Attributes:
        path: of the file.
        options: open options that it was opened with.
        layer: name of the layer in it, "" for the only one.
        fields: names in the file of fields that GDAL reads as QGIS does, by their index in QGIS's layer.
    """

    path: str
    options: tuple[str, ...]
    layer: str
    fields: Mapping[int, str]


def stored_layer(layer: QgsVectorLayer) -> StoredLayer | None:
    """Return what a layer shows, None where that is more or less than a file holds.

    To be called in the layer's thread. Edits, filters, choices of geometry types and encodings are QGIS's.
    """
    if layer.dataProvider().name() != _OGR or not hasattr(ogr.Layer, "GetArrowStreamAsNumPy"):
        return None
    storage = layer.dataProvider().storageType()
    if storage not in _FORMATS or layer.isEditable() or layer.subsetString():
        return None
    if layer.wkbType() not in _SHAPES:
        return None
    parts = QgsProviderRegistry.instance().decodeUri(_OGR, layer.source())
    if not parts.get("path") or any(value for key, value in parts.items() if key not in _PARTS):
        return None
    options = tuple(parts.get("openOptions") or ())
    fields = _fields(layer.fields(), layer.dataProvider().fields(), storage in _TEXTS)
    return StoredLayer(str(parts["path"]), options, str(parts.get("layerName") or ""), fields)


def _fields(shown: QgsFields, stored: QgsFields, texts: bool) -> dict[int, str]:
    """Return the names of fields by their index; see ``StoredLayer``."""
    own = [
        place
        for place in range(shown.count())
        if shown.fieldOrigin(place) == QgsFields.FieldOrigin.OriginProvider
    ]
    found = {place: stored.at(shown.fieldOriginIndex(place)) for place in own}
    return {place: field.name() for place, field in found.items() if _is_plain(field, texts)}


def _is_plain(field: QgsField, texts: bool) -> bool:
    """Return whether GDAL gives the values of a field as QGIS does."""
    if field.subType() != QMetaType.Type.UnknownType:
        return False
    return field.type() in _NUMBERS or (texts and field.type() == QMetaType.Type.QString)
