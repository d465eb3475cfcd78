"""Which exports are measured."""

from __future__ import annotations

from inputs import MAKERS
from measuring import Case

VOC, KITTI, CLASSES, MASKS = (
    "PASCAL_VOC_rectangles",
    "KITTI_rectangles",
    "Classified_Tiles",
    "RCNN_Masks",
)
OTHERS = (
    *("COCO", "YOLO_detect", "YOLO_segment", "YOLO_obb", "DOTA"),
    *("MultiLabeled_Tiles", "Labeled_Tiles", "Imagenet", "Export_Tiles"),
)
SPARSE = "40,000 x 40,000, 200 features"
FORMATS = [
    *((image, VOC) for image in ("TIFF", "PNG", "JPEG", "MRF")),
    *(("TIFF", label) for label in (KITTI, CLASSES, MASKS)),
]
OVERLAPPING = [("RGB", VOC), ("RGB", MASKS), ("RGB, DEFLATE", VOC)]
"""Inputs and formats that are measured with chips that overlap, too."""

PEERED = {("TIFF", VOC), ("PNG", VOC), ("JPEG", VOC), ("TIFF", CLASSES), ("TIFF", MASKS)}
"""Formats that the scripts write too."""


def of_inputs() -> list[Case]:
    """Return an export of every kind of input, and of the scene's image in other formats."""
    cases = [
        Case(name, "TIFF", CLASSES if "class raster" in name else VOC, only=name == SPARSE) for name in MAKERS
    ]
    more = [Case("RGB", image, label) for image, label in FORMATS[1:] if (image, label) in PEERED]
    more += [Case(name, "TIFF", label, 128) for name, label in OVERLAPPING]
    return sorted(cases + more, key=lambda case: list(MAKERS).index(case.input))


def of_formats() -> list[Case]:
    """Return exports of the scene's image in every format, to set against the cost of their bytes."""
    cases = [Case("RGB", image, label, stride) for stride in (256, 128) for image, label in FORMATS]
    cases += [Case("RGB", "TIFF", label) for label in OTHERS]
    cases += [Case("RGB", image, VOC, threads=1) for image in ("PNG", "JPEG")]
    return [*cases, Case("RGB", "TIFF", VOC, on_disk=True)]
