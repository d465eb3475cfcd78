"""Call GDAL whether or not it is set to raise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Callable, TypeVar

import numpy as np
from osgeo import gdal

from .retry import TroubleError
from .window import Window

if TYPE_CHECKING:
    from numpy.typing import NDArray

T = TypeVar("T")


def decoded(text: str | bytes) -> str:
    """Return a text that GDAL hands over, which is bytes where it is not in UTF-8."""
    return text.decode("utf-8", "replace") if isinstance(text, bytes) else text


def read_values(
    dataset: Any, window: Window, out: NDArray[Any], data_type: int, bands: Sequence[int] = ()
) -> None:
    """Read bands of a window of whole pixels, as they are stored.

    Args:
        dataset: a raster.
        window: which pixels, all of them in the raster.
        out: (bands, rows, columns), in memory of any order; is filled.
        data_type: GDAL's number for the type of ``out``.
        bands: numbers of the bands, from 1, in the order of ``out``; none for all.

    Raises:
        TroubleError: GDAL could not read them.
    """
    if min(out.strides) < 0:
        turned = np.empty_like(out)
        read_values(dataset, window, turned, data_type, bands)
        out[:] = turned
        return
    band_space, line_space, pixel_space = out.strides
    _told(
        lambda: dataset.ReadRaster(
            *_rectangle(window),
            buf_xsize=window.width,
            buf_ysize=window.height,
            buf_type=data_type,
            buf_pixel_space=pixel_space,
            buf_line_space=line_space,
            buf_band_space=band_space,
            band_list=list(bands) or None,
            buf_obj=_memory_of(out),
        )
    )


def read_mask(dataset: Any, band: int, window: Window) -> NDArray[Any]:
    """Return the mask of one band in a window, (rows, columns), 0 where a pixel does not count.

    Args:
        dataset: a raster.
        band: number of the band, from 1.
        window: which pixels, all of them in the raster.

    Raises:
        TroubleError: GDAL could not read it.
    """
    mask: NDArray[Any] = _told(
        lambda: dataset.GetRasterBand(band).GetMaskBand().ReadAsArray(*_rectangle(window))
    )
    return mask


def mask_flags(dataset: Any, band: int) -> int:
    """Return what GDAL says of the mask of a band, see ``gdal.GMF_ALL_VALID`` and others.

    Args:
        dataset: a raster.
        band: number of the band, from 1.

    Raises:
        TroubleError: there is a mask that GDAL cannot open; not set to raise it takes that for none.
    """
    flags = _told(lambda: dataset.GetRasterBand(band).GetMaskFlags())
    if gdal.GetLastErrorType() >= gdal.CE_Failure:
        raise TroubleError(gdal.GetLastErrorMsg())
    return int(flags)


def _rectangle(window: Window) -> tuple[int, int, int, int]:
    return window.col_off, window.row_off, window.width, window.height


def _memory_of(values: NDArray[Any]) -> NDArray[np.uint8]:
    """Return the bytes from the first to the last of an array's values, what lies between them included."""
    steps = ((size - 1) * stride for size, stride in zip(values.shape, values.strides))
    length = sum(steps) + values.itemsize
    first = values[0, 0, :1].view(np.uint8)
    return np.lib.stride_tricks.as_strided(first, (length,), (1,))


def _told(call: Callable[[], T | None]) -> T:
    """Return what a call to GDAL returns.

    Raises:
        TroubleError: it failed; the message says why in GDAL's words.
    """
    gdal.ErrorReset()
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        result = call()
    except RuntimeError as error:
        raise TroubleError(str(error)) from error
    finally:
        gdal.PopErrorHandler()
    if result is None:
        raise TroubleError(gdal.GetLastErrorMsg() or "GDAL gives no pixels")
    return result


def quietly(call: Callable[[], T | None]) -> T | None:
    """Return what GDAL gives, None where it cannot, whether or not it is set to raise."""
    try:
        return _told(call)
    except TroubleError:
        return None
