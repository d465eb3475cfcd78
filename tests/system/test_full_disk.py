"""A disk that fills up: one sentence, whole chips only, and the same call finishes once there is space."""

from __future__ import annotations

import errno
import os
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from label_scenes import DATASET_FILES, contents
from qgis.core import QgsProcessingException
from scenes import Log, limit, noise, on_map, rectangle, run, write_polygons, write_raster

from training_data_exporter.export.storage import folder, journal

if TYPE_CHECKING:
    from programs import QgisProcess

pytest_plugins = ["programs"]
pytestmark = pytest.mark.usefixtures("qgis_app")

MEGABYTES = 3
FULL = os.strerror(errno.ENOSPC)


@pytest.fixture
def small_disk(tmp_path) -> Iterator[Path]:
    """A file system of three megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "tmpfs", str(place)]
    if os.geteuid() != 0:
        pytest.skip("only root may mount a tmpfs")
    mounted = subprocess.run(command, capture_output=True, text=True, check=False)
    if mounted.returncode != 0:
        pytest.skip(f"a tmpfs cannot be mounted here: {mounted.stderr.strip()}")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


@pytest.fixture(scope="module")
def scene(tmp_path_factory) -> dict[str, Any]:
    """40 chips of 3 x 64 x 64 bytes: about half a megabyte."""
    folder = tmp_path_factory.mktemp("scene")
    shapes = [
        (on_map(rectangle(9 * place, 5 * place, 9 * place + 20, 5 * place + 30)), {}) for place in range(40)
    ]
    return {
        "IN_RASTER": write_raster(folder / "in.tif", noise(3, 5 * 64, 8 * 64)),
        "IN_CLASS_DATA": write_polygons(folder / "labels.gpkg", shapes),
        **dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y", "STRIDE_X", "STRIDE_Y"), 64),
    }


@pytest.fixture(scope="module")
def whole(qgis_app, scene, tmp_path_factory) -> dict[str, bytes]:
    """What a disk with space gets."""
    return contents(run(tmp_path_factory.mktemp("whole") / "out", **scene).path)


def fill(disk: Path, leave: int) -> Path:
    """Fill a disk up but for some bytes, and return the file that does it."""
    ballast = disk / "ballast"
    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    ballast.write_bytes(bytes(free - leave))
    return ballast


def check_whole_chips(folder: Path, whole: dict[str, bytes]) -> None:
    """No piece of a file, no dataset file, every file as it will be."""
    found = contents(folder)
    found.pop(journal.JOURNAL_FILE, None)
    assert not set(found) & set(DATASET_FILES)
    assert {name for name, data in found.items() if whole.get(name) != data} == set()


def test_a_disk_with_too_little_space_is_refused_at_once(qgis_process: QgisProcess, scene, small_disk):
    fill(small_disk, 200_000)
    done = qgis_process.algorithm(OUT_FOLDER=small_disk / "out", **scene)
    assert (done.code, done.out) == (1, "")
    (sentence,) = done.sentences
    assert sentence.startswith(f"OUT_FOLDER: {small_disk / 'out'} has ")
    assert " chips takes about " in sentence
    assert not (small_disk / "out").exists()


def test_a_disk_that_fills_up_stops_the_run_and_keeps_whole_chips(
    qgis_process: QgisProcess, scene, whole, small_disk
):
    # With ONLY_TILES_WITH_FEATURES the size is not known before: a warning, then the disk is full.
    values = {**scene, "OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES"}
    expected = contents(run(small_disk.parent / "roomy", **values).path)
    ballast = fill(small_disk, 150_000)
    folder = small_disk / "out"
    done = qgis_process.algorithm(OUT_FOLDER=folder, **values)
    assert (done.code, done.out) == (1, "")
    assert "Traceback" not in done.err
    (sentence,) = done.sentences
    assert sentence.startswith(str(folder))
    assert sentence.endswith(f" cannot be written: {FULL}.")
    check_whole_chips(folder, expected)
    assert len(list((folder / "images").iterdir())) > 4
    ballast.unlink()
    assert qgis_process.algorithm(OUT_FOLDER=folder, **values).code == 0
    assert contents(folder) == expected


class Filling(Log):
    """A log that fills a disk up when a share of the work is done."""

    def __init__(self, disk: Path, percent: float) -> None:
        super().__init__()
        self._disk = disk
        self._percent = percent

    def _step(self, progress: float) -> None:
        super()._step(progress)
        if progress >= self._percent and not (self._disk / "ballast").exists():
            with suppress(OSError):  # the export writes beside it: then it is full a little earlier
                fill(self._disk, 5000)


@pytest.mark.parametrize("percent", [0.1, 30, 90])
def test_a_disk_that_another_program_fills(scene, whole, small_disk, percent, monkeypatch):
    limit(monkeypatch, batch_bytes=1)  # a chip to a batch: the progress is told often
    folder = small_disk / "out"
    with pytest.raises(QgsProcessingException, match=f"cannot be written: {FULL}") as failure:
        run(folder, Filling(small_disk, percent), **scene)
    assert "\n" not in str(failure.value)
    check_whole_chips(folder, whole)
    (small_disk / "ballast").unlink()
    run(folder, **scene)
    assert contents(folder) == whole


def test_a_disk_without_a_byte_gets_no_folder(scene, small_disk):
    values = {**scene, "OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES"}
    fill(small_disk, 0)
    with pytest.raises(QgsProcessingException, match=FULL):
        run(small_disk / "out", **values)
    assert [path.name for path in small_disk.rglob("*")] == ["ballast"]


class FullAt:
    """Stands in for the functions that write, and fails at the n-th call."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, place: int) -> None:
        self.calls = 0
        self._place = place
        write, replace, append = folder._fill, os.replace, journal.append_line
        monkeypatch.setattr(folder, "_fill", self._failing(write, self._half))
        monkeypatch.setattr(os, "replace", self._failing(replace, lambda *_: None))
        monkeypatch.setattr(journal, "append_line", self._failing(append, self._torn))

    def _failing(self, call: Any, before: Any) -> Any:
        def counted(*arguments: Any, **handles: Any) -> Any:
            self.calls += 1
            if self.calls >= self._place:
                before(*arguments)
                raise OSError(errno.ENOSPC, FULL)
            return call(*arguments, **handles)

        return counted

    @staticmethod
    def _half(file: int, data: bytes) -> None:
        os.write(file, data[: len(data) // 2])

    @staticmethod
    def _torn(stream: Any, record: Any) -> None:
        stream.write(b'01234567 {"torn":')


@pytest.mark.parametrize("metadata_format", ["KITTI_rectangles", "RCNN_Masks"])
def test_a_write_that_fails_at_any_place_is_made_good(scene, tmp_path, metadata_format):
    values = {**scene, "METADATA_FORMAT": metadata_format, "STRIDE_X": 150, "STRIDE_Y": 150}
    with pytest.MonkeyPatch.context() as patch:
        limit(patch, batch_bytes=1)
        expected = contents(run(tmp_path / "roomy", **values).path)
        with pytest.MonkeyPatch.context() as counting:
            calls = FullAt(counting, 10**9)
            run(tmp_path / "counted", **values)
        total = calls.calls
        assert total > 60
        step = max(1, total // 8)
        for place in [*range(1, total - 8, step), *range(total - 8, total + 1, 2)]:
            folder = tmp_path / str(place)
            with pytest.MonkeyPatch.context() as failing:
                FullAt(failing, place)
                with pytest.raises(QgsProcessingException, match=f"cannot be written: {FULL}") as failure:
                    run(folder, **values)
            assert "\n" not in str(failure.value)
            assert not list(folder.rglob("*.part"))
            if place == 1:
                assert not folder.exists()
            run(folder, **values)
            assert contents(folder) == expected, place
