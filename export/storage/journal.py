"""The journal of an unfinished export: what was asked for, and which batches are done.

One file in the export folder, lines of ``checksum JSON``, only ever appended
to, and flushed group by group. A line that a crash cut short does not fit its
checksum; it and what follows are dropped, and that work is done again. It says
of each chip what the files of the whole set are made from, and is read from
the disk whenever that is asked for: memory does not grow with the chips. While
an export runs it holds a lock on the file, which the system takes back when
the process ends, however it ends.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from ...chipping.errors import ExportError
from ...chipping.sets import ALL_IN_ONE
from ...chipping.untrusted.inside import Inside
from ...chipping.untrusted.plain_json import plain
from ..inputs.watched import changed_since
from .file_lock import try_lock
from .flushing import flush_drive, flush_folder, unwritten
from .journal_lines import append_line, checked_records, damaged, header_of, records_of, size_of
from .journal_schema import check_records

JOURNAL_FILE = "unfinished_export.journal"


@dataclass(frozen=True)
class Journal:
    """The open, locked journal of a folder.

    Attributes:
        path: the file.
        stream: the file, locked; what is written goes to its end.
        header: what was asked for.
        is_new: it was not there before.
        checksums: of the lines that tell of finished batches.
    """

    path: Path
    stream: IO[bytes]
    header: Mapping[str, Any]
    is_new: bool = False
    checksums: list[int] = field(default_factory=list)

    @classmethod
    def open(cls, folder: Path, header: Mapping[str, Any]) -> Journal:
        """Return the journal of a folder, locked; a new one, or one of the same call.

        Args:
            folder: the export folder, which exists.
            header: ``call``, the settings by parameter, ``inputs``, the
                fingerprints of the data by parameter, and what else the first
                line is to keep.

        Raises:
            ExportError: another process writes to the folder, or an unfinished
                export of other settings or other data lies there, or what nobody wrote.
        """
        path, header = folder / JOURNAL_FILE, plain(header)
        stream = _locked(path)
        try:
            earlier = header_of(path, stream)
            if earlier is None:
                stream.truncate(0)
                return cls._new(path, stream, header)
            _check_same_call(folder, earlier, header)
            checksums, size = checked_records(path, stream)
            stream.truncate(size)
            return cls(path, stream, earlier, checksums=checksums)
        except BaseException:
            stream.close()
            raise

    @classmethod
    def _new(cls, path: Path, stream: IO[bytes], header: Mapping[str, Any]) -> Journal:
        journal = cls(path, stream, header, is_new=True)
        try:
            journal._write([header])
            flush_folder(path.parent)
        except OSError as error:
            journal.remove()  # it would say nothing
            raise unwritten(path, error) from error
        except ExportError:
            journal.remove()
            raise
        return journal

    def check(
        self,
        start_index: int,
        band_count: int,
        class_values: Collection[int],
        folders: Collection[str] = (ALL_IN_ONE,),
    ) -> None:
        """Refuse batches of another export; see ``check_records``.

        Raises:
            ExportError: they are, or of none.
        """
        try:
            check_records(self.records(), start_index, band_count, class_values, folders)
        except ValueError as error:
            raise damaged(self.path, error) from error

    def records(self) -> Iterator[dict[str, Any]]:
        """Yield what is kept of each finished batch, in order.

        Raises:
            ExportError: the lines are no longer those that were looked at or written.
        """
        return records_of(self.path, self.stream, self.checksums)

    def add(self, *records: dict[str, Any]) -> None:
        """Write a line for each of some finished batches, whose files have reached the disk.

        Raises:
            ExportError: the file cannot be written.
        """
        self.checksums.extend(self._write(records))

    def keep(self, count: int) -> None:
        """Forget all but the first batches.

        Args:
            count: of batches.

        Raises:
            ExportError: the file cannot be written.
        """
        try:
            self.stream.truncate(size_of(self.stream, 1 + count))
            flush_drive(self.stream.fileno())
        except OSError as error:
            raise unwritten(self.path, error) from error
        del self.checksums[count:]

    def stands(self) -> bool:
        """Return whether the file still lies in its folder."""
        return _is_behind(self.stream, self.path)

    def put_back(self) -> bool:
        """Write the file anew where it was deleted; return whether it could be."""
        self.stream.seek(0)
        data = self.stream.read()
        try:
            with self.path.open("xb") as stream:
                stream.write(data)
                stream.flush()
                flush_drive(stream.fileno())
        except OSError:
            return False
        return True

    def _write(self, records: Sequence[Mapping[str, Any]]) -> list[int]:
        try:
            checksums = [append_line(self.stream, record) for record in records]
            flush_drive(self.stream.fileno())
        except OSError as error:
            raise unwritten(self.path, error) from error
        return checksums

    def close(self) -> None:
        """Let go of the folder; the journal stays for the next call."""
        self.stream.close()

    def remove(self) -> None:
        """Let go of the folder for good: the export is finished."""
        if os.name == "nt":  # Windows does not delete an open file
            self.stream.close()
        if self.stream.closed or self.stands():
            self.path.unlink(missing_ok=True)
            with suppress(OSError):  # at worst the same call has nothing left to do
                flush_folder(self.path.parent)
        self.stream.close()


def unfinished(folder: Path) -> dict[str, Any] | None:
    """Return the header of a folder's journal, None where there is none.

    Args:
        folder: the export folder; it need not exist.

    Raises:
        ExportError: what it holds is no header.
    """
    try:
        with Inside(folder) as inside, os.fdopen(inside.open(JOURNAL_FILE), "rb", buffering=0) as stream:
            return header_of(folder / JOURNAL_FILE, stream)
    except OSError:
        return None


def _locked(path: Path) -> IO[bytes]:
    """Return the file behind a path, open and locked.

    Another export may remove the file between our opening and locking it; a
    lock on a file that no path leads to keeps nobody out.
    """
    try:
        with Inside(path.parent) as inside:
            stream = os.fdopen(
                inside.open(path.name, os.O_RDWR | os.O_APPEND | os.O_CREAT), "a+b", buffering=0
            )
    except OSError as error:
        raise unwritten(path, error) from error
    if try_lock(stream) and _is_behind(stream, path):
        return stream
    stream.close()
    message = "OUT_FOLDER: another export is writing to {path}; wait for it to end."
    raise ExportError(message, path=path.parent)


def _is_behind(stream: IO[bytes], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(stream.fileno()), path.lstat())
    except OSError:
        return False


def _check_same_call(folder: Path, header: Mapping[str, Any], new: Mapping[str, Any]) -> None:
    """Refuse to go on with another call's work, or with the same call's on other data."""
    earlier, call = header["call"], new["call"]
    names = sorted({*earlier, *call})
    different = [name for name in names if json.dumps(earlier.get(name)) != json.dumps(call.get(name))]
    inputs = header.get("inputs", {}), new.get("inputs", {})
    changed = changed_since(folder, bool(header["stored"]), *inputs, same_call=not different)
    if changed is not None:
        raise changed
    if not different:
        return
    if header["stored"]:  # deleting the folder would cost the export that is finished
        message = (
            "OUT_FOLDER: {path} holds an unfinished export with other settings ({names}) behind a finished "
            "one; make the same call again to finish it, or choose another folder."
        )
    else:
        message = (
            "OUT_FOLDER: {path} holds an unfinished export with other settings ({names}); make the same "
            "call again to finish it, delete the folder to start anew, or choose another folder."
        )
    raise ExportError(message, path=folder, names=", ".join(different))
