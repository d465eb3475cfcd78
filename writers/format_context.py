"""What a label format may know of the run."""

from __future__ import annotations

from dataclasses import dataclass

from ..chipping.chip import ImageProfile
from ..chipping.classes import ClassTable

LABEL_RASTER_FORMATS = ("TIFF", "PNG")
"""What label rasters can be."""


@dataclass(frozen=True)
class FormatContext:
    """What a label format may know of the run.

    Attributes:
        profile: what all chips have in common.
        classes: the class table.
        image_suffix: extension of the image chips, with its dot.
        tool: name and version of this tool.
        counts_pixels: labels come from a class raster; outlines follow its pixels.
        label_raster_format: of label rasters, one of ``LABEL_RASTER_FORMATS``.
        instance_classes: the class table of instances that are beside the labels, None for none.
    """

    profile: ImageProfile
    classes: ClassTable
    image_suffix: str
    tool: str
    counts_pixels: bool = False
    label_raster_format: str = LABEL_RASTER_FORMATS[0]
    instance_classes: ClassTable | None = None
