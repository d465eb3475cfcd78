"""Classified_Tiles: a raster of class values per chip."""

from __future__ import annotations

import numpy as np

from ...chipping.chip import Chip, Need
from ...chipping.classes import ClassTable
from ..base import EncodedFiles, LabelWriter, WriterContext
from .label_rasters import LabelRasters


class ClassifiedTilesWriter(LabelWriter):
    """Writes ``labels/<stem>.tif``: pixel = class value, 0 = nothing.

    The pixel type is the smallest of uint8, uint16 and int32 that holds all
    class values, the same for all chips.
    """

    name = "Classified_Tiles"
    need = Need.CLASS_MAP
    class_limits = (0, 2**31 - 1)

    def __init__(self, context: WriterContext) -> None:
        """Choose the pixel type."""
        super().__init__(context)
        self._dtype = self.pixel_type(context.classes)
        self._rasters = LabelRasters(context.profile, (self._dtype,))

    @classmethod
    def pixel_type(cls, classes: ClassTable) -> str:
        """Return the smallest pixel type that holds all class values."""
        return _pixel_type(max(classes.values, default=0))

    def encode(self, chip: Chip) -> EncodedFiles:
        """Return the label raster of a chip."""
        profile = self.context.profile
        if chip.labels.class_map is None:
            values = np.zeros((profile.height, profile.width), dtype=self._dtype)
        else:
            values = chip.labels.class_map()
        return self._rasters.files(chip, {"labels": values.astype(self._dtype, copy=False)})


def _pixel_type(largest: int) -> str:
    if largest <= np.iinfo(np.uint8).max:
        return "uint8"
    return "uint16" if largest <= np.iinfo(np.uint16).max else "int32"
