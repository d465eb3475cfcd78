"""A raster layer as pixels: which kind of source it is, which part of it is used."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from qgis.core import QgsRasterLayer, QgsRectangle

from ..chipping.chip import ImageProfile, PixelBlock
from ..chipping.errors import ExportError
from ..chipping.frame import PixelFrame
from ..chipping.readable import extent_text
from ..chipping.retry import Stop
from ..chipping.stretch import Range
from ..chipping.window import Window
from .area import WHOLE, Area, AreaNeededError, sides_of
from .band_choice import ChosenBands, NoSuchBandError
from .bands import epsg, wkt
from .file import open_file
from .resampling.resampled import ResampledPixels, resampled_frame
from .services.open import Opened, open_arcgis, open_wcs, open_wms
from .source import Pixels, SourceReport, UnreadableError, empty_block
from .stretch.stretched import StretchedPixels
from .validity.without_alpha import PixelsWithoutAlpha

__all__ = ["Area", "Imagery", "wkt"]

_SERVICES = {"wms": open_wms, "wcs": open_wcs, "arcgismapserver": open_arcgis}
"""How layers of QGIS's network providers are opened."""


@dataclass(frozen=True)
class Imagery:
    """A raster layer as pixels: where they lie, what they are, how to read them.

    Attributes:
        pixels: the source, read by one thread at a time.
        frame: the part of its pixels that is used, on the map.
        place: where that part lies in the source (pixels).
        profile: type, bands and CRS; its width and height are those of a chip.
        name: the layer's name, for messages.
        parameter: the parameter that named the layer, for messages.
    """

    pixels: Pixels
    frame: PixelFrame
    place: Window
    profile: ImageProfile
    name: str
    parameter: str

    @classmethod
    def of(
        cls,
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
        if parameter == "IN_RASTER":
            _refuse_long_numbers(layer, pixels)
        place = _place(pixels.frame, area.extent or extent, layer.name())
        frame = pixels.frame.part(place)
        profile = _profile(layer, pixels, tile_x, tile_y)
        imagery = cls(pixels, frame, place, profile, layer.name(), parameter)
        is_alpha_unwanted = bool(area.bands) and pixels.bands.count > len(area.bands)
        return imagery.without_alpha() if is_alpha_unwanted else imagery

    def of_pixels(self, pixels: Pixels) -> Imagery:
        """Return the same place in other pixels.

        Args:
            pixels: those of a source around this one's, or of the one that this one's is around.
        """
        bands = pixels.bands
        profile = replace(
            self.profile,
            dtype=bands.dtype,
            nodata=bands.nodata,
            band_names=bands.names,
            color_interpretation=bands.color_interpretation,
            color_table=bands.color_table,
        )
        return replace(self, pixels=pixels, profile=profile)

    def without_alpha(self) -> Imagery:
        """Return the same without its alpha band, which is one of several: it becomes a mask."""
        return self.of_pixels(PixelsWithoutAlpha(self.pixels))

    def stretched(self, ranges: tuple[Range, ...] = ()) -> Imagery:
        """Return the same in 8 bit.

        Args:
            ranges: the values of each band that become 1 and 255; none where they are not known yet.
        """
        return self.of_pixels(StretchedPixels(self.unstretched().pixels, ranges))

    def unstretched(self) -> Imagery:
        """Return the same as it was before it was stretched, if it was."""
        pixels = self.pixels
        return self.of_pixels(pixels.source) if isinstance(pixels, StretchedPixels) else self

    def with_alpha(self) -> Imagery:
        """Return the same, not stretched, with the alpha band that ``without_alpha`` took away, if it did."""
        pixels = self.unstretched().pixels
        return self.of_pixels(pixels.source if isinstance(pixels, PixelsWithoutAlpha) else pixels)

    @property
    def draws_pictures(self) -> bool:
        """Whether the pixels are pictures that a service draws: red, green and blue of 8 bit, and a mask."""
        return not self.is_local and self.profile.dtype == "uint8" and self.pixels.mask_planes > 0

    @property
    def is_local(self) -> bool:
        """Whether reading asks no server."""
        return self.pixels.is_local

    @property
    def block_bytes(self) -> int:
        """Bytes of the source's blocks that a row of chips lies in: the next row may need them again."""
        return self.pixels.block_bytes(self.profile.height)

    @property
    def report(self) -> SourceReport:
        """What happened while the source was read."""
        return self.pixels.report

    def read(self, window: Window, stop: Stop) -> PixelBlock:
        """Return the pixels of a window that may reach beyond the raster.

        Pixels beyond the raster hold the band's nodata value, or 0, and are
        masked out where the raster has a mask.

        Args:
            window: the pixels.
            stop: raises Cancelled when the user has cancelled.

        Raises:
            ExportError: they could not be read.
        """
        block = empty_block(window, self.pixels.bands, self.pixels.mask_planes)
        inside = window.crop(self.frame.height, self.frame.width)
        beyond = block.values[:, inside.height :], block.values[:, : inside.height, inside.width :]
        for part in beyond:  # a window reaches beyond the raster below and to the right only
            part[:] = np.array(self.profile.fill).reshape(-1, 1, 1)
        if inside.width and inside.height:
            moved = inside.shifted(self.place.row_off, self.place.col_off)
            try:
                self.pixels.read(moved, block.part(inside, window), stop)
            except UnreadableError as error:
                raise self._failure(error) from error
        return block

    def _failure(self, error: UnreadableError) -> ExportError:
        part = error.window.shifted(-self.place.row_off, -self.place.col_off)
        return ExportError(
            "{parameter}: {name} cannot be read at columns {col_off} to {col_end}, rows {row_off} to "
            "{row_end}: {reason}",
            parameter=self.parameter,
            name=self.name,
            col_off=part.col_off,
            col_end=part.col_end,
            row_off=part.row_off,
            row_end=part.row_end,
            reason=error,
        )


def _open(layer: QgsRasterLayer, area: Area) -> Opened:
    """Return a layer's pixels in the cell size and the bands wanted, and alpha behind them.

    Raises:
        ExportError: the raster cannot be cut into chips.
    """
    service = _SERVICES.get(layer.providerType())
    if service is not None:
        opened = service(layer, area)
        if not area.bands:
            return opened
        return opened._replace(pixels=ChosenBands.of(opened.pixels, layer.name(), area.bands))
    pixels = open_file(layer, area.bands)
    if area.cell_size is None:
        return Opened(pixels)
    return Opened(ResampledPixels(pixels, resampled_frame(pixels.frame, area.cell_size)))


def _refuse_long_numbers(layer: QgsRasterLayer, pixels: Pixels) -> None:
    """Refuse imagery of 64-bit integers, which readers of image chips do not open.

    Raises:
        ExportError: it is.
    """
    dtype = pixels.bands.dtype
    if dtype in ("int64", "uint64"):
        raise ExportError(
            "IN_RASTER: {name} has bands of type {type}; convert them to Int32 or Float32 first (Raster > "
            "Conversion > Translate).",
            name=layer.name(),
            type={"int64": "Int64", "uint64": "UInt64"}[dtype],
        )


def _place(frame: PixelFrame, extent: QgsRectangle | None, name: str) -> Window:
    """Return which pixels an extent covers.

    Raises:
        ExportError: it lies outside the raster.
    """
    whole = Window(0, 0, frame.height, frame.width)
    if extent is None:
        return whole
    place = frame.covering(*sides_of(extent))
    if not place.width or not place.height:
        cell = min(frame.cell_x, frame.cell_y)
        raise ExportError(
            "EXTENT: {extent} lies outside {name}, which extends over {raster} (in the raster's "
            "coordinates).",
            extent=extent_text(sides_of(extent), cell),
            name=name,
            raster=extent_text(frame.extent(whole), cell),
        )
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
