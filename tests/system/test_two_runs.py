"""Two exports into one folder at the same time: one wins, the other is told so, nothing is damaged."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from pathlib import Path

import pytest
from interruption_server import Server
from label_scenes import contents
from scenes import noise, on_map, rectangle, with_copy, write_polygons, write_raster

from training_data_exporter.chipping.errors import ExportError
from training_data_exporter.export.storage.journal import JOURNAL_FILE, Journal

TILES = {"TILE_SIZE_X": 16, "TILE_SIZE_Y": 16, "STRIDE_X": 8, "STRIDE_Y": 8}


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    folder = tmp_path_factory.mktemp("scene")
    shapes = [
        (on_map(rectangle(5 * place, 3 * place, 5 * place + 9, 3 * place + 7)), {}) for place in range(20)
    ]
    return {
        "IN_RASTER": write_raster(folder / "in.tif", noise(3, 100, 120)),
        "IN_CLASS_DATA": write_polygons(folder / "labels.gpkg", shapes),
        **TILES,
    }


@pytest.fixture(scope="module")
def servers():
    made = [Server(), Server()]
    yield made
    for each in made:
        each.close()


@pytest.fixture(scope="module")
def alone(servers, scene, tmp_path_factory):
    """What one export alone makes of the scene."""
    folder = tmp_path_factory.mktemp("alone") / "out"
    assert servers[0](folder, scene)["ended"] == "finished"
    return contents(folder)


def test_one_of_two_simultaneous_exports_is_refused(servers, scene, alone, tmp_path):
    for attempt in range(6):
        folder = tmp_path / str(attempt)
        for server in servers:
            server.ask(folder, scene, batch_bytes=10_000)
        ends = sorted((server.answer() for server in servers), key=lambda each: each["ended"])
        assert [each["ended"] for each in ends] == ["finished", "refused"], ends
        sentence = ends[1]["said"][0]
        assert sentence in (
            f"OUT_FOLDER: another export is writing to {folder}; wait for it to end.",
            f"OUT_FOLDER: another export has written to {folder} meanwhile; start again.",
            f"START_INDEX: {folder} holds a finished export of 168 chips; choose another folder or delete "
            "it; START_INDEX 168 (or -1, the first that is free) adds to it.",
        )
        assert contents(folder) == alone


def test_an_export_is_refused_while_another_holds_the_folder(servers, scene, alone, tmp_path):
    folder = tmp_path / "out"
    assert servers[0](folder, scene, batch_bytes=10_000, kill_at_event=100)["ended"] == "killed"
    before = contents(folder)
    with (folder / JOURNAL_FILE).open("ab") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        done = servers[0](folder, scene, batch_bytes=10_000)
        assert done["ended"] == "refused"
        assert done["said"][0] == f"OUT_FOLDER: another export is writing to {folder}; wait for it to end."
    assert contents(folder) == before
    # The lock is gone with its holder: the killed export is finished.
    assert servers[0](folder, scene, batch_bytes=10_000)["ended"] == "finished"
    assert contents(folder) == alone


HOLD = """
import sys, time
sys.path.insert(0, sys.argv[1])
import conftest
from pathlib import Path
from training_data_exporter.export.storage.journal import Journal
journal = Journal.open(Path(sys.argv[2]), {"call": {}, "stored": None})
print("locked", flush=True)
time.sleep(600)
"""


def test_a_killed_process_lets_go_of_the_lock(tmp_path):
    header = {"call": {}, "stored": None}
    command = [sys.executable, "-c", HOLD, str(Path(__file__).parents[1]), str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout.readline() == "locked\n"
        with pytest.raises(ExportError, match="another export is writing"):
            Journal.open(tmp_path, header)
        holder.kill()
    journal = Journal.open(tmp_path, header)
    assert (journal.header, list(journal.records()), journal.is_new) == (header, [], False)
    journal.remove()
    assert not list(tmp_path.iterdir())


def test_a_journal_that_was_removed_while_it_was_opened_is_no_lock(tmp_path, monkeypatch):
    from training_data_exporter.export.storage import journal as module

    header = {"call": {}, "stored": None}

    def remove_first(stream):
        (tmp_path / JOURNAL_FILE).unlink()  # the other export has just ended
        return True

    monkeypatch.setattr(module, "try_lock", remove_first)
    with pytest.raises(ExportError, match="another export is writing"):
        Journal.open(tmp_path, header)


def test_an_export_that_ended_between_check_and_lock_is_not_overwritten(
    qgis_app, scene, alone, tmp_path, monkeypatch
):
    # The other export finishes after this one has looked at the folder, and before it holds the lock.
    from qgis.core import QgsProcessingException
    from scenes import run
    from test_interruption import write_out

    from training_data_exporter.algorithms import running

    opened = Journal.open

    def too_late(folder, header):
        write_out(folder, alone)
        return opened(folder, header)

    monkeypatch.setattr(running.Journal, "open", too_late)
    with pytest.raises(QgsProcessingException, match="holds a finished export of 168 chips"):
        run(tmp_path / "out", **scene)
    assert contents(tmp_path / "out") == alone

    # And the same for an export that would add to it.
    def replaced(folder, header):
        (folder / "map.txt").write_bytes(alone["map.txt"] * 2)
        stats = (folder / "esri_accumulated_stats.json").read_bytes()
        (folder / "esri_accumulated_stats.json").write_bytes(stats.replace(b": 168", b": 336"))
        return opened(folder, header)

    monkeypatch.setattr(running.Journal, "open", replaced)
    with pytest.raises(QgsProcessingException, match=r"another export has written to .* meanwhile"):
        run(tmp_path / "out", **with_copy(scene, START_INDEX=700))
    assert not (tmp_path / "out" / JOURNAL_FILE).exists()
    assert {name for name, data in contents(tmp_path / "out").items() if alone[name] != data} == {
        "map.txt",
        "esri_accumulated_stats.json",
    }
