"""The directories of a TIFF file: what their fields state, and where (TIFF 6.0, section 2)."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from typing import NamedTuple

ASCII, SHORT, LONG = 2, 3, 4
"""Types of a field."""

WIDTH, HEIGHT, COMPRESSION, PHOTOMETRIC = 256, 257, 259, 262
STRIP_OFFSETS, STRIP_BYTE_COUNTS, EXTRA_SAMPLES = 273, 279, 338
MODEL_TIEPOINT, MODEL_TRANSFORMATION, GDAL_METADATA = 33922, 34264, 42112

_SIGNATURE = b"II*\0"
_START = 8  # of the first directory in the files that are made here
# Bytes of a value by its type.
_SIZES = {1: 1, ASCII: 1, SHORT: 2, LONG: 4, 5: 8, 7: 1, 11: 4, 12: 8, 16: 8}


class Field(NamedTuple):
    """A field of a file: where its values stand, and how many there are."""

    kind: int
    number: int
    offset: int

    @property
    def size(self) -> int:
        """Bytes of its values."""
        return _SIZES.get(self.kind, 8) * self.number


class Entry(NamedTuple):
    """A field to be written.

    Attributes:
        tag: what it states.
        kind: type of its values.
        number: how many there are.
        values: their bytes.
    """

    tag: int
    kind: int
    number: int
    values: bytes

    @classmethod
    def of(cls, tag: int, kind: int, *values: int) -> Entry:
        """Return a field of SHORT or LONG values."""
        return cls(tag, kind, len(values), struct.pack(_format(kind, len(values)), *values))


def fields_of(data: bytes, start: int = 0) -> dict[int, Field]:
    """Return the fields of a directory by tag.

    Args:
        data: a file.
        start: where the directory stands, 0 for the first one.

    Raises:
        ValueError: it is no little-endian classic TIFF.
    """
    if data[:4] != _SIGNATURE:
        raise ValueError("not a little-endian classic TIFF")
    start = start or _long(data, 4)
    (count,) = struct.unpack_from("<H", data, start)
    fields = {}
    for place in range(start + 2, start + 2 + 12 * count, 12):
        tag, kind, number = struct.unpack_from("<HHI", data, place)
        field = Field(kind, number, place + 8)
        fields[tag] = field if field.size <= 4 else field._replace(offset=_long(data, place + 8))
    return fields


def values(data: bytes, field: Field) -> tuple[int, ...]:
    """Return the values of a SHORT or LONG field.

    Raises:
        ValueError: it is of another type.
    """
    if field.kind not in (SHORT, LONG):
        raise ValueError("neither SHORT nor LONG")
    return struct.unpack_from(_format(field.kind, field.number), data, field.offset)


def single(data: bytes, field: Field) -> int:
    """Return the one value of a SHORT or LONG field.

    Raises:
        ValueError: it has more, or is of another type.
    """
    (value,) = values(data, field)
    return value


def directory(entries: Iterable[Entry], start: int, following: int = 0) -> bytes:
    """Return a directory, and behind it the values that it has no room for; an even number of bytes.

    Args:
        entries: its fields.
        start: where it will stand in the file, an even number.
        following: where the next directory stands, 0 for none.
    """
    ordered = sorted(entries)
    free = start + 2 + 12 * len(ordered) + 4
    lines, behind = [struct.pack("<H", len(ordered))], bytearray()
    for tag, kind, number, values in ordered:
        where = values.ljust(4, b"\0") if len(values) <= 4 else struct.pack("<I", free + len(behind))
        if len(values) > 4:
            behind += values + b"\0" * (len(values) % 2)
        lines.append(struct.pack("<HHI", tag, kind, number) + where)
    return b"".join((*lines, struct.pack("<I", following), behind))


def rewritten(data: bytes, *further: Entry) -> bytes:
    """Return a file of one directory and one strip, pixels last, with further fields.

    Args:
        data: the file.
        further: fields, in the place of what the file has of the same tag.

    Raises:
        ValueError: the file has more than one strip.
    """
    fields = fields_of(data)
    pixels, size = single(data, fields[STRIP_OFFSETS]), single(data, fields[STRIP_BYTE_COUNTS])
    entries = {
        tag: Entry(tag, field.kind, field.number, data[field.offset : field.offset + field.size])
        for tag, field in fields.items()
    }
    entries.update({each.tag: each for each in (*further, Entry.of(STRIP_OFFSETS, LONG, 0))})
    start = _START + len(directory(entries.values(), _START))
    entries[STRIP_OFFSETS] = Entry.of(STRIP_OFFSETS, LONG, start)
    header = _SIGNATURE + struct.pack("<I", _START)
    return b"".join((header, directory(entries.values(), _START), data[pixels : pixels + size]))


def next_directory(data: bytes) -> int:
    """Return where a file states the place of its second directory."""
    first = _long(data, 4)
    count: int = struct.unpack_from("<H", data, first)[0]
    return first + 2 + 12 * count


def _format(kind: int, number: int) -> str:
    """Return how ``struct`` calls some SHORT or LONG values."""
    return f"<{number}{'H' if kind == SHORT else 'I'}"


def _long(data: bytes, place: int) -> int:
    value: int = struct.unpack_from("<I", data, place)[0]
    return value
