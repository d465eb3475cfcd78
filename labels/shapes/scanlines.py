"""Which pixels polygons cover, for all shapes of a batch at once.

A pixel belongs to a shape when its centre lies inside, as GDAL's rasterizer
has it. GDAL itself would read and write the whole batch for each class; here
the work grows with the pixels that are covered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ...chipping.window import Window
from .clipping import Edges
from .polygons import Outlines, expanded
from .run_images import draw

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Places = NDArray[np.intp]


class Runs(NamedTuple):
    """Pixels side by side that a shape covers, in the order of the shapes.

    Attributes:
        shapes: (runs), number of the shape.
        starts: (runs), first pixel, counted row by row through the window.
        ends: (runs), pixel behind the last one.
    """

    shapes: Places
    starts: Places
    ends: Places

    def taken(self, which: Places | NDArray[np.bool_]) -> Runs:
        """Return some of the runs."""
        return Runs(self.shapes[which], self.starts[which], self.ends[which])

    def moved(self, pixels: Places) -> Runs:
        """Return the runs moved by some pixels each."""
        return Runs(self.shapes, self.starts + pixels, self.ends + pixels)


def fill(outlines: Outlines, window: Window) -> Runs:
    """Return the pixels of a window that shapes cover.

    Args:
        outlines: the shapes (pixels).
        window: the pixels.
    """
    edges = Edges.of(outlines)
    corner = (window.col_off, window.row_off)
    (left, top), (right, bottom) = (edges.begin - corner).T, (edges.end - corner).T
    first, last = (_row(reduce(top, bottom), window) for reduce in (np.minimum, np.maximum))
    rows = last - first
    slope = np.divide(right - left, bottom - top, out=np.zeros_like(left), where=rows > 0)
    edge, row = np.repeat(np.arange(len(rows)), rows), expanded(first, last)
    x = left[edge] + (row + 0.5 - top[edge]) * slope[edge]
    counts = np.add.reduceat(rows, edges.shapes[:-1])  # crossings of a shape: each row has an even number
    numbers = np.arange(len(outlines), dtype=np.intp)  # NumPy's own integer has 32 bits in Windows before 2.0
    room = numbers * (window.width * window.height + 1)
    crossings = np.clip(np.floor(x + 0.5), 0, window.width).astype(np.intp) + row * window.width
    crossings += np.repeat(room, counts)
    crossings.sort()  # by shape, then by row; the end of a row is the start of the next one
    shape = np.repeat(numbers, counts // 2)
    runs = Runs(shape, crossings[::2] - room[shape], crossings[1::2] - room[shape])
    return runs.taken(runs.starts < runs.ends)


def _row(y: NDArray[np.float64], window: Window) -> Places:
    """Return the first row whose centres lie at or below y."""
    rows: Places = np.clip(np.ceil(y - 0.5), 0, window.height).astype(np.intp)
    return rows


def on_top(runs: Runs) -> Runs:
    """Return what can be seen of runs where the later shape lies on top: they share no pixel any more.

    Most runs have their pixels to themselves; only crowds of them are looked at.
    """
    if not len(runs.shapes):
        return runs
    order = np.argsort(runs.starts, kind="stable")
    starts, reach = runs.starts[order], np.maximum.accumulate(runs.ends[order])
    first = np.flatnonzero(np.concatenate(([True], starts[1:] >= reach[:-1])))  # run of each crowd
    sizes = np.diff(first, append=len(order))
    crowded = np.empty(len(order), dtype=bool)
    crowded[order] = np.repeat(sizes > 1, sizes)
    if not crowded.any():
        return runs
    seen = _seen(runs.taken(crowded), starts[first[sizes > 1]])
    return Runs(*(np.concatenate(pair) for pair in zip(runs.taken(~crowded), seen)))


def _seen(runs: Runs, crowds: Places) -> Runs:
    """Return what can be seen of runs that lie on one another.

    They are drawn, one pixel for what lies between two borders, and read back.

    Args:
        runs: the runs, in the order of their shapes.
        crowds: first pixel of each crowd: no run of one crowd goes on in the next.
    """
    borders = np.unique(np.concatenate((runs.starts, runs.ends)))
    first, last, breaks = (np.searchsorted(borders, each) for each in (runs.starts, runs.ends, crowds))
    image = draw(first, last, runs.shapes + 1, len(borders), "int32")  # the last pixel stays 0
    new = np.diff(image, prepend=0) != 0
    new[breaks] = True
    starts = np.flatnonzero(new)
    shown = np.flatnonzero(image[starts])
    return Runs(image[starts[shown]].astype(np.intp) - 1, borders[starts[shown]], borders[starts[shown + 1]])
