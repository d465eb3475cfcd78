"""Kinds of parameters that say which pixels chips have."""

from __future__ import annotations

import re
from typing import Any

from qgis.core import QgsProcessingParameterBand, QgsProcessingParameterDefinition

from ...chipping.errors import ExportError
from ..checks.given import is_given, shown
from . import names as p
from .kinds import Given, Setting

_BETWEEN = re.compile(r"[;,\s]+")


class RasterBands(Setting):
    """Bands of the input raster, several, in the order given; they need not be given."""

    takes = f"bands of `{p.IN_RASTER}`"

    def declared(self, name: str, label: str, default: Any) -> QgsProcessingParameterDefinition:
        """Return an optional list of bands."""
        return QgsProcessingParameterBand(
            name, label, default, p.IN_RASTER, optional=True, allowMultiple=True
        )

    def read(self, given: Given, name: str) -> tuple[int, ...]:
        """Return the numbers of the bands, none where none is given."""
        value = given.values.get(name)
        if not is_given(value):
            return ()
        if not isinstance(value, (list, tuple)):
            value = given.alg.parameterAsString(given.values, name, given.context)
        texts = map(str, value) if not isinstance(value, str) else _BETWEEN.split(value.strip())
        try:
            numbers = [float(text) for text in texts]
        except ValueError as error:
            raise self.unacceptable(name, shown(given.values[name])) from error
        if not all(number.is_integer() for number in numbers):
            raise self.unacceptable(name, shown(given.values[name]))
        bands = tuple(map(int, numbers))
        twice = next((band for band in bands if bands.count(band) > 1), None)
        if twice is not None:
            raise ExportError("{name}: band {band} is given twice.", name=name, band=twice)
        return bands

    def unacceptable(self, name: str, value: str) -> ExportError:
        """Return that the value is no list of bands."""
        message = "{name}: {value} is not a list of band numbers; give numbers such as 3;2;1."
        return ExportError(message, name=name, value=value)
