"""YOLO_detect, YOLO_segment and YOLO_obb: a text line per object, as ultralytics reads them.

Rows are a class and shares of the chip (https://docs.ultralytics.com/datasets/).
"""

from __future__ import annotations

from abc import abstractmethod
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np

from ...chipping.chip import Chip, ImageProfile, LabelObject, Need, ObjectShape
from ...chipping.classes import ClassTable, LabelClass
from ...chipping.errors import ExportError
from ...chipping.messages import Message
from ..base import EncodedChip, LabelFormat
from ..dataset.reading import Entry, SetReader
from ..dataset.yolo_files import YoloFiles, repeats_training
from ..format_context import FormatContext
from .class_names import named_apart
from .outlines.rectangles import rectangles_around
from .outlines.rings import distinct, one_ring, rings_of, signed_area
from .plain_chips import plain_chips
from .shown import BoxLabel, ShapeLabel, ShownLabels

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

_DECIMALS = 6
_LEAST = 10.0**-_DECIMALS  # width or height of a box: with none, it would be no box
_BEYOND = 0.01  # share of the chip by which a coordinate may lie outside
_IMAGENET = "n0"  # what ultralytics takes a first name for that begins so

ALIKE, BRIDGED, UPRIGHT = "alike", "bridged", "upright"
"""What is done to labels: rows left out, rings joined, rectangles that stand upright."""


class YoloFormat(LabelFormat):
    """``labels/<stem>.txt``, empty for a chip without objects; the class is its place in the table."""

    set_files = YoloFiles

    def __init__(self, context: FormatContext) -> None:
        """Number the classes."""
        super().__init__(context)
        self._numbers = {value: number for number, value in enumerate(context.classes.values)}
        self._size = np.array([context.profile.width, context.profile.height], dtype=np.float64)

    @classmethod
    def accepts(cls, classes: ClassTable, stored: ClassTable | None = None) -> ClassTable:
        """Refuse classes before which stored ones stand: label files know them by their places."""
        table = named_apart(super().accepts(classes), stored, _spelled)
        if stored is not None and table.values[: len(stored)] != stored.values:
            raise ExportError(
                "IN_CLASS_DATA: class {value} would stand before class {last} of the export that OUT_FOLDER "
                "holds, whose label files know classes by their places; give it a value above {last}, or "
                "choose another folder.",
                value=min({*table.values} - {*stored.values}),
                last=max(stored.values),
            )
        return table

    @classmethod
    def why_renamed(cls, before: LabelClass) -> Message:
        """Return what is to be said of a class with a name like a code, or like another's."""
        if not before.name.startswith(_IMAGENET):
            return super().why_renamed(before)
        return Message(
            "Class {value}: the name {name} becomes {safe}, since readers of {format} take names that begin "
            "with {code} for codes of ImageNet.",
            code=_IMAGENET,
        )

    @classmethod
    def accepts_chips(cls, profile: ImageProfile, image_format: str) -> list[Message]:
        """Refuse chips that the readers of YOLO cannot open."""
        return plain_chips(cls.name, profile, image_format)

    def remarks(self, counts: Mapping[str, int], sets: Collection[str]) -> list[Message]:
        """Return what was done to labels, and that there is nothing to validate on."""
        told = []
        if repeats_training(sets):
            message = (
                "{format}: there is no validation split, so val in {file} names the training chips again; "
                "figures of a validation on them mean nothing."
            )
            told.append(Message(message, format=self.name, file=YoloFiles.names_above[0]))
        if counts.get(ALIKE):
            message = "Labels left out because {format} has a row like theirs in the same chip: {count}."
            told.append(Message(message, format=self.name, count=counts[ALIKE]))
        if counts.get(BRIDGED):
            message = (
                "Labels of several parts or with holes, which {format} holds as one ring with bridges: "
                "{count}."
            )
            told.append(Message(message, format=self.name, count=counts[BRIDGED]))
        if counts.get(UPRIGHT):
            message = (
                "Labels whose rectangle stands upright in {format}, since the smallest one reaches further "
                "out of the chip than its readers take: {count}."
            )
            told.append(Message(message, format=self.name, count=counts[UPRIGHT]))
        return told

    def encode(self, chip: Chip) -> EncodedChip:
        """Return the label file of a chip."""
        path = f"{self.layout.label(chip)}.txt"
        counts: Counter[str] = Counter()
        rows = list(self._rows(chip, counts))
        kept = dict.fromkeys(rows)
        counts[ALIKE] += len(rows) - len(kept)
        text = "".join([f"{row}\n" for row in kept])
        return EncodedChip({path: text.encode("ascii")}, (path,), counts=+counts)

    @abstractmethod
    def _rows(self, chip: Chip, counts: Counter[str]) -> Iterator[str]:
        """Yield the row of each object.

        Args:
            chip: the chip.
            counts: what is done to labels; is added to.
        """

    def _row(self, label: LabelObject, shares: list[float]) -> str:
        numbers = [f"{each:.{_DECIMALS}f}" for each in shares]
        return " ".join((str(self._numbers[label.class_value]), *numbers))

    @classmethod
    def read(cls, files: SetReader, entry: Entry) -> ShownLabels:
        """Return the boxes or shapes of a chip."""
        rows = [line.split() for path in entry.labels for line in files.text(path).splitlines()]
        values, size = dict(enumerate(files.classes.values)), np.array([files.width, files.height])
        found = [(values[int(row[0])], np.reshape(row[1:], (-1, 2)).astype(np.float64)) for row in rows]
        if not all((shares >= -_BEYOND).all() and (shares <= 1 + _BEYOND).all() for _, shares in found):
            raise ValueError("a label is not inside the chip")
        return cls._shown([(value, shares * size) for value, shares in found], size)

    @classmethod
    def _shown(cls, found: list[tuple[int, Points]], size: Points) -> ShownLabels:
        """Return what rows show: their class and points (pixels)."""
        return ShownLabels(
            shapes=[ShapeLabel(value, abs(signed_area(points)), [points]) for value, points in found]
        )


class YoloDetectFormat(YoloFormat):
    """``class centre-x centre-y width height``."""

    name = "YOLO_detect"

    def _rows(self, chip: Chip, counts: Counter[str]) -> Iterator[str]:
        corners = np.array([label[1:5] for label in chip.labels.objects]).reshape(-1, 2, 2) / self._size
        sides = np.maximum(corners[:, 1] - corners[:, 0], _LEAST)
        shares = _rounded(np.concatenate((corners.mean(axis=1), sides), axis=1))
        for label, each in zip(chip.labels.objects, shares.tolist()):
            yield self._row(label, each)

    @classmethod
    def _shown(cls, found: list[tuple[int, Points]], size: Points) -> ShownLabels:
        boxes = []
        for value, (centre, sides) in found:
            corners = np.clip(np.round([centre - sides / 2, centre + sides / 2], 2), 0, size)
            boxes.append(BoxLabel(value, *corners.ravel().tolist()))
        return ShownLabels(boxes=boxes)


class YoloSegmentFormat(YoloFormat):
    """``class x1 y1 x2 y2 …``: one ring for each object, without its first point repeated at the end."""

    name = "YOLO_segment"
    need = Need.BOXES | Need.OUTLINES

    def _rows(self, chip: Chip, counts: Counter[str]) -> Iterator[str]:
        found = [(label, shape.parts) for label, shape in _shapes(chip)]
        counts[BRIDGED] += sum(sum(map(len, parts)) > 1 for _, parts in found)
        rings = distinct([one_ring(parts) / self._size for _, parts in found], _DECIMALS)
        for (label, _), ring in zip(found, rings):
            yield self._row(
                label, (ring if len(ring) else _rounded(_box(label) / self._size)).ravel().tolist()
            )


class YoloObbFormat(YoloFormat):
    """``class x1 y1 … x4 y4``: the smallest rectangle, clockwise from the corner nearest the upper left."""

    name = "YOLO_obb"
    need = Need.BOXES | Need.OUTLINES

    def _rows(self, chip: Chip, counts: Counter[str]) -> Iterator[str]:
        shares = rectangles_around(rings_of(chip.labels.known_shapes)) / self._size
        beyond = (shares < -_BEYOND).any(axis=(1, 2)) | (shares > 1 + _BEYOND).any(axis=(1, 2))
        for number in np.flatnonzero(beyond).tolist():
            counts[UPRIGHT] += 1
            shares[number] = _box(chip.labels.objects[number]) / self._size
        for label, each in zip(chip.labels.objects, _rounded(shares).reshape(-1, 8).tolist()):
            yield self._row(label, each)


def _shapes(chip: Chip) -> Iterator[tuple[LabelObject, ObjectShape]]:
    """Yield the objects of a chip with their shapes."""
    return zip(chip.labels.objects, chip.labels.known_shapes)


def _rounded(shares: Points) -> Points:
    """Return shares as they are written, none of them -0."""
    return np.round(shares, _DECIMALS) + 0.0


def _box(label: LabelObject) -> Points:
    """Return the corners of a box, clockwise from the upper left (pixels)."""
    _, left, top, right, bottom, *_ = label
    return np.array([(left, top), (right, top), (right, bottom), (left, bottom)], dtype=np.float64)


def _spelled(name: str) -> str:
    """Return a class name that no reader takes for a code of ImageNet."""
    return f"_{name}" if name.startswith(_IMAGENET) else name
