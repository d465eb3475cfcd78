"""JSON that somebody else may have made: bounded before it is read, whatever it holds."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

_LONGEST_NUMBER = 20  # digits of a whole number
_TEXT = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_NO_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))


@dataclass(frozen=True)
class Limits:
    """How large a document may be.

    Attributes:
        of: what no document of its kind is larger than, for the message.
        size: bytes.
        values: numbers, texts, lists and objects in it, about.
        depth: lists and objects in each other.
        exact: no key twice in an object, no number beyond those of 64 bits, no text that UTF-8 cannot hold.
    """

    of: str
    size: int
    values: int
    depth: int
    exact: bool = True


SERVICE = Limits("any description of a service", 8 << 20, 400_000, 64, exact=False)
"""What a server says; what of it nothing uses may be odd."""


def bounded_json(document: bytes, limits: Limits = SERVICE) -> Any:
    """Return what a JSON document holds.

    Args:
        document: in UTF-8.
        limits: how large it may be.

    Raises:
        ValueError: it is none, or larger or deeper than the limits.
    """
    if len(document) > limits.size or sum(map(document.count, (b",", b"[", b"{"))) > limits.values:
        raise ValueError(f"the document is larger than {limits.of}")
    if _depth(document) > limits.depth:
        raise ValueError(f"the document is nested deeper than {limits.of}")
    if not limits.exact:
        return json.loads(document, parse_int=_whole, parse_constant=_refuse)
    text = document.decode("utf-8")
    found = json.loads(
        text, parse_int=_exact_whole, parse_float=_finite, parse_constant=_refuse, object_pairs_hook=_once
    )
    if "\\u" in text:  # otherwise the texts have come through UTF-8 already
        json.dumps(found, ensure_ascii=False).encode("utf-8")
    return found


def _depth(document: bytes) -> int:
    """Return how deep lists and objects lie in each other; brackets in texts do not count."""
    brackets = np.frombuffer(_TEXT.sub(b"", document).translate(None, _NO_BRACKETS), dtype=np.uint8)
    opening = np.isin(brackets, np.frombuffer(b"[{", dtype=np.uint8))
    return int(np.where(opening, 1, -1).cumsum().max(initial=0))


def _whole(digits: str) -> int | float:
    """Return a whole number; one with very many digits would take very long."""
    return int(digits) if len(digits) <= _LONGEST_NUMBER else float(digits)


def _exact_whole(digits: str) -> int | float:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else _finite(digits)


def _finite(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise ValueError(f"the document holds {digits[:40]}, which is too large for a number")
    return value


def _refuse(constant: str) -> None:
    raise ValueError(f"the document holds {constant}, which is no number")


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object in which each key stands once: readers differ in which of two they take."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("the document holds a key twice in one object")
    return found
