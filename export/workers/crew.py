"""Who makes the chips of batches: this process, and others beside it where there is work enough."""

from __future__ import annotations

import time
from types import TracebackType

from ...chipping.messages import Message
from ...chipping.plan.listed import AnyBatch
from ...chipping.retry import Stop
from ..batches.batch_reading import BatchReading
from ..batches.chip_work import ChipWork
from ..batches.stages import PixelCalls, ReadBatch
from ..batches.under_way import BatchHere, UnderWay
from ..job import ExportJob
from ..pools import Pools
from ..storage.commits import Commits
from .away import AnyRead, BatchAway, Home
from .recruiting import Asked, Recruits
from .shipping import NotShippableError, packed
from .tasks import loaded_qt
from .turns import Turns

_FIRST_SECONDS = 0.5  # of work, from which the rest can be told


class Crew:
    """Gives each batch to a process: to this one, and to helpers as soon as they are ready.

    Helpers are started where the work that is left takes longer than their start.
    """

    def __init__(
        self,
        job: ExportJob,
        pools: Pools,
        commits: Commits,
        stop: Stop,
        recruits: Recruits | None,
        turns: Turns,
    ) -> None:
        """Begin with this process.

        Args:
            job: all that the export works with.
            pools: threads of this process that help.
            commits: writes files and knows the folder.
            stop: raises Cancelled when the user has cancelled.
            recruits: where helpers come from, None for this process alone.
            turns: whose turn it is.
        """
        self._job = job
        self._commits = commits
        self._stop = stop
        self._work = ChipWork(job.chips, pools, commits.place, stop)
        self._reading = BatchReading(job, stop)
        self._home = Home(self._again, commits.placed, job.labels.report.add_counts)
        self._recruits = recruits if job.goes_elsewhere else None
        self._ready: list[Asked] = []
        self._failures: list[str] = []
        self._is_called = False
        self._turns = turns
        self._began = time.monotonic()

    def __enter__(self) -> Crew:
        """Call helpers at once where their start does not count."""
        if self._recruits is not None and not self._job.limits.helper_seconds:
            self._call()
            self._recruits.wait()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End all helpers."""
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
        return (
            *map(_unused, dict.fromkeys(self._failures)),
            *map(_lost, lost),
        )

    def grow(self, done: int, left: int) -> None:
        """Start helpers where that pays; of the first row of blocks the time says little.

        Args:
            done: chips that this run has dealt with.
            left: chips that it has not.
        """
        seconds = time.monotonic() - self._began
        if self._is_called or self._recruits is None or seconds < _FIRST_SECONDS:
            return
        if done < self._job.chips_of_blocks:
            return
        if seconds / max(1, done) * left > self._job.limits.helper_seconds:
            self._call()

    def begin(self, number: int, batch: AnyBatch) -> UnderWay:
        """Read the labels of a batch, and have its pixels read.

        Args:
            number: its place among the batches.
            batch: the chips.
        """
        helper = self._next(batch)
        if helper is None:
            begun = self._reading.read(number, batch, self._work.begin)
            return self._here(begun.read, begun.pixels)
        read = self._reading.for_another(number, batch)
        if isinstance(read, ReadBatch) and not read.readings:
            return self._here(read)
        try:
            return BatchAway(read, helper, self._home, self._stop)
        except NotShippableError as error:
            self._ready.clear()
            self._failures.append(str(error))
            return self._again(read)

    def _again(self, read: AnyRead) -> BatchHere:
        """Give a batch to this process that a helper could not make."""
        if isinstance(read, ReadBatch):
            return self._here(read)
        return self._here(self._reading.cut(read))

    def _here(self, read: ReadBatch, pixels: PixelCalls | None = None) -> BatchHere:
        """Give a batch to this process."""
        return BatchHere(self._work, read, self._work.begin(read.readings) if pixels is None else pixels)

    def _usable(self) -> list[Asked]:
        return [each for each in self._ready if not each.lost]

    def _next(self, batch: AnyBatch) -> Asked | None:
        """Return who gets the next batch, None for this process."""
        usable = self._usable()
        wanted = self._recruits.wanted if self._recruits is not None else 0
        return self._turns.next(usable, len(usable) < wanted, batch)

    def _call(self) -> None:
        """Have helpers come."""
        self._is_called = True
        try:
            job = [bytes(part) for part in packed((self._job.chips, self._reading.cutter_elsewhere))]
            parts = packed((loaded_qt(), job, self._commits.folder, self._job.block_bytes))
        except NotShippableError as error:
            self._failures.append(str(error))
            return
        if self._recruits is not None:
            self._recruits.bring(parts, self._ready.append, self._failures.append)


def _unused(reason: str) -> Message:
    return Message(
        "WORKERS: a worker process could not be used ({reason}); the others did its work.", reason=reason
    )


def _lost(reason: str) -> Message:
    return Message(
        "WORKERS: a worker process was lost ({reason}); what it was at was done again.", reason=reason
    )
