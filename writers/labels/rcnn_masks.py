"""RCNN_Masks: a raster of object numbers per chip and class."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from ...chipping.chip import Chip, Need
from ..base import EncodedFiles, LabelWriter, WriterContext
from .label_rasters import LabelRasters

if TYPE_CHECKING:
    from numpy.typing import NDArray


class RcnnMasksWriter(LabelWriter):
    """Writes ``labels/<class name>/<stem>.tif``, only for classes that the chip shows.

    Pixel = number of the object within this chip and class, 1..n without
    gaps, 0 = background; uint8 up to 255 objects, else uint16 (uint32 past that).
    """

    name = "RCNN_Masks"
    need = Need.MASKS
    folder_names = True
    for_every_chip = False
    class_limits = (1, 2**31 - 1)  # ArcGIS's reader takes 0 for the background and fails

    def __init__(self, context: WriterContext) -> None:
        """Name the class folders."""
        super().__init__(context)
        self._folders = {each.value: f"labels/{each.name}" for each in context.classes}
        self._rasters = LabelRasters(context.profile, ("uint8", "uint16", "uint32"))

    def encode(self, chip: Chip) -> EncodedFiles:
        """Return the masks of a chip, by ascending class value."""
        masks = chip.labels.masks() if chip.labels.masks is not None else {}
        rasters = {self._folders[value]: _smallest(mask) for value, mask in sorted(masks.items())}
        return self._rasters.files(chip, rasters)


def _smallest(mask: NDArray[Any]) -> NDArray[Any]:
    """Return a mask in the smallest pixel type that holds its numbers."""
    return mask if mask.itemsize == 1 else mask.astype(np.min_scalar_type(int(mask.max())), copy=False)
