"""Helpers on this machine: child processes."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Callable

from .helper import Helper
from .interpreter import RunningPython, interpreters
from .process import ChildProcess
from .recruiting import Asked, LostError, Told


class Children:
    """Child processes.

    Attributes:
        wanted: how many there are to be.
    """

    def __init__(self, wanted: int, lock: int | None) -> None:
        """Begin with none.

        Args:
            wanted: how many there are to be.
            lock: the open file whose lock keeps others out of the export folder, which children hold, too;
                None for none.
        """
        self.wanted = wanted
        self._kept = () if lock is None else (lock,)
        self._started: list[ChildProcess] = []
        self._helpers: list[Helper] = []
        self._threads: list[Thread] = []
        self._ended = False

    def bring(self, told: Told, joined: Callable[[Asked], None], failed: Callable[[str], None]) -> None:
        """Start all children; see Recruits."""
        pythons = interpreters(RunningPython.here())
        if not pythons:
            failed("no Python was found beside QGIS")
            return
        for _ in range(self.wanted):
            self._threads.append(
                Thread(target=self._bring, args=(pythons, told, joined, failed), daemon=True)
            )
            self._threads[-1].start()

    def _bring(
        self,
        pythons: Sequence[Path],
        told: Told,
        joined: Callable[[Asked], None],
        failed: Callable[[str], None],
    ) -> None:
        """Start a child, wait until it is ready, and let it join."""
        try:
            helper = self._first(pythons)
            helper.told(*told).result()
        except LostError as error:
            if not self._ended:
                failed(str(error))
        else:
            joined(helper)

    def _first(self, pythons: Sequence[Path]) -> Helper:
        """Return a child of the first Python that has what is needed, and is the same as this one."""
        *others, last = pythons
        for python in others:
            with suppress(LostError):
                return self._helper(python)
        return self._helper(last)

    def _helper(self, python: Path) -> Helper:
        child = ChildProcess(python, keep=self._kept)
        self._started.append(child)
        if self._ended:
            child.end(0.0)
        child.wait_until_ready()
        helper = Helper(child)
        self._helpers.append(helper)
        return helper

    def wait(self) -> None:
        """Wait until each has joined or failed."""
        for thread in self._threads:
            thread.join()

    def end(self) -> None:
        """End all of them, side by side."""
        self._ended = True
        for child in self._started:
            child.let_go()
        for helper in self._helpers:
            helper.end()
        for child in self._started:
            child.end()
