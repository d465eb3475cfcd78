"""Which parts of features, or regions of a class raster, become labels of a chip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

REASONS = THIN, PARTIAL, SMALL = "thin", "partial", "small"
"""Why objects are left out: no width as written, too little of their feature, a side that is too short."""

SHARE_ROUNDING = 1e-9
"""Share of a feature's area that is rounding."""

_NEAR = 1e-6  # pixels


class LeftOut(NamedTuple):
    """An object that is none of its chip's labels.

    Attributes:
        reason: why.
        place: row and column of the chip in the grid.
        number: which label of its batch it is a part of, from 1.
    """

    reason: str
    place: tuple[int, int]
    number: int


@dataclass(frozen=True)
class ObjectFilter:
    """What an object has to be to become a label.

    Attributes:
        least_share: the least share of its feature's area that its chip shows, 0 to 1.
        least_side: the least length of the shorter side of its box (pixels).
    """

    least_share: float = 0.0
    least_side: float = 0.0

    def partial(self, shares: Floats) -> Flags:
        """Return which objects are too little of their features.

        Args:
            shares: of the area of each feature that the chip shows.
        """
        few: Flags = shares < self.least_share - SHARE_ROUNDING
        return few

    def small(self, boxes: NDArray[Any]) -> Flags:
        """Return which objects are too small.

        Args:
            boxes: (objects, 4), two sides and the two across from them, in their order (pixels).
        """
        sides = boxes[:, 2:] - boxes[:, :2]
        short: Flags = (sides < self.least_side - _NEAR).any(axis=1)
        return short


EVERYTHING = ObjectFilter()
"""Leaves nothing out."""
