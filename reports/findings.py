"""What a person should look at before training on an export."""

from __future__ import annotations

from collections.abc import Iterator

from ..chipping.classes import ClassTable
from ..chipping.messages import Message
from ..chipping.readable import listed
from .doubts import TINY
from .facts import SetFacts

_RARE = 50  # labels
_SHOWN = 20  # classes that a sentence lists
_TINY_SHARE = 0.1
_WHOLE_SHARE = 0.25
_IMBALANCE = 20
_EMPTY_SHARE = 0.8


def findings(
    facts: SetFacts, classes: ClassTable, is_class_map: bool, without_pixels: int, has_labels: bool = True
) -> list[Message]:
    """Return sentences about what may spoil a training.

    Args:
        facts: what the chips come to.
        classes: the class table.
        is_class_map: labels are class maps; sizes of objects say nothing then.
        without_pixels: chips that were left out since they have no valid pixel.
        has_labels: chips have labels at all.
    """
    return [
        *_class_findings(facts, classes, is_class_map),
        *([] if is_class_map else _size_findings(facts)),
        *(_empty_chips(facts) if has_labels else ()),
        *_chip_findings(facts, without_pixels),
    ]


def _class_findings(facts: SetFacts, classes: ClassTable, is_class_map: bool) -> Iterator[Message]:
    weights = {}
    for each in classes:
        its = facts.per_class[each.value]
        weights[each.value] = its.pixels if is_class_map else its.labels
    yield from _absent_and_rare(facts, classes, is_class_map)
    present = {value: weight for value, weight in weights.items() if weight}
    if present and max(present.values()) > _IMBALANCE * min(present.values()):
        names = {each.value: each.name for each in classes}
        most, least = max(present, key=present.__getitem__), min(present, key=present.__getitem__)
        message = "Classes are out of balance: {most} has {times} times as many labels as {least}."
        if is_class_map:
            message = "Classes are out of balance: {most} has {times} times as many pixels as {least}."
        yield Message(
            message,
            most=names[most],
            least=names[least],
            times=round(present[most] / present[least]),
        )


def _absent_and_rare(facts: SetFacts, classes: ClassTable, is_class_map: bool) -> Iterator[Message]:
    """Yield one sentence for all classes that are in no chip, and one for all that are rare."""
    counts = {each: facts.per_class[each.value].labels for each in classes}
    absent = [f"{each.value} ({each.name})" for each, count in counts.items() if not count]
    if absent:
        yield Message("Classes that are in no chip: {classes}.", classes=listed(absent, _SHOWN))
    rare = [f"{each.value} ({each.name}): {count}" for each, count in counts.items() if 0 < count < _RARE]
    if rare:
        message = "Rare classes, each with its labels, of which a model needs more than {limit}: {classes}."
        if is_class_map:
            message = "Rare classes, each with the chips that show it; {limit} are a start: {classes}."
        yield Message(message, classes=listed(rare, _SHOWN), limit=_RARE)


def _size_findings(facts: SetFacts) -> Iterator[Message]:
    total = facts.labels or 1
    if facts.tiny > _TINY_SHARE * total:
        yield Message(
            "{percent} % of the labels are smaller than {side} x {side} pixels; most models do not see them. "
            "Finer imagery or fewer small labels help.",
            percent=round(100 * facts.tiny / total),
            side=round(TINY),
        )
    if facts.whole > _WHOLE_SHARE * total:
        yield Message(
            "{percent} % of the labels fill their whole chip; larger tiles show where objects end.",
            percent=round(100 * facts.whole / total),
        )


def _empty_chips(facts: SetFacts) -> Iterator[Message]:
    if facts.chips and facts.empty > _EMPTY_SHARE * facts.chips:
        yield Message(
            "{percent} % of the chips show no label; ONLY_TILES_WITH_FEATURES leaves such chips out.",
            percent=round(100 * facts.empty / facts.chips),
        )


def _chip_findings(facts: SetFacts, without_pixels: int) -> Iterator[Message]:
    if without_pixels:
        message = "Chips left out since all their pixels are nodata: {count}."
        yield Message(message, count=without_pixels)
    if facts.poor:
        message = "Chips of which more than half is nodata or beyond the raster: {count}."
        yield Message(message, count=facts.poor)
