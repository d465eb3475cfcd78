"""KITTI_rectangles: a text line per object."""

from __future__ import annotations

from ...chipping.chip import Chip
from ..base import EncodedChip, LabelFormat
from ..dataset.reading import Entry, SetReader
from .shown import BoxLabel, ShownLabels

_LINE = "%d 0.00 0 0 %.2f %.2f %.2f %.2f 0 0 0 0 0 0 0\n"
"""Class, truncated, occluded, alpha, left, top, right, bottom, seven zeros.

One blank between columns, none in front (torchvision splits on one blank), and
every column begins and ends with a digit (ArcGIS's reader wants that).
"""

_COLUMNS = len(_LINE.split())


class KittiFormat(LabelFormat):
    """``labels/<stem>.txt``, empty for a chip without objects."""

    name = "KITTI_rectangles"

    def encode(self, chip: Chip) -> EncodedChip:
        """Return the label file of a chip."""
        path = f"{self.layout.label(chip)}.txt"
        text = "".join([_LINE % each[:5] for each in chip.labels.objects])
        return EncodedChip({path: text.encode("ascii")}, (path,))

    @classmethod
    def read(cls, files: SetReader, entry: Entry) -> ShownLabels:
        """Return the boxes of a chip."""
        lines = [line.split() for path in entry.labels for line in files.text(path).splitlines()]
        if any(len(each) < _COLUMNS for each in lines):
            raise ValueError("a line has too few columns")
        return ShownLabels(boxes=[BoxLabel(int(each[0]), *map(float, each[4:8])) for each in lines])
