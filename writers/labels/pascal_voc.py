"""PASCAL_VOC_rectangles: an XML file per chip, as ArcGIS Pro writes it."""

from __future__ import annotations

from lxml import etree

from ...chipping.chip import Chip
from ...chipping.untrusted.safe_xml import safe_root
from ..base import EncodedChip, LabelFormat
from ..dataset.reading import Entry, SetReader
from ..format_context import FormatContext
from .shown import BoxLabel, ShownLabels

_SIDES = ("xmin", "ymin", "xmax", "ymax")

VOC_OBJECT = """\
    <object>
        <name>%s</name>
        <bndbox>
            <xmin>%.2f</xmin>
            <ymin>%.2f</ymin>
            <xmax>%.2f</xmax>
            <ymax>%.2f</ymax>
        </bndbox>
    </object>
"""
"""What stands for an object: its name, left, top, right and bottom (pixels)."""


VocFrame = tuple[str, str, str]


class PascalVocFormat(LabelFormat):
    """``labels/<stem>.xml``; ``<name>`` is the class value, never its name."""

    name = "PASCAL_VOC_rectangles"
    label_files = "labels/*.xml"

    def __init__(self, context: FormatContext) -> None:
        """Prepare the part that all chips share."""
        super().__init__(context)
        self._frame = voc_frame(context)

    def frame_of(self, chip: Chip) -> VocFrame:
        """Return the text around the objects of a chip, see ``voc_frame``."""
        return self._frame

    def encode(self, chip: Chip) -> EncodedChip:
        """Return the label file of a chip."""
        path = f"{self.layout.label(chip)}.xml"
        before, between, after = self.frame_of(chip)
        objects = "".join([VOC_OBJECT % each[:5] for each in chip.labels.objects])
        text = f"{before}{chip.stem}{between}{objects}{after}"
        return EncodedChip({path: text.encode("utf-8")}, (path,))

    @classmethod
    def read(cls, files: SetReader, entry: Entry) -> ShownLabels:
        """Return the boxes of a chip."""
        boxes = []
        for path in entry.labels:
            for each in safe_root(files.text(path).encode("utf-8")).iterfind("object"):
                sides = [float(each.findtext(f"bndbox/{side}", "")) for side in _SIDES]
                boxes.append(BoxLabel(int(each.findtext("name", "")), *sides))
        return ShownLabels(boxes=boxes)


def voc_frame(context: FormatContext, size: tuple[int, int] | None = None) -> VocFrame:
    """Return the text before the stem, between stem and objects, and at the end.

    Args:
        context: what a format may know of the run.
        size: rows and columns of the chip (pixels), None where it is as large as all.
    """
    marker = "@stem@"
    root = etree.Element("annotation")
    etree.SubElement(root, "filename").text = marker + context.image_suffix
    source = etree.SubElement(root, "source")
    etree.SubElement(source, "annotation").text = context.tool
    sizes = etree.SubElement(root, "size")
    profile = context.profile
    height, width = size or (profile.height, profile.width)
    for tag, number in (("width", width), ("height", height), ("depth", profile.band_count)):
        etree.SubElement(sizes, tag).text = str(number)
    etree.indent(root, space="    ")
    text = '<?xml version="1.0"?>\n' + etree.tostring(root, encoding="unicode") + "\n"
    before, rest = text.split(marker)
    between, end, _ = rest.rpartition("</annotation>\n")
    return before, between, end
