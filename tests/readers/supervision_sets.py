"""Read COCO and YOLO exports with supervision, each set's folder as it is."""

from pathlib import Path

import supervision
from reading import packed, report, sets

CORNERS = supervision.config.ORIENTED_BOX_COORDINATES


def read(folder: Path) -> dict:
    """Size and objects of each chip, by set and stem."""
    return {name: _read(folder, place) for name, place in sets(folder).items()}


def _read(folder: Path, place: Path) -> dict:
    dataset = _opened(folder, place)
    chips = {}
    for path, image, found in dataset:
        objects = []
        for number, (box, class_id) in enumerate(zip(found.xyxy, found.class_id)):
            each = {"class": dataset.classes[class_id], "box": box.tolist()}
            if found.mask is not None:
                each["mask"] = packed(found.mask[number])
            if CORNERS in found.data:
                each["corners"] = found.data[CORNERS][number].tolist()
            objects.append(each)
        chips[Path(path).stem] = {"size": list(image.shape[:2]), "objects": objects}
    return chips


def _opened(folder: Path, place: Path) -> supervision.DetectionDataset:
    images = str(place / "images")
    if (place / "labels.json").exists():
        return supervision.DetectionDataset.from_coco(images, str(place / "labels.json"), force_masks=True)
    return supervision.DetectionDataset.from_yolo(
        images,
        str(place / "labels"),
        str(folder / "data.yaml"),
        is_obb=folder.name.startswith("YOLO_obb"),
    )


report(read)
