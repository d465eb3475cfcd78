"""Numbers in messages have the decimals that the matter needs, and no more."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from label_scenes import export, refusal
from scenes import memory_layer, noise, rectangle, write_raster

from training_data_exporter.chipping.readable import (
    byte_texts,
    coordinate_text,
    extent_parameter,
    extent_text,
    length_text,
    listed,
    rate_text,
)

cells = st.floats(1e-9, 1e6)
coordinates = st.floats(-1e8, 1e8)


@given(coordinates, cells)
def test_a_coordinate_is_read_back_to_a_tenth_of_a_pixel(value, cell):
    assert abs(float(coordinate_text(value, cell)) - value) <= 0.05 * cell * (1 + 1e-9) + math.ulp(value)


@given(coordinates, st.floats(0.2, 1e6), cells)
def test_coordinates_two_tenths_of_a_pixel_apart_differ(value, pixels, cell):
    other = value + pixels * cell
    assume(other - value > 0.1 * cell)
    assert coordinate_text(value, cell) != coordinate_text(other, cell)


@pytest.mark.parametrize(
    ("value", "cell", "text"),
    [
        (300000.26, 10.0, "300000"),
        (300000.26, 28.5, "300000"),
        (300000.26, 2.0, "300000.3"),
        (300000.26, 1.0, "300000.3"),
        (300000.26, 0.3, "300000.26"),
        (300000.26, 0.1, "300000.26"),
        (-7.9001234, 0.00027, "-7.90012"),
        (-7.9001234, 1 / 3600, "-7.90012"),
        (-0.001, 1.0, "0.0"),
        (1e308, 1.0, "1e+308"),
        (math.inf, 1.0, "inf"),
    ],
)
def test_decimals_follow_the_pixel(value, cell, text):
    assert coordinate_text(value, cell) == text


def test_extents_as_people_and_as_the_parameter_read_them():
    sides = (288776.0, 9120700.0, 288836.25, 9120760.0)
    assert extent_text(sides, 2.0) == "288776.0,9120700.0 : 288836.2,9120760.0"
    assert extent_parameter(sides, 30.0, "EPSG:31985") == "288776,288836,9120700,9120760 [EPSG:31985]"
    assert extent_parameter(sides, 30.0, "") == "288776,288836,9120700,9120760"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-3.0, "-3"),
        (10.0, "10"),
        (0.30000000000000004, "0.3"),
        (1 / 3600, "0.000277777777778"),
        (0.597164283559817, "0.59716428356"),
        (1e-7, "0.0000001"),
        (1e300, "1e+300"),
        (math.nan, "nan"),
        (-math.inf, "-inf"),
    ],
)
def test_lengths(value, text):
    assert length_text(value) == text


@given(st.floats(1e-12, 1e12))
def test_a_length_is_read_back(value):
    assert math.isclose(float(length_text(value)), value, rel_tol=1e-11)


@pytest.mark.parametrize(
    ("value", "text"), [(0.0, "0"), (417.3, "417"), (12.5, "12"), (9.96, "10.0"), (0.0347, "0.035")]
)
def test_rates(value, text):
    assert rate_text(value) == text


def test_sizes():
    assert byte_texts(999) == ("999 bytes",)
    assert byte_texts(999_990) == ("1.0 MB",)
    assert byte_texts(12_345_678) == ("12.3 MB",)
    assert byte_texts(10**16) == ("10000.0 TB",)
    assert byte_texts(1_201_000_000_000, 1_204_000_000_000) == ("1.201 TB", "1.204 TB")
    assert byte_texts(1_000_000_000, 1_000_000_008) == ("1.00000000 GB", "1.00000001 GB")
    assert byte_texts(5, 5) == ("5 bytes", "5 bytes")


# In messages.

DEGREES = (-35.0, 0.0001, 0.0, -8.0, 0.0, -0.0001)


@pytest.mark.usefixtures("qgis_app")
def test_an_extent_in_degrees_beside_the_raster(tmp_path):
    raster = write_raster(tmp_path / "in.tif", noise(1, 20, 20), DEGREES, "EPSG:4326")
    extent = "-34.9975,-34.997,-8.0012,-8.0004 [EPSG:4326]"
    assert refusal(tmp_path / "out", raster, memory_layer([], crs="EPSG:4326"), EXTENT=extent) == (
        "EXTENT: -34.99750,-8.00120 : -34.99700,-8.00040 lies outside in, which extends over "
        "-35.00000,-8.00200 : -34.99800,-8.00000 (in the raster's coordinates)."
    )


@pytest.mark.usefixtures("qgis_app")
def test_labels_in_degrees_beside_the_raster(tmp_path):
    raster = write_raster(tmp_path / "in.tif", noise(1, 20, 20), DEGREES, "EPSG:4326")
    apart = memory_layer([(rectangle(-34.9979, -8.0004, -34.997, -8.0012), {})], crs="EPSG:4326")
    exported = export(tmp_path / "out", raster, apart)
    assert (
        "IN_CLASS_DATA: no label lies on the raster; labels extend over -34.99790,-8.00120 : "
        "-34.99700,-8.00040, the raster over -35.00000,-8.00200 : -34.99800,-8.00000 (in the raster's "
        "coordinates)."
    ) in exported.log.warnings


@pytest.mark.usefixtures("qgis_app")
def test_a_radius_in_degrees(tmp_path):
    raster = write_raster(tmp_path / "in.tif", noise(1, 20, 20), DEGREES, "EPSG:4326")
    points = memory_layer([("POINT(-34.999 -8.001)", {})], crs="EPSG:4326", kind="Point")
    exported = export(tmp_path / "out", raster, points, BUFFER_RADIUS=0.00002)
    assert "BUFFER_RADIUS: 0.00002 is in degrees, the unit of labels." in exported.log.warnings


def test_of_many_items_only_the_first_are_named():
    assert listed([], 2) == ""
    assert listed([3, 5], 2) == "3, 5"
    assert listed([3, 5, 8], 2) == "3, 5, ..."
    assert listed(("a", "b"), 1, str.upper) == "A, ..."
