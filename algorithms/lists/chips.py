"""The chips of a call where they lie on no grid: turned ones, and those of features."""

from __future__ import annotations

import math

import numpy as np

from ...chipping.frame import PixelFrame
from ...chipping.plan.centred import FIXED_SIZE, CentredChips, bounding_windows, fixed_windows, on_raster
from ...chipping.plan.grid import Grid
from ...chipping.plan.listed import ChipList, bounding
from ...chipping.plan.turned import angle_count, angles_of
from ...chipping.plan.turned_grid import TurnedGrid
from ...chipping.retry import Stop
from ...chipping.steps import Step
from ...chipping.window import Window
from ...export.options import ExportOptions
from ...imagery.imagery import Imagery
from ...labels.features.feature_labels import FeatureLabels
from ...labels.source import LabelSource
from ..checks.room import check_envelope, check_number


def reach_of(grid: Grid, options: ExportOptions, is_of_features: bool) -> Window | None:
    """Return the pixels that any chip may have, None where these are those of the grid.

    Args:
        grid: the chips before they are turned.
        options: the settings.
        is_of_features: the label format has a chip for each feature, anywhere on the raster.
    """
    if not options.rotation_angle and not is_of_features:
        return None
    whole = bounding([grid.whole, Window(0, 0, grid.height, grid.width)])
    further = math.ceil((math.hypot(grid.tile_x, grid.tile_y) - min(grid.tile_x, grid.tile_y)) / 2) + 1
    height, width = whole.height + 2 * further, whole.width + 2 * further
    return Window(whole.row_off - further, whole.col_off - further, height, width)


def chip_list(
    imagery: Imagery,
    grid: Grid,
    labels: LabelSource,
    options: ExportOptions,
    is_of_features: bool,
    stop: Stop,
) -> ChipList | None:
    """Return the chips of a call where they lie on no grid, None where they do.

    Args:
        imagery: the pixels.
        grid: the chips of the grid.
        labels: the labels, opened.
        options: the settings.
        is_of_features: the label format has a chip for each feature.
        stop: raises Cancelled when the user has cancelled.

    Raises:
        ExportError: there are more than can be numbered, or one is too large.
    """
    if is_of_features and isinstance(labels, FeatureLabels):
        with Step("Looking for the envelopes of features"):
            return _of_features(imagery, labels, options, stop)
    if options.rotation_angle:
        return TurnedGrid(grid, _angles(len(grid), options))
    return None


def _angles(tiles: int, options: ExportOptions) -> tuple[float, ...]:
    """Return the angles of each tile; counted before they are listed, since a small one gives many.

    Raises:
        ExportError: there are more chips than can be numbered.
    """
    check_number(tiles * angle_count(options.rotation_angle), options)
    return angles_of(options.rotation_angle)


def _of_features(imagery: Imagery, labels: FeatureLabels, options: ExportOptions, stop: Stop) -> CentredChips:
    """Return a chip for each feature that reaches into the raster, in their order."""
    fids, boxes = labels.reader.boxes(stop)
    size = _size(imagery.frame)
    met = np.flatnonzero(on_raster(boxes, size))
    fids, boxes = fids[met], boxes[met]
    angles = _angles(len(fids), options)
    if options.crop_mode == FIXED_SIZE:
        return CentredChips(fixed_windows(boxes, (options.tile_y, options.tile_x), size), fids, angles)
    windows = bounding_windows(boxes, size)
    check_envelope(windows, fids, imagery.profile.pixel_bytes)
    return CentredChips(windows, fids, angles)


def _size(frame: PixelFrame) -> tuple[int, int]:
    return frame.height, frame.width
