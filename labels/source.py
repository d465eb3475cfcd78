"""Labels of a batch of chips, whatever they are read from: the interface."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Callable, Protocol

from ..chipping.chip import ChipLabels, LabelObject
from ..chipping.plan.grid import Batch
from .class_scheme import ClassScheme

Place = tuple[int, int]
"""A chip's row and column in the grid."""

NO_POLYGON = "no polygon"
"""Why a feature of points or lines is left out."""


@dataclass
class LabelReport:
    """What happened to features on the way; ids, since batches share features.

    Attributes:
        total: features of the layer, or pixels of the class raster.
        repaired: features whose geometry was made valid.
        reduced: features of which only the polygons were taken, not the points
            and lines beside them.
        broken: features left out: their geometry cannot be used; why, by id.
        unclassified: features left out: they have no class.
        unseen: objects whose pixels no label image shows, one per chip.
        thin: objects left out: their boxes have no width or height as they are
            written, one per chip.
    """

    total: int = 0
    repaired: set[int] = field(default_factory=set)
    reduced: set[int] = field(default_factory=set)
    broken: dict[int, str] = field(default_factory=dict)
    unclassified: set[int] = field(default_factory=set)
    unseen: int = 0
    thin: int = 0

    @property
    def shapeless(self) -> set[int]:
        """Features left out because they are points or lines, which have no area."""
        return {fid for fid, reason in self.broken.items() if reason == NO_POLYGON}

    @property
    def outside(self) -> int:
        """Features that were not left out; where no chip shows a label, they lie outside the chips."""
        return max(0, self.total - len(self.unclassified | self.broken.keys()))

    def copy(self) -> LabelReport:
        """Return what is known now."""
        return replace(
            self,
            repaired=set(self.repaired),
            reduced=set(self.reduced),
            broken=dict(self.broken),
            unclassified=set(self.unclassified),
        )

    def since(self, earlier: LabelReport) -> dict[str, Any]:
        """Return what has come since an earlier copy, as JSON can hold it."""
        return {
            "repaired": sorted(self.repaired - earlier.repaired),
            "reduced": sorted(self.reduced - earlier.reduced),
            "broken": {str(fid): self.broken[fid] for fid in self.broken.keys() - earlier.broken.keys()},
            "unclassified": sorted(self.unclassified - earlier.unclassified),
            "unseen": self.unseen - earlier.unseen,
            "thin": self.thin - earlier.thin,
        }

    def add(self, news: dict[str, Any]) -> None:
        """Take over what ``since`` returned."""
        self.repaired |= set(news["repaired"])
        self.reduced |= set(news["reduced"])
        self.broken.update({int(fid): reason for fid, reason in news["broken"].items()})
        self.unclassified |= set(news["unclassified"])
        self.unseen += news["unseen"]
        self.thin += news["thin"]


@dataclass(frozen=True)
class BatchLabels:
    """The labels of a batch.

    Attributes:
        chips: labels of each chip that shows any.
    """

    chips: Mapping[Place, ChipLabels]

    def of(self, place: Place) -> ChipLabels:
        """Return the labels of a chip."""
        return self.chips.get(place, NOTHING)


class LabelSource(Protocol):
    """Where labels come from.

    Attributes:
        report: what happened to features on the way.
        counts_pixels: statistics count pixels, not features.
    """

    report: LabelReport
    counts_pixels: bool

    def open(self, stop: Callable[[], None]) -> ClassScheme:
        """Return the classes; called once, before anything is read or written.

        Args:
            stop: raises Cancelled when the user has cancelled; to be called often.

        Raises:
            ExportError: the labels cannot be used.
        """

    def read(self, batch: Batch, stop: Callable[[], None]) -> BatchLabels:
        """Return the labels of a batch.

        Args:
            batch: the chips.
            stop: raises Cancelled when the user has cancelled; to be called often.
        """

    def finish(self, stop: Callable[[], None]) -> None:
        """Report what no batch has met; called once, after the last chip.

        Args:
            stop: raises Cancelled when the user has cancelled; to be called often.
        """


NOTHING = ChipLabels()
ObjectLists = dict[Place, list[LabelObject]]
