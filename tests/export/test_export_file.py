"""export.json: what it says, that it replays, and what appends, interruptions and strangers make of it."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from label_scenes import contents
from osgeo import gdal
from qgis.core import Qgis, QgsProcessingException
from scenes import (
    Log,
    limit,
    memory_layer,
    noise,
    on_map,
    rectangle,
    run,
    with_copy,
    write_polygons,
    write_raster,
)

from training_data_exporter.export.inputs.file_facts import sha256_of_ends
from training_data_exporter.export.storage.journal import JOURNAL_FILE
from training_data_exporter.version import VERSION

pytestmark = pytest.mark.usefixtures("qgis_app")

TILE = 16
SHAPES = [(on_map(rectangle(9 * place, 5, 9 * place + 7, 13)), {"kind": 1 + place % 2}) for place in range(5)]


@pytest.fixture
def scene(tmp_path) -> dict[str, Any]:
    return {
        "IN_RASTER": write_raster(tmp_path / "in.tif", noise(3, 48, 48)),
        "IN_CLASS_DATA": write_polygons(tmp_path / "labels.gpkg", SHAPES, {"kind": int}),
        "CLASS_VALUE_FIELD": "kind",
        "IMAGE_CHIP_FORMAT": "PNG",
        "METADATA_FORMAT": "PASCAL_VOC_rectangles",
        "OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES",
        **dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y"), TILE),
        **dict.fromkeys(("STRIDE_X", "STRIDE_Y"), 10),
    }


def entries(folder: Path) -> list[dict[str, Any]]:
    document = json.loads((folder / "export.json").read_text("ascii"))
    assert document["version"] == 1
    return document["exports"]


def test_it_names_call_versions_inputs_and_counts(scene, tmp_path):
    done = run(tmp_path / "out", **scene)
    (entry,) = entries(done.path)
    assert entry["algorithm"] == "trainingdata:exporttrainingdatafordeeplearning"
    assert entry["versions"] == {
        "training_data_exporter": VERSION,
        "qgis": Qgis.version(),
        "gdal": gdal.__version__,
        "numpy": np.__version__,
    }
    raster = Path(scene["IN_RASTER"])
    (file,) = entry["inputs"]["IN_RASTER"]
    assert file["path"] == str(raster)
    assert file["bytes"] == raster.stat().st_size
    assert file["sha256_of_ends"] == hashlib.sha256(raster.read_bytes()).hexdigest()
    modified = datetime.fromisoformat(file["modified"])
    assert abs(modified - datetime.fromtimestamp(raster.stat().st_mtime, timezone.utc)).total_seconds() < 1e-3
    (table,) = entry["inputs"]["IN_CLASS_DATA"]
    assert table["name"] == str(scene["IN_CLASS_DATA"])
    assert len(table["digest"]) == 32
    assert entry["counts"] == {
        "chips": done.outputs["CHIP_COUNT"],
        "chips_without_labels": 0,
        "chips_left_out": {"without labels": 20 - done.outputs["CHIP_COUNT"] + 5},
        "labels": done.outputs["FEATURE_COUNT"],
        "classes": [1, 2],
    }


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"EXTENT": "288780.25,288861.75,9120670.25,9120755 [EPSG:31985]", "CELL_SIZE": 3.5},
        {"BUFFER_RADIUS": 2.5, "START_INDEX": 7, "METADATA_FORMAT": "RCNN_Masks"},
    ],
    ids=["plain", "area", "radius"],
)
def test_it_replays(scene, tmp_path, more):
    first = run(tmp_path / "first", **{**scene, **more})
    (entry,) = entries(first.path)
    again = run(tmp_path / "again", **entry["parameters"])
    assert contents(again.path) == contents(first.path)


def test_each_export_that_is_added_adds_an_entry(scene, tmp_path):
    out = tmp_path / "out"
    first = run(out, **scene)
    before = (out / "export.json").read_bytes()
    run(out, **with_copy(scene, START_INDEX=first.outputs["CHIP_COUNT"]))
    assert (out / "export.json").read_bytes().startswith(before.rstrip(b"]}\n "))
    one, other = entries(out)
    assert [each["parameters"]["START_INDEX"] for each in (one, other)] == [0, first.outputs["CHIP_COUNT"]]
    assert one["counts"] == other["counts"]


def test_an_export_of_1_0_0_has_none_and_is_added_to(scene, tmp_path):
    out = tmp_path / "out"
    first = run(out, **scene)
    (out / "export.json").unlink()
    run(out, **{**scene, "START_INDEX": first.outputs["CHIP_COUNT"]})
    assert len(entries(out)) == 1


@pytest.mark.parametrize("added", [False, True])
def test_an_interrupted_export_says_the_same(scene, tmp_path, monkeypatch, added):
    limit(monkeypatch, batch_bytes=3 * TILE * TILE, commit_seconds=0.0)
    for name in ("whole", "out"):
        values = scene
        if added:
            first = run(tmp_path / name, **scene)
            values = with_copy(scene, START_INDEX=first.outputs["CHIP_COUNT"])
        if name == "out":
            run(tmp_path / name, Log(50), **values)
            assert (tmp_path / name / JOURNAL_FILE).exists()
        run(tmp_path / name, **values)
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")
    assert len(entries(tmp_path / "out")) == 1 + added


def test_an_entry_that_a_crash_left_is_written_once(scene, tmp_path, monkeypatch):
    """Between the renaming of the dataset files and the end of the journal."""
    limit(monkeypatch, batch_bytes=3 * TILE * TILE, commit_seconds=0.0)
    out = tmp_path / "out"
    values = with_copy(scene, START_INDEX=run(out, **scene).outputs["CHIP_COUNT"])
    run(out, Log(50), **values)
    journal = (out / JOURNAL_FILE).read_bytes()
    run(out, **values)
    whole = contents(out)
    (out / JOURNAL_FILE).write_bytes(journal)
    run(out, **values)
    assert contents(out) == whole


FOREIGN = {
    "another program's": b"{}",
    "not JSON": b"\xff\xfe",
    "another version": b'{\n  "version": 2,\n  "exports": [\n    {}\n  ]\n}\n',
    "entries that are none": b'{\n  "version": 1,\n  "exports": [\n    5\n  ]\n}\n',
    "no entries": b'{\n  "version": 1,\n  "exports": [\n\n  ]\n}\n',
    "deep": b'{\n  "version": 1,\n  "exports": [\n' + b"[" * 99 + b"]" * 99 + b"\n  ]\n}\n",
}


@pytest.mark.parametrize("is_added", [False, True])
@pytest.mark.parametrize("name", FOREIGN)
def test_a_foreign_file_of_that_name_is_not_overwritten(scene, tmp_path, name, is_added):
    out = tmp_path / "out"
    values = scene
    if is_added:
        values = {**scene, "START_INDEX": run(out, **scene).outputs["CHIP_COUNT"]}
    out.mkdir(exist_ok=True)
    (out / "export.json").write_bytes(FOREIGN[name])
    before = contents(out)
    log = Log()
    with pytest.raises(QgsProcessingException):
        run(out, log, **values)
    assert log.errors[0].startswith(f"OUT_FOLDER: {out} holds a file export.json that this tool did not")
    assert contents(out) == before


def test_layers_in_memory_are_known_by_their_names(scene, tmp_path):
    layer = memory_layer(SHAPES, {"kind": int})
    layer.setName("palms")
    done = run(tmp_path / "out", **{**scene, "IN_CLASS_DATA": layer})
    (entry,) = entries(done.path)
    assert entry["parameters"]["IN_CLASS_DATA"] == "palms"


@pytest.mark.parametrize("size", [0, 1, 2**20, 2**20 + 1, 2**21, 2**21 + 5, 5 * 2**20])
def test_the_checksum_covers_both_ends(tmp_path, size):
    data = np.random.default_rng(size).bytes(size)
    path = tmp_path / "file"
    path.write_bytes(data)
    ends = data if size <= 2**21 else data[: 2**20] + data[-(2**20) :]
    assert sha256_of_ends(path) == hashlib.sha256(ends).hexdigest()
