"""The lines of a journal: ``checksum JSON``, as they are written and as they are trusted."""

from __future__ import annotations

import errno
import json
import os
import zlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import IO, Any

from ...chipping.errors import ExportError
from ...chipping.untrusted.bounded_json import bounded_json
from ...chipping.untrusted.json_shapes import validate
from .journal_schema import HEADER, LINE, RECORD

_AROUND = len(b"00000000 \n")  # bytes of a line beside its text


def append_line(stream: IO[bytes], record: Mapping[str, Any]) -> int:
    """Write one line in one go, and return its checksum."""
    text = json.dumps(record, separators=(",", ":"), allow_nan=False).encode("ascii")
    checksum = zlib.crc32(text)
    line = b"%08x %s\n" % (checksum, text)
    if stream.write(line) != len(line):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    return checksum


def header_of(path: Path, stream: IO[bytes]) -> dict[str, Any] | None:
    """Return the first line of a journal, None where there is none.

    Args:
        path: of the journal, for the message.
        stream: the same, open.

    Raises:
        ExportError: it is whole, but no header.
    """
    try:
        for _, text in islice(_whole_lines(stream), 1):
            header: dict[str, Any] = bounded_json(text, LINE)
            validate(HEADER, header)
            return header
    except ValueError as error:
        raise damaged(path, error) from error
    return None


def checked_records(path: Path, stream: IO[bytes]) -> tuple[list[int], int]:
    """Return the checksum of each finished batch, once all that a journal keeps of it has been looked at.

    Besides the bytes that header and batches take.

    Args:
        path: of the journal, for the message.
        stream: the same, open.

    Raises:
        ExportError: a line is whole, but not what a journal holds.
    """
    checksums, size = [], 0
    try:
        for checksum, text in _whole_lines(stream):
            if size:  # behind the header
                validate(RECORD, bounded_json(text, LINE))
                checksums.append(checksum)
            size += len(text) + _AROUND
    except ValueError as error:
        raise damaged(path, error) from error
    return checksums, size


def records_of(path: Path, stream: IO[bytes], checksums: Sequence[int]) -> Iterator[dict[str, Any]]:
    """Yield what a journal keeps of each finished batch, in order.

    Args:
        path: of the journal, for the message.
        stream: the same, open.
        checksums: of the lines that have been looked at or written, and of no others.

    Raises:
        ExportError: the lines are no longer those.
    """
    lines = islice(_whole_lines(stream), 1, None)
    for checksum in checksums:
        found, text = next(lines, (None, b""))
        if found != checksum:
            raise damaged(path, ValueError("it has changed meanwhile"))
        yield json.loads(text)


def size_of(stream: IO[bytes], count: int) -> int:
    """Return the bytes of the first lines of a journal.

    Args:
        stream: the journal, open.
        count: of lines.
    """
    return sum(len(text) + _AROUND for _, text in islice(_whole_lines(stream), count))


def _whole_lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Yield checksum and text of lines that fit their checksums, up to the first that does not."""
    stream.seek(0)
    with open(stream.fileno(), "rb", closefd=False) as lines:
        while line := lines.readline(LINE.size):
            stated, _, text = line.rstrip(b"\n").partition(b" ")
            checksum = zlib.crc32(text)
            if not line.endswith(b"\n") or stated != b"%08x" % checksum:
                return
            yield checksum, text


def damaged(path: Path, error: ValueError) -> ExportError:
    """Return what to say of a journal that is not what an export has written.

    Args:
        path: of the journal.
        error: says what is odd.
    """
    return ExportError(
        "OUT_FOLDER: {path} holds an unfinished export whose {name} is damaged ({reason}); choose another "
        "folder.",
        path=path.parent,
        name=path.name,
        reason=error,
    )
