"""Read exports with supervision, each folder as it is."""

from pathlib import Path

import supervision
from reading import report


def read(folder: Path) -> dict:
    """Sizes of the images and boxes with their class, by stem."""
    dataset = supervision.DetectionDataset.from_pascal_voc(str(folder / "images"), str(folder / "labels"))
    sizes, boxes = {}, {}
    for path, image, detections in dataset:
        stem = Path(path).stem
        sizes[stem] = list(image.shape)
        boxes[stem] = [
            [dataset.classes[class_id], *map(float, corners)]
            for corners, class_id in zip(detections.xyxy, detections.class_id)
        ]
    return {"sizes": sizes, "boxes": boxes}


report(read)
