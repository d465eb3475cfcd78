"""The part of a raster that is used, as pixels: where they lie, what they are, how to read them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..chipping.chip import ImageProfile, PixelBlock
from ..chipping.errors import ExportError
from ..chipping.frame import PixelFrame
from ..chipping.retry import Stop
from ..chipping.stretch import Range
from ..chipping.window import Window
from .source import AroundPixels, Pixels, SourceReport, UnreadableError, empty_block
from .stored_pixels import StoredPixels
from .stretch.stretched import StretchedPixels
from .validity.without_alpha import PixelsWithoutAlpha


@dataclass(frozen=True)
class Imagery:
    """A raster layer as pixels: where they lie, what they are, how to read them.

    Attributes:
        pixels: the source, read by one thread at a time.
        frame: the part of its pixels that is used, on the map.
        place: where that part lies in the source (pixels).
        profile: type, bands and CRS; its width and height are those of a chip.
        name: the layer's name, for messages.
        parameter: the parameter that named the layer, for messages.
    """

    pixels: Pixels
    frame: PixelFrame
    place: Window
    profile: ImageProfile
    name: str
    parameter: str

    def of_pixels(self, pixels: Pixels) -> Imagery:
        """Return the same place in other pixels.

        Args:
            pixels: those of a source around this one's, or of the one that this one's is around.
        """
        bands = pixels.bands
        profile = replace(
            self.profile,
            dtype=bands.dtype,
            nodata=bands.nodata,
            band_names=bands.names,
            color_interpretation=bands.color_interpretation,
            color_table=bands.color_table,
        )
        return replace(self, pixels=pixels, profile=profile)

    def without_alpha(self) -> Imagery:
        """Return the same without its alpha band, which is one of several: it becomes a mask."""
        return self.of_pixels(PixelsWithoutAlpha(self.pixels))

    def stretched(self, ranges: tuple[Range, ...] = ()) -> Imagery:
        """Return the same in 8 bit.

        Args:
            ranges: the values of each band that become 1 and 255; none where they are not known yet.
        """
        return self.of_pixels(StretchedPixels(self.unstretched().pixels, ranges))

    def unstretched(self) -> Imagery:
        """Return the same as it was before it was stretched, if it was."""
        pixels = self.pixels
        return self.of_pixels(pixels.source) if isinstance(pixels, StretchedPixels) else self

    def with_alpha(self) -> Imagery:
        """Return the same, not stretched, with the alpha band that ``without_alpha`` took away, if it did."""
        pixels = self.unstretched().pixels
        return self.of_pixels(pixels.source if isinstance(pixels, PixelsWithoutAlpha) else pixels)

    @property
    def draws_pictures(self) -> bool:
        """Whether the pixels are pictures that a service draws: red, green and blue of 8 bit, and a mask."""
        return not self.is_local and self.profile.dtype == "uint8" and self.pixels.mask_planes > 0

    @property
    def is_local(self) -> bool:
        """Whether reading asks no server."""
        return self.pixels.is_local

    @property
    def block_bytes(self) -> int:
        """Bytes of the source's blocks that a row of chips lies in: the next row may need them again."""
        return self.pixels.block_bytes(self.profile.height)

    @property
    def block_shape(self) -> tuple[int, int]:
        """Rows and columns of a block of the file that is read, 0 and 0 where that is not known."""
        pixels = self.pixels
        while isinstance(pixels, AroundPixels):
            pixels = pixels.source
        return pixels.block_shape if isinstance(pixels, StoredPixels) else (0, 0)

    @property
    def report(self) -> SourceReport:
        """What happened while the source was read."""
        return self.pixels.report

    def read(self, window: Window, stop: Stop) -> PixelBlock:
        """Return the pixels of a window that may reach beyond the raster.

        Pixels beyond the raster hold the band's nodata value, or 0, and are
        masked out where the raster has a mask.

        Args:
            window: the pixels.
            stop: raises Cancelled when the user has cancelled.

        Raises:
            ExportError: they could not be read.
        """
        block = empty_block(window, self.pixels.bands, self.pixels.mask_planes)
        inside = window.crop(self.frame.height, self.frame.width)
        beyond = block.values[:, inside.height :], block.values[:, : inside.height, inside.width :]
        for part in beyond:  # a window reaches beyond the raster below and to the right only
            part[:] = np.array(self.profile.fill).reshape(-1, 1, 1)
        if inside.width and inside.height:
            moved = inside.shifted(self.place.row_off, self.place.col_off)
            try:
                self.pixels.read(moved, block.part(inside, window), stop)
            except UnreadableError as error:
                raise self._failure(error) from error
        return block

    def _failure(self, error: UnreadableError) -> ExportError:
        part = error.window.shifted(-self.place.row_off, -self.place.col_off)
        return ExportError(
            "{parameter}: {name} cannot be read at columns {col_off} to {col_end}, rows {row_off} to "
            "{row_end}: {reason}",
            parameter=self.parameter,
            name=self.name,
            col_off=part.col_off,
            col_end=part.col_end,
            row_off=part.row_off,
            row_end=part.row_end,
            reason=error,
        )
