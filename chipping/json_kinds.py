"""What the values of a JSON document may be: types, ranges and lengths, looked at before anything uses them.

A schema is made of kinds. ``ListOf(Whole(0, 255), 3, 3)`` is a colour, and
``check`` says of anything else what it is, where it stands and what was
wanted: ``Classes[3].Color[0] is 300, not a whole number from 0 to 255``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from .inner_paths import is_inner_path

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
        """Give where an object of a checked value lacks a key, each place once."""


class _Simple:
    """A value that holds no other."""

    def lacking(self, value: Any, place: str) -> Iterator[str]:
        """Give nothing."""
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


@dataclass(frozen=True)
class Either:
    """One of several kinds.

    Attributes:
        kinds: the first one says what was wanted.
    """

    kinds: Sequence[Kind]

    def check(self, value: Any, place: str) -> None:
        """Look at a value; see ``Kind``."""
        self._fitting(value, place)

    def lacking(self, value: Any, place: str) -> Iterator[str]:
        """Give what the kind that fits gives."""
        return self._fitting(value, place).lacking(value, place)

    def _fitting(self, value: Any, place: str) -> Kind:
        problems = []
        for kind in self.kinds:
            try:
                kind.check(value, place)
            except ValueError as problem:
                problems.append(problem)
            else:
                return kind
        raise problems[0]


@dataclass(frozen=True)
class ListOf:
    """A list of values of one kind.

    Attributes:
        kind: of the values.
        longest: how many there may be.
        shortest: how many there must be.
    """

    kind: Kind
    longest: int
    shortest: int = 0

    def check(self, value: Any, place: str) -> None:
        """Look at a value; see ``Kind``."""
        if not isinstance(value, list) or not self.shortest <= len(value) <= self.longest:
            raise odd(place, value, f"a list of {self.shortest} to {self.longest} values")
        for number, each in enumerate(value):
            self.kind.check(each, f"{place}[{number}]")

    def lacking(self, value: Any, place: str) -> Iterator[str]:
        """Give what any of the values lacks."""
        found = (name for each in value for name in self.kind.lacking(each, place))
        return iter(dict.fromkeys(found))


@dataclass(frozen=True)
class Row:
    """A list with a kind for each place.

    Attributes:
        kinds: of the values.
    """

    kinds: Sequence[Kind]

    def check(self, value: Any, place: str) -> None:
        """Look at a value; see ``Kind``."""
        if not isinstance(value, list) or len(value) != len(self.kinds):
            raise odd(place, value, f"a list of {len(self.kinds)} values")
        for kind, each in zip(self.kinds, value):
            kind.check(each, place)

    def lacking(self, value: Any, place: str) -> Iterator[str]:
        """Give what any of the values lacks."""
        return (name for kind, each in zip(self.kinds, value) for name in kind.lacking(each, place))


@dataclass(frozen=True)
class MapOf:
    """An object with any keys.

    Attributes:
        key: kind of the keys.
        kind: of the values.
        longest: how many there may be.
    """

    key: Kind
    kind: Kind
    longest: int

    def check(self, value: Any, place: str) -> None:
        """Look at a value; see ``Kind``."""
        if not isinstance(value, dict) or len(value) > self.longest:
            raise odd(place, value, f"an object of at most {self.longest} values")
        for name, each in value.items():
            self.key.check(name, place)
            self.kind.check(each, f"{place}.{name}")

    def lacking(self, value: Any, place: str) -> Iterator[str]:
        """Give what any of the values lacks."""
        return (found for name, each in value.items() for found in self.kind.lacking(each, f"{place}.{name}"))


@dataclass(frozen=True)
class Record:
    """An object with known keys; others are not looked at.

    Attributes:
        keys: kinds of the values that it must have, by key.
        optional: of those that it may have.
    """

    keys: Mapping[str, Kind]
    optional: Mapping[str, Kind] = field(default_factory=dict)

    def check(self, value: Any, place: str) -> None:
        """Look at a value; keys that it lacks are another matter. See ``Kind``."""
        if not isinstance(value, dict):
            raise odd(place, value, "an object")
        for name, kind in (*self.keys.items(), *self.optional.items()):
            if name in value:
                kind.check(value[name], _inside(place, name))

    def lacking(self, value: Any, place: str) -> Iterator[str]:
        """Give the keys that it lacks, and then what those that it has lack."""
        yield from (_inside(place, name) for name in self.keys if name not in value)
        for name, kind in (*self.keys.items(), *self.optional.items()):
            if name in value:
                yield from kind.lacking(value[name], _inside(place, name))


def validate(kind: Kind, value: Any, place: str = "") -> None:
    """Look at a value, and at all objects in it for keys that they lack.

    Args:
        kind: what it may be.
        value: as ``json`` gives it.
        place: where it stands, for the message.

    Raises:
        ValueError: it is something else, or lacks a key.
    """
    kind.check(value, place)
    name = next(kind.lacking(value, place), None)
    if name is not None:
        raise ValueError(f"it does not state {name}")


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


def _inside(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
