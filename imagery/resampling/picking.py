"""The pixels of a source that lie under those of a window: which they are, and their values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np

from ...chipping.window import Window

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Values = NDArray[Any]

_CHUNK = 1 << 16  # pixels that are picked at a time, in the processor's cache
_ROOMY = 4  # times as many pixels as are wanted, up to which a window of the source is not made smaller


class Places(Protocol):
    """Which pixel of a source lies under each pixel of a window; some may have none."""

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns of the window."""

    def source(self, width: int, height: int) -> Window:
        """Return a window of the source that holds all pixels to be picked; may be empty.

        Args:
            width: columns of the source (pixels).
            height: rows of the source (pixels).
        """

    def part(self, rows: slice, columns: slice) -> Places:
        """Return the places of some rows and columns of the window."""

    def pick(self, values: Values, source: Window) -> Values:
        """Return the source's values on the window's pixels, 0 where there is none.

        Args:
            values: (rows, columns) of a window of the source.
            source: that window; it is not empty.
        """


def halves(shape: tuple[int, int]) -> Iterator[tuple[slice, slice]]:
    """Yield the rows and columns of both halves of a window, cut across its longer side.

    Args:
        shape: rows and columns of the window.
    """
    rows, columns = shape
    if columns >= rows:
        yield from ((slice(rows), part) for part in (slice(columns // 2), slice(columns // 2, columns)))
    else:
        yield from ((part, slice(columns)) for part in (slice(rows // 2), slice(rows // 2, rows)))


class CrossingPlaces(NamedTuple):
    """Places in the same CRS: one row for each row, one column for each column.

    Attributes:
        rows: (rows) of the source, ascending; they may lie beside it.
        columns: (columns) of the source, ascending; they may lie beside it.
    """

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns of the window."""
        return len(self.rows), len(self.columns)

    def source(self, width: int, height: int) -> Window:
        """See ``Places``."""
        (top, bottom), (left, right) = _span(self.rows, height), _span(self.columns, width)
        return Window(top, left, bottom - top, right - left)

    def part(self, rows: slice, columns: slice) -> CrossingPlaces:
        """See ``Places``."""
        return CrossingPlaces(self.rows[rows], self.columns[columns])

    def pick(self, values: Values, source: Window) -> Values:
        """See ``Places``."""
        down, across = self.rows - source.row_off, self.columns - source.col_off
        rows, columns = _inside(down, source.height), _inside(across, source.width)
        picked = np.zeros(self.shape, dtype=values.dtype)
        picked[rows, columns] = _taken(_taken(values, down[rows]).T, across[columns]).T
        return picked


@dataclass(frozen=True)
class ScatteredPlaces:
    """Places in another CRS: each pixel has one of its own.

    Attributes:
        rows: (rows, columns), row of the source; one beside it where there is none.
        columns: (rows, columns), column of the source; likewise.
    """

    rows: NDArray[np.int32]
    columns: NDArray[np.int32]

    @property
    def axes(self) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Rows and columns of the source."""
        return self.rows, self.columns

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns of the window."""
        rows, columns = self.rows.shape
        return rows, columns

    @cached_property
    def _reach(self) -> Window:
        """All places, those beside the source, too; to look at them again and again is dear."""
        (top, bottom), (left, right) = map(_ends, self.axes)
        return Window(top, left, bottom - top, right - left)

    def source(self, width: int, height: int) -> Window:
        """See ``Places``; it may hold more, where that is little: to look for the least takes longer."""
        near = self._reach.crop(height, width)
        if 0 < near.height * near.width <= _ROOMY * self.rows.size:
            return near
        (top, bottom), (left, right) = _span(self.rows, height), _span(self.columns, width)
        return Window(top, left, bottom - top, right - left)

    def part(self, rows: slice, columns: slice) -> ScatteredPlaces:
        """See ``Places``."""
        return ScatteredPlaces(self.rows[rows, columns], self.columns[rows, columns])

    def pick(self, values: Values, source: Window) -> Values:
        """See ``Places``."""
        picked = np.empty(self.shape, dtype=values.dtype)
        has_all = source.contains(self._reach)
        step = max(1, _CHUNK // max(1, self.shape[1]))
        for top in range(0, self.shape[0], step):
            lines = slice(top, top + step)
            down, across = self.rows[lines] - source.row_off, self.columns[lines] - source.col_off
            picked[lines] = values.reshape(-1).take(down * source.width + across, mode="clip")
            if not has_all:
                there = _among(down, source.height) & _among(across, source.width)
                picked[lines][~there] = 0
        return picked


def _among(places: NDArray[Any], size: int) -> NDArray[np.bool_]:
    """Return which places lie among ``size``: seen as unsigned, those before the first are huge."""
    among: NDArray[np.bool_] = places.view(f"u{places.dtype.itemsize}") < size
    return among


def _ends(places: NDArray[Any]) -> tuple[int, int]:
    """Return the first of some places and the one behind the last; 0, 0 for none."""
    return (int(places.min()), int(places.max()) + 1) if places.size else (0, 0)


def _span(places: NDArray[Any], size: int) -> tuple[int, int]:
    """Return the same of those places that lie among ``size``."""
    return _ends(places[_among(places, size)])


def _inside(places: NDArray[np.int64], size: int) -> slice:
    """Return which of some ascending places lie among ``size``."""
    return slice(*np.searchsorted(places, (0, size)).tolist())


def _taken(values: Values, places: NDArray[np.int64]) -> Values:
    """Return some rows of an array: without a copy where they follow one another."""
    if len(places) and (np.diff(places) == 1).all():
        return values[places[0] : places[-1] + 1]
    return values.take(places, axis=0)
