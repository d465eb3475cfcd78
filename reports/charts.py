"""Charts as inline SVG: for a window, and with each bar in a row of its own for a phone."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ..chipping.classes import Color, LabelClass
from .markup import html_text

if TYPE_CHECKING:
    from numpy.typing import NDArray

_WIDTH = 720
_NARROW = 340  # a phone's window has 360 or more, with a margin
_LINE = 26  # height of a class's row
_NAME_WIDTH = 190
_NARROW_NAME_WIDTH = 136
_LETTER = 7  # width of a character at most, but for capitals and the like
_SWATCH = 22  # width of the square before a class's name
_NUMBER_WIDTH = 76  # nine digits
_PLOT_HEIGHT = 150
_LABEL_HEIGHT = 22
_LARGEST_SQUARE = 24


class ClassBar(NamedTuple):
    """A class's row of the bar chart.

    Attributes:
        name: what people read.
        color: what the class is drawn in.
        counts: a number for each column of bars.
    """

    name: str
    color: Color
    counts: tuple[int, ...]


def class_chart(titles: Sequence[str], rows: Sequence[ClassBar]) -> str:
    """Return a row of bars for each class, each column of bars on its own scale; on a phone one by one.

    Args:
        titles: what each column of bars counts.
        rows: the classes.
    """
    one_by_one = [
        _bar_list(title, [(_swatch(row, _NARROW_NAME_WIDTH), _look(row), row.counts[column]) for row in rows])
        for column, title in enumerate(titles)
    ]
    return _class_columns(titles, rows) + "".join(one_by_one)


def _class_columns(titles: Sequence[str], rows: Sequence[ClassBar]) -> str:
    pitch = (_WIDTH - _NAME_WIDTH) / len(titles)
    longest = pitch - _NUMBER_WIDTH
    parts = [
        f'<text class="title" x="{_NAME_WIDTH + pitch * column:.0f}" y="14">{html_text(title)}</text>'
        for column, title in enumerate(titles)
    ]
    largest = [max([1, *(row.counts[column] for row in rows)]) for column in range(len(titles))]
    for number, row in enumerate(rows, start=1):
        y = _LINE * number
        parts.append(_at(y, _swatch(row, _NAME_WIDTH)))
        for column, count in enumerate(row.counts):
            length = longest * count / largest[column]
            parts.append(_at(y, _bar(_NAME_WIDTH + pitch * column, length, _look(row), count)))
    return _svg(", ".join(titles), (_WIDTH, _LINE * (len(rows) + 1)), parts, "wide")


def _bar_list(title: str, rows: Sequence[tuple[str, str, int]]) -> str:
    """Return bars below each other, under a heading that may take several lines.

    Args:
        title: what the bars count.
        rows: what stands before each bar, how it looks, and its number.
    """
    longest = _NARROW - _NARROW_NAME_WIDTH - _NUMBER_WIDTH
    largest = max([1, *(count for *_, count in rows)])
    parts = [
        _at(_LINE * number, name + _bar(_NARROW_NAME_WIDTH, longest * count / largest, look, count))
        for number, (name, look, count) in enumerate(rows)
    ]
    chart = _svg(title, (_NARROW, _LINE * len(rows)), parts, "narrow")
    return f'<p class="narrow" aria-hidden="true"><b>{html_text(title)}</b></p>{chart}'


def _at(y: int, parts: str) -> str:
    return f'<g transform="translate(0 {y})">{parts}</g>'


def _bar(x: float, length: float, look: str, count: int) -> str:
    where = f'x="{x:.1f}" y="0" width="{length:.1f}" height="{_LINE - 8}"'
    return f'<rect {where} {look}/><text x="{x + length + 5:.1f}" y="13">{count}</text>'


def _look(row: ClassBar) -> str:
    return f'fill="{_hex(row.color)}" stroke="#555" stroke-width="0.5"'


def _swatch(row: ClassBar, width: int) -> str:
    letters = (width - _SWATCH) // _LETTER
    name = row.name if len(row.name) <= letters else row.name[: letters - 1] + "…"
    return (
        f'<rect x="0" y="2" width="14" height="14" fill="{_hex(row.color)}" stroke="#555"/>'
        f'<text x="{_SWATCH}" y="13">{html_text(name)}<title>{html_text(row.name)}</title></text>'
    )


def histogram(bars: Sequence[tuple[str, int]], axis: str) -> str:
    """Return bars side by side; on a phone below each other.

    Args:
        bars: what stands below each bar, and its number.
        axis: what the bars are about.
    """
    rows = [(f'<text x="0" y="13">{html_text(label)}</text>', 'class="bar"', count) for label, count in bars]
    return _columns(bars, axis) + _bar_list(axis, rows)


def _columns(bars: Sequence[tuple[str, int]], axis: str) -> str:
    pitch = _WIDTH / max(len(bars), 1)
    largest = max([1, *(count for _, count in bars)])
    top, bottom = 16, 16 + _PLOT_HEIGHT
    parts = [f'<line x1="0" y1="{bottom}" x2="{_WIDTH}" y2="{bottom}"/>']
    for place, (label, count) in enumerate(bars):
        height = _PLOT_HEIGHT * count / largest
        middle = pitch * (place + 0.5)
        parts.append(
            f'<rect class="bar" x="{pitch * place + 4:.1f}" y="{bottom - height:.1f}" '
            f'width="{pitch - 8:.1f}" height="{height:.1f}"/>'
            f'<text class="middle" x="{middle:.1f}" y="{bottom - height - 4:.1f}">{count or ""}</text>'
            f'<text class="middle" x="{middle:.1f}" y="{bottom + 15}">{html_text(label)}</text>'
        )
    y = bottom + 2 * _LABEL_HEIGHT - 6
    parts.append(f'<text class="middle title" x="{_WIDTH / 2:.0f}" y="{y}">{html_text(axis)}</text>')
    return _svg(axis, (_WIDTH, top + _PLOT_HEIGHT + 2 * _LABEL_HEIGHT), parts, "wide")


def block_chart(name: str, squares: NDArray[np.uint8], colors: Sequence[Color]) -> str:
    """Return a map of squares, those of a row that are alike drawn as one.

    Args:
        name: what is shown.
        squares: (rows, columns), the colour of each square by its number; a number without a colour
            is not drawn.
        colors: the colours.
    """
    rows, columns = squares.shape
    side = min(_WIDTH / columns, _LARGEST_SQUARE)
    parts = []
    for row, line in enumerate(squares):
        starts = np.flatnonzero(np.diff(line.astype(np.int16), prepend=-1))
        for start, end in zip(starts.tolist(), [*starts[1:].tolist(), columns]):
            if line[start] < len(colors):
                where = f'x="{start * side:.2f}" y="{row * side:.2f}"'
                size = f'width="{(end - start) * side:.2f}" height="{side:.2f}"'
                parts.append(f'<rect {where} {size} fill="{_hex(colors[line[start]])}"/>')
    return _svg(name, (math.ceil(columns * side), math.ceil(rows * side)), parts)


def class_name(each: LabelClass) -> str:
    """Return what a chart calls a class: its value and its name, where that is another."""
    return each.name if each.name == str(each.value) else f"{each.value} {each.name}"


def _svg(name: str, size: tuple[int, int], parts: Sequence[str], window: str = "") -> str:
    """Return a chart.

    Args:
        name: what it shows, for those who hear it.
        size: columns and rows (pixels).
        parts: what is drawn.
        window: "wide" or "narrow" for a chart that only such a window shows.
    """
    width, height = size
    said = f'role="img" aria-label="{html_text(name)}"' + (f' class="{window}"' if window else "")
    measures = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {measures} {said}>{"".join(parts)}</svg>'


def _hex(color: Color) -> str:
    return "#{:02x}{:02x}{:02x}".format(*color)
