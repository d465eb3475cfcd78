"""Arrays of polygons against GEOS, asked one polygon at a time through OGR."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from osgeo import ogr
from qgis.core import QgsGeometry, QgsRectangle
from scenes import rectangle

from training_data_exporter.chipping.chip import LabelObject
from training_data_exporter.chipping.plan.grid import Batch, Grid
from training_data_exporter.labels import geos_clip
from training_data_exporter.labels.features.repair import polygon_part
from training_data_exporter.labels.objects import Spreader
from training_data_exporter.labels.shapes.clipping import Clipper
from training_data_exporter.labels.shapes.polygons import Outlines, chunks, expanded, only_ring
from training_data_exporter.labels.shapes.simple_rings import surely_simple

WIDTH, HEIGHT = 16.0, 12.0
CHIP = ogr.CreateGeometryFromWkt(rectangle(0, 0, WIDTH, HEIGHT))

numbers = st.one_of(st.floats(-30, 45, allow_subnormal=False), st.integers(-30, 45).map(float))
points = st.tuples(numbers, numbers)
close_points = st.tuples(st.integers(0, 5).map(float), st.integers(0, 5).map(float))


def ring(corners) -> str:
    return "(" + ",".join(f"{x!r} {y!r}" for x, y in [*corners, corners[0]]) + ")"


@st.composite
def stars(draw):
    """A polygon around a centre, concave, turning either way."""
    x, y = draw(points)
    radii = draw(st.lists(st.floats(0.5, 40), min_size=3, max_size=12))
    way = draw(st.sampled_from([-1, 1]))
    angles = [way * place * 2 * math.pi / len(radii) for place in range(len(radii))]
    corners = [
        (x + radius * math.cos(angle), y + radius * math.sin(angle)) for radius, angle in zip(radii, angles)
    ]
    return f"POLYGON({ring(corners)})"


@st.composite
def random_rings(draw, corner=points):
    corners = draw(st.lists(corner, min_size=3, max_size=9, unique=True))
    return f"POLYGON({ring(corners)})"


@st.composite
def differences(draw):
    """Two shapes, one taken from the other: holes, notches and several parts."""
    one, other = (ogr.CreateGeometryFromWkt(draw(stars())) for _ in range(2))
    left = one.Difference(other) if one.IsValid() and other.IsValid() else None
    return "POLYGON EMPTY" if left is None else left.ExportToWkt()


cut_shapes = st.one_of(stars(), random_rings(), random_rings(close_points), differences())


@given(cut_shapes.filter(lambda wkt: "EMPTY" not in wkt))
def test_geos_cuts_without_qgis_as_qgis_has_it_cut(wkt):
    """The very bytes, and the very shapes that have to be made valid first."""
    shape = ogr.CreateGeometryFromWkt(wkt)
    common = QgsGeometry.fromWkt(wkt).intersection(QgsGeometry.fromRect(QgsRectangle(0, 0, WIDTH, HEIGHT)))
    expected = None if common.isNull() else polygon_part(common)
    assert geos_clip.clip(bytes(shape.ExportToIsoWkb(ogr.wkbNDR)), (0.0, 0.0, WIDTH, HEIGHT)) == expected


def geometry_of(wkt: str) -> ogr.Geometry:
    return ogr.CreateGeometryFromWkt(wkt)


def is_usable(wkt: str) -> bool:
    geometry = geometry_of(wkt)
    flat = geometry.GetGeometryType() in (ogr.wkbPolygon, ogr.wkbMultiPolygon)
    return flat and geometry.IsValid() and geometry.GetArea() > 1e-6


shapes = st.one_of(stars(), random_rings(), differences()).filter(is_usable)


def wkb_of(wkt: str) -> bytes:
    return bytes(geometry_of(wkt).ExportToWkb())


def outlines_of(wkts) -> Outlines:
    return Outlines.of([wkb_of(wkt) for wkt in wkts])


def polygons(geometry: ogr.Geometry):
    if geometry.GetGeometryType() == ogr.wkbPolygon:
        yield geometry.Clone()
    for place in range(geometry.GetGeometryCount()):
        if geometry.GetGeometryRef(place).GetDimension() == 2:
            yield from polygons(geometry.GetGeometryRef(place))


def shared(wkt: str, chip: ogr.Geometry = CHIP) -> tuple[list[float], float]:
    """Return box and area of what a shape and a chip share; an empty box of zeros."""
    parts = [part for part in polygons(geometry_of(wkt).Intersection(chip)) if part.GetArea() > 0]
    sides = np.array([part.GetEnvelope() for part in parts])
    if not len(sides):
        return [0.0] * 4, 0.0
    low, high = sides.min(axis=0), sides.max(axis=0)
    return [low[0], low[2], high[1], high[3]], sum(part.GetArea() for part in parts)


@settings(max_examples=300)
@given(st.lists(shapes, min_size=1, max_size=6))
def test_box_and_area_are_those_of_the_intersection(wkts):
    clipper = Clipper(outlines_of(wkts), WIDTH, HEIGHT)
    found = clipper.clip(np.arange(len(wkts)), np.zeros((len(wkts), 2)))
    for wkt, box, area, unsure in zip(wkts, *found):
        expected, expected_area = shared(wkt)
        if unsure:
            continue
        assert area == pytest.approx(expected_area, rel=1e-9, abs=1e-9), wkt
        if expected_area > 0:
            assert box == pytest.approx(expected, abs=1e-4), wkt
        else:
            assert box[0] > box[2], wkt


def test_few_pairs_are_unsure_where_coordinates_are_no_whole_numbers():
    rng = np.random.default_rng(1)
    triangles = [ring(rng.uniform(-10, 25, (3, 2)).tolist()) for _ in range(2000)]
    wkts = [f"POLYGON({each})" for each in triangles]
    found = Clipper(outlines_of(wkts), WIDTH, HEIGHT).clip(np.arange(2000), np.zeros((2000, 2)))
    assert np.count_nonzero(found.unsure) < 3


@pytest.mark.parametrize(
    "wkt",
    [
        rectangle(-5, -5, 0, 20),  # beside the chip
        rectangle(3, 12, 5, 14),  # below it
        rectangle(0, 0, 16, 12),  # the chip itself
        "POLYGON((-5 5,0 0,5 -5,-5 -5,-5 5))",  # an edge through a corner
        "POLYGON((-4 6,0 8,-4 9,-4 6))",  # a corner on a side
        "POLYGON((-4 6,16 8,-4 9,-4 6))",  # a corner on the other side
    ],
)
def test_touching_is_unsure(wkt):
    found = Clipper(outlines_of([wkt]), WIDTH, HEIGHT).clip(np.array([0]), np.zeros((1, 2)))
    assert found.unsure.tolist() == [True]


@pytest.mark.parametrize(
    ("wkt", "box"),
    [
        (rectangle(-5, -5, 30, 30), [0, 0, 16, 12]),  # the chip lies in the shape
        ("POLYGON((-9 -9,40 -9,40 40,-9 40,-9 -9),(-1 -1,17 -1,17 13,-1 13,-1 -1))", None),  # in its hole
        ("POLYGON((-9 -9,40 -9,40 40,-9 40,-9 -9),(4 -1,17 -1,17 13,4 13,4 -1))", [0, 0, 4, 12]),
        ("POLYGON((-3 2,9 2,9 4,-2 4,-2 6,5 6,5 8,-3 8,-3 2))", [0, 2, 9, 8]),  # a C with its back outside
        ("POLYGON((-3 -2,9 -2,9 4,8 4,8 -1,-2 -1,-2 6,5 6,5 8,-3 8,-3 -2))", [0, 0, 9, 8]),
    ],
)
def test_shapes_around_the_chip(wkt, box):
    found = Clipper(outlines_of([wkt]), WIDTH, HEIGHT).clip(np.array([0]), np.zeros((1, 2)))
    assert found.unsure.tolist() == [False]
    if box is None:
        assert found.areas.tolist() == [0]
        assert found.boxes[0, 0] > found.boxes[0, 2]
    else:
        assert found.boxes[0] == pytest.approx(box)
        assert found.areas[0] == pytest.approx(shared(wkt)[1])


@settings(max_examples=300)
@given(st.lists(st.one_of(random_rings(), random_rings(close_points), stars()), min_size=1, max_size=8))
def test_what_is_surely_simple_is_valid(wkts):
    for wkt, simple in zip(wkts, surely_simple(outlines_of(wkts))):
        assert not simple or geometry_of(wkt).IsValid()


def test_usual_outlines_are_surely_simple():
    blob = [
        ((2 + place % 2) * math.cos(place / 10 * math.pi), 3 * math.sin(place / 10 * math.pi))
        for place in range(20)
    ]
    corner = [(0, 0), (4, 0), (4, 2), (2, 2), (2, 4), (0, 4)]
    wkts = [rectangle(1, 2, 5, 4), f"POLYGON({ring(blob)})", f"POLYGON({ring(corner)})"]
    wkts.append(f"POLYGON({ring(corner[::-1])})")
    assert surely_simple(outlines_of(wkts)).all()


def test_rings_that_prove_nothing():
    bow_tie = [(0, 0), (4, 4), (4, 0), (0, 4)]
    twice_round = [(1, 0), (-1, 1), (0, -1), (1.1, 0.1), (-1, 1.1), (0, -1.1)]
    no_area = [(0, 0), (4, 4), (2, 2)]
    repeated = [(0, 0), (4, 0), (4, 0), (4, 4)]
    wkts = [f"POLYGON({ring(each)})" for each in (bow_tie, twice_round, no_area, repeated)]
    wkts.append("POLYGON((0 0,4 0,4 4,1 1))")
    assert not surely_simple(outlines_of(wkts)).any()


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf, 1e308])
def test_no_number_proves_nothing(number):
    outlines = outlines_of([rectangle(0, 0, 1, 1)])
    points = outlines.points.copy()
    points[2, 1] = number
    assert not surely_simple(outlines.moved(points)).any()


@given(st.lists(shapes, min_size=1, max_size=5), st.data())
def test_outlines_keep_their_shapes(wkts, data):
    outlines = outlines_of(wkts)
    which = data.draw(st.lists(st.integers(0, len(wkts) - 1), min_size=1, max_size=6))
    again = outlines.taken(np.array(which)).joined(outlines)
    names = [wkts[place] for place in which] + wkts
    assert len(again) == len(names)
    for place, wkt in enumerate(names):
        geometry = geometry_of(wkt)
        if geometry.GetGeometryType() == ogr.wkbPolygon:
            assert again.wkb(place) == wkb_of(wkt)
        assert ogr.CreateGeometryFromWkb(again.wkb(place)).Equals(geometry)
        left, right, top, bottom = geometry.GetEnvelope()
        assert again.boxes[place].tolist() == [left, top, right, bottom]
        assert again.areas[place] == pytest.approx(geometry.GetArea(), rel=1e-9)


def test_only_rings():
    with_hole = "POLYGON((0 0,9 0,9 9,0 0),(1 1,2 1,2 2,1 1))"
    singles = [rectangle(0, 0, 1, 1), "MULTIPOLYGON(((0 0,1 0,1 1,0 0)))"]
    rings = Outlines.of_rings([only_ring(wkb_of(wkt)) for wkt in singles])
    assert [rings.wkb(place) for place in range(2)] == [
        wkb_of(singles[0]),
        wkb_of("POLYGON((0 0,1 0,1 1,0 0))"),
    ]
    for other in (
        with_hole,
        "MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))",
        "POLYGON Z ((0 0 1,1 0 1,1 1 1,0 0 1))",
        "POLYGON EMPTY",
        "MULTIPOLYGON EMPTY",
        "POINT(1 2)",
        "LINESTRING(0 0,1 1,2 2,3 3,4 4,5 5,6 6)",
    ):
        assert not only_ring(wkb_of(other)), other


def test_ranges_one_after_another():
    assert expanded(np.array([5, 9, 3, 4]), np.array([7, 10, 3, 5])).tolist() == [5, 6, 9, 4]


@given(st.lists(st.integers(0, 9)), st.integers(1, 12))
def test_chunks_are_all_items_in_their_order_and_not_many_at_once(sizes, most):
    parts = list(chunks(np.array(sizes, dtype=np.intp), most))
    assert [size for part in parts for size in sizes[part]] == sizes
    assert all(len(sizes[part]) > 0 and sum(sizes[part][:-1]) <= most for part in parts)
    assert len(parts) <= 1 + sum(sizes) // most


def exact(wkb: bytes, box) -> bytes:
    common = ogr.CreateGeometryFromWkb(wkb).Intersection(ogr.CreateGeometryFromWkt(rectangle(*box)))
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for part in polygons(common):
        whole.AddGeometry(part)
    return bytes(whole.ExportToWkb()) if not whole.IsEmpty() else b""


def gear(teeth: int, x: float, y: float, inner: float, outer: float) -> str:
    """A shape of many edges."""
    steps = range(2 * teeth)
    radii = [inner if place % 2 else outer for place in steps]
    angles = [place * math.pi / teeth for place in steps]
    corners = [(x + r * math.cos(a), y + r * math.sin(a)) for r, a in zip(radii, angles)]
    return f"POLYGON({ring(corners)})"


@pytest.mark.parametrize("stride", [8, 16, 20, 1])
@pytest.mark.parametrize("clip", [exact, lambda wkb, box: None], ids=["exact", "failing"])
def test_shapes_of_many_edges_are_cut_first(stride, clip):
    grid = Grid(90, 100, 12, 16, stride, stride)
    columns, rows = range(1, min(grid.columns, 12)), range(min(grid.rows, 9))
    batch = Batch.of(grid, rows, columns)
    wkts = [gear(300, 50.3, 45.2, 30, 44), rectangle(3, 3, 7.5, 8.25), gear(500, 20.1, 20.7, 3, 30)]
    wholes = [geometry_of(wkt).GetArea() for wkt in wkts]
    spreader = Spreader(grid, batch, 4.0, 1e-9, clip)
    found, thin, *_ = spreader.objects(outlines_of(wkts), [5, 6, 7], lambda: None)
    assert not len(thin)
    for row in rows:
        for column in columns:
            window = grid.window(row, column)
            corner = np.array([window.col_off, window.row_off] * 2)
            side = rectangle(window.col_off, window.row_off, window.col_end, window.row_end)
            expected = [shared(wkt, ogr.CreateGeometryFromWkt(side)) for wkt in wkts]
            objects = [
                LabelObject(value, *(np.array(box) - corner), area * 4, number, area / whole)
                for number, value, whole, (box, area) in zip((1, 2, 3), (5, 6, 7), wholes, expected)
                if area > 0
            ]
            mine = found.get((row, column), [])
            assert [each.number for each in mine] == [each.number for each in objects]
            for each, other in zip(mine, objects):
                assert each == pytest.approx(other, rel=1e-7, abs=1e-6)
