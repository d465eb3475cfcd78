"""Class 0 in Classified_Tiles, where 0 is nothing: no label, and the log says so."""

from __future__ import annotations

import numpy as np
import pytest
from label_scenes import class_map, export, layer_in_pixels, refusal, write_class_raster
from scenes import memory_layer, on_map, rectangle, write_raster

pytestmark = pytest.mark.usefixtures("qgis_app")

TILES = {"METADATA_FORMAT": "Classified_Tiles", "CLASS_VALUE_FIELD": "kind"}
ONLY = {**TILES, "OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES"}
LEFT, RIGHT = rectangle(2, 2, 8, 8), rectangle(20, 2, 30, 10)
"""A square in the first of two chips, and one in the second."""


@pytest.fixture(scope="module")
def raster(tmp_path_factory):
    """Two chips of 16 pixels, side by side."""
    return write_raster(tmp_path_factory.mktemp("raster") / "in.tif", np.ones((1, 16, 32), "uint8"))


def sentences(found) -> list[str]:
    return [text for text in found.log.warnings if "class 0" in text]


def test_a_chip_of_class_0_alone_counts_as_one_without_labels(raster, tmp_path):
    found = export(tmp_path / "out", raster, layer_in_pixels([(LEFT, 0), (RIGHT, 4)]), **TILES)
    numbers = [found.outputs[name] for name in ("CHIP_COUNT", "FEATURE_COUNT", "EMPTY_CHIP_COUNT")]
    assert numbers == [2, 1, 1]
    assert not class_map(found, "000000000").any()
    assert (class_map(found, "000000001") == 4).sum() == 80
    statistics = found.accumulated()["FeatureStats"]
    assert statistics["NumFeaturesPerClass"] == [0, 1]
    assert statistics["NumImagesPerClass"] == [0, 1]
    assert statistics["NumFeaturesPerImage"] == {"Min": 1, "Max": 1, "Mean": 1, "Sum": 1, "Count": 1}
    assert [each["Value"] for each in found.model()["Classes"]] == [0, 4]


def test_the_warning_says_what_to_do(raster, tmp_path):
    found = export(tmp_path / "out", raster, layer_in_pixels([(LEFT, 0), (RIGHT, 4)]), **TILES)
    assert sentences(found) == [
        "CLASS_VALUE_FIELD: Classified_Tiles cannot tell class 0 (0) from no class: its labels do not show, "
        "and a chip with no others counts as one without labels; give that class another value in kind."
    ]


def test_only_chips_with_labels(raster, tmp_path):
    found = export(tmp_path / "out", raster, layer_in_pixels([(LEFT, 0), (RIGHT, 4)]), **ONLY)
    assert found.outputs["CHIP_COUNT"] == 1
    assert (class_map(found, "000000000") == 4).sum() == 80
    assert any("no labels: 1" in text for text in found.log.infos)


def test_class_0_alone_is_refused_where_only_chips_with_labels_are_wanted(raster, tmp_path):
    sentence = refusal(tmp_path / "out", raster, layer_in_pixels([(LEFT, 0)]), **ONLY)
    assert sentence.startswith("CLASS_VALUE_FIELD: Classified_Tiles cannot tell class 0 (0) from no class")
    assert not (tmp_path / "out").exists()


def test_class_0_hides_what_lies_below_it(raster, tmp_path):
    """The hole of 6 x 6 pixels is punched, but is no label; what it hides wholly is unseen."""
    shapes = [(rectangle(1, 1, 12, 12), 4), (RIGHT, 5), (LEFT, 0), (rectangle(19, 1, 31, 11), 0)]
    found = export(tmp_path / "out", raster, layer_in_pixels(shapes), **TILES)
    first = class_map(found, "000000000")
    assert ((first == 4).sum(), (first == 0).sum()) == (121 - 36, 256 - 121 + 36)
    assert not class_map(found, "000000001").any()
    assert found.accumulated()["FeatureStats"]["NumFeaturesPerClass"] == [0, 1, 1]
    assert any("no pixel shows" in text and text.endswith(": 1.") for text in found.log.warnings)


def test_false_is_class_0(raster, tmp_path):
    layer = memory_layer([(on_map(LEFT), {}), (on_map(RIGHT), {})])
    from qgis.core import QgsField
    from qgis.PyQt.QtCore import QVariant

    layer.addExpressionField("$id = 2", QgsField("kind", QVariant.Bool))
    found = export(tmp_path / "out", raster, layer, **TILES)
    assert found.outputs["EMPTY_CHIP_COUNT"] == 1
    assert (class_map(found, "000000001") == 1).sum() == 80
    assert "class 0 (false)" in sentences(found)[0]


@pytest.mark.parametrize("metadata_format", ["KITTI_rectangles", "PASCAL_VOC_rectangles"])
def test_boxes_show_class_0(raster, tmp_path, metadata_format):
    layer = layer_in_pixels([(LEFT, 0), (RIGHT, 4)])
    found = export(tmp_path / "out", raster, layer, **{**TILES, "METADATA_FORMAT": metadata_format})
    assert found.outputs["EMPTY_CHIP_COUNT"] == 0
    assert found.accumulated()["FeatureStats"]["NumFeaturesPerClass"] == [1, 1]
    assert not sentences(found)


def test_a_class_raster_says_nothing_of_its_0(raster, tmp_path):
    values = np.zeros((16, 32), "uint8")
    values[2:8, 2:8] = 3
    path = write_class_raster(tmp_path / "classes.tif", values)
    found = export(tmp_path / "out", raster, path, METADATA_FORMAT="Classified_Tiles")
    assert not sentences(found)
    assert found.outputs["EMPTY_CHIP_COUNT"] == 1
