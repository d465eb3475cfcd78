"""Every documented parameter with every documented format: it works, is refused, or is ignored aloud."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from label_scenes import contents, layer_in_pixels
from osgeo import gdal
from qgis.core import QgsProcessingException, QgsVectorLayer
from scenes import ORIGIN, Log, memory_layer, noise, on_map, rectangle, run, write_raster

pytestmark = pytest.mark.usefixtures("qgis_app")

PAGE = Path(__file__).parents[2] / "docs" / "parameters-by-format.md"
WORKS, IGNORED, REFUSED = "yes", "ignored", "refused"
SHAPES = [(5, 5, 15, 12, 1, 4), (20, 8, 33, 20, 2, 4), (40, 20, 52, 30, 1, 5), (56, 3, 78, 14, 2, 5)]
OF_ARCGIS = {
    *("IN_RASTER", "OUT_FOLDER", "IN_CLASS_DATA", "IMAGE_CHIP_FORMAT", "TILE_SIZE_X", "TILE_SIZE_Y"),
    *("STRIDE_X", "STRIDE_Y", "OUTPUT_NOFEATURE_TILES", "METADATA_FORMAT", "START_INDEX"),
    *("CLASS_VALUE_FIELD", "BUFFER_RADIUS", "IN_MASK_POLYGONS", "ROTATION_ANGLE", "REFERENCE_SYSTEM"),
    *("PROCESSING_MODE", "BLACKEN_AROUND_FEATURE", "CROP_MODE", "IN_RASTER2", "IN_INSTANCE_DATA"),
    *("INSTANCE_CLASS_VALUE_FIELD", "MIN_POLYGON_OVERLAP_RATIO"),
}
"""The parameters of Export Training Data For Deep Learning in ArcGIS Pro 3.7."""


def labels(kind: str = "one") -> QgsVectorLayer:
    """Return rectangles with two fields that can be classes; of another kind they lie elsewhere."""
    shift = 0 if kind == "one" else 2
    features = [
        (on_map(rectangle(left + shift, top, right + shift, bottom)), {"first": one, "second": two})
        for left, top, right, bottom, one, two in SHAPES
    ]
    return memory_layer(features, {"first": int, "second": int})


@pytest.fixture(scope="module")
def rasters(tmp_path_factory) -> dict[str, Path]:
    """A mosaic of two files, another raster, and a second one of the same place."""
    folder = tmp_path_factory.mktemp("table")
    parts = [
        write_raster(
            folder / f"part{number}.tif",
            noise(3, 32, 40, seed=number),
            (ORIGIN[0] + 80 * number, 2.0, 0.0, ORIGIN[1], 0.0, -2.0),
        )
        for number in (0, 1)
    ]
    gdal.BuildVRT(str(folder / "mosaic.vrt"), [str(each) for each in parts]).FlushCache()
    return {
        "mosaic": folder / "mosaic.vrt",
        "other": write_raster(folder / "other.tif", noise(3, 32, 80, seed=8)),
        "second": write_raster(folder / "second.tif", noise(3, 32, 80, seed=9)),
        "third": write_raster(folder / "third.tif", noise(3, 32, 80, seed=10)),
    }


def base(name: str, rasters: dict[str, Path]) -> dict[str, Any]:
    """Return the plainest call of a format."""
    values: dict[str, Any] = {
        "IN_RASTER": rasters["mosaic"],
        "METADATA_FORMAT": name,
        **dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y"), 16),
    }
    if name not in ("Export_Tiles", "CycleGAN"):
        values["IN_CLASS_DATA"] = labels()
        values["CLASS_VALUE_FIELD"] = "first"
    if name not in ("Labeled_Tiles", "Imagenet"):
        values.update(dict.fromkeys(("STRIDE_X", "STRIDE_Y"), 16))
    if name == "CycleGAN":
        values["IN_RASTER2"] = rasters["second"]
    if name == "Panoptic_Segmentation":
        values.update(IN_INSTANCE_DATA=labels(), INSTANCE_CLASS_VALUE_FIELD="first")
    return values


def given(parameter: str, rasters: dict[str, Path]) -> dict[str, Any]:
    """Return a parameter with another value than the base and the default have."""
    mask = "POLYGON ((-1 -1, 50 -1, 50 40, -1 40, -1 -1))"
    values: dict[str, dict[str, Any]] = {
        "IN_RASTER": {"IN_RASTER": rasters["other"]},
        "OUT_FOLDER": {},
        "IN_CLASS_DATA": {"IN_CLASS_DATA": labels("other")},
        "IMAGE_CHIP_FORMAT": {"IMAGE_CHIP_FORMAT": "PNG"},
        "TILE_SIZE_X": {"TILE_SIZE_X": 20},
        "TILE_SIZE_Y": {"TILE_SIZE_Y": 20},
        "STRIDE_X": {"STRIDE_X": 8},
        "STRIDE_Y": {"STRIDE_Y": 8},
        "OUTPUT_NOFEATURE_TILES": {"OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES"},
        "START_INDEX": {"START_INDEX": 7},
        "CLASS_VALUE_FIELD": {"IN_CLASS_DATA": labels(), "CLASS_VALUE_FIELD": "second"},
        "BUFFER_RADIUS": {"IN_CLASS_DATA": labels(), "BUFFER_RADIUS": 3.0},
        "IN_MASK_POLYGONS": {"IN_MASK_POLYGONS": layer_in_pixels([(mask, 1)])},
        "ROTATION_ANGLE": {"ROTATION_ANGLE": 90.0},
        "REFERENCE_SYSTEM": {"REFERENCE_SYSTEM": "PIXEL_SPACE"},
        "PROCESSING_MODE": {"PROCESSING_MODE": "PROCESS_ITEMS_SEPARATELY", "TILE_SIZE_X": 24},
        "BLACKEN_AROUND_FEATURE": {"BLACKEN_AROUND_FEATURE": True},
        "CROP_MODE": {"CROP_MODE": "BOUNDING_BOX"},
        "IN_RASTER2": {"IN_RASTER2": rasters["third"]},
        "IN_INSTANCE_DATA": {"IN_INSTANCE_DATA": labels("other")},
        "INSTANCE_CLASS_VALUE_FIELD": {
            "IN_INSTANCE_DATA": labels(),
            "INSTANCE_CLASS_VALUE_FIELD": "second",
        },
        "MIN_POLYGON_OVERLAP_RATIO": {"IN_CLASS_DATA": labels(), "MIN_POLYGON_OVERLAP_RATIO": 0.9},
    }
    return values[parameter]


def outcome(folder: Path, parameter: str, name: str, rasters: dict[str, Path]) -> str:
    """Export a format with and without a parameter, and return what it did."""
    values, more = base(name, rasters), given(parameter, rasters)
    plain, log = {**values, **{key: more[key] for key in more if key != parameter}}, Log()
    if name in ("Export_Tiles", "CycleGAN"):  # class data of their own would be ignored with a warning, too
        plain.pop("IN_CLASS_DATA", None)
    if name != "Panoptic_Segmentation":
        plain.pop("IN_INSTANCE_DATA", None)
    run(folder / "plain", **plain)
    try:
        run(folder / "given", log, **{**plain, **more})
    except QgsProcessingException as problem:
        said = [text.splitlines()[-1] for text in (*log.errors, str(problem))]
        assert any(text.startswith(f"{parameter}: ") for text in said), said
        assert not (folder / "given").exists()
        return REFUSED
    warned = [text for text in log.warnings if parameter in text]
    before, after = (without_entry(folder / each) for each in ("plain", "given"))
    if parameter == "OUT_FOLDER":
        assert before == after
        return WORKS
    if before == after:
        assert warned, f"{parameter} did nothing for {name} and nobody said so"
        return IGNORED
    assert not [text for text in warned if "takes no notice" in text or "not used" in text], warned
    return WORKS


def without_entry(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder but for what tells the call."""
    return {name: data for name, data in contents(folder).items() if Path(name).name != "export.json"}


def cells() -> dict[tuple[str, str], str]:
    """Return the cells of the page's table, by parameter and format."""
    rows = [
        line.strip("|").split("|") for line in PAGE.read_text("utf-8").splitlines() if line.startswith("|")
    ]
    header, _, *body = [[re.sub(r"[`\s]", "", cell) for cell in row] for row in rows]
    return {(row[0], name): cell for row in body for name, cell in zip(header[1:], row[1:])}


@pytest.mark.parametrize("name", sorted({name for _, name in cells()}))
def test_a_column_of_the_table(tmp_path, rasters, name):
    expected = {parameter: cell for (parameter, its), cell in cells().items() if its == name}
    assert len(expected) == 22
    found = {parameter: outcome(tmp_path / parameter, parameter, name, rasters) for parameter in expected}
    assert found == expected


def test_the_table_is_whole():
    parameters, formats = {parameter for parameter, _ in cells()}, {name for _, name in cells()}
    assert {"METADATA_FORMAT", *parameters} == OF_ARCGIS
    assert len(OF_ARCGIS) == 23
    assert len(formats) == 10
    assert set(cells().values()) == {WORKS, IGNORED, REFUSED}
