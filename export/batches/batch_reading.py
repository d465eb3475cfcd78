"""What is read of a batch where the labels are open: its labels, and which of its pixels are wanted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Callable, NamedTuple

from ...chipping.plan.grid import Place
from ...chipping.plan.listed import AnyBatch, ListedBatch
from ...chipping.retry import Stop
from ...chipping.steps import Step, bounds
from ...labels.source import NO_LABELS, BatchLabels, labels_of
from ..job import ExportJob
from ..outcome import OVER_QUOTA, WITHOUT_LABELS
from .readings import Cost, Reading, listed_readings, readings_of
from .stages import PixelCalls, ReadBatch
from .wanted import wanted_places

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

    def read(self, number: int, batch: AnyBatch, begin: Begin | None = None) -> BegunBatch:
        """Read the labels of a batch.

        Args:
            number: its place among the batches.
            batch: the chips.
            begin: begins to read pixels beside the labels, where these do not choose chips.
        """
        self.stop()
        chosen = self.job.selection.of(batch)
        waits = self.job.labels_choose
        readings = [] if waits else self._readings(batch, chosen.places)
        pixels = begin(readings) if begin is not None and not waits else None
        labels = self._read_labels(batch, chosen.places)
        if waits:
            wanted = wanted_places(chosen, labels, self.job.quota, self.stop)
            readings = self._readings(batch, wanted, labels)
        without = WITHOUT_LABELS if self.job.quota is None else OVER_QUOTA
        left = len(chosen.places) - sum(len(each.places) for each in readings)
        left_out = dict(Counter(chosen.left_out) + Counter({without: left}))
        news = self.job.labels.report.news()
        return BegunBatch(ReadBatch(number, len(batch), chosen, labels, news, readings, left_out), pixels)

    def _readings(
        self, batch: AnyBatch, places: list[Place], labels: BatchLabels = NO_LABELS
    ) -> list[Reading]:
        """Return what is to be read for some chips.

        Args:
            batch: holds them.
            places: they.
            labels: theirs, where these have been read.
        """
        if isinstance(batch, ListedBatch):
            return listed_readings(batch, places, labels)
        return readings_of(batch, places, Cost.of(self.job.pixel_bytes, self.job.is_local))

    def _read_labels(self, batch: AnyBatch, places: list[Place]) -> BatchLabels:
        text = "Reading labels at columns {col_off} to {col_end}, rows {row_off} to {row_end}"
        with Step(text, **bounds(batch.window)):
            return labels_of(self.job.labels, batch, places, self.stop)
