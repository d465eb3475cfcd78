"""Label images from shapes: a pixel belongs to a shape where its centre lies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from ..chipping.chip import ChipLabels, LabelObject
from ..chipping.plan.grid import Batch, Grid, Place
from .filters import THIN
from .objects import Found
from .shapes.polygons import Outlines
from .shapes.run_images import Drawing
from .shapes.scanlines import Runs, fill, on_top
from .shapes.subdivision import Pairs, reach
from .source import ObjectLists

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Places = NDArray[np.intp]
    Classes = NDArray[np.int64]


def counted(objects: Iterable[LabelObject]) -> tuple[tuple[int, float], ...]:
    """Return class value and area of objects, as statistics count them."""
    return tuple([(each[0], each[5]) for each in objects])


class _Shown(NamedTuple):
    """What chips show of shapes, run by run.

    Attributes:
        chips: (runs), number of the chip in its batch, row by row.
        shapes: (runs), number of the shape.
        starts: (runs), first pixel, counted row by row through the chip.
        ends: (runs), pixel behind the last one.
    """

    chips: Places
    shapes: Places
    starts: Places
    ends: Places

    @classmethod
    def of(cls, runs: Runs, grid: Grid, batch: Batch) -> _Shown:
        """Return what the chips of a batch show of runs of its window."""
        row, left = np.divmod(runs.starts, batch.window.width)
        row, left = row + batch.window.row_off, left + batch.window.col_off
        right = left + runs.ends - runs.starts
        middles = np.stack((left + 0.5, row + 0.5, right - 0.5, row + 0.5), axis=1)
        pairs = Pairs.of(*reach(middles, grid, batch))
        corner, run = pairs.columns * grid.stride_x, pairs.items
        line = (row[run] - pairs.rows * grid.stride_y) * grid.tile_x
        chips = _numbers(pairs.rows, pairs.columns, batch)
        start = line + np.maximum(left[run] - corner, 0)
        return cls(chips, runs.shapes[run], start, line + np.minimum(right[run] - corner, grid.tile_x))

    def taken(self, which: Places | NDArray[np.bool_] | slice) -> _Shown:
        """Return some of the runs."""
        return _Shown(*(each[which] for each in self))

    def on_top(self, layers: Places, pixels: int) -> _Shown:
        """Return what can be seen of the runs where the later shape lies on top, chip by chip.

        Args:
            layers: (shapes), the layer of each; one hides another only in the same layer.
            pixels: of a chip.
        """
        count = int(layers.max(initial=0)) + 1
        shift = (self.chips * count + layers[self.shapes]) * pixels
        visible = on_top(Runs(self.shapes, self.starts + shift, self.ends + shift))
        image, start = np.divmod(visible.starts, pixels)
        return _Shown(image // count, visible.shapes, start, start + visible.ends - visible.starts)


def _numbers(rows: Any, columns: Any, batch: Batch) -> Any:
    """Return the numbers of chips in their batch, row by row."""
    return (rows - batch.rows.start) * len(batch.columns) + columns - batch.columns.start


@dataclass(frozen=True)
class LabelImages:
    """The labels of a batch, to be drawn as images.

    Attributes:
        grid: all chips.
        batch: the chips.
        outlines: the labels (pixels); number 1 is the first.
        class_values: the class of each.
        found: the objects of each chip, and those that are left out.
    """

    grid: Grid
    batch: Batch
    outlines: Outlines
    class_values: Sequence[int] | Classes
    found: Found

    @property
    def objects(self) -> ObjectLists:
        """The objects of each chip."""
        return self.found.objects

    def class_maps(self) -> tuple[dict[Place, ChipLabels], int]:
        """Return the labels of chips with class maps, and how many objects no pixel shows.

        A pixel of class 0 is nothing: an object of that class hides what lies
        below it, but is no object of the chip.
        """
        shown = self._shown(np.zeros(len(self.outlines), dtype=np.intp))
        shown = shown.taken(np.argsort(shown.chips, kind="stable"))
        classes = np.asarray(self.class_values, dtype=np.int64)
        values, smallest = classes[shown.shapes], np.min_scalar_type(int(classes.max(initial=0))).name
        labels = {}
        for place, part in self._parts(shown.chips):
            found = [each for each in self.objects[place] if each.class_value]
            shape = (1, self.grid.tile_y, self.grid.tile_x)
            drawing = Drawing(shown.starts[part], shown.ends[part], values[part], shape, smallest)
            if found:
                labels[place] = ChipLabels(tuple(found), counted(found), drawing.image)
        keys = self._object_keys()
        hidden = ~np.isin(keys, self._keys(shown)) & (classes[keys % max(1, len(classes))] != 0)
        return labels, int(hidden.sum())

    def instance_masks(self) -> tuple[dict[Place, ChipLabels], int]:
        """Return the labels of chips with masks, and how many objects no pixel shows.

        An object that covers no pixel's centre, or that later objects of its
        class hide, has no instance; it is no object of the chip.
        """
        layers = np.unique(np.asarray(self.class_values), return_inverse=True)[1]
        shown = self._shown(layers)
        shown = shown.taken(np.isin(self._keys(shown), self._object_keys()))
        instances = _Instances.of(shown, layers)
        labels, unseen = {}, 0
        for place, part in self._parts(instances.chips):
            found, seen = self.objects[place], set((instances.shapes[part] + 1).tolist())
            kept = tuple([each for each in found if each.number in seen])
            unseen += len(found) - len(kept)
            if kept:
                drawing = instances.drawing(part, self.grid)
                values = sorted({each.class_value for each in kept})
                labels[place] = ChipLabels(kept, counted(kept), None, partial(drawing.images_by, values))
        return labels, unseen

    def _shown(self, layers: Places) -> _Shown:
        """Return what the chips show of the shapes; one hides another only in the same layer.

        Args:
            layers: (shapes), the layer of each.
        """
        window = self.batch.window
        runs = fill(self.outlines, window)
        hidden = self._hidden()
        if len(hidden):
            shown = _Shown.of(runs, self.grid, self.batch)
            shown = shown.taken(~np.isin(self._keys(shown), hidden))
            return shown.on_top(layers, self.grid.tile_x * self.grid.tile_y)
        shift = layers * (window.width * window.height)
        visible = on_top(runs.moved(shift[runs.shapes]))
        return _Shown.of(visible.moved(-shift[visible.shapes]), self.grid, self.batch)

    def _hidden(self) -> Places:
        """Return the numbers that stand for what chips do not show though it lies in them, see ``_keys``."""
        hidden = [each for each in self.found.left_out if each.reason != THIN]
        chips = [_numbers(*each.place, self.batch) for each in hidden]
        numbers = [each.number - 1 for each in hidden]
        return np.array(chips, dtype=np.intp) * len(self.outlines) + np.array(numbers, dtype=np.intp)

    def _keys(self, shown: _Shown) -> Places:
        """Return for each run a number that stands for its chip and shape."""
        keys: Places = shown.chips * len(self.outlines) + shown.shapes
        return keys

    def _object_keys(self) -> Places:
        """Return the numbers that stand for the objects of all chips, see ``_keys``."""
        count = len(self.outlines)
        chips = ((_numbers(*place, self.batch) * count, found) for place, found in self.objects.items())
        return np.array([chip + each.number - 1 for chip, found in chips for each in found], dtype=np.intp)

    def _parts(self, chips: Places) -> Iterator[tuple[Place, slice]]:
        """Yield the chips that have objects, and where they stand in a list of chip numbers.

        Args:
            chips: numbers of chips, ascending.
        """
        numbers = np.array([_numbers(*place, self.batch) for place in self.objects], dtype=np.intp)
        starts, ends = np.searchsorted(chips, numbers), np.searchsorted(chips, numbers, side="right")
        for place, start, end in zip(self.objects, starts.tolist(), ends.tolist()):
            yield place, slice(start, end)


class _Instances(NamedTuple):
    """The instances of all masks of a batch, mask by mask in the order of the chips.

    Attributes:
        runs: what is seen of them, instance by instance.
        firsts: (instances + 1), first run of each, and the end.
        chips: (instances), number of the chip.
        shapes: (instances), number of the shape.
        masks: (instances), number of the mask in the batch.
        numbers: (instances), number in the mask, from 1.
    """

    runs: _Shown
    firsts: Places
    chips: Places
    shapes: Places
    masks: Places
    numbers: Places

    @classmethod
    def of(cls, shown: _Shown, layers: Places) -> _Instances:
        """Return the instances of what chips show.

        Args:
            shown: the runs.
            layers: (shapes), the class of each, counted from 0.
        """
        runs = shown.taken(np.lexsort((shown.shapes, layers[shown.shapes], shown.chips)))
        mask = runs.chips * (int(layers.max(initial=0)) + 1) + layers[runs.shapes]
        new_mask = np.diff(mask, prepend=-1) != 0
        firsts = np.flatnonzero(new_mask | (np.diff(runs.shapes, prepend=-1) != 0))
        masks = np.cumsum(new_mask, dtype=np.intp)[firsts] - 1
        numbers = np.arange(len(firsts)) - np.searchsorted(masks, masks) + 1
        ends = np.append(firsts, len(runs.chips))
        return cls(runs, ends, runs.chips[firsts], runs.shapes[firsts], masks, numbers)

    def drawing(self, part: slice, grid: Grid) -> Drawing:
        """Return the masks of a chip.

        Args:
            part: its instances.
            grid: all chips.
        """
        masks, numbers = self.masks[part] - self.masks[part.start], self.numbers[part]
        lengths = np.diff(self.firsts[part.start : part.stop + 1])
        runs = self.runs.taken(slice(self.firsts[part.start], self.firsts[part.stop]))
        shift = np.repeat(masks * (grid.tile_x * grid.tile_y), lengths)
        shape = (int(masks[-1]) + 1, grid.tile_y, grid.tile_x)
        smallest = np.min_scalar_type(int(numbers.max())).name
        return Drawing(runs.starts + shift, runs.ends + shift, np.repeat(numbers, lengths), shape, smallest)
