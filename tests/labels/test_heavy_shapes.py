"""Shapes with many points: the same answers as from GEOS, and each point looked at for what is near to it."""

from __future__ import annotations

import math
import threading

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from label_scenes import contents, export, layer_in_pixels
from osgeo import ogr
from scenes import limit, write_raster

from training_data_exporter.chipping.errors import Cancelled
from training_data_exporter.chipping.plan.grid import BatchPlan, Grid
from training_data_exporter.chipping.retry import watched
from training_data_exporter.chipping.window import Window
from training_data_exporter.labels.features import areas as labels_areas
from training_data_exporter.labels.objects import Spreader
from training_data_exporter.labels.shapes import thinning
from training_data_exporter.labels.shapes.polygons import Outlines
from training_data_exporter.labels.shapes.rectangle_cut import cut
from training_data_exporter.labels.shapes.scanlines import fill
from training_data_exporter.labels.shapes.thinning import Nearby, sides_of, thinned

SIDE = 1000.0


def star(count: int, amplitude: float = 0.3, seed: int = 1) -> ogr.Geometry:
    """A polygon whose edges go in and out all around."""
    angles = 2 * np.pi * np.arange(count) / count
    radii = SIDE / 3 * (1 + np.random.default_rng(seed).uniform(-amplitude, amplitude, count))
    points = np.stack((radii * np.cos(angles), radii * np.sin(angles)), axis=1) + SIDE / 2
    return polygon([np.vstack((points, points[:1]))])


def polygon(rings) -> ogr.Geometry:
    geometry = ogr.Geometry(ogr.wkbPolygon)
    for points in rings:
        ring = ogr.Geometry(ogr.wkbLinearRing)
        for x, y in points.tolist():
            ring.AddPoint_2D(x, y)
        geometry.AddGeometry(ring)
    return geometry


def sieve(cells: int, seed: int = 2) -> ogr.Geometry:
    """A square with a hole in most of its cells, an island in some holes, and holes that touch."""
    side = SIDE / cells
    random = np.random.default_rng(seed)

    def square(left, top, size):
        corners = np.array([(0, 0), (size, 0), (size, size), (0, size), (0, 0)])
        return np.add(corners, (left, top))

    holes, islands = [], []
    for row in range(cells):
        for column in range(cells):
            kind, left, top = random.integers(0, 4), column * side, row * side
            if kind:
                holes.append(square(left + side / 4, top + side / 4, side / 2))
            if kind == 2:
                islands.append(square(left + 3 * side / 8, top + 3 * side / 8, side / 4))
            if kind == 3:  # its corner touches the first one's
                holes.append(square(left + 3 * side / 4, top + 3 * side / 4, side / 8))
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for each in (polygon([square(0, 0, SIDE), *holes]), *(polygon([each]) for each in islands)):
        whole.AddGeometry(each)
    return whole


SHAPES = {
    "star": star(3000),
    "star of few": star(60),
    "sieve": sieve(25),
    "square": polygon([np.array([(0, 0), (SIDE, 0), (SIDE, SIDE), (0, SIDE), (0, 0.0)])]),
}


def outlines_of(geometry: ogr.Geometry) -> Outlines:
    return Outlines.of([bytes(geometry.ExportToWkb())])


def shared(geometry: ogr.Geometry, sides) -> ogr.Geometry:
    left, top, right, bottom = sides
    box = polygon([np.array([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)])])
    return geometry.Intersection(box)


whole_numbers = st.integers(-50, 1050)
windows = st.tuples(whole_numbers, whole_numbers, st.integers(1, 600), st.integers(1, 600)).map(
    lambda each: Window(*each)
)


@pytest.mark.parametrize("name", SHAPES)
def test_the_shapes_are_valid(name):
    assert SHAPES[name].IsValid()


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(list(SHAPES)), windows)
def test_a_thinned_shape_covers_the_same_pixels_and_is_cut_as_by_geos(name, window):
    outlines = outlines_of(SHAPES[name])
    part = thinned(outlines, sides_of(window))
    assert len(part.points) <= len(outlines.points)
    sides = sides_of(window, 0.4873)
    expected = shared(SHAPES[name], sides).GetArea()
    if not len(part.shells):
        assert expected == 0
        return
    for one, other in zip(fill(outlines, window), fill(part, window)):
        assert one.tolist() == other.tolist()
    found = cut(part, sides)
    area = ogr.CreateGeometryFromWkb(found).GetArea() if found else 0
    assert area == pytest.approx(expected, rel=1e-9, abs=1e-6)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["star", "star of few"]), windows)
def test_what_is_cut_out_of_a_shape_whose_rings_do_not_touch_is_valid(name, window):
    sides = sides_of(window, 0.4873)
    part = thinned(outlines_of(SHAPES[name]), sides_of(window))
    found = cut(part, sides) if len(part.shells) else b""
    geometry = ogr.CreateGeometryFromWkb(found) if found else ogr.Geometry(ogr.wkbPolygon)
    assert geometry.IsValid()
    assert geometry.SymDifference(shared(SHAPES[name], sides)).GetArea() == pytest.approx(0, abs=1e-6)


def test_each_hole_stays_in_its_shell():
    sides = (111.3, 97.7, 870.1, 903.9)
    found = ogr.CreateGeometryFromWkb(cut(outlines_of(SHAPES["sieve"]), sides))
    expected = shared(SHAPES["sieve"], sides)
    assert found.GetArea() == pytest.approx(expected.GetArea(), rel=1e-12)
    for number in range(found.GetGeometryCount()):
        part = found.GetGeometryRef(number)
        shell = polygon([np.array(part.GetGeometryRef(0).GetPoints())[:, :2]])
        for ring in range(1, part.GetGeometryCount()):
            points = np.array(part.GetGeometryRef(ring).GetPoints())[:, :2]
            assert shell.Contains(polygon([points]).Centroid())


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(list(SHAPES)),
    st.tuples(st.integers(20, 200), st.integers(20, 200)),
    st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900)), min_size=1, max_size=12),
)
def test_windows_may_be_asked_for_in_any_order(name, size, corners):
    outlines = outlines_of(SHAPES[name])
    shape = Nearby(outlines)
    for corner in corners:
        window = Window(*corner, *size)
        part = shape.part(window)
        expected = fill(outlines, window)
        if len(part.shells):
            for one, other in zip(expected, fill(part, window)):
                assert one.tolist() == other.tolist()
        else:
            assert not len(expected.shapes)


@pytest.fixture
def looks(monkeypatch):
    """How many points are looked at."""
    looked, real = [], thinning._below

    def noted(outlines, *arguments):
        looked.append(len(outlines.points))
        return real(outlines, *arguments)

    monkeypatch.setattr(thinning, "_below", noted)
    return looked


def spread(geometry: ogr.Geometry, height: int = 50) -> None:
    """Find the objects of chips batch by batch, as an export does."""
    shape = Nearby(outlines_of(geometry))
    grid = Grid(int(SIDE), int(SIDE), height, height, height, height)
    for batch in BatchPlan(grid, int(SIDE) * height):
        part = shape.part(batch.window)
        if len(part.shells):
            Spreader(grid, batch, 1.0, 1e-9, lambda wkb, box: b"").objects(part, [1], lambda: None)


def test_points_looked_at_grow_with_the_points(looks):
    counts = []
    for count in (10_000, 20_000, 40_000):
        looks.clear()
        spread(star(count, 0.02))
        counts.append(sum(looks))
    assert counts[1] < 2.5 * counts[0]
    assert counts[2] < 2.5 * counts[1]
    assert counts[0] < 40 * 10_000


def test_more_batches_look_at_the_points_that_meet_them_only(looks):
    counts = []
    shape = star(20_000, 0.02)
    for height in (100, 10):
        looks.clear()
        nearby = Nearby(outlines_of(shape))
        for top in range(0, int(SIDE), height):
            nearby.part(Window(top, 0, height, int(SIDE)))
        counts.append(sum(looks))
    assert counts[1] < 3 * counts[0]  # ten times as many batches, some more halvings


ROWS, COLUMNS, TILE = 96, 96, 16


@pytest.mark.usefixtures("qgis_app")
@pytest.mark.parametrize("metadata_format", ["KITTI_rectangles", "Classified_Tiles", "RCNN_Masks"])
@pytest.mark.parametrize("stride", [16, 9])
def test_heavy_features_among_light_ones_give_the_same_files(tmp_path, monkeypatch, metadata_format, stride):
    pixels = np.random.default_rng(5).integers(0, 255, (1, ROWS, COLUMNS), dtype=np.uint8)
    raster = write_raster(tmp_path / "in.tif", pixels)
    scale = ogr.CreateGeometryFromWkt("POLYGON((5 5,40 8,37 30,4 28,5 5))")
    shapes = [(scale.ExportToWkt(), 2)]
    for number, geometry in enumerate((SHAPES["star of few"], SHAPES["sieve"])):
        outlines = outlines_of(geometry)
        small = outlines.moved(outlines.points * (90 / SIDE) + 3.03)
        shapes.append((ogr.CreateGeometryFromWkb(small.wkb(0)).ExportToWkt(), 1 + number))
    shapes.append(("POLYGON((30 30,70 33,66 69,31 60,30 30))", 3))
    labels = layer_in_pixels(shapes)
    values = {"METADATA_FORMAT": metadata_format, "CLASS_VALUE_FIELD": "kind"}
    expected = contents(export(tmp_path / "light", raster, labels, TILE, stride, **values).path)
    assert len(expected) > 8
    monkeypatch.setattr("training_data_exporter.labels.features.feature_reader.HEAVY_BYTES", 200)
    monkeypatch.setattr(labels_areas, "HEAVY_BYTES", 200)
    limit(monkeypatch, batch_bytes=TILE * COLUMNS)
    heavy = contents(export(tmp_path / "heavy", raster, labels, TILE, stride, **values).path)
    assert heavy.keys() == expected.keys()
    assert [name for name in expected if heavy[name] != expected[name] and "stats" not in str(name)] == []


def test_cancel_is_heard_while_a_call_takes_long():
    release, called = threading.Event(), []

    def stop():
        called.append(True)
        if len(called) > 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        watched(release.wait, stop, math.inf)
    release.set()
    assert len(called) == 3


def test_what_a_long_call_returns_or_raises_comes_back():
    assert watched(lambda: 7, lambda: None, math.inf) == 7
    with pytest.raises(TimeoutError):
        watched(lambda: _raised(TimeoutError("its own")), lambda: None, math.inf)
    with pytest.raises(ZeroDivisionError):
        watched(lambda: 1 // 0, lambda: None, math.inf)


def _raised(error: Exception) -> None:
    raise error
