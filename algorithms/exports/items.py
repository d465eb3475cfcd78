"""The files of a mosaic as layers, and whether their chips go into one set."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from qgis.core import QgsRasterLayer

from ...chipping.chip import ImageProfile
from ...chipping.errors import ExportError, NothingToExportError
from ...export.splits.split_file import crs_name
from ..inputs import Inputs
from ..opening.imagery import opened_imagery


class Item(NamedTuple):
    """What the chips of a file are like.

    Attributes:
        path: the file.
        profile: of its chips.
    """

    path: str
    profile: ImageProfile


def layers_of(files: Sequence[str], mosaic: QgsRasterLayer) -> list[QgsRasterLayer]:
    """Return the files as layers.

    Args:
        files: of the mosaic.
        mosaic: the whole.

    Raises:
        ExportError: one cannot be read, or has other bands than the mosaic.
    """
    layers = []
    for file in files:
        layer = QgsRasterLayer(file)
        if not layer.isValid():
            message = "PROCESSING_MODE: {path}, a file of {name}, is no raster that QGIS can open."
            raise ExportError(message, path=file, name=mosaic.name())
        if layer.bandCount() != mosaic.bandCount():
            raise ExportError(
                "PROCESSING_MODE: {path} has {bands} bands, and {name}, of which it is a file, {count}; "
                "choose PROCESS_AS_MOSAICKED_IMAGE.",
                path=file,
                bands=layer.bandCount(),
                name=mosaic.name(),
                count=mosaic.bandCount(),
            )
        layers.append(layer)
    return layers


def items_of(inputs: Iterable[Inputs]) -> list[Item]:
    """Return what the chips of files are like, without those that EXTENT leaves out; in the layers' thread.

    Args:
        inputs: of the export of each file.

    Raises:
        ExportError: a file cannot be exported.
    """
    items = []
    for each in inputs:
        try:
            imagery, _, _ = opened_imagery(each)
        except NothingToExportError:
            continue
        items.append(Item(each.raster.source(), imagery.profile))
    return items


def check_alike(items: Sequence[Item], is_split: bool) -> None:
    """Refuse files whose chips do not go into one set, before the first of them is written.

    Args:
        items: what the chips of each file are like.
        is_split: the set is split, which it is on one map.

    Raises:
        ExportError: two differ.
    """
    for item in items[1:]:
        _check_pixels(items[0], item)
        one, other = crs_name(items[0].profile), crs_name(item.profile)
        if is_split and one != other:
            raise ExportError(
                "PROCESSING_MODE: {path} and {other} have different coordinate reference systems, and blocks "
                "and polygons of a split lie in one; export without a split, or choose "
                "PROCESS_AS_MOSAICKED_IMAGE.",
                path=items[0].path,
                other=item.path,
            )


def _check_pixels(one: Item, other: Item) -> None:
    if one.profile.dtype != other.profile.dtype:
        raise ExportError(
            "PROCESSING_MODE: pixels of {path} are of type {type}, those of {other} of type {other_type}, "
            "and chips of one set are of one; set STRETCH, or choose PROCESS_AS_MOSAICKED_IMAGE.",
            path=one.path,
            type=one.profile.dtype,
            other=other.path,
            other_type=other.profile.dtype,
        )
    if one.profile.band_names != other.profile.band_names:
        raise ExportError(
            "PROCESSING_MODE: bands of {path} are named {names}, those of {other} {other_names}, and chips "
            "of one set have the same; choose PROCESS_AS_MOSAICKED_IMAGE.",
            path=one.path,
            names=", ".join(one.profile.band_names),
            other=other.path,
            other_names=", ".join(other.profile.band_names),
        )
