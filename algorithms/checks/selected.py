"""Which features of the label layer are labels: those that pass a filter, of these perhaps the selected."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import QgsMapLayer, QgsVectorLayer

from ...chipping.errors import ExportError
from ...chipping.messages import Message


def selected_ids(layer: QgsMapLayer) -> frozenset[int]:
    """Return the ids of the selected features; to be called in the layer's thread.

    Args:
        layer: the label layer.

    Raises:
        ExportError: there are none.
    """
    if not isinstance(layer, QgsVectorLayer):
        message = "SELECTED_ONLY: {name} is a raster, in which nothing can be selected; leave it off."
        raise ExportError(message, name=layer.name())
    if not layer.selectedFeatureCount():
        message = "SELECTED_ONLY: no feature of {name} is selected; select some, or leave it off."
        raise ExportError(message, name=layer.name())
    return frozenset(layer.selectedFeatureIds())


def taken_features(layer: QgsMapLayer, selected_only: bool) -> tuple[Message, ...]:
    """Return what the log says of features that are left, or taken though others are selected.

    To be called in the layer's thread.

    Args:
        layer: the label layer.
        selected_only: only selected features are labels.
    """
    if not isinstance(layer, QgsVectorLayer):
        return ()
    return (*_filter(layer), *_selection(layer, selected_only))


def _filter(layer: QgsVectorLayer) -> Iterator[Message]:
    if layer.subsetString():
        message = "{name} has a filter ({filter}); only the features that pass it are exported."
        yield Message(message, name=layer.name(), filter=layer.subsetString())


def _selection(layer: QgsVectorLayer, selected_only: bool) -> Iterator[Message]:
    counts = {"count": layer.selectedFeatureCount(), "total": layer.featureCount(), "name": layer.name()}
    if selected_only:
        message = "{count} of {total} features of {name} are selected; only these are exported."
        yield Message(message, **counts)
    elif counts["count"]:
        message = (
            "{count} of {total} features of {name} are selected; all are exported. SELECTED_ONLY takes the "
            "selected ones alone."
        )
        yield Message(message, **counts)
