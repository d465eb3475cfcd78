"""From the map to a raster's own rows and columns, by what places it: a geotransform, control points, RPC."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
from osgeo import gdal

from ..chipping.errors import ExportError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

GEOTRANSFORM, GCPS, RPC, NONE = "geotransform", "ground control points", "camera model (RPC)", "none"


class RasterPlacement:
    """GDAL's transformer between a raster's rows and columns and a CRS, with GDAL's own defaults.

    A geotransform counts before control points, these before a camera model.
    Control points are fitted by a polynomial whose order is as high as their
    number allows, up to 2, to map and to raster each; a camera model is asked
    at height 0. A raster without any of these lies as QGIS shows it: x is the
    column, y less than 0 by the row.
    """

    def __init__(self, dataset: Any, name: str, crs_wkt: str = "") -> None:
        """Keep which raster, and which CRS.

        Args:
            dataset: the raster, opened for this alone.
            name: of the raster, for messages.
            crs_wkt: the CRS, "" for the raster's own.

        Raises:
            ExportError: nothing that GDAL can use places the raster, or no way leads to the CRS.
        """
        self.kind = kind_of(dataset, name)
        self._dataset = dataset
        self._lock = Lock()
        self._transformer: Any = None
        if self.kind == NONE:
            return
        options = [f"DST_SRS={crs_wkt}"] if crs_wkt else []
        try:
            self._transformer = gdal.Transformer(dataset, None, options)
        except RuntimeError as error:
            raise _no_way(name, str(error)) from error
        if self._transformer is None or not self._transformer.this:
            raise _no_way(name, gdal.GetLastErrorMsg())

    def to_pixels(self, points: Floats) -> Floats:
        """Return column and row of points, from the raster's upper-left corner; NaN where one has none.

        Args:
            points: (points, 2), x and y in the CRS.
        """
        if self.kind == NONE:
            return points * (1.0, -1.0)
        return self._moved(points, to_raster=True)

    def to_map(self, pixels: Floats) -> Floats:
        """Return x and y in the CRS, NaN where a point has no place there.

        Args:
            pixels: (points, 2), column and row.
        """
        if self.kind == NONE:
            return pixels * (1.0, -1.0)
        return self._moved(pixels, to_raster=False)

    def _moved(self, points: Floats, to_raster: bool) -> Floats:
        if not len(points):
            return points
        finite = np.isfinite(points).all(axis=1)
        rows = np.column_stack([np.where(finite[:, np.newaxis], points, 0.0), np.zeros(len(points))])
        with self._lock:
            moved, good = self._transformed(rows.tolist(), to_raster)
        found = np.array(moved, dtype=np.float64)[:, :2]
        usable = finite & (np.array(good) != 0) & np.isfinite(found).all(axis=1)
        return np.where(usable[:, np.newaxis], found, np.nan)

    def _transformed(self, points: list[Any], to_raster: bool) -> tuple[list[Any], list[int]]:
        """Return points and whether each could be transformed, also where GDAL raises for one of them."""
        try:
            moved, good = self._transformer.TransformPoints(int(to_raster), points)
        except RuntimeError:
            if len(points) == 1:
                return points, [0]
            middle = len(points) // 2
            halves = [self._transformed(half, to_raster) for half in (points[:middle], points[middle:])]
            return halves[0][0] + halves[1][0], halves[0][1] + halves[1][1]
        return list(moved), list(good)


def kind_of(dataset: Any, name: str) -> str:
    """Return what places a raster.

    Raises:
        ExportError: geolocation arrays do, which reach no further than the raster.
    """
    if dataset.GetGeoTransform(can_return_null=True):
        return GEOTRANSFORM
    if dataset.GetGCPCount():
        return GCPS
    if dataset.GetMetadata("RPC"):
        return RPC
    if dataset.GetMetadata("GEOLOCATION"):
        raise ExportError(
            "{name} is placed by geolocation arrays; warp it to a north-up raster first "
            "(Raster > Projections > Warp).",
            name=name,
        )
    return NONE


def _no_way(name: str, reason: str) -> ExportError:
    return ExportError(
        "REFERENCE_SYSTEM: GDAL finds no way from the map to the rows and columns of {name} ({reason}); "
        "check its coordinate reference system and that of the labels.",
        name=name,
        reason=reason or "-",
    )
