"""The shapes of regions of a class map, against their pixels, a flood fill and GEOS."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from label_scenes import covered, flood
from osgeo import ogr

from training_data_exporter.chipping.chip import Need
from training_data_exporter.chipping.frame import PixelFrame
from training_data_exporter.chipping.plan.grid import BatchPlan, Grid
from training_data_exporter.chipping.shapes.run_lengths import mask_of, run_lengths
from training_data_exporter.labels.raster.raster_labels import RasterLabels
from training_data_exporter.labels.raster.region_shapes import shapes_of
from training_data_exporter.labels.raster.regions import Regions


def polygon_of(rings) -> ogr.Geometry:
    polygon = ogr.Geometry(ogr.wkbPolygon)
    for ring in rings:
        closed = ogr.Geometry(ogr.wkbLinearRing)
        for x, y in [*ring.tolist(), ring[0].tolist()]:
            closed.AddPoint_2D(x, y)
        polygon.AddGeometry(closed)
    return polygon


def by_sides(mask: np.ndarray) -> list[np.ndarray]:
    """Return the parts of a mask that hang together by sides, in the order of their first pixels."""
    parts, done = [], ~mask
    for start in zip(*np.nonzero(mask)):
        if not done[start]:
            part, waiting = np.zeros_like(mask), [start]
            done[start] = True
            while waiting:
                row, column = waiting.pop()
                part[row, column] = True
                for near in ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)):
                    if 0 <= near[0] < mask.shape[0] and 0 <= near[1] < mask.shape[1] and not done[near]:
                        done[near] = True
                        waiting.append(near)
            parts.append(part)
    return parts


def check_polygon(rings, pixels: np.ndarray) -> None:
    """A polygon is valid, has corners only where its edge turns, and covers just the pixels."""
    polygon = polygon_of(rings)
    assert polygon.IsValid()
    assert polygon.GetArea() == pixels.sum()
    assert (covered(polygon.ExportToWkt(), *pixels.shape[::-1]) == pixels).all()
    for place, ring in enumerate(rings):
        assert ring.dtype == np.float64
        assert len(set(map(tuple, ring.tolist()))) == len(ring)
        steps = np.roll(ring, -1, axis=0) - ring
        assert ((steps == 0).sum(axis=1) == 1).all()
        assert ((steps == 0) != (np.roll(steps, 1, axis=0) == 0)).any(axis=1).all()
        x, y = ring.T
        area = np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y) / 2
        assert area > 0 if place == 0 else area < 0
        assert ring[0].tolist() == min(ring.tolist(), key=lambda point: point[::-1])


def check_shapes(values: np.ndarray) -> None:
    regions = Regions.of(values)
    shapes = shapes_of(regions)
    assert len(shapes) == len(regions.pixels) == len(flood(values))
    expected = {mask.tobytes(): value for value, mask in flood(values)}
    for number, shape in enumerate(shapes):
        mask = mask_of(shape.run_lengths(), *values.shape)
        assert shape.run_lengths() == run_lengths(mask)
        assert mask.dtype == bool and mask.shape == values.shape
        assert expected.pop(mask.tobytes()) == regions.class_values[number]
        parts = by_sides(mask)
        assert len(shape.parts) == len(parts)
        for rings, pixels in zip(shape.parts, parts):
            check_polygon(rings, pixels)
        points = np.concatenate([ring for rings in shape.parts for ring in rings])
        top, left, bottom, right = regions.boxes[number].tolist()
        assert [*points.min(axis=0), *points.max(axis=0)] == [left, top, right, bottom]


@settings(max_examples=200)
@given(
    st.tuples(st.integers(1, 14), st.integers(1, 14)).flatmap(
        lambda shape: arrays.arrays("int32", shape, elements=st.sampled_from([0, 5, 5, 70_000]))
    )
)
def test_shapes_are_the_pixels_of_regions(values):
    check_shapes(values)


CROSSED = np.array([[1, 1, 1, 1, 1], [1, 0, 1, 0, 1], [1, 1, 0, 1, 1], [1, 0, 1, 0, 1], [1, 1, 1, 1, 1]])
OPEN = np.array([[1, 1, 1, 0], [1, 0, 1, 0], [1, 1, 0, 1], [0, 0, 1, 1]])
CLOSED_BY_A_CORNER = np.array([[1, 1, 1, 1], [1, 0, 0, 1], [1, 0, 1, 0], [1, 1, 0, 0]])


@pytest.mark.parametrize(
    "values",
    [CROSSED, OPEN, CLOSED_BY_A_CORNER, np.eye(9), np.indices((8, 9)).sum(axis=0) % 2, np.ones((1, 7))],
)
def test_shapes_that_meet_themselves_at_corners(values):
    for turned in (values, values[::-1], values.T, values[:, ::-1]):
        check_shapes(np.ascontiguousarray(turned, dtype="uint8"))


def test_holes_that_touch_at_a_corner_are_two():
    (shape,) = shapes_of(Regions.of(CROSSED.astype("uint8")))
    ((outer, *holes),) = shape.parts
    assert outer.tolist() == [[0, 0], [5, 0], [5, 5], [0, 5]]
    assert sorted(map(len, holes)) == [4] * 5


def test_a_loop_that_a_corner_closes_is_one_polygon():
    """The hole touches the outer ring where two pixels of the loop meet by their corners."""
    values = np.array([[1, 1, 1], [1, 0, 1], [1, 1, 0]], dtype="uint8")
    (shape,) = shapes_of(Regions.of(values))
    ((outer, hole),) = shape.parts
    assert outer.tolist() == [[0, 0], [3, 0], [3, 2], [2, 2], [2, 3], [0, 3]]
    assert hole.tolist() == [[1, 1], [1, 2], [2, 2], [2, 1]]


def test_what_hangs_on_by_a_corner_is_a_part():
    (shape,) = shapes_of(Regions.of(np.eye(3, dtype="uint8")))
    assert [ring.tolist() for (ring,) in shape.parts] == [
        [[n, n], [n + 1, n], [n + 1, n + 1], [n, n + 1]] for n in range(3)
    ]


class Classes:
    """A class raster that is there already."""

    def __init__(self, values: np.ndarray) -> None:
        self._values = values

    class imagery:  # noqa: N801
        frame = PixelFrame(0.0, 0.0, 2.0, 2.0, 30, 34)

    def read(self, window, stop):
        padded = np.pad(self._values, ((0, 40), (0, 40)))
        return padded[window.row_off : window.row_end, window.col_off : window.col_end]


@settings(max_examples=30)
@given(
    arrays.arrays("uint8", (30, 34), elements=st.sampled_from([0, 1, 1, 4])),
    st.sampled_from([1, 700, 10**9]),
    st.sampled_from([Need.BOXES | Need.OUTLINES, Need.MASKS | Need.OUTLINES]),
)
def test_objects_of_a_class_raster_have_the_shapes_of_their_regions(values, budget, need):
    grid = Grid(30, 34, 12, 13, 7, 9)
    labels = RasterLabels(Classes(values), Classes.imagery.frame, grid, need)
    for batch in BatchPlan(grid, budget):
        for place, chip in labels.read(batch, lambda: None).chips.items():
            window = grid.window(*place)
            part = Classes(values).read(window, None)
            shapes = chip.shapes()
            assert len(shapes) == len(chip.objects) == len(flood(part))
            for each, shape in zip(chip.objects, shapes):
                mask = mask_of(shape.run_lengths(), *part.shape)
                assert (part[mask] == each.class_value).all()
                assert each.area == 4 * mask.sum()
                rows, columns = np.nonzero(mask)
                assert each[1:5] == (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)


def test_class_maps_and_boxes_have_no_shapes():
    grid = Grid(30, 34, 12, 13, 12, 13)
    for need in (Need.CLASS_MAP, Need.BOXES, Need.MASKS):
        labels = RasterLabels(Classes(np.ones((30, 34), "uint8")), Classes.imagery.frame, grid, need)
        for batch in BatchPlan(grid, 10**9):
            chips = labels.read(batch, lambda: None).chips
            assert chips and all(chip.shapes is None for chip in chips.values())
