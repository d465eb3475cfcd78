"""The finished export that another one adds to, set by set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...chipping.chip import ImageProfile
from ...chipping.classes import ClassTable
from ...chipping.sets import ALL_IN_ONE
from ...chipping.stretch import Stretch, StretchPlan
from ...chipping.untrusted.json_kinds import Anything, Text
from ...chipping.untrusted.json_shapes import MapOf, Record, validate
from ...writers.base import LabelFormat
from ...writers.dataset.stored import StoredSet, damage
from ..splits.split_file import StoredSplit
from ..storage.folder import ExportFolder
from ..storage.journal import JOURNAL_FILE

_KEPT = Record({"sets": MapOf(Text(10), Anything(), 10), "split": Anything()}, closed=True)


@dataclass(frozen=True)
class StoredExport:
    """A finished export.

    Attributes:
        sets: its sets, by their folder, "" for the export folder itself.
        split: which part of the map is in which set, None where all is in one.
    """

    sets: Mapping[str, StoredSet]
    split: StoredSplit | None = None

    @classmethod
    def read(cls, folder: ExportFolder, label_format: type[LabelFormat]) -> StoredExport:
        """Return the export in a folder.

        Args:
            folder: the export folder, which holds one.
            label_format: the format of its labels.

        Raises:
            ExportError: its files are missing or damaged, or do not say all that an export needs to go on.
        """
        reopen = label_format.set_files.reopen
        if not folder.is_split:
            return cls({ALL_IN_ONE: reopen(folder.path)})
        split = StoredSplit.read(folder.path)
        names = [name for name in folder.sets if folder.has(name)]
        return cls({name: reopen(folder.path / name) for name in names}, split)

    @classmethod
    def unfinished(cls, folder: ExportFolder, label_format: type[LabelFormat], kept: Any) -> StoredExport:
        """Return the export that an unfinished one adds to.

        Args:
            folder: the export folder.
            label_format: the format of its labels.
            kept: what ``for_journal`` returned.

        Raises:
            ExportError: its files are missing or damaged, or the journal is.
        """
        reopen = label_format.set_files.reopen
        if not folder.is_split:
            return cls({ALL_IN_ONE: reopen(folder.path, kept, JOURNAL_FILE)})
        with damage(folder.path, JOURNAL_FILE):
            validate(_KEPT, kept)
            if not kept["sets"].keys() <= set(folder.sets):
                raise ValueError("it names other sets")
            split = StoredSplit.of(kept["split"])
        sets = kept["sets"].items()
        return cls({name: reopen(folder.path / name, each, JOURNAL_FILE) for name, each in sets}, split)

    def for_journal(self) -> dict[str, Any]:
        """Return what the journal is to keep, since the files of the sets are replaced at the end."""
        kept = {name: each.for_journal() for name, each in self.sets.items()}
        return kept[ALL_IN_ONE] if self.split is None else {"sets": kept, "split": self.split.document}

    @property
    def classes(self) -> ClassTable:
        """The classes of all sets."""
        table = ClassTable(())
        for each in self.sets.values():
            table = table.merge(each.classes)
        return table

    @property
    def instance_classes(self) -> ClassTable:
        """The classes of instances beside the labels, of all sets."""
        table = ClassTable(())
        for each in self.sets.values():
            table = table.merge(each.instance_classes)
        return table

    @property
    def stretch(self) -> Stretch | None:
        """By which numbers its chips became 8 bit, None where they are as in the raster."""
        return next((each.stretch for each in self.sets.values()), None)

    @property
    def has_labels(self) -> bool:
        """Whether a chip has a label file."""
        return any(each.map.has_labels for each in self.sets.values())

    def check(
        self,
        folder: ExportFolder,
        metadata_format: str,
        counts_pixels: bool,
        profile: ImageProfile,
        image_suffix: str,
        stretch: StretchPlan,
        second: ImageProfile | None = None,
    ) -> None:
        """Refuse an export that would not go together with this one; see ``StoredSet.check``.

        Raises:
            ExportError: they differ; the message says in what.
        """
        for name, each in self.sets.items():
            place = folder.path / name
            each.check(place, metadata_format, counts_pixels, profile, image_suffix, stretch, second)
