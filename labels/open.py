"""From the label layer to a source of labels on the image's grid."""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsMapLayer,
    QgsRectangle,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from ..algorithms.inputs import Inputs
from ..algorithms.parameters import IN_CLASS_DATA
from ..chipping.chip import Need
from ..chipping.errors import ExportError
from ..chipping.plan.grid import Grid, PixelFrame, Window
from ..chipping.readable import extent_text, length_text
from ..imagery.area import sides_of
from ..imagery.open import Imagery
from .features.feature_labels import FeatureLabels
from .features.layer_classes import LayerClasses
from .features.projection import goes_round, transformed_back
from .raster.class_raster import ClassRaster
from .raster.raster_labels import RasterLabels
from .raster.raster_names import raster_names


class Placement(NamedTuple):
    """Where labels are wanted, and as what.

    Attributes:
        frame: the image's pixels on the map.
        grid: the chips.
        crs: the image's CRS.
        context: the project's choice of transformations.
        need: what the label format takes beside boxes.
    """

    frame: PixelFrame
    grid: Grid
    crs: QgsCoordinateReferenceSystem
    context: QgsCoordinateTransformContext
    need: Need

    def from_crs(self, crs: QgsCoordinateReferenceSystem) -> QgsCoordinateTransform:
        """Return the way from a CRS to the image's; where one is missing it is taken as the other.

        Raises:
            ExportError: there is none; QGIS would take coordinates as they are.
        """
        if not (crs.isValid() and self.crs.isValid()):
            same = QgsCoordinateReferenceSystem()
            return QgsCoordinateTransform(same, same, self.context)
        way = QgsCoordinateTransform(crs, self.crs, self.context)
        if way.isValid() or crs == self.crs:
            return way
        raise ExportError(
            "IN_CLASS_DATA: no transformation leads from the coordinate reference system of the labels "
            "({labels}) to that of the raster ({raster}); correct the one that is wrong in the layer's "
            "properties, or georeference the labels in the raster's.",
            labels=crs.userFriendlyIdentifier(),
            raster=self.crs.userFriendlyIdentifier(),
        )


def crs_of(layer: QgsMapLayer) -> QgsCoordinateReferenceSystem:
    """Return a layer's CRS; QGIS gives none to a layer of collections, which its file may state."""
    if isinstance(layer, QgsVectorLayer) and not layer.isSpatial():
        return layer.dataProvider().crs()
    return layer.crs()


def feature_labels(inputs: Inputs, placement: Placement) -> FeatureLabels:
    """Return the labels of a vector layer; to be called in its thread."""
    layer = inputs.labels
    to_raster = placement.from_crs(crs_of(layer))
    labels = FeatureLabels(
        QgsVectorLayerFeatureSource(layer),
        LayerClasses.of(layer, inputs.class_field),
        to_raster,
        (placement.frame, placement.grid),
        placement.need,
        inputs.radius,
    )
    labels.edited = layer.isEditable()
    extent = _extent(inputs)
    labels.goes_round = extent is not None and goes_round(extent, to_raster)
    labels.report.total = max(0, layer.featureCount())
    return labels


def raster_labels(inputs: Inputs, placement: Placement) -> RasterLabels:
    """Return the labels of a classified raster; to be called in its thread.

    Raises:
        ExportError: it cannot be read as one.
    """
    layer = inputs.labels
    imagery = Imagery.of(layer, placement.grid.tile_x, placement.grid.tile_y, IN_CLASS_DATA)
    if imagery.profile.band_count != 1:
        raise ExportError(
            "IN_CLASS_DATA: {name} has {count} bands, but a classified raster has one; choose another layer, "
            "or make one of the band that holds the classes (Raster > Conversion > Translate).",
            name=layer.name(),
            count=imagery.profile.band_count,
        )
    to_image = placement.from_crs(crs_of(layer))
    raster = ClassRaster(
        imagery=imagery,
        names=raster_names(layer),
        frame=placement.frame,
        from_image=QgsCoordinateTransform(to_image.destinationCrs(), to_image.sourceCrs(), placement.context),
    )
    return RasterLabels(raster, placement.frame, placement.grid, placement.need)


def crs_warnings(inputs: Inputs) -> list[ExportError]:
    """Return what is to be said of the layers' CRS."""
    with_crs = {layer: crs_of(layer).isValid() for layer in (inputs.raster, inputs.labels)}
    warnings = []
    if any(with_crs.values()) and not all(with_crs.values()):
        lacking = next(layer for layer, valid in with_crs.items() if not valid)
        message = "{name} has no coordinate reference system; it is taken to be that of the other layer."
        warnings.append(ExportError(message, name=lacking.name()))
    if inputs.radius > 0 and crs_of(inputs.labels).isGeographic():
        message = "BUFFER_RADIUS: {radius} is in {unit}, the unit of {name}."
        unit = QgsUnitTypes.toString(crs_of(inputs.labels).mapUnits())
        warnings.append(
            ExportError(message, radius=length_text(inputs.radius), unit=unit, name=inputs.labels.name())
        )
    return warnings


def overlap_warnings(inputs: Inputs, placement: Placement, needs_label: bool) -> list[ExportError]:
    """Return a warning where labels and raster lie apart.

    Args:
        inputs: the layers.
        placement: where labels are wanted.
        needs_label: the export is of no use without a label.

    Raises:
        ExportError: they do, and the export needs a label.
    """
    layer = inputs.labels
    frame = placement.frame
    raster = QgsRectangle(*frame.extent(Window(0, 0, frame.width, frame.height)))
    to_raster = placement.from_crs(crs_of(layer))
    labels = _extent(inputs)
    there = _extent_on_image(labels, to_raster)
    if isinstance(layer, QgsVectorLayer) and layer.featureCount() == 0:
        problem = ExportError("IN_CLASS_DATA: {name} has no features.", name=layer.name())
    elif there is not None and not there.intersects(raster) and not _meets(labels, raster, to_raster):
        problem = ExportError(
            "IN_CLASS_DATA: no label lies on the raster; labels extend over {labels}, the raster over "
            "{raster} (in the raster's coordinates).",
            labels=extent_text(sides_of(there), min(frame.cell_x, frame.cell_y)),
            raster=extent_text(sides_of(raster), min(frame.cell_x, frame.cell_y)),
        )
    else:
        return []
    if needs_label:
        raise problem
    return [problem]


def _extent(inputs: Inputs) -> QgsRectangle | None:
    """Return the labels' extent in their own CRS, None where it cannot be told."""
    try:
        extent = QgsRectangle(inputs.labels.extent())
    except Exception:  # of a memory layer with an infinite coordinate; it has no type of its own
        return None
    if extent.xMinimum() > extent.xMaximum():  # QGIS knows none of a memory layer of collections
        return None
    extent.grow(inputs.radius)
    return extent


def _extent_on_image(extent: QgsRectangle | None, to_raster: QgsCoordinateTransform) -> QgsRectangle | None:
    """Return an extent in the image's CRS, None where it cannot be transformed."""
    if extent is None:
        return None
    try:
        there = to_raster.transformBoundingBox(extent)
    except QgsCsException:
        return None
    return there if there.isFinite() else None


def _meets(labels: QgsRectangle, raster: QgsRectangle, to_raster: QgsCoordinateTransform) -> bool:
    """Return whether labels meet the raster as their own CRS shows it.

    The other way round, the extent of the world or of an ocean becomes anything.
    """
    try:
        there = transformed_back(raster, to_raster)
    except QgsCsException:
        return False
    return bool(there.isFinite() and there.intersects(labels))
