"""Statistics of a batch's chips against those of each chip on its own."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from test_statistics import ALL_TYPES, SMALL_TYPES, elements

from training_data_exporter.chipping.statistics import cell_sums
from training_data_exporter.chipping.statistics.bands import BandStatistics
from training_data_exporter.chipping.statistics.batches import batch_statistics


@st.composite
def masks(draw, bands, rows, columns):
    """Give which pixels count, band by band or in all alike; whole areas often count or do not."""
    shape = (draw(st.sampled_from([1, bands])), rows, columns)
    valid = draw(arrays.arrays("bool", shape))
    if draw(st.booleans()):
        valid[..., draw(st.integers(0, columns)) :] = draw(st.booleans())
    if draw(st.booleans()):
        valid = np.ascontiguousarray(valid.transpose(1, 2, 0)).transpose(2, 0, 1)
    return valid


@st.composite
def batches(draw, dtypes=ALL_TYPES):
    """Give pixels, which of them count, and chips of them."""
    dtype = draw(st.sampled_from(dtypes))
    shape = draw(st.tuples(st.integers(1, 4), st.integers(1, 12), st.integers(1, 12)))
    pixels = draw(arrays.arrays(dtype, shape, elements=elements(dtype)))
    if draw(st.booleans()):  # as imagery gives them
        pixels = np.ascontiguousarray(pixels.transpose(1, 2, 0)).transpose(2, 0, 1)
    bands, rows, columns = shape
    valid = draw(st.none() | masks(bands, rows, columns))
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
    if valid is None:
        return pixels[part].reshape(-1)
    return pixels[part][np.broadcast_to(valid, pixels.shape)[part]]


def on_its_own(pixels, valid, chip):
    """Return the statistics of one chip."""
    return tuple(BandStatistics.of(values_of(pixels, valid, chip, band)) for band in range(len(pixels)))


@pytest.mark.parametrize("block_bytes", [1, 50, 1 << 19])
@given(batch=batches())
def test_all_chips_at_once_are_each_on_its_own(monkeypatch, block_bytes, batch):
    monkeypatch.setattr(cell_sums, "_BLOCK_BYTES", block_bytes)
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


@pytest.mark.parametrize("dtype", SMALL_TYPES)
@pytest.mark.parametrize("each", [False, True])
def test_masked_pixels_of_many_rows_stay_exact(dtype, each):
    """Wide enough for several blocks, some of which count as a whole, in part or not at all."""
    generator, limits = np.random.default_rng(3), np.iinfo(dtype)
    lines = generator.integers(limits.min, limits.max, (600, 1300, 3), dtype=dtype, endpoint=True)
    pixels = lines.transpose(2, 0, 1)
    valid = generator.random((3 if each else 1, 600, 1300)) < 0.7
    valid[:, 256:512, :300], valid[..., 900:] = False, True
    chips = np.array([[0, 0, 600, 1300], [10, 20, 300, 280], [256, 0, 512, 300], [300, 901, 600, 1299]])
    found = batch_statistics(pixels, valid, chips)
    assert found == [on_its_own(pixels, valid, chip) for chip in chips]
    assert [band.count for band in found[2]] == [0, 0, 0]
    assert [band.count for band in found[3]] == [300 * 398] * 3


def test_no_chips_have_no_statistics():
    assert batch_statistics(np.ones((2, 4, 4), dtype="uint8"), None, np.empty((0, 4), dtype=np.int64)) == []


@pytest.mark.parametrize("rows", [1, 63, 64, 256, 300])
@pytest.mark.parametrize("largest", [1, 255, 4095, 8191, 11585, 11586, 32767, 65535])
@pytest.mark.parametrize("dtype", ["uint8", "int8", "uint16", "int16"])
def test_squares_are_summed_exactly_however_large_they_are(dtype, largest, rows):
    limits, random = np.iinfo(dtype), np.random.default_rng(largest + rows)
    least, most = max(limits.min, -largest), min(limits.max, largest)
    spread = random.integers(least, most, (2, rows, 5), endpoint=True).astype(dtype)
    for pixels in (spread, np.full_like(spread, most), np.full_like(spread, least)):
        (chip,) = batch_statistics(pixels, None, np.array([(0, 0, rows, 5)]))
        for band, found in zip(pixels.reshape(2, -1).tolist(), chip):
            count, total, squares = len(band), sum(band), sum(value * value for value in band)
            assert found.mean == total / count
            assert found.m2 == (squares * count - total * total) / count
            assert (found.minimum, found.maximum) == (min(band), max(band))
