"""Each newer format with each plan of chips: threads, kills, splits and appended halves change no byte."""

from __future__ import annotations

import json
import random
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from interruption_server import Server
from label_scenes import DATASET_FILES, contents
from osgeo import gdal, ogr
from plan_cases import BATCH_BYTES, CASES, FORMATS, LOWER, PLANS, SEVERAL, TILE, UPPER, Scene, marks
from split_scenes import SETS

from training_data_exporter.export.storage.journal import JOURNAL_FILE

KILLS = {"CycleGAN": 7}
"""Moments at which exports of a format are killed, of each plan; 5 of others."""
BLOCKS = {"rows and columns": 2 * TILE, "items": 2.0 * TILE}
"""SPLIT_BLOCK_SIZE of plans: of two tiles in pixels, and of one on the map; else two tiles on the map."""
IDS = [f"{name}, {plan}" for name, plan in CASES]

every_case = pytest.mark.parametrize(("name", "plan"), CASES, ids=IDS)


@pytest.fixture(scope="module")
def scene(tmp_path_factory, qgis_app) -> Scene:
    return Scene(tmp_path_factory.mktemp("scene"))


Whole = "tuple[dict[str, bytes], dict[str, Any]]"


class Undisturbed:
    """Exports by one thread that nothing interrupts, each made once: their files, and how they ended."""

    def __init__(self, server: Server, scene: Scene, folder: Path) -> None:
        self._server, self._scene, self._folder = server, scene, folder
        self._made: dict[tuple[str, str], Any] = {}

    def __call__(self, name: str, plan: str) -> Whole:
        if (name, plan) not in self._made:
            folder, values = self.folder(name, plan), self._scene.call(name, plan)
            self._made[name, plan] = finished(self._server, folder, values, threads=1)
        return self._made[name, plan]

    def folder(self, name: str, plan: str) -> Path:
        """Return where a case was exported."""
        return self._folder / f"{name} {plan}"


@pytest.fixture(scope="module")
def undisturbed(server, scene, tmp_path_factory) -> Undisturbed:
    return Undisturbed(server, scene, tmp_path_factory.mktemp("undisturbed"))


def finished(server: Server, folder: Path, values: dict[str, Any], **request: Any) -> Whole:
    """Run an export, or finish it, and return its files and how it ended."""
    done = server(folder, values, batch_bytes=BATCH_BYTES, **request)
    assert done["ended"] == "finished", done
    return contents(folder), done


def killed(server: Server, folder: Path, values: dict[str, Any], event: int) -> dict[str, bytes]:
    """Kill an export at an event and return what it leaves."""
    done = server(folder, values, batch_bytes=BATCH_BYTES, kill_at_event=event)
    assert done["ended"] == "killed", done
    return contents(folder) if folder.exists() else {}


def moments(name: str, plan: str, done: dict[str, Any]) -> list[int]:
    """Return events to kill an export at, all over it, and those between some of several exports."""
    count, chance = KILLS.get(name, 5), random.Random(f"{name} {plan}")
    found = [1 + int(done["events"] * (place + chance.random()) / count) for place in range(count)]
    if plan in SEVERAL:
        assert len(done["journals_removed"]) == SEVERAL[plan]
        found += [event + 1 for event in done["journals_removed"][: SEVERAL[plan] // 2]]
    return found


def test_each_format_and_parameter_is_killed_at_20_moments():
    met = Counter(mark for case in CASES for mark in marks(*case) for _ in range(KILLS.get(case[0], 5)))
    parameters = {parameter for given in PLANS.values() for parameter in given}
    assert min(met[mark] for mark in (*FORMATS, *parameters)) >= 20


@every_case
def test_four_threads_write_what_one_does(server, scene, undisturbed, tmp_path, name, plan):
    whole, done = undisturbed(name, plan)
    again = server(tmp_path / "out", scene.call(name, plan), threads=4)
    assert again["ended"] == "finished"
    assert contents(tmp_path / "out") == whole
    assert {**again["outputs"], "OUT_FOLDER": ""} == {**done["outputs"], "OUT_FOLDER": ""}
    assert done["outputs"]["CHIP_COUNT"] >= 9


@every_case
def test_killed_at_any_moment_it_is_finished_by_the_same_call(
    server, scene, undisturbed, tmp_path, name, plan
):
    (whole, done), values, between = undisturbed(name, plan), scene.call(name, plan), 0
    for place, event in enumerate(moments(name, plan, done)):
        folder = tmp_path / str(place)
        left = killed(server, folder, values, event)
        if plan not in SEVERAL:
            chips = {file for file in whole if Path(file).name not in DATASET_FILES}
            assert chips <= left.keys() or not any(Path(file).name in DATASET_FILES for file in left)
        between += left != whole and bool(left) and JOURNAL_FILE not in left
        if left != whole:
            found, again = finished(server, folder, values, threads=1 + place % 3)
            assert found == whole, event
            assert plan in SEVERAL or again["outputs"]["CHIP_COUNT"] == done["outputs"]["CHIP_COUNT"]
    assert between >= SEVERAL.get(plan, 0) // 2


def outlines(folder: Path) -> list[ogr.Geometry]:
    """Return what of the map each image of a folder shows, as GDAL places it."""
    found = []
    for path in sorted(folder.rglob("images/**/*")):
        if path.suffix in (".tif", ".png", ".jpg"):
            dataset = gdal.Open(str(path))
            width, height = dataset.RasterXSize, dataset.RasterYSize
            corners = ((0, 0), (width, 0), (width, height), (0, height), (0, 0))
            points = [gdal.ApplyGeoTransform(dataset.GetGeoTransform(), *corner) for corner in corners]
            ring = ",".join(f"{x!r} {y!r}" for x, y in np.array(points).tolist())
            found.append(ogr.CreateGeometryFromWkt(f"POLYGON(({ring}))"))
    return found


def check_sets(folder: Path, done: dict[str, Any]) -> None:
    """Hold the sets of a split to what they promise: no ground in two, no number twice, all counted."""
    shown = {name: outlines(folder / name) for name in SETS if (folder / name).exists()}
    assert len(shown) == 2
    for one, other in combinations(shown.values(), 2):
        assert sum(mine.Intersection(its).Area() for mine in one for its in other) < 1e-6
    stems = [path.stem for path in folder.rglob("images/**/*") if path.suffix in (".tif", ".png", ".jpg")]
    pairs = 2 if (folder / "train" / "A").exists() else 1
    assert Counter(Counter(stems).values()) == {pairs: done["outputs"]["CHIP_COUNT"]}
    totals = [
        json.loads(path.read_text())["NumTiles"] for path in folder.rglob("esri_accumulated_stats.json")
    ]
    assert sum(totals) == pairs * done["outputs"]["CHIP_COUNT"]


@pytest.mark.parametrize(
    ("name", "plan"), [case for case in CASES if case[1] != "apart"], ids=[i for i in IDS if "apart" not in i]
)
def test_a_split_shares_no_ground_and_is_finished_after_a_kill(server, scene, tmp_path, name, plan):
    split = {"VALIDATION_PERCENT": 30, "SPLIT_BLOCK_SIZE": BLOCKS.get(plan, 4.0 * TILE)}
    values = {**scene.call(name, plan, one_crs=True), **split}
    whole, done = finished(server, tmp_path / "whole", values, threads=4)
    check_sets(tmp_path / "whole", done)
    event = random.Random(f"split {name} {plan}").randrange(20, done["events"])
    left = killed(server, tmp_path / "out", values, event)
    if left != whole:
        assert finished(server, tmp_path / "out", values, threads=1)[0] == whole


def test_a_split_of_rasters_that_lie_apart_is_refused(server, scene, tmp_path):
    refused = server(tmp_path / "out", {**scene.call("CycleGAN", "apart"), "VALIDATION_PERCENT": 30})
    assert refused["ended"] == "refused"
    assert "does not lie on the area to export; export rasters that lie apart each" in refused["said"][0]
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", FORMATS)
def test_a_split_of_files_on_several_maps_is_refused(server, scene, tmp_path, name):
    refused = server(tmp_path / "out", {**scene.call(name, "items"), "VALIDATION_PERCENT": 30})
    assert refused["ended"] == "refused"
    assert "have different coordinate reference systems, and blocks and polygons of a" in refused["said"][0]
    assert not (tmp_path / "out").exists()


@every_case
def test_halves_one_after_the_other_equal_one_run(server, scene, undisturbed, tmp_path, name, plan):
    whole, done = undisturbed(name, plan)
    _, first = finished(server, tmp_path / "out", scene.call(name, plan, UPPER))
    lower = {**scene.call(name, plan, LOWER), "START_INDEX": -1}
    found, second = finished(server, tmp_path / "out", lower)
    for counted in ("CHIP_COUNT", "FEATURE_COUNT", "EMPTY_CHIP_COUNT"):
        assert first["outputs"][counted] + second["outputs"][counted] == done["outputs"][counted]
    assert first["outputs"]["CHIP_COUNT"] >= 4
    assert found.keys() == whole.keys()
    other = [file for file in whole if found[file] != whole[file] and Path(file).name != "export.json"]
    if plan != "rows and columns":
        assert other == []
    else:  # each raster is cut in rows of its own
        check_rows(tmp_path / "out", undisturbed.folder(name, plan), other, first["outputs"]["CHIP_COUNT"])


def check_rows(folder: Path, whole: Path, other: list[str], first: int) -> None:
    """Hold files that differ to those of a whole run: the same pixels, their place the upper half higher."""
    assert min(int(Path(file).name[:9]) for file in other) == first
    for file in other:
        if file.endswith("w"):
            mine, its = (list(map(float, (place / file).read_text().split())) for place in (folder, whole))
            assert mine == [*its[:5], its[5] + UPPER.stop]
        else:
            mine, its = (gdal.Open(str(place / file)) for place in (folder, whole))
            np.testing.assert_array_equal(mine.ReadAsArray(), its.ReadAsArray())
