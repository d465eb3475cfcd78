"""The table of parameters: which pixels chips have."""

from __future__ import annotations

from ...chipping.stretch import NO_STRETCH, STRETCHES
from ...writers.encoding.tiff_compression import TIFF_COMPRESSIONS
from ...writers.format_context import LABEL_RASTER_FORMATS
from ..translation import tr
from . import names as p
from .kinds import Choice
from .pixel_kinds import RasterBands, StretchRange
from .places import OptionalRaster
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
            "STRETCH",
            tr("Stretch"),
            tr(
                "Makes chips of 8 bit, with one stretch for each band in the whole export: from the least "
                "to the greatest value (MINIMUM_MAXIMUM), between 2 % and 98 % of the values "
                "(CUMULATIVE_CUT), or two standard deviations around the mean (STANDARD_DEVIATION). Values "
                "become 1 to 255, nodata 0. All pixels of the area are looked at, of a very large one a "
                "sample. An export that is added to a folder takes the numbers of the first one. An alpha "
                "band is not stretched."
            ),
            Choice(STRETCHES, optional=True),
            default=NO_STRETCH,
            advanced=True,
            option="stretch",
        ),
        Parameter(
            "STRETCH_RANGE",
            tr("Stretch range"),
            tr(
                "The numbers of the stretch in place of those that STRETCH finds, as min,max;min,max: the "
                "values that become 1 and 255, one pair for all bands or one for each. The log of an export "
                "states its numbers like this, for a second scene."
            ),
            StretchRange(),
            advanced=True,
            option="stretch_range",
        ),
        Parameter(
            p.IN_RASTER2,
            tr("Second raster"),
            tr(
                "A second image for each chip of Classified_Tiles, Export_Tiles and CycleGAN, such as the "
                "same place at another time: the nearest pixel of this raster under the centre of each of "
                "the chip's, with its own bands and pixel type, in the folder images2 (CycleGAN: B). Any "
                "cell size and coordinate reference system; BANDS and STRETCH are of the input raster alone. "
                "CycleGAN cuts rasters that lie apart each on its own pixels. Not set: none."
            ),
            OptionalRaster(),
            advanced=True,
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
        Parameter(
            "LABEL_RASTER_FORMAT",
            tr("Label raster format"),
            tr(
                "What label rasters are, of Classified_Tiles and RCNN_Masks: TIFF, or PNG for programs that "
                "read no TIFF, such as TensorFlow. PNG has the colours of the classes, and holds values up "
                "to 65535."
            ),
            Choice(LABEL_RASTER_FORMATS, optional=True),
            default=LABEL_RASTER_FORMATS[0],
            advanced=True,
            option="label_raster_format",
        ),
    ]
