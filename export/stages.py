"""What a batch is on its way through the loop."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any, NamedTuple

from ..chipping.chip import PixelBlock
from ..chipping.statistics.batches import ChipStatistics
from ..labels.source import BatchLabels
from .outcome import WrittenChip
from .readings import Reading


class ReadPixels(NamedTuple):
    """The pixels of some chips.

    Attributes:
        block: those of the window that holds them.
        statistics: those of each chip that is asked for.
    """

    block: PixelBlock
    statistics: list[ChipStatistics]


class LabelledBatch(NamedTuple):
    """A batch whose labels have been read and whose pixels are being read.

    Attributes:
        number: its place among the batches.
        size: its chips, those left out included.
        labels: their labels.
        news: what happened to features, for the journal.
        readings: which pixels are read together, in the order of the chips.
        pixels: those of each reading.
    """

    number: int
    size: int
    labels: BatchLabels
    news: dict[str, Any]
    readings: Sequence[Reading]
    pixels: Sequence[Future[ReadPixels]]


class CutBatch(NamedTuple):
    """A batch whose chips are being written.

    Attributes:
        read: the batch as it was read, without its pixels.
        chips: its chips, encoded.
        next_index: number that a further chip would get.
    """

    read: LabelledBatch
    chips: deque[Future[tuple[dict[str, bytes], WrittenChip]]]
    next_index: int
