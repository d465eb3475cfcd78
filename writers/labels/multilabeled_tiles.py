"""MultiLabeled_Tiles: an XML file per chip with the names of the classes that it shows.

``arcgis.learn`` takes the one ``<name>`` of a file apart at its commas.
"""

from __future__ import annotations

import re
from html import escape

from ...chipping.chip import Chip
from ...chipping.classes import ClassTable, LabelClass
from ...chipping.messages import Message
from ...chipping.untrusted.safe_xml import safe_root
from ..base import EncodedChip, LabelFormat
from ..dataset.reading import Entry, SetReader
from ..format_context import FormatContext
from .class_names import named_apart
from .pascal_voc import VOC_OBJECT, voc_frame
from .shown import LabelSize, ShownLabels

_SEPARATOR = ","
_UNSAFE = re.compile("[,\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
"""What parts names, and what XML cannot hold or changes: controls and ends of lines."""


class MultiLabeledTilesFormat(LabelFormat):
    """``labels/<stem>.xml`` with one ``<object>``: names of classes by ascending value, whole chip."""

    name = "MultiLabeled_Tiles"
    label_files = "labels/*.xml"
    counts_objects = False
    labels_whole_chips = True

    def __init__(self, context: FormatContext) -> None:
        """Prepare the part that all chips share."""
        super().__init__(context)
        self._frame = voc_frame(context)
        self._names = {each.value: escape(each.name, quote=False) for each in context.classes}

    @classmethod
    def accepts(cls, classes: ClassTable, stored: ClassTable | None = None) -> ClassTable:
        """Return the classes under names without commas that tell them apart."""
        return named_apart(super().accepts(classes), stored, _spelled)

    @classmethod
    def why_renamed(cls, before: LabelClass) -> Message:
        """Return what is to be said of a class with a comma in its name, or with another's."""
        if before.name.strip() and not _UNSAFE.search(before.name.strip()):
            return super().why_renamed(before)
        return Message(
            "Class {value}: the name {name} becomes {safe}, since a comma or the end of a line ends a name "
            "in {format}."
        )

    def encode(self, chip: Chip) -> EncodedChip:
        """Return the label file of a chip."""
        path = f"{self.layout.label(chip)}.xml"
        before, between, after = self._frame
        text = f"{before}{chip.stem}{between}{self._object(chip)}{after}"
        return EncodedChip({path: text.encode("utf-8")}, (path,))

    def _object(self, chip: Chip) -> str:
        """Return the object of a chip, nothing where it shows no class."""
        values = sorted({each.class_value for each in chip.labels.objects})
        if not values:
            return ""
        names = _SEPARATOR.join(self._names[value] for value in values)
        profile = self.context.profile
        return VOC_OBJECT % (names, 0, 0, profile.width, profile.height)

    @classmethod
    def read(cls, files: SetReader, entry: Entry) -> ShownLabels:
        """Return the classes of a chip."""
        values = {each.name: each.value for each in files.classes}
        area = float(files.width * files.height)
        found = []
        for path in entry.labels:
            root = safe_root(files.text(path).encode("utf-8"))
            for names in root.iterfind("object/name"):
                found += [LabelSize(values[each], area) for each in (names.text or "").split(_SEPARATOR)]
        return ShownLabels(whole=found)


def _spelled(name: str) -> str:
    """Return a class name without commas, and not empty."""
    return _UNSAFE.sub("_", name.strip()) or "_"
