"""From counted numbers to the bars of a histogram."""

from __future__ import annotations

from collections.abc import Mapping

_SINGLE = 12  # up to this number each has a bar of its own


def side_bars(sides: Mapping[int, int]) -> list[tuple[str, int]]:
    """Return a bar for each doubling of a label's side.

    Args:
        sides: number of labels by the power of two above their side; 0 is up to one pixel.
    """
    if not sides:
        return []
    powers = range(min(sides), max(sides) + 1)
    return [(f"{2 ** (power - 1)}–{2**power}" if power else "≤ 1", sides.get(power, 0)) for power in powers]


def count_bars(counts: Mapping[int, int]) -> list[tuple[str, int]]:
    """Return a bar for each number, or for each doubling where numbers grow large.

    Args:
        counts: how often each number (>= 0) occurs.
    """
    largest = max(counts, default=0)
    if largest <= _SINGLE:
        return [(str(number), counts.get(number, 0)) for number in range(largest + 1)]
    spans = [range(1), range(1, 2)]
    while spans[-1].stop <= largest:
        spans.append(range(spans[-1].stop, 2 * spans[-1].stop))
    return [(_span(span), sum(counts.get(number, 0) for number in span)) for span in spans]


def _span(span: range) -> str:
    return str(span.start) if len(span) == 1 else f"{span.start}–{span.stop - 1}"


def tenth_bars(tenths: Mapping[int, int]) -> list[tuple[str, int]]:
    """Return a bar for each tenth.

    Args:
        tenths: how often each tenth (0 to 9) occurs.
    """
    return [(f"{10 * tenth}–{10 * tenth + 10} %", tenths.get(tenth, 0)) for tenth in range(10)]
