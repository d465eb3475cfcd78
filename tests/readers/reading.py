"""What the reader scripts share: folders come as arguments, what was read goes out as JSON.

These scripts run in .venv-readers, which has neither QGIS nor pytest.
"""

from __future__ import annotations

import base64
import json
import os
import sys
from pathlib import Path
from typing import Callable

import numpy as np

IMAGE_SUFFIXES = (".tif", ".png", ".jpg", ".mrf")
SETS = ("train", "valid", "test")


def images(folder: Path) -> list[Path]:
    """The image chips of an export."""
    return sorted(path for path in (folder / "images").iterdir() if path.suffix in IMAGE_SUFFIXES)


def sets(folder: Path) -> dict[str, Path]:
    """The folders of an export that hold chips, by the names that readers know them by.

    Returns:
        train, valid and test where there is a split; else the export itself, as "train".
    """
    if (folder / "images").is_dir():
        return {"train": folder}
    return {name: folder / name for name in SETS if (folder / name).is_dir()}


def packed(mask: np.ndarray) -> str:
    """A mask (rows, columns) as text: a bit for each pixel, row by row."""
    return base64.b64encode(np.packbits(np.asarray(mask, bool))).decode("ascii")


def link(paths: list[Path], folder: Path) -> None:
    """Put hard links to files into a new folder; datumaro refuses symbolic ones that lead out of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in paths:
        os.link(path, folder / path.name)


def report(read: Callable[[Path], dict]) -> None:
    """Print what ``read`` returns for each folder in the arguments."""
    found = {folder: read(Path(folder)) for folder in sys.argv[1:]}
    print()
    print(json.dumps(found))
