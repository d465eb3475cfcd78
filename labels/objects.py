"""From the shapes of a batch to the objects of its chips."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Callable, NamedTuple

import numpy as np

from ..chipping.chip import LabelObject
from ..chipping.plan.grid import Batch, Grid
from ..chipping.window import Window
from .exact_cut import Clip, ExactCut
from .filters import EVERYTHING, REASONS, SHARE_ROUNDING, LeftOut, ObjectFilter
from .shapes.clipping import Clipper
from .shapes.polygons import Outlines
from .shapes.subdivision import Pairs, Pieces, pieces
from .source import ObjectLists

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]
    Places = NDArray[np.intp]
    Classes = NDArray[np.int64]

_RECTANGLE = 5  # points
_ROUNDING = 1e-12  # share of a rectangle's area
_NARROW = 0.0101  # pixels; what is wider has a width when it is written with two decimals


class Found(NamedTuple):
    """What chips show of shapes.

    Attributes:
        objects: of each chip that shows any, in the order of the shapes.
        left_out: objects that are none of a chip's labels.
        pieces: the shapes that they have been found in.
        unsure: number of the piece, and row and column of the chip, where only an exact cut could tell.
    """

    objects: ObjectLists
    left_out: list[LeftOut]
    pieces: Pieces
    unsure: frozenset[tuple[int, int, int]] = frozenset()

    @classmethod
    def nothing(cls) -> Found:
        """Return that chips show nothing."""
        return cls({}, [], Pieces.none())

    def of(self, places: Collection[tuple[int, int]] | None) -> Found:
        """Return what some of the chips show, None for all."""
        if places is None:
            return self
        wanted = set(places)
        objects = {place: its for place, its in self.objects.items() if place in wanted}
        left_out = [each for each in self.left_out if each.place in wanted]
        return self._replace(objects=objects, left_out=left_out)

    @property
    def counts(self) -> dict[str, int]:
        """How many objects were left out for each reason."""
        return dict(Counter(each.reason for each in self.left_out))


@dataclass(frozen=True)
class Spreader:
    """Finds which chips of a batch show which shapes.

    Attributes:
        grid: all chips.
        batch: the chips.
        cell_area: area of a pixel (squared map units).
        tolerance: width up to which a shared part is rounding (pixels).
        clip: cuts polygons exactly; asked where numpy cannot tell.
        drawn: objects are pixels, not boxes.
        wanted: what an object has to be to become a label.
    """

    grid: Grid
    batch: Batch
    cell_area: float
    tolerance: float
    clip: Clip
    drawn: bool = False
    wanted: ObjectFilter = EVERYTHING

    @property
    def cut(self) -> ExactCut:
        """Cuts shapes by chips."""
        return ExactCut(self.clip, self.tolerance)

    def objects(
        self, outlines: Outlines, class_values: Sequence[int] | Classes, stop: Callable[[], None]
    ) -> Found:
        """Return the objects of each chip that shows any, and those that are left out.

        A thin object has a box without width or height as it is written, with
        two decimals. It is none of the objects: readers stop at such a box. As
        pixels it stays where the middle of a pixel lies in its box.

        Args:
            outlines: the shapes (pixels).
            class_values: the class of each.
            stop: raises Cancelled when the user has cancelled.
        """
        if not len(outlines):
            return Found.nothing()
        found = pieces(outlines, self.grid, self.batch, stop)
        pairs = Pairs.of(found.rows, found.columns)
        boxes, areas, unsure = self._shared(found.outlines, pairs, stop)
        wide = np.minimum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]) > self.tolerance
        seen = np.flatnonzero(wide & (areas > 0))
        shares = _shares(areas, found.outlines.wholes[pairs.items])
        reasons = self._reasons(boxes[seen], shares[seen])
        kept, owners = seen[reasons < 0], found.owners[pairs.items]
        chips = pairs.rows * self.grid.columns + pairs.columns
        order = kept[np.lexsort((owners[kept], chips[kept]))]
        values = np.asarray(class_values)[owners[order]].tolist()
        columns = (*boxes[order].T, areas[order] * self.cell_area, owners[order] + 1, shares[order])
        objects = list(map(LabelObject._make, zip(values, *[each.tolist() for each in columns])))
        starts = np.flatnonzero(np.diff(chips[order], prepend=-1))
        ends = [*starts[1:].tolist(), len(order)]
        each = zip(pairs.places(order[starts]), starts.tolist(), ends)
        lists = {place: objects[start:end] for place, start, end in each}
        left = reasons >= 0
        names = [REASONS[reason] for reason in reasons[left].tolist()]
        left_out = map(LeftOut, names, pairs.places(seen[left]), (owners[seen[left]] + 1).tolist())
        cut = frozenset(zip(*(each[unsure].tolist() for each in pairs)))
        return Found(lists, list(left_out), found, cut)

    def _reasons(self, boxes: Floats, shares: Floats) -> Places:
        """Return why objects that chips show are left out, numbers of ``REASONS``, -1 where they are not."""
        conditions = [self._thin(boxes), self.wanted.partial(shares), self.wanted.small(boxes)]
        reasons: Places = np.select(conditions, range(len(REASONS)), -1)
        return reasons

    def _thin(self, boxes: Floats) -> Flags:
        """Return which boxes, of what chips show, are to be left out as thin."""
        thin: Flags = (boxes[:, 2:] - boxes[:, :2] < _NARROW).any(axis=1)
        for place in np.flatnonzero(thin):
            box = boxes[place]
            left, top, right, bottom = [f"{side:.2f}" for side in box.tolist()]
            holds_middle = (np.floor(box[2:] - 0.5) >= np.ceil(box[:2] - 0.5)).all()
            thin[place] = (left == right or top == bottom) and not (self.drawn and holds_middle)
        return thin

    def _shared(
        self, outlines: Outlines, pairs: Pairs, stop: Callable[[], None]
    ) -> tuple[Floats, Floats, Places]:
        """Return box (from the chip's upper-left corner) and area of what each pair shares (pixels).

        Also, which pairs had to be cut for that.
        """
        corners = np.stack(
            (pairs.columns * self.grid.stride_x, pairs.rows * self.grid.stride_y), axis=1
        ).astype(np.float64)
        sides = np.array((self.grid.tile_x, self.grid.tile_y), dtype=np.float64)
        whole = outlines.boxes[pairs.items] - np.hstack((corners, corners))
        areas = outlines.areas[pairs.items]
        boxes = np.clip(whole, 0.0, np.hstack((sides, sides)))
        rectangle = _rectangles(outlines)[pairs.items]
        size = np.maximum(boxes[:, 2:] - boxes[:, :2], 0)
        areas[rectangle] = np.prod(size[rectangle], axis=1)
        rest = np.flatnonzero((whole != boxes).any(axis=1) & ~rectangle & (size > self.tolerance).all(axis=1))
        unsure: Places = rest[:0]
        if len(rest):
            shared = Clipper(outlines, *sides).clip(pairs.items[rest], corners[rest])
            boxes[rest], areas[rest] = shared.boxes, shared.areas
            unsure = rest[shared.unsure]
            for pair in unsure:
                stop()
                boxes[pair], areas[pair] = self._clipped(outlines, pairs.items[pair], corners[pair])
        return boxes, areas, unsure

    def _clipped(self, outlines: Outlines, shape: int, corner: Floats) -> tuple[Floats, float]:
        """Return what polygons share with a chip, cut exactly."""
        left, top = corner.astype(int).tolist()
        window = Window(top, left, self.grid.tile_y, self.grid.tile_x)
        shared = self.cut.part(outlines, shape, window)
        if shared is None:
            return np.zeros(4), 0.0
        sizes = np.abs(shared.ring_areas)
        area = float(sizes[shared.shells].sum() - sizes[~shared.shells].sum())
        return np.maximum(shared.boxes[0] - np.concatenate((corner, corner)), 0.0), area


def _shares(areas: Floats, wholes: Floats) -> Floats:
    """Return what share areas are of wholes; rounding is none."""
    shares = np.divide(areas, wholes, out=np.ones_like(areas), where=wholes > 0)
    return np.where(shares > 1 - SHARE_ROUNDING, 1.0, shares)


def _rectangles(outlines: Outlines) -> Flags:
    """Return which shapes fill their boxes."""
    sides = outlines.boxes[:, 2:] - outlines.boxes[:, :2]
    area = np.prod(sides, axis=1)
    corners = np.diff(outlines.first_points) == _RECTANGLE
    alike: Flags = corners & (np.diff(outlines.shapes) == 1) & (area - outlines.areas <= _ROUNDING * area)
    return alike
