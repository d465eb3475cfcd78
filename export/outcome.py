"""What batches and an export have come to, and how the journal keeps it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from ..chipping.sets import in_set
from ..chipping.statistics.bands import BandStatistics, ClassTally, CountedLabels, FeatureStatistics, Tally
from ..writers.dataset.summary import ChipRecord

if TYPE_CHECKING:
    from numpy.typing import NDArray

WITHOUT_LABELS, WITHOUT_PIXELS = "without labels", "without pixels"
OVER_QUOTA = "without labels, beyond EMPTY_CHIPS_PERCENT"
"""Why chips are left out."""

WITHOUT_SECOND = "second raster without pixels"
"""What is remarked of chips, beside what label formats remark."""


class WrittenChip(NamedTuple):
    """What is kept of a chip once its files stand.

    Attributes:
        record: what the files of the whole set say of it.
        bands: statistics of each band.
        counted: class value and size of each label, as statistics count them.
        objects: labels written.
        encoded: what the label format had to do to labels, and to how many; see ``EncodedChip.counts``.
        second: statistics of each band of its second image.
    """

    record: ChipRecord
    bands: tuple[BandStatistics, ...]
    counted: tuple[tuple[int, float], ...]
    objects: int
    encoded: Mapping[str, int] = {}
    second: tuple[BandStatistics, ...] = ()

    @property
    def remarked(self) -> Counter[str]:
        """What is to be said of the chip, with those before and behind it."""
        is_empty = bool(self.second) and not any(band.count for band in self.second)
        return Counter(self.encoded) + Counter({WITHOUT_SECOND: int(is_empty)})


class ListedFiles(NamedTuple):
    """The files of some chips that a set lists.

    Attributes:
        folders: how many of them are in each folder of the export folder.
        suffixes: the extensions that they have.
        labels: how many of them are label files.
    """

    folders: Counter[str]
    suffixes: set[str]
    labels: int

    @classmethod
    def of(cls, folder_of_set: str, records: Sequence[ChipRecord]) -> ListedFiles:
        """Return the files of some chips of a set."""
        names = (path for each in records for path in (*each.images, *each.labels))
        paths = [in_set(folder_of_set, name).rpartition("/") for name in names]
        return cls(
            Counter(folder for folder, _, _ in paths),
            {name[name.rindex(".") :] for _, _, name in paths},
            sum(len(each.labels) for each in records),
        )


@dataclass(frozen=True, eq=False)
class WrittenSet:
    """The written chips of a batch that belong to one set, in their order.

    Attributes:
        entries: what the journal keeps of each, see ``ChipRecord.for_journal``.
        bands: (bands, chips, 5), statistics of each band, see ``BandStatistics.values``; those of a
            second image behind the others.
        valid: pixels of each that count, in the band that has most.
        labels: their labels, as statistics count them.
        objects: labels written.
        empty: chips that show no label.
        listed: their files.
    """

    entries: list[list[Any]]
    bands: NDArray[np.float64]
    valid: list[int]
    labels: CountedLabels
    objects: int
    empty: int
    listed: ListedFiles

    @classmethod
    def of(cls, folder: str, chips: Sequence[WrittenChip]) -> WrittenSet:
        """Return the chips of a set, at least one.

        Args:
            folder: of the set, "" for the export folder itself.
            chips: in their order.
        """
        bands = np.array([[band.values for band in (*chip.bands, *chip.second)] for chip in chips])
        return cls(
            [chip.record.for_journal() for chip in chips],
            np.ascontiguousarray(bands.swapaxes(0, 1)),
            [max(band.count for band in chip.bands) for chip in chips],
            CountedLabels.of([chip.counted for chip in chips]),
            sum(chip.objects for chip in chips),
            sum(not chip.objects for chip in chips),
            ListedFiles.of(folder, [chip.record for chip in chips]),
        )

    @property
    def chips(self) -> int:
        """How many chips there are."""
        return len(self.entries)


@dataclass
class SetState:
    """What a set has come to.

    Attributes:
        bands: statistics of each band, with those of an export that is added to; those of a second
            image behind the others.
        features: labels per class and per chip, likewise.
        chips: chips written in this run and in those that it goes on from.
        objects: labels written, likewise.
        empty: chips that show no label, likewise.
    """

    bands: list[BandStatistics]
    features: FeatureStatistics
    chips: int = 0
    objects: int = 0
    empty: int = 0

    def add(self, written: WrittenSet) -> None:
        """Count written chips, one after the other."""
        self.bands = [mine.merge_all(its) for mine, its in zip(self.bands, written.bands.tolist())]
        self.features.add(written.labels)
        self.chips += written.chips
        self.objects += written.objects
        self.empty += written.empty

    def for_journal(self, values: Iterable[int]) -> dict[str, Any]:
        """Return the same as JSON can hold it, to the last bit.

        Args:
            values: the classes that have changed since that was last asked for.
        """
        tallies = {value: self.features.per_class[value] for value in sorted(values)}
        return {
            "bands": [dict(vars(band)) for band in self.bands],
            "images": self.features.images,
            "per_image": dict(vars(self.features.per_image)),
            "classes": {str(value): [each.images, dict(vars(each.sizes))] for value, each in tallies.items()},
            "counts": [self.chips, self.objects, self.empty],
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take over what ``for_journal`` gave; in the order in which it was given."""
        self.bands = [BandStatistics(**band) for band in state["bands"]]
        self.features.images = state["images"]
        self.features.per_image = Tally(**state["per_image"])
        for value, (images, sizes) in state["classes"].items():
            self.features.per_class[int(value)] = ClassTally(images, Tally(**sizes))
        self.chips, self.objects, self.empty = state["counts"]


class BatchOutcome(NamedTuple):
    """What a batch has come to, in plain values.

    Attributes:
        number: its place among the batches.
        size: its chips, those left out included.
        next_index: number that a further chip would get.
        left_out: chips left out, by reason.
        sets: its chips in each set, by the set's folder, "" for the export folder itself.
        news: what happened to features, as ``LabelReport.news`` gives it.
        files: path, bytes and checksum of each file written.
        encoded: what the label format had to do to labels of its chips, and to how many.
    """

    number: int
    size: int
    next_index: int
    left_out: Mapping[str, int]
    sets: Mapping[str, WrittenSet]
    news: dict[str, Any]
    files: Sequence[Sequence[Any]] = ()
    encoded: Mapping[str, int] = {}

    def for_journal(self, states: Mapping[str, SetState]) -> dict[str, Any]:
        """Return what the journal keeps of the batch, as JSON can hold it.

        Args:
            states: what each set has come to with this batch.
        """
        sets = {name: _kept(written, states[name]) for name, written in self.sets.items()}
        return {**self._asdict(), "left_out": dict(self.left_out), "sets": sets}


def _kept(written: WrittenSet, state: SetState) -> dict[str, Any]:
    changed = set(written.labels.classes.tolist())
    return {"state": state.for_journal(changed), "entries": written.entries, "valid": written.valid}


@dataclass
class ExportResult:
    """What an export came to.

    Attributes:
        sets: what each set has come to, by its folder, "" for the export folder itself.
        left_out: chips left out, by reason.
        listed: files that the sets list, by their folder in the export folder.
        suffixes: the extensions that they have.
        label_files: how many of them are label files.
        encoded: what the label format had to do to labels, and to how many.
    """

    sets: dict[str, SetState]
    left_out: Counter[str] = field(default_factory=Counter)
    listed: Counter[str] = field(default_factory=Counter)
    suffixes: set[str] = field(default_factory=set)
    label_files: int = 0
    encoded: Counter[str] = field(default_factory=Counter)

    def take(self, outcome: BatchOutcome) -> None:
        """Count what a batch has come to; batches in their order, so that the same bits come out."""
        self.left_out.update(outcome.left_out)
        self.encoded.update(outcome.encoded)
        for name, written in outcome.sets.items():
            self.sets[name].add(written)
            self._list(written.listed)

    def restore(self, record: Mapping[str, Any]) -> None:
        """Take over what the journal has kept of a batch; batches in their order."""
        self.left_out.update(record["left_out"])
        self.encoded.update(record.get("encoded", {}))
        for name, kept in record["sets"].items():
            self.sets[name].restore(kept["state"])
            entries = kept["entries"]
            records = [
                ChipRecord(image, tuple(labels), second="".join(more[1:])) for image, labels, *more in entries
            ]
            self._list(ListedFiles.of(name, records))

    def _list(self, files: ListedFiles) -> None:
        """Count the files of some chips of a set."""
        self.label_files += files.labels
        self.listed.update(files.folders)
        self.suffixes.update(files.suffixes)

    @property
    def chips(self) -> int:
        """Chips written in this run and in those that it goes on from."""
        return sum(each.chips for each in self.sets.values())

    @property
    def objects(self) -> int:
        """Labels written, likewise."""
        return sum(each.objects for each in self.sets.values())

    @property
    def empty(self) -> int:
        """Chips that show no label, likewise."""
        return sum(each.empty for each in self.sets.values())

    @property
    def has_label_files(self) -> bool:
        """Whether a chip has a label file."""
        return self.label_files > 0

    @property
    def without_labels(self) -> int:
        """Chips left out because they have no labels."""
        return self.left_out[WITHOUT_LABELS]

    @property
    def without_pixels(self) -> int:
        """Chips left out because they have no valid pixel."""
        return self.left_out[WITHOUT_PIXELS]
