"""Exports that are split into train, valid and test."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from label_scenes import DATASET_FILES, METADATA_FORMATS, contents, export, layer_in_pixels, refusal
from scenes import ORIGIN, Exported, Log, limit, noise, rectangle, run, write_raster

pytestmark = pytest.mark.usefixtures("qgis_app")

SIZE, TILE, STRIDE, BLOCK = 160, 16, 8, 32
SPLIT = {"VALIDATION_PERCENT": 20, "TEST_PERCENT": 20, "SPLIT_BLOCK_SIZE": 2.0 * BLOCK}
SETS = ("train", "valid", "test")


def shapes(count: int = 60, seed: int = 4) -> list[tuple[str, int]]:
    random = np.random.default_rng(seed)
    found = []
    for _ in range(count):
        left, top = random.uniform(0, SIZE - 6, 2)
        width, height = random.uniform(2, 6, 2)
        found.append((rectangle(left, top, left + width, top + height), int(random.integers(1, 4))))
    return found


@pytest.fixture(scope="module")
def raster(tmp_path_factory) -> Path:
    return write_raster(tmp_path_factory.mktemp("scene") / "in.tif", noise(3, SIZE, SIZE))


def split_export(folder: Path, raster: Path, **parameters) -> Exported:
    labels = layer_in_pixels(shapes())
    given = {"CLASS_VALUE_FIELD": "kind", **SPLIT, **parameters}
    return export(folder, raster, labels, TILE, STRIDE, **given)


def sets_of(folder: Path) -> dict[str, Exported]:
    return {name: Exported(folder / name) for name in SETS if (folder / name).exists()}


@pytest.mark.parametrize("metadata_format", METADATA_FORMATS)
def test_each_split_is_a_whole_set(raster, tmp_path, metadata_format):
    one = split_export(tmp_path / "one", raster, METADATA_FORMAT=metadata_format)
    sets = sets_of(one.path)
    assert list(sets) == list(SETS)
    classes = [each.model()["Classes"] for each in sets.values()]
    assert classes[0] == classes[1] == classes[2]
    stems = sorted(stem for each in sets.values() for stem in each.stems())
    assert stems == [f"{number:09d}" for number in range(one.outputs["CHIP_COUNT"])]
    for each in sets.values():
        assert {name for name in DATASET_FILES if (each.path / name).exists()} == set(DATASET_FILES)
        assert each.accumulated()["NumTiles"] == len(each.stems())
        assert each.accumulated()["NextTileIndex"] == len(stems)
        assert each.stems() == sorted(each.stems())
    assert {path.name for path in one.path.iterdir()} == {*SETS, "split.json"}
