"""Open image chips with Pillow, OpenCV and tifffile, and keep beside each what they see."""

from pathlib import Path

import cv2
import numpy as np
import tifffile
from PIL import Image
from reading import report

SUFFIXES = {".tif", ".png", ".jpg", ".mrf"}


def read(folder: Path) -> dict:
    """Readers that open each image; what they see stands in ``<image>.<reader>.npy``, red before blue."""
    opened = {}
    for path in sorted(each for each in folder.iterdir() if each.suffix in SUFFIXES):
        opened[path.name] = []
        for name, reader in READERS.items():
            pixels = reader(path)
            if pixels is not None:
                np.save(f"{path}.{name}.npy", pixels)
                opened[path.name].append(name)
    return opened


def _pillow(path: Path) -> np.ndarray | None:
    try:
        with Image.open(path) as image:
            return np.array(image)
    except OSError:  # of images that it does not know, too
        return None


def _opencv(path: Path) -> np.ndarray | None:
    pixels = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    if pixels is None or pixels.ndim == 2 or pixels.shape[2] < 3:
        return pixels
    return pixels[:, :, [2, 1, 0, 3][: pixels.shape[2]]]


def _tifffile(path: Path) -> np.ndarray | None:
    return tifffile.imread(path) if path.suffix == ".tif" else None


def _mask(path: Path) -> np.ndarray | None:
    """Return the mask in a TIFF file, which stands behind the image; Pillow and OpenCV open none."""
    if path.suffix != ".tif":
        return None
    with tifffile.TiffFile(path) as file:
        masks = [page.asarray() for page in file.pages if page.is_mask]
    return masks[0] if masks else None


READERS = {"Pillow": _pillow, "OpenCV": _opencv, "tifffile": _tifffile, "mask": _mask}

report(read)
