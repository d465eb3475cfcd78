"""Cut class maps to the chips of batches; any process can do it, QGIS or not."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Callable, NamedTuple

import numpy as np

from ...chipping.chip import ChipLabels, LabelObject, Need
from ...chipping.plan.grid import Place
from ...chipping.plan.listed import AnyBatch, ListedBatch
from ...chipping.retry import Stop
from ...chipping.statistics.bands import value_counts
from ...chipping.window import Window
from ...imagery.resampling.turned import PickedPlaces
from ..filters import EVERYTHING, ObjectFilter
from ..source import BatchLabels, CutLabels
from .class_pixels import ClassPixels
from .region_shapes import shapes_of
from .regions import Regions

if TYPE_CHECKING:
    from numpy.typing import NDArray

ReadClasses = Callable[[Window, Stop], "NDArray[Any]"]
"""Returns the class values of a window of the image, (rows, columns)."""


class ReadMap(NamedTuple):
    """Class values that have been read.

    Attributes:
        window: which pixels of the image they are of.
        values: (rows, columns).
    """

    window: Window
    values: NDArray[Any]

    @property
    def size(self) -> int:
        """Pixels."""
        return self.values.size

    def read(self, window: Window, stop: Stop) -> NDArray[Any]:
        """Return those of a part of the window."""
        return self.values[window.slices(self.window)]


@dataclass(frozen=True)
class MapCutter:
    """Finds the labels of chips in class maps.

    Attributes:
        size: rows and columns of the image.
        cell_area: area of a pixel (squared map units).
        need: what the label format takes.
        wanted: what a region has to be to become a label; of its whole it takes no notice.
        pixels: the classified raster, where this reads it itself.
        values: those that it holds, as far as they are known, 0 among them.
    """

    size: tuple[int, int]
    cell_area: float
    need: Need
    wanted: ObjectFilter = EVERYTHING
    pixels: ClassPixels | None = None
    values: Collection[int] = ()

    def cut(
        self, batch: AnyBatch, source: ReadMap | None, stop: Stop, places: Collection[Place] | None = None
    ) -> CutLabels:
        """Return the labels of each chip of a batch.

        Args:
            batch: the chips.
            source: class values of its window, None where this reads them itself.
            stop: raises Cancelled when the user has cancelled.
            places: those of the chips that are asked for, None for all.
        """
        classes = self.pixels if source is None else source
        assert classes is not None  # nosec B101
        return self.found(batch, classes.read, stop, places)

    def found(
        self, batch: AnyBatch, read: ReadClasses, stop: Stop, places: Collection[Place] | None = None
    ) -> CutLabels:
        """Return the same of what a call returns.

        Args:
            batch: the chips.
            read: returns class values.
            stop: raises Cancelled when the user has cancelled.
            places: those of the chips that are asked for, None for all.
        """
        labels, left_out = {}, 0
        for place, part in self._parts(batch, batch.places if places is None else places, read, stop):
            stop()
            if self.wanted.least_side > 0:
                part, small = self._sifted(part)
                left_out += small
            if part.any():
                labels[place] = self._chip_labels(part)
        return CutLabels(BatchLabels(labels), {"small": left_out})

    def _parts(
        self, batch: AnyBatch, places: Collection[Place], read: ReadClasses, stop: Stop
    ) -> Iterator[tuple[Place, NDArray[Any]]]:
        """Yield the class map of each chip, (rows, columns) of class values."""
        if isinstance(batch, ListedBatch):
            for place in places:
                tile = batch.chip(place).tile
                window = tile.reach.crop(*self.size)
                yield place, PickedPlaces(tile, window).of(read(window, stop), 0)
            return
        values = read(batch.window, stop)
        for place in places:
            yield place, values[batch.window_of(place).slices(batch.window)]

    def _sifted(self, part: NDArray[Any]) -> tuple[NDArray[Any], int]:
        """Return a chip's class map without the regions that are too small, and how many these are."""
        regions = Regions.of(part)
        small = self.wanted.small(regions.boxes)
        if not small.any():
            return part, 0
        return np.where(regions.pixels_of(small), part.dtype.type(0), part), int(small.sum())

    def _chip_labels(self, part: NDArray[Any]) -> ChipLabels:
        counted = pixel_counts(part, self.values)
        if Need.CLASS_MAP in self.need:
            return ChipLabels((), counted, partial(np.asarray, part))
        regions = Regions.of(part)
        labels = ChipLabels(tuple(self._objects(regions)), counted)
        if Need.OUTLINES in self.need:
            labels = labels._replace(shapes=partial(shapes_of, regions))
        if Need.MASKS in self.need:
            class_values, drawing = regions.masks()
            labels = labels._replace(masks=partial(drawing.images_by, class_values))
        return labels

    def _objects(self, regions: Regions) -> Iterator[LabelObject]:
        columns = regions.class_values, regions.boxes.astype(float), regions.pixels, regions.ends_inside
        each = zip(*(column.tolist() for column in columns))
        for number, (class_value, (top, left, bottom, right), pixels, whole) in enumerate(each, start=1):
            share = 1.0 if whole else None
            yield LabelObject(class_value, left, top, right, bottom, pixels * self.cell_area, number, share)


def pixel_counts(class_map: NDArray[Any], likely: Collection[int]) -> tuple[tuple[int, float], ...]:
    """Return class value and number of pixels of each class in a class map.

    Args:
        class_map: (rows, columns) of class values, 0 for nothing.
        likely: values that are expected.
    """
    counts = value_counts(class_map, likely)
    return tuple((value, float(count)) for value, count in counts.items() if value)
