"""The workers of a Dask cluster make the chips, and the files are the same."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from threading import Thread

import pytest
from cluster import ROOT, Cluster
from label_scenes import layer_in_pixels, refusal
from scenes import Log, limit
from test_workers import CASES, SIZE, TILE, exported, rasters, shapes

from training_data_exporter.export.splits import surveyors
from training_data_exporter.export.workers import cluster as helpers
from training_data_exporter.export.workers import crew
from training_data_exporter.version import VERSION

pytest.importorskip("distributed", reason="the package distributed is optional")
pytestmark = pytest.mark.usefixtures("qgis_app")
__all__ = ["rasters"]

CHOSEN = [
    *("features PASCAL_VOC_rectangles", "features COCO", "features RCNN_Masks", "class raster YOLO_segment"),
    *("class raster Classified_Tiles", "only, JPEG", "split and quota", "stretch", "cell", "mask"),
    *("turned, split and quota", "second raster", "features alone"),
]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    made = Cluster(tmp_path_factory.mktemp("cluster"))
    yield made
    made.close()


@pytest.fixture
def helped(monkeypatch):
    limit(monkeypatch, batch_bytes=3 * TILE * SIZE, helper_seconds=0.0, commit_seconds=0.0, commit_share=0.0)
    given: list[str] = []

    class Counted(crew.BatchAway):
        def __init__(self, read, helper, *others):
            super().__init__(read, helper, *others)
            given.append(helper.address)

    monkeypatch.setattr(crew, "BatchAway", Counted)
    return given


@pytest.mark.parametrize("name", CHOSEN)
def test_the_files_are_the_same(tmp_path, rasters, helped, cluster, name, monkeypatch):
    log = Log()
    if "IN_RASTER2" in CASES[name]:  # wider strips than a batch stay with one process
        limit(monkeypatch, batch_bytes=11 * TILE * SIZE)
    mine = exported(tmp_path / "mine", rasters, 1, **CASES[name])
    assert not helped
    theirs = exported(
        tmp_path / "theirs", rasters, None, log=log, **CASES[name], DASK_SCHEDULER=cluster.address
    )
    assert theirs == mine
    assert len(set(helped)) == 2
    assert not [text for text in log.infos if "WORKERS" in text or "DASK" in text]


@pytest.mark.parametrize("kill", [False, True])
def test_workers_look_at_the_labels_for_a_split(tmp_path, rasters, helped, monkeypatch, kill):
    case, asked, away = {**CASES["split and quota"]}, [], surveyors.Surveyors._away
    mine = exported(tmp_path / "mine", rasters, 1, **case)
    folder = tmp_path / "cluster"
    folder.mkdir()
    made = Cluster(folder)

    def counted(self, helper, source, look):
        asked.append(helper.address)
        if kill and len(asked) == 3:
            made.workers[0].kill()
        return away(self, helper, source, look)

    monkeypatch.setattr(surveyors.Surveyors, "_away", counted)
    log = Log()
    try:
        theirs = exported(tmp_path / "theirs", rasters, None, log=log, **case, DASK_SCHEDULER=made.address)
    finally:
        made.close()
    assert theirs == mine
    assert len(set(asked)) == 2
    assert len(asked) >= 4
    assert bool([text for text in log.infos if "a worker process was lost" in text]) == kill


def test_as_many_workers_are_used_as_are_wanted(tmp_path, rasters, helped, cluster):
    exported(tmp_path / "out", rasters, 1, DASK_SCHEDULER=cluster.address)
    assert len(set(helped)) == 1


@pytest.mark.parametrize("seed", range(4))
def test_a_worker_that_is_killed_is_done_without(tmp_path, rasters, helped, seed):
    folder = tmp_path / "cluster"
    folder.mkdir()
    made, mine = Cluster(folder), exported(tmp_path / "mine", rasters, 1, **CASES["features RCNN_Masks"])
    numbers = random.Random(seed)

    def kill() -> None:
        count, end = numbers.randrange(1, 9), time.monotonic() + 30
        while len(helped) < count and time.monotonic() < end:
            time.sleep(0.005)
        made.workers[0].kill()
        if seed == 3:  # nobody is left
            made.workers[1].kill()

    killer = Thread(target=kill)
    killer.start()
    try:
        log = Log()
        theirs = exported(
            tmp_path / "theirs",
            rasters,
            None,
            log=log,
            **CASES["features RCNN_Masks"],
            DASK_SCHEDULER=made.address,
        )
        killer.join()
    finally:
        made.close()
    assert theirs == mine
    assert not list((tmp_path / "theirs").rglob("*.part"))


def test_an_export_goes_on_without_its_scheduler(tmp_path, rasters, helped):
    folder = tmp_path / "cluster"
    folder.mkdir()
    made, mine = Cluster(folder), exported(tmp_path / "mine", rasters, 1, **CASES["features RCNN_Masks"])

    def kill() -> None:
        end = time.monotonic() + 30
        while len(helped) < 3 and time.monotonic() < end:
            time.sleep(0.005)
        made.scheduler.kill()

    killer = Thread(target=kill)
    killer.start()
    log = Log()
    case = {**CASES["features RCNN_Masks"], "DASK_SCHEDULER": made.address}
    try:
        assert exported(tmp_path / "theirs", rasters, None, log=log, **case) == mine
        killer.join()
    finally:
        made.close()
    assert not [text for text in log.infos if "\n" in text]


def test_a_worker_of_another_version_is_not_used(tmp_path, rasters, helped, cluster, monkeypatch):
    monkeypatch.setattr(helpers, "what_this_is", lambda: {"gdal": "1.0"})
    log = Log()
    mine = exported(tmp_path / "mine", rasters, 1)
    assert exported(tmp_path / "out", rasters, None, log=log, DASK_SCHEDULER=cluster.address) == mine
    assert not helped
    said = [text for text in log.infos if "WORKERS" in text]
    assert len(said) == 2
    assert all("it is another one" in text and "instead of {'gdal': '1.0'}" in text for text in said)


def test_a_scheduler_that_does_not_answer_is_refused(tmp_path, rasters, monkeypatch):
    monkeypatch.setattr(helpers, "SECONDS", 0.5)
    for address in ("tcp://127.0.0.1:1", "127.0.0.1:1"):
        said = refusal(
            tmp_path / "out",
            rasters["image"],
            layer_in_pixels(shapes()),
            CLASS_VALUE_FIELD="kind",
            DASK_SCHEDULER=address,
        )
        assert "no scheduler answers at" in said
        assert address in said
        assert not (tmp_path / "out").exists()


def test_without_the_package_it_is_said_how_to_get_it(tmp_path, rasters, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    said = refusal(
        tmp_path / "out",
        rasters["image"],
        layer_in_pixels(shapes()),
        CLASS_VALUE_FIELD="kind",
        DASK_SCHEDULER="tcp://127.0.0.1:8786",
    )
    assert "has no package distributed; install it there" in said


@pytest.mark.parametrize("address", ["nowhere", "http://a:1", "tcp://a", "tcp://a:1/b", "<b>:1", "a b:1"])
def test_what_is_no_address_is_refused(tmp_path, rasters, address):
    said = refusal(tmp_path / "out", rasters["image"], layer_in_pixels(shapes()), DASK_SCHEDULER=address)
    assert "is no address of a Dask scheduler, such as tcp://host:8786" in said


def test_the_package_works_from_a_zip(tmp_path):
    place = tmp_path / "training_data_exporter.zip"
    with zipfile.ZipFile(place, "w") as archive:
        for path in (ROOT / "metadata.txt", *ROOT.rglob("*.py")):
            parts = path.relative_to(ROOT).parts
            if parts[0] not in ("tests", "scripts", "demo", "docs") and not parts[0].startswith("."):
                archive.write(path, Path("training_data_exporter", *parts))
    code = (
        "from training_data_exporter.export.workers import cluster; print(cluster.what_this_is()['version'])"
    )
    environment = {**os.environ, "PYTHONPATH": str(place)}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == VERSION
