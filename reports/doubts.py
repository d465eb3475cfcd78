"""Labels that may be errors: what is odd about them, and where they are."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Callable, NamedTuple

import numpy as np

from ..chipping.messages import Message
from ..writers.dataset.reading import Entry
from ..writers.labels.shown import BoxLabel

if TYPE_CHECKING:
    from numpy.typing import NDArray

TWICE, TWO_CLASSES, TINY_LABEL, WHOLE_CHIP, NO_DATA = "twice", "two classes", "tiny", "whole", "nodata"
KINDS = (TWICE, TWO_CLASSES, TINY_LABEL, WHOLE_CHIP, NO_DATA)
"""What labels are doubtful for, the likeliest errors first."""

TINY = 8.0
"""Side of a square (pixels) below which a label counts as tiny."""

HALF = 0.5
"""Share of valid pixels below which a chip counts as mostly nodata."""

_SAME = 0.9  # share of two boxes' common area at which they are of one thing
_MOST_PAIRED = 512  # boxes of a chip of which each is held against each; of more, only equal ones are found
_EXAMPLES = 5  # that are remembered of each kind

_SENTENCES = {
    TWICE: Message(
        "Labels of one class that lie on each other, so one thing may be labelled twice: {count}, such as "
        "{examples}"
    ),
    TWO_CLASSES: Message(
        "Labels of two classes that lie on each other, so one class may be wrong: {count}, such as {examples}"
    ),
    TINY_LABEL: Message("Labels smaller than 8 x 8 pixels: {count}, such as {examples}"),
    WHOLE_CHIP: Message("Labels that fill their whole chip: {count}, such as {examples}"),
    NO_DATA: Message("Labels in chips that are nodata for more than half: {count}, such as {examples}"),
}


class Doubtful(NamedTuple):
    """A label that may be an error.

    Attributes:
        place: of its chip in the export.
        folder: of the chip's set.
        entry: files of the chip.
        box: the label (pixels of the chip).
        is_new: the chip is of the run that ended the export.
    """

    place: int
    folder: str
    entry: Entry
    box: BoxLabel
    is_new: bool


FeatureIds = Callable[[Doubtful], Sequence[int]]
"""Returns the ids of the features that a doubtful label is of, none where they are not known."""


@dataclass
class Doubts:
    """The doubtful labels of an export.

    Attributes:
        counts: how many there are of each kind.
        examples: the first of each kind.
    """

    counts: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[Doubtful]] = field(default_factory=dict)

    def add(self, kind: str, labels: Sequence[Doubtful]) -> None:
        """Count labels of a kind, and remember the first of different chips."""
        self.counts[kind] += len(labels)
        kept = self.examples.setdefault(kind, [])
        for each in labels:
            if len(kept) < _EXAMPLES and each.place not in {other.place for other in kept}:
                kept.append(each)

    @property
    def places(self) -> list[int]:
        """Places of chips to look at, those of the likeliest errors first."""
        found = [each.place for kind in KINDS for each in self.examples.get(kind, ())]
        return list(dict.fromkeys(found))


def doubtful(
    boxes: Sequence[BoxLabel], tile: tuple[int, int], valid: float | None
) -> Iterator[tuple[str, list[BoxLabel]]]:
    """Yield the doubtful labels of a chip, by kind.

    Args:
        boxes: its labels (pixels).
        tile: its columns and rows (pixels).
        valid: share of its pixels that count, None where it is not known.
    """
    pairs = _pairs(boxes)
    yield TWICE, [boxes[j] for i, j in pairs if boxes[i].class_value == boxes[j].class_value]
    yield TWO_CLASSES, [boxes[j] for i, j in pairs if boxes[i].class_value != boxes[j].class_value]
    yield TINY_LABEL, [each for each in boxes if math.sqrt(_area(each)) < TINY]
    yield WHOLE_CHIP, [each for each in boxes if _area(each) >= tile[0] * tile[1]]
    yield NO_DATA, list(boxes) if valid is not None and valid < HALF else []


def _area(box: BoxLabel) -> float:
    return (box.right - box.left) * (box.bottom - box.top)


def _pairs(boxes: Sequence[BoxLabel]) -> list[tuple[int, int]]:
    """Return which boxes lie on each other; the first number is the smaller one."""
    if len(boxes) < 2:
        return []
    sides = np.array([each[1:] for each in boxes], dtype=np.float64)
    if len(boxes) > _MOST_PAIRED:
        _, first, inverse = np.unique(sides, axis=0, return_index=True, return_inverse=True)
        firsts = first[inverse.ravel()].tolist()
        return [(one, other) for other, one in enumerate(firsts) if one < other]
    found = np.argwhere(np.triu(overlap(sides, sides) >= _SAME, 1))
    return [(int(one), int(other)) for one, other in found]


def overlap(some: NDArray[np.float64], others: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the share of common area of each of some boxes and each of others: common by joint area.

    Args:
        some: (boxes, 4), left, top, right and bottom.
        others: likewise.
    """
    one, other = some[:, None], others[None]
    ends, starts = np.minimum(one[..., 2:], other[..., 2:]), np.maximum(one[..., :2], other[..., :2])
    common = np.clip(ends - starts, 0, None)
    areas = [(each[..., 2] - each[..., 0]) * (each[..., 3] - each[..., 1]) for each in (one, other)]
    shared = common.prod(axis=-1)
    joint = areas[0] + areas[1] - shared
    shares: NDArray[np.float64] = np.divide(shared, joint, out=np.zeros_like(shared), where=joint > 0)
    return shares


def doubt_sentences(doubts: Doubts, ids: FeatureIds, chip: str, features: str) -> list[Message]:
    """Return a sentence for each kind of doubtful labels, with chips and features to look at.

    Args:
        doubts: the labels.
        ids: tells the features that a label is of.
        chip: how a chip is named, with {stem}.
        features: likewise with its features, with {stem} and {ids}.
    """

    def named(each: Doubtful) -> str:
        found = ", ".join(map(str, ids(each)))
        return (features if found else chip).format(stem=each.entry.stem, ids=found)

    return [
        _SENTENCES[kind].with_values(
            count=doubts.counts[kind], examples=", ".join(map(named, doubts.examples[kind])) + "."
        )
        for kind in KINDS
        if doubts.counts[kind]
    ]
