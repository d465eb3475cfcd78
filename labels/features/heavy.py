"""The areas of features with many points: worked out once, not for each batch that meets them."""

from __future__ import annotations

from typing import Callable

from ..shapes.thinning import Nearby
from .areas import Areas

_KEPT_POINTS = 4_000_000  # of the shapes that are kept, unless a single one has more


class HeavyAreas:
    """Keeps the areas of heavy features, in pixel space, by feature id."""

    def __init__(self, areas: Areas) -> None:
        """Keep nothing yet.

        Args:
            areas: turns geometries into polygons in pixel space.
        """
        self._areas = areas
        self._kept: dict[int, Nearby | None] = {}

    def __contains__(self, fid: int) -> bool:
        """Return whether a feature's area is kept."""
        return fid in self._kept

    def of(self, fid: int, wkb: bytes, stop: Callable[[], None]) -> Nearby | None:
        """Return the area of a feature, None where it has none that can be used.

        Args:
            fid: its id.
            wkb: its geometry in the layer's CRS, as well-known binary.
            stop: raises Cancelled when the user has cancelled.
        """
        if fid not in self._kept:
            outlines, usable = self._areas.of([fid], [wkb], stop)
            found = Nearby(outlines) if usable else None
            self._forget(len(outlines.points))
            self._kept[fid] = found
        return self._kept[fid]

    def _forget(self, more: int) -> None:
        """Make room for a shape of some points: the first that came go first."""
        points = {fid: len(each.outlines.points) if each else 0 for fid, each in self._kept.items()}
        total = sum(points.values()) + more
        for fid, count in points.items():
            if total <= _KEPT_POINTS:
                return
            total -= count
            del self._kept[fid]
