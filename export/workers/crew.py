"""Who makes the chips of batches: this process, and others beside it where there is work enough."""

from __future__ import annotations

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
from .recruiting import Recruits, Told
from .shipping import NotShippableError, packed
from .staff import Staff
from .tasks import JOB, loaded_qt
from .turns import Turns


class Crew:
    """Gives each batch to a process: to this one, and to helpers as soon as they are ready.

    Attributes:
        staff: the helpers.
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
        self._work = ChipWork(job.chips, pools, commits.placing, stop)
        self._reading = BatchReading(job, stop)
        self._home = Home(self._again, commits.placed, job.labels.report.add_counts)
        recruits = recruits if job.goes_elsewhere else None
        self.staff = Staff(recruits, turns, job.limits.helper_seconds, self._told)

    def grow(self, done: int, left: int) -> None:
        """Start helpers where that pays; of the first row of blocks the time says little.

        Args:
            done: chips that this run has dealt with.
            left: chips that it has not.
        """
        if done >= self._job.chips_of_blocks:
            self.staff.grow(done, left)

    def begin(self, number: int, batch: AnyBatch) -> UnderWay:
        """Read the labels of a batch, and have its pixels read.

        Args:
            number: its place among the batches.
            batch: the chips.
        """
        helper = self.staff.next(batch)
        if helper is None:
            begun = self._reading.read(number, batch, self._work.begin)
            return self._here(begun.read, begun.pixels)
        read = self._reading.for_another(number, batch)
        if isinstance(read, ReadBatch) and not read.readings:
            return self._here(read)
        try:
            return BatchAway(read, helper, self._home, self._stop)
        except NotShippableError as error:
            self.staff.dismiss(error)
            return self._again(read)

    def _again(self, read: AnyRead) -> BatchHere:
        """Give a batch to this process that a helper could not make."""
        if isinstance(read, ReadBatch):
            return self._here(read)
        return self._here(self._reading.cut(read))

    def _here(self, read: ReadBatch, pixels: PixelCalls | None = None) -> BatchHere:
        """Give a batch to this process."""
        return BatchHere(self._work, read, self._work.begin(read.readings) if pixels is None else pixels)

    def _told(self) -> Told:
        """Return what helpers are told first."""
        job = [bytes(part) for part in packed((self._job.chips, self._reading.cutter_elsewhere))]
        return Told(JOB, packed((loaded_qt(), job, self._commits.folder, self._job.block_bytes)))
