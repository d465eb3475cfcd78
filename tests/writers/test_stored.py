"""Adding to an export in another CRS, and to folders that other programs wrote."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from label_scenes import contents, export, layer_in_pixels, refusal
from scenes import memory_layer, noise, rectangle, write_raster

from training_data_exporter.writers.dataset.cell_sizes import CellSize, smallest_and_largest

TILE = 16
DEGREE = math.pi / 180 * 6378137.0  # metres on the equator
UTM = {"wkid": 31985, "latestWkid": 31985}
WGS_84 = {"wkid": 4326, "latestWkid": 4326}
FEET = {"wkid": 2263, "latestWkid": 2263}  # New York, US survey feet
ALBERS = {"wkid": 102003, "latestWkid": 102003}  # Esri's own number
WKT_FEET = {"wkt": 'LOCAL_CS["site",UNIT["foot",0.3048]]'}
UNKNOWN = {"wkid": 999999, "latestWkid": 999999}


@pytest.mark.parametrize(
    ("reference", "metres"),
    [
        (UTM, 1.0),
        ({"wkid": 102100, "latestWkid": 3857}, 1.0),
        (WGS_84, DEGREE),
        (FEET, 1200 / 3937),
        (ALBERS, 1.0),
        (WKT_FEET, 0.3048),
        (UNKNOWN, 1.0),
        ({"wkt": "no CRS"}, 1.0),
        ({}, 1.0),
    ],
)
def test_cells_are_compared_in_metres(reference, metres, capfd):
    assert CellSize(2.0, 3.0, reference).in_metres == pytest.approx((2 * metres, 3 * metres), rel=1e-12)
    assert capfd.readouterr().err == ""


def test_each_cell_keeps_its_crs():
    metre, degree, foot = CellSize(1.0, 1.0, UTM), CellSize(1e-5, 1e-5, WGS_84), CellSize(3.5, 3.5, FEET)
    assert smallest_and_largest(degree, metre, foot) == (metre, degree)  # 1 m, 1.07 m, 1.11 m
    assert smallest_and_largest(metre, CellSize(1.0, 1.0, {})) == (metre, metre)  # the first of equal ones


def labels():
    return layer_in_pixels([(rectangle(1, 1, 7, 7), 1)])


@pytest.mark.usefixtures("qgis_app")
@pytest.mark.parametrize(("cell", "order"), [(1e-4, (0, 1)), (1e-6, (1, 0))])
def test_an_append_in_degrees_states_its_cell_in_degrees(tmp_path, cell, order):
    first = write_raster(tmp_path / "utm.tif", noise(3, TILE, TILE))  # cells of 2 m; 1e-4 degrees are 11 m
    place = (-34.9, cell, 0.0, -7.9, 0.0, -cell)
    second = write_raster(tmp_path / "wgs.tif", noise(3, TILE, TILE), place, "EPSG:4326")
    polygon = rectangle(-34.9, -7.9 - 8 * cell, -34.9 + 8 * cell, -7.9)
    export(tmp_path / "out", first, labels(), TILE, CLASS_VALUE_FIELD="kind")
    layer = memory_layer([(polygon, {"kind": 1})], {"kind": int}, "EPSG:4326")
    found = export(tmp_path / "out", second, layer, TILE, CLASS_VALUE_FIELD="kind", START_INDEX=1)
    cells = [
        {"x": 2.0, "y": 2.0, "spatialReference": UTM},
        {"x": pytest.approx(cell), "y": pytest.approx(cell), "spatialReference": WGS_84},
    ]
    for document in (found.accumulated(), found.model()):
        assert [document[key] for key in ("MinCellSize", "MaxCellSize")] == [cells[place] for place in order]


# The two files that ArcGIS Pro 2.x wrote of public data sets, with fewer chips.

VOC_OF_2 = {
    "Version": 1,
    "NumBands": 3,
    "TileSizeX": TILE,
    "TileSizeY": TILE,
    "NumClasses": 1,
    "NumTiles": 1,
    "OutputFeatures": True,
    "MetaDataMode": "PASCAL_VOC_rectangles",
    "Classes": [{"ClassValue": 1, "ClassName": "Palm"}],
    "FeatureStats": {
        "NumClasses": 1,
        "NumImagesTotal": 1,
        "NumFeaturesTotal": 2,
        "NumImagesPerClass": [1],
        "NumFeaturesPerClass": [2],
        "NumFeaturesPerImage": {"Min": 2, "Max": 2, "Mean": 2, "Sum": 2, "Count": 1},
        "FeatureAreaPerClass": [{"Min": 1.5, "Max": 2.5, "Mean": 2, "Sum": 4, "Count": 2}],
    },
}
TILES_OF_2 = {
    **{key: value for key, value in VOC_OF_2.items() if key != "FeatureStats"},
    "OutputFeatures": False,
    "MetaDataMode": "Classified_Tiles",
    "ClassPixelStats": {
        "NumClasses": 1,
        "NumImagesTotal": 1,
        "NumImagesPerClass": [1],
        "NumPixelsPerClass": [200],
        "NumClassesPerImage": {"Min": 1, "Max": 1, "Mean": 1, "Sum": 1, "Count": 1},
        "PixelsPerClass": [{"Min": 200, "Max": 200, "Mean": 200, "Sum": 200, "Count": 1}],
    },
}


def folder_of_arcgis_2(folder: Path, document: dict) -> Path:
    (folder / "images").mkdir(parents=True)
    write_raster(folder / "images" / "000000000.tif", noise(3, TILE, TILE))
    (folder / "map.txt").write_bytes(b"images\\000000000.tif  labels\\000000000.xml \r\n")
    (folder / "esri_accumulated_stats.json").write_text(json.dumps(document, indent=2))
    return folder


@pytest.mark.usefixtures("qgis_app")
@pytest.mark.parametrize("document", [VOC_OF_2, TILES_OF_2], ids=["VOC", "tiles"])
def test_an_export_of_arcgis_2_is_refused_by_what_it_lacks(tmp_path, document):
    folder = folder_of_arcgis_2(tmp_path / "out", document)
    before = contents(folder)
    raster = write_raster(tmp_path / "in.tif", noise(3, TILE, TILE))
    sentence = refusal(folder, raster, labels(), tile=TILE, CLASS_VALUE_FIELD="kind", START_INDEX=1)
    assert sentence == (
        f"OUT_FOLDER: the export in {folder} cannot be added to, since its esri_accumulated_stats.json does "
        "not state NextTileIndex, MinCellSize, MaxCellSize, InputRastersProps, BandStatsState, Classes.Color "
        "(older versions of ArcGIS leave them out); choose another folder."
    )
    assert contents(folder) == before


@pytest.mark.usefixtures("qgis_app")
@pytest.mark.parametrize(
    "text", ["[]", "7", "null", '"text"', "{", '{"Classes": 5}', '{"MinCellSize": null}']
)
def test_a_file_that_is_something_else_is_damaged(tmp_path, text):
    folder = folder_of_arcgis_2(tmp_path / "out", VOC_OF_2)
    (folder / "esri_accumulated_stats.json").write_text(text)
    raster = write_raster(tmp_path / "in.tif", noise(3, TILE, TILE))
    sentence = refusal(folder, raster, labels(), tile=TILE, CLASS_VALUE_FIELD="kind", START_INDEX=1)
    assert sentence.startswith(f"OUT_FOLDER: {folder} holds an export whose esri_accumulated_stats.json is ")
    assert sentence.endswith("); choose another folder.")
