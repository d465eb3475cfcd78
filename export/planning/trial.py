"""What chips take, found out by making those of one batch; their files are thrown away."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping
from contextlib import nullcontext
from typing import NamedTuple

from ...chipping.plan.listed import AnyBatch
from ...chipping.retry import Stop
from ..batches.batch_reading import BatchReading
from ..batches.chip_work import ChipWork
from ..job import ExportJob
from ..pools import Pools


class Trial(NamedTuple):
    """What some chips took.

    Attributes:
        chips: how many were made.
        size: their files (bytes).
        seconds: in one thread, without the disk.
    """

    chips: int = 0
    size: int = 0
    seconds: float = 0.0

    def of(self, count: int) -> Trial:
        """Return what so many chips take at that rate; nothing where none was made."""
        if not self.chips:
            return Trial()
        share = count / self.chips
        return Trial(count, round(self.size * share), self.seconds * share)

    def plus(self, other: Trial) -> Trial:
        """Return what these chips and others take."""
        return Trial(self.chips + other.chips, self.size + other.size, self.seconds + other.seconds)


def trial(job: ExportJob, batch: AnyBatch, stop: Stop) -> Trial:
    """Make the chips of a batch and return what they took.

    Args:
        job: all that the export works with.
        batch: the chips.
        stop: raises Cancelled when the user has cancelled.

    Raises:
        Cancelled: the user cancelled.
        ExportError: labels or pixels cannot be read.
    """
    sizes: Counter[str] = Counter()

    def measure(files: Mapping[str, bytes]) -> None:
        sizes.update({name: len(data) for name, data in files.items()})

    start = time.perf_counter()
    work = ChipWork(job.chips, Pools(None, None), lambda: nullcontext(measure), stop)
    read = BatchReading(job, stop).read(0, batch).read
    counted = work.count(read, work.begin(read.readings))
    outcome = work.write(work.number(counted, 0), lambda share: None)
    chips = sum(each.chips for each in outcome.sets.values())
    return Trial(chips, sum(sizes.values()), time.perf_counter() - start)
