"""What is read of a batch where the labels are open: its labels, and which of its pixels are wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Callable, NamedTuple

from ...chipping.plan.grid import Place
from ...chipping.plan.listed import AnyBatch
from ...chipping.plan.selection import Chosen
from ...chipping.retry import Stop
from ...labels.source import NO_LABELS, BatchLabels, Uncut, UncutSource, labels_of
from ..job import ExportJob
from .readings import Cost, Reading
from .stages import PixelCalls, ReadBatch
from .uncut import BatchCutter, UncutBatch, reading_labels
from .wanted import Wanted

Begin = Callable[[Sequence[Reading]], PixelCalls]
"""Begins to read pixels; see ``ChipWork.begin``."""


class BegunBatch(NamedTuple):
    """A batch whose labels have been read.

    Attributes:
        read: what was read of it.
        pixels: give those of its readings, where they were begun before its labels.
    """

    read: ReadBatch
    pixels: PixelCalls | None


@dataclass(frozen=True)
class BatchReading:
    """Reads the labels of batches.

    Attributes:
        job: all that the export works with.
        stop: raises Cancelled when the user has cancelled.
    """

    job: ExportJob
    stop: Stop

    @property
    def wanted(self) -> Wanted:
        """Decides which chips are wanted."""
        cost = Cost.of(self.job.pixel_bytes, self.job.is_local)
        return Wanted(self.job.labels_choose, self.job.quota, cost)

    def read(self, number: int, batch: AnyBatch, begin: Begin | None = None) -> BegunBatch:
        """Read the labels of a batch.

        Args:
            number: its place among the batches.
            batch: the chips.
            begin: begins to read pixels beside the labels, where these do not choose chips.
        """
        self.stop()
        chosen, wanted = self.job.selection.of(batch), self.wanted
        pixels = None
        if begin is not None and not wanted.by_labels:
            pixels = begin(wanted.readings(batch, chosen.places))
        return BegunBatch(self._read_whole(number, batch, chosen), pixels)

    def for_another(self, number: int, batch: AnyBatch) -> UncutBatch | ReadBatch:
        """Read what another process needs of a batch: its labels, or what it can cut them from.

        Args:
            number: its place among the batches.
            batch: the chips.
        """
        self.stop()
        source, chosen = self.job.labels.uncut_source, self.job.selection.of(batch)
        if source is None or not chosen.places:
            return self._read_whole(number, batch, chosen)
        labels = self._read_uncut(source, batch)
        news = self.job.labels.report.news()
        if self.job.labels_choose and labels is not None and not labels.size:
            return self.wanted.read(number, batch, chosen, NO_LABELS, news, self.stop)
        return UncutBatch(number, batch, chosen, labels, news)

    def _read_whole(self, number: int, batch: AnyBatch, chosen: Chosen) -> ReadBatch:
        labels = self._read_labels(batch, chosen.places)
        news = self.job.labels.report.news()
        return self.wanted.read(number, batch, chosen, labels, news, self.stop)

    @property
    def cutter_elsewhere(self) -> BatchCutter | None:
        """Cuts the labels of such batches in any process, see ``UncutSource``; None where there are none."""
        source = self.job.labels.uncut_source
        return None if source is None else BatchCutter(source.cutter_elsewhere, self.wanted)

    def cut(self, batch: UncutBatch) -> ReadBatch:
        """Cut the labels of such a batch here; what was left out is told in its news alone."""
        source = self.job.labels.uncut_source
        assert source is not None  # nosec B101
        read = BatchCutter(source.cutter, self.wanted).read(batch, self.stop)
        assert read is not None  # nosec B101
        return read

    def _read_labels(self, batch: AnyBatch, places: list[Place]) -> BatchLabels:
        with reading_labels(batch):
            return labels_of(self.job.labels, batch, places, self.stop)

    def _read_uncut(self, source: UncutSource, batch: AnyBatch) -> Uncut | None:
        with reading_labels(batch):
            return source.read_uncut(batch, self.stop)
