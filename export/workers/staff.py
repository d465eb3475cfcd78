"""The helpers of a piece of work: called where the work that is left takes longer than their start."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Callable

from ...chipping.messages import Message
from ...chipping.plan.listed import AnyBatch
from .recruiting import Asked, Recruits, Told
from .shipping import NotShippableError
from .turns import Turns

_FIRST_SECONDS = 0.5  # of work, from which the rest can be told


class Staff:
    """Helpers, as soon as they are ready, and whose turn it is."""

    def __init__(
        self, recruits: Recruits | None, turns: Turns, seconds: float, told: Callable[[], Told]
    ) -> None:
        """Begin with none.

        Args:
            recruits: where helpers come from, None for none.
            turns: whose turn it is.
            seconds: of work ahead that pay for their start; 0: the work begins when they are ready.
            told: gives what they are told first; raises NotShippableError where that belongs to this process.
        """
        self._recruits = recruits
        self._turns = turns
        self._seconds = seconds
        self._told = told
        self._ready: list[Asked] = []
        self._failures: list[str] = []
        self._is_called = False
        self._began = time.monotonic()

    @contextmanager
    def at_work(self) -> Iterator[Staff]:
        """Call helpers at once where their start does not count; end all of them afterwards."""
        try:
            if self._recruits is not None and not self._seconds:
                self._call(self._recruits)
                self._recruits.wait()
            yield self
        finally:
            if self._recruits is not None:
                self._recruits.end()

    @property
    def batches(self) -> int:
        """Batches that helpers may have at a time."""
        return self._turns.most * len(self._usable())

    @property
    def notes(self) -> tuple[Message, ...]:
        """What is to be said of helpers that could not be used, or no longer."""
        lost = dict.fromkeys(each.lost for each in self._ready if each.lost)
        return (*map(_unused, dict.fromkeys(self._failures)), *map(_lost, lost))

    def grow(self, done: int, left: int) -> None:
        """Start helpers where that pays.

        Args:
            done: chips that have been dealt with since the work began.
            left: chips that have not.
        """
        seconds = time.monotonic() - self._began
        if self._is_called or self._recruits is None or seconds < _FIRST_SECONDS:
            return
        if seconds / max(1, done) * left > self._seconds:
            self._call(self._recruits)

    def next(self, batch: AnyBatch) -> Asked | None:
        """Return who gets a batch, None for this process."""
        usable = self._usable()
        wanted = self._recruits.wanted if self._recruits is not None else 0
        return self._turns.next(usable, len(usable) < wanted, batch)

    def dismiss(self, error: NotShippableError) -> None:
        """Ask no helper any more: what they would be sent belongs to this process."""
        self._ready.clear()
        self._failures.append(str(error))

    def _usable(self) -> list[Asked]:
        return [each for each in self._ready if not each.lost]

    def _call(self, recruits: Recruits) -> None:
        """Have helpers come."""
        self._is_called = True
        try:
            told = self._told()
        except NotShippableError as error:
            self._failures.append(str(error))
            return
        recruits.bring(told, self._ready.append, self._failures.append)


def _unused(reason: str) -> Message:
    return Message(
        "WORKERS: a worker process could not be used ({reason}); the others did its work.", reason=reason
    )


def _lost(reason: str) -> Message:
    return Message(
        "WORKERS: a worker process was lost ({reason}); what it was at was done again.", reason=reason
    )
