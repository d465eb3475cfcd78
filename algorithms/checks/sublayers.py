"""Which layer is taken of a source that holds several."""

from __future__ import annotations

from typing import Any, NamedTuple

from qgis.core import QgsMapLayer, QgsProviderRegistry, QgsVectorLayer, QgsWkbTypes

from ...chipping.classes import shortened
from ...chipping.errors import ExportError
from ...chipping.messages import Message
from ...chipping.readable import listed

_SHOWN = 10  # layers that a sentence lists


class Sublayers(NamedTuple):
    """A source of several layers, of which none was chosen.

    Attributes:
        path: the source.
        taken: the layer that QGIS takes, which is the first.
        others: the others that have geometry.
    """

    path: str
    taken: str
    others: tuple[str, ...]

    @property
    def values(self) -> dict[str, str]:
        """What the sentences name, with what would choose another layer."""
        return {
            "path": self.path,
            "taken": shortened(self.taken),
            "example": f"{self.path}|layername={self.others[0]}",
            "others": listed(self.others, _SHOWN, shortened),
        }


def unchosen(layer: QgsMapLayer) -> Sublayers | None:
    """Return of which layers the first was taken, None where there was no other to choose."""
    if not isinstance(layer, QgsVectorLayer) or layer.providerType() != "ogr":
        return None
    registry = QgsProviderRegistry.instance()
    parts = registry.decodeUri("ogr", layer.source())
    if isinstance(parts.get("layerName"), str) or isinstance(parts.get("layerId"), int):
        return None
    if layer.dataProvider().subLayerCount() < 2:
        return None
    found = sorted(registry.providerMetadata("ogr").querySublayers(layer.source()), key=_place)
    shapeless = QgsWkbTypes.Type.NoGeometry
    others = tuple(each.name() for each in found[1:] if each.wkbType() != shapeless)
    return Sublayers(parts["path"], found[0].name(), others) if others else None


def _place(sublayer: Any) -> int:
    return int(sublayer.layerNumber())


def check_table(layer: QgsVectorLayer) -> None:
    """Refuse a table without geometry.

    Raises:
        ExportError: it is one; the message names the other layers of its source, if none was chosen.
    """
    if layer.geometryType() != QgsWkbTypes.GeometryType.NullGeometry:  # of collections it is not known
        return
    several = unchosen(layer)
    if several is None:
        raise ExportError("IN_CLASS_DATA: {name} is a table without geometry.", name=layer.name())
    raise ExportError(
        "IN_CLASS_DATA: {path} holds several layers, and the first, {taken}, is a table without geometry; "
        "choose another as in {example}. The others are {others}.",
        **several.values,
    )


def sublayer_warnings(layer: QgsMapLayer | None) -> list[Message]:
    """Return a warning where the user may not know which layer of a source was taken."""
    several = unchosen(layer)
    if several is None:
        return []
    return [
        Message(
            "IN_CLASS_DATA: {path} holds several layers, of which the first, {taken}, is taken; choose "
            "another as in {example}. The others are {others}.",
            **several.values,
        )
    ]
