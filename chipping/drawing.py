"""Draw images of runs: pixels side by side of one value."""

from __future__ import annotations

from collections.abc import Iterator
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
    values, lengths = values.astype(dtype), ends - starts
    for part in _parts(lengths):
        _draw(image, starts[part], lengths[part], values[part])
    return image


def _parts(lengths: Places) -> Iterator[slice]:
    """Give the runs that are drawn together."""
    behind = lengths.cumsum()
    if not len(behind) or behind[-1] <= _CHUNK:
        yield slice(len(behind))
        return
    starts = np.flatnonzero(np.diff((behind - lengths) // _CHUNK, prepend=-1)).tolist()
    for start, end in zip(starts, [*starts[1:], len(lengths)]):
        yield slice(start, end)


def _draw(image: NDArray[Any], starts: Places, lengths: Places, values: NDArray[Any]) -> None:
    """Draw runs, the later one on top; all pixels at once unless runs are long."""
    if lengths.sum() < _LONG * len(lengths):
        image[expanded(starts, starts + lengths)] = values.repeat(lengths)
        return
    for start, length, value in zip(starts.tolist(), lengths.tolist(), values):
        image[start : start + length] = value


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
