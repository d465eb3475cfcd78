"""Uncompressed TIFF files, read past GDAL's cache of blocks.

GDAL takes the bands of such a block apart to keep them, and puts them together again for who wants all
bands of a pixel, as chips do. Read line by line it only copies: a quarter of the time, and no cache. Its
option GTIFF_DIRECT_IO is for that, see https://gdal.org/drivers/raster/gtiff.html#configuration-options.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from osgeo import gdal

from ..chipping.gdal_calls import read_values
from ..chipping.retry import TroubleError
from ..chipping.window import Window
from .file_facts import open_dataset

if TYPE_CHECKING:
    from numpy.typing import NDArray

_OPTION = "GTIFF_DIRECT_IO"
_PATIENCE = 0.5  # seconds that a reading may take however little it reads
_LEAST_RATE = 32 << 20  # bytes a second; where each line is asked of a network by itself, it is less


class DirectReading:
    """A second look at a file: as long as that goes well."""

    def __init__(self, dataset: Any) -> None:
        """Know the file.

        Args:
            dataset: the file, opened for it, read by one thread at a time.
        """
        self._dataset = dataset

    @classmethod
    def of(cls, dataset: Any, options: Sequence[str]) -> DirectReading | None:
        """Return the same for a file that is open, None for one that GDAL does not read so, or no faster.

        Args:
            dataset: the file.
            options: open options that it was opened with.
        """
        if not _is_simple(dataset) or not hasattr(gdal, "SetThreadLocalConfigOption"):
            return None
        before = gdal.GetThreadLocalConfigOption(_OPTION)
        gdal.SetThreadLocalConfigOption(_OPTION, "YES")  # GDAL looks at it as it opens a file
        try:
            opened = open_dataset(dataset.GetDescription(), options)
        finally:
            gdal.SetThreadLocalConfigOption(_OPTION, before)
        return None if opened is None else cls(opened)

    def read(self, window: Window, out: NDArray[Any], data_type: int) -> bool:
        """Read all bands of a window; return whether it was read.

        It is not where the file is damaged, which GDAL tells better as it reads blocks; nor any more
        where it took long.

        Args:
            window: which pixels, all of them in the raster.
            out: (bands, rows, columns), is filled.
            data_type: GDAL's number for the type of ``out``.
        """
        if self._dataset is None:
            return False
        began = time.monotonic()
        try:
            read_values(self._dataset, window, out, data_type)
        except TroubleError:
            self._dataset = None
            return False
        if time.monotonic() - began > _PATIENCE + out.nbytes / _LEAST_RATE:
            self._dataset = None
        return True


def _is_simple(dataset: Any) -> bool:
    """Return whether a dataset is an uncompressed TIFF file on a disk whose pixels' bands lie together."""
    if dataset.GetDriver().ShortName != "GTiff" or not Path(dataset.GetDescription()).is_file():
        return False
    stored = (dataset.GetMetadataItem(name, "IMAGE_STRUCTURE") for name in ("COMPRESSION", "INTERLEAVE"))
    compression, interleave = stored
    return compression is None and (interleave == "PIXEL" or dataset.RasterCount == 1)
