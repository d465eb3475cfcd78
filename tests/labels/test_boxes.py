"""Every box of every chip against an independent one: clip by OGR, then the envelope.

Shapes are made in pixels, where chip borders are whole numbers, and clipped there; only labels in another CRS
are clipped in map units.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from osgeo import ogr, osr
from scenes import (
    ORIGIN,
    SQUARES_OF_2,
    UTM,
    memory_layer,
    on_map,
    rectangle,
    run,
    spatial_reference,
    write_polygons,
    write_raster,
)

pytestmark = pytest.mark.usefixtures("qgis_app")

COLUMNS, ROWS = 44, 37
LANDSAT = (288776.3, 28.499999999274539, 0.0, 9120760.7, 0.0, -28.499999999274539)
HALF_UP = 0.005 + 1e-6  # two decimals, and what two computations may differ by (pixels)
SLIVER = 1e-7  # narrower parts may be rounding: they may be there or not (pixels)
WRITTEN = 0.0102  # pixels; what is wider has a width when it is written with two decimals
IN_PIXELS = (0.0, 1.0, 0.0, 0.0, 0.0, 1.0)


@dataclass(frozen=True)
class Layout:
    """Where chips lie."""

    tile: tuple[int, int] = (16, 12)
    stride: tuple[int, int] = (8, 12)

    def places(self) -> Iterator[tuple[int, int]]:
        """Yield the first column and row of each chip, row by row."""
        for row in _starts(ROWS, self.tile[1], self.stride[1]):
            for column in _starts(COLUMNS, self.tile[0], self.stride[0]):
                yield column, row


LAYOUTS = (Layout(), Layout((16, 16), (16, 16)), Layout((10, 8), (13, 11)), Layout((64, 64), (64, 64)))


def _starts(size: int, tile: int, stride: int) -> list[int]:
    found = [0]
    while found[-1] + tile < size and found[-1] + stride < size:
        found.append(found[-1] + stride)
    return found


class Expected(NamedTuple):
    """An object as OGR finds it: box in pixels, area in map units, narrowest width in pixels."""

    class_value: int
    box: tuple[float, float, float, float]
    area: float
    certain: bool


def clipped(geometry: ogr.Geometry, transform, place, tile) -> tuple[tuple[float, ...], float] | None:
    """Return box and area, both in pixels, of the polygons that a geometry and a chip share."""
    left, top = transform[0] + place[0] * transform[1], transform[3] + place[1] * transform[5]
    right, bottom = left + tile[0] * transform[1], top + tile[1] * transform[5]
    common = geometry.Intersection(ogr.CreateGeometryFromWkt(rectangle(left, top, right, bottom)))
    parts = [part for part in _polygons(common) if part.GetArea() > 0]
    if not parts:
        return None
    sides = [part.GetEnvelope() for part in parts]
    columns = [(x - left) / transform[1] for side in sides for x in side[:2]]
    rows = [(y - top) / transform[5] for side in sides for y in side[2:]]
    area = math.fsum(part.GetArea() for part in parts) / abs(transform[1] * transform[5])
    return (min(columns), min(rows), max(columns), max(rows)), area


def _polygons(geometry: ogr.Geometry) -> Iterator[ogr.Geometry]:
    if geometry is None or geometry.IsEmpty():
        return
    if geometry.GetGeometryType() == ogr.wkbPolygon:
        yield geometry.Clone()
        return
    for place in range(geometry.GetGeometryCount()):
        if geometry.GetGeometryRef(place).GetDimension() == 2:
            yield from _polygons(geometry.GetGeometryRef(place))


def expected_chips(features, layout, transform, cell_area) -> list[list[Expected]]:
    """Return the objects of each chip.

    Args:
        features: WKT and class value.
        layout: the chips.
        transform: the raster's geotransform in the units of the WKT.
        cell_area: area of a pixel (squared map units).
    """
    geometries = [(_valid(ogr.CreateGeometryFromWkt(wkt)), value) for wkt, value in features]
    chips = []
    for place in layout.places():
        found = ((clipped(geometry, transform, place, layout.tile), value) for geometry, value in geometries)
        chips.append([_expected(value, *part, cell_area) for part, value in found if part])
    return chips


def _expected(value: int, box: tuple[float, ...], area: float, cell_area: float) -> Expected:
    longest, shortest = max(box[2] - box[0], box[3] - box[1]), min(box[2] - box[0], box[3] - box[1])
    certain = area / longest > SLIVER and shortest > WRITTEN
    return Expected(value, box, area * cell_area, certain)


def _valid(geometry: ogr.Geometry) -> ogr.Geometry:
    return geometry if geometry.IsValid() else geometry.MakeValid()


def assert_same_objects(exported, expected) -> None:
    """Hold label files and statistics to the expected objects: none missing, none extra, in order."""
    found = exported.all_boxes()
    assert len(found) == len(expected)
    for stem, boxes, objects in zip(exported.stems(), found, expected):
        remaining = list(boxes)
        for each in objects:
            matches = remaining and _matches(remaining[0], each)
            assert matches or not each.certain, f"{stem}: {each} is not next in {boxes}"
            if matches:
                remaining.pop(0)
        assert not remaining, f"{stem}: {remaining} should not be there"
    if all(each.certain for chip in expected for each in chip):
        assert_same_statistics(exported.accumulated(), expected)


def _matches(box, expected: Expected) -> bool:
    near = max(abs(side - other) for side, other in zip(box.sides, expected.box)) <= HALF_UP
    return box.class_value == expected.class_value and near


def assert_same_statistics(accumulated, expected) -> None:
    """Hold FeatureStats to the expected objects."""
    stats = accumulated["FeatureStats"]
    counts = [len(chip) for chip in expected if chip]
    assert stats["NumFeaturesTotal"] == sum(counts)
    assert stats["NumImagesTotal"] == len(expected)
    _assert_tally(stats["NumFeaturesPerImage"], counts)
    for place, each in enumerate(accumulated["Classes"]):
        value = each["ClassValue"]
        areas = [item.area for chip in expected for item in chip if item.class_value == value]
        _assert_tally(stats["FeatureAreaPerClass"][place], areas)
        assert stats["NumFeaturesPerClass"][place] == len(areas)
        images = sum(any(item.class_value == value for item in chip) for chip in expected)
        assert stats["NumImagesPerClass"][place] == images


def _assert_tally(tally, numbers) -> None:
    numbers = numbers or [0]
    close = {"rel": 1e-7, "abs": 1e-3}  # rounding along the borders of chips
    assert tally["Min"] == pytest.approx(min(numbers), **close)
    assert tally["Max"] == pytest.approx(max(numbers), **close)
    assert tally["Sum"] == pytest.approx(math.fsum(numbers), **close)
    assert tally["Mean"] == pytest.approx(math.fsum(numbers) / len(numbers), **close)


# Shapes in pixels, x right, y down.

whole = st.integers(-12, 60)
fraction = st.floats(-12, 60, allow_nan=False)


@st.composite
def rectangles(draw, numbers=whole):
    left, right = sorted(draw(st.lists(numbers, min_size=2, max_size=2, unique=True)))
    top, bottom = sorted(draw(st.lists(numbers, min_size=2, max_size=2, unique=True)))
    return rectangle(left, top, right, bottom)


@st.composite
def corners(draw):
    """An L: a rectangle without one of its corners."""
    left, middle, right = sorted(draw(st.lists(whole, min_size=3, max_size=3, unique=True)))
    top, half, bottom = sorted(draw(st.lists(whole, min_size=3, max_size=3, unique=True)))
    ring = f"{left} {top},{right} {top},{right} {half},{middle} {half},{middle} {bottom},{left} {bottom}"
    return f"POLYGON(({ring},{left} {top}))"


@st.composite
def holed(draw):
    lefts = sorted(draw(st.lists(whole, min_size=4, max_size=4, unique=True)))
    tops = sorted(draw(st.lists(whole, min_size=4, max_size=4, unique=True)))
    outer = rectangle(lefts[0], tops[0], lefts[3], tops[3])[len("POLYGON(") : -1]
    inner = rectangle(lefts[1], tops[1], lefts[2], tops[2])[len("POLYGON(") : -1]
    return f"POLYGON({outer},{inner})"


@st.composite
def stars(draw, whole_corners=False):
    """A polygon around a centre, mostly concave; corners on pixel corners or anywhere."""
    x, y = draw(fraction), draw(fraction)
    radii = draw(st.lists(st.floats(1, 40), min_size=3, max_size=9))
    turn = draw(st.floats(0, 6.28))
    points = []
    for place, radius in enumerate(radii):
        angle = turn + place * 2 * math.pi / len(radii)
        point = (x + radius * math.cos(angle), y + radius * math.sin(angle))
        points.append(tuple(map(round, point)) if whole_corners else point)
    return _ring(points)


@st.composite
def tangles(draw):
    """A ring through random points, which mostly crosses itself."""
    points = draw(
        st.lists(st.tuples(st.integers(1, 40), st.integers(1, 30)), min_size=4, max_size=6, unique=True)
    )
    return _ring(points)


def _ring(points) -> str:
    return "POLYGON((" + ",".join(f"{x!r} {y!r}" for x, y in [*points, points[0]]) + "))"


@st.composite
def multiparts(draw, parts):
    shapes = draw(st.lists(parts, min_size=2, max_size=3))
    return "MULTIPOLYGON(" + ",".join(shape[len("POLYGON") :] for shape in shapes) + ")"


def is_valid(wkt: str) -> bool:
    geometry = ogr.CreateGeometryFromWkt(wkt)
    return geometry.IsValid() and geometry.GetArea() > 0


on_pixel_corners = st.one_of(
    rectangles(), corners(), holed(), stars(whole_corners=True), multiparts(rectangles())
).filter(is_valid)
anywhere = st.one_of(rectangles(fraction), stars(), multiparts(stars()), on_pixel_corners).filter(is_valid)
formats = st.sampled_from(["KITTI_rectangles", "PASCAL_VOC_rectangles"])


def features_of(shapes, most=12):
    return st.lists(st.tuples(shapes, st.integers(1, 3)), min_size=1, max_size=most)


@pytest.fixture(scope="module")
def export(tmp_path_factory):
    """Return a function that exports a layer over a plain raster."""
    sources = {}

    def source(transform):
        if transform not in sources:
            path = tmp_path_factory.mktemp("raster") / "in.tif"
            sources[transform] = write_raster(path, np.ones((1, ROWS, COLUMNS), "uint8"), transform)
        return sources[transform]

    def exported(layer, layout, transform=SQUARES_OF_2, metadata="KITTI_rectangles", **parameters):
        (tile_x, tile_y), (stride_x, stride_y) = layout.tile, layout.stride
        return run(
            tmp_path_factory.mktemp("out") / "out",
            IN_RASTER=source(transform),
            IN_CLASS_DATA=layer,
            TILE_SIZE_X=tile_x,
            TILE_SIZE_Y=tile_y,
            STRIDE_X=stride_x,
            STRIDE_Y=stride_y,
            METADATA_FORMAT=metadata,
            CLASS_VALUE_FIELD="kind",
            **parameters,
        )

    return exported


def layer_of(features, crs=UTM):
    return memory_layer([(wkt, {"kind": value}) for wkt, value in features], {"kind": int}, crs)


def check(export, shapes, layout, transform=SQUARES_OF_2, metadata="KITTI_rectangles"):
    """Export shapes that are given in pixels, in the raster's own CRS."""
    features = [(on_map(wkt, transform), value) for wkt, value in shapes]
    exported = export(layer_of(features), layout, transform, metadata)
    cell_area = abs(transform[1] * transform[5])
    assert_same_objects(exported, expected_chips(shapes, layout, IN_PIXELS, cell_area))
    return exported


@settings(max_examples=60)
@given(features_of(on_pixel_corners), st.sampled_from(LAYOUTS), formats)
def test_polygons_on_pixel_corners_and_chip_borders(export, shapes, layout, metadata):
    check(export, shapes, layout, metadata=metadata)


@settings(max_examples=60)
@given(features_of(anywhere), st.sampled_from(LAYOUTS), formats)
def test_polygons_anywhere(export, shapes, layout, metadata):
    check(export, shapes, layout, metadata=metadata)


@settings(max_examples=60)
@given(features_of(anywhere), st.sampled_from(LAYOUTS), formats)
def test_polygons_on_an_odd_geotransform(export, shapes, layout, metadata):
    check(export, shapes, layout, LANDSAT, metadata)


@settings(max_examples=60)
@given(features_of(rectangles()), st.sampled_from(LAYOUTS))
def test_rectangles_that_only_touch_a_chip_are_not_in_it(export, shapes, layout):
    expected = expected_chips(shapes, layout, IN_PIXELS, 4.0)
    assert all(each.certain for chip in expected for each in chip)  # so the comparison leaves nothing open
    check(export, shapes, layout)


@settings(max_examples=60)
@given(features_of(anywhere, most=8), st.sampled_from(LAYOUTS), st.sampled_from(["EPSG:4674", "EPSG:32724"]))
def test_labels_in_another_crs_are_transformed(export, shapes, layout, crs):
    transform = LANDSAT
    beside = (
        transform[0] + 9.1,
        *transform[1:3],
        transform[3] - 8.3,
        *transform[4:],
    )  # off borders
    there = osr.CoordinateTransformation(spatial_reference(UTM), spatial_reference(crs))
    back = osr.CoordinateTransformation(spatial_reference(crs), spatial_reference(UTM))
    features, in_raster_crs = [], []
    for wkt, value in shapes:
        geometry = ogr.CreateGeometryFromWkt(on_map(wkt, beside))
        geometry.Transform(there)
        features.append((geometry.ExportToIsoWkt(), value))
        geometry = ogr.CreateGeometryFromWkt(features[-1][0])
        assume(geometry.IsValid())
        geometry.Transform(back)
        in_raster_crs.append((geometry.ExportToIsoWkt(), value))
    exported = export(layer_of(features, crs), layout, transform)
    cell_area = abs(transform[1] * transform[5])
    assert_same_objects(exported, expected_chips(in_raster_crs, layout, transform, cell_area))


def repaired(exported) -> int:
    """Return how many features the log calls repaired."""
    text = " ".join(exported.log.warnings)
    found = re.search(r"invalid geometry that was repaired: (\d+)", text)
    return int(found.group(1)) if found else 0


@settings(max_examples=60)
@given(features_of(tangles()), st.sampled_from(LAYOUTS[:2]))
def test_invalid_polygons_are_repaired_and_counted(export, shapes, layout):
    def has_area(wkt):
        return any(part.GetArea() > 0 for part in _polygons(_valid(ogr.CreateGeometryFromWkt(wkt))))

    shapes = [(wkt, value) for wkt, value in shapes if has_area(wkt)]
    assume(shapes)
    exported = check(export, shapes, layout)
    invalid = sum(not ogr.CreateGeometryFromWkt(wkt).IsValid() for wkt, _ in shapes)
    assert repaired(exported) == invalid


def boxes_of(exported) -> list[list[tuple[float, ...]]]:
    return [[box.sides for box in boxes] for boxes in exported.all_boxes()]


FOUR = Layout((16, 16), (16, 16))  # three chips across, three down


def test_a_box_is_that_of_the_clipped_polygon_not_the_clipped_box(export):
    triangle = "POLYGON((8 0,24 16,8 16,8 0))"
    found = boxes_of(check(export, [(triangle, 1)], FOUR))
    assert found[0] == [(8.0, 0.0, 16.0, 16.0)]
    assert found[1] == [(0.0, 8.0, 8.0, 16.0)]


def test_a_multipart_feature_is_one_object(export):
    two = "MULTIPOLYGON(((1 1,3 1,3 3,1 3,1 1)),((8 9,12 9,12 14,8 14,8 9)),((20 2,22 2,22 4,20 4,20 2)))"
    found = boxes_of(check(export, [(two, 1)], FOUR))
    assert found[0] == [(1.0, 1.0, 12.0, 14.0)]
    assert found[1] == [(4.0, 2.0, 6.0, 4.0)]


def test_a_polygon_larger_than_a_chip_fills_it(export):
    found = boxes_of(check(export, [(rectangle(-100, -100, 200, 200), 1)], FOUR))
    assert found == [[(0.0, 0.0, 16.0, 16.0)]] * 9


def test_a_hole_that_holds_a_chip_keeps_the_feature_out_of_it(export):
    outer, inner = "(0 0,44 0,44 37,0 37,0 0)", "(15 15,33 15,33 33,15 33,15 15)"
    found = boxes_of(check(export, [(f"POLYGON({outer},{inner})", 1)], FOUR))
    assert found[4] == []
    assert found[3] == [(0.0, 0.0, 15.0, 16.0)]


def test_a_polygon_that_touches_a_chip_with_an_edge_and_crosses_it_elsewhere(export):
    comb = "POLYGON((2 20,2 10,6 10,6 16,10 16,10 12,14 12,14 20,2 20))"
    found = boxes_of(check(export, [(comb, 1)], FOUR))
    assert found[0] == [(2.0, 10.0, 14.0, 16.0)]
    lined = "POLYGON((0 16,4 16,4 12,8 12,8 16,16 16,16 20,0 20,0 16))"
    found = boxes_of(check(export, [(lined, 1)], FOUR))
    assert found[0] == [(4.0, 12.0, 8.0, 16.0)]


@pytest.mark.parametrize("transform", [SQUARES_OF_2, LANDSAT])
def test_an_edge_along_a_chip_border_does_not_widen_the_box_of_what_crosses_it(export, transform):
    step = "POLYGON((0 0,2 0,2 16,1 16,1 17,0 17,0 0))"
    found = boxes_of(check(export, [(step, 1)], FOUR, transform))
    assert found[3] == [(0.0, 0.0, 1.0, 1.0)]


@pytest.mark.parametrize("transform", [SQUARES_OF_2, LANDSAT])
def test_a_grid_of_squares_on_chip_borders_gives_one_object_per_chip(export, transform):
    squares = [(rectangle(x, y, x + 16, y + 16), 1) for y in range(0, 48, 16) for x in range(0, 48, 16)]
    found = boxes_of(check(export, squares, FOUR, transform))
    assert found == [[(0.0, 0.0, 16.0, 16.0)]] * 9


def test_a_polygon_beyond_the_raster_but_in_the_padding_is_an_object(export):
    found = boxes_of(check(export, [(rectangle(45, 1, 47, 3), 1)], FOUR))
    assert found[2] == [(13.0, 1.0, 15.0, 3.0)]


def test_a_bow_tie_is_repaired_and_counted(export):
    bow_tie = "POLYGON((2 2,10 10,10 2,2 10,2 2))"
    exported = check(export, [(bow_tie, 2), (rectangle(1, 1, 4, 4), 1)], FOUR)
    assert repaired(exported) == 1
    assert boxes_of(exported)[0][0] == (2.0, 2.0, 10.0, 10.0)


def test_a_repair_that_leaves_a_line_beside_polygons_keeps_the_polygons(export):
    spiked = "POLYGON((1 3,2 1,2 2,1 2,1 1,1 3))"
    exported = check(export, [(spiked, 1)], FOUR)
    assert boxes_of(exported)[0] == [(1.0, 1.0, 2.0, 3.0)]
    assert repaired(exported) == 1


def test_a_polygon_without_area_is_left_out_and_named(export):
    flat = on_map("POLYGON((2 2,10 10,6 6,2 2))")
    exported = export(layer_of([(flat, 1), (on_map(rectangle(1, 1, 4, 4)), 1)]), FOUR)
    assert boxes_of(exported)[0] == [(1.0, 1.0, 4.0, 4.0)]
    assert any("geometry cannot be used: 1 (ids 1)" in text for text in exported.log.warnings)


def test_objects_come_in_the_order_of_feature_ids(export, tmp_path):
    rings = [(on_map(rectangle(place, place, place + 9, place + 5)), {"kind": 1}) for place in range(30)]
    path = write_polygons(tmp_path / "labels.gpkg", reversed(rings), {"kind": int})
    exported = export(path, Layout((64, 64), (64, 64)))
    assert [box[0] for box in boxes_of(exported)[0]] == [float(place) for place in reversed(range(30))]


@pytest.mark.parametrize("kind", ["PolygonZ", "MultiPolygonZM", "CurvePolygon"])
def test_height_measure_and_curves_do_not_matter(export, kind):
    wkt = {
        "PolygonZ": "Polygon Z ((2 2 5,10 2 6,10 8 7,2 8 8,2 2 5))",
        "MultiPolygonZM": "MultiPolygon ZM (((2 2 5 1,10 2 6 1,10 8 7 1,2 8 8 1,2 2 5 1)))",
        "CurvePolygon": "CurvePolygon(CircularString(2 5,6 1,10 5,6 9,2 5))",
    }[kind]
    from qgis.core import QgsGeometry
    from qgis.PyQt.QtGui import QTransform

    geometry = QgsGeometry.fromWkt(wkt)
    geometry.transform(QTransform(2, 0, 0, -2, *ORIGIN))
    layer = memory_layer([(geometry.asWkt(17), {"kind": 1})], {"kind": int}, kind=kind)
    found = boxes_of(export(layer, FOUR))[0]
    expected = (2, 1, 10, 9) if kind == "CurvePolygon" else (2, 2, 10, 8)
    assert found == [pytest.approx(expected, abs=0.011)]
