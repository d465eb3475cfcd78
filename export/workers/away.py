"""A batch whose chips another process makes; where that fails this one makes them, of the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Future
from typing import Any, Callable

from ...chipping.retry import Stop, wait_for
from ..batches.stages import ReadBatch
from ..batches.under_way import BatchHere, Progress
from ..outcome import BatchOutcome
from .recruiting import Asked, LostError
from .tasks import READ, WRITE


class BatchAway:
    """A batch that a helper was given.

    Attributes:
        read: what was read of it.
    """

    def __init__(
        self,
        read: ReadBatch,
        helper: Asked,
        here: Callable[[ReadBatch], BatchHere],
        placed: Callable[[Iterable[str]], None],
        stop: Stop,
    ) -> None:
        """Have the pixels of a batch read.

        Args:
            read: what was read of it.
            helper: who reads.
            here: gives the same batch to this process.
            placed: takes the paths of files that were written.
            stop: raises Cancelled when the user has cancelled.

        Raises:
            NotShippableError: its labels belong to this process.
        """
        self.read = read
        self._helper = helper
        self._begin_here = here
        self._placed = placed
        self._stop = stop
        self._here: BatchHere | None = None
        self._first = 0
        self._answer = helper.ask(READ, read)
        helper.load += 1

    def count(self) -> int:
        """Wait for its pixels and return how many chips will be written."""
        chips = self._answered(self._answer)
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
        if self._here is None:
            outcome = self._answered(self._answer)
            if outcome is not None:
                return self._taken(outcome)
            again = self._again()
            again.count()
            again.number(self._first)
            return again.write(progress)
        return self._here.write(progress)

    def _taken(self, outcome: BatchOutcome) -> BatchOutcome:
        self._helper.load -= 1
        self._placed(str(name) for name, *_ in outcome.files)
        return outcome

    def _again(self) -> BatchHere:
        """Give the batch to this process."""
        self._helper.load -= 1
        again = self._here = self._begin_here(self.read)
        return again

    def _answered(self, answer: Future[Any]) -> Any:
        """Return what the helper says, None where it is lost; look at Cancel meanwhile."""
        wait_for((answer,), self._stop)
        try:
            return answer.result()
        except LostError:
            return None
