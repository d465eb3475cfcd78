"""Splits against brute force over every pixel and every block."""

from __future__ import annotations

import hashlib
import itertools
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from training_data_exporter.chipping.chip import ChipLabels
from training_data_exporter.chipping.frame import PixelFrame
from training_data_exporter.chipping.plan.blocks import Blocks, Lattice
from training_data_exporter.chipping.plan.grid import Batch, BatchPlan, Grid
from training_data_exporter.chipping.plan.selection import ON_A_BORDER, SplitChips
from training_data_exporter.chipping.plan.splits import (
    NONE,
    SPLITS,
    TEST,
    TRAIN,
    VALID,
    Census,
    Wanted,
    chip_splits,
    choose,
    hashes,
)
from training_data_exporter.export.splits.looking import SeenLabels
from training_data_exporter.export.splits.survey import Survey
from training_data_exporter.labels.source import BatchLabels

CELL = 0.5
GO_ON = lambda: None  # noqa: E731


def frame_of(grid: Grid, left: float = 1000.0, top: float = 5000.0) -> PixelFrame:
    return PixelFrame(left, top, CELL, CELL, grid.height, grid.width)


def all_of(grid: Grid) -> Batch:
    return Batch.of(grid, range(grid.rows), range(grid.columns))


@st.composite
def scenes(draw) -> tuple[Grid, Blocks, tuple[int, int]]:
    """A grid on a lattice of blocks that begins anywhere, and the pixels where that begins."""
    tile = draw(st.integers(1, 9)), draw(st.integers(1, 9))
    stride = draw(st.integers(1, 10)), draw(st.integers(1, 10))
    grid = Grid(draw(st.integers(1, 60)), draw(st.integers(1, 60)), *tile, *stride)
    corner = draw(st.integers(-30, 30)), draw(st.integers(-30, 30))
    side = draw(st.integers(tile[0], 20)), draw(st.integers(tile[1], 20))
    frame = frame_of(grid)
    left, top = frame.left + corner[1] * CELL, frame.top - corner[0] * CELL
    lattice = Lattice(left, top, side[1] * CELL, side[0] * CELL)
    return grid, Blocks.of(lattice, frame, grid), corner, side


def blocks_of_pixels(window, corner, side) -> set[tuple[int, int]]:
    """Return column and row of the block of each pixel of a window, pixel by pixel."""
    rows = range(window.row_off, window.row_end)
    columns = range(window.col_off, window.col_end)
    return {((c - corner[1]) // side[1], (r - corner[0]) // side[0]) for r in rows for c in columns}


@given(scenes())
def test_a_chip_meets_the_blocks_of_its_pixels(scene):
    grid, blocks, corner, side = scene
    numbers = blocks.numbers
    batch = all_of(grid)
    corners = blocks.corners(blocks.groups(batch).ravel())
    for place, met in zip(batch.places, corners):
        found = {tuple(each) for each in numbers[met].tolist()}
        assert found == blocks_of_pixels(grid.window(*place), corner, side)


@given(scenes(), st.integers(0, 2**32))
def test_chips_of_two_splits_share_no_pixel(scene, seed):
    grid, blocks, *_ = scene
    splits = np.random.default_rng(seed).integers(0, 3, blocks.shape[0] * blocks.shape[1]).astype(np.uint8)
    chosen = SplitChips(blocks, splits).of(all_of(grid))
    seen: dict[tuple[int, int], str] = {}
    for place in chosen.places:
        window = grid.window(*place)
        for pixel in itertools.product(
            range(window.row_off, window.row_end), range(window.col_off, window.col_end)
        ):
            assert seen.setdefault(pixel, chosen.set_of(place)) == chosen.set_of(place)
    assert len(chosen.places) + sum(chosen.left_out.values()) == len(grid)
    assert set(chosen.left_out) <= {ON_A_BORDER}


@given(scenes(), st.integers(0, 2**32))
def test_only_chips_in_two_splits_are_left_out(scene, seed):
    grid, blocks, corner, side = scene
    splits = np.random.default_rng(seed).integers(0, 3, blocks.shape[0] * blocks.shape[1]).astype(np.uint8)
    split_of = {tuple(number): int(split) for number, split in zip(blocks.numbers.tolist(), splits)}
    chosen = SplitChips(blocks, splits).of(all_of(grid))
    expected = {}
    for place in all_of(grid).places:
        found = {split_of[each] for each in blocks_of_pixels(grid.window(*place), corner, side)}
        if len(found) == 1:
            expected[place] = SPLITS[found.pop()]
    assert dict(chosen.sets) == expected


@given(scenes(), st.integers(1, 40), st.integers(1, 500))
def test_batches_of_any_size_choose_the_same(scene, chips, budget):
    grid, blocks, *_ = scene
    splits = np.arange(blocks.shape[0] * blocks.shape[1], dtype=np.uint8) % 3
    selection = SplitChips(blocks, splits)
    whole = selection.of(all_of(grid))
    parts = [selection.of(batch) for batch in BatchPlan(grid, budget, chips)]
    assert [place for part in parts for place in part.places] == whole.places
    assert {place: name for part in parts for place, name in part.sets.items()} == whole.sets


def test_a_lattice_has_whole_pixels_and_begins_with_the_grid():
    grid = Grid(100, 100, 10, 20, 5, 5)
    frame = PixelFrame(7.0, 90.0, 0.3, 0.7, 100, 100)
    assert Lattice.of(frame, grid, None) == (7.0, 90.0, 160 * 0.3, 80 * 0.7)
    assert Lattice.of(frame, grid, 10.0) == (7.0, 90.0, 33 * 0.3, 14 * 0.7)


def test_a_block_that_chips_only_reach_into_goes_with_its_neighbour():
    grid = Grid(16, 70, 16, 16, 8, 8)  # the last chip spans pixels 56 to 72
    blocks = Blocks.of(Lattice(0.0, 0.0, 32.0, 32.0), PixelFrame(0.0, 0.0, 1.0, 1.0, 16, 70), grid)
    assert blocks.shape == (1, 3)
    assert blocks.leaders.tolist() == [0, 1, 1]
    known = np.full(3, NONE, dtype=np.uint8)
    census = census_of(blocks, grid, {(0, column): [1] for column in range(grid.columns)})
    splits, _ = choose(blocks, census, Wanted(0.5, 0.0), known)
    assert splits[1] == splits[2] != splits[0]


def test_the_hash_is_that_of_the_page_on_splits():
    found = hashes(5, 19, np.array([[-3, 12], [7, 0]]), GO_ON)
    for row, (column, line) in zip(found, ((-3, 12), (7, 0))):
        numbers = (5, 19 // 8, column, line)
        digest = hashlib.sha256(b"".join(n.to_bytes(8, "little", signed=True) for n in numbers)).digest()
        assert row.tolist() == [int.from_bytes(digest[4 * n : 4 * n + 4], "big") for n in range(8)]
    assert hashes(5, 19, np.zeros((0, 2), dtype=np.int64), GO_ON).shape == (0, 8)


def census_of(blocks: Blocks, grid: Grid, labels: dict[tuple[int, int], list[int]]) -> Census:
    """Count labels, given as the classes of each chip, as a survey does."""
    survey = Survey(blocks, len(grid))
    chips = {place: ChipLabels((), tuple((value, 1.0) for value in its)) for place, its in labels.items()}
    survey.add(all_of(grid), SeenLabels.of(BatchLabels(chips), counts_pixels=False))
    return survey.census()


def clustered(seed: int, grid: Grid, count: int, shares: list[float]) -> dict[tuple[int, int], list[int]]:
    """Return the classes of each chip: labels in clusters, each in all chips that hold its point."""
    random = np.random.default_rng(seed)
    found: dict[tuple[int, int], list[int]] = {}
    for value, share in enumerate(shares, start=1):
        number = round(count * share)
        centres = random.uniform(0, grid.height, (max(12, number // 25), 2))
        points = centres[random.integers(0, len(centres), number)] + random.normal(0, 150, (number, 2))
        for y, x in np.clip(points, 0, grid.height - 1).astype(int).tolist():
            rows = range(max(0, (y - grid.tile_y) // grid.stride_y + 1), y // grid.stride_y + 1)
            columns = range(max(0, (x - grid.tile_x) // grid.stride_x + 1), x // grid.stride_x + 1)
            for row, column in itertools.product(rows, columns):
                if row < grid.rows and column < grid.columns:
                    found.setdefault((row, column), []).append(value)
    return found


def shares_of(blocks: Blocks, census: Census, splits: np.ndarray) -> np.ndarray:
    """Return (3, 1 + classes), the share of each split of the chips with labels and of each class."""
    counts = census.counts(chip_splits(splits, blocks.corners(census.groups)))[:NONE]
    return counts / counts.sum(axis=0)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_class_is_shared_out_alike(seed):
    grid = Grid(12800, 12800, 256, 256, 128, 128)
    frame = PixelFrame(0.0, 0.0, 1.0, 1.0, 12800, 12800)
    blocks = Blocks.of(Lattice.of(frame, grid, 4 * 256.0), frame, grid)
    census = census_of(blocks, grid, clustered(seed, grid, 10_000, [0.6, 0.25, 0.1, 0.04, 0.01]))
    known = np.full(blocks.shape[0] * blocks.shape[1], NONE, dtype=np.uint8)
    wanted = Wanted(0.2, 0.0)
    splits, _ = choose(blocks, census, wanted, known)
    valid = shares_of(blocks, census, splits)[VALID]
    assert (np.abs(valid - 0.2) <= 0.2 / 5).all(), valid
    worst = []
    for salt in range(100):
        one, chosen = choose(blocks, census, wanted, known, range(salt, salt + 1))
        assert chosen == salt
        worst.append(np.abs(shares_of(blocks, census, one)[VALID] - 0.2).max())
    assert np.median(worst) > 0.2 / 5  # by chance alone most splits are worse
    assert np.abs(valid - 0.2).max() <= np.quantile(worst, 0.1)


@given(scenes(), st.integers(0, 2**32), st.integers(0, 90), st.integers(0, 90))
@settings(max_examples=60)
def test_the_salt_that_wins_is_the_nearest_of_all(scene, seed, valid, test):
    grid, blocks, *_ = scene
    wanted = Wanted(valid / 200, test / 200, seed)
    random = np.random.default_rng(seed)
    places = [place for place in all_of(grid).places if random.random() < 0.5]
    labels = {place: random.integers(1, 4, random.integers(1, 5)).tolist() for place in places}
    census = census_of(blocks, grid, labels)
    known = np.full(blocks.shape[0] * blocks.shape[1], NONE, dtype=np.uint8)
    splits, won = choose(blocks, census, wanted, known, range(12))
    scores = [
        distance(blocks, census, choose(blocks, census, wanted, known, range(n, n + 1))[0], wanted)
        for n in range(12)
    ]
    assert distance(blocks, census, splits, wanted) == scores[won] == min(scores)
    assert set(splits.tolist()) <= {TRAIN, VALID, TEST}


def distance(blocks: Blocks, census: Census, splits: np.ndarray, wanted: Wanted) -> float:
    """Return the squares of how far each class, and all chips with labels, are from the wanted shares."""
    counts: Counter[tuple[int, int]] = Counter()
    for place, (corners, chips) in enumerate(zip(blocks.corners(census.groups).tolist(), census.chips)):
        found = {int(splits[corner]) for corner in corners}
        if len(found) == 1:
            counts[found.copy().pop(), 0] += int(chips)
            for group, column, number in zip(*census.labels):
                if group == place:
                    counts[min(found), 1 + int(column)] += int(number)
    total = 0.0
    for split, share in ((VALID, wanted.valid), (TEST, wanted.test)):
        for column in range(1 + len(census.classes)) if share else ():
            whole = sum(counts[each, column] for each in (TRAIN, VALID, TEST))
            total += (counts[split, column] / max(1, whole) / share - 1) ** 2
    return round(total, 9)


@given(scenes(), st.integers(0, 2**32))
def test_blocks_keep_the_split_that_they_have(scene, seed):
    grid, blocks, *_ = scene
    random = np.random.default_rng(seed)
    known = random.integers(0, 4, blocks.shape[0] * blocks.shape[1]).astype(np.uint8)
    labels = {place: [1] for place in all_of(grid).places if random.random() < 0.5}
    splits, salt = choose(blocks, census_of(blocks, grid, labels), Wanted(0.3, 0.2), known, range(41, 42))
    assert salt == 41
    assert (splits[known != NONE] == known[known != NONE]).all()
    assert (splits != NONE).all()


def test_blocks_without_labels_are_in_every_split():
    grid = Grid(400, 400, 10, 10, 10, 10)
    frame = PixelFrame(0.0, 0.0, 1.0, 1.0, 400, 400)
    blocks = Blocks.of(Lattice.of(frame, grid, 10.0), frame, grid)
    known = np.full(1600, NONE, dtype=np.uint8)
    splits, _ = choose(blocks, census_of(blocks, grid, {(0, 0): [1]}), Wanted(0.2, 0.1), known)
    shares = np.bincount(splits, minlength=3) / 1600
    assert abs(shares[VALID] - 0.2) < 0.04
    assert abs(shares[TEST] - 0.1) < 0.03
    assert splits[0] == TRAIN  # the only labels are for training


@pytest.mark.parametrize(("count", "expected"), [(1, [1, 0, 0]), (2, [1, 1, 0]), (3, [1, 1, 1])])
def test_few_blocks_go_to_training_first(count, expected):
    grid = Grid(10, 10 * count, 10, 10, 10, 10)
    frame = PixelFrame(0.0, 0.0, 1.0, 1.0, 10, 10 * count)
    blocks = Blocks.of(Lattice.of(frame, grid, 10.0), frame, grid)
    census = census_of(blocks, grid, {(0, column): [1] for column in range(count)})
    splits, _ = choose(blocks, census, Wanted(0.1, 0.1), np.full(count, NONE, dtype=np.uint8))
    assert np.bincount(splits, minlength=3).tolist() == expected


def test_cancel_is_answered():
    class StopError(Exception):
        pass

    def stop():
        raise StopError

    blocks = Blocks.of(Lattice(0, 0, 9, 9), frame_of(Grid(9, 9, 3, 3, 3, 3)), Grid(9, 9, 3, 3, 3, 3))
    with pytest.raises(StopError):
        hashes(0, 0, np.zeros((3, 2), dtype=np.int64), stop)
    known = np.full(blocks.shape[0] * blocks.shape[1], NONE, dtype=np.uint8)
    with pytest.raises(StopError):
        choose(blocks, census_of(blocks, Grid(9, 9, 3, 3, 3, 3), {}), Wanted(0.1, 0), known, stop=stop)
