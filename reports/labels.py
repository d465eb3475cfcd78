"""Read the labels of a chip back from its label files: one function per format."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Callable, NamedTuple

import numpy as np
from lxml import etree

from ..chipping.safe_xml import safe_root
from ..chipping.statistics import value_counts
from ..writers.gdal_files import checked
from ..writers.stored_rasters import opened
from .reading import Entry, ExportedSet, damaged, text_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[Any]


_WHOLE = re.compile("[0-9]{1,19}")


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

    def joined(self, other: ShownLabels) -> ShownLabels:
        """Return the labels of both files of a chip."""
        class_map = self.class_map if other.class_map is None else other.class_map
        return ShownLabels([*self.boxes, *other.boxes], {**self.masks, **other.masks}, class_map)

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
        ExportError: a label file cannot be read, or holds what no label file does.
    """
    reader, found = _READERS.get(exported.metadata_format), ShownLabels()
    if reader is None:
        return found
    for label in entry.labels:
        try:
            found = found.joined(reader(exported, label))
        except (OSError, ValueError, etree.XMLSyntaxError) as error:
            raise damaged(exported.folder / label, error) from error
    return found


def _kitti(exported: ExportedSet, label: str) -> ShownLabels:
    boxes = []
    for line in text_of(exported.folder, label).splitlines():
        columns = line.split()
        boxes.append(_box(exported, columns[0] if columns else "", columns[4:8]))
    return ShownLabels(boxes=boxes)


def _voc(exported: ExportedSet, label: str) -> ShownLabels:
    boxes = []
    for each in safe_root(text_of(exported.folder, label).encode("utf-8")).iterfind("object"):
        sides = [each.findtext(f"bndbox/{side}", "") for side in ("xmin", "ymin", "xmax", "ymax")]
        boxes.append(_box(exported, each.findtext("name", ""), sides))
    return ShownLabels(boxes=boxes)


def _box(exported: ExportedSet, value: str, sides: Sequence[str]) -> BoxLabel:
    """Return a box as it is written.

    Raises:
        ValueError: it is none of a class of the export, or none that a chip can hold.
    """
    if len(sides) != 4:
        raise ValueError("a box has not four sides")
    left, top, right, bottom = map(float, sides)
    if not (0 <= left <= right <= exported.width and 0 <= top <= bottom <= exported.height):
        raise ValueError("a box is not inside the chip")
    return BoxLabel(_class_value(exported, value), left, top, right, bottom)


def _class_value(exported: ExportedSet, text: str) -> int:
    if not _WHOLE.fullmatch(text) or int(text) not in exported.per_value:
        raise ValueError("a label is of no class of the export")
    return int(text)


def _masks(exported: ExportedSet, label: str) -> ShownLabels:
    value = exported.value_by_name.get(PurePosixPath(label).parent.name)
    if value is None:
        raise ValueError("a label is of no class of the export")
    return ShownLabels(masks={value: _array(exported, label, exported.width * exported.height)})


def _class_map(exported: ExportedSet, label: str) -> ShownLabels:
    class_map = _array(exported, label, max(exported.per_value, default=0))
    if not value_counts(class_map).keys() - {0} <= exported.per_value.keys():
        raise ValueError("a label is of no class of the export")
    return ShownLabels(class_map=class_map)


_READERS: dict[str, Callable[[ExportedSet, str], ShownLabels]] = {
    "KITTI_rectangles": _kitti,
    "PASCAL_VOC_rectangles": _voc,
    "RCNN_Masks": _masks,
    "Classified_Tiles": _class_map,
}


def _array(exported: ExportedSet, label: str, most: int) -> Array:
    """Return the pixels of a label raster.

    Args:
        exported: the export.
        label: path in its folder.
        most: the largest number that a pixel may hold.

    Raises:
        ExportError: it cannot be opened.
        ValueError: it is no label raster of a chip.
    """
    with opened(exported.folder, label, (exported.width, exported.height)) as dataset:
        if dataset.RasterCount != 1:
            raise ValueError("a label raster has one band")
        array: Array = checked(label, dataset.ReadAsArray)
    if array.dtype.kind not in "iu" or array.min() < 0 or array.max() > most:
        raise ValueError("a label raster holds what is no label")
    return array
