"""Labels of a batch of chips, whatever they are read from: the interface."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Callable, NamedTuple, Protocol

from ..chipping.chip import ChipLabels, LabelObject
from ..chipping.plan.grid import Place
from ..chipping.plan.listed import AnyBatch
from ..chipping.window import Window
from .class_scheme import ClassScheme
from .report import LabelReport
from .shapes.polygons import Outlines

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class LabelledArea(Protocol):
    """The area whose labels are complete."""

    def clear(self, classes: NDArray[Any], window: Window) -> None:
        """Take the classes of pixels away whose centres lie outside.

        Args:
            classes: (rows, columns), is changed; 0 is nothing.
            window: which pixels they are of.
        """

    def cut(self, outlines: Outlines, stop: Callable[[], None]) -> Cut:
        """Return what of shapes lies inside.

        Args:
            outlines: the shapes (pixels), at least one.
            stop: raises Cancelled when the user has cancelled.
        """


class Cut(NamedTuple):
    """What of shapes lies in an area.

    Attributes:
        outlines: of those of which something does; the full areas of the shapes are kept.
        numbers: of each, which of the shapes it is of, from 0.
        parts: of these, which are parts of their shapes.
        failed: which of the shapes cannot be cut.
    """

    outlines: Outlines
    numbers: list[int]
    parts: list[int]
    failed: list[int]


@dataclass(frozen=True)
class BatchLabels:
    """The labels of a batch.

    Attributes:
        chips: labels of each chip that shows any.
        fids: id of the feature of each ``LabelObject.number``, from 1; None where labels are no features.
        around: of chips whose pixels around their one feature are to be filled, that feature
            (pixels from the chip's upper-left corner).
    """

    chips: Mapping[Place, ChipLabels]
    fids: NDArray[np.int64] | None = None
    around: Mapping[Place, Outlines] = field(default_factory=dict)

    def of(self, place: Place) -> ChipLabels:
        """Return the labels of a chip."""
        return self.chips.get(place, NOTHING)


class CutLabels(NamedTuple):
    """The labels of a batch.

    Attributes:
        labels: they.
        left_out: how many objects are none of them, by reason; see ``LabelReport.count``.
    """

    labels: BatchLabels
    left_out: Mapping[str, int]


class LabelCutter(Protocol):
    """Cuts labels to the chips of batches."""

    def cut(
        self,
        batch: AnyBatch,
        source: Any,
        stop: Callable[[], None],
        places: Collection[Place] | None = None,
    ) -> CutLabels:
        """Return the labels of each chip of a batch.

        Args:
            batch: the chips.
            source: what they may show, see ``UncutSource.read_uncut``.
            stop: raises Cancelled when the user has cancelled.
            places: those of the chips that are asked for, None for all.
        """


class Uncut(Protocol):
    """What the chips of a batch may show."""

    @property
    def size(self) -> int:
        """How much it is, 0 for nothing."""


class UncutSource(Protocol):
    """Where labels come from that any process can cut to chips."""

    @property
    def cutter(self) -> LabelCutter:
        """Cuts them in QGIS's process, and makes shapes valid where GEOS gives up."""

    @property
    def cutter_elsewhere(self) -> LabelCutter:
        """Cuts them in any process; it raises ClipError where GEOS gives up."""

    def read_uncut(self, batch: AnyBatch, stop: Callable[[], None]) -> Uncut | None:
        """Return what the chips of a batch may show, None where the cutter reads that itself.

        Args:
            batch: the chips.
            stop: raises Cancelled when the user has cancelled; to be called often.
        """


class LabelSource(Protocol):
    """Where labels come from.

    Attributes:
        report: what happened to features on the way.
        counts_pixels: statistics count pixels, not features.
    """

    report: LabelReport
    counts_pixels: bool

    @property
    def uncut_source(self) -> UncutSource | None:
        """Gives labels that other processes can cut; None where they are read whole."""

    def open(self, stop: Callable[[], None]) -> ClassScheme:
        """Return the classes; called once, before anything is read or written.

        Args:
            stop: raises Cancelled when the user has cancelled; to be called often.

        Raises:
            ExportError: the labels cannot be used.
        """

    def read(
        self, batch: AnyBatch, stop: Callable[[], None], places: Collection[Place] | None = None
    ) -> BatchLabels:
        """Return the labels of a batch.

        Args:
            batch: the chips.
            places: those of them that are asked for; of others nothing is told or counted. None: all.
            stop: raises Cancelled when the user has cancelled; to be called often.
        """

    def take_inside(self, area: LabelledArea) -> None:
        """Cut all labels to an area; called before the first is read."""

    def finish(self, stop: Callable[[], None]) -> None:
        """Report what no batch has met; called once, after the last chip.

        Args:
            stop: raises Cancelled when the user has cancelled; to be called often.
        """


def labels_of(
    source: LabelSource, batch: AnyBatch, places: Collection[Place], stop: Callable[[], None]
) -> BatchLabels:
    """Return the labels of some chips of a batch; without any, nothing is read.

    Args:
        source: where they come from, opened.
        batch: the chips.
        places: those of them that are asked for.
        stop: raises Cancelled when the user has cancelled.
    """
    if not places:
        return NO_LABELS
    return source.read(batch, stop, places if len(places) < len(batch) else None)


NOTHING = ChipLabels()
NO_LABELS = BatchLabels({})
ObjectLists = dict[Place, list[LabelObject]]
