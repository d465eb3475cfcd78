"""Choose chips of an export and draw them."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..writers.dataset.exported_set import ExportedSet
from ..writers.dataset.exported_sets import Exported
from ..writers.dataset.reading import Entry
from ..writers.encoding.png import encode_png
from ..writers.labels.shown import ShownLabels
from .facts import SetFacts
from .picture import SIDE, Preview, draw_labels, preview, stretched

MOST = 24
"""Chips on a sheet."""

_DOUBTFUL = 8  # of them, at most, for labels that may be errors
_NAMED = 12  # labels of a chip; on more, no names are written


class SheetChip(NamedTuple):
    """A chip of the sheet.

    Attributes:
        stem: file name without extension.
        labels: number of its labels.
        classes: names of the classes that it shows, and the number of labels of each.
        source: its picture as a data URI.
        width: columns of the picture as it is shown at first (pixels).
        height: rows of it (pixels).
        names: class of each label, and the share of the picture, across and down, at which it begins;
            none where they are many.
    """

    stem: str
    labels: int
    classes: Sequence[tuple[str, int]]
    source: str
    width: int
    height: int
    names: Sequence[tuple[str, float, float]] = ()


def chosen_chips(facts: SetFacts) -> list[int]:
    """Return the places of the chips to draw, at most MOST.

    First come chips whose labels are doubtful, the likeliest errors before others;
    then, in their order, chips of every class, rare classes before common ones,
    chips with labels spread evenly over all, and others where there is room.

    Args:
        facts: what the chips come to.
    """
    doubtful = facts.doubts.places[:_DOUBTFUL]
    rarest = sorted(facts.per_class.values(), key=lambda each: each.labels)
    chosen = {place: None for each in rarest for place in each.examples[:1]}
    for source in (_spread(facts.shown.tolist()), _spread(range(facts.chips))):
        chosen.update(dict.fromkeys(source))
    others = [place for place in chosen if place not in doubtful]
    return doubtful + sorted(others[: MOST - len(doubtful)])


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
    order = {place: number for number, place in enumerate(sorted(places))}
    ascending = exported.chosen(sorted(places))
    found = [ascending[order[place]] for place in places]
    previews = [_preview(its_set, entry, bands) for its_set, entry in found]
    chips = []
    for (its_set, entry), its, picture in zip(found, previews, stretched(previews)):
        labels = its_set.labels(entry)
        draw_labels(picture, its.scale, labels, colors)
        source = "data:image/png;base64," + base64.b64encode(encode_png(picture)).decode("ascii")
        height, width = picture.shape[:2]
        counts = Counter(each.class_value for each in labels.sizes())
        classes = [(names[value], count) for value, count in sorted(counts.items())]
        shown = min(1.0, SIDE / max(width, height))
        size = round(width * shown), round(height * shown)
        written = _written(labels, names, (its_set.width, its_set.height))
        chips.append(SheetChip(entry.stem, sum(counts.values()), classes, source, *size, written))
    return chips


def _written(
    labels: ShownLabels, names: Mapping[int, str], tile: tuple[int, int]
) -> list[tuple[str, float, float]]:
    """Return what is written on a picture: the class of each label, and where."""
    boxes = labels.places()
    if len(boxes) > _NAMED:
        return []
    return [(names[each.class_value], each.left / tile[0], each.top / tile[1]) for each in boxes]


def _preview(exported: ExportedSet, entry: Entry, bands: Sequence[int]) -> Preview:
    with exported.image(entry) as dataset:
        return preview(dataset, bands)
