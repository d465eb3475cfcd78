"""Choose chips of an export and draw them."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from ..writers.dataset.exported_set import ExportedSet
from ..writers.dataset.exported_sets import Exported
from ..writers.dataset.reading import Entry
from ..writers.encoding.png import encode_png
from .facts import SetFacts
from .picture import Preview, draw_labels, preview, stretched

MOST = 24
"""Chips on a sheet."""


class SheetChip(NamedTuple):
    """A chip of the sheet.

    Attributes:
        stem: file name without extension.
        labels: number of its labels.
        classes: names of the classes that it shows, and the number of labels of each.
        source: its picture as a data URI.
        width: columns of the picture (pixels).
        height: rows of the picture (pixels).
    """

    stem: str
    labels: int
    classes: Sequence[tuple[str, int]]
    source: str
    width: int
    height: int


def chosen_chips(facts: SetFacts) -> list[int]:
    """Return the places of the chips to draw, at most MOST.

    First come chips of every class, rare classes before common ones, then
    chips with labels spread evenly over all, then others where there is room.

    Args:
        facts: what the chips come to.
    """
    rarest = sorted(facts.per_class.values(), key=lambda each: each.labels)
    chosen = {place: None for each in rarest for place in each.examples[:1]}
    for source in (_spread(facts.shown.tolist()), _spread(range(facts.chips))):
        chosen.update(dict.fromkeys(source))
    return sorted(list(chosen)[:MOST])


def _spread(places: Sequence[int]) -> list[int]:
    count = min(MOST, len(places))
    return [places[number * len(places) // count] for number in range(count)]


def contact_sheet(exported: Exported, places: Sequence[int], bands: Sequence[int]) -> list[SheetChip]:
    """Return pictures of chips with their labels in class colours.

    Args:
        exported: the export.
        places: which chips.
        bands: numbers of the bands to show as red, green, blue; empty for those that say so.

    Raises:
        ExportError: a chip cannot be read.
    """
    colors = {each.value: each.color for each in exported.classes}
    names = {each.value: each.name for each in exported.classes}
    found = exported.chosen(places)
    previews = [_preview(its_set, entry, bands) for its_set, entry in found]
    chips = []
    for (its_set, entry), its, picture in zip(found, previews, stretched(previews)):
        labels = its_set.labels(entry)
        draw_labels(picture, its.scale, labels, colors)
        source = "data:image/png;base64," + base64.b64encode(encode_png(picture)).decode("ascii")
        height, width = picture.shape[:2]
        counts = Counter(each.class_value for each in labels.sizes())
        classes = [(names[value], count) for value, count in sorted(counts.items())]
        chips.append(SheetChip(entry.stem, sum(counts.values()), classes, source, width, height))
    return chips


def _preview(exported: ExportedSet, entry: Entry, bands: Sequence[int]) -> Preview:
    with exported.image(entry) as dataset:
        return preview(dataset, bands)
