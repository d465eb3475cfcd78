"""Polygons of the area whose labels are complete, drawn at random, and what a recount says of them."""

from __future__ import annotations

import math
import random
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal, ogr, osr
from recount_labels import each_point, label_area, polygons
from scenes import spatial_reference

ROUNDING = 1e-6  # pixels
NARROW = 1e-3  # pixels: what of a label lies in the area and is not wider counts as nothing
INSIDE, MAYBE = 0.008, 0.012  # pixels by which a tile certainly may reach beyond the area, or hardly may


def draw_mask(
    numbers: random.Random, folder: Path, crs: str, place: Any, size: tuple[int, int], is_round: bool
) -> Path:
    """Write one to four polygons and return their file.

    Args:
        numbers: decide.
        folder: where to.
        crs: of the layer.
        place: where pixels of the image lie in it.
        size: columns and rows of the image.
        is_round: sides may lie on whole pixels.
    """
    path = folder / "mask.gpkg"
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer("mask", spatial_reference(crs) if crs else None, ogr.wkbMultiPolygon)
    for _ in range(numbers.randrange(1, 5)):
        whole, part = ogr.Geometry(ogr.wkbMultiPolygon), ogr.Geometry(ogr.wkbPolygon)
        for ring in _rings(numbers, *size, is_round):
            line = ogr.Geometry(ogr.wkbLinearRing)
            for x, y in [*ring, ring[0]]:
                line.AddPoint_2D(*place(x, y))
            part.AddGeometry(line)
        whole.AddGeometry(part)
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(whole)
        layer.CreateFeature(feature)
    return path


def _rings(
    numbers: random.Random, width: int, height: int, is_round: bool
) -> list[list[tuple[float, float]]]:
    x, y = numbers.uniform(-0.2, 0.9) * width, numbers.uniform(-0.2, 0.9) * height
    right, down = numbers.uniform(0.1, 1.2) * width + 1, numbers.uniform(0.1, 1.2) * height + 1
    kind = numbers.choice(("rectangle", "rectangle", "round", "star", "bow tie", "hole"))
    if kind == "round" and is_round:
        x, y, right, down = map(float, map(round, (x, y, right, down)))
    box = [(x, y), (x + right, y), (x + right, y + down), (x, y + down)]
    if kind == "bow tie":
        return [[box[0], box[2], box[1], (x - 0.1 * right, y + down * 0.9)]]
    if kind == "star":
        turns = [0.1 + 2 * math.pi * step / 60 for step in range(60)]
        reach = [numbers.uniform(0.3, 0.5) for _ in turns]
        middle = x + right / 2, y + down / 2
        far = zip(turns, reach)
        return [[(middle[0] + right * r * math.cos(t), middle[1] + down * r * math.sin(t)) for t, r in far]]
    if kind == "hole":
        inner = [(x + right * a, y + down * b) for a, b in ((0.3, 0.31), (0.6, 0.33), (0.41, 0.7))]
        return [box, inner]
    return [box]


def _on_whole_pixels(area: ogr.Geometry) -> ogr.Geometry:
    """Return an area whose corners lie on whole pixels where rounding has moved them away.

    Else edges of a label and of the mask that are the same leave spikes without width.
    """

    def snapped(x: float, y: float) -> tuple[float, float]:
        whole = round(x), round(y)
        return tuple(float(w) if abs(w - c) < ROUNDING else c for w, c in zip(whole, (x, y)))

    moved = area.Clone()
    each_point(moved, snapped)
    return moved


class Mask:
    """The area whose labels are complete, in pixels of the exported area."""

    def __init__(self, path: Path, mover: Any) -> None:
        """Read the polygons.

        Args:
            path: their file.
            mover: gives for a layer the way from its CRS to pixels.
        """
        dataset = ogr.Open(str(path))
        layer = dataset.GetLayer(0)
        move, self.area = mover(layer), ogr.Geometry(ogr.wkbMultiPolygon)
        for feature in layer:
            area = label_area(feature.GetGeometryRef(), 0)
            self.area = self.area.Union(_on_whole_pixels(move(area)))
        self._inside, self._maybe = self.area.Buffer(INSIDE), self.area.Buffer(MAYBE)

    def holds(self, chip: ogr.Geometry) -> tuple[bool, bool]:
        """Tell whether a chip lies in the area as a whole: certainly, and maybe."""
        return self._inside.Contains(chip), self._maybe.Contains(chip)

    def cut(self, area: ogr.Geometry) -> ogr.Geometry | None:
        """Return what of a label lies in the area, None where nothing does."""
        shared = polygons(_on_whole_pixels(area).Intersection(self.area))
        kept = ogr.Geometry(ogr.wkbMultiPolygon)
        for place in range(shared.GetGeometryCount() if shared is not None else 0):
            piece = shared.GetGeometryRef(place)
            left, right, top, bottom = piece.GetEnvelope()
            if piece.GetArea() > NARROW * max(right - left, bottom - top):
                kept.AddGeometry(piece)
        return None if kept.IsEmpty() else kept

    def pixels(self, rows: int, columns: int) -> np.ndarray:
        """Return (rows, columns), True where a pixel's centre lies in the area, by GDAL."""
        target = gdal.GetDriverByName("MEM").Create("", columns, rows, 1, gdal.GDT_Byte)
        target.SetGeoTransform((0, 1, 0, 0, 0, 1))
        local = osr.SpatialReference('LOCAL_CS["pixels"]')
        target.SetSpatialRef(local)
        source = (ogr.GetDriverByName("Memory") or ogr.GetDriverByName("MEM")).CreateDataSource("")
        layer = source.CreateLayer("mask", local, ogr.wkbUnknown)
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(self.area)
        layer.CreateFeature(feature)
        gdal.RasterizeLayer(target, [1], layer, burn_values=[1])
        return target.ReadAsArray() > 0
