"""A source without its alpha band: what is transparent is masked out, and holds the fill value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ...chipping.chip import PixelBlock
from ...chipping.frame import PixelFrame
from ...chipping.retry import Stop
from ...chipping.window import Window
from ..source import AroundPixels, Bands, Pixels, empty_block
from .valid_pixels import ALPHA_BAND

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True)
class PixelsWithoutAlpha(AroundPixels):
    """The other bands of a source with an alpha band.

    A pixel counts where its alpha is not 0, and where the source's own mask
    says so; one that does not holds each band's nodata value, or 0.

    Attributes:
        source: the pixels with alpha.
    """

    @property
    def frame(self) -> PixelFrame:
        """All its pixels on the map."""
        return self.source.frame

    @property
    def bands(self) -> Bands:
        """What the other bands are."""
        bands = self.source.bands
        others = [place for place in range(bands.count) if place != self._alpha]
        return replace(
            bands,
            nodata=tuple(bands.nodata[place] for place in others),
            names=tuple(bands.names[place] for place in others),
            color_interpretation=tuple(bands.color_interpretation[place] for place in others),
            numbers=tuple(map(bands.number, others)),
        )

    @property
    def mask_planes(self) -> int:
        """Planes of its mask: what alpha says of all bands, or, with their own masks, one for each."""
        return self.bands.count if self.source.mask_planes > 1 else 1

    def block_bytes(self, rows: int) -> int:
        """Return the bytes of the source's blocks that some rows lie in; see Pixels."""
        return self.source.block_bytes(rows)

    @property
    def alpha_number(self) -> int:
        """The raster's number of the alpha band."""
        return self.source.bands.number(self._alpha)

    def read(self, window: Window, out: PixelBlock, stop: Stop) -> None:
        """Read pixels; see Pixels.

        Raises:
            UnreadableError: they could not be read.
        """
        block = empty_block(window, self.source.bands, self.source.mask_planes)
        self.source.read(window, block, stop)
        visible = self._visible(block)
        fill = np.array([value or 0 for value in self.bands.nodata]).reshape(-1, 1, 1)
        out.values[:] = np.where(visible, np.delete(block.values, self._alpha, axis=0), fill)
        if out.mask is not None:
            out.mask[:] = visible.reshape(out.mask.shape)

    @property
    def _alpha(self) -> int:
        """Place of the alpha band, from 0."""
        return self.source.bands.color_interpretation.index(ALPHA_BAND)

    def _visible(self, block: PixelBlock) -> NDArray[np.bool_]:
        """Return which pixels count, (1, rows, columns), or a plane for each of the other bands."""
        visible: NDArray[np.bool_] = block.values[self._alpha][np.newaxis] != 0
        if block.mask is None:
            return visible
        own = block.mask.reshape(-1, *visible.shape[1:])
        others = np.delete(own, self._alpha, axis=0) if self.source.mask_planes > 1 else own
        return visible & others


def alpha_number(pixels: Pixels) -> int:
    """Return the raster's number of the band that says which pixels are transparent, 0 for none.

    Args:
        pixels: with that band, or without it.
    """
    meanings = pixels.bands.color_interpretation
    if ALPHA_BAND in meanings:
        return pixels.bands.number(meanings.index(ALPHA_BAND))
    if isinstance(pixels, PixelsWithoutAlpha):
        return pixels.alpha_number
    return alpha_number(pixels.source) if isinstance(pixels, AroundPixels) else 0
