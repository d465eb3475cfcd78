"""Chips that the folder holds are not added to it again, as far as export.json tells."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from label_scenes import contents
from qgis.core import QgsProcessingException
from scenes import Log, limit, memory_layer, noise, on_map, rectangle, run, write_polygons, write_raster

pytestmark = pytest.mark.usefixtures("qgis_app")

TILE = 16
SHAPES = [(on_map(rectangle(9 * place, 5, 9 * place + 7, 30)), {"kind": 1 + place % 2}) for place in range(5)]
REFUSED = (
    "OUT_FOLDER: {out} holds these chips of in with these labels already; choose another raster, EXTENT or "
    "IN_CLASS_DATA to add to it, or another folder."
)


@pytest.fixture
def scene(tmp_path) -> dict[str, Any]:
    """Nine chips."""
    return {
        "IN_RASTER": write_raster(tmp_path / "in.tif", noise(3, 48, 48)),
        "IN_CLASS_DATA": write_polygons(tmp_path / "labels.gpkg", SHAPES, {"kind": int}),
        "CLASS_VALUE_FIELD": "kind",
        **dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y", "STRIDE_X", "STRIDE_Y"), TILE),
    }


def refused(out: Path, values: dict[str, Any]) -> str:
    """Return why an export is not added, which changes nothing."""
    before, log = contents(out), Log()
    with pytest.raises(QgsProcessingException) as failure:
        run(out, log, **values)
    assert contents(out) == before
    return [*log.errors, str(failure.value)][0].splitlines()[-1]


def test_a_number_that_is_taken_says_what_is_there_and_what_would_do(scene, tmp_path):
    out = run(tmp_path / "out", **scene, START_INDEX=30).path
    assert refused(out, scene) == (
        f"START_INDEX: {out} holds a finished export of 9 chips; choose another folder or delete it; "
        "START_INDEX 39 (or -1, the first that is free) adds to it."
    )


@pytest.mark.parametrize("metadata_format", ["RCNN_Masks", "COCO"])
def test_chips_are_counted_by_images_and_once(scene, tmp_path, metadata_format):
    values = {**scene, "METADATA_FORMAT": metadata_format}
    out = run(tmp_path / "out", **values).path
    assert " holds a finished export of 9 chips;" in refused(out, values)


@pytest.mark.parametrize("start", [-1, 9, 500])
def test_the_same_again_is_refused_by_name(scene, tmp_path, start):
    out = run(tmp_path / "out", **scene).path
    assert refused(out, {**scene, "START_INDEX": start}) == REFUSED.format(out=out)


def test_so_are_other_labels_of_the_same_chips_by_other_settings(scene, tmp_path):
    out = run(tmp_path / "out", **scene).path
    more = {"MIN_OBJECT_SIZE": 3, "OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES", "START_INDEX": -1}
    assert refused(out, {**scene, **more}) == REFUSED.format(out=out)


def test_so_is_a_raster_that_was_only_touched(scene, tmp_path):
    out = run(tmp_path / "out", **scene).path
    os.utime(scene["IN_RASTER"], (1e9, 1e9))
    assert refused(out, {**scene, "START_INDEX": -1}) == REFUSED.format(out=out)


def test_so_is_what_is_not_the_last_entry(scene, tmp_path):
    out = run(tmp_path / "out", **scene).path
    run(out, **{**scene, "EXTENT": "288776,288840,9120696,9120760"}, START_INDEX=-1)
    assert refused(out, {**scene, "START_INDEX": -1}) == REFUSED.format(out=out)


def test_so_are_labels_in_memory(scene, tmp_path):
    layer = memory_layer(SHAPES, {"kind": int})
    values = {**scene, "IN_CLASS_DATA": layer, "START_INDEX": -1}
    out = run(tmp_path / "out", **values).path
    assert refused(out, values) == REFUSED.format(out=out)
    run(out, **{**values, "IN_CLASS_DATA": memory_layer(SHAPES[:4], {"kind": int})})


@pytest.mark.parametrize(
    "more",
    [
        {"EXTENT": "288776,288840,9120696,9120760"},
        {"CELL_SIZE": 4.0},
        {"STRIDE_X": 8},
        {"STRIDE_Y": 24},
        {"BUFFER_RADIUS": 3.0},
        {"CLASS_VALUE_FIELD": ""},
        {"BANDS": [3, 2, 1]},
    ],
    ids=lambda more: next(iter(more)),
)
def test_other_chips_and_other_labels_are_added(scene, tmp_path, more):
    out = run(tmp_path / "out", **scene).path
    added = run(out, **{**scene, **more}, START_INDEX=-1)
    assert len(list((out / "images").glob("*.tif"))) == 9 + added.outputs["CHIP_COUNT"]


def test_a_raster_with_other_pixels_is_added(scene, tmp_path):
    out = run(tmp_path / "out", **scene).path
    write_raster(scene["IN_RASTER"], noise(3, 48, 48, seed=8))
    run(out, **scene, START_INDEX=-1)
    assert len(list((out / "images").glob("*.tif"))) == 18


def test_nothing_is_refused_without_the_file_that_tells(scene, tmp_path):
    out = run(tmp_path / "out", **scene).path
    (out / "export.json").unlink()
    run(out, **scene, START_INDEX=-1)
    assert len(list((out / "images").glob("*.tif"))) == 18


def test_an_unfinished_export_is_not_there_yet(scene, tmp_path, monkeypatch):
    limit(monkeypatch, batch_bytes=3 * TILE * TILE, commit_seconds=0.0)
    whole = contents(run(tmp_path / "whole", **scene).path)
    run(tmp_path / "out", Log(60), **scene)
    run(tmp_path / "out", **scene)
    assert contents(tmp_path / "out") == whole


@pytest.mark.parametrize(
    "entry",
    [
        {"parameters": 5},
        {"parameters": {"IN_RASTER": []}, "inputs": 3},
        {"parameters": {}, "inputs": [{}]},
        {"parameters": {"EXTENT": {"a": [None]}}, "inputs": {"IN_RASTER": [[1], None]}},
    ],
    ids=str,
)
def test_an_entry_of_a_stranger_is_another(scene, tmp_path, entry):
    out = run(tmp_path / "out", **scene).path
    text = json.dumps(entry)
    (out / "export.json").write_bytes(b'{\n  "version": 1,\n  "exports": [\n' + text.encode() + b"\n  ]\n}\n")
    run(out, **scene, START_INDEX=-1)
    assert len(list((out / "images").glob("*.tif"))) == 18


def test_a_set_that_was_moved_knows_what_it_holds(scene, tmp_path):
    first = run(tmp_path / "out", **scene).path
    moved = Path(shutil.move(first, tmp_path / "moved"))
    assert refused(moved, {**scene, "START_INDEX": -1}) == REFUSED.format(out=moved)


def test_chips_without_the_files_of_a_set_are_not_called_an_export(scene, tmp_path):
    out = tmp_path / "out"
    (out / "images").mkdir(parents=True)
    (out / "images" / "000000003.tif").write_bytes(np.arange(9, dtype="uint8").tobytes())
    said = refused(out, scene)
    assert said.startswith(f"OUT_FOLDER: {out} ")
    assert "finished export" not in said
