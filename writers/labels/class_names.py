"""Class names that tell classes apart: readers of many formats know a class by its name alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container
from dataclasses import replace
from typing import Callable

from ...chipping.classes import ClassTable, LabelClass, composed


def named_apart(
    classes: ClassTable, stored: ClassTable | None = None, spelled: Callable[[str], str] = str
) -> ClassTable:
    """Return a class table in which no two classes share a name, together with a stored one.

    Names that several classes share get the class value behind them; so does
    that of a new class which a stored class has. Stored classes keep theirs.

    Args:
        classes: the classes of the labels.
        stored: those of the set that chips are added to, if any.
        spelled: returns a name as the format writes it.

    Raises:
        ExportError: a class has another name in the stored table.
    """
    plain = [replace(each, name=composed(spelled(each.name))) for each in classes]
    standing = {each.value: each.name for each in stored or ()}
    new = [each for each in plain if each.value not in standing]
    shared = Counter([*map(composed, standing.values()), *(each.name for each in new)])
    taken = set(shared)
    named = [_as_stored(each, standing[each.value]) for each in plain if each.value in standing]
    for each in new:
        named.append(each if shared[each.name] == 1 else _apart(each, taken))
        taken.add(named[-1].name)
    table = ClassTable.of(named)
    return table if stored is None else stored.merge(table)


def _as_stored(each: LabelClass, name: str) -> LabelClass:
    """Return a class under its stored name, where that is the same or was told apart from others."""
    return replace(each, name=name) if composed(name) == f"{each.name}_{each.value}" else each


def _apart(each: LabelClass, taken: Container[str]) -> LabelClass:
    name = f"{each.name}_{each.value}"
    while name in taken:
        name += "_"
    return replace(each, name=name)
