"""Whether chips can lie as they are asked for, and which settings they take no notice of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...chipping.errors import ExportError
from ...chipping.messages import Message
from ...chipping.plan.centred import FIXED_SIZE
from ...export.options import ExportOptions
from ...writers import LABEL_FORMATS
from ...writers.base import LabelFormat
from ...writers.image_format import ImageFormat
from ..inputs import Inputs
from ..parameters import table

_CIRCLE = 360


def chip_list_warnings(
    inputs: Inputs, image_format: ImageFormat, label_format: type[LabelFormat]
) -> list[Message]:
    """Return what is to be said of chips that lie on no grid, and of settings that are for such alone.

    Args:
        inputs: layers and settings.
        image_format: the format of image chips.
        label_format: the format of the labels.

    Raises:
        ExportError: chips cannot lie so.
    """
    options = inputs.options
    _check_angle(options, image_format)
    if label_format.is_of_features:
        _check_features(inputs, label_format)
        return list(_of_features(options, label_format))
    return list(_of_grid(options, label_format))


def options_of(options: ExportOptions, label_format: type[LabelFormat]) -> ExportOptions:
    """Return the settings without what a label format takes no notice of."""
    if not label_format.is_of_features:
        return options
    return replace(options, empty_chips_percent=None)


def _check_angle(options: ExportOptions, image_format: ImageFormat) -> None:
    if options.rotation_angle >= _CIRCLE:
        raise ExportError("ROTATION_ANGLE: 360 degrees turn nothing; give an angle below, or 0 for none.")
    if options.rotation_angle and not image_format.holds_turns:
        message = "ROTATION_ANGLE: {format} cannot say that a chip is turned; choose TIFF, PNG or JPEG."
        raise ExportError(message, format=image_format.name)


def _check_features(inputs: Inputs, label_format: type[LabelFormat]) -> None:
    """Refuse a class raster where chips are of features."""
    if inputs.labels is not None and inputs.is_class_raster:
        raise ExportError(
            "IN_CLASS_DATA: {format} has a chip for each feature, but {name} is a raster; choose a layer of "
            "polygons, points or lines, or MultiLabeled_Tiles as METADATA_FORMAT.",
            format=label_format.name,
            name=inputs.labels.name(),
        )


def _of_features(options: ExportOptions, label_format: type[LabelFormat]) -> Iterator[Message]:
    """Yield a warning for each setting that chips of features take no notice of."""
    usual = {row.option: row.default for row in table.parameters() if row.option}
    if (options.stride_x, options.stride_y) != (usual["stride_x"], usual["stride_y"]):
        yield Message(
            "STRIDE_X, STRIDE_Y: chips of {format} lie around features, so strides are not used.",
            format=label_format.name,
        )
    given = {
        "EMPTY_CHIPS_PERCENT": options.empty_chips_percent is not None,
        "OUTPUT_NOFEATURE_TILES": options.only_with_features,
    }
    for name in (name for name, is_given in given.items() if is_given):
        message = "{parameter}: every chip of {format} has a label, so it is not used."
        yield Message(message, parameter=name, format=label_format.name)


def _of_grid(options: ExportOptions, label_format: type[LabelFormat]) -> list[Message]:
    """Return a warning for each setting that is for chips of features alone."""
    given = {
        "CROP_MODE": options.crop_mode != FIXED_SIZE,
        "BLACKEN_AROUND_FEATURE": options.blacken_around_feature,
    }
    formats = " and ".join(name for name, each in LABEL_FORMATS.items() if each.is_of_features)
    return [
        Message(
            "{parameter}: it is for {formats}; {format} takes no notice of it.",
            parameter=name,
            formats=formats,
            format=label_format.name,
        )
        for name, is_given in given.items()
        if is_given
    ]
