"""JSON from a server: bounded before it is read, and each value checked before it is used."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from typing import Any

_MOST_BYTES = 8 << 20
_MOST_VALUES = 400_000
_DEEPEST = 64  # lists and objects in each other
_LONGEST_NUMBER = 20  # digits of a whole number
_LONGEST_LIST = 10_000
_MARKS = re.compile(rb'\\.|["\[\]{}]', re.DOTALL)


def bounded_json(document: bytes) -> Any:
    """Return what a JSON document holds.

    Raises:
        ValueError: it is none, or larger or deeper than any description of a service.
    """
    if len(document) > _MOST_BYTES or sum(document.count(mark) for mark in (b",", b"[", b"{")) > _MOST_VALUES:
        raise ValueError("the document is larger than any description of a service")
    if _depth(document) > _DEEPEST:
        raise ValueError("the document is nested deeper than any description of a service")
    return json.loads(document, parse_int=_whole, parse_constant=_refuse)


def _depth(document: bytes) -> int:
    """Return how deep lists and objects lie in each other; brackets in texts do not count."""
    depth = deepest = 0
    in_text = False
    for mark in _MARKS.finditer(document):
        found = mark.group()
        if found == b'"':
            in_text = not in_text
        elif not in_text and found in (b"[", b"{"):
            depth += 1
            deepest = max(deepest, depth)
        elif not in_text and found in (b"]", b"}"):
            depth -= 1
    return deepest


def _whole(digits: str) -> int | float:
    """Return a whole number; one with very many digits would take very long."""
    return int(digits) if len(digits) <= _LONGEST_NUMBER else float(digits)


def _refuse(constant: str) -> None:
    raise ValueError(f"the document holds {constant}, which is no number")


def record(about: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """Return an object in an object, empty where there is none.

    Raises:
        ValueError: it is something else.
    """
    value = about.get(name)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise _odd(name, value, "an object")
    return value


def records(about: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """Return the objects in a list in an object, none where it has no list.

    Raises:
        ValueError: it is something else, or very long.
    """
    values = listed(about, name)
    if not all(isinstance(each, dict) for each in values):
        raise _odd(name, values, "a list of objects")
    return values


def listed(about: Mapping[str, Any], name: str) -> list[Any]:
    """Return a list in an object, empty where there is none.

    Raises:
        ValueError: it is something else, or very long.
    """
    value = about.get(name)
    if value is None:
        return []
    if not isinstance(value, list) or len(value) > _LONGEST_LIST:
        raise _odd(name, value, f"a list of at most {_LONGEST_LIST} values")
    return value


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
    if not is_number(value) or not low <= value <= high:
        raise _odd(name, value, f"a number from {low:g} to {high:g}")
    return float(value)


def whole(about: Mapping[str, Any], name: str, low: int, high: int, default: int | None = None) -> int:
    """Return a whole number in an object; see ``number``."""
    value = float(number(about, name, low, high, default))
    if not value.is_integer():
        raise _odd(name, about.get(name), f"a whole number from {low} to {high}")
    return int(value)


def text(about: Mapping[str, Any], name: str, default: str) -> str:
    """Return a text in an object.

    Raises:
        ValueError: it is something else.
    """
    value = about.get(name)
    if value is None:
        return default
    if not isinstance(value, str):
        raise _odd(name, value, "a text")
    return value


def is_number(value: object) -> bool:
    """Return whether a value is a finite number; true and false are none."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def _odd(name: str, value: object, wanted: str) -> ValueError:
    said = json.dumps(value)
    said = said if len(said) <= 40 else f"{said[:40]}…"
    return ValueError(f"its {name} is {said}, not {wanted}")
