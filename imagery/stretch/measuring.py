"""Find the numbers of a stretch: over all pixels, or, where these are too many, in windows all over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Callable, Protocol

import numpy as np

from ...chipping.chip import ImageProfile, PixelBlock
from ...chipping.frame import PixelFrame
from ...chipping.retry import Stop
from ...chipping.statistics.bands import BandStatistics
from ...chipping.stretch import CUMULATIVE_CUT, MINIMUM_MAXIMUM, STANDARD_DEVIATION, Range, Stretch
from ...chipping.window import Window
from ..validity.valid_pixels import valid_pixels
from .selection import Selection, pass_count
from .stretched import stretched_places

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_VALUES, MOST_REMOTE_VALUES = 4_000_000_000, 20_000_000
"""Values, times passes over them, that are read of a file or of a server in about a minute."""

_STRIP_VALUES = 1 << 22  # that are looked at at once
_SAMPLES, _ROWS, _COLUMNS = 32, 32, 256  # windows along each axis of a file, and the size of one (pixels)
_REMOTE_SAMPLES, _REMOTE_ROWS = 6, 256  # likewise of a server, whose requests are dear
_CUT = (2, 98)  # hundredths of the values
_DEVIATIONS = 2


class Pixels(Protocol):
    """What is measured."""

    @property
    def frame(self) -> PixelFrame:
        """The pixels on the map."""

    @property
    def profile(self) -> ImageProfile:
        """What they are."""

    @property
    def is_local(self) -> bool:
        """Whether reading asks no server."""

    def read(self, window: Window, stop: Stop) -> PixelBlock:
        """Return the pixels of a window."""


def measured(
    imagery: Pixels,
    kind: str,
    progress: Callable[[float], None],
    stop: Stop,
    most: int | None = None,
) -> Stretch:
    """Return the numbers of a stretch over all pixels of a raster.

    Args:
        imagery: the pixels as they are.
        kind: one of ``STRETCHES`` but the first.
        progress: takes how far the work is, 0 to 100.
        stop: raises Cancelled when the user has cancelled.
        most: values, times passes, that are looked at; None for what takes about a minute.

    Raises:
        ExportError: pixels cannot be read.
    """
    frame, passes = imagery.frame, _passes(kind, imagery.profile.dtype)
    places = stretched_places(imagery.profile)
    whole = frame.height * frame.width
    most = most or (MOST_VALUES if imagery.is_local else MOST_REMOTE_VALUES)
    if whole * imagery.profile.band_count * passes > most:
        windows = list(_samples(imagery))
        sampled = sum(each.height * each.width for each in windows)
        ranges = _ranges(imagery, places, kind, windows, progress, stop) if sampled < whole else ()
        if ranges and all(ranges[place] is not None for place in places):
            return Stretch(kind, ranges, sampled)
    ranges = _ranges(imagery, places, kind, _strips(imagery), progress, stop)
    return Stretch(kind, tuple(_known(each, place in places) for place, each in enumerate(ranges)))


def _known(ends: Range, is_stretched: bool) -> Range:
    """Return a range; that of a band without any pixel that counts does not matter."""
    return (0.0, 0.0) if ends is None and is_stretched else ends


def _passes(kind: str, dtype: str) -> int:
    return pass_count(dtype) if kind == CUMULATIVE_CUT else 1


def _strips(imagery: Pixels) -> list[Window]:
    """Return all pixels in parts that fit into memory."""
    frame = imagery.frame
    rows = max(1, _STRIP_VALUES // (frame.width * imagery.profile.band_count))
    return list(frame.whole.strips(rows))


def _samples(imagery: Pixels) -> Iterator[Window]:
    """Yield windows all over the pixels, row by row."""
    frame, local = imagery.frame, imagery.is_local
    count, height = (_SAMPLES, _ROWS) if local else (_REMOTE_SAMPLES, _REMOTE_ROWS)
    height, width = min(height, frame.height), min(_COLUMNS, frame.width)
    for row in _starts(frame.height - height, count):
        for column in _starts(frame.width - width, count):
            yield Window(row, column, height, width)


def _starts(most: int, count: int) -> list[int]:
    return sorted({round(place) for place in np.linspace(0, most, count)})


def _ranges(
    imagery: Pixels,
    places: Sequence[int],
    kind: str,
    windows: Sequence[Window],
    progress: Callable[[float], None],
    stop: Stop,
) -> tuple[Range, ...]:
    """Return the range of each band, None for one that is not stretched or shows no pixel."""
    dtype = imagery.profile.dtype
    measures = {place: _MEASURES[kind](dtype) for place in places}
    passes, done = _passes(kind, dtype), 0
    for _ in range(passes):
        for window in windows:
            stop()
            block = imagery.read(window, stop)
            for place, values in _valid_values(imagery, block, places):
                stop()
                measures[place].add(values)
            done += 1
            progress(100.0 * done / (passes * len(windows)))
        for each in measures.values():
            each.turn()
    bands = range(imagery.profile.band_count)
    return tuple(measures[place].range if place in measures else None for place in bands)


def _valid_values(
    imagery: Pixels, block: PixelBlock, places: Sequence[int]
) -> Iterator[tuple[int, NDArray[Any]]]:
    """Yield the values of each band that count."""
    valid = valid_pixels(block, imagery.profile)
    shown = None if valid is None else np.broadcast_to(valid, block.values.shape)
    for place in places:
        values = block.values[place]
        yield place, values.reshape(-1) if shown is None else values[shown[place]]


class _Extremes:
    """The least and the greatest value."""

    def __init__(self, dtype: str) -> None:
        self.range: Range = None

    def add(self, values: NDArray[Any]) -> None:
        if values.size:
            low, high = float(values.min()), float(values.max())
            before = self.range or (low, high)
            self.range = min(before[0], low), max(before[1], high)

    def turn(self) -> None:
        pass


class _Spread:
    """Two standard deviations around the mean."""

    def __init__(self, dtype: str) -> None:
        self._statistics = BandStatistics()

    def add(self, values: NDArray[Any]) -> None:
        self._statistics = self._statistics.merge(BandStatistics.of(values))

    def turn(self) -> None:
        pass

    @property
    def range(self) -> Range:
        its = self._statistics
        width = _DEVIATIONS * its.standard_deviation
        return (its.mean - width, its.mean + width) if its.count else None


class _Cut:
    """The values between which most others lie."""

    def __init__(self, dtype: str) -> None:
        self._selection = Selection(dtype, _CUT)

    def add(self, values: NDArray[Any]) -> None:
        self._selection.add(values)

    def turn(self) -> None:
        if self._selection.count:
            self._selection.turn()

    @property
    def range(self) -> Range:
        if not self._selection.count:
            return None
        low, high = self._selection.values()
        return low, high


_MEASURES: dict[str, Callable[[str], Any]] = {
    MINIMUM_MAXIMUM: _Extremes,
    STANDARD_DEVIATION: _Spread,
    CUMULATIVE_CUT: _Cut,
}
