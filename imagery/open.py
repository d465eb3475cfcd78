"""A raster layer as pixels: which kind of source it is, which part of it is used."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsRasterLayer, QgsRectangle

from ..chipping.chip import ImageProfile
from ..chipping.errors import ExportError, NothingToExportError
from ..chipping.frame import PIXEL_SPACE, PixelFrame
from ..chipping.messages import Message
from ..chipping.readable import extent_text
from ..chipping.window import Window
from .area import WHOLE, Area, AreaNeededError, sides_of
from .band_choice import ChosenBands, NoSuchBandError
from .bands import epsg, wkt
from .file import no_pixel_space, open_file
from .imagery import Imagery
from .resampling.resampled import ResampledPixels, resampled_frame
from .services.open import Opened, open_arcgis, open_wcs, open_wms
from .source import Pixels

__all__ = ["Area", "open_imagery", "wkt"]

_SERVICES = {"wms": open_wms, "wcs": open_wcs, "arcgismapserver": open_arcgis}
"""How layers of QGIS's network providers are opened."""


def open_imagery(
    layer: QgsRasterLayer,
    tile_x: int,
    tile_y: int,
    parameter: str = "IN_RASTER",
    area: Area = WHOLE,
) -> Imagery:
    """Return a layer's pixels; to be called in the layer's thread.

    Args:
        layer: the raster.
        tile_x: columns of a chip (pixels).
        tile_y: rows of a chip (pixels).
        parameter: the parameter that named the layer, for messages.
        area: which pixels are wanted.

    Raises:
        ExportError: the raster cannot be cut into chips.
    """
    try:
        pixels, extent = _open(layer, area)
    except AreaNeededError as error:
        if parameter == "IN_RASTER2":
            raise ExportError(
                "IN_RASTER2: {name} has no resolution of its own; give a file, a WCS or an image service.",
                name=layer.name(),
            ) from error
        if parameter != "IN_RASTER":
            raise ExportError(
                "{parameter}: {name} has no resolution of its own, or draws pictures instead of class "
                "values; give a file, a WCS or an image service.",
                parameter=parameter,
                name=layer.name(),
            ) from error
        raise
    except NoSuchBandError:
        raise
    except ExportError as error:
        raise error.said_of(parameter) from error
    if parameter in ("IN_RASTER", "IN_RASTER2"):
        _refuse_long_numbers(layer, pixels, parameter)
    place = _place(pixels.frame, area.extent or extent, layer.name())
    frame = pixels.frame.part(place)
    profile = _profile(layer, pixels, tile_x, tile_y)
    if area.in_pixels:
        profile = replace(profile, crs_wkt="", epsg=0, reference_system=PIXEL_SPACE)
    imagery = Imagery(pixels, frame, place, profile, layer.name(), parameter)
    is_alpha_unwanted = bool(area.bands) and pixels.bands.count > len(area.bands)
    return imagery.without_alpha() if is_alpha_unwanted else imagery


def _open(layer: QgsRasterLayer, area: Area) -> Opened:
    """Return a layer's pixels in the cell size and the bands wanted, and alpha behind them.

    Raises:
        ExportError: the raster cannot be cut into chips.
    """
    service = _SERVICES.get(layer.providerType())
    if service is not None and area.in_pixels:
        raise no_pixel_space(layer.name())
    if service is not None:
        opened = service(layer, area)
        if not area.bands:
            return opened
        return opened._replace(pixels=ChosenBands.of(opened.pixels, layer.name(), area.bands))
    pixels = open_file(layer, area.bands, area.in_pixels)
    if area.cell_size is None:
        return Opened(pixels)
    return Opened(ResampledPixels(pixels, resampled_frame(pixels.frame, area.cell_size)))


def _refuse_long_numbers(layer: QgsRasterLayer, pixels: Pixels, parameter: str) -> None:
    """Refuse imagery of 64-bit integers, which readers of image chips do not open.

    Raises:
        ExportError: it is.
    """
    dtype = pixels.bands.dtype
    if dtype in ("int64", "uint64"):
        raise ExportError(
            "{parameter}: {name} has bands of type {type}; convert them to Int32 or Float32 first (Raster > "
            "Conversion > Translate).",
            parameter=parameter,
            name=layer.name(),
            type={"int64": "Int64", "uint64": "UInt64"}[dtype],
        )


def _place(frame: PixelFrame, extent: QgsRectangle | None, name: str) -> Window:
    """Return which pixels an extent covers.

    Raises:
        NothingToExportError: it lies outside the raster.
    """
    whole = frame.whole
    if extent is None:
        return whole
    place = frame.covering(*sides_of(extent))
    if not place.width or not place.height:
        cell = min(frame.cell_x, frame.cell_y)
        problem = Message(
            "EXTENT: {extent} lies outside {name}, which extends over {raster} (in the raster's "
            "coordinates).",
            extent=extent_text(sides_of(extent), cell),
            name=name,
            raster=extent_text(frame.extent(whole), cell),
        )
        raise NothingToExportError.saying(problem)
    return place


def _profile(layer: QgsRasterLayer, pixels: Pixels, tile_x: int, tile_y: int) -> ImageProfile:
    bands, frame = pixels.bands, pixels.frame
    return ImageProfile(
        width=tile_x,
        height=tile_y,
        dtype=bands.dtype,
        nodata=bands.nodata,
        cell_x=frame.cell_x,
        cell_y=frame.cell_y,
        crs_wkt=wkt(layer.crs()),
        epsg=epsg(layer.crs()),
        band_names=bands.names,
        color_interpretation=bands.color_interpretation,
        color_table=bands.color_table,
    )
