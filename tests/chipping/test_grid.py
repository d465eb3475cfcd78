"""The grid against brute force over every pixel."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from training_data_exporter.chipping.frame import PixelFrame
from training_data_exporter.chipping.plan.grid import BatchPlan, Grid, chip_count
from training_data_exporter.chipping.window import Window

lengths = st.integers(1, 60)
grids = st.builds(
    Grid,
    width=lengths,
    height=lengths,
    tile_x=st.integers(1, 30),
    tile_y=st.integers(1, 30),
    stride_x=st.integers(1, 40),
    stride_y=st.integers(1, 40),
)


def starts(size: int, tile: int, stride: int) -> list[int]:
    return [place * stride for place in range(chip_count(size, tile, stride))]


@given(lengths, lengths, lengths)
def test_no_pixel_is_missed_where_the_stride_is_at_most_the_tile(size, tile, stride):
    stride = min(stride, tile)
    covered = {pixel for start in starts(size, tile, stride) for pixel in range(start, start + tile)}
    assert covered >= set(range(size))


@given(lengths, lengths, lengths)
def test_no_chip_is_redundant(size, tile, stride):
    ends = [start + tile for start in starts(size, tile, stride)]
    assert all(end < size for end in ends[:-1])


@given(lengths, lengths, lengths)
def test_every_chip_starts_inside_the_raster(size, tile, stride):
    assert all(0 <= start < size for start in starts(size, tile, stride))


@given(lengths, lengths, lengths)
def test_no_chip_is_left_out_that_would_start_inside_and_show_something_new(size, tile, stride):
    following = chip_count(size, tile, stride) * stride
    assert following >= size or following - stride + tile >= size


def test_the_documented_counts():
    assert chip_count(300, 256, 128) == 2
    assert chip_count(256, 256, 128) == 1
    assert chip_count(257, 256, 128) == 2
    assert chip_count(1000, 256, 256) == 4
    assert chip_count(10, 256, 128) == 1
    assert chip_count(100, 10, 90) == 2
    assert chip_count(90, 10, 90) == 1


@given(grids, st.integers(1, 4000), st.integers(1, 40), st.booleans())
def test_a_plan_visits_every_chip_once_row_by_row(grid, budget, most, starts_small):
    plan = BatchPlan(grid, budget, most, starts_small)
    batches = list(plan)
    visited = [(row, column) for batch in batches for row in batch.rows for column in batch.columns]
    assert visited == [(row, column) for row in range(grid.rows) for column in range(grid.columns)]
    assert len(plan) == len(batches)
    assert sum(len(batch) for batch in batches) == len(grid) == len(visited)


@given(grids, st.integers(1, 4000), st.integers(1, 40), st.booleans())
def test_a_batch_window_is_the_smallest_that_holds_its_chips(grid, budget, most, starts_small):
    for batch in BatchPlan(grid, budget, most, starts_small):
        windows = [grid.window(row, column) for row in batch.rows for column in batch.columns]
        assert batch.window.col_off == min(window.col_off for window in windows)
        assert batch.window.row_off == min(window.row_off for window in windows)
        assert batch.window.col_end == max(window.col_end for window in windows)
        assert batch.window.row_end == max(window.row_end for window in windows)


@given(grids, st.integers(1, 4000), st.integers(1, 40), st.booleans())
def test_a_batch_stays_in_its_budget_unless_one_chip_is_more(grid, budget, most, starts_small):
    for batch in BatchPlan(grid, budget, most, starts_small):
        assert len(batch) == 1 or batch.window.width * batch.window.height <= budget
        assert len(batch) <= most


def test_a_large_grid_takes_no_memory_and_no_time():
    grid = Grid(100_000, 100_000, 256, 256, 1, 1)
    assert len(grid) == (100_000 - 256 + 1) ** 2
    plan = BatchPlan(grid, 48 << 20)
    assert next(iter(plan)).window.col_off == 0
    assert len(plan) > 0


@given(
    st.builds(Window, st.integers(-20, 20), st.integers(-20, 20), st.integers(0, 30), st.integers(0, 30)),
    st.integers(1, 20),
    st.integers(1, 20),
)
def test_cropping_keeps_exactly_the_pixels_of_the_raster(window, width, height):
    def pixels(part):
        return {
            (row, column)
            for row in range(part.row_off, part.row_end)
            for column in range(part.col_off, part.col_end)
        }

    raster = pixels(Window(0, 0, height, width))
    assert pixels(window.crop(height, width)) == pixels(window) & raster


def test_extent_and_transform_of_a_window():
    frame = PixelFrame(left=1000.0, top=5000.0, cell_x=2.0, cell_y=4.0, width=50, height=40)
    window = Window(5, 10, 6, 8)
    assert frame.extent(window) == (1020.0, 4956.0, 1036.0, 4980.0)
    assert frame.transform(window) == (1020.0, 2.0, 0.0, 4980.0, 0.0, -4.0)
