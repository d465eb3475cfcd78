"""What is to be said of the raster before any chip is written."""

from __future__ import annotations

from ...chipping.messages import Message
from ...chipping.retry import Stop
from ...imagery.open import Imagery
from ...imagery.validity.doubtful_alpha import doubtful_alpha


def alpha_warnings(imagery: Imagery, stop: Stop) -> list[Message]:
    """Return a warning where a band that is tagged as alpha looks like a measurement.

    Args:
        imagery: the pixels.
        stop: raises Cancelled when the user has cancelled.

    Raises:
        ExportError: the raster cannot be read.
    """
    band = 0
    if imagery.is_local:
        band = doubtful_alpha(imagery.profile.color_interpretation, imagery.frame, imagery.read, stop)
    if not band:
        return []
    return [
        Message(
            "IN_RASTER: band {band} of {name} is tagged as alpha, but holds many values; where it is 0, "
            "pixels count as transparent. If it is a measurement such as infrared, clear its tag first "
            "(Raster > Conversion > Translate with -colorinterp_{band} undefined).",
            band=band,
            name=imagery.name,
        )
    ]
