"""Open rasters of an export that a stranger may have made.

GDAL gets their bytes, which have been read without following links, in memory
beside nothing but what belongs to them, and opens them by the one driver that
their extension stands for. No description of another source, a server's or a
file's elsewhere, is followed.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import Any

from lxml import etree
from osgeo import gdal

from ...chipping.errors import ExportError
from ...chipping.pixel_types import band_type, numpy_name
from ...chipping.untrusted.inside import Inside
from ...chipping.untrusted.safe_xml import safe_root
from ..encoding.gdal_files import checked

_DRIVERS = {".tif": "GTiff", ".png": "PNG", ".jpg": "JPEG", ".mrf": "MRF"}
_LARGEST_FILE = 2 << 30  # bytes
_LARGEST_SIDECAR = 16 << 20  # bytes
_LARGEST_CHIP = 1_000_000_000  # bytes of pixels
_MRF_ELEMENTS = {
    *("MRF_META", "Raster", "Size", "PageSize", "Compression", "Quality", "DataType", "DataValues", "Order"),
    *("Photometric", "Palette", "Entry", "GeoTags", "BoundingBox", "Projection", "Options", "Rsets"),
}
"""What an MRF may hold; others name files elsewhere."""


@contextmanager
def opened(folder: Path, name: str, size: tuple[int, int] | None = None) -> Iterator[Any]:
    """Yield a raster of an export as a GDAL dataset, which lives as long as the context.

    Args:
        folder: the export folder.
        name: of the raster, relative to the folder, forward slashes.
        size: columns and rows that it must have, None for any.

    Raises:
        ExportError: it cannot be read, or is not what its name and size say.
    """
    path = PurePosixPath(name)
    driver = _DRIVERS.get(path.suffix.lower())
    if driver is None:
        raise _damaged(folder, name)
    place = f"/vsimem/{uuid.uuid4().hex}"
    try:
        with Inside(folder) as inside:
            contents = {path.name: _read(folder, inside, name, _LARGEST_FILE)}
            _check(folder, name, driver, contents[path.name])
            for each, most in _beside(path, driver).items():
                with suppress(FileNotFoundError):
                    contents[each.name] = inside.read(str(each), most)
        for each_name, data in contents.items():
            gdal.FileFromMemBuffer(f"{place}/{each_name}", data)
        yield _dataset(folder, name, f"{place}/{path.name}", driver, list(contents), size)
    finally:
        with suppress(RuntimeError):
            gdal.RmdirRecursive(place)


def _dataset(
    folder: Path, name: str, path: str, driver: str, siblings: list[str], size: tuple[int, int] | None
) -> Any:
    """Return the dataset behind a path in memory."""
    dataset = checked(
        str(folder / name),
        lambda: gdal.OpenEx(path, gdal.OF_RASTER, allowed_drivers=[driver], sibling_files=siblings),
    )
    columns, rows = dataset.RasterXSize, dataset.RasterYSize
    pixel = sum(
        gdal.GetDataTypeSize(dataset.GetRasterBand(band + 1).DataType) // 8
        for band in range(dataset.RasterCount)
    )
    if not pixel or columns * rows * pixel > _LARGEST_CHIP or size not in (None, (columns, rows)):
        raise _damaged(folder, name)
    return dataset


def _beside(path: PurePosixPath, driver: str) -> dict[PurePosixPath, int]:
    """Return the files that belong to a raster, with the bytes that each can have."""
    beside = {world_file_of(path): _LARGEST_SIDECAR, path.with_name(f"{path.name}.aux.xml"): _LARGEST_SIDECAR}
    if driver == "MRF":
        beside.update({path.with_suffix(".idx"): _LARGEST_SIDECAR, path.with_suffix(".til"): _LARGEST_FILE})
    return beside


def world_file_of(path: PurePosixPath) -> PurePosixPath:
    """Return the world file of an image: first and last letter of its extension, and w."""
    return path.with_suffix(f".{path.suffix[1]}{path.suffix[-1]}w")


def _read(folder: Path, inside: Inside, name: str, most: int) -> bytes:
    try:
        return inside.read(name, most)
    except OSError as error:
        message = "OUT_FOLDER: {path} cannot be read: {reason}."
        raise ExportError(message, path=folder / name, reason=error.strerror) from error


def _check(folder: Path, name: str, driver: str, data: bytes) -> None:
    """Refuse an MRF that is about other files."""
    if driver != "MRF":
        return
    try:
        elements = {each.tag for each in safe_root(data).iter()}
    except etree.XMLSyntaxError as error:
        raise _damaged(folder, name) from error
    if not elements <= _MRF_ELEMENTS:
        raise _damaged(folder, name)


def _damaged(folder: Path, name: str) -> ExportError:
    return ExportError(
        "OUT_FOLDER: {path} is not an image as an export has it; choose another folder.", path=folder / name
    )


def pixel_type(folder: Path, name: str) -> str:
    """Return the numpy name of an image's pixel type.

    Args:
        folder: the export folder.
        name: of the image, relative to the folder, forward slashes.

    Raises:
        ExportError: it cannot be read.
    """
    with opened(folder, name) as dataset:
        return numpy_name(PurePosixPath(name).name, [band_type(dataset.GetRasterBand(1))])
