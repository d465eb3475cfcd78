"""The body of a server's answer: unpacked piece by piece, and never larger than the request can need."""

from __future__ import annotations

import io
import zlib

from ...chipping.retry import TroubleError

ENCODINGS = b"gzip, deflate"
"""What a server is told that it may pack its answers with."""

_NEXT = b"\x1f"  # begins a file of gzip; there may be several, one after the other
_MOST_LOSS = 1 << 16  # bytes by which what is packed may be longer
_STEP = 1 << 20  # bytes that are unpacked at a time
_WRAPPED, _BARE = 32 + zlib.MAX_WBITS, -zlib.MAX_WBITS  # gzip or zlib; deflate without either's head


def image_bytes(width: int, height: int, pixel_bytes: int) -> int:
    """Return how many bytes an image file may have.

    Blocks of the file may reach beyond the image, smaller copies of it may
    follow, and colour profiles and words are small.

    Args:
        width: columns (pixels).
        height: rows (pixels).
        pixel_bytes: bytes of a pixel in all bands.
    """
    return (width + 512) * (height + 512) * pixel_bytes * 3 // 2 + (1 << 20)


def in_megabytes(size: int) -> str:
    """Return a number of bytes for a sentence."""
    return f"{size / 1e6:.1f} MB"


class Body:
    """Collects the body of one answer."""

    def __init__(self, most: int, encoding: str = "") -> None:
        """Begin with nothing.

        Args:
            most: bytes that it may have when it is unpacked.
            encoding: the header ``Content-Encoding``.

        Raises:
            TroubleError: it is packed in a way that was not asked for.
        """
        self._most = most
        self._arrived = self._size = 0
        self._file = io.BytesIO()
        encoding = encoding.strip().lower()
        if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise TroubleError("the server packed its answer in a way that was not asked for", passing=False)
        self._is_packed = encoding not in ("", "identity")
        self._unpacker = zlib.decompressobj(_WRAPPED)
        self._head = b""
        self._begun = False

    def add(self, data: bytes) -> None:
        """Add what came.

        Raises:
            TroubleError: it is too much, or cannot be unpacked.
        """
        self._arrived += len(data)
        self._check(self._arrived - _MOST_LOSS)
        if not self._is_packed:
            self._keep(data)
            return
        try:
            self._unpack(data if self._begun else self._beginning(data))
        except zlib.error as error:
            raise TroubleError("the server sent a packed answer that cannot be unpacked") from error

    def content(self) -> bytes:
        """Return all of it.

        Raises:
            TroubleError: its end is missing.
        """
        if (self._begun or self._head) and not self._unpacker.eof:
            raise TroubleError("the server sent only a part of its answer")
        return self._file.getvalue()

    def _beginning(self, data: bytes) -> bytes:
        """Return the first bytes once there are as many as say how all is packed, nothing before."""
        self._head += data
        if len(self._head) < 2:
            return b""
        try:
            zlib.decompressobj(_WRAPPED).decompress(self._head, 1)
        except zlib.error:
            self._unpacker = zlib.decompressobj(_BARE)
        self._begun = True
        return self._head

    def _unpack(self, data: bytes) -> None:
        while data:
            if self._unpacker.eof:
                if not data.startswith(_NEXT):
                    return  # some servers pad
                self._unpacker = zlib.decompressobj(_WRAPPED)
            self._keep(self._unpacker.decompress(data, _STEP))
            data = self._unpacker.unconsumed_tail or self._unpacker.unused_data

    def _keep(self, data: bytes) -> None:
        self._size += len(data)
        self._check(self._size)
        self._file.write(data)

    def _check(self, size: int) -> None:
        if size > self._most:
            raise TroubleError(
                f"the server sent more than the {in_megabytes(self._most)} that the answer may have",
                passing=False,
            )
