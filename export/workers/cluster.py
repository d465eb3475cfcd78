"""Helpers on other machines: the workers of a Dask cluster, by the package ``distributed``.

A worker keeps what it was told and what it has read in a table of its own, so every
task of a helper goes to that very worker. When the worker has gone, its tasks would
wait for ever: so it is looked after.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from queue import SimpleQueue
from threading import Event, Lock, Thread
from typing import Any, Callable
from uuid import uuid4

from .messages import Packet
from .program import what_this_is
from .recruiting import Asked, LostError, Parts, Told
from .shipping import packed, unpacked
from .tasks import Tasks

SECONDS = 10.0
"""How long a scheduler may take to answer."""

_LOOK_SECONDS = 0.5  # between looks at which workers there are
WHAT, LEAVE = "what", "leave"

_told: dict[str, tuple[Tasks, Lock]] = {}
"""On a worker: what it was told, by the export."""


class NoSchedulerError(Exception):
    """No scheduler answers; the message says why."""


class NoDistributedError(Exception):
    """The package ``distributed`` is not there."""


def connected(address: str) -> Any:
    """Return a client of a scheduler.

    Args:
        address: of the scheduler.

    Raises:
        NoDistributedError: the package is not there.
        NoSchedulerError: nobody answers.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise NoDistributedError(str(error)) from error
    try:
        return Client(address, timeout=SECONDS, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise NoSchedulerError(str(error) or type(error).__name__) from error


def check_scheduler(address: str) -> None:
    """Refuse a scheduler that does not answer; see ``connected``."""
    connected(address).close()


def answered(export: str, task: str, parts: Sequence[bytes]) -> tuple[Mapping[str, Any], list[bytes]]:
    """Do a task on a worker.

    Args:
        export: which export it is for.
        task: its name.
        parts: what it takes, packed.
    """
    if task == WHAT:
        return what_this_is(), []
    if task == LEAVE:
        _told.pop(export, None)
        return {}, []
    tasks, lock = _told.setdefault(export, (Tasks(Lock()), Lock()))
    with lock:  # a raster is read by one thread at a time
        answer = tasks.answers()[task](Packet({}, parts))
    return answer.header, [bytes(part) for part in answer.buffers]


class ClusterHelper:
    """A worker of a cluster.

    Attributes:
        load: batches that it is at.
        lost: why it is not asked any more, "" while it is.
        address: of the worker.
    """

    def __init__(self, client: Any, address: str, export: str) -> None:
        """Know a worker.

        Args:
            client: of the scheduler.
            address: of the worker.
            export: which export it works for.
        """
        self.load = 0
        self.lost = ""
        self.address = address
        self._client = client
        self._export = export
        self._open: set[Future[Any]] = set()
        self._lock = Lock()
        self._asked: SimpleQueue[tuple[Any, Future[Any]] | None] = SimpleQueue()
        Thread(target=self._listen, daemon=True).start()

    def ask(self, task: str, *values: object) -> Future[Any]:
        """Ask for something; see Asked."""
        return self.told(task, packed(values))

    def told(self, task: str, parts: Parts) -> Future[Any]:
        """Ask the same with values that are packed already; see ``ask``."""
        future: Future[Any] = Future()
        with self._lock:
            is_lost = bool(self.lost)
            if not is_lost:
                self._open.add(future)
        if is_lost:
            future.set_exception(LostError(self.lost))
            return future
        asked = self._client.submit(
            answered,
            self._export,
            task,
            [bytes(part) for part in parts],
            workers=[self.address],
            allow_other_workers=False,
            pure=False,
        )
        self._asked.put((asked, future))
        return future

    def _listen(self) -> None:
        """Wait for one answer after another: an answer of a worker that has gone never comes."""
        while (one := self._asked.get()) is not None:
            asked, future = one
            try:
                header, parts = asked.result()
                self._take(future, header, unpacked(parts) if parts else header)
            except Exception as error:  # whatever the cluster says
                words = " ".join(f"{type(error).__name__}: {error}".split())
                self._take(future, {"failed": words}, None)

    def _take(self, future: Future[Any], header: Mapping[str, Any], value: object) -> None:
        """Take an answer, unless it is no longer waited for."""
        with self._lock:
            if future not in self._open:
                return
            self._open.remove(future)
        if "failed" in header:
            self.lost = self.lost or str(header["failed"])
            future.set_exception(LostError(self.lost))
        else:
            future.set_result(value)

    def lose(self, reason: str) -> None:
        """Give up all that was asked for."""
        self.lost = self.lost or reason
        with self._lock:
            waiting, self._open = self._open, set()
        for future in waiting:
            future.set_exception(LostError(reason))

    def close(self) -> None:
        """Wait for no more answers."""
        self._asked.put(None)


class Cluster:
    """The workers of a cluster.

    Attributes:
        wanted: how many there are, as far as is known.
    """

    def __init__(self, address: str, most: int | None) -> None:
        """Know a cluster.

        Args:
            address: of its scheduler.
            most: workers that are used, None for all.
        """
        self.wanted = 1
        self._address = address
        self._most = most
        self._client: Any = None
        self._helpers: list[ClusterHelper] = []
        self._ended = Event()
        self._threads: list[Thread] = []

    def bring(self, told: Told, joined: Callable[[Asked], None], failed: Callable[[str], None]) -> None:
        """Have the workers of the cluster join; see Recruits."""
        self._threads = [Thread(target=self._bring, args=(told, joined, failed), daemon=True)]
        self._threads[0].start()

    def _bring(self, told: Told, joined: Callable[[Asked], None], failed: Callable[[str], None]) -> None:
        try:
            self._client = connected(self._address)
        except (NoDistributedError, NoSchedulerError) as error:
            failed(str(error))
            return
        export = uuid4().hex
        addresses = sorted(self._addresses())[: self._most]
        self.wanted = len(addresses)
        self._helpers = [ClusterHelper(self._client, each, export) for each in addresses]
        Thread(target=self._look, daemon=True).start()
        asked = [(helper, helper.told(WHAT, ()), helper.told(*told)) for helper in self._helpers]
        for helper, what, ready in asked:
            try:
                _check(what.result())
                ready.result()
            except LostError as error:
                helper.lose(str(error))
                failed(f"{helper.address}: {error}")
            else:
                joined(helper)
        if not addresses:
            failed("the cluster has no workers")

    def _addresses(self) -> set[str]:
        return set(self._client.nthreads())

    def _look(self) -> None:
        """Notice workers that have gone, and a scheduler that has."""
        while not self._ended.wait(_LOOK_SECONDS):
            try:
                there = self._addresses()
            except Exception as error:  # whatever the cluster says
                there, reason = set(), f"the scheduler has gone: {error}"
            else:
                reason = "it has gone"
            for helper in self._helpers:
                if helper.address not in there:
                    helper.lose(f"{helper.address}: {reason}")

    def wait(self) -> None:
        """Wait until each has joined or failed."""
        for thread in self._threads:
            thread.join()

    def end(self) -> None:
        """Leave all of them."""
        self._ended.set()
        for helper in self._helpers:
            if not helper.lost:
                with suppress(Exception):  # the cluster may be gone
                    helper.told(LEAVE, ())
            helper.lose("the export has ended")
            helper.close()
        if self._client is not None:
            with suppress(Exception):
                self._client.close(timeout=1)


def _check(facts: Mapping[str, Any]) -> None:
    """Refuse a worker that would not make the same bytes.

    Raises:
        LostError: it is another version of something.
    """
    mine = what_this_is()
    if dict(facts) != mine:
        raise LostError(f"it is another one: {dict(facts)} instead of {mine}")
