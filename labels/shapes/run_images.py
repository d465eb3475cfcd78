"""Draw images of runs: pixels side by side of one value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from .polygons import chunks, expanded

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
    image, values = np.zeros(size, dtype=dtype), values.astype(dtype)
    for part in chunks(ends - starts, _CHUNK):
        _draw(image, starts[part], ends[part], values[part])
    return image


def _draw(image: NDArray[Any], starts: Places, ends: Places, values: NDArray[Any]) -> None:
    """Draw runs, the later one on top; all pixels at once unless runs are long."""
    if _are_short(starts, ends):
        image[expanded(starts, ends)] = values.repeat(ends - starts)
        return
    for first, last, value in zip(starts.tolist(), ends.tolist(), values):
        image[first:last] = value


def paint(pixels: NDArray[Any], starts: Places, ends: Places, value: Any) -> None:
    """Give runs of pixels one value.

    Args:
        pixels: (pixels, ...), is changed.
        starts: (runs), first pixel of each.
        ends: (runs), pixel behind the last one.
        value: of a pixel.
    """
    if _are_short(starts, ends):
        pixels[expanded(starts, ends)] = value
        return
    for first, last in zip(starts.tolist(), ends.tolist()):
        pixels[first:last] = value


def _are_short(starts: Places, ends: Places) -> bool:
    """Return whether runs are cheaper to draw pixel by pixel than one by one."""
    return bool((ends - starts).sum() < _LONG * len(starts))


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

    def images_by(self, keys: Sequence[int]) -> dict[int, NDArray[Any]]:
        """Return each image by the key in its place: of masks, the class value."""
        return dict(zip(keys, self.images()))

    def image(self) -> NDArray[Any]:
        """Return (rows, columns) of the first."""
        pixels: NDArray[Any] = self.images()[0]
        return pixels
