"""Labels of a batch of chips, whatever they are read from: the interface."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Callable, NamedTuple, Protocol

from ..chipping.chip import ChipLabels, LabelObject
from ..chipping.plan.grid import Place
from ..chipping.plan.listed import AnyBatch
from ..chipping.window import Window
from .class_scheme import ClassScheme
from .shapes.polygons import Outlines

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .features.nearby_shapes import Shapes
    from .shape_cutter import ShapeCutter

NO_POLYGON = "no polygon"
"""Why a feature of points or lines is left out."""


@dataclass
class LabelNews:
    """What happened to features on the way; ids, since batches share features.

    Attributes:
        repaired: features whose geometry was made valid.
        reduced: features of which only the polygons were taken, not the points
            and lines beside them.
        broken: features left out: their geometry cannot be used; why, by id.
        unclassified: features left out: they have no class.
        cut: features of which a part lies outside the area whose labels are complete.
        unseen: objects whose pixels no label image shows, one per chip.
        thin: objects left out: their boxes have no width or height as they are
            written, one per chip.
        partial: objects left out: their chips show too little of their features.
        small: objects left out: a side of their boxes is too short.
    """

    repaired: set[int] = field(default_factory=set)
    reduced: set[int] = field(default_factory=set)
    broken: dict[int, str] = field(default_factory=dict)
    unclassified: set[int] = field(default_factory=set)
    cut: set[int] = field(default_factory=set)
    unseen: int = 0
    thin: int = 0
    partial: int = 0
    small: int = 0

    @property
    def filtered(self) -> int:
        """Objects left out because they are not what the user wants."""
        return self.partial + self.small


@dataclass
class LabelReport(LabelNews):
    """All that happened to features, and what of it has not been told yet.

    Attributes:
        total: features of the layer, or pixels of the class raster.
    """

    total: int = 0
    _news: LabelNews = field(default_factory=LabelNews, repr=False, compare=False)

    @property
    def shapeless(self) -> set[int]:
        """Features left out because they are points or lines, which have no area."""
        return {fid for fid, reason in self.broken.items() if reason == NO_POLYGON}

    @property
    def outside(self) -> int:
        """Features that were not left out; where no chip shows a label, they lie outside the chips."""
        return max(0, self.total - len(self.unclassified | self.broken.keys()))

    def repair(self, fid: int) -> None:
        """Take down that a feature's geometry was made valid."""
        if fid not in self.repaired:
            self.repaired.add(fid)
            self._news.repaired.add(fid)

    def reduce(self, fid: int) -> None:
        """Take down that only the polygons of a feature were taken."""
        if fid not in self.reduced:
            self.reduced.add(fid)
            self._news.reduced.add(fid)

    def leave_out(self, fid: int, reason: str) -> None:
        """Take down that a feature's geometry cannot be used, and why; so it was not repaired."""
        if fid not in self.broken:
            self._news.broken[fid] = reason
        self.broken[fid] = reason
        self.repaired.discard(fid)
        self._news.repaired.discard(fid)

    def leave_unclassified(self, fids: Iterable[int]) -> None:
        """Take down that features have no class."""
        fresh = set(fids) - self.unclassified
        self.unclassified |= fresh
        self._news.unclassified |= fresh

    def cut_off(self, fids: Iterable[int]) -> None:
        """Take down that parts of features lie outside the area whose labels are complete."""
        fresh = set(fids) - self.cut
        self.cut |= fresh
        self._news.cut |= fresh

    def count(self, **counts: int) -> None:
        """Count objects.

        Args:
            **counts: how many are new, by attribute: unseen, thin, partial, small.
        """
        for report in (self, self._news):
            for name, count in counts.items():
                setattr(report, name, getattr(report, name) + count)

    def news(self) -> dict[str, Any]:
        """Return what has come since this was last asked, as JSON can hold it."""
        news, self._news = self._news, LabelNews()
        return {
            "repaired": sorted(news.repaired),
            "reduced": sorted(news.reduced),
            "broken": {str(fid): reason for fid, reason in news.broken.items()},
            "unclassified": sorted(news.unclassified),
            "cut": sorted(news.cut),
            "unseen": news.unseen,
            "thin": news.thin,
            "partial": news.partial,
            "small": news.small,
        }

    def restart(self) -> dict[str, Any]:
        """Count objects anew, since all chips are read again; return what has come, as ``news`` does.

        Features are known by their ids: what happened to one stays known, and is told once.
        """
        for each in fields(LabelNews):
            if isinstance(getattr(self, each.name), int):
                setattr(self, each.name, 0)
                setattr(self._news, each.name, 0)
        return self.news()

    def add(self, news: dict[str, Any]) -> None:
        """Take over what ``news`` returned."""
        self.repaired |= set(news["repaired"])
        self.reduced |= set(news["reduced"])
        self.broken.update({int(fid): reason for fid, reason in news["broken"].items()})
        self.unclassified |= set(news["unclassified"])
        self.cut |= set(news.get("cut", ()))
        self.add_counts({name: count for name, count in news.items() if isinstance(count, int)})

    def add_counts(self, counts: Mapping[str, int]) -> None:
        """Take over objects that were counted elsewhere, and whose count the journal has from there."""
        for name, count in counts.items():
            setattr(self, name, getattr(self, name) + count)


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


class ShapeSource(Protocol):
    """Where the shapes of labels come from."""

    @property
    def cutter(self) -> ShapeCutter:
        """Cuts shapes to the chips of a batch in QGIS's process, and makes them valid where GEOS gives up."""

    @property
    def cutter_elsewhere(self) -> ShapeCutter:
        """Cuts them in any process; it raises ClipError where GEOS gives up."""

    def shapes(self, batch: AnyBatch, stop: Callable[[], None]) -> Shapes:
        """Return the shapes that the chips of a batch may show.

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
    def shape_source(self) -> ShapeSource | None:
        """Gives shapes of labels, which other processes can cut; None where labels are read whole."""

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
