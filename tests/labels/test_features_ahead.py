"""Features that are read for several batches at once are those of each batch read by itself."""

from __future__ import annotations

import numpy as np
import pytest
from label_scenes import contents, export, layer_in_pixels
from scenes import rectangle, write_raster

from training_data_exporter.export import loop
from training_data_exporter.labels.features import feature_labels as labels_from_features
from training_data_exporter.labels.features.feature_labels import FeatureLabels

pytestmark = pytest.mark.usefixtures("qgis_app")

COLUMNS, ROWS, TILE = 120, 400, 16


def labels():
    """Give rectangles, few above, many in the middle, and a tall one along them all."""
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
    """Make batches of one row of chips, and note how many rows of pixels features are read for at once."""
    monkeypatch.setattr(loop, "BATCH_BYTES", 3 * TILE * COLUMNS)
    read, real = [], FeatureLabels._read

    def noted(self, window, *arguments):
        shapes = real(self, window, *arguments)
        read.append(window.height)
        return shapes

    monkeypatch.setattr(FeatureLabels, "_read", noted)
    return read


def exported(scene, folder, metadata_format, stride=12):
    values = {"METADATA_FORMAT": metadata_format, "CLASS_VALUE_FIELD": "kind"}
    return contents(export(folder, *scene, TILE, stride, **values).path)


@pytest.mark.parametrize("metadata_format", ["KITTI_rectangles", "RCNN_Masks"])
@pytest.mark.parametrize(("most", "farthest"), [(10**6, 32), (300, 32), (60, 32), (10**6, 3)])
def test_reading_ahead_changes_nothing(
    scene, tmp_path, windows, monkeypatch, metadata_format, most, farthest
):
    monkeypatch.setattr(labels_from_features, "_MOST_AHEAD", 1)
    expected = exported(scene, tmp_path / "each", metadata_format)
    assert set(windows) == {TILE}
    monkeypatch.setattr(labels_from_features, "_MOST_AHEAD", farthest)
    monkeypatch.setattr(labels_from_features, "_MANY", most)
    windows.clear()
    assert exported(scene, tmp_path / "ahead", metadata_format) == expected
    assert max(windows) > TILE


def test_features_of_many_points_are_not_read_ahead(scene, tmp_path, windows, monkeypatch):
    monkeypatch.setattr(labels_from_features, "_MANY", 5)
    exported(scene, tmp_path / "out", "KITTI_rectangles")
    assert set(windows) == {TILE}
