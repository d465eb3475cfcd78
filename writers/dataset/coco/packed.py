"""The annotations of a chip as numbers: what is kept of a chip until ``labels.json`` is written.

Numbers are written as text at the end, those of many chips at once, and no number makes a line
of another form than an export writes, whoever packed it.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

MOST = 10**10
"""Numbers are below it: hundredths of pixels, and pixels."""

_HEAD = struct.Struct("<cI")  # type and number of the items of an array
_EMPTY = _HEAD.pack(b"B", 0)
_TYPES = {b"B": "<u1", b"H": "<u2", b"I": "<u4", b"Q": "<u8", b"d": "<f8"}
_LARGEST = ((b"B", 2**8), (b"H", 2**16), (b"I", 2**32), (b"Q", 2**64))


class PackedAnnotations(NamedTuple):
    """The annotations of a chip, or of several; lengths in hundredths of pixels.

    Attributes:
        images: (annotations), id of the image.
        categories: (annotations), id of the category.
        boxes: (annotations, 4), left, top, width, height.
        areas: (annotations), squared pixels.
        rings: (annotations), polygons of each, 0 where it is run lengths.
        points: (rings), points of each polygon.
        places: (points, 2), x and y.
        counts: (annotations), run lengths of each, 0 where it is polygons.
        runs: (counts), the run lengths.
    """

    images: Numbers
    categories: Numbers
    boxes: Numbers
    areas: Numbers
    rings: Numbers
    points: Numbers
    places: Numbers
    counts: Numbers
    runs: Numbers

    def packed(self) -> bytes:
        """Return them as bytes."""
        return b"".join(map(_array, self))

    @classmethod
    def unpacked(cls, record: bytes) -> PackedAnnotations:
        """Return what ``packed`` gave.

        Raises:
            ValueError: it is not what any annotations are packed as.
        """
        arrays = _arrays(memoryview(record))
        if len(arrays) != len(cls._fields):
            raise ValueError(f"there are {len(arrays)} arrays")
        found = cls(*arrays)
        return found._replace(boxes=found.boxes.reshape(-1, 4), places=found.places.reshape(-1, 2))

    @classmethod
    def together(cls, records: Sequence[bytes], images: Sequence[int], side: int) -> PackedAnnotations:
        """Return the annotations of several chips.

        Args:
            records: of each, packed.
            images: id of the image of each.
            side: the longer one of a chip (pixels).

        Raises:
            ValueError: they are not what annotations of these images are packed as.
        """
        parts = list(map(cls.unpacked, records))
        found = cls.joined(parts)
        found._check()
        if max(int(each.max(initial=0)) for each in (found.boxes, found.places)) > 100 * side:
            raise ValueError("a label reaches out of its chip")
        if (found.images != np.repeat(images, [len(each.images) for each in parts])).any():
            raise ValueError("annotations are of another image")
        return found

    def _check(self) -> None:
        """Raise ValueError where arrays do not belong together."""
        total = len(self.images)
        sizes = map(len, (self.categories, self.boxes, self.areas, self.rings, self.counts))
        if not total or {*sizes} != {total} or any(each.dtype.kind != "u" for each in self.whole_numbers):
            raise ValueError("arrays are of another size or type")
        if max(int(each.max(initial=0)) for each in self.whole_numbers) >= MOST:
            raise ValueError("a number is larger than any")
        ends = (len(self.points), len(self.places), len(self.runs))
        if tuple(int(each.sum()) for each in (self.rings, self.points, self.counts)) != ends:
            raise ValueError("polygons or run lengths do not add up")
        if ((self.rings > 0) == (self.counts > 0)).any() or not self.points.all():
            raise ValueError("there is not one segmentation of each annotation")
        if self.areas.dtype.kind != "f" or not np.isfinite(self.areas).all():
            raise ValueError("an area is no number")

    @property
    def whole_numbers(self) -> tuple[Numbers, ...]:
        """All arrays but the areas."""
        return (*self[:3], *self[4:])

    @classmethod
    def joined(cls, parts: Sequence[PackedAnnotations]) -> PackedAnnotations:
        """Return those of several chips together."""
        return cls(*(np.concatenate(each) for each in zip(*parts)))


def _array(array: Numbers) -> bytes:
    """Return an array as bytes: whole numbers, none below 0, in as few of them as its largest takes."""
    if not array.size:
        return _EMPTY
    code = b"d"
    if array.dtype.kind != "f":
        largest = array.max()
        code = next(code for code, end in _LARGEST if largest < end)
    return _HEAD.pack(code, array.size) + array.astype(_TYPES[code]).tobytes()


def _arrays(record: memoryview) -> list[Numbers]:
    """Return arrays that stand one behind another."""
    found, place = [], 0
    while place < len(record):
        try:
            code, count = _HEAD.unpack_from(record, place)
            found.append(np.frombuffer(record, _TYPES[code], count, place + _HEAD.size))
        except (struct.error, KeyError) as error:
            raise ValueError("an array is cut short or of no known type") from error
        place += _HEAD.size + found[-1].nbytes
    return found
