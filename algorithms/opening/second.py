"""The second raster of a call on the pixels of the first."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import (
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsRasterLayer,
    QgsRectangle,
)

from ...chipping.errors import ExportError, NothingToExportError
from ...chipping.messages import Message
from ...chipping.readable import extent_text
from ...chipping.steps import Step
from ...export.job import SecondImages
from ...export.options import ExportOptions
from ...imagery.area import sides_of
from ...imagery.imagery import Imagery
from ...imagery.open import open_imagery
from ...imagery.resampling.on_grid import PixelsOnGrid
from ...labels.features.projection import transformed_back
from ...labels.features.transformed import PointTransform, way_between
from ...labels.open import crs_of
from ...writers import LABEL_FORMATS
from ..checks.room import check_chip_size
from ..inputs import Inputs
from ..parameters import names as p
from .imagery import image_format_of, without_alpha


class LiesApartError(NothingToExportError):
    """The second raster does not lie on the first, and the images of each are a set of their own."""


def second_images(
    inputs: Inputs, imagery: Imagery, context: QgsCoordinateTransformContext
) -> tuple[SecondImages | None, list[Message]]:
    """Return what makes second images, None where none are wanted, and what is to be said of them.

    To be called in the layers' thread.

    Args:
        inputs: layers and settings.
        imagery: the first raster.
        context: the project's choice of transformations.

    Raises:
        LiesApartError: nothing is said to lie on both rasters, where the images of each are a set.
        ExportError: the raster cannot be read there, or its images cannot be of the image format.
    """
    layer, options = inputs.second, inputs.options
    if layer is None:
        return None, []
    has_parts = LABEL_FORMATS[options.metadata_format].needs_second
    if options.in_pixels and has_parts:
        raise LiesApartError(
            "IN_RASTER2: with REFERENCE_SYSTEM PIXEL_SPACE each raster is cut in its own pixels, and no "
            "polygons and no split lie on both; export each by itself as Export_Tiles, into folders A and B "
            "beside each other."
        )
    if options.in_pixels:
        raise ExportError(
            "IN_RASTER2: with REFERENCE_SYSTEM PIXEL_SPACE nothing says where a second raster lies; leave it "
            "empty, or choose MAP_SPACE."
        )
    with Step("Opening the raster {name}", name=layer.name()):
        own = open_imagery(layer, options.tile_x, options.tile_y, p.IN_RASTER2)
        own, said = without_alpha(own, options.image_format)
    to_own = _way(inputs.raster, layer, context)
    _check_overlap(imagery, own, to_own, has_parts)
    first = imagery.profile
    profile = replace(
        own.profile, cell_x=first.cell_x, cell_y=first.cell_y, crs_wkt=first.crs_wkt, epsg=first.epsg
    )
    exact = None if to_own.isShortCircuited() else PointTransform(to_own)
    pixels = PixelsOnGrid(own, imagery.frame, profile, exact)
    check_chip_size(own, options)
    return _images(pixels, options), [*said, *_crs_warnings(inputs)]


def _images(pixels: PixelsOnGrid, options: ExportOptions) -> SecondImages:
    try:
        return SecondImages(pixels, image_format_of(pixels.profile, options))
    except ExportError as error:
        raise ExportError(
            "IN_RASTER2: {format} holds no chips of {name}, which has {bands} bands of type {type}; choose "
            "another IMAGE_CHIP_FORMAT, or convert that raster first (Raster > Conversion > Translate).",
            format=options.image_format,
            name=pixels.imagery.name,
            bands=pixels.profile.band_count,
            type=pixels.profile.dtype,
        ) from error


def _way(
    raster: QgsRasterLayer, second: QgsRasterLayer, context: QgsCoordinateTransformContext
) -> QgsCoordinateTransform:
    """Return the way from the first raster's CRS to the second's.

    Raises:
        ExportError: there is none.
    """
    way = way_between(crs_of(raster), crs_of(second), context)
    if way is None:
        raise ExportError(
            "IN_RASTER2: no transformation leads from the coordinate reference system of {raster} to that of "
            "{second}; correct the one that is wrong in the layer's properties.",
            raster=raster.name(),
            second=second.name(),
        )
    return way


def _check_overlap(imagery: Imagery, own: Imagery, to_own: QgsCoordinateTransform, has_parts: bool) -> None:
    """Refuse a raster that lies elsewhere.

    Args:
        imagery: the first raster.
        own: the second.
        to_own: from the CRS of the first to that of the second.
        has_parts: the images of each raster are a set of their own.

    Raises:
        NothingToExportError: it does; of sets of their own ``LiesApartError``.
    """
    frame, its = imagery.frame, own.frame
    wanted = QgsRectangle(*frame.extent(frame.whole))
    there = QgsRectangle(*its.extent(its.whole))
    try:
        here = transformed_back(there, to_own)
        apart = _lie_apart(here, wanted) and _lie_apart(to_own.transformBoundingBox(wanted), there)
    except QgsCsException:
        return
    if here.isFinite() and apart:
        if has_parts:
            raise LiesApartError(
                "IN_RASTER2: {name} does not lie on the area to export; export rasters that lie apart each "
                "by itself as Export_Tiles, into folders A and B beside each other.",
                name=own.name,
            )
        cell = min(frame.cell_x, frame.cell_y)
        raise NothingToExportError(
            "IN_RASTER2: {name} does not lie on the area to export; it extends over {second}, the area over "
            "{raster} (in the raster's coordinates).",
            name=own.name,
            second=extent_text(sides_of(here), cell),
            raster=extent_text(sides_of(wanted), cell),
        )


def _lie_apart(one: QgsRectangle, other: QgsRectangle) -> bool:
    """Return whether two areas have nothing in common but, it may be, a border."""
    return bool(one.intersect(other).isEmpty())


def _crs_warnings(inputs: Inputs) -> list[Message]:
    layers = [inputs.raster, inputs.second]
    lacking = [layer for layer in layers if not crs_of(layer).isValid()]
    if len(lacking) != 1:
        return []
    message = "{name} has no coordinate reference system; it is taken to be that of the other layer."
    return [Message(message, name=lacking[0].name())]
