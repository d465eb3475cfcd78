"""The loop: batches in, numbered chips out, statistics on the way.

Reading is done by one thread, batch after batch; encoding and writing by as
many as there are. Results are gathered in the order of the chips, so the same
input gives the same bytes for any number of threads.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Callable, NamedTuple, Protocol

from .chip import ImageProfile, PixelBlock
from .classes import ClassTable
from .cutting import BatchContents, CutChip
from .errors import Cancelled
from .folder import ExportFolder
from .grid import Batch, BatchPlan, Grid, PixelFrame, Window
from .journal import Journal
from .labels import BatchLabels, LabelSource, Place
from .options import ExportOptions
from .result import ExportResult, WrittenChip
from .validity import valid_pixels

if TYPE_CHECKING:
    from ..writers.base import ImageWriter, LabelWriter

BATCH_BYTES = 48 << 20
"""Pixel bytes that a batch may hold; up to three batches live at a time."""

_SIDE_BYTES = 3000  # headers, world file and labels of a chip, generously

_PATIENCE = 0.2  # seconds between looks at Cancel while chips are being written


class Feedback(Protocol):
    """How the loop hears Cancel and says how far it is (QgsFeedback has both)."""

    def isCanceled(self) -> bool:  # noqa: N802 - as QGIS names it
        """Return whether the user has cancelled."""

    def setProgress(self, progress: float) -> None:  # noqa: N802 - as QGIS names it
        """Take the progress, 0 to 100."""


class PixelSource(Protocol):
    """Where pixels come from."""

    @property
    def frame(self) -> PixelFrame:
        """The pixels on the map."""

    @property
    def profile(self) -> ImageProfile:
        """What all chips have in common."""

    def read(self, window: Window, stop: Callable[[], None]) -> PixelBlock:
        """Return the pixels of a window.

        Args:
            window: the pixels.
            stop: raises Cancelled when the user has cancelled; called often.
        """


@dataclass(frozen=True)
class ExportJob:
    """All that an export works with.

    Attributes:
        options: the settings.
        grid: all chips.
        imagery: the pixels.
        labels: the labels, opened.
        classes: the class table, with the classes of an export that this one adds to.
        image_writer: makes image chips.
        label_writer: makes label files.
        folder: where they go.
        threads: how many encode and write.
    """

    options: ExportOptions
    grid: Grid
    imagery: PixelSource
    labels: LabelSource
    classes: ClassTable
    image_writer: ImageWriter
    label_writer: LabelWriter
    folder: ExportFolder
    threads: int


class _ReadBatch(NamedTuple):
    """A batch that has been read, and what the loop knew when it had been.

    Attributes:
        number: its place among the batches.
        size: its chips, those left out included.
        chips: its chips as they are being written.
        next_index: number that a further chip would get.
        without_labels: chips left out because they have no labels.
        without_pixels: chips left out because they have no valid pixel.
        news: what happened to features, for the journal.
    """

    number: int
    size: int
    chips: list[Future[WrittenChip]]
    next_index: int
    without_labels: int
    without_pixels: int
    news: dict[str, Any]


@dataclass
class Export:
    """One run of the loop.

    Attributes:
        job: all that it works with.
        feedback: hears Cancel and says how far it is.
        result: what was counted before; what is written is added to it.
        journal: takes down each finished batch, and knows those of an earlier run.
    """

    job: ExportJob
    feedback: Feedback
    result: ExportResult
    journal: Journal
    _next_index: int = field(init=False)
    _finished: int = 0
    _done: int = 0

    def __post_init__(self) -> None:
        """Start at the number that the user gave, or where an earlier run stopped."""
        self._next_index = self.job.options.start_index
        entries: list[tuple[str, tuple[str, ...]]] = []
        valid: list[int] = []
        for record in self.journal.records:
            entries += [(image, tuple(labels)) for image, labels in record["entries"]]
            valid += record["valid"]
            self.job.labels.report.add(record["news"])
            self._done += record["size"]
        if self.journal.records:
            last = self.journal.records[-1]
            self._next_index, self._finished = last["next_index"], last["number"] + 1
            self.result.restore(last["state"], entries, valid)

    @property
    def next_index(self) -> int:
        """Number that a further chip would get."""
        return self._next_index

    @property
    def resumed(self) -> int:
        """Chips of the grid that an earlier run has dealt with."""
        return sum(record["size"] for record in self.journal.records)

    def run(self) -> ExportResult:
        """Write all chips and return what was written.

        Raises:
            Cancelled: the user cancelled; whole chips remain.
            ExportError: reading or writing failed; whole chips remain.
        """
        pool = ThreadPoolExecutor(self.job.threads)
        try:
            waiting: deque[_ReadBatch] = deque()
            for number, batch in enumerate(self._batches()):
                if number < self._finished:
                    continue
                waiting.append(self._read_batch(number, batch, pool))
                if len(waiting) > 1:
                    self._gather(waiting.popleft())
            while waiting:
                self._gather(waiting.popleft())
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
        return self.result

    def _batches(self) -> BatchPlan:
        profile = self.job.imagery.profile
        pixel_bytes = profile.chip_bytes // (profile.width * profile.height)
        return BatchPlan(self.job.grid, BATCH_BYTES // pixel_bytes)

    def stop(self) -> None:
        """Raise Cancelled when the user has cancelled."""
        if self.feedback.isCanceled():
            raise Cancelled

    def _read_batch(self, number: int, batch: Batch, pool: ThreadPoolExecutor) -> _ReadBatch:
        """Read a batch, number its chips and have them written."""
        self.stop()
        report = self.job.labels.report
        earlier = report.copy()
        labels = self.job.labels.read(batch, self.stop)
        places = self._wanted(batch, labels)
        chips = [pool.submit(self._write, chip) for chip in self._chips(batch, labels, places)]
        return _ReadBatch(
            number=number,
            size=len(batch),
            chips=chips,
            next_index=self._next_index,
            without_labels=len(batch) - len(places),
            without_pixels=len(places) - len(chips),
            news=report.since(earlier),
        )

    def _chips(self, batch: Batch, labels: BatchLabels, places: list[Place]) -> Iterator[CutChip]:
        """Give the chips at some places that have valid pixels, numbered."""
        if not places:
            return
        contents = self._read(batch, labels)
        for place in places:
            cut = contents.cut(place, f"{self._next_index:09d}")
            if cut.has_pixels:
                self._next_index += 1
                yield cut

    def _wanted(self, batch: Batch, labels: BatchLabels) -> list[Place]:
        """Return the chips of a batch that the user's settings ask for, row by row."""
        places = [(row, column) for row in batch.rows for column in batch.columns]
        if self.job.options.only_with_features:
            return [place for place in places if place in labels.chips]
        return places

    def _read(self, batch: Batch, labels: BatchLabels) -> BatchContents:
        imagery = self.job.imagery
        pixels = imagery.read(batch.window, self.stop)
        valid = valid_pixels(pixels, imagery.profile)
        return BatchContents(self.job.grid, imagery.frame, batch, labels, pixels, valid)

    def _write(self, cut: CutChip) -> WrittenChip:
        """Write a chip's files and return what the loop keeps of it."""
        chip = cut.chip
        image = self.job.image_writer.encode(chip)
        labels = self.job.label_writer.encode(chip)
        self.job.folder.place({**image.contents, **labels.contents})
        return WrittenChip(
            image.listed[0],
            labels.listed,
            cut.band_statistics(),
            chip.labels.counted,
            max(len(chip.labels.objects), len(chip.labels.counted)),
        )

    def _gather(self, batch: _ReadBatch) -> None:
        """Count the chips of a batch, in their order, as they become ready; then journal it."""
        done, first = self._done, len(self.result.entries)
        for place, chip in enumerate(batch.chips, start=1):
            self.result.add(self._wait(chip))
            self._progress(done + batch.size * place / len(batch.chips))
        self.result.without_labels += batch.without_labels
        self.result.without_pixels += batch.without_pixels
        self.journal.add(
            {
                "number": batch.number,
                "size": batch.size,
                "next_index": batch.next_index,
                "entries": self.result.entries[first:],
                "valid": self.result.valid[first:],
                "news": batch.news,
                "state": self.result.state(),
            }
        )
        self._done += batch.size
        self._progress(self._done)

    def _wait(self, chip: Future[WrittenChip]) -> WrittenChip:
        """Return a written chip, looking at Cancel while it is being written."""
        while True:
            self.stop()
            if wait((chip,), timeout=_PATIENCE).done:
                return chip.result()

    def _progress(self, done: float) -> None:
        self.feedback.setProgress(100.0 * done / len(self.job.grid))


def estimated_bytes(job: ExportJob) -> int:
    """Return what all chips take, with a small share for their labels (bytes)."""
    profile = job.imagery.profile
    pixels = profile.chip_bytes * job.image_writer.compressed_share
    return round(len(job.grid) * (pixels + _SIDE_BYTES))
