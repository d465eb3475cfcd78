"""START_INDEX -1: the number after the last chip in the folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from label_scenes import contents
from qgis.core import QgsProcessingException
from scenes import ORIGIN, Log, limit, noise, on_map, rectangle, run, write_polygons, write_raster

from training_data_exporter.export.storage.journal import JOURNAL_FILE

pytestmark = pytest.mark.usefixtures("qgis_app")

TILE = 16


@pytest.fixture
def rasters(tmp_path) -> list[dict[str, Any]]:
    """Calls with three rasters side by side, of 6, 9 and 6 chips, and labels over all of them."""
    shapes = [
        (on_map(rectangle(11 * place, 5, 11 * place + 7, 40)), {"kind": 1 + place % 2}) for place in range(13)
    ]
    labels = write_polygons(tmp_path / "labels.gpkg", shapes, {"kind": int})
    calls, left = [], 0
    for number, columns in enumerate((32, 48, 32)):
        place = (ORIGIN[0] + 2.0 * left, 2.0, 0.0, ORIGIN[1], 0.0, -2.0)
        raster = write_raster(tmp_path / f"in{number}.tif", noise(3, 48, columns, seed=number), place)
        calls.append(
            {
                "IN_RASTER": raster,
                "IN_CLASS_DATA": labels,
                "CLASS_VALUE_FIELD": "kind",
                **dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y", "STRIDE_X", "STRIDE_Y"), TILE),
            }
        )
        left += columns
    return calls


def starts(folder: Path) -> list[int]:
    document = json.loads((folder / "export.json").read_text("ascii"))
    return [each["parameters"]["START_INDEX"] for each in document["exports"]]


def test_exports_one_after_another_are_those_with_the_numbers_by_hand(rasters, tmp_path):
    for call in rasters:
        run(tmp_path / "out", **call, START_INDEX=-1)
    for call, number in zip(rasters, (0, 6, 15)):
        run(tmp_path / "by hand", **call, START_INDEX=number)
    assert starts(tmp_path / "out") == [0, 6, 15]
    stems = sorted(path.stem for path in (tmp_path / "out" / "images").glob("*.tif"))
    assert stems == [f"{number:09d}" for number in range(21)]
    assert contents(tmp_path / "out") == contents(tmp_path / "by hand")


@pytest.mark.parametrize("metadata_format", ["RCNN_Masks", "COCO"])
def test_it_replays_by_the_numbers_that_are_recorded(rasters, tmp_path, metadata_format):
    for call in rasters[:2]:
        run(tmp_path / "out", **call, START_INDEX=-1, METADATA_FORMAT=metadata_format)
    document = json.loads((tmp_path / "out" / "export.json").read_text("ascii"))
    for each in document["exports"]:
        run(tmp_path / "again", **each["parameters"])
    assert contents(tmp_path / "again") == contents(tmp_path / "out")


def test_gaps_stay_and_the_highest_number_counts(rasters, tmp_path):
    run(tmp_path / "out", **rasters[0], START_INDEX=100)
    run(tmp_path / "out", **rasters[1], START_INDEX=-1)
    assert starts(tmp_path / "out") == [100, 106]


def test_a_split_counts_the_chips_of_all_sets(rasters, tmp_path):
    split = {"VALIDATION_PERCENT": 40, "SPLIT_BLOCK_SIZE": 32.0, "START_INDEX": -1}
    first = run(tmp_path / "out", **rasters[1], **split)
    run(tmp_path / "out", **rasters[0], **split)
    assert first.outputs["CHIP_COUNT"] > 0
    assert starts(tmp_path / "out") == [0, first.outputs["CHIP_COUNT"]]


@pytest.mark.parametrize("again", [-1, 6])
def test_an_interrupted_export_goes_on_with_its_own_numbers(rasters, tmp_path, monkeypatch, again):
    limit(monkeypatch, batch_bytes=3 * TILE * TILE, commit_seconds=0.0)
    for name in ("whole", "out"):
        run(tmp_path / name, **rasters[0])
    run(tmp_path / "whole", **rasters[1], START_INDEX=6)
    out = tmp_path / "out"
    run(out, Log(60), **rasters[1], START_INDEX=-1)
    assert (out / JOURNAL_FILE).exists()
    assert (out / "images" / "000000006.tif").exists()
    log = Log()
    run(out, log, **rasters[1], START_INDEX=again)
    assert any("going on at chip" in line for line in log.infos)
    assert contents(out) == contents(tmp_path / "whole")


def test_another_call_is_not_taken_for_the_unfinished_one(rasters, tmp_path, monkeypatch):
    limit(monkeypatch, batch_bytes=3 * TILE * TILE, commit_seconds=0.0)
    out = tmp_path / "out"
    run(out, Log(60), **rasters[1], START_INDEX=-1)
    log = Log()
    with pytest.raises(QgsProcessingException) as failure:
        run(out, log, **rasters[0], START_INDEX=-1)
    said = "".join([*log.errors, str(failure.value)])
    assert "holds an unfinished export with other settings (IN_RASTER)" in said


def test_numbers_below_that_are_refused(rasters, tmp_path):
    log = Log()
    with pytest.raises(QgsProcessingException) as failure:
        run(tmp_path / "out", log, **rasters[0], START_INDEX=-2)
    said = [*log.errors, str(failure.value)][0]
    assert "START_INDEX: -2 is not a whole number from -1 to 999999999." in said
