"""Read an export back from its files, as a training program will find it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from ..chipping.classes import ClassTable
from ..chipping.errors import ExportError
from ..chipping.inside import Inside
from ..writers.stored import StoredDataset
from ..writers.stored_rasters import opened, world_file_of

_LARGEST_TEXT = 256 << 20  # bytes of a label file


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
            width=document["TileSizeX"],
            height=document["TileSizeY"],
            band_count=document["NumBands"],
            cell=(cell.x, cell.y),
            classes=stored.classes,
            entries=[_entry(line) for line in stored.map_text.splitlines()],
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
        with Inside(folder) as inside:
            text = inside.read(world, _LARGEST_TEXT).decode("ascii")
    except FileNotFoundError:  # MRF keeps its place inside
        with opened(folder, entry.image) as dataset:
            left, cell_x, _, top, _, cell_y = dataset.GetGeoTransform()
    except (OSError, ValueError) as error:
        raise damaged(folder, world) from error
    else:
        cell_x, cell_y, left, top = _placed(folder, world, text)
    return left, top + height * cell_y, left + width * cell_x, top


def _placed(folder: Path, world: str, text: str) -> tuple[float, float, float, float]:
    """Return the cell of a world file, x and y, and the left and upper side of the image."""
    try:
        cell_x, _, _, cell_y, x, y = (float(line) for line in text.split())
    except ValueError as error:
        raise damaged(folder, world) from error
    return cell_x, cell_y, x - cell_x / 2, y - cell_y / 2


def crs_wkt(folder: Path, entry: Entry) -> str:
    """Return the coordinate reference system of a chip as WKT, "" where it has none.

    Raises:
        ExportError: the chip cannot be read.
    """
    with opened(folder, entry.image) as dataset:
        return str(dataset.GetProjection())


def text_of(folder: Path, name: str) -> str:
    """Return a label file.

    Args:
        folder: the export folder.
        name: of the file, relative to the folder, forward slashes.

    Raises:
        ExportError: it cannot be read.
    """
    try:
        with Inside(folder) as inside:
            return inside.read(name, _LARGEST_TEXT).decode("utf-8")
    except (OSError, ValueError) as error:
        raise damaged(folder, name) from error


def damaged(folder: Path, name: str) -> ExportError:
    """Return what to say of a file of an export that does not hold what it should."""
    message = "OUT_FOLDER: {path} is missing or damaged; choose another folder."
    return ExportError(message, path=folder / name)
