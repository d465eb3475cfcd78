"""Write the report: all of it or nothing."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from ..chipping.errors import ExportError

_PART = ".part"


def write_report(path: Path, text: str) -> None:
    """Write a report; what stood there stays until the new one is whole.

    Args:
        path: where it goes; its folder is made.
        text: the HTML.

    Raises:
        ExportError: it cannot be written.
    """
    part = path.with_name(f"{path.name}{_PART}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_new(part, text.encode("utf-8"))
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise ExportError(
            "REPORT: {path} cannot be written ({reason}); choose another file. The training set itself is "
            "complete.",
            path=path,
            reason=error.strerror or error,
        ) from error


def _write_new(path: Path, data: bytes) -> None:
    """Write a file that was not there; a link that somebody planted in its place is not followed."""
    with suppress(FileNotFoundError):
        path.unlink()
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
