"""Kinds of parameters that say which pixels chips have."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

from qgis.core import (
    QgsProcessingParameterBand,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterString,
)

from ...chipping.errors import ExportError
from ...chipping.stretch import range_text
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
            message = "{name}: band {band} is given twice; give each band once."
            raise ExportError(message, name=name, band=twice)
        return bands

    def recorded(self, given: Given, name: str) -> list[int] | None:
        """Return the numbers."""
        return list(self.read(given, name)) or None

    def unacceptable(self, name: str, value: str) -> ExportError:
        """Return that the value is no list of bands."""
        message = "{name}: {value} is not a list of band numbers; give numbers such as 3;2;1."
        return ExportError(message, name=name, value=value)


class StretchRange(Setting):
    """Least and greatest value, of all bands or of each, as ``min,max;min,max``; it need not be given."""

    takes = "text `min,max;min,max`"

    def declared(self, name: str, label: str, default: Any) -> QgsProcessingParameterDefinition:
        """Return an optional text."""
        return QgsProcessingParameterString(name, label, default, optional=True)

    def read(self, given: Given, name: str) -> tuple[tuple[float, float], ...]:
        """Return the pairs, none where none is given."""
        text = str(given.alg.parameterAsString(given.values, name, given.context)).strip()
        return tuple(self._pairs(name, text)) if text else ()

    def recorded(self, given: Given, name: str) -> str | None:
        """Return the pairs as text."""
        return range_text(self.read(given, name)) or None

    def _pairs(self, name: str, text: str) -> Iterator[tuple[float, float]]:
        for pair in text.split(";"):
            try:
                low, high = map(float, pair.split(","))
            except ValueError as error:
                raise self.unacceptable(name, shown(text)) from error
            if not (math.isfinite(low) and math.isfinite(high)):
                raise self.unacceptable(name, shown(text))
            if low >= high:
                raise ExportError(
                    "{name}: {value} is no range; the first value has to be less than the second.",
                    name=name,
                    value=shown(pair.strip()),
                )
            yield low, high

    def unacceptable(self, name: str, value: str) -> ExportError:
        """Return that the value is no list of ranges."""
        message = (
            "{name}: {value} is not a list of ranges; give least and greatest value as in 0,3000;10,2500."
        )
        return ExportError(message, name=name, value=value)
