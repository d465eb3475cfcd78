"""Splits that go on: behind a kill, with other threads, in a folder that holds one already."""

from __future__ import annotations

import json
import random
import zlib
from pathlib import Path

import pytest
from hostile_folders import json_variants
from label_scenes import contents, layer_in_pixels, refusal
from leak_check import shared_share
from scenes import on_map, write_polygons
from split_scenes import (
    BLOCK,
    SETS,
    SIZE,
    SPLIT,
    STRIDE,
    TILE,
    corners_of,
    scene,
    sets_of,
    shapes,
    split_export,
    split_file,
)

from training_data_exporter.chipping.errors import ExportError
from training_data_exporter.export.splits.split_file import StoredSplit
from training_data_exporter.export.storage.journal import JOURNAL_FILE

pytestmark = pytest.mark.usefixtures("qgis_app")

BATCH_BYTES = 3 * TILE * 50
HALVES = slice(0, 96), slice(80, SIZE)


@pytest.fixture(scope="module")
def parameters(tmp_path_factory):
    folder = tmp_path_factory.mktemp("scene")
    features = [(on_map(wkt), {"kind": value}) for wkt, value in shapes()]
    return {
        "IN_RASTER": scene(folder),
        "IN_CLASS_DATA": write_polygons(folder / "labels.gpkg", features, {"kind": int}),
        "CLASS_VALUE_FIELD": "kind",
        **dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y"), TILE),
        **dict.fromkeys(("STRIDE_X", "STRIDE_Y"), STRIDE),
        **SPLIT,
        "METADATA_FORMAT": "RCNN_Masks",
    }


@pytest.fixture(scope="module")
def whole(server, parameters, tmp_path_factory):
    """An export that nothing interrupted: its folder, and how it ended."""
    folder = tmp_path_factory.mktemp("whole") / "whole"
    done = server(folder, parameters, batch_bytes=BATCH_BYTES)
    assert done["ended"] == "finished", done
    return folder, done


@pytest.mark.parametrize("threads", [1, 4])
def test_any_number_of_threads_gives_the_same_bytes(server, parameters, whole, tmp_path, threads):
    done = server(tmp_path / "out", parameters, threads=threads)
    assert done["ended"] == "finished"
    assert contents(tmp_path / "out") == contents(whole[0])


def test_a_kill_at_any_step_on_the_disk_is_made_good(server, parameters, whole, tmp_path):
    numbers, events = random.Random("split"), whole[1]["events"]
    moments = [*numbers.sample(range(1, events - 24), 6), *range(events - 22, events, 3)]
    expected = contents(whole[0])
    resumed = 0
    for moment in moments:
        folder = tmp_path / str(moment)
        done = server(folder, parameters, batch_bytes=BATCH_BYTES, kill_at_event=moment)
        assert done["ended"] == "killed", done
        left = contents(folder) if folder.exists() else {}
        assert not {"train/map.txt", "split.json"} & set(left) or JOURNAL_FILE in left or left == expected
        if left == expected:
            continue
        done = server(folder, parameters, batch_bytes=BATCH_BYTES, threads=numbers.choice((1, 3)))
        assert done["ended"] == "finished", done
        assert contents(folder) == expected
        assert [info for info in done["infos"] if info.startswith(("Class 1", "Split: "))] == [
            info for info in whole[1]["infos"] if info.startswith(("Class 1", "Split: "))
        ]
        resumed += any(info.startswith("An earlier run") for info in done["infos"])
    assert resumed > 5


def test_a_resumed_run_does_not_look_at_the_labels_again(server, parameters, whole, tmp_path):
    folder = tmp_path / "out"
    done = server(folder, parameters, batch_bytes=BATCH_BYTES, cancel_at=75.0)
    assert done["ended"] == "cancelled"
    header = json.loads((folder / JOURNAL_FILE).read_bytes().split(b"\n")[0][9:])
    assert header["chosen"]["split"] == split_file(whole[0])
    assert [name for name in SETS if (folder / name / "map.txt").exists()] == []
    header["chosen"]["split"]["blocks"]["train"].pop()  # one that chips meet
    for chosen in (header["chosen"], {"split": 1}, None):
        text = json.dumps({**header, "chosen": chosen}, separators=(",", ":")).encode("ascii")
        rest = (folder / JOURNAL_FILE).read_bytes().partition(b"\n")[2]
        (folder / JOURNAL_FILE).write_bytes(b"%08x %s\n" % (zlib.crc32(text), text) + rest)
        refused = server(folder, parameters, batch_bytes=BATCH_BYTES)
        assert refused["ended"] == "refused"
        assert any(f"{JOURNAL_FILE} is missing or damaged" in each for each in refused["said"]), refused


@pytest.mark.parametrize("given", [{}, {"SPLIT_BLOCK_SIZE": None}, {"VALIDATION_PERCENT": 40}])
def test_an_export_that_is_added_keeps_the_split(tmp_path, given):
    first = split_export(tmp_path / "one", scene(tmp_path, HALVES[0]))
    before, free = split_file(first.path), first.outputs["CHIP_COUNT"]
    second = split_export(first.path, scene(tmp_path, HALVES[1]), START_INDEX=free, **given)
    after = split_file(first.path)
    assert {name: after[name] for name in after if name != "blocks"} == {
        name: before[name] for name in before if name != "blocks"
    }
    for name in SETS:
        assert after["blocks"][name][: len(before["blocks"][name])] == before["blocks"][name]
    places = sorted(tuple(place) for its in after["blocks"].values() for place in its)
    assert places == [(column, row) for column in range(5) for row in range(5)]
    assert sum(map(len, before["blocks"].values())) == 15
    corners = {name: corners_of(first.path / name) for name in SETS}
    for name in SETS:
        others = [corner for other in SETS if other != name for corner in corners[other]]
        assert shared_share(corners[name], others, TILE) == 0.0
    sets = sets_of(first.path)
    stems = sorted(stem for its in sets.values() for stem in its.stems())
    assert stems == [f"{number:09d}" for number in range(free + second.outputs["CHIP_COUNT"])]
    for its in sets.values():
        assert its.accumulated()["NumTiles"] == len(its.stems())
        assert its.accumulated()["NextTileIndex"] == len(stems)
    assert len(json.loads((first.path / "export.json").read_text("utf-8"))["exports"]) == 2


def test_an_export_beside_the_first_has_blocks_left_of_its_origin(tmp_path):
    """The second raster begins above and to the left of the first: its blocks have numbers below 0."""
    first = split_export(tmp_path / "one", scene(tmp_path, HALVES[1]))
    second = split_export(first.path, scene(tmp_path, HALVES[0]), START_INDEX=first.outputs["CHIP_COUNT"])
    rows = {row for its in split_file(first.path)["blocks"].values() for _, row in its}
    assert rows == set(range(-3, 3))  # 80 rows are two blocks and a half
    assert second.outputs["CHIP_COUNT"] > 0
    corners = {name: corners_of(first.path / name) for name in SETS}
    for name in SETS:
        others = [corner for other in SETS if other != name for corner in corners[other]]
        assert not corners[name] or shared_share(corners[name], others, TILE) == 0.0


def add_refused(folder: Path, raster: Path, **parameters) -> str:
    given = {"CLASS_VALUE_FIELD": "kind", **SPLIT, "START_INDEX": 5000, **parameters}
    labels = layer_in_pixels(shapes())
    return refusal(folder, raster, labels, tile=TILE, stride=STRIDE, **given)


def test_another_split_is_not_added(tmp_path):
    raster = scene(tmp_path)
    one = split_export(tmp_path / "one", raster)
    said = add_refused(one.path, raster, SPLIT_SEED=3)
    assert said.endswith(
        "SPLIT_SEED: the export that OUT_FOLDER holds was made with 0, not 3; use the same, or "
        "choose another folder."
    )
    said = add_refused(one.path, raster, SPLIT_BLOCK_SIZE=4.0 * BLOCK)
    assert "SPLIT_BLOCK_SIZE: the export that OUT_FOLDER holds was made with 64, not 128;" in said
    said = add_refused(one.path, raster, VALIDATION_PERCENT=0, TEST_PERCENT=0)
    assert f"OUT_FOLDER: {one.path} holds an export that is split into train, valid and test;" in said
    before = contents(one.path)
    said = add_refused(one.path, raster, START_INDEX=0)
    last = one.outputs["CHIP_COUNT"] - 1
    assert f"START_INDEX: {one.path} holds a finished export of {last + 1} chips;" in said
    assert contents(one.path) == before


def test_a_split_is_not_added_to_what_has_none(tmp_path):
    raster = scene(tmp_path)
    one = split_export(tmp_path / "one", raster, VALIDATION_PERCENT=0, TEST_PERCENT=0)
    assert not (one.path / "split.json").exists()
    assert (one.path / "map.txt").exists()
    said = add_refused(one.path, raster)
    assert f"OUT_FOLDER: {one.path} holds an export without a split;" in said


def test_a_split_without_its_file_is_not_added_to(tmp_path):
    raster = scene(tmp_path)
    one = split_export(tmp_path / "one", raster)
    (one.path / "split.json").unlink()
    assert f"OUT_FOLDER: {one.path} holds an export whose split.json is missing" in add_refused(
        one.path, raster
    )


def test_a_set_that_is_a_link_is_refused(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "valid").symlink_to(tmp_path / "elsewhere")
    assert f"{tmp_path / 'out' / 'valid'} is a link to another folder" in add_refused(
        tmp_path / "out", scene(tmp_path), START_INDEX=0
    )
    assert not any((tmp_path / "elsewhere").iterdir())


def test_anything_in_the_split_file_is_used_or_refused(tmp_path):
    document = {
        "crs": "EPSG:31985",
        "origin": [1.0, 2.5],
        "block_size": [3.0, 4.0],
        "seed": 1,
        "salt": 99,
        "blocks": {"train": [[0, 0], [1, -7]], "valid": [[2, 0]], "test": []},
    }
    used, count = set(), 0
    for name, content in json_variants(document):
        count += 1
        (tmp_path / "split.json").write_bytes(content)
        try:
            split = StoredSplit.read(tmp_path)
        except ExportError as error:
            assert str(error).startswith(f"OUT_FOLDER: {tmp_path} ")
            assert "split.json" in str(error)
        else:
            used.add(name)
            assert split.lattice.width > 0
            assert 0 <= split.salt < 100
            b"".join(split.parts())
    assert count > 100
    assert 0 < len(used) < count / 2
    (tmp_path / "split.json").write_text(
        json.dumps({**document, "blocks": {**document["blocks"], "test": [[1, -7]]}})
    )
    with pytest.raises(ExportError, match="it names a block twice"):
        StoredSplit.read(tmp_path)
    split = StoredSplit.of(document)
    assert json.loads(b"".join(split.parts())) == document
