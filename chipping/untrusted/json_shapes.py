"""Lists and objects of a JSON schema; see ``json_kinds``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .json_kinds import Kind, odd


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
        """Yield what the kind that fits gives."""
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
        """Yield what any of the values lacks."""
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
        """Yield what any of the values lacks."""
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
        """Yield what any of the values lacks."""
        return (found for name, each in value.items() for found in self.kind.lacking(each, f"{place}.{name}"))


@dataclass(frozen=True)
class Record:
    """An object with known keys.

    Attributes:
        keys: kinds of the values that it must have, by key.
        optional: of those that it may have.
        closed: it may have no other keys; if not, they are not looked at.
    """

    keys: Mapping[str, Kind]
    optional: Mapping[str, Kind] = field(default_factory=dict)
    closed: bool = False

    def check(self, value: Any, place: str) -> None:
        """Look at a value; keys that it lacks are another matter. See ``Kind``."""
        if not isinstance(value, dict):
            raise odd(place, value, "an object")
        if self.closed and not value.keys() <= self.keys.keys() | self.optional.keys():
            raise ValueError(f"{place} has a key that is none of {', '.join((*self.keys, *self.optional))}")
        for name, kind in (*self.keys.items(), *self.optional.items()):
            if name in value:
                kind.check(value[name], _inside(place, name))

    def lacking(self, value: Any, place: str) -> Iterator[str]:
        """Yield the keys that it lacks, and then what those that it has lack."""
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


def _inside(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
