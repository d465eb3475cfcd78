"""No labels: the chips of a format that has none."""

from __future__ import annotations

from collections.abc import Collection
from typing import Callable

from ..chipping.classes import ClassTable
from ..chipping.plan.grid import Place
from ..chipping.plan.listed import AnyBatch
from .class_scheme import ClassScheme
from .report import LabelReport
from .source import NOTHING, BatchLabels, LabelledArea


class NoLabels:
    """A ``LabelSource`` without classes; every chip counts as one that a split shares out.

    Attributes:
        report: of no feature.
        counts_pixels: False, as of features.
    """

    counts_pixels = False
    uncut_source = None

    def __init__(self) -> None:
        """Begin without features."""
        self.report = LabelReport()

    def open(self, stop: Callable[[], None]) -> ClassScheme:
        """Return no class."""
        return ClassScheme(ClassTable(()))

    def read(
        self, batch: AnyBatch, stop: Callable[[], None], places: Collection[Place] | None = None
    ) -> BatchLabels:
        """Return every chip that is asked for, with nothing on it."""
        return BatchLabels(dict.fromkeys(batch.places if places is None else places, NOTHING))

    def take_inside(self, area: LabelledArea) -> None:
        """Cut nothing."""

    def finish(self, stop: Callable[[], None]) -> None:
        """Report nothing."""
