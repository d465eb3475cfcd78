"""Class data, and instances of another layer beside them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Callable

from ...chipping.chip import ChipLabels
from ...chipping.errors import ExportError
from ...chipping.plan.grid import Place
from ...chipping.plan.listed import AnyBatch
from ..class_scheme import ClassScheme
from ..source import BatchLabels, LabelledArea, LabelSource

INSTANCE_NAMES = {"IN_CLASS_DATA": "IN_INSTANCE_DATA", "CLASS_VALUE_FIELD": "INSTANCE_CLASS_VALUE_FIELD"}
"""What sentences about the instances call what they would else say of the class data."""


@contextmanager
def said_of_instances() -> Iterator[None]:
    """Have refusals name the parameters of the instances."""
    try:
        yield
    except ExportError as error:
        raise ExportError.saying(error.message.renamed(INSTANCE_NAMES)) from error


class TwoLayers:
    """A ``LabelSource`` of class maps, and of objects that chips hold beside them.

    Attributes:
        classes: gives class maps, and what statistics count.
        instances: gives masks.
        report: what happened to features of the class data on the way.
        counts_pixels: statistics count pixels of the class data.
    """

    uncut_source = None

    def __init__(self, classes: LabelSource, instances: LabelSource) -> None:
        """Take both.

        Args:
            classes: the class data.
            instances: those of the other layer.
        """
        self.classes, self.instances = classes, instances
        self.report, self.counts_pixels = classes.report, classes.counts_pixels

    def open(self, stop: Callable[[], None]) -> ClassScheme:
        """Return the classes of the class data; see ``LabelSource``."""
        return self.classes.open(stop)

    def open_instances(self, stop: Callable[[], None]) -> ClassScheme:
        """Return the classes of the instances, likewise.

        Args:
            stop: raises Cancelled when the user has cancelled.

        Raises:
            ExportError: they cannot be used.
        """
        with said_of_instances():
            return self.instances.open(stop)

    def read(
        self, batch: AnyBatch, stop: Callable[[], None], places: Collection[Place] | None = None
    ) -> BatchLabels:
        """Return the labels of a batch, of both layers; see ``LabelSource``."""
        found = self.classes.read(batch, stop, places)
        with said_of_instances():
            others = self.instances.read(batch, stop, places)
        return replace(found, chips=_together(batch, found, others))

    def take_inside(self, area: LabelledArea) -> None:
        """Cut all labels to an area."""
        self.classes.take_inside(area)
        self.instances.take_inside(area)

    def finish(self, stop: Callable[[], None]) -> None:
        """Report what no batch has met."""
        self.classes.finish(stop)
        with said_of_instances():
            self.instances.finish(stop)


def _together(batch: AnyBatch, found: BatchLabels, others: BatchLabels) -> Mapping[Place, ChipLabels]:
    """Return the labels of each chip that shows any of either layer."""
    chips = dict(found.chips)
    for place, its in others.chips.items():
        count = max(len(its.objects), len(its.counted))
        chips[place] = found.of(place)._replace(instances=its.masks, instance_count=count)
    return {place: chips[place] for place in batch.places if place in chips}
