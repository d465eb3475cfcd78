"""Count what the label files of an export show."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, repeat
from typing import TYPE_CHECKING, Callable, NamedTuple

import numpy as np

from ..writers.dataset.exported_set import ExportedSet
from ..writers.dataset.exported_sets import Exported
from ..writers.dataset.reading import Entry
from ..writers.labels.shown import BoxLabel, LabelSize
from .doubts import HALF, TINY, WHOLE_CHIP, Doubtful, Doubts, doubtful

if TYPE_CHECKING:
    from numpy.typing import NDArray

HEAT = 16
"""Squares across and down a chip, in which the middles of labels are counted."""

_EXAMPLES = 4  # chips remembered per class, for the contact sheet


class ChipFacts(NamedTuple):
    """One chip of an export.

    Attributes:
        entry: its files.
        labels: its labels.
        valid: share of its pixels that count, None where it is not known.
        boxes: its labels' boxes (pixels), none where labels are no objects or not looked at.
        size: its columns and rows (pixels), None where they are those of all chips.
    """

    entry: Entry
    labels: Sequence[LabelSize]
    valid: float | None
    boxes: Sequence[BoxLabel] = ()
    size: tuple[int, int] | None = None


@dataclass
class ClassFacts:
    """What one class comes to.

    Attributes:
        labels: its labels: objects, or chips of a class map that show it.
        chips: chips that show it.
        pixels: pixels that its labels cover, overlaps between chips counted again.
        examples: places in the export of the first chips that show it.
        sides: sum of the sides of squares of its labels' areas (pixels).
        least: the shortest of these.
        most: the longest.
        boxes: its labels whose boxes are known and have both sides.
        aspects: sum of the logarithms of their width by height.
    """

    labels: int = 0
    chips: int = 0
    pixels: float = 0.0
    examples: list[int] = field(default_factory=list)
    sides: float = 0.0
    least: float = math.inf
    most: float = 0.0
    boxes: int = 0
    aspects: float = 0.0

    @property
    def aspect(self) -> float:
        """Width by height of its labels' boxes, their geometric mean; 0 where none is known."""
        return math.exp(self.aspects / self.boxes) if self.boxes else 0.0


@dataclass
class SetCounts:
    """What the chips of one set come to.

    Attributes:
        chips: its chips.
        labelled: those that show a label.
        per_class: labels and their pixels, by class value.
    """

    per_class: dict[int, tuple[int, float]]
    chips: int = 0
    labelled: int = 0

    def add(self, chip: ChipFacts) -> None:
        """Count one chip."""
        self.chips += 1
        self.labelled += bool(chip.labels)
        for label in chip.labels:
            labels, pixels = self.per_class[label.class_value]
            self.per_class[label.class_value] = labels + 1, pixels + label.area


@dataclass
class SetFacts:
    """What all chips come to.

    Attributes:
        tile: columns and rows of a chip (pixels).
        per_class: by class value.
        labelled: 1 for each chip that shows a label, else 0, in their order.
        per_chip: number of chips by number of their labels.
        sides: number of labels by the power of two above their side (pixels).
        cover: number of chips by tenths of their pixels that are labelled.
        tiny: labels smaller than TINY x TINY pixels.
        whole: labels that cover their whole chip.
        poor: chips with less than half of their pixels valid.
        sets: the same of each set, by its folder, "" for the export folder itself.
        doubts: labels that may be errors.
        heat: (HEAT, HEAT), labels by the square of the chip that their middle lies in.
        cut: labels that reach the border of their chip.
        sizes_vary: each chip is as large as the one feature that it is of, which hence fills it.
    """

    tile: tuple[int, int]
    per_class: dict[int, ClassFacts]
    labelled: bytearray = field(default_factory=bytearray)
    per_chip: Counter[int] = field(default_factory=Counter)
    sides: Counter[int] = field(default_factory=Counter)
    cover: Counter[int] = field(default_factory=Counter)
    tiny: int = 0
    whole: int = 0
    poor: int = 0
    sets: dict[str, SetCounts] = field(default_factory=dict)
    doubts: Doubts = field(default_factory=Doubts)
    heat: NDArray[np.int64] = field(default_factory=lambda: np.zeros((HEAT, HEAT), np.int64))
    cut: int = 0
    sizes_vary: bool = False

    @classmethod
    def of(cls, exported: Exported, sizes_vary: bool = False) -> SetFacts:
        """Return the facts of an export whose chips are still to be counted.

        Args:
            exported: the export.
            sizes_vary: each chip is as large as its feature.
        """
        per_class = {value: ClassFacts() for value in exported.classes.values}
        return cls((exported.width, exported.height), per_class, sizes_vary=sizes_vary)

    def know(self, values: Iterable[int]) -> None:
        """Take labels of more classes from now on.

        Args:
            values: of the classes, known ones among them, too.
        """
        for value in values:
            self.per_class.setdefault(value, ClassFacts())
            for each in self.sets.values():
                each.per_class.setdefault(value, (0, 0.0))

    @property
    def chips(self) -> int:
        """All chips."""
        return len(self.labelled)

    @property
    def labels(self) -> int:
        """All labels."""
        return sum(each.labels for each in self.per_class.values())

    @property
    def shown(self) -> NDArray[np.intp]:
        """Places in the export of the chips that show a label."""
        return np.flatnonzero(np.frombuffer(self.labelled, dtype=np.uint8))

    @property
    def empty(self) -> int:
        """Chips without a label."""
        return self.labelled.count(0)

    def add(self, chip: ChipFacts, folder: str = "") -> None:
        """Count one chip.

        Args:
            chip: the chip.
            folder: of its set.
        """
        if folder not in self.sets:
            self.sets[folder] = SetCounts(dict.fromkeys(self.per_class, (0, 0.0)))
        self.sets[folder].add(chip)
        place = self.chips
        self.labelled.append(bool(chip.labels))
        self.per_chip[len(chip.labels)] += 1
        for value in {each.class_value for each in chip.labels}:
            facts = self.per_class[value]
            facts.chips += 1
            if len(facts.examples) < _EXAMPLES:
                facts.examples.append(place)
        size = chip.size or self.tile
        pixels = size[0] * size[1]
        for label in chip.labels:
            self._add_label(label, pixels)
        if chip.boxes:
            self._add_boxes(chip, place, folder, size)
        self.cover[min(9, int(10 * sum(each.area for each in chip.labels) / pixels))] += 1
        self.poor += chip.valid is not None and chip.valid < HALF

    def _add_boxes(self, chip: ChipFacts, place: int, folder: str, size: tuple[int, int]) -> None:
        """Count where labels lie in their chip, and which are doubtful."""
        known = chip.valid is not None
        for kind, boxes in doubtful(chip.boxes, size, chip.valid):
            if kind == WHOLE_CHIP and self.sizes_vary:
                continue
            self.doubts.add(kind, [Doubtful(place, folder, chip.entry, each, known) for each in boxes])
        sides = np.array([each[1:] for each in chip.boxes], dtype=np.float64)
        middles = (sides[:, :2] + sides[:, 2:]) / 2 / size
        across, down = np.clip((middles * HEAT).astype(np.intp), 0, HEAT - 1).T
        np.add.at(self.heat, (down, across), 1)
        self.cut += int(((sides[:, :2] <= 0) | (sides[:, 2:] >= size)).any(axis=1).sum())
        for box, (width, height) in zip(chip.boxes, (sides[:, 2:] - sides[:, :2]).tolist()):
            if width > 0 and height > 0:
                facts = self.per_class[box.class_value]
                facts.boxes += 1
                facts.aspects += math.log(width / height)

    def _add_label(self, label: LabelSize, pixels: int) -> None:
        facts = self.per_class[label.class_value]
        facts.labels += 1
        facts.pixels += label.area
        side = math.sqrt(label.area)
        facts.sides += side
        facts.least, facts.most = min(facts.least, side), max(facts.most, side)
        self.sides[max(0, math.ceil(math.log2(side))) if side > 0 else 0] += 1
        self.tiny += side < TINY
        self.whole += label.area >= pixels and not self.sizes_vary


def chip_facts(
    exported: ExportedSet, valid: tuple[int, Iterable[int]], stop: Callable[[], None]
) -> Iterator[ChipFacts]:
    """Yield all chips of an export, in order.

    Args:
        exported: the export.
        valid: of how many chips, the last ones, it is known how many of their pixels count,
            and the number of each.
        stop: raises Cancelled when the user has cancelled.

    Raises:
        ExportError: a label raster cannot be read.
    """
    count, pixels = valid
    unknown = repeat(None, exported.map.chips - count)
    for entry, number in zip(exported.map.entries(), chain(unknown, pixels)):
        stop()
        labels, (width, height) = exported.labels(entry), exported.size(entry)
        share = None if number is None else number / (width * height)
        yield ChipFacts(entry, labels.sizes(), share, labels.places(), (width, height))
