"""Numbers as people read them in messages, with as many decimals as the matter needs."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Callable, TypeVar

import numpy as np

T = TypeVar("T")

_DIGITS = 12  # of a length, more than a pixel's size needs across any raster
_MOST_DECIMALS = 15
_LONGEST = 1e15  # what is larger, or smaller than its inverse, is written with an exponent
_UNITS = ("bytes", "kB", "MB", "GB", "TB")


def coordinate_text(value: float, cell: float) -> str:
    """Return a map coordinate with the decimals that a tenth of a pixel needs.

    ``coordinate_text(300000.25, 10.0)`` is "300000", with pixels of 0.00027
    degrees ``coordinate_text(-7.9, 0.00027)`` is "-7.90000".

    Args:
        value: the coordinate (map units).
        cell: width or height of a pixel (map units).
    """
    if not abs(value) < _LONGEST:
        return f"{value:.6g}"
    decimals = min(_MOST_DECIMALS, max(0, math.ceil(1 - math.log10(cell))))
    return f"{round(value, decimals) + 0.0:.{decimals}f}"  # without the sign of a negative zero


def extent_text(sides: Sequence[float], cell: float) -> str:
    """Return an extent as QGIS writes it for people: "left,bottom : right,top".

    Args:
        sides: x min, y min, x max, y max (map units).
        cell: width or height of a pixel (map units).
    """
    x_min, y_min, x_max, y_max = (coordinate_text(side, cell) for side in sides)
    return f"{x_min},{y_min} : {x_max},{y_max}"


def extent_parameter(sides: Sequence[float], cell: float, crs: str) -> str:
    """Return an extent as the parameter EXTENT takes it: "left,right,bottom,top [EPSG:1234]".

    Args:
        sides: x min, y min, x max, y max (map units).
        cell: width or height of a pixel (map units).
        crs: authority and code of the CRS they are in, "" for none.
    """
    x_min, y_min, x_max, y_max = (coordinate_text(side, cell) for side in sides)
    return f"{x_min},{x_max},{y_min},{y_max}" + (f" [{crs}]" if crs else "")


def length_text(value: float) -> str:
    """Return a cell size, a radius or a time in as few digits as say it: "0.3", "10", "0.000277777777778".

    Args:
        value: the length (any unit).
    """
    if value and not 1 / _LONGEST < abs(value) < _LONGEST:
        return f"{value:.{_DIGITS}g}"
    return np.format_float_positional(float(value) + 0.0, precision=_DIGITS, fractional=False, trim="-")


def rate_text(value: float) -> str:
    """Return a rate in whole numbers, or in the two digits that tell a slow one: "417", "0.035".

    Args:
        value: how many a second (>= 0).
    """
    decimals = max(0, 1 - math.floor(math.log10(value))) if 0 < value < 10 else 0
    return f"{value:.{decimals}f}"


def byte_texts(*counts: int) -> tuple[str, ...]:
    """Return numbers of bytes, "12.3 MB", with more decimals where two that differ would read alike.

    Args:
        counts: the numbers (bytes), to be read beside each other.
    """
    for decimals in range(1, _MOST_DECIMALS):
        texts = tuple(_byte_text(count, decimals) for count in counts)
        if len(set(texts)) == len(set(counts)):
            break
    return texts


def _byte_text(count: int, decimals: int) -> str:
    power = 0
    while power + 1 < len(_UNITS) and round(count / 1000**power, decimals) >= 1000:
        power += 1
    return f"{count / 1000**power:.{decimals if power else 0}f} {_UNITS[power]}"


def listed(items: Sequence[T], most: int, spelled: Callable[[T], str] = str) -> str:
    """Return items as a sentence lists them; of many only the first, and dots.

    ``listed([3, 5, 8], 2)`` is "3, 5, ...".

    Args:
        items: what there is.
        most: how many are named.
        spelled: returns the text of one.
    """
    return ", ".join(map(spelled, items[:most])) + (", ..." if len(items) > most else "")
