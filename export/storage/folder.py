"""The export folder: files appear there whole, and none is ever overwritten."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from ...chipping.errors import ExportError
from ...writers.layout import Layout
from .flushing import flush_file, flush_folder, unwritten
from .journal import JOURNAL_FILE

_PART = ".part"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
_LONGEST_NAME = f"{'n' * 100}/000000000.tif{_PART}"  # of a file in one of its folders


@dataclass(frozen=True)
class ExportFolder:
    """The folder that an export goes into.

    Attributes:
        path: the folder.
        layout: where the files of chips lie in it.
    """

    path: Path
    layout: Layout = field(default_factory=Layout)

    def check(self) -> None:
        """Refuse a folder that cannot be written to; nothing is created.

        Raises:
            ExportError: it is a file, or it or its nearest parent is not writable,
                or no file system takes such a path.
        """
        try:
            with suppress(FileNotFoundError, NotADirectoryError):
                (self.path / self.layout.folders[-1] / _LONGEST_NAME).lstat()
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

    def create(self) -> bool:
        """Create the folder and the folder for image chips; return whether it is new.

        Raises:
            ExportError: it cannot be created.
        """
        images = self.path / self.layout.folders[0]
        lacking = [place for place in (images, *images.parents) if not place.exists()]
        try:
            images.mkdir(parents=True, exist_ok=True)
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
        folders = [self.path / name for name in self.layout.folders]
        places = [Path(place) for folder in folders for place, *_ in os.walk(folder, topdown=False)]
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
        for number, file in self._chip_files():
            if number >= start_index:
                try:
                    Path(file).unlink()
                except OSError as error:
                    raise ExportError(
                        "{path} cannot be removed: {reason}.", path=Path(file), reason=error.strerror
                    ) from error

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

    def _chip_files(self) -> Iterator[tuple[int, str]]:
        """Give the path of each file of a chip with the chip's number."""
        for name in self.layout.folders:
            for place, _, files in os.walk(self.path / name):
                for file in files:
                    stem = file.split(".")[0]
                    if stem.isdecimal() and not file.endswith(_PART):
                        yield int(stem), f"{place}/{file}"

    def has(self, name: str) -> bool:
        """Return whether a file of the folder exists.

        Args:
            name: path relative to the folder, forward slashes.
        """
        return (self.path / name).exists()

    def place(self, contents: Mapping[str, bytes]) -> None:
        """Write files: all of them beside their final names first, then renamed.

        Args:
            contents: bytes by path relative to the folder, forward slashes.

        Raises:
            ExportError: a file cannot be written; then none of them has appeared, unless renaming failed.
        """
        self._place(((name, (data,)) for name, data in contents.items()), flushed=False)

    def place_streams(self, files: Iterable[tuple[str, Iterable[bytes]]]) -> None:
        """Write files of the whole set as ``place`` does, part by part.

        A power cut leaves the old files or the new ones, each of them whole.

        Args:
            files: path relative to the folder, forward slashes, and the parts of each file.

        Raises:
            ExportError: a file cannot be written; then none of them has appeared, unless renaming failed.
        """
        self._place(files, flushed=True)

    def _place(self, files: Iterable[tuple[str, Iterable[bytes]]], flushed: bool) -> None:
        root = str(self.path)  # a path object for each file would cost as much as its header
        targets: list[str] = []
        target = root
        try:
            for name, parts in files:
                target = f"{root}/{name}"
                targets.append(target)
                _write(root, target + _PART, parts)
                if flushed:
                    flush_file(target + _PART)
            for target in targets:
                os.replace(target + _PART, target)  # noqa: PTH105 - of text, see above
            for parent in {target.rpartition("/")[0] for target in targets} if flushed else ():
                flush_folder(parent)
        except BaseException as error:
            for each in targets:
                with suppress(OSError):
                    Path(each + _PART).unlink()
            if not isinstance(error, OSError):
                raise
            raise unwritten(target, error) from error


def _write(root: str, path: str, parts: Iterable[bytes]) -> None:
    """Write a new file, with its folder where that is missing."""
    try:
        file = _opened(path)
    except FileNotFoundError:
        if not Path(root).is_dir():  # somebody has taken it away
            raise
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        file = _opened(path)
    try:
        for data in parts:
            _fill(file, data)
    finally:
        os.close(file)


def _opened(path: str) -> int:
    """Return a new file, without the buffer that a file object would make for it."""
    return os.open(path, _NEW, 0o666)


def _fill(file: int, data: bytes) -> None:
    written = os.write(file, data)
    while written < len(data):  # a disk that gets full takes a part, and none the next time
        written += os.write(file, memoryview(data)[written:])
