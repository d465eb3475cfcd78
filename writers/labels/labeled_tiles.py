"""Labeled_Tiles: a chip for each feature, and an XML file with that one object.

``arcgis.learn`` takes the class of a chip from the one object of its file.
"""

from __future__ import annotations

from ...chipping.chip import Chip
from .pascal_voc import PascalVocFormat, VocFrame, voc_frame


class LabeledTilesFormat(PascalVocFormat):
    """``labels/<stem>.xml``: as PASCAL_VOC_rectangles, with exactly one ``<object>``."""

    name = "Labeled_Tiles"
    is_of_features = True

    def frame_of(self, chip: Chip) -> VocFrame:
        """Return the text around the object of a chip, which may have a size of its own."""
        _, height, width = chip.pixels.shape
        profile = self.context.profile
        if (height, width) == (profile.height, profile.width):
            return super().frame_of(chip)
        return voc_frame(self.context, (height, width))
