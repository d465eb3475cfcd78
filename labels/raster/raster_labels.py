"""Labels from a classified raster, nearest neighbour on the image's pixels."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Callable

import numpy as np

from ...chipping.chip import ChipLabels, LabelObject, Need
from ...chipping.frame import PixelFrame
from ...chipping.plan.grid import Grid, Place
from ...chipping.plan.listed import AnyBatch, ListedBatch
from ...chipping.plan.turned import TurnedTile
from ...chipping.statistics.bands import value_counts
from ...chipping.window import Window
from ...imagery.imagery import Imagery
from ...imagery.resampling.turned import PickedPlaces
from ..class_scheme import ClassScheme
from ..filters import EVERYTHING, ObjectFilter
from ..source import BatchLabels, LabelledArea, LabelReport
from .class_raster import ClassRaster
from .region_shapes import shapes_of
from .regions import Regions

if TYPE_CHECKING:
    from numpy.typing import NDArray


class RasterLabels:
    """Reads the class map of a batch and finds the objects of its chips."""

    counts_pixels = True
    shape_source = None

    def __init__(
        self,
        raster: ClassRaster,
        frame: PixelFrame,
        grid: Grid,
        need: Need = Need.CLASS_MAP,
        wanted: ObjectFilter = EVERYTHING,
    ) -> None:
        """Keep where classes come from and where they go.

        Args:
            raster: the classified raster on the image's pixels.
            frame: the image's pixels on the map.
            grid: the chips.
            need: what the label format takes.
            wanted: what a region has to be to become a label; of its whole it takes no notice.
        """
        own = raster.imagery.frame
        self.report = LabelReport(total=own.width * own.height)
        self._raster = raster
        self._frame = frame
        self._grid = grid
        self._need = need
        self._wanted = wanted
        self._area: LabelledArea | None = None

    @property
    def imagery(self) -> Imagery:
        """The classified raster as it is."""
        return self._raster.imagery

    def open(self, stop: Callable[[], None]) -> ClassScheme:
        """Return the classes that the raster shows under the chips, and those that it names.

        Args:
            stop: raises Cancelled when the user has cancelled.

        Raises:
            ExportError: a value is negative, not whole, or cannot be read.
        """
        return ClassScheme(self._raster.classes(self._grid.whole, stop))

    def read(
        self, batch: AnyBatch, stop: Callable[[], None], places: Collection[Place] | None = None
    ) -> BatchLabels:
        """Return the labels of each chip of a batch.

        Args:
            batch: the chips.
            places: those of them that are asked for, None for all.
            stop: raises Cancelled when the user has cancelled.
        """
        labels = {}
        for place, part in self._parts(batch, batch.places if places is None else places, stop):
            stop()
            if self._wanted.least_side > 0:
                part = self._sifted(part)
            if part.any():
                labels[place] = self._chip_labels(part)
        return BatchLabels(labels)

    def _parts(
        self, batch: AnyBatch, places: Collection[Place], stop: Callable[[], None]
    ) -> Iterator[tuple[Place, NDArray[Any]]]:
        """Yield the class map of each chip, (rows, columns) of class values."""
        if isinstance(batch, ListedBatch):
            for place in places:
                yield place, self._turned(batch.chip(place).tile, stop)
            return
        values = self._classes(batch.window, stop)
        for place in places:
            yield place, values[batch.window_of(place).slices(batch.window)]

    def _turned(self, tile: TurnedTile, stop: Callable[[], None]) -> NDArray[Any]:
        """Return the class values under the centres of a tile's pixels, 0 beyond the image."""
        window = tile.reach.crop(self._frame.height, self._frame.width)
        return PickedPlaces(tile, window).of(self._classes(window, stop), 0)

    def _classes(self, window: Window, stop: Callable[[], None]) -> NDArray[Any]:
        """Return the class values of a window."""
        values = self._raster.read(window, stop)
        if self._area is not None:
            self._area.clear(values, window)
        return values

    def take_inside(self, area: LabelledArea) -> None:
        """Take the classes of pixels outside an area away from now on."""
        self._area = area

    def finish(self, stop: Callable[[], None]) -> None:
        """Have nothing to add: every pixel of the image has been looked at."""

    def _sifted(self, part: NDArray[Any]) -> NDArray[Any]:
        """Return a chip's class map without the regions that are too small."""
        regions = Regions.of(part)
        small = self._wanted.small(regions.boxes)
        if not small.any():
            return part
        self.report.count(small=int(small.sum()))
        return np.where(regions.pixels_of(small), part.dtype.type(0), part)

    def _chip_labels(self, part: NDArray[Any]) -> ChipLabels:
        counted = pixel_counts(part)
        if Need.CLASS_MAP in self._need:
            return ChipLabels((), counted, partial(np.asarray, part))
        regions = Regions.of(part)
        labels = ChipLabels(tuple(self._objects(regions)), counted)
        if Need.OUTLINES in self._need:
            labels = labels._replace(shapes=partial(shapes_of, regions))
        if Need.MASKS in self._need:
            class_values, drawing = regions.masks()
            labels = labels._replace(masks=partial(drawing.images_by, class_values))
        return labels

    def _objects(self, regions: Regions) -> Iterator[LabelObject]:
        cell = self._frame.cell_x * self._frame.cell_y
        columns = regions.class_values, regions.boxes.astype(float), regions.pixels, regions.ends_inside
        each = zip(*(column.tolist() for column in columns))
        for number, (class_value, (top, left, bottom, right), pixels, whole) in enumerate(each, start=1):
            share = 1.0 if whole else None
            yield LabelObject(class_value, left, top, right, bottom, pixels * cell, number, share)


def pixel_counts(class_map: NDArray[Any]) -> tuple[tuple[int, float], ...]:
    """Return class value and number of pixels of each class in a class map.

    Args:
        class_map: (rows, columns) of class values, 0 for nothing.
    """
    counts = value_counts(class_map)
    return tuple((value, float(count)) for value, count in counts.items() if value)
