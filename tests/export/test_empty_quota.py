"""EMPTY_CHIPS_PERCENT: how many chips without labels are written, and which."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from interruption_server import Server
from label_scenes import contents, layer_in_pixels, refusal
from scenes import Exported, limit, on_map, write_polygons
from split_scenes import SETS, SIZE, STRIDE, TILE, corners_of, scene, sets_of, shapes, split_export

pytestmark = pytest.mark.usefixtures("qgis_app")

WHOLE = {"VALIDATION_PERCENT": 0, "TEST_PERCENT": 0}


@pytest.fixture(scope="module")
def raster(tmp_path_factory) -> Path:
    return scene(tmp_path_factory.mktemp("scene"))


@pytest.fixture(scope="module")
def every(raster, tmp_path_factory) -> Exported:
    """All chips."""
    return split_export(tmp_path_factory.mktemp("w") / "w", raster, **WHOLE)


def empty_of(export: Exported) -> dict[tuple[int, int], bool]:
    """Return of each chip, by its place on the map, whether it shows no label."""
    stems = sorted(export.stems())
    return {corner: not export.boxes(stem) for corner, stem in zip(corners_of(export.path), stems)}


def key(corner: tuple[int, int], seed: int = 0) -> int:
    """Return the number by which a chip is drawn, worked out as the documentation says."""
    numbers = (seed, -1, corner[1], corner[0])
    digest = hashlib.sha256(b"".join(each.to_bytes(8, "little", signed=True) for each in numbers)).digest()
    return int.from_bytes(digest[:8], "big") >> 1


def drawn(every: Exported, percent: int, seed: int = 0) -> set[tuple[int, int]]:
    """Return the chips that are to be written."""
    found = empty_of(every)
    labelled = {corner for corner, empty in found.items() if not empty}
    empty = sorted(set(found) - labelled, key=lambda corner: key(corner, seed))
    return labelled | set(empty[: len(labelled) * percent // 100])


@pytest.mark.parametrize(("percent", "seed"), [(0, 0), (10, 0), (10, 7), (33, 0), (100000, 0)])
def test_the_chips_of_lowest_hash_are_written(raster, every, tmp_path, percent, seed):
    one = split_export(tmp_path / "one", raster, **WHOLE, EMPTY_CHIPS_PERCENT=percent, SPLIT_SEED=seed)
    expected = drawn(every, percent, seed)
    assert set(corners_of(one.path)) == expected
    labelled = sum(not empty for empty in empty_of(every).values())
    empty = len(empty_of(every)) - labelled
    kept = len(expected) - labelled
    assert one.outputs["EMPTY_CHIP_COUNT"] == kept
    assert kept == min(empty, labelled * percent // 100)
    text = f"Chips without labels: {kept} of {empty} are written, for {labelled} with labels "
    assert f"{text}(EMPTY_CHIPS_PERCENT is {percent})." in one.log.infos
    left_out = [info for info in one.log.infos if "because EMPTY_CHIPS_PERCENT limits" in info]
    assert left_out == (
        [f"Chips left out because EMPTY_CHIPS_PERCENT limits those without labels: {empty - kept}."]
        if empty > kept
        else []
    )
    assert not (one.path / "split.json").exists()
    entry = json.loads((one.path / "export.json").read_text("utf-8"))["exports"][0]
    assert entry["parameters"].get("EMPTY_CHIPS_PERCENT") == percent


def test_a_smaller_share_is_part_of_a_larger_one(every):
    assert drawn(every, 5) < drawn(every, 20) < drawn(every, 60)


def test_files_are_those_of_an_export_of_all_chips(raster, every, tmp_path):
    one = split_export(tmp_path / "one", raster, **WHOLE, EMPTY_CHIPS_PERCENT=20)
    twins = dict(zip(corners_of(every.path), sorted(every.stems())))
    for corner, stem in zip(corners_of(one.path), sorted(one.stems())):
        for name in ("images/{}.tif", "labels/{}.txt"):
            mine, its = one.path / name.format(stem), every.path / name.format(twins[corner])
            assert mine.read_bytes() == its.read_bytes()


@pytest.mark.parametrize("batch_bytes", [1, 3 * TILE * SIZE])
@pytest.mark.parametrize("given", [WHOLE, {}])
def test_any_size_of_batches_gives_the_same_bytes(raster, tmp_path, monkeypatch, batch_bytes, given):
    expected = split_export(tmp_path / "one", raster, **given, EMPTY_CHIPS_PERCENT=20)
    limit(monkeypatch, batch_bytes=batch_bytes)
    found = split_export(tmp_path / "two", raster, **given, EMPTY_CHIPS_PERCENT=20)
    assert contents(found.path) == contents(expected.path)


def test_validation_and_test_keep_all_of_theirs(raster, tmp_path):
    one = split_export(tmp_path / "one", raster)
    two = split_export(tmp_path / "two", raster, EMPTY_CHIPS_PERCENT=10)
    for name in SETS[1:]:
        assert corners_of(one.path / name) == corners_of(two.path / name)
    expected = drawn(sets_of(one.path)["train"], 10)
    assert set(corners_of(two.path / "train")) == expected
    assert len(expected) < len(corners_of(one.path / "train"))


def test_an_interrupted_export_goes_on_with_the_same_chips(raster, tmp_path):
    features = [(on_map(wkt), {"kind": value}) for wkt, value in shapes()]
    parameters = {
        "IN_RASTER": raster,
        "IN_CLASS_DATA": write_polygons(tmp_path / "labels.gpkg", features, {"kind": int}),
        "CLASS_VALUE_FIELD": "kind",
        "EMPTY_CHIPS_PERCENT": 30,
        **dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y"), TILE),
        **dict.fromkeys(("STRIDE_X", "STRIDE_Y"), STRIDE),
    }
    server = Server()
    try:
        assert server(tmp_path / "one", parameters, threads=1)["ended"] == "finished"
        for moment in (60, 300, 900):
            folder = tmp_path / str(moment)
            done = server(folder, parameters, batch_bytes=3 * TILE * 50, kill_at_event=moment)
            assert done["ended"] == "killed"
            done = server(folder, parameters, batch_bytes=3 * TILE * 50, threads=4)
            assert done["ended"] == "finished", done
            assert contents(folder) == contents(tmp_path / "one")
    finally:
        server.close()


def test_where_no_chip_without_labels_is_written_it_is_of_no_use(raster, tmp_path):
    only = {**WHOLE, "OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES"}
    one = split_export(tmp_path / "one", raster, **only, EMPTY_CHIPS_PERCENT=10)
    two = split_export(tmp_path / "two", raster, **only)
    assert [each for each in one.log.warnings if each.startswith("EMPTY_CHIPS_PERCENT: ")] == [
        "EMPTY_CHIPS_PERCENT: ONLY_TILES_WITH_FEATURES writes no chip without labels, so it is not used."
    ]
    assert not [each for each in two.log.warnings if each.startswith("EMPTY_CHIPS_PERCENT: ")]
    assert corners_of(one.path) == corners_of(two.path)
    assert not [info for info in one.log.infos if info.startswith("Chips without labels: ")]


def test_what_is_no_share_is_refused(raster, tmp_path):
    said = refusal(tmp_path / "one", raster, layer_in_pixels(shapes()), tile=TILE, EMPTY_CHIPS_PERCENT=-1)
    assert said.endswith("EMPTY_CHIPS_PERCENT: -1 is not a whole number from 0 to 999999999.")
