"""Pixels of a tile pyramid, one level of it, exactly as the tiles hold them."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Callable

import numpy as np

from ...chipping.chip import PixelBlock
from ...chipping.frame import PixelFrame
from ...chipping.retry import Stop
from ...chipping.window import Window
from ..source import RGB, Bands, SourceReport, UnreadableError
from .answers import PICTURE_BYTES, Answer, Image, Request, Server, body, is_absent, picture
from .bounded_body import image_bytes

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SAME = 1e-3  # share by which a cell size may differ from a zoom's and still mean it
_MOST_PIXELS = 1 << 40  # across a level
_KEPT_BYTES = 32 << 20  # of tiles that the next batch may want again


@dataclass(frozen=True)
class TileLevel:
    """One zoom of a pyramid.

    Attributes:
        frame: all its pixels on the map.
        tile_width: columns of a tile (pixels).
        tile_height: rows of a tile (pixels).
        address: URL of the tile in a column and row, counted from the upper left.
        limits: the tiles that there are, as columns and rows.
    """

    frame: PixelFrame
    tile_width: int
    tile_height: int
    address: Callable[[int, int], str]
    limits: Window

    def tiles(self, window: Window) -> Iterator[tuple[Window, str]]:
        """Yield pixels and address of the tiles that a window meets, row by row."""
        wide, high = self.tile_width, self.tile_height
        there = self.limits
        rows = range(
            max(window.row_off // high, there.row_off), min(-(-window.row_end // high), there.row_end)
        )
        columns = range(
            max(window.col_off // wide, there.col_off), min(-(-window.col_end // wide), there.col_end)
        )
        for row in rows:
            for column in columns:
                yield Window(row * high, column * wide, high, wide), self.address(column, row)


def checked_level(level: TileLevel) -> TileLevel:
    """Return a level of which a service says how it lies, where that can be.

    Raises:
        ValueError: it has no pixels, or more than can be counted.
    """
    frame = level.frame
    sides = (frame.left, frame.top, frame.cell_x * frame.width, frame.cell_y * frame.height)
    lies = frame.cell_x > 0 and frame.cell_y > 0 and all(math.isfinite(each) for each in sides)
    if not (lies and 0 < frame.width <= _MOST_PIXELS and 0 < frame.height <= _MOST_PIXELS):
        raise ValueError(
            f"a level of its tiles has {frame.width} x {frame.height} pixels of {frame.cell_x:g}"
        )
    return level


def choose_level(levels: Sequence[TileLevel], cell: float) -> TileLevel:
    """Return the level that shows a cell size: its own, else the next finer one, else the finest."""
    by_size = sorted(levels, key=lambda level: level.frame.cell_x)
    fine = [level for level in by_size if level.frame.cell_x <= cell * (1 + _SAME)]
    return fine[-1] if fine else by_size[0]


def is_size_of(level: TileLevel, cell: float) -> bool:
    """Return whether a cell size means a level's own."""
    return abs(level.frame.cell_x - cell) <= _SAME * cell


@dataclass(frozen=True)
class TilePixels:
    """One level of a tile pyramid.

    Attributes:
        level: the level.
        server: answers requests.
        report: what happened so far.
    """

    is_local = False

    level: TileLevel
    server: Server
    report: SourceReport = field(default_factory=SourceReport)
    _kept: OrderedDict[str, Image] = field(default_factory=OrderedDict)

    @property
    def frame(self) -> PixelFrame:
        """All pixels of the level on the map."""
        return self.level.frame

    @property
    def bands(self) -> Bands:
        """Red, green and blue."""
        return RGB

    @property
    def mask_planes(self) -> int:
        """A tile's alpha, and tiles that are not there, for all bands."""
        return 1

    def block_bytes(self, rows: int) -> int:
        """Return 0: GDAL keeps nothing of a service."""
        return 0

    def read(self, window: Window, out: PixelBlock, stop: Stop) -> None:
        """Read pixels; see Pixels.

        Raises:
            UnreadableError: a tile could not be had.
        """
        _clear(out)
        missing = {}
        for place, url in self.level.tiles(window):
            if url in self._kept:
                _paste(self._kept[url], place, window, out)
            else:
                missing[place] = Request(place, url, self._most)
        for request, tile in self.server.each(list(missing.values()), self._tile, stop):
            _paste(tile, request.window, window, out)
            self._keep(request.url, tile)
            del missing[request.window]
        if missing:
            raise UnreadableError("nothing came for these pixels", next(iter(missing)))

    @property
    def _most(self) -> int:
        """Bytes that a tile may have."""
        return image_bytes(self.level.tile_width, self.level.tile_height, PICTURE_BYTES)

    def _tile(self, answer: Answer, request: Request) -> Image:
        if is_absent(answer):
            return None
        return picture(body(answer), request.window.width, request.window.height)

    def _keep(self, url: str, tile: Image) -> None:
        if tile is None:
            self.report.absent.add(url)
        self._kept[url] = tile
        most = _KEPT_BYTES // (self.level.tile_width * self.level.tile_height * PICTURE_BYTES)
        if len(self._kept) > max(1, most):
            self._kept.popitem(last=False)


def _clear(out: PixelBlock) -> None:
    """Make all pixels transparent."""
    out.values[:] = 0
    if out.mask is not None:
        out.mask[:] = False


def _paste(tile: Image, place: Window, window: Window, out: PixelBlock) -> None:
    """Put a tile where it belongs; where it is transparent the pixel is 0 and masked out."""
    if tile is None:
        return
    part = place.intersection(window)
    room = out.part(part, window)
    shown = PixelBlock(tile).part(part, place).values
    put_picture(shown, room)


def put_picture(image: NDArray[np.uint8], room: PixelBlock) -> None:
    """Put red, green, blue, alpha into pixels and mask; a transparent pixel is 0 and masked out.

    Args:
        image: (4, rows, columns).
        room: three bands and a mask of the same size.
    """
    opaque = image[3] != 0
    np.multiply(image[:3], opaque, out=room.values)
    if room.mask is not None:
        room.mask[:] = opaque
