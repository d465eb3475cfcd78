"""An export opens in the libraries that people train with, and they find what its statistics say.

The readers run in .venv-readers, in a process of their own each.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from osgeo import gdal

if TYPE_CHECKING:
    from programs import Exported, OlindaExports, Scene

pytest_plugins = ["programs"]

CHECKOUT = Path(__file__).resolve().parents[2]
PYTHON = CHECKOUT / ".venv-readers" / "bin" / "python"
SCRIPTS = CHECKOUT / "tests" / "readers"
TIMEOUT = 240  # seconds; torch alone takes ten to load on a busy machine

pytestmark = pytest.mark.skipif(not PYTHON.exists(), reason=".venv-readers is missing: run make setup")

_SIDES = ("xmin", "ymin", "xmax", "ymax")


def read_with(script: str, exports: list[Exported]) -> list[dict[str, Any]]:
    """Return what a reader script finds in each export."""
    folders = [str(export.folder) for export in exports]
    done = subprocess.run(
        [PYTHON, SCRIPTS / script, *folders], capture_output=True, text=True, timeout=TIMEOUT, check=False
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    return [found[folder] for folder in folders]


def written_boxes(export: Exported) -> dict[str, list[list[Any]]]:
    """Class and box of each label, by stem, as the label files say."""
    boxes = {}
    for path in sorted((export.folder / "labels").iterdir()):
        text = path.read_text()
        if path.suffix == ".txt":
            rows = [line.split(" ") for line in text.splitlines()]
            assert {len(row) for row in rows} <= {15}
            boxes[path.stem] = [[row[0], *map(float, row[4:8])] for row in rows]
        else:
            columns = [re.findall(f"<{tag}>(.*)</{tag}>", text) for tag in ("name", *_SIDES)]
            boxes[path.stem] = [[name, *map(float, box)] for name, *box in zip(*columns)]
    return boxes


def check(export: Exported, found: dict[str, Any], shift: float = 0.0) -> None:
    """Images and boxes are those that were written, as many as the statistics say.

    Args:
        export: what was written.
        found: what a reader found.
        shift: what the reader takes off left and top.
    """
    expected = {
        stem: [[name, left - shift, top - shift, right, bottom] for name, left, top, right, bottom in boxes]
        for stem, boxes in written_boxes(export).items()
    }
    assert found["boxes"].keys() == expected.keys()
    for stem, boxes in expected.items():
        assert [box[0] for box in found["boxes"][stem]] == [box[0] for box in boxes]
        sides = [side for box in found["boxes"][stem] for side in box[1:]]
        assert sides == pytest.approx([side for box in boxes for side in box[1:]], abs=1e-4)

    accumulated = export.accumulated
    bands = accumulated["NumBands"]
    assert set(map(tuple, found["sizes"].values())) == {(128, 128, bands)}
    assert len(found["sizes"]) == accumulated["NumTiles"]
    per_class = Counter(box[0] for boxes in found["boxes"].values() for box in boxes)
    values = [str(each["ClassValue"]) for each in accumulated["Classes"]]
    assert [per_class[value] for value in values] == accumulated["FeatureStats"]["NumFeaturesPerClass"]
    stats = (export.folder / "stats.txt").read_text().splitlines()
    assert stats[0] == f"images = {len(found['sizes'])} *{bands}*128*128"
    assert stats[3] == f"features = {sum(per_class.values())}"


def test_supervision_reads_the_folder_as_it_is(olinda_export: OlindaExports):
    exports = [olinda_export("PASCAL_VOC_rectangles", chips, 3) for chips in ("TIFF", "PNG", "JPEG")]
    for export, found in zip(exports, read_with("supervision_voc.py", exports)):
        # Supervision takes every VOC file for one that counts pixels from 1, and moves the first corner.
        check(export, found, shift=1.0)


def test_torchvision_reads_kitti_and_voc(olinda_export: OlindaExports):
    exports = [olinda_export("KITTI_rectangles", chips, 3) for chips in ("TIFF", "PNG", "JPEG")]
    exports.append(olinda_export("PASCAL_VOC_rectangles", "JPEG", 3))
    for export, found in zip(exports, read_with("torchvision_sets.py", exports)):
        check(export, found)


def test_datumaro_reads_kitti_and_voc(olinda_export: OlindaExports):
    exports = [olinda_export("KITTI_rectangles", chips, 3) for chips in ("TIFF", "PNG")]
    exports += [olinda_export("PASCAL_VOC_rectangles", chips, 3) for chips in ("TIFF", "JPEG")]
    for export, found in zip(exports, read_with("datumaro_sets.py", exports)):
        check(export, found)


def test_rasterio_finds_chips_on_the_map(olinda_export: OlindaExports, olinda: Scene):
    exports = [olinda_export("KITTI_rectangles", "TIFF", 6), olinda_export("KITTI_rectangles", "PNG", 3)]
    scene = gdal.Open(str(olinda.six_bands))
    left, cell, _, top, _, _ = scene.GetGeoTransform()
    for export, found in zip(exports, read_with("rasterio_chips.py", exports)):
        bands = export.accumulated["NumBands"]
        used = scene.ReadAsArray() if bands == 6 else gdal.Open(str(olinda.three_bands)).ReadAsArray()
        for number, (stem, chip) in enumerate(sorted(found.items())):
            row, column = (96 * place for place in divmod(number, 4))
            assert stem == f"{number:09d}"
            assert (chip["epsg"], chip["types"]) == (31985, ["uint8"])
            assert chip["shape"] == [128, 128, bands]
            place = [cell, 0, left + column * cell, 0, -cell, top - row * cell]
            assert chip["transform"] == pytest.approx(place, abs=1e-4)
            assert chip["sum"] == used[:, row : row + 128, column : column + 128].sum()
