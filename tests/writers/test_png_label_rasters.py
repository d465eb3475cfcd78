"""LABEL_RASTER_FORMAT=PNG: the values of the TIFF label rasters, for programs that read no TIFF."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from label_scenes import contents, layer_in_pixels, refusal
from osgeo import gdal
from PIL import Image
from scenes import Exported, Log, copy_of, rectangle, write_raster
from split_scenes import SIZE, TILE, scene, shapes, split_export

pytestmark = pytest.mark.usefixtures("qgis_app")

WHOLE = {"VALIDATION_PERCENT": 0, "TEST_PERCENT": 0}
PNG = {**WHOLE, "LABEL_RASTER_FORMAT": "PNG"}


@pytest.fixture(scope="module")
def raster(tmp_path_factory) -> Path:
    return scene(tmp_path_factory.mktemp("scene"))


def rasters(export: Exported, suffix: str) -> dict[str, Path]:
    """Return the label rasters by their paths without extension."""
    labels = export.path / "labels"
    return {path.relative_to(labels).with_suffix("").as_posix(): path for path in labels.rglob(f"*{suffix}")}


def classes_of(values: tuple[int, ...]) -> Any:
    found = [(wkt, values[number % len(values)]) for number, (wkt, _) in enumerate(shapes())]
    return layer_in_pixels([*found, (rectangle(20, 20, 120, 90), values[0])])


@pytest.mark.parametrize("name", ["Classified_Tiles", "RCNN_Masks"])
@pytest.mark.parametrize("values", [(1, 2, 3), (1, 300, 65535)])
def test_values_are_those_of_tiff(raster, tmp_path, name, values):
    """As Pillow and GDAL read them."""
    given = {"METADATA_FORMAT": name, "labels": classes_of(values)}
    tiff = split_export(tmp_path / "tif", raster, **WHOLE, **given)
    png = split_export(tmp_path / "png", raster, **PNG, **given)
    expected, found = rasters(tiff, ".tif"), rasters(png, ".png")
    assert set(expected) == set(found)
    assert len(found) > 100
    for stem, path in found.items():
        pixels = gdal.Open(str(expected[stem])).ReadAsArray()
        np.testing.assert_array_equal(gdal.Open(str(path)).ReadAsArray(), pixels)
        np.testing.assert_array_equal(np.asarray(Image.open(path)), pixels)


def test_class_maps_have_the_colours_of_the_classes(raster, tmp_path):
    export = split_export(tmp_path / "out", raster, **PNG, METADATA_FORMAT="Classified_Tiles")
    colors = {each["Value"]: tuple(each["Color"]) for each in export.model()["Classes"]}
    assert set(colors) == {1, 2, 3}
    seen = set()
    for path in rasters(export, ".png").values():
        image = Image.open(path)
        assert image.mode == "P"
        values, shown = np.asarray(image), np.asarray(image.convert("RGB"))
        for value in np.unique(values).tolist():
            assert {tuple(each) for each in shown[values == value].tolist()} == {colors.get(value, (0, 0, 0))}
            seen.add(value)
    assert seen == {0, 1, 2, 3}


def test_they_lie_where_their_chips_lie(raster, tmp_path):
    """World file and .aux.xml are the PNG chip's."""
    given = {"METADATA_FORMAT": "Classified_Tiles", "IMAGE_CHIP_FORMAT": "PNG"}
    export = split_export(tmp_path / "out", raster, **PNG, **given)
    files = contents(export.path)
    for stem in export.stems():
        for suffix in (".pgw", ".png.aux.xml"):
            assert files[f"labels/{stem}{suffix}"] == files[f"images/{stem}{suffix}"]
        chip, label = (gdal.Open(str(export.path / name / f"{stem}.png")) for name in ("images", "labels"))
        assert label.GetGeoTransform() == chip.GetGeoTransform()
        assert label.GetSpatialRef().IsSame(chip.GetSpatialRef())
    listed = (export.path / "map.txt").read_text("ascii")
    assert listed.count("labels\\") == listed.count(".png \n") == len(list(export.stems()))
    assert not any(name.endswith((".tif", ".tfw")) for name in files)


def test_class_rasters_too(raster, tmp_path):
    values = np.random.default_rng(3).choice([0, 1, 5], (1, SIZE // 8, SIZE // 8)).astype(np.uint8)
    labels = write_raster(tmp_path / "classes.tif", np.kron(values, np.ones((1, 8, 8), np.uint8)))
    given = {"METADATA_FORMAT": "Classified_Tiles", "labels": labels, "CLASS_VALUE_FIELD": ""}
    export = split_export(tmp_path / "out", raster, **PNG, **given)
    whole = np.kron(values[0], np.ones((8, 8), np.uint8))
    for number, stem in enumerate(sorted(export.stems())):
        across = (SIZE - TILE) // 8 + 1
        row, column = (8 * each for each in divmod(number, across))
        found = np.asarray(Image.open(export.path / "labels" / f"{stem}.png"))
        np.testing.assert_array_equal(found, whole[row : row + TILE, column : column + TILE])


@pytest.mark.parametrize("name", ["Classified_Tiles", "RCNN_Masks"])
def test_report_index_split_resume_and_append(raster, tmp_path, name):
    given = {"METADATA_FORMAT": name, "LABEL_RASTER_FORMAT": "PNG"}
    looks = {"REPORT": tmp_path / "report.html", "CHIP_INDEX": tmp_path / "index.gpkg"}
    whole = split_export(tmp_path / "whole", raster, **given, **looks)
    assert f"<b>{whole.outputs['CHIP_COUNT']}</b>chips" in (tmp_path / "report.html").read_text("utf-8")
    split_export(tmp_path / "again", raster, log=Log(60), **given)
    again = split_export(tmp_path / "again", raster, **given)
    before = {key: data for key, data in contents(whole.path).items() if key != "export.json"}
    assert {key: data for key, data in contents(again.path).items() if key != "export.json"} == before
    count = whole.outputs["CHIP_COUNT"]
    more = split_export(whole.path, copy_of(raster), **given, START_INDEX=count)
    assert more.outputs["CHIP_COUNT"] == count
    other = {**given, "LABEL_RASTER_FORMAT": "TIFF", "START_INDEX": 2 * count}
    said = refused(whole.path, raster, **other)
    assert said == (
        "LABEL_RASTER_FORMAT: OUT_FOLDER holds label rasters as .png files; choose PNG, or another folder."
    )


def refused(folder: Path, raster: Path, **given: Any) -> str:
    from split_scenes import SPLIT

    values = {"CLASS_VALUE_FIELD": "kind", "STRIDE_X": 8, "STRIDE_Y": 8, **SPLIT, **given}
    return refusal(folder, raster, layer_in_pixels(shapes()), **values)


def test_values_that_png_cannot_hold_are_refused(raster, tmp_path):
    given = {"METADATA_FORMAT": "Classified_Tiles", "LABEL_RASTER_FORMAT": "PNG", "CLASS_VALUE_FIELD": "kind"}
    said = refusal(tmp_path / "out", raster, classes_of((1, 65536)), **given)
    assert said == (
        "LABEL_RASTER_FORMAT: PNG holds class values up to 65535, not 65536; choose TIFF, or give that class "
        "another value."
    )
    assert not (tmp_path / "out").exists()
    given["METADATA_FORMAT"] = "RCNN_Masks"  # whose values are numbers of objects
    assert split_export(tmp_path / "masks", raster, **PNG, METADATA_FORMAT="RCNN_Masks").outputs["CHIP_COUNT"]


def test_formats_without_label_rasters_take_no_notice(raster, tmp_path):
    plain = split_export(tmp_path / "plain", raster, **WHOLE)
    export = split_export(tmp_path / "out", raster, **PNG)
    assert {key: data for key, data in contents(export.path).items() if key != "export.json"} == {
        key: data for key, data in contents(plain.path).items() if key != "export.json"
    }
    said = "LABEL_RASTER_FORMAT: KITTI_rectangles has no label rasters and takes no notice of it."
    assert said in export.log.warnings
    assert said not in plain.log.warnings
