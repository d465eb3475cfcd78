"""Masks and class maps against a point in polygon test at every pixel centre."""

from __future__ import annotations

import math
import re

import numpy as np
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from label_scenes import (
    class_map,
    compact,
    covered,
    export,
    layer_in_pixels,
    masks,
    nearest_to_edge,
    write_features,
)
from osgeo import ogr
from qgis.core import QgsProcessingException
from scenes import on_map, rectangle, write_raster

pytestmark = pytest.mark.usefixtures("qgis_app")

COLUMNS, ROWS = 36, 28
CLEAR = 1e-6  # no edge passes a pixel centre nearer than this (pixels)
LAYOUTS = ((16, 16), (16, 9), (40, 40))


@st.composite
def stars(draw):
    """A polygon around a centre, mostly concave."""
    x, y = draw(st.floats(-8, COLUMNS + 8)), draw(st.floats(-8, ROWS + 8))
    radii = draw(st.lists(st.floats(0.3, 20), min_size=3, max_size=8))
    turn = draw(st.floats(0, 6.28))
    angles = [turn + place * 2 * math.pi / len(radii) for place in range(len(radii))]
    points = [(x + r * math.cos(angle), y + r * math.sin(angle)) for r, angle in zip(radii, angles)]
    return "POLYGON((" + ",".join(f"{px!r} {py!r}" for px, py in [*points, points[0]]) + "))"


whole = st.integers(-6, 44)
quarter = whole.map(lambda number: number + 0.25)


@st.composite
def rectangles(draw, numbers=whole):
    left, right = sorted(draw(st.lists(numbers, min_size=2, max_size=2, unique=True)))
    top, bottom = sorted(draw(st.lists(numbers, min_size=2, max_size=2, unique=True)))
    return rectangle(left, top, right, bottom)


@st.composite
def holed(draw):
    """A rectangle with a hole, both on pixel corners."""
    lefts = sorted(draw(st.lists(whole, min_size=4, max_size=4, unique=True)))
    tops = sorted(draw(st.lists(whole, min_size=4, max_size=4, unique=True)))
    outer = rectangle(lefts[0], tops[0], lefts[3], tops[3])[len("POLYGON(") : -1]
    inner = rectangle(lefts[1], tops[1], lefts[2], tops[2])[len("POLYGON(") : -1]
    return f"POLYGON({outer},{inner})"


def clear(wkt: str) -> bool:
    geometry = ogr.CreateGeometryFromWkt(wkt)
    usable = geometry.IsValid() and geometry.GetArea() > 1e-6
    return usable and nearest_to_edge(wkt, 60, 60) > CLEAR


shapes = st.one_of(stars(), rectangles(), rectangles(quarter), holed()).filter(clear)
features = st.lists(st.tuples(shapes, st.integers(1, 3)), min_size=1, max_size=9)


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """Return a function that exports labels over a plain raster."""
    raster = write_raster(tmp_path_factory.mktemp("raster") / "in.tif", np.ones((1, ROWS, COLUMNS), "uint8"))

    def run(labels, metadata_format, layout=(40, 40), **parameters):
        folder = tmp_path_factory.mktemp("out") / "out"
        fixed = {"METADATA_FORMAT": metadata_format, "CLASS_VALUE_FIELD": "kind"}
        return export(folder, raster, labels, *layout, **{**fixed, **parameters})

    return run


def places(layout) -> list[tuple[int, int]]:
    """Return the first column and row of each chip."""
    tile, stride = layout
    across, down = (1 + max(0, math.ceil((size - tile) / stride)) for size in (COLUMNS, ROWS))
    return [(column * stride, row * stride) for row in range(down) for column in range(across)]


def shares_area(wkt: str, left: int, top: int, tile: int) -> bool:
    chip = ogr.CreateGeometryFromWkt(rectangle(left, top, left + tile, top + tile))
    return ogr.CreateGeometryFromWkt(wkt).Intersection(chip).GetArea() > 0


def reaches_raster(labels) -> bool:
    """Whether the extent of the features meets the raster; else the export is refused, margin or not."""
    sides = np.array([ogr.CreateGeometryFromWkt(wkt).GetEnvelope() for wkt, _ in labels])
    left, top = sides[:, [0, 2]].min(axis=0)
    right, bottom = sides[:, [1, 3]].max(axis=0)
    return left <= COLUMNS and right >= 0 and top <= ROWS and bottom >= 0


def expected_numbers(labels, left, top, tile, class_value=None) -> np.ndarray:
    """Return the number of the feature on top at each pixel centre, 0 for none, of one class or all."""
    numbers = np.zeros((tile, tile), dtype=int)
    for number, (wkt, value) in enumerate(labels, start=1):
        if class_value in (None, value):
            numbers[covered(wkt, tile, tile, left, top)] = number
    return numbers


def unseen(export) -> int:
    text = " ".join(export.log.warnings)
    found = re.search(r"no pixel shows.*: (\d+)\.", text)
    return int(found.group(1)) if found else 0


def areas_are_certain(labels, layout) -> bool:
    """Whether no feature shares a sliver with a chip that is too thin for a box of two decimals."""
    tile = layout[0]
    for left, top in places(layout):
        chip = ogr.CreateGeometryFromWkt(rectangle(left, top, left + tile, top + tile))
        for wkt, _ in labels:
            common = ogr.CreateGeometryFromWkt(wkt).Intersection(chip)
            x1, x2, y1, y2 = common.GetEnvelope()
            if common.GetArea() > 0 and min(x2 - x1, y2 - y1) < 0.011:
                return False
    return True


@settings(max_examples=35)
@given(features, st.sampled_from(LAYOUTS))
def test_class_maps_equal_the_brute_force(exported, labels, layout):
    assume(areas_are_certain(labels, layout))
    export = exported(layer_in_pixels(labels), "Classified_Tiles", layout)
    values = np.array([0, *(value for _, value in labels)])
    hidden = 0
    assert len(export.stems()) == len(places(layout))
    for stem, (left, top) in zip(export.stems(), places(layout)):
        numbers = expected_numbers(labels, left, top, layout[0])
        assert (class_map(export, stem) == values[numbers]).all(), stem
        for number, (wkt, _) in enumerate(labels, start=1):
            hidden += shares_area(wkt, left, top, layout[0]) and not (numbers == number).any()
    assert unseen(export) == hidden


@settings(max_examples=35)
@given(features, st.sampled_from(LAYOUTS))
@example([("POLYGON((0 29,1 29,1 30,0 30,0 29))", 1)], (16, 16))
def test_masks_equal_the_brute_force(exported, labels, layout):
    assume(areas_are_certain(labels, layout))
    seen = any(expected_numbers(labels, left, top, layout[0]).any() for left, top in places(layout))
    if not (seen and reaches_raster(labels)):
        with pytest.raises(QgsProcessingException):
            exported(layer_in_pixels(labels), "RCNN_Masks", layout)
        return
    export = exported(layer_in_pixels(labels), "RCNN_Masks", layout)
    tile, instances, hidden = layout[0], 0, 0
    assert len(export.stems()) == len(places(layout))
    for stem, (left, top) in zip(export.stems(), places(layout)):
        found = masks(export, stem)
        for class_value in (1, 2, 3):
            numbers = expected_numbers(labels, left, top, tile, class_value)
            own = [(number, wkt) for number, (wkt, value) in enumerate(labels, 1) if value == class_value]
            visible = sum(bool((numbers == number).any()) for number, _ in own)
            instances += visible
            hidden += sum(shares_area(wkt, left, top, tile) for _, wkt in own) - visible
            assert (str(class_value) in found) == (visible > 0), stem
            if visible:
                mask = found[str(class_value)]
                assert (mask == compact(numbers)).all(), stem
                assert np.unique(mask[mask > 0]).tolist() == list(range(1, visible + 1))
    assert unseen(export) == hidden
    assert export.outputs["FEATURE_COUNT"] == instances
    assert export.accumulated()["FeatureStats"]["NumFeaturesTotal"] == instances


FIRST = rectangle(2, 2, 10, 10)
OVER = rectangle(6, 6, 14, 14)


@pytest.mark.parametrize(("order", "top"), [([(FIRST, 1), (OVER, 2)], 2), ([(OVER, 2), (FIRST, 1)], 1)])
def test_the_later_feature_is_on_top(exported, order, top):
    export = exported(layer_in_pixels(order), "Classified_Tiles")
    assert (class_map(export, "000000000")[6:10, 6:10] == top).all()
    assert export.outputs["FEATURE_COUNT"] == 2


def test_a_later_instance_of_the_class_keeps_its_pixels(exported):
    mask = masks(exported(layer_in_pixels([(FIRST, 1), (OVER, 1)]), "RCNN_Masks"), "000000000")["1"]
    assert (mask[2:6, 2:10] == 1).all()
    assert (mask[6:14, 6:14] == 2).all()
    assert np.bincount(mask.ravel())[1:].tolist() == [48, 64]


def test_instances_of_other_classes_do_not_hide_one_another(exported):
    found = masks(exported(layer_in_pixels([(FIRST, 1), (OVER, 2)]), "RCNN_Masks"), "000000000")
    assert {name: int(mask.sum()) for name, mask in found.items()} == {"1": 64, "2": 64}


def test_a_hidden_instance_is_counted_and_leaves_no_gap(exported):
    labels = [(rectangle(7, 7, 8, 8), 1), (OVER, 1), (rectangle(20, 20, 22, 22), 1)]
    export = exported(layer_in_pixels(labels), "RCNN_Masks")
    mask = masks(export, "000000000")["1"]
    assert np.bincount(mask.ravel())[1:].tolist() == [64, 4]
    assert unseen(export) == 1
    assert export.outputs["FEATURE_COUNT"] == 2


def test_an_object_that_covers_no_pixel_centre_is_counted_not_lost_silently(exported):
    dot, stripe = rectangle(3.1, 3.1, 3.4, 3.4), rectangle(5.6, 2, 6.4, 20)
    labels = layer_in_pixels([(dot, 1), (stripe, 2), (FIRST, 3)])
    export = exported(labels, "RCNN_Masks")
    assert list(masks(export, "000000000")) == ["3"]
    assert unseen(export) == 2
    assert "Classes without a label in any chip: 1 (1), 2 (2)." in export.log.warnings
    assert not (export.path / "labels" / "1").exists()
    boxes = exported(labels, "KITTI_rectangles").boxes("000000000")
    assert [box.class_value for box in boxes] == [1, 2, 3]


def test_a_chip_whose_only_object_shows_no_pixel_has_no_features(exported):
    labels = layer_in_pixels([(rectangle(3.1, 3.1, 3.4, 3.4), 1), (rectangle(20, 20, 24, 24), 1)])
    export = exported(labels, "RCNN_Masks", (16, 16), OUTPUT_NOFEATURE_TILES="ONLY_TILES_WITH_FEATURES")
    assert len(export.stems()) == 1
    assert unseen(export) == 1
    every = exported(labels, "RCNN_Masks", (16, 16))
    assert every.outputs["EMPTY_CHIP_COUNT"] == len(every.stems()) - 1
    assert every.entries()[0] == ("images/000000000.tif", [])


def test_an_edge_through_pixel_centres_gives_each_of_them_to_one_side(exported):
    halves = [(rectangle(2, 2, 8.5, 12), 1), (rectangle(8.5, 2, 14, 12), 1)]
    for labels in (halves, halves[::-1]):
        mask = masks(exported(layer_in_pixels(labels), "RCNN_Masks"), "000000000")["1"]
        assert (mask[2:12, 2:14] > 0).all()
        assert (mask > 0).sum() == 120


@pytest.mark.parametrize(("count", "dtype"), [(255, "uint8"), (256, "uint16")])
def test_masks_are_as_wide_as_their_numbers(exported, count, dtype):
    corners = [divmod(place, 24) for place in range(count)]
    squares = [(rectangle(x, y, x + 1, y + 1), 1) for x, y in corners]
    mask = masks(exported(layer_in_pixels(squares), "RCNN_Masks"), "000000000")["1"]
    assert mask.dtype == np.dtype(dtype)
    assert [int(mask[y, x]) for x, y in corners] == list(range(1, count + 1))
    assert np.count_nonzero(mask) == count


@pytest.mark.parametrize("spatial_index", ["YES", "NO"])
def test_a_geopackage_burns_in_the_order_of_feature_ids(exported, tmp_path, spatial_index):
    """GDAL's RasterizeLayer behind a spatial filter took the order of the index, once."""
    random = np.random.default_rng(11)
    labels = []
    for _ in range(400):
        left, top = random.integers(-4, [COLUMNS, ROWS])
        width, height = random.integers(1, 14, 2)
        labels.append((rectangle(left, top, left + width, top + height), int(random.integers(1, 4))))
    path = write_features(
        tmp_path / "labels.gpkg",
        [(on_map(wkt), {"kind": value}) for wkt, value in labels],
        {"kind": int},
        options=[f"SPATIAL_INDEX={spatial_index}"],
    )
    layout = (16, 9)
    export = exported(path, "Classified_Tiles", layout)
    values = np.array([0, *(value for _, value in labels)])
    for stem, (left, top) in zip(export.stems(), places(layout)):
        assert (class_map(export, stem) == values[expected_numbers(labels, left, top, 16)]).all()
    export = exported(path, "RCNN_Masks", layout)
    for stem, (left, top) in zip(export.stems(), places(layout)):
        for name, mask in masks(export, stem).items():
            assert (mask == compact(expected_numbers(labels, left, top, 16, int(name)))).all()


@pytest.mark.parametrize("metadata_format", ["RCNN_Masks", "Classified_Tiles"])
def test_drawing_masks_says_nothing_on_standard_error(exported, capfd, metadata_format):
    exported(layer_in_pixels([(FIRST, 1), (OVER, 2)]), metadata_format)
    assert capfd.readouterr().err == ""
