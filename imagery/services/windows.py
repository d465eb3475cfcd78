"""Pixels of a service that draws any window in any size: WMS, WCS, ArcGIS export."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Callable

from ...chipping.chip import PixelBlock
from ...chipping.frame import PixelFrame
from ...chipping.retry import Stop
from ...chipping.window import Window
from ..source import Bands, Seen, SourceReport
from .answers import PICTURE_BYTES, Answer, Request, Server, body, picture, raw_values
from .bounded_body import image_bytes
from .tiles import put_picture

if TYPE_CHECKING:
    from numpy.typing import NDArray

LARGEST = 2048
"""Columns and rows of a request where the server allows more, or does not say."""

_Address = Callable[[tuple[float, float, float, float], int, int], str]


@dataclass(frozen=True)
class WindowPixels:
    """A service that answers requests for an extent and a size.

    Attributes:
        frame: the pixels wanted, on the map.
        bands: what they are.
        mask_planes: 1 where the service draws pictures, whose alpha says which pixels count, else 0.
        address: URL for x min, y min, x max, y max (map units), columns and rows.
        largest: columns and rows that a request may have.
        server: answers requests.
        report: what happened so far.
    """

    is_local = False

    frame: PixelFrame
    bands: Bands
    mask_planes: int
    address: _Address
    largest: tuple[int, int]
    server: Server
    report: SourceReport = field(default_factory=SourceReport)

    def block_bytes(self, rows: int) -> int:
        """Return 0: GDAL keeps nothing of a service."""
        return 0

    def read(self, window: Window, out: PixelBlock, stop: Stop) -> None:
        """Read pixels; see Pixels.

        Raises:
            UnreadableError: a part could not be had.
        """
        width, height = (min(each, LARGEST) for each in self.largest)
        requests = [self._request(part) for part in window.tiles(height, width)]
        seen = Seen(window)
        for request, pixels in self.server.each(requests, self._image, stop):
            room = out.part(request.window, window)
            if self.mask_planes:
                put_picture(pixels, room)
            else:
                room.values[:] = pixels
            seen.add(request.window)
        seen.check()

    def _request(self, part: Window) -> Request:
        """Return how a part is asked for."""
        url = self.address(self.frame.extent(part), part.width, part.height)
        pixel_bytes = PICTURE_BYTES if self.mask_planes else self.bands.pixel_bytes
        return Request(part, url, image_bytes(part.width, part.height, pixel_bytes))

    def _image(self, answer: Answer, request: Request) -> NDArray[Any]:
        """Return the pixels that an answer holds."""
        part = request.window
        if self.mask_planes:
            return picture(body(answer), part.width, part.height)
        return raw_values(body(answer), self.bands, part.width, part.height)
