"""``labels.json`` of a finished export, gone through line by line: it grows with the labels."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from re import Match, Pattern
from typing import Any, NamedTuple

from ....chipping.errors import ExportError
from ....chipping.untrusted.bounded_json import Limits, bounded_json
from ....chipping.untrusted.inside import Inside
from ....chipping.untrusted.json_kinds import Text, Whole
from ....chipping.untrusted.json_shapes import Record, validate
from .lines import (
    ANNOTATION,
    CLOSED,
    IMAGE,
    INFO,
    LABELS_FILE,
    LAST_CLOSED,
    LICENSES,
    LONGEST_LINE,
    OPENED,
    image_id,
)

_CATEGORY = Record(
    {
        "id": Whole(1, 2**53),
        "name": Text(1_000_000),
        "supercategory": Text(1_000_000),
        "class_value": Whole(0, 2**63 - 1),
    },
    closed=True,
)
_CATEGORY_LIMITS = Limits("a category of any export", 16 << 20, 1000, 4)
_MOST = 2**63


class Kept(NamedTuple):
    """The entries of a list that tell of a finished export.

    Attributes:
        number: of the entries.
        checksum: CRC-32 of them.
    """

    number: int = 0
    checksum: int = 0

    def with_entry(self, entry: bytes) -> Kept:
        """Return the same with an entry more."""
        return Kept(self.number + 1, zlib.crc32(entry, self.checksum))


@dataclass(frozen=True)
class StoredLabels:
    """The images and annotations of ``labels.json`` that tell of a finished export.

    Attributes:
        folder: the folder of the set; a stranger may have filled it.
        last_image: highest id of an image; what has a higher one is of an export that is under way.
        images: the images.
        annotations: the annotations.
        class_values: of the categories 1..n.
    """

    folder: Path
    last_image: int
    images: Kept
    annotations: Kept
    class_values: tuple[int, ...]

    @classmethod
    def read(cls, folder: Path, last_image: int, size: tuple[int, int], is_finished: bool) -> StoredLabels:
        """Return the labels of an export, once all lines have been looked at.

        Args:
            folder: the folder of the set.
            last_image: highest id of an image.
            size: columns and rows of a chip.
            is_finished: nothing has a higher id.

        Raises:
            OSError: it cannot be read.
            ExportError: it is no plain file.
            ValueError: it is not as an export writes it.
        """
        lines = labels_lines(folder)
        images = annotations = Kept()
        before = 0
        for entry in entries(lines, "images"):
            before = _next_image(_matched(IMAGE, entry), size, before)
            images = images.with_entry(entry) if before <= last_image else images
        if is_finished and before > last_image:
            raise ValueError(f"image {before} is none of the export's")
        last, before, most, number = before, 0, 0, 0
        for number, entry in enumerate(entries(lines, "annotations"), 1):
            match = _matched(ANNOTATION, entry)
            before, most = _next_object(match, number, before, last), max(most, int(match["category"]))
            annotations = annotations.with_entry(entry) if before <= last_image else annotations
        values = tuple(_class_values(lines))
        if most > len(values):
            raise ValueError(f"an annotation is of category {most}, which there is not")
        return cls(folder, last_image, images, annotations, values)

    def image_entries(self) -> Iterator[bytes]:
        """Yield the images as they stand.

        Raises:
            ExportError: the file has changed since it was looked at.
        """
        matches = self._matches(labels_lines(self.folder), "images", IMAGE, "id", self.images)
        return (match[0] for match in matches)

    def annotation_matches(self) -> Iterator[Match[bytes]]:
        """Yield the annotations as they stand, as ``ANNOTATION`` matches them.

        Raises:
            ExportError: the file has changed since it was looked at.
        """
        lines = labels_lines(self.folder)
        for _ in entries(lines, "images"):
            pass
        return self._matches(lines, "annotations", ANNOTATION, "image", self.annotations)

    def _matches(
        self, lines: Iterator[bytes], name: str, pattern: Pattern[bytes], key: str, expected: Kept
    ) -> Iterator[Match[bytes]]:
        found = Kept()
        try:
            for entry in entries(lines, name):
                match = _matched(pattern, entry)
                if int(match[key]) > self.last_image:
                    break
                found = found.with_entry(entry)
                yield match
        except (OSError, ValueError) as error:
            raise self.changed() from error
        if found != expected:
            raise self.changed()

    def changed(self) -> ExportError:
        """Return what to say of a file that is not the one that was looked at."""
        return ExportError(
            "OUT_FOLDER: {path} was changed by another program while the export was running.",
            path=self.folder / LABELS_FILE,
        )


def labels_lines(folder: Path) -> Iterator[bytes]:
    """Yield the lines of ``labels.json`` behind its head, with their ends.

    Raises:
        ValueError: it has another head.
    """
    with Inside(folder) as inside, os.fdopen(inside.open(LABELS_FILE), "rb") as stream:
        head = [stream.readline(LONGEST_LINE) for _ in range(3)]
        if head[0] != b"{\n" or not head[1].startswith(INFO) or head[2] != LICENSES:
            raise ValueError("its head is not as an export writes it")
        while line := stream.readline(LONGEST_LINE):
            yield line


def entries(lines: Iterator[bytes], name: str, end: bytes = CLOSED) -> Iterator[bytes]:
    """Yield the entries of a list, without the ends of their lines.

    Args:
        lines: of the file, the list's own being the next ones.
        name: its key.
        end: the line behind it.

    Raises:
        ValueError: it is not there, or has no end.
    """
    if next(lines, b"") != OPENED[name]:
        raise ValueError(f"it has no {name} where an export writes them")
    for line in lines:
        if line == end:
            return
        yield line[:-2] if line.endswith(b",\n") else line[:-1]
    raise ValueError(f"its {name} do not end")


def _matched(pattern: Pattern[bytes], entry: bytes) -> Match[bytes]:
    match = pattern.fullmatch(entry)
    if match is None:
        raise ValueError(f"{entry[:60]!a} is not as an export writes it")
    return match


def _next_image(match: Match[bytes], size: tuple[int, int], before: int) -> int:
    """Return the id of an image.

    Raises:
        ValueError: it is not behind that of the image before, or the image is no chip of the export.
    """
    number = int(match["id"])
    if number <= before or number != image_id(match["stem"].decode("ascii")):
        raise ValueError(f"image {number} is not in the order of the chips")
    if (int(match["width"]), int(match["height"])) != size:
        raise ValueError(f"image {number} has another size")
    return number


def _next_object(match: Match[bytes], number: int, before: int, last: int) -> int:
    """Return the image of an annotation.

    Raises:
        ValueError: it is not in the order of the images, or its id is not that of its place.
    """
    image = int(match["image"])
    if int(match["id"]) != number or not before <= image <= last or match["category"] == b"0":
        raise ValueError(f"annotation {number} is not in the order of the images")
    return image


def _class_values(lines: Iterator[bytes]) -> Iterator[int]:
    """Yield the class value of each category, and hold the file to its end."""
    before = -1
    for number, entry in enumerate(entries(lines, "categories", LAST_CLOSED), 1):
        category: dict[str, Any] = bounded_json(entry, _CATEGORY_LIMITS)
        validate(_CATEGORY, category)
        if category["id"] != number or category["class_value"] <= before:
            raise ValueError(f"category {number} is not in the order of the class values")
        before = int(category["class_value"])
        yield before
    if list(lines) != [b"}\n"]:
        raise ValueError("it does not end as an export writes it")
