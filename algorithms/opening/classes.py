"""The classes of a call as its format can hold them."""

from __future__ import annotations

from typing import Callable, NamedTuple

from ...chipping.classes import ClassTable, composed
from ...chipping.messages import Message
from ...chipping.steps import Step
from ...export.sets.stored_export import StoredExport
from ...labels.class_scheme import ClassScheme
from ...labels.panoptic.two_layers import INSTANCE_NAMES, TwoLayers, said_of_instances
from ...labels.source import LabelSource
from ...writers.base import LabelFormat


class OpenedClasses(NamedTuple):
    """The classes of an export.

    Attributes:
        scheme: how labels become classes.
        table: the class table, with the classes of an export that is added to.
        instances: that of instances beside the labels, None where there are none.
        renamed: what is to be said of classes that have another name in the set.
    """

    scheme: ClassScheme
    table: ClassTable
    instances: ClassTable | None
    renamed: tuple[Message, ...]


def opened_classes(
    labels: LabelSource,
    label_format: type[LabelFormat],
    stored: StoredExport | None,
    stop: Callable[[], None],
) -> OpenedClasses:
    """Open the labels and return their classes.

    Args:
        labels: where labels come from.
        label_format: their format.
        stored: the export that is added to, if any.
        stop: raises Cancelled when the user has cancelled.

    Raises:
        ExportError: the labels cannot be used, or the format cannot hold a class.
    """
    with Step("Reading the classes"):
        scheme = labels.open(stop)
    table = label_format.accepts(scheme.table, stored.classes if stored is not None else None)
    said = _renamed(label_format, scheme.table, table)
    if not isinstance(labels, TwoLayers) or label_format.instances is None:
        return OpenedClasses(scheme, table, None, said)
    with Step("Reading the classes"):
        its = labels.open_instances(stop)
    with said_of_instances():
        instances = label_format.instances.accepts(
            its.table, stored.instance_classes if stored is not None else None
        )
    others = _renamed(label_format.instances, its.table, instances)
    renamed = (each.renamed(INSTANCE_NAMES) for each in others)
    return OpenedClasses(scheme, table, instances, (*said, *renamed))


def _renamed(label_format: type[LabelFormat], table: ClassTable, accepted: ClassTable) -> tuple[Message, ...]:
    """Return what is to be said of classes that have another name in the set."""
    names = {each.value: each for each in accepted}
    return tuple(
        label_format.renamed(each, names[each.value])
        for each in table
        if composed(names[each.value].name) != composed(each.name)
    )
