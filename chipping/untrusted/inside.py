"""Files inside a folder that a stranger may have filled: no link is followed, and nothing but a file is read.

A link planted under a name that we write would lead our bytes into another
file, and one under a name that we read would let another file's bytes out; a
pipe would make us wait for ever.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Set
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from ..classes import shortened
from ..errors import ExportError
from .inner_paths import is_inner_path

_HAS_HANDLES = {os.open, os.rename, os.unlink, os.mkdir, os.stat} <= os.supports_dir_fd
_BINARY = getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY | _NO_LINK
AS_IS = _BINARY | _NO_LINK | getattr(os, "O_NONBLOCK", 0)
"""Flags with which what a name stands for is opened: no link is followed, no pipe waited for."""

_JUNCTION = 0xA0000003  # what Windows has beside links, a folder that is another one


def is_link(path: str | Path, handle: int | None = None) -> bool:
    """Return whether a path is a link, whatever it leads to.

    Args:
        path: the path.
        handle: of the open folder that it is relative to.
    """
    try:
        found = os.stat(path, dir_fd=handle, follow_symlinks=False)
    except OSError:
        return False
    return stat.S_ISLNK(found.st_mode) or getattr(found, "st_reparse_tag", 0) == _JUNCTION


class Inside:
    """The folders inside a folder, each opened once, without following links, while a context lasts.

    A folder that is open stays the same one, whatever its name leads to
    meanwhile. Where the system has no handles of folders, each is looked at.
    """

    def __init__(self, root: Path | str, known: Set[str] = frozenset()) -> None:
        """Name the folder; it is the user's own choice, so it may be a link.

        Args:
            root: the folder.
            known: folders inside, forward slashes, that are not made anew where they are gone.
        """
        self._root = str(root)
        self._known = known
        self._handles: dict[str, int | None] = {}

    def __enter__(self) -> Inside:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the folders."""
        for handle in self._handles.values():
            if handle is not None:
                os.close(handle)
        self._handles.clear()

    def create(self, name: str) -> int:
        """Return a new file, open for writing; what has its name is removed, and its folder made.

        Args:
            name: relative to the folder, forward slashes.

        Raises:
            OSError: it cannot be created.
            ExportError: a folder on the way is a link, or the name leads outside.
        """
        handle, path = self._place(name, create=True)
        try:
            return os.open(path, _NEW, 0o666, dir_fd=handle)
        except FileExistsError:  # of a run that was killed, or planted
            os.unlink(path, dir_fd=handle)
            return os.open(path, _NEW, 0o666, dir_fd=handle)

    def open(self, name: str, flags: int = os.O_RDONLY) -> int:
        """Return a file, open.

        Args:
            name: relative to the folder, forward slashes.
            flags: as ``os.open`` takes them.

        Raises:
            OSError: it cannot be opened.
            ExportError: it is no plain file, a folder on the way is a link, or the name leads outside.
        """
        handle, path = self._place(name)
        if not _NO_LINK and is_link(path):
            raise self._odd(name)
        try:
            file = os.open(path, flags | AS_IS, 0o666, dir_fd=handle)
        except OSError as error:
            if is_link(path, handle) or error.errno in (errno.ENXIO, errno.EISDIR):  # a socket, a folder
                raise self._odd(name) from error
            raise
        if not stat.S_ISREG(os.fstat(file).st_mode):
            os.close(file)
            raise self._odd(name)
        return file

    def read(self, name: str, most: int) -> bytes:
        """Return what is in a file.

        Args:
            name: relative to the folder, forward slashes.
            most: bytes that such a file can have.

        Raises:
            OSError: it cannot be read.
            ExportError: it is larger, or see ``open``.
        """
        with os.fdopen(self.open(name), "rb", buffering=0) as stream:
            size = os.fstat(stream.fileno()).st_size
            if size > most:
                raise ExportError(
                    "OUT_FOLDER: {path} takes {size} bytes, and no file of an export that is called so takes "
                    "more than {limit}; choose another folder.",
                    path=Path(self._root, name),
                    size=size,
                    limit=most,
                )
            return stream.readall() or b""

    def rename(self, old: str, new: str) -> None:
        """Give a file another name in its folder; what has that name, a link too, is replaced.

        Raises:
            OSError: it cannot be renamed.
        """
        handle, path = self._place(old)
        _, target = self._place(new)
        os.replace(path, target, src_dir_fd=handle, dst_dir_fd=handle)

    def remove(self, name: str) -> None:
        """Remove a file or a link, where there is one and it can be."""
        with suppress(OSError, ExportError):
            handle, path = self._place(name)
            os.unlink(path, dir_fd=handle)

    def _place(self, name: str, create: bool = False) -> tuple[int | None, str]:
        """Return the handle of a file's folder and the file's name there, or None and its whole path."""
        if not is_inner_path(name):
            raise outside(self._root, name)
        folder, _, leaf = name.rpartition("/")
        handle = self._folder(folder, create)
        return (handle, leaf) if _HAS_HANDLES else (None, f"{self._root}/{name}")

    def _folder(self, name: str, create: bool) -> int | None:
        """Return the handle of a folder, None where the system has none."""
        if name in self._handles:
            return self._handles[name]
        if not name:
            handle = os.open(self._root, _FOLDER) if _HAS_HANDLES else None
        else:
            parent, path = self._place(name, create)
            handle = self._opened(name, parent, path, create)
        self._handles[name] = handle
        return handle

    def _opened(self, name: str, parent: int | None, path: str, create: bool) -> int | None:
        """Return the handle of a folder inside another."""
        try:
            return self._handle(parent, path)
        except FileNotFoundError:
            if not create or name in self._known:
                raise
            with suppress(FileExistsError):
                os.mkdir(path, dir_fd=parent)
            return self._handle(parent, path)
        except NotADirectoryError as error:
            if is_link(path, parent):
                raise linked(Path(self._root, name)) from error
            raise

    def _handle(self, parent: int | None, path: str) -> int | None:
        if _HAS_HANDLES:
            return os.open(path, _FOLDER | _NO_LINK, dir_fd=parent)
        if is_link(path) or not Path(path).is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        return None

    def _odd(self, name: str) -> ExportError:
        return ExportError(
            "OUT_FOLDER: {path} is not a plain file but a link, a folder, a pipe or a device; remove it, or "
            "choose another folder.",
            path=Path(self._root, name),
        )


def outside(path: Path | str, name: str) -> ExportError:
    """Return what to say of a name that an export in a folder should not hold."""
    return ExportError(
        "OUT_FOLDER: the export in {path} names {name}, which is no file in that folder; choose another "
        "folder.",
        path=path,
        name=ascii(shortened(name)),
    )


def linked(path: Path) -> ExportError:
    """Return what to say of a folder of an export that is a link."""
    message = "OUT_FOLDER: {path} is a link to another folder; remove it, or choose another folder."
    return ExportError(message, path=path)
