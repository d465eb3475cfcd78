"""Masks as COCO's run lengths: how many pixels are out, in, out …, column by column.

The uncompressed form of ``pycocotools.mask.frPyObjects``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

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
