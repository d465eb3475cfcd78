"""Kill, cancel, go on: the folder ends up the same, byte for byte, as if nothing had happened.

Runs are children of a server (interruption_server.py). Batches are made small, so that there are many
moments between them.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from interruption_server import Server
from label_scenes import DATASET_FILES, METADATA_FORMATS, contents
from scenes import noise, on_map, with_copy, write_polygons, write_raster

from training_data_exporter.export.storage.journal import JOURNAL_FILE

COLUMNS, ROWS = 78, 66
TILE, STRIDE = 24, 19
BATCH_BYTES = 3 * TILE * 50  # a batch holds two chips
IMAGE_FORMATS = dict(zip(METADATA_FORMATS, ("TIFF", "PNG", "JPEG", "MRF")))


@pytest.fixture(scope="module")
def scene(tmp_path_factory) -> dict[str, Any]:
    return make_scene(tmp_path_factory.mktemp("scene"))


def make_scene(folder: Path) -> dict[str, Any]:
    """Return parameters: a raster with a gap of nodata in it, and labels, some broken or without class."""
    pixels = noise(3, ROWS, COLUMNS)
    pixels[:, 12:40, 18:50] = 0
    numbers = random.Random(5)
    shapes = []
    for place in range(24):
        x, y, size = numbers.uniform(-5, COLUMNS), numbers.uniform(-5, ROWS), numbers.uniform(0.2, 16)
        corners = [(x, y), (x + size, y + size / 3), (x + size / 2, y + size)]
        if place % 7 == 0:
            corners.insert(2, (x, y + size))  # a bow tie
        ring = ",".join(f"{x} {y}" for x, y in [*corners, corners[0]])
        value = None if place % 11 == 0 else 1 + place % 4
        shapes.append((on_map(f"POLYGON(({ring}))"), {"kind": value}))
    return {
        "IN_RASTER": write_raster(folder / "in.tif", pixels, nodata=0),
        "IN_CLASS_DATA": write_polygons(folder / "labels.gpkg", shapes, {"kind": int}),
        "TILE_SIZE_X": TILE,
        "TILE_SIZE_Y": TILE,
        "STRIDE_X": STRIDE,
        "STRIDE_Y": STRIDE,
        "CLASS_VALUE_FIELD": "kind",
    }


class Undisturbed:
    """Exports that nothing interrupted, one for each label format."""

    def __init__(self, server: Server, scene: Mapping[str, Any], folder: Path) -> None:
        self.parameters = {
            name: {**scene, "METADATA_FORMAT": name, "IMAGE_CHIP_FORMAT": IMAGE_FORMATS[name]}
            for name in METADATA_FORMATS
        }
        self.files: dict[str, dict[str, bytes]] = {}
        self.outputs: dict[str, dict[str, Any]] = {}
        self.seconds: dict[str, float] = {}
        self.events: dict[str, int] = {}
        for name, parameters in self.parameters.items():
            done = server(folder / name, parameters, batch_bytes=BATCH_BYTES)
            assert done["ended"] == "finished", done
            self.files[name] = contents(folder / name)
            self.outputs[name] = {**done["outputs"], "OUT_FOLDER": ""}
            self.seconds[name], self.events[name] = done["seconds"], done["events"]


@pytest.fixture(scope="module")
def undisturbed(server, scene, tmp_path_factory) -> Undisturbed:
    return Undisturbed(server, scene, tmp_path_factory.mktemp("undisturbed"))


def check_unfinished(folder: Path, whole: Mapping[str, bytes]) -> None:
    """What stands under a final name is whole, and there are no dataset files before all chips stand."""
    found = contents(folder) if folder.exists() else {}
    journal = found.pop(JOURNAL_FILE, None)
    final = {name: data for name, data in found.items() if not name.endswith(".part")}
    assert not {name for name, data in final.items() if whole.get(name) != data}
    if journal is not None and set(final) - set(DATASET_FILES) == set(whole) - set(DATASET_FILES):
        return  # all chips stand: the dataset files may
    assert not set(final) & set(DATASET_FILES) or final == whole


def resumed(server: Server, folder: Path, undisturbed: Undisturbed, name: str, **request: Any) -> None:
    """Make the same call again and compare everything."""
    whole = undisturbed.files[name]
    check_unfinished(folder, whole)
    if folder.exists() and contents(folder) == whole:
        return  # it had finished
    done = server(folder, undisturbed.parameters[name], batch_bytes=BATCH_BYTES, **request)
    assert done["ended"] == "finished", done
    assert contents(folder) == whole
    assert {**done["outputs"], "OUT_FOLDER": ""} == undisturbed.outputs[name]


def interrupted(server: Server, folder: Path, parameters: Mapping[str, Any], how: str, moment: float) -> Path:
    """Kill or cancel a run, earlier if it is faster than expected, and return its folder.

    Args:
        server: runs it.
        folder: where to.
        parameters: of the export.
        how: kill_after, cancel_after or cancel_at.
        moment: what that takes.
    """
    done = server(folder, parameters, batch_bytes=BATCH_BYTES, **{how: moment})
    if done["ended"] == "finished" or done.get("outputs"):
        earlier = folder.with_name(f"{folder.name}-earlier")
        return interrupted(server, earlier, parameters, how, 0.8 * moment)
    assert done["ended"] == ("killed" if how == "kill_after" else "cancelled"), done
    return folder


@pytest.mark.parametrize("name", METADATA_FORMATS)
def test_a_killed_export_is_finished_by_the_same_call(server, undisturbed, tmp_path, name):
    # 16 kills for each of four formats, evenly over the time that a run takes, at random within each share.
    numbers = random.Random(f"kill {name}")
    for place in range(16):
        moment = undisturbed.seconds[name] * (place + numbers.random()) / 16
        folder = interrupted(
            server, tmp_path / str(place), undisturbed.parameters[name], "kill_after", moment
        )
        resumed(server, folder, undisturbed, name)


@pytest.mark.parametrize("name", METADATA_FORMATS)
def test_a_kill_at_any_step_on_the_disk_is_made_good(server, undisturbed, tmp_path, name):
    numbers = random.Random(f"event {name}")
    events = undisturbed.events[name]
    last = range(events - 8, events + 1, 2)  # dataset files and the end of the journal
    for event in [*numbers.sample(range(1, events - 8), 5), *last]:
        folder = tmp_path / str(event)
        done = server(folder, undisturbed.parameters[name], batch_bytes=BATCH_BYTES, kill_at_event=event)
        assert done["ended"] == "killed", done
        resumed(server, folder, undisturbed, name, threads=numbers.choice((1, 2, 3)))


def test_any_number_of_kills_is_made_good(server, undisturbed, tmp_path):
    numbers = random.Random("several")
    for name in METADATA_FORMATS:
        folder = tmp_path / name
        for step in range(4):
            moment = undisturbed.seconds[name] * (0.3 + 0.15 * numbers.random())
            request = {"kill_after": moment} if step % 2 else {"kill_at_event": numbers.randrange(20, 60)}
            server(folder, undisturbed.parameters[name], batch_bytes=BATCH_BYTES, **request)
            check_unfinished(folder, undisturbed.files[name])
        resumed(server, folder, undisturbed, name)


@pytest.mark.parametrize("name", METADATA_FORMATS)
def test_a_cancelled_export_is_finished_by_the_same_call(server, undisturbed, tmp_path, name):
    # 16 for each of four formats, by the clock and by progress in turn, spread as the kills are.
    numbers = random.Random(f"cancel {name}")
    for place in range(16):
        share = (place + numbers.random()) / 16
        how, moment = (
            ("cancel_at", 100 * share) if place % 2 else ("cancel_after", undisturbed.seconds[name] * share)
        )
        folder = interrupted(server, tmp_path / str(place), undisturbed.parameters[name], how, moment)
        assert not list(folder.rglob("*.part"))
        if folder.exists():
            assert not set(contents(folder)) & set(DATASET_FILES)
        resumed(server, folder, undisturbed, name)


def test_cancelled_before_the_first_chip_leaves_nothing(server, undisturbed, tmp_path):
    done = server(tmp_path / "out", undisturbed.parameters["KITTI_rectangles"], cancel_after=0)
    assert done["ended"] == "cancelled"
    assert not (tmp_path / "out").exists()


@pytest.fixture(scope="module")
def appended(server, undisturbed, tmp_path_factory):
    """For two formats: a finished export, and the same with another one added to it."""
    folder = tmp_path_factory.mktemp("appended")
    made = {}
    for name in ("PASCAL_VOC_rectangles", "RCNN_Masks"):
        shutil.copytree(write_out(folder / f"{name}-first", undisturbed.files[name]), folder / name)
        chips = undisturbed.outputs[name]["CHIP_COUNT"]
        parameters = with_copy(undisturbed.parameters[name], START_INDEX=chips + 3)
        done = server(folder / name, parameters, batch_bytes=BATCH_BYTES)
        assert done["ended"] == "finished", done
        made[name] = (parameters, contents(folder / name), done["seconds"], done["events"])
    return made


def write_out(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write files into a new folder and return it."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


@pytest.mark.parametrize("name", ["PASCAL_VOC_rectangles", "RCNN_Masks"])
def test_a_kill_while_adding_to_an_export_costs_neither(server, undisturbed, appended, tmp_path, name):
    first = undisturbed.files[name]
    parameters, whole, seconds, events = appended[name]
    numbers = random.Random(f"append {name}")
    moments = [{"kill_after": seconds * share} for share in (numbers.random(), numbers.random())]
    moments += [{"kill_at_event": event} for event in (30, events - 6, events - 4, events - 2, events)]
    for place, moment in enumerate(moments):
        folder = write_out(tmp_path / str(place), first)
        done = server(folder, parameters, batch_bytes=BATCH_BYTES, **moment)
        assert done["ended"] in ("killed", "finished"), done
        found = contents(folder)
        assert all(found[file] in (first.get(file), whole[file]) for file in first)
        if any(file not in found for file in whole):
            assert all(found[file] == first[file] for file in DATASET_FILES)
        if found != whole:
            done = server(folder, parameters, batch_bytes=BATCH_BYTES)
            assert done["ended"] == "finished", done
        assert contents(folder) == whole


def test_an_append_that_wrote_nothing_leaves_the_export_as_it_was(server, undisturbed, tmp_path):
    name = "KITTI_rectangles"
    folder = write_out(tmp_path / "out", undisturbed.files[name])
    parameters = with_copy(undisturbed.parameters[name], START_INDEX=500)
    assert server(folder, parameters, cancel_after=0)["ended"] == "cancelled"
    assert contents(folder) == undisturbed.files[name]


@pytest.mark.parametrize("name", ["KITTI_rectangles", "RCNN_Masks"])
def test_a_journal_that_was_cut_anywhere_is_made_good(server, undisturbed, tmp_path, name):
    # As after a power cut: the last lines of the journal are missing or torn.
    killed_at = undisturbed.events[name] - 9
    folder = tmp_path / "killed"
    done = server(folder, undisturbed.parameters[name], batch_bytes=BATCH_BYTES, kill_at_event=killed_at)
    assert done["ended"] == "killed"
    journal = (folder / JOURNAL_FILE).read_bytes()
    header = journal.index(b"\n") + 1
    numbers = random.Random(f"torn {name}")
    for place, size in enumerate([header, *numbers.sample(range(header, len(journal)), 3)]):
        copy = shutil.copytree(folder, tmp_path / str(place))
        torn = bytearray(journal[:size])
        if place == 1:
            torn = bytearray(journal)
            torn[size] ^= 0x11  # a flipped bit instead of a missing end
        (copy / JOURNAL_FILE).write_bytes(torn)
        resumed(server, copy, undisturbed, name)


@pytest.mark.parametrize(
    "change",
    [
        {"TILE_SIZE_X": 20},
        {"METADATA_FORMAT": "PASCAL_VOC_rectangles"},
        {"OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES"},
        {"START_INDEX": 7},
        {"IMAGE_CHIP_FORMAT": "PNG"},
        {"CLASS_VALUE_FIELD": ""},
        {"BUFFER_RADIUS": 1.5},
        {"CELL_SIZE": 4},
        {"EXTENT": "288776,288876,9120660,9120760"},
    ],
    ids=str,
)
def test_another_call_into_an_unfinished_export_is_refused(server, undisturbed, tmp_path, change):
    parameters = undisturbed.parameters["KITTI_rectangles"]
    folder = tmp_path / "out"
    done = server(folder, parameters, batch_bytes=BATCH_BYTES, kill_at_event=60)
    assert done["ended"] == "killed"
    before = contents(folder)
    done = server(folder, {**parameters, **change}, batch_bytes=BATCH_BYTES)
    assert done["ended"] == "refused", done
    sentence = done["said"][0]
    assert sentence.startswith(f"OUT_FOLDER: {folder} holds an unfinished export with other settings (")
    (name,) = change
    named = {"CELL_SIZE": "IN_RASTER", "EXTENT": "IN_RASTER"}.get(name, name)
    assert named in sentence
    assert "make the same call again to finish it" in sentence
    assert contents(folder) == before
