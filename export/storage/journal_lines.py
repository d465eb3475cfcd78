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
        for text in islice(whole_lines(stream), 1):
            header: dict[str, Any] = bounded_json(text, LINE)
            validate(HEADER, header)
            return header
    except ValueError as error:
        raise damaged(path, error) from error
    return None


def checked_records(path: Path, stream: IO[bytes]) -> list[int]:
    """Return the checksum of each finished batch, once all that a journal keeps of it has been looked at.

    Args:
        path: of the journal, for the message.
        stream: the same, open.

    Raises:
        ExportError: a line is whole, but not what a journal holds.
    """
    checksums = []
    try:
        for text in islice(whole_lines(stream), 1, None):
            validate(RECORD, bounded_json(text, LINE))
            checksums.append(zlib.crc32(text))
    except ValueError as error:
        raise damaged(path, error) from error
    return checksums


def records_of(path: Path, stream: IO[bytes], checksums: Sequence[int]) -> Iterator[dict[str, Any]]:
    """Yield what a journal keeps of each finished batch, in order.

    Args:
        path: of the journal, for the message.
        stream: the same, open.
        checksums: of the lines that have been looked at or written, and of no others.

    Raises:
        ExportError: the lines are no longer those.
    """
    texts = islice(whole_lines(stream), 1, None)
    for checksum in checksums:
        text = next(texts, b"")
        if zlib.crc32(text) != checksum:
            raise damaged(path, ValueError("it has changed meanwhile"))
        yield json.loads(text)


def whole_size(stream: IO[bytes], most: int | None = None) -> int:
    """Return the bytes of the whole lines of a journal, of the first ``most`` where that is given."""
    return sum(len(text) + _AROUND for text in islice(whole_lines(stream), most))


def whole_lines(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield the texts of lines that fit their checksums, up to the first that does not."""
    stream.seek(0)
    with open(stream.fileno(), "rb", closefd=False) as lines:
        while line := lines.readline(LINE.size):
            checksum, _, text = line.rstrip(b"\n").partition(b" ")
            if not line.endswith(b"\n") or checksum != b"%08x" % zlib.crc32(text):
                return
            yield text


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
