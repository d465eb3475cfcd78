"""Classes that a raster attribute table states: which rows are of which class value, names, colours."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

from osgeo import gdal

from ...chipping.classes import Color, composed
from ...chipping.gdal_calls import decoded
from ..stated_colors import Parts, stated_colors

_COLUMNS = {
    "value": ("value",),
    "name": ("classname", "class_name", "name"),
    "red": ("red",),
    "green": ("green",),
    "blue": ("blue",),
}
_USAGES = {
    "value": gdal.GFU_MinMax,
    "least": gdal.GFU_Min,
    "most": gdal.GFU_Max,
    "name": gdal.GFU_Name,
    "red": gdal.GFU_Red,
    "green": gdal.GFU_Green,
    "blue": gdal.GFU_Blue,
}
_LIGHTS = ("red", "green", "blue")
_LARGEST = 2**31 - 1  # class value
_MOST_VALUES = 1 << 12  # that a row may be of; a wider one classifies measurements


class TableClasses(NamedTuple):
    """What a table states of class values; where rows are of the same one, the first counts.

    Attributes:
        names: name of a class.
        colors: colour of a class.
        listed: values that have a name in a row of their own.
    """

    names: dict[int, str]
    colors: dict[int, Color]
    listed: frozenset[int]


def table_classes(table: Any) -> TableClasses:
    """Return the classes of a raster attribute table.

    A row is of the whole number in its value column, or of all whole numbers
    from its least to its most: 0.5 to 1.5 is 1, 10 to 19 are ten classes. A
    table without such columns counts its rows (linear binning).

    Args:
        table: a gdal.RasterAttributeTable.
    """
    columns = _find_columns(table)
    names: dict[int, str] = {}
    rows: dict[int, int] = {}  # the first of each class value
    listed = set()
    for row, values in enumerate(_row_values(table, columns)):
        name = readable(table.GetValueAsString(row, columns["name"])) if "name" in columns else ""
        for value in values if len(values) <= _MOST_VALUES else ():
            rows.setdefault(value, row)
            if name:
                names.setdefault(value, name)
        if name and len(values) == 1:
            listed.add(values[0])
    return TableClasses(names, _colors(table, columns, rows), frozenset(listed))


def readable(text: str | bytes) -> str:
    """Return a text that GDAL hands over, in the form in which names are compared."""
    return composed(decoded(text))


def _find_columns(table: Any) -> dict[str, int]:
    """Return the place of each column that is there, by name, else by usage."""
    places = range(table.GetColumnCount())
    by_name = {table.GetNameOfCol(place).lower(): place for place in reversed(places)}
    by_usage = {table.GetUsageOfCol(place): place for place in reversed(places)}
    found = {}
    for column, usage in _USAGES.items():
        candidates = [by_name.get(each) for each in _COLUMNS.get(column, ())]
        candidates.append(by_usage.get(usage))
        place = next((each for each in candidates if each is not None), None)
        if place is not None:
            found[column] = place
    return found


def _row_values(table: Any, columns: dict[str, int]) -> list[range]:
    """Return the class values that each row is of."""
    rows = range(table.GetRowCount())
    value, least, most = (columns.get(each) for each in ("value", "least", "most"))
    if least is not None and most is not None and value in (None, least):
        bounds = [(table.GetValueAsDouble(row, least), table.GetValueAsDouble(row, most)) for row in rows]
    elif value is not None or least is not None:
        column = least if value is None else value
        bounds = [(table.GetValueAsDouble(row, column),) * 2 for row in rows]
    else:
        binned, first, size = table.GetLinearBinning()
        bounds = [(first + row * size,) * 2 for row in rows] if binned else []
    return [_whole_numbers(*each) for each in bounds]


def _whole_numbers(least: float, most: float) -> range:
    """Return the class values from ``least`` to ``most``."""
    if not (math.isfinite(least) and math.isfinite(most)):
        return range(0)
    return range(max(1, math.ceil(least)), min(_LARGEST, math.floor(most)) + 1)


def _colors(table: Any, columns: dict[str, int], rows: dict[int, int]) -> dict[int, Color]:
    """Return the colour of each class value, from its row."""
    if not columns.keys() >= set(_LIGHTS):
        return {}
    places = [columns[each] for each in _LIGHTS]
    stated: dict[int, Parts] = {}
    for row in set(rows.values()):
        red, green, blue = (_cell(table, row, place) for place in places)
        stated[row] = (red, green, blue)
    colors = stated_colors(stated)
    return {value: colors[row] for value, row in rows.items() if row in colors}


def _cell(table: Any, row: int, column: int) -> object:
    """Return a cell as its column's type has it."""
    kind = table.GetTypeOfCol(column)
    if kind == gdal.GFT_Integer:
        return table.GetValueAsInt(row, column)
    if kind == gdal.GFT_Real:
        return table.GetValueAsDouble(row, column)
    return readable(table.GetValueAsString(row, column))
