"""The shapes of objects against GEOS's intersections and the middles of pixels, tried one by one."""

from __future__ import annotations

import contextlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from label_scenes import covered
from osgeo import ogr
from qgis.core import QgsCoordinateTransform, QgsVectorLayerFeatureSource
from scenes import memory_layer, on_map, rectangle
from test_clipping import gear, shapes, shared

from training_data_exporter.chipping.chip import Need
from training_data_exporter.chipping.frame import PixelFrame
from training_data_exporter.chipping.plan.grid import BatchPlan, Grid
from training_data_exporter.chipping.shapes.run_lengths import mask_of
from training_data_exporter.labels import object_shapes
from training_data_exporter.labels.features import feature_reader, objects_ahead
from training_data_exporter.labels.features.feature_labels import FeatureLabels
from training_data_exporter.labels.features.layer_classes import LayerClasses
from training_data_exporter.labels.filters import EVERYTHING
from training_data_exporter.labels.shapes import subdivision

pytestmark = pytest.mark.usefixtures("qgis_app")

HEIGHT, WIDTH = 37, 45
CELL_AREA = 4.0
WAYS = {
    "read ahead": {},
    "batch by batch": {(feature_reader, "_MANY"): 0},
    "a few ahead": {(objects_ahead, "_FEW"): 3},
    "heavy": {(feature_reader, "HEAVY_BYTES"): 0},
    "in pieces": {(subdivision, "_MANY"): 4},
    "heavy and in pieces": {(feature_reader, "HEAVY_BYTES"): 0, (subdivision, "_MANY"): 4},
}


@contextlib.contextmanager
def way(name):
    with pytest.MonkeyPatch.context() as patch:
        for (module, attribute), value in WAYS[name].items():
            patch.setattr(module, attribute, value)
        yield


def never() -> None:
    """Nobody cancels."""


def source_of(wkts, grid, need, radius=0.0, wanted=EVERYTHING) -> FeatureLabels:
    """Return labels; shapes are given in pixels."""
    layer = memory_layer([(on_map(wkt), {}) for wkt in wkts], kind="Polygon" if radius else "MultiPolygon")
    frame = PixelFrame(288776.0, 9120760.0, 2.0, 2.0, HEIGHT, WIDTH)
    source = QgsVectorLayerFeatureSource(layer)
    way = QgsCoordinateTransform()
    return FeatureLabels(source, LayerClasses(), way, (frame, grid), need, radius, wanted)


def chips_of(labels, grid, budget):
    """Return the labels of each chip, read batch by batch."""
    found = {}
    for batch in BatchPlan(grid, budget):
        found.update(labels.read(batch, never).chips)
    return found


def labels_of(wkts, grid, need=Need.BOXES | Need.OUTLINES, budget=10**9, radius=0.0):
    """Return the labels of each chip; shapes are given in pixels."""
    return chips_of(source_of(wkts, grid, need, radius), grid, budget)


def geometry_of(parts) -> ogr.Geometry:
    """Return polygons as a geometry, each tried for what a ring has to be."""
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for rings in parts:
        polygon = ogr.Geometry(ogr.wkbPolygon)
        for ring in rings:
            assert ring.dtype == np.float64 and ring.ndim == 2 and ring.shape[1] == 2 and len(ring) >= 3
            assert (ring[0] != ring[-1]).any()
            closed = ogr.Geometry(ogr.wkbLinearRing)
            for x, y in [*ring.tolist(), ring[0].tolist()]:
                closed.AddPoint_2D(x, y)
            polygon.AddGeometry(closed)
        whole.AddGeometry(polygon)
    return whole


def area_of(ring) -> float:
    """Return the signed area of a ring, above 0 where x turns towards y: clockwise on the screen."""
    x, y = (ring - ring[0]).T
    return float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y) / 2)


def check_mask(mask, wkt, window) -> None:
    """A mask is True where the middles of pixels lie in the shape, but for those on an edge."""
    assert mask.dtype == bool and mask.shape == (window.height, window.width)
    near = [
        covered(wkt, window.width, window.height, window.col_off + right, window.row_off + down)
        for right in (-1e-6, 0, 1e-6)
        for down in (-1e-6, 0, 1e-6)
    ]
    sure = np.all(near, axis=0) | ~np.any(near, axis=0)
    assert (mask == near[4])[sure].all()


def check_shape(shape, each, wkt, window) -> None:
    """A shape is what GEOS says that label and chip share, and has the box and the area of its object."""
    parts = shape.parts
    points = np.concatenate([ring for rings in parts for ring in rings])
    assert points.min() >= 0 and (points.max(axis=0) <= (window.width, window.height)).all()
    assert [*points.min(axis=0), *points.max(axis=0)] == pytest.approx(each[1:5], abs=0.005)
    areas = [[area_of(ring) for ring in rings] for rings in parts]
    assert all(outer > 0 > max(inner, default=-1) for outer, *inner in areas)
    assert sum(map(sum, areas)) * CELL_AREA == pytest.approx(each.area, rel=1e-6)
    corner = rectangle(window.col_off, window.row_off, window.col_end, window.row_end)
    _, area = shared(wkt, ogr.CreateGeometryFromWkt(corner))
    assert sum(map(sum, areas)) == pytest.approx(area, rel=1e-6, abs=1e-7)
    moved = ogr.CreateGeometryFromWkt(wkt)
    _shift(moved, -window.col_off, -window.row_off)
    chip = ogr.CreateGeometryFromWkt(rectangle(0, 0, window.width, window.height))
    common = moved.Intersection(chip).Intersection(geometry_of(parts).Buffer(0))
    assert common.GetArea() == pytest.approx(area, rel=1e-5, abs=1e-5)
    check_mask(mask_of(shape.run_lengths(), window.height, window.width), wkt, window)


def _shift(geometry, right, down) -> None:
    for place in range(geometry.GetGeometryCount()):
        _shift(geometry.GetGeometryRef(place), right, down)
    for place in range(geometry.GetPointCount()):
        geometry.SetPoint_2D(place, geometry.GetX(place) + right, geometry.GetY(place) + down)


@st.composite
def several(draw):
    """Some parts: what shapes cover together, and what a frame leaves of them."""
    whole = ogr.CreateGeometryFromWkt("POLYGON EMPTY")
    for wkt in draw(st.lists(shapes, min_size=1, max_size=3)):
        whole = whole.SymDifference(ogr.CreateGeometryFromWkt(wkt))
    return whole.ExportToWkt()


def is_polygonal(wkt: str) -> bool:
    geometry = ogr.CreateGeometryFromWkt(wkt)
    kind = geometry.GetGeometryType()
    return kind in (ogr.wkbPolygon, ogr.wkbMultiPolygon) and geometry.IsValid() and geometry.GetArea() > 1e-3


labels = st.one_of(shapes, several()).filter(is_polygonal)
grids = st.tuples(st.integers(5, 20), st.integers(5, 20), st.integers(4, 20), st.integers(4, 20)).map(
    lambda sizes: Grid(HEIGHT, WIDTH, *sizes)
)
budgets = st.sampled_from([1, 400, 2000, 10**9])


@settings(max_examples=80)
@given(st.lists(labels, min_size=1, max_size=5), grids, budgets, st.sampled_from(sorted(WAYS)))
def test_shapes_are_what_labels_and_chips_share(wkts, grid, budget, name):
    with way(name):
        found = labels_of(wkts, grid, budget=budget)
        boxes = labels_of(wkts, grid, Need.BOXES, budget)
    for place, chip in found.items():
        drawn = chip.shapes()
        assert len(drawn) == len(chip.objects)
        window = grid.window(*place)
        for each, shape in zip(chip.objects, drawn):
            check_shape(shape, each, _label_of(each, wkts, window), window)
    assert {place: chip._replace(shapes=None) for place, chip in found.items()} == boxes


def _label_of(each, wkts, window) -> str:
    """Return the label whose part in a chip has the box and the area of an object."""
    chip = ogr.CreateGeometryFromWkt(
        rectangle(window.col_off, window.row_off, window.col_end, window.row_end)
    )
    corner = np.array([window.col_off, window.row_off] * 2)
    distances = []
    for wkt in wkts:
        box, area = shared(wkt, chip)
        distances.append(np.abs(box - corner - each[1:5]).sum() + abs(area * CELL_AREA - each.area))
    return wkts[int(np.argmin(distances))]


@settings(max_examples=40)
@given(labels, grids, budgets, st.sampled_from(sorted(WAYS)))
def test_a_mask_is_the_instance_that_the_label_has_when_it_is_alone(wkt, grid, budget, name):
    with way(name):
        found = labels_of([wkt], grid, budget=budget)
        alone = labels_of([wkt], grid, Need.MASKS, budget)
    for place, chip in found.items():
        (shape,) = chip.shapes()
        instance = alone[place].masks()[1] if place in alone else np.zeros((grid.tile_y, grid.tile_x))
        assert (mask_of(shape.run_lengths(), *instance.shape) == (instance > 0)).all()


@settings(max_examples=40)
@given(st.lists(labels, min_size=1, max_size=5), grids, budgets, st.sampled_from(sorted(WAYS)))
def test_the_way_in_which_labels_are_read_changes_no_shape(wkts, grid, budget, name):
    plain = labels_of(wkts, grid)
    with way(name):
        other = labels_of(wkts, grid, budget=budget)
    assert plain.keys() == other.keys()
    for place, chip in plain.items():
        for one, two in zip(chip.shapes(), other[place].shapes()):
            assert one.run_lengths() == two.run_lengths()
            assert [len(rings) for rings in one.parts] == [len(rings) for rings in two.parts]
            for rings, others in zip(one.parts, two.parts):
                for ring, same in zip(rings, others):
                    np.testing.assert_allclose(ring, same, atol=1e-9)


@pytest.mark.parametrize("need", [Need.MASKS, Need.CLASS_MAP])
def test_shapes_beside_images_are_those_of_the_objects_that_are_left(need):
    hidden, hiding = rectangle(3, 3, 6, 6), rectangle(2, 2, 9, 9)
    other, between = rectangle(20, 2, 25.5, 5), rectangle(12.6, 2, 13.4, 9)
    grid = Grid(HEIGHT, WIDTH, 16, 16, 16, 16)
    wkts = [hidden, hiding, between, other]
    for place, chip in labels_of(wkts, grid, need | Need.OUTLINES).items():
        drawn = chip.shapes()
        assert len(drawn) == len(chip.objects)
        for each, shape in zip(chip.objects, drawn):
            check_shape(shape, each, wkts[each.number - 1], grid.window(*place))
        if need is Need.MASKS and place == (0, 0):
            assert [each.number for each in chip.objects] == [2]


@pytest.mark.parametrize("name", WAYS)
def test_a_shape_of_many_edges_that_goes_through_many_chips(name):
    wkt = gear(400, 20.3, 17.2, 11, 19)
    grid = Grid(HEIGHT, WIDTH, 7, 8, 5, 6)
    with way(name):
        found = labels_of([wkt, rectangle(3, 3, 7.5, 8.25)], grid, budget=500)
    assert len(found) > 30
    for place, chip in found.items():
        for each, shape in zip(chip.objects, chip.shapes()):
            window = grid.window(*place)
            check_shape(shape, each, _label_of(each, [wkt, rectangle(3, 3, 7.5, 8.25)], window), window)


def test_the_area_around_a_label_is_its_shape():
    grid = Grid(HEIGHT, WIDTH, 16, 16, 16, 16)
    wkt = rectangle(10, 10, 12, 12)
    grown = ogr.CreateGeometryFromWkt(wkt).Buffer(8.0 / 2, 16).ExportToWkt()
    found = labels_of([wkt], grid, radius=8.0)
    assert found.keys() == {(0, 0)}
    (shape,) = found[0, 0].shapes()
    check_shape(shape, found[0, 0].objects[0], grown, grid.window(0, 0))
    assert mask_of(shape.run_lengths(), 16, 16).sum() == covered(grown, 16, 16).sum()


def test_a_label_that_lies_in_a_chip_as_a_whole_keeps_its_points():
    grid = Grid(HEIGHT, WIDTH, 16, 16, 16, 16)
    (chip,) = labels_of(["POLYGON((2 2,13 3,12 12,3 11,2 2),(5 5,5 8,8 8,5 5))"], grid).values()
    ((outer, inner),) = chip.shapes()[0].parts
    assert outer.tolist() == [[2, 2], [13, 3], [12, 12], [3, 11]]
    assert inner.tolist() == [[5, 5], [5, 8], [8, 8]]


def test_a_cut_ring_begins_at_its_top_and_goes_clockwise():
    grid = Grid(HEIGHT, WIDTH, 16, 16, 16, 16)
    found = labels_of(["POLYGON((12 20,20 20,20 12,12 12,12 20))"], grid)
    rings = {place: chip.shapes()[0].parts[0][0].tolist() for place, chip in found.items()}
    assert rings == {
        (0, 0): [[12, 12], [16, 12], [16, 16], [12, 16]],
        (0, 1): [[0, 12], [4, 12], [4, 16], [0, 16]],
        (1, 0): [[12, 0], [16, 0], [16, 4], [12, 4]],
        (1, 1): [[0, 0], [4, 0], [4, 4], [0, 4]],
    }


def test_a_label_in_two_pieces_in_one_chip_has_two_parts():
    comb = "POLYGON((2 10,14 10,14 20,10 20,10 12,6 12,6 20,2 20,2 10))"
    grid = Grid(HEIGHT, WIDTH, 16, 16, 16, 16)
    found = labels_of([comb], grid)
    assert [len(chip.shapes()[0].parts) for chip in found.values()] == [1, 2]
    parts = sorted(ring.tolist() for (ring,) in found[1, 0].shapes()[0].parts)
    assert parts == [[[2, 0], [6, 0], [6, 4], [2, 4]], [[10, 0], [14, 0], [14, 4], [10, 4]]]


def test_what_only_touches_a_chip_makes_no_part_there():
    """A part along the border, and one that meets its corner, are none of the next chip."""
    wkt = "MULTIPOLYGON(((10 3,16 3,16 9,10 9,10 3)),((10 12,18 12,18 14,10 14,10 12)))"
    found = labels_of([wkt], Grid(HEIGHT, WIDTH, 16, 16, 16, 16))
    assert [len(chip.shapes()[0].parts) for chip in found.values()] == [2, 1]
    assert found[0, 1].shapes()[0].parts[0][0].tolist() == [[0, 12], [2, 12], [2, 14], [0, 14]]


def test_shapes_are_cut_when_they_are_asked_for(monkeypatch):
    cuts = []
    real = object_shapes.cut_shapes
    monkeypatch.setattr(object_shapes, "cut_shapes", lambda *given: cuts.append(given) or real(*given))
    found = labels_of(["POLYGON((10.3 3.1,20.2 4.7,14.1 9.3,10.3 3.1))"], Grid(HEIGHT, WIDTH, 16, 16, 16, 16))
    assert not cuts
    assert [len(chip.shapes()) for chip in found.values()] == [1, 1]
    assert len(cuts) == 2
