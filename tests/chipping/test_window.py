"""Windows against sets of pixels."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from training_data_exporter.chipping.chip import PixelBlock
from training_data_exporter.chipping.window import Window

windows = st.builds(Window, st.integers(-9, 9), st.integers(-9, 9), st.integers(0, 9), st.integers(0, 9))
sizes = st.integers(1, 5)


def pixels(window: Window) -> set[tuple[int, int]]:
    return {
        (row, column)
        for row in range(window.row_off, window.row_off + window.height)
        for column in range(window.col_off, window.col_off + window.width)
    }


@given(windows, windows)
def test_an_intersection_holds_the_pixels_of_both(one, other):
    assert pixels(one.intersection(other)) == pixels(one) & pixels(other)
    assert pixels(other.intersection(one)) == pixels(one) & pixels(other)


@given(windows, st.integers(1, 9), st.integers(1, 9))
def test_a_crop_holds_the_pixels_of_the_raster(window, height, width):
    assert pixels(window.crop(height, width)) == pixels(window) & pixels(Window(0, 0, height, width))


@given(windows, windows)
def test_slices_take_the_pixels_of_a_part(whole, other):
    part = whole.intersection(other)
    rows, columns = np.mgrid[
        whole.row_off : whole.row_off + whole.height, whole.col_off : whole.col_off + whole.width
    ]
    taken = part.slices(whole)
    assert set(zip(rows[taken].ravel().tolist(), columns[taken].ravel().tolist())) == pixels(part)


@given(windows, sizes, sizes)
def test_tiles_hold_each_pixel_once(window, height, width):
    tiles = list(window.tiles(height, width))
    assert sorted(pixel for tile in tiles for pixel in pixels(tile)) == sorted(pixels(window))
    assert all(tile.height <= height and tile.width <= width for tile in tiles)


@given(windows, sizes)
def test_strips_end_at_multiples_and_hold_each_pixel_once(window, height):
    strips = list(window.strips(height))
    assert sorted(pixel for strip in strips for pixel in pixels(strip)) == sorted(pixels(window))
    assert all(strip.row_end % height == 0 for strip in strips[:-1])
    assert all(0 < strip.height <= height for strip in strips)


def test_a_part_of_a_block_is_the_block_itself():
    whole, part = Window(3, 5, 4, 6), Window(4, 7, 2, 3)
    block = PixelBlock(np.zeros((2, 4, 6), dtype=np.uint8), np.zeros((4, 6), dtype=bool))
    room = block.part(part, whole)
    room.values[:] = 7
    room.mask[:] = True
    assert np.argwhere(block.values[0] == 7).tolist() == np.argwhere(block.mask).tolist()
    assert np.argwhere(block.mask).tolist() == [[row, column] for row in (1, 2) for column in (2, 3, 4)]
