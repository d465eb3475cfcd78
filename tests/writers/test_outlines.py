"""Rings, rectangles and run lengths against brute force."""

from __future__ import annotations

import numpy as np
import pytest
from hand_made_shapes import area, inside, square
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from training_data_exporter.chipping.shapes.run_lengths import mask_of, run_lengths
from training_data_exporter.writers.labels.outlines.rectangles import (
    convex_hull,
    smallest_rectangle,
    smallest_rectangles,
)
from training_data_exporter.writers.labels.outlines.rings import distinct, one_ring, signed_area

SIZE = (24, 20)
whole_points = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=3, max_size=30)
points = st.lists(st.tuples(st.floats(-50, 300), st.floats(-50, 300)), min_size=3, max_size=30)


def is_flat(its) -> bool:
    ring = np.array(its, dtype=float)
    steps = ring - ring[0]
    return bool(
        (np.abs(np.outer(steps[:, 0], steps[:, 1]) - np.outer(steps[:, 1], steps[:, 0])) < 1e-3).all()
    )


def least_area(its: np.ndarray) -> float:
    """Return the area of the smallest rectangle along the line of any two points."""
    least = np.inf
    for one in its:
        for other in its:
            length = np.hypot(*(other - one))
            if length > 1e-9:
                along = (other - one) / length
                across = np.array([-along[1], along[0]])
                least = min(least, np.ptp(its @ along) * np.ptp(its @ across))
    return least


@settings(max_examples=150, deadline=None)
@given(its=st.one_of(whole_points, points))
def test_the_rectangle_is_the_smallest_and_holds_all_points(its):
    assume(not is_flat(its))
    array = np.array(its, dtype=float)
    corners = smallest_rectangle(array)
    sides = np.roll(corners, -1, axis=0) - corners
    lengths = np.hypot(*sides.T)
    assert lengths[0] == pytest.approx(lengths[2])
    assert lengths[1] == pytest.approx(lengths[3])
    assert signed_area(corners) == pytest.approx(lengths[0] * lengths[1])  # > 0: clockwise, as y runs down
    assert signed_area(corners) <= least_area(array) * (1 + 1e-6) + 1e-6
    for corner, side, length in zip(corners, sides, lengths):
        outside = (array - corner) @ np.array([side[1], -side[0]]) / length
        assert outside.max() <= 1e-6 * max(1, np.abs(array).max())
    assert np.hypot(*corners[0]) <= np.hypot(*corners.T).min() + 1e-5


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(whole_points, points).filter(lambda its: not is_flat(its)), min_size=1, max_size=6))
def test_rectangles_of_many_shapes_are_those_of_each(shapes):
    arrays = [np.array(its, dtype=float) for its in shapes]
    found = smallest_rectangles(np.concatenate(arrays), np.array(list(map(len, arrays))))
    for array, rectangle in zip(arrays, found):
        np.testing.assert_array_equal(rectangle, smallest_rectangle(array))


def test_a_rectangle_begins_at_its_upper_left_corner_and_goes_clockwise():
    upright = smallest_rectangle(np.array([(9, 8), (3, 8), (3, 4), (9, 4), (5, 6)], dtype=float))
    np.testing.assert_allclose(upright, [(3, 4), (9, 4), (9, 8), (3, 8)])
    diamond = smallest_rectangle(np.array([(10, 4), (16, 10), (10, 16), (4, 10)], dtype=float))
    np.testing.assert_allclose(diamond, [(10, 4), (16, 10), (10, 16), (4, 10)])  # of two the upper one


@settings(max_examples=100, deadline=None)
@given(its=whole_points)
def test_the_hull_turns_one_way_and_holds_all_points(its):
    assume(not is_flat(its))
    array = np.array(its, dtype=float)
    hull = convex_hull(array)
    assert {tuple(each) for each in hull} <= set(map(tuple, array))
    for corner, end in zip(hull, np.roll(hull, -1, axis=0)):
        side = end - corner
        turns = side[0] * (array[:, 1] - corner[1]) - side[1] * (array[:, 0] - corner[0])
        assert turns.min() >= 0


def test_a_hull_of_a_hundred_thousand_points_takes_no_time():
    angle = np.linspace(0, 2 * np.pi, 100_000, endpoint=False)
    circle = 50 + 30 * np.stack((np.cos(angle), np.sin(angle)), axis=1)
    assert len(convex_hull(circle)) > 99_000
    assert signed_area(smallest_rectangle(circle)) == pytest.approx(3600, rel=1e-6)


RING = square(1, 1, 23, 19)
HOLES = [square(3, 3, 6, 7), square(8, 4, 12, 9)[::-1], square(14, 10, 20, 15)]
APART = [square(2, 2, 5, 5)[::-1], square(9, 7, 12, 18), [(15, 2), (22, 4), (16, 11)]]


@pytest.mark.parametrize(
    "parts",
    [
        [[RING]],
        [[RING, *HOLES]],
        [[ring] for ring in APART],
        [[RING[::-1], HOLES[2]], [square(15, 11, 18, 14)]],
        [[RING, *(square(2 + 2 * x, 2 + 2 * y, 3 + 2 * x, 3 + 2 * y) for x in range(10) for y in range(8))]],
    ],
)
def test_one_ring_covers_what_all_rings_do(parts):
    arrays = [[np.array(ring, dtype=float) for ring in part] for part in parts]
    ring = one_ring(arrays)
    count = sum(map(len, parts))
    assert len(ring) == sum(len(each) for part in parts for each in part) + 2 * (count - 1)
    assert signed_area(ring) == pytest.approx(area(parts))
    expected = inside([each for part in parts for each in part], SIZE)
    np.testing.assert_array_equal(inside([ring.tolist()], SIZE), expected)


def test_bridges_are_short():
    parts = [[np.array(square(0, 0, 4, 4), float)], [np.array(square(5, 1, 9, 5), float)]]
    ring = one_ring(parts)
    steps = np.hypot(*(np.roll(ring, -1, axis=0) - ring).T)
    assert steps.sum() == pytest.approx(32 + 2 * np.hypot(1, 1))


def test_large_rings_are_joined_as_well():
    angle = np.linspace(0, 2 * np.pi, 40_000, endpoint=False)
    circle = np.stack((np.cos(angle), np.sin(angle)), axis=1)
    ring = one_ring([[100 + 90 * circle, 100 + 50 * circle]])
    assert len(ring) == 80_002
    assert signed_area(ring) == pytest.approx(np.pi * (90**2 - 50**2), rel=1e-6)


def test_points_that_are_written_alike_stand_once():
    ring = np.array([(0, 0), (0.001, 0.004), (4, 0), (4, 3), (4.004, 3.001), (-0.001, 0.003)])
    one_point = np.array([(0, 0), (0.001, 0), (0, 0.001)])
    line = np.array([(0, 0), (1, 1), (2, 2.0)])
    first, *none, last = distinct([ring, one_point, line, one_point[:0:-1], ring[::-1]], 2)
    assert first.tolist() == [[4, 0], [4, 3], [0, 0]]
    assert last.tolist() == [[4, 3], [4, 0], [0, 0]]
    assert not np.signbit(first).any()
    assert [len(each) for each in none] == [0, 0, 0]
    assert distinct([], 2) == []


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.lists(st.tuples(*[st.integers(0, 400)] * 2), min_size=3, max_size=9), min_size=1, max_size=5)
)
def test_rings_are_written_as_each_would_be_by_itself(rings):
    for ring, found in zip(rings, distinct([np.array(ring) / 140 for ring in rings], 1)):
        points = [tuple(round(each / 14) for each in point) for point in ring]
        kept = [one for one, before in zip(points, [points[-1], *points]) if one != before]
        pairs = zip(kept, [*kept[1:], *kept[:1]])
        twice = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)
        expected = [[x / 10, y / 10] for x, y in kept] if len(kept) >= 3 and twice else []
        assert found.tolist() == expected


@settings(max_examples=100, deadline=None)
@given(bits=st.lists(st.booleans(), min_size=12, max_size=12))
def test_run_lengths_go_down_the_columns_and_begin_with_what_is_out(bits):
    mask = np.array(bits).reshape(3, 4)
    lengths = run_lengths(mask)
    expected, value = [0], False
    for column in range(4):
        for row in range(3):
            if mask[row, column] != value:
                expected.append(0)
                value = not value
            expected[-1] += 1
    assert lengths == expected
    np.testing.assert_array_equal(mask_of(lengths, 3, 4), mask)


@pytest.mark.parametrize("lengths", [[], [11], [13], [14, -2]])
def test_run_lengths_of_another_mask_are_refused(lengths):
    with pytest.raises(ValueError, match="do not add up"):
        mask_of(lengths, 3, 4)
