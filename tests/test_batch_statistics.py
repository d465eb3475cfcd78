"""Statistics of a batch's chips against those of each chip on its own."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from test_statistics import ALL_TYPES, SMALL_TYPES, elements

from training_data_exporter.chipping.batch_statistics import batch_statistics
from training_data_exporter.chipping.statistics import BandStatistics


@st.composite
def batches(draw, dtypes=ALL_TYPES):
    """Give pixels, which of them count, and chips of them."""
    dtype = draw(st.sampled_from(dtypes))
    shape = draw(st.tuples(st.integers(1, 4), st.integers(1, 12), st.integers(1, 12)))
    pixels = draw(arrays.arrays(dtype, shape, elements=elements(dtype)))
    if draw(st.booleans()):  # as imagery gives them
        pixels = np.ascontiguousarray(pixels.transpose(1, 2, 0)).transpose(2, 0, 1)
    valid = draw(st.none() | arrays.arrays("bool", shape))
    _, rows, columns = shape
    sides = st.tuples(*(st.integers(0, size - 1) for size in (rows, columns)))
    corners = draw(st.lists(sides, max_size=6))
    sizes = [
        (draw(st.integers(1, rows - top)), draw(st.integers(1, columns - left))) for top, left in corners
    ]
    chips = [(top, left, top + high, left + wide) for (top, left), (high, wide) in zip(corners, sizes)]
    return pixels, valid, np.array(chips, dtype=np.int64).reshape(-1, 4)


def values_of(pixels, valid, chip, band):
    top, left, bottom, right = chip
    part = band, slice(top, bottom), slice(left, right)
    return pixels[part].reshape(-1) if valid is None else pixels[part][valid[part]]


def on_its_own(pixels, valid, chip):
    """Return the statistics of one chip."""
    return tuple(BandStatistics.of(values_of(pixels, valid, chip, band)) for band in range(len(pixels)))


@given(batches())
def test_all_chips_at_once_are_each_on_its_own(batch):
    pixels, valid, chips = batch
    assert batch_statistics(pixels, valid, chips) == [on_its_own(pixels, valid, chip) for chip in chips]


@pytest.mark.parametrize("dtype", SMALL_TYPES)
@pytest.mark.parametrize("rows", [255, 256, 257, 600])
def test_many_rows_of_the_largest_and_smallest_values_stay_exact(dtype, rows):
    for value in (np.iinfo(dtype).min, np.iinfo(dtype).max):
        pixels = np.full((2, rows, 3), value, dtype=dtype)
        pixels[1, 0, 0] = 1
        ((first, second),) = batch_statistics(pixels, None, np.array([[0, 0, rows, 3]]))
        size, other = rows * 3, int(value) - 1
        assert (first.m2, second.m2) == (0.0, float(other**2 * Fraction(size - 1, size)))


def test_no_chips_have_no_statistics():
    assert batch_statistics(np.ones((2, 4, 4), dtype="uint8"), None, np.empty((0, 4), dtype=np.int64)) == []
