"""Whether chips hold objects of the size that is asked for."""

from __future__ import annotations

from ...chipping.errors import ExportError
from ...chipping.readable import length_text
from ...export.options import ExportOptions


def check_object_size(options: ExportOptions) -> None:
    """Refuse objects that are larger than chips.

    Raises:
        ExportError: no object can be so large.
    """
    side = min(options.tile_x, options.tile_y)
    if options.min_object_size > side:
        raise ExportError(
            "MIN_OBJECT_SIZE: no object of a chip has sides of {size} pixels or more, since chips are "
            "{width} x {height} pixels; give at most {most}.",
            size=length_text(options.min_object_size),
            width=options.tile_x,
            height=options.tile_y,
            most=side,
        )
