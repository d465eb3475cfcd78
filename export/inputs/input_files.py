"""The files behind an input, and what tells that one of them has changed."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from lxml import etree

from ...chipping.untrusted.safe_xml import safe_root
from ...imagery.file_facts import open_dataset, vrt_text

States = dict[str, str]
"""What tells that a part of an input has changed, by the part's name."""

_ARCHIVES = {"vsizip", "vsitar", "vsigzip", "vsi7z", "vsirar", "vsisubfile", "vsisparse", "vsicached"}
_SIDE_FILES = (".aux.xml", ".msk", ".ovr")
_REWRITTEN = (".aux.xml", ".vrt")
"""What GDAL writes anew when QGIS opens a layer, with statistics that no pixel depends on."""
_STATISTICS = "STATISTICS_"
_LARGEST_SIDE_FILE = 16 << 20  # bytes
_MOST_FILES = 10_000
_MOST_NAMED = 2_000
_FURTHER = "further files"
_DEEPEST = 8  # virtual rasters inside each other
_SIBLINGS = {
    ".shp": (".dbf", ".shx", ".prj", ".cpg"),
    ".dbf": (".shp", ".shx", ".prj", ".cpg"),
    ".tab": (".dat", ".map", ".id", ".ind"),
    ".mif": (".mid",),
    ".csv": (".csvt", ".prj"),
    ".gml": (".xsd",),
}


def raster_files(dataset: Any) -> list[str]:
    """Return the paths of all local files that a raster is made of, and of those that may come beside them.

    Args:
        dataset: the raster; those inside a virtual one count too.
    """
    found: dict[str, None] = {}
    _collect(dataset, found, 0)
    return list(found)


def _collect(dataset: Any, found: dict[str, None], depth: int) -> None:
    for name in dataset.GetFileList() or ():
        path = local_file(os.fsdecode(name))  # which is bytes where it is not in UTF-8
        if path is None or path in found or len(found) >= _MOST_FILES:
            continue
        found.update(dict.fromkeys(_with_side_files(path)))
        if path.lower().endswith(".vrt") and depth < _DEEPEST and path != dataset.GetDescription():
            inner = open_dataset(path, drivers=["VRT"])
            if inner is not None:
                _collect(inner, found, depth + 1)


def _with_side_files(path: str) -> list[str]:
    """Return a path, and those of what GDAL reads beside it where it is there."""
    stem, suffix = os.path.splitext(path)  # noqa: PTH122 - a virtual raster may have thousands
    worlds = [stem + end for end in (".wld", f".{suffix[1:2]}{suffix[-1:]}w")] if len(suffix) > 2 else []
    return [path, *(path + end for end in _SIDE_FILES), *worlds]


def local_file(name: str) -> str | None:
    """Return the file of this machine behind a name of GDAL's, None where there is none.

    Of what lies in an archive that is the archive.

    Args:
        name: as GDAL gives it, ``/vsizip//data/in.zip/in.tif``.
    """
    path, inside = name, False
    while path.lstrip("/").startswith("vsi"):
        kind, _, rest = path.lstrip("/").partition("/")
        if kind not in _ARCHIVES:
            return None
        path = rest.partition(",")[2] if kind == "vsisubfile" else rest.lstrip("{").replace("}", "")
        inside = True
    if "://" in path:
        return None
    with suppress(OSError, ValueError):
        named = Path(path)
        place = named.parent.resolve() / named.name  # a link stays: side files lie beside it
        if inside:
            return next((str(each) for each in (place, *place.parents) if each.is_file()), None)
        return str(place)
    return None


def table_files(name: str) -> list[str]:
    """Return the paths of the files of a vector layer, whether or not they are there.

    Args:
        name: the file that the layer names.
    """
    found: dict[str, None] = {}
    _collect_tables(name, found, 0)
    return list(found)


def _collect_tables(name: str, found: dict[str, None], depth: int) -> None:
    path = local_file(name)
    if path is None or path in found or len(found) >= _MOST_FILES:
        return
    found[path] = None
    stem, suffix = os.path.splitext(path)  # noqa: PTH122
    for end in _SIBLINGS.get(suffix.lower(), ()):
        found.update(dict.fromkeys((stem + end, stem + end.upper())))
    if suffix.lower() == ".vrt" and depth < _DEEPEST:
        for inner in _virtual_sources(path):
            _collect_tables(inner, found, depth + 1)


def _virtual_sources(path: str) -> list[str]:
    """Return the sources that a virtual vector layer names."""
    root = _xml(path)
    if root is None:
        return []
    named = [(each.text or "", each.get("relativeToVRT") == "1") for each in root.iter("SrcDataSource")]
    return [str(Path(path).parent / text) if relative else text for text, relative in named]


def file_states(paths: Iterable[str]) -> States:
    """Return what tells that a file has changed, by path; those that are not there are left out.

    Args:
        paths: of files, or of folders, whose files count.
    """
    states: States = {}
    for path in paths:
        states.update(_states(path))
    return states if len(states) <= _MOST_NAMED else _shortened(states)


def _states(path: str) -> Iterator[tuple[str, str]]:
    """Yield a file, or those in a folder but for locks, with what tells that it has changed."""
    try:
        found = os.stat(path)  # noqa: PTH116 - a path object for each would take ten times as long
    except (OSError, ValueError):
        return
    if stat.S_ISDIR(found.st_mode):
        for file in _inside(path):
            yield from _states(file)
        return
    state = f"{found.st_size} {found.st_mtime_ns}"
    if path.lower().endswith(_REWRITTEN) and found.st_size <= _LARGEST_SIDE_FILE:
        state = _stated(path, found.st_size, found.st_mtime_ns)
    if state:
        yield path, state


def _inside(folder: str) -> Iterator[str]:
    for count, (place, _, names) in enumerate(os.walk(folder)):
        if count > _MOST_FILES:
            return
        yield from (f"{place}/{name}" for name in sorted(names) if not name.endswith(".lock"))


def _shortened(states: States) -> States:
    """Return the states of many files, most of them as one."""
    items = list(states.items())
    rest = hashlib.sha256(repr(items[_MOST_NAMED:]).encode("utf-8", "surrogatepass"))
    return {**dict(items[:_MOST_NAMED]), _FURTHER: rest.hexdigest()[:16]}


@lru_cache(_MOST_FILES)
def _stated(path: str, size: int, changed: int) -> str:
    """Return what an auxiliary file or a virtual raster states beside statistics, "" for nothing.

    Args:
        path: of the file.
        size: its size (bytes).
        changed: its time of change.
    """
    root = _virtual(path) if path.lower().endswith(".vrt") else _xml(path)
    if root is None:
        with suppress(OSError):
            return hashlib.sha256(Path(path).read_bytes()).hexdigest()[:16]
        return ""
    for each in list(root.iter("MDI", "Histograms", "SourceProperties")):
        if each.tag != "MDI" or each.get("key", "").startswith(_STATISTICS):
            each.getparent().remove(each)
    for each in reversed(list(root.iter("Metadata", "PAMRasterBand"))):
        if not len(each) and each.getparent() is not None:
            each.getparent().remove(each)
    if not len(root):
        return ""
    texts = (
        f"<{each.tag}{sorted(each.attrib.items())}>{(each.text or '').strip()}"
        for each in root.iter(etree.Element)
    )
    return hashlib.sha256("".join(texts).encode("utf-8")).hexdigest()[:16]


def _virtual(path: str) -> Any | None:
    """Return the root of a virtual raster, in the words that GDAL finds for it."""
    dataset = open_dataset(path, drivers=["VRT"])
    if dataset is None:
        return _xml(path)
    return safe_root(vrt_text(dataset).encode())


def _xml(path: str) -> Any | None:
    """Return the root of an XML file, None where it is none; nothing else is read for it."""
    try:
        return safe_root(Path(path).read_bytes())
    except (OSError, ValueError, etree.XMLSyntaxError):
        return None
