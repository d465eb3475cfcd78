"""A source without its alpha band: what is transparent is masked out, and holds the fill value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ...chipping.chip import PixelBlock
from ...chipping.frame import PixelFrame
from ...chipping.retry import Stop
from ...chipping.window import Window
from ..open import Imagery
from ..source import AroundPixels, Bands, empty_block
from .valid_pixels import ALPHA_BAND

if TYPE_CHECKING:
    from numpy.typing import NDArray


def without_alpha(imagery: Imagery) -> Imagery:
    """Return imagery without its alpha band, for image formats that hold none.

    Args:
        imagery: one of its bands is alpha, and not the only one.
    """
    pixels = PixelsWithoutAlpha(imagery.pixels)
    bands = pixels.bands
    profile = replace(
        imagery.profile,
        nodata=bands.nodata,
        band_names=bands.names,
        color_interpretation=bands.color_interpretation,
    )
    return replace(imagery, pixels=pixels, profile=profile)


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
        bands, place = self.source.bands, self._alpha
        return replace(
            bands,
            nodata=(*bands.nodata[:place], *bands.nodata[place + 1 :]),
            names=(*bands.names[:place], *bands.names[place + 1 :]),
            color_interpretation=(
                *bands.color_interpretation[:place],
                *bands.color_interpretation[place + 1 :],
            ),
        )

    @property
    def mask_planes(self) -> int:
        """Planes of its mask: what alpha says of all bands, or, with their own masks, one for each."""
        return self.bands.count if self.source.mask_planes > 1 else 1

    def block_bytes(self, rows: int) -> int:
        """Return the bytes of the source's blocks that some rows lie in; see Pixels."""
        return self.source.block_bytes(rows)

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
