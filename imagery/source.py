"""What every kind of raster source is to the rest: bands, a frame, and windows to read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from ..chipping.chip import PixelBlock
from ..chipping.frame import PixelFrame
from ..chipping.retry import Stop
from ..chipping.window import Window


@dataclass(frozen=True)
class Bands:
    """What the bands of a source are.

    Attributes:
        dtype: numpy name of the pixel type.
        nodata: nodata value of each band, None where it has none.
        names: name of each band, "" where unknown.
        color_interpretation: GDAL's number for each band's meaning.
        color_table: red, green, blue, alpha by pixel value, for a palette.
        numbers: the raster's number of each, from 1; empty where they are all of its bands in order.
    """

    dtype: str
    nodata: tuple[float | None, ...]
    names: tuple[str, ...]
    color_interpretation: tuple[int, ...]
    color_table: tuple[tuple[int, tuple[int, int, int, int]], ...] = ()
    numbers: tuple[int, ...] = ()

    @property
    def count(self) -> int:
        """Number of bands."""
        return len(self.nodata)

    def number(self, place: int) -> int:
        """Return the raster's number of a band.

        Args:
            place: of the band among these, from 0.
        """
        return self.numbers[place] if self.numbers else place + 1

    @property
    def pixel_bytes(self) -> int:
        """Bytes of a pixel in all bands."""
        return self.count * np.dtype(self.dtype).itemsize


RGB = Bands("uint8", (None, None, None), ("Red", "Green", "Blue"), (3, 4, 5))
"""What services that draw pictures give; a transparent pixel is 0, 0, 0 and masked out."""


class UnreadableError(Exception):
    """Pixels of a source cannot be read; the message says why, in the source's words.

    Attributes:
        window: which pixels, in the source's frame.
    """

    def __init__(self, reason: str, window: Window) -> None:
        """Keep both.

        Args:
            reason: why.
            window: which pixels, in the source's frame.
        """
        super().__init__(reason)
        self.window = window


@dataclass
class SourceReport:
    """What happened while a source was read.

    Attributes:
        absent: tiles that the server says it does not have, by their address.
    """

    absent: set[str] = field(default_factory=set)


class Pixels(Protocol):
    """A source of pixels, read by one thread at a time."""

    @property
    def frame(self) -> PixelFrame:
        """All its pixels on the map."""

    @property
    def bands(self) -> Bands:
        """What they are."""

    @property
    def mask_planes(self) -> int:
        """Planes of its mask, which says of each pixel if it counts: 0, 1 for all bands, or one for each."""

    @property
    def is_local(self) -> bool:
        """Whether reading asks no server; then one thread of any kind may read."""

    @property
    def report(self) -> SourceReport:
        """What happened so far."""

    def block_bytes(self, rows: int) -> int:
        """Return the bytes of the blocks that some rows of its pixels lie in, 0 where GDAL keeps none.

        Args:
            rows: how many (pixels).
        """

    def read(self, window: Window, out: PixelBlock, stop: Stop) -> None:
        """Read pixels.

        Args:
            window: a window that lies in the frame.
            out: of the source's type, to be filled; with a mask where the source has one.
            stop: raises Cancelled when the user has cancelled.

        Raises:
            UnreadableError: they could not be read.
        """


@dataclass(frozen=True)
class AroundPixels:
    """What a source that is made of another one has from it.

    Attributes:
        source: the other one.
    """

    source: Pixels

    @property
    def bands(self) -> Bands:
        """What the pixels are."""
        return self.source.bands

    @property
    def mask_planes(self) -> int:
        """Planes of the mask; see Pixels."""
        return self.source.mask_planes

    @property
    def is_local(self) -> bool:
        """Whether reading asks no server."""
        return self.source.is_local

    @property
    def report(self) -> SourceReport:
        """What happened so far."""
        return self.source.report


class Seen:
    """Which pixels of a window a server has answered for."""

    def __init__(self, window: Window) -> None:
        """Begin with none.

        Args:
            window: the pixels.
        """
        self._window = window
        self._pixels = np.zeros((window.height, window.width), dtype=bool)

    def add(self, part: Window) -> None:
        """Keep that a part came; what of it lies beyond the window does not count."""
        self._pixels[part.intersection(self._window).slices(self._window)] = True

    def check(self) -> None:
        """Make sure that no pixel is missing.

        Raises:
            UnreadableError: some are.
        """
        rows, columns = np.nonzero(~self._pixels)
        if len(rows):
            top, left = int(rows.min()), int(columns.min())
            hole = Window(top, left, int(rows.max()) - top + 1, int(columns.max()) - left + 1)
            raise UnreadableError(
                "nothing came for these pixels", hole.shifted(self._window.row_off, self._window.col_off)
            )


def empty_block(window: Window, bands: Bands, mask_planes: int) -> PixelBlock:
    """Return room for the pixels of a window; the bands of a pixel lie together, as in image files.

    It holds each band's nodata value, or 0, and never what lay in memory before.

    Args:
        window: the pixels.
        bands: what they are.
        mask_planes: see ``Pixels.mask_planes``.
    """
    shape = (window.height, window.width)
    values = np.zeros((*shape, bands.count), dtype=bands.dtype).transpose(2, 0, 1)
    for plane, nodata in zip(values, bands.nodata):
        if nodata:
            plane[:] = nodata
    if not mask_planes:
        return PixelBlock(values)
    return PixelBlock(values, np.zeros(shape if mask_planes == 1 else (mask_planes, *shape), dtype=bool))
