"""Boxes that have no width or no height as they are written are no objects: torch stops at them."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from label_scenes import BOX_FORMATS, METADATA_FORMATS, class_map, export, layer_in_pixels, masks
from osgeo import ogr, osr
from scenes import UTM, Log, limit, on_map, rectangle, spatial_reference, write_raster

from training_data_exporter.chipping.plan.grid import Batch, Grid
from training_data_exporter.labels.objects import Spreader
from training_data_exporter.labels.shapes.polygons import Outlines

pytestmark = pytest.mark.usefixtures("qgis_app")

SIZE, TILE = 48, 16
THIN = "Labels left out because their box has no width or no height in two decimals"


@pytest.fixture(scope="module")
def raster(tmp_path_factory):
    pixels = np.ones((1, SIZE, SIZE), dtype=np.uint8)
    return write_raster(tmp_path_factory.mktemp("thin") / "in.tif", pixels)


def left_out(exported) -> int:
    """How many labels the log says were left out as thin."""
    found = [text for text in exported.log.warnings if text.startswith(THIN)]
    assert len(found) <= 1
    return int(found[0].rstrip(".").rpartition(" ")[2]) if found else 0


@pytest.mark.parametrize("metadata_format", BOX_FORMATS)
def test_a_fishnet_in_seven_decimals_touches_no_chip_beside_its_own(tmp_path, raster, metadata_format):
    """Cells of a fishnet end at chips' borders, but for the rounding of a GeoJSON in degrees."""
    path = tmp_path / "fishnet.geojson"
    dataset = ogr.GetDriverByName("GeoJSON").CreateDataSource(str(path))

    options = ["COORDINATE_PRECISION=7"]  # a quarter of a hundredth of a pixel
    layer = dataset.CreateLayer("fishnet", spatial_reference("EPSG:4326"), ogr.wkbPolygon, options)

    way = osr.CoordinateTransformation(spatial_reference(UTM), spatial_reference("EPSG:4326"))
    for row in range(0, SIZE, 8):
        for column in range(0, SIZE, 8):
            cell = ogr.CreateGeometryFromWkt(on_map(rectangle(column, row, column + 8, row + 8)))
            cell.Transform(way)
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetGeometry(cell)
            layer.CreateFeature(feature)
    dataset = None
    exported = export(tmp_path / "out", raster, path, TILE, METADATA_FORMAT=metadata_format)
    boxes = [box.sides for chip in exported.all_boxes() for box in chip]
    assert all(right > left and bottom > top for left, top, right, bottom in boxes)
    assert (
        exported.outputs["FEATURE_COUNT"]
        == len(boxes)
        == exported.accumulated()["FeatureStats"]["NumFeaturesTotal"]
    )
    wide = [box for box in boxes if box[2] - box[0] > 1 and box[3] - box[1] > 1]
    assert len(wide) == 36
    assert left_out(exported) > 10


SLIVERS = [
    (rectangle(15.996, 2, 16.004, 9), 1),  # over a border: no width on either side
    (rectangle(20, 4, 20.004, 9), 1),  # within a chip, beside the middles of pixels
    (rectangle(4, 20, 9, 20.004), 1),
    (rectangle(36.498, 20, 36.502, 27), 1),  # over the middles of a column of pixels
    (rectangle(34, 34, 40, 40), 1),
]


@pytest.mark.parametrize("metadata_format", BOX_FORMATS)
def test_slivers_are_no_boxes_and_are_counted(tmp_path, raster, metadata_format):
    layer = layer_in_pixels(SLIVERS)
    every = export(tmp_path / "every", raster, layer, TILE, METADATA_FORMAT=metadata_format)
    assert [len(boxes) for boxes in every.all_boxes()] == [0] * 8 + [1]
    assert left_out(every) == 5
    assert every.outputs["EMPTY_CHIP_COUNT"] == 8
    few = export(
        tmp_path / "few",
        raster,
        layer,
        TILE,
        METADATA_FORMAT=metadata_format,
        OUTPUT_NOFEATURE_TILES="ONLY_TILES_WITH_FEATURES",
    )
    assert few.outputs["CHIP_COUNT"] == few.outputs["FEATURE_COUNT"] == 1
    assert few.stats()[3] == "features = 1"
    assert left_out(few) == 5


def test_a_sliver_that_a_mask_shows_stays(tmp_path, raster):
    layer = layer_in_pixels(SLIVERS)
    values = {"METADATA_FORMAT": "RCNN_Masks", "OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES"}
    exported = export(tmp_path / "out", raster, layer, TILE, **values)
    assert exported.outputs["CHIP_COUNT"] == exported.outputs["FEATURE_COUNT"] == 2
    pixels = masks(exported, "000000000")["1"]
    assert np.argwhere(pixels).tolist() == [[row, 4] for row in range(4, 11)]
    assert left_out(exported) == 4


def test_a_sliver_that_a_class_map_shows_stays(tmp_path, raster):
    layer = layer_in_pixels(SLIVERS)
    values = {"METADATA_FORMAT": "Classified_Tiles", "OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES"}
    exported = export(tmp_path / "out", raster, layer, TILE, **values)
    assert exported.outputs["CHIP_COUNT"] == exported.outputs["FEATURE_COUNT"] == 2
    assert class_map(exported, "000000000").sum() == 7
    assert left_out(exported) == 4


@pytest.mark.parametrize("metadata_format", METADATA_FORMATS)
def test_a_resumed_run_counts_them_once(tmp_path, raster, metadata_format, monkeypatch):
    """The journal keeps what was left out in the batches that were finished."""

    limit(monkeypatch, batch_bytes=TILE * SIZE)
    layer = layer_in_pixels(SLIVERS)
    whole = export(tmp_path / "whole", raster, layer, TILE, METADATA_FORMAT=metadata_format)
    log = Log(cancel_at=40)
    export(tmp_path / "out", raster, layer, TILE, METADATA_FORMAT=metadata_format, log=log)
    records = (tmp_path / "out" / "unfinished_export.journal").read_text().splitlines()[1:]
    news = [json.loads(line.partition(" ")[2])["news"] for line in records]
    assert 0 < sum(each["thin"] for each in news) < left_out(whole)
    resumed = export(tmp_path / "out", raster, layer, TILE, METADATA_FORMAT=metadata_format)
    assert left_out(resumed) == left_out(whole)


sides = st.floats(0.001, 15.999)
widths = st.one_of(st.floats(0.0001, 0.02), st.floats(0.001, 0.012), st.just(0.01), st.just(0.005))


@given(st.lists(st.tuples(sides, sides, widths, widths), min_size=1, max_size=20), st.booleans())
def test_what_is_left_out_is_what_would_be_written_without_width(boxes, drawn):
    shapes = [
        ogr.CreateGeometryFromWkt(rectangle(x, y, min(x + w, 16), min(y + h, 16))) for x, y, w, h in boxes
    ]
    outlines = Outlines.of([bytes(shape.ExportToWkb()) for shape in shapes])
    grid = Grid(16, 16, 16, 16, 16, 16)
    batch = Batch(grid, range(1), range(1), grid.whole)
    spreader = Spreader(grid, batch, 4.0, 1e-12, lambda wkb, box: wkb, drawn)
    found, thin, *_ = spreader.objects(outlines, [1] * len(boxes), lambda: None)
    kept = {each.number for each in found.get((0, 0), [])}
    for number, (left, top, right, bottom) in enumerate(outlines.boxes.tolist(), start=1):
        written = [f"{side:.2f}" for side in (left, top, right, bottom)]
        flat = written[0] == written[2] or written[1] == written[3]
        middle = all(
            any(low <= place + 0.5 <= high for place in range(16))
            for low, high in ((left, right), (top, bottom))
        )
        assert (number in kept) is (not flat or (drawn and middle))
    assert len(thin) + len(kept) == len(boxes)
