"""From a chip to the bytes of its files, and back: one module per format."""

from __future__ import annotations

from .base import LabelFormat
from .image_format import ImageFormat
from .images.mrf import MrfFormat
from .images.png_jpeg import JpegFormat, PngFormat
from .images.tiff import TiffFormat
from .labels.classified_tiles import ClassifiedTilesFormat
from .labels.coco import CocoFormat
from .labels.dota import DotaFormat
from .labels.imagenet import ImagenetFormat
from .labels.kitti import KittiFormat
from .labels.labeled_tiles import LabeledTilesFormat
from .labels.multilabeled_tiles import MultiLabeledTilesFormat
from .labels.panoptic.panoptic import PanopticFormat
from .labels.pascal_voc import PascalVocFormat
from .labels.rcnn_masks import RcnnMasksFormat
from .labels.unlabelled.cyclegan import CycleGanFormat
from .labels.unlabelled.export_tiles import ExportTilesFormat
from .labels.yolo import YoloDetectFormat, YoloObbFormat, YoloSegmentFormat

IMAGE_FORMATS: dict[str, type[ImageFormat]] = {
    each.name: each for each in (TiffFormat, PngFormat, JpegFormat, MrfFormat)
}
"""Image formats by their documented name, in the documented order."""

LABEL_FORMATS: dict[str, type[LabelFormat]] = {
    each.name: each
    for each in (
        KittiFormat,
        PascalVocFormat,
        ClassifiedTilesFormat,
        RcnnMasksFormat,
        CocoFormat,
        YoloDetectFormat,
        YoloSegmentFormat,
        YoloObbFormat,
        DotaFormat,
        LabeledTilesFormat,
        MultiLabeledTilesFormat,
        ImagenetFormat,
        ExportTilesFormat,
        CycleGanFormat,
        PanopticFormat,
    )
}
"""Label formats by their documented name, in the documented order."""
