"""Pixels of a GDAL layer: whole pixels, bit for bit, from the source that its data provider names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from osgeo import gdal
from qgis.core import QgsNetworkAccessManager, QgsProviderRegistry, QgsRasterLayer

from ..chipping.chip import PixelBlock
from ..chipping.errors import ExportError
from ..chipping.frame import PixelFrame
from ..chipping.retry import PATIENCE, Stop, TroubleError, pause_unless, retried, watched
from ..chipping.window import Window
from .band_choice import bands_to_read
from .bands import file_bands, meanings
from .file_facts import (
    decodes_side_by_side,
    file_frame,
    is_remote,
    is_south_up,
    open_dataset,
)
from .provider import ProviderPixels, provider_frame
from .source import Pixels, empty_block
from .stored_pixels import StoredPixels
from .validity.masks import FileMask, ValueRange

_LONGEST = 10  # network time-outs that a request may take, however the server drips


def open_file(layer: QgsRasterLayer, wanted: Sequence[int] = (), in_pixels: bool = False) -> Pixels:
    """Return the pixels of a layer of any provider but the network's; to be called in the layer's thread.

    Args:
        layer: the layer.
        wanted: numbers of the bands that the user chose, in their order; none for all.
        in_pixels: its own rows and columns are wanted, whatever places it on the map.

    Raises:
        ExportError: the raster cannot be cut into chips.
    """
    dataset = layer_dataset(layer) if layer.providerType() == "gdal" else None
    if dataset is None and in_pixels:
        raise no_pixel_space(layer.name())
    if dataset is None:
        return ProviderPixels.of(layer, wanted)
    return FilePixels.of(layer, dataset, wanted, in_pixels)


def no_pixel_space(name: str) -> ExportError:
    """Return the refusal of a layer that has no rows and columns of its own."""
    return ExportError(
        "{name} is no file with rows and columns of its own; set REFERENCE_SYSTEM to MAP_SPACE, or save it "
        "as a file first.",
        name=name,
    )


def layer_dataset(layer: QgsRasterLayer) -> Any | None:
    """Return the dataset behind a layer of QGIS's gdal provider, None where GDAL does not open it again."""
    uri = layer.dataProvider().dataSourceUri()
    path = uri if uri.startswith("<") else uri.partition("|")[0]
    options = open_options(layer)
    dataset = open_dataset(path, options)
    if dataset is None or is_remote(dataset) or not decodes_side_by_side(dataset, options):
        return dataset
    return open_dataset(path, (*options, "NUM_THREADS=ALL_CPUS")) or dataset


def open_options(layer: QgsRasterLayer) -> tuple[str, ...]:
    """Return the open options that a layer of QGIS's gdal provider states."""
    uri = layer.dataProvider().dataSourceUri()
    return tuple(QgsProviderRegistry.instance().decodeUri("gdal", uri).get("openOptions") or ())


class FilePixels(StoredPixels):
    """The pixels of a layer, of a file or with patience of a server."""

    @classmethod
    def of(
        cls, layer: QgsRasterLayer, dataset: Any, wanted: Sequence[int] = (), in_pixels: bool = False
    ) -> FilePixels:
        """Return a layer's pixels; to be called in the layer's thread.

        Args:
            layer: a layer of QGIS's gdal provider.
            dataset: its file.
            wanted: numbers of the bands that the user chose, in their order; none for all.
            in_pixels: its own rows and columns are wanted, whatever places it on the map.

        Raises:
            ExportError: the raster cannot be cut into chips.
        """
        provider, count = layer.dataProvider(), dataset.RasterCount
        has_mask = provider.bandCount() > count
        numbers = bands_to_read(layer.name(), meanings(provider, count), wanted, has_mask)
        frame = _frame(layer, dataset, in_pixels)
        bands, set_aside = file_bands(layer, dataset, numbers)
        return cls(
            dataset=dataset,
            frame=frame,
            bands=bands,
            mask=_mask(layer, dataset, numbers, set_aside),
            south_up=not in_pixels and is_south_up(dataset),
            is_local=not is_remote(dataset),
            options=open_options(layer),
        )

    def _read_part(self, part: Window, room: PixelBlock, stop: Stop) -> None:
        """Read a part; from a server with patience, and into memory that a request without end may keep."""
        if self.is_local:
            super()._read_part(part, room, stop)
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


def _mask(
    layer: QgsRasterLayer, dataset: Any, numbers: Sequence[int], set_aside: Sequence[Sequence[ValueRange]]
) -> FileMask:
    """Return the mask of a file; see ``FileMask.of``.

    Raises:
        ExportError: it has one that cannot be opened.
    """
    try:
        return FileMask.of(dataset, numbers, set_aside)
    except TroubleError as error:
        message = (
            "{name} has a mask that cannot be opened: {reason}; mend it, or remove it if all pixels are "
            "to count."
        )
        raise ExportError(message, name=layer.name(), reason=error) from error


def _frame(layer: QgsRasterLayer, dataset: Any, in_pixels: bool) -> PixelFrame:
    """Return where the pixels of a file lie on the map, or its own rows and columns."""
    if in_pixels:
        return PixelFrame.of_pixels(dataset.RasterYSize, dataset.RasterXSize)
    return file_frame(dataset, layer.name()) or _frame_without_place(layer, dataset)


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
