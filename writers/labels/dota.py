"""DOTA: a text line per object, its smallest rectangle and its class name.

The form of https://captain-whu.github.io/DOTA/dataset.html.
"""

from __future__ import annotations

import re

import numpy as np

from ...chipping.chip import Chip, ImageProfile, LabelObject, Need
from ...chipping.classes import ClassTable, LabelClass
from ...chipping.messages import Message
from ..base import EncodedChip, LabelFormat
from ..dataset.cell_sizes import metres_of_a_pixel
from ..dataset.reading import Entry, SetReader
from ..format_context import FormatContext
from ..layout import Layout
from .class_names import named_apart
from .outlines.rectangles import rectangles_around
from .outlines.rings import rings_of, signed_area
from .plain_chips import plain_chips
from .shown import ShapeLabel, ShownLabels

_BLANKS = re.compile(r"\s+")
_HEADER_LINES = 2
_COLUMNS = 10
_ROW = " ".join(["%.2f"] * 8) + " %s %d\n"


class DotaFormat(LabelFormat):
    """``labelTxt/<stem>.txt``: two lines about the image, and ``x1 y1 … x4 y4 class difficult``."""

    name = "DOTA"
    label_files = "labelTxt/*.txt"
    need = Need.BOXES | Need.OUTLINES
    layout = Layout(("images", "labelTxt"))

    def __init__(self, context: FormatContext) -> None:
        """Prepare the lines that all chips share."""
        super().__init__(context)
        self._names = {each.value: each.name for each in context.classes}
        metres = metres_of_a_pixel(context.profile)
        self._head = f"imagesource:null\ngsd:{metres:.6g}\n" if metres else "imagesource:null\ngsd:null\n"

    @classmethod
    def accepts(cls, classes: ClassTable, stored: ClassTable | None = None) -> ClassTable:
        """Return the classes under names without blanks that tell them apart."""
        return named_apart(super().accepts(classes), stored, _spelled)

    @classmethod
    def why_renamed(cls, before: LabelClass) -> Message:
        """Return what is to be said of a class with blanks in its name, or with another's."""
        if before.name.strip() and not _BLANKS.search(before.name.strip()):
            return super().why_renamed(before)
        return Message(
            "Class {value}: the name {name} becomes {safe}, since a blank ends a name in {format}."
        )

    @classmethod
    def accepts_chips(cls, profile: ImageProfile, image_format: str) -> list[Message]:
        """Refuse chips that the readers of DOTA cannot open."""
        return plain_chips(cls.name, profile, image_format)

    def encode(self, chip: Chip) -> EncodedChip:
        """Return the label file of a chip."""
        path = f"{self.layout.label(chip)}.txt"
        found = rectangles_around(rings_of(chip.labels.known_shapes)).reshape(-1, 8)
        corners = (np.round(found, 2) + 0.0).tolist()
        rows = [
            _ROW % (*each, self._names[label.class_value], self._is_cut(label))
            for label, each in zip(chip.labels.objects, corners)
        ]
        return EncodedChip({path: "".join((self._head, *rows)).encode("utf-8")}, (path,))

    def _is_cut(self, label: LabelObject) -> bool:
        """Return whether an object reaches the border of its chip, which cuts it there."""
        profile = self.context.profile
        return (
            min(label.left, label.top) <= 0 or label.right >= profile.width or label.bottom >= profile.height
        )

    @classmethod
    def read(cls, files: SetReader, entry: Entry) -> ShownLabels:
        """Return the rectangles of a chip."""
        values = {each.name: each.value for each in files.classes}
        lines = [line for path in entry.labels for line in files.text(path).split("\n")[_HEADER_LINES:-1]]
        shapes = []
        for row in map(str.split, lines):
            if len(row) != _COLUMNS:
                raise ValueError("a line has another number of columns")
            points = np.array(row[:8], dtype=np.float64).reshape(4, 2)
            shapes.append(ShapeLabel(values[row[8]], abs(signed_area(points)), [points]))
        return ShownLabels(shapes=shapes)


def _spelled(name: str) -> str:
    """Return a class name without blanks, and not empty."""
    return _BLANKS.sub("_", name.strip()) or "_"
