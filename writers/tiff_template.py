"""A TIFF file whose pixels and place are filled in chip by chip.

GDAL makes the file once, with the CRS keys, nodata value, band meanings and
palette of the run; building those anew would cost several times what writing
the pixels costs. Only the pixels and the origin differ between chips: both
stand at fixed places of the file (TIFF 6.0, section 2; GeoTIFF 1.1, 7.1).
Compressed pixels differ in length as well; they are the end of the file, and
the field that states their length is filled in too.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import NamedTuple

_STRIP_OFFSETS = 273
_STRIP_BYTE_COUNTS = 279
_MODEL_TIEPOINT = 33922
_COMPRESSION = 259
_DEFLATE = 8
_LONG = 4  # type of a field
_MEMORY_LEVEL = 6  # of zlib
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 11: 4, 12: 8, 16: 8}  # bytes of a value by field type


class _Field(NamedTuple):
    """A field of the first image: where its values stand in the file, and how many there are."""

    kind: int
    number: int
    offset: int


@dataclass(frozen=True)
class TiffTemplate:
    """A little-endian classic TIFF with one strip, uncompressed or deflated.

    Attributes:
        before: the bytes before the pixels.
        after: the bytes behind them.
        pixel_bytes: how many pixel bytes there are.
        origin: where the map coordinates of the upper-left corner stand in ``before``.
        length: where the length of deflated pixels stands, 0 where they are not deflated.
    """

    before: bytes
    after: bytes
    pixel_bytes: int
    origin: int
    length: int = 0

    @classmethod
    def of(cls, data: bytes, pixel_bytes: int) -> TiffTemplate:
        """Return the template that a file is.

        Args:
            data: a whole TIFF file as GDAL writes it.
            pixel_bytes: how many pixel bytes it holds, before compression.

        Raises:
            ValueError: it is not laid out as expected.
        """
        fields = _fields(data)
        start, size = _single(data, fields[_STRIP_OFFSETS]), _single(data, fields[_STRIP_BYTE_COUNTS])
        origin = fields[_MODEL_TIEPOINT].offset + 24  # behind raster i, j, k
        if origin + 16 > start:
            raise ValueError("the origin stands behind the pixels")
        before, after = data[:start], data[start + size :]
        compression = _COMPRESSION in fields and _single(data, fields[_COMPRESSION])
        if compression != _DEFLATE:
            if size != pixel_bytes:
                raise ValueError(f"{size} bytes in the strip, not {pixel_bytes}")
            return cls(before, after, pixel_bytes, origin)
        length = fields[_STRIP_BYTE_COUNTS].offset
        if after or length > start:
            raise ValueError("the pixels are not the end of the file")
        return cls(_with_long(before, length), b"", pixel_bytes, origin, length)

    def file(self, left: float, top: float, pixels: bytes | memoryview) -> bytes:
        """Return a file with other pixels at another place.

        Args:
            left: map x of the upper-left corner (map units).
            top: map y of the upper-left corner (map units).
            pixels: the strip: rows, columns, bands, little-endian.

        Raises:
            ValueError: it is not as many pixels as the template has.
        """
        if len(pixels) != self.pixel_bytes:
            raise ValueError(f"{len(pixels)} pixel bytes, not {self.pixel_bytes}")
        before = bytearray(self.before)
        struct.pack_into("<2d", before, self.origin, left, top)
        if self.length:
            pixels = _deflated(pixels)
            struct.pack_into("<I", before, self.length, len(pixels))
        return b"".join((before, pixels, self.after))


def _deflated(pixels: bytes | memoryview) -> bytes:
    """Return pixels as zlib makes them smallest in little time: label rasters are runs.

    It takes a tenth longer to start with more memory, and makes files of the same size.
    """
    squeeze = zlib.compressobj(6, zlib.DEFLATED, 15, _MEMORY_LEVEL, zlib.Z_RLE)
    return squeeze.compress(pixels) + squeeze.flush()


def _with_long(data: bytes, place: int) -> bytes:
    """Return a file whose one-valued field at some place holds a LONG; libtiff saves on small values."""
    patched = bytearray(data)
    struct.pack_into("<H", patched, place - 6, _LONG)  # type, then number of values, stand before the value
    return bytes(patched)


def _fields(data: bytes) -> dict[int, _Field]:
    """Return the fields of the first image by tag."""
    order, version, directory = struct.unpack_from("<2sHI", data)
    if order != b"II" or version != 42:
        raise ValueError("not a little-endian classic TIFF")
    (count,) = struct.unpack_from("<H", data, directory)
    fields = {}
    for place in range(directory + 2, directory + 2 + 12 * count, 12):
        tag, kind, number = struct.unpack_from("<HHI", data, place)
        inline = _SIZES.get(kind, 8) * number <= 4
        offset = place + 8 if inline else struct.unpack_from("<I", data, place + 8)[0]
        fields[tag] = _Field(kind, number, offset)
    return fields


def _single(data: bytes, field: _Field) -> int:
    """Return the one value of a SHORT or LONG field."""
    if field.number != 1 or field.kind not in (3, 4):
        raise ValueError("not one strip")
    value: int = struct.unpack_from("<H" if field.kind == 3 else "<I", data, field.offset)[0]
    return value
