"""The loop: batches in, numbered chips out, statistics on the way.

Three stages work side by side: one thread reads pixels and sums them up, one
reads labels, cuts chips and writes files, and, where chips are compressed,
others encode them.
Results are gathered in the order of the chips, so the same input gives the
same bytes for any number of threads.
"""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Executor, Future, wait
from dataclasses import dataclass, field
from typing import Any, TypeVar

from ..chipping.chip import Chip
from ..chipping.errors import Cancelled
from ..chipping.plan.grid import Batch, BatchPlan
from ..chipping.statistics.batches import ChipStatistics, batch_statistics
from ..chipping.steps import Step, bounds
from ..imagery.validity.valid_pixels import valid_pixels
from ..labels.source import BatchLabels, Place
from ..writers.dataset.summary import ChipRecord
from .cutting import Cutter
from .job import ExportJob, Feedback
from .outcome import ExportResult, WrittenChip
from .pools import Pools
from .readings import Cost, Reading, readings_of
from .stages import CutBatch, LabelledBatch, ReadPixels
from .storage.commits import Commits

T = TypeVar("T")

BATCH_BYTES, REMOTE_BATCH_BYTES = 12 << 20, 24 << 20
"""Pixel bytes that a batch of a file, or of a server, may hold; up to three batches live at a time.

Little memory is soon used again, and large requests keep a server least busy.
"""

_PATIENCE = 0.2  # seconds between looks at Cancel while chips are being written


@dataclass
class Export:
    """One run of the loop.

    Attributes:
        job: all that it works with.
        feedback: hears Cancel and says how far it is.
        result: what was counted before; what is written is added to it.
        commits: writes each batch and takes it down, and knows those of an earlier run.
    """

    job: ExportJob
    feedback: Feedback
    result: ExportResult
    commits: Commits
    _next_index: int = field(init=False)
    _finished: int = 0
    _done: int = 0

    def __post_init__(self) -> None:
        """Start at the number that the user gave, or where an earlier run stopped.

        Raises:
            ExportError: that was an export of other chips.
        """
        self._next_index = self.job.options.start_index
        entries: list[ChipRecord] = []
        valid: list[int] = []
        for record in self.commits.records:
            entries += [ChipRecord.of_journal(*entry) for entry in record["entries"]]
            valid += record["valid"]
            self.job.labels.report.add(record["news"])
            self._done += record["size"]
        self.commits.check(map(len, self._batches()))
        if self.commits.records:
            last = self.commits.records[-1]
            self._next_index, self._finished = last["next_index"], last["number"] + 1
            self.result.restore(last["state"], entries, valid)

    @property
    def next_index(self) -> int:
        """Number that a further chip would get."""
        return self._next_index

    @property
    def resumed(self) -> int:
        """Chips of the grid that an earlier run has dealt with."""
        return sum(record["size"] for record in self.commits.records)

    def run(self) -> ExportResult:
        """Write all chips and return what was written.

        Raises:
            Cancelled: the user cancelled; whole chips remain.
            ExportError: reading or writing failed; whole chips remain.
        """
        with Pools.of(self.job) as pools:
            labelled = (self._label(number, batch, pools.reader) for number, batch in self._unfinished())
            cut = (self._cut(batch, pools.encoders) for batch in _ahead(labelled))
            for batch in _ahead(cut):
                self._gather(batch)
            with Step("Writing the journal"):
                self.commits.finish(self.stop)
        return self.result

    def _unfinished(self) -> Iterator[tuple[int, Batch]]:
        """Give the batches that no earlier run has finished, with their numbers."""
        for number, batch in enumerate(self._batches()):
            if number >= self._finished:
                yield number, batch

    def _batches(self) -> BatchPlan:
        is_local = self.job.imagery.is_local
        most = BATCH_BYTES if is_local else REMOTE_BATCH_BYTES
        return BatchPlan(self.job.grid, most // self.job.imagery.profile.pixel_bytes, is_local)

    def stop(self) -> None:
        """Raise Cancelled when the user has cancelled."""
        if self.feedback.isCanceled():
            raise Cancelled

    def _label(self, number: int, batch: Batch, reader: Executor) -> LabelledBatch:
        """Read the labels of a batch and have its pixels read, at once where labels do not choose chips."""
        self.stop()
        report = self.job.labels.report
        earlier = report.copy()
        places = [(row, column) for row in batch.rows for column in batch.columns]
        started = None if self.job.options.only_with_features else self._start(batch, places, reader)
        labels = self._read_labels(batch)
        readings, pixels = started or self._start(batch, sorted(labels.chips), reader)
        return LabelledBatch(number, len(batch), labels, report.since(earlier), readings, pixels)

    def _start(
        self, batch: Batch, places: list[Place], reader: Executor
    ) -> tuple[list[Reading], list[Future[ReadPixels]]]:
        """Begin to read the pixels of some chips of a batch."""
        imagery = self.job.imagery
        cost = Cost.of(imagery.profile.pixel_bytes, imagery.is_local)
        chosen = readings_of(self.job.grid, batch, places, cost)
        return chosen, [reader.submit(self._read, reading) for reading in chosen]

    def _read_labels(self, batch: Batch) -> BatchLabels:
        text = "Reading labels at columns {col_off} to {col_end}, rows {row_off} to {row_end}"
        with Step(text, **bounds(batch.window)):
            return self.job.labels.read(batch, self.stop)

    def _read(self, reading: Reading) -> ReadPixels:
        """Read the pixels of a block of chips and sum them up for those that are wanted."""
        imagery, window = self.job.imagery, reading.batch.window
        where = bounds(window)
        with Step("Reading pixels at columns {col_off} to {col_end}, rows {row_off} to {row_end}", **where):
            block = imagery.read(window, self.stop)
        with Step("Adding up pixels at columns {col_off} to {col_end}, rows {row_off} to {row_end}", **where):
            valid = valid_pixels(block, imagery.profile)
            inside = self._cutter(reading).inside(reading.places)
            return ReadPixels(block, batch_statistics(block.values, valid, inside))

    def _cutter(self, reading: Reading) -> Cutter:
        return Cutter(self.job.grid, self.job.imagery.frame, reading.batch)

    def _cut(self, batch: LabelledBatch, encoders: Executor) -> CutBatch:
        """Number the chips of a batch that have valid pixels, and have them written."""
        chips = deque(encoders.submit(self._encode, *chip) for chip in self._chips(batch))
        return CutBatch(batch._replace(pixels=()), chips, self._next_index)

    def _chips(self, batch: LabelledBatch) -> Iterator[tuple[Chip, ChipStatistics]]:
        for reading, pixels in zip(batch.readings, batch.pixels):
            cutter, (block, statistics) = self._cutter(reading), self._wait(pixels)
            for place, bands in zip(reading.places, statistics):
                self.stop()
                if any(band.count for band in bands):
                    stem = f"{self._next_index:09d}"
                    self._next_index += 1
                    with Step("Cutting chip {stem}", stem=stem):
                        chip = cutter.chip(place, stem, block, batch.labels)
                    yield chip, bands

    def _encode(self, chip: Chip, bands: ChipStatistics) -> tuple[dict[str, bytes], WrittenChip]:
        """Return a chip's files, and what the loop keeps of it once they stand."""
        with Step("Encoding the pixels of chip {stem}", stem=chip.stem):
            path = self.job.label_format.layout.image(chip)
            image = self.job.image_format.encode(chip, path)
        with Step("Encoding the labels of chip {stem}", stem=chip.stem):
            labels = self.job.label_format.encode(chip)
        written = WrittenChip(
            ChipRecord(path + self.job.image_format.suffix, labels.listed, labels.record),
            bands,
            chip.labels.counted,
            max(len(chip.labels.objects), len(chip.labels.counted)),
        )
        return {**image, **labels.files}, written

    def _gather(self, batch: CutBatch) -> None:
        """Count the chips of a batch, in their order, as they become ready; then journal it."""
        read, size = batch.read, batch.read.size
        done, first = self._done, len(self.result.entries)
        count = len(batch.chips)
        for place in range(count):
            chip = batch.chips.popleft()  # taken out, so that its bytes go when they stand
            files, written = self._wait(chip)
            with Step("Writing {image} and its labels", image=written.record.image):
                self.commits.place(files)
            with Step("Counting the labels of {image}", image=written.record.image):
                self.result.add(written)
            self._progress(done + size * (place + 1) / count)
        wanted = sum(len(reading.places) for reading in read.readings)
        self.result.without_labels += size - wanted
        self.result.without_pixels += wanted - count
        self._done += size
        with Step("Writing the journal"):
            self.commits.done(self._record(batch, first), self.stop)
        self._progress(self._done)

    def _record(self, batch: CutBatch, first: int) -> dict[str, Any]:
        """Return what the journal keeps of a batch whose first chip is the result's n-th."""
        return {
            "number": batch.read.number,
            "size": batch.read.size,
            "next_index": batch.next_index,
            "entries": [each.for_journal() for each in self.result.entries[first:]],
            "valid": self.result.valid[first:],
            "news": batch.read.news,
            "state": self.result.state(),
        }

    def _wait(self, future: Future[T]) -> T:
        """Return what another thread is at, looking at Cancel meanwhile."""
        self.stop()
        while not future.done():
            wait((future,), timeout=_PATIENCE)
            self.stop()
        return future.result()

    def _progress(self, done: float) -> None:
        self.feedback.setProgress(100.0 * done / len(self.job.grid))


def _ahead(batches: Iterator[T]) -> Iterator[T]:
    """Give the first batch at once, so that chips stand soon, and others when the next is under way."""
    yield from itertools.islice(batches, 1)
    waiting: deque[T] = deque()
    for batch in batches:
        waiting.append(batch)
        if len(waiting) > 1:
            yield waiting.popleft()
    yield from waiting
