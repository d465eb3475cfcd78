"""RCNN_Masks needs a mask: in a set without any, ArcGIS's reader looks for one for ever."""

from __future__ import annotations

import numpy as np
import pytest
from label_scenes import contents, export, layer_in_pixels, refusal, write_class_raster
from scenes import Log, copy_of, limit, memory_layer, noise, on_map, rectangle, write_raster

from training_data_exporter.export import loop

pytestmark = pytest.mark.usefixtures("qgis_app")

SIZE, TILE = 48, 16
MASKS = {"METADATA_FORMAT": "RCNN_Masks"}
TINY = [
    (rectangle(x + 0.6, x + 0.6, x + 0.9, x + 0.9), 1) for x in (3, 20, 40)
]  # each off its pixel's centre
LARGE = [*TINY, (rectangle(4, 4, 12, 12), 1)]
SENTENCE = (
    "METADATA_FORMAT: RCNN_Masks needs a label in at least one chip, so none of the 9 chips was kept: of 3 "
    "features 0 have no class, 0 have no usable geometry, and 3 lie outside the chips or cover no pixel's "
    "centre; check IN_CLASS_DATA and CLASS_VALUE_FIELD, or choose another METADATA_FORMAT."
)


@pytest.fixture(scope="module")
def raster(tmp_path_factory):
    return write_raster(tmp_path_factory.mktemp("raster") / "in.tif", noise(3, SIZE, SIZE))


@pytest.fixture(autouse=True)
def small_batches(monkeypatch):
    limit(monkeypatch, batch_bytes=3 * SIZE * TILE)


@pytest.mark.parametrize("image_format", ["TIFF", "PNG", "JPEG", "MRF"])
def test_labels_that_no_pixel_shows(raster, tmp_path, image_format):
    values = {**MASKS, "IMAGE_CHIP_FORMAT": image_format}
    assert refusal(tmp_path / "out", raster, layer_in_pixels(TINY), **values) == SENTENCE
    assert not (tmp_path / "out").exists()


def test_what_lay_in_the_folder_stays(raster, tmp_path):
    folder = tmp_path / "out"
    for name in ("notes.txt", "images/notes.txt", "labels/1/notes.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("precious")
    before = contents(folder)
    assert refusal(folder, raster, layer_in_pixels(TINY), **MASKS) == SENTENCE
    assert contents(folder) == before


def test_labels_beside_the_raster_whose_extent_holds_it(raster, tmp_path):
    around = [(rectangle(-90, -90, -80, -80), 1), (rectangle(500, 500, 510, 510), 1)]
    sentence = refusal(tmp_path / "out", raster, layer_in_pixels(around), **MASKS)
    assert "so none of the 9 chips was kept: of 2 features 0 have no class, 0 " in sentence
    assert "and 2 lie outside the chips or " in sentence
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("shapes", "words"),
    [
        ([(rectangle(500, 500, 510, 510), 1)], "IN_CLASS_DATA: no label lies on the raster; "),
        ([], "IN_CLASS_DATA: labels has no features."),
    ],
)
def test_what_is_known_before_is_refused_before(raster, tmp_path, monkeypatch, shapes, words):
    monkeypatch.setattr(loop.Export, "run", None)  # nothing is begun
    assert refusal(tmp_path / "out", raster, layer_in_pixels(shapes), **MASKS).startswith(words)
    assert not (tmp_path / "out").exists()


def test_features_without_class_are_refused_before(raster, tmp_path, monkeypatch):
    monkeypatch.setattr(loop.Export, "run", None)
    layer = memory_layer([(on_map(rectangle(4, 4, 12, 12)), {"kind": None})], {"kind": int})
    sentence = refusal(tmp_path / "out", raster, layer, **MASKS, CLASS_VALUE_FIELD="kind")
    assert sentence == "CLASS_VALUE_FIELD: all 1 values of kind are NULL or blank, so no feature has a class."
    assert not (tmp_path / "out").exists()


def test_a_class_raster_that_shows_nothing(raster, tmp_path):
    values = np.zeros((SIZE, SIZE), "uint8")
    empty = write_class_raster(tmp_path / "empty.tif", values)
    assert refusal(tmp_path / "out", raster, empty, **MASKS).startswith(
        "IN_CLASS_DATA: the class raster shows no class on the image"
    )
    listed = write_class_raster(tmp_path / "listed.tif", values, table={"Value": [4], "Name": ["Ice"]})
    assert refusal(tmp_path / "out", raster, listed, **MASKS) == (
        "METADATA_FORMAT: RCNN_Masks needs a label in at least one chip, so none of the 9 chips was kept: "
        "the class raster shows no class on them; check IN_CLASS_DATA, or choose another METADATA_FORMAT."
    )
    assert not (tmp_path / "out").exists()


def test_an_export_that_was_cancelled_and_comes_to_nothing(raster, tmp_path):
    folder = tmp_path / "out"
    layer = layer_in_pixels(TINY)
    cancelled = Log(cancel_at=40)
    assert export(folder, raster, layer, log=cancelled, **MASKS).outputs == {}
    assert list((folder / "images").iterdir())
    assert refusal(folder, raster, layer, **MASKS) == SENTENCE
    assert not folder.exists()
    exported = export(
        folder, raster, layer_in_pixels(LARGE), **MASKS
    )  # other labels: no earlier call in the way
    assert exported.outputs["FEATURE_COUNT"] == 1
    assert [len(labels) for _, labels in exported.entries()] == [1] + 8 * [0]


def test_an_addition_without_masks_to_an_export_with_some(raster, tmp_path):
    folder = tmp_path / "out"
    export(folder, raster, layer_in_pixels(LARGE), **MASKS)
    before = contents(folder)
    exported = export(folder, raster, layer_in_pixels(TINY), **MASKS, START_INDEX=9)
    assert len(exported.entries()) == exported.accumulated()["NumTiles"] == 18
    assert exported.accumulated()["FeatureStats"]["NumFeaturesTotal"] == 1
    found = contents(folder)
    assert found["map.txt"].startswith(before["map.txt"])


def test_an_addition_to_an_export_without_masks(raster, tmp_path, monkeypatch):
    from training_data_exporter.writers.labels.rcnn_masks import RcnnMasksFormat

    folder = tmp_path / "out"
    with monkeypatch.context() as patch:  # as version 1.0.0 wrote it
        patch.setattr(RcnnMasksFormat, "needs_label_file", False)
        export(folder, raster, layer_in_pixels(TINY), **MASKS)
    before = contents(folder)
    assert before["map.txt"].count(b"\r\n") == 9
    assert refusal(folder, copy_of(raster), layer_in_pixels(TINY), **MASKS, START_INDEX=9) == SENTENCE
    assert contents(folder) == before
    exported = export(folder, raster, layer_in_pixels(LARGE), **MASKS, START_INDEX=9)
    assert [len(labels) for _, labels in exported.entries()] == 9 * [0] + [1] + 8 * [0]


def test_only_chips_with_labels_none_of_which_a_pixel_shows(raster, tmp_path):
    only = {**MASKS, "OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES"}
    sentence = refusal(tmp_path / "out", raster, layer_in_pixels(TINY), **only)
    assert sentence == (
        "No chip was written: 9 without a label, 0 without a valid pixel; features: 3, of which 0 without "
        "class, 0 without usable geometry, 3 outside the chips or too small to show."
    )
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["KITTI_rectangles", "PASCAL_VOC_rectangles", "Classified_Tiles"])
def test_other_formats_have_a_file_for_every_chip(raster, tmp_path, name):
    exported = export(tmp_path / "out", raster, layer_in_pixels(TINY), METADATA_FORMAT=name)
    assert [len(labels) for _, labels in exported.entries()] == 9 * [1]
