"""Which of the chips that a batch may write are wanted, by the labels that they have."""

from __future__ import annotations

from ...chipping.plan.grid import Place
from ...chipping.plan.selection import Chosen
from ...chipping.retry import Stop
from ...labels.source import BatchLabels
from ..splits.quota import EmptyQuota


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
