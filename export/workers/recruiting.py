"""Where helpers come from: the interface."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any, Callable, NamedTuple, Protocol, TypeVar

from ...chipping.retry import Stop, wait_for

T = TypeVar("T")


class LostError(Exception):
    """A helper cannot be used, or no longer; the message says why, for the log."""


def awaited(answer: Future[T], stop: Stop) -> T | None:
    """Return what a helper says, None where it is lost; look at Cancel meanwhile.

    Args:
        answer: what will be the answer.
        stop: raises Cancelled when the user has cancelled.
    """
    wait_for((answer,), stop)
    try:
        return answer.result()
    except LostError:
        return None


Parts = Sequence["bytes | memoryview"]
"""An object, packed; see ``packed``."""


class Told(NamedTuple):
    """What helpers are told first.

    Attributes:
        task: its name, see ``tasks``.
        parts: what it takes, packed.
    """

    task: str
    parts: Parts


class Asked(Protocol):
    """Another process that makes chips.

    Attributes:
        load: batches that it is at.
        lost: why it is not asked any more, "" while it is.
    """

    load: int
    lost: str

    def ask(self, task: str, *values: object) -> Future[Any]:
        """Ask for something and return what will be the answer; it raises LostError where none comes.

        Args:
            task: its name, see ``tasks``.
            *values: what it takes.

        Raises:
            NotShippableError: a value belongs to this process.
        """


class Recruits(Protocol):
    """Helpers of one kind.

    Attributes:
        wanted: how many there are to be.
    """

    wanted: int

    def bring(self, told: Told, joined: Callable[[Asked], None], failed: Callable[[str], None]) -> None:
        """Have helpers join as soon as they are ready; return at once.

        Args:
            told: what they are told first.
            joined: takes one that is ready; called in another thread.
            failed: takes why one cannot be used, for the log; likewise.
        """

    def wait(self) -> None:
        """Wait until each has joined or failed."""

    def end(self) -> None:
        """End or leave all of them; what they are at is lost."""
