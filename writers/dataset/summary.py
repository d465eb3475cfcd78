"""What the files of a whole set are made from."""

from __future__ import annotations

import zlib
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from ...chipping.chip import ImageProfile
from ...chipping.classes import ClassTable
from ...chipping.statistics.bands import BandStatistics, FeatureStatistics
from ...chipping.stretch import Stretch
from .cell_sizes import CellSize

_LONGEST_RECORD = 1 << 28  # bytes


class ChipRecord(NamedTuple):
    """What the files of the whole set say of one chip.

    Attributes:
        image: path of the image chip, relative to the folder of the set, forward slashes.
        labels: paths of its label files, likewise.
        record: what its label format adds to a file of the whole set, b"" for nothing.
    """

    image: str
    labels: tuple[str, ...]
    record: bytes = b""

    def for_journal(self) -> list[Any]:
        """Return the same as JSON can hold it; the record of a busy chip is long, so it is packed."""
        return [self.image, self.labels, *([_packed(self.record)] if self.record else [])]

    @classmethod
    def of_journal(cls, image: str, labels: Sequence[str], record: str = "") -> ChipRecord:
        """Return what ``for_journal`` gave.

        Args:
            image: path of the image chip.
            labels: paths of its label files.
            record: packed, "" for none.

        Raises:
            ValueError: it is no record, or longer than any.
        """
        return cls(image, tuple(labels), _unpacked(record) if record else b"")


def _packed(record: bytes) -> str:
    return b64encode(zlib.compress(record, 1)).decode("ascii")


def _unpacked(record: str) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        found = unpacking.decompress(b64decode(record, validate=True), _LONGEST_RECORD)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not unpacking.eof:
        raise ValueError("the record of a chip is cut short, or longer than any")
    return found


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
