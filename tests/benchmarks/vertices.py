"""What the labels of one polygon cost as its vertices grow: processor seconds, next to GDAL's rasterizer.

A coast is a ring that goes in and out at all scales; a sieve is polygonized noise, all of it one feature.

python vertices.py [--most VERTICES]
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

SIDE, TILE = 3840, 256  # pixels of a map unit each: 225 chips
BUDGET = 4 << 20  # pixels of a batch
FEWEST = 50_000


def coast(vertices: int) -> ogr.Geometry:
    """Return a ring whose radius is displaced at half, a quarter, an eighth ... of its length."""
    random, levels = np.random.default_rng(1), int(np.ceil(np.log2(vertices)))
    radii, step, amplitude = np.zeros((1 << levels) + 1), 1 << levels, 0.25
    while step > 1:
        half = step // 2
        middles = np.arange(half, len(radii) - 1, step)
        around = (radii[middles - half] + radii[middles + half]) / 2
        radii[middles] = around + random.normal(0, amplitude, len(middles))
        step, amplitude = half, amplitude * 0.7
    chosen = np.exp(radii[np.linspace(0, len(radii) - 1, vertices, endpoint=False).astype(int)])
    angles = 2 * np.pi * np.arange(vertices) / vertices
    points = np.stack((chosen * np.cos(angles), chosen * np.sin(angles)), axis=1)
    low, high = points.min(axis=0), points.max(axis=0)
    points = (points - low) / (high - low) * (0.95 * SIDE) + 0.025 * SIDE
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in (*points.tolist(), points[0].tolist()):
        ring.AddPoint_2D(x, y)
    whole, part = ogr.Geometry(ogr.wkbMultiPolygon), ogr.Geometry(ogr.wkbPolygon)
    part.AddGeometry(ring)
    whole.AddGeometry(part)
    return whole


def sieve(vertices: int) -> ogr.Geometry:
    """Return polygonized noise."""
    cells = int((vertices / 0.34) ** 0.5)
    noise = np.random.default_rng(1).normal(size=(cells, cells))
    for axis in (0, 1):
        noise = noise + np.roll(noise, 1, axis) + np.roll(noise, -1, axis)
    image = gdal.GetDriverByName("MEM").Create("", cells, cells)
    image.SetGeoTransform((0.03 * SIDE, 0.94 * SIDE / cells, 0, 0.97 * SIDE, 0, -0.94 * SIDE / cells))
    band = image.GetRasterBand(1)
    band.WriteArray((noise < np.quantile(noise, 0.65)).astype(np.uint8))
    target = ogr.GetDriverByName("Memory").CreateDataSource("")  # the layer lives as long as it does
    layer = target.CreateLayer("", None, ogr.wkbPolygon)
    gdal.Polygonize(band, band, layer, -1)
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for feature in layer:
        whole.AddGeometry(feature.GetGeometryRef())
    return whole


def rasterized(geometry: ogr.Geometry) -> float:
    """Return the processor seconds of GDAL's rasterizer for the whole image."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(31985)
    image = gdal.GetDriverByName("MEM").Create("", SIDE, SIDE)
    image.SetGeoTransform((0, 1, 0, SIDE, 0, -1))
    image.SetSpatialRef(reference)
    source = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = source.CreateLayer("", reference, ogr.wkbMultiPolygon)
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(geometry)
    layer.CreateFeature(feature)
    started = time.process_time()
    gdal.RasterizeLayer(image, [1], layer)
    return time.process_time() - started


def labelled(geometry: ogr.Geometry, need: str) -> tuple[float, float]:
    """Return the processor seconds of the labels of all chips, and the longest wait for Cancel."""
    from qgis.core import (
        QgsCoordinateTransform,
        QgsFeature,
        QgsGeometry,
        QgsVectorLayer,
        QgsVectorLayerFeatureSource,
    )

    from training_data_exporter.chipping.chip import Need
    from training_data_exporter.chipping.frame import PixelFrame
    from training_data_exporter.chipping.plan.grid import BatchPlan, Grid
    from training_data_exporter.labels.features.feature_labels import FeatureLabels
    from training_data_exporter.labels.features.layer_classes import LayerClasses

    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:31985", "", "memory")
    shape, feature = QgsGeometry(), QgsFeature()
    shape.fromWkb(bytes(geometry.ExportToWkb()))
    feature.setGeometry(shape)
    layer.dataProvider().addFeatures([feature])
    grid = Grid(SIDE, SIDE, TILE, TILE, TILE, TILE)
    place = PixelFrame(0, SIDE, 1, 1, SIDE, SIDE), grid
    source = QgsVectorLayerFeatureSource(layer)
    labels = FeatureLabels(source, LayerClasses(), QgsCoordinateTransform(), place, Need[need])
    looks = [time.perf_counter()]

    def stop() -> None:
        looks.append(time.perf_counter())

    started = time.process_time()
    labels.open(stop)
    for batch in BatchPlan(grid, BUDGET, starts_small=True):
        for chip in labels.read(batch, stop).chips.values():
            if need == "CLASS_MAP":
                chip.class_map()
    stop()
    return time.process_time() - started, float(np.diff(looks).max())


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--most", type=int, default=800_000)
    most = parser.parse_args().most
    import conftest

    conftest._start_qgis()
    for make in (coast, sieve):
        vertices = FEWEST
        while vertices <= most:
            geometry = make(vertices)
            costs = {need: labelled(geometry, need) for need in ("BOXES", "CLASS_MAP", "MASKS")}
            words = ", ".join(
                f"{need} {cpu:.2f} s (longest wait for Cancel {wait:.2f} s)"
                for need, (cpu, wait) in costs.items()
            )
            parts = [geometry.GetGeometryRef(number) for number in range(geometry.GetGeometryCount())]
            rings = [part.GetGeometryRef(ring) for part in parts for ring in range(part.GetGeometryCount())]
            points = sum(ring.GetPointCount() for ring in rings)
            text = f"{make.__name__}, {points} vertices, {len(rings)} rings: {words}"
            print(f"{text}; GDAL's rasterizer {rasterized(geometry):.2f} s", flush=True)
            vertices *= 2


if __name__ == "__main__":
    main()
    sys.stdout.flush()
    os._exit(0)  # QGIS may crash at Python's end
