"""Cut the pixels and labels of a batch into chips."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from ...chipping.chip import Chip, PixelBlock
from ...chipping.frame import PixelFrame
from ...chipping.plan.grid import Batch, Place
from ...chipping.plan.listed import AnyBatch, ListedBatch
from ...chipping.statistics.batches import ChipStatistics
from ...labels.source import BatchLabels

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]


class CutChip(NamedTuple):
    """A chip that is cut out of its batch.

    Attributes:
        chip: the chip.
        second: the same place in a second raster, None where there is none.
        bands: statistics of each band.
        second_bands: those of its second image.
        folder: of its set.
    """

    chip: Chip
    second: Chip | None
    bands: ChipStatistics
    second_bands: ChipStatistics
    folder: str


class Cutter(Protocol):
    """Knows where the chips of a reading lie in its pixels."""

    def inside(self, places: Sequence[Place]) -> Numbers:
        """Return which pixels of the reading are those of chips, without what lies beyond the raster.

        Args:
            places: of the chips.

        Returns:
            (chips, 4): top, left, bottom, right.
        """

    def chip(self, place: Place, stem: str, pixels: PixelBlock, labels: BatchLabels) -> Chip:
        """Return one chip; its pixels are still part of the reading.

        Args:
            place: of the chip.
            stem: its file name without extension.
            pixels: of the reading.
            labels: those of the batch.
        """


def cutter_of(frame: PixelFrame, batch: AnyBatch) -> Cutter:
    """Return what cuts a reading.

    Args:
        frame: the raster's pixels on the map.
        batch: the chips that were read.
    """
    return TileCutter(frame, batch) if isinstance(batch, ListedBatch) else GridCutter(frame, batch)


@dataclass(frozen=True)
class GridCutter:
    """Cuts a block of chips of a grid; see ``Cutter``.

    Attributes:
        frame: the raster's pixels on the map.
        batch: the chips.
    """

    frame: PixelFrame
    batch: Batch

    def inside(self, places: Sequence[Place]) -> Numbers:
        """Return which pixels are those of chips; see ``Cutter``."""
        window, corners = self.batch.window, self.batch.corners(places)
        ends = np.minimum(np.add(corners, self.batch.tile), (self.frame.height, self.frame.width))
        return np.hstack((corners, ends)) - ([window.row_off, window.col_off] * 2)

    def chip(self, place: Place, stem: str, pixels: PixelBlock, labels: BatchLabels) -> Chip:
        """Return one chip; see ``Cutter``."""
        window = self.batch.window_of(place)
        part = pixels.part(window, self.batch.window)
        return Chip(stem, self.frame.transform(window), part.values, labels.of(place), part.mask)


@dataclass(frozen=True)
class TileCutter:
    """Takes a chip of a list that was read alone; see ``Cutter``.

    Attributes:
        frame: the raster's pixels on the map.
        batch: the one chip.
    """

    frame: PixelFrame
    batch: ListedBatch

    def inside(self, places: Sequence[Place]) -> Numbers:
        """Return which pixels are those of the chip: all where it is turned; see ``Cutter``."""
        tile = self.batch.chip(places[0]).tile
        whole = tile.window
        shown = whole if tile.angle else whole.crop(self.frame.height, self.frame.width)
        return np.array([(0, 0, shown.height, shown.width)], dtype=np.int64)

    def chip(self, place: Place, stem: str, pixels: PixelBlock, labels: BatchLabels) -> Chip:
        """Return the chip; see ``Cutter``."""
        transform = self.batch.chip(place).tile.transform(self.frame)
        return Chip(stem, transform, pixels.values, labels.of(place), pixels.mask)
