"""Pixels of a GDAL layer: whole pixels, bit for bit, through its data provider."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from osgeo import gdal
from qgis.core import (
    QgsNetworkAccessManager,
    QgsProviderRegistry,
    QgsRasterBlock,
    QgsRasterDataProvider,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt import sip

from .chip import PixelBlock
from .errors import ExportError
from .grid import PixelFrame, Window
from .imagery_bands import PIXEL_TYPES, provider_bands
from .imagery_gdal import (
    covered,
    file_frame,
    has_scale,
    is_remote,
    is_south_up,
    mosaic_parts,
    open_dataset,
    raw_twin,
)
from .imagery_pixels import Bands, SourceReport, UnreadableError, part_of, parts, strips
from .retry import PATIENCE, Stop, TroubleError, pause_unless, retried, watched

if TYPE_CHECKING:
    from numpy.typing import NDArray

_STRIP_PIXELS = 1 << 21  # of a band that are read from a file at once: about what processors have as cache
_REMOTE_PART = 1024  # rows and columns of a request, so that Cancel is heard and a failure costs little
_BREATH = 0.001  # share of a pixel
_LONGEST = 10  # network time-outs that a request may take, however the server drips


@dataclass(frozen=True)
class FilePixels:
    """A raster that GDAL opens.

    Attributes:
        provider: a clone of the layer's provider, or of its raw twin's.
        frame: the pixels on the map.
        bands: what they are.
        requested: the pixels as the provider shows them.
        mask_band: number of the band in which the provider shows the file's mask, 0 for none.
        mosaic: where the parts of a mosaic with gaps lie, see ``mosaic_parts``.
        south_up: the provider's first row is the southernmost.
        remote: reading asks a server, which may fail or never answer.
        report: what happened so far.
    """

    provider: QgsRasterDataProvider
    frame: PixelFrame
    bands: Bands
    requested: PixelFrame
    mask_band: int = 0
    mosaic: NDArray[np.int64] | None = None
    south_up: bool = False
    remote: bool = False
    report: SourceReport = field(default_factory=SourceReport)

    @classmethod
    def of(cls, layer: QgsRasterLayer) -> FilePixels:
        """Return a layer's pixels; to be called in the layer's thread.

        Args:
            layer: a layer of QGIS's gdal provider.

        Raises:
            ExportError: the raster cannot be cut into chips.
        """
        dataset, provider = layer_dataset(layer), layer.dataProvider()
        if dataset is None:
            frame = _provider_frame(layer)
            return cls(_clone(provider), frame, provider_bands(layer, provider, provider.bandCount()), frame)
        frame = requested = file_frame(dataset, layer.name()) or _provider_frame(layer)
        if is_south_up(dataset) or has_scale(dataset):
            provider, requested = _twin_provider(dataset, layer.name()), _unit_frame(frame)
        count, remote = dataset.RasterCount, is_remote(dataset)
        bands = provider_bands(layer, provider, count)
        has_mask = provider.bandCount() == count + 1
        says_nodata = has_mask or bands.nodata != (None,) * count
        return cls(
            provider=_clone(provider, not remote and requested.has_exact_borders),
            frame=frame,
            bands=bands,
            requested=requested,
            mask_band=count + 1 if has_mask else 0,
            mosaic=None if says_nodata else mosaic_parts(dataset),
            south_up=is_south_up(dataset),
            remote=remote,
        )

    @property
    def has_mask(self) -> bool:
        """Whether it says of each pixel if it counts, beside its bands."""
        return bool(self.mask_band) or self.mosaic is not None

    @property
    def is_local(self) -> bool:
        """Whether reading asks no server."""
        return not self.remote

    def read(self, window: Window, out: PixelBlock, stop: Stop) -> None:
        """Read pixels; see Pixels.

        Raises:
            UnreadableError: they could not be read.
        """
        for part in self._parts(window):
            room = part_of(out, part, window)
            for band, plane in enumerate(room.values, start=1):
                self._read_part(band, part, plane, stop)
            if room.mask is None:
                continue
            if self.mosaic is not None:
                room.mask[:] = covered(self.mosaic, part)
            else:
                self._read_part(self.mask_band, part, room.mask, stop)

    def _parts(self, window: Window) -> Iterator[Window]:
        """Give what is read at once: of a file whole rows of blocks, few enough for the cache."""
        if self.remote:
            return parts(window, _REMOTE_PART, _REMOTE_PART)
        block_rows = max(1, self.provider.yBlockSize())
        return strips(window, block_rows * max(1, _STRIP_PIXELS // (window.width * block_rows)))

    def _read_part(self, band: int, part: Window, out: NDArray[Any], stop: Stop) -> None:
        """Read one band of a part, (rows, columns)."""
        block = self._checked_block(band, part, stop)
        pixels = block_view(block, PIXEL_TYPES[block.dataType()])
        out[:] = pixels[::-1] if self.south_up else pixels

    def _checked_block(self, band: int, part: Window, stop: Stop) -> QgsRasterBlock:
        """Return one band of a part, once more where a server was in trouble."""
        stop()
        try:
            if not self.remote:
                return self._block(band, part)
            limit = QgsNetworkAccessManager.timeout() / 1000
            return retried(
                lambda: watched(lambda: self._block(band, part, limit), stop, limit * _LONGEST),
                pause_unless(stop),
                PATIENCE * limit,
            )
        except TroubleError as trouble:
            raise UnreadableError(f"band {band}: {trouble}", part) from trouble

    def _block(self, band: int, part: Window, limit: float = 0) -> QgsRasterBlock:
        """Return a band's pixels of a part, upside down where the file is.

        Args:
            band: its number, from 1.
            part: which pixels.
            limit: seconds of silence after which a server counts as dead, 0 for a file.

        Raises:
            TroubleError: the provider could not read them.
        """
        if limit:
            _bound_requests(limit)
        row = self.frame.height - part.row_end if self.south_up else part.row_off
        extent = QgsRectangle(*self.requested.extent(Window(part.col_off, row, part.width, part.height)))
        if self.remote:
            extent = _inset(extent, self.requested)
        gdal.ErrorReset()
        block = self.provider.block(band, extent, part.width, part.height)
        if not block.isValid() or (block.width(), block.height()) != (part.width, part.height):
            raise TroubleError(block.error().summary() or gdal.GetLastErrorMsg() or "the block is not valid")
        if not self.provider.isValid():  # a clone opens its file late; if it cannot, its blocks hold noise
            raise TroubleError(gdal.GetLastErrorMsg() or "the file cannot be opened")
        return block


def _inset(extent: QgsRectangle, frame: PixelFrame) -> QgsRectangle:
    """Return an extent smaller by a breath, which needs the same pixels.

    Rounding could make QGIS read one more row or column, and so ask for a tile
    that may not be there.
    """
    across, down = _BREATH * frame.cell_x, _BREATH * frame.cell_y
    return QgsRectangle(
        extent.xMinimum() + across,
        extent.yMinimum() + down,
        extent.xMaximum() - across,
        extent.yMaximum() - down,
    )


def _bound_requests(limit: float) -> None:
    """Let GDAL's requests of this thread fail after some seconds of silence."""
    seconds = str(max(1, round(limit)))
    for name in ("GDAL_HTTP_CONNECTTIMEOUT", "GDAL_HTTP_LOW_SPEED_TIME"):
        gdal.SetThreadLocalConfigOption(name, seconds)
    gdal.SetThreadLocalConfigOption("GDAL_HTTP_LOW_SPEED_LIMIT", "1")


def block_view(block: QgsRasterBlock, dtype: str) -> NDArray[Any]:
    """Return a block's pixels, (rows, columns), which may die with the block.

    Args:
        block: the block, held by the caller.
        dtype: numpy name of its pixel type.
    """
    return np.frombuffer(block.data(), dtype=dtype).reshape(block.height(), block.width())


def layer_dataset(layer: QgsRasterLayer) -> Any | None:
    """Return the dataset behind a layer, None where there is none that GDAL opens."""
    uri = layer.dataProvider().dataSourceUri()
    path = uri if uri.startswith("<") else uri.partition("|")[0]
    options = QgsProviderRegistry.instance().decodeUri("gdal", uri).get("openOptions")
    return open_dataset(path, options or ())


def _provider_frame(layer: QgsRasterLayer) -> PixelFrame:
    """Return how a layer's pixels lie where the file itself does not say.

    Raises:
        ExportError: the layer has no size.
    """
    provider = layer.dataProvider()
    width, height, extent = provider.xSize(), provider.ySize(), provider.extent()
    if width <= 0 or height <= 0:
        raise ExportError("{name} has no pixels.", name=layer.name())
    cell_x, cell_y = extent.width() / width, extent.height() / height
    return PixelFrame(extent.xMinimum(), extent.yMaximum(), cell_x, cell_y, width, height)


def _unit_frame(frame: PixelFrame) -> PixelFrame:
    """Return a frame of unit squares, as a raw twin has."""
    return PixelFrame(0.0, float(frame.height), 1.0, 1.0, frame.width, frame.height)


def _twin_provider(dataset: Any, name: str) -> QgsRasterDataProvider:
    twin = QgsRasterLayer(raw_twin(dataset), name, "gdal")
    if not twin.isValid():
        raise ExportError(
            "{name} has a scale, an offset or upward rows that cannot be set aside; save its raw values "
            "to a north-up raster first (Raster > Conversion > Translate).",
            name=name,
        )
    return _clone(twin.dataProvider())  # the layer goes, its clone stays


def _clone(provider: QgsRasterDataProvider, exact: bool = False) -> QgsRasterDataProvider:
    """Return a clone that closes its file when it is let go.

    QGIS leaves a clone without an owner: its file would stay open to the very
    end, where GDAL crashes over a virtual raster with overviews.

    QGIS copies pixel by pixel what it reads. A provider that may resample hands
    the request to GDAL instead, in a quarter of the time; GDAL resamples nothing
    where as many pixels are asked for as there are. That the layer's own
    settings ask for resampling must not change its pixels, so it is set here.

    Args:
        provider: a layer's.
        exact: rounding can never ask for a pixel more than there is.
    """
    clone = provider.clone()
    sip.transferback(clone)
    clone.enableProviderResampling(exact)
    if exact:
        clone.setZoomedInResamplingMethod(QgsRasterDataProvider.ResamplingMethod.Bilinear)
        clone.setZoomedOutResamplingMethod(QgsRasterDataProvider.ResamplingMethod.Bilinear)
    return clone
