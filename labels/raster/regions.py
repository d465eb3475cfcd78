"""Connected regions of one class in a chip's class map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from ..shapes.polygons import expanded
from ..shapes.run_images import Drawing, draw

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.intp]


class _Runs(NamedTuple):
    """Pixels of a class map that lie side by side in a row and have one value; all of them, in their order.

    Attributes:
        starts: (runs), first pixel of each, counted row by row.
        ends: (runs), pixel behind the last one.
        values: (runs), the value of its pixels.
        columns: columns of the map.
    """

    starts: Numbers
    ends: Numbers
    values: Numbers
    columns: int

    @classmethod
    def of(cls, class_map: NDArray[Any]) -> _Runs:
        """Return the runs of (rows, columns)."""
        flat, columns = class_map.reshape(-1), class_map.shape[1]
        begins = np.empty(flat.size, dtype=bool)
        np.not_equal(flat[1:], flat[:-1], out=begins[1:])
        begins[::columns] = True
        starts = np.flatnonzero(begins)
        return cls(starts, np.append(starts[1:], flat.size), flat[starts].astype(np.intp), columns)

    def touching(self, corners: bool = True) -> tuple[Numbers, Numbers]:
        """Return pairs of runs of one value that touch: the upper, and the lower one.

        Args:
            corners: by sides or corners; else by sides only.
        """
        row, first = np.divmod(self.starts, self.columns)
        last = first + self.ends - self.starts - 1
        lower = np.flatnonzero((self.values != 0) & (row > 0))
        above = (row[lower] - 1) * self.columns
        left = above + np.maximum(first[lower] - corners, 0)
        right = above + np.minimum(last[lower] + corners, self.columns - 1)
        from_run = np.searchsorted(self.starts, left, side="right") - 1
        to_run = np.searchsorted(self.starts, right, side="right")
        upper, lower = expanded(from_run, to_run), lower.repeat(to_run - from_run)
        same = self.values[upper] == self.values[lower]
        return upper[same], lower[same]


class Regions(NamedTuple):
    """Pixels of one class that hang together, by sides or corners.

    They are ordered by top, left, bottom, right, class value.

    Attributes:
        boxes: (regions, 4), first row, first column, first row below, first column to the right (pixels).
        class_values: (regions), the class of each.
        pixels: (regions), number of pixels.
        starts: (runs), first pixel of each run of pixels, counted row by row.
        ends: (runs), pixel behind the last one.
        regions: (runs), number of the region that it belongs to, from 0.
        shape: rows and columns of the class map.
    """

    boxes: Numbers
    class_values: Numbers
    pixels: Numbers
    starts: Numbers
    ends: Numbers
    regions: Numbers
    shape: tuple[int, int]

    @classmethod
    def of(cls, class_map: NDArray[Any]) -> Regions:
        """Return the regions of a class map.

        Args:
            class_map: (rows, columns) of class values, 0 for nothing.
        """
        runs = _Runs.of(class_map)
        roots = _roots(len(runs.starts), *runs.touching())
        shown = np.flatnonzero(runs.values)
        shown = shown[np.argsort(roots[shown], kind="stable")]
        starts, ends, values = runs.starts[shown], runs.ends[shown], runs.values[shown]
        firsts = np.flatnonzero(np.diff(roots[shown], prepend=-1))
        boxes, pixels = _boxes(starts, ends, firsts, runs.columns)
        order = np.lexsort((values[firsts], *boxes.T[::-1]))
        number = np.empty(len(order), dtype=np.intp)
        number[order] = np.arange(len(order))
        regions = number.repeat(np.diff(np.append(firsts, len(shown))))
        classes = values[firsts][order]
        rows, columns = class_map.shape
        return cls(boxes[order], classes, pixels[order], starts, ends, regions, (rows, columns))

    @property
    def ends_inside(self) -> NDArray[np.bool_]:
        """Return which regions end inside the map: no pixel of theirs lies on its border."""
        inside = (self.boxes[:, :2] > 0) & (self.boxes[:, 2:] < self.shape)
        ends: NDArray[np.bool_] = inside.all(axis=1)
        return ends

    def pixels_of(self, which: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Return (rows, columns), True where the pixels of some regions are.

        Args:
            which: (regions), the regions.
        """
        runs, (rows, columns) = which[self.regions], self.shape
        inside = np.ones(np.count_nonzero(runs), dtype=bool)
        return draw(self.starts[runs], self.ends[runs], inside, rows * columns, "bool").reshape(self.shape)

    def numbers(self) -> Numbers:
        """Return (rows, columns) of the numbers of regions, from 1, 0 for nothing."""
        rows, columns = self.shape
        flat = draw(self.starts, self.ends, self.regions + 1, rows * columns, "int32")
        return flat.reshape(self.shape)

    def masks(self) -> tuple[list[int], Drawing]:
        """Return the class values that are shown, and one mask for each: its regions count from 1."""
        classes, layer = np.unique(self.class_values, return_inverse=True)
        by_class = np.argsort(layer, kind="stable")
        numbers = np.empty(len(layer), dtype=np.intp)
        numbers[by_class] = np.arange(len(layer)) - np.searchsorted(layer[by_class], layer[by_class]) + 1
        rows, columns = self.shape
        shift = layer[self.regions] * (rows * columns)
        shape, smallest = (len(classes), rows, columns), np.min_scalar_type(int(numbers.max(initial=0))).name
        drawing = Drawing(self.starts + shift, self.ends + shift, numbers[self.regions], shape, smallest)
        return classes.tolist(), drawing


def parts_of(regions: Regions) -> tuple[Numbers, Numbers]:
    """Return the parts of regions whose pixels hang together by sides.

    Returns:
        (rows, columns) of the number of the part, from 1, 0 for nothing; (parts), the region
        of each. They are ordered by their first pixels, row by row.
    """
    rows, columns = regions.shape
    runs = _Runs.of(regions.numbers())
    roots, shown = _roots(len(runs.starts), *runs.touching(corners=False)), np.flatnonzero(runs.values)
    firsts, numbers = np.unique(roots[shown], return_inverse=True)
    parts = draw(runs.starts[shown], runs.ends[shown], numbers + 1, rows * columns, "int32")
    return parts.reshape(rows, columns), runs.values[firsts] - 1


def _roots(count: int, first: Numbers, second: Numbers) -> Numbers:
    """Return for each of ``count`` items the least of those that it hangs together with.

    Args:
        count: items.
        first: (pairs), items that hang together with those of
        second: (pairs).
    """
    roots = np.arange(count)
    while len(first):
        one, other = roots[first], roots[second]
        apart = one != other
        first, second, one, other = first[apart], second[apart], one[apart], other[apart]
        roots[np.maximum(one, other)] = np.minimum(one, other)
        roots = _settled(roots)
    return roots


def _settled(roots: Numbers) -> Numbers:
    """Return for each item the last one that is reached by going from item to item."""
    while True:
        further = roots[roots]
        if np.array_equal(further, roots):
            return roots
        roots = further


def _boxes(starts: Numbers, ends: Numbers, firsts: Numbers, columns: int) -> tuple[Numbers, Numbers]:
    """Return (regions, 4), top, left, bottom, right, and the number of pixels of each.

    Args:
        starts: (runs), first pixel, region by region.
        ends: (runs), pixel behind the last one.
        firsts: (regions), first run of each.
        columns: of the class map.
    """
    if not len(firsts):
        return np.empty((0, 4), dtype=np.intp), firsts
    row, left = np.divmod(starts, columns)
    right = left + ends - starts
    sides = (
        np.minimum.reduceat(row, firsts),
        np.minimum.reduceat(left, firsts),
        np.maximum.reduceat(row, firsts) + 1,
        np.maximum.reduceat(right, firsts),
    )
    return np.stack(sides, axis=1), np.add.reduceat(ends - starts, firsts)
