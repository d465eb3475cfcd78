"""Shapes that are larger than the raster's projection shows: what of them lies on the image.

Such a shape is cut in the layer's own CRS, by what holds the image there, and
only the cut is transformed: its far corners may lie nowhere in the raster's
CRS. Its edges bend on the image as on the map in the layer's CRS: what lies in
the shape there lies in it here.
"""

from __future__ import annotations

import math
from functools import cached_property
from typing import TYPE_CHECKING, Any, Callable, NamedTuple

import numpy as np
from qgis.core import QgsGeometry, QgsGeometryEngine, QgsPoint, QgsRectangle

from ...chipping.window import Window
from ..shapes.polygons import Outlines
from .bending import bent
from .patches import Patch, patches
from .polygon_parts import joined, parts_of
from .projection import Projection, near
from .repair import clip, from_wkb, polygon_part, rectangle, shared, united

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_BEND = 0.01  # pixels: how far an edge may lie beside its place
_LONG = 1 / 8  # share of a patch's longer side in the layer's CRS: halves of longer edges are looked at
_POLE_MARGIN = 1 / 360  # turns beyond a pole that a shape may reach
_KEPT_BYTES = 64 << 20
_MANY = 1000  # points of a shape that is cut for half of the patches before it is cut for each


class Cut(NamedTuple):
    """What of a shape lies on the image.

    Attributes:
        wkb: polygons (pixels), b"" where nothing does.
        reason: why that cannot be told, "" where it can.
    """

    wkb: bytes
    reason: str = ""


class LargeShapes:
    """Cuts shapes by the image and keeps the cuts, since batch after batch asks for them.

    Attributes:
        window: all pixels that chips show.
    """

    def __init__(self, projection: Projection, window: Window, radius: float) -> None:
        """Keep what shapes are cut by; it is the same for all batches, and so are the cuts.

        Args:
            projection: between the layer's CRS and pixel space.
            window: all pixels that chips show.
            radius: of the area around features: so far a shape may reach beyond a pole.
        """
        self._projection = projection
        self.window = window
        self._radius = radius
        self._patches: list[Patch] | None = None
        self._cuts: dict[int, Cut] = {}
        self._size = 0

    def cut(self, fid: int, wkb: bytes, stop: Callable[[], None]) -> Cut:
        """Return what of a shape lies on the image.

        Args:
            fid: its feature id.
            wkb: valid polygons in the layer's CRS, as well-known binary.
            stop: raises Cancelled when the user has cancelled.
        """
        if fid not in self._cuts:
            if self._size > _KEPT_BYTES:
                self._cuts.clear()
                self._size = 0
            cut = self._cuts[fid] = self._cut(from_wkb(wkb), stop)
            self._size += len(cut.wkb)
        return self._cuts[fid]

    def _cut(self, shape: QgsGeometry, stop: Callable[[], None]) -> Cut:
        if self._patches is None:
            self._patches = patches(self.window, self._projection, stop)
        if not self._patches:
            return Cut(b"", "no point of the raster has a place in the layer's CRS")
        box, turn = shape.boundingBox(), self._projection.layer_turn
        pole = turn / 4 + turn * _POLE_MARGIN + self._radius
        if turn and (box.yMinimum() < -pole or box.yMaximum() > pole):
            return Cut(b"", "latitudes beyond a pole")
        try:
            return Cut(_united(self._on_patches(Turned(shape, turn), self._patches, stop)))
        except _GeosError:
            return Cut(b"", "GEOS cannot cut it")

    def _on_patches(self, shape: Turned, some: list[Patch], stop: Callable[[], None]) -> list[bytes]:
        """Return what of a shape lies on some patches (pixels): cut for half of them, and half of these."""
        stop()
        near = shape.within(np.array([patch.box for patch in some]))
        if near is None:
            return []
        if len(some) == 1:
            return self._on_patch(near, some[0])
        middle = len(some) // 2
        halves = some[:middle], some[middle:]
        return [part for half in halves for part in self._on_patches(near, half, stop)]

    def _on_patch(self, shape: Turned, patch: Patch) -> list[bytes]:
        """Return what of a shape lies on a patch (pixels)."""
        if patch.middles is not None:
            return _pixels(shape, patch, patch.middles)
        outline: Any = patch.outline
        common = _united(shape.shared(outline))
        if not common:
            return []
        box = outline.boundingBox()
        bent = self._bent(Outlines.of([common]), patch, max(box.width(), box.height()))
        if self._patches == [patch]:
            return [bent]
        part = clip(bent, (patch.left, patch.top, patch.right, patch.bottom))
        if part is None:
            raise _GeosError
        return [part] if part else []

    def _bent(self, outlines: Outlines, patch: Patch, size: float) -> bytes:
        """Return a shape's part on a patch in pixel space."""
        projection, middle = self._projection, (patch.left + patch.right) / 2
        columns = projection.raster_turn / projection.frame.cell_x

        def project(points: Floats) -> Floats:
            return near(projection.tried(points), middle, columns)

        there = bent(outlines, project, _BEND, size * _LONG)
        if not np.isfinite(there.points).all():
            raise _GeosError
        return there.wkb(0)


class Turned:
    """A shape in the layer's CRS, which a turn round the earth brings to the same place."""

    def __init__(self, shape: QgsGeometry, turn: float) -> None:
        """Keep the shape.

        Args:
            shape: valid polygons.
            turn: once round the earth; 0 where coordinates do not come again.
        """
        self._shape = shape
        self._turn = turn
        self._box = shape.boundingBox()

    @cached_property
    def _engine(self) -> QgsGeometryEngine:
        """Answers quickly for many points."""
        engine = QgsGeometry.createGeometryEngine(self._shape.constGet())
        engine.prepareGeometry()
        return engine

    def within(self, boxes: Floats) -> Turned | None:
        """Return the part that may meet some boxes, None where nothing does.

        Args:
            boxes: (boxes, 4), x min, y min, x max and y max.
        """
        left, bottom = boxes[:, :2].min(axis=0).tolist()
        right, top = boxes[:, 2:].max(axis=0).tolist()
        if self._shape.constGet().nCoordinates() < _MANY or (self._turn and right - left >= self._turn):
            return self
        parts = []
        for distance in self._turns(left, right):
            box = QgsRectangle(left - distance, bottom, right - distance, top)
            if box.contains(self._box):
                return self
            part = self._shape.clipped(box)  # far quicker than an intersection
            parts.append(
                _common(self._shape, QgsGeometry.fromRect(box)) if part.isNull() else polygon_part(part)
            )
        found = [part for part in parts if part]
        whole = joined([polygon for part in found for polygon in parts_of(part).polygons]) if found else b""
        return Turned(from_wkb(whole), self._turn) if whole else None

    def shared(self, other: QgsGeometry) -> list[bytes]:
        """Return what the shape and another share, turn by turn, as well-known binary."""
        box = other.boundingBox()
        parts = []
        for distance in self._turns(box.xMinimum(), box.xMaximum()):
            shape = QgsGeometry(self._shape)
            if distance:
                shape.translate(distance, 0)
            parts.append(_common(shape, other))
        return [part for part in parts if part]

    def holds(self, x: float, y: float) -> bool:
        """Return whether a point lies in the shape."""
        if not (math.isfinite(x) and self._box.yMinimum() <= y <= self._box.yMaximum()):
            return False
        return any(self._engine.intersects(QgsPoint(x - distance, y)) for distance in self._turns(x, x))

    def _turns(self, low: float, high: float) -> list[float]:
        """Return the distances along x by which the shape may meet what lies from low to high."""
        if not self._turn:
            return [0.0] if self._box.xMinimum() <= high and self._box.xMaximum() >= low else []
        first = math.ceil((low - self._box.xMaximum()) / self._turn)
        last = math.floor((high - self._box.xMinimum()) / self._turn)
        return [self._turn * number for number in range(first, last + 1)]


class _GeosError(Exception):
    """GEOS gave up."""


def _common(shape: QgsGeometry, other: QgsGeometry) -> bytes:
    """Return the polygons that two shapes share, b"" where there are none."""
    common = shared(shape, other)
    if common is None:
        raise _GeosError
    return common


def _united(parts: list[bytes]) -> bytes:
    """Return what polygons cover together, as well-known binary, b"" where there are none."""
    if len(parts) < 2:
        return b"".join(parts)
    whole = united([from_wkb(part) for part in parts])
    if whole.isNull():
        raise _GeosError
    return polygon_part(whole)


def _pixels(shape: Turned, patch: Patch, middles: Floats) -> list[bytes]:
    """Return the pixels of a patch whose middles lie in a shape, run by run."""
    width, height = patch.right - patch.left, patch.bottom - patch.top
    inside = np.array([shape.holds(*point) for point in middles.tolist()]).reshape(height, width)
    steps = np.diff(inside.astype(np.int8), axis=1, prepend=0, append=0)
    starts, ends = np.argwhere(steps > 0).tolist(), np.argwhere(steps < 0).tolist()
    runs = [
        (patch.left + start, patch.top + row, patch.left + end)
        for (row, start), (_, end) in zip(starts, ends)
    ]
    return [rectangle(left, top, right, top + 1).asWkb().data() for left, top, right in runs]
