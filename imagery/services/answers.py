"""What a server's answer is: pixels, "I have none there", or trouble in the server's words."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any, Callable, NamedTuple, Optional, Protocol, TypeVar

import numpy as np
from osgeo import gdal

from ...chipping.pixel_types import NUMPY_NAMES, band_type
from ...chipping.retry import Stop, TroubleError
from ...chipping.window import Window
from ..source import Bands
from .server_words import server_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

_ABSENT = {204, 404, 410}
_PASSING = {0, 408, 425, 429}  # and all from 500
_PICTURES = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "GTiff")
_ENDS = {  # what stands at the end of a whole image, by what stands at its beginning
    b"\x89PNG": b"IEND\xaeB`\x82",
    b"\xff\xd8": b"\xff\xd9",
    b"GIF8": b"\x3b",
}
_TAIL = 64  # bytes in which the end is looked for: some servers pad
_MOST_BLOCK_BYTES = 16 << 20  # of a file's block that are decoded at once, or what is wanted twice over
_MORE_BANDS = 4  # than wanted that a file may have

PICTURE_BYTES = 4
"""Bytes of a picture's pixel: red, green, blue, alpha."""


class Answer(NamedTuple):
    """What came back for a request.

    Attributes:
        status: HTTP status, 0 where none came.
        content: the body.
        error: the network's words where the request failed, else "".
    """

    status: int
    content: bytes
    error: str = ""


class Request(NamedTuple):
    """A part of a window and where to get it.

    Attributes:
        window: which pixels, in the source's frame.
        url: address.
        most: bytes that the answer may have.
    """

    window: Window
    url: str
    most: int


Image = Optional["NDArray[Any]"]
"""(bands, rows, columns); None where the server has none."""


T = TypeVar("T")


class Server(Protocol):
    """Answers several requests at once (imagery_web.Web does)."""

    def each(
        self, requests: Sequence[Request], read: Callable[[Answer, Request], T], stop: Stop
    ) -> Iterator[tuple[Request, T]]:
        """Yield what is read from the answers, in the order in which they come.

        Args:
            requests: what is wanted.
            read: raises TroubleError where an answer is no good; runs in several threads.
            stop: raises Cancelled when the user has cancelled.

        Raises:
            UnreadableError: no good answer came to one of them, in several attempts.
        """


def is_absent(answer: Answer) -> bool:
    """Return whether the server says that it does not have what was asked for."""
    return answer.status in _ABSENT


def body(answer: Answer) -> bytes:
    """Return the content of a good answer.

    Raises:
        TroubleError: the answer is no good.
    """
    if answer.status == 200 and not answer.error:
        return answer.content
    words = server_words(answer.content)
    said = ": ".join(part for part in (answer.error or f"HTTP {answer.status}", words) if part)
    raise TroubleError(
        said, passing=answer.status in _PASSING or answer.status == 200 or answer.status >= 500
    )


def picture(content: bytes, width: int, height: int) -> NDArray[np.uint8]:
    """Return an image as red, green, blue, alpha.

    Args:
        content: a PNG, JPEG, GIF, WebP, BMP or TIFF file.
        width: columns it must have (pixels).
        height: rows it must have (pixels).

    Returns:
        (4, rows, columns).

    Raises:
        TroubleError: it is no whole image, or not of that size.
    """
    dataset, pixels = _decoded(content, _Wanted(width, height, "uint8", 1, 4))
    table = dataset.GetRasterBand(1).GetColorTable() if len(pixels) == 1 else None
    if table is not None:
        colors = np.zeros((256, 4), dtype=np.uint8)
        for value in range(min(256, table.GetCount())):
            colors[value] = table.GetColorEntry(value)
        return np.moveaxis(colors[pixels[0]], -1, 0)
    if len(pixels) in (2, 4):
        color, alpha = pixels[:-1], pixels[-1:]
    else:
        color, alpha = pixels[:3], np.full((1, height, width), 255, dtype=np.uint8)
    gray = len(color) < 3
    return np.concatenate([np.repeat(color[:1], 3, axis=0) if gray else color, alpha])


def raw_values(content: bytes, bands: Bands, width: int, height: int) -> NDArray[Any]:
    """Return the values of a TIFF.

    Args:
        content: the file.
        bands: what it must hold.
        width: columns it must have (pixels).
        height: rows it must have (pixels).

    Returns:
        (bands, rows, columns).

    Raises:
        TroubleError: it is no whole file, or holds something else.
    """
    wanted = _Wanted(width, height, bands.dtype, bands.count, bands.count + _MORE_BANDS)
    _, pixels = _decoded(content, wanted)
    pixels = pixels[: bands.count]
    signed = bands.dtype == "int8"  # before version 3.7 GDAL reads signed bytes as bytes
    return pixels.view(bands.dtype) if signed else pixels.astype(bands.dtype, copy=False)


class _Wanted(NamedTuple):
    """What an image must be.

    Attributes:
        width: columns (pixels).
        height: rows (pixels).
        dtype: numpy name of its pixel type.
        least: bands at least.
        most: bands at most.
    """

    width: int
    height: int
    dtype: str
    least: int
    most: int

    @property
    def block_bytes(self) -> int:
        """Bytes that may be decoded at once."""
        itemsize = np.dtype(self.dtype).itemsize
        return max(_MOST_BLOCK_BYTES, 2 * self.width * self.height * self.most * itemsize)


def _decoded(content: bytes, wanted: _Wanted) -> tuple[Any, NDArray[Any]]:
    """Return an image's dataset and all its pixels.

    Raises:
        TroubleError: it is no whole image, or not what is wanted.
    """
    if not _is_whole(content):
        raise TroubleError("the server sent only a part of the image")
    path = f"/vsimem/training_data_exporter/{uuid.uuid4().hex}"
    gdal.FileFromMemBuffer(path, content)
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        dataset = gdal.OpenEx(path, gdal.OF_RASTER, allowed_drivers=list(_PICTURES))
        if dataset is not None:
            _check_head(dataset, wanted)
        pixels = None if dataset is None else dataset.ReadAsArray()
    except RuntimeError:
        dataset = pixels = None
    finally:
        gdal.PopErrorHandler()
        gdal.Unlink(path)
    if pixels is None:
        raise TroubleError(server_words(content) or "the server sent something that is no whole image")
    return dataset, pixels if pixels.ndim == 3 else pixels[None]


def _check_head(dataset: Any, wanted: _Wanted) -> None:
    """Make sure that an image is what is wanted before any of it is decoded.

    Raises:
        TroubleError: it is not.
    """
    _check_size((dataset.RasterXSize, dataset.RasterYSize), (wanted.width, wanted.height))
    bands = [dataset.GetRasterBand(1)] if dataset.RasterCount else []
    dtype = NUMPY_NAMES.get(band_type(bands[0]), "other") if bands else "no"
    if not wanted.least <= dataset.RasterCount <= wanted.most or dtype != wanted.dtype:
        raise TroubleError(
            f"the image has {dataset.RasterCount} bands of {dtype} pixels, not {wanted.least} of "
            f"{wanted.dtype}",
            passing=False,
        )
    across, down = bands[0].GetBlockSize()
    if across * down * dataset.RasterCount * np.dtype(dtype).itemsize > wanted.block_bytes:
        raise TroubleError("the image has blocks much larger than itself", passing=False)


def _is_whole(content: bytes) -> bool:
    """Return whether an image has its end; decoders fill in what is missing without a word."""
    for start, end in _ENDS.items():
        if content.startswith(start):
            return end in content[-_TAIL:]
    return True


def _check_size(found: Sequence[int], wanted: Sequence[int]) -> None:
    if tuple(found) != tuple(wanted):
        raise TroubleError(
            f"the server sent {found[0]} x {found[1]} pixels instead of {wanted[0]} x {wanted[1]}",
            passing=False,
        )
