"""Patience with sources and threads: wait, look at Cancel, try again, give up in time."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, wait
from dataclasses import dataclass, field
from typing import Any, Callable, Generic, TypeVar

from .readable import length_text

T = TypeVar("T")

Stop = Callable[[], None]
"""Raises Cancelled when the user has cancelled; to be called often."""

PAUSES = (0.25, 0.5, 1.0, 2.0)
"""Seconds to wait before each further attempt; one attempt more than pauses."""

PATIENCE = 2
"""Time-outs after which no further attempt is made: a silent server is asked twice."""

LOOK = 0.05  # seconds between looks at Cancel
_LOOK_AT_THREADS = 0.2  # the same, while threads of ours work


class TroubleError(Exception):
    """A source gave no pixels; its message is the source's own words.

    Attributes:
        passing: another attempt may succeed.
    """

    def __init__(self, words: str, passing: bool = True) -> None:
        """Keep the words.

        Args:
            words: what the source said.
            passing: another attempt may succeed.
        """
        super().__init__(words)
        self.passing = passing


def retried(
    call: Callable[[], T],
    pause: Callable[[float], None],
    patience: float,
    pauses: Sequence[float] = PAUSES,
) -> T:
    """Return what a call returns, with further attempts when it fails in passing.

    Args:
        call: raises TroubleError when it fails.
        pause: waits a number of seconds; may raise to end the waiting.
        patience: seconds after which no further attempt is made.
        pauses: seconds to wait before each further attempt.

    Raises:
        TroubleError: the last attempt failed, or failed for good.
    """
    end = time.monotonic() + patience
    for seconds in pauses:
        try:
            return call()
        except TroubleError as trouble:
            if not trouble.passing or time.monotonic() > end:
                raise
        pause(seconds)
    return call()


def wait_for(futures: Iterable[Future[Any]], stop: Stop) -> None:
    """Return when calls in other threads are done, whatever they came to.

    Args:
        futures: the calls.
        stop: raises Cancelled when the user has cancelled.
    """
    left = set(futures)
    while left:
        stop()
        left = wait(left, timeout=_LOOK_AT_THREADS).not_done


def pause_unless(stop: Stop) -> Callable[[float], None]:
    """Return a way to wait that ends when the user cancels.

    Args:
        stop: raises Cancelled when the user has cancelled.
    """

    def pause(seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            stop()
            time.sleep(min(LOOK, seconds))

    return pause


@dataclass
class _Outcome(Generic[T]):
    """What a call in another thread came to."""

    done: threading.Event = field(default_factory=threading.Event)
    values: list[T] = field(default_factory=list)
    errors: list[BaseException] = field(default_factory=list)

    def fill(self, call: Callable[[], T]) -> None:
        """Run a call and keep its result, whatever it is."""
        try:
            self.values.append(call())
        except BaseException as error:  # it is raised again in the thread that waits
            self.errors.append(error)
        finally:
            self.done.set()


def watched(call: Callable[[], T], stop: Stop, limit: float) -> T:
    """Return what a call returns, however long it blocks, or give up on it.

    The call runs in a thread of its own, which is left behind when it does not
    return; so it must not touch what others use.

    Args:
        call: blocks without looking at Cancel.
        stop: raises Cancelled when the user has cancelled.
        limit: seconds to wait at most.

    Raises:
        TroubleError: it did not return in time.
    """
    outcome: _Outcome[Any] = _Outcome()
    threading.Thread(target=outcome.fill, args=(call,), daemon=True).start()
    end = time.monotonic() + limit
    while not outcome.done.wait(LOOK):
        stop()
        if time.monotonic() > end:
            raise TroubleError(f"no answer within {length_text(limit)} seconds", passing=False)
    if outcome.errors:
        raise outcome.errors[0]
    value: T = outcome.values[0]
    return value
