"""A batch whose labels have not been cut to its chips: what any process, QGIS or not, needs to do that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from ...chipping.plan.grid import Place
from ...chipping.plan.listed import AnyBatch
from ...chipping.plan.selection import Chosen
from ...chipping.retry import Stop
from ...chipping.steps import Step, bounds
from ...labels.geos_clip import ClipError
from ...labels.source import CutLabels, LabelCutter, Uncut
from .stages import ReadBatch
from .wanted import Wanted


class UncutBatch(NamedTuple):
    """A batch whose labels have not been cut.

    Attributes:
        number: its place among the batches.
        batch: the chips.
        chosen: those that are exported, as far as their place decides.
        labels: what they may show, None where that has not been read.
        news: what happened to features, for the journal, before they were cut.
    """

    number: int
    batch: AnyBatch
    chosen: Chosen
    labels: Uncut | None
    news: dict[str, Any]

    @property
    def size(self) -> int:
        """Its chips, those left out included."""
        return len(self.batch)

    @property
    def wanted(self) -> int:
        """Chips whose pixels may be read."""
        return len(self.chosen.places)

    @property
    def pixels_read(self) -> int:
        """Pixels that may be read."""
        window = self.batch.window
        return window.width * window.height


@dataclass(frozen=True)
class BatchCutter:
    """Cuts the labels of batches.

    Attributes:
        labels: cuts them to chips.
        wanted: decides which chips are wanted.
    """

    labels: LabelCutter
    wanted: Wanted

    def read(self, batch: UncutBatch, stop: Stop) -> ReadBatch | None:
        """Return a batch with its labels; its news tell what was left out.

        Args:
            batch: the batch.
            stop: raises Cancelled when the user has cancelled.

        Returns:
            None where GEOS gives up on a shape that QGIS would make valid first.
        """
        with reading_labels(batch.batch):
            cut = cut_labels(self.labels, batch.batch, batch.labels, batch.chosen.places, stop)
        if cut is None:
            return None
        labels, left_out = cut
        news = {**batch.news, **{name: batch.news[name] + count for name, count in left_out.items()}}
        return self.wanted.read(batch.number, batch.batch, batch.chosen, labels, news, stop)


def cut_labels(
    cutter: LabelCutter, batch: AnyBatch, labels: Uncut | None, places: Sequence[Place], stop: Stop
) -> CutLabels | None:
    """Return the labels of some chips of a batch, None where GEOS gives up on a shape.

    Args:
        cutter: cuts them.
        batch: the chips.
        labels: what they may show, see ``UncutSource.read_uncut``.
        places: those of them that are asked for.
        stop: raises Cancelled when the user has cancelled.
    """
    try:
        return cutter.cut(batch, labels, stop, places if len(places) < len(batch) else None)
    except ClipError:
        return None


def reading_labels(batch: AnyBatch) -> Step:
    """Return what is told of reading the labels of a batch."""
    text = "Reading labels at columns {col_off} to {col_end}, rows {row_off} to {row_end}"
    return Step(text, **bounds(batch.window))


def counts_of(news: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, int]:
    """Return what was counted between two states of the news of a batch.

    Args:
        news: the later ones.
        before: the earlier ones.
    """
    return {name: count - before[name] for name, count in news.items() if isinstance(count, int)}
