"""The raster of a call as its chips hold it."""

from __future__ import annotations

from ...chipping.chip import ImageProfile
from ...chipping.messages import Message
from ...chipping.plan.grid import Grid
from ...chipping.steps import Step
from ...chipping.stretch import StretchPlan
from ...export.options import ExportOptions
from ...imagery.imagery import Imagery
from ...imagery.open import open_imagery
from ...imagery.validity.valid_pixels import ALPHA_BAND
from ...imagery.validity.without_alpha import alpha_number
from ...writers import IMAGE_FORMATS
from ...writers.image_format import ImageFormat
from ...writers.images.qt_images import image_encoders
from ..checks.room import check_chip_count, check_chip_size
from ..checks.stretch import stretch_plan, stretch_warnings
from ..inputs import Inputs


def opened_imagery(inputs: Inputs) -> tuple[Imagery, StretchPlan, list[Message]]:
    """Return the imagery as the image format can hold it, its stretch, and what is to be said of that.

    To be called in the layer's thread.

    Args:
        inputs: layers and settings.

    Raises:
        ExportError: the raster cannot be read, or gives no chips of this size.
    """
    options = inputs.options
    with Step("Opening the raster {name}", name=inputs.raster.name()):
        imagery = open_imagery(inputs.raster, options.tile_x, options.tile_y, area=inputs.area)
        imagery, left_out = without_alpha(imagery, options.image_format)
    plan = stretch_plan(imagery, options)
    if plan.is_wanted:
        imagery = imagery.stretched()
    check_chip_size(imagery, options)
    return imagery, plan, [*left_out, *stretch_warnings(options)]


def image_format_of(profile: ImageProfile, options: ExportOptions) -> ImageFormat:
    """Return what makes image chips.

    Args:
        profile: what they have in common.
        options: the settings.

    Raises:
        ExportError: the image format cannot hold such pixels.
    """
    made = IMAGE_FORMATS[options.image_format](profile, options.tiff_compression)
    made.use(image_encoders())
    return made


def grid_of(imagery: Imagery, options: ExportOptions) -> Grid:
    """Return where all chips of an imagery lie.

    Args:
        imagery: the pixels.
        options: the settings.

    Raises:
        ExportError: there are more than their names can number.
    """
    width, height = imagery.frame.width, imagery.frame.height
    grid = Grid(height, width, options.tile_y, options.tile_x, options.stride_y, options.stride_x)
    check_chip_count(grid, options)
    return grid


def without_alpha(imagery: Imagery, image_format: str) -> tuple[Imagery, list[Message]]:
    """Return imagery as an image format can hold it, and a warning where that has no room for alpha.

    Args:
        imagery: the pixels.
        image_format: documented name of the image format.
    """
    profile = imagery.profile
    alone = profile.band_count == 1
    if IMAGE_FORMATS[image_format].holds_alpha or alone or ALPHA_BAND not in profile.color_interpretation:
        return imagery, []
    warning = Message(
        "IMAGE_CHIP_FORMAT: {format} holds no alpha band, so band {band} of {name} is left out; transparent "
        "pixels hold the nodata value, or 0, and count in no statistic.",
        format=image_format,
        band=alpha_number(imagery.pixels),
        name=imagery.name,
    )
    return imagery.without_alpha(), [warning]
