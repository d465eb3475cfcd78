"""From a chip to the bytes of its files: one module per format."""

from __future__ import annotations

from .base import ImageWriter, LabelWriter
from .images.mrf import MrfWriter
from .images.png_jpeg import JpegWriter, PngWriter
from .images.tiff import TiffWriter
from .labels.classified_tiles import ClassifiedTilesWriter
from .labels.kitti import KittiWriter
from .labels.pascal_voc import PascalVocWriter
from .labels.rcnn_masks import RcnnMasksWriter

IMAGE_WRITERS: dict[str, type[ImageWriter]] = {
    writer.name: writer for writer in (TiffWriter, PngWriter, JpegWriter, MrfWriter)
}
"""Image formats by their documented name, in the documented order."""

LABEL_WRITERS: dict[str, type[LabelWriter]] = {
    writer.name: writer for writer in (KittiWriter, PascalVocWriter, ClassifiedTilesWriter, RcnnMasksWriter)
}
"""Label formats by their documented name, in the documented order."""
