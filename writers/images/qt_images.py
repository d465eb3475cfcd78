"""Image encoders that Qt brings: of the same pixels as GDAL's, in a third of the time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .qt import QBuffer, QImage, QImageWriter, QIODevice

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ..image_format import ImageEncoder

_FORMATS = {1: QImage.Format.Format_Grayscale8, 3: QImage.Format.Format_RGB888}


def image_encoders() -> dict[str, ImageEncoder]:
    """Return the encoders that this Qt has, by the documented name of their format."""
    known = {bytes(each).upper() for each in QImageWriter.supportedImageFormats()}
    return {"JPEG": _encode_jpeg} if b"JPEG" in known else {}


def _encode_jpeg(pixels: NDArray[Any], quality: int) -> bytes:
    rows, columns, bands = pixels.shape
    image = QImage(pixels.data, columns, rows, columns * bands, _FORMATS[bands])
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return bytes(buffer.data()) if image.save(buffer, "JPEG", quality) else b""
