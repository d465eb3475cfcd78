"""A child process: how it is started, known, asked and ended.

What is started is a Python that belongs to this one, given as a list, without a shell.
"""

from __future__ import annotations

import os
import subprocess  # nosec B404
import sys
import tempfile
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from .messages import BrokenMessageError, Packet, receive, send
from .program import what_this_is
from .recruiting import LostError

START_SECONDS = 20.0
"""How long a child may take until it is ready."""

_END_SECONDS = 1.0
_SAID = 400  # characters of its last words that are told

_BEGIN = """
import sys
name, root, sys.path[:] = sys.argv[1], sys.argv[2], sys.argv[3:]
from importlib import import_module, util
spec = util.spec_from_file_location(name, root + "/__init__.py", submodule_search_locations=[root])
sys.modules[name] = util.module_from_spec(spec)
import_module(name + ".export.workers.program").main()
"""
"""Begins a child: the package may lie in a folder of any name, and its folder on no path."""


class ChildProcess:
    """A child of this process.

    Attributes:
        facts: what the child has said of itself.
    """

    def __init__(self, python: Path, begin: Sequence[str] = ("-c", _BEGIN), keep: Sequence[int] = ()) -> None:
        """Start it; it is not ready yet.

        Args:
            python: the program.
            begin: what the program is to run.
            keep: open files whose locks last until the child ends; Windows knows no such thing.

        Raises:
            LostError: it cannot be started.
        """
        self.facts: dict[str, Any] = {}
        self._said: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed by ``end``
        package = __name__.partition(".export.")[0]
        root = str(Path(__file__).resolve().parents[2])
        path = [each for each in sys.path if Path(each).is_absolute()]
        command = [str(python), *begin, package, root, *path]
        try:
            self._process = subprocess.Popen(  # nosec B603
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._said,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                start_new_session=True,
                pass_fds=keep if os.name == "posix" else (),
            )
        except OSError as error:
            self._said.close()
            raise LostError(f"{python} cannot be started: {error}") from error

    def wait_until_ready(self, seconds: float = START_SECONDS) -> None:
        """Wait until the child is ready.

        Args:
            seconds: how long it may take.

        Raises:
            LostError: it does not become ready, or would not make the same bytes; it has ended.
        """
        late = threading.Timer(seconds, self._process.kill)
        late.start()
        try:
            message = self.received()
        except LostError as error:
            reason = f"it was not ready after {seconds:g} s" if not late.is_alive() else str(error)
            self.end(0.0)
            raise LostError(reason) from error
        finally:
            late.cancel()
        self.facts = message.header
        mine = {"task": "ready", **what_this_is()}
        other = {name: self.facts.get(name) for name in mine}
        if other != mine:
            self.end(0.0)
            raise LostError(f"it is another one: {other} instead of {mine}")

    def send(self, message: Packet) -> None:
        """Tell the child something.

        Raises:
            LostError: it has ended.
        """
        assert self._process.stdin is not None  # nosec B101
        try:
            send(self._process.stdin, message)  # type: ignore[arg-type]
        except (OSError, ValueError) as error:
            raise LostError(self._last_words()) from error

    def received(self) -> Packet:
        """Return what the child says next; wait for it.

        Raises:
            LostError: it has ended.
        """
        assert self._process.stdout is not None  # nosec B101
        try:
            message = receive(self._process.stdout)  # type: ignore[arg-type]
        except (BrokenMessageError, OSError, ValueError) as error:  # ValueError: it is listened to no longer
            raise LostError(f"it says what is no message: {error}") from error
        if message is None:
            raise LostError(self._last_words())
        return message

    def _last_words(self) -> str:
        try:
            code = self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            return "it no longer listens"
        if self._said.closed:
            return f"it ended with {code}"
        self._said.seek(0)
        lines = self._said.read().decode(errors="replace").strip().splitlines()
        return f"it ended with {code}: {lines[-1][:_SAID] if lines else 'nothing said'}"

    def let_go(self) -> None:
        """Let the child end by itself: it does when it is no longer spoken to."""
        if self._process.stdin is not None:
            with suppress(OSError):  # what was on its way to a child that has gone
                self._process.stdin.close()

    def stop(self, seconds: float = _END_SECONDS) -> None:
        """End the child and wait for that; what it has said can still be heard.

        Args:
            seconds: how long it may take to end by itself.
        """
        self.let_go()
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def end(self, seconds: float = _END_SECONDS) -> None:
        """End the child, and listen no longer.

        Args:
            seconds: how long it may take to end by itself.
        """
        self.stop(seconds)
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._said.close()
