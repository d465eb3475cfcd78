"""Other processes make the chips, and the files are the same."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from label_scenes import contents, export, layer_in_pixels, write_class_raster
from scenes import METADATA_CHOICES, Log, limit, noise, rectangle, write_raster
from split_scenes import SPLIT

from training_data_exporter.export import crew
from training_data_exporter.export.workers import process

pytestmark = pytest.mark.usefixtures("qgis_app")

SIZE, TILE, STRIDE = 96, 16, 8
BLOCKED = """
import sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("qgis", "processing"):
            raise ImportError(name)
sys.meta_path.insert(0, Blocker())
"""
LATE = """
import random, time
from {tasks} import Tasks
for name in ("_count", "_write"):
    def slow(self, *values, call=getattr(Tasks, name)):
        time.sleep(random.random() / 50)
        return call(self, *values)
    setattr(Tasks, name, slow)
"""
KINDS = {
    "nodata": {},
    "only": {"METADATA_TILES": "ONLY_TILES_WITH_FEATURES"},
}


def shapes() -> list[tuple[str, int]]:
    """Rectangles and stars; corners lie on the borders of chips, too."""
    numbers = np.random.default_rng(3)
    found = [(rectangle(8, 8, 24, 32), 1), (rectangle(16, 40, 40, 56), 2)]
    for place in range(30):
        x, y = numbers.uniform(0, SIZE - 12, 2)
        width, height = numbers.uniform(1, 12, 2)
        found.append((rectangle(x, y, x + width, y + height), place % 3 + 1))
    return found


@pytest.fixture(scope="module")
def rasters(tmp_path_factory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("rasters")
    pixels = noise(3, SIZE, SIZE)
    pixels[:, 30:70, 40:] = 7
    values = np.kron(noise(1, SIZE // 8, SIZE // 8)[0] // 80, np.ones((8, 8), np.uint8)).astype(np.uint8)
    return {
        "image": write_raster(folder / "in.tif", pixels, nodata=7),
        "classes": write_class_raster(folder / "classes.tif", values),
        "sixteen": write_raster(folder / "sixteen.tif", noise(4, SIZE, SIZE, "uint16"), nodata=0),
    }


CASES: dict[str, dict[str, Any]] = {
    **{f"features {name}": {"METADATA_FORMAT": name} for name in METADATA_CHOICES},
    **{f"class raster {name}": {"METADATA_FORMAT": name, "labels": "classes"} for name in METADATA_CHOICES},
    "only, JPEG": {"TILES_WITH_FEATURES_ONLY": True, "IMAGE_CHIP_FORMAT": "JPEG"},
    "PNG": {"IMAGE_CHIP_FORMAT": "PNG"},
    "MRF": {"IMAGE_CHIP_FORMAT": "MRF"},
    "split and quota": {**SPLIT, "EMPTY_CHIPS_PERCENT": 50, "METADATA_FORMAT": "COCO"},
    "stretch": {
        "raster": "sixteen",
        "STRETCH": "MINIMUM_MAXIMUM",
        "IMAGE_CHIP_FORMAT": "PNG",
        "BANDS": "4,1,2",
    },
    "cell": {"CELL_SIZE": 3.0, "METADATA_FORMAT": "RCNN_Masks"},
    "mask": {"IN_MASK_POLYGONS": "mask", "MASK_MODE": "BLACKEN_OUTSIDE"},
    "compressed": {"TIFF_COMPRESSION": "DEFLATE", "METADATA_FORMAT": "Classified_Tiles"},
}


def exported(
    folder: Path, rasters: dict[str, Path], workers: int, log: Log | None = None, **case: Any
) -> dict[str, bytes]:
    """Export a case and return the files."""
    given = {"CLASS_VALUE_FIELD": "kind", **case, "WORKERS": workers}
    labels = given.pop("labels", None)
    raster = rasters[given.pop("raster", "image")]
    if given.get("IN_MASK_POLYGONS"):
        given["IN_MASK_POLYGONS"] = layer_in_pixels([("POLYGON ((5 5, 90 10, 70 85, 20 80, 5 5))", 1)])
    if labels:
        del given["CLASS_VALUE_FIELD"]
    export(
        folder,
        raster,
        rasters[labels] if labels else layer_in_pixels(shapes()),
        TILE,
        STRIDE,
        log=log,
        **given,
    )
    return {name: data for name, data in contents(folder).items() if name != "export.json"}


@pytest.fixture
def helped(monkeypatch):
    """Have helpers from the first batch on, and count the batches that they were given."""
    limit(monkeypatch, batch_bytes=3 * TILE * SIZE, helper_seconds=0.0, commit_seconds=0.0, commit_share=0.0)
    given: list[int] = []

    class Counted(crew.BatchAway):
        def __init__(self, read, *others):
            super().__init__(read, *others)
            given.append(read.number)

    monkeypatch.setattr(crew, "BatchAway", Counted)
    begin = BLOCKED + process._BEGIN
    monkeypatch.setattr(process.ChildProcess.__init__, "__defaults__", (("-c", begin), ()))
    return given


@pytest.mark.parametrize("name", CASES)
def test_the_files_are_the_same(tmp_path, rasters, helped, name):
    log = Log()
    mine = exported(tmp_path / "mine", rasters, 1, **CASES[name])
    assert not helped
    theirs = exported(tmp_path / "theirs", rasters, 2, log=log, **CASES[name])
    assert theirs == mine
    assert len(helped) >= 5
    assert not [text for text in log.infos if "WORKERS" in text]
