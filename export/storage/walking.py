"""Go through folders of any number of files without a list of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Entry = os.DirEntry[str]


def entries_in(folder: Path | str) -> Iterator[Entry]:
    """Yield what lies in a folder, and in folders inside, each folder before what lies in it.

    Links are yielded, not followed; a folder that cannot be read holds nothing.

    Args:
        folder: the folder; it need not exist.
    """
    try:
        entries = os.scandir(folder)
    except OSError:
        return
    with entries:
        for entry in entries:
            yield entry
            if entry.is_dir(follow_symlinks=False):
                yield from entries_in(entry.path)


def folders_in(folder: Path | str) -> Iterator[Path]:
    """Yield the folders in a folder, and links to folders; see ``entries_in``."""
    return (Path(entry.path) for entry in entries_in(folder) if entry.is_dir())
