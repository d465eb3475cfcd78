"""Which pixels of a source lie under others in another CRS, against the transformation of each of them."""

from __future__ import annotations

import struct

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from osgeo import ogr, osr

from training_data_exporter.chipping.frame import PixelFrame
from training_data_exporter.chipping.window import Window
from training_data_exporter.imagery.resampling.picking import CrossingPlaces, ScatteredPlaces, halves
from training_data_exporter.imagery.resampling.reprojection import Reprojection

CLOSE = 1e-6  # source pixels from a border, where rounding may decide


def go_on() -> None:
    """Never cancel."""


def system(epsg: int) -> osr.SpatialReference:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


class Exact:
    """A transformation that counts what it is asked for."""

    def __init__(self, function) -> None:
        self.function, self.asked = function, 0

    def __call__(self, points: np.ndarray) -> np.ndarray:
        self.asked += len(points)
        return self.function(points) if len(points) else points


def proj(wanted: int, source: int):
    """Return PROJ's transformation from one EPSG code to another."""
    there = osr.CoordinateTransformation(system(wanted), system(source))

    def transformed(points: np.ndarray) -> np.ndarray:
        line = ogr.CreateGeometryFromWkb(struct.pack("=BII", 1, 2, len(points)) + points.tobytes())
        assert line.Transform(there) == ogr.OGRERR_NONE
        return np.frombuffer(bytes(line.ExportToWkb()), dtype=np.float64, offset=9).reshape(-1, 2)

    return transformed


def centres(frame: PixelFrame, window: Window) -> np.ndarray:
    """Return (pixels, 2), map x and y of the centres of all pixels of a window."""
    x = frame.left + (np.arange(window.col_off, window.col_end) + 0.5) * frame.cell_x
    y = frame.top - (np.arange(window.row_off, window.row_end) + 0.5) * frame.cell_y
    return np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)


def source_under(frame: PixelFrame, function, cell: float, margin: int = 40) -> PixelFrame:
    """Return a source that lies under most of a frame, not quite under all of it."""
    whole = Window(0, 0, frame.height, frame.width)
    left, bottom, right, top = frame.extent(whole)
    grid = np.stack(np.meshgrid(np.linspace(left, right, 41), np.linspace(bottom, top, 41)), axis=-1)
    there = function(grid.reshape(-1, 2))
    low, high = np.nanmin(there, axis=0), np.nanmax(there, axis=0)
    size = np.ceil((high - low) / cell).astype(int) - margin
    return PixelFrame(low[0] + 7.3 * cell, high[1] - 5.9 * cell, cell, cell, int(size[1]), int(size[0]))


def check(frame: PixelFrame, source: PixelFrame, function, window: Window) -> float:
    """Hold every pixel to its own transformation; return the share of pixels that were asked for."""
    exact = Exact(function)
    found = Reprojection(frame, source, exact).places(window, go_on)
    there = function(centres(frame, window))
    place = np.stack(
        ((source.top - there[:, 1]) / source.cell_y, (there[:, 0] - source.left) / source.cell_x), axis=1
    )
    close = (np.abs(place - np.rint(place)) < CLOSE).any(axis=1)
    expected = np.where(np.isnan(place), -1, np.floor(place))
    mine = np.stack((found.rows, found.columns), axis=-1).reshape(-1, 2)
    size = source.height, source.width
    outside = ((expected < 0) | (expected >= size)).any(axis=1)
    assert (((mine < 0) | (mine >= size)).any(axis=1) == outside)[~close].all()
    same = (mine == expected).all(axis=1)
    assert (same | outside | close).all()
    assert close.mean() < 1e-4
    assert (~outside).sum() > 0.2 * len(outside)
    return exact.asked / len(place)


PAIRS = [
    (25832, 4326, (500_000, 5_600_000), 0.5, 0.6 / 111_000),
    (25832, 4326, (300_000, 5_900_000), 10.0, 25 / 111_000),
    (25832, 3035, (500_000, 5_600_000), 10.0, 10.0),
    (32724, 31985, (288_776, 9_120_760), 2.0, 3.1),
    (4326, 3857, (10.0, 60.0), 0.0001, 13.0),
    (27700, 4326, (400_000, 300_000), 1.0, 1.3 / 111_000),
    (3413, 4326, (-2_000_000, -300_000), 400.0, 0.005),
    (5070, 4326, (-2_300_000, 3_100_000), 300.0, 0.003),
    (3857, 4326, (-1_000_000, 9_000_000), 1000.0, 0.01),
]
"""EPSG code of the pixels wanted and of the source, upper-left corner, both sizes of cells."""


@pytest.mark.parametrize(("wanted", "source_crs", "corner", "cell", "source_cell"), PAIRS)
def test_every_pixel_is_that_of_its_own_transformation(wanted, source_crs, corner, cell, source_cell):
    frame, function = PixelFrame(*corner, cell, cell, 2100, 2600), proj(wanted, source_crs)
    source = source_under(frame, function, source_cell)
    for window in (Window(900, 0, 130, 2600), Window(0, 300, 2100, 9), Window(1000, 1100, 1, 1)):
        asked = check(frame, source, function, window)
        assert asked < 0.01 or window.width < 100
    check(frame, source, function, Window(1900, 2300, 300, 512))  # reaches beyond the frame


@settings(max_examples=25)
@given(
    st.sampled_from(PAIRS), st.integers(1, 700), st.integers(1, 90), st.integers(0, 400), st.integers(0, 400)
)
def test_windows_of_any_size(pair, width, height, left, top):
    wanted, source_crs, corner, cell, source_cell = pair
    frame, function = PixelFrame(*corner, cell, cell, 600, 1200), proj(wanted, source_crs)
    source = source_under(frame, function, source_cell, margin=5)
    found = Reprojection(frame, source, function).places(Window(top, left, height, width), go_on)
    whole = Reprojection(frame, source, function).places(Window(0, 0, 600, 1200), go_on)
    rows, columns = slice(top, top + height), slice(left, left + width)
    shape = whole.rows[rows, columns].shape
    for mine, expected in zip(found.axes, whole.axes):
        assert (mine[: shape[0], : shape[1]] == expected[rows, columns]).all()


def kinked(points: np.ndarray) -> np.ndarray:
    """Bend along a line, as where a grid of datum shifts passes from one cell to the next."""
    x, y = points.T
    return np.stack((x + 0.01 * np.abs(x - 0.37 * y - 100), y + 0.02 * np.maximum(x, 317.7)), axis=1)


def torn(points: np.ndarray) -> np.ndarray:
    """Jump along a line, as longitudes do at the date line."""
    x, y = points.T
    return np.stack((np.where(x + 0.2 * y > 250, x - 300, x), y), axis=1)


def bounded(points: np.ndarray) -> np.ndarray:
    """Have no place outside a circle, as beyond the horizon of a globe."""
    inside = np.hypot(points[:, :1] - 300, points[:, 1:] + 200) < 210
    return np.where(inside, points * 1.1 + 3, np.nan)


def bent(points: np.ndarray) -> np.ndarray:
    """Bend so strongly that no polynomial fits a whole block."""
    x, y = points.T
    return np.stack((x + 30 * np.sin(x / 40 + y / 70), y + 20 * np.cos(x / 50)), axis=1)


@pytest.mark.parametrize("function", [kinked, torn, bounded, bent])
@pytest.mark.parametrize("cell", [0.8317261, 0.3331427])
def test_functions_that_no_polynomial_is_equal_to(function, cell):
    frame = PixelFrame(0.0, 0.0, 1.0, 1.0, 400, 640)
    source = PixelFrame(-20.3127449, 30.7131553, cell, cell, 1500, 2200)
    assert check(frame, source, function, Window(0, 0, 400, 640)) < 0.25
    check(frame, source, function, Window(31, 77, 21, 500))


def test_where_no_point_has_a_place_nothing_is_found():
    frame = PixelFrame(0.0, 0.0, 1.0, 1.0, 400, 640)
    nowhere = Exact(lambda points: np.full_like(points, np.nan))
    found = Reprojection(frame, frame, nowhere).places(Window(0, 0, 400, 640), go_on)
    assert (found.rows == -1).all()
    assert (found.columns == -1).all()
    assert nowhere.asked < 1000


@pytest.mark.parametrize("cell", [10.0, 0.3, 1.0 / 3.0])
@pytest.mark.parametrize("share", [2, 4])
def test_a_centre_on_the_border_of_two_pixels_has_the_right_or_lower_one(cell, share):
    """As between two CRS that differ in name only: every centre lies on a corner, but for rounding."""
    frame = PixelFrame(500_000.7, 5_600_000.1, cell, cell, 300, 900)
    source = PixelFrame(frame.left, frame.top, cell / share, cell / share, 300 * share, 900 * share)
    rounded = Exact(lambda points: (points * np.pi) / np.pi)
    found = Reprojection(frame, source, rounded).places(Window(0, 0, 300, 900), go_on)
    assert (found.rows == (np.arange(300)[:, None] * share + share // 2)).all()
    assert (found.columns == (np.arange(900) * share + share // 2)).all()
    assert rounded.asked < 2000


# Picking.


@st.composite
def crossings(draw):
    sizes = st.integers(1, 12)
    rows, columns = (sorted(draw(st.lists(st.integers(-3, 14), min_size=1, max_size=9))) for _ in "ab")
    return np.array(rows), np.array(columns), (draw(sizes), draw(sizes))


@given(crossings(), st.booleans())
def test_picked_pixels_are_those_at_their_places(places, scattered):
    rows, columns, (height, width) = places
    values = np.arange(1, 1 + height * width, dtype="uint8").reshape(height, width)
    expected = [
        [values[row, column] if 0 <= row < height and 0 <= column < width else 0 for column in columns]
        for row in rows
    ]
    found = CrossingPlaces(rows, columns)
    if scattered:
        found = ScatteredPlaces(*(each.astype("int32") for each in np.meshgrid(rows, columns, indexing="ij")))
    source = found.source(width, height)
    assert Window(0, 0, height, width).contains(source)
    if not np.any(expected):
        return
    part = values[source.row_off : source.row_end, source.col_off : source.col_end]
    picked = found.pick(part, source)
    assert picked.dtype == values.dtype
    assert picked.tolist() == expected
    for half in halves(found.shape):
        assert found.part(*half).pick(part, source).tolist() == np.array(expected)[half].tolist()


def test_halves_are_cut_across_the_longer_side():
    assert list(halves((4, 7))) == [(slice(4), slice(3)), (slice(4), slice(3, 7))]
    assert list(halves((7, 4))) == [(slice(3), slice(4)), (slice(3, 7), slice(4))]
