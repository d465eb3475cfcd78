"""Statistics in one pass against numpy over everything at once."""

from __future__ import annotations

import functools
import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from training_data_exporter.chipping.statistics.bands import (
    BandStatistics,
    CountedLabels,
    FeatureStatistics,
    Tally,
    value_counts,
)

SMALL_TYPES = ("uint8", "int8", "uint16", "int16")
ALL_TYPES = (*SMALL_TYPES, "uint32", "int32", "float32", "float64")


def elements(dtype: str):
    kind = np.dtype(dtype)
    if kind.kind == "f":
        return st.floats(-1e6, 1e6, width=kind.itemsize * 8)
    limits = np.iinfo(dtype)
    return st.integers(int(limits.min), int(limits.max))


def bands(dtypes=ALL_TYPES):
    return st.sampled_from(dtypes).flatmap(
        lambda dtype: arrays.arrays(dtype, st.integers(1, 200), elements=elements(dtype))
    )


def exact_moments(values: np.ndarray) -> tuple[Fraction, Fraction]:
    numbers = [Fraction(value.item()) for value in values]
    mean = sum(numbers) / len(numbers)
    return mean, sum((number - mean) ** 2 for number in numbers)


@given(bands())
def test_statistics_equal_the_exact_ones(values):
    mean, m2 = exact_moments(values)
    found = BandStatistics.of(values)
    assert (found.count, found.minimum, found.maximum) == (values.size, values.min(), values.max())
    assert found.mean == pytest.approx(float(mean), rel=1e-12, abs=1e-9)
    scale = float(np.abs(values.astype("float64")).max())
    assert found.m2 == pytest.approx(float(m2), rel=1e-9, abs=1e-12 * scale * scale)


@given(bands(SMALL_TYPES))
def test_8_and_16_bit_statistics_are_rounded_once(values):
    mean, m2 = exact_moments(values)
    found = BandStatistics.of(values)
    assert found.mean == float(mean)
    assert found.m2 == float(m2)


@given(
    st.sampled_from(["uint8", "uint16", "int32"]).flatmap(
        lambda dtype: arrays.arrays(
            dtype,
            st.tuples(st.integers(0, 9), st.integers(1, 9)),
            elements=st.integers(0, np.iinfo(dtype).max) | st.sampled_from([0, 1, 100]),
        )
    )
)
def test_values_are_counted_one_by_one(values):
    counts = {}
    for value in sorted(values.ravel().tolist()):
        counts[value] = counts.get(value, 0) + 1
    found = value_counts(values)
    assert list(found.items()) == list(counts.items())
    assert value_counts(values.T) == counts


def test_16_bit_statistics_stay_exact_over_many_pixels():
    values = np.full((1500, 1000), 65535, dtype="uint16")
    values[0, 0] = 65534
    found = BandStatistics.of(values)
    mean = Fraction(65535 * values.size - 1, values.size)
    assert found.mean == float(mean)
    assert found.m2 == float(1 - Fraction(1, values.size))


@given(bands(), st.data())
def test_any_split_merges_to_the_whole(values, data):
    cuts = data.draw(st.lists(st.integers(0, values.size), max_size=5).map(sorted))
    pieces = np.split(values, cuts)
    merged = functools.reduce(BandStatistics.merge, map(BandStatistics.of, pieces), BandStatistics())
    whole = BandStatistics.of(values)
    assert (merged.count, merged.minimum, merged.maximum) == (whole.count, whole.minimum, whole.maximum)
    scale = max(1.0, float(np.abs(values.astype("float64")).max()))
    assert merged.mean == pytest.approx(whole.mean, rel=1e-12, abs=1e-12 * scale)
    assert merged.m2 == pytest.approx(whole.m2, rel=1e-9, abs=1e-10 * scale * scale)


def test_a_large_offset_does_not_hide_the_spread():
    values = np.array([1e9, 1e9 + 1, 1e9 + 2])
    halves = [BandStatistics.of(values[:1]), BandStatistics.of(values[1:])]
    assert BandStatistics.of(values).m2 == 2.0
    assert halves[0].merge(halves[1]).m2 == pytest.approx(2.0)


def test_no_pixels_change_nothing():
    some = BandStatistics.of(np.array([3, 5], dtype="uint8"))
    none = BandStatistics.of(np.array([], dtype="uint8"))
    assert none == BandStatistics()
    assert some.merge(none) == none.merge(some) == some
    assert none.standard_deviation == 0.0


def test_the_standard_deviation_is_that_of_the_population():
    values = np.array([2, 4, 4, 4, 5, 5, 7, 9], dtype="uint8")
    assert BandStatistics.of(values).standard_deviation == 2.0


@given(st.integers(0, 3), st.integers(1, 40))
def test_where_the_pixels_lie_in_memory_does_not_matter(offset, size):
    noise = np.random.default_rng(size).normal(size=size + offset).astype("float32")
    assert BandStatistics.of(noise[offset:]) == BandStatistics.of(noise[offset:].copy())


@given(st.lists(st.floats(-1e6, 1e6), min_size=1))
def test_a_tally_equals_the_list(numbers):
    tally = Tally()
    for number in numbers:
        tally.add(number)
    assert (tally.minimum, tally.maximum, tally.count) == (min(numbers), max(numbers), len(numbers))
    assert tally.total == pytest.approx(math.fsum(numbers), abs=1e-6)
    assert tally.mean == pytest.approx(math.fsum(numbers) / len(numbers), abs=1e-6)


labels = st.lists(st.tuples(st.integers(0, 4), st.floats(0, 1e300)), max_size=6)


@given(st.lists(labels, max_size=8), st.integers(0, 8))
def test_chips_counted_together_are_chips_counted_one_by_one(chips, cut):
    """To the last bit, by Python's own sum of one number after another."""
    statistics = FeatureStatistics.empty(range(5))
    statistics.add(CountedLabels.of(chips[:cut]))
    statistics.add(CountedLabels.of(chips[cut:]))
    for value in range(5):
        tally, total, sizes = statistics.per_class[value], 0.0, []
        for labels_of in chips:
            sizes += [size for its, size in labels_of if its == value]
        for size in sizes:
            total += size
        assert tally.images == sum(any(its == value for its, _ in labels_of) for labels_of in chips)
        assert (tally.sizes.total, tally.sizes.count) == (total, len(sizes))
        assert (tally.sizes.minimum, tally.sizes.maximum) == (min(sizes, default=0), max(sizes, default=0))
    assert statistics.per_image.count == sum(map(bool, chips))
    assert statistics.per_image.total == sum(map(len, chips))


def test_features_are_counted_per_chip_and_class():
    statistics = FeatureStatistics.empty([1, 2, 7])
    for objects in ([(1, 10.0), (1, 2.0), (2, 5.0)], [], [(1, 4.0)]):
        statistics.add(CountedLabels.of([objects]))
    assert (statistics.images, statistics.per_image.count, statistics.features) == (3, 2, 4)
    assert (statistics.per_image.minimum, statistics.per_image.maximum) == (1, 3)
    assert statistics.per_image.mean == 2.0
    assert [statistics.per_class[value].images for value in (1, 2, 7)] == [2, 1, 0]
    sizes = statistics.per_class[1].sizes
    assert (sizes.minimum, sizes.maximum, sizes.total, sizes.count) == (2.0, 10.0, 16.0, 3)
    assert statistics.per_class[7].sizes.count == 0
