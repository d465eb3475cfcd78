"""Formats without labels: what was given of labels is not used, and is not part of the call."""

from __future__ import annotations

from dataclasses import replace

from ...chipping.errors import ExportError
from ...chipping.messages import Message
from ...export.options import ExportOptions
from ...writers import LABEL_FORMATS
from ..parameters import names as p
from ..parameters import table
from ..parameters.kinds import Given

_OF_LABELS = (
    *(p.IN_CLASS_DATA, p.CLASS_VALUE_FIELD, p.BUFFER_RADIUS, p.EMPTY_CHIPS_PERCENT),
    *("MIN_POLYGON_OVERLAP_RATIO", "MIN_OBJECT_SIZE", p.SELECTED_ONLY),
)


def has_labels(options: ExportOptions) -> bool:
    """Return whether chips are written with labels."""
    return LABEL_FORMATS[options.metadata_format].has_labels


def unused(given: Given, options: ExportOptions) -> tuple[str, ...]:
    """Return the parameters that are given though the format takes no notice of them.

    Args:
        given: what the user gave.
        options: the settings.

    Raises:
        ExportError: only chips with labels are wanted, and the format has none.
    """
    if has_labels(options):
        return ()
    if options.only_with_features:
        raise ExportError(
            "OUTPUT_NOFEATURE_TILES: {format} writes no labels, so no chip would show one; choose ALL_TILES.",
            format=options.metadata_format,
        )
    rows = (row for row in table.parameters() if row.name in _OF_LABELS)
    return tuple(row.name for row in rows if row.kind.recorded(given, row.name) not in (None, row.default))


def without(options: ExportOptions, names: tuple[str, ...]) -> ExportOptions:
    """Return settings in which some parameters have their defaults.

    Args:
        options: the settings.
        names: the parameters.
    """
    rows = [row for row in table.parameters() if row.name in names and row.option]
    return replace(options, **{row.option: row.as_option(row.default) for row in rows})


def unused_warnings(options: ExportOptions, names: tuple[str, ...]) -> list[Message]:
    """Return what is to be said of parameters that are given in vain.

    Args:
        options: the settings.
        names: the parameters.
    """
    message = Message("{format} writes no labels and takes no notice of it.", format=options.metadata_format)
    return [message.said_of(name) for name in names]
