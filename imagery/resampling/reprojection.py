"""Which pixels of one frame lie under the pixel centres of another in another CRS, exactly.

To transform every single pixel would cost more than all else that is done to
it. So few points of a block are transformed, a polynomial goes through some of
them, and the others say how far it is off. Only pixels that lie closer to the
border of two source pixels than several times that are transformed one by one.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Callable, NamedTuple

import numpy as np

from ...chipping.frame import PixelFrame
from ...chipping.window import Window
from .picking import ScatteredPlaces

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Pixels = NDArray[np.intp]

_ROWS, _COLUMNS = 256, 200  # of a block at most: for larger products of matrices numpy may start threads
_SMALL = 16  # rows or columns of a block that is not divided any more
_DEGREE = 4  # of the polynomial along each axis
_PROBES = 2 * _DEGREE + 1  # points of a block along each axis: those it goes through, and those between
_CAUTION = 8.0  # times the largest error that was measured
_ROUGH = 0.05  # error up to which the polynomial is trusted (source pixels)
_TIE = 64.0  # roundings of a coordinate up to which a centre lies on a border
_NOISE = 16.0  # roundings that the polynomial is off at least
_AT_ONCE = 1 << 18  # points that are transformed in one call
_NEAR = 1 << 28  # places up to which the polynomial's stay whole numbers of 32 bits (source pixels)


class _Block(NamedTuple):
    """A part of a window, and where its pixels lie in the source.

    Attributes:
        window: the part, counted from the window's corner (pixels).
        nodes: (2, _DEGREE + 1, _DEGREE + 1), row and column of the points that the polynomial goes through.
        error: how far it may be off (source pixels); NaN where some points have no place.
        is_nowhere: no point has one.
    """

    window: Window
    nodes: Floats
    error: float
    is_nowhere: bool

    @property
    def is_known(self) -> bool:
        """Whether few pixels lie so close to a border that they have to be asked for."""
        asked = 4 * self.error * self.window.width * self.window.height
        return self.error <= _ROUGH and asked <= 4 * _PROBES**2  # to divide it would take so many points

    @property
    def is_small(self) -> bool:
        """Whether dividing it would save no points."""
        return min(self.window.width, self.window.height) <= _SMALL


@dataclass(frozen=True)
class Reprojection:
    """Finds the source's pixels.

    Attributes:
        frame: the pixels wanted.
        source: the pixels there are.
        exact: turns (points, 2), x and y in the CRS of the wanted pixels, into
            x and y in that of the source, NaN where a point has none.
    """

    frame: PixelFrame
    source: PixelFrame
    exact: Callable[[Floats], Floats]

    def places(self, window: Window, stop: Callable[[], None]) -> ScatteredPlaces:
        """Return which source pixel lies under the centre of each pixel of a window.

        A centre on the border of two pixels has the right or lower one.

        Args:
            window: pixels of ``frame``; it may reach beyond it.
            stop: raises Cancelled when the user has cancelled.
        """
        shape = window.height, window.width
        places = ScatteredPlaces(np.full(shape, -1, dtype=np.int32), np.full(shape, -1, dtype=np.int32))
        unsure: list[Pixels] = []
        parts = list(_parts(Window(0, 0, window.height, window.width)))
        while parts:
            stop()
            blocks = [block for block in self._blocks(window, parts) if not block.is_nowhere]
            unsure += [self._fill(places, block) for block in blocks if block.is_known]
            others = [block for block in blocks if not block.is_known]
            unsure += [_all_pixels(block.window) for block in others if block.is_small]
            parts = [part for block in others if not block.is_small for part in _quarters(block.window)]
        for pixels in unsure:
            for first in range(0, len(pixels), _AT_ONCE):
                stop()
                self._ask(places, window, pixels[first : first + _AT_ONCE])
        return places

    @property
    def _sizes(self) -> tuple[int, int]:
        """Rows and columns of the source."""
        return self.source.height, self.source.width

    @functools.cached_property
    def _rounding(self) -> float:
        """What one rounding of the largest coordinate comes to (pixels)."""
        return float(np.finfo(np.float64).eps) * max(_reach(self.frame), _reach(self.source))

    def _blocks(self, window: Window, parts: list[Window]) -> Iterator[_Block]:
        """Yield parts of a window with the polynomials of their pixels' places."""
        probes = _probes(parts)
        places = self._transformed(window, probes.reshape(-1, 2)).reshape(probes.shape)
        places = places.transpose(0, 3, 1, 2)
        nodes, basis = places[..., ::2, ::2], _basis(_PROBES, _PROBES - 1)
        guesses = basis @ nodes @ basis.T
        errors = _CAUTION * np.abs(guesses - places).max(axis=(1, 2, 3)) + _NOISE * self._rounding
        nowhere = np.isnan(places).all(axis=(1, 2, 3))
        return map(_Block, parts, nodes, errors.tolist(), nowhere.tolist())

    def _fill(self, places: ScatteredPlaces, block: _Block) -> Pixels:
        """Set the places of a block's pixels; return the pixels whose place is not sure."""
        part = block.window
        down, across = _basis(part.height, _span(part.height)), _basis(part.width, _span(part.width))
        region = slice(part.row_off, part.row_end), slice(part.col_off, part.col_end)
        nodes = block.nodes + (_TIE * self._rounding - 0.5)  # so that the nearest whole place is the pixel's
        is_near = float(np.abs(nodes).max()) < _NEAR
        unsure = np.zeros((part.height, part.width), dtype=bool)
        for axis, there in enumerate(places.axes):
            place = down @ nodes[axis] @ across.T
            whole = np.rint(place)
            place -= whole
            unsure |= np.abs(place, out=place) > 0.5 - block.error
            there[region] = whole if is_near else np.clip(whole, -1, self._sizes[axis])
        return _pixels(part, unsure)

    def _ask(self, places: ScatteredPlaces, window: Window, pixels: Pixels) -> None:
        """Set the places of some pixels, each transformed on its own."""
        found = self._transformed(window, pixels) + _TIE * self._rounding
        found = np.where(np.isnan(found), -1.0, np.floor(found)).T
        for there, size, some in zip(places.axes, self._sizes, found):
            there[tuple(pixels.T)] = np.clip(some, -1, size)

    def _transformed(self, window: Window, pixels: Floats | Pixels) -> Floats:
        """Return row and column of the source, with fractions, under the centres of pixels.

        Args:
            window: whose pixels they are.
            pixels: (pixels, 2), row and column in the window; between pixels with a fraction.
        """
        frame, source = self.frame, self.source
        x = frame.left + (pixels[:, 1] + (window.col_off + 0.5)) * frame.cell_x
        y = frame.top - (pixels[:, 0] + (window.row_off + 0.5)) * frame.cell_y
        there = self.exact(np.stack((x, y), axis=1))
        places = (source.top - there[:, 1]) / source.cell_y, (there[:, 0] - source.left) / source.cell_x
        return np.stack(places, axis=1)


def _reach(frame: PixelFrame) -> float:
    """Return how far the raster lies from the origin of its CRS (pixels)."""
    left, bottom, right, top = frame.extent(frame.whole)
    return max(
        *map(abs, (left / frame.cell_x, right / frame.cell_x, bottom / frame.cell_y, top / frame.cell_y))
    )


def _parts(window: Window) -> Iterator[Window]:
    """Yield parts of about the same size, at most _ROWS x _COLUMNS pixels."""
    rows = np.linspace(0, window.height, 1 + -(-window.height // _ROWS)).astype(int).tolist()
    columns = np.linspace(0, window.width, 1 + -(-window.width // _COLUMNS)).astype(int).tolist()
    for top, bottom in zip(rows, rows[1:]):
        for left, right in zip(columns, columns[1:]):
            yield Window(top, left, bottom - top, right - left)


def _quarters(window: Window) -> Iterator[Window]:
    """Yield the four parts of a window."""
    width, height = window.width // 2, window.height // 2
    for top, rows in ((0, height), (height, window.height - height)):
        for left, columns in ((0, width), (width, window.width - width)):
            yield Window(window.row_off + top, window.col_off + left, rows, columns)


def _pixels(window: Window, which: NDArray[np.bool_]) -> Pixels:
    """Return (pixels, 2), row and column of those pixels of a window that are marked in ``which``."""
    rows, columns = np.divmod(np.flatnonzero(which), window.width)
    return np.stack((rows + window.row_off, columns + window.col_off), axis=1)


def _all_pixels(window: Window) -> Pixels:
    """Return the same of all pixels of a window."""
    return _pixels(window, np.ones((window.height, window.width), dtype=bool))


def _span(size: int) -> int:
    """Return over how many pixels the probes of a block of so many rows or columns reach.

    From the first centre to the last; in narrow blocks beyond it, so that no
    two of them fall together.
    """
    return max(size - 1, _PROBES - 1)


def _probes(parts: Sequence[Window]) -> Floats:
    """Return (parts, _PROBES, _PROBES, 2), row and column of points all over each part of a window."""
    corners = np.array([(part.row_off, part.col_off) for part in parts], dtype=np.float64)
    spans = np.array([(_span(part.height), _span(part.width)) for part in parts], dtype=np.float64)
    lines = corners[:, None] + np.linspace(0, 1, _PROBES)[:, None] * spans[:, None]
    probes = np.empty((len(parts), _PROBES, _PROBES, 2))
    probes[..., 0], probes[..., 1] = lines[:, :, None, 0], lines[:, None, :, 1]
    return probes


@functools.lru_cache(maxsize=64)
def _basis(size: int, span: int) -> Floats:
    """Return (size, _DEGREE + 1), what each node weighs at 0, 1, 2 … of a span (Lagrange's polynomials)."""
    places, nodes = np.arange(size) * (_DEGREE / span), np.arange(_DEGREE + 1)
    weights = [
        np.prod([(places - other) / (node - other) for other in nodes if other != node], axis=0)
        for node in nodes
    ]
    return np.stack(weights, axis=1)
