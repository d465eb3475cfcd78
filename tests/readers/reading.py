"""What the reader scripts share: folders come as arguments, what was read goes out as JSON.

These scripts run in .venv-readers, which has neither QGIS nor pytest.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Callable

IMAGE_SUFFIXES = (".tif", ".png", ".jpg", ".mrf")


def images(folder: Path) -> list[Path]:
    """The image chips of an export."""
    return sorted(path for path in (folder / "images").iterdir() if path.suffix in IMAGE_SUFFIXES)


def link(paths: list[Path], folder: Path) -> None:
    """Put hard links to files into a new folder; datumaro refuses symbolic ones that lead out of its own."""
    folder.mkdir(parents=True)
    for path in paths:
        os.link(path, folder / path.name)


def report(read: Callable[[Path], dict]) -> None:
    """Print what ``read`` returns for each folder in the arguments."""
    found = {folder: read(Path(folder)) for folder in sys.argv[1:]}
    print(json.dumps(found))
