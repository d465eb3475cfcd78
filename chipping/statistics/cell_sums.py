"""What the pixels of rectangles side by side come to: sums, least and most of 8- and 16-bit integers.

All sums are exact. A block of rectangles is small enough for the processor's
cache; its pixels that do not count are cleared bit by bit, in one go for all
bands, since a choice pixel by pixel costs forty times as much as the sums.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Mask = NDArray[np.bool_]

SUM_TYPES: dict[str, Any] = {"uint8": "uint16", "int8": "int16", "uint16": "uint32", "int16": "int32"}
"""Types that hold the sum of ``_ROWS`` pixels, by the pixels' type: those that can be summed here."""

_SQUARE_TYPES: dict[int, Any] = {1: "float32", 2: "float64"}  # by bytes of a pixel
_ROWS = 256  # of pixels whose sum and sum of squares these types hold exactly
_SQUARE_ROWS = 64  # of which squares are made at a time
_BLOCK_BYTES = 1 << 19  # of pixels at a time: two or three copies of them fit a core's cache


class Sums(NamedTuple):
    """What the pixels of each cell, or of each chip, come to.

    Attributes:
        valid: (cells, bands), pixels that count.
        total: their sum.
        squares: sum of their squares.
        low: the smallest; where none counts, the largest of the type.
        high: the largest; where none counts, the smallest of the type.
    """

    valid: Numbers
    total: Numbers
    squares: Numbers
    low: Numbers
    high: Numbers

    def joined(self, other: Sums) -> Sums:
        """Return the sums over both sets of pixels."""
        return Sums(
            self.valid + other.valid,
            self.total + other.total,
            self.squares + other.squares,
            np.minimum(self.low, other.low),
            np.maximum(self.high, other.high),
        )


def sums_of_cells(lines: NDArray[Any], masks: Mask | None, borders: Numbers) -> Sums:
    """Return the sums of rectangles that lie side by side and are equally high.

    Args:
        lines: (rows, columns, bands); fastest where the bands of a pixel lie together.
        masks: the same shape, or of one band for all; True where a pixel counts, None where all do.
        borders: (cells + 1), first column of each rectangle, and the end of the last.
    """
    step = max(1, _BLOCK_BYTES // (lines[0, 0].nbytes * max(1, min(len(lines), _ROWS))))
    blocks = [
        functools.reduce(Sums.joined, _strips(lines, masks, borders[first : last + 1]))
        for first, last in _blocks(borders, step)
    ]
    return blocks[0] if len(blocks) == 1 else Sums._make(map(np.concatenate, zip(*blocks)))


def _blocks(borders: Numbers, step: int) -> Iterable[tuple[int, int]]:
    """Return first and last border of neighbouring cells, together about ``step`` columns wide."""
    if len(borders) == 2:
        return ((0, 1),)
    starts = np.searchsorted(borders, np.arange(borders[0], borders[-1], step))
    cuts = np.unique(np.append(starts, len(borders) - 1)).tolist()
    return zip(cuts, cuts[1:])


def _strips(lines: NDArray[Any], masks: Mask | None, borders: Numbers) -> Iterator[Sums]:
    """Yield the sums of cells from rows that are few enough at a time for exact sums."""
    columns = slice(borders[0], borders[-1])
    for top in range(0, len(lines), _ROWS):
        rows = slice(top, top + _ROWS)
        part = None if masks is None else masks[rows, columns]
        yield _strip(lines[rows, columns], part, borders - borders[0])


def _strip(lines: NDArray[Any], masks: Mask | None, borders: Numbers) -> Sums:
    """Return the sums of cells of at most ``_ROWS`` rows."""
    rows, _, bands = lines.shape
    if masks is None or masks.all():
        valid = np.repeat(rows * np.diff(borders)[:, None], bands, axis=1)
        return _summed(lines, lines, lines, valid, borders)
    if not masks.any():
        return _none(lines.dtype, (len(borders) - 1, bands))
    counts = masks.view(np.uint8).sum(axis=0, dtype=np.uint16)
    valid = np.add.reduceat(counts, borders[:-1], axis=0, dtype=np.int64)
    return _summed(*_cleared(lines, masks), np.repeat(valid, bands // valid.shape[1], axis=1), borders)


def _none(dtype: np.dtype[Any], shape: tuple[int, int]) -> Sums:
    """Return the sums of cells in which no pixel counts."""
    limits, zeros = np.iinfo(dtype), np.zeros(shape, dtype=np.int64)
    return Sums(zeros, zeros, zeros, np.full_like(zeros, limits.max), np.full_like(zeros, limits.min))


def _summed(
    kept: NDArray[Any], low: NDArray[Any], high: NDArray[Any], valid: Numbers, borders: Numbers
) -> Sums:
    """Return the sums of cells.

    Args:
        kept: (rows, columns, bands), 0 where a pixel does not count.
        low: the same, but there the largest value of the type.
        high: the same, but there the smallest.
        valid: (cells, bands), pixels that count.
        borders: of the cells.
    """
    rows, columns, bands = kept.shape
    flat, starts = kept.reshape(rows, columns * bands), borders[:-1]
    total = flat.sum(axis=0, dtype=SUM_TYPES[kept.dtype.name])
    least, most = low.min(axis=0), high.max(axis=0)
    squares = _squares(flat, max(int(most.max()), -int(least.min())))
    total, squares = (each.reshape(columns, bands).astype(np.int64) for each in (total, squares))
    return Sums(
        valid,
        np.add.reduceat(total, starts),
        np.add.reduceat(squares, starts),
        np.minimum.reduceat(least, starts).astype(np.int64),
        np.maximum.reduceat(most, starts).astype(np.int64),
    )


def _squares(flat: NDArray[Any], largest: int) -> NDArray[Any]:
    """Return the sum of the squares of each column, exact.

    Few rows at a time, whose squares stay in the processor's cache. 16-bit numbers are seldom so
    large that 32 bits do not hold the squares of many; that a negative one wraps round does not matter.

    Args:
        flat: (rows, columns), at most ``_ROWS`` rows.
        largest: what no number is larger than, its sign put aside.
    """
    kind, step = _SQUARE_TYPES[flat.dtype.itemsize], _SQUARE_ROWS
    fitting = np.iinfo(np.uint32).max // max(1, largest * largest)
    if flat.dtype.itemsize == 2 and fitting >= _SQUARE_ROWS // 2:
        kind, step = "uint32", fitting
    squares = np.zeros(flat.shape[1], dtype=np.float64)
    for top in range(0, len(flat), step):
        part = flat[top : top + step].astype(kind)
        squares += np.add.reduce(np.multiply(part, part, out=part), axis=0, dtype=kind)
    return squares


def _cleared(lines: NDArray[Any], masks: Mask) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Return pixels that hold 0, the largest and the smallest value of the type where they do not count."""
    bits = _bits(masks, lines)
    limits = np.iinfo(lines.dtype)
    kept = lines & bits
    low = kept | (~bits & lines.dtype.type(limits.max))
    high = kept | (~bits & lines.dtype.type(limits.min)) if limits.min else kept
    return kept, low, high


def _bits(masks: Mask, lines: NDArray[Any]) -> NDArray[Any]:
    """Return pixels with all bits set where they count, of the shape and type of ``lines``."""
    rows, columns, bands = lines.shape
    bits: NDArray[Any]
    if masks.shape[2] == bands:
        bits = np.negative(masks.astype(lines.dtype))
        return bits
    size = bands * lines.dtype.itemsize
    eights = np.packbits(masks[..., 0], axis=1)
    spread = np.take(_spread(size), eights, axis=0).reshape(rows, -1)[:, : columns * size]
    bits = spread.view(lines.dtype).reshape(lines.shape)
    return bits


@functools.lru_cache(maxsize=4)
def _spread(size: int) -> NDArray[np.uint8]:
    """Return for each byte, which says what eight pixels count, their bytes: 255 or 0.

    Args:
        size: bytes of a pixel in all bands.
    """
    pixels = np.unpackbits(np.arange(256, dtype=np.uint8)[:, None], axis=1)
    return np.repeat(pixels * np.uint8(255), size, axis=1)
