"""ROTATION_ANGLE: each chip once more at every multiple of the angle, recounted pixel by pixel."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
from label_scenes import contents, export, layer_in_pixels, refusal, write_class_raster
from osgeo import gdal
from qgis.core import QgsGeometry, QgsPointXY, QgsVectorLayer
from scenes import ORIGIN, Exported, copy_of, limit, noise, pixels_of, rectangle, voc_boxes, write_raster

from training_data_exporter.chipping.plan.turned import angles_of

pytestmark = pytest.mark.usefixtures("qgis_app")

ROWS, COLUMNS, HEIGHT, WIDTH, STRIDE = 60, 90, 24, 32, 20
CELL = 2.0
SHAPES = [
    ("POLYGON ((5 5, 25 8, 20 30, 8 22, 5 5), (10 10, 14 10, 14 14, 10 14, 10 10))", 2),
    (rectangle(28, 12, 61, 33), 5),
    (rectangle(40, 20, 50, 55), 2),
    ("MULTIPOLYGON (((70 5, 80 5, 75 15, 70 5)), ((60 40, 85 44, 80 58, 60 40)))", 10),
]


def turned(x: float, y: float, left: int, top: int, angle: float) -> tuple[float, float]:
    """Return where a point of a chip lies in pixels of the raster: the tile turns clockwise, y is down."""
    radians = math.radians(angle)
    across, down = x - WIDTH / 2, y - HEIGHT / 2
    column = left + WIDTH / 2 + across * math.cos(radians) - down * math.sin(radians)
    row = top + HEIGHT / 2 + across * math.sin(radians) + down * math.cos(radians)
    return column, row


def tiles(angle: float) -> list[tuple[int, int, float]]:
    """Return left, top and angle of each chip, in the order of their numbers."""
    rows = range(1 + math.ceil(max(0, ROWS - HEIGHT) / STRIDE))
    columns = range(1 + math.ceil(max(0, COLUMNS - WIDTH) / STRIDE))
    return [
        (column * STRIDE, row * STRIDE, each)
        for row in rows
        for column in columns
        for each in angles_of(angle)
    ]


@pytest.fixture(scope="module")
def raster(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("turned")
    return write_raster(folder / "raster.tif", noise(3, ROWS, COLUMNS) | 1, nodata=0)


def turned_export(folder: Path, raster: Path, labels=None, **given) -> Exported:
    """Export the scene, each chip at several angles."""
    labels = layer_in_pixels(SHAPES) if labels is None else labels
    sizes = {"TILE_SIZE_X": WIDTH, "TILE_SIZE_Y": HEIGHT, "STRIDE_X": STRIDE, "STRIDE_Y": STRIDE}
    field = {} if isinstance(labels, Path) else {"CLASS_VALUE_FIELD": "kind"}
    return export(
        folder, raster, labels, **{"METADATA_FORMAT": "PASCAL_VOC_rectangles", **sizes, **field, **given}
    )


def part_in_chip(geometry: QgsGeometry, left: int, top: int, angle: float) -> QgsGeometry:
    """Return what GEOS says that a chip shows of a shape: turned back about the tile's centre, then cut."""
    shape = QgsGeometry(geometry)
    shape.rotate(angle, QgsPointXY(left + WIDTH / 2, top + HEIGHT / 2))  # clockwise where y points up
    shape.translate(-left, -top)
    return shape.intersection(QgsGeometry.fromWkt(rectangle(0, 0, WIDTH, HEIGHT)))


def on_a_border(x: float, y: float) -> bool:
    """Return whether a point lies on the border of two pixels, where rounding decides."""
    return min(abs(x - round(x)), abs(y - round(y))) < 1e-9


def test_angles():
    assert angles_of(0) == (0.0,)
    assert angles_of(45) == (0.0, 45.0, 90.0, 135.0, 180.0, 225.0, 270.0, 315.0)
    assert angles_of(100) == (0.0, 100.0, 200.0, 300.0)
    assert len(angles_of(0.1)) == 3600


@pytest.mark.parametrize("angle", [45.0, 90.0, 37.5])
def test_pixels_are_the_nearest(tmp_path, raster, angle):
    source = pixels_of(raster)
    turned_export(tmp_path / "out", raster, ROTATION_ANGLE=angle)
    chips = sorted((tmp_path / "out" / "images").glob("*.tif"))
    assert len(chips) == len(tiles(angle)) == 12 * len(angles_of(angle))
    for path, (left, top, each) in zip(chips, tiles(angle)):
        found, wrong = pixels_of(path), 0
        for row, column in np.ndindex(HEIGHT, WIDTH):
            x, y = turned(column + 0.5, row + 0.5, left, top, each)
            if on_a_border(x, y):
                continue
            inside = 0 <= x < COLUMNS and 0 <= y < ROWS
            expected = source[:, math.floor(y), math.floor(x)] if inside else np.zeros(3, np.uint8)
            wrong += bool((found[:, row, column] != expected).any())
        assert wrong == 0, path


@pytest.mark.parametrize(("image_format", "suffix", "world"), [("TIFF", "tif", "tfw"), ("PNG", "png", "pgw")])
def test_the_chip_and_its_world_file_say_where_each_pixel_came_from(
    tmp_path, raster, image_format, suffix, world
):
    turned_export(tmp_path / "out", raster, ROTATION_ANGLE=45, IMAGE_CHIP_FORMAT=image_format)
    chips = sorted((tmp_path / "out" / "images").glob(f"*.{suffix}"))
    assert len(chips) == len(tiles(45))
    for path, (left, top, angle) in zip(chips, tiles(45)):
        dataset = gdal.Open(str(path))
        assert "31985" in dataset.GetProjection()
        numbers = [float(each) for each in path.with_suffix(f".{world}").read_text().split()]
        for x, y in ((0.5, 0.5), (WIDTH - 0.5, 0.5), (WIDTH - 0.5, HEIGHT - 0.5)):
            column, row = turned(x, y, left, top, angle)
            place = ORIGIN[0] + column * CELL, ORIGIN[1] - row * CELL
            assert gdal.ApplyGeoTransform(dataset.GetGeoTransform(), x, y) == pytest.approx(place, abs=1e-6)
            beside = [
                numbers[axis] * (x - 0.5) + numbers[2 + axis] * (y - 0.5) + numbers[4 + axis]
                for axis in (0, 1)
            ]
            assert beside == pytest.approx(place, abs=1e-6)


@pytest.mark.parametrize(("image_format", "suffix"), [("TIFF", "tif"), ("PNG", "png")])
@pytest.mark.parametrize("angle", [45.0, 17.0])
def test_gdal_reads_each_pixel_back_where_it_came_from(tmp_path, image_format, suffix, angle):
    """Pixels of the raster hold their own column and row; a chip's lie within half a pixel of these."""
    columns, rows = np.meshgrid(np.arange(COLUMNS, dtype=np.uint8), np.arange(ROWS, dtype=np.uint8))
    raster = write_raster(tmp_path / "places.tif", np.stack((columns, rows, np.ones_like(rows))))
    turned_export(tmp_path / "out", raster, ROTATION_ANGLE=angle, IMAGE_CHIP_FORMAT=image_format)
    seen = 0
    x, y = np.meshgrid(np.arange(WIDTH) + 0.5, np.arange(HEIGHT) + 0.5)
    for path in sorted((tmp_path / "out" / "images").glob(f"*.{suffix}")):
        left, a, b, top, d, e = gdal.Open(str(path)).GetGeoTransform()
        column, row, inside = pixels_of(path).astype(float)
        there = (left + a * x + b * y - ORIGIN[0]) / CELL, (ORIGIN[1] - top - d * x - e * y) / CELL
        for mine, its in zip((column, row), there):
            assert np.abs(mine + 0.5 - its)[inside > 0].max() <= 0.5 + 1e-6, path
        seen += int(inside.sum())
    assert seen > 0.5 * len(tiles(angle)) * HEIGHT * WIDTH


@pytest.mark.parametrize("angle", [45.0, 120.0])
def test_boxes_are_those_of_turned_and_cut_shapes(tmp_path, raster, angle):
    turned_export(tmp_path / "out", raster, ROTATION_ANGLE=angle)
    labels = sorted((tmp_path / "out" / "labels").glob("*.xml"))
    assert len(labels) == len(tiles(angle))
    total = 0
    for path, (left, top, each) in zip(labels, tiles(angle)):
        expected = []
        for wkt, value in SHAPES:
            part = part_in_chip(QgsGeometry.fromWkt(wkt), left, top, each)
            box = part.boundingBox()
            if part.area() > 1e-6 and min(box.width(), box.height()) >= 0.02:
                expected.append((value, [box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()]))
        found = voc_boxes(path)
        assert [mine.class_value for mine in found] == [value for value, _ in expected], path
        for mine, (_, its) in zip(found, expected):
            assert list(mine.sides) == pytest.approx(its, abs=0.0051), path
        total += len(found)
    assert total > 50


def shown(left: int, top: int, angle: float) -> tuple[np.ndarray, np.ndarray]:
    """Return which shapes hold the middle of each pixel, asked one by one.

    (shapes, rows, columns), and (rows, columns), True where it lies on no edge: there rounding decides.
    """
    shapes = [QgsGeometry.fromWkt(wkt) for wkt, _ in SHAPES]
    edges = [QgsGeometry(shape.constGet().boundary()) for shape in shapes]
    found = np.zeros((len(SHAPES), HEIGHT, WIDTH), bool)
    clear = np.zeros((HEIGHT, WIDTH), bool)
    for row, column in np.ndindex(HEIGHT, WIDTH):
        point = QgsGeometry.fromPointXY(QgsPointXY(*turned(column + 0.5, row + 0.5, left, top, angle)))
        found[:, row, column] = [shape.contains(point) for shape in shapes]
        clear[row, column] = min(edge.distance(point) for edge in edges) > 1e-9
    assert clear.mean() > 0.99
    return found, clear


def test_class_maps_follow_the_middle_of_each_pixel(tmp_path, raster):
    turned_export(tmp_path / "out", raster, ROTATION_ANGLE=60, METADATA_FORMAT="Classified_Tiles")
    for number, place in enumerate(tiles(60)):
        expected = np.zeros((HEIGHT, WIDTH), int)
        shapes, clear = shown(*place)
        for each, (_, value) in zip(shapes, SHAPES):
            expected[each] = value
        found = pixels_of(tmp_path / "out" / "labels" / f"{number:09d}.tif")[0]
        assert ((found != expected) & clear).sum() == 0, number


def test_masks_follow_the_middle_of_each_pixel(tmp_path, raster):
    turned_export(tmp_path / "out", raster, ROTATION_ANGLE=60, METADATA_FORMAT="RCNN_Masks")
    folder = tmp_path / "out" / "labels"
    for number, place in enumerate(tiles(60)):
        each, clear = shown(*place)
        for value in (2, 5, 10):
            expected = np.zeros((HEIGHT, WIDTH), int)
            for place_of, (_, its) in enumerate(SHAPES):
                expected[each[place_of] & (its == value)] = place_of + 1
            path = folder / str(value) / f"{number:09d}.tif"
            assert path.exists() == expected.any()
            if path.exists():
                numbers = np.unique(expected, return_inverse=True)[1].reshape(expected.shape)
                numbers += 0 if (expected == 0).any() else 1
                assert ((pixels_of(path)[0] != numbers) & clear).sum() == 0, path


def test_a_class_raster_is_turned_with_the_image(tmp_path, raster):
    classes = noise(1, ROWS, COLUMNS)[0] % 4
    labels = write_class_raster(tmp_path / "classes.tif", classes)
    given = {"METADATA_FORMAT": "Classified_Tiles", "ROTATION_ANGLE": 30}
    turned_export(tmp_path / "out", raster, labels, **given)
    for number, (left, top, angle) in enumerate(tiles(30)):
        found = pixels_of(tmp_path / "out" / "labels" / f"{number:09d}.tif")[0]
        for row, column in np.ndindex(HEIGHT, WIDTH):
            x, y = turned(column + 0.5, row + 0.5, left, top, angle)
            inside = 0 <= x < COLUMNS and 0 <= y < ROWS
            if not on_a_border(x, y):
                assert found[row, column] == (classes[math.floor(y), math.floor(x)] if inside else 0)


def test_nothing_beyond_the_raster_counts(tmp_path, raster):
    turned_export(tmp_path / "out", raster, ROTATION_ANGLE=45)
    document = json.loads((tmp_path / "out" / "esri_accumulated_stats.json").read_text())
    chips = sorted((tmp_path / "out" / "images").glob("*.tif"))
    counted = [int((pixels_of(path)[0] != 0).sum()) for path in chips]
    band = document["BandStatsState"][0]
    assert band["Num"] == sum(counted)
    assert band["Min"] >= 1
    assert document["NumTiles"] == len(chips) == 96


def test_what_cannot_be_turned_is_refused(tmp_path, raster):
    labels = layer_in_pixels(SHAPES)
    said = refusal(tmp_path / "out", raster, labels, ROTATION_ANGLE=45, IMAGE_CHIP_FORMAT="MRF")
    assert said == "ROTATION_ANGLE: MRF cannot say that a chip is turned; choose TIFF, PNG or JPEG."
    said = refusal(tmp_path / "out", raster, labels, ROTATION_ANGLE=360)
    assert said == "ROTATION_ANGLE: 360 degrees turn nothing; give an angle below, or 0 for none."
    said = refusal(tmp_path / "out", raster, labels, ROTATION_ANGLE=1e-9)
    assert said.startswith("ROTATION_ANGLE: with it there are ")
    assert not (tmp_path / "out").exists()


def test_the_chip_index_shows_turned_tiles(tmp_path, raster):
    index = tmp_path / "index.gpkg"
    turned_export(tmp_path / "out", raster, ROTATION_ANGLE=45, CHIP_INDEX=index)
    layer = QgsVectorLayer(str(index))
    assert layer.featureCount() == len(tiles(45))
    for feature in layer.getFeatures():
        left, top, angle = tiles(45)[int(feature["stem"])]
        corners = [
            turned(x, y, left, top, angle) for x, y in ((0, 0), (WIDTH, 0), (WIDTH, HEIGHT), (0, HEIGHT))
        ]
        expected = QgsGeometry.fromPolygonXY(
            [[QgsPointXY(ORIGIN[0] + x * CELL, ORIGIN[1] - y * CELL) for x, y in corners]]
        )
        assert feature.geometry().symDifference(expected).area() < 1e-3


CASES = [
    {},
    {"METADATA_FORMAT": "RCNN_Masks"},
    {"METADATA_FORMAT": "COCO", "IMAGE_CHIP_FORMAT": "PNG"},
    {"OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES"},
    {"EMPTY_CHIPS_PERCENT": 5},
    {"VALIDATION_PERCENT": 20, "SPLIT_BLOCK_SIZE": 100.0},
]


@pytest.mark.parametrize("given", CASES)
def test_other_batches_and_processes_make_the_same_bytes(tmp_path, raster, monkeypatch, given):
    values = {"ROTATION_ANGLE": 90, **given}
    turned_export(tmp_path / "one", raster, **values)
    limit(monkeypatch, batch_bytes=3 * 5 * HEIGHT * WIDTH)
    turned_export(tmp_path / "two", raster, **values)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_second_raster_adds_turned_chips(tmp_path, raster):
    turned_export(tmp_path / "out", raster, ROTATION_ANGLE=90)
    turned_export(tmp_path / "out", copy_of(raster), ROTATION_ANGLE=90, START_INDEX=-1)
    chips = sorted((tmp_path / "out" / "images").glob("*.tif"))
    assert len(chips) == 2 * 48
    for first, second in zip(chips[:48], chips[48:]):
        assert first.read_bytes() == second.read_bytes()
