"""Order statistics of any number of values, exactly, in few passes and little memory.

Each value has a whole number that sorts as it does; sixteen bits of that are
found in each pass over the values, the highest first, so that outliers cost
neither accuracy nor passes (radix selection, Knuth, TAOCP 3, 5.2.2).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BITS = 16  # found in a pass


def pass_count(dtype: str) -> int:
    """Return how often values have to be gone through.

    Args:
        dtype: numpy name of their type.
    """
    return max(1, np.dtype(dtype).itemsize * 8 // _BITS)


class Selection:
    """Finds the values that have a given share of all others not above them.

    Take all values with ``add``, call ``turn``, and again, ``pass_count`` times in all.

    Attributes:
        count: values of a pass.
    """

    def __init__(self, dtype: str, shares: Sequence[int]) -> None:
        """Begin.

        Args:
            dtype: numpy name of the type of the values.
            shares: hundredths of the values, ascending.
        """
        self.count = 0
        self._dtype = np.dtype(dtype)
        self._shares = shares
        self._left = pass_count(dtype)
        self._known = [0] * len(shares)
        self._ranks: list[int] = []
        self._histograms = self._empty()

    def _empty(self) -> list[NDArray[np.int64]]:
        return [np.zeros(1 << _BITS, dtype=np.int64) for _ in self._shares]

    def add(self, values: NDArray[Any]) -> None:
        """Take some values.

        Args:
            values: any shape, neither infinite nor NaN.
        """
        keys = sortable(values.reshape(-1))
        shift = keys.dtype.type(_BITS * (self._left - 1))
        if not self._ranks:
            self.count += keys.size
            self._histograms[0] += _counted(keys >> shift)
            return
        above = keys >> shift >> keys.dtype.type(_BITS)
        low = keys.dtype.type((1 << _BITS) - 1)
        for known, histogram in zip(self._known, self._histograms):
            histogram += _counted((keys[above == known] >> shift) & low)

    def turn(self) -> None:
        """End a pass."""
        if not self._ranks:
            self._ranks = [max(1, -(-share * self.count // 100)) for share in self._shares]
            self._histograms = self._histograms[:1] * len(self._shares)
        for place, histogram in enumerate(self._histograms):
            sums = np.cumsum(histogram)
            step = int(np.searchsorted(sums, self._ranks[place]))
            self._ranks[place] -= int(sums[step - 1]) if step else 0
            self._known[place] = (self._known[place] << _BITS) | step
        self._left -= 1
        self._histograms = self._empty()

    def values(self) -> list[float]:
        """Return the value for each share, once all passes are done; there has to be any value."""
        return [float(value_of(known, self._dtype)) + 0.0 for known in self._known]


def _counted(parts: NDArray[Any]) -> NDArray[np.int64]:
    counts: NDArray[np.int64] = np.bincount(parts.astype(np.uint16), minlength=1 << _BITS)
    return counts


def sortable(values: NDArray[Any]) -> NDArray[Any]:
    """Return whole numbers without sign that sort as values do.

    Args:
        values: (values,), whole or real numbers without NaN.
    """
    kind, size = values.dtype.kind, max(2, values.dtype.itemsize)
    unsigned, top = np.dtype(f"u{size}"), 1 << (8 * size - 1)
    if kind == "u":
        return values.astype(unsigned, copy=False)
    if kind == "i":
        turned: NDArray[Any] = values.astype(f"i{size}", copy=False).view(unsigned) ^ unsigned.type(top)
        return turned
    bits = np.ascontiguousarray(values).view(unsigned)
    keys: NDArray[Any] = np.where(bits & unsigned.type(top), ~bits, bits | unsigned.type(top))
    return keys


def value_of(key: int, dtype: np.dtype[Any]) -> Any:
    """Return the value that a number of ``sortable`` stands for.

    Args:
        key: the number.
        dtype: the type of the value.
    """
    size = max(2, dtype.itemsize)
    top, whole = 1 << (8 * size - 1), (1 << 8 * size) - 1
    if dtype.kind == "u":
        return key
    if dtype.kind == "i":
        return key - top
    bits = key ^ top if key & top else key ^ whole
    return np.array([bits], dtype=f"u{size}").view(dtype)[0]
