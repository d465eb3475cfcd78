"""A child process that helps: it is asked for several things, and answers them one after another."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future
from threading import Lock, Thread
from typing import Any

from .messages import Packet
from .process import ChildProcess
from .recruiting import LostError
from .shipping import packed, unpacked


class Helper:
    """A child process that is ready.

    Attributes:
        load: batches that it is at.
        lost: why it is not asked any more, "" while it is.
    """

    def __init__(self, child: ChildProcess) -> None:
        """Listen to a child.

        Args:
            child: the process, ready.
        """
        self.load = 0
        self.lost = ""
        self._child = child
        self._asked: deque[Future[Any]] = deque()
        self._lock = Lock()
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()

    def ask(self, task: str, *values: object) -> Future[Any]:
        """Ask for something and return what will be the answer; it raises LostError where none comes.

        Args:
            task: its name.
            *values: what it takes.

        Raises:
            NotShippableError: a value belongs to this process.
        """
        return self.told(task, packed(values))

    def told(self, task: str, parts: Sequence[bytes | memoryview]) -> Future[Any]:
        """Ask the same with values that are packed already; see ``ask``."""
        future: Future[Any] = Future()
        with self._lock:  # answers come in the order of what was asked
            if self.lost:
                future.set_exception(LostError(self.lost))
                return future
            self._asked.append(future)
            try:
                self._child.send(Packet({"task": task}, parts))
            except LostError as error:
                self._lose(str(error))
        return future

    def _listen(self) -> None:
        while not self.lost:
            try:
                message = self._child.received()
            except LostError as error:
                with self._lock:
                    self._lose(str(error))
                return
            with self._lock:
                future = self._asked.popleft()
                if "failed" in message.header:
                    self._asked.appendleft(future)
                    self._lose(str(message.header["failed"]))
                    return
            future.set_result(unpacked(message.buffers))

    def _lose(self, reason: str) -> None:
        """Give up all that was asked for."""
        self.lost = self.lost or reason
        while self._asked:
            self._asked.popleft().set_exception(LostError(reason))

    def end(self) -> None:
        """End the child; what it is at is lost."""
        self._child.stop()
        self._listener.join()
        self._child.end()
