"""What was given of labels to a format that has none, or none such, is not used nor part of the call."""

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

_OF_INSTANCES = (p.IN_INSTANCE_DATA, p.INSTANCE_CLASS_VALUE_FIELD)


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
        return _given_of(given, () if _takes_instances(options) else _OF_INSTANCES)
    if options.only_with_features:
        raise ExportError(
            "OUTPUT_NOFEATURE_TILES: {format} writes no labels, so no chip would show one; choose ALL_TILES.",
            format=options.metadata_format,
        )
    return _given_of(given, (*_OF_LABELS, *_OF_INSTANCES))


def _takes_instances(options: ExportOptions) -> bool:
    return LABEL_FORMATS[options.metadata_format].instances is not None


def _given_of(given: Given, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return which parameters have other values than their defaults."""
    rows = (row for row in table.parameters() if row.name in names)
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
    name = options.metadata_format
    if has_labels(options):
        takers = " and ".join(each for each, kind in LABEL_FORMATS.items() if kind.instances is not None)
        message = "{parameter}: it is for {formats}; {format} takes no notice of it."
        return [Message(message, parameter=each, formats=takers, format=name) for each in names]
    unlabelled = Message("{format} writes no labels and takes no notice of it.", format=name)
    return [unlabelled.said_of(each) for each in names]
