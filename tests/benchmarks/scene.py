"""The scene that benchmarks work on: seeded imagery with texture, and polygons of mixed shapes.

python scene.py FOLDER [SIZE] [FEATURES]     makes FOLDER/image.tif and FOLDER/labels.gpkg
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr

CELL = 0.5  # map units
LEFT, TOP = 500000.0, 5600000.0
_BLOCK = 1000  # rows and columns of a piece of texture (pixels)


def make_scene(
    folder: Path, size: int = 10_000, features: int = 20_000, labels_only: bool = False
) -> tuple[Path, Path]:
    """Return the paths of image and labels, made where they are missing.

    Args:
        folder: where they go.
        size: rows and columns of the image (pixels).
        features: polygons.
        labels_only: leave the image alone.
    """
    folder.mkdir(parents=True, exist_ok=True)
    image, labels = folder / f"image_{size}.tif", folder / f"labels_{size}_{features}.gpkg"
    if not image.exists() and not labels_only:
        _make_image(image, size)
    if not labels.exists():
        make_labels(labels, size, features)
    return image, labels


def strips(image: Path, count: int, stride: int) -> list[Path]:
    """Return parts of an image below each other, as virtual rasters: together they have its chips.

    Args:
        image: the image.
        count: how many parts.
        stride: of the chips, which do not overlap (pixels).
    """
    source = gdal.Open(str(image))
    width, height = source.RasterXSize, source.RasterYSize
    rows = -(-height // (stride * count)) * stride
    parts = []
    for number, top in enumerate(range(0, height, rows)):
        part = image.with_name(f"strip_{count}_{number}.vrt")
        window = [0, top, width, min(rows, height - top)]
        gdal.Translate(str(part), source, format="VRT", srcWin=window)
        parts.append(part)
    return parts


def _make_image(path: Path, size: int) -> None:
    rng = np.random.default_rng(7)
    part = path.with_suffix(".part")
    options = ["TILED=YES", "PHOTOMETRIC=RGB", "BIGTIFF=IF_SAFER"]
    dataset = gdal.GetDriverByName("GTiff").Create(str(part), size, size, 3, gdal.GDT_Byte, options)
    dataset.SetGeoTransform((LEFT, CELL, 0, TOP, 0, -CELL))
    dataset.SetProjection(crs(25832).ExportToWkt())
    for row in range(0, size, _BLOCK):
        for column in range(0, size, _BLOCK):
            height, width = min(_BLOCK, size - row), min(_BLOCK, size - column)
            dataset.WriteArray(_texture(rng)[:, :height, :width], column, row)
    dataset = None
    part.rename(path)


def _texture(rng: np.random.Generator) -> np.ndarray:
    """Return (3, rows, columns) of uint8: smooth at several scales, with a little noise, bands alike."""
    shared = sum(octave(rng, step) for step in (8, 25, 125))
    bands = [shared + 12 * rng.standard_normal((_BLOCK, _BLOCK)) * 0.4 + offset for offset in (90, 100, 80)]
    return np.clip(np.stack(bands), 0, 255).astype(np.uint8)


def octave(rng: np.random.Generator, step: int) -> np.ndarray:
    """Return (rows, columns): random values every ``step`` pixels, linear between."""
    coarse = rng.standard_normal((_BLOCK // step + 2, _BLOCK // step + 2)) * 4 * step**0.4
    places = np.arange(_BLOCK) / step
    low, share = places.astype(int), places % 1
    rows = coarse[low] * (1 - share)[:, None] + coarse[low + 1] * share[:, None]
    return rows[:, low] * (1 - share) + rows[:, low + 1] * share


def make_labels(path: Path, size: int, features: int) -> None:
    rng = np.random.default_rng(11)
    to_degrees = osr.CoordinateTransformation(crs(25832), crs(4326))
    part = path.with_name("part.gpkg")
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(part))
    layer = source.CreateLayer("labels", crs(4326), ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("classvalue", ogr.OFTInteger))
    source.StartTransaction()
    for _ in range(features):
        feature = ogr.Feature(layer.GetLayerDefn())
        geometry = _polygon(rng, size)
        geometry.Transform(to_degrees)
        feature.SetField(0, int(rng.integers(1, 6)))
        feature.SetGeometryDirectly(geometry)
        layer.CreateFeature(feature)
    source.CommitTransaction()
    source = None
    part.rename(path)


def _polygon(rng: np.random.Generator, size: int) -> ogr.Geometry:
    """Return a turned rectangle, an L or a round blob of 8 to 60 pixels, in map units."""
    center = rng.uniform(0, size, 2)
    radius, turn = rng.uniform(4, 30), rng.uniform(0, 2 * np.pi)
    kind = rng.integers(3)
    if kind == 0:
        points = np.array([(-1, -0.6), (1, -0.6), (1, 0.6), (-1, 0.6)])
    elif kind == 1:
        points = np.array([(-1, -1), (1, -1), (1, 0), (0, 0), (0, 1), (-1, 1)])
    else:
        angles = np.linspace(0, 2 * np.pi, 24, endpoint=False)
        points = np.stack([np.cos(angles), np.sin(angles)], 1) * rng.uniform(0.7, 1, (24, 1))
    rotation = np.array([(np.cos(turn), -np.sin(turn)), (np.sin(turn), np.cos(turn))])
    placed = points @ rotation * radius + center
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in [*placed, placed[0]]:
        ring.AddPoint_2D(LEFT + x * CELL, TOP - y * CELL)
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometryDirectly(ring)
    return polygon


def crs(epsg: int) -> osr.SpatialReference:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


if __name__ == "__main__":
    for made in make_scene(Path(sys.argv[1]), *map(int, sys.argv[2:])):
        print(made)
