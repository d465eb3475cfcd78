"""Pixels of a file that GDAL opens, in any process: whole pixels, bit for bit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from ..chipping.chip import PixelBlock
from ..chipping.frame import PixelFrame
from ..chipping.gdal_calls import read_values
from ..chipping.pixel_types import gdal_type
from ..chipping.retry import Stop, TroubleError
from ..chipping.window import Window
from .direct_reading import DirectReading
from .file_facts import block_rows, blocks_of, is_south_up, open_dataset
from .source import Bands, SourceReport, UnreadableError
from .validity.masks import FileMask, ValueRange

_STRIP_VALUES = 1 << 21  # pixels times bands that are read from a file at once, so that Cancel is heard
_REMOTE_PART = 1024  # rows and columns of a request, so that Cancel is heard and a failure costs little


@dataclass(frozen=True)
class StoredPixels:
    """A raster that GDAL opens.

    GDAL hands out whole pixels as they are stored: it neither resamples nor
    warps nor applies scale and offset, as QGIS's provider may.

    Attributes:
        dataset: the file, read by one thread at a time.
        frame: the pixels on the map.
        bands: what they are.
        mask: which of them count, beside nodata values and alpha.
        south_up: the file's first row is the southernmost.
        is_local: reading asks no server, which may fail or never answer.
        report: what happened so far.
        options: open options that its layer states.
    """

    dataset: Any
    frame: PixelFrame
    bands: Bands
    mask: FileMask = field(default_factory=FileMask)
    south_up: bool = False
    is_local: bool = True
    report: SourceReport = field(default_factory=SourceReport)
    options: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[Any, ...]:
        """Return what another process opens the same from; see ``FileDescription``.

        Raises:
            TypeError: only this process can read it.
        """
        described = FileDescription.of(self)
        if described is None:
            raise TypeError(f"only this process can read {self.dataset.GetDescription()}")
        return FileDescription.open, (described,)

    @property
    def is_described(self) -> bool:
        """Whether another process can open the same."""
        return FileDescription.of(self) is not None

    @property
    def _numbers(self) -> tuple[int, ...]:
        """The bands that GDAL is asked for, none for all in their order, which it reads fastest."""
        numbers = self.bands.numbers
        return () if numbers == tuple(range(1, self.dataset.RasterCount + 1)) else numbers

    @cached_property
    def _direct(self) -> DirectReading | None:
        """Reads all bands faster, None where nothing does."""
        return DirectReading.of(self.dataset, self.options)

    @property
    def mask_planes(self) -> int:
        """Planes that say of each pixel if it counts, beside its bands."""
        return self.mask.planes

    @property
    def block_shape(self) -> tuple[int, int]:
        """Rows and columns of a block of the file."""
        columns, rows = self.dataset.GetRasterBand(1).GetBlockSize()
        return int(rows), int(columns)

    def block_bytes(self, rows: int) -> int:
        """Return the bytes of the blocks that some rows lie in; see Pixels."""
        bands = blocks_of(self.dataset, self.bands.count) * np.dtype(self.bands.dtype).itemsize
        return (rows + 2 * block_rows(self.dataset)) * self.frame.width * bands

    def read(self, window: Window, out: PixelBlock, stop: Stop) -> None:
        """Read pixels; see Pixels.

        Raises:
            UnreadableError: they could not be read.
        """
        for part in self._parts(window):
            stop()
            try:
                self._read_part(part, out.part(part, window), stop)
            except TroubleError as trouble:
                raise UnreadableError(str(trouble), part) from trouble

    def _parts(self, window: Window) -> Iterator[Window]:
        """Yield what is read at once: of a file whole rows of blocks."""
        if not self.is_local:
            return window.tiles(_REMOTE_PART, _REMOTE_PART)
        rows = block_rows(self.dataset)
        return window.strips(rows * max(1, _STRIP_VALUES // (window.width * self.bands.count * rows)))

    def _read_part(self, part: Window, room: PixelBlock, stop: Stop) -> None:
        """Read a part into the room for it."""
        self._fill(part, room)

    def _fill(self, part: Window, room: PixelBlock) -> None:
        """Read a part into the room for it.

        Raises:
            TroubleError: it could not be read.
        """
        stored, room = (self._turned(part), _turned_room(room)) if self.south_up else (part, room)
        data_type, numbers = gdal_type(self.bands.dtype), self._numbers
        if numbers or self._direct is None or not self._direct.read(stored, room.values, data_type):
            read_values(self.dataset, stored, room.values, data_type, numbers)
        if room.mask is not None:
            self.mask.fill(stored, room.values, room.mask)

    def _turned(self, part: Window) -> Window:
        """Return where a part's rows lie in a file whose first row is the southernmost."""
        return Window(self.frame.height - part.row_end, part.col_off, part.height, part.width)


def _turned_room(room: PixelBlock) -> PixelBlock:
    return PixelBlock(room.values[:, ::-1], None if room.mask is None else room.mask[..., ::-1, :])


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
    def of(cls, pixels: StoredPixels) -> FileDescription | None:
        """Return the description of some pixels, None where only this process can read them."""
        if not pixels.is_local:
            return None
        path = Path(pixels.dataset.GetDescription())
        if not path.is_absolute() or not path.is_file():
            return None
        set_aside = tuple(map(tuple, pixels.mask.set_aside))
        return cls(str(path), pixels.options, pixels.frame, pixels.bands, set_aside, pixels.mask_planes)

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
        south_up = is_south_up(dataset)
        pixels = StoredPixels(dataset, self.frame, self.bands, mask, south_up, options=self.options)
        if pixels.mask_planes != self.planes:
            raise NotTheSameError(f"{self.path} is masked in another way")
        return pixels
