"""Read COCO exports with pycocotools: boxes, and masks as it decodes polygons and run lengths."""

from pathlib import Path

import numpy as np
from pycocotools.coco import COCO
from reading import packed, report, sets


def read(folder: Path) -> dict:
    """Size and objects of each chip, by set and stem."""
    return {name: _read(place) for name, place in sets(folder).items()}


def _read(folder: Path) -> dict:
    coco = COCO(str(folder / "labels.json"))
    chips = {}
    for image in coco.loadImgs(coco.getImgIds()):
        found = coco.loadAnns(coco.getAnnIds(imgIds=image["id"]))
        chips[Path(image["file_name"]).stem] = {
            "size": [image["height"], image["width"]],
            "objects": [_object(coco, each) for each in found],
        }
    return chips


def _object(coco: COCO, annotation: dict) -> dict:
    category = coco.loadCats(annotation["category_id"])[0]
    left, top, width, height = annotation["bbox"]
    shape = annotation["segmentation"]
    return {
        "class": category["name"],
        "value": category["class_value"],
        "box": [left, top, left + width, top + height],
        "area": annotation["area"],
        "is_runs": isinstance(shape, dict),
        "rings": [] if isinstance(shape, dict) else [np.reshape(ring, (-1, 2)).tolist() for ring in shape],
        "mask": packed(coco.annToMask(annotation)),
    }


report(read)
