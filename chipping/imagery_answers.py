"""What a server's answer is: pixels, "I have none there", or trouble in the server's words."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any, Callable, NamedTuple, Optional, Protocol, TypeVar

import numpy as np
from lxml import etree
from osgeo import gdal

from .grid import Window
from .imagery_pixels import Bands
from .retry import Stop, TroubleError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

_ABSENT = {204, 404, 410}
_PASSING = {0, 408, 425, 429}  # and all from 500
_LONGEST_WORDS = 300  # characters of a server's answer that are told
_PICTURES = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "GTiff")
_ENDS = {  # what stands at the end of a whole image, by what stands at its beginning
    b"\x89PNG": b"IEND\xaeB`\x82",
    b"\xff\xd8": b"\xff\xd9",
    b"GIF8": b"\x3b",
}
_TAIL = 64  # bytes in which the end is looked for: some servers pad


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
    """

    window: Window
    url: str


Image = Optional["NDArray[Any]"]
"""(bands, rows, columns); None where the server has none."""


T = TypeVar("T")


class Server(Protocol):
    """Answers several requests at once (imagery_web.Web does)."""

    def each(
        self, requests: Sequence[Request], read: Callable[[Answer, Request], T], stop: Stop
    ) -> Iterator[tuple[Request, T]]:
        """Give what is read from the answers, in the order in which they come.

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


def server_words(content: bytes) -> str:
    """Return what a text answer says: an exception in XML or JSON, or the text of a page."""
    text = content[:20000].decode("utf-8", errors="replace").strip()
    if text.startswith("{"):
        text = _json_words(text)
    elif text.startswith("<"):
        parser = etree.HTMLParser() if "<html" in text[:500].lower() else etree.XMLParser(recover=True)
        root = etree.fromstring(text.encode(), parser)
        text = " ".join(str(each) for each in root.itertext()) if root is not None else ""
    if not text.isprintable() and "\ufffd" in text:
        return ""
    return " ".join(text.split())[:_LONGEST_WORDS]


def _json_words(text: str) -> str:
    """Return the message of ArcGIS's ``{"error": {"message": …, "details": […]}}``."""
    try:
        error = json.loads(text).get("error", {})
    except ValueError:
        return text
    if not isinstance(error, dict):
        return str(error)
    return " ".join(str(each) for each in [error.get("message", text), *error.get("details", [])])


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
    dataset, pixels = _decoded(content, width, height)
    if pixels.dtype != np.uint8:
        raise TroubleError(f"the image has {pixels.dtype} pixels, not 8 bit", passing=False)
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
    _, pixels = _decoded(content, width, height)
    if len(pixels) < bands.count or pixels.dtype != bands.dtype:
        raise TroubleError(
            f"the coverage has {len(pixels)} bands of {pixels.dtype}, not {bands.count} of {bands.dtype}",
            passing=False,
        )
    return pixels[: bands.count]


def _decoded(content: bytes, width: int, height: int) -> tuple[Any, NDArray[Any]]:
    """Return an image's dataset and all its pixels.

    Raises:
        TroubleError: it is no whole image, or not of that size.
    """
    if not _is_whole(content):
        raise TroubleError("the server sent only a part of the image")
    path = f"/vsimem/training_data_exporter/{uuid.uuid4().hex}"
    gdal.FileFromMemBuffer(path, content)
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        dataset = gdal.OpenEx(path, gdal.OF_RASTER, allowed_drivers=list(_PICTURES))
        pixels = None if dataset is None else dataset.ReadAsArray()
    except RuntimeError:
        dataset = pixels = None
    finally:
        gdal.PopErrorHandler()
        gdal.Unlink(path)
    if pixels is None:
        raise TroubleError(server_words(content) or "the server sent something that is no whole image")
    _check_size((dataset.RasterXSize, dataset.RasterYSize), (width, height))
    return dataset, pixels if pixels.ndim == 3 else pixels[None]


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
