"""MRF chips: ``.mrf`` with its index ``.idx`` and data ``.til``."""

from __future__ import annotations

import re
import struct

import numpy as np

from ..chipping.chip import Chip, ImageProfile
from ..chipping.errors import ExportError
from ..chipping.pixel_types import gdal_type
from .base import EncodedFiles, ImageWriter
from .gdal_files import describe_bands, encode, memory_dataset, set_nodata
from .images import interleaved, little_endian

_BOX = re.compile(rb"<BoundingBox [^>]*/>")


class MrfWriter(ImageWriter):
    """Meta Raster Format, uncompressed, one page a chip.

    GDAL makes the ``.mrf`` once; only the bounding box in it differs between
    chips. The index states offset and size of the one page, big-endian, and the
    data file is that page (MRF specification, "MRF index file").
    """

    name = "MRF"
    suffix = ".mrf"

    def __init__(self, profile: ImageProfile) -> None:
        """Have GDAL make the header that all chips share."""
        super().__init__(profile)
        self._header = _header(profile)
        self._index = struct.pack(">2Q", 0, profile.chip_bytes)

    @classmethod
    def check(cls, profile: ImageProfile) -> None:
        """Refuse signed bytes where GDAL has no type for them: an MRF cannot say what they are."""
        if profile.dtype == "int8" and gdal_type("int8") == gdal_type("uint8"):
            raise ExportError(
                "IMAGE_CHIP_FORMAT: MRF holds no signed bytes (Int8) in this version of GDAL; choose TIFF."
            )

    def encode(self, chip: Chip) -> EncodedFiles:
        """Return ``images/<stem>.mrf`` with its index and data."""
        path = f"images/{chip.stem}"
        before, after = self._header
        contents = {
            f"{path}.mrf": before + self._box(chip) + after,
            f"{path}.idx": self._index,
            f"{path}.til": bytes(little_endian(interleaved(chip.pixels))),
        }
        return EncodedFiles((f"{path}.mrf",), contents)

    def _box(self, chip: Chip) -> bytes:
        left, cell_x, _, top, _, cell_y = chip.transform
        right, bottom = left + cell_x * self.profile.width, top + cell_y * self.profile.height
        return f'<BoundingBox minx="{left!r}" miny="{bottom!r}" maxx="{right!r}" maxy="{top!r}" />'.encode()


def _header(profile: ImageProfile) -> tuple[bytes, bytes]:
    """Return the text of a ``.mrf`` before and after its bounding box."""
    empty = np.zeros((profile.band_count, profile.height, profile.width), dtype=profile.dtype)
    place = (1.0, profile.cell_x, 0.0, 1.0, 0.0, -profile.cell_y)
    dataset = memory_dataset(empty, place, profile.crs_wkt)
    describe_bands(dataset, profile)
    set_nodata(dataset, profile.nodata)
    page = (f"BLOCKXSIZE={profile.width}", f"BLOCKYSIZE={profile.height}")
    text = encode("MRF", dataset, "chip.mrf", ("COMPRESS=NONE", "INTERLEAVE=PIXEL", *page))["chip.mrf"]
    before, after = _BOX.split(text)
    return before, after
