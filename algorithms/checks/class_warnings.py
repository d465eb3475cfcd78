"""What is to be said of the classes before any chip is written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...chipping.chip import Need
from ...chipping.classes import ClassTable, shortened
from ...chipping.errors import ExportError
from ...chipping.messages import Message
from ...chipping.readable import listed
from ...labels.class_scheme import ClassScheme
from ..preparation import Preparation

_MANY = 50  # classes that need a second look
_FEW = 10  # features that may well have a class each
_SHOWN = 10  # values that a sentence lists
_UNREADABLE = re.compile("[\ufffd\ud800-\udfff]")  # what stands for bytes that are no text in their encoding


def class_warnings(preparation: Preparation, scheme: ClassScheme) -> list[Message]:
    """Return what is to be said of the classes.

    Raises:
        ExportError: no label would show, and the export needs one.
    """
    hidden = _without_class(preparation, scheme) or _class_0(preparation, scheme)
    if hidden and preparation.needs_label and not any(scheme.table.values):
        raise ExportError.saying(hidden)
    of_raster = preparation.labels.counts_pixels
    many = _many(len(scheme.table), preparation, scheme.field)
    found = [hidden, many, _mixed(scheme), _unreadable(scheme.table, of_raster)]
    return [each for each in found if each is not None]


def _without_class(preparation: Preparation, scheme: ClassScheme) -> Message | None:
    """Return what is to be said where no label has a class."""
    total = preparation.labels.report.total
    if len(scheme.table) or not total:
        return None
    if preparation.labels.counts_pixels:
        return Message(
            "IN_CLASS_DATA: the class raster shows no class on the image; all its pixels are 0 or nodata."
        )
    return Message(
        "CLASS_VALUE_FIELD: all {count} values of {field} are NULL or blank, so no feature has a class.",
        count=total,
        field=scheme.field,
    )


def _class_0(preparation: Preparation, scheme: ClassScheme) -> Message | None:
    """Return what is to be said of labels of class 0 in class maps, where 0 is nothing."""
    if Need.CLASS_MAP not in preparation.label_format.need:
        return None
    zero = next((each for each in scheme.table if each.value == 0), None)
    if zero is None:
        return None
    return Message(
        "CLASS_VALUE_FIELD: {format} cannot tell class 0 ({name}) from no class: its labels do not show, "
        "and a chip with no others counts as one without labels; give that class another value in {field}.",
        format=preparation.label_format.name,
        name=zero.shown_name,
        field=scheme.field,
    )


def _many(count: int, preparation: Preparation, field: str) -> Message | None:
    """Return what is to be said of more classes than a model is trained on, or of one for each feature."""
    if preparation.labels.counts_pixels:
        message = "IN_CLASS_DATA: the raster holds {count} classes; check that it is one of classes."
        return Message(message, count=count) if count > _MANY else None
    total = preparation.labels.report.total
    if count == total > _FEW:
        return Message(
            "CLASS_VALUE_FIELD: each of the {count} features has a class of its own in {field}; choose a "
            "field of kinds, not of names or numbers of features.",
            count=count,
            field=field,
        )
    message = "CLASS_VALUE_FIELD: {field} gives {count} classes; check that it is the field of kinds."
    return Message(message, count=count, field=field) if count > _MANY else None


def _mixed(scheme: ClassScheme) -> Message | None:
    """Return what is to be said of a field that holds numbers and other text."""
    if not scheme.odd:
        return None
    return Message(
        "CLASS_VALUE_FIELD: {field} mixes whole numbers with other text ({odd}), so all its values are "
        "numbered by name, and a number is not its own class value; correct the odd ones if that is not "
        "meant.",
        field=scheme.field,
        odd=_listed(scheme.odd),
    )


def _unreadable(table: ClassTable, of_raster: bool) -> Message | None:
    """Return what is to be said of names that were read in an encoding that is not theirs."""
    names = [each.shown_name for each in table if _UNREADABLE.search(each.name)]
    if not names:
        return None
    if of_raster:
        message = "IN_CLASS_DATA: class names that are not in UTF-8 have lost letters: {names}; rename them."
    else:
        message = (
            "IN_CLASS_DATA: class names have lost letters: {names}; set the layer's encoding (Layer "
            "Properties > Source) to the one that its text is in."
        )
    return Message(message, names=_listed(names))


def _listed(texts: Sequence[str]) -> str:
    """Return texts as a sentence lists them, in quotation marks; of many only the first."""
    return listed(texts, _SHOWN, lambda text: f'"{shortened(text)}"')
