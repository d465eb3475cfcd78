"""The loop: batches in, numbered chips out, statistics on the way.

Three stages work side by side: one thread reads pixels and sums them up, one
reads labels, cuts chips and writes files, and, where chips are compressed,
others encode them.
Results are added up in the order of the chips, so the same input gives the
same bytes for any number of threads.
"""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from ..chipping.errors import Cancelled
from ..chipping.messages import Message
from ..chipping.plan.listed import AnyBatch, ChipBatches
from ..chipping.steps import Step
from .batches.stages import ReadBatch
from .batches.uncut import UncutBatch
from .batches.under_way import UnderWay
from .job import ExportJob, Feedback
from .outcome import BatchOutcome, ExportResult
from .pools import Pools
from .storage.commits import Commits
from .workers.crew import Crew
from .workers.recruits import recruits_of
from .workers.staff import Staff
from .workers.turns import Turns

_AHEAD = 2  # batches begun beyond the one that is waited for: where reading takes longest, it never rests
_MOST_AHEAD = 32  # batches under way


@dataclass
class Export:
    """One run of the loop.

    Attributes:
        job: all that it works with.
        feedback: hears Cancel and says how far it is.
        result: what was counted before; what is written is added to it.
        commits: writes each batch and takes it down, and knows those of an earlier run.
        resumed: chips of the grid that an earlier run has dealt with.
        next_index: number that a further chip would get.
        notes: what is to be said of processes that helped, or could not.
    """

    job: ExportJob
    feedback: Feedback
    result: ExportResult
    commits: Commits
    resumed: int = field(init=False, default=0)
    next_index: int = field(init=False)
    notes: tuple[Message, ...] = ()
    _plan: ChipBatches = field(init=False)
    _finished: int = 0
    _done: int = 0

    def __post_init__(self) -> None:
        """Start at the number that the user gave, or where an earlier run stopped.

        Raises:
            ExportError: that was an export of other chips.
        """
        self.next_index = self.job.options.start_index
        self._plan = self.job.batches()
        self.commits.check(map(len, self._plan))
        for record in self.commits.records():
            self.stop()
            self.job.labels.report.add(record["news"])
            self.result.restore(record)
            self.next_index, self._finished = record["next_index"], record["number"] + 1
            self.resumed += record["size"]
        self._done = self.resumed

    def run(self) -> ExportResult:
        """Write all chips and return what was written.

        Raises:
            Cancelled: the user cancelled; whole chips remain.
            ExportError: reading or writing failed; whole chips remain.
        """
        recruits = recruits_of(self.job, self.commits.lock)
        left, rows = self.job.total - self.resumed, self.job.imagery.block_shape[0]
        turns = Turns(left, self._plan.budget * self.job.pixel_bytes, rows)
        pools = Pools.of(self.job)
        crew = Crew(self.job, pools, self.commits, self.stop, recruits, turns)
        with pools, crew.staff.at_work() as staff:
            begun = (crew.begin(number, batch) for number, batch in self._unfinished())
            numbered = map(self._numbered, self._ahead(begun, staff))
            for batch in self._ahead(numbered, staff):
                self._take(batch.write(partial(self._progress, batch.read.size)))
                crew.grow(self._done - self.resumed, self.job.total - self._done)
            self.notes = staff.notes
            with Step("Writing the journal"):
                self.commits.finish(self.stop)
        return self.result

    def _unfinished(self) -> Iterator[tuple[int, AnyBatch]]:
        """Yield the batches that no earlier run has finished, with their numbers."""
        return itertools.islice(enumerate(self._plan), self._finished, None)

    def _ahead(self, batches: Iterator[UnderWay], staff: Staff) -> Iterator[UnderWay]:
        """Yield the first batch at once, so that chips stand soon, others when those behind are under way.

        That are some, and those that other processes have; where labels choose the chips as many
        as hold no more than so many may.

        Args:
            batches: in their order.
            staff: the helpers.
        """
        yield from itertools.islice(batches, 1)
        waiting: deque[tuple[UnderWay, float]] = deque()
        held, least = 0.0, 1.0 if self.job.labels_choose else 0.0
        for batch in batches:
            waiting.append((batch, self._share(batch.read)))
            held += waiting[-1][1]
            most = least + staff.batches
            while len(waiting) > _AHEAD and (held > most or len(waiting) > max(_MOST_AHEAD, most)):
                first, share = waiting.popleft()
                held -= share
                yield first
        yield from (batch for batch, _ in waiting)

    def _share(self, batch: ReadBatch | UncutBatch) -> float:
        """Return what is held of a batch as a share of the most that one may hold."""
        return max(batch.pixels_read / max(1, self._plan.budget), batch.wanted / self._plan.most_chips)

    def stop(self) -> None:
        """Raise Cancelled when the user has cancelled."""
        if self.feedback.isCanceled():
            raise Cancelled

    def _numbered(self, batch: UnderWay) -> UnderWay:
        """Count the chips of a batch, and give them the next numbers."""
        first = self.next_index
        self.next_index += batch.count()
        batch.number(first)
        return batch

    def _take(self, outcome: BatchOutcome) -> None:
        """Add up what a batch has come to, and journal it."""
        with Step("Counting the labels of batch {number}", number=outcome.number):
            self.result.take(outcome)
        self._done += outcome.size
        with Step("Writing the journal"):
            self.commits.done(outcome.for_journal(self.result.sets), self.stop)
        self._progress(0, 0)

    def _progress(self, size: int, share: float) -> None:
        """Say how far the export is.

        Args:
            size: chips of the batch under way.
            share: how much of it is written, 0 to 1.
        """
        self.feedback.setProgress(100.0 * (self._done + size * share) / self.job.total)
