"""Masks, class maps and boxes of every kind of label open in other libraries, with equal counts."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from label_scenes import export
from olinda_labels import RADIUS, STRIDE, TILE, OlindaLabels

if TYPE_CHECKING:
    from programs import Scene
    from scenes import Exported

pytest_plugins = ["programs"]

CHECKOUT = Path(__file__).resolve().parents[2]
PYTHON = CHECKOUT / ".venv-readers" / "bin" / "python"
TIMEOUT = 240  # seconds

pytestmark = [
    pytest.mark.usefixtures("qgis_app"),
    pytest.mark.skipif(not PYTHON.exists(), reason=".venv-readers is missing: run make setup"),
]

KINDS = ("polygons", "points", "lines", "class raster")


@pytest.fixture(scope="module")
def exported(olinda: Scene, tmp_path_factory):
    """Return a function that exports a kind of label in a label format."""
    folder = tmp_path_factory.mktemp("exports")
    labels = OlindaLabels(olinda, tmp_path_factory.mktemp("labels"))

    def run(kind: str, metadata_format: str) -> Exported:
        return export(
            folder / f"{kind}-{metadata_format}",
            olinda.three_bands,
            labels.path(kind),
            TILE,
            STRIDE,
            METADATA_FORMAT=metadata_format,
            CLASS_VALUE_FIELD=None if kind == "class raster" else "TIPO",
            BUFFER_RADIUS=RADIUS.get(kind, 0),
        )

    return run


def read_with(script: str, exports: list[Exported]) -> list[dict[str, Any]]:
    """Return what a reader script finds in each export."""
    command = [PYTHON, CHECKOUT / "tests" / "readers" / script, *(str(each.path) for each in exports)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    return [found[str(each.path)] for each in exports]


def rows(exported: Exported) -> dict[str, tuple[int, int, int]]:
    """Return value, images and features (or pixels) of each class, as stats.txt says."""
    lines = exported.stats()
    start = next(place for place, line in enumerate(lines) if line.startswith("cls name")) + 1
    columns = [line.split() for line in lines[start:]]
    return {each[0]: tuple(map(int, each[1:4])) for each in columns}


@pytest.mark.parametrize("metadata_format", ["KITTI_rectangles", "PASCAL_VOC_rectangles"])
def test_datumaro_counts_the_boxes_of_every_kind_of_label(exported, metadata_format):
    exports = [exported(kind, metadata_format) for kind in KINDS]
    for made, found in zip(exports, read_with("datumaro_sets.py", exports)):
        counts = Counter(box[0] for boxes in found["boxes"].values() for box in boxes)
        images = Counter(name for boxes in found["boxes"].values() for name in {box[0] for box in boxes})
        assert len(found["sizes"]) == made.outputs["CHIP_COUNT"] == 16
        assert sum(counts.values()) == made.outputs["FEATURE_COUNT"] > 20
        for value, chips, number in rows(made).values():
            assert images[str(value)] == chips
            if made.accumulated()["OutputFeatures"]:
                assert counts[str(value)] == number


@pytest.mark.parametrize("metadata_format", ["RCNN_Masks", "Classified_Tiles"])
def test_rasterio_finds_label_rasters_on_the_grid_of_their_chip(exported, metadata_format):
    exports = [exported(kind, metadata_format) for kind in KINDS]
    for kind, made, chips in zip(KINDS, exports, read_with("rasterio_labels.py", exports)):
        assert sorted(chips) == made.stems()
        instances, pixels, images = Counter(), Counter(), Counter()
        for chip in chips.values():
            assert chip["epsg"] == 31985
            for name, label in chip["labels"].items():
                assert label["aligned"], (kind, name)
                assert (label["epsg"], label["transform"]) == (31985, chip["transform"])
                assert (label["shape"], label["types"]) == ([TILE, TILE, 1], ["uint8"])
                assert label["nodata"] is None  # 0 is background, not missing
                counts = {int(value): count for value, count in label["counts"].items() if value != "0"}
                instances[name] += len(counts)
                if metadata_format == "RCNN_Masks":
                    counts = {name: sum(counts.values())}
                pixels.update(counts)
                images.update(counts.keys())
        for name, (value, chips_with, number) in rows(made).items():
            key = name if metadata_format == "RCNN_Masks" else value
            if kind == "class raster":
                assert (images[key], pixels[key]) == (chips_with, number)
            elif metadata_format == "RCNN_Masks":
                assert (images[key], instances[key]) == (chips_with, number)
            else:
                assert 0 < images[key] <= chips_with  # a label may lie under others
