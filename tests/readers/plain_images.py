"""Open every chip of an export with Pillow and OpenCV, as training programs do."""

import hashlib
from pathlib import Path

import cv2
import numpy as np
from PIL import Image
from reading import images, report, sets


def read(folder: Path) -> dict:
    """What each reader sees of each chip, by set and stem: rows, columns, bands, and a digest."""
    return {name: {path.stem: _seen(path) for path in images(place)} for name, place in sets(folder).items()}


def _seen(path: Path) -> dict:
    with Image.open(path) as image:
        by_pillow = np.array(image)
    by_opencv = cv2.imread(str(path))[:, :, ::-1]
    return {"Pillow": _described(by_pillow), "OpenCV": _described(by_opencv)}


def _described(pixels: np.ndarray) -> list:
    return [*pixels.shape, hashlib.sha256(np.ascontiguousarray(pixels).tobytes()).hexdigest()]


report(read)
