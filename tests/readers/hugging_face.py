"""Read COCO exports with Hugging Face's datasets: chips and splits from the folder, labels by file name."""

import json
import os
import tempfile
from pathlib import Path

os.environ.update(HF_HUB_OFFLINE="1", HF_HOME=tempfile.mkdtemp(prefix="hugging-face-"))

from datasets import Image, disable_progress_bars, load_dataset
from reading import report

SPLITS = {"train": "train", "validation": "valid", "test": "test"}


def read(folder: Path) -> dict:
    """Size and objects of each chip, by set and stem."""
    disable_progress_bars()
    labels = {}
    for path in folder.rglob("labels.json"):
        labels.update(_labels(path))
    splits = load_dataset("imagefolder", data_dir=str(folder))
    return {SPLITS[name]: _chips(dataset, labels) for name, dataset in splits.items()}


def _labels(path: Path) -> dict:
    coco = json.loads(path.read_text("utf-8"))
    names = {each["id"]: each["name"] for each in coco["categories"]}
    objects = {each["id"]: [] for each in coco["images"]}
    for each in coco["annotations"]:
        left, top, width, height = each["bbox"]
        box = [left, top, left + width, top + height]
        objects[each["image_id"]].append({"class": names[each["category_id"]], "box": box})
    return {each["file_name"]: objects[each["id"]] for each in coco["images"]}


def _chips(dataset, labels: dict) -> dict:
    chips = {}
    for seen, stored in zip(dataset, dataset.cast_column("image", Image(decode=False))):
        path = Path(stored["image"]["path"])
        image = seen["image"].convert("RGB")
        chips[path.stem] = {"size": [image.height, image.width], "objects": labels[path.name]}
    return chips


report(read)
