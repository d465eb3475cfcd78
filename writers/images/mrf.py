"""MRF chips: ``.mrf`` with its index ``.idx`` and data ``.til``."""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence

import numpy as np
from osgeo import gdal

from ...chipping.chip import Chip, ImageProfile
from ...chipping.errors import ExportError
from ..encoding.gdal_files import describe_bands, encode, holds, memory_dataset, set_nodata
from ..encoding.pixel_order import interleaved, little_endian
from ..encoding.tiff_compression import UNCOMPRESSED
from ..image_format import ImageFormat
from .palettes import Palette
from .pam import pam_document

_DRIVER = "MRF"
_BOX = re.compile(rb"<BoundingBox [^>]*/>")
_NODATA = re.compile(rb'<DataValues [^>]*NoData="([^"]*)"')


class MrfFormat(ImageFormat):
    """Meta Raster Format, uncompressed, one page a chip.

    GDAL makes the ``.mrf`` once; only the bounding box in it differs between
    chips. The index states offset and size of the one page, big-endian, and the
    data file is that page (MRF specification, "MRF index file").
    """

    name = "MRF"
    suffix = ".mrf"
    holds_turns = False

    def __init__(self, profile: ImageProfile, compression: str = UNCOMPRESSED) -> None:
        """Have GDAL make the header that all chips share."""
        super().__init__(profile, compression)
        text = _header(profile, self.palette, profile.nodata)
        self._sidecar = b""
        if not _states(text, profile.nodata):
            text = _header(profile, self.palette, ())
            self._sidecar = pam_document(nodata=profile.nodata)
        self._before, self._after = _BOX.split(text)
        self._index = struct.pack(">2Q", 0, profile.chip_bytes)

    @classmethod
    def accepts(cls, profile: ImageProfile) -> None:
        """Refuse the pixel types that the installed GDAL cannot write."""
        if not holds(_DRIVER, profile.dtype):
            raise ExportError(
                "IMAGE_CHIP_FORMAT: MRF holds no {dtype} pixels in this version of GDAL; choose TIFF.",
                dtype=profile.dtype,
            )

    def encode(self, chip: Chip, path: str) -> dict[str, bytes]:
        """Return the ``.mrf`` with its index and data, and its ``.aux.xml`` where there is one."""
        files = {
            f"{path}.mrf": b"".join((self._before, self._box(chip), self._after)),
            f"{path}.idx": self._index,
            f"{path}.til": bytes(little_endian(interleaved(chip.pixels))),
        }
        if self._sidecar:
            files[f"{path}.mrf.aux.xml"] = self._sidecar
        return files

    def _box(self, chip: Chip) -> bytes:
        left, cell_x, _, top, _, cell_y = chip.transform
        right, bottom = left + cell_x * self.profile.width, top + cell_y * self.profile.height
        return f'<BoundingBox minx="{left!r}" miny="{bottom!r}" maxx="{right!r}" maxy="{top!r}" />'.encode()


def _header(profile: ImageProfile, palette: Palette, nodata: Sequence[float | None]) -> bytes:
    """Return a ``.mrf`` as GDAL makes it."""
    empty = np.zeros((profile.band_count, profile.height, profile.width), dtype=profile.dtype)
    place = (1.0, profile.cell_x, 0.0, 1.0, 0.0, -profile.cell_y)
    dataset = memory_dataset(empty, place, profile.crs_wkt)
    describe_bands(dataset, profile, palette)
    set_nodata(dataset, nodata)
    options = ["COMPRESS=NONE", "INTERLEAVE=PIXEL"]
    options += [f"BLOCKXSIZE={profile.width}", f"BLOCKYSIZE={profile.height}"]
    if _is_misread(profile):
        options.append("PHOTOMETRIC=MULTISPECTRAL")
    return encode(_DRIVER, dataset, "chip.mrf", options)["chip.mrf"]


def _is_misread(profile: ImageProfile) -> bool:
    """Return whether GDAL would give the bands a meaning that they do not have.

    It takes two for grey and alpha, three for RGB, four for RGB and alpha, unless
    they are said to be none of these.
    """
    meanings = profile.color_interpretation
    if len(meanings) in (2, 4):
        return bool(meanings[-1] != gdal.GCI_AlphaBand)
    return len(meanings) == 3 and meanings != (gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand)


def _states(text: bytes, nodata: Sequence[float | None]) -> bool:
    """Return whether a ``.mrf`` states the nodata value of each band: it may round, and fill gaps."""
    found = _NODATA.search(text)
    if found is None:
        return not any(value is not None for value in nodata)
    stated = [float(each) for each in found[1].split()]
    return [repr(float(value)) for value in nodata if value is not None] == [
        repr(each) for each in (stated * len(nodata) if len(stated) == 1 else stated)
    ]
