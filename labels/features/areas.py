"""The areas of features as polygons in the raster's pixel space."""

from __future__ import annotations

import math
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Callable, TypeVar

import numpy as np
from qgis.core import QgsCsException

from ...chipping.retry import watched
from ...chipping.steps import Step
from ..report import LabelReport
from ..shapes.clipping import Clipper
from ..shapes.polygons import POINT_BYTES, Outlines, only_ring
from ..shapes.simple_rings import surely_simple
from .large import LargeShapes
from .projection import Projection
from .repair import from_wkb, label_area

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

T = TypeVar("T")

_OFTEN = 256  # features between looks at Cancel

HEAVY_BYTES = 4096 * POINT_BYTES
"""Well-known binary of a geometry with many points; GEOS may take long for it."""


@dataclass(frozen=True)
class Areas:
    """Turns geometries into polygons in pixel space.

    A shape's corners are transformed, and its edges are straight between them,
    as in QGIS and GDAL; but shapes that are large, or whose corners cannot be
    transformed, are cut by the image first, see ``LargeShapes``.

    Attributes:
        projection: between the layer's CRS and pixel space.
        large: cuts large shapes.
        radius: radius of the area around each geometry (units of the layer's CRS).
        report: takes what was repaired and what cannot be used.
    """

    projection: Projection
    large: LargeShapes
    radius: float
    report: LabelReport

    def of(
        self, fids: Sequence[int], geometries: Sequence[bytes], stop: Callable[[], None]
    ) -> tuple[Outlines, list[int]]:
        """Return the polygons of the usable geometries, and which geometries they are.

        Args:
            fids: feature id of each.
            geometries: in the layer's CRS, as well-known binary.
            stop: raises Cancelled when the user has cancelled.
        """
        outlines, usable = self._valid(fids, geometries, stop)
        moved, kept = self._moved(outlines, stop)
        if len(kept) == len(outlines):
            return moved, usable
        cuts, wholes, others = [], [], []
        for number in np.setdiff1d(np.arange(len(outlines)), kept).tolist():
            cut = self._cut(fids[usable[number]], outlines.wkb(number), stop)
            if cut:
                cuts.append(cut)
                wholes.append(self._whole_area(outlines.taken(np.array([number]))))
                others.append(number)
        if cuts:
            found = Outlines.of(cuts)
            full = np.maximum(self._on_image(found), wholes)
            moved = moved.joined(replace(found, full_areas=full))
        return moved, [usable[number] for number in [*kept.tolist(), *others]]

    def _on_image(self, outlines: Outlines) -> Floats:
        """Return the area of what of each shape lies on the image (pixels)."""
        window = self.large.window
        corners = np.tile([float(window.col_off), float(window.row_off)], (len(outlines), 1))
        clipper = Clipper(outlines, window.width, window.height)
        return clipper.clip(np.arange(len(outlines)), corners).areas

    def _whole_area(self, outlines: Outlines) -> float:
        """Return the area of a shape in pixel space, cut nowhere; 0 where it does not fit in there."""
        points = self.projection.fitting(outlines.points)
        return 0.0 if points is None else float(outlines.moved(points).areas[0])

    def _valid(
        self, fids: Sequence[int], geometries: Sequence[bytes], stop: Callable[[], None]
    ) -> tuple[Outlines, list[int]]:
        """Return valid polygons in the layer's CRS, and which geometries they are."""
        rings = [only_ring(wkb) for wkb in geometries] if self.radius <= 0 else []
        single = np.array([place for place, ring in enumerate(rings) if ring], dtype=np.intp)
        outlines = Outlines.of_rings([rings[place] for place in single])
        proven = surely_simple(outlines)
        rest = sorted(set(range(len(geometries))).difference(single[proven].tolist()))
        if not rest:
            return outlines, single.tolist()
        areas = {}
        for count, place in enumerate(rest):
            if count % _OFTEN == 0:
                stop()
            areas[place] = self._area(fids[place], geometries[place], stop)
        usable = [place for place, area in areas.items() if area]
        others = Outlines.of([areas[place] for place in usable])
        return outlines.taken(np.flatnonzero(proven)).joined(others), [*single[proven].tolist(), *usable]

    def _area(self, fid: int, label: bytes, stop: Callable[[], None]) -> bytes:
        """Return the area of a label, both as well-known binary, b"" where it has none."""
        with Step("Reading the geometry of feature {fid}", fid=fid):
            area = called(lambda: label_area(from_wkb(label), self.radius), label, stop)
        if area.reason:
            self.report.leave_out(fid, area.reason)
        if area.repaired:
            self.report.repair(fid)
        if area.reduced:
            self.report.reduce(fid)
        return area.wkb

    def _moved(self, outlines: Outlines, stop: Callable[[], None]) -> tuple[Outlines, Places]:
        """Return the shapes that are not large and can be transformed, in pixel space, and which they are."""
        numbers = self._small(outlines)
        chosen = outlines if len(numbers) == len(outlines) else outlines.taken(numbers)
        try:
            moved = chosen.moved(self.projection.pixels(chosen.points))
            alike = not self.projection.took_another_way
        except QgsCsException:
            alike = False
        if not alike:
            moved = self._one_by_one(chosen, stop)
        finite = np.isfinite(moved.points)
        if finite.all():
            return moved, numbers
        kept = np.flatnonzero(np.logical_and.reduceat(finite.all(axis=1), moved.first_points[:-1]))
        return moved.taken(kept), numbers[kept]

    def _small(self, outlines: Outlines) -> Places:
        """Return which shapes are not large."""
        everything: Places = np.arange(len(outlines))
        if self.projection.is_plain or _size(outlines.points) < self.projection.large:
            return everything
        sides = outlines.boxes[:, 2:] - outlines.boxes[:, :2]
        small: Places = everything[sides.max(axis=1) < self.projection.large]
        return small

    def _one_by_one(self, outlines: Outlines, stop: Callable[[], None]) -> Outlines:
        """Return shapes in pixel space, each by an operation of its own; of some, points are nowhere."""
        points = np.full_like(outlines.points, np.nan)
        firsts = outlines.first_points
        for number, (first, end) in enumerate(zip(firsts[:-1], firsts[1:])):
            if number % _OFTEN == 0:
                stop()
            with suppress(QgsCsException):
                points[first:end] = self.projection.pixels(outlines.points[first:end])
        return outlines.moved(points)

    def _cut(self, fid: int, wkb: bytes, stop: Callable[[], None]) -> bytes:
        """Return what of a shape lies on the image (pixels), b"" where nothing does or it cannot be told."""
        cut = called(lambda: self.large.cut(fid, wkb, stop), wkb, stop)
        if cut.reason:
            self.report.leave_out(fid, cut.reason)
        return cut.wkb


def called(call: Callable[[], T], wkb: bytes, stop: Callable[[], None]) -> T:
    """Return what a call returns that works on a geometry; where that is heavy, Cancel is heard meanwhile.

    Args:
        call: works on it.
        wkb: the geometry, as well-known binary.
        stop: raises Cancelled when the user has cancelled.
    """
    return watched(call, stop, math.inf) if len(wkb) > HEAVY_BYTES else call()


def _size(points: Floats) -> float:
    """Return how far points lie apart along x or y at most."""
    return max(float(np.ptp(axis)) for axis in points.T) if len(points) else 0.0  # far quicker axis by axis
