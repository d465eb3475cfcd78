"""Which files, tables and features the layers of a call are read from, so that a change is noticed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, Callable

from qgis.core import (
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsMapLayer,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from ..export.inputs.input_files import States, local_file, raster_files, table_files
from ..export.inputs.watched import Watch, Watched, WatchedFiles, WatchedTable, digest_of
from ..imagery.file import FilePixels
from ..imagery.imagery import Imagery
from ..imagery.source import AroundPixels
from ..labels.features.class_values import class_reading
from ..labels.features.layer_classes import LayerClasses
from ..labels.panoptic.two_layers import TwoLayers
from ..labels.raster.raster_labels import RasterLabels
from ..labels.rows.layer_rows import features_of
from ..labels.source import LabelSource
from .inputs import Inputs
from .parameters import names as p
from .splits.polygons import SPLIT_FIELD

_FEATURES = 256  # between looks at Cancel
_SQLITE = ("GPKG", "SQLite")


def watch_on(inputs: Inputs, imagery: Imagery, labels: LabelSource, second: Imagery | None = None) -> Watch:
    """Return what notices that an input changes; to be called in the layers' thread.

    Args:
        inputs: the layers.
        imagery: the pixels.
        labels: the labels, not opened.
        second: the pixels of a second raster, None for none.
    """
    watched: list[Watched] = [_raster(p.IN_RASTER, inputs.raster, imagery)]
    if second is not None and inputs.second is not None:
        watched.append(_raster(p.IN_RASTER2, inputs.second, second))
    classes = labels.classes if isinstance(labels, TwoLayers) else labels
    watched += _labels(p.IN_CLASS_DATA, inputs.labels, inputs.class_field, classes)
    if inputs.labels is not None and inputs.selected is not None:
        watched.append(WatchedSelection(inputs.labels.name(), inputs.selected))
    if isinstance(labels, TwoLayers):
        instances = inputs.instances
        watched += _labels(p.IN_INSTANCE_DATA, instances.layer, instances.field, labels.instances)
    if inputs.mask_polygons is not None:
        watched += _table(p.IN_MASK_POLYGONS, inputs.mask_polygons, "")
    if inputs.split_polygons is not None:
        watched += _table(p.SPLIT_POLYGONS, inputs.split_polygons, SPLIT_FIELD)
    return Watch(watched)


def _labels(parameter: str, layer: QgsMapLayer | None, named: str, source: LabelSource) -> list[Watched]:
    """Return what labels are read from, nothing where there are none."""
    if isinstance(source, RasterLabels):
        return [_raster(parameter, layer, source.imagery)]
    return _table(parameter, layer, named) if isinstance(layer, QgsVectorLayer) else []


def _raster(parameter: str, layer: QgsMapLayer, imagery: Imagery) -> Watched:
    """Return the files of a raster; one of a service has none."""
    pixels = imagery.pixels
    while isinstance(pixels, AroundPixels):
        pixels = pixels.source
    if isinstance(pixels, FilePixels):
        return WatchedFiles(parameter, raster_files(pixels.dataset))
    path = _path(layer)
    return WatchedFiles(parameter, [path] if path else [])


def _table(parameter: str, layer: QgsVectorLayer, named: str) -> list[Watched]:
    """Return what a vector layer is read from: a table, files, or only its features."""
    path = _path(layer)
    watched: list[Watched] = []
    if path is not None and layer.dataProvider().storageType().split(" ")[0] in _SQLITE:
        watched.append(WatchedTable(parameter, path, _decoded(layer).get("layerName") or ""))
    elif path is not None:
        watched.append(WatchedFiles(parameter, table_files(path)))
    if not watched or layer.isEditable() or layer.vectorJoins():
        whole = layer.isEditable() or layer.dataProvider().name() == "memory"
        watched.append(WatchedFeatures(parameter, layer, named, whole))
    return watched


def _decoded(layer: QgsMapLayer) -> dict[str, Any]:
    provider = layer.dataProvider()
    found: dict[str, Any] = QgsProviderRegistry.instance().decodeUri(provider.name(), layer.source())
    return found


def _path(layer: QgsMapLayer) -> str | None:
    """Return the file that a layer names, None for a service, a database server or memory."""
    if layer.dataProvider().name() == "memory":
        return None
    path = _decoded(layer).get("path")
    return local_file(str(path)) if path else None


class WatchedSelection:
    """Which features are selected: the selection at the start is that of the whole export."""

    parameter = p.SELECTED_ONLY
    is_quick = True

    def __init__(self, name: str, fids: Collection[int]) -> None:
        """Take the selection.

        Args:
            name: of the layer.
            fids: ids of the selected features.
        """
        self._name, self._fids = name, sorted(fids)

    def states(self, stop: Callable[[], None]) -> States:
        """Return the state of the selection."""
        return {self._name: digest_of([self._fids], stop)}


class WatchedFeatures:
    """Features of which no file is known: their ids and classes, and where that is cheap their shapes."""

    is_quick = False

    def __init__(self, parameter: str, layer: QgsVectorLayer, named: str, whole: bool) -> None:
        """Take what is needed of a layer; to be called in its thread.

        Args:
            parameter: what the user sees the layer as.
            layer: the layer.
            named: the field that the user named, "" for none.
            whole: look at geometries too.
        """
        self.parameter = parameter
        self._source: QgsFeatureSource = QgsVectorLayerFeatureSource(layer)
        self._name = layer.name()
        self._edited = layer.isEditable()
        self._whole = whole
        classes = LayerClasses.of(layer, named)
        self._fields = [place for place in (classes.value, classes.name, *classes.colors) if place >= 0]

    def states(self, stop: Callable[[], None]) -> States:
        """Return the state of the features.

        Raises:
            ExportError: they cannot be read any more.
        """
        return {self._name: digest_of(self._blocks(), stop)}

    def _blocks(self) -> Iterator[list[tuple[object, ...]]]:
        request = QgsFeatureRequest().setSubsetOfAttributes(self._fields)
        if not self._whole:
            request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        block: list[tuple[object, ...]] = []
        for feature in features_of(self._source, request, self._edited, self.parameter):
            shape = feature.geometry().asWkb().data() if self._whole else None
            values = [class_reading(feature.attribute(place)) for place in self._fields]
            block.append((feature.id(), repr(values), shape))
            if len(block) == _FEATURES:
                yield block
                block = []
        yield block
