"""Labeled_Tiles and Imagenet, read by the rules of their readers: one object, class names as folders."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

import pytest
from scenes import Exported, Log, memory_layer, noise, on_map, pixels_of, rectangle, run, write_raster

pytestmark = pytest.mark.usefixtures("qgis_app")

NAMES = {2: "Car", 5: "Swimming pool", 10: "Nr. 7 (brick)"}
FEATURES = [(rectangle(4 + 9 * place, 6, 9 + 9 * place, 15), (2, 5, 10)[place % 3]) for place in range(8)]


def exported(folder: Path, name: str, **given) -> Exported:
    features = [(on_map(wkt), {"Classvalue": value, "Classname": NAMES[value]}) for wkt, value in FEATURES]
    return run(
        folder / "out",
        Log(),
        IN_RASTER=write_raster(folder / "raster.tif", noise(3, 40, 90)),
        IN_CLASS_DATA=memory_layer(features, {"Classvalue": int, "Classname": str}),
        METADATA_FORMAT=name,
        **dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y"), 16),
        **given,
    )


def model_of(folder: Path, name: str) -> dict:
    model = json.loads((folder / "esri_model_definition.emd").read_text("ascii"))
    assert model["MetaDataMode"] == name
    assert all(isinstance(each["Name"], str) and each["Color"] for each in model["Classes"])
    return model


@pytest.mark.parametrize("crop", ["FIXED_SIZE", "BOUNDING_BOX"])
def test_labeled_tiles_as_the_client_reads_them(tmp_path, crop):
    """Labels are the second column of map.txt; the class is the value in the only name of a file."""
    folder = exported(tmp_path, "Labeled_Tiles", CROP_MODE=crop).path
    names = {each["Value"]: each["Name"] for each in model_of(folder, "Labeled_Tiles")["Classes"]}
    found = Counter()
    for line in (folder / "map.txt").read_text("ascii").splitlines():
        image, label = (folder / each.replace("\\", "/") for each in line.split())
        assert image.is_file()
        assert image.stem == label.stem
        (each,) = ElementTree.parse(label).getroot().findall("object")
        found[names[int(each.findtext("name"))]] += 1
        assert float(each.findtext("bndbox/xmax")) > float(each.findtext("bndbox/xmin"))
    assert found == Counter(NAMES[value] for _, value in FEATURES)


def test_imagenet_as_the_client_reads_it(tmp_path):
    """The class is the folder of the image, which is a name of the model; a dot would cut it."""
    done = exported(tmp_path, "Imagenet", IMAGE_CHIP_FORMAT="PNG")
    names = {each["Name"]: each["Value"] for each in model_of(done.path, "Imagenet")["Classes"]}
    assert names == {"Car": 2, "Swimming_pool": 5, "Nr__7_(brick)": 10}
    found = Counter()
    for line in (done.path / "map.txt").read_text("ascii").splitlines():
        (image,) = (done.path / each.replace("\\", "/") for each in line.split())
        assert image.is_file()
        assert image.suffix == ".png"
        found[names[image.parent.name]] += 1
    assert found == Counter(value for _, value in FEATURES)
    assert sorted(each.name for each in (done.path / "images").iterdir()) == sorted(names)
    assert [text for text in done.log.warnings if "it names a folder" in text] == [
        "Class 5: the name Swimming pool becomes Swimming_pool, since it names a folder.",
        "Class 10: the name Nr. 7 (brick) becomes Nr__7_(brick), since it names a folder.",
    ]


@pytest.mark.parametrize("name", ["Labeled_Tiles", "Imagenet"])
def test_points_have_chips_around_their_circles(tmp_path, name):
    points = [(on_map("POINT (20 20)"), {"Classvalue": 2}), (on_map("POINT (70.4 11)"), {"Classvalue": 5})]
    done = run(
        tmp_path / "out",
        Log(),
        IN_RASTER=write_raster(tmp_path / "raster.tif", noise(3, 40, 90)),
        IN_CLASS_DATA=memory_layer(points, {"Classvalue": int}, kind="Point"),
        METADATA_FORMAT=name,
        BUFFER_RADIUS=6.0,
        CROP_MODE="BOUNDING_BOX",
    )
    assert done.outputs["CHIP_COUNT"] == done.outputs["FEATURE_COUNT"] == 2
    chips = sorted((done.path / "images").rglob("*.tif"), key=lambda path: path.stem)
    assert [pixels_of(path).shape for path in chips] == [(3, 6, 6), (3, 6, 7)]
