"""Pixels in 8 bit: the numbers of the stretch against numpy over the whole raster, and what pixels become."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from profiles import profile

from training_data_exporter.chipping.chip import ImageProfile, PixelBlock
from training_data_exporter.chipping.errors import Cancelled
from training_data_exporter.chipping.frame import PixelFrame
from training_data_exporter.chipping.stretch import STRETCHES, Stretch, range_text
from training_data_exporter.chipping.window import Window
from training_data_exporter.imagery.source import Bands, empty_block
from training_data_exporter.imagery.stretch import measuring
from training_data_exporter.imagery.stretch.measuring import measured
from training_data_exporter.imagery.stretch.selection import Selection, pass_count, sortable
from training_data_exporter.imagery.stretch.stretched import (
    StretchedPixels,
    opacity,
    stretched,
    stretched_places,
)

DTYPES = ("uint8", "int8", "uint16", "int16", "uint32", "int32", "float32", "float64")
KINDS = STRETCHES[1:]
ALPHA, UNDEFINED = 6, 0


def values_of(dtype: str, seed: int, shape: tuple[int, ...], shape_of_values: str) -> np.ndarray:
    """Return values: evenly spread, few, all the same, or with outliers as large as the type holds."""
    random = np.random.default_rng(seed)
    kind = np.dtype(dtype)
    if kind.kind == "f":
        limits = np.finfo(dtype)
        even = random.normal(0, 1000, shape).astype(dtype)
    else:
        limits = np.iinfo(dtype)
        even = random.integers(limits.min, limits.max, shape, dtype=dtype, endpoint=True)
    if shape_of_values == "even":
        return even
    if shape_of_values == "few":
        return random.integers(3, 9, shape).astype(dtype)
    if shape_of_values == "same":
        return np.full(shape, 5, dtype)
    few = random.integers(20, 90, shape).astype(dtype)
    few[random.random(shape) < 0.03] = limits.max
    few[random.random(shape) < 0.03] = limits.min
    return few


DISTRIBUTIONS = ("even", "few", "same", "outliers")


def ranked(values: np.ndarray, percent: int) -> float:
    """Return the least value that at least a share of all values does not exceed."""
    ordered = np.sort(values, axis=None)
    return float(ordered[max(1, -(-percent * ordered.size // 100)) - 1])


@settings(deadline=None, max_examples=150)
@given(
    st.sampled_from(DTYPES),
    st.sampled_from(DISTRIBUTIONS),
    st.integers(0, 2**32),
    st.integers(1, 500),
    st.integers(1, 5),
)
def test_selection_finds_the_value_of_each_rank(dtype, distribution, seed, size, parts):
    values = values_of(dtype, seed, (size,), distribution)
    selection = Selection(dtype, (2, 50, 98))
    for _ in range(pass_count(dtype)):
        for part in np.array_split(values, parts):
            selection.add(part)
        selection.turn()
    assert selection.values() == [ranked(values, percent) for percent in (2, 50, 98)]


@given(st.sampled_from(DTYPES), st.sampled_from(DISTRIBUTIONS), st.integers(0, 2**32))
def test_sortable_numbers_sort_as_values_do(dtype, distribution, seed):
    values = values_of(dtype, seed, (60,), distribution)
    keys = sortable(values)
    assert keys.dtype.kind == "u"
    np.testing.assert_array_equal(values[np.argsort(keys, kind="stable")], np.sort(values))


@settings(deadline=None, max_examples=150)
@given(
    st.sampled_from(DTYPES),
    st.sampled_from(DISTRIBUTIONS),
    st.integers(0, 2**32),
    st.floats(-2000, 2000),
    st.floats(0, 4000),
)
def test_values_become_1_to_255(dtype, distribution, seed, low, width):
    values, high = values_of(dtype, seed, (40,), distribution), low + width
    found = stretched(values, low, high)
    assert found.dtype == np.uint8
    for value, step in zip(values.tolist(), found.tolist()):
        if value < low:
            assert step == 1
        elif value > high:
            assert step == 255
        elif low == high:
            assert step == 128
        else:
            assert step == pytest.approx(1 + 254 * ((value - low) / (high - low)), abs=0.5 + 1e-6)
    order = np.argsort(values, kind="stable")
    assert (np.diff(found[order].astype(int)) >= 0).all()


def test_the_ends_of_a_range_are_met():
    assert stretched(np.array([9, 10, 11, 137, 264, 265], "uint16"), 10, 264).tolist() == [
        1,
        1,
        2,
        128,
        255,
        255,
    ]
    assert stretched(np.array([-1e308, 0, 1e308]), -1e308, 1e308).tolist() == [1, 128, 255]
    assert stretched(np.array([-5, 0, 7], "int16"), 0, 0).tolist() == [1, 128, 255]
    assert stretched(np.array([0.0, 5e-324]), 0.0, 5e-324).tolist() in ([128, 128], [1, 255])


def test_alpha_stays_what_it_says():
    assert opacity(np.array([0, 1, 128, 255], "uint8")).tolist() == [0, 1, 128, 255]
    assert opacity(np.array([0, 1, 32768, 65535], "uint16")).tolist() == [0, 1, 128, 255]
    assert opacity(np.array([0, 0.0001, 0.5, 1, 7], "float32")).tolist() == [0, 1, 128, 255, 255]


@dataclass
class Memory:
    """A raster in memory."""

    pixels: np.ndarray
    profile: ImageProfile
    mask: np.ndarray | None = None
    is_local: bool = True
    reads: int = 0

    @property
    def frame(self):
        return PixelFrame(0.0, 0.0, 1.0, 1.0, *self.pixels.shape[1:])

    @property
    def bands(self):
        its = self.profile
        return Bands(its.dtype, its.nodata, its.band_names, its.color_interpretation)

    @property
    def mask_planes(self):
        return 0 if self.mask is None else 1

    def read(self, window, *rest):
        self.reads += 1
        where = (slice(None), *window.slices(Window(0, 0, *self.pixels.shape[1:])))
        mask = None if self.mask is None else self.mask[where[1:]]
        if len(rest) == 1:
            return PixelBlock(self.pixels[where], mask)
        rest[0].values[:] = self.pixels[where]
        if mask is not None:
            rest[0].mask[:] = mask
        return None


def valid_values(memory: Memory, place: int) -> np.ndarray:
    """Return the values of a band that count, by plain numpy."""
    band, nodata = memory.pixels[place], memory.profile.nodata[place]
    shown = np.isfinite(band) if band.dtype.kind == "f" else np.ones(band.shape, bool)
    if nodata is not None:
        shown &= band != nodata
    if memory.mask is not None:
        shown &= memory.mask
    if ALPHA in memory.profile.color_interpretation:
        shown &= memory.pixels[memory.profile.color_interpretation.index(ALPHA)] != 0
    return band[shown]


def expected_range(values: np.ndarray, kind: str) -> tuple[float, float]:
    if not values.size:
        return 0.0, 0.0
    if kind == "MINIMUM_MAXIMUM":
        return float(values.min()), float(values.max())
    if kind == "CUMULATIVE_CUT":
        return ranked(values, 2), ranked(values, 98)
    mean, width = values.mean(dtype="float64"), 2 * values.std(dtype="float64")
    return float(mean - width), float(mean + width)


def scene(dtype, distribution, seed, bands, rows, columns, nodata, masked, alpha) -> Memory:
    pixels = values_of(dtype, seed, (bands, rows, columns), distribution)
    random = np.random.default_rng(seed + 1)
    if np.dtype(dtype).kind == "f":
        pixels[random.random(pixels.shape) < 0.05] = np.nan
        pixels[random.random(pixels.shape) < 0.02] = np.inf
    meanings = [UNDEFINED] * bands
    if alpha and bands > 1:
        meanings[-1] = ALPHA
        pixels[-1] = random.integers(0, 3, (rows, columns))
    its = replace(profile(dtype, bands), nodata=(nodata,) * bands, color_interpretation=tuple(meanings))
    return Memory(pixels, its, random.random((rows, columns)) < 0.7 if masked else None)


SCENES = st.builds(
    scene,
    st.sampled_from(DTYPES),
    st.sampled_from(DISTRIBUTIONS),
    st.integers(0, 2**32),
    st.integers(1, 4),
    st.integers(1, 40),
    st.integers(1, 40),
    st.sampled_from([None, 5.0, 3.0]),
    st.booleans(),
    st.booleans(),
)


@settings(deadline=None, max_examples=200)
@given(SCENES, st.sampled_from(KINDS), st.integers(1, 300))
def test_numbers_are_those_of_all_valid_pixels(memory, kind, strip):
    steps: list[float] = []
    places = stretched_places(memory.bands)
    before, measuring._STRIP_VALUES = measuring._STRIP_VALUES, strip
    try:
        with np.errstate(over="ignore", invalid="ignore"):
            found = measured(memory, kind, steps.append, lambda: None)
    finally:
        measuring._STRIP_VALUES = before
    assert (found.kind, found.sampled) == (kind, 0)
    alpha = [place for place in range(len(memory.pixels)) if place not in places]
    assert [found.ranges[place] for place in alpha] == [None] * len(alpha)
    for place in places:
        values = valid_values(memory, place)
        with np.errstate(over="ignore", invalid="ignore"):
            low, high = expected_range(values, kind)
        if np.isfinite([low, high]).all():
            scale = max(1.0, float(np.abs(values.astype("float64")).max())) if values.size else 1.0
            exact = kind != "STANDARD_DEVIATION"
            assert found.ranges[place] == pytest.approx(
                (low, high), rel=1e-9, abs=0 if exact else 1e-7 * scale
            )
            assert not exact or found.ranges[place] == (low, high)
    assert steps == sorted(steps)
    assert steps[-1] == 100.0


@settings(deadline=None, max_examples=100)
@given(SCENES, st.sampled_from(KINDS), st.integers(0, 20), st.integers(0, 20))
def test_stretched_pixels_are_0_where_nothing_counts(memory, kind, row, column):
    with np.errstate(over="ignore", invalid="ignore"):
        ranges = measured(memory, kind, float, lambda: None).ranges
    source = StretchedPixels(memory, ranges)
    assert source.bands.dtype == "uint8"
    assert source.bands.nodata == (0.0,) * len(memory.pixels)
    window = Window(0, 0, *memory.pixels.shape[1:]).intersection(Window(row, column, 15, 17))
    if not window.width or not window.height:
        return
    block = empty_block(window, source.bands, source.mask_planes)
    with np.errstate(over="ignore", invalid="ignore"):
        source.read(window, block, lambda: None)
    where = window.slices(Window(0, 0, *memory.pixels.shape[1:]))
    for place, band in enumerate(memory.pixels):
        shown = np.isfinite(band) & (
            band != memory.profile.nodata[place] if memory.profile.nodata[place] else True
        )
        if memory.mask is not None:
            shown &= memory.mask
        if ALPHA in memory.profile.color_interpretation:
            shown &= memory.pixels[-1] != 0
        steps = opacity(band) if ranges[place] is None else stretched(band, *ranges[place])
        np.testing.assert_array_equal(block.values[place], np.where(shown, steps, 0)[where])
        assert ((block.values[place] != 0) == shown[where]).all()


def test_a_large_raster_is_sampled_all_over(monkeypatch):
    monkeypatch.setattr(measuring, "_SAMPLES", 16)
    y, x = np.mgrid[:2000, :3000]
    memory = Memory((y + x)[np.newaxis].astype("uint16"), profile("uint16"))
    found = measured(memory, "CUMULATIVE_CUT", float, lambda: None, most=2000 * 3000 - 1)
    assert found.sampled == 16 * 16 * 32 * 256
    assert memory.reads == 16 * 16
    (low, high) = found.ranges[0]
    assert (low, high) == pytest.approx((ranked(memory.pixels, 2), ranked(memory.pixels, 98)), rel=0.03)
    again = measured(memory, "CUMULATIVE_CUT", float, lambda: None, most=2000 * 3000 - 1)
    assert again == found
    assert measured(memory, "CUMULATIVE_CUT", float, lambda: None, most=2000 * 3000).sampled == 0


def test_a_server_is_asked_few_times():
    memory = Memory(np.ones((1, 5000, 5000), "uint16"), profile("uint16"), is_local=False)
    found = measured(memory, "MINIMUM_MAXIMUM", float, lambda: None)
    assert memory.reads == 36
    assert found.sampled == 36 * 256 * 256


def test_a_sample_that_shows_nothing_is_not_trusted():
    pixels = np.zeros((1, 400, 3000), "uint16")
    pixels[0, 40, 300] = 77  # in none of the windows
    memory = Memory(pixels, replace(profile("uint16"), nodata=(0.0,)))
    assert measured(memory, "MINIMUM_MAXIMUM", float, lambda: None, most=1000) == Stretch(
        "MINIMUM_MAXIMUM", ((77.0, 77.0),)
    )


def test_cancel_is_heard_between_strips(monkeypatch):
    monkeypatch.setattr(measuring, "_STRIP_VALUES", 100)
    memory = Memory(np.ones((1, 100, 100), "float64"), profile("float64"))

    def stop():
        if memory.reads == 7:
            raise Cancelled

    with pytest.raises(Cancelled):
        measured(memory, "CUMULATIVE_CUT", float, stop)
    assert memory.reads == 7


@given(st.lists(st.tuples(st.floats(allow_nan=False, allow_infinity=False), st.integers(-9, 9)), max_size=4))
def test_numbers_are_the_same_after_text_and_json(pairs):
    import json

    ranges = tuple((low, low + width) for low, width in pairs)
    stretch = Stretch("CUMULATIVE_CUT", (*ranges, None), 12)
    assert Stretch.of_document(json.loads(json.dumps(stretch.document))) == stretch
    text = range_text(ranges)
    assert stretch.text == text
    assert tuple(tuple(map(float, each.split(","))) for each in text.split(";") if each) == ranges
