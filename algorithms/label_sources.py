"""From the label layer to a source of labels on the image's grid."""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsRectangle,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from ..chipping.chip import Need
from ..chipping.errors import ExportError
from ..chipping.grid import Grid, PixelFrame, Window
from ..chipping.imagery import Imagery, wkt
from ..chipping.imagery_area import sides_of
from ..chipping.labels_class_raster import ClassRaster
from ..chipping.labels_classes import class_scheme
from ..chipping.labels_from_features import FeatureLabels
from ..chipping.labels_from_raster import RasterLabels
from ..chipping.labels_raster_names import raster_names
from ..chipping.readable import extent_text, length_text
from .inputs import Inputs
from .parameters import IN_CLASS_DATA


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
        """Return the way from a CRS to the image's; where one is missing it is taken as the other."""
        if crs.isValid() and self.crs.isValid():
            return QgsCoordinateTransform(crs, self.crs, self.context)
        same = QgsCoordinateReferenceSystem()
        return QgsCoordinateTransform(same, same, self.context)


def feature_labels(inputs: Inputs, placement: Placement) -> FeatureLabels:
    """Return the labels of a vector layer; to be called in its thread.

    Raises:
        ExportError: its classes cannot be used.
    """
    layer = inputs.labels
    labels = FeatureLabels(
        QgsVectorLayerFeatureSource(layer),
        class_scheme(layer, inputs.class_field),
        placement.from_crs(layer.crs()),
        (placement.frame, placement.grid),
        placement.need,
        inputs.radius,
    )
    labels.edited = layer.isEditable()
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
    to_image = placement.from_crs(layer.crs())
    same = to_image.isShortCircuited()
    raster = ClassRaster(
        imagery=imagery,
        names=raster_names(layer),
        frame=placement.frame,
        crs_wkt="" if same else wkt(placement.crs),
        from_image=QgsCoordinateTransform(to_image.destinationCrs(), to_image.sourceCrs(), placement.context),
        operation=to_image.coordinateOperation(),
    )
    return RasterLabels(raster, placement.frame, placement.grid, placement.need)


def crs_warnings(inputs: Inputs) -> list[ExportError]:
    """Return what is to be said of the layers' CRS."""
    with_crs = {layer: layer.crs().isValid() for layer in (inputs.raster, inputs.labels)}
    warnings = []
    if any(with_crs.values()) and not all(with_crs.values()):
        lacking = next(layer for layer, valid in with_crs.items() if not valid)
        message = "{name} has no coordinate reference system; it is taken to be that of the other layer."
        warnings.append(ExportError(message, name=lacking.name()))
    if inputs.radius > 0 and inputs.labels.crs().isGeographic():
        message = "BUFFER_RADIUS: {radius} is in {unit}, the unit of {name}."
        unit = QgsUnitTypes.toString(inputs.labels.crs().mapUnits())
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
    labels = _extent_on_image(inputs, placement)
    if isinstance(layer, QgsVectorLayer) and layer.featureCount() == 0:
        problem = ExportError("IN_CLASS_DATA: {name} has no features.", name=layer.name())
    elif labels is not None and not labels.intersects(raster):
        problem = ExportError(
            "IN_CLASS_DATA: no label lies on the raster; labels extend over {labels}, the raster over "
            "{raster} (in the raster's coordinates).",
            labels=extent_text(sides_of(labels), min(frame.cell_x, frame.cell_y)),
            raster=extent_text(sides_of(raster), min(frame.cell_x, frame.cell_y)),
        )
    else:
        return []
    if needs_label:
        raise problem
    return [problem]


def _extent_on_image(inputs: Inputs, placement: Placement) -> QgsRectangle | None:
    """Return the labels' extent in the image's CRS, None where it cannot be told or transformed."""
    try:
        extent = QgsRectangle(inputs.labels.extent())
    except Exception:  # of a memory layer with an infinite coordinate; it has no type of its own
        return None
    if extent.xMinimum() > extent.xMaximum():  # QGIS knows none of a memory layer of collections
        return None
    extent.grow(inputs.radius)
    try:
        return placement.from_crs(inputs.labels.crs()).transformBoundingBox(extent)
    except QgsCsException:
        return None
