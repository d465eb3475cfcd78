"""Send objects to processes that this one has started, and take theirs.

What comes over a pipe that this process opened itself, from a program of its own
that has said that it is the same version, is unpickled; nothing else ever is.
"""

from __future__ import annotations

import pickle  # nosec B403
from collections.abc import Sequence
from typing import Any

_PROTOCOL = 5  # arrays go as they are, without a copy
_UNFIT = (pickle.PicklingError, TypeError, AttributeError)


class NotShippableError(Exception):
    """Something belongs to this process; the message says what."""


def packed(value: object) -> list[bytes | memoryview]:
    """Return an object as parts of a message.

    Raises:
        NotShippableError: it, or what it holds, belongs to this process.
    """
    parts: list[pickle.PickleBuffer] = []
    try:
        first = pickle.dumps(value, _PROTOCOL, buffer_callback=parts.append)
    except _UNFIT as error:
        raise NotShippableError(str(error)) from error
    return [first, *(part.raw() for part in parts)]


def unpacked(parts: Sequence[bytes | memoryview]) -> Any:
    """Return what ``packed`` was given, in the process that the pipe leads to."""
    first, *rest = parts
    return pickle.loads(first, buffers=[bytearray(part) for part in rest])  # nosec B301
