"""Read an export back from its files, as a training program will find it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from osgeo import gdal

from ...chipping.classes import ClassTable
from ..encoding.gdal_files import checked
from .stored import StoredDataset

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[Any]


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
    try:
        text = _beside(folder / entry.image).read_text("ascii")
    except FileNotFoundError:  # MRF keeps its place inside
        left, cell_x, _, top, _, cell_y = open_raster(folder / entry.image).GetGeoTransform()
    else:
        cell_x, _, _, cell_y, x, y = (float(line) for line in text.split())
        left, top = x - cell_x / 2, y - cell_y / 2
    return left, top + height * cell_y, left + width * cell_x, top


def crs_wkt(folder: Path, entry: Entry) -> str:
    """Return the coordinate reference system of a chip as WKT, "" where it has none.

    Raises:
        ExportError: the chip cannot be read.
    """
    return str(open_raster(folder / entry.image).GetProjection())


def open_raster(path: Path) -> Any:
    """Return a raster of the export, opened without a look at all the other files of its folder.

    GDAL lists the folder for every file that it opens; with a hundred
    thousand chips in it that would take hours.

    Raises:
        ExportError: it cannot be opened.
    """
    siblings = [path.name, f"{path.name}.aux.xml", _beside(path).name, f"{path.name}.msk"]
    return checked(str(path), lambda: gdal.OpenEx(str(path), gdal.OF_RASTER, sibling_files=siblings))


def _beside(path: Path) -> Path:
    """Return the world file of an image: first and last letter of its suffix, and w."""
    suffix = path.suffix
    return path.with_suffix(f".{suffix[1]}{suffix[-1]}w")
