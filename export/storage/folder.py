"""The export folder: files appear there whole, and none is ever overwritten."""

from __future__ import annotations

import itertools
import os
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

from ...chipping.errors import ExportError
from ...chipping.sets import ALL_IN_ONE, in_set
from ...chipping.untrusted.inside import Inside, is_link, linked
from ...writers.layout import Layout
from .flushing import flush_drive, flush_folder, unwritten
from .journal import JOURNAL_FILE
from .walking import entries_in, folders_in

WriteFiles = Callable[[Mapping[str, bytes]], object]
"""Writes files, bytes by path relative to the export folder; see ``ExportFolder.opened``."""

_PART = ".part"
_SOME = 100_000  # files that are removed at a time
_LONGEST_NAME = f"{'n' * 100}/000000000.tif{_PART}"  # of a file in one of its folders


@dataclass(frozen=True)
class ExportFolder:
    """The folder that an export goes into.

    Attributes:
        path: the folder.
        layout: where the files of chips lie in the folder of a set.
        sets: the folders of the sets that it may hold, "" for the folder itself.
    """

    path: Path
    layout: Layout = field(default_factory=Layout)
    sets: tuple[str, ...] = (ALL_IN_ONE,)

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders that hold files of chips, relative to the folder, forward slashes."""
        return tuple(in_set(each, name) for each in self.sets for name in self.layout.all_folders)

    @property
    def is_split(self) -> bool:
        """Whether sets have folders of their own."""
        return self.sets != (ALL_IN_ONE,)

    def check(self) -> None:
        """Refuse a folder that cannot be written to; nothing is created.

        Raises:
            ExportError: it is a file, or it or its nearest parent is not writable,
                or no file system takes such a path.
        """
        try:
            with suppress(FileNotFoundError, NotADirectoryError):
                (self.path / max(self.folders, key=len) / _LONGEST_NAME).lstat()
        except (OSError, ValueError) as error:
            raise ExportError(
                "OUT_FOLDER: {path} cannot be used: {reason}.",
                path=ascii(str(self.path)) if isinstance(error, ValueError) else self.path,
                reason=getattr(error, "strerror", None) or error,
            ) from error
        if self.path.exists() and not self.path.is_dir():
            raise ExportError("OUT_FOLDER: {path} is a file; choose a folder.", path=self.path)
        standing = next((place for place in (self.path, *self.path.parents) if place.exists()), None)
        if standing is None or not standing.is_dir() or not os.access(standing, os.W_OK | os.X_OK):
            raise ExportError("OUT_FOLDER: {path} is not writable; choose another folder.", path=self.path)
        for place in self._inner_folders():
            if is_link(place):
                raise linked(place)

    def _inner_folders(self) -> Iterator[Path]:
        """Yield the folders that files may be written to, as far as they are there."""
        yield from (self.path / name for name in self.sets if name)
        for name in self.folders:
            yield self.path / name
            yield from folders_in(self.path / name)

    def create(self) -> bool:
        """Create the folder and, unless sets have their own, that of image chips; return whether it is new.

        Raises:
            ExportError: it cannot be created.
        """
        folder = self.path if self.is_split else self.path / self.layout.folders[0]
        lacking = [place for place in (folder, *folder.parents) if not place.exists()]
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for place in lacking:
                flush_folder(place.parent)
        except OSError as error:
            raise ExportError(
                "OUT_FOLDER: {path} cannot be created: {reason}.", path=self.path, reason=error.strerror
            ) from error
        return self.path in lacking

    def tidy(self, new: bool) -> None:
        """Remove folders that hold nothing, after an export that wrote nothing.

        Args:
            new: the export folder itself did not exist before.
        """
        folders = [self.path / name for name in self.folders]
        places = [place for folder in folders for place in (*reversed([*folders_in(folder)]), folder)]
        places += [self.path / name for name in self.sets if name]
        for place in [*places, self.path] if new else places:
            with suppress(OSError):  # it holds something
                place.rmdir()

    def take_back(self, start_index: int) -> None:
        """Remove the files of an export's chips, which come to nothing.

        Args:
            start_index: number of its first chip.

        Raises:
            ExportError: a file cannot be removed.
        """
        while files := self._some_files(start_index):
            for file in files:
                try:
                    Path(file).unlink()
                except OSError as error:
                    raise ExportError(
                        "{path} cannot be removed: {reason}.", path=Path(file), reason=error.strerror
                    ) from error

    def _some_files(self, start_index: int) -> list[str]:
        """Return files of chips from a number on: they are not removed while the folder is gone through."""
        found = (file for number, file in self._chip_files() if number >= start_index)
        return list(itertools.islice(found, _SOME))

    def free_bytes(self, start_index: int) -> int:
        """Return the free space where the folder is or will be (bytes).

        What an unfinished export has written counts as free: it is not written again.

        Args:
            start_index: number of its first chip.
        """
        standing = next(place for place in (self.path, *self.path.parents) if place.exists())
        held = 0
        if self.has(JOURNAL_FILE):
            for number, file in self._chip_files():
                with suppress(FileNotFoundError):  # another export may be writing
                    held += Path(file).stat().st_size if number >= start_index else 0
        return shutil.disk_usage(standing).free + held

    def last_index(self) -> int | None:
        """Return the highest chip number in the folder, None without chips."""
        return max((number for number, _ in self._chip_files()), default=None)

    def chip_count(self) -> int:
        """Return how many chips the folder holds, by their images."""
        images = [in_set(each, self.layout.folders[0]) for each in self.sets]
        files = (Path(file).name for _, file in self._chip_files(images))
        suffixes = Counter(name.partition(".")[2] for name in files)
        return max(suffixes.values(), default=0)

    def _chip_files(self, folders: Iterable[str] = ()) -> Iterator[tuple[int, str]]:
        """Yield the path of each file of a chip with the chip's number.

        Args:
            folders: those that are gone through, relative to this one; none for all.
        """
        for name in folders or self.folders:
            for entry in entries_in(self.path / name):
                stem = entry.name.split(".")[0]
                if stem.isdecimal() and not entry.name.endswith(_PART) and not entry.is_dir():
                    yield int(stem), entry.path

    def has(self, name: str) -> bool:
        """Return whether a file of the folder exists.

        Args:
            name: path relative to the folder, forward slashes.
        """
        return os.path.lexists(self.path / name)

    @contextmanager
    def opened(self, known: Set[str] = frozenset()) -> Iterator[WriteFiles]:
        """Yield what writes files: all of one call beside their final names first, then renamed.

        The folders that they go to are opened once. It takes bytes by path relative to this folder, forward
        slashes, and raises ExportError where a file cannot be written; then none of those of the call has
        appeared, unless renaming failed.

        Args:
            known: folders, relative to this one, that are not made anew where somebody has taken them away.
        """
        with Inside(self.path, known) as inside:
            yield lambda contents: self._place(inside, ((name, (data,)) for name, data in contents.items()))

    def place_streams(self, files: Iterable[tuple[str, Iterable[bytes]]]) -> None:
        """Write files of the whole set as ``opened`` does, part by part.

        A power cut leaves the old files or the new ones, each of them whole.

        Args:
            files: path relative to the folder, forward slashes, and the parts of each file.

        Raises:
            ExportError: a file cannot be written; then none of them has appeared, unless renaming failed.
        """
        with Inside(self.path) as inside:
            names = self._place(inside, files, flushed=True)
        self._flush_names(names)

    def _place(
        self, inside: Inside, files: Iterable[tuple[str, Iterable[bytes]]], flushed: bool = False
    ) -> list[str]:
        """Write files and return their names."""
        name = ""
        names: list[str] = []
        try:
            for name, parts in files:
                names.append(name)
                _write(inside, name + _PART, parts, flushed)
            for name in names:
                inside.rename(name + _PART, name)
        except BaseException as error:
            for each in names:
                inside.remove(each + _PART)
            if not isinstance(error, OSError):
                raise
            raise unwritten(self.path / name, error) from error
        return names

    def _flush_names(self, names: Iterable[str]) -> None:
        for parent in {(self.path / name).parent for name in names}:
            try:
                flush_folder(parent)
            except OSError as error:
                raise unwritten(parent, error) from error


def _write(inside: Inside, name: str, parts: Iterable[bytes], flushed: bool) -> None:
    """Write a new file."""
    file = inside.create(name)
    try:
        for data in parts:
            _fill(file, data)
        if flushed:
            flush_drive(file)
    finally:
        os.close(file)


def _fill(file: int, data: bytes) -> None:
    """Write into a new file, without the buffer that a file object would make for it."""
    written = os.write(file, data)
    while written < len(data):  # a disk that gets full takes a part, and none the next time
        written += os.write(file, memoryview(data)[written:])
