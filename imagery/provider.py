"""Pixels through a layer's data provider, where GDAL does not open its source by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import QgsRasterBlock, QgsRasterDataProvider, QgsRasterLayer, QgsRectangle
from qgis.PyQt import sip

from ..chipping.chip import PixelBlock
from ..chipping.errors import ExportError
from ..chipping.frame import PixelFrame
from ..chipping.pixel_types import NUMPY_NAMES
from ..chipping.retry import Stop
from ..chipping.window import Window
from .band_choice import bands_to_read
from .bands import meanings, provider_bands
from .source import Bands, SourceReport, UnreadableError

if TYPE_CHECKING:
    from numpy.typing import NDArray

_STRIP_PIXELS = 1 << 21  # of a band that are read at once


@dataclass(frozen=True)
class ProviderPixels:
    """A raster whose pixels its data provider gives.

    Attributes:
        provider: a clone of the layer's provider.
        frame: the pixels on the map.
        bands: what they are.
        report: what happened so far.
    """

    is_local = True
    mask_planes = 0

    provider: QgsRasterDataProvider
    frame: PixelFrame
    bands: Bands
    report: SourceReport = field(default_factory=SourceReport)

    @classmethod
    def of(cls, layer: QgsRasterLayer, wanted: Sequence[int] = ()) -> ProviderPixels:
        """Return a layer's pixels; to be called in the layer's thread.

        Args:
            layer: the layer.
            wanted: numbers of the bands that the user chose, in their order; none for all.

        Raises:
            ExportError: the raster cannot be cut into chips.
        """
        provider = layer.dataProvider()
        numbers = bands_to_read(layer.name(), meanings(provider, provider.bandCount()), wanted)
        return cls(_clone(provider), provider_frame(layer), provider_bands(layer, numbers))

    def block_bytes(self, rows: int) -> int:
        """Return 0: what the provider keeps is its own."""
        return 0

    def read(self, window: Window, out: PixelBlock, stop: Stop) -> None:
        """Read pixels; see Pixels.

        Raises:
            UnreadableError: they could not be read.
        """
        for part in window.strips(max(1, _STRIP_PIXELS // window.width)):
            for band, plane in zip(self.bands.numbers, out.part(part, window).values):
                stop()
                block = self._block(band, part)
                plane[:] = block_view(block, NUMPY_NAMES[block.dataType().name])

    def _block(self, band: int, part: Window) -> QgsRasterBlock:
        """Return a band's pixels of a part.

        Raises:
            UnreadableError: the provider could not read them.
        """
        extent = QgsRectangle(*self.frame.extent(part))
        block = self.provider.block(band, extent, part.width, part.height)
        if not block.isValid() or (block.width(), block.height()) != (part.width, part.height):
            raise UnreadableError(f"band {band}: {block.error().summary() or 'the block is not valid'}", part)
        if not self.provider.isValid():  # a clone opens its source late; if it cannot, its blocks hold noise
            raise UnreadableError(f"band {band}: the source cannot be opened", part)
        return block


def block_view(block: QgsRasterBlock, dtype: str) -> NDArray[Any]:
    """Return a block's pixels, (rows, columns), which may die with the block.

    Args:
        block: the block, held by the caller.
        dtype: numpy name of its pixel type.
    """
    return np.frombuffer(block.data(), dtype=dtype).reshape(block.height(), block.width())


def provider_frame(layer: QgsRasterLayer) -> PixelFrame:
    """Return how a layer's pixels lie as its provider says.

    Raises:
        ExportError: the layer has no size.
    """
    provider = layer.dataProvider()
    width, height, extent = provider.xSize(), provider.ySize(), provider.extent()
    if width <= 0 or height <= 0 or extent.isEmpty():
        raise ExportError("{name} has no pixels.", name=layer.name())
    cell_x, cell_y = extent.width() / width, extent.height() / height
    return PixelFrame(extent.xMinimum(), extent.yMaximum(), cell_x, cell_y, height, width)


def _clone(provider: QgsRasterDataProvider) -> QgsRasterDataProvider:
    """Return a clone that closes its source when it is let go.

    QGIS leaves a clone without an owner: its file would stay open to the very
    end. That the layer's own settings ask for resampling must not change its pixels.
    """
    clone = provider.clone()
    sip.transferback(clone)
    clone.enableProviderResampling(False)
    return clone
