"""What happens to the folder, the layers and GDAL's settings while an export runs."""

from __future__ import annotations

import errno
import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from label_scenes import DATASET_FILES, contents
from osgeo import gdal
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProject, QgsRasterLayer, QgsVectorLayer
from scenes import Log, limit, noise, on_map, rectangle, run, write_polygons, write_raster
from test_changed_inputs import Meddling

from training_data_exporter.export.storage import flushing
from training_data_exporter.export.storage.journal import JOURNAL_FILE
from training_data_exporter.imagery.file_facts import bounded_cache

pytestmark = pytest.mark.usefixtures("qgis_app")

TILE = 24


@pytest.fixture(scope="module")
def scene(tmp_path_factory) -> dict[str, Any]:
    """24 chips with masks."""
    place = tmp_path_factory.mktemp("scene")
    shapes = [
        (on_map(rectangle(9 * n, 5 * n, 9 * n + 30, 5 * n + 20)), {"kind": 1 + n % 3}) for n in range(16)
    ]
    return {
        "IN_RASTER": write_raster(place / "in.tif", noise(3, 4 * TILE, 6 * TILE), nodata=0),
        "IN_CLASS_DATA": write_polygons(place / "labels.gpkg", shapes, {"kind": int}),
        "CLASS_VALUE_FIELD": "kind",
        "METADATA_FORMAT": "RCNN_Masks",
        **dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y", "STRIDE_X", "STRIDE_Y"), TILE),
    }


@pytest.fixture(autouse=True)
def small_batches(monkeypatch):
    """A batch of two chips, each committed; no disk to wait for."""
    limit(monkeypatch, batch_bytes=3 * TILE * TILE * 2, commit_seconds=0.0)
    monkeypatch.setattr(flushing, "flush", lambda file: None)


@pytest.fixture(scope="module")
def whole(qgis_app, scene, tmp_path_factory) -> dict[str, bytes]:
    return contents(run(tmp_path_factory.mktemp("whole") / "out", **scene).path)


def ended(folder: Path, scene: dict[str, Any], meddle: Callable[[], object]) -> tuple[str, Meddling]:
    """Return the sentence with which an export ends when somebody meddles half-way."""
    log = Meddling(meddle, 50.0)
    with pytest.raises(QgsProcessingException) as failure:
        run(folder, log, **scene)
    assert log.failed is None
    assert "\n" not in str(failure.value)
    assert max(log.steps) < 80  # within a batch or two, not at the end
    return str(failure.value), log


GONE = "was renamed, moved or deleted while the export was running"


def test_a_renamed_folder_ends_the_export_and_costs_nothing(scene, whole, tmp_path):
    out, away = tmp_path / "out", tmp_path / "away"
    sentence, _ = ended(out, scene, lambda: out.rename(away))
    assert sentence.startswith(f"OUT_FOLDER: {out} {GONE}")
    assert not out.exists()  # nothing was written where it had been
    before = contents(away)
    assert len(before) > 10
    away.rename(out)
    run(out, **scene)
    assert contents(out) == whole
    assert {name for name, data in before.items() if whole.get(name) != data} == {JOURNAL_FILE}


def test_a_folder_that_another_replaces_is_left_alone(scene, whole, tmp_path):
    out, away = tmp_path / "out", tmp_path / "away"

    def replace() -> None:
        out.rename(away)
        (out / "images").mkdir(parents=True)
        (out / "images" / "mine.txt").write_text("mine")

    sentence, _ = ended(out, scene, replace)
    assert sentence.startswith(f"OUT_FOLDER: {out} {GONE}")
    assert {name for name in contents(out) if not name.startswith(("images/0", "labels/"))} == {
        "images/mine.txt"
    }


@pytest.mark.parametrize("name", ["", "images", "labels", "labels/1", "labels/2"])
def test_a_deleted_folder_ends_the_export_and_the_same_call_makes_it_good(scene, whole, tmp_path, name):
    out = tmp_path / "out"
    sentence, _ = ended(out, scene, lambda: shutil.rmtree(out / name))
    assert sentence.startswith(f"OUT_FOLDER: {out / name} {GONE}")
    run(out, **scene)
    assert contents(out) == whole


def test_deleted_files_are_written_by_the_same_call(scene, whole, tmp_path):
    out = tmp_path / "out"

    def delete() -> None:
        for name in ("000000000.tif", "000000001.tif"):
            (out / "images" / name).unlink()

    with pytest.raises(QgsProcessingException, match=r"images lacks files that this export wrote \(2\)"):
        run(out, Meddling(delete, 60.0), **scene)
    run(out, **scene)
    assert contents(out) == whole


def test_a_deleted_journal_ends_the_export_and_is_put_back(scene, whole, tmp_path):
    out = tmp_path / "out"
    sentence, _ = ended(out, scene, (out / JOURNAL_FILE).unlink)
    assert sentence == (
        f"OUT_FOLDER: {JOURNAL_FILE} was deleted from {out} while the export was running; it has been "
        "written anew, so make the same call again to finish the export."
    )
    log = Log()
    run(out, log, **scene)
    assert [text for text in log.infos if "going on at chip" in text]
    assert contents(out) == whole


def test_a_replaced_journal_ends_the_export_and_stays(scene, tmp_path):
    out = tmp_path / "out"

    def replace() -> None:
        (out / JOURNAL_FILE).unlink()
        (out / JOURNAL_FILE).write_bytes(b"not ours")

    sentence, _ = ended(out, scene, replace)
    assert sentence.startswith(f"OUT_FOLDER: {JOURNAL_FILE} in {out} was deleted or replaced while")
    assert (out / JOURNAL_FILE).read_bytes() == b"not ours"
    assert not set(contents(out)) & set(DATASET_FILES)


@pytest.mark.parametrize("number", [errno.EROFS, errno.EDQUOT, errno.EIO, errno.EACCES, errno.ENAMETOOLONG])
def test_a_folder_that_takes_no_more_ends_the_export_in_one_sentence(scene, whole, tmp_path, number):
    from training_data_exporter.export.storage import folder

    fill, count = folder._fill, 0

    def failing(*arguments: Any) -> Any:
        nonlocal count
        count += 1
        if count > 20:
            raise OSError(number, os.strerror(number))
        return fill(*arguments)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folder, "_fill", failing)
        with pytest.raises(
            QgsProcessingException, match=f"cannot be written: {os.strerror(number)}"
        ) as failure:
            run(tmp_path / "out", **scene)
    assert "\n" not in str(failure.value)
    run(tmp_path / "out", **scene)
    assert contents(tmp_path / "out") == whole


def test_layers_that_are_removed_from_the_project_meanwhile_are_read_to_the_end(scene, whole, tmp_path):
    project = QgsProject()
    raster = QgsRasterLayer(str(scene["IN_RASTER"]), "in")
    labels = QgsVectorLayer(str(scene["IN_CLASS_DATA"]), "labels")
    assert project.addMapLayers([raster, labels])
    values = {**scene, "IN_RASTER": raster.id(), "IN_CLASS_DATA": labels.id()}
    log = Meddling(project.removeAllMapLayers, 30.0)
    run(tmp_path / "out", log, project, **values)
    assert log.done
    assert log.failed is None
    assert not project.mapLayers()
    assert contents(tmp_path / "out") == whole


# Two exports in one process.


def test_the_bound_of_gdal_s_memory_is_put_back_in_whatever_order_exports_end():
    before = gdal.GetCacheMax()
    try:
        gdal.SetCacheMax(900 << 20)
        one, two = bounded_cache(100 << 20), bounded_cache(60 << 20)
        one.__enter__()
        assert gdal.GetCacheMax() == 100 << 20
        two.__enter__()
        assert gdal.GetCacheMax() == 160 << 20
        one.__exit__(None, None, None)
        assert gdal.GetCacheMax() == 60 << 20
        two.__exit__(None, None, None)
        assert gdal.GetCacheMax() == 900 << 20
        with bounded_cache(5000 << 20):
            assert gdal.GetCacheMax() == 900 << 20  # it is only lowered
        assert gdal.GetCacheMax() == 900 << 20
    finally:
        gdal.SetCacheMax(before)


def test_two_exports_at_once_give_the_same_bytes_and_put_settings_back(scene, whole, tmp_path):
    from training_data_exporter.algorithms.export_training_data import ExportTrainingData

    before = gdal.GetCacheMax()
    prepared = []
    for name in ("one", "two"):
        context, log = QgsProcessingContext(), Log()
        values = {key: str(value) for key, value in scene.items()} | {"OUT_FOLDER": str(tmp_path / name)}
        algorithm = ExportTrainingData().create()
        assert algorithm.prepare(values, context, log)
        prepared.append((algorithm, values, context, log))
    failed: list[BaseException] = []

    def work(algorithm: Any, values: Any, context: Any, log: Any) -> None:
        try:
            algorithm.runPrepared(values, context, log)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=work, args=each) for each in prepared]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    assert gdal.GetCacheMax() == before
    assert contents(tmp_path / "one") == contents(tmp_path / "two") == whole
