"""A batch whose chips another process makes; where that fails this one makes them, of the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Callable, NamedTuple, Union

from ...chipping.retry import Stop
from ..batches.stages import ReadBatch
from ..batches.uncut import UncutBatch, counts_of
from ..batches.under_way import BatchHere, Progress
from ..outcome import BatchOutcome
from .recruiting import Asked, awaited
from .tasks import READ, WRITE

AnyRead = Union[ReadBatch, UncutBatch]
"""What is read of a batch before it is given away."""


class Home(NamedTuple):
    """What this process does with batches that it gave away.

    Attributes:
        again: makes one of them here.
        placed: takes the paths of files that were written.
        counted: takes how many objects were left out when labels were cut, by reason.
    """

    again: Callable[[AnyRead], BatchHere]
    placed: Callable[[Iterable[str]], None]
    counted: Callable[[Mapping[str, int]], None]


class BatchAway:
    """A batch that a helper was given.

    Attributes:
        read: what was read of it.
    """

    def __init__(self, read: AnyRead, helper: Asked, home: Home, stop: Stop) -> None:
        """Have the pixels of a batch read.

        Args:
            read: what was read of it.
            helper: who reads.
            home: what this process does.
            stop: raises Cancelled when the user has cancelled.

        Raises:
            NotShippableError: its labels belong to this process.
        """
        self.read = read
        self._helper = helper
        self._home = home
        self._stop = stop
        self._here: BatchHere | None = None
        self._first = 0
        self._answer = helper.ask(READ, read)
        helper.load += 1

    def count(self) -> int:
        """Wait for its pixels and return how many chips will be written."""
        chips = awaited(self._answer, self._stop)
        if chips is None:
            return self._again().count()
        count: int = chips
        return count

    def number(self, first: int) -> None:
        """Have its chips made; see UnderWay."""
        self._first = first
        if self._here is not None:
            self._here.number(first)
        else:
            self._answer = self._helper.ask(WRITE, self.read.number, first)

    def write(self, progress: Progress) -> BatchOutcome:
        """Return what it came to when its files are written; see UnderWay."""
        outcome = self._written(progress) if self._here is None else self._here.write(progress)
        self._home.counted(counts_of(outcome.news, self.read.news))
        return outcome

    def _written(self, progress: Progress) -> BatchOutcome:
        """Return what the helper has made of it, or this process where that is lost."""
        outcome: BatchOutcome | None = awaited(self._answer, self._stop)
        if outcome is not None:
            self._helper.load -= 1
            self._home.placed([file[0] for file in outcome.files])
            return outcome
        again = self._again()
        again.count()
        again.number(self._first)
        return again.write(progress)

    def _again(self) -> BatchHere:
        """Give the batch to this process."""
        self._helper.load -= 1
        again = self._here = self._home.again(self.read)
        return again
