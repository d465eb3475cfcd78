"""RCNN_Masks: a raster of object numbers per chip and class."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import numpy as np

from ...chipping.chip import Chip, Need
from ...chipping.classes import ClassTable, LabelClass
from ...chipping.messages import Message
from ..base import EncodedChip, LabelFormat
from ..dataset.reading import Entry, SetReader
from ..format_context import FormatContext
from .folder_names import folder_table
from .label_rasters import label_rasters
from .shown import ShownLabels

if TYPE_CHECKING:
    from numpy.typing import NDArray


class RcnnMasksFormat(LabelFormat):
    """``labels/<class name>/<stem>.tif``, or ``.png``, only for classes that the chip shows.

    Pixel = number of the object within this chip and class, 1..n without
    gaps, 0 = background; uint8 up to 255 objects, else uint16 (uint32 past that).
    """

    name = "RCNN_Masks"
    label_files = "labels/*/*"
    has_rasters = True
    need = Need.MASKS
    needs_label_file = True  # ArcGIS's reader looks for one without end
    class_limits = (1, 2**31 - 1)  # ArcGIS's reader takes 0 for the background and fails

    def __init__(self, context: FormatContext) -> None:
        """Name the class folders."""
        super().__init__(context)
        self._folders = {each.value: each.name for each in context.classes}
        self._rasters = label_rasters(context, ("uint8", "uint16", "uint32"), has_classes=False)

    @classmethod
    def accepts(cls, classes: ClassTable, stored: ClassTable | None = None) -> ClassTable:
        """Return the classes under the names that their folders have."""
        return folder_table(super().accepts(classes), stored)

    @classmethod
    def why_renamed(cls, before: LabelClass) -> Message:
        """Return what is to be said of a class whose name cannot be that of a folder."""
        return Message("Class {value}: the name {name} becomes {safe}, since it names a folder.")

    def encode(self, chip: Chip) -> EncodedChip:
        """Return the masks of a chip, by ascending class value."""
        masks = chip.labels.masks() if chip.labels.masks is not None else {}
        paths = {value: self.layout.label(chip, self._folders[value]) for value in sorted(masks)}
        return self._rasters.files(chip, {path: _smallest(masks[value]) for value, path in paths.items()})

    @classmethod
    def read(cls, files: SetReader, entry: Entry) -> ShownLabels:
        """Return the masks of a chip."""
        values = {each.name: each.value for each in files.classes}
        return ShownLabels(
            masks={values[PurePosixPath(path).parent.name]: files.raster(path) for path in entry.labels}
        )


def _smallest(mask: NDArray[Any]) -> NDArray[Any]:
    """Return a mask in the smallest pixel type that holds its numbers."""
    return mask if mask.itemsize == 1 else mask.astype(np.min_scalar_type(int(mask.max())), copy=False)
