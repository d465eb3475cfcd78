"""Kinds of parameters that stand for layers, for what belongs to a layer, and for files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterDistance,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorLayer,
    QgsProcessingUtils,
)

from ...chipping.errors import ExportError
from ..translation import tr
from .kinds import Given, Kind

_FIELD_BOX = __name__.rpartition(".parameters.")[0] + ".field_widget.LayerFieldWidget"


def source_text(layer: QgsMapLayer | None) -> str | None:
    """Return what names a layer in a call; a layer in memory is known by its name."""
    if layer is None:
        return None
    provider, source = layer.dataProvider().name(), layer.source()
    if provider == "memory":
        return str(layer.name())
    path, bar, options = source.partition("|")
    if Path(path).exists():
        source = f"{Path(path).resolve()}{bar}{options}"
    if provider not in ("gdal", "ogr"):
        source = QgsProcessingUtils.encodeProviderKeyAndUri(provider, source)
    return str(source)


@dataclass(frozen=True)
class Distance(Kind):
    """A distance from 0 in units of a layer.

    Attributes:
        layer: the parameter that holds the layer.
    """

    layer: str
    takes = "number ≥ 0"

    def declared(self, name: str, label: str, default: Any) -> QgsProcessingParameterDefinition:
        """Return a distance, which the dialog shows with the layer's unit."""
        return QgsProcessingParameterDistance(
            name, label, default, parentParameterName=self.layer, minValue=0.0
        )

    def recorded(self, given: Given, name: str) -> float:
        """Return the number."""
        return float(given.alg.parameterAsDouble(given.values, name, given.context))

    def unacceptable(self, name: str, value: str) -> ExportError:
        """Return that the value is no number."""
        message = "{name}: {value} is not a number; give a distance in units of the labels' layer."
        return ExportError(message, name=name, value=value)


class Raster(Kind):
    """A raster layer."""

    takes = "raster layer"

    def declared(self, name: str, label: str, default: Any) -> QgsProcessingParameterDefinition:
        """Return a raster layer."""
        return QgsProcessingParameterRasterLayer(name, label, default)

    def recorded(self, given: Given, name: str) -> str | None:
        """Return the source of the layer."""
        return source_text(given.alg.parameterAsRasterLayer(given.values, name, given.context))


class OptionalRaster(Raster):
    """A raster layer, which need not be given."""

    def declared(self, name: str, label: str, default: Any) -> QgsProcessingParameterDefinition:
        """Return an optional raster layer."""
        return QgsProcessingParameterRasterLayer(name, label, default, optional=True)


class PolygonInput(Kind):
    """A vector layer of polygons, which need not be given."""

    takes = "polygon layer"

    def declared(self, name: str, label: str, default: Any) -> QgsProcessingParameterDefinition:
        """Return an optional vector layer."""
        types = [QgsProcessing.SourceType.TypeVectorPolygon]
        return QgsProcessingParameterVectorLayer(name, label, types, default, optional=True)

    def recorded(self, given: Given, name: str) -> str | None:
        """Return the source of the layer."""
        return source_text(given.alg.parameterAsVectorLayer(given.values, name, given.context))


class LabelLayer(Kind):
    """A vector layer with geometries, or a raster layer, which only some formats need."""

    takes = "layer"

    def declared(self, name: str, label: str, default: Any) -> QgsProcessingParameterDefinition:
        """Return a map layer of these types."""
        types = [QgsProcessing.SourceType.TypeVectorAnyGeometry, QgsProcessing.SourceType.TypeRaster]
        return QgsProcessingParameterMapLayer(name, label, default, optional=True, types=types)

    def recorded(self, given: Given, name: str) -> str | None:
        """Return the source of the layer."""
        return source_text(given.alg.parameterAsLayer(given.values, name, given.context))


@dataclass(frozen=True)
class LayerField(Kind):
    """A field of a layer, which may be a raster and then has none; it need not be given.

    Attributes:
        layer: the parameter that holds the layer.
    """

    layer: str

    @property
    def takes(self) -> str:
        """Whose field."""
        return f"field of `{self.layer}`"

    def declared(self, name: str, label: str, default: Any) -> QgsProcessingParameterDefinition:
        """Return an optional field with a box of its own: that of QGIS cannot follow a raster."""
        field = QgsProcessingParameterField(
            name, label, default, parentLayerParameterName=self.layer, optional=True
        )
        field.setMetadata({"widget_wrapper": {"class": _FIELD_BOX}})
        return field

    def recorded(self, given: Given, name: str) -> str | None:
        """Return the name of the field."""
        return str(given.alg.parameterAsString(given.values, name, given.context)) or None

    def unacceptable(self, name: str, value: str) -> ExportError:
        """Return that the value is not one field."""
        return ExportError("{name}: {value} is not the name of one field.", name=name, value=value)


class Extent(Kind):
    """A rectangle on the map, which need not be given."""

    takes = "extent"

    def declared(self, name: str, label: str, default: Any) -> QgsProcessingParameterDefinition:
        """Return an optional extent."""
        return QgsProcessingParameterExtent(name, label, default, optional=True)

    def recorded(self, given: Given, name: str) -> str | None:
        """Return the rectangle in its own CRS: x min, x max, y min, y max."""
        extent = given.alg.parameterAsExtent(given.values, name, given.context)
        if extent.isEmpty():
            return None
        sides = (extent.xMinimum(), extent.xMaximum(), extent.yMinimum(), extent.yMaximum())
        crs = given.alg.parameterAsExtentCrs(given.values, name, given.context)
        return ",".join(map(repr, sides)) + (f" [{crs.authid()}]" if crs.authid() else "")


class Destination(Kind):
    """Where something is written."""

    def recorded(self, given: Given, name: str) -> None:
        """Return nothing: what is written is the same anywhere."""

    def unacceptable(self, name: str, value: str) -> ExportError:
        """Return that the value is no path."""
        return ExportError("{name}: {value} is not a path; give one as text.", name=name, value=value)


class Folder(Destination):
    """A folder that is written to."""

    takes = "folder"

    def declared(self, name: str, label: str, default: Any) -> QgsProcessingParameterDefinition:
        """Return a folder destination."""
        return QgsProcessingParameterFolderDestination(name, label, default)


class HtmlFile(Destination):
    """An HTML file, written if it is asked for: the dialog does so unless it is told otherwise."""

    takes = "HTML file"

    def declared(self, name: str, label: str, default: Any) -> QgsProcessingParameterDefinition:
        """Return an optional file destination."""
        files = tr("HTML files (*.html)")
        return QgsProcessingParameterFileDestination(name, label, files, default, True, createByDefault=True)


class PolygonLayer(Destination):
    """A vector layer of polygons, written if it is asked for."""

    takes = "vector layer"

    def declared(self, name: str, label: str, default: Any) -> QgsProcessingParameterDefinition:
        """Return an optional feature sink."""
        polygons = QgsProcessing.SourceType.TypeVectorPolygon
        return QgsProcessingParameterFeatureSink(
            name, label, type=polygons, defaultValue=default, optional=True, createByDefault=False
        )
