"""Chips that readers without GDAL open."""

from __future__ import annotations

from ...chipping.chip import ImageProfile
from ...chipping.errors import ExportError
from ...chipping.messages import Message

_FORMATS = ("TIFF", "PNG", "JPEG")
_BANDS = (1, 3, 4)


def plain_chips(name: str, profile: ImageProfile, image_format: str) -> list[Message]:
    """Return what is to be said of chips whose readers have images of 8 bit only.

    Args:
        name: documented name of the label format.
        profile: what all chips have in common.
        image_format: documented name of their format.

    Raises:
        ExportError: its readers cannot open such chips.
    """
    if image_format not in _FORMATS:
        raise ExportError(
            "IMAGE_CHIP_FORMAT: the readers of {name} do not open {format}; choose TIFF, PNG or JPEG.",
            name=name,
            format=image_format,
        )
    if profile.dtype != "uint8" or profile.band_count not in _BANDS:
        raise ExportError(
            "METADATA_FORMAT: the readers of {name} open chips of 8 bit with 1, 3 or 4 bands, not of "
            "{bands} bands of {dtype}; choose bands with BANDS, and bring them to 8 bit with STRETCH.",
            name=name,
            bands=profile.band_count,
            dtype=profile.dtype,
        )
    if profile.band_count < max(_BANDS):
        return []
    return [
        Message(
            "METADATA_FORMAT: most readers of {name} take the first 3 of 4 bands, and some the fourth for "
            "transparency; choose 3 bands with BANDS if that is not meant.",
            name=name,
        )
    ]
