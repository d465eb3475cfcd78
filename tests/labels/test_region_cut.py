"""Pixels and shapes cut to a region, against GEOS and the even-odd rule."""

from __future__ import annotations

import pickle

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from label_scenes import covered
from osgeo import ogr
from scenes import rectangle

from training_data_exporter.chipping.chip import PixelBlock
from training_data_exporter.chipping.plan.turned import TurnedTile
from training_data_exporter.chipping.window import Window
from training_data_exporter.imagery.source import Bands, empty_block
from training_data_exporter.labels.regions.pixel_mask import PixelMask
from training_data_exporter.labels.regions.region import Region
from training_data_exporter.labels.regions.region_cut import CutToRegion
from training_data_exporter.labels.shapes.polygons import Outlines

pytestmark = pytest.mark.usefixtures("qgis_app")


def star(random: np.random.Generator, x: float, y: float, size: float, points: int) -> str:
    """A polygon with corners all around a point, none of them on a round number."""
    angles = np.sort(random.uniform(0, 2 * np.pi, points))
    if np.diff(angles, append=angles[0] + 2 * np.pi).max() > 3:  # or its edges might cross
        angles = np.arange(points) * 2 * np.pi / points + 0.1
    lengths = random.uniform(0.3, 1.0, points) * size
    corners = np.stack((x + lengths * np.cos(angles), y + lengths * np.sin(angles)), axis=1).tolist()
    return "POLYGON((" + ",".join(f"{a!r} {b!r}" for a, b in [*corners, corners[0]]) + "))"


def region_of(random: np.random.Generator) -> ogr.Geometry:
    """Polygons that overlap, with a hole."""
    whole = ogr.CreateGeometryFromWkt(star(random, 30.3, 28.7, 28, 9))
    whole = whole.Union(ogr.CreateGeometryFromWkt(star(random, 44.1, 40.2, 25, 400)))
    return whole.Difference(ogr.CreateGeometryFromWkt(star(random, 36.6, 33.3, 7, 6)))


def wkb(geometry: ogr.Geometry) -> bytes:
    return bytes(geometry.ExportToWkb(ogr.wkbNDR))


def outlines(*geometries: ogr.Geometry) -> Outlines:
    return Outlines.of([wkb(each) for each in geometries])


seeds = st.integers(0, 2**32 - 1)


@given(seeds, st.integers(-20, 60), st.integers(-20, 60), st.integers(1, 50), st.integers(1, 50))
@settings(max_examples=60, deadline=None)
def test_pixels_lie_outside_where_their_centres_do(seed, top, left, height, width):
    geometry = region_of(np.random.default_rng(seed))
    mask, window = PixelMask(outlines(geometry)), Window(top, left, height, width)
    block = empty_block(window, Bands("int16", (None, -5.0), ("", ""), (0, 0)), 2)
    block.values[:], block.mask[:] = 9, True
    inside = mask.blacken(block, window, (0.0, -5.0))
    expected = covered(geometry.ExportToWkt(), width, height, left, top)
    assert (inside is None) == expected.all()
    assert (np.ones_like(expected) if inside is None else inside).tolist() == expected.tolist()
    for plane, fill in zip(block.values, (0, -5)):
        assert np.array_equal(plane, np.where(expected, 9, fill))
    assert (block.mask == expected).all()
    classes = np.full((height, width), 3, "uint8")
    mask.clear(classes, window)
    assert np.array_equal(classes, np.where(expected, 3, 0))


def test_windows_may_come_again_in_any_order():
    geometry = region_of(np.random.default_rng(1))
    mask, windows = PixelMask(outlines(geometry)), [Window(5 * n, 3 * n, 11, 13) for n in range(8)]
    for window in [*windows, *reversed(windows), *windows[::3]]:
        classes = np.ones((11, 13), "uint8")
        mask.clear(classes, window)
        expected = covered(geometry.ExportToWkt(), 13, 11, window.col_off, window.row_off)
        assert np.array_equal(classes, expected.astype("uint8"))


def test_pixels_that_would_be_copied_are_refused():
    """Else what is filled would be lost."""
    mask, window = PixelMask(outlines(ogr.CreateGeometryFromWkt(rectangle(2, 2, 5, 5)))), Window(0, 0, 8, 8)
    part = np.ones((3, 8, 16), "uint8")[:, :, :8]
    with pytest.raises(AttributeError):
        mask.blacken(PixelBlock(part), window, (0.0, 0.0, 0.0))
    with pytest.raises(AttributeError):
        mask.clear(part[0], window)


def cutter(geometry: ogr.Geometry) -> CutToRegion:
    region = Region.of(outlines(geometry))
    return CutToRegion(region, PixelMask(region.outlines))


@given(seeds, st.integers(1, 40))
@settings(max_examples=60, deadline=None)
def test_shapes_are_cut_as_geos_does(seed, count):
    random = np.random.default_rng(seed)
    geometry = region_of(random)
    shapes = [
        ogr.CreateGeometryFromWkt(
            star(random, *random.uniform(-10, 80, 2), random.uniform(0.5, 12), int(random.integers(3, 30)))
        )
        for _ in range(count)
    ]
    found = cutter(geometry).cut(outlines(*shapes), lambda: None)
    assert found.failed == []
    assert len(set(found.numbers)) == len(found.numbers) == len(found.outlines)
    parts = {number: found.outlines.wkb(place) for place, number in enumerate(found.numbers)}
    wholes = dict(zip(found.numbers, found.outlines.wholes.tolist() if parts else []))
    for number, shape in enumerate(shapes):
        common = shape.Intersection(geometry)
        if number not in parts:
            assert common.Area() < 0.001 * 30
            continue
        part = ogr.CreateGeometryFromWkb(parts[number])
        assert part.IsValid()
        assert part.SymmetricDifference(common).Area() < 1e-3
        assert np.allclose(part.GetEnvelope(), polygons_only(common).GetEnvelope(), rtol=0, atol=0.005)
        assert wholes[number] == pytest.approx(shape.Area())
        assert (number in found.parts) == (common.Area() < shape.Area() - 1e-9)
        if number not in found.parts:
            assert parts[number] == wkb(shape)


def polygons_only(geometry: ogr.Geometry) -> ogr.Geometry:
    """Return the polygons of a geometry that are wider than rounding."""
    found = ogr.Geometry(ogr.wkbMultiPolygon)
    single = geometry.GetGeometryName() == "POLYGON"
    each = [geometry] if single else [geometry.GetGeometryRef(n) for n in range(geometry.GetGeometryCount())]
    for part in each:
        if part.GetGeometryName() == "POLYGON":
            left, right, top, bottom = part.GetEnvelope()
            if part.Area() > 0.001 * max(right - left, bottom - top):
                found.AddGeometry(part)
    return found


def test_what_only_touches_is_not_taken():
    cut = cutter(ogr.CreateGeometryFromWkt(rectangle(0, 0, 10, 10))).cut
    beside = [rectangle(10, 0, 20, 10), rectangle(10, 10, 12, 12), "POLYGON((10 5,15 2,15 8,10 5))"]
    found = cut(outlines(*map(ogr.CreateGeometryFromWkt, beside)), lambda: None)
    assert (len(found.outlines), found.numbers, found.parts, found.failed) == (0, [], [], [])


def test_a_sliver_of_rounding_is_nothing():
    """A label whose slanting edge is the region's, but for what a transformation rounds."""
    region = "POLYGON((0 0,100 0,0 100,0 0))"
    beside = "POLYGON((100 0.0001,100 100,0 100.0001,50 50.00004,100 0.0001))"
    across = "POLYGON((99.9999 0,100 100,0 99.9999,50 49.9999,99.9999 0))"
    within = "POLYGON((99 0,100 100,0 99,99 0))"
    shapes = outlines(*map(ogr.CreateGeometryFromWkt, (beside, across, within)))
    found = cutter(ogr.CreateGeometryFromWkt(region)).cut(shapes, lambda: None)
    assert found.numbers == [2]


def test_another_process_gets_the_same():
    geometry = region_of(np.random.default_rng(2))
    mine = cutter(geometry)
    its = pickle.loads(pickle.dumps(mine))
    window, shape = Window(3, 4, 60, 70), ogr.CreateGeometryFromWkt(rectangle(0, 0, 50, 50))
    found = [np.ones((60, 70), "uint8") for _ in range(2)]
    for each, classes in zip((mine, its), found):
        each.clear(classes, window)
    assert np.array_equal(*found)
    assert 0 < found[0].sum() < found[0].size
    parts = [each.cut(outlines(shape), lambda: None).outlines.wkb(0) for each in (mine, its)]
    assert parts[0] == parts[1]
    assert [each.region.holds(TurnedTile(Window(30, 20, 2, 2))) for each in (mine, its)] == [True, True]
    assert [each.region.meets(TurnedTile(Window(300, 20, 2, 2))) for each in (mine, its)] == [False, False]


def test_cancel_is_answered():
    class StopError(Exception):
        pass

    def stop():
        raise StopError

    with pytest.raises(StopError):
        cutter(region_of(np.random.default_rng(1))).cut(
            outlines(ogr.CreateGeometryFromWkt(rectangle(0, 0, 5, 5))), stop
        )
