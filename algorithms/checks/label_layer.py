"""What is to be said of the label layer and its place before any chip is written."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsRectangle,
    QgsUnitTypes,
    QgsVectorLayer,
)

from ...chipping.errors import NothingToExportError
from ...chipping.messages import Message
from ...chipping.readable import extent_text, length_text
from ...imagery.area import sides_of
from ...labels.features.projection import transformed_back
from ...labels.open import Placement, crs_of, labels_extent
from ..inputs import Inputs


def crs_warnings(inputs: Inputs) -> list[Message]:
    """Return what is to be said of the layers' CRS."""
    if inputs.labels is None:
        return []
    with_crs = {layer: crs_of(layer).isValid() for layer in (inputs.raster, inputs.labels)}
    warnings = []
    if any(with_crs.values()) and not all(with_crs.values()):
        lacking = next(layer for layer, valid in with_crs.items() if not valid)
        message = "{name} has no coordinate reference system; it is taken to be that of the other layer."
        warnings.append(Message(message, name=lacking.name()))
    if inputs.radius > 0 and crs_of(inputs.labels).isGeographic():
        message = "BUFFER_RADIUS: {radius} is in {unit}, the unit of {name}."
        unit = QgsUnitTypes.toString(crs_of(inputs.labels).mapUnits())
        warnings.append(
            Message(message, radius=length_text(inputs.radius), unit=unit, name=inputs.labels.name())
        )
    return warnings


def overlap_ratio_warnings(inputs: Inputs) -> list[Message]:
    """Return a warning where the share of features is asked of a class raster, which has none.

    Args:
        inputs: layers and settings.
    """
    if inputs.labels is None or not (inputs.is_class_raster and inputs.options.min_polygon_overlap_ratio):
        return []
    return [
        Message(
            "MIN_POLYGON_OVERLAP_RATIO is for features; the classified raster {name} takes no notice of it.",
            name=inputs.labels.name(),
        )
    ]


def overlap_warnings(inputs: Inputs, placement: Placement, needs_label: bool) -> list[Message]:
    """Return a warning where labels and raster lie apart.

    Args:
        inputs: the layers.
        placement: where labels are wanted.
        needs_label: the export is of no use without a label.

    Raises:
        ExportError: they do, and the export needs a label.
    """
    layer = inputs.labels
    if layer is None:
        return []
    frame = placement.frame
    raster = QgsRectangle(*frame.extent(frame.whole))
    to_raster = placement.from_crs(crs_of(layer))
    labels = labels_extent(layer, inputs.radius, inputs.selected is not None)
    there = _extent_on_image(labels, to_raster)
    if isinstance(layer, QgsVectorLayer) and layer.featureCount() == 0:
        problem = Message("IN_CLASS_DATA: {name} has no features.", name=layer.name())
    elif there is not None and not there.intersects(raster) and not _meets(labels, raster, to_raster):
        problem = Message(
            "IN_CLASS_DATA: no label lies on the raster; labels extend over {labels}, the raster over "
            "{raster} (in the raster's coordinates).",
            labels=extent_text(sides_of(there), min(frame.cell_x, frame.cell_y)),
            raster=extent_text(sides_of(raster), min(frame.cell_x, frame.cell_y)),
        )
    else:
        return []
    if needs_label:
        raise NothingToExportError.saying(problem)
    return [problem]


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
