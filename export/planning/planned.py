"""The chips that an export would write, from one look at the labels; no pixel is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Callable, NamedTuple

import numpy as np

from ...chipping.chip import Chip, ChipLabels
from ...chipping.frame import Affine
from ...chipping.plan.grid import Place
from ...chipping.plan.listed import AnyBatch, ListedBatch
from ...chipping.plan.turned import TurnedTile
from ...chipping.retry import Stop
from ...chipping.steps import Step, bounds
from ...labels.source import labels_of
from ...writers.labels.shown import BoxLabel, LabelSize, ShownLabels
from ..batches.wanted import wanted_places
from ..job import ExportJob
from ..outcome import OVER_QUOTA, WITHOUT_LABELS

_NO_PIXELS = np.empty((0, 0, 0), dtype=np.uint8)


class PlannedChip(NamedTuple):
    """A chip as it would be written.

    Attributes:
        image: path of its image, relative to the folder of its set, forward slashes.
        folder: of its set, "" for the export folder itself.
        transform: its geotransform in GDAL's order (map units).
        size: its columns and rows (pixels).
        sizes: of its labels.
    """

    image: str
    folder: str
    transform: Affine
    size: tuple[int, int]
    sizes: list[LabelSize]

    @property
    def stem(self) -> str:
        """File name without extension."""
        return PurePosixPath(self.image).stem

    @property
    def labels(self) -> tuple[str, ...]:
        """Paths of its label files: none is there."""
        return ()


@dataclass
class Plan:
    """Goes through the chips that an export would write.

    Attributes:
        job: all that the export would work with.
        left_out: chips left out, by reason.
        chips: those that would be written, by the folder of their set.
        empty: those of them without labels.
        objects: labels that would be written.
        fullest: the batch with the most chips that would be written, None where there is none.
    """

    job: ExportJob
    left_out: Counter[str] = field(default_factory=Counter)
    chips: Counter[str] = field(default_factory=Counter)
    empty: int = 0
    objects: int = 0
    fullest: AnyBatch | None = None
    _most: int = 0

    @property
    def count(self) -> int:
        """Chips that would be written."""
        return sum(self.chips.values())

    def walk(self, progress: Callable[[float], None], stop: Stop) -> Iterator[PlannedChip]:
        """Yield each chip, in the order of their numbers, and count it.

        Args:
            progress: takes how much has been looked at, 0 to 100.
            stop: raises Cancelled when the user has cancelled.

        Raises:
            Cancelled: the user cancelled.
            ExportError: the labels cannot be read.
        """
        done, total = 0, self.job.total
        for batch in self.job.batches():
            stop()
            yield from self._chips(batch, stop)
            done += len(batch)
            progress(100.0 * done / total)
        with Step("Looking for features without geometry"):
            self.job.labels.finish(stop)

    def _chips(self, batch: AnyBatch, stop: Stop) -> Iterator[PlannedChip]:
        chosen = self.job.selection.of(batch)
        text = "Looking for labels at columns {col_off} to {col_end}, rows {row_off} to {row_end}"
        with Step(text, **bounds(batch.window)):
            labels = labels_of(self.job.labels, batch, chosen.places, stop)
            places = list(chosen.places)
            if self.job.labels_choose:
                places = wanted_places(chosen, labels, self.job.quota, stop)
        self.left_out.update(chosen.left_out)
        reason = WITHOUT_LABELS if self.job.quota is None else OVER_QUOTA
        self.left_out[reason] += len(chosen.places) - len(places)
        if len(places) > self._most:
            self._most, self.fullest = len(places), batch
        for place in places:
            stop()
            yield self._chip(tile_of(batch, place), chosen.set_of(place), labels.of(place))

    def _chip(self, tile: TurnedTile, folder: str, labels: ChipLabels) -> PlannedChip:
        stem = f"{self.job.options.start_index + self.count:09d}"
        self.chips[folder] += 1
        found = labels.total
        self.objects += found
        self.empty += not found
        transform, window = tile.transform(self.job.imagery.frame), tile.window
        chip = Chip(stem, transform, _NO_PIXELS, labels)
        image = self.job.label_format.layout.image(chip) + self.job.image_format.suffix
        size = window.width, window.height
        return PlannedChip(image, folder, transform, size, self._sizes(labels, size))

    def _sizes(self, labels: ChipLabels, size: tuple[int, int]) -> list[LabelSize]:
        """Return the size of each label as its file would show it: of a box, an object or a class.

        Args:
            labels: of a chip.
            size: columns and rows of the chip (pixels).
        """
        if self.job.label_format.labels_whole_chips:
            return self._whole(labels, size)
        if labels.class_map is not None:
            return ShownLabels(class_map=labels.class_map()).sizes()
        if labels.masks is not None:
            return ShownLabels(masks=labels.masks()).sizes()
        return ShownLabels(boxes=[BoxLabel(*each[:5]) for each in labels.objects]).sizes()

    def _whole(self, labels: ChipLabels, size: tuple[int, int]) -> list[LabelSize]:
        """Return the classes of a chip, each as large as the chip."""
        area = float(size[0] * size[1])
        return [LabelSize(value, area) for value in sorted({each.class_value for each in labels.objects})]


def tile_of(batch: AnyBatch, place: Place) -> TurnedTile:
    """Return the pixels of one of the chips of a batch."""
    return batch.chip(place).tile if isinstance(batch, ListedBatch) else TurnedTile(batch.window_of(place))
