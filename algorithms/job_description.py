"""What was asked for, so that an unfinished export knows its own call again."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from pathlib import Path
from typing import Any

from qgis.core import QgsMapLayer, QgsVectorLayer

from ..chipping.classes import ClassTable
from ..chipping.redaction import without_secrets
from ..export.job import SecondImages
from ..imagery.imagery import Imagery
from .inputs import Inputs
from .parameters import names as p
from .parameters import table


def describe_call(inputs: Inputs, imagery: Imagery, second: SecondImages | None, tool: str) -> dict[str, Any]:
    """Return what decides on the bytes of an export, by the parameter that the user sees.

    Args:
        inputs: layers and settings.
        imagery: the pixels.
        second: a second image of each chip, None for none.
        tool: name and version of this tool.
    """
    call: dict[str, Any] = {
        row.name: getattr(inputs.options, row.option) for row in table.parameters() if row.option
    }
    call["version"] = tool
    call[p.IN_RASTER] = [source_of(inputs.raster), asdict(imagery.profile), asdict(imagery.frame)]
    if second is not None and inputs.second is not None:
        own = second.pixels.imagery
        call[p.IN_RASTER2] = [source_of(inputs.second), asdict(second.profile), asdict(own.frame)]
    if inputs.labels is not None:
        call[p.IN_CLASS_DATA] = _labels(inputs.labels)
    if inputs.instances.layer is not None:
        call[p.IN_INSTANCE_DATA] = _labels(inputs.instances.layer)
        call[p.INSTANCE_CLASS_VALUE_FIELD] = inputs.instances.field
    call[p.CLASS_VALUE_FIELD] = inputs.class_field
    call[p.BUFFER_RADIUS] = inputs.radius
    if inputs.mask_polygons is not None:
        call[p.IN_MASK_POLYGONS] = _labels(inputs.mask_polygons)
    if inputs.split_polygons is not None:
        call[p.SPLIT_POLYGONS] = _labels(inputs.split_polygons)
    return call


def describe_classes(classes: ClassTable) -> list[list[Any]]:
    """Return a class table as JSON can hold it."""
    return [[each.value, each.name, list(each.color)] for each in classes]


def _labels(layer: QgsMapLayer) -> list[Any]:
    described: list[Any] = [source_of(layer), layer.crs().authid() or layer.crs().toProj()]
    if isinstance(layer, QgsVectorLayer):
        described.append(layer.subsetString())
    return described


def source_of(layer: QgsMapLayer) -> str:
    """Return a fingerprint of where a layer comes from, without what is secret and may be renewed.

    A file is known by its whole path, wherever the call is made from; a memory
    layer has a new source in every session and is known by its name.
    """
    provider = layer.dataProvider().name()
    source = layer.name() if provider == "memory" else layer.source()
    path, _, options = source.partition("|")
    if Path(path).exists():
        source = f"{Path(path).resolve()}|{options}"
    return hashlib.sha256(
        f"{provider}:{without_secrets(source)}".encode("utf-8", "surrogatepass")
    ).hexdigest()[:16]
