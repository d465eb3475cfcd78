"""What another process needs to open the same pixels: plain values, without QGIS and without passwords."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from ..chipping.frame import PixelFrame
from .file_facts import is_south_up, open_dataset
from .source import Bands, Pixels
from .stored_pixels import StoredPixels
from .validity.masks import FileMask, ValueRange


class NotTheSameError(Exception):
    """What another process finds is not what was described; the message says why, for the log."""


@dataclass(frozen=True)
class FileDescription:
    """A file of pixels as plain values.

    Only of files that stand on a disk: what lies in memory belongs to one
    process, and what a server has may need what QGIS has stored to sign in.

    Attributes:
        path: of the file, absolute.
        options: open options that its layer states.
        frame: the pixels on the map.
        bands: what they are.
        set_aside: values of each band that the user took out of the layer.
        planes: of the mask.
    """

    path: str
    options: tuple[str, ...]
    frame: PixelFrame
    bands: Bands
    set_aside: tuple[tuple[ValueRange, ...], ...]
    planes: int

    @classmethod
    def of(cls, pixels: Pixels) -> FileDescription | None:
        """Return the description of some pixels, None where only this process can read them."""
        if not isinstance(pixels, StoredPixels) or not pixels.is_local:
            return None
        path = Path(pixels.dataset.GetDescription())
        if not path.is_absolute() or not path.is_file():
            return None
        set_aside = tuple(map(tuple, pixels.mask.set_aside))
        return cls(str(path), pixels.options, pixels.frame, pixels.bands, set_aside, pixels.mask_planes)

    def plain(self) -> dict[str, Any]:
        """Return it as JSON holds it, numbers to the last bit."""
        return {
            "path": self.path,
            "options": list(self.options),
            "frame": _plain(astuple(self.frame)),
            "bands": _plain(astuple(self.bands)),
            "set_aside": _plain(self.set_aside),
            "planes": self.planes,
        }

    @classmethod
    def from_plain(cls, values: dict[str, Any]) -> FileDescription:
        """Return what ``plain`` gave."""
        return cls(
            path=values["path"],
            options=tuple(values["options"]),
            frame=PixelFrame(*_number(values["frame"])),
            bands=Bands(*_restored(values["bands"])),
            set_aside=tuple(
                tuple(ValueRange(*each) for each in band) for band in _number(values["set_aside"])
            ),
            planes=values["planes"],
        )

    def open(self) -> StoredPixels:
        """Return the pixels.

        Raises:
            NotTheSameError: they cannot be opened here, or are others.
        """
        dataset = open_dataset(self.path, self.options)
        if dataset is None:
            raise NotTheSameError(f"{self.path} cannot be opened")
        size = (dataset.RasterYSize, dataset.RasterXSize)
        numbers = self.bands.numbers or tuple(range(1, dataset.RasterCount + 1))
        if size != (self.frame.height, self.frame.width) or max(numbers) > dataset.RasterCount:
            raise NotTheSameError(f"{self.path} has another size")
        mask = FileMask.of(dataset, numbers, self.set_aside)
        pixels = StoredPixels(dataset, self.frame, self.bands, mask, is_south_up(dataset))
        if pixels.mask_planes != self.planes:
            raise NotTheSameError(f"{self.path} is masked in another way")
        return pixels


def _plain(value: Any) -> Any:
    """Return tuples as lists, and numbers that are not whole as texts that hold every bit, NaN too."""
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    return {"float": value.hex()} if isinstance(value, float) else value


def _number(value: Any) -> Any:
    """Return what ``_plain`` was given, with tuples."""
    if isinstance(value, list):
        return tuple(_number(each) for each in value)
    return float.fromhex(value["float"]) if isinstance(value, dict) else value


def _restored(values: list[Any]) -> tuple[Any, ...]:
    restored: tuple[Any, ...] = _number(values)
    return restored
