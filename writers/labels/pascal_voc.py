"""PASCAL_VOC_rectangles: an XML file per chip, as ArcGIS Pro writes it."""

from __future__ import annotations

from lxml import etree

from ...chipping.chip import Chip
from ..base import EncodedFiles, LabelWriter, WriterContext

_OBJECT = """\
    <object>
        <name>%d</name>
        <bndbox>
            <xmin>%.2f</xmin>
            <ymin>%.2f</ymin>
            <xmax>%.2f</xmax>
            <ymax>%.2f</ymax>
        </bndbox>
    </object>
"""


class PascalVocWriter(LabelWriter):
    """Writes ``labels/<stem>.xml``; ``<name>`` is the class value, never its name."""

    name = "PASCAL_VOC_rectangles"

    def __init__(self, context: WriterContext) -> None:
        """Prepare the part that all chips share."""
        super().__init__(context)
        self._frame = _frame(context)

    def encode(self, chip: Chip) -> EncodedFiles:
        """Return the label file of a chip."""
        path = f"labels/{chip.stem}.xml"
        before, between, after = self._frame
        objects = "".join([_OBJECT % each[:5] for each in chip.labels.objects])
        text = f"{before}{chip.stem}{between}{objects}{after}"
        return EncodedFiles((path,), {path: text.encode("utf-8")})


def _frame(context: WriterContext) -> tuple[str, str, str]:
    """Return the text before the stem, between stem and objects, and at the end."""
    marker = "@stem@"
    root = etree.Element("annotation")
    etree.SubElement(root, "filename").text = marker + context.image_suffix
    source = etree.SubElement(root, "source")
    etree.SubElement(source, "annotation").text = context.tool
    size = etree.SubElement(root, "size")
    profile = context.profile
    for tag, number in (("width", profile.width), ("height", profile.height), ("depth", profile.band_count)):
        etree.SubElement(size, tag).text = str(number)
    etree.indent(root, space="    ")
    text = '<?xml version="1.0"?>\n' + etree.tostring(root, encoding="unicode") + "\n"
    before, rest = text.split(marker)
    between, end, _ = rest.rpartition("</annotation>\n")
    return before, between, end
