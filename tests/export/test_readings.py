"""Where labels choose the chips, only their pixels are read, and the same files come of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from label_scenes import contents, export, layer_in_pixels
from scenes import Log, limit, noise, rectangle, write_raster

from training_data_exporter.chipping.plan.grid import Batch, Grid
from training_data_exporter.chipping.window import Window
from training_data_exporter.export.batches import wanted
from training_data_exporter.export.batches.readings import Cost, Reading, readings_of
from training_data_exporter.imagery.file import FilePixels

LARGE = Grid(40_000, 40_000, 256, 256, 256, 256)
FILE, SERVER = Cost.of(3, True), Cost.of(3, False)


def block(grid, columns, rows):
    return Batch.of(grid, rows, columns)


def windows(grid, batch, places, cost=FILE):
    return [reading.batch.window for reading in readings_of(batch, places, cost)]


def test_of_a_row_of_chips_runs_are_read():
    row = block(LARGE, range(64), range(5, 6))
    assert windows(LARGE, row, [(5, 7)]) == [Window(5 * 256, 7 * 256, 256, 256)]
    assert windows(LARGE, row, [(5, 7), (5, 8), (5, 9), (5, 40)]) == [
        Window(5 * 256, 7 * 256, 256, 3 * 256),
        Window(5 * 256, 40 * 256, 256, 256),
    ]
    assert windows(LARGE, row, []) == []


def test_a_narrow_gap_is_read_too_where_that_is_quicker_than_another_reading():
    """A gap of one chip holds 196,608 bytes in three bands of 8 bits, and twice as much in 16 bits."""
    row = block(LARGE, range(64), range(5, 6))
    joined, apart = [Window(1280, 0, 256, 768)], [Window(1280, 0, 256, 256), Window(1280, 512, 256, 256)]
    assert windows(LARGE, row, [(5, 0), (5, 2)]) == joined
    assert windows(LARGE, row, [(5, 0), (5, 2)], Cost.of(6, True)) == apart
    assert windows(LARGE, row, [(5, 0), (5, 2)], Cost.of(6, False)) == joined
    assert windows(LARGE, row, [(5, 0), (5, 6)], SERVER) == [Window(1280, 0, 256, 7 * 256)]
    assert len(windows(LARGE, row, [(5, 0), (5, 7)], SERVER)) == 2


def test_a_window_with_many_chips_is_read_as_a_whole():
    batch = block(LARGE, range(64), range(2))
    everywhere = [(row, column) for row in range(2) for column in range(64)]
    assert readings_of(batch, everywhere, FILE) == [Reading(batch, everywhere)]
    half = [place for place in everywhere if place[1] % 2 == 0 or place[1] == 63]
    assert readings_of(batch, half, FILE) == [Reading(batch, half)]


def test_chips_that_overlap_are_not_read_several_times():
    dense = Grid(4000, 4000, 256, 256, 32, 32)
    batch = block(dense, range(100), range(20))
    crowd = [(row, column) for row in range(20) for column in range(40)]
    assert readings_of(batch, crowd, FILE) == [Reading(batch, crowd)]


@st.composite
def choices(draw):
    """Give a grid, a batch of it, some of its chips, and a cost."""
    sides = [draw(st.integers(1, 40)) for _ in range(4)]
    grid = Grid(draw(st.integers(1, 400)), draw(st.integers(1, 400)), *sides)
    ranges = []
    for count in (grid.columns, grid.rows):
        first = draw(st.integers(0, count - 1))
        ranges.append(range(first, draw(st.integers(first + 1, min(count, first + 12)))))
    batch = block(grid, *ranges)
    places = batch.places
    chosen = sorted(draw(st.sets(st.sampled_from(places))))
    return grid, batch, chosen, Cost(draw(st.integers(1, 16)), draw(st.integers(0, 10_000)))


@given(choices())
def test_each_chip_is_read_once_in_its_order_and_never_at_a_higher_cost(choice):
    grid, batch, places, cost = choice
    found = readings_of(batch, places, cost)
    assert [place for reading in found for place in reading.places] == places
    for reading in found:
        assert batch.window.contains(reading.batch.window)
        assert all(reading.batch.window.contains(grid.window(row, column)) for row, column in reading.places)
    assert sum(cost.reading(reading.batch) for reading in found) <= cost.reading(batch)


COLUMNS, ROWS, TILE = 2000, 700, 50
LABELLED = {(0, 3), (0, 4), (4, 30), (13, 39)}
"""Rows and columns of the chips that show a label, of 14 x 40 without overlap."""

ONLY = {"OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES", "METADATA_FORMAT": "Classified_Tiles"}


@pytest.fixture
def scene(tmp_path, monkeypatch, qgis_app):
    """A raster with nodata of which four chips show a label; a batch is a row of chips."""
    limit(monkeypatch, batch_bytes=COLUMNS * TILE * 3)
    pixels = noise(3, ROWS, COLUMNS)
    pixels[:, 20:40, 160:180] = 9
    shapes = [
        (rectangle(column * TILE + 10, row * TILE + 10, column * TILE + 30, row * TILE + 35), 1 + column % 3)
        for row, column in LABELLED
    ]
    return write_raster(tmp_path / "in.tif", pixels, nodata=9), layer_in_pixels(shapes)


@pytest.fixture
def read(monkeypatch):
    """The windows that are read of the file."""
    found, original = [], FilePixels.read

    def reading(self, window, out, stop):
        found.append(window)
        original(self, window, out, stop)

    monkeypatch.setattr(FilePixels, "read", reading)
    return found


def test_an_export_reads_the_pixels_of_labelled_chips_alone(scene, read, tmp_path, monkeypatch):
    monkeypatch.setattr("training_data_exporter.export.batches.readings._READING", 10_000)
    done = export(tmp_path / "out", *scene, tile=TILE, **ONLY)
    assert len(done.stems()) == len(LABELLED)
    assert read == [
        Window(0, 3 * TILE, TILE, 2 * TILE),
        Window(4 * TILE, 30 * TILE, TILE, TILE),
        Window(13 * TILE, 39 * TILE, TILE, TILE),
    ]


@pytest.mark.parametrize("stride", [50, 20, 70])
@pytest.mark.parametrize("image_format", ["TIFF", "PNG"])
def test_what_is_read_changes_no_byte(scene, read, tmp_path, monkeypatch, stride, image_format):
    settings = {**ONLY, "tile": TILE, "stride": stride, "IMAGE_CHIP_FORMAT": image_format}
    runs = export(tmp_path / "runs", *scene, **settings)
    pixels = sum(window.width * window.height for window in read)
    read.clear()
    monkeypatch.setattr(wanted, "readings_of", lambda batch, places, cost: [Reading(batch, places)])
    whole = export(tmp_path / "whole", *scene, **settings)
    assert contents(runs.path) == contents(whole.path)
    assert pixels < sum(window.width * window.height for window in read) / 5


@pytest.mark.parametrize("share", [10, 60, 95])
def test_an_export_that_was_cancelled_among_batches_without_chips_goes_on(scene, tmp_path, share):
    expected = export(tmp_path / "whole", *scene, tile=TILE, **ONLY)
    folder, log = tmp_path / "out", Log(cancel_at=share)
    export(folder, *scene, tile=TILE, log=log, **ONLY)
    assert log.isCanceled() and not (folder / "map.txt").exists()
    again = export(folder, *scene, tile=TILE, **ONLY)
    assert contents(folder) == contents(expected.path)
    assert again.outputs["CHIP_COUNT"] == len(LABELLED)
    assert [line for line in again.log.infos if "without labels" in line] == [
        line for line in expected.log.infos if "without labels" in line
    ]
