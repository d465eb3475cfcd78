"""PLAN_ONLY: says what an export would write, and writes nothing where it would go."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from label_scenes import contents, layer_in_pixels, refusal
from qgis.core import QgsVectorLayer
from scenes import Exported, Log, copy_of, rectangle, write_raster
from split_scenes import SIZE, scene, shapes, split_export

from training_data_exporter.writers import LABEL_FORMATS

pytestmark = pytest.mark.usefixtures("qgis_app")

WHOLE = {"VALIDATION_PERCENT": 0, "TEST_PERCENT": 0}
ONLY = {"OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES"}
COUNTS = ("CHIP_COUNT", "FEATURE_COUNT", "CLASS_COUNT", "EMPTY_CHIP_COUNT")
MIXED = [*shapes(40), (rectangle(20, 20, 120, 90), 2), (rectangle(30, 30, 30.3, 30.3), 1)]
"""Some large, some under others, one that covers no pixel's centre."""


@pytest.fixture(scope="module")
def raster(tmp_path_factory) -> Path:
    return scene(tmp_path_factory.mktemp("scene"))


@pytest.fixture(scope="module")
def classes(tmp_path_factory) -> Path:
    """A class raster in blocks of 8 pixels, a third of them without a class."""
    values = np.random.default_rng(3).choice([0, 0, 1, 5], (1, SIZE // 8, SIZE // 8)).astype(np.uint8)
    path = tmp_path_factory.mktemp("classes") / "classes.tif"
    return write_raster(path, np.kron(values, np.ones((1, 8, 8), np.uint8)))


def index_rows(path: Path) -> list[tuple[Any, ...]]:
    """Return stem, number of labels, classes, split, block and corners of each chip of an index."""
    layer = QgsVectorLayer(str(path), "index", "ogr")
    names = [
        name for name in ("stem", "objects", "classes", "split", "block") if name in layer.fields().names()
    ]
    return sorted(
        (*(each.attribute(name) for name in names), each.geometry().boundingBox().toString(3))
        for each in layer.getFeatures()
    )


def planned_and_made(raster: Path, tmp_path: Path, **given: Any) -> tuple[Exported, Exported]:
    """Plan an export, then make it; both with a chip index."""
    plan = split_export(tmp_path / "out", raster, **given, PLAN_ONLY=True, CHIP_INDEX=tmp_path / "plan.gpkg")
    assert not (tmp_path / "out").exists()
    made = split_export(tmp_path / "out", raster, **given, CHIP_INDEX=tmp_path / "made.gpkg")
    return plan, made


@pytest.mark.parametrize("name", sorted(set(LABEL_FORMATS) - {"CycleGAN", "Panoptic_Segmentation"}))
@pytest.mark.parametrize("which", [WHOLE, {**WHOLE, **ONLY}, {}], ids=["all", "only", "split"])
def test_numbers_are_those_of_the_export(raster, tmp_path, name, which):
    if which.items() >= ONLY.items() and not LABEL_FORMATS[name].has_labels:
        pytest.skip("it has no chips with labels")
    given = {**which, "METADATA_FORMAT": name, "labels": layer_in_pixels(MIXED)}
    plan, made = planned_and_made(raster, tmp_path, **given)
    assert {each: plan.outputs[each] for each in COUNTS} == {each: made.outputs[each] for each in COUNTS}
    assert index_rows(tmp_path / "plan.gpkg") == index_rows(tmp_path / "made.gpkg")
    assert "OUT_FOLDER" not in plan.outputs


@pytest.mark.parametrize("name", ["Labeled_Tiles", "Imagenet"])
@pytest.mark.parametrize("crop", ["FIXED_SIZE", "BOUNDING_BOX"])
def test_a_report_on_chips_of_features_tells_the_same_of_them(raster, tmp_path, monkeypatch, name, crop):
    told = []

    def keep(exported, facts, run, tr):
        told.append(facts)
        return ""

    looking = "training_data_exporter.algorithms.looking"
    monkeypatch.setattr(f"{looking}.report_outputs.build_report", keep)
    given = {**WHOLE, "METADATA_FORMAT": name, "CROP_MODE": crop, "labels": layer_in_pixels(MIXED)}
    for plan_only in (True, False):
        split_export(tmp_path / "out", raster, **given, PLAN_ONLY=plan_only, REPORT=tmp_path / "r.html")
    planned, made = told
    assert planned.cover == made.cover
    for value, its in made.per_class.items():
        mine = planned.per_class[value]
        assert (mine.labels, mine.chips) == (its.labels, its.chips)
        assert mine.pixels == pytest.approx(its.pixels, abs=0.02 * 20 * its.labels)
    assert crop == "FIXED_SIZE" or max(planned.cover) == 9


@pytest.mark.parametrize("name", ["KITTI_rectangles", "Classified_Tiles", "RCNN_Masks", "COCO"])
def test_numbers_of_a_class_raster_are_those_of_the_export(raster, classes, tmp_path, name):
    given = {"METADATA_FORMAT": name, "labels": classes, "CLASS_VALUE_FIELD": ""}
    plan, made = planned_and_made(raster, tmp_path, **given)
    assert {each: plan.outputs[each] for each in COUNTS} == {each: made.outputs[each] for each in COUNTS}
    assert index_rows(tmp_path / "plan.gpkg") == index_rows(tmp_path / "made.gpkg")


@pytest.mark.parametrize("which", [{"EMPTY_CHIPS_PERCENT": 20}, {**WHOLE, "EMPTY_CHIPS_PERCENT": 5}])
def test_a_quota_is_planned(raster, tmp_path, which):
    plan, made = planned_and_made(raster, tmp_path, **which)
    assert plan.outputs["EMPTY_CHIP_COUNT"] == made.outputs["EMPTY_CHIP_COUNT"] > 0
    assert index_rows(tmp_path / "plan.gpkg") == index_rows(tmp_path / "made.gpkg")


def test_a_plan_adds_to_an_export_and_leaves_it_as_it_is(raster, tmp_path):
    first = split_export(tmp_path / "out", raster)
    before = contents(first.path)
    start = first.outputs["CHIP_COUNT"]
    plan = split_export(
        first.path, copy_of(raster), PLAN_ONLY=True, START_INDEX=start, CHIP_INDEX=tmp_path / "plan.gpkg"
    )
    assert contents(first.path) == before
    assert [row[0] for row in index_rows(tmp_path / "plan.gpkg")] == [
        f"{start + number:09d}" for number in range(plan.outputs["CHIP_COUNT"])
    ]


def test_the_report_says_that_it_is_a_plan(raster, tmp_path):
    """Size and time are of chips that were made to see what they take; other numbers are the export's."""
    given = {"METADATA_FORMAT": "PASCAL_VOC_rectangles", "IMAGE_CHIP_FORMAT": "TIFF"}
    plan = split_export(tmp_path / "out", raster, **given, PLAN_ONLY=True, REPORT=tmp_path / "plan.html")
    made = split_export(tmp_path / "out", raster, **given, REPORT=tmp_path / "made.html")
    text = (tmp_path / "plan.html").read_text("utf-8")
    assert "<h2>This is a plan</h2>" in text
    assert "<h2>Chips and their labels</h2>" not in text
    assert "This is a plan" not in (tmp_path / "made.html").read_text("utf-8")
    for shown in (
        f"<b>{plan.outputs['CHIP_COUNT']}</b>chips",
        f"<b>{plan.outputs['FEATURE_COUNT']}</b>labels",
    ):
        assert shown in text
        assert shown in (tmp_path / "made.html").read_text("utf-8")
    files = (path for name in ("images", "labels") for path in made.path.glob(f"*/{name}/*"))
    size = sum(path.stat().st_size for path in files)
    number, unit = text.partition("<th>Size</th><td>about ")[2].partition("<")[0].split()
    said = float(number) * {"bytes": 1, "kB": 1e3, "MB": 1e6}[unit]
    assert said == pytest.approx(size, rel=0.05)


def test_the_log_says_what_would_be_written(raster, tmp_path):
    plan = split_export(tmp_path / "out", raster, **WHOLE, PLAN_ONLY=True)
    counts = {name: plan.outputs[name] for name in COUNTS}
    assert (
        "Chips that would be written: {CHIP_COUNT}, {EMPTY_CHIP_COUNT} of them without labels. "
        "Labels: {FEATURE_COUNT}.".format(**counts)
    ) in plan.log.infos
    assert not any("Chips written" in each for each in plan.log.infos)


def test_a_stretch_need_not_be_measured(raster, tmp_path):
    plan, made = planned_and_made(raster, tmp_path, STRETCH="MINIMUM_MAXIMUM", IMAGE_CHIP_FORMAT="PNG")
    assert plan.outputs["CHIP_COUNT"] == made.outputs["CHIP_COUNT"]
    assert not any("STRETCH_RANGE=" in each for each in plan.log.infos)


def test_a_plan_is_refused_as_the_export_would_be(raster, tmp_path):
    small = layer_in_pixels(shapes())
    given = {**ONLY, "MIN_OBJECT_SIZE": 16}
    said = refusal(tmp_path / "out", raster, small, **given, PLAN_ONLY=True)
    assert said.startswith("No chip was written: ")
    assert said == refusal(tmp_path / "out", raster, small, **given)
    masks = {"METADATA_FORMAT": "RCNN_Masks", "MIN_OBJECT_SIZE": 16}
    said = refusal(tmp_path / "out", raster, small, **masks, PLAN_ONLY=True)
    assert said.startswith("METADATA_FORMAT: RCNN_Masks needs a label in at least one chip")
    assert said == refusal(tmp_path / "out", raster, small, **masks)
    assert refusal(tmp_path / "out", raster, small, PLAN_ONLY="maybe") == (
        "PLAN_ONLY: maybe is neither true nor false."
    )
    assert not (tmp_path / "out").exists()


def test_an_export_does_not_know_of_its_plan(raster, tmp_path):
    """A plan decides on no byte: neither export.json nor the journal tells of it."""
    made = split_export(tmp_path / "out", raster, PLAN_ONLY=False)
    entry = json.loads((made.path / "export.json").read_text("utf-8"))
    assert "PLAN_ONLY" not in json.dumps(entry)


def test_an_unfinished_export_is_planned_and_goes_on(raster, tmp_path):
    whole = contents(split_export(tmp_path / "whole", raster).path)
    split_export(tmp_path / "out", raster, log=Log(60))
    before = contents(tmp_path / "out")
    plan = split_export(tmp_path / "out", raster, PLAN_ONLY=True)
    assert contents(tmp_path / "out") == before
    assert plan.outputs["CHIP_COUNT"] == split_export(tmp_path / "out", raster).outputs["CHIP_COUNT"]
    assert contents(tmp_path / "out") == whole


def test_chips_are_counted_in_the_order_of_the_splits(raster, tmp_path):
    plan = split_export(tmp_path / "out", raster, PLAN_ONLY=True)
    lines = [each.split(": ") for each in plan.log.infos if each.startswith("Chips in ")]
    assert [name for name, _ in lines] == ["Chips in train", "Chips in valid", "Chips in test"]
    assert sum(int(count.rstrip(".")) for _, count in lines) == plan.outputs["CHIP_COUNT"]
