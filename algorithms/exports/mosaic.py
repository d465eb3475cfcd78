"""Which files a mosaic is made of."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any

from osgeo import gdal, ogr
from qgis.core import QgsRasterLayer

from ...chipping.gdal_calls import opened_quietly
from ...chipping.untrusted.safe_xml import safe_root

_LOCATION = "location"
"""Field of a tile index that names the files, unless the index says another one (GDAL, "GTI")."""


def files_of_mosaic(layer: QgsRasterLayer) -> list[str]:
    """Return the files that a virtual raster or a tile index takes its pixels from, each once, in its order.

    There are none where the layer is no mosaic, or one that does not say its files.

    Args:
        layer: a raster.
    """
    if layer.dataProvider().name() != "gdal":
        return []
    source = layer.source()
    dataset = opened_quietly(lambda: gdal.OpenEx(source.partition("|")[0], gdal.OF_RASTER))
    if dataset is None:
        return []
    driver = dataset.GetDriver().ShortName
    found = _of_virtual(dataset) if driver == "VRT" else _of_index(dataset) if driver == "GTI" else ()
    return list(dict.fromkeys(found))


def _of_virtual(dataset: Any) -> Iterator[str]:
    """Yield the file of each source of the bands of a virtual raster."""
    folder = posixpath.dirname(dataset.GetDescription().replace("\\", "/"))
    for number in range(1, dataset.RasterCount + 1):
        sources = dataset.GetRasterBand(number).GetMetadata("vrt_sources") or {}
        for name in sorted(sources, key=_number):
            file = safe_root(sources[name].encode("utf-8")).find("SourceFilename")
            if file is not None and file.text:
                relative = file.get("relativeToVRT") == "1"
                yield posixpath.join(folder, file.text) if relative else file.text


def _number(name: str) -> int:
    """Return the number behind ``source_``."""
    digits = name.rpartition("_")[2]
    return int(digits) if digits.isdigit() else 0


def _of_index(dataset: Any) -> Iterator[str]:
    """Yield the files of a tile index, in the order of its features."""
    path = dataset.GetDescription().partition("GTI:")[2] or dataset.GetDescription()
    index = opened_quietly(lambda: ogr.Open(path))
    layer = index.GetLayer(0) if index is not None else None
    if layer is None:
        return
    field = layer.GetMetadataItem("LOCATION_FIELD") or _LOCATION
    folder = posixpath.dirname(path.replace("\\", "/"))
    for feature in layer:
        file = feature.GetField(field)
        if file:
            yield file if posixpath.isabs(file) or "://" in file else posixpath.join(folder, file)
