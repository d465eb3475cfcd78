"""Statistics of an export, gathered chip by chip in one pass and mergeable.

The states are those of ``esri_accumulated_stats.json``: they go on from a
stored export without its pixels (Chan, Golub and LeVeque 1983, pairwise
formula). Merging in the order of the chips gives the same bits in every run.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

LARGEST = sys.float_info.max
"""What stands for sums that are too large for 64 bits: files hold no infinity."""

_NONE = np.zeros(0, dtype=np.int64)
_CHUNK = 1 << 20  # pixels whose squared 16-bit values sum exactly in a float64
_FEW = 1 << 16  # numbers below it are counted in a table, others are sorted
_LIKELY = 12  # numbers that are looked for one by one: more take longer than a table of all


@dataclass(frozen=True)
class BandStatistics:
    """Mean and spread of some pixels of one band.

    Attributes:
        count: pixels.
        minimum: smallest value (0 without pixels).
        maximum: largest value (0 without pixels).
        mean: mean value, M1.
        m2: sum of squared distances from the mean, M2.
    """

    count: int = 0
    minimum: float = 0.0
    maximum: float = 0.0
    mean: float = 0.0
    m2: float = 0.0

    @classmethod
    def of(cls, values: NDArray[Any]) -> BandStatistics:
        """Return the statistics of pixels.

        Args:
            values: valid pixels, any shape, integers or floats without NaN.
        """
        if values.size == 0:
            return cls()
        if values.dtype.itemsize <= 2:
            mean, m2 = _integer_moments(values)
        else:
            mean, m2 = _float_moments(values)
        return cls(int(values.size), float(values.min()), float(values.max()), mean, m2)

    @classmethod
    def from_sums(cls, count: int, total: int, squares: int, low: int, high: int) -> BandStatistics:
        """Return the statistics of integers whose sums are exact, rounded once.

        Args:
            count: pixels.
            total: their sum.
            squares: sum of their squares.
            low: the smallest.
            high: the largest.
        """
        if not count:
            return cls()
        return cls(count, float(low), float(high), total / count, _exact_m2(total, squares, count))

    def merge(self, other: BandStatistics) -> BandStatistics:
        """Return the statistics of both sets of pixels together."""
        return self.merge_all([other.values])

    def merge_all(self, others: Iterable[Sequence[float]]) -> BandStatistics:
        """Return the statistics of all sets of pixels together, added up one after the other.

        Args:
            others: ``values`` of each.
        """
        count, low, high, mean, m2 = self.values
        for its_count, its_low, its_high, its_mean, its_m2 in others:
            if not count:
                count, low, high, mean, m2 = int(its_count), its_low, its_high, its_mean, its_m2
            elif its_count:
                whole = count + int(its_count)
                delta = its_mean - mean
                middle = mean + delta * its_count / whole
                if not math.isfinite(middle):
                    middle = mean * (count / whole) + its_mean * (its_count / whole)
                m2 = min(LARGEST, m2 + its_m2 + delta * delta * count * its_count / whole)
                low, high = min(low, its_low), max(high, its_high)
                count, mean = whole, middle
        return BandStatistics(int(count), low, high, mean, m2)

    @property
    def values(self) -> tuple[float, ...]:
        """Count, minimum, maximum, mean and M2."""
        return self.count, self.minimum, self.maximum, self.mean, self.m2

    @property
    def standard_deviation(self) -> float:
        """Population standard deviation, ``sqrt(M2 / Num)``."""
        return math.sqrt(self.m2 / self.count) if self.count else 0.0


def _exact_m2(total: int, squares: int, count: int) -> float:
    """Return M2 from sums that are exact, rounded once."""
    return (squares * count - total * total) / count


def _integer_moments(values: NDArray[Any]) -> tuple[float, float]:
    """Return mean and M2 of 8- or 16-bit integers, from sums that are exact."""
    total = squares = 0
    flat = values.reshape(-1)
    for start in range(0, flat.size, _CHUNK):
        part = flat[start : start + _CHUNK].astype(np.float64)
        total += int(part.sum())
        squares += int(np.dot(part, part))
    return total / flat.size, _exact_m2(total, squares, flat.size)


def _float_moments(values: NDArray[Any]) -> tuple[float, float]:
    """Return mean and M2 in two passes over the pixels.

    numpy's pairwise sum, not a BLAS product: its order of addition, and so its
    last bit, does not depend on threads or on where the array lies in memory.
    """
    wide = np.ascontiguousarray(values, dtype=np.float64).reshape(-1)
    with np.errstate(over="ignore", invalid="ignore"):
        mean = float(wide.sum() / wide.size)
        if not math.isfinite(mean):
            mean = float((wide / wide.size).sum())
        apart = wide - mean
        return mean, min(LARGEST, float(np.multiply(apart, apart, out=apart).sum()))


def value_counts(values: NDArray[Any], likely: Collection[int] = ()) -> dict[int, int]:
    """Return how often each number occurs, in ascending order.

    Args:
        values: whole numbers from 0, any shape; of numbers up to 65,535 fastest.
        likely: numbers that are expected; where there are few of them and no others, faster still.
    """
    if 0 < len(likely) <= _LIKELY:
        expected = {number: int(np.count_nonzero(values == number)) for number in sorted(likely)}
        if sum(expected.values()) == values.size:
            return {number: count for number, count in expected.items() if count}
    flat = values.reshape(-1)
    if flat.max(initial=0) < _FEW:
        table = np.bincount(flat)
        found = np.flatnonzero(table)
        return dict(zip(found.tolist(), table[found].tolist()))
    starts = np.append(0, np.flatnonzero(flat[1:] != flat[:-1]) + 1)  # class maps are runs of one number
    found, run = np.unique(flat[starts], return_inverse=True)
    counts = np.bincount(run, weights=np.diff(np.append(starts, flat.size)))
    return dict(zip(found.tolist(), counts.astype(np.int64).tolist()))


@dataclass
class Tally:
    """Smallest, largest, sum and count of numbers that come one by one."""

    minimum: float = 0.0
    maximum: float = 0.0
    total: float = 0.0
    count: int = 0

    def add(self, number: float) -> None:
        """Count one number."""
        self.add_all([number])

    def add_all(self, numbers: Sequence[float] | NDArray[Any]) -> None:
        """Count some numbers, at least one."""
        flat = np.asarray(numbers)
        least, most = min(LARGEST, flat.min().item()), min(LARGEST, flat.max().item())
        self.minimum = min(self.minimum, least) if self.count else least
        self.maximum = max(self.maximum, most) if self.count else most
        with np.errstate(over="ignore"):  # one after the other, as if each came alone: sum() rounds otherwise
            total = np.add.accumulate(np.append(self.total, flat))[-1]
        self.total = min(LARGEST, float(total))
        self.count += len(flat)

    @property
    def mean(self) -> float:
        """Mean, 0 without numbers."""
        return self.total / self.count if self.count else 0.0


@dataclass
class ClassTally:
    """What one class contributed.

    Attributes:
        images: chips that show it.
        sizes: its labels: area of each (feature and chip) in squared map units,
            or its number of pixels in each chip.
    """

    images: int = 0
    sizes: Tally = field(default_factory=Tally)


class CountedLabels(NamedTuple):
    """The labels of some chips, as statistics count them.

    Attributes:
        counts: (chips), labels of each.
        classes: (labels), class value of each, chip by chip.
        sizes: (labels), size of each, see ``ClassTally``.
    """

    counts: NDArray[np.int64]
    classes: NDArray[np.int64]
    sizes: NDArray[Any]

    @classmethod
    def of(cls, chips: Sequence[Sequence[tuple[int, float]]]) -> CountedLabels:
        """Return the labels of some chips.

        Args:
            chips: class value and size of each label of each.
        """
        counts = np.array([len(labels) for labels in chips], dtype=np.int64)
        labels = [label for its in chips for label in its]
        classes, sizes = (np.array(column) for column in zip(*labels)) if labels else (_NONE, _NONE)
        return cls(counts, classes, sizes)


@dataclass
class FeatureStatistics:
    """Labels per class and per chip.

    A label is a feature's part in a chip; where labels come from a class
    raster, it is all pixels of a class in a chip.

    Attributes:
        images: all chips.
        per_image: labels of the chips that have any.
        per_class: by class value.
    """

    images: int
    per_image: Tally
    per_class: dict[int, ClassTally]

    @classmethod
    def empty(cls, class_values: Iterable[int]) -> FeatureStatistics:
        """Return the statistics of no chip."""
        return cls(0, Tally(), {value: ClassTally() for value in class_values})

    def add(self, labels: CountedLabels) -> None:
        """Count the labels of some chips, in their order."""
        self.images += len(labels.counts)
        counts = labels.counts[labels.counts > 0]
        if not len(counts):
            return
        self.per_image.add_all(counts)
        numbers = np.repeat(np.arange(len(counts)), counts)
        for value in np.unique(labels.classes).tolist():
            its = np.flatnonzero(labels.classes == value)
            self.per_class[value].images += len(np.unique(numbers[its]))
            self.per_class[value].sizes.add_all(labels.sizes[its])

    def with_classes(self, class_values: Iterable[int]) -> FeatureStatistics:
        """Return the same statistics over a table that may hold more classes."""
        tallies = {value: self.per_class.get(value) or ClassTally() for value in class_values}
        return FeatureStatistics(self.images, self.per_image, tallies)

    @property
    def features(self) -> int:
        """Labels of all chips."""
        return sum(each.sizes.count for each in self.per_class.values())
