"""Image chips in formats that others than mapmakers use: PNG and JPEG, with their place on the map beside."""

from __future__ import annotations

from abc import abstractmethod

from osgeo import gdal

from ...chipping.chip import Chip, ImageProfile
from ...chipping.errors import ExportError
from ...chipping.messages import Message
from ..encoding.gdal_files import encode, list_options, memory_dataset
from ..encoding.pixel_order import interleaved
from ..encoding.png import encode_png
from ..encoding.tiff_compression import UNCOMPRESSED
from ..encoding.world_file import world_file
from ..image_format import ImageFormat
from .pam import pam_document

_QUALITY = 90  # of JPEG


class _SidecarFormat(ImageFormat):
    """An image format that cannot hold a CRS: it stands in an ``.aux.xml``, the same for all chips."""

    def __init__(self, profile: ImageProfile, compression: str = UNCOMPRESSED) -> None:
        """Prepare the sidecar."""
        super().__init__(profile, compression)
        self._sidecar = pam_document(profile.crs_wkt, profile.nodata)

    def encode(self, chip: Chip, path: str) -> dict[str, bytes]:
        """Return the image, its world file and its ``.aux.xml``."""
        return {
            path + self.suffix: self.image(chip),
            path + self.world_suffix: world_file(chip.transform),
            f"{path}{self.suffix}.aux.xml": self._sidecar,
        }

    @abstractmethod
    def image(self, chip: Chip) -> bytes:
        """Return the image file."""


class PngFormat(_SidecarFormat):
    """PNG: 8 or 16 bit without sign, one to four bands."""

    name = "PNG"
    suffix = ".png"
    compressed_share = 0.6
    world_suffix = ".pgw"

    @classmethod
    def accepts(cls, profile: ImageProfile) -> None:
        """Refuse other pixel types and more than four bands."""
        if profile.dtype not in ("uint8", "uint16"):
            raise ExportError(
                "IMAGE_CHIP_FORMAT: PNG holds 8 or 16 bit unsigned pixels, not the raster's {dtype}; "
                "choose TIFF, or make them 8 bit with STRETCH.",
                dtype=profile.dtype,
            )
        if profile.band_count > 4:
            raise ExportError(
                "IMAGE_CHIP_FORMAT: PNG holds 1 to 4 bands, not the raster's {bands}; choose TIFF, "
                "or up to four bands with BANDS.",
                bands=profile.band_count,
            )

    def image(self, chip: Chip) -> bytes:
        """Return the image file."""
        return encode_png(interleaved(chip.pixels), self.palette)

    def warnings(self) -> list[Message]:
        """Return what is to be said of the chips; PNG has a last band of 2 or 4 as alpha only."""
        bands, meanings = self.profile.band_count, self.profile.color_interpretation
        if bands not in (2, 4) or meanings[-1] == gdal.GCI_AlphaBand:
            return super().warnings()
        message = (
            "IMAGE_CHIP_FORMAT: the last of {bands} bands in a PNG is alpha to whoever opens it, and pixels "
            "where it is 0 may be hidden or masked out; choose TIFF to have it as a band like others."
        )
        return [*super().warnings(), Message(message, bands=bands)]


class JpegFormat(_SidecarFormat):
    """JPEG, quality 90: 8 bit, one or three bands."""

    name = "JPEG"
    suffix = ".jpg"
    compressed_share = 0.2
    holds_alpha = False
    world_suffix = ".jgw"

    def __init__(self, profile: ImageProfile, compression: str = UNCOMPRESSED) -> None:
        """Have GDAL list the driver's options.

        It does so when it is first asked; two threads that ask at once would
        free the list under each other, and their chips would fail.
        """
        super().__init__(profile, compression)
        list_options("JPEG")

    @classmethod
    def accepts(cls, profile: ImageProfile) -> None:
        """Refuse other pixel types, other numbers of bands, and palettes."""
        if profile.dtype != "uint8":
            raise ExportError(
                "IMAGE_CHIP_FORMAT: JPEG holds 8 bit pixels, not the raster's {dtype}; choose TIFF, "
                "or make them 8 bit with STRETCH.",
                dtype=profile.dtype,
            )
        if profile.band_count not in (1, 3):
            raise ExportError(
                "IMAGE_CHIP_FORMAT: JPEG holds 1 or 3 bands beside alpha, not the raster's {bands}; choose "
                "TIFF, or one or three bands with BANDS.",
                bands=profile.band_count,
            )
        if profile.color_table:
            raise ExportError(
                "IMAGE_CHIP_FORMAT: JPEG would blur the raster's palette numbers; choose TIFF or PNG, "
                "or give a raster whose palette is expanded to red, green and blue."
            )

    def image(self, chip: Chip) -> bytes:
        """Return the image file, by the application's encoder where it can: GDAL's takes three times as long.

        GDAL fits its code tables to each image, which makes it a tenth smaller.
        """
        data = b"" if self.encoder is None else self.encoder(interleaved(chip.pixels), _QUALITY)
        if data:
            return data
        dataset = memory_dataset(chip.pixels, by_pixel=True)  # the driver asks for all bands of a row at once
        return encode("JPEG", dataset, "chip.jpg", (f"QUALITY={_QUALITY}",))["chip.jpg"]
