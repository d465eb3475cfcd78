"""The features of a layer as rows, through QGIS."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Protocol

from osgeo import gdal
from qgis.core import QgsFeature, QgsFeatureRequest, QgsFeatureSource, QgsRectangle

from ...chipping.errors import ExportError

Row = tuple[int, object, bytes]
"""Id of a feature, value of its class field, and its geometry as well-known binary, b"" for none."""


class Rows(Protocol):
    """The features of a layer."""

    def meeting(self, extent: QgsRectangle | None) -> Iterator[Row]:
        """Yield the features that may meet an extent in the layer's CRS, all for None.

        Raises:
            ExportError: the layer cannot be read any more; QGIS would say that it has no features.
        """

    def of(self, fids: Collection[int]) -> Iterator[Row]:
        """Yield some features by their ids; raises the same."""

    def attributes(self, fields: Sequence[int]) -> Iterator[tuple[int, tuple[object, ...]]]:
        """Yield the id of each feature, and its values of some fields of the layer; raises the same."""


class LayerRows:
    """The features of a layer, as QGIS gives them."""

    def __init__(self, source: QgsFeatureSource, field: int, edited: bool) -> None:
        """Keep where features come from.

        Args:
            source: the features, safe to read in any thread.
            field: index of the class field, -1 for none.
            edited: the layer has unsaved edits, see ``features_of``.
        """
        self._source = source
        self._field = field
        self._edited = edited

    def meeting(self, extent: QgsRectangle | None) -> Iterator[Row]:
        """Yield the features that may meet an extent; see ``Rows``."""
        request = self._request()
        if extent is not None:
            request.setFilterRect(extent)
        return self._rows(request)

    def of(self, fids: Collection[int]) -> Iterator[Row]:
        """Yield some features by their ids; see ``Rows``."""
        request = self._request()
        request.setFilterFids(list(fids))
        return self._rows(request)

    def attributes(self, fields: Sequence[int]) -> Iterator[tuple[int, tuple[object, ...]]]:
        """Yield values of all features; see ``Rows``."""
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        request.setSubsetOfAttributes(list(fields))
        for feature in features_of(self._source, request, self._edited):
            yield feature.id(), tuple(map(feature.attribute, fields))

    def _request(self) -> QgsFeatureRequest:
        """Return a request for all features, with no attribute but the class."""
        return QgsFeatureRequest().setSubsetOfAttributes([self._field] if self._field >= 0 else [])

    def _rows(self, request: QgsFeatureRequest) -> Iterator[Row]:
        for feature in features_of(self._source, request, self._edited):
            value = feature.attribute(self._field) if self._field >= 0 else None
            yield feature.id(), value, feature.geometry().asWkb().data()


def features_of(
    source: QgsFeatureSource, request: QgsFeatureRequest, edited: bool, parameter: str = "IN_CLASS_DATA"
) -> Iterator[QgsFeature]:
    """Yield the features that are asked for.

    Args:
        source: where they are.
        request: which are wanted, and what of them.
        edited: the layer has unsaved edits; then its iterators call themselves
            invalid though they are not.
        parameter: what the user sees the layer as.

    Raises:
        ExportError: the layer cannot be read any more; QGIS would say that it has no features.
    """
    gdal.ErrorReset()
    iterator = source.getFeatures(request)
    readable = iterator.isValid() or edited
    yield from iterator
    if not readable or gdal.GetLastErrorType() >= gdal.CE_Failure:
        raise unreadable(gdal.GetLastErrorMsg(), parameter)


def unreadable(reason: str, parameter: str = "IN_CLASS_DATA") -> ExportError:
    """Return what to raise where features cannot be read.

    Args:
        reason: what GDAL says, "" for nothing.
        parameter: what the user sees the layer as.
    """
    return ExportError(
        "{parameter}: the features cannot be read: {reason}",
        parameter=parameter,
        reason=reason or "the layer does not open",
    )
