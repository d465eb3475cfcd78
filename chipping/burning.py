"""Label images from shapes: a pixel belongs to a shape where its centre lies."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Callable, NamedTuple

import numpy as np
from osgeo import gdal, ogr

from .chip import ChipLabels, LabelObject
from .errors import ExportError
from .filling import Runs, fill, paint
from .grid import Batch, Grid
from .labels import BatchLabels, ObjectLists, Place
from .outlines import Outlines

if TYPE_CHECKING:
    from numpy.typing import NDArray


def memory_vector() -> Any:
    """Return an empty vector dataset in memory, whatever the GDAL version calls its driver."""
    driver = ogr.GetDriverByName("Memory") or ogr.GetDriverByName("MEM")
    return driver.CreateDataSource("")


def run_gdal(call: Callable[[], int]) -> None:
    """Run a GDAL function that returns 0, or raises where GDAL is set to.

    Raises:
        ExportError: it failed.
    """
    # What went wrong becomes the error; beside it GDAL warns that pixel space has no CRS.
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        failed = call()
    except RuntimeError as error:
        raise ExportError("GDAL failed: {reason}", reason=error) from error
    finally:
        gdal.PopErrorHandler()
    if failed:
        raise ExportError("GDAL failed: {reason}", reason=gdal.GetLastErrorMsg())


def counted(objects: Iterable[LabelObject]) -> tuple[tuple[int, float], ...]:
    """Return class value and area of objects, as statistics count them."""
    return tuple((each.class_value, each.area) for each in objects)


@dataclass(frozen=True)
class LabelImages:
    """The labels of a batch, to be drawn as images.

    Attributes:
        grid: all chips.
        batch: the chips.
        outlines: the labels (pixels); number 1 is the first.
        class_values: the class of each.
        objects: the objects of each chip.
    """

    grid: Grid
    batch: Batch
    outlines: Outlines
    class_values: Sequence[int]
    objects: ObjectLists

    def class_maps(self) -> tuple[BatchLabels, int]:
        """Return labels with class maps, and how many objects no pixel shows."""
        numbers = self._painted(np.ones(len(self.outlines), dtype=bool))
        values = np.array([0, *self.class_values], dtype=np.int32)
        labels, unseen = {}, 0
        for place, found in self.objects.items():
            part = self._part(numbers, place)
            unseen += sum(not (part[_room(each)] == each.number).any() for each in found)
            labels[place] = ChipLabels(tuple(found), counted(found), values[part])
        return BatchLabels(labels), unseen

    def instance_masks(self) -> tuple[BatchLabels, int]:
        """Return labels with masks, and how many objects no pixel shows.

        An object that covers no pixel's centre, or that later objects of its
        class hide, has no instance; it is no object of the chip.
        """
        classes = np.asarray(self.class_values)
        painted = {value: self._painted(classes == value) for value in np.unique(classes).tolist()}
        labels, unseen = {}, 0
        for place, found in self.objects.items():
            masks: dict[int, _Mask] = {}
            for value in sorted({each.class_value for each in found}):
                masks[value] = _Mask.of(
                    self._part(painted[value], place), [each for each in found if each.class_value == value]
                )
            seen = {number for mask in masks.values() for number in mask.seen}
            kept = tuple(each for each in found if each.number in seen)
            unseen += len(found) - len(kept)
            if kept:
                images = {value: mask.pixels for value, mask in masks.items() if mask.seen}
                labels[place] = ChipLabels(kept, counted(kept), None, images)
        return BatchLabels(labels), unseen

    @cached_property
    def _runs(self) -> Runs:
        return fill(self.outlines, self.batch.window)

    def _painted(self, wanted: NDArray[np.bool_]) -> NDArray[np.int32]:
        """Return the batch's pixels with the numbers of some labels, the later one on top."""
        numbers = np.arange(1, len(self.outlines) + 1, dtype=np.int32)
        return paint(self._runs.of(wanted), numbers, self.batch.window)

    def _part(self, numbers: NDArray[np.int32], place: Place) -> NDArray[np.int32]:
        """Return a chip's part of the batch's pixels."""
        window, whole = self.grid.window(place[1], place[0]), self.batch.window
        top, left = window.row_off - whole.row_off, window.col_off - whole.col_off
        return numbers[top : top + window.height, left : left + window.width]


class _Mask(NamedTuple):
    """A chip's mask of one class.

    Attributes:
        pixels: (rows, columns) of object numbers 1..n, 0 for nothing.
        seen: the labels that it shows.
    """

    pixels: NDArray[Any]
    seen: frozenset[int]

    @classmethod
    def of(cls, numbers: NDArray[np.int32], objects: Sequence[LabelObject]) -> _Mask:
        """Return the mask that shows a chip's objects of a class.

        Args:
            numbers: (rows, columns), which label each pixel shows, 0 for none.
            objects: the objects, in order.
        """
        pixels = np.zeros(numbers.shape, dtype=np.min_scalar_type(len(objects)))
        seen: list[int] = []
        for each in objects:
            room = _room(each)
            own = numbers[room] == each.number
            if own.any():
                seen.append(each.number)
                pixels[room][own] = len(seen)
        return cls(pixels, frozenset(seen))


def _room(each: LabelObject) -> tuple[slice, slice]:
    """Return the rows and columns of a chip that an object's box meets."""
    return slice(int(each.top), math.ceil(each.bottom)), slice(int(each.left), math.ceil(each.right))
