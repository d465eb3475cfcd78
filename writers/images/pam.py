"""The ``.aux.xml`` beside an image: what the image itself cannot hold, as GDAL and ArcGIS read it."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from ..encoding.gdal_files import spatial_reference
from .palettes import BLACK, Palette


def pam_document(
    crs_wkt: str = "",
    nodata: Sequence[float | None] = (),
    palette: Palette = (),
) -> bytes:
    """Return GDAL's persistent auxiliary metadata; the same for all chips of a run.

    Args:
        crs_wkt: coordinate reference system, "" for none.
        nodata: nodata value of each band, None where it has none.
        palette: red, green, blue, alpha by pixel value of the first band.
    """
    root = etree.Element("PAMDataset")
    if crs_wkt:
        reference = spatial_reference(crs_wkt)
        mapping = ",".join(str(axis) for axis in reference.GetDataAxisToSRSAxisMapping())
        srs = etree.SubElement(root, "SRS", dataAxisToSRSAxisMapping=mapping)
        srs.text = reference.ExportToWkt(["FORMAT=WKT1_GDAL"]) or crs_wkt
    bands = {number: value for number, value in enumerate(nodata, start=1) if value is not None}
    for number in sorted(bands.keys() | ({1} if palette else set())):
        band = etree.SubElement(root, "PAMRasterBand", band=str(number))
        if number in bands:
            etree.SubElement(band, "NoDataValue").text = repr(bands[number])
        if number == 1 and palette:
            _add_palette(band, palette)
    etree.indent(root)
    return bytes(etree.tostring(root)) + b"\n"


def _add_palette(band: etree._Element, palette: Palette) -> None:
    """State a palette; values without an entry are black."""
    etree.SubElement(band, "ColorInterp").text = "Palette"
    table = etree.SubElement(band, "ColorTable")
    colors = dict(palette)
    for value in range(max(colors) + 1):
        color = colors.get(value, BLACK)
        etree.SubElement(
            table, "Entry", {f"c{place}": str(part) for place, part in enumerate(color, start=1)}
        )
