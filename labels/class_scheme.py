"""From the values of a field to classes: numbers, names and colours."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Union

from ..chipping.classes import ClassTable, Color, LabelClass, palette_color, shortened
from ..chipping.errors import ExportError

VALUE_FIELDS = ("classvalue", "value")
"""Fields that hold the class value where the user names none (any case)."""

NAME_FIELD = "classname"
"""Field that holds the class name (any case)."""

COLOR_FIELDS = ("red", "green", "blue")
"""Fields that hold the class colour (any case)."""

Reading = Union[bool, int, float, str]
"""What a value of a field reads as: text as ``composed`` gives it, never ""."""

_SPELLED = re.compile(r"\s*([+-]?[0-9]{1,18})(?:\.0*)?\s*")


@dataclass(frozen=True)
class ClassScheme:
    """How a feature's attribute becomes a class.

    Attributes:
        table: the classes.
        field: the field that is read, "" where all features are one class.
        numbers: class value by what the field's value reads as.
        numbered_text: the field holds text, numbered by sorted name.
        odd: where numbers and other text are mixed, whichever are fewer, sorted.
        unused: fields that could be read, where none is.
    """

    table: ClassTable
    field: str = ""
    numbers: Mapping[Reading, int] | None = None
    numbered_text: bool = False
    odd: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()

    def class_of(self, read: Reading | None) -> int | None:
        """Return a feature's class value, None where it has none.

        Args:
            read: what its value of the field reads as, None for nothing.

        Raises:
            ExportError: the classes were made without that value.
        """
        if self.numbers is None:
            return 1
        if read is None:
            return None
        if read not in self.numbers:
            raise ExportError(
                "CLASS_VALUE_FIELD: {field} holds {value} now, but did not when the export began: the layer "
                "was changed meanwhile; start again.",
                field=self.field,
                value=shortened(spelled(read)),
            )
        return self.numbers[read]


def single_class(unused: tuple[str, ...] = ()) -> ClassScheme:
    """Return the scheme of a layer without a class field: value 1, name "1".

    Args:
        unused: fields that hold classes.
    """
    return ClassScheme(ClassTable.of([LabelClass(1, "1", palette_color(1))]), unused=unused)


def scheme_of_values(
    field: str,
    read: Iterable[Reading | None],
    names: Mapping[Reading, str],
    colors: Mapping[Reading, Color],
) -> ClassScheme:
    """Return the scheme of a field.

    Whole numbers, whole floats, true (1) and false (0), and text that holds
    whole numbers are class values; other text is numbered 1..n in the order of
    the sorted text.

    Args:
        field: the field's name, for messages.
        read: what its values read as; None makes no class.
        names: class name by value of the field, where there is one; none is "".
        colors: colour by value of the field, where there is one.

    Raises:
        ExportError: a value is negative or not whole.
    """
    present = sorted({value for value in read if value is not None}, key=spelled)
    numbers = {value: _whole_number(value) for value in present}
    whole = {value: number for value, number in numbers.items() if number is not None}
    others = [value for value in present if value not in whole]
    if any(isinstance(value, str) for value in others):
        places = {value: place for place, value in enumerate(present, start=1)}
        table = _table(places, {**{value: spelled(value) for value in present}, **names}, colors)
        return ClassScheme(table, field, places, True, _odd(whole, others))
    _refuse(field, others, whole.values())
    own: dict[Reading, str] = {value: spelled(value) for value in present if isinstance(value, bool)}
    return ClassScheme(_table(whole, {**own, **names}, colors), field, whole)


def _table(
    numbers: Mapping[Reading, int], names: Mapping[Reading, str], colors: Mapping[Reading, Color]
) -> ClassTable:
    """Return the classes of values; where several are one class, the last that says anything counts."""
    found: dict[int, LabelClass] = {}
    for read, value in numbers.items():
        standing = found.get(value, LabelClass(value, str(value), palette_color(value)))
        name, color = names.get(read, standing.name), colors.get(read, standing.color)
        found[value] = LabelClass(value, name, color)
    return ClassTable.of(list(found.values()))


def _odd(whole: Collection[Reading], others: Collection[Reading]) -> tuple[str, ...]:
    """Return the numbers or the other texts, whichever are fewer, () where they are not mixed."""
    return tuple(map(spelled, others if len(others) <= len(whole) else whole))


def _refuse(field: str, broken: list[Reading], values: Iterable[int]) -> None:
    """Refuse numbers that are not whole, and negative ones."""
    if broken:
        raise ExportError(
            "CLASS_VALUE_FIELD: {field} holds {value}, which is not a whole number; "
            "class values are whole numbers from 0, or text.",
            field=field,
            value=broken[0],
        )
    lowest = min(values, default=0)
    if lowest < 0:
        raise ExportError(
            "CLASS_VALUE_FIELD: {field} holds the negative value {value}; class values are whole "
            "numbers from 0.",
            field=field,
            value=lowest,
        )


def spelled(read: Reading | None) -> str:
    """Return how a value reads as text: 7 and 7.0 alike, true, false, and nothing as ""."""
    if read is None:
        return ""
    if isinstance(read, bool):
        return "true" if read else "false"
    if isinstance(read, float) and read.is_integer():
        read = int(read)
    return str(read)


def _whole_number(read: Reading) -> int | None:
    """Return the whole number that a value is or spells, else None."""
    if isinstance(read, int):
        return int(read)
    if isinstance(read, float):
        return int(read) if read.is_integer() else None
    return _spelled_number(read)


def _spelled_number(text: str) -> int | None:
    """Return the whole number that a text spells: "7", " 7 ", "-7", "7.0"."""
    match = _SPELLED.fullmatch(text)
    return int(match[1]) if match else None
