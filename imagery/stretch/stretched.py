"""A source in 8 bit: 0 is nodata, values become 1 to 255, band by band."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from ...chipping.chip import PixelBlock
from ...chipping.frame import PixelFrame
from ...chipping.retry import Stop
from ...chipping.stretch import Range
from ...chipping.window import Window
from ..source import AroundPixels, Bands, empty_block
from ..validity.valid_pixels import ALPHA_BAND, Described, valid_pixels

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LOW, _HIGH = 1, 255  # what the ends of a range become
_STRIP_VALUES = 1 << 22  # of the source that are held at a time
_TABLES = 128  # of 8 and 16 bit values, kept


@dataclass(frozen=True)
class StretchedPixels(AroundPixels):
    """The pixels of a source in 8 bit; those that do not count are 0, whatever says so.

    Attributes:
        source: the pixels as they are.
        ranges: the values of each band that become 1 and 255; none before they are known.
    """

    ranges: tuple[Range, ...] = ()

    @property
    def frame(self) -> PixelFrame:
        """All its pixels on the map."""
        return self.source.frame

    @property
    def bands(self) -> Bands:
        """What the bands are."""
        its = self.source.bands
        return replace(its, dtype="uint8", nodata=(0.0,) * its.count, color_table=())

    @property
    def mask_planes(self) -> int:
        """None: what is masked out is 0."""
        return 0

    def block_bytes(self, rows: int) -> int:
        """Return the bytes of the source's blocks that some rows lie in; see Pixels."""
        return self.source.block_bytes(rows)

    def read(self, window: Window, out: PixelBlock, stop: Stop) -> None:
        """Read pixels; see Pixels.

        Raises:
            UnreadableError: they could not be read.
            ValueError: the ranges are not known yet.
        """
        if len(self.ranges) != self.bands.count:
            raise ValueError("the stretch has no ranges yet")
        for part in window.strips(max(1, _STRIP_VALUES // (window.width * self.bands.count))):
            self._read_part(part, out.part(part, window), stop)

    def _read_part(self, part: Window, room: PixelBlock, stop: Stop) -> None:
        block = empty_block(part, self.source.bands, self.source.mask_planes)
        self.source.read(part, block, stop)
        valid = valid_pixels(block, self.source.bands)
        for plane, values, ends in zip(room.values, block.values, self.ranges):
            plane[:] = opacity(values) if ends is None else stretched(values, *ends)
        if valid is not None:
            room.values[~np.broadcast_to(valid, room.values.shape)] = 0


def stretched_places(bands: Described) -> list[int]:
    """Return which bands are stretched, from 0: all but alpha, unless there is no other.

    Args:
        bands: those of the chips.
    """
    others = [place for place, each in enumerate(bands.color_interpretation) if each != ALPHA_BAND]
    return others or list(range(len(bands.color_interpretation)))


def stretched(values: NDArray[Any], low: float, high: float) -> NDArray[np.uint8]:
    """Return values in 8 bit: ``low`` and less become 1, ``high`` and more 255, those between evenly.

    Where both are the same, that value becomes 128.

    Args:
        values: of one band, any shape; what NaN becomes is of no meaning.
        low: the value that becomes 1.
        high: the value that becomes 255.
    """
    if values.dtype.itemsize > 2:
        return _stretched(values, low, high)
    unsigned = np.dtype(f"u{values.dtype.itemsize}")
    table: NDArray[np.uint8] = _table(values.dtype.name, low, high)[values.view(unsigned)]
    return table


@functools.lru_cache(maxsize=_TABLES)
def _table(dtype: str, low: float, high: float) -> NDArray[np.uint8]:
    """Return what each value of 8 or 16 bit becomes, by its bits."""
    size = np.dtype(dtype).itemsize
    return _stretched(np.arange(1 << 8 * size, dtype=f"u{size}").view(dtype), low, high)


def _stretched(values: NDArray[Any], low: float, high: float) -> NDArray[np.uint8]:
    half = values.astype(np.float64) / 2  # halves: a difference of two may be too large for 64 bits
    if low / 2 == high / 2:
        return _bytes(np.where(half < low / 2, _LOW, np.where(half > high / 2, _HIGH, 128)))
    with np.errstate(over="ignore", invalid="ignore"):
        share = (half - low / 2) / (high / 2 - low / 2)
        steps = np.rint(np.clip(share, 0.0, 1.0) * (_HIGH - _LOW)) + _LOW
    steps[np.isnan(steps)] = 0
    return _bytes(steps)


def opacity(values: NDArray[Any]) -> NDArray[np.uint8]:
    """Return alpha in 8 bit: the largest whole number, or 1, becomes 255, and nothing but 0 becomes 0.

    Args:
        values: of an alpha band.
    """
    largest = np.iinfo(values.dtype).max if values.dtype.kind in "iu" else 1.0
    shown = values.astype(np.float64)
    steps = np.rint(np.clip(np.nan_to_num(shown / largest), 0.0, 1.0) * 255)
    steps[(steps == 0) & (shown != 0)] = 1
    return _bytes(steps)


def _bytes(steps: NDArray[Any]) -> NDArray[np.uint8]:
    as_bytes: NDArray[np.uint8] = steps.astype(np.uint8)
    return as_bytes
