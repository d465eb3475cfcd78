"""Classified_Tiles: a raster of class values per chip."""

from __future__ import annotations

import numpy as np

from ...chipping.chip import Chip, Need
from ...chipping.classes import ClassTable
from ...chipping.errors import ExportError
from ..base import EncodedChip, LabelFormat
from ..dataset.reading import Entry, SetReader
from ..format_context import FormatContext
from ..layout import Layout
from .label_rasters import label_rasters
from .shown import ShownLabels


class ClassifiedTilesFormat(LabelFormat):
    """``labels/<stem>.tif``, or ``.png``: pixel = class value, 0 = nothing.

    The pixel type is the smallest of uint8, uint16 and int32 that holds all
    class values, the same for all chips.
    """

    name = "Classified_Tiles"
    label_files = "labels/*"
    layout = Layout(second="images2")
    has_rasters = True
    need = Need.CLASS_MAP
    counts_objects = False
    class_limits = (0, 2**31 - 1)

    def __init__(self, context: FormatContext) -> None:
        """Choose the pixel type.

        Raises:
            ExportError: label rasters of the format that is asked for cannot hold the classes.
        """
        super().__init__(context)
        self._dtype = _pixel_type(context.classes)
        self._rasters = label_rasters(context, (self._dtype,), has_classes=True)

    @classmethod
    def accepts(cls, classes: ClassTable, stored: ClassTable | None = None) -> ClassTable:
        """Refuse classes that the label rasters of the stored set could not have held, too."""
        table = super().accepts(classes, stored)
        if stored is not None and _pixel_type(stored) != _pixel_type(table):
            raise ExportError(
                "IN_CLASS_DATA: class {value} does not fit the {type} label rasters of the export that "
                "OUT_FOLDER holds; choose another folder.",
                value=max(table.values),
                type=_pixel_type(stored),
            )
        return table

    def encode(self, chip: Chip) -> EncodedChip:
        """Return the label raster of a chip."""
        profile = self.context.profile
        if chip.labels.class_map is None:
            values = np.zeros((profile.height, profile.width), dtype=self._dtype)
        else:
            values = chip.labels.class_map()
        return self._rasters.files(chip, {self.layout.label(chip): values.astype(self._dtype, copy=False)})

    @classmethod
    def read(cls, files: SetReader, entry: Entry) -> ShownLabels:
        """Return the class map of a chip."""
        return ShownLabels(class_map=files.raster(entry.labels[0]) if entry.labels else None)


def _pixel_type(classes: ClassTable) -> str:
    """Return the smallest pixel type that holds all class values."""
    largest = max(classes.values, default=0)
    if largest <= np.iinfo(np.uint8).max:
        return "uint8"
    return "uint16" if largest <= np.iinfo(np.uint16).max else "int32"
