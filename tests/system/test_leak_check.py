"""A program of its own finds no pixel that two splits share, and many where chips are drawn at random."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from label_scenes import layer_in_pixels
from scenes import noise, rectangle, run, write_raster

SCRIPT = Path(__file__).resolve().parent.parent / "leak_check.py"
SIZE = 2560


@pytest.fixture(scope="module")
def exports(qgis_app, tmp_path_factory) -> Path:
    """A split export with the default tile and stride, and one without a split."""
    folder = tmp_path_factory.mktemp("leak")
    random = np.random.default_rng(2)
    places = random.uniform(0, SIZE - 30, (200, 2)).tolist()
    labels = layer_in_pixels([(rectangle(x, y, x + 30, y + 30), 1) for x, y in places])
    raster = write_raster(folder / "in.tif", noise(1, SIZE, SIZE))
    given = {"IN_RASTER": raster, "IN_CLASS_DATA": labels}
    run(folder / "split", **given, VALIDATION_PERCENT=20, TEST_PERCENT=10, SPLIT_BLOCK_SIZE=2.0 * 512)
    run(folder / "whole", **given)
    return folder


def check(folder: Path, *arguments: str) -> tuple[int, dict[str, float]]:
    """Run the program; return its exit code and the percentages by what they are of."""
    command = [sys.executable, str(SCRIPT), str(folder), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert not done.stderr
    lines = [re.fullmatch(r"(.*): ([\d.]+) % of its pixels .*", line) for line in done.stdout.splitlines()]
    return done.returncode, {line[1]: float(line[2]) for line in lines}


def test_a_split_shares_no_pixel(exports):
    assert check(exports / "split") == (0, {"train": 0.0, "valid": 0.0, "test": 0.0})


def test_a_random_tenth_shares_nearly_all(exports):
    code, shares = check(exports / "whole", "--random", "10")
    assert code == 1
    assert shares["a random 10 %"] > 98.0


def test_one_chip_in_the_wrong_folder_is_found(exports, tmp_path):
    for name in ("train", "valid", "test"):
        (tmp_path / name / "images").mkdir(parents=True)
        for world in (exports / "split" / name / "images").glob("*.tfw"):
            (tmp_path / name / "images" / world.name).write_bytes(world.read_bytes())
    moved = sorted((tmp_path / "train" / "images").iterdir())[40]
    moved.rename(tmp_path / "valid" / "images" / moved.name)
    code, shares = check(tmp_path)
    assert code == 1
    assert shares["valid"] > 0
    assert shares["test"] == 0
