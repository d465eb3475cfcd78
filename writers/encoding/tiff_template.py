"""A TIFF file whose pixels, mask and place are filled in chip by chip.

GDAL makes the file once, with the CRS keys, nodata value, band meanings and
palette of the run; building those anew would cost several times what writing
the pixels costs. Only the pixels, the origin and the mask differ between chips:
they stand at fixed places of the file (TIFF 6.0, section 2; GeoTIFF 1.1, 7.1).
What is compressed differs in length as well: it is the end of the file, and
the field that states its length is filled in too.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from .tiff_compression import Compress
from .tiff_directory import (
    COMPRESSION,
    EXTRA_SAMPLES,
    HEIGHT,
    LONG,
    MODEL_TIEPOINT,
    MODEL_TRANSFORMATION,
    PHOTOMETRIC,
    SHORT,
    STRIP_BYTE_COUNTS,
    STRIP_OFFSETS,
    WIDTH,
    Entry,
    Field,
    directory,
    fields_of,
    next_directory,
    rewritten,
    single,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

_NONE, _DEFLATE = 1, 8  # as compression
_MEMORY_LEVEL = 6  # of zlib
_SUBFILE_TYPE, _BITS_PER_SAMPLE, _SAMPLES_PER_PIXEL, _ROWS_PER_STRIP = 254, 258, 277, 278
_PLANAR_CONFIGURATION, _PREDICTOR, _SAMPLE_FORMAT = 284, 317, 339
_MASK = 4  # as type of a directory, and as what its pixels mean


@dataclass(frozen=True)
class TiffTemplate:
    """A little-endian classic TIFF with one strip, uncompressed or compressed.

    Attributes:
        before: the bytes before the pixels.
        pixel_bytes: how many pixel bytes there are.
        origin: where map x and y of the upper-left corner stand in ``before``.
        length: where the length of compressed pixels stands, 0 where they are not compressed.
        mask_start: where the place of the mask stands, 0 for a file without one.
        mask_length: where its length stands.
        compress: compresses the pixels, where they are compressed.
    """

    before: bytes
    pixel_bytes: int
    origin: tuple[int, int]
    length: int = 0
    mask_start: int = 0
    mask_length: int = 0
    compress: Compress | None = None

    @classmethod
    def of(cls, data: bytes, pixel_bytes: int, compress: Compress | None = None) -> TiffTemplate:
        """Return the template that a file is.

        Args:
            data: a whole TIFF file as GDAL writes it.
            pixel_bytes: how many pixel bytes it holds, before compression.
            compress: compresses pixels as they are in the file, None where they are deflated as
                they are, or not compressed.

        Raises:
            ValueError: it is not laid out as expected.
        """
        start, size = _strip(data)
        if start + size != len(data):
            data = rewritten(data)
            start, size = _strip(data)
        fields, before = fields_of(data), data[:start]
        origin = _origin(fields)
        how = single(data, fields[COMPRESSION]) if COMPRESSION in fields else _NONE
        if compress is None and how != _DEFLATE:
            if size != pixel_bytes:
                raise ValueError(f"{size} bytes in the strip, not {pixel_bytes}")
            return cls(before, pixel_bytes, origin)
        length = fields[STRIP_BYTE_COUNTS].offset
        return cls(_with_long(before, length), pixel_bytes, origin, length, compress=compress or deflated)

    def with_mask(self, planes: int) -> TiffTemplate:
        """Return the template of the same file with a mask, as GDAL lays it out.

        A mask for all bands has one bit a pixel, as GDAL writes it. GDAL also reads, but does not
        write, one with a plane for each band, of 8 bit.

        Args:
            planes: 1, or the number of bands.
        """
        fields = fields_of(self.before)
        size = single(self.before, fields[WIDTH]), single(self.before, fields[HEIGHT])
        start = len(self.before) + len(self.before) % 2
        second = directory(_mask_entries(*size, planes), start)
        before = bytearray(self.before.ljust(start, b"\0") + second)
        struct.pack_into("<I", before, next_directory(self.before), start)
        struct.pack_into("<I", before, fields[STRIP_OFFSETS].offset, len(before))
        mask = fields_of(bytes(before), start)
        return replace(
            self,
            before=bytes(before),
            mask_start=mask[STRIP_OFFSETS].offset,
            mask_length=mask[STRIP_BYTE_COUNTS].offset,
        )

    def file(
        self, left: float, top: float, pixels: bytes | memoryview, mask: NDArray[np.bool_] | None = None
    ) -> bytes:
        """Return a file with other pixels at another place.

        Args:
            left: map x of the upper-left corner (map units).
            top: map y of the upper-left corner (map units).
            pixels: the strip: rows, columns, bands, little-endian.
            mask: (rows, columns), or (bands, rows, columns) where each band has a plane, False
                where a pixel is masked out; only of a template with such a mask.

        Raises:
            ValueError: it is not as many pixels as the template has.
        """
        if len(pixels) != self.pixel_bytes:
            raise ValueError(f"{len(pixels)} pixel bytes, not {self.pixel_bytes}")
        before = bytearray(self.before)
        for place, value in zip(self.origin, (left, top)):
            struct.pack_into("<d", before, place, value)
        if self.compress is not None:
            pixels = self.compress(pixels)
            struct.pack_into("<I", before, self.length, len(pixels))
        if mask is None:
            return b"".join((before, pixels))
        shown = deflated(_mask_pixels(mask))
        struct.pack_into("<I", before, self.mask_start, len(before) + len(pixels))
        struct.pack_into("<I", before, self.mask_length, len(shown))
        return b"".join((before, pixels, shown))


def _origin(fields: Mapping[int, Field]) -> tuple[int, int]:
    """Return where map x and y of the upper-left corner stand.

    That is in a tiepoint, or, where the image is turned, in a matrix.
    """
    if MODEL_TRANSFORMATION in fields:  # four rows of four numbers
        start = fields[MODEL_TRANSFORMATION].offset
        return start + 24, start + 56
    start = fields[MODEL_TIEPOINT].offset + 24  # behind raster i, j, k
    return start, start + 8


def _strip(data: bytes) -> tuple[int, int]:
    """Return where the pixels of a file stand, and how many bytes they are."""
    fields = fields_of(data)
    return single(data, fields[STRIP_OFFSETS]), single(data, fields[STRIP_BYTE_COUNTS])


def _mask_entries(width: int, height: int, planes: int) -> list[Entry]:
    """Return the directory of a mask, its place and length left open."""
    bits = 1 if planes == 1 else 8
    entries = [
        Entry.of(_SUBFILE_TYPE, LONG, _MASK),
        _size(WIDTH, width),
        _size(HEIGHT, height),
        Entry.of(_BITS_PER_SAMPLE, SHORT, *[bits] * planes),
        Entry.of(COMPRESSION, SHORT, _DEFLATE),
        Entry.of(PHOTOMETRIC, SHORT, _MASK),
        Entry.of(STRIP_OFFSETS, LONG, 0),
        Entry.of(_SAMPLES_PER_PIXEL, SHORT, planes),
        _size(_ROWS_PER_STRIP, height),
        Entry.of(STRIP_BYTE_COUNTS, LONG, 0),
        Entry.of(_PLANAR_CONFIGURATION, SHORT, 1),
        Entry.of(_PREDICTOR, SHORT, 1),
        Entry.of(_SAMPLE_FORMAT, SHORT, *[1] * planes),
    ]
    return entries if planes == 1 else [*entries, Entry.of(EXTRA_SAMPLES, SHORT, *[0] * (planes - 1))]


def _size(tag: int, pixels: int) -> Entry:
    """Return a field that states rows or columns, as small as libtiff writes it."""
    return Entry.of(tag, SHORT if pixels < 1 << 16 else LONG, pixels)


def _mask_pixels(mask: NDArray[np.bool_]) -> bytes:
    """Return a mask as its strip holds it: a bit for each pixel, or a byte for each pixel and band."""
    if mask.ndim == 2:
        return np.packbits(mask, axis=1).tobytes()
    return (np.ascontiguousarray(mask.transpose(1, 2, 0)).view(np.uint8) * np.uint8(255)).tobytes()


def deflated(pixels: bytes | memoryview) -> bytes:
    """Return pixels as zlib makes them smallest in little time: label rasters and masks are runs.

    It takes a tenth longer to start with more memory, and makes files of the same size.
    """
    squeeze = zlib.compressobj(6, zlib.DEFLATED, 15, _MEMORY_LEVEL, zlib.Z_RLE)
    return squeeze.compress(pixels) + squeeze.flush()


def _with_long(data: bytes, place: int) -> bytes:
    """Return a file whose one-valued field at some place holds a LONG; libtiff saves on small values."""
    patched = bytearray(data)
    struct.pack_into("<H", patched, place - 6, LONG)  # type, then number of values, stand before the value
    return bytes(patched)
