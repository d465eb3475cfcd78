"""The files of a COCO set: the four of every set and ``labels.json``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any, ClassVar

from ....chipping.errors import ExportError
from ..esri_files import DATASET_FILES
from ..set_files import EsriFiles, SetFile
from ..stored import StoredSet, damage
from ..summary import ChipRecord, SetSummary, bare
from .lines import (
    BETWEEN,
    INFO,
    LABELS_FILE,
    LICENSES,
    categories,
    category_ids,
    encoded,
    image_id,
    image_line,
    listed,
)
from .packed import PackedAnnotations
from .stored import StoredLabels
from .text import lines_of

_PART = 1 << 20  # bytes that are written at a time
_GROUP = 1 << 16  # bytes of records that become text at a time


@dataclass(frozen=True)
class CocoSet(StoredSet):
    """A finished COCO export as its files describe it.

    Attributes:
        labels: ``labels.json``.
    """

    labels: StoredLabels


class CocoFiles(EsriFiles):
    """The four files and ``labels.json``, which is written and read as a stream.

    The record of a chip is its annotations, packed.
    """

    names: ClassVar[tuple[str, ...]] = (*DATASET_FILES, LABELS_FILE)

    @classmethod
    def write(
        cls, summary: SetSummary, chips: Iterable[ChipRecord], stored: StoredSet | None
    ) -> Iterator[SetFile]:
        """Yield the five files."""
        yield from super().write(summary, chips, stored)
        labels = stored.labels if isinstance(stored, CocoSet) else None
        yield LABELS_FILE, _gathered(_parts(summary, chips, labels))

    @classmethod
    def reopen(cls, folder: Path, kept: Any = None, keeper: str = "") -> StoredSet:
        """Return the set that the five files describe."""
        stored = super().reopen(folder, kept, keeper)
        size = int(stored.document["TileSizeX"]), int(stored.document["TileSizeY"])
        with damage(folder, LABELS_FILE):
            labels = StoredLabels.read(folder, stored.next_index, size, kept is None)
            if labels.images.number != stored.chip_total:
                raise ValueError(f"it does not list {stored.chip_total} chips")
            known = stored.classes.values
            if labels.class_values != known and (kept is None or not {*known} <= {*labels.class_values}):
                raise ValueError("its categories are not the classes of the export")
        return CocoSet(stored.map, stored.document, labels)


def _parts(summary: SetSummary, chips: Iterable[ChipRecord], stored: StoredLabels | None) -> Iterator[bytes]:
    """Yield ``labels.json``, line by line."""
    yield b"{\n" + INFO + encoded({"description": summary.tool}) + b",\n" + LICENSES
    images, annotations = (
        _images(summary, chips),
        _new(summary, chips, stored.annotations.number if stored else 0),
    )
    if stored is not None:
        images = chain(stored.image_entries(), images)
        annotations = chain(_renumbered(stored, category_ids(summary.classes)), annotations)
    yield from listed("images", images)
    yield from listed("annotations", annotations)
    yield from listed("categories", categories(summary.classes), is_last=True)
    yield b"}\n"


def _gathered(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Yield lines in larger parts."""
    held = bytearray()
    for line in lines:
        held += line
        if len(held) >= _PART:
            yield bytes(held)
            held.clear()
    yield bytes(held)


def _images(summary: SetSummary, chips: Iterable[ChipRecord]) -> Iterator[bytes]:
    profile = summary.profile
    for chip in bare(chips):
        path = PurePosixPath(chip.image)
        yield image_line(image_id(path.stem), path.name, profile.width, profile.height)


def _new(summary: SetSummary, chips: Iterable[ChipRecord], before: int) -> Iterator[bytes]:
    """Yield the annotations of new chips, those of many chips together.

    Args:
        summary: what is said of all chips.
        chips: the chips.
        before: annotations before them.
    """
    size = summary.profile.height, summary.profile.width
    for group in _groups(chips):
        lines = lines_of(_annotations(group, max(size)), before, size)
        before += len(lines)
        yield BETWEEN.decode("ascii").join(lines).encode("ascii")


def _groups(chips: Iterable[ChipRecord]) -> Iterator[list[ChipRecord]]:
    """Yield chips that have annotations, as many together as become about a part of the file."""
    group: list[ChipRecord] = []
    held = 0
    for chip in chips:
        if chip.record:
            group.append(chip)
            held += len(chip.record)
        if held >= _GROUP:
            yield group
            group, held = [], 0
    if group:
        yield group


def _annotations(chips: Sequence[ChipRecord], side: int) -> PackedAnnotations:
    """Return the annotations of chips.

    Args:
        chips: the chips.
        side: the longer one of a chip (pixels).

    Raises:
        ExportError: a record is none of a chip's; the journal that keeps it may be a stranger's.
    """
    numbers = [image_id(PurePosixPath(chip.image).stem) for chip in chips]
    try:
        return PackedAnnotations.together([chip.record for chip in chips], numbers, side)
    except ValueError as error:
        for chip in chips if len(chips) > 1 else ():
            _annotations([chip], side)
        raise ExportError(
            "OUT_FOLDER: the journal does not hold the labels of {path} as an export writes them; "
            "delete what this export has written, or choose another folder.",
            path=chips[0].image,
        ) from error


def _renumbered(stored: StoredLabels, ids: dict[int, int]) -> Iterator[bytes]:
    """Yield the annotations of a stored set under the categories that their classes have now.

    Args:
        stored: the set.
        ids: category by class value.
    """
    today = [ids.get(value, 0) for value in stored.class_values]
    for match in stored.annotation_matches():
        category, entry = today[int(match["category"]) - 1], match[0]
        if not category:
            raise stored.changed()
        yield b"%b%d%b" % (entry[: match.start("category")], category, entry[match.end("category") :])
