"""Export_Tiles: chips without labels, as image translation and super resolution are trained with.

``map.txt`` has one column, and the two JSON files name no classes.
"""

from __future__ import annotations

from ....chipping.chip import Chip
from ...base import EncodedChip, LabelFormat
from ...dataset.reading import Entry, SetReader
from ...layout import Layout
from ..shown import ShownLabels


class ExportTilesFormat(LabelFormat):
    """``images/`` alone, and ``images2/`` where there is a second raster."""

    name = "Export_Tiles"
    label_files = ""
    layout = Layout(("images",), second="images2")
    has_labels = False

    def encode(self, chip: Chip) -> EncodedChip:
        """Return no file."""
        return EncodedChip({})

    @classmethod
    def read(cls, files: SetReader, entry: Entry) -> ShownLabels:
        """Return no label."""
        return ShownLabels()
