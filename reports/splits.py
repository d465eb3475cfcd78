"""How an export is split: labels of each class in train, valid and test, and a map of the blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from ..chipping.classes import Color
from ..chipping.plan.splits import NONE, SPLITS
from ..writers.dataset.exported_sets import Exported
from . import page
from .charts import ClassBar, block_chart, class_chart, class_name
from .facts import SetFacts
from .markup import html_text
from .page import Translate

if TYPE_CHECKING:
    from numpy.typing import NDArray

COLORS: tuple[Color, ...] = ((90, 150, 200), (240, 170, 40), (60, 160, 90))
"""What train, valid and test are drawn in."""

_MOST_CLASSES = 40
_MOST_SQUARES = 240  # across or down

BlockPlaces = Mapping[str, Sequence[Sequence[int]]]
"""Column and row of the blocks of each split, by its name; rows count downward."""


def split_sections(exported: Exported, facts: SetFacts, blocks: BlockPlaces, tr: Translate) -> list[str]:
    """Return the parts of the report that tell of a split, none where there is none.

    Args:
        exported: the export.
        facts: what all its chips come to.
        blocks: the blocks of each split, if it was made of blocks.
        tr: gives the translation of an English text.
    """
    if not set(facts.sets) & set(SPLITS):
        return []
    return [
        page.section(
            tr("Train, validation, test"),
            _numbers(exported, facts, tr) + _classes(exported, facts, tr),
        ),
        page.section(tr("Map of the blocks"), _map(blocks, tr)),
    ]


def _numbers(exported: Exported, facts: SetFacts, tr: Translate) -> str:
    """Return a row for each split: its chips, and those with labels with their share of all."""
    if not exported.label_format.has_labels:
        text = tr("{chips} chips ({percent} % of all)")
        counts = {name: facts.sets[name].chips for name in SPLITS if name in facts.sets}
        shares = {name: f"{100 * count / facts.chips:.1f}" for name, count in counts.items()}
        return page.table(
            [(name, text.format(chips=count, percent=shares[name])) for name, count in counts.items()]
        )
    whole = sum(each.labelled for each in facts.sets.values()) or 1
    text = tr("{chips} chips, {labelled} of them with labels ({percent} % of all that have some)")
    rows = [
        (
            name,
            text.format(chips=its.chips, labelled=its.labelled, percent=f"{100 * its.labelled / whole:.1f}"),
        )
        for name, its in ((name, facts.sets[name]) for name in SPLITS if name in facts.sets)
    ]
    return page.table(rows)


def _classes(exported: Exported, facts: SetFacts, tr: Translate) -> str:
    """Return bars for each class, a column for each split; nothing of a format without labels."""
    if not exported.label_format.has_labels:
        return ""
    is_map = not exported.label_format.counts_objects
    rows = []
    for each in exported.classes:
        sizes = [
            facts.sets[name].per_class[each.value] if name in facts.sets else (0, 0.0) for name in SPLITS
        ]
        counts = tuple(round(pixels) if is_map else labels for labels, pixels in sizes)
        rows.append(ClassBar(class_name(each), each.color, counts))
    rows.sort(key=lambda row: -sum(row.counts))
    what = tr("Labelled pixels in {split}") if is_map else tr("Labels in {split}")
    titles = [what.format(split=name) for name in SPLITS]
    return page.chart(class_chart(titles, rows[:_MOST_CLASSES]))


def _map(blocks: BlockPlaces, tr: Translate) -> str:
    """Return the blocks in the colours of their splits, north up."""
    places = [np.array(blocks.get(name, ()), dtype=np.int64).reshape(-1, 2) for name in SPLITS]
    every = np.concatenate(places)
    if not len(every):
        return ""
    first = every.min(axis=0)
    step = int(-(-(every.max(axis=0) - first + 1).max() // _MOST_SQUARES))
    caption = tr("Each square is a block, north up; a chip lies in blocks of one colour alone.")
    if step > 1:
        caption = tr("Each square is one of {count} x {count} blocks, north up.").format(count=step)
    chart = block_chart(tr("Map of the blocks"), _squares([(its - first) // step for its in places]), COLORS)
    legend = page.legend(list(zip(SPLITS, COLORS)))
    return legend + page.chart(chart) + f"<p>{html_text(caption)}</p>"


def _squares(places: Sequence[NDArray[np.int64]]) -> NDArray[np.uint8]:
    """Return (rows, columns), the split of each square, NONE where there is none.

    Args:
        places: (squares, 2), column and row of those of each split, from 0.
    """
    columns, rows = np.concatenate(places).max(axis=0) + 1
    squares = np.full((rows, columns), NONE, dtype=np.uint8)
    for number, its in enumerate(places):
        squares[its[:, 1], its[:, 0]] = number
    return squares
