"""Whether imagery can be stretched as it is asked for."""

from __future__ import annotations

from ...chipping.errors import ExportError
from ...chipping.messages import Message
from ...chipping.stretch import GIVEN, NO_STRETCH, StretchPlan
from ...export.options import ExportOptions
from ...imagery.imagery import Imagery
from ...imagery.stretch.stretched import stretched_places


def stretch_plan(imagery: Imagery, options: ExportOptions) -> StretchPlan:
    """Return what is known of the stretch before pixels are read.

    Args:
        imagery: the pixels as they are.
        options: the settings.

    Raises:
        ExportError: the imagery cannot be stretched so.
    """
    name = GIVEN if options.stretch_range else "STRETCH"
    if options.stretch == NO_STRETCH and not options.stretch_range:
        return StretchPlan()
    if imagery.draws_pictures:
        message = "{parameter}: {name} draws pictures, which are stretched already; leave it out."
        raise ExportError(message, parameter=name, name=imagery.name)
    if imagery.profile.color_table:
        raise ExportError(
            "{parameter}: {name} holds numbers of a palette, which are no measurements; leave it out.",
            parameter=name,
            name=imagery.name,
        )
    if not options.stretch_range:
        return StretchPlan(options.stretch)
    return _given(imagery, options.stretch_range)


def _given(imagery: Imagery, pairs: tuple[tuple[float, float], ...]) -> StretchPlan:
    places = stretched_places(imagery.pixels.bands)
    if len(pairs) not in (1, len(places)):
        raise ExportError(
            "STRETCH_RANGE: {count} ranges are given for {bands} bands; give one for all, or one for each.",
            count=len(pairs),
            bands=len(places),
        )
    ranges = dict(zip(places, pairs * len(places) if len(pairs) == 1 else pairs))
    return StretchPlan(GIVEN, tuple(ranges.get(place) for place in range(imagery.profile.band_count)))


def stretch_warnings(options: ExportOptions) -> list[Message]:
    """Return a warning where two parameters say by which numbers to stretch."""
    if options.stretch == NO_STRETCH or not options.stretch_range:
        return []
    message = "STRETCH: STRETCH_RANGE gives the numbers, so {stretch} is not used."
    return [Message(message, stretch=options.stretch)]
