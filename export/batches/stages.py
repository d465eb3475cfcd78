"""What a batch is on its way through the loop."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from typing import Any, Callable, NamedTuple

from ...chipping.chip import PixelBlock
from ...chipping.plan.grid import Place
from ...chipping.plan.selection import Chosen
from ...chipping.statistics.batches import ChipStatistics
from ...labels.source import BatchLabels
from ..outcome import WrittenChip
from .readings import Reading


class ReadPixels(NamedTuple):
    """The pixels of some chips.

    Attributes:
        block: those of the window that holds them.
        statistics: those of each chip that is asked for.
        second: the same of a second raster, None where there is none.
    """

    block: PixelBlock
    statistics: list[ChipStatistics]
    second: ReadPixels | None = None


PixelCalls = Sequence[Callable[[], ReadPixels]]
"""Give the pixels of some readings, one after another."""


class ReadBatch(NamedTuple):
    """A batch whose labels have been read.

    Attributes:
        number: its place among the batches.
        size: its chips, those left out included.
        chosen: those that are exported, as far as their place decides.
        labels: their labels.
        news: what happened to features, for the journal.
        readings: which pixels are read together, in the order of the chips.
        left_out: chips that are not wanted, by reason.
    """

    number: int
    size: int
    chosen: Chosen
    labels: BatchLabels
    news: dict[str, Any]
    readings: Sequence[Reading]
    left_out: Mapping[str, int]

    @property
    def wanted(self) -> int:
        """Chips whose pixels are read."""
        return sum(len(reading.places) for reading in self.readings)

    @property
    def pixels_read(self) -> int:
        """Pixels that are read."""
        windows = (reading.batch.window for reading in self.readings)
        return sum(window.width * window.height for window in windows)


class KeptChips(NamedTuple):
    """The chips of a reading that have valid pixels.

    Attributes:
        reading: what was read.
        block: its pixels.
        chips: row and column of each chip, and the statistics of its bands, and of those of its second image.
        second: the pixels of a second raster, None where there is none.
    """

    reading: Reading
    block: PixelBlock
    chips: list[tuple[Place, ChipStatistics, ChipStatistics]]
    second: PixelBlock | None = None


class CountedBatch(NamedTuple):
    """A batch that knows which of its chips will be written.

    Attributes:
        read: the batch as it was read.
        kept: its chips, in their order.
    """

    read: ReadBatch
    kept: Sequence[KeptChips]

    @property
    def chips(self) -> int:
        """Chips that will be written."""
        return sum(len(each.chips) for each in self.kept)


EncodedFiles = tuple[str, dict[str, bytes], WrittenChip]
"""The folder of a chip's set, its files in the export folder, and what is kept of it once they stand."""


class NumberedBatch(NamedTuple):
    """A batch whose chips have numbers and are being encoded.

    Attributes:
        read: the batch as it was read, without its labels.
        chips: give each chip, encoded.
        next_index: number that a further chip would get.
    """

    read: ReadBatch
    chips: deque[Callable[[], EncodedFiles]]
    next_index: int
