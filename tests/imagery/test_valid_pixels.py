"""Which pixels count, against each pixel looked at on its own."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from profiles import profile

from training_data_exporter.chipping.chip import PixelBlock
from training_data_exporter.imagery.validity.valid_pixels import ALPHA_BAND, valid_pixels

GRAY = 1
TYPES = ("uint8", "int8", "uint16", "int16", "uint32", "int32", "float32", "float64")
VALUES = (0.0, 1.0, 7.0)


def elements(dtype: str):
    endless = [np.nan, np.inf, -np.inf] if np.dtype(dtype).kind == "f" else []
    return st.sampled_from([*VALUES, *endless]).map(np.dtype(dtype).type)


@st.composite
def blocks(draw):
    """Give pixels with few values, a mask of the source or none, and what the bands are."""
    dtype = draw(st.sampled_from(TYPES))
    shape = draw(st.tuples(st.integers(1, 9), st.integers(1, 4), st.integers(1, 5)))
    pixels = draw(arrays.arrays(dtype, shape, elements=elements(dtype)))
    if draw(st.booleans()):  # as imagery gives them
        pixels = np.ascontiguousarray(pixels.transpose(1, 2, 0)).transpose(2, 0, 1)
    mask = draw(st.none() | arrays.arrays("bool", shape[1:]))
    one = st.sampled_from([None, np.nan, *VALUES])
    nodata = draw(st.lists(one, min_size=shape[0], max_size=shape[0]) | one.map(lambda v: [v] * shape[0]))
    meaning = [GRAY] * (shape[0] - 1) + [draw(st.sampled_from([GRAY, ALPHA_BAND]))]
    bands = dataclasses.replace(
        profile(dtype, shape[0]), nodata=tuple(nodata), color_interpretation=tuple(meaning)
    )
    return PixelBlock(pixels, mask), bands


def counts(block, bands, band: int, row: int, column: int) -> bool:
    """Tell whether a pixel counts in a band."""
    pixel = block.values[:, row, column].tolist()
    if block.mask is not None and not block.mask[row, column]:
        return False
    if ALPHA_BAND in bands.color_interpretation and not pixel[bands.color_interpretation.index(ALPHA_BAND)]:
        return False
    is_nodata = [value == nodata for value, nodata in zip(pixel, bands.nodata)]
    return bool(np.isfinite(pixel[band])) and not is_nodata[band]


@given(blocks())
def test_pixels_count_as_each_says_on_its_own(case):
    block, bands = case
    expected = [[[counts(block, bands, *place)] for place in np.ndindex(block.values.shape)]]
    found = valid_pixels(block, bands)
    shape = block.values.shape
    mine = np.ones(shape, bool) if found is None else np.broadcast_to(found, shape)
    np.testing.assert_array_equal(mine, np.reshape(expected, shape))


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize("nodata", [None, 3.0, np.nan])
def test_where_no_pixel_is_nodata_nothing_has_to_be_masked(dtype, nodata):
    bands = dataclasses.replace(profile(dtype, 3), nodata=(nodata,) * 3)
    assert valid_pixels(PixelBlock(np.ones((3, 4, 5), dtype)), bands) is None
