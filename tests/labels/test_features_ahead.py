"""Features that are read for several batches at once are those of each batch read by itself."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from label_scenes import contents, export, layer_in_pixels
from osgeo import ogr
from scenes import limit, rectangle, write_raster

from training_data_exporter.chipping.plan.grid import BatchPlan, Grid
from training_data_exporter.labels.features import feature_reader, objects_ahead
from training_data_exporter.labels.features.feature_labels import FeatureLabels
from training_data_exporter.labels.features.feature_reader import FeatureReader
from training_data_exporter.labels.features.nearby_shapes import Shapes
from training_data_exporter.labels.features.objects_ahead import ObjectsAhead
from training_data_exporter.labels.objects import Spreader
from training_data_exporter.labels.shapes.polygons import Outlines

pytestmark = pytest.mark.usefixtures("qgis_app")

COLUMNS, ROWS, TILE = 120, 400, 16


def labels():
    """Yield rectangles, few above, many in the middle, and a tall one along them all."""
    random = np.random.default_rng(3)
    corners = [*random.uniform((0, 0), (110, 390), (60, 2)), *random.uniform((0, 180), (110, 220), (200, 2))]
    yield rectangle(50, -5, 57, 405), 2
    for left, top in corners:
        wide, high = random.uniform(1, 12, 2)
        yield rectangle(left, top, left + wide, top + high), int(random.integers(1, 4))


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    raster = np.random.default_rng(5).integers(0, 255, (3, ROWS, COLUMNS), dtype=np.uint8)
    return write_raster(tmp_path_factory.mktemp("scene") / "in.tif", raster), layer_in_pixels(list(labels()))


@pytest.fixture
def windows(monkeypatch):
    """The windows for which features are read; a batch is a row of chips, or what a test says."""
    limit(monkeypatch, batch_bytes=3 * TILE * COLUMNS)
    read, real = [], FeatureReader._read

    def noted(self, window, *arguments):
        shapes = real(self, window, *arguments)
        read.append(window)
        return shapes

    monkeypatch.setattr(FeatureReader, "_read", noted)
    return read


def exported(scene, folder, metadata_format, stride=12):
    values = {"METADATA_FORMAT": metadata_format, "CLASS_VALUE_FIELD": "kind"}
    return contents(export(folder, *scene, TILE, stride, **values).path)


@pytest.fixture(scope="module")
def batch_by_batch(scene, tmp_path_factory):
    """Exports by format, of features that are read for each batch by itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(feature_reader, "_MANY", 0)
        limit(patch, batch_bytes=3 * TILE * COLUMNS)
        place = tmp_path_factory.mktemp("each")
        return {name: exported(scene, place / name, name) for name in ("KITTI_rectangles", "RCNN_Masks")}


@pytest.mark.parametrize("metadata_format", ["KITTI_rectangles", "RCNN_Masks"])
@pytest.mark.parametrize("columns", [COLUMNS, COLUMNS // 3], ids=["rows", "parts of rows"])
@pytest.mark.parametrize(("most", "few"), [(10**6, 2048), (10**6, 10), (300, 2048), (60, 1)])
def test_reading_ahead_changes_nothing(
    scene, batch_by_batch, tmp_path, windows, monkeypatch, metadata_format, columns, most, few
):
    limit(monkeypatch, batch_bytes=3 * TILE * columns)
    monkeypatch.setattr(feature_reader, "_MANY", most)
    monkeypatch.setattr(objects_ahead, "_FEW", few)
    assert exported(scene, tmp_path / "ahead", metadata_format) == batch_by_batch[metadata_format]
    assert max(window.height for window in windows) > TILE


def test_features_of_many_points_are_not_read_ahead(scene, tmp_path, windows, monkeypatch):
    monkeypatch.setattr(feature_reader, "_MANY", 1)
    exported(scene, tmp_path / "out", "KITTI_rectangles")
    assert {window.height for window in windows} == {TILE, TILE + 12}  # one row of chips, then two at a time


def test_few_features_are_read_a_few_times_however_many_batches_there_are(scene, tmp_path, windows):
    raster, _ = scene
    few = layer_in_pixels([(rectangle(30, 70, 37, 75), 1), (rectangle(90, 300, 99, 310), 2)])
    exported((raster, few), tmp_path / "out", "PASCAL_VOC_rectangles", stride=4)
    assert len(windows) < 10
    assert max(window.row_end for window in windows) >= ROWS


def test_batches_hold_fewer_chips_where_many_labels_lie_on_each(
    scene, tmp_path, windows, batch_by_batch, monkeypatch
):
    """263 features on 120 x 400 pixels are 1.4 a chip of 16 x 16: 20 labels are 14 chips, one row of 9."""
    limit(monkeypatch, batch_bytes=3 * ROWS * COLUMNS, batch_labels=20)
    monkeypatch.setattr(feature_reader, "_MANY", 0)
    made = exported(scene, tmp_path / "out", "KITTI_rectangles")
    assert made == batch_by_batch["KITTI_rectangles"]
    assert {window.height for window in windows} == {TILE}
    assert len(windows) == (ROWS - TILE) // 12 + 1


def test_what_is_thin_is_told_of_the_batch_that_shows_it(scene, tmp_path, windows, monkeypatch):
    """A journal holds no news of batches that are not done."""
    raster, _ = scene
    slivers = [(rectangle(40, top, 40.002, top + 5), 1) for top in (50, 51, 222, 390)]
    layer = layer_in_pixels([*slivers, (rectangle(3, 3, 9, 9), 1)])
    told = []

    def noted(self, batch, stop, places):
        labels = read(self, batch, stop, places)
        told.append((batch.window, json.loads(json.dumps(self.report.news()))["thin"]))
        return labels

    read = FeatureLabels.read
    monkeypatch.setattr(FeatureLabels, "read", noted)
    exported((raster, layer), tmp_path / "out", "KITTI_rectangles", stride=TILE)
    assert sum(thin for _, thin in told) == 5  # one of them lies in two chips
    for window, thin in told:
        rows = range(window.row_off, window.row_end, TILE) if window.col_off < 40 < window.col_end else ()
        tops = [top for row in rows for top in (50, 51, 222, 390) if row < top + 5 and top < row + TILE]
        assert thin == len(tops)


sides = st.floats(0.0, 60.0, width=32)
boxes = st.tuples(sides, sides, sides, sides).filter(lambda box: box[0] < box[2] and box[1] < box[3])


@given(
    st.lists(boxes, max_size=12),
    st.tuples(*[st.integers(1, 20)] * 4),
    st.integers(1, 2000),
    st.sampled_from([1, 5, 40, 2048]),
)
def test_objects_ahead_are_those_of_each_batch(monkeypatch_module, shapes, sizes, budget, few):
    grid = Grid(50, 45, *sizes)
    outlines = Outlines.of(
        [bytes(ogr.CreateGeometryFromWkt(rectangle(*box)).ExportToWkb()) for box in shapes]
    )
    values = np.arange(len(outlines))
    whole = Shapes(grid.whole, outlines, values, values, values)

    def spreader(batch):
        return Spreader(grid, batch, 1.0, 1e-9, lambda wkb, box: b"")

    monkeypatch_module.setattr(objects_ahead, "_FEW", few)
    ahead = ObjectsAhead(whole, grid, spreader)
    for batch in BatchPlan(grid, budget, True):
        objects, thin, *_ = ahead.of(batch, lambda: None)
        expected = spreader(batch).objects(outlines, values, lambda: None)
        nameless = {place: [each._replace(number=0) for each in found] for place, found in objects.items()}
        assert nameless == {
            place: [each._replace(number=0) for each in found] for place, found in expected.objects.items()
        }
        assert thin == expected.left_out


@pytest.fixture(scope="module")
def monkeypatch_module():
    with pytest.MonkeyPatch.context() as patch:
        yield patch
