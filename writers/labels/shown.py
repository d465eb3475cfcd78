"""What the label files of a chip show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Callable, NamedTuple

import numpy as np

from ...chipping.statistics.bands import value_counts

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[Any]


class BoxLabel(NamedTuple):
    """A box in pixels from the chip's upper-left corner."""

    class_value: int
    left: float
    top: float
    right: float
    bottom: float


class ShapeLabel(NamedTuple):
    """An object by its outline, or by its pixels.

    Attributes:
        class_value: the class.
        area: what it covers (pixels).
        rings: its outlines, each (points, 2), in pixels from the chip's upper-left corner.
        mask: draws (rows, columns), True where the object is; None where it has rings.
    """

    class_value: int
    area: float
    rings: Sequence[Array] = ()
    mask: Callable[[], Array] | None = None


class LabelSize(NamedTuple):
    """How large one label is.

    Attributes:
        class_value: the class.
        area: what it covers (pixels).
    """

    class_value: int
    area: float


class ShownLabels(NamedTuple):
    """What the label files of a chip show; each format fills in what it holds.

    Attributes:
        boxes: one per object.
        shapes: one per object, beside its box or in place of one.
        masks: by class value, (rows, columns) of object numbers, 0 for nothing.
        class_map: (rows, columns) of class values, 0 for nothing.
        whole: classes that the chip as a whole is labelled with, each as large as the chip.
    """

    boxes: Sequence[BoxLabel] = ()
    shapes: Sequence[ShapeLabel] = ()
    masks: Mapping[int, Array] = {}
    class_map: Array | None = None
    whole: Sequence[LabelSize] = ()

    def of_size(self, size: tuple[int, int]) -> ShownLabels:
        """Return the same of a chip of another size (columns and rows) than most have."""
        area = float(size[0] * size[1])
        return self._replace(whole=[LabelSize(each.class_value, area) for each in self.whole])

    def places(self) -> list[BoxLabel]:
        """Return the box of each object; a class map and the classes of whole chips have none."""
        if self.boxes:
            return list(self.boxes)
        found = [BoxLabel(each.class_value, *_extent(each)) for each in self.shapes]
        for value, mask in self.masks.items():
            found += [BoxLabel(value, *sides) for sides in _extents(mask)]
        return found

    def sizes(self) -> list[LabelSize]:
        """Return the size of each label: of each object, or of each class of a class map."""
        if self.shapes:
            sizes = [LabelSize(each.class_value, each.area) for each in self.shapes]
        else:
            sizes = [
                LabelSize(each.class_value, (each.right - each.left) * (each.bottom - each.top))
                for each in self.boxes
            ]
        for value, mask in self.masks.items():
            sizes += [LabelSize(value, area) for area in np.bincount(mask.ravel())[1:].tolist()]
        sizes += self.whole
        if self.class_map is not None:
            counts = value_counts(self.class_map)
            sizes += [LabelSize(value, area) for value, area in counts.items() if value]
        return sizes


def _extent(shape: ShapeLabel) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of an object (pixels)."""
    if shape.mask is not None:
        sides = _extents(shape.mask())
        return sides[0] if sides else (0.0, 0.0, 0.0, 0.0)
    points = np.concatenate(list(shape.rings))
    (left, top), (right, bottom) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    return left, top, right, bottom


def _extents(numbers: Array) -> list[tuple[float, float, float, float]]:
    """Return left, top, right and bottom of each object of a mask (pixels).

    Args:
        numbers: (rows, columns), of objects from 1; 0, or False, is nothing.
    """
    rows, columns = np.nonzero(numbers)
    if not len(rows):
        return []
    objects, found = np.unique(numbers[rows, columns], return_inverse=True)
    spans = [
        _spans(len(objects), found.ravel(), places, size)
        for places, size in zip((columns, rows), numbers.shape[::-1])
    ]
    (left, right), (top, bottom) = spans
    return list(zip(left, top, right, bottom))


def _spans(count: int, found: Array, places: Array, size: int) -> tuple[list[float], list[float]]:
    """Return where each object begins and ends along an axis.

    Args:
        count: number of objects.
        found: the object of each pixel, from 0.
        places: the place of each pixel along the axis.
        size: number of places.
    """
    seen = np.zeros((count, size), dtype=bool)
    seen[found, places] = True
    begin, end = seen.argmax(axis=1), size - seen[:, ::-1].argmax(axis=1)
    return begin.astype(np.float64).tolist(), end.astype(np.float64).tolist()
