"""Which pixels of a raster the user asks for, and the refusal where that is not said."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsRasterLayer, QgsRectangle

from ..chipping.errors import ExportError
from ..chipping.readable import extent_parameter, length_text


@dataclass(frozen=True)
class Area:
    """Which pixels of a raster are wanted, where the user says so.

    Attributes:
        extent: in the raster's CRS (map units), None for all of it.
        cell_size: width and height of a pixel (map units), None for the raster's own.
        bands: numbers of its bands, from 1, in the order of the chips' bands; none for all.
        in_pixels: the raster's own rows and columns are wanted, whatever places it on the map.
    """

    extent: QgsRectangle | None = None
    cell_size: float | None = None
    bands: tuple[int, ...] = ()
    in_pixels: bool = False


WHOLE = Area()
"""All pixels as they are."""


def sides_of(extent: QgsRectangle) -> tuple[float, float, float, float]:
    """Return x min, y min, x max and y max of an extent."""
    return extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()


class AreaNeededError(ExportError):
    """A layer without a resolution or an end of its own needs CELL_SIZE, EXTENT or both."""

    @classmethod
    def of(cls, layer: QgsRasterLayer, area: Area, cell_size: float, extent_too: bool) -> AreaNeededError:
        """Return the refusal, with values that would do.

        Args:
            layer: the layer.
            area: what the user asked for.
            cell_size: that can be proposed (map units).
            extent_too: an extent is needed.
        """
        sides = sides_of(layer.dataProvider().extent())
        values = {
            "name": layer.name(),
            "cell": length_text(cell_size),
            "extent": extent_parameter(sides, cell_size, layer.crs().authid()),
        }
        if area.cell_size is not None:
            return cls(
                "EXTENT: {name} has no end of its own; give the area to export, a part of {extent}.", **values
            )
        if extent_too and area.extent is None:
            return cls(
                "CELL_SIZE and EXTENT: {name} has no resolution and no end of its own; give a cell size in "
                "map units, for example {cell} (the finest), and the area to export, a part of {extent}.",
                **values,
            )
        return cls(
            "CELL_SIZE: {name} has no resolution of its own; give one in map units, for example {cell}, and, "
            "for a part of it, an EXTENT within {extent}.",
            **values,
        )
