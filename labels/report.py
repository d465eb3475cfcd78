"""What happened to features on the way from a layer to labels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

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
