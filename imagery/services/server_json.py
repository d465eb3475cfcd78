"""What a server says of itself in JSON: each value is checked where it is used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...chipping.untrusted.json_kinds import Anything, Number, Text, Whole
from ...chipping.untrusted.json_shapes import ListOf, MapOf

_LONGEST_LIST = 10_000
_LONGEST_TEXT = 1_000_000  # characters
_MANY = 400_000  # values of an object; the document holds no more
_OBJECT = MapOf(Anything(), Anything(), _MANY)


def record(about: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """Return an object in an object, empty where there is none.

    Raises:
        ValueError: it is something else.
    """
    value = about.get(name)
    if value is None:
        return {}
    _OBJECT.check(value, f"its {name}")
    found: Mapping[str, Any] = value
    return found


def records(about: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """Return the objects in a list in an object, none where it has no list.

    Raises:
        ValueError: it is something else, or very long.
    """
    values = listed(about, name)
    ListOf(_OBJECT, _LONGEST_LIST).check(values, f"its {name}")
    return values


def listed(about: Mapping[str, Any], name: str) -> list[Any]:
    """Return a list in an object, empty where there is none.

    Raises:
        ValueError: it is something else, or very long.
    """
    value = about.get(name)
    if value is None:
        return []
    ListOf(Anything(), _LONGEST_LIST).check(value, f"its {name}")
    found: list[Any] = value
    return found


def number(
    about: Mapping[str, Any], name: str, low: float, high: float, default: float | None = None
) -> float:
    """Return a number in an object.

    Args:
        about: the object.
        name: of the number.
        low: least value.
        high: greatest value.
        default: where there is none; None where there must be one.

    Raises:
        ValueError: it is no number of that range.
    """
    value: Any = about.get(name)
    if value is None and default is not None:
        return default
    Number(low, high).check(value, f"its {name}")
    return float(value)


def whole(about: Mapping[str, Any], name: str, low: int, high: int, default: int | None = None) -> int:
    """Return a whole number in an object; see ``number``."""
    value: Any = about.get(name)
    if value is None and default is not None:
        return default
    Whole(low, high).check(value, f"its {name}")
    return int(value)


def text(about: Mapping[str, Any], name: str, default: str) -> str:
    """Return a text in an object.

    Raises:
        ValueError: it is something else.
    """
    value = about.get(name)
    if value is None:
        return default
    Text(_LONGEST_TEXT).check(value, f"its {name}")
    return str(value)
