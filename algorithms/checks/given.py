"""Say in words what the user gave, and that it is of the wrong kind."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsProcessingFeatureSourceDefinition,
    QgsProperty,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)

from ...chipping.errors import ExportError
from ...chipping.readable import extent_parameter, extent_text, length_text
from ...chipping.redaction import without_secrets
from ...imagery.area import sides_of

_CRS = re.compile(r"\[([^\]]*)\]\s*$")
_DIGITS = 1e-6  # share of an extent's sides that its numbers show
_LONGEST = 200  # characters
_SERVICE = re.compile(r"^(?:/vsicurl/)?[a-z]{3,}://(?!/)|(?:^|[&\s])url='?https?[:%]", re.IGNORECASE)
_SERVERS = ("wms", "wcs", "arcgismapserver", "arcgisfeatureserver", "WFS", "OAPIF", "postgres")
_FILES = ("gdal", "ogr")


def shown(value: Any) -> str:
    """Return a parameter's value as a person would name it: a layer by its name, a list by what it holds."""
    if isinstance(value, QgsMapLayer):
        return str(value.name() or value.publicSource())
    if isinstance(value, QgsRectangle):
        return extent_text(sides_of(value), max(value.width(), value.height(), 1.0) * _DIGITS)
    if isinstance(value, QgsProperty):
        return shown(value.staticValue()) or str(value.asExpression())
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        return shown(value.source)
    if isinstance(value, (list, tuple)):
        return "(" + ", ".join(map(shown, value)) + ")"
    if isinstance(value, float):
        return length_text(value)
    text = "" if value is None else str(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def is_given(value: Any) -> bool:
    """Return whether there is a value at all."""
    return value is not None and value != ""


def no_raster(value: Any, parameter: str = "IN_RASTER") -> ExportError:
    """Return what to say where a parameter, IN_RASTER if no other, is no raster layer."""
    if not is_given(value):
        return ExportError("{parameter}: no raster is given.", parameter=parameter)
    if isinstance(value, QgsVectorLayer) and value.isValid():
        message = "{parameter}: {value} is a vector layer; choose a raster."
        return ExportError(message, parameter=parameter, value=shown(value))
    silent = _without_answer(value)
    if silent is not None:
        return silent.said_of(parameter)
    if _is_path(value):
        message = "{parameter}: {value} is not a raster that QGIS can open; choose a raster file or layer."
        return ExportError(message, parameter=parameter, value=shown(value))
    return ExportError(
        "{parameter}: {value} is neither a raster file nor a raster layer of the project; check how it is "
        "spelled.",
        parameter=parameter,
        value=shown(value),
    )


def no_labels(value: Any, metadata_format: str) -> ExportError:
    """Return what to say where IN_CLASS_DATA is no layer."""
    if not is_given(value):
        message = "IN_CLASS_DATA: no class data are given, which {format} needs."
        return ExportError(message, format=metadata_format)
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        return ExportError(
            "IN_CLASS_DATA: {value} is asked for in part; choose the layer itself, and SELECTED_ONLY for its "
            "selection.",
            value=shown(value),
        )
    silent = _without_answer(value)
    if silent is not None:
        return silent.said_of("IN_CLASS_DATA")
    if _is_path(value):
        return ExportError(
            "IN_CLASS_DATA: {value} is not a vector or raster layer that QGIS can open; choose a file or "
            "layer of labels.",
            value=shown(value),
        )
    return ExportError(
        "IN_CLASS_DATA: {value} is neither a file nor a layer of the project; check how it is spelled.",
        value=shown(value),
    )


def _without_answer(value: Any) -> ExportError | None:
    """Return what to say of a layer, or of a service's address, behind which nothing answers.

    None for what is neither: a path, a name, or what is no text.
    """
    if isinstance(value, QgsMapLayer):
        return _invalid_layer(value)
    if isinstance(value, str) and _SERVICE.search(value):
        return ExportError(
            "no server answers for {value}, or it has no such layer; check the address and the network, and "
            "try again.",
            value=without_secrets(shown(value)),
        )
    return None


def _invalid_layer(layer: QgsMapLayer) -> ExportError:
    """Return why a layer cannot be read: its server, its file, or what is in it."""
    path = layer.source().partition("|")[0]
    if _SERVICE.search(layer.source()) or layer.providerType() in _SERVERS:
        return ExportError(
            "the server of the layer {value} does not answer, or no longer has it; check its address and "
            "the network, and try again.",
            value=shown(layer),
        )
    if layer.providerType() in _FILES and not _is_path(path):
        return ExportError(
            "the file of the layer {value} is gone ({path}); bring it back, or choose another layer.",
            value=shown(layer),
            path=path,
        )
    return ExportError(
        "the layer {value} is not valid, since its source cannot be opened.", value=shown(layer)
    )


def _is_path(value: Any) -> bool:
    """Return whether a text names something on the disk."""
    try:
        return isinstance(value, str) and Path(value).exists()
    except (OSError, ValueError):
        return False


def no_area(value: Any, raster: QgsRasterLayer) -> ExportError:
    """Return what to say where EXTENT is no area, with one that would be."""
    extent = raster.extent()
    cell = max(extent.width() / max(raster.width(), 1), extent.width() * _DIGITS) or 1.0
    return ExportError(
        "EXTENT: {value} is not an area; give left, right, bottom and top, as in {example}.",
        value=shown(value),
        example=extent_parameter(sides_of(extent), cell, raster.crs().authid()),
    )


def check_extent_crs(value: Any) -> None:
    """Refuse an extent in a CRS that QGIS does not know, which it would take for the raster's.

    Raises:
        ExportError: it is.
    """
    found = _CRS.search(value) if isinstance(value, str) else None
    if found is not None and not QgsCoordinateReferenceSystem(found[1].strip()).isValid():
        raise ExportError(
            "EXTENT: {crs} is not a coordinate reference system that QGIS knows; give a code such as "
            "EPSG:4326.",
            crs=found[1],
        )


def check_no_area(parameter: str, given: bool) -> None:
    """Refuse a part of the map, or pixels of another size, where chips lie in the raster's rows and columns.

    Args:
        parameter: that asks for it.
        given: it does.

    Raises:
        ExportError: it does.
    """
    if given:
        raise ExportError(
            "{parameter}: with REFERENCE_SYSTEM PIXEL_SPACE the whole raster is cut in its own pixels; leave "
            "it empty, or choose MAP_SPACE.",
            parameter=parameter,
        )
