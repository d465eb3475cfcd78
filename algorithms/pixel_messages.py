"""What the log says of the pixels that chips have."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import QgsProcessingFeedback

from ..imagery.source import Pixels
from ..imagery.validity.valid_pixels import ALPHA_BAND
from ..imagery.validity.without_alpha import alpha_number
from ..writers.encoding.tiff_compression import UNCOMPRESSED
from .preparation import Preparation
from .translation import tr


def say_pixels(preparation: Preparation, feedback: QgsProcessingFeedback) -> None:
    """Say what the parameters about pixels do, each in a line if it was given."""
    for text in _sentences(preparation):
        feedback.pushInfo(text)


def _sentences(preparation: Preparation) -> Iterator[str]:
    options, pixels = preparation.options, preparation.imagery.pixels
    compression = options.tiff_compression
    if options.bands:
        yield tr("Bands of the chips: {bands}.").format(bands=_named_bands(pixels))
        alpha = alpha_number(pixels)
        if alpha and ALPHA_BAND not in pixels.bands.color_interpretation:
            text = tr("Band {band}, which is left out, is alpha: pixels where it is 0 count as transparent.")
            yield text.format(band=alpha)
    if compression != UNCOMPRESSED and compression in preparation.image_format.compressions:
        yield tr("TIFF chips are compressed: {compression}.").format(compression=compression)


def _named_bands(pixels: Pixels) -> str:
    """Return the raster's numbers of bands, with their names where they have one."""
    bands = pixels.bands
    return ", ".join(
        f"{bands.number(place)} ({name})" if name else str(bands.number(place))
        for place, name in enumerate(bands.names)
    )


def say_alpha(preparation: Preparation, feedback: QgsProcessingFeedback) -> None:
    """Say which band decides on transparency, where one does."""
    band = alpha_number(preparation.imagery.pixels)
    if band:
        text = tr("Pixels where band {band} is 0 count as transparent: the raster tags that band as alpha.")
        feedback.pushInfo(text.format(band=band))
