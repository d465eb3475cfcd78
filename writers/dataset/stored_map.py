"""``map.txt`` of a finished export, gone through line by line: it grows with the chips."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ...chipping.errors import ExportError
from ...chipping.untrusted.inner_paths import is_inner_path
from ...chipping.untrusted.inside import Inside, outside
from .esri_files import MAP_FILE
from .reading import Entry

_LONGEST_LINE = 64 << 20  # bytes: a chip may have a label file in each of many folders
_PART = 1 << 20  # bytes that are copied at a time


@dataclass(frozen=True)
class StoredMap:
    """The lines of ``map.txt`` that tell of a finished export.

    Attributes:
        folder: the folder of the set; a stranger may have filled it.
        chips: number of lines.
        size: what they take (bytes).
        first_image: path of the first image chip, relative to the folder, forward slashes.
        first_label: path of the first label file, likewise, "" where no chip has one.
        first_second: path of the first second image, likewise.
        checksum: CRC-32 of the lines.
    """

    folder: Path
    chips: int
    size: int
    first_image: str
    first_label: str
    checksum: int
    first_second: str = ""

    @classmethod
    def read(cls, folder: Path, chip_total: int, size: int | None = None) -> StoredMap:
        """Return the map of an export, once all of its lines have been looked at.

        Args:
            folder: the folder of the set.
            chip_total: chips that it has to list.
            size: bytes that tell of the export, where others follow; None for all.

        Raises:
            OSError: it cannot be read.
            ExportError: it names a file outside the folder, or is no plain file.
            ValueError: it lists another number of chips.
        """
        chips, read, checksum = 0, 0, 0
        first_image = first_label = first_second = ""
        for line in _lines(folder, size):
            chips += 1
            entry = _entry(folder, line, chips)
            if not line.endswith(b"\r\n") or chips > chip_total:
                raise _wrong_number(chip_total)
            first_image, first_label = first_image or entry.image, first_label or "".join(entry.labels[:1])
            first_second = first_second or entry.second
            read, checksum = read + len(line), zlib.crc32(line, checksum)
        if chips != chip_total or (size is not None and read != size):
            raise _wrong_number(chip_total)
        return cls(folder, chips, read, first_image, first_label, checksum, first_second)

    @property
    def has_labels(self) -> bool:
        """Whether a chip has a label file."""
        return bool(self.first_label)

    def entries(self) -> Iterator[Entry]:
        """Yield the chips, in order.

        Raises:
            ExportError: the file has changed since it was looked at.
        """
        for number, line in enumerate(_lines(self.folder, self.size), 1):
            try:
                yield _entry(self.folder, line, number)
            except ValueError as error:
                raise self._changed() from error

    def parts(self) -> Iterator[bytes]:
        """Yield the lines as they stand, in parts of any length.

        Raises:
            ExportError: the file has changed since it was looked at.
        """
        left, checksum = self.size, 0
        with Inside(self.folder) as inside, os.fdopen(inside.open(MAP_FILE), "rb") as stream:
            while left and (part := stream.read(min(left, _PART))):
                left, checksum = left - len(part), zlib.crc32(part, checksum)
                yield part
        if left or checksum != self.checksum:
            raise self._changed()

    def _changed(self) -> ExportError:
        return ExportError(
            "OUT_FOLDER: {path} was changed by another program while the export was running.",
            path=self.folder / MAP_FILE,
        )


def _lines(folder: Path, size: int | None) -> Iterator[bytes]:
    """Yield the lines of a map with their ends, those in its first ``size`` bytes."""
    read = 0
    with Inside(folder) as inside, os.fdopen(inside.open(MAP_FILE), "rb") as stream:
        while (size is None or read < size) and (line := stream.readline(_LONGEST_LINE)):
            read += len(line)
            yield line


def _entry(folder: Path, line: bytes, number: int) -> Entry:
    """Return a chip; image and label part stand apart by one blank more than paths do.

    Raises:
        ExportError: the line names a file outside the folder.
        ValueError: it names no image, or is no text.
    """
    image, _, labels = line.decode("utf-8").replace("\\", "/").partition("  ")
    images = [*image.split(), "", ""]
    entry = Entry(images[0], tuple(labels.split()), images[1])
    elsewhere = next((name for name in (*image.split(), *entry.labels) if not is_inner_path(name)), None)
    if elsewhere is not None:
        raise outside(folder, elsewhere)
    if not entry.image:
        raise ValueError(f"line {number} names no image")
    return entry


def _wrong_number(chip_total: int) -> ValueError:
    return ValueError(f"it does not list {chip_total} chips")
