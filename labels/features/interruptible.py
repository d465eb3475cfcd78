"""Calls that take long and cannot be told to stop."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from concurrent.futures import TimeoutError as StillRunning
from typing import Callable, TypeVar

T = TypeVar("T")

_PATIENCE = 0.1  # seconds between looks at Cancel


def interruptible(call: Callable[[], T], stop: Callable[[], None]) -> T:
    """Return what a call returns, and look at Cancel while it runs.

    After Cancel the call goes on in a thread of its own until it is done; what
    it works on must be its own, and nobody hears of its end.

    Args:
        call: lets go of Python's lock while it works, as GEOS does.
        stop: raises Cancelled when the user has cancelled.
    """
    future: Future[T] = Future()
    threading.Thread(target=_work, args=(call, future), daemon=True).start()
    while True:
        try:
            return future.result(timeout=_PATIENCE)
        except StillRunning:
            if future.done():  # it is the call's own
                raise
            stop()


def _work(call: Callable[[], T], future: Future[T]) -> None:
    try:
        future.set_result(call())
    except BaseException as error:  # it is raised again in the thread that waits
        future.set_exception(error)
