"""The smallest and largest cell of a dataset, each with the CRS that it is measured in.

An export may be added to in another CRS. Cells are then compared in metres: a
degree counts as its length on the equator, and a CRS without a known unit, or
no CRS, counts as one in metres.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from osgeo import gdal, osr

from ...chipping.chip import ImageProfile

_EQUATOR_RADIUS = 6378137.0  # metres, of WGS 84


@dataclass(frozen=True)
class CellSize:
    """The size of a pixel.

    Attributes:
        x: its width (map units).
        y: its height (map units).
        reference: the CRS of these units in Esri's JSON; empty for none.
    """

    x: float
    y: float
    reference: dict[str, Any]

    @classmethod
    def of(cls, profile: ImageProfile) -> CellSize:
        """Return the size of the pixels of a run."""
        return cls(profile.cell_x, profile.cell_y, spatial_reference_json(profile))

    @classmethod
    def read(cls, document: dict[str, Any]) -> CellSize:
        """Return what a dataset file states.

        Args:
            document: as ``document`` gives it.
        """
        return cls(document["x"], document["y"], document["spatialReference"])

    @property
    def document(self) -> dict[str, Any]:
        """The JSON object of the dataset files."""
        return {"x": self.x, "y": self.y, "spatialReference": self.reference}

    @property
    def in_metres(self) -> tuple[float, float]:
        """Width and height, to compare by."""
        unit = _metres_of_a_unit(self.reference)
        return self.x * unit, self.y * unit


def smallest_and_largest(*cells: CellSize) -> tuple[CellSize, CellSize]:
    """Return the smallest and the largest of some cells; of equal ones the first."""
    return min(cells, key=lambda each: each.in_metres), max(cells, key=lambda each: each.in_metres)


def spatial_reference_json(profile: ImageProfile) -> dict[str, Any]:
    """Return a CRS in Esri's JSON; Esri's own number for Web Mercator is 102100."""
    if profile.epsg:
        wkid = 102100 if profile.epsg == 3857 else profile.epsg
        return {"wkid": wkid, "latestWkid": profile.epsg}
    return {"wkt": profile.crs_wkt} if profile.crs_wkt else {}


def metres_of_a_pixel(profile: ImageProfile) -> float | None:
    """Return the mean side of a pixel (metres), None where the CRS does not measure the ground.

    Args:
        profile: what all chips have in common.
    """
    crs = _known_crs(spatial_reference_json(profile))
    if crs is None or not crs.IsProjected():
        return None
    return float(crs.GetLinearUnits()) * (profile.cell_x + profile.cell_y) / 2


def unit_name(profile: ImageProfile) -> str:
    """Return the name of the map unit, "" where it is not known.

    Args:
        profile: what all chips have in common.
    """
    crs = _known_crs(spatial_reference_json(profile))
    if crs is None or not (crs.IsProjected() or crs.IsGeographic()):
        return ""
    name = str(crs.GetAngularUnitsName() if crs.IsGeographic() else crs.GetLinearUnitsName())
    return "m" if name.lower() in ("metre", "meter") else name


def _metres_of_a_unit(reference: dict[str, Any]) -> float:
    """Return the length of a CRS's map unit (metres), 1 where it is not known."""
    crs = _known_crs(reference)
    if crs is None:
        return 1.0
    if crs.IsGeographic():
        return float(crs.GetAngularUnits()) * _EQUATOR_RADIUS
    return float(crs.GetLinearUnits())


def _known_crs(reference: dict[str, Any]) -> osr.SpatialReference | None:
    """Return a CRS, None where there is none or PROJ does not know it."""
    crs = osr.SpatialReference()
    code = reference.get("latestWkid", reference.get("wkid"))
    if code is None:
        ways = [partial(crs.ImportFromWkt, reference["wkt"])] if reference.get("wkt") else []
    else:
        ways = [partial(crs.SetFromUserInput, f"{authority}:{int(code)}") for authority in ("EPSG", "ESRI")]
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        for way in ways:
            with suppress(RuntimeError):  # GDAL raises where somebody has asked it to
                if way() == 0:
                    return crs
    finally:
        gdal.PopErrorHandler()
    return None
