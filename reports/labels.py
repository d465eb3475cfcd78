"""Read the labels of a chip back from its label files: one function per format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Callable, NamedTuple

import numpy as np
from lxml import etree

from ..chipping.statistics.bands import value_counts
from ..writers.dataset.exported_set import Entry, ExportedSet, open_raster

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


class LabelSize(NamedTuple):
    """How large one label is.

    Attributes:
        class_value: the class.
        area: what it covers (pixels).
    """

    class_value: int
    area: float


class ShownLabels(NamedTuple):
    """What the label files of a chip show; one of the three, as the format has it.

    Attributes:
        boxes: one per object.
        masks: by class value, (rows, columns) of object numbers, 0 for nothing.
        class_map: (rows, columns) of class values, 0 for nothing.
    """

    boxes: Sequence[BoxLabel] = ()
    masks: Mapping[int, Array] = {}
    class_map: Array | None = None

    def sizes(self) -> list[LabelSize]:
        """Return the size of each label: of each object, or of each class of a class map."""
        sizes = [
            LabelSize(each.class_value, (each.right - each.left) * (each.bottom - each.top))
            for each in self.boxes
        ]
        for value, mask in self.masks.items():
            sizes += [LabelSize(value, area) for area in np.bincount(mask.ravel())[1:].tolist()]
        if self.class_map is not None:
            counts = value_counts(self.class_map)
            sizes += [LabelSize(value, area) for value, area in counts.items() if value]
        return sizes


def read_labels(exported: ExportedSet, entry: Entry) -> ShownLabels:
    """Return the labels of a chip.

    Args:
        exported: the export.
        entry: the chip.

    Raises:
        ExportError: a label raster cannot be read.
    """
    reader = _READERS.get(exported.metadata_format)
    return reader(exported, entry) if reader else ShownLabels()


def _kitti(exported: ExportedSet, entry: Entry) -> ShownLabels:
    boxes = []
    for line in _text(exported.folder, entry).splitlines():
        columns = line.split()
        boxes.append(BoxLabel(int(columns[0]), *map(float, columns[4:8])))
    return ShownLabels(boxes=boxes)


def _voc(exported: ExportedSet, entry: Entry) -> ShownLabels:
    root = etree.fromstring(_text(exported.folder, entry).encode("utf-8"))
    boxes = []
    for each in root.iterfind("object"):
        sides = [float(each.findtext(f"bndbox/{side}", "")) for side in ("xmin", "ymin", "xmax", "ymax")]
        boxes.append(BoxLabel(int(each.findtext("name", "")), *sides))
    return ShownLabels(boxes=boxes)


def _masks(exported: ExportedSet, entry: Entry) -> ShownLabels:
    values = {each.name: each.value for each in exported.classes}
    masks = {
        values[PurePosixPath(label).parent.name]: _array(exported.folder / label) for label in entry.labels
    }
    return ShownLabels(masks=masks)


def _class_map(exported: ExportedSet, entry: Entry) -> ShownLabels:
    if not entry.labels:
        return ShownLabels()
    return ShownLabels(class_map=_array(exported.folder / entry.labels[0]))


_READERS: dict[str, Callable[[ExportedSet, Entry], ShownLabels]] = {
    "KITTI_rectangles": _kitti,
    "PASCAL_VOC_rectangles": _voc,
    "RCNN_Masks": _masks,
    "Classified_Tiles": _class_map,
}


def _text(folder: Path, entry: Entry) -> str:
    return "".join([(folder / label).read_text("utf-8") for label in entry.labels])


def _array(path: Path) -> Array:
    array: Array = open_raster(path).ReadAsArray()
    return array
