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
from typing import Any, NamedTuple, TypeVar

from ..chipping.chip import Chip, PixelBlock
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
from .storage.commits import Commits

T = TypeVar("T")

BATCH_BYTES, REMOTE_BATCH_BYTES = 12 << 20, 24 << 20
"""Pixel bytes that a batch of a file, or of a server, may hold; up to three batches live at a time.

Little memory is soon used again, and large requests keep a server least busy.
"""

_PATIENCE = 0.2  # seconds between looks at Cancel while chips are being written


class _ReadPixels(NamedTuple):
    """The pixels of a batch.

    Attributes:
        block: those of its window.
        statistics: those of each chip that is asked for.
    """

    block: PixelBlock
    statistics: list[ChipStatistics]


class _LabelledBatch(NamedTuple):
    """A batch whose labels have been read and whose pixels are being read.

    Attributes:
        number: its place among the batches.
        cutter: knows its chips, those left out included.
        labels: their labels.
        places: the chips that the user's settings ask for, row by row.
        news: what happened to features, for the journal.
        pixels: of the batch's window; None where no chip is asked for.
    """

    number: int
    cutter: Cutter
    labels: BatchLabels
    places: list[Place]
    news: dict[str, Any]
    pixels: Future[_ReadPixels] | None


class _CutBatch(NamedTuple):
    """A batch whose chips are being written.

    Attributes:
        read: the batch as it was read, without its pixels.
        chips: its chips, encoded.
        next_index: number that a further chip would get.
    """

    read: _LabelledBatch
    chips: deque[Future[tuple[dict[str, bytes], WrittenChip]]]
    next_index: int


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
        """Start at the number that the user gave, or where an earlier run stopped."""
        self._next_index = self.job.options.start_index
        entries: list[ChipRecord] = []
        valid: list[int] = []
        for record in self.commits.records:
            entries += [ChipRecord.of_journal(*entry) for entry in record["entries"]]
            valid += record["valid"]
            self.job.labels.report.add(record["news"])
            self._done += record["size"]
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

    def _label(self, number: int, batch: Batch, reader: Executor) -> _LabelledBatch:
        """Read the labels of a batch and have its pixels read, at once where labels do not choose chips."""
        self.stop()
        report = self.job.labels.report
        earlier = report.copy()
        cutter = Cutter(self.job.grid, self.job.imagery.frame, batch)
        places = [(row, column) for row in batch.rows for column in batch.columns]
        only = self.job.options.only_with_features
        pixels = None if only else reader.submit(self._read, cutter, places)
        labels = self._read_labels(batch)
        if only:
            places = [place for place in places if place in labels.chips]
            pixels = reader.submit(self._read, cutter, places) if places else None
        return _LabelledBatch(number, cutter, labels, places, report.since(earlier), pixels)

    def _read_labels(self, batch: Batch) -> BatchLabels:
        text = "Reading labels at columns {col_off} to {col_end}, rows {row_off} to {row_end}"
        with Step(text, **bounds(batch.window)):
            return self.job.labels.read(batch, self.stop)

    def _read(self, cutter: Cutter, places: list[Place]) -> _ReadPixels:
        """Read the pixels of a batch and sum them up for some of its chips."""
        imagery, where = self.job.imagery, bounds(cutter.batch.window)
        with Step("Reading pixels at columns {col_off} to {col_end}, rows {row_off} to {row_end}", **where):
            block = imagery.read(cutter.batch.window, self.stop)
        with Step("Adding up pixels at columns {col_off} to {col_end}, rows {row_off} to {row_end}", **where):
            valid = valid_pixels(block, imagery.profile)
            return _ReadPixels(block, batch_statistics(block.values, valid, cutter.inside(places)))

    def _cut(self, batch: _LabelledBatch, encoders: Executor) -> _CutBatch:
        """Number the chips of a batch that have valid pixels, and have them written."""
        chips = deque(encoders.submit(self._encode, *chip) for chip in self._chips(batch))
        return _CutBatch(batch._replace(pixels=None), chips, self._next_index)

    def _chips(self, batch: _LabelledBatch) -> Iterator[tuple[Chip, ChipStatistics]]:
        if batch.pixels is None:
            return
        block, statistics = self._wait(batch.pixels)
        for place, bands in zip(batch.places, statistics):
            self.stop()
            if any(band.count for band in bands):
                stem = f"{self._next_index:09d}"
                self._next_index += 1
                with Step("Cutting chip {stem}", stem=stem):
                    chip = batch.cutter.chip(place, stem, block, batch.labels)
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

    def _gather(self, batch: _CutBatch) -> None:
        """Count the chips of a batch, in their order, as they become ready; then journal it."""
        read, size = batch.read, len(batch.read.cutter.batch)
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
        self.result.without_labels += size - len(read.places)
        self.result.without_pixels += len(read.places) - count
        with Step("Writing the journal"):
            self.commits.done(self._record(batch, first), self.stop)
        self._done += size
        self._progress(self._done)

    def _record(self, batch: _CutBatch, first: int) -> dict[str, Any]:
        """Return what the journal keeps of a batch whose first chip is the result's n-th."""
        return {
            "number": batch.read.number,
            "size": len(batch.read.cutter.batch),
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
