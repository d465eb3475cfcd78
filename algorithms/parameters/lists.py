"""The table of parameters: those of chips that lie on no grid, or on no map."""

from __future__ import annotations

from ...chipping.frame import MAP_SPACE, REFERENCE_SYSTEMS
from ...chipping.plan.centred import CROP_MODES, FIXED_SIZE
from ...export.options import AS_ONE, PROCESSING_MODES
from ..translation import tr
from . import names as p
from .kinds import Choice, RealNumber, Switch
from .row import Parameter


def chips_of_lists() -> list[Parameter]:
    """Return the rows of chips that are turned, of several rasters, or around features."""
    return [*_turned(), *_around_features()]


def _turned() -> list[Parameter]:
    return [
        Parameter(
            "ROTATION_ANGLE",
            tr("Rotation angle"),
            tr(
                "Each chip is written once more at every multiple of this angle below 360 degrees, turned "
                "clockwise about its centre: 45 gives 8 chips for one. Each pixel is the nearest of the "
                "raster; labels are turned as polygons before they are cut to the chip. 0: chips are not "
                "turned."
            ),
            RealNumber(0, 360),
            default=0.0,
            advanced=True,
            option="rotation_angle",
        ),
        Parameter(
            "REFERENCE_SYSTEM",
            tr("Reference system"),
            tr(
                "MAP_SPACE: chips lie on the map, and the raster has to be north up. PIXEL_SPACE: the raster "
                "is cut in its own rows and columns, however it is placed: rotated, by ground control points "
                "or by a camera model (RPC). Labels are brought there by the raster's own transformation; "
                "chips have no coordinate reference system, their world files count pixels, and lengths in "
                "map units of the raster are in pixels. Cell size and extent cannot be set."
            ),
            Choice(REFERENCE_SYSTEMS, optional=True),
            default=MAP_SPACE,
            advanced=True,
            option="reference_system",
        ),
        Parameter(
            p.PROCESSING_MODE,
            tr("Processing mode"),
            tr(
                "What a mosaic of files (a virtual raster or a tile index) is. PROCESS_AS_MOSAICKED_IMAGE: "
                "one raster. PROCESS_ITEMS_SEPARATELY: each of its files is a raster of its own, with its "
                "own grid, coordinate reference system and cell size; numbers, classes and statistics go on "
                "from file to file."
            ),
            Choice(PROCESSING_MODES, optional=True),
            default=AS_ONE,
            advanced=True,
        ),
    ]


def _around_features() -> list[Parameter]:
    return [
        Parameter(
            "CROP_MODE",
            tr("Crop mode"),
            tr(
                "How large the chips of Labeled_Tiles and Imagenet are, which have one chip for each "
                "feature. FIXED_SIZE: of the tile size, centred on the feature, and moved inside the raster "
                "where it is large enough. BOUNDING_BOX: the feature's envelope in whole pixels. Other "
                "formats take no notice of it."
            ),
            Choice(CROP_MODES, optional=True),
            default=FIXED_SIZE,
            advanced=True,
            option="crop_mode",
        ),
        Parameter(
            "BLACKEN_AROUND_FEATURE",
            tr("Blacken around feature"),
            tr(
                "For Labeled_Tiles and Imagenet: pixels whose centre lies outside the chip's feature hold "
                "the nodata value, or 0, and count in no statistic. Other formats take no notice of it."
            ),
            Switch(),
            default=False,
            advanced=True,
            option="blacken_around_feature",
        ),
    ]
