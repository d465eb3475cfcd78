"""What the values of a JSON document may be: types, ranges and lengths, looked at before anything uses them.

A schema is made of kinds, those here and the lists and objects of ``json_shapes``.
``ListOf(Whole(0, 255), 3, 3)`` is a colour, and ``check`` says of anything
else what it is, where it stands and what was wanted: ``Classes[3].Color[0] is
300, not a whole number from 0 to 255``.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from .inner_paths import is_inner_path

_WHOLE = re.compile("-?[0-9]{1,19}")
_LONGEST_SHOWN = 40  # characters of a value in a message


class Kind(Protocol):
    """What a value may be."""

    def check(self, value: Any, place: str) -> None:
        """Look at a value.

        Args:
            value: as ``json`` gives it.
            place: where it stands, for the message.

        Raises:
            ValueError: it is something else.
        """

    def lacking(self, value: Any, place: str) -> Iterator[str]:
        """Yield where an object of a checked value lacks a key, each place once."""


class _Simple:
    """A value that holds no other."""

    def lacking(self, value: Any, place: str) -> Iterator[str]:
        """Yield nothing."""
        return iter(())


@dataclass(frozen=True)
class Number(_Simple):
    """A finite number; true and false are none.

    Attributes:
        low: least value.
        high: greatest value.
    """

    low: float
    high: float

    def check(self, value: Any, place: str) -> None:
        """Look at a value; see ``Kind``."""
        if not is_number(value) or not self.low <= value <= self.high:
            raise odd(place, value, f"a number from {self.low:g} to {self.high:g}")


@dataclass(frozen=True)
class Whole(_Simple):
    """A whole number, which may be written as 1.0."""

    low: int
    high: int

    def check(self, value: Any, place: str) -> None:
        """Look at a value; see ``Kind``."""
        if not is_number(value) or not self.low <= value <= self.high or value != int(value):
            raise odd(place, value, f"a whole number from {self.low} to {self.high}")


@dataclass(frozen=True)
class Flag(_Simple):
    """True or false."""

    def check(self, value: Any, place: str) -> None:
        """Look at a value; see ``Kind``."""
        if not isinstance(value, bool):
            raise odd(place, value, "true or false")


@dataclass(frozen=True)
class Text(_Simple):
    """A text.

    Attributes:
        longest: characters that it may have.
    """

    longest: int

    def check(self, value: Any, place: str) -> None:
        """Look at a value; see ``Kind``."""
        if not isinstance(value, str) or len(value) > self.longest:
            raise odd(place, value, f"a text of at most {self.longest} characters")


@dataclass(frozen=True)
class WholeText(_Simple):
    """A text that is a whole number, as keys of objects are."""

    low: int
    high: int

    def check(self, value: Any, place: str) -> None:
        """Look at a value; see ``Kind``."""
        if not (isinstance(value, str) and _WHOLE.fullmatch(value) and self.low <= int(value) <= self.high):
            raise odd(place, value, f"a whole number from {self.low} to {self.high}")


@dataclass(frozen=True)
class InnerPath(_Simple):
    """The path of a file in a folder, relative to it, with forward slashes."""

    def check(self, value: Any, place: str) -> None:
        """Look at a value; see ``Kind``."""
        if not isinstance(value, str) or not is_inner_path(value):
            raise odd(place, value, "the path of a file in the folder")


@dataclass(frozen=True)
class Anything(_Simple):
    """Whatever the reader of the document lets through."""

    def check(self, value: Any, place: str) -> None:
        """Take a value."""


def is_number(value: object) -> bool:
    """Return whether a value is a finite number; true and false are none."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def odd(place: str, value: object, wanted: str) -> ValueError:
    """Return what to say of a value.

    Args:
        place: where it stands.
        value: what it is.
        wanted: what it had to be.
    """
    return ValueError(f"{place or 'it'} is {_said(value)}, not {wanted}")


def _said(value: object) -> str:
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return f"a list of {len(value)} values"
    said = json.dumps(value)
    return said if len(said) <= _LONGEST_SHOWN else f"{said[:_LONGEST_SHOWN]}…"
