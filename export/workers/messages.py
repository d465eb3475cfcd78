"""Messages between processes: plain values and arrays of bytes, each with its length; nothing is unpickled.

A message is the lengths of its header and of its number of buffers, the lengths
of the buffers, the header as JSON, and the buffers.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from typing import Any, BinaryIO, NamedTuple

_COUNTS = struct.Struct("<II")
_LENGTH = struct.Struct("<Q")
_MOST_HEADER, _MOST_BUFFERS, _MOST_BYTES = 1 << 28, 1 << 16, 1 << 32


class BrokenMessageError(Exception):
    """What came is no message, or only the beginning of one."""


class Packet(NamedTuple):
    """What one process tells another.

    Attributes:
        header: plain values, as JSON can hold them.
        buffers: bytes that the header speaks of by their places.
    """

    header: dict[str, Any]
    buffers: Sequence[bytes | memoryview] = ()


def send(stream: BinaryIO, message: Packet) -> None:
    """Write a message.

    Args:
        stream: where to.
        message: what.

    Raises:
        OSError: whoever reads has gone.
        ValueError: the header holds what JSON cannot.
    """
    header = json.dumps(message.header, allow_nan=False, separators=(",", ":")).encode("ascii")
    views = [memoryview(each).cast("B") for each in message.buffers]
    lengths = b"".join(_LENGTH.pack(len(view)) for view in views)
    stream.write(_COUNTS.pack(len(header), len(views)) + lengths + header)
    for view in views:
        stream.write(view)
    stream.flush()


def receive(stream: BinaryIO) -> Packet | None:
    """Return the next message, None where the other has closed its end.

    Args:
        stream: where from.

    Raises:
        BrokenMessageError: what comes is no whole message.
    """
    first = stream.read(_COUNTS.size)
    if not first:
        return None
    if len(first) < _COUNTS.size:
        raise BrokenMessageError("the end is missing")
    header_size, count = _COUNTS.unpack(first)
    if header_size > _MOST_HEADER or count > _MOST_BUFFERS:
        raise BrokenMessageError("it is no message")
    lengths = [_LENGTH.unpack(_exactly(stream, _LENGTH.size))[0] for _ in range(count)]
    if sum(lengths) > _MOST_BYTES:
        raise BrokenMessageError("it is too long")
    header = _header(_exactly(stream, header_size))
    return Packet(header, [_exactly(stream, length) for length in lengths])


def _header(data: bytes) -> dict[str, Any]:
    try:
        header = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BrokenMessageError("its header is no JSON") from error
    if not isinstance(header, dict):
        raise BrokenMessageError("its header is no object")
    return header


def _exactly(stream: BinaryIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise BrokenMessageError("the end is missing")
    return data
