"""COCO: the boxes and outlines of all chips in one JSON file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

from ...chipping.chip import Chip, ImageProfile, Need, ObjectShape
from ...chipping.classes import ClassTable
from ...chipping.messages import Message
from ...chipping.shapes.run_lengths import mask_of
from ..base import EncodedChip, LabelFormat
from ..dataset.coco.files import CocoFiles
from ..dataset.coco.lines import category_ids, image_id
from ..dataset.coco.packed import PackedAnnotations
from ..dataset.coco.reader import Annotations
from ..dataset.reading import Entry, SetReader
from ..format_context import FormatContext
from ..layout import Layout
from .class_names import named_apart
from .outlines.rings import distinct_points, rings_of
from .plain_chips import plain_chips
from .shown import BoxLabel, ShapeLabel, ShownLabels

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

_DECIMALS = 2
_TIE = 1e-6  # hundredths of a pixel; what is nearer to the middle between two is looked at digit by digit
_HALF_THE_BITS = 2.0**27 + 1.0


class CocoFormat(LabelFormat):
    """``labels.json`` beside ``images/``; no files of single chips.

    A segmentation is a list of polygons. Where an object has a hole, which
    these cannot say, and where labels are pixels already, it is uncompressed run lengths.
    """

    name = "COCO"
    label_files = ""
    annotations = (("image_id", "sc:Integer"), ("category_id", "sc:Integer"), ("area", "sc:Float"))
    need = Need.BOXES | Need.OUTLINES
    layout = Layout(("images",))
    set_files = CocoFiles

    def __init__(self, context: FormatContext) -> None:
        """Number the categories."""
        super().__init__(context)
        self._categories = category_ids(context.classes)
        self._pixel = context.profile.cell_x * context.profile.cell_y

    @classmethod
    def accepts(cls, classes: ClassTable, stored: ClassTable | None = None) -> ClassTable:
        """Return the classes under names that tell them apart."""
        return named_apart(super().accepts(classes), stored)

    @classmethod
    def accepts_chips(cls, profile: ImageProfile, image_format: str) -> list[Message]:
        """Refuse chips that the readers of COCO cannot open."""
        return plain_chips(cls.name, profile, image_format)

    def encode(self, chip: Chip) -> EncodedChip:
        """Return the annotations of a chip as numbers."""
        objects = chip.labels.objects
        if not objects or chip.labels.shapes is None:
            return EncodedChip({})
        rings, points, places, runs = self._segmentations(chip.labels.shapes())
        values, *sides, areas, _, _ = zip(*objects)
        found = PackedAnnotations(
            np.full(len(objects), image_id(chip.stem)),
            np.array([self._categories[value] for value in values]),
            _boxes(np.array(sides).T),
            np.array(areas) / self._pixel,
            rings,
            points,
            places,
            np.array(list(map(len, runs))),
            np.array(list(chain.from_iterable(runs)), dtype=np.int64),
        )
        return EncodedChip({}, record=found.packed())

    def _segmentations(
        self, shapes: Sequence[ObjectShape]
    ) -> tuple[Numbers, Numbers, Numbers, list[list[int]]]:
        """Return rings of each shape, points of each ring, the points, and run lengths where there are none.

        Run lengths are of shapes with holes, and of polygons that vanish when they are rounded.
        """
        nothing = np.zeros(0, dtype=np.int64)
        if self.context.counts_pixels:
            return np.zeros(len(shapes), dtype=np.int64), nothing, nothing, _run_lengths(shapes)
        found = rings_of(shapes)
        places, points = distinct_points(found.points, found.lengths, _DECIMALS)
        owners = np.arange(len(shapes)).repeat(found.counts)
        if not found.outer.all():
            is_used = ~np.isin(owners, owners[~found.outer])
            places, points = places[is_used.repeat(points)], points * is_used
        rings = np.bincount(owners[points > 0], minlength=len(shapes))
        if rings.all():
            return rings, points[points > 0], places, [[]] * len(shapes)
        runs = [[] if count else shape.run_lengths() for shape, count in zip(shapes, rings.tolist())]
        return rings, points[points > 0], places, runs

    @classmethod
    def read(cls, files: SetReader, entry: Entry) -> ShownLabels:
        """Return the boxes and shapes of a chip."""
        values = dict(enumerate(files.classes.values, 1))
        found = files.once(Annotations).of(image_id(entry.stem))
        boxes = [_box(values[each["category_id"]], each["bbox"]) for each in found]
        shapes = [_shape(files, values[each["category_id"]], each) for each in found]
        return ShownLabels(boxes=boxes, shapes=shapes)


def _run_lengths(shapes: Sequence[ObjectShape]) -> list[list[int]]:
    return [shape.run_lengths() for shape in shapes]


def _boxes(sides: NDArray[np.float64]) -> Numbers:
    """Return left, top, width and height of boxes in hundredths of pixels, sides rounded as Python rounds.

    Args:
        sides: (boxes, 4): left, top, right and bottom (pixels).
    """
    hundredths = sides * 100
    rounded = np.rint(hundredths).astype(np.int64)
    is_tie = np.abs(np.abs(hundredths - rounded) - 0.5) < _TIE
    if is_tie.any():
        rounded[is_tie] = _decided(sides[is_tie])
    boxes: Numbers = rounded.copy()
    boxes[:, 2:] -= rounded[:, :2]
    return boxes


def _decided(numbers: NDArray[np.float64]) -> Numbers:
    """Return (numbers), hundredths of numbers that lie between two, as Python rounds: by all their bits.

    Each number is the sum of two of half as many bits (Veltkamp 1968), whose products with 100 are exact.
    """
    wide = _HALF_THE_BITS * numbers
    high = wide - (wide - numbers)
    low = numbers - high
    below = np.floor(numbers * 100)
    beyond = (high * 100 - (below + 0.5)) + low * 100
    is_odd = below % 2 == 1
    decided: Numbers = (below + ((beyond > 0) | ((beyond == 0) & is_odd))).astype(np.int64)
    return decided


def _box(value: int, sides: Sequence[float]) -> BoxLabel:
    left, top, width, height = sides
    return BoxLabel(value, left, top, round(left + width, 2), round(top + height, 2))


def _shape(files: SetReader, value: int, annotation: Mapping[str, Any]) -> ShapeLabel:
    segmentation, area = annotation["segmentation"], float(annotation["area"])
    if isinstance(segmentation, list):
        return ShapeLabel(value, area, [np.reshape(each, (-1, 2)) for each in segmentation])
    if segmentation["size"] != [files.height, files.width]:
        raise ValueError("run lengths are of a chip of another size")
    return ShapeLabel(value, area, mask=partial(mask_of, segmentation["counts"], files.height, files.width))
