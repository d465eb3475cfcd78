"""COCO: the boxes and outlines of all chips in one JSON file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

import numpy as np

from ...chipping.chip import Chip, ImageProfile, LabelObject, Need, ObjectShape
from ...chipping.classes import ClassTable
from ...chipping.messages import Message
from ...chipping.run_lengths import mask_of
from ..base import EncodedChip, LabelFormat
from ..dataset.coco.files import CocoFiles
from ..dataset.coco.lines import category_ids, image_id
from ..dataset.coco.reader import Annotations
from ..dataset.reading import Entry, SetReader
from ..format_context import FormatContext
from ..layout import Layout
from .class_names import named_apart
from .outlines.rings import distinct
from .plain_chips import plain_chips
from .shown import BoxLabel, ShapeLabel, ShownLabels

if TYPE_CHECKING:
    from numpy.typing import NDArray

_OBJECT = (
    '"image_id": %d, "category_id": %d, "bbox": [%.2f, %.2f, %.2f, %.2f], "area": %r, "iscrowd": 0, '
    '"segmentation": %s}'
)
_DIGITS = 9  # of an area


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
        self._size = [context.profile.height, context.profile.width]

    @classmethod
    def accepts(cls, classes: ClassTable, stored: ClassTable | None = None) -> ClassTable:
        """Return the classes under names that tell them apart."""
        return named_apart(super().accepts(classes), stored)

    @classmethod
    def accepts_chips(cls, profile: ImageProfile, image_format: str) -> list[Message]:
        """Refuse chips that the readers of COCO cannot open."""
        return plain_chips(cls.name, profile, image_format)

    def encode(self, chip: Chip) -> EncodedChip:
        """Return the annotations of a chip, a line each, without ids."""
        shapes = chip.labels.shapes() if chip.labels.shapes is not None else ()
        number, found = image_id(chip.stem), self._segmentations(shapes)
        lines = [self._line(number, *each) for each in zip(chip.labels.objects, found)]
        return EncodedChip({}, record="\n".join(lines).encode("ascii"))

    def _line(self, number: int, label: LabelObject, segmentation: str) -> str:
        left, top, right, bottom = (round(side, 2) for side in label[1:5])
        area = float(f"{label.area / self._pixel:.{_DIGITS}g}")
        box = left, top, right - left, bottom - top
        return _OBJECT % (number, self._categories[label.class_value], *box, area, segmentation)

    def _segmentations(self, shapes: Sequence[ObjectShape]) -> list[str]:
        """Return shapes as JSON; of polygons that vanish when they are rounded the pixels."""
        outer = [[] if self.context.counts_pixels else _without_holes(shape) for shape in shapes]
        rounded = iter(distinct(list(chain.from_iterable(outer)), 2))
        written = [[ring for ring in islice(rounded, len(rings)) if len(ring)] for rings in outer]
        return [
            f"[{', '.join(map(_polygon, rings))}]" if rings else self._pixels_of(shape)
            for shape, rings in zip(shapes, written)
        ]

    def _pixels_of(self, shape: ObjectShape) -> str:
        return f'{{"size": {self._size}, "counts": {shape.run_lengths()}}}'

    @classmethod
    def read(cls, files: SetReader, entry: Entry) -> ShownLabels:
        """Return the boxes and shapes of a chip."""
        values = dict(enumerate(files.classes.values, 1))
        found = files.once(Annotations).of(image_id(entry.stem))
        boxes = [_box(values[each["category_id"]], each["bbox"]) for each in found]
        shapes = [_shape(files, values[each["category_id"]], each) for each in found]
        return ShownLabels(boxes=boxes, shapes=shapes)


def _without_holes(shape: ObjectShape) -> list[NDArray[np.float64]]:
    """Return the rings of a shape, none where it has a hole."""
    parts = shape.parts
    return [outer for outer, *_ in parts] if all(len(part) == 1 for part in parts) else []


def _polygon(ring: NDArray[np.float64]) -> str:
    return f"[{', '.join([f'{each:.2f}' for each in ring.ravel().tolist()])}]"


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
