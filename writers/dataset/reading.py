"""Read single files of an export back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable, NamedTuple, TypeVar

from ...chipping.classes import ClassTable
from ...chipping.errors import ExportError
from ...chipping.untrusted.inside import Inside
from ..encoding.gdal_files import checked
from .stored_rasters import opened

if TYPE_CHECKING:
    from numpy.typing import NDArray

T = TypeVar("T")

_LARGEST_TEXT = 256 << 20  # bytes of a world file or label file


class Entry(NamedTuple):
    """A chip as a line of ``map.txt`` names it.

    Attributes:
        image: path of the image chip, relative to the folder, forward slashes.
        labels: paths of its label files, likewise.
        second: path of its second image, likewise, "" where it has none.
    """

    image: str
    labels: tuple[str, ...]
    second: str = ""

    @property
    def stem(self) -> str:
        """File name without extension."""
        return Path(self.image).stem


@dataclass(frozen=True)
class SetReader:
    """What a label format needs to read the labels of a set.

    Attributes:
        folder: the folder of the set; a stranger may have filled it.
        classes: its class table.
        width: columns of a chip (pixels).
        height: rows of a chip (pixels).
    """

    folder: Path
    classes: ClassTable
    width: int
    height: int

    def once(self, make: Callable[[Path], T]) -> T:
        """Return what is made of the folder for all chips, such as a reader of one file of the whole set.

        Args:
            make: makes it; is called the first time.
        """
        if make not in self._made:
            self._made[make] = make(self.folder)
        made: T = self._made[make]
        return made

    @cached_property
    def _made(self) -> dict[Callable[[Path], Any], Any]:
        return {}

    def text(self, path: str) -> str:
        """Return a text file in UTF-8.

        Args:
            path: relative to the folder, forward slashes.

        Raises:
            OSError: it cannot be read.
            ExportError: it is no plain file, or larger than that of any export.
            ValueError: it is no text.
        """
        return text_of(self.folder, path)

    def raster(self, path: str) -> NDArray[Any]:
        """Return the pixels of a label raster, (rows, columns).

        Args:
            path: relative to the folder, forward slashes.

        Raises:
            ExportError: it cannot be read.
            ValueError: it is none of a chip of the set.
        """
        with opened(self.folder, path, (self.width, self.height)) as dataset:
            if dataset.RasterCount != 1:
                raise ValueError("a label raster has one band")
            array: NDArray[Any] = checked(path, dataset.ReadAsArray)
        return array


def text_of(folder: Path, path: str) -> str:
    """Return a text file of a set in UTF-8; see ``SetReader.text``.

    Args:
        folder: the folder of the set.
        path: relative to it, forward slashes.
    """
    with Inside(folder) as inside:
        return inside.read(path, _LARGEST_TEXT).decode("utf-8")


def own_file(folder: Path, name: str, most: int) -> bytes | None:
    """Return a file of this tool that is to be written anew, None where there is none.

    Args:
        folder: the export folder; a stranger may have filled it.
        name: of the file in it.
        most: bytes that it may have.

    Raises:
        ExportError: it cannot be read, or is no plain file.
    """
    try:
        with Inside(folder) as inside:
            return inside.read(name, most)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise foreign_file(folder, name, error) from error


def foreign_file(folder: Path, name: str, error: Exception) -> ExportError:
    """Return what to say of a file that would be overwritten, but is none of this tool.

    Args:
        folder: the export folder.
        name: of the file in it.
        error: what is wrong with it.
    """
    return ExportError(
        "OUT_FOLDER: {path} holds a file {name} that this tool did not write, or that is damaged ({reason}); "
        "choose another folder.",
        path=folder,
        name=name,
        reason=getattr(error, "strerror", None) or error,
    )
