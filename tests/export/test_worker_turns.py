"""Whose turn it is: runs of batches for each process, and rows that overlap in one batch."""

from __future__ import annotations

from collections import Counter
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training_data_exporter.chipping.plan.grid import BatchPlan, Grid
from training_data_exporter.export.job import budget_of
from training_data_exporter.export.workers.turns import Turns

MEGABYTE = 1 << 20


def given_to(plan, turns, helpers, missing=False, ahead=8):
    """Return who got each batch; the oldest is done when so many are under way."""
    found, under_way = [], []
    for batch in plan:
        whose = turns.next(helpers, missing, batch)
        found.append(whose.name if whose else "")
        if whose:
            whose.load += 1
            under_way.append(whose)
        if len(under_way) > ahead:
            under_way.pop(0).load -= 1
    return found


def grid_of(width, height):
    return Grid(width=width, height=height, tile_x=256, tile_y=256, stride_x=128, stride_y=128)


def helpers_of(count):
    return [SimpleNamespace(name="abcdefgh"[number], load=0) for number in range(count)]


def test_rows_below_each_other_go_to_one_process_four_at_a_time():
    grid = grid_of(1024, 128 * 41)
    plan = BatchPlan(grid, 1024 * 256)
    found = given_to(plan, Turns(len(grid), MEGABYTE), helpers_of(2))
    assert "".join(found[:16]) == "aaaabbbbaaaabbbb"
    assert abs(found.count("a") - found.count("b")) <= 2


@pytest.mark.parametrize(("megabytes", "most"), [(1, 4), (7, 4), (9, 3), (12, 2), (14, 2), (24, 1), (100, 1)])
def test_a_run_holds_no_more_pixels_than_a_process_has_room_for(megabytes, most):
    assert Turns(10**6, megabytes * MEGABYTE).most == most


def test_each_column_of_batches_stays_with_its_process():
    grid = grid_of(3968, 128 * 81)
    plan = BatchPlan(grid, 2100 * 256)
    batches = list(plan)
    assert len({batch.columns.start for batch in batches}) == 2
    found = given_to(plan, Turns(len(grid), MEGABYTE), helpers_of(2))
    whose = {(batch.columns.start, name) for batch, name in zip(batches[:8], found)}
    assert len(whose) == 2


def test_this_process_takes_its_turns_until_all_helpers_are_there():
    grid = grid_of(1024, 128 * 101)
    plan = BatchPlan(grid, 1024 * 256)
    assert set(given_to(plan, Turns(len(grid), MEGABYTE), [], missing=True)) == {""}
    some = Counter(given_to(plan, Turns(len(grid), MEGABYTE), helpers_of(1), missing=True))
    assert some[""] > 30 and some["a"] > 30
    assert "" not in given_to(plan, Turns(len(grid), MEGABYTE), helpers_of(1))


def test_a_run_ends_with_its_helper():
    grid = grid_of(1024, 128 * 41)
    turns, (lost, other) = Turns(len(grid), MEGABYTE), helpers_of(2)
    batches = iter(BatchPlan(grid, 1024 * 256))
    assert turns.next([lost, other], False, next(batches)) is lost
    assert turns.next([other], False, next(batches)) is other
    assert turns.next([], False, next(batches)) is None
    assert turns.next([other], False, next(batches)) is other


@given(
    width=st.integers(1, 400),
    height=st.integers(1, 400),
    tile=st.integers(1, 60),
    stride=st.integers(1, 80),
    pixels=st.integers(1, 40_000),
)
def test_two_rows_that_overlap_are_one_batch_where_twice_the_room_is_enough(
    width, height, tile, stride, pixels
):
    grid = Grid(width=width, height=height, tile_x=tile, tile_y=tile, stride_x=stride, stride_y=stride)
    budget = budget_of(grid, pixels)
    assert pixels <= budget <= 2 * pixels
    first = next(iter(BatchPlan(grid, budget)))
    rows = grid.span(range(2), range(grid.columns))
    room = rows.width * rows.height if grid.rows > 1 else 0
    if stride < tile and 0 < room <= 2 * pixels and len(first.columns) == grid.columns:
        assert len(first.rows) > 1
    elif stride >= tile:
        assert budget == pixels


def test_a_row_of_blocks_stays_with_its_process():
    grid = grid_of(1024, 128 * 81)
    plan = BatchPlan(grid, 1024 * 256)
    found = given_to(plan, Turns(len(grid), 24 * MEGABYTE, 1024), helpers_of(2))
    whose: dict[int, set[str]] = {}
    for batch, name in zip(plan, found):
        whose.setdefault(batch.window.row_off // 1024, set()).add(name)
    assert len(whose) == 10
    assert all(len(names) == 1 for names in whose.values())
    assert abs(found.count("a") - found.count("b")) <= 8
