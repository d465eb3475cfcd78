"""Threads for calls that may never return: they do not keep the process from ending.

``concurrent.futures`` waits for its threads when Python ends, for ever where
one of them is stuck in a call to a silent server.
"""

from __future__ import annotations

import queue
import threading
from concurrent.futures import Future
from typing import Any, Callable, TypeVar

T = TypeVar("T")


class DaemonPool:
    """Some daemon threads that work off calls."""

    def __init__(self, size: int, begin: Callable[[], object]) -> None:
        """Start the threads.

        Args:
            size: how many.
            begin: called in each before its first call, which fails where it does.
        """
        self._calls: queue.SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None] = queue.SimpleQueue()
        self._size = size
        for _ in range(size):
            threading.Thread(target=self._work, args=(begin,), daemon=True).start()

    def submit(self, call: Callable[[], T]) -> Future[T]:
        """Have a call made, and return what tells of its end.

        Args:
            call: what to call.
        """
        future: Future[T] = Future()
        self._calls.put((future, call))
        return future

    def close(self) -> None:
        """Let each thread end after its present call; calls that wait are to be cancelled by then."""
        for _ in range(self._size):
            self._calls.put(None)

    def _work(self, begin: Callable[[], object]) -> None:
        begun = False
        for future, call in iter(self._calls.get, None):
            if future.set_running_or_notify_cancel():
                try:
                    if not begun:
                        begin()
                        begun = True
                    future.set_result(call())
                except BaseException as error:  # it is raised again in the thread that waits
                    future.set_exception(error)
