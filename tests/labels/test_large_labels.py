"""Labels larger than the raster's projection shows, against the middles of pixels looked for in the labels.

The answer is independent: PROJ takes each pixel's middle to the labels' CRS, and the even-odd rule says there
whether it lies in the label. Pixels with an edge within 0.03 pixels of their middle may go either way.
"""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from label_scenes import METADATA_FORMATS, class_map, export, masks, refusal, rings
from osgeo import ogr, osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsVectorLayerFeatureSource,
)
from scenes import memory_layer, noise, spatial_reference, write_raster

from training_data_exporter.chipping.chip import Need
from training_data_exporter.chipping.frame import PixelFrame
from training_data_exporter.chipping.plan.grid import BatchPlan, Grid
from training_data_exporter.labels.features import large as labels_large
from training_data_exporter.labels.features.feature_labels import FeatureLabels
from training_data_exporter.labels.features.layer_classes import LayerClasses
from training_data_exporter.labels.features.projection import goes_round

pytestmark = pytest.mark.usefixtures("qgis_app")

SIZE = 48  # pixels across and down
DEGREES = "EPSG:4326"
RASTERS = {
    "UTM, 10 m": ("EPSG:31985", 288776, 9120760, 10),
    "UTM zone": ("EPSG:32633", 200_000, 6_200_000, 12_000),
    "UTM at the antimeridian": ("EPSG:32660", 600_000, 6_200_000, 10_000),
    "UTM far over the antimeridian": ("EPSG:32660", -500_000, 6_200_000, 60_000),
    "LAEA Europe": ("EPSG:3035", 2_000_000, 5_500_000, 100_000),
    "LAEA with the pole": ("EPSG:3035", 2_000_000, 9_500_000, 160_000),
    "Lambert": ("EPSG:2154", 0, 7_200_000, 24_000),
    "Albers": ("EPSG:5070", -2_300_000, 3_100_000, 100_000),
    "polar, the pole on a corner": ("EPSG:3413", -480_000, 480_000, 20_000),
    "polar, the pole anywhere": ("EPSG:3413", -2_900_000, 3_100_000, 120_000),
    "polar, beside the pole": ("EPSG:3413", 500_000, -800_000, 20_000),
    "south polar": ("EPSG:3031", -2_900_000, 3_100_000, 120_000),
    "Mercator, the world": ("EPSG:3857", -20_037_508, 20_037_508, 834_896),
    "Mollweide, with the edge": ("ESRI:54009", -18_100_000, 9_100_000, 754_000),
}
"""CRS, left, top and size of a pixel."""

SHAPES = {
    "world": "POLYGON((-180 -90,180 -90,180 90,-180 90,-180 -90))",
    "ocean": (
        "POLYGON((-180 -90,180 -90,180 90,-180 90,-180 -90),"
        "(-20 35,5 37,20 33,33 31,50 44,30 60,28 71,5 62,-10 52,-20 35),"
        "(-120 20,-80 25,-60 45,-75 65,-130 70,-120 20),(-60 -35,-30 -5,-45 0,-75 -5,-60 -35))"
    ),
    "continent": "POLYGON((-20 35,5 37,20 33,33 31,60 44,170 60,100 77,28 71,5 62,-10 52,-20 35))",
    "half the world": "POLYGON((-180 0,180 0,180 90,-180 90,-180 0))",
    "cap": "POLYGON((-180 70,180 70,180 90,-180 90,-180 70))",
    "south cap": "POLYGON((-180 -90,180 -90,180 -62,90 -75,0 -60,-90 -70,-180 -62,-180 -90))",
    "belt": "POLYGON((-180 40,180 40,180 55,-180 55,-180 40))",
    "two sides of the antimeridian": (
        "MULTIPOLYGON(((170 40,180 40,180 60,170 60,170 40)),((-180 40,-170 40,-170 60,-180 60,-180 40)))"
    ),
    "over the antimeridian": "POLYGON((170 40,190 42,195 61,172 60,170 40))",
}


def geographic(crs: str) -> osr.SpatialReference:
    reference = osr.SpatialReference()
    reference.SetFromUserInput(crs)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def middles(raster, crs: str, right: float = 0, down: float = 0) -> np.ndarray:
    """(rows, columns, 2): where the middles of pixels, or points beside them, lie in the labels' CRS."""
    raster_crs, left, top, cell = raster
    columns, rows = np.meshgrid(np.arange(SIZE) + 0.5 + right, np.arange(SIZE) + 0.5 + down)
    points = np.stack([left + columns.ravel() * cell, top - rows.ravel() * cell], axis=1)
    if raster_crs == DEGREES:  # PROJ would go on beyond the poles
        points[np.abs(points[:, 1]) > 90] = math.inf
    back = osr.CoordinateTransformation(geographic(raster_crs), geographic(crs))
    before = osr.GetUseExceptions()  # Processing of QGIS 3.44 turns them on
    osr.DontUseExceptions()
    there = np.array(back.TransformPoints(points))[:, :2]
    if before:
        osr.UseExceptions()
    there[~np.isfinite(there).all(axis=1)] = 1e30
    return there.reshape(SIZE, SIZE, 2)


def inside(wkt: str, points: np.ndarray) -> np.ndarray:
    """Which points lie in polygons: the even-odd rule."""
    x, y = points[..., 0], points[..., 1]
    found = np.zeros(x.shape, dtype=bool)
    for ring in rings(ogr.CreateGeometryFromWkt(wkt)):
        for (x1, y1), (x2, y2) in zip(ring[:-1], ring[1:]):
            if y1 != y2:
                found ^= ((y1 > y) != (y2 > y)) & (x < x1 + (y - y1) * (x2 - x1) / (y2 - y1))
    return found


def held(wkt: str, points: np.ndarray, crs: str) -> np.ndarray:
    """Which points lie in polygons of a CRS, in degrees turned round the earth as well."""
    turns = (-360, 0, 360) if crs == DEGREES else (0,)
    return np.any([inside(wkt, points + np.array((turn, 0))) for turn in turns], axis=0)


def check(pixels: np.ndarray, wkt: str, raster, crs: str = DEGREES) -> None:
    """Pixels are those whose middles lie in the shape, but for those near an edge."""
    differ = pixels != held(wkt, middles(raster, crs), crs)
    if differ.any():
        beside = [(right, down) for right in (-0.03, 0, 0.03) for down in (-0.03, 0, 0.03)]
        around = np.array([held(wkt, middles(raster, crs, *each), crs) for each in beside])
        assert not (differ & (around.all(axis=0) | ~around.any(axis=0))).any()
    assert np.count_nonzero(differ) <= 8


def way(crs: str, raster_crs: str) -> QgsCoordinateTransform:
    systems = (QgsCoordinateReferenceSystem(each) for each in (crs, raster_crs))
    return QgsCoordinateTransform(*systems, QgsCoordinateTransformContext())


def labels_of(
    wkts, raster, crs: str = DEGREES, need: Need = Need.CLASS_MAP, tile: int = SIZE
) -> FeatureLabels:
    raster_crs, left, top, cell = raster
    layer = memory_layer([(wkt, {}) for wkt in wkts], crs=crs)
    place = PixelFrame(left, top, cell, cell, SIZE, SIZE), Grid(SIZE, SIZE, tile, tile, tile, tile)
    to_raster = way(crs, raster_crs)
    labels = FeatureLabels(QgsVectorLayerFeatureSource(layer), LayerClasses(), to_raster, place, need)
    labels.reader.goes_round = goes_round(layer.extent(), to_raster)
    return labels


def never() -> None:
    """Nobody cancels."""


def pixels_of(labels: FeatureLabels, budget: int = 10**9) -> np.ndarray:
    """Where the labels lie, read batch by batch."""
    grid = labels._grid
    whole = np.zeros((grid.whole.height, grid.whole.width), dtype=bool)
    for batch in BatchPlan(grid, budget):
        found = labels.read(batch, never)
        for (row, column), chip in found.chips.items():
            window = grid.window(row, column)
            part = chip.class_map() > 0
            whole[window.row_off : window.row_end, window.col_off : window.col_end] = part
    labels.finish(never)
    return whole


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", RASTERS)
def test_shapes_in_degrees_lie_where_their_pixels_do(name, shape):
    labels = labels_of([SHAPES[shape]], RASTERS[name])
    check(pixels_of(labels), SHAPES[shape], RASTERS[name])
    assert not labels.report.broken


@pytest.mark.parametrize("need", [Need.BOXES, Need.CLASS_MAP])
def test_the_share_of_a_large_label_is_that_of_its_area_in_the_raster_s_crs(need):
    """Three chips of 160 metres lie in a polygon of six degrees as a whole, one in part."""
    wkt = "POLYGON((-35.3 -13,-34.9081 -13,-34.9081 -7,-35.3 -7,-35.3 -13))"
    raster = RASTERS["UTM, 10 m"]
    chips = labels_of([wkt], raster, need=need, tile=16).read(next(iter(whole_batches(16))), never).chips
    there = ogr.CreateGeometryFromWkt(wkt)
    there.Transform(osr.CoordinateTransformation(geographic(DEGREES), geographic(raster[0])))
    shares = {place: chip.objects[0].share for place, chip in chips.items()}
    assert shares[0, 0] == pytest.approx(160**2 / there.GetArea(), rel=1e-6)
    assert all(
        chip.objects[0].share == pytest.approx(chip.objects[0].area / there.GetArea(), rel=1e-6)
        for chip in chips.values()
    )


def test_the_share_of_a_label_that_does_not_fit_is_of_what_lies_on_the_image():
    chips = labels_of([SHAPES["world"]], RASTERS["UTM, 10 m"], need=Need.BOXES, tile=16).read(
        next(iter(whole_batches(16))), never
    )
    assert [each.objects[0].share for each in chips.chips.values()] == pytest.approx([1 / 9] * 9)


def whole_batches(tile: int) -> BatchPlan:
    return BatchPlan(Grid(SIZE, SIZE, tile, tile, tile, tile), 10**9)


EDGE = 20037508.342789244
OTHERS = {
    "EPSG:3857": (
        [
            f"POLYGON(({-EDGE} {-EDGE},{EDGE} {-EDGE},{EDGE} {EDGE},{-EDGE} {EDGE},{-EDGE} {-EDGE}),"
            "(-2e6 4e6,1e6 4e6,6e6 6e6,3e6 1.1e7,-2e6 4e6))",
            f"POLYGON((1.5e7 -1e7,{EDGE} -1e7,{EDGE} 1.2e7,1.5e7 1.2e7,1.5e7 -1e7))",
            "POLYGON((-1.5e7 -5e6,1.9e7 1e6,0 1.3e7,-1.5e7 -5e6))",
        ],
        ["UTM zone", "UTM at the antimeridian", "LAEA with the pole", "polar, the pole anywhere"],
    ),
    "EPSG:3413": (
        [
            "POLYGON((-4e6 0,0 -4e6,4e6 0,0 4e6,-4e6 0),(-2e6 0,0 -2e6,2e6 0,0 2e6,-2e6 0))",
            "POLYGON((-2e7 -2e7,2e7 -2e7,2e7 2e7,-2e7 2e7,-2e7 -2e7))",
        ],
        ["degrees, the world", "degrees, the Bering Sea", "LAEA with the pole", "Mercator, the world"],
    ),
    "EPSG:3035": (
        ["POLYGON((-3e6 -3e6,1.1e7 -3e6,1.1e7 9e6,-3e6 9e6,-3e6 -3e6),(4e6 3e6,5e6 3e6,5e6 4e6,4e6 3e6))"],
        ["degrees, Europe", "degrees, the world", "polar, the pole anywhere", "UTM zone"],
    ),
    "EPSG:4807": (["POLYGON((-80 10,90 10,60 80,-80 75,-80 10))"], ["LAEA Europe", "degrees, Europe"]),
}
"""Labels in other CRS, one of them in grads from Paris, and the rasters that they are tried with."""

IN_DEGREES = {
    "degrees, the world": (DEGREES, -180, 90, 7.5),
    "degrees, the Bering Sea": (DEGREES, 150, 85, 1),
    "degrees, Europe": (DEGREES, -40, 75, 2),
}


@pytest.mark.parametrize(("crs", "name"), [(crs, name) for crs in OTHERS for name in OTHERS[crs][1]])
def test_shapes_in_other_projections_lie_where_their_pixels_do(crs, name):
    raster = {**RASTERS, **IN_DEGREES}[name]
    for wkt in OTHERS[crs][0]:
        labels = labels_of([wkt], raster, crs)
        check(pixels_of(labels), wkt, raster, crs)
        assert not labels.report.broken


@st.composite
def stars(draw) -> str:
    """A large polygon in degrees, concave, that does not cross itself."""
    x, y = draw(st.floats(-170, 170)), draw(st.floats(-80, 80))
    count = draw(st.integers(3, 10))
    reach = st.floats(8, 300)
    corners = []
    for place in range(count):
        angle, radius = 2 * math.pi * (place + 0.1) / count, draw(reach)
        corners.append(
            (
                min(max(x + radius * math.cos(angle), -180), 180),
                min(max(y + radius * math.sin(angle) / 2, -90), 90),
            )
        )
    return "POLYGON((" + ",".join(f"{x!r} {y!r}" for x, y in [*corners, corners[0]]) + "))"


@settings(max_examples=60)
@given(stars().filter(lambda wkt: ogr.CreateGeometryFromWkt(wkt).IsValid()), st.sampled_from(list(RASTERS)))
def test_any_large_shape_lies_where_its_pixels_do(wkt, name):
    left, right, bottom, top = ogr.CreateGeometryFromWkt(wkt).GetEnvelope()
    labels = labels_of([wkt], RASTERS[name])
    pixels = pixels_of(labels)
    if max(right - left, top - bottom) >= 5:  # else its edges are straight between its corners
        check(pixels, wkt, RASTERS[name])


@pytest.mark.parametrize("tile", [20, 31])
@pytest.mark.parametrize("shape", ["world", "ocean", "belt"])
@pytest.mark.parametrize(
    "name", ["Mercator, the world", "polar, the pole anywhere", "UTM zone", "Mollweide, with the edge"]
)
def test_chips_that_reach_beyond_the_raster_show_the_same(name, shape, tile):
    labels = labels_of([SHAPES[shape]], RASTERS[name], tile=tile)
    check(pixels_of(labels)[:SIZE, :SIZE], SHAPES[shape], RASTERS[name])
    assert len(labels.reader._areas.large._patches) < 60


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    "name", ["polar, the pole on a corner", "Mollweide, with the edge", "LAEA with the pole", "LAEA Europe"]
)
def test_cutting_for_half_of_the_image_first_changes_nothing(name, shape, monkeypatch):
    monkeypatch.setattr(labels_large, "_MANY", 0)
    check(pixels_of(labels_of([SHAPES[shape]], RASTERS[name])), SHAPES[shape], RASTERS[name])


@pytest.mark.parametrize(
    "name", ["LAEA Europe", "polar, the pole on a corner", "UTM far over the antimeridian"]
)
def test_batches_do_not_change_what_is_cut(name):
    """The cut is that of the image, so neither a resumed run nor another budget gives other labels."""
    shapes = list(SHAPES.values())
    whole = labels_of(shapes, RASTERS[name], need=Need.BOXES, tile=12)
    pieces = labels_of(shapes, RASTERS[name], need=Need.BOXES, tile=12)
    (batch,) = BatchPlan(whole._grid, 10**9)
    at_once = whole.read(batch, never).chips
    one_by_one = {}
    for part in BatchPlan(pieces._grid, 1):
        one_by_one.update(pieces.read(part, never).chips)
    assert at_once.keys() == one_by_one.keys()
    for place, chip in at_once.items():
        others = one_by_one[place].objects
        assert len(others) == len(chip.objects)
        for each, other in zip(chip.objects, others):
            assert each[:6] == pytest.approx(other[:6], rel=1e-9, abs=1e-6)
    assert sum(len(chip.objects) for chip in at_once.values()) > 16


def test_a_feature_is_one_object_however_many_pieces_it_was_cut_in():
    labels = labels_of([SHAPES["world"]], RASTERS["polar, the pole anywhere"], need=Need.BOXES)
    (batch,) = BatchPlan(labels._grid, 10**9)
    (chip,) = labels.read(batch, never).chips.values()
    ((_, *box, area, _, share),) = chip.objects
    assert box == [0, 0, SIZE, SIZE]
    assert share == 1
    assert area == pytest.approx((SIZE * 120_000) ** 2, rel=1e-9)


def test_small_shapes_keep_straight_edges():
    """As in QGIS and GDAL; a chain of four degrees along a parallel would bend by two pixels here."""
    raster = RASTERS["UTM zone"]
    wkt = "POLYGON((13 54,17 54,17 52,13 52,13 54))"
    labels = labels_of([wkt], raster, need=Need.BOXES)
    (batch,) = BatchPlan(labels._grid, 10**9)
    (chip,) = labels.read(batch, never).chips.values()
    there = osr.CoordinateTransformation(spatial_reference(DEGREES), spatial_reference(raster[0]))
    corners = np.array(there.TransformPoints([(13, 54), (17, 54), (17, 52), (13, 52)]))[:, :2]
    shape = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in [*corners, corners[0]]:
        shape.AddPoint_2D(x, y)
    assert chip.objects[0].area == pytest.approx(shape.GetArea(), rel=1e-6)


# Through the algorithm.


@pytest.mark.parametrize("only", ["ALL_TILES", "ONLY_TILES_WITH_FEATURES"])
@pytest.mark.parametrize("metadata_format", METADATA_FORMATS)
def test_a_world_of_labels_reaches_every_chip(tmp_path, metadata_format, only):
    raster_crs, left, top, cell = RASTERS["UTM, 10 m"]
    raster = write_raster(
        tmp_path / "in.tif", noise(1, SIZE, SIZE), (left, cell, 0, top, 0, -cell), raster_crs
    )
    layer = memory_layer([(SHAPES["world"], {}), (SHAPES["cap"], {})], crs=DEGREES)
    exported = export(
        tmp_path / "out", raster, layer, METADATA_FORMAT=metadata_format, OUTPUT_NOFEATURE_TILES=only
    )
    assert exported.outputs["CHIP_COUNT"] == exported.outputs["FEATURE_COUNT"] == 9
    assert not exported.log.warnings
    if metadata_format == "Classified_Tiles":
        assert (class_map(exported, "000000004") == 1).all()
    elif metadata_format == "RCNN_Masks":
        assert (masks(exported, "000000004")["1"] == 1).all()
    else:
        assert [box.sides for box in exported.boxes("000000004")] == [(0, 0, 16, 16)]


def test_oceans_elsewhere_are_outside_and_nothing_else(tmp_path):
    raster_crs, left, top, cell = RASTERS["UTM, 10 m"]
    raster = write_raster(
        tmp_path / "in.tif", noise(1, SIZE, SIZE), (left, cell, 0, top, 0, -cell), raster_crs
    )
    south = "((-180 -90,180 -90,180 -60,-180 -60,-180 -90))"
    elsewhere = f"MULTIPOLYGON({south},((-180 60,180 60,180 90,-180 90,-180 60)))"
    layer = memory_layer([(elsewhere, {})], crs=DEGREES)
    exported = export(tmp_path / "out", raster, layer)
    assert exported.outputs["FEATURE_COUNT"] == 0
    (warning,) = [text for text in exported.log.warnings if "features" in text]
    assert "features that lie outside the chips: 1 of 1." in warning
    sentence = refusal(tmp_path / "other", raster, layer, OUTPUT_NOFEATURE_TILES="ONLY_TILES_WITH_FEATURES")
    assert "0 without usable geometry, 1 outside" in sentence


def test_labels_that_lie_apart_are_still_refused(tmp_path):
    raster_crs, left, top, cell = RASTERS["UTM, 10 m"]
    raster = write_raster(
        tmp_path / "in.tif", noise(1, SIZE, SIZE), (left, cell, 0, top, 0, -cell), raster_crs
    )
    layer = memory_layer([("POLYGON((-36 -8,-35.5 -8,-35.5 -7.5,-36 -8))", {})], crs=DEGREES)
    sentence = refusal(tmp_path / "out", raster, layer, OUTPUT_NOFEATURE_TILES="ONLY_TILES_WITH_FEATURES")
    assert sentence.startswith("IN_CLASS_DATA: no label lies on the raster")


def test_longitudes_from_0_to_360(tmp_path):
    raster_crs, left, top, cell = RASTERS["UTM, 10 m"]
    raster = write_raster(
        tmp_path / "in.tif", noise(1, SIZE, SIZE), (left, cell, 0, top, 0, -cell), raster_crs
    )
    there = osr.CoordinateTransformation(spatial_reference(raster_crs), spatial_reference(DEGREES))
    x, y, _ = there.TransformPoint(left + 5 * cell, top - 7 * cell)
    square = ogr.CreateGeometryFromWkt(f"POINT({x!r} {y!r})").Buffer(0.0004)
    shifted = "POLYGON((" + ",".join(f"{x + 360!r} {y!r}" for x, y in rings_of(square)) + "))"
    east = "POLYGON((200 -20,359 -20,359 -10,200 -20))"
    plain = export(tmp_path / "plain", raster, memory_layer([(square.ExportToWkt(), {})], crs=DEGREES))
    turned = export(tmp_path / "out", raster, memory_layer([(shifted, {}), (east, {})], crs=DEGREES))
    assert [len(boxes) for boxes in plain.all_boxes()] == [1, *[0] * 8]
    assert turned.all_boxes()[0][0].sides == pytest.approx(plain.all_boxes()[0][0].sides, abs=0.011)
    assert turned.outputs["FEATURE_COUNT"] == 1


def rings_of(geometry: ogr.Geometry) -> list:
    return next(rings(geometry)).tolist()
