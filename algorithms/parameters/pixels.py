"""The table of parameters: which pixels chips have."""

from __future__ import annotations

from ...writers.encoding.tiff_compression import TIFF_COMPRESSIONS
from ..translation import tr
from .kinds import Choice
from .pixel_kinds import RasterBands
from .row import Parameter


def which_pixels() -> list[Parameter]:
    """Return the rows of the parameters that say which pixels chips have."""
    return [
        Parameter(
            "BANDS",
            tr("Bands"),
            tr(
                "The raster's bands that chips have, in the order given. Not set: all of them. A raster's "
                "alpha band that is not among them is left out, but still tells which pixels are "
                "transparent: they hold the nodata value, or 0, and count in no statistic."
            ),
            RasterBands(),
            advanced=True,
            option="bands",
        ),
        Parameter(
            "TIFF_COMPRESSION",
            tr("TIFF compression"),
            tr(
                "How TIFF chips are compressed, without loss: NONE (training reads them fastest), LZW, "
                "DEFLATE (small and quick to write) or ZSTD (quickest, where GDAL has it; OpenCV does not "
                "open it). Other formats take no notice of it."
            ),
            Choice(TIFF_COMPRESSIONS, optional=True),
            default=TIFF_COMPRESSIONS[0],
            advanced=True,
            option="tiff_compression",
        ),
    ]
