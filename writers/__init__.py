"""From a chip to the bytes of its files: one module per format."""

from __future__ import annotations

from .base import ImageWriter, LabelWriter
from .classified_tiles import ClassifiedTilesWriter
from .images import JpegWriter, PngWriter
from .kitti import KittiWriter
from .mrf import MrfWriter
from .pascal_voc import PascalVocWriter
from .rcnn_masks import RcnnMasksWriter
from .tiff import TiffWriter

IMAGE_WRITERS: dict[str, type[ImageWriter]] = {
    writer.name: writer for writer in (TiffWriter, PngWriter, JpegWriter, MrfWriter)
}
"""Image formats by their documented name, in the documented order."""

LABEL_WRITERS: dict[str, type[LabelWriter]] = {
    writer.name: writer for writer in (KittiWriter, PascalVocWriter, ClassifiedTilesWriter, RcnnMasksWriter)
}
"""Label formats by their documented name, in the documented order."""
