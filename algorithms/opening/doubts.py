"""What can be done and is hardly meant: strides that leave gaps, tiles and radii larger than the raster."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import QgsCsException, QgsRectangle, QgsUnitTypes

from ...chipping.messages import Message
from ...chipping.readable import length_text
from ...labels.features.projection import transformed_back
from ...labels.open import Placement, crs_of
from ..inputs import Inputs


def doubts(inputs: Inputs, placement: Placement) -> tuple[Message, ...]:
    """Return what is to be said of sizes and distances; to be called in the layers' thread.

    Args:
        inputs: layers and settings.
        placement: where labels are wanted.
    """
    options, frame = inputs.options, placement.frame
    return (
        *_gaps("X", options.stride_x, options.tile_x),
        *_gaps("Y", options.stride_y, options.tile_y),
        *_beyond("X", options.tile_x, frame.width),
        *_beyond("Y", options.tile_y, frame.height),
        *_radius(inputs, placement),
    )


def _gaps(axis: str, stride: int, tile: int) -> Iterator[Message]:
    if stride > tile:
        message = (
            "{stride} pixels are more than a tile of {tile}, so the pixels between chips are in none; a "
            "stride up to the tile size leaves no gap."
        )
        yield Message(message, stride=stride, tile=tile).said_of(f"STRIDE_{axis}")


def _beyond(axis: str, tile: int, pixels: int) -> Iterator[Message]:
    if tile > pixels:
        message = (
            "{tile} pixels are more than the raster's {pixels}, so the rest of each chip is nodata, or 0; a "
            "smaller tile is filled."
        )
        yield Message(message, tile=tile, pixels=pixels).said_of(f"TILE_SIZE_{axis}")


def _radius(inputs: Inputs, placement: Placement) -> Iterator[Message]:
    """Yield a warning where the area around any feature covers the raster."""
    if not inputs.radius or inputs.labels is None:
        return
    frame = placement.frame
    raster = QgsRectangle(*frame.extent(frame.whole))
    crs = crs_of(inputs.labels)
    try:
        there = transformed_back(raster, placement.from_crs(crs))
    except QgsCsException:
        return
    side = max(there.width(), there.height())
    if inputs.radius > side > 0:
        message = (
            "BUFFER_RADIUS: {radius} {unit} is more than the whole raster measures ({size}), so a single "
            "label can cover all chips; the unit is that of {name}."
        )
        unit = QgsUnitTypes.toString(crs.mapUnits())
        radius, size = length_text(inputs.radius), length_text(float(f"{side:.3g}"))
        yield Message(message, radius=radius, unit=unit, size=size, name=inputs.labels.name())
