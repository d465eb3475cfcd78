"""Labels of every kind made of Olinda's census tracts, and what each of them is on the scene's pixels."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from label_scenes import covered
from osgeo import gdal, ogr, osr
from scenes import UTM, read_raster, rectangle, spatial_reference

if TYPE_CHECKING:
    from programs import Scene

TILE, STRIDE, ACROSS, DOWN = 128, 96, 4, 4
COLUMNS, ROWS = (ACROSS - 1) * STRIDE + TILE, (DOWN - 1) * STRIDE + TILE
"""Pixels that the chips cover: more than the scene has."""

RADIUS = {"polygons": 0.0, "points": 0.0011, "lines": 0.0004}  # degrees
CLASSES = {"RURAL": 1, "URBANO": 2}
RASTER_CRS, CELL = "EPSG:4326", 0.0004  # 44 m; the scene has 28.5


class Placed(NamedTuple):
    """A label on the scene's pixels."""

    class_value: int
    area: ogr.Geometry


class OlindaLabels:
    """The tracts, a point in each, their outlines, and a class raster of them; each written once."""

    def __init__(self, scene: Scene, folder: Path) -> None:
        """Keep the scene and where derived layers go.

        Args:
            scene: the raster and the tracts.
            folder: an empty folder.
        """
        self._scene = scene
        self._folder = folder
        self.transform = read_raster(scene.six_bands).GetGeoTransform()

    def path(self, kind: str) -> Path:
        """Return the layer of a kind of label."""
        if kind == "polygons":
            return self._scene.tracts
        path = self._folder / (f"{kind}.gpkg" if kind != "class raster" else "classes.tif")
        if not path.exists():
            self._rasterize(path) if kind == "class raster" else self._derive(kind, path)
        return path

    def _tracts(self) -> Iterator[tuple[str, ogr.Geometry]]:
        source = ogr.Open(str(self._scene.tracts))
        for feature in source.GetLayer(0):
            yield feature.GetField("TIPO"), feature.geometry().Clone()

    def _derive(self, kind: str, path: Path) -> None:
        source = ogr.Open(str(self._scene.tracts))
        dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
        layer = dataset.CreateLayer(kind, source.GetLayer(0).GetSpatialRef(), ogr.wkbUnknown)
        layer.CreateField(ogr.FieldDefn("TIPO", ogr.OFTString))
        layer.StartTransaction()
        for name, geometry in self._tracts():
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetField("TIPO", name)
            feature.SetGeometry(geometry.PointOnSurface() if kind == "points" else geometry.Boundary())
            layer.CreateFeature(feature)
        layer.CommitTransaction()

    def _rasterize(self, path: Path) -> None:
        source = ogr.Open(str(self._scene.tracts))
        west, east, south, north = source.GetLayer(0).GetExtent()
        columns, rows = int((east - west) / CELL), int((north - south) / CELL)  # less than the tracts
        raster = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, 1, gdal.GDT_Byte)
        raster.SetGeoTransform((west, CELL, 0, north, 0, -CELL))
        raster.SetSpatialRef(spatial_reference(RASTER_CRS))
        for name, value in CLASSES.items():
            layer = source.GetLayer(0)
            layer.SetAttributeFilter(f"TIPO = '{name}'")
            gdal.RasterizeLayer(raster, [1], layer, burn_values=[value])
        raster.GetRasterBand(1).SetCategoryNames(["", *CLASSES])
        raster.FlushCache()

    def placed(self, kind: str) -> list[Placed]:
        """Return the areas of a kind of label, in the order of their ids, in pixels."""
        to_scene = osr.CoordinateTransformation(self._source_crs(), spatial_reference(UTM))
        left, cell_x, _, top, _, cell_y = self.transform
        found = []
        dataset = ogr.Open(str(self.path(kind)))
        for feature in dataset.GetLayer(0):
            area = feature.geometry().Clone()
            area = area.Buffer(RADIUS[kind], 16) if RADIUS[kind] else area
            area.Transform(to_scene)
            for ring in _rings(area):
                for place in range(ring.GetPointCount()):
                    x, y = ring.GetX(place), ring.GetY(place)
                    ring.SetPoint_2D(place, (x - left) / cell_x, (y - top) / cell_y)
            found.append(Placed(CLASSES[feature.GetField("TIPO")], area))
        return found

    def _source_crs(self) -> osr.SpatialReference:
        source = ogr.Open(str(self._scene.tracts))
        reference = source.GetLayer(0).GetSpatialRef().Clone()
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        return reference

    def class_map(self, kind: str) -> np.ndarray:
        """Return the class at the centre of each pixel that the chips cover."""
        return self._sampled() if kind == "class raster" else self._drawn(kind)

    def _drawn(self, kind: str) -> np.ndarray:
        values = np.zeros((ROWS, COLUMNS), "uint8")
        for label in self.placed(kind):
            left, right, top, bottom = (int(side) for side in label.area.GetEnvelope())
            left, top = max(left - 1, 0), max(top - 1, 0)
            right, bottom = min(right + 2, COLUMNS), min(bottom + 2, ROWS)
            if left < right and top < bottom:
                inside = covered(label.area.ExportToWkt(), right - left, bottom - top, left, top)
                values[top:bottom, left:right][inside] = label.class_value
        return values

    def _sampled(self) -> np.ndarray:
        dataset = read_raster(self.path("class raster"))
        source, (west, cell_x, _, north, _, cell_y) = dataset.ReadAsArray(), dataset.GetGeoTransform()
        left, size_x, _, top, _, size_y = self.transform
        x, y = np.meshgrid(left + (np.arange(COLUMNS) + 0.5) * size_x, top + (np.arange(ROWS) + 0.5) * size_y)
        there = osr.CoordinateTransformation(spatial_reference(UTM), spatial_reference(RASTER_CRS))
        points = np.array(there.TransformPoints(np.stack([x.ravel(), y.ravel()], axis=1).tolist()))
        columns = np.floor((points[:, 0] - west) / cell_x).astype(int)
        rows = np.floor((points[:, 1] - north) / cell_y).astype(int)
        inside = (columns >= 0) & (columns < source.shape[1]) & (rows >= 0) & (rows < source.shape[0])
        values = np.zeros(COLUMNS * ROWS, "uint8")
        values[inside] = source[rows[inside], columns[inside]]
        return values.reshape(ROWS, COLUMNS)

    def boxes(self, kind: str) -> list[list[tuple[int, tuple[float, ...]]]]:
        """Return class and box of the objects of each chip, by OGR alone."""
        labels = self.placed(kind)
        chips = []
        for row, column in np.ndindex(DOWN, ACROSS):
            left, top = column * STRIDE, row * STRIDE
            chip = ogr.CreateGeometryFromWkt(rectangle(left, top, left + TILE, top + TILE))
            found = []
            for label in labels:
                part = label.area.Intersection(chip) if label.area.Intersects(chip) else None
                if part is not None and part.GetArea() > 1e-9:
                    west, east, north, south = part.GetEnvelope()
                    box = (west - left, north - top, east - left, south - top)
                    found.append((label.class_value, box))
            chips.append(found)
        return chips


def _rings(geometry: ogr.Geometry) -> Iterator[ogr.Geometry]:
    if geometry.GetGeometryCount() == 0:
        yield geometry
    for place in range(geometry.GetGeometryCount()):
        yield from _rings(geometry.GetGeometryRef(place))


def chips_of(values: np.ndarray) -> list[np.ndarray]:
    """Return the chips of a map over all pixels that the chips cover."""
    corners = [(row * STRIDE, column * STRIDE) for row, column in np.ndindex(DOWN, ACROSS)]
    return [values[row : row + TILE, column : column + TILE] for row, column in corners]
