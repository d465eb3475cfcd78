"""An export whose sets have folders of their own, read back as one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Protocol

from ...chipping.classes import ClassTable
from ..base import LabelFormat
from ..image_format import ImageFormat
from .exported_set import ExportedSet
from .reading import Entry


class Exported(Protocol):
    """A finished export, as one set or several."""

    @property
    def folder(self) -> Path:
        """The export folder."""

    @property
    def classes(self) -> ClassTable:
        """The class table."""

    @property
    def label_format(self) -> type[LabelFormat]:
        """The format of the labels."""

    @property
    def width(self) -> int:
        """Columns of a chip (pixels)."""

    @property
    def height(self) -> int:
        """Rows of a chip (pixels)."""

    @property
    def band_count(self) -> int:
        """Bands of a chip."""

    @property
    def cell(self) -> tuple[float, float]:
        """Width and height of the smallest pixel (map units)."""

    def chosen(self, places: Sequence[int]) -> list[tuple[ExportedSet, Entry]]:
        """Return some chips, each with the set that it is in.

        Args:
            places: their places among all, ascending.
        """


@dataclass(frozen=True)
class ExportedSets:
    """The sets of a finished export, one after the other; what all have in common is that of the first.

    Attributes:
        folder: the export folder.
        sets: those that hold chips, by their folder, "" for the export folder itself.
    """

    folder: Path
    sets: Mapping[str, ExportedSet]

    @classmethod
    def read(
        cls,
        folder: Path,
        names: Sequence[str],
        image_format: type[ImageFormat],
        label_format: type[LabelFormat],
    ) -> ExportedSets:
        """Return the export in a folder.

        Args:
            folder: the export folder.
            names: folders of its sets, at least one of which is there.
            image_format: the format of its image chips.
            label_format: the format of its labels.

        Raises:
            ExportError: its files are missing or damaged.
        """
        standing = [name for name in names if (folder / name).is_dir()]
        return cls(
            folder, {name: ExportedSet.read(folder / name, image_format, label_format) for name in standing}
        )

    @property
    def _first(self) -> ExportedSet:
        return next(iter(self.sets.values()))

    @property
    def classes(self) -> ClassTable:
        """The class table."""
        return self._first.classes

    @property
    def label_format(self) -> type[LabelFormat]:
        """The format of the labels."""
        return self._first.label_format

    @property
    def width(self) -> int:
        """Columns of a chip (pixels)."""
        return self._first.width

    @property
    def height(self) -> int:
        """Rows of a chip (pixels)."""
        return self._first.height

    @property
    def band_count(self) -> int:
        """Bands of a chip."""
        return self._first.band_count

    @property
    def cell(self) -> tuple[float, float]:
        """Width and height of the smallest pixel (map units)."""
        return min(each.cell for each in self.sets.values())

    @property
    def chips(self) -> int:
        """Chips of all sets."""
        return sum(each.map.chips for each in self.sets.values())

    def chosen(self, places: Sequence[int]) -> list[tuple[ExportedSet, Entry]]:
        """Return some chips, each with the set that it is in.

        Args:
            places: their places among all, ascending.
        """
        ends = accumulate(each.map.chips for each in self.sets.values())
        found: list[tuple[ExportedSet, Entry]] = []
        for each, end in zip(self.sets.values(), ends):
            first = end - each.map.chips
            found += each.chosen([place - first for place in places if first <= place < end])
        return found
