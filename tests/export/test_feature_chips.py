"""Labeled_Tiles and Imagenet: a chip for each feature, of one size or as large as its envelope."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from label_scenes import contents, covered, export, layer_in_pixels, refusal, write_class_raster
from lxml import etree
from osgeo import gdal
from qgis.core import QgsGeometry, QgsPointXY, QgsVectorLayer
from scenes import (
    SQUARES_OF_2,
    Exported,
    copy_of,
    limit,
    noise,
    pixels_of,
    rectangle,
    voc_boxes,
    write_raster,
)
from split_scenes import SPLIT

pytestmark = pytest.mark.usefixtures("qgis_app")

ROWS, COLUMNS, TILE = 90, 120, 16
FORMATS = ["Labeled_Tiles", "Imagenet"]
SHAPES = [
    (rectangle(20, 30, 26, 40), 1),
    (rectangle(-5, 50, 8.25, 58.25), 2),  # reaches beyond the raster
    (rectangle(130, 10, 140, 20), 2),  # lies beyond it
    ("POLYGON ((60 10, 75.5 14, 66 29.75, 60 10))", 2),
    (rectangle(117, 86, 121, 95), 1),  # in a corner
    ("MULTIPOLYGON (((30 60, 36 60, 36.3 66, 30 60)), ((40 70, 44 70, 44.37 77, 40 70)))", 3),
    (rectangle(61, 12, 64, 15), 1),  # over another
]
MET = [0, 1, 3, 4, 5, 6]
"""Which of them have a chip."""


@pytest.fixture(scope="module")
def raster(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("features")
    return write_raster(folder / "raster.tif", noise(3, ROWS, COLUMNS) | 1, nodata=0)


def feature_export(folder: Path, raster: Path, name: str = "Labeled_Tiles", **given) -> Exported:
    values = {"CLASS_VALUE_FIELD": "kind", "METADATA_FORMAT": name, **given}
    return export(folder, raster, layer_in_pixels(SHAPES), TILE, **values)


def envelope(
    place: int, window: tuple[int, int, int, int] | None = None
) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of a shape, or of what GEOS says lies in a window of it."""
    shape = QgsGeometry.fromWkt(SHAPES[place][0])
    if window:
        shape = shape.intersection(QgsGeometry.fromWkt(rectangle(*window)))
    box = shape.boundingBox()
    return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()


def centred(place: int) -> tuple[int, int]:
    """Return left and top of the chip of a shape, to the pixel and inside the raster."""
    left, top, right, bottom = envelope(place)
    across, down = ((left + right) / 2 - TILE / 2, (top + bottom) / 2 - TILE / 2)
    return (
        int(min(max(np.floor(across + 0.5), 0), COLUMNS - TILE)),
        int(min(max(np.floor(down + 0.5), 0), ROWS - TILE)),
    )


def bounding(place: int) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of the pixels of the raster that an envelope covers."""
    left, top, right, bottom = envelope(place)
    return (
        max(0, int(np.floor(left))),
        max(0, int(np.floor(top))),
        min(COLUMNS, int(np.ceil(right))),
        min(ROWS, int(np.ceil(bottom))),
    )


def images(exported: Exported) -> list[Path]:
    return sorted((exported.path / "images").rglob("*.tif"), key=lambda path: path.stem)


@pytest.mark.parametrize("name", FORMATS)
def test_chips_are_centred_to_the_pixel_inside_the_raster(tmp_path, raster, name):
    exported = feature_export(tmp_path / "out", raster, name)
    chips, source = images(exported), pixels_of(raster)
    assert [path.stem for path in chips] == [f"{number:09d}" for number in range(len(MET))]
    for path, place in zip(chips, MET):
        left, top = centred(place)
        assert (pixels_of(path) == source[:, top : top + TILE, left : left + TILE]).all(), place
        transform = gdal.Open(str(path)).GetGeoTransform()
        corner = SQUARES_OF_2[0] + 2 * left, SQUARES_OF_2[3] - 2 * top
        assert (transform[0], transform[3]) == corner
    assert exported.outputs["CHIP_COUNT"] == exported.outputs["FEATURE_COUNT"] == len(MET)
    assert exported.outputs["EMPTY_CHIP_COUNT"] == 0


def check_box(path: Path, place: int, window: tuple[int, int, int, int]) -> None:
    """Hold the one object of a label file to a shape, as GEOS cuts it by the chip."""
    (box,) = voc_boxes(path)
    assert box.class_value == SHAPES[place][1]
    left, top = window[:2]
    expected = np.subtract(envelope(place, window), (left, top, left, top))
    assert box.sides == pytest.approx(tuple(expected), abs=0.0051), place


def test_each_chip_has_one_object_and_its_box(tmp_path, raster):
    exported = feature_export(tmp_path / "out", raster)
    for number, place in enumerate(MET):
        left, top = centred(place)
        window = left, top, left + TILE, top + TILE
        check_box(exported.path / "labels" / f"{number:09d}.xml", place, window)


@pytest.mark.parametrize("name", FORMATS)
def test_chips_are_as_large_as_envelopes(tmp_path, raster, name):
    exported = feature_export(tmp_path / "out", raster, name, CROP_MODE="BOUNDING_BOX")
    source = pixels_of(raster)
    for path, place in zip(images(exported), MET):
        left, top, right, bottom = bounding(place)
        assert (pixels_of(path) == source[:, top:bottom, left:right]).all(), place
    model = json.loads((exported.path / "esri_model_definition.emd").read_text())
    assert model["CropTileMode"] == "Variable_Size"


def test_boxes_and_sizes_of_chips_as_large_as_envelopes(tmp_path, raster):
    exported = feature_export(tmp_path / "out", raster, CROP_MODE="BOUNDING_BOX")
    for number, place in enumerate(MET):
        path, window = exported.path / "labels" / f"{number:09d}.xml", bounding(place)
        size = etree.parse(str(path)).getroot().find("size")
        width, height = window[2] - window[0], window[3] - window[1]
        assert [each.text for each in size] == [str(width), str(height), "3"]
        check_box(path, place, window)


@pytest.mark.parametrize("crop", ["FIXED_SIZE", "BOUNDING_BOX"])
def test_what_lies_around_the_feature_is_filled(tmp_path, raster, crop):
    exported = feature_export(tmp_path / "out", raster, BLACKEN_AROUND_FEATURE=True, CROP_MODE=crop)
    source, counted = pixels_of(raster), 0
    for path, place in zip(images(exported), MET):
        left, top, right, bottom = bounding(place)
        if crop == "FIXED_SIZE":
            left, top = centred(place)
            right, bottom = left + TILE, top + TILE
        inside = covered(SHAPES[place][0], right - left, bottom - top, left, top)
        expected = np.where(inside, source[:, top:bottom, left:right], 0)
        assert (pixels_of(path) == expected).all(), place
        counted += int(inside.sum())
    document = json.loads((exported.path / "esri_accumulated_stats.json").read_text())
    assert document["BandStatsState"][0]["Num"] == counted
    assert (
        json.loads((exported.path / "esri_model_definition.emd").read_text())["BlackenAroundFeature"] is True
    )


def test_imagenet_has_the_class_as_folder(tmp_path, raster):
    exported = feature_export(tmp_path / "out", raster, "Imagenet")
    for number, place in enumerate(MET):
        assert (exported.path / "images" / str(SHAPES[place][1]) / f"{number:09d}.tif").is_file()
    assert not (exported.path / "labels").exists()
    lines = (exported.path / "map.txt").read_bytes().decode().splitlines()
    assert lines[0] == "images\\1\\000000000.tif "
    assert len(lines) == len(MET)


def test_both_turn(tmp_path, raster):
    exported = feature_export(tmp_path / "out", raster, ROTATION_ANGLE=90)
    chips = images(exported)
    assert len(chips) == 4 * len(MET)
    for first in range(0, len(chips), 4):
        whole = pixels_of(chips[first])
        for turns in range(4):
            assert (pixels_of(chips[first + turns]) == np.rot90(whole, turns, axes=(1, 2))).all(), (
                first,
                turns,
            )


@pytest.mark.parametrize("crop", ["FIXED_SIZE", "BOUNDING_BOX"])
def test_turned_chips_show_their_feature_where_geos_turns_it(tmp_path, raster, crop):
    exported = feature_export(tmp_path / "out", raster, ROTATION_ANGLE=30, CROP_MODE=crop)
    chips = images(exported)
    assert len(chips) == 12 * len(MET)
    for number, path in enumerate(chips):
        place, angle = MET[number // 12], 30.0 * (number % 12)
        left, top, right, bottom = bounding(place)
        if crop == "FIXED_SIZE":
            left, top = centred(place)
            right, bottom = left + TILE, top + TILE
        width, height = right - left, bottom - top
        shape = QgsGeometry.fromWkt(SHAPES[place][0])
        shape.rotate(angle, QgsPointXY(left + width / 2, top + height / 2))
        shape.translate(-left, -top)
        box = shape.intersection(QgsGeometry.fromWkt(rectangle(0, 0, width, height))).boundingBox()
        (found,) = voc_boxes(exported.path / "labels" / f"{number:09d}.xml")
        expected = box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()
        assert found.sides == pytest.approx(expected, abs=0.0051), (place, angle)
        assert pixels_of(path).shape[1:] == (height, width)


def test_report_and_index_know_the_sizes(tmp_path, raster):
    index = tmp_path / "index.gpkg"
    looks = {"REPORT": tmp_path / "report.html", "CHIP_INDEX": index, "CROP_MODE": "BOUNDING_BOX"}
    for name in FORMATS:
        feature_export(tmp_path / name, raster, name, **looks)
        layer = QgsVectorLayer(str(index))
        sizes = {feature["stem"]: feature.geometry().boundingBox() for feature in layer.getFeatures()}
        for number, place in enumerate(MET):
            left, top, right, bottom = bounding(place)
            box = sizes[f"{number:09d}"]
            assert (box.width(), box.height()) == pytest.approx((2 * (right - left), 2 * (bottom - top)))
        rows = list(layer.getFeatures())
        assert [(row["objects"], row["valid"]) for row in rows] == [(1, 1.0)] * len(MET)
        assert "Traceback" not in (tmp_path / "report.html").read_text()
        del layer
        index.unlink()


@pytest.mark.parametrize("name", FORMATS)
def test_the_report_does_not_wonder_at_chips_that_their_feature_fills(tmp_path, raster, name):
    labels = layer_in_pixels([(rectangle(5 * n, 20, 5 * n + 12, 30), 1) for n in range(12)])
    texts = {}
    for crop in ("FIXED_SIZE", "BOUNDING_BOX"):
        path = tmp_path / f"{crop}.html"
        given = {"CLASS_VALUE_FIELD": "kind", "METADATA_FORMAT": name, "CROP_MODE": crop, "REPORT": path}
        export(tmp_path / crop, raster, labels, TILE, **given)
        texts[crop] = path.read_text("utf-8")
    assert "fill their whole chip" not in texts["BOUNDING_BOX"]
    assert "Where in the chip labels lie" not in texts["BOUNDING_BOX"]
    assert ("Where in the chip labels lie" in texts["FIXED_SIZE"]) == (name == "Labeled_Tiles")
    assert "<th>Size of a chip</th><td>each as large as its feature</td>" in texts["BOUNDING_BOX"]
    assert "<th>Size of a chip</th><td>16 × 16 × 3</td>" in texts["FIXED_SIZE"]
    assert not any("Chips by labelled share" in text for text in texts.values())


CASES = [
    {},
    {"METADATA_FORMAT": "Imagenet", "IMAGE_CHIP_FORMAT": "PNG"},
    {"CROP_MODE": "BOUNDING_BOX", "IMAGE_CHIP_FORMAT": "MRF"},
    {"CROP_MODE": "BOUNDING_BOX", "BLACKEN_AROUND_FEATURE": True, "METADATA_FORMAT": "Imagenet"},
    {"VALIDATION_PERCENT": 30, "SPLIT_BLOCK_SIZE": 60.0},
    {"ROTATION_ANGLE": 45, "TIFF_COMPRESSION": "DEFLATE"},
]


@pytest.mark.parametrize("given", CASES)
def test_other_batches_make_the_same_bytes(tmp_path, raster, monkeypatch, given):
    feature_export(tmp_path / "one", raster, **given)
    limit(monkeypatch, batch_bytes=3 * 2 * TILE * TILE, listed_chips=5)
    feature_export(tmp_path / "two", raster, **given)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


@pytest.mark.parametrize("name", FORMATS)
def test_a_second_raster_adds_chips(tmp_path, raster, name):
    feature_export(tmp_path / "out", raster, name)
    both = feature_export(tmp_path / "out", copy_of(raster), name, START_INDEX=-1)
    chips = images(both)
    assert len(chips) == 2 * len(MET)
    for first, second in zip(chips[: len(MET)], chips[len(MET) :]):
        assert first.read_bytes() == second.read_bytes()
        assert first.parent == second.parent


def test_refusals(tmp_path, raster):
    classes = write_class_raster(tmp_path / "classes.tif", noise(1, ROWS, COLUMNS)[0] % 3)
    said = refusal(tmp_path / "out", raster, classes, METADATA_FORMAT="Imagenet")
    assert said == (
        "IN_CLASS_DATA: Imagenet has a chip for each feature, but classes is a raster; choose a layer of "
        "polygons, points or lines, or MultiLabeled_Tiles as METADATA_FORMAT."
    )
    exported = export(
        tmp_path / "kitti",
        raster,
        layer_in_pixels(SHAPES),
        CLASS_VALUE_FIELD="kind",
        CROP_MODE="BOUNDING_BOX",
        BLACKEN_AROUND_FEATURE=True,
    )
    said = "{}: it is for Labeled_Tiles and Imagenet; KITTI_rectangles takes no notice of it."
    found = [text for text in exported.log.warnings if "takes no notice" in text]
    assert found == [said.format(name) for name in ("CROP_MODE", "BLACKEN_AROUND_FEATURE")]


def test_a_split_keeps_chips_of_one_block(tmp_path, raster):
    exported = feature_export(tmp_path / "out", raster, **{**SPLIT, "SPLIT_BLOCK_SIZE": 64.0})
    stems = [path.stem for path in (exported.path).rglob("images/*.tif")]
    assert len(stems) == len(set(stems)) == exported.outputs["CHIP_COUNT"] > 0
