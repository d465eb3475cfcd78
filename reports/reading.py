"""Read an export back from its files, as a training program will find it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from ..chipping.classes import ClassTable, LabelClass
from ..chipping.errors import ExportError
from ..chipping.inside import Inside
from ..writers.stored import StoredDataset
from ..writers.stored_rasters import opened, world_file_of

_LARGEST_TEXT = 256 << 20  # bytes of a world file or label file


class Entry(NamedTuple):
    """A chip as a line of ``map.txt`` names it.

    Attributes:
        image: path of the image chip, relative to the folder, forward slashes.
        labels: paths of its label files, likewise.
    """

    image: str
    labels: tuple[str, ...]

    @property
    def stem(self) -> str:
        """File name without extension."""
        return Path(self.image).stem


@dataclass(frozen=True)
class ExportedSet:
    """A finished export.

    Attributes:
        folder: where it stands.
        metadata_format: documented name of the label format.
        width: columns of a chip (pixels).
        height: rows of a chip (pixels).
        band_count: bands of a chip.
        cell: width and height of the smallest pixel (map units).
        classes: the class table.
        entries: its chips, in order.
    """

    folder: Path
    metadata_format: str
    width: int
    height: int
    band_count: int
    cell: tuple[float, float]
    classes: ClassTable
    entries: Sequence[Entry]

    @cached_property
    def per_value(self) -> Mapping[int, LabelClass]:
        """The classes by value."""
        return {each.value: each for each in self.classes}

    @cached_property
    def value_by_name(self) -> Mapping[str, int]:
        """The class values by name."""
        return {each.name: each.value for each in self.classes}

    @classmethod
    def read(cls, folder: Path) -> ExportedSet:
        """Return the export in a folder.

        Raises:
            ExportError: its files are missing or damaged.
        """
        stored = StoredDataset.read(folder)
        document, cell = stored.document, stored.cell_sizes[0]
        return cls(
            folder=folder,
            metadata_format=document["MetaDataMode"],
            width=int(document["TileSizeX"]),
            height=int(document["TileSizeY"]),
            band_count=int(document["NumBands"]),
            cell=(cell.x, cell.y),
            classes=stored.classes,
            entries=[_entry(line) for line in stored.map_text.split("\r\n")[:-1]],
        )


def _entry(line: str) -> Entry:
    """Return a chip; image and label part stand apart by one blank more than paths do."""
    image, _, labels = line.replace("\\", "/").partition("  ")
    return Entry(image.split()[0], tuple(labels.split()))


def map_extent(folder: Path, entry: Entry, width: int, height: int) -> tuple[float, float, float, float]:
    """Return a chip's left, bottom, right and top on the map (map units).

    Args:
        folder: the export folder.
        entry: the chip.
        width: its columns (pixels).
        height: its rows (pixels).

    Raises:
        ExportError: the chip cannot be read.
    """
    world = str(world_file_of(PurePosixPath(entry.image)))
    try:
        cell_x, _, _, cell_y, x, y = map(float, text_of(folder, world).split())
        left, top = x - cell_x / 2, y - cell_y / 2
    except FileNotFoundError:  # MRF keeps its place inside
        with opened(folder, entry.image) as dataset:
            left, cell_x, _, top, _, cell_y = dataset.GetGeoTransform()
    except (OSError, ValueError) as error:
        raise damaged(folder / world, error) from error
    if not all(map(math.isfinite, (left, top, cell_x, cell_y))):
        raise damaged(folder / entry.image, ValueError("it lies nowhere"))
    return left, top + height * cell_y, left + width * cell_x, top


def damaged(path: Path, error: Exception) -> ExportError:
    """Return what to say of a file of an export that does not hold what it should."""
    reason = getattr(error, "strerror", None) or error
    return ExportError("{path} is missing or damaged ({reason}).", path=path, reason=reason)


def crs_wkt(folder: Path, entry: Entry) -> str:
    """Return the coordinate reference system of a chip as WKT, "" where it has none.

    Raises:
        ExportError: the chip cannot be read.
    """
    with opened(folder, entry.image) as dataset:
        return str(dataset.GetProjection())


def text_of(folder: Path, name: str) -> str:
    """Return a world file or label file.

    Args:
        folder: the export folder.
        name: of the file, relative to the folder, forward slashes.

    Raises:
        OSError: it cannot be read.
        ExportError: it is no plain file, or larger than that of any export.
        ValueError: it is no text.
    """
    with Inside(folder) as inside:
        return inside.read(name, _LARGEST_TEXT).decode("utf-8")
