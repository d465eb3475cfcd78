"""Read the labels of a chip back from its label files: one function per format."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Callable, NamedTuple

import numpy as np
from lxml import etree

from ..chipping.errors import ExportError
from ..chipping.safe_xml import safe_root
from ..chipping.statistics import value_counts
from ..writers.gdal_files import checked
from ..writers.stored_rasters import opened
from .reading import Entry, ExportedSet, text_of

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
    reader = _READERS.get(exported.metadata_format)
    try:
        return reader(exported, entry) if reader else ShownLabels()
    except (OSError, ValueError, etree.XMLSyntaxError) as error:
        raise ExportError(
            "The labels of chip {stem} in {path} are missing or damaged ({reason}).",
            stem=entry.stem,
            path=exported.folder,
            reason=getattr(error, "strerror", None) or error,
        ) from error


def _kitti(exported: ExportedSet, entry: Entry) -> ShownLabels:
    boxes = []
    for line in _text(exported.folder, entry).splitlines():
        columns = line.split()
        boxes.append(_box(exported, columns[0] if columns else "", columns[4:8]))
    return ShownLabels(boxes=boxes)


def _voc(exported: ExportedSet, entry: Entry) -> ShownLabels:
    text = _text(exported.folder, entry)
    boxes = []
    for each in safe_root(text.encode("utf-8")).iterfind("object") if entry.labels else ():
        sides = [each.findtext(f"bndbox/{side}", "") for side in ("xmin", "ymin", "xmax", "ymax")]
        boxes.append(_box(exported, each.findtext("name", ""), sides))
    return ShownLabels(boxes=boxes)


def _box(exported: ExportedSet, value: str, sides: Sequence[str]) -> BoxLabel:
    """Return a box as it is written.

    Raises:
        ValueError: it is none of a class of the export, or none that a chip can hold.
    """
    left, top, right, bottom = map(float, sides)
    if not (0 <= left <= right <= exported.width and 0 <= top <= bottom <= exported.height):
        raise ValueError("a box is not inside the chip")
    return BoxLabel(_class_value(exported, value), left, top, right, bottom)


def _class_value(exported: ExportedSet, text: str) -> int:
    if not _WHOLE.fullmatch(text) or int(text) not in exported.per_value:
        raise ValueError("a label is of no class of the export")
    return int(text)


def _masks(exported: ExportedSet, entry: Entry) -> ShownLabels:
    values = {each.name: each.value for each in exported.classes}
    masks = {}
    for label in entry.labels:
        name = PurePosixPath(label).parent.name
        if name not in values:
            raise ValueError("a label is of no class of the export")
        masks[values[name]] = _array(exported, label, exported.width * exported.height)
    return ShownLabels(masks=masks)


def _class_map(exported: ExportedSet, entry: Entry) -> ShownLabels:
    if not entry.labels:
        return ShownLabels()
    class_map = _array(exported, entry.labels[0], max(exported.per_value, default=0))
    if not value_counts(class_map).keys() - {0} <= exported.per_value.keys():
        raise ValueError("a label is of no class of the export")
    return ShownLabels(class_map=class_map)


_READERS: dict[str, Callable[[ExportedSet, Entry], ShownLabels]] = {
    "KITTI_rectangles": _kitti,
    "PASCAL_VOC_rectangles": _voc,
    "RCNN_Masks": _masks,
    "Classified_Tiles": _class_map,
}


def _text(folder: Path, entry: Entry) -> str:
    return "".join([text_of(folder, label) for label in entry.labels])


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
