"""Does the folder that an export writes to still stand where it was?"""

from __future__ import annotations

import os
from collections.abc import Iterable, Set

from ...chipping.errors import ExportError
from .flushing import gone
from .folder import ExportFolder
from .journal import Journal


class Standing:
    """The folders of an export as they were when it first wrote to them."""

    def __init__(self, folder: ExportFolder, journal: Journal) -> None:
        """Remember the folder.

        Args:
            folder: the export folder.
            journal: its journal.
        """
        self._path = folder.path
        inner = (*filter(None, folder.sets), *folder.folders)
        self._places = (str(folder.path), *(f"{folder.path}/{name}" for name in inner))
        self._journal = journal
        self._known: dict[str, os.stat_result] = {}
        self._inner: set[str] = set()
        self.check()

    def check(self) -> None:
        """Refuse to go on in a folder that is not the one that it was.

        Raises:
            ExportError: it or its journal has been renamed, moved or deleted.
        """
        for place in self._places:
            found = _stat(place, follow=place is self._places[0])
            known = self._known.get(place)
            if known is None and found is not None:
                self._known[place] = found
            elif known is not None and (found is None or not os.path.samestat(known, found)):
                raise gone(place)
        if not self._journal.stands():
            raise self._without_journal()

    def check_all(self) -> None:
        """Refuse to go on where any folder is gone; see ``check``."""
        self.check()
        for name in self._inner:
            if not (self._path / name).is_dir():
                raise gone(self._path / name)

    @property
    def inner(self) -> Set[str]:
        """The folders of files that have been written, relative to the folder."""
        return self._inner

    def add_inner(self, names: Iterable[str]) -> None:
        """Remember the folders of files that have been written."""
        self._inner |= {name.rpartition("/")[0] for name in names}

    def _without_journal(self) -> ExportError:
        values = {"path": self._path, "name": self._journal.path.name}
        if self._journal.put_back():
            return ExportError(
                "OUT_FOLDER: {name} was deleted from {path} while the export was running; it has been "
                "written anew, so make the same call again to finish the export.",
                **values,
            )
        return ExportError(
            "OUT_FOLDER: {name} in {path} was deleted or replaced while the export was running; delete "
            "what this export has written, or choose another folder.",
            **values,
        )


def _stat(path: str, follow: bool) -> os.stat_result | None:
    """Return what a path stands for, None where that is nothing."""
    try:
        return os.stat(path, follow_symlinks=follow)  # noqa: PTH116 - a Path takes twice as long
    except OSError:
        return None
