"""The features of a layer, or only those that are selected in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from qgis.core import QgsFeature, QgsFeatureRequest, QgsVectorLayer, QgsVectorLayerFeatureSource


class SelectedFeatures:
    """A source of features that has only some of another's, in its order.

    Requests are left to the other source: not every provider takes ids and a rectangle together.
    """

    def __init__(self, source: Any, fids: Collection[int]) -> None:
        """Keep which features there are.

        Args:
            source: all features, safe to read in any thread.
            fids: ids of those that are wanted.
        """
        self._source = source
        self._fids = frozenset(fids)

    @property
    def count(self) -> int:
        """How many features there are."""
        return len(self._fids)

    def getFeatures(self, request: QgsFeatureRequest) -> _SomeFeatures:  # noqa: N802 - as QGIS names it
        """Return those features that are asked for and wanted.

        Args:
            request: which are asked for, and what of them.
        """
        return _SomeFeatures(self._source.getFeatures(request), self._fids)


class _SomeFeatures:
    """Goes through features, and leaves out those that are not wanted."""

    def __init__(self, features: Any, fids: frozenset[int]) -> None:
        self._features = features
        self._fids = fids

    def isValid(self) -> bool:  # noqa: N802 - as QGIS names it
        """Return whether the features can be read."""
        return bool(self._features.isValid())

    def __iter__(self) -> Iterator[QgsFeature]:
        return (feature for feature in self._features if feature.id() in self._fids)


def feature_source(layer: QgsVectorLayer, selected: Collection[int] | None) -> Any:
    """Return the features of a layer, to be read in any thread; to be called in the layer's.

    Args:
        layer: the layer.
        selected: ids of the features that are wanted, None for all.
    """
    source = QgsVectorLayerFeatureSource(layer)
    return source if selected is None else SelectedFeatures(source, selected)
