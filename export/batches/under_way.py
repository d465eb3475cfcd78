"""A batch on its way through the loop, in this process."""

from __future__ import annotations

from typing import Callable, Protocol

from ..outcome import BatchOutcome
from .chip_work import ChipWork
from .stages import CountedBatch, NumberedBatch, PixelCalls, ReadBatch
from .uncut import UncutBatch

Progress = Callable[[float], None]
"""Takes how much of a batch is written, 0 to 1."""


class UnderWay(Protocol):
    """A batch that somebody makes the chips of."""

    @property
    def read(self) -> ReadBatch | UncutBatch:
        """What was read of it."""

    def count(self) -> int:
        """Wait for its pixels and return how many chips will be written."""

    def number(self, first: int) -> None:
        """Begin to make its chips.

        Args:
            first: number of the first one.
        """

    def write(self, progress: Progress) -> BatchOutcome:
        """Return what it came to when its files are written.

        Args:
            progress: takes how much of it is written, 0 to 1.
        """


class BatchHere:
    """A batch whose chips this process makes.

    Attributes:
        read: what was read of it.
    """

    def __init__(self, work: ChipWork, read: ReadBatch, pixels: PixelCalls) -> None:
        """Take what was read.

        Args:
            work: makes its chips.
            read: what was read of it.
            pixels: give those of its readings.
        """
        self.read = read
        self._work = work
        self._pixels: PixelCalls = pixels
        self._counted: CountedBatch | None = None
        self._numbered: NumberedBatch | None = None

    def count(self) -> int:
        """Wait for its pixels and return how many chips will be written."""
        counted = self._counted = self._work.count(self.read, self._pixels)
        self._pixels = ()
        return counted.chips

    def number(self, first: int) -> None:
        """Begin to make its chips; see UnderWay."""
        assert self._counted is not None  # nosec B101
        self._numbered = self._work.number(self._counted, first)
        self._counted = None
        self.read = self._numbered.read  # its chips have the labels

    def write(self, progress: Progress) -> BatchOutcome:
        """Return what it came to when its files are written; see UnderWay."""
        assert self._numbered is not None  # nosec B101
        return self._work.write(self._numbered, progress)
