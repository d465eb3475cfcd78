"""Draw images of runs: pixels side by side of one value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from .outlines import expanded

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Places = NDArray[np.intp]

_CHUNK = 1 << 20  # pixels that are drawn together
_LONG = 256  # pixels of a run, from which drawing it by itself is cheaper


def draw(starts: Places, ends: Places, values: NDArray[Any], size: int, dtype: str) -> NDArray[Any]:
    """Return an image of runs, the later one on top.

    Args:
        starts: (runs), first pixel of each.
        ends: (runs), pixel behind the last one.
        values: (runs), the value of its pixels.
        size: pixels of the image.
        dtype: numpy name of its pixel type.

    Returns:
        (size), 0 where there is no run.
    """
    image = np.zeros(size, dtype=dtype)
    lengths = ends - starts
    groups = (np.cumsum(lengths) - lengths) // _CHUNK
    bounds = np.flatnonzero(np.diff(groups, prepend=-1)).tolist()
    for start, end in zip(bounds, [*bounds[1:], len(lengths)]):
        part = slice(start, end)
        if lengths[part].mean() < _LONG:
            image[expanded(starts[part], ends[part])] = np.repeat(values[part], lengths[part])
        else:
            for first, last, value in zip(starts[part], ends[part], values[part]):
                image[first:last] = value
    return image


class Drawing(NamedTuple):
    """An image, or some of one size, that are drawn when they are asked for.

    Attributes:
        starts: (runs), first pixel of each, counted row by row through one image after another.
        ends: (runs), pixel behind the last one.
        values: (runs), the value of its pixels.
        shape: images, rows, columns.
        dtype: numpy name of the pixel type.
    """

    starts: Places
    ends: Places
    values: NDArray[Any]
    shape: tuple[int, int, int]
    dtype: str

    def images(self) -> NDArray[Any]:
        """Return (images, rows, columns), 0 where there is no run."""
        images, rows, columns = self.shape
        flat = draw(self.starts, self.ends, self.values, images * rows * columns, self.dtype)
        return flat.reshape(self.shape)

    def image(self) -> NDArray[Any]:
        """Return (rows, columns) of the first."""
        pixels: NDArray[Any] = self.images()[0]
        return pixels
