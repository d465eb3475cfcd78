"""Make files outlast a power cut: until it is flushed, what was written may be lost or torn."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import Callable

from ...chipping.errors import ExportError
from ...chipping.retry import wait_for
from ...chipping.untrusted.inside import AS_IS

if sys.platform == "win32":
    _full_sync = None
else:
    import fcntl

    _full_sync = getattr(fcntl, "F_FULLFSYNC", None)  # macOS: fsync leaves it in the drive's own memory

_THREADS = 16  # that wait for the disk: it writes many files in one go
_NOT_MADE_FOR_IT = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EROFS}


def flush_file(path: str) -> None:
    """Flush a file.

    Args:
        path: of the file.

    Raises:
        OSError: it is not there, or what was written does not reach the disk.
    """
    file = os.open(path, os.O_RDWR | AS_IS)
    try:
        flush(file)
    finally:
        os.close(file)


def flush(file: int) -> None:
    """Flush an open file; a file system that knows no such thing is left alone.

    Raises:
        OSError: what was written does not reach the disk.
    """
    try:
        os.fsync(file)
    except OSError as error:
        if error.errno not in _NOT_MADE_FOR_IT:
            raise


def flush_drive(file: int) -> None:
    """Flush an open file, and make the drive write what it keeps in its own memory.

    Raises:
        OSError: what was written does not reach the disk.
    """
    flush(file)
    if _full_sync is not None:
        with suppress(OSError):  # a file system that is no drive
            fcntl.fcntl(file, _full_sync)


def flush_folder(path: str | Path) -> None:
    """Flush the names in a folder; Windows does that by itself.

    Raises:
        OSError: the folder is not there, or its names do not reach the disk.
    """
    if os.name == "nt":
        return
    file = os.open(path, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:
        flush(file)
    finally:
        os.close(file)


class Flusher:
    """Threads that flush files while others are written."""

    def __init__(self) -> None:
        """Start without work."""
        self._pool = ThreadPoolExecutor(_THREADS)
        self._closed = Event()

    def start(self, paths: Iterable[str]) -> Flush:
        """Begin to flush files, and then their folders.

        Args:
            paths: of the files.
        """
        files = list(paths)
        shares = [files[first::_THREADS] for first in range(min(_THREADS, len(files)))]
        return Flush(files, [self._pool.submit(self._flush_all, share) for share in shares])

    def _flush_all(self, paths: Sequence[str]) -> None:
        """Flush some files; a task for each would cost as much as writing it."""
        for path in paths:
            if self._closed.is_set():
                return
            _said_of(path, flush_file)

    def close(self) -> None:
        """Let go of what has not begun, and wait for the rest."""
        self._closed.set()
        self._pool.shutdown(wait=True, cancel_futures=True)


class Flush:
    """Some files that are on their way to the disk."""

    def __init__(self, paths: Sequence[str], futures: Sequence[Future[None]]) -> None:
        """Know what is on its way.

        Args:
            paths: of the files.
            futures: these files, being flushed.
        """
        self._paths = paths
        self._futures = futures

    def wait(self, stop: Callable[[], None]) -> None:
        """Return when files and folders have reached the disk.

        Args:
            stop: raises Cancelled when the user has cancelled.

        Raises:
            ExportError: they do not.
        """
        wait_for(self._futures, stop)
        for future in self._futures:
            future.result()
        for path in _with_parents({path.rpartition("/")[0] for path in self._paths}):
            _said_of(path, flush_folder)


def _said_of(path: str, call: Callable[[str], None]) -> None:
    """Flush a file or folder.

    Raises:
        ExportError: it is gone, or does not reach the disk.
    """
    try:
        call(path)
    except FileNotFoundError as error:
        raise gone(path) from error
    except OSError as error:
        raise unwritten(path, error) from error


def _with_parents(folders: Iterable[str]) -> list[str]:
    """Return folders and those that they lie in, for they may be new."""
    return sorted({each for path in folders for each in (path, path.rpartition("/")[0])}, reverse=True)


def unwritten(path: str | Path, error: OSError) -> ExportError:
    """Return what to say of a file that cannot be written."""
    return ExportError("{path} cannot be written: {reason}.", path=Path(path), reason=error.strerror)


def gone(path: str | Path) -> ExportError:
    """Return what to say of a file or folder that somebody has taken away."""
    return ExportError(
        "OUT_FOLDER: {path} was renamed, moved or deleted while the export was running; put it back if it "
        "still exists, and make the same call again to finish the export.",
        path=Path(path),
    )
