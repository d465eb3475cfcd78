"""Layers that mix types of geometry: whether they hold polygons, and how to choose them."""

from __future__ import annotations

from qgis.core import QgsFeatureRequest, QgsProviderRegistry, QgsVectorLayer, QgsWkbTypes

_OGR = "ogr"
_MIXING = (_OGR, "spatialite", "virtual")  # providers that give features of another type than the layer's
_CHOSEN = "geometryType"  # part of a source: the type that QGIS keeps of a layer that mixes types
_POLYGONS = QgsWkbTypes.GeometryType.PolygonGeometry
_ANY = QgsWkbTypes.GeometryType.UnknownGeometry  # of collections


def gives_polygons(layer: QgsVectorLayer) -> bool:
    """Return whether a layer gives polygons, or collections, which may hold some.

    A file opened by its path has the type of its first feature and gives all.
    """
    if layer.geometryType() in (_POLYGONS, _ANY):
        return True
    if layer.dataProvider().name() not in _MIXING:
        return False
    request = QgsFeatureRequest().setSubsetOfAttributes([])
    types = (QgsWkbTypes.geometryType(each.geometry().wkbType()) for each in layer.getFeatures(request))
    return any(kind in (_POLYGONS, _ANY) for kind in types)


def polygons_beside(layer: QgsVectorLayer) -> str:
    """Return the source of the polygons in the file of which a layer keeps another type, "" for none."""
    if layer.dataProvider().name() != _OGR:
        return ""
    registry = QgsProviderRegistry.instance()
    parts = registry.decodeUri(_OGR, layer.source())
    if not parts.pop(_CHOSEN, ""):
        return ""
    whole = registry.encodeUri(_OGR, parts)
    opened = QgsVectorLayer(whole, "", _OGR)
    return f"{whole}|geometrytype=Polygon" if opened.isValid() and gives_polygons(opened) else ""
