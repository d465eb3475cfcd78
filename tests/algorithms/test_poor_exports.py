"""An export that comes out empty or poor says why, and how much of it."""

from __future__ import annotations

import re

import numpy as np
import pytest
from label_scenes import METADATA_FORMATS, export, refusal, write_class_raster
from qgis.core import QgsRectangle
from scenes import ORIGIN, memory_layer, on_map, rectangle, write_raster

pytestmark = pytest.mark.usefixtures("qgis_app")

SIZE, TILE = 32, 16
ONLY = {"OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES"}


@pytest.fixture(scope="module")
def raster(tmp_path_factory):
    return write_raster(tmp_path_factory.mktemp("raster") / "in.tif", np.ones((1, SIZE, SIZE), "uint8"))


@pytest.fixture
def exported(raster, tmp_path):
    """Return a function that exports labels in chips of a quarter of the raster."""

    def run(layer, **parameters):
        return export(tmp_path / "out", raster, layer, TILE, **parameters)

    return run


@pytest.fixture
def refused(raster, tmp_path):
    """Return a function that says why labels are refused, nothing being written."""

    def run(layer, **parameters):
        sentence = refusal(tmp_path / "out", raster, layer, tile=TILE, **parameters)
        assert not list((tmp_path / "out").rglob("*.t*"))
        return sentence

    return run


def says(texts, *words: str) -> bool:
    """Whether one of some texts holds all words, numbers standing alone."""
    patterns = [rf"\b{re.escape(word)}\b" if word.isdigit() else re.escape(word) for word in words]
    return any(all(re.search(pattern, text, re.IGNORECASE) for pattern in patterns) for text in texts)


INSIDE = on_map(rectangle(2, 2, 6, 6))
FAR = on_map(rectangle(500, 500, 510, 510))
FAR_TOO = on_map(rectangle(-90, -90, -80, -80))
FLAT = on_map("POLYGON((2 2,10 10,6 6,2 2))")


def layer_of(*features):
    return memory_layer([(wkt, {"kind": value}) for wkt, value in features], {"kind": int})


KIND = {"CLASS_VALUE_FIELD": "kind"}


def test_labels_beside_the_raster(exported):
    """Their common extent holds the raster, so only the features themselves tell."""
    found = exported(layer_of((FAR, 1), (FAR_TOO, 1), (FAR, 1)), **KIND)
    assert found.outputs["FEATURE_COUNT"] == 0
    assert found.outputs["EMPTY_CHIP_COUNT"] == 4
    assert says(found.log.warnings, "3", "outside")


def test_labels_beside_the_raster_where_only_labelled_chips_are_wanted(refused):
    sentence = refused(layer_of((FAR, 1), (FAR_TOO, 1)), **KIND, **ONLY)
    assert says([sentence], "4 without a label")  # chips
    assert says([sentence], "2")  # features


def test_labels_far_from_the_raster(exported):
    found = exported(layer_of((FAR, 1)), **KIND)
    assert says(found.log.warnings, "IN_CLASS_DATA", "no label lies on the raster")
    x = ORIGIN[0] + 2 * 500
    assert says(found.log.warnings, f"{x:.1f}")


def test_a_layer_whose_extent_is_not_known(exported):
    """QGIS gives this one for a memory layer of collections; that says nothing of where they lie."""
    layer = layer_of((INSIDE, 1))
    unknown = QgsRectangle()
    unknown.setMinimal()
    layer.extent = lambda: unknown
    found = exported(layer, METADATA_FORMAT="RCNN_Masks")
    assert found.outputs["FEATURE_COUNT"] == 1
    assert not says(found.log.warnings, "no label lies on the raster")


def test_a_layer_without_features(exported):
    found = exported(layer_of(), **KIND)
    assert says(found.log.warnings, "IN_CLASS_DATA", "no features")


def test_a_layer_without_features_where_only_labelled_chips_are_wanted(refused):
    assert says([refused(layer_of(), **ONLY)], "IN_CLASS_DATA", "no features")


@pytest.mark.parametrize("metadata_format", [name for name in METADATA_FORMATS if name != "RCNN_Masks"])
def test_every_value_is_null(exported, metadata_format):
    layer = layer_of((INSIDE, None), (INSIDE, None), (FAR, None))
    found = exported(layer, METADATA_FORMAT=metadata_format, **KIND)
    assert found.outputs["CLASS_COUNT"] == found.outputs["FEATURE_COUNT"] == 0
    assert says(found.log.warnings, "CLASS_VALUE_FIELD", "3", "kind", "NULL")


def test_every_value_is_null_where_only_labelled_chips_are_wanted(refused):
    assert says([refused(layer_of((INSIDE, None), (INSIDE, None)), **KIND, **ONLY)], "2", "kind", "NULL")


def test_every_feature_is_skipped(exported):
    found = exported(layer_of((FLAT, 1), (FLAT, 1), (INSIDE, None)), **KIND)
    assert found.outputs["FEATURE_COUNT"] == 0
    assert says(found.log.warnings, "geometry", "2", "ids 1, 2")
    assert says(found.log.warnings, "no class", "1", "ids 3")
    assert says(found.log.warnings, "no chip shows a label")


def test_every_feature_is_skipped_where_only_labelled_chips_are_wanted(refused):
    sentence = refused(layer_of((FLAT, 1), (FLAT, 1), (INSIDE, None)), **KIND, **ONLY)
    assert says([sentence], "3", "1 without class", "2 without usable geometry")


def test_a_feature_without_geometry(exported):
    from qgis.core import QgsFeature

    layer = layer_of((INSIDE, 1))
    bare = QgsFeature(layer.fields())
    bare.setAttributes([1])
    layer.dataProvider().addFeatures([bare, bare])
    found = exported(layer, **KIND)
    assert found.outputs["FEATURE_COUNT"] == 1
    assert says(found.log.warnings, "geometry", "2", "ids 2, 3")


@pytest.mark.parametrize("metadata_format", METADATA_FORMATS)
def test_each_class_without_objects_is_named(exported, metadata_format):
    layer = layer_of((INSIDE, 1), (FAR, 2), (FAR_TOO, 7))
    found = exported(layer, METADATA_FORMAT=metadata_format, **KIND)
    assert [says(found.log.warnings, "classes without a label", str(value)) for value in (1, 2, 7)] == [
        False,
        True,
        True,
    ]


def test_a_good_export_warns_of_nothing(exported):
    assert exported(layer_of((INSIDE, 1)), **KIND).log.warnings == []


def test_chips_without_labels_are_counted(exported):
    found = exported(layer_of((INSIDE, 1)), **KIND, **ONLY)
    assert says(found.log.infos, "no labels", "3")


# Class rasters.


def test_a_class_raster_that_is_empty_on_the_image(exported, tmp_path):
    values = np.zeros((60, 60), "uint8")
    values[50:, 50:] = 1
    found = exported(write_class_raster(tmp_path / "classes.tif", values))
    assert found.outputs["FEATURE_COUNT"] == 0
    assert says(found.log.warnings, "IN_CLASS_DATA") or says(found.log.warnings, "class 1", "no label")


def test_a_class_raster_of_nodata(refused, tmp_path):
    path = write_class_raster(tmp_path / "classes.tif", np.full((32, 32), 255, "uint8"), nodata=255)
    assert says([refused(path, **ONLY)], "IN_CLASS_DATA", "nodata")


def test_a_class_raster_of_nodata_with_all_chips(exported, tmp_path):
    path = write_class_raster(tmp_path / "classes.tif", np.full((32, 32), 255, "uint8"), nodata=255)
    found = exported(path)
    assert found.outputs["CHIP_COUNT"] == found.outputs["EMPTY_CHIP_COUNT"] == 4
    assert says(found.log.warnings, "IN_CLASS_DATA", "nodata")


def test_a_class_that_a_raster_lists_but_does_not_show(exported, tmp_path):
    values = np.zeros((32, 32), "uint8")
    values[3:9, 3:9] = 1
    table = {"Value": [1, 4], "Name": ["Water", "Ice"]}
    found = exported(write_class_raster(tmp_path / "classes.tif", values, table=table))
    assert says(found.log.warnings, "Ice", "4", "without a label")
    assert found.accumulated()["ClassPixelStats"]["NumPixelsPerClass"] == [36, 0]


def test_imagery_without_a_valid_pixel(tmp_path):
    empty = write_raster(tmp_path / "empty.tif", np.zeros((1, 32, 32), "uint8"), nodata=0)
    sentence = refusal(tmp_path / "out", empty, layer_of((INSIDE, 1)), **KIND)
    assert says([sentence], "no chip was written", "4", "valid pixel")
    assert not (tmp_path / "out" / "map.txt").exists()
