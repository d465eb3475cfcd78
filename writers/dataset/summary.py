"""What the files of a whole set are made from."""

from __future__ import annotations

import zlib
from abc import abstractmethod
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from ...chipping.chip import ImageProfile
from ...chipping.classes import ClassTable
from ...chipping.statistics.bands import BandStatistics, FeatureStatistics
from ...chipping.stretch import Stretch
from .cell_sizes import CellSize

UNLABELLED = ("Export_Tiles",)
"""The formats without labels: the files of a set name no classes."""

_LONGEST_RECORD = 1 << 28  # bytes
_PART = 512  # bytes
_SHORT = 4 * _PART  # bytes; to look at a part of less takes as long as to deflate it
_WORTH = 0.7  # share of its bytes that is left of a part, below which a record is deflated


class ChipRecord(NamedTuple):
    """What the files of the whole set say of one chip.

    Attributes:
        image: path of the image chip, relative to the folder of the set, forward slashes.
        labels: paths of its label files, likewise.
        record: what its label format adds to a file of the whole set, b"" for nothing.
        second: path of its second image, "" where it has none.
    """

    image: str
    labels: tuple[str, ...]
    record: bytes = b""
    second: str = ""

    @property
    def images(self) -> tuple[str, ...]:
        """Paths of its images."""
        return (self.image, self.second) if self.second else (self.image,)

    def for_journal(self) -> list[Any]:
        """Return the same as JSON can hold it; the record of a busy chip is long, so it is packed."""
        packed = [_packed(self.record)] if self.record else []
        if self.second:
            return [self.image, self.labels, *(packed or [""]), self.second]
        return [self.image, self.labels, *packed]

    @classmethod
    def of_journal(cls, image: str, labels: Sequence[str], record: str = "", second: str = "") -> ChipRecord:
        """Return what ``for_journal`` gave.

        Args:
            image: path of the image chip.
            labels: paths of its label files.
            record: packed, "" for none.
            second: path of its second image, "" for none.

        Raises:
            ValueError: it is no record, or longer than any.
        """
        return cls(image, tuple(labels), _unpacked(record) if record else b"", second)


class JournaledChips(Iterable[ChipRecord]):
    """What is said of chips as the journal keeps it; records are unpacked as they are gone through."""

    @abstractmethod
    def bare(self) -> Iterator[ChipRecord]:
        """Yield the same without records."""


def bare(chips: Iterable[ChipRecord]) -> Iterable[ChipRecord]:
    """Return what is said of chips where their records are not looked at: they take long to unpack."""
    return chips.bare() if isinstance(chips, JournaledChips) else chips


def _packed(record: bytes) -> str:
    """Return a record as text, deflated where a part of it shows that this is worth its time."""
    middle = len(record) // 2
    part = record[middle : middle + _PART]
    is_worth = len(record) <= _SHORT or len(zlib.compress(part, 1)) < _WORTH * len(part)
    return b64encode(zlib.compress(record, 1 if is_worth else 0)).decode("ascii")


def _unpacked(record: str) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        found = unpacking.decompress(b64decode(record, validate=True), _LONGEST_RECORD)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not unpacking.eof:
        raise ValueError("the record of a chip is cut short, or longer than any")
    return found


class SecondImagery(NamedTuple):
    """What the files of a set say of the second images of its chips.

    Attributes:
        profile: what they have in common.
        bands: statistics of each band over all of them.
    """

    profile: ImageProfile
    bands: Sequence[BandStatistics]


@dataclass(frozen=True)
class SetSummary:
    """What the files of a set say of all its chips.

    Attributes:
        metadata_format: documented name of the label format.
        profile: what all chips have in common.
        classes: the class table.
        chip_total: chips in the folder.
        next_index: number that a further chip would get.
        bands: statistics of each band over all chips.
        features: labels per class and per chip.
        counts_pixels: labels come from a class raster; sizes are numbers of pixels.
        cell_sizes: smallest and largest cell.
        tool: name and version of this tool.
        stretch: by which numbers pixels became 8 bit, None where they are as in the raster.
        sizes_vary: chips are as large as the features that they are of.
        is_blackened: what lies around the feature of a chip is filled.
        second: the second images of its chips, None where they have none.
        instance_classes: the class table of instances beside the labels, None where there are none.
    """

    metadata_format: str
    profile: ImageProfile
    classes: ClassTable
    chip_total: int
    next_index: int
    bands: Sequence[BandStatistics]
    features: FeatureStatistics
    counts_pixels: bool
    cell_sizes: tuple[CellSize, CellSize]
    tool: str = ""
    stretch: Stretch | None = None
    sizes_vary: bool = False
    is_blackened: bool = False
    second: SecondImagery | None = None
    instance_classes: ClassTable | None = None

    @property
    def has_labels(self) -> bool:
        """Whether its chips have labels at all."""
        return self.metadata_format not in UNLABELLED
