"""The log begins with what was understood: raster, labels, and what will be left out."""

from __future__ import annotations

import numpy as np
import pytest
from label_scenes import export, layer_in_pixels, write_class_raster
from scenes import memory_layer, noise, on_map, rectangle, write_raster

pytestmark = pytest.mark.usefixtures("qgis_app")

UTM_NAME = "EPSG:31985 - SIRGAS 2000 / UTM zone 25S"
SQUARES = [(rectangle(2, 2, 9, 9), 1), (rectangle(20, 20, 30, 30), 2)]
WRITTEN = "Chips without a valid pixel will be left out; those without labels are written."


@pytest.fixture(scope="module")
def raster(tmp_path_factory):
    return write_raster(tmp_path_factory.mktemp("raster") / "scene.tif", noise(3, 64, 96, "uint16"))


def first(done, count: int = 4) -> list[str]:
    return done.log.infos[:count]


def test_the_first_lines(raster, tmp_path):
    done = export(tmp_path / "out", raster, layer_in_pixels(SQUARES), 32, CLASS_VALUE_FIELD="kind")
    assert first(done, 6) == [
        "Raster: scene. Pixels to export: 96 x 64; bands: 3; type: uint16; cell size: 2 meters; CRS: "
        f"{UTM_NAME}.",
        f"Labels: labels. Features: 2 (MultiPolygon); CRS: {UTM_NAME}, as the raster's.",
        WRITTEN,
        "Chips planned: 6 (3 across, 2 down), 32 x 32 pixels each.",
        *done.log.infos[4:5],  # the size
        "Classes: 2 (1 = 1, 2 = 2).",
    ]


def test_the_part_that_is_taken(raster, tmp_path):
    given = {"EXTENT": "288776,288840,9120696,9120760 [EPSG:31985]", "CELL_SIZE": 4.0, "BANDS": "3,1"}
    given.update(STRETCH="MINIMUM_MAXIMUM", OUTPUT_NOFEATURE_TILES="ONLY_TILES_WITH_FEATURES")
    done = export(tmp_path / "out", raster, layer_in_pixels(SQUARES), 8, **given)
    assert first(done, 3) == [
        "Raster: scene. Pixels to export: 16 x 16; bands: 2; type: uint16; cell size: 4 meters; CRS: "
        f"{UTM_NAME}.",
        f"Labels: labels. Features: 2 (MultiPolygon); CRS: {UTM_NAME}, as the raster's.",
        "Chips without a label or without a valid pixel will be left out.",
    ]


def test_labels_in_another_crs(raster, tmp_path):
    corner = "POLYGON((-34.917 -7.951,-34.9168 -7.951,-34.9168 -7.9512,-34.917 -7.951))"
    layer = memory_layer([(corner, {"kind": 1})], {"kind": int}, crs="EPSG:4326", kind="Polygon")
    done = export(tmp_path / "out", raster, layer, 32)
    assert first(done)[1] == (
        "Labels: labels. Features: 1 (Polygon); CRS: EPSG:4326 - WGS 84, transformed to the raster's."
    )


def test_a_class_raster(raster, tmp_path):
    classes = write_class_raster(tmp_path / "classes.tif", np.ones((20, 30), "uint8"))
    done = export(tmp_path / "out", raster, classes, 32, METADATA_FORMAT="Classified_Tiles")
    assert first(done)[1] == (
        f"Labels: classes, a class raster. Pixels: 30 x 20; CRS: {UTM_NAME}, as the raster's."
    )


def test_without_crs_nothing_is_made_up(tmp_path):
    raster = write_raster(tmp_path / "bare.tif", noise(1, 64, 64), crs="")
    layer = memory_layer([(on_map(SQUARES[0][0]), {})], crs="")
    infos = first(export(tmp_path / "out", raster, layer, 32))
    assert infos[0].endswith("cell size: 2; CRS: -.")
    assert infos[1].endswith("CRS: -, as the raster's.")


def test_a_selection_is_said_among_the_first(raster, tmp_path):
    layer = layer_in_pixels(SQUARES)
    layer.selectByIds([1])
    done = export(tmp_path / "out", raster, layer, 32, SELECTED_ONLY=True)
    assert first(done)[2] == "1 of 2 features of labels are selected; only these are exported."
