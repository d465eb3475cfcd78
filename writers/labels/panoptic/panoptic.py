"""Panoptic_Segmentation: a raster of class values per chip, and masks of instances per class beside it.

``arcgis.learn`` takes the class map of ``labels`` as Classified_Tiles, and each file of ``labels2`` whose
name has the chip's in it as a mask of RCNN_Masks; the classes of these stand in the model definition under
a key of their own.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from ....chipping.chip import Chip
from ....chipping.classes import ClassTable
from ....chipping.messages import Message
from ...base import EncodedChip
from ...format_context import FormatContext
from ...layout import Layout
from ..classified_tiles import ClassifiedTilesFormat
from ..rcnn_masks import RcnnMasksFormat

_NAME = "Panoptic_Segmentation"
INSTANCES = "instances"
"""What is counted of them."""


class InstanceMasks(RcnnMasksFormat):
    """``labels2/<instance class name>/<stem>.tif``: instance numbers, only of classes that the chip shows."""

    name = _NAME
    layout = Layout(("images", "labels2"))


class PanopticFormat(ClassifiedTilesFormat):
    """``labels/<stem>.tif`` as Classified_Tiles, and ``labels2`` beside it; ``map.txt`` names the first."""

    name = _NAME
    layout = Layout(("images", "labels", "labels2"))
    instances = InstanceMasks

    def __init__(self, context: FormatContext) -> None:
        """Name the folders of the instances."""
        super().__init__(context)
        self._masks = InstanceMasks(replace(context, classes=context.instance_classes or ClassTable(())))

    def encode(self, chip: Chip) -> EncodedChip:
        """Return the label files of a chip."""
        found = super().encode(chip)
        masks = self._masks.encode(replace(chip, labels=chip.labels._replace(masks=chip.labels.instances)))
        counts = {INSTANCES: chip.labels.instance_count}
        return found._replace(files={**found.files, **masks.files}, counts=counts)

    def remarks(self, counts: Mapping[str, int], sets: Collection[str]) -> list[Message]:
        """Return a warning where no chip has an instance."""
        if counts.get(INSTANCES):
            return []
        return [Message("IN_INSTANCE_DATA: no chip shows an instance, so there are no files in labels2.")]
