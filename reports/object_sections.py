"""What the report tells of objects: their sizes by class, and where in the chips they lie."""

from __future__ import annotations

import numpy as np

from ..chipping.classes import Color
from ..writers.dataset.exported_sets import Exported
from . import page
from .charts import block_chart, class_name
from .facts import SetFacts
from .markup import html_text
from .page import Translate

_MOST_CLASSES = 40
_SHADES: tuple[Color, ...] = (
    *((238, 243, 248), (203, 222, 240), (158, 199, 228), (106, 171, 212)),
    *((62, 137, 192), (31, 104, 165), (9, 71, 128), (8, 41, 82)),
)
"""What squares are drawn in, from no label to the most."""


def object_sections(exported: Exported, facts: SetFacts, tr: Translate) -> list[str]:
    """Return the parts that tell of objects, none where no box is known.

    Args:
        exported: the export.
        facts: what all its chips come to.
        tr: gives the translation of an English text.
    """
    if not facts.heat.any():
        return []
    sizes = page.section(tr("Size and shape by class"), _sizes(exported, facts, tr))
    if facts.sizes_vary:  # each label fills its chip
        return [sizes]
    return [sizes, page.section(tr("Where in the chip labels lie"), _heat(facts, tr))]


def _sizes(exported: Exported, facts: SetFacts, tr: Translate) -> str:
    """Return a row for each class: sides of squares of its labels' areas, and width by height."""
    text = tr("sides {least} to {most}, on average {mean} pixels; width by height {aspect}")
    known = [(each, facts.per_class[each.value]) for each in exported.classes]
    rows = [
        (
            class_name(each),
            text.format(
                least=f"{its.least:.1f}",
                most=f"{its.most:.1f}",
                mean=f"{its.sides / its.labels:.1f}",
                aspect=f"{its.aspect:.2f}",
            ),
        )
        for each, its in known
        if its.labels and its.boxes
    ]
    return page.table(rows[:_MOST_CLASSES])


def _heat(facts: SetFacts, tr: Translate) -> str:
    """Return a map of the chip, darker where more labels have their middle, and the share cut at borders."""
    most, total = int(facts.heat.max()), int(facts.heat.sum())
    shades = np.ceil(facts.heat / most * (len(_SHADES) - 1)).astype(np.uint8)
    title = tr("Where in the chip labels lie")
    caption = tr(
        "Each square is a part of the chip; the darkest holds the middle of {most} labels. {percent} % of "
        "the labels reach the border of their chip, and are cut there."
    )
    said = caption.format(most=most, percent=round(100 * facts.cut / total))
    return page.chart(block_chart(title, shades, _SHADES)) + f"<p>{html_text(said)}</p>"
