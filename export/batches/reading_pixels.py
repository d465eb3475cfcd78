"""The pixels of a reading, and which of them are wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...chipping.chip import PixelBlock
from ...chipping.plan.listed import ListedBatch
from ...chipping.plan.turned import TurnedTile
from ...chipping.retry import Stop
from ...chipping.window import Window
from ...imagery.resampling.turned import PickedPlaces, turned_block
from ...labels.regions.pixel_mask import PixelMask
from ...labels.shapes.polygons import Outlines
from ..job import PixelSource
from .readings import Reading

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class PixelReader:
    """Reads pixels and fills those that are not wanted.

    Attributes:
        imagery: the pixels.
        mask: which of them are filled, None for none.
        stop: raises Cancelled when the user has cancelled.
    """

    imagery: PixelSource
    mask: PixelMask | None
    stop: Stop

    def read(self, reading: Reading) -> tuple[PixelBlock, Flags | None]:
        """Return the pixels of a reading, and which of them are wanted, None for all.

        Args:
            reading: chips of a grid, or one of a list.
        """
        if not isinstance(reading.batch, ListedBatch):
            return self._window(reading.batch.window)
        tile = reading.batch.chips[0].tile
        block, wanted = self._turned(tile) if tile.angle else self._window(tile.window)
        if reading.around is None:
            return block, wanted
        return block, self._alone(block, wanted, reading.around)

    def _window(self, window: Window) -> tuple[PixelBlock, Flags | None]:
        block = self.imagery.read(window, self.stop)
        fill = self.imagery.profile.fill
        inside = self.mask.blacken(block, window, fill) if self.mask is not None else None
        if inside is None or block.there is None:
            return block, block.there if inside is None else inside
        return block, inside & block.there

    def _turned(self, tile: TurnedTile) -> tuple[PixelBlock, Flags | None]:
        """Return the pixels of a turned tile; those beyond the raster are not wanted."""
        frame = self.imagery.frame
        window = tile.reach.crop(frame.height, frame.width)
        block, wanted = self._window(window)
        places = PickedPlaces(tile, window)
        inside = places.inside if wanted is None else places.of(wanted, False)
        return turned_block(block, places, self.imagery.profile.fill), inside

    def _alone(self, block: PixelBlock, wanted: Flags | None, feature: Outlines) -> Flags | None:
        """Fill the pixels around a feature and return which are wanted."""
        whole = Window(0, 0, *block.values.shape[1:])
        inside = PixelMask(feature).blacken(block, whole, self.imagery.profile.fill)
        if inside is None or wanted is None:
            return wanted if inside is None else inside
        return inside & wanted
