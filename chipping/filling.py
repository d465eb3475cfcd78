"""Which pixels polygons cover, for all shapes of a batch at once.

A pixel belongs to a shape when its centre lies inside, as GDAL's rasterizer
has it. GDAL itself would read and write the whole batch for each class; here
the work grows with the pixels that are covered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from .clipping import Edges
from .grid import Window
from .outlines import Outlines, expanded

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Places = NDArray[np.intp]

_CHUNK = 1 << 20  # pixels that are painted together
_LONG = 256  # pixels of a run, from which painting it by itself is cheaper


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

    def of(self, wanted: NDArray[np.bool_]) -> Runs:
        """Return the runs of some shapes.

        Args:
            wanted: (shapes), True for those.
        """
        kept = wanted[self.shapes]
        return Runs(self.shapes[kept], self.starts[kept], self.ends[kept])


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
    kept = runs.starts < runs.ends
    return Runs(runs.shapes[kept], runs.starts[kept], runs.ends[kept])


def _row(y: NDArray[np.float64], window: Window) -> Places:
    """Return the first row whose centres lie at or below y."""
    rows: Places = np.clip(np.ceil(y - 0.5), 0, window.height).astype(np.intp)
    return rows


def paint(runs: Runs, values: NDArray[np.int32], window: Window) -> NDArray[np.int32]:
    """Return an image of shapes, the later one on top.

    Args:
        runs: the pixels that they cover.
        values: (shapes), the value of each shape's pixels.
        window: the pixels that the runs are counted in.

    Returns:
        (rows, columns), 0 for none.
    """
    image = np.zeros(window.height * window.width, dtype=np.int32)
    lengths = runs.ends - runs.starts
    groups = (np.cumsum(lengths) - lengths) // _CHUNK
    bounds = np.flatnonzero(np.diff(groups, prepend=-1)).tolist()
    for start, end in zip(bounds, [*bounds[1:], len(lengths)]):
        part = slice(start, end)
        colors = values[runs.shapes[part]]
        if lengths[part].mean() < _LONG:
            pixels = expanded(runs.starts[part], runs.ends[part])
            image[pixels] = np.repeat(colors, lengths[part])
        else:
            for first, last, color in zip(runs.starts[part], runs.ends[part], colors):
                image[first:last] = color
    return image.reshape(window.height, window.width)
