"""Pixels of a GDAL layer: whole pixels, bit for bit, from the source that its data provider names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from osgeo import gdal
from qgis.core import QgsNetworkAccessManager, QgsProviderRegistry, QgsRasterLayer

from ..chipping.chip import PixelBlock
from ..chipping.frame import PixelFrame
from ..chipping.gdal_calls import read_values
from ..chipping.pixel_types import gdal_type
from ..chipping.retry import PATIENCE, Stop, TroubleError, pause_unless, retried, watched
from ..chipping.window import Window
from .band_choice import bands_to_read
from .bands import file_bands, meanings
from .file_facts import (
    block_rows,
    blocks_of,
    decodes_side_by_side,
    file_frame,
    is_remote,
    is_south_up,
    open_dataset,
)
from .provider import ProviderPixels, provider_frame
from .source import Bands, Pixels, SourceReport, UnreadableError, empty_block
from .validity.masks import FileMask

_STRIP_VALUES = 1 << 21  # pixels times bands that are read from a file at once, so that Cancel is heard
_REMOTE_PART = 1024  # rows and columns of a request, so that Cancel is heard and a failure costs little
_LONGEST = 10  # network time-outs that a request may take, however the server drips


def open_file(layer: QgsRasterLayer, wanted: Sequence[int] = ()) -> Pixels:
    """Return the pixels of a layer of any provider but the network's; to be called in the layer's thread.

    Args:
        layer: the layer.
        wanted: numbers of the bands that the user chose, in their order; none for all.

    Raises:
        ExportError: the raster cannot be cut into chips.
    """
    dataset = layer_dataset(layer) if layer.providerType() == "gdal" else None
    return ProviderPixels.of(layer, wanted) if dataset is None else FilePixels.of(layer, dataset, wanted)


def layer_dataset(layer: QgsRasterLayer) -> Any | None:
    """Return the dataset behind a layer of QGIS's gdal provider, None where GDAL does not open it again."""
    uri = layer.dataProvider().dataSourceUri()
    path = uri if uri.startswith("<") else uri.partition("|")[0]
    options = QgsProviderRegistry.instance().decodeUri("gdal", uri).get("openOptions") or ()
    dataset = open_dataset(path, options)
    if dataset is None or is_remote(dataset) or not decodes_side_by_side(dataset, options):
        return dataset
    return open_dataset(path, (*options, "NUM_THREADS=ALL_CPUS")) or dataset


@dataclass(frozen=True)
class FilePixels:
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
    """

    dataset: Any
    frame: PixelFrame
    bands: Bands
    mask: FileMask = field(default_factory=FileMask)
    south_up: bool = False
    is_local: bool = True
    report: SourceReport = field(default_factory=SourceReport)

    @classmethod
    def of(cls, layer: QgsRasterLayer, dataset: Any, wanted: Sequence[int] = ()) -> FilePixels:
        """Return a layer's pixels; to be called in the layer's thread.

        Args:
            layer: a layer of QGIS's gdal provider.
            dataset: its file.
            wanted: numbers of the bands that the user chose, in their order; none for all.

        Raises:
            ExportError: the raster cannot be cut into chips.
        """
        provider, count = layer.dataProvider(), dataset.RasterCount
        has_mask = provider.bandCount() > count
        numbers = bands_to_read(layer.name(), meanings(provider, count), wanted, has_mask)
        frame = file_frame(dataset, layer.name()) or _frame_without_place(layer, dataset)
        bands, set_aside = file_bands(layer, dataset, numbers)
        return cls(
            dataset=dataset,
            frame=frame,
            bands=bands,
            mask=FileMask.of(dataset, numbers, set_aside),
            south_up=is_south_up(dataset),
            is_local=not is_remote(dataset),
        )

    @property
    def _numbers(self) -> tuple[int, ...]:
        """The bands that GDAL is asked for, none for all in their order, which it reads fastest."""
        numbers = self.bands.numbers
        return () if numbers == tuple(range(1, self.dataset.RasterCount + 1)) else numbers

    @property
    def mask_planes(self) -> int:
        """Planes that say of each pixel if it counts, beside its bands."""
        return self.mask.planes

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
        """Read a part; from a server with patience, and into memory that a request without end may keep."""
        if self.is_local:
            self._fill(part, room)
            return
        limit = QgsNetworkAccessManager.timeout() / 1000
        read = retried(
            lambda: watched(lambda: self._requested(part, limit), stop, limit * _LONGEST),
            pause_unless(stop),
            PATIENCE * limit,
        )
        room.values[:] = read.values
        if room.mask is not None:
            room.mask[:] = read.mask

    def _requested(self, part: Window, limit: float) -> PixelBlock:
        """Return a part, asking a server that counts as dead after some seconds of silence.

        Raises:
            TroubleError: it could not be read.
        """
        _bound_requests(limit)
        block = empty_block(part, self.bands, self.mask_planes)
        self._fill(part, block)
        return block

    def _fill(self, part: Window, room: PixelBlock) -> None:
        """Read a part into the room for it.

        Raises:
            TroubleError: it could not be read.
        """
        stored, room = (self._turned(part), _turned_room(room)) if self.south_up else (part, room)
        read_values(self.dataset, stored, room.values, gdal_type(self.bands.dtype), self._numbers)
        if room.mask is not None:
            self.mask.fill(stored, room.values, room.mask)

    def _turned(self, part: Window) -> Window:
        """Return where a part's rows lie in a file whose first row is the southernmost."""
        return Window(self.frame.height - part.row_end, part.col_off, part.height, part.width)


def _turned_room(room: PixelBlock) -> PixelBlock:
    return PixelBlock(room.values[:, ::-1], None if room.mask is None else room.mask[..., ::-1, :])


def _frame_without_place(layer: QgsRasterLayer, dataset: Any) -> PixelFrame:
    """Return where the pixels of a file without geotransform lie: where QGIS shows them."""
    provider = layer.dataProvider()
    if (provider.xSize(), provider.ySize()) == (dataset.RasterXSize, dataset.RasterYSize):
        return provider_frame(layer)
    return PixelFrame(0.0, 0.0, 1.0, 1.0, dataset.RasterYSize, dataset.RasterXSize)


def _bound_requests(limit: float) -> None:
    """Let GDAL's requests of this thread fail after some seconds of silence."""
    seconds = str(max(1, round(limit)))
    for name in ("GDAL_HTTP_CONNECTTIMEOUT", "GDAL_HTTP_LOW_SPEED_TIME"):
        gdal.SetThreadLocalConfigOption(name, seconds)
    gdal.SetThreadLocalConfigOption("GDAL_HTTP_LOW_SPEED_LIMIT", "1")
