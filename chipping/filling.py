"""Which pixels polygons cover, for all shapes of a batch at once.

A pixel belongs to a shape when its centre lies inside, as GDAL's rasterizer
has it. GDAL itself would read and write the whole batch for each class; here
the work grows with the pixels that are covered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from .clipping import Edges
from .drawing import draw
from .grid import Window
from .outlines import Outlines, expanded

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
    begin, end = edges.begin - corner, edges.end - corner
    first, last = (_row(reduce(begin[:, 1], end[:, 1]), window) for reduce in (np.minimum, np.maximum))
    edge, row = np.repeat(np.arange(len(first)), last - first), expanded(first, last)
    (across, down), (left, top) = (end - begin)[edge].T, begin[edge].T
    x = left + (row + 0.5 - top) * (across / down)  # an edge that passes a row's centre goes up or down
    shape = np.repeat(np.arange(len(outlines)), np.diff(edges.shapes))[edge]
    order = np.lexsort((x, shape * window.height + row))
    column = np.clip(np.floor(x[order] + 0.5), 0, window.width).astype(np.intp) + row[order] * window.width
    runs = Runs(shape[order[::2]], column[::2], column[1::2])
    return runs.taken(runs.starts < runs.ends)


def _row(y: NDArray[np.float64], window: Window) -> Places:
    """Return the first row whose centres lie at or below y."""
    rows: Places = np.clip(np.ceil(y - 0.5), 0, window.height).astype(np.intp)
    return rows


def on_top(runs: Runs) -> Runs:
    """Return what can be seen of runs where the later shape lies on top: they share no pixel any more.

    Most runs have their pixels to themselves. The others are drawn, the crowds
    of them side by side, and read back.
    """
    if not len(runs.shapes):
        return runs
    order = np.argsort(runs.starts, kind="stable")
    starts, reach = runs.starts[order], np.maximum.accumulate(runs.ends[order])
    first = np.flatnonzero(np.concatenate(([True], starts[1:] >= reach[:-1])))  # run of each crowd
    sizes = np.diff(first, append=len(order))
    crowd = np.empty_like(order)
    crowd[order] = np.repeat(np.arange(len(first)), sizes)
    crowded = sizes[crowd] > 1
    if not crowded.any():
        return runs
    left, right = starts[first], reach[first + sizes - 1]
    room = np.where(sizes > 1, right - left, 0)
    behind = np.cumsum(room)
    seen = _drawn(runs.taken(crowded), (behind - room - left)[crowd[crowded]], behind)
    which = np.searchsorted(behind, seen.starts, side="right")
    seen = seen.moved((left - behind + room)[which])
    return Runs(*(np.concatenate(pair) for pair in zip(runs.taken(~crowded), seen)))


def _drawn(runs: Runs, shift: Places, behind: Places) -> Runs:
    """Return the runs that an image of runs shows.

    Args:
        runs: the runs, in the order of their shapes.
        shift: (runs), from their pixels to those of the image.
        behind: pixels of the image behind which no run goes on.
    """
    moved = runs.moved(shift)
    image = draw(moved.starts, moved.ends, moved.shapes, int(behind[-1]), "int32")
    new = np.concatenate(([True], image[1:] != image[:-1]))
    new[behind[behind < len(image)]] = True
    starts = np.flatnonzero(new)
    return Runs(image[starts].astype(np.intp), starts, np.append(starts[1:], len(image)))
