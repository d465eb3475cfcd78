"""Colours as three columns of a table state them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TypeVar

from ..chipping.classes import Color

K = TypeVar("K")
Parts = tuple[object, object, object]
"""Red, green and blue: numbers, or text that spells them."""


def stated_colors(stated: Mapping[K, Parts]) -> dict[K, Color]:
    """Return the colours that a table states, without those that lack a part.

    Parts are numbers from 0 to 255; what lies beyond is clamped. Where all are
    real numbers and none is above 1, they are shares of full light.

    Args:
        stated: red, green and blue by what they are the colour of.
    """
    given = [part for parts in stated.values() for part in parts if part is not None]
    shares = all(isinstance(part, float) and not part > 1 for part in given)
    colors = {key: _color(parts, 255 if shares else 1) for key, parts in stated.items()}
    return {key: color for key, color in colors.items() if color is not None}


def _color(parts: Parts, full: int) -> Color | None:
    red, green, blue = (_number(part) * full for part in parts)
    if not math.isfinite(red + green + blue):
        return None
    return _clamped(red), _clamped(green), _clamped(blue)


def _number(part: object) -> float:
    """Return the number that a part is or spells, NaN for none."""
    if not isinstance(part, (int, float, str)):
        return math.nan
    try:
        return float(part)
    except (ValueError, OverflowError):
        return math.nan


def _clamped(part: float) -> int:
    return round(min(255.0, max(0.0, part)))
