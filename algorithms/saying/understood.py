"""The log's first lines: what was understood of the raster, the labels and what will not be written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsRasterLayer,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...chipping.frame import PixelFrame
from ...chipping.messages import Message
from ...export.job import SecondImages
from ...imagery.imagery import Imagery
from ...imagery.placement import GCPS, GEOTRANSFORM, NONE, RPC
from ...labels.open import Placement, crs_of
from ..checks.selected import taken_features
from ..inputs import Inputs


def understood(
    inputs: Inputs, imagery: Imagery, placement: Placement, second: SecondImages | None
) -> tuple[Message, ...]:
    """Return what is to be exported, as it was understood; to be called in the layers' thread.

    Args:
        inputs: layers and settings.
        imagery: the pixels.
        placement: where labels are wanted.
        second: a second image of each chip, None for none.
    """
    return (
        _raster(inputs, imagery.unstretched()),
        *([] if second is None else [_second(crs_of(inputs.second), second.pixels.imagery)]),
        *_in_pixels(inputs, placement),
        *_labels(inputs, placement),
        _not_written(inputs),
    )


def _raster(inputs: Inputs, imagery: Imagery) -> Message:
    frame, in_pixels = imagery.frame, inputs.options.in_pixels
    crs = QgsCoordinateReferenceSystem() if in_pixels else crs_of(inputs.raster)
    return Message(
        "Raster: {name}. Pixels to export: {width} x {height}; bands: {bands}; type: {type}; cell size: "
        "{cell}; CRS: {crs}.",
        name=imagery.name,
        width=frame.width,
        height=frame.height,
        bands=imagery.profile.band_count,
        type=imagery.profile.dtype,
        cell=_cell(frame, crs),
        crs=_named_crs(crs),
    )


def _second(crs: QgsCoordinateReferenceSystem, own: Imagery) -> Message:
    return Message(
        "Second raster: {name}. Bands: {bands}; type: {type}; cell size: {cell}; CRS: {crs}; of its pixels "
        "the nearest are taken.",
        name=own.name,
        bands=own.profile.band_count,
        type=own.profile.dtype,
        cell=_cell(own.frame, crs),
        crs=_named_crs(crs),
    )


def _in_pixels(inputs: Inputs, placement: Placement) -> Iterator[Message]:
    """Yield how labels come into the raster's own rows and columns, where they are to."""
    if not inputs.options.in_pixels or inputs.labels is None:
        return
    if inputs.is_class_raster:
        yield Message("Chips are cut in rows and columns of the raster; class pixels lie on its own.")
        return
    way: Any = placement.from_crs(crs_of(inputs.labels))
    yield {
        GEOTRANSFORM: Message("Chips are cut in rows and columns; the geotransform brings labels there."),
        GCPS: Message("Chips are cut in rows and columns; the control points bring labels there."),
        RPC: Message("Chips are cut in rows and columns; the camera model (RPC) brings labels there."),
        NONE: Message("Chips are cut in rows and columns of the raster, which nothing places on the map."),
    }[way.placement.kind]


def _cell(frame: PixelFrame, crs: QgsCoordinateReferenceSystem) -> str:
    """Return the size of a pixel, with its unit where that is known."""
    across, down = f"{frame.cell_x:.6g}", f"{frame.cell_y:.6g}"
    size = across if across == down else f"{across} x {down}"
    return f"{size} {QgsUnitTypes.toString(crs.mapUnits())}" if crs.isValid() else size


def _labels(inputs: Inputs, placement: Placement) -> tuple[Message, ...]:
    """Return what the labels are, nothing where there are none."""
    if inputs.labels is None:
        return ()
    return _label_layer(inputs.labels, placement), *taken_features(inputs.labels, inputs.selected is not None)


def _label_layer(layer: QgsMapLayer, placement: Placement) -> Message:
    crs = crs_of(layer)
    values = {"name": layer.name(), "crs": _named_crs(crs)}
    is_other = not placement.from_crs(crs).isShortCircuited()
    if isinstance(layer, QgsRasterLayer):
        size = {"width": layer.width(), "height": layer.height()}
        message = "Labels: {name}, a class raster. Pixels: {width} x {height}; CRS: {crs}, as the raster's."
        if is_other:
            message = (
                "Labels: {name}, a class raster. Pixels: {width} x {height}; CRS: {crs}, transformed to the "
                "raster's."
            )
        return Message(message, **values, **size)
    message = "Labels: {name}. Features: {count} ({kind}); CRS: {crs}, as the raster's."
    if is_other:
        message = "Labels: {name}. Features: {count} ({kind}); CRS: {crs}, transformed to the raster's."
    kind = QgsWkbTypes.displayString(layer.wkbType())
    return Message(message, **values, count=_count(layer), kind=kind)


def _count(layer: QgsVectorLayer) -> str:
    """Return the number of a layer's features; not every provider knows it."""
    count = layer.featureCount()
    return str(count) if count >= 0 else "?"


def _named_crs(crs: QgsCoordinateReferenceSystem) -> str:
    return str(crs.userFriendlyIdentifier()) if crs.isValid() else "-"


def _not_written(inputs: Inputs) -> Message:
    """Return which chips are left out whatever the labels are."""
    if inputs.options.only_with_features:
        return Message("Chips without a label or without a valid pixel will be left out.")
    if inputs.labels is None:
        return Message("Chips without a valid pixel will be left out.")
    return Message("Chips without a valid pixel will be left out; those without labels are written.")
