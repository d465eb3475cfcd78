"""KITTI_rectangles: a text line per object."""

from __future__ import annotations

from ...chipping.chip import Chip
from ..base import EncodedFiles, LabelWriter

_LINE = "%d 0.00 0 0 %.2f %.2f %.2f %.2f 0 0 0 0 0 0 0\n"
"""Class, truncated, occluded, alpha, left, top, right, bottom, seven zeros.

One blank between columns, none in front (torchvision splits on one blank), and
every column begins and ends with a digit (ArcGIS's reader wants that).
"""


class KittiWriter(LabelWriter):
    """Writes ``labels/<stem>.txt``, empty for a chip without objects."""

    name = "KITTI_rectangles"

    def encode(self, chip: Chip) -> EncodedFiles:
        """Return the label file of a chip."""
        path = f"labels/{chip.stem}.txt"
        text = "".join([_LINE % each[:5] for each in chip.labels.objects])
        return EncodedFiles((path,), {path: text.encode("ascii")})
