"""From a layer of a web service to its pixels: XYZ, WMTS, WMS, WCS, ArcGIS."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Callable, NamedTuple, TypeVar
from urllib.parse import unquote

from qgis.core import QgsDataSourceUri, QgsRasterLayer, QgsRectangle, QgsUnitTypes

from ...chipping.errors import ExportError
from ...chipping.frame import PixelFrame
from ...chipping.retry import TroubleError
from ...chipping.window import Window
from ..area import Area, AreaNeededError, sides_of
from ..bands import provider_bands
from ..file import open_file
from ..resampling.resampled import ResampledPixels, resampled_frame
from ..source import RGB, Pixels
from .addresses import (
    WORLD,
    WcsCoverage,
    WmsMap,
    wcs_description_url,
    wcs_tiff_format,
    with_query,
    wms_capabilities,
    xyz_address,
)
from .arcgis import ArcGisService, description_url, read_description
from .network import Web
from .server_words import shown
from .server_xml import named_number, named_whole
from .tiles import TileLevel, TilePixels, choose_level, is_size_of
from .windows import LARGEST, WindowPixels
from .wmts import WmtsLayer

T = TypeVar("T")

_MOST_PIXELS = 10**10  # of a service that are taken without asking which part is meant
_FINEST_ZOOM = 18  # where the layer does not say
_LAST_ZOOM = 30
_MOST_RATIO = 16  # of a tile's pixels to the usual
_MOST_SIDE = 2**31 - 1  # pixels of a layer
_TILE = 256
_ACROSS = 4096  # pixels across a layer's extent that a proposed cell size gives


class Opened(NamedTuple):
    """A source and the part of it that is used where the user names none.

    Attributes:
        pixels: the source.
        extent: the part (map units), None for all of it.
    """

    pixels: Pixels
    extent: QgsRectangle | None = None


def open_wms(layer: QgsRasterLayer, area: Area) -> Opened:
    """Return the pixels of a layer of QGIS's wms provider: XYZ, MBTiles, WMTS or WMS.

    Raises:
        ExportError: it cannot be cut into chips without knowing more.
    """
    uri = QgsDataSourceUri()
    uri.setEncodedUri(layer.dataProvider().dataSourceUri())
    kind = uri.param("type")
    if kind == "xyz":
        return _open_levels(layer, area, _xyz_levels(layer, uri), Web.of(uri, _url(uri)), bounded=False)
    if kind == "mbtiles":
        return _open_mbtiles(layer, _url(uri))
    if uri.hasParam("tileMatrixSet") and "wmsc" not in kind:
        return _open_wmts(layer, area, uri)
    return _open_map(layer, area, uri)


def _url(uri: QgsDataSourceUri) -> str:
    """Return the address in an encoded URI; newer versions of QGIS leave ``%3F`` and ``%26`` in it."""
    return unquote(uri.param("url"))


def _xyz_levels(layer: QgsRasterLayer, uri: QgsDataSourceUri) -> list[TileLevel]:
    finest = int(_setting(layer, uri, "zmax", _FINEST_ZOOM, _LAST_ZOOM))
    coarsest = min(int(_setting(layer, uri, "zmin", 0, _LAST_ZOOM)), finest)
    ratio = _setting(layer, uri, "tilePixelRatio", 1, _MOST_RATIO)
    return [_xyz_level(layer, _url(uri), zoom, ratio) for zoom in range(coarsest, finest + 1)]


def _setting(layer: QgsRasterLayer, uri: QgsDataSourceUri, name: str, default: float, high: float) -> float:
    """Return a number in a layer's source.

    Raises:
        ExportError: it is none.
    """
    read = named_number if name == "tilePixelRatio" else named_whole
    return _described(layer, "", lambda: read(name, uri.param(name) or str(default), 0, int(high)))


def _xyz_level(layer: QgsRasterLayer, template: str, zoom: int, ratio: float) -> TileLevel:
    tile = round(_TILE * max(1.0, ratio))
    size, side = tile * 2**zoom, 2**zoom
    left, top, across = -WORLD, WORLD, 2 * WORLD
    if layer.crs().authid() != "EPSG:3857":
        extent = layer.dataProvider().extent()
        left, top, across = extent.xMinimum(), extent.yMaximum(), extent.width()

    def address(column: int, row: int) -> str:
        return xyz_address(template, zoom, column, row)

    frame = PixelFrame(left, top, across / size, across / size, size, size)
    return TileLevel(frame, tile, tile, address, Window(0, 0, side, side))


def _open_mbtiles(layer: QgsRasterLayer, url: str) -> Opened:
    """Return the tiles of a file through GDAL, which knows its size."""
    file = QgsRasterLayer(url.replace("file://", "", 1), layer.name(), "gdal")
    if not file.isValid():
        raise ExportError("{name} cannot be opened by GDAL.", name=layer.name())
    return Opened(open_file(file))


def _open_levels(
    layer: QgsRasterLayer, area: Area, levels: Sequence[TileLevel], web: Web, bounded: bool
) -> Opened:
    """Return the pixels of a pyramid in the cell size wanted.

    Args:
        layer: the layer.
        area: what the user asked for.
        levels: its zooms.
        web: asks the server.
        bounded: the layer's extent says where its tiles are.
    """
    finest = min(level.frame.cell_x for level in levels)
    if area.cell_size is None or (area.extent is None and not bounded):
        raise AreaNeededError.of(layer, area, finest, extent_too=not bounded)
    level = choose_level(levels, area.cell_size)
    pixels: Pixels = TilePixels(level, web)
    if not is_size_of(level, area.cell_size):
        pixels = ResampledPixels(pixels, resampled_frame(level.frame, area.cell_size))
    extent = area.extent or layer.extent()
    part = pixels.frame.covering(*sides_of(extent))
    if area.extent is None and part.width * part.height > _MOST_PIXELS:
        raise AreaNeededError.of(layer, area, finest, extent_too=True)
    return Opened(pixels, extent)


def _open_wmts(layer: QgsRasterLayer, area: Area, uri: QgsDataSourceUri) -> Opened:
    pairs = (each.partition("=") for each in uri.param("tileDimensions").split(";") if each)
    crs, url = layer.crs(), _url(uri)
    wmts = WmtsLayer(
        url=url,
        layer=uri.param("layers"),
        matrix_set=uri.param("tileMatrixSet"),
        style=uri.param("styles"),
        format=uri.param("format"),
        dimensions={name: text for name, _, text in pairs},
        meters=QgsUnitTypes.fromUnitToUnitFactor(crs.mapUnits(), QgsUnitTypes.DistanceUnit.DistanceMeters),
        y_first=_is_y_first(layer, uri),
    )
    web = Web.of(uri, url)
    levels = _described(layer, url, lambda: wmts.levels(web.document(wmts.capabilities_url)))
    return _open_levels(layer, area, levels, web, bounded=True)


def _is_y_first(layer: QgsRasterLayer, uri: QgsDataSourceUri) -> bool:
    """Return whether a service of today names y before x in the layer's CRS."""
    inverted = layer.crs().hasAxisInverted() and not uri.hasParam("IgnoreAxisOrientation")
    return bool(inverted != uri.hasParam("InvertAxisOrientation"))


def _open_map(layer: QgsRasterLayer, area: Area, uri: QgsDataSourceUri) -> Opened:
    frame = _frame_asked_for(layer, area)
    url = _url(uri)
    web = Web.of(uri, url)
    capabilities_url = with_query(url, {"SERVICE": "WMS", "REQUEST": "GetCapabilities"})
    about = _described(layer, url, lambda: wms_capabilities(web.document(capabilities_url)))
    given = [int(_setting(layer, uri, name, 0, _MOST_SIDE)) for name in ("maxWidth", "maxHeight")]
    width, height = (mine or its or LARGEST for mine, its in zip(given, about.largest))
    values = {"LAYERS": ",".join(uri.params("layers")), "STYLES": ",".join(uri.params("styles"))}
    values["FORMAT"] = uri.param("format") or "image/png"
    if uri.hasParam("time"):
        values["TIME"] = uri.param("time")
    service = WmsMap(
        url=url if uri.hasParam("IgnoreGetMapUrl") else about.url or url,
        version=about.version,
        crs=layer.crs().authid(),
        y_first=about.version >= "1.3" and _is_y_first(layer, uri),
        values=values,
    )
    return Opened(WindowPixels(frame, RGB, 1, service.address, (width, height), web))


def open_wcs(layer: QgsRasterLayer, area: Area) -> Opened:
    """Return the values of a WCS layer; its own resolution is the service's.

    Raises:
        ExportError: it cannot be cut into chips without knowing more.
    """
    uri = QgsDataSourceUri()
    uri.setEncodedUri(layer.dataProvider().dataSourceUri())
    url, name = _url(uri), uri.param("identifier")
    web = Web.of(uri, url)
    provider = layer.dataProvider()
    width, height, extent = provider.xSize(), provider.ySize(), provider.extent()
    if width > 0 and height > 0 and not extent.isEmpty() and extent.isFinite():
        native = PixelFrame(
            extent.xMinimum(),
            extent.yMaximum(),
            extent.width() / width,
            extent.height() / height,
            height,
            width,
        )
        frame = resampled_frame(native, area.cell_size) if area.cell_size else native
    else:
        frame = _frame_asked_for(layer, area)
    tiff = _described(layer, url, lambda: wcs_tiff_format(web.document(wcs_description_url(url, name))))
    values = {"TIME": uri.param("time")} if uri.hasParam("time") else {}
    coverage = WcsCoverage(url, name, layer.crs().authid(), tiff, values)
    return Opened(WindowPixels(frame, provider_bands(layer), 0, coverage.address, (LARGEST, LARGEST), web))


def open_arcgis(layer: QgsRasterLayer, area: Area) -> Opened:
    """Return the pixels of an ArcGIS map service, or the values of an image service.

    Raises:
        ExportError: it cannot be cut into chips without knowing more.
    """
    uri = QgsDataSourceUri(layer.dataProvider().dataSourceUri())
    url = uri.param("url").rstrip("/")
    web = Web.of(uri, url)
    code = layer.crs().authid().partition(":")[2]
    about = _described(layer, url, lambda: read_description(web.document(description_url(url))))
    service = ArcGisService(
        url, int(code) if code.isdecimal() else 0, about, uri.param("layer"), uri.param("format")
    )
    levels = [] if service.is_image_service else _described(layer, url, service.tile_levels)
    if levels:
        return _open_levels(layer, area, levels, web, bounded=True)
    native = _described(layer, url, service.native_frame) if service.is_image_service else None
    if native is None:
        frame = _frame_asked_for(layer, area)
    else:
        frame = resampled_frame(native, area.cell_size) if area.cell_size else native
    bands, largest = _described(layer, url, lambda: (service.bands(), service.largest))
    mask_planes = 0 if service.is_image_service else 1
    return Opened(WindowPixels(frame, bands, mask_planes, service.export().address, largest, web))


def _frame_asked_for(layer: QgsRasterLayer, area: Area) -> PixelFrame:
    """Return the pixels over the user's extent, or the layer's, from its upper-left corner.

    Raises:
        AreaNeededError: there is no cell size, or no telling where to end.
    """
    own = layer.dataProvider().extent()
    if not own.isFinite():
        raise ExportError("{name} has no extent that can be used.", name=layer.name())
    extent = area.extent or own
    proposed = float(f"{own.width() / _ACROSS:.3g}") if not own.isEmpty() else 1.0
    if area.cell_size is None:
        raise AreaNeededError.of(layer, area, proposed, extent_too=extent.isEmpty())
    width, height = (
        max(1, math.ceil(length / area.cell_size - 0.001)) for length in (extent.width(), extent.height())
    )
    if extent.isEmpty() or (area.extent is None and width * height > _MOST_PIXELS):
        raise AreaNeededError.of(layer, area, proposed, extent_too=True)
    return PixelFrame(extent.xMinimum(), extent.yMaximum(), area.cell_size, area.cell_size, height, width)


def _described(layer: QgsRasterLayer, url: str, read: Callable[[], T]) -> T:
    """Return what is read from a service's description of itself.

    Args:
        layer: the layer.
        url: the service.
        read: raises TroubleError or ValueError where the description is no good.

    Raises:
        ExportError: it could not be had, or used.
    """
    try:
        return read()
    except (TroubleError, ValueError) as error:
        # What could not be had names its address already.
        where = f" ({shown(url)})" if url and isinstance(error, ValueError) else ""
        raise ExportError(
            "the service of {name} does not describe itself: {reason}",
            name=layer.name(),
            reason=f"{shown(str(error))}{where}",
        ) from error
