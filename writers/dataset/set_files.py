"""The files of a whole set: the interface, and the four files that every set has."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, ClassVar

from .esri_files import (
    DATASET_FILES,
    MAP_FILE,
    accumulated_stats,
    encoded,
    map_line,
    model_definition,
    stats_text,
)
from .stored import StoredSet
from .summary import ChipRecord, SetSummary, bare

_LINES = 1000  # of map.txt that are written at a time

SetFile = tuple[str, Iterable[bytes]]
"""Path relative to the folder of the set, forward slashes, and the parts of the file in order."""


class SetFiles(ABC):
    """The files that describe a set as a whole: written last, and read to add chips to the set.

    A format with further files of that kind derives from ``EsriFiles`` and adds them.

    Attributes:
        names: paths relative to the folder of the set, in the order in which they are written.
        names_above: those of files that stand above all sets of an export, relative to its folder.
    """

    names: ClassVar[tuple[str, ...]]
    names_above: ClassVar[tuple[str, ...]] = ()

    @classmethod
    @abstractmethod
    def write(
        cls, summary: SetSummary, chips: Iterable[ChipRecord], stored: StoredSet | None
    ) -> Iterator[SetFile]:
        """Yield the files in their order; each is to be consumed before the next is asked for.

        Args:
            summary: what they say of all chips, those of the stored set included.
            chips: the new chips in order; may be gone through several times.
            stored: the set that they are added to, if any.
        """

    @classmethod
    def above(cls, sets: Mapping[str, SetSummary]) -> Iterator[SetFile]:
        """Yield the files that stand above all sets, as ``write`` does; they are written last.

        Args:
            sets: what is said of each set that has chips, by its folder, "" for the export folder itself.
        """
        return iter(())

    @classmethod
    def home(cls, folder: Path) -> Path:
        """Return the folder that the paths of the stored set's chips are relative to.

        Args:
            folder: the folder of the set.
        """
        return folder

    @classmethod
    @abstractmethod
    def reopen(cls, folder: Path, kept: Any = None, keeper: str = "") -> StoredSet:
        """Return the finished set of a folder, to add chips to it or to look at it.

        Args:
            folder: the folder of the set.
            kept: what ``StoredSet.for_journal`` returned, where an export that adds to the set
                is unfinished and may have replaced its files.
            keeper: name of the file that kept it.

        Raises:
            ExportError: its files are missing or damaged, or do not say all that an export needs to go on.
        """


class EsriFiles(SetFiles):
    """``map.txt``, ``stats.txt``, ``esri_accumulated_stats.json`` and ``esri_model_definition.emd``."""

    names: ClassVar[tuple[str, ...]] = DATASET_FILES

    @classmethod
    def write(
        cls, summary: SetSummary, chips: Iterable[ChipRecord], stored: StoredSet | None
    ) -> Iterator[SetFile]:
        """Yield the four files."""
        yield MAP_FILE, _map_parts(chips, stored)
        for name, text in zip(DATASET_FILES[1:], (stats_text, accumulated_stats, model_definition)):
            yield name, (encoded(text(summary)),)

    @classmethod
    def reopen(cls, folder: Path, kept: Any = None, keeper: str = "") -> StoredSet:
        """Return the set that the four files describe."""
        return StoredSet.read(folder) if kept is None else StoredSet.unfinished(folder, kept, keeper)


def _map_parts(chips: Iterable[ChipRecord], stored: StoredSet | None) -> Iterator[bytes]:
    """Yield ``map.txt``: the lines of the stored set and those of the new chips."""
    if stored is not None:
        yield from stored.map.parts()
    lines: list[str] = []
    for chip in bare(chips):
        lines.append(map_line(chip.images, chip.labels))
        if len(lines) == _LINES:
            yield encoded("".join(lines))
            lines.clear()
    yield encoded("".join(lines))
