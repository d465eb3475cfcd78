"""A planned export as the report and the chip index look at one that is finished."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from ...chipping.classes import ClassTable
from ...writers.base import LabelFormat
from ...writers.dataset.exported_set import ExportedSet
from ...writers.dataset.reading import Entry
from ..job import ExportJob


@dataclass(frozen=True)
class PlannedSet:
    """An export that has no files.

    Attributes:
        job: all that the export would work with.
        before: classes of chips that would be there already.
    """

    job: ExportJob
    before: ClassTable = field(default_factory=lambda: ClassTable(()))

    @cached_property
    def folder(self) -> Path:
        """The export folder."""
        return self.job.folder.path.absolute()

    @property
    def classes(self) -> ClassTable:
        """The class table."""
        known = {each.value: each for each in (*self.before, *self.job.classes)}
        return ClassTable.of(list(known.values()))

    @property
    def label_format(self) -> type[LabelFormat]:
        """The format of the labels."""
        return type(self.job.label_format)

    @property
    def width(self) -> int:
        """Columns of a chip (pixels)."""
        return self.job.grid.tile_x

    @property
    def height(self) -> int:
        """Rows of a chip (pixels)."""
        return self.job.grid.tile_y

    @property
    def band_count(self) -> int:
        """Bands of a chip."""
        return self.job.imagery.profile.band_count

    @property
    def cell(self) -> tuple[float, float]:
        """Width and height of a pixel (map units)."""
        return self.job.imagery.profile.cell_x, self.job.imagery.profile.cell_y

    def chosen(self, places: Sequence[int]) -> list[tuple[ExportedSet, Entry]]:
        """Return no chip: none can be shown."""
        return []
