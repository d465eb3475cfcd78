"""Image chips in formats that others than mapmakers use: PNG and JPEG, with their place on the map beside."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
from osgeo import gdal

from ...chipping.chip import Chip, ImageProfile
from ...chipping.errors import ExportError
from ...chipping.plan.grid import Affine
from ..base import EncodedFiles, ImageWriter
from ..encoding.gdal_files import encode, list_options, memory_dataset
from ..encoding.png import encode_png
from .pam import pam_document

if TYPE_CHECKING:
    from numpy.typing import NDArray


_QUALITY = 90  # of JPEG


def world_file(transform: Affine) -> bytes:
    """Return the six lines of a world file.

    Cell x, two rotations, cell y, and the centre of the upper-left pixel.

    Args:
        transform: geotransform in GDAL's order (map units).
    """
    left, cell_x, shear_x, top, shear_y, cell_y = transform
    x = left + (cell_x + shear_x) / 2
    y = top + (cell_y + shear_y) / 2
    numbers = (cell_x, shear_y, shear_x, cell_y, x, y)
    return "".join([f"{number:.10f}\n" for number in numbers]).encode("ascii")


def interleaved(pixels: NDArray[Any]) -> NDArray[Any]:
    """Return pixels as image files hold them: (rows, columns, bands), contiguous.

    Args:
        pixels: (bands, rows, columns).
    """
    bands, rows, columns = pixels.shape
    if pixels.strides[0] == pixels.itemsize:
        return np.ascontiguousarray(pixels.transpose(1, 2, 0))
    together = np.empty((rows, columns, bands), dtype=pixels.dtype)
    for band, values in enumerate(pixels):
        together[:, :, band] = values
    return together


def little_endian(pixels: NDArray[Any]) -> memoryview:
    """Return the bytes of contiguous pixels in the byte order of our TIFF and MRF files."""
    ordered = pixels.astype(pixels.dtype.newbyteorder("<"), copy=False)
    return ordered.reshape(-1).view(np.uint8).data


class _SidecarWriter(ImageWriter):
    """An image format that cannot hold a CRS: it stands in an ``.aux.xml``, the same for all chips."""

    world_suffix: ClassVar[str]

    def __init__(self, profile: ImageProfile) -> None:
        """Prepare the sidecar."""
        super().__init__(profile)
        self._sidecar = pam_document(profile.crs_wkt, profile.nodata)

    def encode(self, chip: Chip) -> EncodedFiles:
        """Return the image, its world file and its ``.aux.xml``."""
        path = f"images/{chip.stem}{self.suffix}"
        contents = {
            path: self.image(chip),
            f"images/{chip.stem}{self.world_suffix}": world_file(chip.transform),
            f"{path}.aux.xml": self._sidecar,
        }
        return EncodedFiles((path,), contents)

    @abstractmethod
    def image(self, chip: Chip) -> bytes:
        """Return the image file."""


class PngWriter(_SidecarWriter):
    """PNG: 8 or 16 bit without sign, one to four bands."""

    name = "PNG"
    suffix = ".png"
    compressed_share = 0.6
    world_suffix = ".pgw"

    @classmethod
    def check(cls, profile: ImageProfile) -> None:
        """Refuse other pixel types and more than four bands."""
        if profile.dtype not in ("uint8", "uint16"):
            raise ExportError(
                "IMAGE_CHIP_FORMAT: PNG holds 8 or 16 bit unsigned pixels, not the raster's {dtype}; "
                "choose TIFF, or give a raster that is stretched to 8 bit.",
                dtype=profile.dtype,
            )
        if profile.band_count > 4:
            raise ExportError(
                "IMAGE_CHIP_FORMAT: PNG holds 1 to 4 bands, not the raster's {bands}; choose TIFF, "
                "or give a raster with a selection of up to four bands.",
                bands=profile.band_count,
            )

    def image(self, chip: Chip) -> bytes:
        """Return the image file."""
        return encode_png(interleaved(chip.pixels), self.palette)

    def warnings(self) -> list[ExportError]:
        """Return what is to be said of the chips; PNG has a last band of 2 or 4 as alpha only."""
        bands, meanings = self.profile.band_count, self.profile.color_interpretation
        if bands not in (2, 4) or meanings[-1] == gdal.GCI_AlphaBand:
            return super().warnings()
        message = (
            "IMAGE_CHIP_FORMAT: the last of {bands} bands in a PNG is alpha to whoever opens it, and pixels "
            "where it is 0 may be hidden or masked out; choose TIFF to have it as a band like others."
        )
        return [*super().warnings(), ExportError(message, bands=bands)]


class JpegWriter(_SidecarWriter):
    """JPEG, quality 90: 8 bit, one or three bands."""

    name = "JPEG"
    suffix = ".jpg"
    compressed_share = 0.2
    holds_alpha = False
    world_suffix = ".jgw"

    def __init__(self, profile: ImageProfile) -> None:
        """Have GDAL list the driver's options.

        It does so when it is first asked; two threads that ask at once would
        free the list under each other, and their chips would fail.
        """
        super().__init__(profile)
        list_options("JPEG")

    @classmethod
    def check(cls, profile: ImageProfile) -> None:
        """Refuse other pixel types, other numbers of bands, and palettes."""
        if profile.dtype != "uint8":
            raise ExportError(
                "IMAGE_CHIP_FORMAT: JPEG holds 8 bit pixels, not the raster's {dtype}; choose TIFF, "
                "or give a raster that is stretched to 8 bit.",
                dtype=profile.dtype,
            )
        if profile.band_count not in (1, 3):
            raise ExportError(
                "IMAGE_CHIP_FORMAT: JPEG holds 1 or 3 bands beside alpha, not the raster's {bands}; choose "
                "TIFF, or give a raster with a selection of one or three bands.",
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
