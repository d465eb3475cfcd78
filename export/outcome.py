"""What an export has come to, chip by chip, and how the journal keeps it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ..chipping.statistics.bands import BandStatistics, ClassTally, FeatureStatistics, Tally
from ..writers.dataset.summary import ChipRecord


class WrittenChip(NamedTuple):
    """What the loop keeps of a chip once its files stand.

    Attributes:
        record: what the files of the whole set say of it.
        bands: statistics of each band.
        counted: class value and size of each label, as statistics count them.
        objects: labels written.
    """

    record: ChipRecord
    bands: tuple[BandStatistics, ...]
    counted: tuple[tuple[int, float], ...]
    objects: int


@dataclass
class ExportResult:
    """What an export came to.

    Attributes:
        bands: statistics of each band, with those of an export that it adds to.
        features: labels per class and per chip, likewise.
        entries: the chips of this run, in order.
        valid: pixels of each chip of this run that count, in the band that has most.
        objects: labels written in this run.
        empty: chips of this run that show no label.
        without_labels: chips left out because they have no labels.
        without_pixels: chips left out because they have no valid pixel.
    """

    bands: list[BandStatistics]
    features: FeatureStatistics
    entries: list[ChipRecord] = field(default_factory=list)
    valid: list[int] = field(default_factory=list)
    objects: int = 0
    empty: int = 0
    without_labels: int = 0
    without_pixels: int = 0

    def add(self, chip: WrittenChip) -> None:
        """Count a written chip."""
        self.bands = [mine.merge(its) for mine, its in zip(self.bands, chip.bands)]
        self.features.add_chip(chip.counted)
        self.entries.append(chip.record)
        self.valid.append(max(band.count for band in chip.bands))
        self.objects += chip.objects
        self.empty += not chip.objects

    def state(self) -> dict[str, Any]:
        """Return everything but what is kept chip by chip as JSON can hold it, to the last bit."""
        classes = {
            str(value): [tally.images, dict(vars(tally.sizes))]
            for value, tally in self.features.per_class.items()
        }
        return {
            "bands": [dict(vars(band)) for band in self.bands],
            "images": self.features.images,
            "per_image": dict(vars(self.features.per_image)),
            "classes": classes,
            "counts": [self.objects, self.empty, self.without_labels, self.without_pixels],
        }

    def restore(self, state: dict[str, Any], entries: list[ChipRecord], valid: list[int]) -> None:
        """Take over a state.

        Args:
            state: what ``state`` returned.
            entries: the chips written until then.
            valid: how many of their pixels count.
        """
        self.bands = [BandStatistics(**band) for band in state["bands"]]
        per_class = {
            int(value): ClassTally(images, Tally(**sizes))
            for value, (images, sizes) in state["classes"].items()
        }
        self.features = FeatureStatistics(state["images"], Tally(**state["per_image"]), per_class)
        self.entries, self.valid = entries, valid
        self.objects, self.empty, self.without_labels, self.without_pixels = state["counts"]
