"""Which files a mosaic is made of."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import PureWindowsPath
from typing import Any, NamedTuple

from lxml.etree import XMLSyntaxError
from osgeo import gdal, ogr
from qgis.core import QgsRasterLayer

from ...chipping.gdal_calls import quietly
from ...chipping.untrusted.safe_xml import safe_root

_LOCATION = "location"
"""Field of a tile index that names the files, unless the index says another one (GDAL, "GTI")."""

_MOST_BYTES = 1_000_000


def files_of_mosaic(layer: QgsRasterLayer) -> list[str]:
    """Return the files that a virtual raster or a tile index takes its pixels from, each once, in its order.

    There are none where the layer is no mosaic, or one that does not say its files.

    Args:
        layer: a raster.
    """
    if layer.dataProvider().name() != "gdal":
        return []
    source = layer.source()
    dataset = quietly(lambda: gdal.OpenEx(source.partition("|")[0], gdal.OF_RASTER))
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


class _Index(NamedTuple):
    """Where a tile index lies: its path, its layer and the field of it that names files, "" for the usual."""

    path: str
    layer: str = ""
    field: str = ""


def _of_index(dataset: Any) -> Iterator[str]:
    """Yield the files of a tile index, in the order of its features."""
    description = dataset.GetDescription()
    where = _described(description.partition("GTI:")[2] or description)
    index = quietly(lambda: ogr.Open(where.path))
    layer = None if index is None else index.GetLayerByName(where.layer) if where.layer else index.GetLayer(0)
    if layer is None:
        return
    field = where.field or layer.GetMetadataItem("LOCATION_FIELD") or _LOCATION
    if layer.GetLayerDefn().GetFieldIndex(field) < 0:
        return
    for feature in layer:
        file = feature.GetField(field)
        if file:
            yield _beside(where.path, file)


def _described(path: str) -> _Index:
    """Return the index that a path names: itself, or what an XML file (``.gti``) says.

    Source: "XML tile index file", https://gdal.org/drivers/raster/gti.html
    """
    if not path.lower().endswith(".gti"):
        return _Index(path)
    try:
        root = safe_root(_small_file(path))
    except XMLSyntaxError:
        return _Index(path)
    said = {name: root.findtext(name) or "" for name in ("IndexDataset", "IndexLayer", "LocationField")}
    return _Index(_beside(path, said["IndexDataset"]), said["IndexLayer"], said["LocationField"])


def _small_file(path: str) -> bytes:
    """Return the beginning of a file, which is all of it where it names a tile index."""
    stream = gdal.VSIFOpenL(path, "rb")
    if stream is None:
        return b""
    try:
        return bytes(gdal.VSIFReadL(1, _MOST_BYTES, stream) or b"")
    finally:
        gdal.VSIFCloseL(stream)


def _beside(path: str, name: str) -> str:
    """Return where a file lies that another one names: by its whole path, or from its own folder on."""
    if posixpath.isabs(name) or PureWindowsPath(name).drive or "://" in name:
        return name
    return posixpath.join(posixpath.dirname(path.replace("\\", "/")), name)
