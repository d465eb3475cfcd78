"""Pixels of shapes against GDAL's rasterizer."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from osgeo import gdal, ogr
from scenes import rectangle
from test_clipping import gear, outlines_of, shapes

from training_data_exporter.chipping.window import Window
from training_data_exporter.labels.shapes.run_images import draw
from training_data_exporter.labels.shapes.scanlines import Runs, fill, on_top

WINDOW = Window(3, -7, 21, 33)


def painted(wkts, window=WINDOW) -> np.ndarray:
    """Return what is seen of shapes, drawn as runs that share no pixel."""
    runs = on_top(fill(outlines_of(wkts), window))
    assert (drawn(runs, np.ones(len(wkts)), window) == counts(runs, window)).all()
    return drawn(runs, np.arange(1, len(wkts) + 1), window)


def drawn(runs: Runs, values, window) -> np.ndarray:
    size = window.width * window.height
    return draw(runs.starts, runs.ends, values[runs.shapes], size, "int32").reshape(
        window.height, window.width
    )


def counts(runs: Runs, window) -> np.ndarray:
    """Return how many runs each pixel lies in."""
    numbers = np.zeros(window.width * window.height, dtype=int)
    for start, end in zip(runs.starts, runs.ends):
        numbers[start:end] += 1
    return numbers.reshape(window.height, window.width)


def burned(wkts, window=WINDOW) -> np.ndarray:
    source = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = source.CreateLayer("shapes", None, ogr.wkbUnknown)
    layer.CreateField(ogr.FieldDefn("number", ogr.OFTInteger))
    for number, wkt in enumerate(wkts, start=1):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField(0, number)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        layer.CreateFeature(feature)
    target = gdal.GetDriverByName("MEM").Create("", window.width, window.height, 1, gdal.GDT_Int32)
    target.SetGeoTransform((window.col_off, 1, 0, window.row_off, 0, 1))
    gdal.RasterizeLayer(target, [1], layer, options=["ATTRIBUTE=number"])
    return target.ReadAsArray()


def off_centres(wkt: str) -> str:
    """Return a shape none of whose edges is likely to pass a pixel's centre, where GDAL's versions differ."""
    geometry = ogr.CreateGeometryFromWkt(wkt)
    for number in range(geometry.GetGeometryCount()):
        ring = geometry.GetGeometryRef(number)
        for place in range(ring.GetPointCount()):
            x, y = ring.GetX(place), ring.GetY(place)
            ring.SetPoint_2D(place, x + 0.01234567, y + 0.00765432)
    return geometry.ExportToIsoWkt()


polygons = shapes.filter(lambda wkt: wkt.startswith("POLYGON")).map(off_centres)


@settings(max_examples=300)
@given(st.lists(polygons, min_size=1, max_size=6))
def test_the_same_pixels_as_gdal(wkts):
    np.testing.assert_array_equal(painted(wkts), burned(wkts))


@pytest.mark.parametrize("size", [50, 1500])
def test_large_shapes_in_pieces(size):
    window = Window(0, 0, size, size)
    wkts = [off_centres(gear(40, size / 2, size / 2, size / 3, size * 0.6)), rectangle(3, 3, size - 3, 9)]
    wkts += [rectangle(3 * place, 5, 3 * place + 2, size) for place in range(5)]
    np.testing.assert_array_equal(painted(wkts, window), burned(wkts, window))


def test_a_shape_beside_the_window_covers_nothing():
    assert not painted([rectangle(-50, 0, -7, 90), rectangle(0, -9, 5, 3), rectangle(26, 0, 90, 90)]).any()


def test_a_hole_and_a_part_are_no_pixels_of_another():
    wkt = "MULTIPOLYGON(((0 5,9 5,9 14,0 14,0 5),(2 7,7 7,7 12,2 12,2 7)),((20 5,22 5,22 6,20 6,20 5)))"
    np.testing.assert_array_equal(painted([wkt]), burned([wkt]))
