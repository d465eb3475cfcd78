"""What a child process is: it says what it is, does what it is told, and ends with its parent."""

from __future__ import annotations

import os
import queue
import sys
import threading
from typing import Any, BinaryIO, Callable

import numpy as np
from osgeo import gdal

from ...version import VERSION
from .messages import BrokenMessageError, Packet, receive, send
from .tasks import Tasks

Answer = Callable[[Packet], Packet]


def what_this_is() -> dict[str, Any]:
    """Return what two processes have to have in common to make the same bytes."""
    return {
        "version": VERSION,
        "python": list(sys.version_info[:3]),
        "numpy": np.__version__,
        "gdal": gdal.VersionInfo("RELEASE_NAME"),
    }


class Child:
    """Answers the messages of its parent, one after another.

    Attributes:
        placing: held while files are placed, which is not left half done when the parent ends.
    """

    def __init__(self, inbox: BinaryIO, outbox: BinaryIO) -> None:
        """Listen to the parent from now on.

        Args:
            inbox: what it says; it ends when the parent does.
            outbox: where it listens.
        """
        self.placing = threading.Lock()
        self._outbox = outbox
        self._waiting: queue.SimpleQueue[Packet] = queue.SimpleQueue()
        threading.Thread(target=self._listen, args=(inbox,), daemon=True).start()

    def _listen(self, inbox: BinaryIO) -> None:
        """Take what the parent says; when it says no more, this process ends, whatever it is at."""
        try:
            while (message := receive(inbox)) is not None:
                self._waiting.put(message)
        except (BrokenMessageError, OSError):
            pass
        finally:
            self.placing.acquire()
            os._exit(0)

    def run(self, tasks: dict[str, Answer]) -> None:
        """Say that this is ready, and answer for as long as the parent lives.

        Args:
            tasks: what gives the answers, by the name of what is asked for.
        """
        send(self._outbox, Packet({"task": "ready", **what_this_is()}))
        while True:
            message = self._waiting.get()
            send(self._outbox, tasks[message.header["task"]](message))


def echo(message: Packet) -> Packet:
    """Return what was said: a parent learns that its child answers."""
    return message


def main() -> None:
    """Be a child; what libraries print goes elsewhere than to the parent."""
    outbox = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    child = Child(os.fdopen(0, "rb", closefd=False), outbox)
    child.run({"echo": echo, **Tasks(child.placing).answers()})
