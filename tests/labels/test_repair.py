"""From geometries of any kind to valid polygons, against GEOS asked part by part through OGR."""

from __future__ import annotations

import math

import pytest
from geometry_scenes import area_of, leaves
from hypothesis import given, settings
from hypothesis import strategies as st
from osgeo import ogr
from qgis.core import QgsGeometry

from training_data_exporter.labels.features.polygon_parts import joined, parts_of
from training_data_exporter.labels.features.repair import NO_AREA, NO_POLYGON, label_area
from training_data_exporter.labels.shapes.polygons import Outlines

pytestmark = pytest.mark.usefixtures("qgis_app")


def area(wkt: str, radius: float = 0.0) -> tuple[ogr.Geometry, bool]:
    """Return the area of a label, and whether it was repaired."""
    found = label_area(QgsGeometry.fromWkt(wkt), radius)
    assert not found.reason
    geometry = ogr.CreateGeometryFromWkb(Outlines.of([found.wkb]).wkb(0))
    assert geometry.IsValid()
    return geometry, found.repaired


def square(left: float, top: float, size: float) -> str:
    right, bottom = left + size, top + size
    return f"(({left} {top},{right} {top},{right} {bottom},{left} {bottom},{left} {top}))"


@pytest.mark.parametrize(
    ("wkt", "size", "repaired"),
    [
        (f"MULTIPOLYGON({square(0, 0, 10)},{square(5, 5, 10)})", 175, True),
        (f"MULTIPOLYGON({square(0, 0, 10)},{square(3, 3, 2)})", 100, True),
        (f"MULTIPOLYGON({square(0, 0, 10)},{square(0, 0, 10)})", 100, True),
        (f"MULTIPOLYGON({square(0, 0, 10)},{square(0, 0, 10)},{square(0, 0, 10)})", 100, True),
        (f"MULTIPOLYGON({square(0, 0, 10)},{square(10, 0, 10)})", 200, True),
        (f"MULTIPOLYGON({square(0, 0, 10)},{square(10, 10, 10)})", 200, False),  # they touch in a point
        (f"MULTIPOLYGON({square(0, 0, 10)},{square(11, 0, 10)})", 200, False),
        (f"MULTIPOLYGON({square(0, 0, 10)},((2 2,6 6,6 2,2 6,2 2)))", 100, True),
        (f"MULTIPOLYGON({square(0, 0, 4)},((8 8,9 9,8 8,8 8)))", 16, True),  # a part without area
        (f"GEOMETRYCOLLECTION(POLYGON{square(0, 0, 10)},POLYGON{square(5, 5, 10)})", 175, False),
        ("MULTIPOLYGON Z(((0 0 0,9 0 0,9 9 0,0 0 0)),((0 0 5,9 0 5,9 9 5,0 0 5)))", 40.5, True),
    ],
)
def test_what_parts_share_is_area(wkt, size, repaired):
    found, was_repaired = area(wkt)
    assert found.GetArea() == pytest.approx(size)
    assert was_repaired is repaired


@pytest.mark.parametrize(
    ("name", "wkt", "size"),
    [
        (
            "a place that the ring goes round twice",
            "POLYGON((0 0,9 0,9 9,2 9,2 2,7 2,7 7,0 7,0 0))",
            81 - 25 - 4,
        ),
        ("five of a pentagram", None, None),
        ("two loops beside one another", "POLYGON((0 0,6 6,6 0,0 6,0 0))", 18),
        ("a line drawn twice", "POLYGON((0 0,6 0,6 6,0 6,0 0,6 0,6 6,0 6,0 0))", 36),
        ("a hole beside its shell", "POLYGON((0 0,6 0,6 6,0 6,0 0),(7 0,9 0,9 2,7 2,7 0))", 40),
        ("a hole half in its shell", "POLYGON((0 0,6 0,6 6,0 6,0 0),(4 2,8 2,8 4,4 4,4 2))", 36 - 4 + 4),
        (
            "holes that overlap",
            "POLYGON((0 0,9 0,9 9,0 9,0 0),(1 1,5 1,5 5,1 5,1 1),(3 3,7 3,7 7,3 7,3 3))",
            57,
        ),
    ],
)
def test_in_one_polygon_area_begins_or_ends_at_each_line(name, wkt, size):
    if wkt is None:
        corners = [(math.sin(k * 4 * math.pi / 5), math.cos(k * 4 * math.pi / 5)) for k in range(6)]
        wkt = "POLYGON((" + ",".join(f"{x} {y}" for x, y in corners) + "))"
        core = 2.5 * math.sin(2 * math.pi / 5) * (math.cos(2 * math.pi / 5) / math.cos(math.pi / 5)) ** 2
        twice = abs(sum(a[0] * b[1] - a[1] * b[0] for a, b in zip(corners, corners[1:])))
        size = twice / 2 - 2 * core  # the formula counts what lies in the middle twice
    found, repaired = area(wkt)
    assert found.GetArea() == pytest.approx(size), name
    assert repaired


@pytest.mark.parametrize("ring", ["0 0,6 0,6 6,0 6,0 5e-16", "0 0,6 0,6 6,0 6,1e-9 0", "0 0,6 0,6 6,0 6"])
@pytest.mark.parametrize(
    "kind", ["POLYGON(({}))", "MULTIPOLYGON((({})))", "GEOMETRYCOLLECTION(POLYGON(({})))"]
)
def test_a_ring_that_does_not_quite_close_is_closed(ring, kind):
    found, _ = area(kind.format(ring))
    assert found.GetArea() == pytest.approx(36)
    assert len(found.ExportToWkt().split(",")) == 5


@pytest.mark.parametrize(
    ("wkt", "reason"),
    [
        ("POINT(1 2)", NO_POLYGON),
        ("GEOMETRYCOLLECTION(LINESTRING(0 0,1 1),GEOMETRYCOLLECTION(POINT(1 2)))", NO_POLYGON),
        ("POLYGON EMPTY", NO_AREA),
        ("GEOMETRYCOLLECTION EMPTY", NO_AREA),
        ("POLYGON((0 0,1 1,0 0,0 0))", NO_AREA),
        ("GEOMETRYCOLLECTION(POINT(1 2),POLYGON((0 0,1 1,0 0,0 0)))", NO_AREA),
    ],
)
def test_what_has_no_area_says_why(wkt, reason):
    found = label_area(QgsGeometry.fromWkt(wkt), 0)
    assert (found.wkb, found.reason) == (b"", reason)


numbers = st.integers(0, 24).map(lambda number: number / 2)
corners = st.lists(st.tuples(numbers, numbers), min_size=3, max_size=6, unique=True)


def polygon(points) -> str:
    return "((" + ",".join(f"{x} {y}" for x, y in [*points, points[0]]) + "))"


@settings(max_examples=300)
@given(st.lists(corners, min_size=1, max_size=5), st.booleans())
def test_any_parts_are_united(parts, collected):
    polygons = [polygon(each) for each in parts]
    if collected:
        wkt = "GEOMETRYCOLLECTION(" + ",".join(f"POLYGON{each}" for each in polygons) + ",POINT(3 3))"
    else:
        wkt = "MULTIPOLYGON(" + ",".join(polygons) + ")"
    expected = area_of(ogr.CreateGeometryFromWkt(wkt))
    found = label_area(QgsGeometry.fromWkt(wkt), 0.0)
    if expected.IsEmpty():
        assert found.reason == NO_AREA
        return
    geometry = ogr.CreateGeometryFromWkb(found.wkb)
    assert geometry.IsValid()
    assert geometry.SymDifference(expected).GetArea() == pytest.approx(0, abs=1e-9)
    assert found.reduced is collected


@given(st.lists(corners, min_size=1, max_size=4), st.floats(0.1, 3))
def test_a_radius_grows_lines_and_points_beside_polygons(parts, radius):
    first, *others = parts
    lines = "".join(",LINESTRING(" + ",".join(f"{x} {y}" for x, y in each) + ")" for each in others)
    wkt = f"GEOMETRYCOLLECTION(POLYGON{polygon(first)}{lines},POINT(20 20))"
    whole = area_of(ogr.CreateGeometryFromWkt(wkt)).Buffer(radius, 16)
    for leaf in leaves(ogr.CreateGeometryFromWkt(wkt)):
        if leaf.GetDimension() < 2:
            whole = whole.Union(leaf.Buffer(radius, 16))
    found, _ = area(wkt, radius)
    assert found.GetArea() == pytest.approx(whole.GetArea(), rel=1e-9)


@st.composite
def nested(draw, depth: int = 3) -> ogr.Geometry:
    """A collection of anything, or one of its parts."""
    kind = draw(st.integers(0, 9 if depth else 6))
    if kind >= 7:
        holder = ogr.Geometry(ogr.wkbGeometryCollection)
        for _ in range(draw(st.integers(0, 3))):
            holder.AddGeometry(draw(nested(depth - 1)))
        return holder
    texts = (
        "POINT(1 2)",
        "POINT EMPTY",
        "LINESTRING(0 0,1 1,2 0)",
        "POLYGON((0 0,4 0,4 4,0 0),(2 1,3 1,3 2,2 1))",
        "MULTIPOLYGON(((0 0,1 0,1 1,0 0)),EMPTY,((5 5,6 5,6 6,5 5)))",
        "TRIANGLE((0 0,1 0,1 1,0 0))",
        "MULTIPOINT((1 1),(2 2))",
    )
    return ogr.CreateGeometryFromWkt(texts[kind])


@given(nested())
def test_parts_are_those_that_ogr_finds(geometry):
    polygons, others = parts_of(bytes(geometry.ExportToIsoWkb()))
    expected = list(leaves(geometry))
    areas = [leaf for leaf in expected if leaf.GetDimension() == 2]
    assert [ogr.CreateGeometryFromWkb(each).GetArea() for each in polygons] == [
        each.GetArea() for each in areas
    ]
    assert [ogr.CreateGeometryFromWkb(each).ExportToWkt() for each in others] == [
        leaf.ExportToWkt() for leaf in expected if leaf.GetDimension() < 2
    ]
    if len(polygons) > 1:
        assert ogr.CreateGeometryFromWkb(joined(polygons)).GetGeometryCount() == len(polygons)


def test_nothing_has_no_parts():
    assert parts_of(b"") == ([], [])
