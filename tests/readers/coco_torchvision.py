"""Read COCO exports with torchvision, each set's folder as it is."""

from pathlib import Path

from reading import report, sets
from torchvision.datasets import CocoDetection


def read(folder: Path) -> dict:
    """Size and objects of each chip, by set and stem."""
    return {name: _read(place) for name, place in sets(folder).items()}


def _read(folder: Path) -> dict:
    dataset = CocoDetection(str(folder / "images"), str(folder / "labels.json"))
    chips = {}
    for number, (image, target) in zip(dataset.ids, dataset):
        (entry,) = dataset.coco.loadImgs(number)
        chips[Path(entry["file_name"]).stem] = {
            "size": [image.height, image.width],
            "bands": len(image.getbands()),
            "objects": [_object(dataset, each) for each in target],
        }
    return chips


def _object(dataset: CocoDetection, annotation: dict) -> dict:
    left, top, width, height = annotation["bbox"]
    name = dataset.coco.cats[annotation["category_id"]]["name"]
    return {"class": name, "box": [left, top, left + width, top + height]}


report(read)
