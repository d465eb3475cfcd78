"""Which of the chips that a batch may write are wanted, by the labels that they have, and what is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ...chipping.plan.grid import Place
from ...chipping.plan.listed import AnyBatch, ListedBatch
from ...chipping.plan.selection import Chosen
from ...chipping.retry import Stop
from ...labels.source import NO_LABELS, BatchLabels
from ..outcome import OVER_QUOTA, WITHOUT_LABELS
from ..splits.quota import EmptyQuota
from .readings import Cost, Reading, listed_readings, readings_of
from .stages import ReadBatch


def wanted_places(chosen: Chosen, labels: BatchLabels, quota: EmptyQuota | None, stop: Stop) -> list[Place]:
    """Return the chips that are exported with the labels that they have, row by row.

    Args:
        chosen: the chips of the batch that are chosen from.
        labels: their labels.
        quota: which of those without labels are exported, None for none.
        stop: raises Cancelled when the user has cancelled.
    """
    if quota is None:
        return [place for place in chosen.places if place in labels.chips]
    kept = quota.kept_of([place for place in chosen.places if place not in labels.chips], chosen, stop)
    return [place for place in chosen.places if place in labels.chips or place in kept]


@dataclass(frozen=True)
class Wanted:
    """Decides which chips of batches are wanted, and which of their pixels are read together.

    Attributes:
        by_labels: the labels of a chip decide on it.
        quota: which of those without labels are exported, None for none.
        cost: what reading pixels takes.
    """

    by_labels: bool
    quota: EmptyQuota | None
    cost: Cost

    def readings(
        self, batch: AnyBatch, places: Sequence[Place], labels: BatchLabels = NO_LABELS
    ) -> list[Reading]:
        """Return what is to be read for some chips.

        Args:
            batch: holds them.
            places: they.
            labels: theirs, where these have been read.
        """
        if isinstance(batch, ListedBatch):
            return listed_readings(batch, places, labels)
        return readings_of(batch, places, self.cost)

    def read(
        self,
        number: int,
        batch: AnyBatch,
        chosen: Chosen,
        labels: BatchLabels,
        news: dict[str, Any],
        stop: Stop,
    ) -> ReadBatch:
        """Return a batch whose labels are known.

        Args:
            number: its place among the batches.
            batch: the chips.
            chosen: those that are exported, as far as their place decides.
            labels: their labels.
            news: what happened to features, for the journal.
            stop: raises Cancelled when the user has cancelled.
        """
        places: Sequence[Place] = chosen.places
        if self.by_labels:
            places = wanted_places(chosen, labels, self.quota, stop)
        without = WITHOUT_LABELS if self.quota is None else OVER_QUOTA
        left_out = Counter(chosen.left_out) + Counter({without: len(chosen.places) - len(places)})
        readings = self.readings(batch, places, labels)
        return ReadBatch(number, len(batch), chosen, labels, news, readings, dict(left_out))
