"""How the pixels of a TIFF are compressed (TIFF 6.0, sections 13 and 14; TIFF Technical Note 3).

Deflating is done here: zlib's run-length strategy on the differences that predictors make takes
two thirds of the time that GDAL needs at its default level, for strips of about the same size. What
zlib does not have, GDAL does.
"""

from __future__ import annotations

import zlib
from functools import partial
from typing import TYPE_CHECKING, Any, Callable

import numpy as np
from lxml import etree
from osgeo import gdal

from ...chipping.errors import ExportError
from .gdal_files import encode, memory_dataset
from .tiff_directory import STRIP_BYTE_COUNTS, STRIP_OFFSETS, fields_of, single

if TYPE_CHECKING:
    from numpy.typing import NDArray

UNCOMPRESSED = "NONE"

TIFF_COMPRESSIONS = (UNCOMPRESSED, "LZW", "DEFLATE", "ZSTD")
"""How pixels can be compressed, as GDAL names it."""

_SHARES = {UNCOMPRESSED: (1.0, 1.0), "LZW": (0.9, 1.2), "DEFLATE": (0.7, 0.9), "ZSTD": (0.7, 0.9)}
"""What compressed pixels take of their bytes, roughly: whole numbers, and real ones."""

Compress = Callable[["bytes | memoryview"], bytes]
"""Compresses a strip: rows, columns, bands, little-endian."""

_LEVEL, _MEMORY_LEVEL = 6, 8  # of zlib
_ZSTD_LEVEL = 1  # the levels above make hardly smaller strips in up to nine times the time


def check_compression(compression: str) -> None:
    """Refuse what the installed GDAL does not have.

    Args:
        compression: one of ``TIFF_COMPRESSIONS``.

    Raises:
        ExportError: it cannot compress TIFF so.
    """
    listed = gdal.GetDriverByName("GTiff").GetMetadataItem(gdal.DMD_CREATIONOPTIONLIST) or "<none/>"
    options = etree.fromstring(listed.encode())
    known = {each.text for each in options.iterfind("Option[@name='COMPRESS']/Value")}
    if compression != UNCOMPRESSED and compression not in known:
        others = [each for each in TIFF_COMPRESSIONS if each in (UNCOMPRESSED, *known)]
        raise ExportError(
            "TIFF_COMPRESSION: {compression} is not in this version of GDAL; choose one of {others}.",
            compression=compression,
            others=", ".join(others),
        )


def compression_options(compression: str, dtype: str) -> tuple[str, ...]:
    """Return GDAL's creation options for compressed pixels, with the predictor that suits their type.

    Args:
        compression: one of ``TIFF_COMPRESSIONS``.
        dtype: numpy name of the pixel type.
    """
    if compression == UNCOMPRESSED:
        return ()
    predictor = 3 if np.dtype(dtype).kind == "f" else 2
    level = (f"ZSTD_LEVEL={_ZSTD_LEVEL}",) if compression == "ZSTD" else ()
    return (f"COMPRESS={compression}", f"PREDICTOR={predictor}", *level)


def compressed_share(compression: str, dtype: str) -> float:
    """Return what compressed pixels take of their bytes, roughly.

    Args:
        compression: one of ``TIFF_COMPRESSIONS``.
        dtype: numpy name of the pixel type.
    """
    return _SHARES[compression][np.dtype(dtype).kind == "f"]


def compressor(compression: str, shape: tuple[int, int, int], dtype: str) -> Compress:
    """Return what compresses the strip of a chip.

    Args:
        compression: one of ``TIFF_COMPRESSIONS`` but the first.
        shape: rows, columns, bands.
        dtype: numpy name of the pixel type.
    """
    stored = np.dtype(dtype).newbyteorder("<")
    if compression == "DEFLATE":
        return partial(_deflated, shape=shape, dtype=stored)
    return partial(_by_gdal, shape=shape, dtype=stored, options=compression_options(compression, dtype))


def _deflated(data: bytes | memoryview, shape: tuple[int, int, int], dtype: np.dtype[Any]) -> bytes:
    pixels = np.frombuffer(data, dtype=dtype).reshape(shape)
    differences = _byte_planes(pixels) if dtype.kind == "f" else _differences(pixels)
    squeeze = zlib.compressobj(_LEVEL, zlib.DEFLATED, 15, _MEMORY_LEVEL, zlib.Z_RLE)
    return squeeze.compress(differences.reshape(-1).view(np.uint8).data) + squeeze.flush()


def _differences(pixels: NDArray[Any]) -> NDArray[Any]:
    """Return each pixel less the one on its left: predictor 2.

    Args:
        pixels: (rows, columns, bands) of whole numbers, whose differences wrap around.
    """
    differences = np.empty_like(pixels)
    differences[:, 0] = pixels[:, 0]
    np.subtract(pixels[:, 1:], pixels[:, :-1], out=differences[:, 1:])
    return differences


def _byte_planes(pixels: NDArray[Any]) -> NDArray[np.uint8]:
    """Return the differences of the bytes of each row, sorted by their place in a number: predictor 3.

    The highest bytes of all numbers come first.

    Args:
        pixels: (rows, columns, bands) of real numbers, little-endian.
    """
    rows, columns, bands = pixels.shape
    size = pixels.itemsize
    parts = pixels.view(np.uint8).reshape(rows, columns * bands, size)
    planes = np.ascontiguousarray(parts[:, :, ::-1].transpose(0, 2, 1)).reshape(rows, -1)
    differences = np.empty_like(planes)
    differences[:, :bands] = planes[:, :bands]
    np.subtract(planes[:, bands:], planes[:, :-bands], out=differences[:, bands:])
    return differences


def _by_gdal(
    data: bytes | memoryview, shape: tuple[int, int, int], dtype: np.dtype[Any], options: tuple[str, ...]
) -> bytes:
    """Return the strip of a file that GDAL makes of the pixels alone."""
    pixels = np.frombuffer(data, dtype=dtype).reshape(shape).astype(dtype.newbyteorder("="), copy=False)
    dataset = memory_dataset(pixels.transpose(2, 0, 1), by_pixel=True)
    layout = ("INTERLEAVE=PIXEL", f"BLOCKYSIZE={shape[0]}")
    file = encode("GTiff", dataset, "strip.tif", (*layout, *options))["strip.tif"]
    fields = fields_of(file)
    start, size = single(file, fields[STRIP_OFFSETS]), single(file, fields[STRIP_BYTE_COUNTS])
    return file[start : start + size]
