"""The areas of features, cut to the area whose labels are complete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Callable

from ..features.areas import Areas
from ..shapes.polygons import Outlines
from ..source import LabelledArea


@dataclass(frozen=True)
class AreasInside(Areas):
    """Turns geometries into polygons in pixel space that lie in an area.

    Attributes:
        area: what they are cut to.
    """

    area: LabelledArea

    @classmethod
    def of_areas(cls, areas: Areas, area: LabelledArea) -> AreasInside:
        """Return the same cut to an area."""
        return cls(areas.projection, areas.large, areas.radius, areas.report, area)

    def of(
        self, fids: Sequence[int], geometries: Sequence[bytes], stop: Callable[[], None]
    ) -> tuple[Outlines, list[int]]:
        """Return what lies in the area of the usable geometries, and which they are; see ``Areas``."""
        outlines, usable = super().of(fids, geometries, stop)
        if not len(outlines):
            return outlines, usable
        found = self.area.cut(outlines, stop)
        for number in found.failed:
            self.report.leave_out(fids[usable[number]], "GEOS cannot cut it")
        self.report.cut_off(fids[usable[number]] for number in found.parts)
        return found.outlines, [usable[number] for number in found.numbers]
