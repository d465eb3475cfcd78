"""From the values of a field to classes: numbers, names and colours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from .classes import ClassTable, Color, LabelClass, palette_color
from .errors import ExportError

VALUE_FIELDS = ("classvalue", "value")
"""Fields that hold the class value where the user names none (any case)."""

NAME_FIELD = "classname"
"""Field that holds the class name (any case)."""

COLOR_FIELDS = ("red", "green", "blue")
"""Fields that hold the class colour (any case)."""

_SPELLED = re.compile(r"\s*([+-]?[0-9]{1,18})(?:\.0*)?\s*")


@dataclass(frozen=True)
class ClassScheme:
    """How a feature's attribute becomes a class.

    Attributes:
        table: the classes.
        field: the field that is read, "" where all features are one class.
        numbers: class value by the field's value.
        numbered_text: the field holds text, numbered by sorted name.
    """

    table: ClassTable
    field: str = ""
    numbers: Mapping[Any, int] | None = None
    numbered_text: bool = False

    def class_of(self, raw: object) -> int | None:
        """Return a feature's class value, None where it has none.

        Args:
            raw: value of the field, None for NULL.
        """
        if self.numbers is None:
            return 1
        return self.numbers.get(raw)


def single_class() -> ClassScheme:
    """Return the scheme of a layer without a class field: value 1, name "1"."""
    return ClassScheme(ClassTable.of([LabelClass(1, "1", palette_color(1))]))


def scheme_of_values(
    field: str,
    raw_values: Iterable[object],
    names: Mapping[object, str],
    colors: Mapping[object, Color],
) -> ClassScheme:
    """Return the scheme of a field.

    Whole numbers, whole floats and text that holds whole numbers are class
    values; other text is numbered 1..n in the order of the sorted text.

    Args:
        field: the field's name, for messages.
        raw_values: its values; None and "" make no class.
        names: class name by value of the field, where there is one.
        colors: colour by value of the field, where there is one.

    Raises:
        ExportError: a value is negative or not whole.
    """
    present = {raw for raw in raw_values if raw is not None and raw != ""}
    numbers = _numbers(field, present)
    numbered_text = numbers is None
    if numbers is None:
        numbers = {raw: place for place, raw in enumerate(sorted(present, key=str), start=1)}
    raw_by_value = {value: raw for raw, value in sorted(numbers.items(), key=lambda item: str(item[0]))}
    classes = []
    for value, raw in raw_by_value.items():
        name = names.get(raw) or (str(raw) if numbered_text else str(value))
        classes.append(LabelClass(value, name, colors.get(raw, palette_color(value))))
    return ClassScheme(ClassTable.of(classes), field, numbers, numbered_text)


def _numbers(field: str, present: Iterable[object]) -> dict[object, int] | None:
    """Return the class value of each field value, None where the field holds free text."""
    numbers = {}
    for raw in present:
        number = _whole_number(raw)
        if number is None and isinstance(raw, str):
            return None
        if number is None:
            raise ExportError(
                "CLASS_VALUE_FIELD: {field} holds {value}, which is not a whole number; "
                "class values are whole numbers from 0, or text.",
                field=field,
                value=raw,
            )
        numbers[raw] = number
    _refuse_negative(field, numbers.values())
    return numbers


def _refuse_negative(field: str, values: Iterable[int]) -> None:
    lowest = min(values, default=0)
    if lowest < 0:
        raise ExportError(
            "CLASS_VALUE_FIELD: {field} holds the negative value {value}; class values are whole "
            "numbers from 0.",
            field=field,
            value=lowest,
        )


def _whole_number(raw: object) -> int | None:
    """Return the whole number that a value is or spells, else None."""
    if isinstance(raw, int):
        return int(raw)
    if isinstance(raw, float):
        return int(raw) if raw.is_integer() else None
    if isinstance(raw, str):
        return _spelled_number(raw)
    return None


def _spelled_number(text: str) -> int | None:
    """Return the whole number that a text spells: "7", " 7 ", "-7", "7.0"."""
    match = _SPELLED.fullmatch(text)
    return int(match[1]) if match else None
