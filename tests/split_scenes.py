"""A scene to split, readers of what was split, and a check that knows nothing of how it was made."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import leak_check
import numpy as np
from label_scenes import export, layer_in_pixels
from scenes import ORIGIN, Exported, noise, rectangle, write_raster

SIZE, TILE, STRIDE, BLOCK = 160, 16, 8, 32
SPLIT = {"VALIDATION_PERCENT": 20, "TEST_PERCENT": 20, "SPLIT_BLOCK_SIZE": 2.0 * BLOCK}
SETS = ("train", "valid", "test")


def shapes(count: int = 60, seed: int = 4) -> list[tuple[str, int]]:
    """Small rectangles of three classes all over the scene."""
    random = np.random.default_rng(seed)
    found = []
    for _ in range(count):
        left, top = random.uniform(0, SIZE - 6, 2)
        width, height = random.uniform(2, 6, 2)
        found.append((rectangle(left, top, left + width, top + height), int(random.integers(1, 4))))
    return found


def scene(folder: Path, rows: slice = slice(0, SIZE)) -> Path:
    """Write some rows of the imagery and return their path."""
    path = folder / f"rows-{rows.start}-{rows.stop}.tif"
    corner = (ORIGIN[0], 2.0, 0.0, ORIGIN[1] - 2.0 * rows.start, 0.0, -2.0)
    return path if path.exists() else write_raster(path, noise(3, SIZE, SIZE)[:, rows], corner)


def split_export(folder: Path, raster: Path, **parameters: Any) -> Exported:
    """Export the scene, split as ``SPLIT`` says."""
    given = {"CLASS_VALUE_FIELD": "kind", **SPLIT, **parameters}
    return export(
        folder, raster, given.pop("labels", None) or layer_in_pixels(shapes()), TILE, STRIDE, **given
    )


def sets_of(folder: Path) -> dict[str, Exported]:
    """Return the sets that are there, by their folder."""
    return {name: Exported(folder / name) for name in SETS if (folder / name).exists()}


def split_file(folder: Path) -> dict[str, Any]:
    """Return what ``split.json`` holds."""
    return json.loads((folder / "split.json").read_text("utf-8"))


def corners_of(folder: Path) -> list[tuple[int, int]]:
    """Return row and column of the first pixel of each chip of a set, from the world files alone."""
    return leak_check.corners_of(folder / "images") if folder.exists() else []
