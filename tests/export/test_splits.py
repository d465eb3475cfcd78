"""Exports that are split into train, valid and test."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from label_scenes import (
    DATASET_FILES,
    METADATA_FORMATS,
    contents,
    export,
    layer_in_pixels,
    refusal,
    write_class_raster,
)
from leak_check import shared_share
from osgeo import gdal
from scenes import ORIGIN, Exported, Log, copy_of, limit, on_map, rectangle, write_polygons
from split_scenes import (
    BLOCK,
    SETS,
    SIZE,
    SPLIT,
    STRIDE,
    TILE,
    corners_of,
    scene,
    sets_of,
    shapes,
    split_export,
    split_file,
)

pytestmark = pytest.mark.usefixtures("qgis_app")

PLANNED = ((SIZE - TILE) // STRIDE + 1) ** 2


@pytest.fixture(scope="module")
def raster(tmp_path_factory) -> Path:
    return scene(tmp_path_factory.mktemp("scene"))


@pytest.fixture(scope="module")
def whole(raster, tmp_path_factory) -> Exported:
    """The same without a split."""
    labels = layer_in_pixels(shapes())
    return export(tmp_path_factory.mktemp("w") / "w", raster, labels, TILE, STRIDE, CLASS_VALUE_FIELD="kind")


@pytest.mark.parametrize("metadata_format", METADATA_FORMATS)
@pytest.mark.parametrize("kind", ["features", "class raster"])
def test_each_split_is_a_whole_set(raster, tmp_path, metadata_format, kind):
    given = {"METADATA_FORMAT": metadata_format}
    if kind == "class raster":
        values = np.kron(np.random.default_rng(3).integers(0, 4, (20, 20)), np.ones((8, 8))).astype("uint8")
        given.update(labels=write_class_raster(tmp_path / "c.tif", values), CLASS_VALUE_FIELD=None)
    one = split_export(tmp_path / "one", raster, **given)
    sets = sets_of(one.path)
    assert list(sets) == list(SETS)
    what = "labelled pixels" if kind == "class raster" else "labels"
    assert sum(info.startswith("Class ") and f" {what} in train, " in info for info in one.log.infos) == 3
    classes = [each.model()["Classes"] for each in sets.values()]
    assert [each["Value"] for each in classes[0]] == [1, 2, 3]
    assert classes[0] == classes[1] == classes[2]
    stems = sorted(stem for each in sets.values() for stem in each.stems())
    assert stems == [f"{number:09d}" for number in range(one.outputs["CHIP_COUNT"])]
    for each in sets.values():
        standing = {name for name in DATASET_FILES if (each.path / name).exists()}
        assert standing == set(DATASET_FILES) - {"export.json"}  # which stands above the sets
        assert each.accumulated()["NumTiles"] == len(each.stems())
        assert each.accumulated()["NextTileIndex"] == len(stems)
        assert each.stems() == sorted(each.stems())
        listed = {path for image, labels in each.entries() for path in (image, *labels)}
        assert all((each.path / path).exists() for path in listed)
    assert {path.name for path in one.path.iterdir()} == {*SETS, "split.json", "export.json"}


def test_no_pixel_is_in_two_splits(raster, tmp_path, whole):
    one = split_export(tmp_path / "one", raster)
    corners = {name: corners_of(one.path / name) for name in SETS}
    for name in SETS:
        others = [corner for other in SETS if other != name for corner in corners[other]]
        assert shared_share(corners[name], others, TILE) == 0.0
    random = np.random.default_rng(0).permutation(corners_of(whole.path))  # what a random split does
    valid, train = random[: len(random) // 10], random[len(random) // 10 :]
    assert shared_share(valid, train, TILE) > 0.95


def test_chips_are_those_of_the_same_export_without_a_split(raster, tmp_path, whole):
    one = split_export(tmp_path / "one", raster)
    expected = dict(zip(corners_of(whole.path), sorted(whole.stems())))
    order = {}
    for name, its in sets_of(one.path).items():
        for corner, stem in zip(corners_of(one.path / name), sorted(its.stems())):
            twin = expected[corner]
            for folder, suffix in (("images", "tif"), ("images", "tfw"), ("labels", "txt")):
                mine, its_twin = (
                    path / folder / f"{each}.{suffix}"
                    for path, each in ((one.path / name, stem), (whole.path, twin))
                )
                assert mine.read_bytes() == its_twin.read_bytes()
            order[stem] = twin
    assert [order[stem] for stem in sorted(order)] == sorted(order.values())  # numbers follow the grid
    blocks = block_splits(one.path)
    left_out = [corner for corner, twin in expected.items() if twin not in order.values()]
    assert left_out
    for corner in left_out:
        assert len(splits_at(corner, blocks)) == 2 or len(splits_at(corner, blocks)) == 3
    assert len(order) + len(left_out) == PLANNED


def block_splits(folder: Path) -> dict[tuple[int, int], str]:
    """Return the split of each block, by its row and column."""
    blocks = split_file(folder)["blocks"]
    return {(row, column): name for name, its in blocks.items() for column, row in its}


def scene_place(corner: tuple[int, int]) -> tuple[int, int]:
    """Return row and column in the scene of a pixel that ``corners_of`` gives."""
    return corner[0] + round(ORIGIN[1] / 2), corner[1] - round(ORIGIN[0] / 2)


def splits_at(corner: tuple[int, int], blocks: dict[tuple[int, int], str]) -> set[str]:
    """Return the splits of the blocks that a chip's pixels lie in; block 0, 0 has the scene's first pixel."""
    row, column = scene_place(corner)
    rows = {(row + step) // BLOCK for step in range(TILE)}
    columns = {(column + step) // BLOCK for step in range(TILE)}
    return {blocks[down, across] for down in rows for across in columns}


def test_every_chip_is_in_the_split_of_its_blocks(raster, tmp_path):
    one = split_export(tmp_path / "one", raster)
    blocks = block_splits(one.path)
    for name in SETS:
        for corner in corners_of(one.path / name):
            assert splits_at(corner, blocks) == {name}
    document = split_file(one.path)
    assert document["crs"] == "EPSG:31985"
    assert document["origin"] == [288776.0, 9120760.0]
    assert document["block_size"] == [2.0 * BLOCK, 2.0 * BLOCK]
    assert document["seed"] == 0
    assert sorted(blocks) == [(row, column) for row in range(5) for column in range(5)]


def test_the_log_says_what_was_found_before_the_first_chip(raster, tmp_path):
    class Early(Log):
        def pushInfo(self, info):
            super().pushInfo(info)
            self.seen = getattr(self, "seen", [])
            self.seen.append((info, (tmp_path / "one").exists()))

    log = Early()
    one = split_export(tmp_path / "one", raster, log=log)
    sets = sets_of(one.path)
    labels = {name: [its.boxes(stem) for stem in its.stems()] for name, its in sets.items()}
    chips = {name: sum(map(bool, each)) for name, each in labels.items()}
    percents = {name: f"{100 * count / sum(chips.values()):.1f}" for name, count in chips.items()}
    said = [info for info, written in log.seen if not written]
    split = next(info for info in said if info.startswith("Split: "))
    assert split.startswith(
        f"Split: chips with labels are {percents['train']} % for training, {percents['valid']} % for "
        f"validation, {percents['test']} % for the test; "
    )
    for value in (1, 2, 3):
        counts = {
            name: sum(box.class_value == value for its in each for box in its)
            for name, each in labels.items()
        }
        assert (
            f"Class {value} ({value}): {counts['train']} labels in train, {counts['valid']} in valid, "
            f"{counts['test']} in test." in said
        )
    border = PLANNED - one.outputs["CHIP_COUNT"]
    assert f"Chips left out because they lie on the border between two splits: {border}." in log.infos
    assert 0 < int(split.split("; ")[1].split()[0]) < border
    assert log.steps == sorted(log.steps)
    assert log.steps[-1] == 100.0


@pytest.mark.parametrize("metadata_format", ["KITTI_rectangles", "Classified_Tiles"])
@pytest.mark.parametrize("batch_bytes", [1, 3 * TILE * SIZE, 3 * SIZE * SIZE])
def test_features_in_two_splits_are_counted(raster, tmp_path, monkeypatch, metadata_format, batch_bytes):
    limit(monkeypatch, batch_bytes=batch_bytes)
    one = split_export(tmp_path / "one", raster, METADATA_FORMAT=metadata_format)
    corners = [(corner, name) for name in SETS for corner in corners_of(one.path / name)]
    shared = 0
    for wkt, _ in shapes():
        numbers = [float(each) for each in wkt[9:-2].replace(",", " ").split()]
        left, top, right, bottom = numbers[0], numbers[1], numbers[2], numbers[5]
        found = {
            name
            for (row, column), name in ((scene_place(corner), name) for corner, name in corners)
            if left < column + TILE and right > column and top < row + TILE and bottom > row
        }
        shared += len(found) > 1
    assert shared > 2
    text = f"Features with labels in two splits, since a border between blocks cuts them: {shared}."
    assert [info for info in one.log.infos if info.startswith("Features with labels in two")] == [text]


@pytest.mark.parametrize("batch_bytes", [1, 3 * TILE * SIZE, 3 * SIZE * SIZE])
def test_any_size_of_batches_gives_the_same_bytes(raster, tmp_path, monkeypatch, batch_bytes):
    expected = split_export(tmp_path / "one", raster)
    limit(monkeypatch, batch_bytes=batch_bytes)
    assert contents(split_export(tmp_path / "two", raster).path) == contents(expected.path)


def test_another_seed_gives_another_split(raster, tmp_path):
    blocks = [
        split_file(split_export(tmp_path / str(seed), raster, SPLIT_SEED=seed).path)["blocks"]
        for seed in (0, 5)
    ]
    assert blocks[0] != blocks[1]


def test_only_chips_with_labels(raster, tmp_path):
    only = {"OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES"}
    one = split_export(tmp_path / "one", raster)
    two = split_export(tmp_path / "two", raster, **only)
    assert split_file(one.path) == split_file(two.path)
    for name in SETS:
        its = Exported(one.path / name)
        with_labels = [
            corner for corner, stem in zip(corners_of(its.path), sorted(its.stems())) if its.boxes(stem)
        ]
        assert corners_of(two.path / name) == with_labels
    assert two.outputs["EMPTY_CHIP_COUNT"] == 0


def test_features_are_counted_once_though_labels_are_read_twice(raster, tmp_path):
    """Repaired and thin ones, and those without class, as in an export without a split."""
    bow_tie = "POLYGON((20 20,30 30,30 20,20 30,20 20))"
    thin = rectangle(40.0, 40.0, 40.001, 45.0)
    features = [
        (on_map(wkt), {"kind": value})
        for wkt, value in [*shapes(), (bow_tie, 1), (thin, 2), (rectangle(50, 50, 55, 55), None)]
    ]
    path = write_polygons(tmp_path / "labels.gpkg", features, {"kind": int})
    whole = export(tmp_path / "whole", raster, path, TILE, STRIDE, CLASS_VALUE_FIELD="kind")
    one = split_export(tmp_path / "one", raster, labels=path, SPLIT_BLOCK_SIZE=2.0 * SIZE, TEST_PERCENT=0)
    said = [
        [each for each in log.warnings if each.startswith(("Features", "Labels"))]
        for log in (whole.log, one.log)
    ]
    assert len(said[0]) == 3
    assert said[0] == said[1]  # one block: every chip is written


WARNINGS = "SPLIT_BLOCK_SIZE: only 1 blocks", "valid has no label of these classes", "valid gets 0.0 %"


def test_too_few_blocks_are_warned_of(raster, tmp_path):
    one = split_export(tmp_path / "one", raster, SPLIT_BLOCK_SIZE=2.0 * SIZE, TEST_PERCENT=0)
    for start in WARNINGS:
        assert sum(warning.startswith(start) for warning in one.log.warnings) == 1, one.log.warnings
    (few,) = (each for each in one.log.warnings if each.startswith("SPLIT_BLOCK_SIZE: only"))
    assert f" blocks of {2 * SIZE} map units hold labels" in few
    assert list(sets_of(one.path)) == ["train"]
    many = split_export(tmp_path / "many", raster, SPLIT_BLOCK_SIZE=2.0 * TILE, TEST_PERCENT=0)
    assert not [each for each in many.log.warnings if each.startswith("SPLIT_BLOCK_SIZE")]


def test_a_set_of_masks_without_a_mask_is_warned_of(raster, tmp_path):
    labels = layer_in_pixels([(rectangle(50, 50, 53, 53), 1)])
    one = split_export(tmp_path / "one", raster, labels=labels, METADATA_FORMAT="RCNN_Masks")
    lacking = [each for each in one.log.warnings if each.startswith("METADATA_FORMAT: none of the ")]
    counts = {name: len(its.stems()) for name, its in sets_of(one.path).items()}
    assert [each.partition(" shows")[0] for each in lacking] == [
        f"METADATA_FORMAT: none of the {counts[name]} chips in {name}" for name in ("valid", "test")
    ]


def test_a_block_has_eight_tiles_where_no_size_is_given(tmp_path):
    raster = scene(tmp_path)
    one = split_export(tmp_path / "one", raster, SPLIT_BLOCK_SIZE=None)
    assert split_file(one.path)["block_size"] == [2.0 * 8 * TILE] * 2


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (
            {"VALIDATION_PERCENT": 60, "TEST_PERCENT": 40},
            "VALIDATION_PERCENT: 60 % and TEST_PERCENT 40 % leave nothing for training; together they have "
            "to be less than 100 %.",
        ),
        ({"VALIDATION_PERCENT": 91}, "VALIDATION_PERCENT: 91 is not a whole number from 0 to 90."),
        ({"TEST_PERCENT": -1}, "TEST_PERCENT: -1 is not a whole number from 0 to 90."),
        ({"TEST_PERCENT": "much"}, "TEST_PERCENT: much is not a whole number from 0 to 90."),
        ({"SPLIT_SEED": 1.5}, "SPLIT_SEED: 1.5 is not a whole number from 0 to 999999999."),
        (
            {"SPLIT_BLOCK_SIZE": 29.0},
            "SPLIT_BLOCK_SIZE: a block of 28 map units is smaller than a tile, so no chip lies in one; take "
            "at least 32, better several times as much.",
        ),
        ({"SPLIT_BLOCK_SIZE": -4.0}, "SPLIT_BLOCK_SIZE: -4 is not a length above 0."),
    ],
)
def test_what_cannot_be_is_refused(raster, tmp_path, given, sentence):
    parameters = {"CLASS_VALUE_FIELD": "kind", **SPLIT, **given}
    said = refusal(
        tmp_path / "one", raster, layer_in_pixels(shapes()), tile=TILE, stride=STRIDE, **parameters
    )
    assert said.endswith(sentence)
    assert not (tmp_path / "one").exists()


def test_cancel_while_labels_are_looked_at_leaves_nothing(raster, tmp_path, monkeypatch):
    limit(monkeypatch, batch_bytes=1)
    log = Log(cancel_at=20.0)
    one = split_export(tmp_path / "one", raster, log=log)
    assert log.isCanceled()
    assert not one.path.exists()


def test_report_and_index_read_all_sets(raster, tmp_path):
    one = split_export(tmp_path / "one", raster, REPORT=tmp_path / "r.html", CHIP_INDEX=tmp_path / "i.gpkg")
    index = gdal.OpenEx(str(tmp_path / "i.gpkg"))
    images = sorted(Path(feature.GetField("image")) for feature in index.GetLayer(0))
    expected = [its.path / image for its in sets_of(one.path).values() for image, _ in its.entries()]
    assert images == sorted(expected)
    assert f"<b>{one.outputs['CHIP_COUNT']}</b>chips" in (tmp_path / "r.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["COCO", "YOLO_detect", "YOLO_segment", "YOLO_obb", "DOTA"])
def test_formats_of_other_tools_are_split(raster, tmp_path, name):
    """Their files of a set are in each split, those above all sets in the folder that holds the splits."""
    given = {"METADATA_FORMAT": name, "IMAGE_CHIP_FORMAT": "PNG", "REPORT": tmp_path / "report.html"}
    one = split_export(tmp_path / "one", raster, **given)
    top = {path.name for path in one.path.iterdir() if path.is_file()}
    assert top == {"split.json", "export.json"} | ({"data.yaml"} if name.startswith("YOLO") else set())
    sets = sets_of(one.path)
    assert list(sets) == list(SETS)
    if name == "COCO":
        ids = []
        for folder, its in sets.items():
            document = json.loads((its.path / "labels.json").read_text("utf-8"))
            assert {each["file_name"] for each in document["images"]} == {
                path.name for path in (one.path / folder / "images").glob("*.png")
            }
            ids += [each["id"] for each in document["images"]]
        assert sorted(ids) == list(range(1, one.outputs["CHIP_COUNT"] + 1))
    if name.startswith("YOLO"):
        lines = (one.path / "data.yaml").read_text("ascii").splitlines()
        assert lines[:3] == ["train: train/images", "val: valid/images", "test: test/images"]
        for folder in SETS:
            images = {path.stem for path in (one.path / folder / "images").glob("*.png")}
            assert images == {path.stem for path in (one.path / folder / "labels").glob("*.txt")}
    free = one.outputs["CHIP_COUNT"]
    more = split_export(one.path, copy_of(raster), **given, START_INDEX=free)
    assert more.outputs["CHIP_COUNT"] == free
    text = (tmp_path / "report.html").read_text("utf-8")
    assert f"<b>{2 * free}</b>chips" in text
