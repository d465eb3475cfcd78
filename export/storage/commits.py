"""What is done is flushed to the disk, and only then does the journal say so.

Flushing each file by itself would take longer than the export. Batches are
committed in groups: while one group is on its way to the disk, the next is
written. What no commit holds is written again by the next call.
"""

from __future__ import annotations

import os
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, Callable

from ...chipping.errors import Cancelled, ExportError
from ...chipping.retry import Stop
from ...chipping.untrusted.inside import Inside
from ..limits import Limits
from .flushing import Flush, Flusher
from .folder import ExportFolder, WriteFiles
from .journal import Journal
from .journal_lines import damaged
from .standing import Standing

_AT_THE_END = 0.5  # seconds that a cancelled export may take to commit
_END = 4096  # bytes at either end of a file that its checksum covers
_SUMMED = 4000  # files, the last ones, whose checksum is looked at
Record = dict[str, Any]


class Commits:
    """Writes the files of batches, flushes them, and journals the batches."""

    def __init__(
        self, folder: ExportFolder, journal: Journal, check: Callable[[Stop], None], limits: Limits
    ) -> None:
        """Begin to write into a folder.

        Args:
            folder: the export folder.
            journal: its journal.
            check: raises ExportError when an input has changed; takes what raises Cancelled.
            limits: how often to commit.
        """
        self._folder = folder
        self._journal = journal
        self._check = check
        self._limits = limits
        self._every = limits.commit_seconds
        self._standing = Standing(folder, journal)
        self._flusher = Flusher()
        self._records: list[Record] = []
        self._under_way: tuple[Flush, list[Record]] | None = None
        self._last = time.monotonic()

    @property
    def journal_path(self) -> Path:
        """The file that the batches are taken down in."""
        return self._journal.path

    def records(self) -> Iterator[Record]:
        """Yield what is kept of batches that have been committed, by an earlier run or by this one, in order.

        Raises:
            ExportError: the journal does not hold what was written to it.
        """
        return self._journal.records()

    def check(self, sizes: Iterable[int]) -> None:
        """Refuse batches of an earlier run that are not the first ones of this one.

        Args:
            sizes: chips of each batch of this run, those left out included.

        Raises:
            ExportError: they are other ones.
        """
        expected = iter(sizes)
        if any(record["size"] != next(expected, None) for record in self._journal.records()):
            raise damaged(self._journal.path, ValueError("its batches have other sizes"))

    @contextmanager
    def placing(self) -> Iterator[WriteFiles]:
        """Yield what writes the files of a batch; see ``ExportFolder.opened``.

        It raises ExportError where a file cannot be written, or the folder is gone.
        """
        with self._folder.opened(self._standing.inner) as place:

            def placed(contents: Mapping[str, bytes]) -> None:
                try:
                    place(contents)
                except ExportError:
                    self._standing.check_all()  # says more, where the folder is the reason
                    raise
                self._standing.add_inner(contents)

            yield placed

    def placed(self, names: Iterable[str]) -> None:
        """Take down that another process has written files.

        Args:
            names: their paths, relative to the folder.
        """
        self._standing.add_inner(names)

    @property
    def folder(self) -> ExportFolder:
        """Where files are written."""
        return self._folder

    @property
    def lock(self) -> int:
        """The open file whose lock keeps other exports out of the folder."""
        return self._journal.stream.fileno()

    def done(self, record: Record, stop: Stop) -> None:
        """Take down a batch whose files have been placed, and commit when it is time.

        Args:
            record: what the journal is to keep of it.
            stop: raises Cancelled when the user has cancelled.

        Raises:
            ExportError: the folder is gone, an input has changed, or the disk takes no more.
        """
        self._standing.check()
        self._records.append(record)
        if time.monotonic() - self._last >= self._every:
            self._commit(stop)

    def finish(self, stop: Stop) -> None:
        """Commit the rest."""
        self._commit(stop)
        self._journal_group(stop)
        self._standing.check_all()

    def close(self) -> None:
        """Commit what reaches the disk at once; the rest will be written again."""
        end = time.monotonic() + _AT_THE_END

        def hurry() -> None:
            if time.monotonic() > end:
                raise Cancelled

        with suppress(Exception):  # what ended the run is told; the rest is written again
            if self._records or self._under_way:
                self._commit(hurry)
                self._journal_group(hurry)
        self._flusher.close()

    def _commit(self, stop: Stop) -> None:
        """Journal the group that is on its way, and send the next one."""
        self._journal_group(stop)
        root = self._folder.path
        paths = [f"{root}/{file[0]}" for record in self._records for file in record["files"]]
        self._under_way = self._flusher.start(paths), self._records
        self._records = []
        self._last = time.monotonic()

    def _journal_group(self, stop: Stop) -> None:
        if self._under_way is None:
            return
        flush, records = self._under_way
        try:
            flush.wait(stop)
        except ExportError:
            self._standing.check_all()  # says more, where a folder is the reason
            raise
        began = time.monotonic()
        self._check(stop)
        self._every = max(self._limits.commit_seconds, self._limits.commit_share * (time.monotonic() - began))
        self._journal.add(*records)
        self._under_way = None


def marked(file: tuple[str, bytes]) -> list[Any]:
    """Return what the journal keeps of a file: path, bytes, checksum."""
    name, data = file
    return [name, len(data), checksum(data)]


def checksum(data: bytes) -> int:
    """Return a checksum of both ends of a file, where a torn one differs."""
    return zlib.crc32(data if len(data) <= 2 * _END else data[:_END] + data[-_END:])


def take_up(folder: ExportFolder, journal: Journal, start_index: int, stop: Stop) -> None:
    """Go back to the first batch of which a file is missing or torn, and clear what comes after.

    Args:
        folder: the export folder.
        journal: its journal.
        start_index: number of the first chip of the export.
        stop: raises Cancelled when the user has cancelled.

    Raises:
        ExportError: a file cannot be removed.
    """
    if journal.is_new:
        return
    files = sum(len(record["files"]) for record in journal.records())
    next_index = start_index
    for whole, record in enumerate(journal.records()):
        stop()
        files -= len(record["files"])
        if not all(_is_whole(folder, file, files < _SUMMED) for file in record["files"]):
            journal.keep(whole)
            break
        next_index = record["next_index"]
    folder.take_back(next_index)


def _is_whole(folder: ExportFolder, file: Sequence[Any], thoroughly: bool) -> bool:
    """Return whether a file is as it was written."""
    name, size, summed = file
    try:
        with Inside(folder.path) as inside, os.fdopen(inside.open(name), "rb") as stream:
            if os.fstat(stream.fileno()).st_size != size:
                return False
            return not thoroughly or checksum(_ends(stream, size)) == summed
    except OSError:
        return False


def _ends(stream: IO[bytes], size: int) -> bytes:
    if size <= 2 * _END:
        return stream.read(2 * _END)
    first = stream.read(_END)
    stream.seek(size - _END)
    return first + stream.read(_END)
