"""Read single files of an export back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from osgeo import gdal

from ...chipping.classes import ClassTable
from ..encoding.gdal_files import checked

if TYPE_CHECKING:
    from numpy.typing import NDArray


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
class SetReader:
    """What a label format needs to read the labels of a set.

    Attributes:
        folder: the folder of the set.
        classes: its class table.
    """

    folder: Path
    classes: ClassTable

    def text(self, path: str) -> str:
        """Return a text file in UTF-8.

        Args:
            path: relative to the folder, forward slashes.
        """
        return (self.folder / path).read_text("utf-8")

    def raster(self, path: str) -> NDArray[Any]:
        """Return the pixels of a raster, (rows, columns) where it has one band.

        Args:
            path: relative to the folder, forward slashes.

        Raises:
            ExportError: it cannot be opened.
        """
        array: NDArray[Any] = open_raster(self.folder / path).ReadAsArray()
        return array


def open_raster(path: Path) -> Any:
    """Return a raster of the export, opened without a look at all the other files of its folder.

    GDAL lists the folder for every file that it opens; with a hundred
    thousand chips in it that would take hours.

    Raises:
        ExportError: it cannot be opened.
    """
    world = f"{path.stem}.{path.suffix[1]}{path.suffix[-1]}w"  # first and last letter of the suffix, and w
    siblings = [path.name, f"{path.name}.aux.xml", world, f"{path.name}.msk"]
    return checked(str(path), lambda: gdal.OpenEx(str(path), gdal.OF_RASTER, sibling_files=siblings))
