"""What is to be said of the raster before any chip is written."""

from __future__ import annotations

from ...chipping.messages import Message
from ...chipping.retry import Stop
from ...imagery.imagery import Imagery
from ...imagery.validity.doubtful_alpha import doubtful_alpha
from ...imagery.validity.without_alpha import alpha_number


def alpha_warnings(imagery: Imagery, stop: Stop) -> list[Message]:
    """Return a warning where a band that is tagged as alpha looks like a measurement.

    Args:
        imagery: the pixels.
        stop: raises Cancelled when the user has cancelled.

    Raises:
        ExportError: the raster cannot be read.
    """
    tagged = imagery.with_alpha()
    meanings = tagged.profile.color_interpretation
    if not imagery.is_local or not doubtful_alpha(meanings, tagged.frame, tagged.read, stop):
        return []
    return [
        Message(
            "IN_RASTER: band {band} of {name} is tagged as alpha, but holds many values; where it is 0, "
            "pixels count as transparent. If it is a measurement such as infrared, clear its tag first "
            "(Raster > Conversion > Translate with -colorinterp_{band} undefined).",
            band=alpha_number(tagged.pixels),
            name=imagery.name,
        )
    ]
