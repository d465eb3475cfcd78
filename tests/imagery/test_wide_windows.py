"""What is asked of a layer in another CRS holds the whole window, however the border bends there."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsRectangle,
)
from scenes import spatial_reference

from training_data_exporter.labels.features.projection import transformed_back

pytestmark = pytest.mark.usefixtures("qgis_app")

AREAS = [
    ("EPSG:3413", "EPSG:4326", (-2_000_000, -3_000_000, 2_000_000, -300_000)),
    ("EPSG:4326", "EPSG:3574", (-160, 45, -40, 85)),
    ("EPSG:3035", "EPSG:4326", (2_500_000, 1_500_000, 6_500_000, 5_400_000)),
    ("EPSG:5070", "EPSG:4326", (-2_300_000, 300_000, 2_200_000, 3_100_000)),
    ("EPSG:3857", "EPSG:32633", (500_000, 4_000_000, 3_000_000, 10_000_000)),
    ("EPSG:32633", "EPSG:3035", (200_000, 4_000_000, 800_000, 8_000_000)),
]
"""CRS of raster and layer, and where windows are put (raster's CRS)."""


def windows(area, count=60):
    """Yield windows, most of them far longer than high or wide."""
    random = np.random.default_rng(11)
    corner, size = np.array(area[:2]), np.subtract(area[2:], area[:2])
    for _ in range(count):
        longer = np.exp(random.uniform(np.log(1e-3), np.log(0.8)))
        sides = random.permutation([longer, longer / np.exp(random.uniform(0, np.log(1000)))]) * size.min()
        start = corner + random.uniform(0, 1, 2) * (size - sides)
        yield QgsRectangle(*start, *(start + sides))


def border(window, count=2001):
    """Return many points of a window's border."""
    x = np.linspace(window.xMinimum(), window.xMaximum(), count)
    y = np.linspace(window.yMinimum(), window.yMaximum(), count)
    sides = [(x, y[0]), (x, y[-1]), (x[0], y), (x[-1], y)]
    return np.concatenate([np.stack(np.broadcast_arrays(*side), axis=1) for side in sides])


def missed(extent, points):
    """Return how far points lie beyond an extent at most, as a share of what they span."""
    low, high = points.min(axis=0), points.max(axis=0)
    beyond = (extent.xMinimum(), extent.yMinimum()) - low, high - (extent.xMaximum(), extent.yMaximum())
    return np.max(beyond / (high - low))


@pytest.mark.parametrize(("raster", "layer", "area"), AREAS)
def test_the_extent_holds_the_window(raster, layer, area):
    """PROJ's own transformation of many points is the answer; QGIS alone would miss some of them."""
    exact = osr.CoordinateTransformation(spatial_reference(raster), spatial_reference(layer))
    systems = (QgsCoordinateReferenceSystem(name) for name in (layer, raster))
    to_raster = QgsCoordinateTransform(*systems, QgsCoordinateTransformContext())
    for window in windows(area):
        points = np.array(exact.TransformPoints(border(window)))[:, :2]
        assert missed(transformed_back(window, to_raster), points) <= 0


def test_an_extent_in_the_same_crs_stays():
    utm = QgsCoordinateReferenceSystem("EPSG:32633")
    same = QgsCoordinateTransform(utm, utm, QgsCoordinateTransformContext())
    window = QgsRectangle(300_000.5, 5_000_000.25, 310_000, 5_000_001)
    assert transformed_back(window, same) == window
