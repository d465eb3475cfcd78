"""COCO's annotations as numbers: the same text as Python writes number by number, and nothing else."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from training_data_exporter.chipping.shapes.rings import Rings
from training_data_exporter.writers.dataset.coco.lines import ANNOTATION
from training_data_exporter.writers.dataset.coco.packed import MOST, PackedAnnotations
from training_data_exporter.writers.dataset.coco.text import lines_of
from training_data_exporter.writers.labels.coco import _boxes, _decided
from training_data_exporter.writers.labels.outlines.rings import distinct, signed_area

SIZE = (24, 16)
hundredths = st.integers(0, 999_999)
areas = st.one_of(st.floats(1e-12, 1e12), st.integers(0, 10**17).map(float))
rings = st.lists(st.tuples(hundredths, hundredths), min_size=3, max_size=6)
segmentations = st.one_of(
    st.lists(rings, min_size=1, max_size=3),
    st.lists(st.integers(0, 10**9), min_size=1, max_size=6).map(tuple),
)
annotations = st.tuples(st.integers(1, 400), st.tuples(*[hundredths] * 4), areas, segmentations)


def packed_from(image: int, found: list) -> PackedAnnotations:
    polygons = [ring for *_, each in found if isinstance(each, list) for ring in each]
    runs = [each if isinstance(each, tuple) else () for *_, each in found]
    return PackedAnnotations(
        np.full(len(found), image),
        np.array([each[0] for each in found]),
        np.array([each[1] for each in found]),
        np.array([each[2] for each in found]),
        np.array([len(each[3]) if isinstance(each[3], list) else 0 for each in found]),
        np.array(list(map(len, polygons)), dtype=np.int64),
        np.array([point for ring in polygons for point in ring], dtype=np.int64).reshape(-1, 2),
        np.array(list(map(len, runs))),
        np.array([run for each in runs for run in each], dtype=np.int64),
    )


def line(number: int, image: int, category: int, box, area: float, segmentation) -> str:
    """Return an annotation as Python's own formatting writes it."""
    sides = ", ".join(f"{each / 100:.2f}" for each in box)
    if isinstance(segmentation, tuple):
        text = json.dumps({"size": [*SIZE], "counts": [*segmentation]})
    else:
        polygons = (
            ", ".join(f"{each / 100:.2f}" for point in ring for each in point) for ring in segmentation
        )
        text = "[" + ", ".join(f"[{each}]" for each in polygons) + "]"
    return (
        f'{{"id": {number}, "image_id": {image}, "category_id": {category}, "bbox": [{sides}], '
        f'"area": {float(f"{area:.9g}")!r}, "iscrowd": 0, "segmentation": {text}}}'
    )


@settings(max_examples=60, deadline=None)
@given(chips=st.lists(st.lists(annotations, min_size=1, max_size=4), min_size=1, max_size=4))
def test_the_text_is_what_python_writes_number_by_number(chips):
    images = [7 * place + 1 for place in range(len(chips))]
    records = [packed_from(image, found).packed() for image, found in zip(images, chips)]
    together = PackedAnnotations.together(records, images, 10_000)
    each = [(image, *annotation) for image, found in zip(images, chips) for annotation in found]
    expected = [line(number, *its) for number, its in enumerate(each, 100)]
    written = lines_of(together, 99, SIZE)
    assert written == expected
    assert all(ANNOTATION.fullmatch(text.encode("ascii")) for text in written)


TRIANGLE = packed_from(3, [(1, (0, 0, 10, 10), 0.5, [[(0, 0), (10, 0), (10, 10)]])])


@pytest.mark.parametrize(
    "change",
    [
        {"images": np.array([4])},
        {"images": np.zeros(0, dtype=np.int64)},
        {"categories": np.array([1, 2])},
        {"categories": np.array([1.0])},
        {"boxes": np.array([[0, 0, 10, 2401]])},
        {"places": np.array([[0, 0], [10, 2401], [0, 10]])},
        {"categories": np.array([MOST])},
        {"areas": np.array([np.nan])},
        {"areas": np.array([np.inf])},
        {"areas": np.array([5])},
        {"rings": np.array([2])},
        {"rings": np.array([0])},
        {"points": np.array([4])},
        {"points": np.array([3, 0]), "rings": np.array([2])},
        {"counts": np.array([1]), "runs": np.array([384])},
        {"runs": np.array([384])},
    ],
)
def test_arrays_that_do_not_belong_together_are_refused(change):
    PackedAnnotations.together([TRIANGLE.packed()], [3], 24)
    with pytest.raises(ValueError):
        PackedAnnotations.together([TRIANGLE._replace(**change).packed()], [3], 24)


@settings(max_examples=60, deadline=None)
@given(end=st.integers(0, len(TRIANGLE.packed()) - 1), more=st.binary(max_size=9))
def test_a_record_that_is_cut_short_or_goes_on_is_refused(end, more):
    record = TRIANGLE.packed()
    for each in (record[:end], more if len(more) else b"?", record + b"x" + more):
        with pytest.raises(ValueError):
            PackedAnnotations.together([each], [3], 24)


sides = st.one_of(
    st.floats(0, 300), st.integers(0, 60000).map(lambda each: each / 200), st.integers(0, 999).map(float)
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(*[sides] * 4), min_size=1, max_size=9))
def test_boxes_are_rounded_as_python_rounds(found):
    for box, (left, top, right, bottom) in zip(_boxes(np.array(found)).tolist(), found):
        left, top, right, bottom = (round(each, 2) for each in (left, top, right, bottom))
        expected = [f"{each:.2f}" for each in (left, top, right - left, bottom - top)]
        assert [f"{each / 100:.2f}" for each in box] == [text.replace("-0.00", "0.00") for text in expected]


polygon = st.lists(st.integers(3, 5), min_size=1, max_size=3)


@settings(max_examples=60, deadline=None)
@given(shapes=st.lists(st.lists(polygon, max_size=3), max_size=5))
def test_polygons_as_arrays_are_the_polygons(shapes):
    made = [
        tuple(tuple(np.random.default_rng(length).random((length, 2)) for length in part) for part in parts)
        for parts in shapes
    ]
    found = Rings.of(made).polygons()
    assert [[[ring.tolist() for ring in part] for part in parts] for parts in found] == [
        [[ring.tolist() for ring in part] for part in parts] for parts in made
    ]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.tuples(st.floats(0, 2), st.floats(0, 2)), min_size=1, max_size=7), min_size=1, max_size=5
    )
)
def test_rings_are_written_without_points_that_rounding_makes_alike(found):
    given_rings = [np.array(each) for each in found]
    for ring, written in zip(given_rings, distinct(given_rings, 2)):
        rounded = [tuple(point) for point in np.round(ring, 2).tolist()]
        kept = [point for place, point in enumerate(rounded) if point != rounded[place - 1]]
        is_ring = len(kept) >= 3 and abs(signed_area(np.array(kept))) > 1e-6
        np.testing.assert_allclose(written, kept if is_ring else np.empty((0, 2)), atol=1e-9)


thousandths = st.integers(-(10**7), 10**7).map(lambda number: number / 1000)
eighths = st.integers(-(10**6), 10**6).map(lambda number: number / 8)
near = st.tuples(thousandths, st.sampled_from([-np.inf, np.inf])).map(lambda pair: float(np.nextafter(*pair)))


@given(st.lists(st.one_of(thousandths, eighths, near, st.floats(-1e5, 1e5)), min_size=1, max_size=30))
def test_what_lies_between_two_hundredths_is_rounded_by_all_its_bits(numbers):
    between = [number for number in numbers if abs(abs(number * 100 % 1) - 0.5) < 1e-6]
    expected = [round(round(number, 2) * 100) for number in between]
    assert _decided(np.array(between, dtype=float)).tolist() == expected


def test_the_best_known_numbers_between_two_hundredths():
    numbers = [0.125, 0.375, 1.005, 2.675, 1.115, 100.005, 64.125, -0.125, 0.005]
    assert _decided(np.array(numbers)).tolist() == [round(round(number, 2) * 100) for number in numbers]
