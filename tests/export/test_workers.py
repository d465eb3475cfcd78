"""Other processes make the chips, and the files are the same."""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from label_scenes import contents, export, layer_in_pixels, write_class_raster
from osgeo import gdal
from qgis.core import QgsRasterLayer
from scenes import METADATA_CHOICES, ORIGIN, UTM, Log, limit, noise, rectangle, write_raster
from split_scenes import SPLIT
from without_qgis import BLOCKED

from training_data_exporter.export import loop
from training_data_exporter.export.workers import children, crew, helper, process, staff
from training_data_exporter.writers import LABEL_FORMATS

pytestmark = pytest.mark.usefixtures("qgis_app")

SIZE, TILE, STRIDE = 96, 16, 8
SHEARED = (288776.0, 1.9, 0.3, 9120760.0, -0.2, -2.1)
LATE = """
import random, time
from {tasks} import Tasks
for each in ("_count", "_write", "_look"):
    def slow(self, *values, call=getattr(Tasks, each)):
        time.sleep(random.random() / 50)
        return call(self, *values)
    setattr(Tasks, each, slow)
"""


def shapes() -> list[tuple[str, int]]:
    """Rectangles and stars; corners lie on the borders of chips, too."""
    numbers = np.random.default_rng(3)
    found = [(rectangle(8, 8, 24, 32), 1), (rectangle(16, 40, 40, 56), 2)]
    found.append(("POLYGON ((64 16, 80 24, 72 40, 68 27, 64 16))", 2))
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
        "elsewhere": write_class_raster(folder / "elsewhere.tif", values, crs="EPSG:32725"),
        "sheared": write_raster(folder / "sheared.tif", pixels, transform=SHEARED, nodata=7),
        "sixteen": write_raster(folder / "sixteen.tif", noise(4, SIZE, SIZE, "uint16"), nodata=0),
    }


ONE_RASTER = [name for name in METADATA_CHOICES if name not in ("CycleGAN", "Panoptic_Segmentation")]
CASES: dict[str, dict[str, Any]] = {
    **{f"features {name}": {"METADATA_FORMAT": name} for name in ONE_RASTER},
    **{
        f"class raster {name}": {"METADATA_FORMAT": name, "labels": "classes"}
        for name in ONE_RASTER
        if not LABEL_FORMATS[name].is_of_features
    },
    "two rasters CycleGAN": {"METADATA_FORMAT": "CycleGAN", "IN_RASTER2": "sixteen", **SPLIT},
    "panoptic": {
        "METADATA_FORMAT": "Panoptic_Segmentation",
        "labels": "classes",
        "IN_INSTANCE_DATA": "shapes",
        "INSTANCE_CLASS_VALUE_FIELD": "kind",
        **SPLIT,
    },
    "turned second raster": {
        "METADATA_FORMAT": "Classified_Tiles",
        "IN_RASTER2": "sixteen",
        "ROTATION_ANGLE": 60,
    },
    "turned": {"ROTATION_ANGLE": 45, "METADATA_FORMAT": "RCNN_Masks"},
    "turned, split and quota": {**SPLIT, "EMPTY_CHIPS_PERCENT": 50, "ROTATION_ANGLE": 90},
    "features alone": {
        "METADATA_FORMAT": "Imagenet",
        "BLACKEN_AROUND_FEATURE": True,
        "IMAGE_CHIP_FORMAT": "PNG",
    },
    "turned envelopes": {
        "CROP_MODE": "BOUNDING_BOX",
        "METADATA_FORMAT": "Labeled_Tiles",
        "ROTATION_ANGLE": 30,
    },
    "only, JPEG": {"OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES", "IMAGE_CHIP_FORMAT": "JPEG"},
    "left out": {
        "METADATA_FORMAT": "RCNN_Masks",
        "MIN_OBJECT_SIZE": 3.0,
        "MIN_POLYGON_OVERLAP_RATIO": 0.4,
    },
    "classes of another CRS": {"labels": "elsewhere", "METADATA_FORMAT": "RCNN_Masks"},
    "classes of another CRS, turned": {
        "labels": "elsewhere",
        "METADATA_FORMAT": "Classified_Tiles",
        "ROTATION_ANGLE": 60,
    },
    "classes, turned": {"labels": "classes", "ROTATION_ANGLE": 45},
    "classes within a mask": {
        "labels": "classes",
        "IN_MASK_POLYGONS": "mask",
        "MASK_MODE": "BLACKEN_OUTSIDE",
        "OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES",
    },
    "left out of classes": {"labels": "classes", "MIN_OBJECT_SIZE": 9.0},
    "left out, turned": {"MIN_OBJECT_SIZE": 3.0, "ROTATION_ANGLE": 45},
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
    "second raster": {"IN_RASTER2": "sixteen", "METADATA_FORMAT": "Classified_Tiles"},
    "second raster alone": {"IN_RASTER2": "sixteen", "METADATA_FORMAT": "Export_Tiles", "EXTENT": "part"},
    "compressed": {"TIFF_COMPRESSION": "DEFLATE", "METADATA_FORMAT": "Classified_Tiles"},
    "rows and columns": {"raster": "sheared", "REFERENCE_SYSTEM": "PIXEL_SPACE"},
    "rows and columns, turned": {
        "raster": "sheared",
        "REFERENCE_SYSTEM": "PIXEL_SPACE",
        "METADATA_FORMAT": "RCNN_Masks",
        "ROTATION_ANGLE": 90,
    },
}


def exported(
    folder: Path, rasters: dict[str, Path], workers: int | None, log: Log | None = None, **case: Any
) -> dict[str, bytes]:
    """Export a case and return the files."""
    given = {"CLASS_VALUE_FIELD": "kind", **case, "WORKERS": workers}
    labels = given.pop("labels", None)
    raster = rasters[given.pop("raster", "image")]
    if given.get("IN_MASK_POLYGONS"):
        given["IN_MASK_POLYGONS"] = layer_in_pixels([("POLYGON ((5 5, 90 10, 70 85, 20 80, 5 5))", 1)])
    if given.get("IN_INSTANCE_DATA"):
        given["IN_INSTANCE_DATA"] = layer_in_pixels(shapes())
    if given.get("IN_RASTER2"):
        given["IN_RASTER2"] = rasters[given["IN_RASTER2"]]
    if given.get("EXTENT"):
        left, top = ORIGIN
        given["EXTENT"] = f"{left + 6},{left + 171},{top - 190},{top - 4} [{UTM}]"
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


def told_of_labels(log: Log) -> list[str]:
    """Return what an export has told of labels that are left out, and what it has warned of."""
    return [*(text for text in log.infos if "left out" in text), *log.warnings]


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
    begin_with(monkeypatch, "")
    return given


def begin_with(patch: pytest.MonkeyPatch, code: str) -> None:
    """Have children without QGIS run some code before they are ready."""
    begin = BLOCKED + process._BEGIN.replace("import_module(name", f"{code}\nimport_module(name")
    patch.setattr(process.ChildProcess.__init__, "__defaults__", (("-c", begin), ()))


@pytest.mark.parametrize("name", CASES)
def test_the_files_are_the_same(tmp_path, rasters, helped, monkeypatch, name):
    log, alone = Log(), Log()
    if "IN_RASTER2" in CASES[name]:  # 3 bytes of a pixel, and 8
        limit(monkeypatch, batch_bytes=11 * TILE * SIZE)
    mine = exported(tmp_path / "mine", rasters, 1, log=alone, **CASES[name])
    assert not helped
    theirs = exported(tmp_path / "theirs", rasters, 2, log=log, **CASES[name])
    assert theirs == mine
    assert told_of_labels(log) == told_of_labels(alone)
    assert told_of_labels(log) or "left out" not in name
    assert len(helped) >= 4
    assert not [text for text in log.infos if "WORKERS" in text]


@pytest.mark.parametrize("name", ["features RCNN_Masks", "features COCO", "turned", "turned envelopes"])
def test_shapes_of_many_points_are_cut_there_too(tmp_path, rasters, helped, monkeypatch, name):
    for place in ("feature_reader", "areas"):
        monkeypatch.setattr(f"training_data_exporter.labels.features.{place}.HEAVY_BYTES", 0)
    mine = exported(tmp_path / "mine", rasters, 1, **CASES[name])
    assert exported(tmp_path / "theirs", rasters, 2, **CASES[name]) == mine
    assert len(helped) >= 4


@pytest.mark.parametrize("name", ["features RCNN_Masks", "features COCO", "left out", "turned"])
def test_what_has_to_be_made_valid_comes_back(tmp_path, rasters, helped, monkeypatch, name):
    """Where GEOS gives up on a shape, its batch is made here, and the helper goes on."""
    alone, log, back = Log(), Log(), []
    mine = exported(tmp_path / "mine", rasters, 1, log=alone, **CASES[name])
    begin_with(
        monkeypatch,
        "import training_data_exporter.labels.geos_clip as geos_clip; geos_clip.clip = lambda wkb, box: None",
    )
    again = crew.Crew._again
    monkeypatch.setattr(crew.Crew, "_again", lambda self, read: back.append(read) or again(self, read))
    assert exported(tmp_path / "theirs", rasters, 2, log=log, **CASES[name]) == mine
    assert 0 < len(back) < len(helped)
    assert told_of_labels(log) == told_of_labels(alone)
    assert not [text for text in log.infos if "WORKERS" in text]


@pytest.mark.parametrize("workers", [3, 5])
def test_helpers_that_are_late_change_nothing(tmp_path, rasters, helped, monkeypatch, workers):
    mine = exported(tmp_path / "mine", rasters, 1, **CASES["split and quota"])
    tasks = "training_data_exporter.export.workers.tasks"
    begin_with(monkeypatch, LATE.format(tasks=tasks))
    assert exported(tmp_path / "theirs", rasters, workers, **CASES["split and quota"]) == mine
    assert len(helped) >= 5


@pytest.mark.parametrize("seed", range(12))
def test_a_helper_that_is_killed_is_done_without(tmp_path, rasters, helped, monkeypatch, seed):
    numbers = random.Random(seed)
    mine = exported(tmp_path / "mine", rasters, 1)
    doomed = numbers.sample(range(1, 13), numbers.choice((1, 2)))
    asked: list[str] = []

    class Doomed(helper.Helper):
        def told(self, task, parts):
            asked.append(task)
            if len(asked) in doomed:
                self._child._process.kill()
            return super().told(task, parts)

    monkeypatch.setattr(children, "Helper", Doomed)
    log = Log()
    assert exported(tmp_path / "theirs", rasters, 2, log=log, **CASES["features RCNN_Masks"]) == exported(
        tmp_path / "again", rasters, 1, **CASES["features RCNN_Masks"]
    )
    assert mine
    said = [text for text in log.infos if "WORKERS" in text]
    assert said
    killed = ("it ended with -9", "the end is missing")
    assert all(text.startswith("WORKERS: a worker process ") for text in said)
    assert all(any(reason in text for reason in killed) for text in said), said


def test_a_helper_that_cannot_write_leaves_it_to_this_process(tmp_path, rasters, helped, monkeypatch):
    mine = exported(tmp_path / "mine", rasters, 1)
    fails = """
from training_data_exporter.export.workers.tasks import Tasks
def _write(self, *values):
    raise OSError(28, "No space left on device")
Tasks._write = _write
"""
    begin_with(monkeypatch, fails)
    log = Log()
    assert exported(tmp_path / "theirs", rasters, 2, log=log) == mine
    (said,) = [text for text in log.infos if "WORKERS" in text]
    assert said == (
        "WORKERS: a worker process was lost (OSError: [Errno 28] No space left on device); what it was at "
        "was done again."
    )


@pytest.mark.parametrize(
    ("begin", "reason"),
    [
        ("raise SystemExit('no numpy here')", "it ended with 1: no numpy here"),
        ("sys.version_info = (3, 1, 0)", "it is another one"),
    ],
)
def test_a_helper_that_cannot_begin_is_said(tmp_path, rasters, helped, monkeypatch, begin, reason):
    mine = exported(tmp_path / "mine", rasters, 1)
    begin_with(monkeypatch, begin)
    log = Log()
    assert exported(tmp_path / "theirs", rasters, 2, log=log) == mine
    assert not helped
    (said,) = [text for text in log.infos if "WORKERS" in text]
    assert said.startswith("WORKERS: a worker process could not be used (")
    assert reason in said


def test_without_a_python_this_process_exports(tmp_path, rasters, helped, monkeypatch):
    monkeypatch.setattr(children, "interpreters", lambda running: [])
    log = Log()
    assert exported(tmp_path / "theirs", rasters, 2, log=log)
    assert "no Python was found beside QGIS" in " ".join(log.infos)
    assert not helped


def test_the_next_python_is_tried(tmp_path, rasters, helped, monkeypatch):
    right, wrong = tmp_path / "right", tmp_path / "python3"
    wrong.write_text("#!/bin/sh\necho 'no module' >&2\nexit 1\n")
    wrong.chmod(0o755)
    monkeypatch.setattr(children, "interpreters", lambda running: [wrong, Path(sys.executable)])
    log = Log()
    assert exported(right, rasters, 2, log=log) == exported(tmp_path / "mine", rasters, 1)
    assert helped
    assert not [text for text in log.infos if "WORKERS" in text]


def test_pixels_in_memory_stay_here(tmp_path, rasters, helped):
    gdal.GetDriverByName("GTiff").CreateCopy("/vsimem/in.tif", gdal.Open(str(rasters["image"]))).FlushCache()
    try:
        log = Log()
        theirs = exported(
            tmp_path / "theirs", {**rasters, "image": QgsRasterLayer("/vsimem/in.tif", "in")}, 2, log=log
        )
    finally:
        gdal.Unlink("/vsimem/in.tif")
    assert theirs == exported(tmp_path / "mine", rasters, 1)
    assert not helped
    assert "only this process can read /vsimem/in.tif" in " ".join(log.infos)


def test_a_short_export_starts_nobody(tmp_path, rasters, helped, monkeypatch):
    limit(monkeypatch, helper_seconds=3.0)
    monkeypatch.setattr(children, "ChildProcess", None)
    assert exported(tmp_path / "out", rasters, 2)


def test_a_long_export_starts_helpers_by_itself(tmp_path, rasters, helped, monkeypatch):
    limit(monkeypatch, helper_seconds=1e-6, batch_chips=8)
    monkeypatch.setattr(staff, "_FIRST_SECONDS", 0.0)
    mine = exported(tmp_path / "mine", rasters, 1)
    take = loop.Export._take

    def slow(self, outcome):
        time.sleep(0.3)
        take(self, outcome)

    monkeypatch.setattr(loop.Export, "_take", slow)
    assert exported(tmp_path / "theirs", rasters, 2) == mine
    assert 4 < len(helped) < 16


def test_cancel_ends_the_helpers(tmp_path, rasters, helped, monkeypatch):
    made: list[process.ChildProcess] = []

    class Kept(process.ChildProcess):
        def __init__(self, *given, **named):
            super().__init__(*given, **named)
            made.append(self)

    monkeypatch.setattr(children, "ChildProcess", Kept)
    export(
        tmp_path / "out",
        rasters["image"],
        layer_in_pixels(shapes()),
        TILE,
        STRIDE,
        log=Log(cancel_at=30),
        CLASS_VALUE_FIELD="kind",
        WORKERS=2,
    )
    assert not (tmp_path / "out" / "map.txt").exists()
    assert len(made) == 2
    assert all(child._process.returncode is not None for child in made)
    assert not list((tmp_path / "out").rglob("*.part"))
    assert exported(tmp_path / "out", rasters, 1) == exported(tmp_path / "mine", rasters, 1)


def test_strips_wider_than_a_batch_are_read_by_one_process(tmp_path, rasters, helped, monkeypatch):
    pixels = noise(3, 64, 1024)
    wide, tiled = write_raster(tmp_path / "wide.tif", pixels), tmp_path / "tiled.tif"
    options = ["TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=64"]
    gdal.GetDriverByName("GTiff").CreateCopy(str(tiled), gdal.Open(str(wide)), options=options).FlushCache()
    limit(monkeypatch, batch_bytes=3 * TILE * 256)
    one = exported(tmp_path / "wide", {"image": wide}, 2)
    assert not helped
    other = exported(tmp_path / "tiled", {"image": tiled}, 2)
    assert helped
    assert {name: one[name] for name in one if name.startswith("images/")} == {
        name: other[name] for name in other if name.startswith("images/")
    }


def blocky(folder, rows):
    """Return a raster of blocks of 64 columns and some rows."""
    path = folder / f"blocks_{rows}.tif"
    plain = write_raster(folder / "plain.tif", noise(3, 192, 192))
    options = ["TILED=YES", "BLOCKXSIZE=64", f"BLOCKYSIZE={rows}"]
    gdal.GetDriverByName("GTiff").CreateCopy(str(path), gdal.Open(str(plain)), options=options).FlushCache()
    return path


def test_blocks_of_many_batches_are_read_by_one_process(tmp_path, rasters, helped, monkeypatch):
    """80 rows are more than four batches of 16, 64 are not."""
    limit(monkeypatch, batch_bytes=3 * TILE * 192)
    exported(tmp_path / "high", {"image": blocky(tmp_path, 80)}, 2)
    assert not helped
    exported(tmp_path / "low", {"image": blocky(tmp_path, 64)}, 2)
    assert helped


def test_how_long_an_export_takes_is_not_told_by_its_first_blocks(tmp_path, rasters, helped, monkeypatch):
    """64 rows of a block are the first of 8 rows of chips: of one batch of one row, and four of two."""
    limit(monkeypatch, batch_bytes=3 * TILE * 192, helper_seconds=1e-6)
    monkeypatch.setattr(staff, "_FIRST_SECONDS", 0.0)
    take = loop.Export._take

    def slow(self, outcome):
        time.sleep(0.6)
        take(self, outcome)

    monkeypatch.setattr(loop.Export, "_take", slow)
    exported(tmp_path / "out", {"image": blocky(tmp_path, 64)}, 2)
    assert helped
    assert min(helped) >= 5
