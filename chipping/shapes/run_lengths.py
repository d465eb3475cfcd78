"""Masks as COCO's run lengths: how many pixels are out, in, out …, column by column.

The uncompressed form of ``pycocotools.mask.frPyObjects``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def run_lengths(mask: NDArray[np.bool_]) -> list[int]:
    """Return the lengths of the runs of a mask, the first one of pixels that are out.

    Args:
        mask: (rows, columns), at least one pixel.
    """
    flat = mask.T.ravel()
    edges = np.flatnonzero(flat[1:] != flat[:-1]) + 1
    lengths: list[int] = np.diff(edges, prepend=0, append=flat.size).tolist()
    return [0, *lengths] if flat[0] else lengths


def run_lengths_of(numbers: NDArray[np.integer[Any]], count: int) -> list[list[int]]:
    """Return the lengths of the runs of each mask of some that do not overlap; see ``run_lengths``.

    Args:
        numbers: (rows, columns), the number of the mask that a pixel belongs to, from 1, 0 for none.
        count: masks, each of at least one pixel.
    """
    flat = numbers.T.ravel()
    starts = np.flatnonzero(np.diff(flat, prepend=-1))
    bounds = np.stack((starts, np.append(starts[1:], flat.size)), axis=1)
    order = np.argsort(flat[starts], kind="stable")
    bounds, owners = bounds[order], flat[starts][order]
    firsts = np.searchsorted(owners, np.arange(1, count + 2))
    lengths = np.diff(bounds.ravel(), prepend=0)
    lengths[2 * firsts[:-1]] = bounds[firsts[:-1], 0]
    rests = (flat.size - bounds[firsts[1:] - 1, 1]).tolist()
    each = zip((2 * firsts).tolist(), (2 * firsts[1:]).tolist(), rests)
    runs: list[int] = lengths.tolist()
    return [runs[first:last] + ([rest] if rest else []) for first, last, rest in each]


def mask_of(lengths: Sequence[int], rows: int, columns: int) -> NDArray[np.bool_]:
    """Return the mask of runs, (rows, columns).

    Args:
        lengths: as ``run_lengths`` gives them.
        rows: of the mask.
        columns: of the mask.

    Raises:
        ValueError: they are those of no such mask.
    """
    if min(lengths, default=0) < 0 or sum(lengths) != rows * columns:
        raise ValueError("the run lengths do not add up to the pixels of a chip")
    inside = np.arange(len(lengths)) % 2 == 1
    return np.repeat(inside, lengths).reshape(columns, rows).T
