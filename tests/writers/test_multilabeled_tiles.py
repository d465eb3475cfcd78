"""MultiLabeled_Tiles: each chip names the classes that it shows, as arcgis.learn reads them."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from label_scenes import contents
from lxml import html
from qgis.core import QgsVectorLayer
from scenes import Log, limit, memory_layer, noise, on_map, rectangle, run, with_copy, write_raster

from training_data_exporter.chipping.chip import Chip, ChipLabels, ImageProfile, LabelObject
from training_data_exporter.chipping.classes import ClassTable, LabelClass
from training_data_exporter.writers import LABEL_FORMATS
from training_data_exporter.writers.format_context import FormatContext

pytestmark = pytest.mark.usefixtures("qgis_app")

NAME = "MultiLabeled_Tiles"
TILE, STRIDE, ROWS, COLUMNS = 32, 16, 64, 96
FIELDS = {"Classvalue": int, "Classname": str}
NAMES = {2: "Car", 5: "Swimming pool", 10: "Tree & bush <tall>"}
SIDES = [(1, 1, 9, 9, 10), (3, 20, 40, 28, 2), (30, 2, 34, 30, 5), (47.5, 10, 48.25, 60, 2), (2, 3, 5, 6, 10)]


def client_reads(folder: Path) -> dict[str, list[str]]:
    """Return the class names of each chip by the rules of arcgis.learn's reader.

    Labels are the second column of map.txt, parsed as XML; the text of the only name is taken
    apart at commas, and each part has to be a Name of the model definition.
    """
    model = json.loads((folder / "esri_model_definition.emd").read_text("ascii"))
    assert model["MetaDataMode"] == NAME
    known = {each["Name"] for each in model["Classes"]}
    found = {}
    for line in (folder / "map.txt").read_text("ascii").splitlines():
        image, label = (folder / each.replace("\\", "/") for each in line.split())
        assert image.is_file()
        assert image.stem == label.stem
        objects = ElementTree.parse(label).getroot().findall("object")
        assert len(objects) <= 1
        for each in objects:
            sides = [float(each.findtext(f"bndbox/{side}")) for side in ("xmin", "ymin", "xmax", "ymax")]
            assert sides == [0, 0, model["ImageWidth"], model["ImageHeight"]]
        names = [name for each in objects for name in each.findtext("name").split(",")]
        assert set(names) <= known
        found[image.stem] = names
    assert len(found) == len(list((folder / "images").glob("*.tif")))
    return found


def expected(sides, names) -> dict[str, list[str]]:
    """Return the names of each chip of the grid, ascending by value, counted box by box."""
    found = {}
    corners = [
        (top, left)
        for top in range(0, ROWS - TILE + 1, STRIDE)
        for left in range(0, COLUMNS - TILE + 1, STRIDE)
    ]
    for number, (top, left) in enumerate(corners):
        values = {
            value
            for x0, y0, x1, y1, value in sides
            if x0 < left + TILE and x1 > left and y0 < top + TILE and y1 > top
        }
        found[f"{number:09d}"] = [names[value] for value in sorted(values)]
    return found


def scene(folder: Path, sides=SIDES, names=NAMES) -> dict:
    features = [
        (on_map(rectangle(*each[:4])), {"Classvalue": each[4], "Classname": names[each[4]]}) for each in sides
    ]
    raster = folder / "raster.tif"
    return {
        "IN_RASTER": raster if raster.exists() else write_raster(raster, noise(3, ROWS, COLUMNS)),
        "IN_CLASS_DATA": memory_layer(features, FIELDS),
        **dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y"), TILE),
        **dict.fromkeys(("STRIDE_X", "STRIDE_Y"), STRIDE),
        "METADATA_FORMAT": NAME,
    }


def test_each_chip_names_its_classes(tmp_path):
    made = run(tmp_path / "set", **scene(tmp_path))
    wanted = expected(SIDES, NAMES)
    assert wanted["000000000"] == ["Car", "Swimming pool", "Tree & bush <tall>"]
    assert wanted["000000004"] == []
    assert client_reads(made.path) == wanted
    assert made.outputs["EMPTY_CHIP_COUNT"] == sum(not names for names in wanted.values())


corner = st.integers(0, 400)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.lists(st.tuples(corner, corner, st.sampled_from(sorted(NAMES))), min_size=1, max_size=8))
def test_random_boxes(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("random")
    sides = [(x / 5, y / 8, x / 5 + 3.2, y / 8 + 2.6, value) for x, y, value in data]
    wanted = expected(sides, NAMES)
    assert client_reads(run(folder / "set", **scene(folder, sides)).path) == wanted


def test_only_chips_with_classes_are_written(tmp_path):
    given = {**scene(tmp_path), "OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES"}
    wanted = [names for names in expected(SIDES, NAMES).values() if names]
    found = client_reads(run(tmp_path / "set", **given).path)
    assert list(found.values()) == wanted
    assert list(found) == [f"{number:09d}" for number in range(len(wanted))]


def test_commas_part_names_so_names_have_none(tmp_path):
    names = {2: "Car, red", 5: "Car_ red", 10: "x\ny"}
    log = Log()
    found = client_reads(run(tmp_path / "set", log, **scene(tmp_path, SIDES, names)).path)
    spelled = {2: "Car_ red_2", 5: "Car_ red_5", 10: "x_y"}
    assert found == expected(SIDES, spelled)
    said = [text for text in log.warnings if "becomes" in text]
    assert said[0] == (
        "Class 2: the name Car, red becomes Car_ red_2, since a comma or the end of a line ends a name in "
        "MultiLabeled_Tiles."
    )
    assert len(said) == 3


def test_report_and_index_count_classes(tmp_path):
    given = {"REPORT": str(tmp_path / "r.html"), "CHIP_INDEX": str(tmp_path / "i.gpkg")}
    run(tmp_path / "set", **scene(tmp_path), **given)
    wanted = list(expected(SIDES, NAMES).values())
    rows = list(QgsVectorLayer(given["CHIP_INDEX"], "index", "ogr").getFeatures())
    assert [row["objects"] for row in rows] == [len(names) for names in wanted]
    page = html.parse(given["REPORT"])
    numbers = page.xpath("//div[@class='numbers']/div/b/text()")
    assert numbers[0] == str(len(wanted))
    assert "fill their" not in page.getroot().text_content()


def test_a_plan_counts_the_same_classes(tmp_path):
    rows = {}
    for plan in (True, False):
        index = tmp_path / f"{plan}.gpkg"
        run(tmp_path / "set", **scene(tmp_path), CHIP_INDEX=str(index), PLAN_ONLY=plan)
        found = QgsVectorLayer(str(index), "index", "ogr").getFeatures()
        rows[plan] = [(row["objects"], row["classes"]) for row in found]
    assert rows[True] == rows[False]
    assert len(rows[True]) == len(expected(SIDES, NAMES))


def test_a_class_raster_names_what_its_pixels_show(tmp_path):
    values = np.zeros((1, ROWS, COLUMNS), np.uint8)
    for left, top, right, bottom, value in ((1, 1, 9, 9, 10), (60, 40, 61, 41, 2), (20, 20, 44, 30, 5)):
        values[0, top:bottom, left:right] = value
    given = {**scene(tmp_path), "IN_CLASS_DATA": str(write_raster(tmp_path / "classes.tif", values))}
    found = client_reads(run(tmp_path / "set", **given).path)
    corners = [(row, column) for row in range(0, 33, STRIDE) for column in range(0, 65, STRIDE)]
    for names, (row, column) in zip(found.values(), corners):
        shown = np.unique(values[0, row : row + TILE, column : column + TILE])
        assert names == [str(value) for value in shown if value]
    assert len(found) == len(corners)


def test_it_is_added_to_and_resumed(tmp_path, monkeypatch):
    limit(monkeypatch, batch_bytes=1)
    given = scene(tmp_path)
    wanted = list(expected(SIDES, NAMES).values())
    for name in ("whole", "set"):
        run(tmp_path / name, **given)
    added = with_copy(given, START_INDEX=len(wanted))
    run(tmp_path / "whole", **added)
    run(tmp_path / "set", Log(cancel_at=40.0), **added)
    assert "unfinished_export.journal" in contents(tmp_path / "set")
    run(tmp_path / "set", **added)
    assert contents(tmp_path / "set") == contents(tmp_path / "whole")
    assert list(client_reads(tmp_path / "set").values()) == 2 * wanted


def test_a_split_has_one_class_table(tmp_path):
    polygons = [
        (on_map(rectangle(0, 0, 48, ROWS)), {"split": "train"}),
        (on_map(rectangle(48, 0, COLUMNS, ROWS)), {"split": "valid"}),
    ]
    given = {**scene(tmp_path), "SPLIT_POLYGONS": memory_layer(polygons, {"split": str})}
    made = run(tmp_path / "set", **given)
    models = [
        json.loads((made.path / name / "esri_model_definition.emd").read_text("ascii"))["Classes"]
        for name in ("train", "valid")
    ]
    assert models[0] == models[1]
    assert [each["Name"] for each in models[0]] == list(NAMES.values())
    assert sum(len(client_reads(made.path / name)) for name in ("train", "valid")) == 3 * 4


def test_numbers_beside_names_are_no_part_of_a_label():
    table = ClassTable.of([LabelClass(3, "a", (0, 0, 0)), LabelClass(1, "b", (0, 0, 0))])
    profile = ImageProfile(8, 4, "uint8", (None,), 1.0, 1.0, "", 0, ("",), (1,))
    kind = LABEL_FORMATS[NAME](FormatContext(profile, table, ".png", "tool"))
    labels = ChipLabels(tuple(LabelObject(value, 0, 0, 1, 1, 1.0) for value in (3, 1, 3)))
    chip = Chip("7", (0.0, 1.0, 0.0, 0.0, 0.0, -1.0), np.zeros((1, 4, 8), np.uint8), labels)
    encoded = kind.encode(chip)
    assert encoded.listed == ("labels/7.xml",)
    assert encoded.files["labels/7.xml"].decode() == (
        '<?xml version="1.0"?>\n<annotation>\n    <filename>7.png</filename>\n    <source>\n'
        "        <annotation>tool</annotation>\n    </source>\n    <size>\n        <width>8</width>\n"
        "        <height>4</height>\n        <depth>1</depth>\n    </size>\n    <object>\n"
        "        <name>b,a</name>\n        <bndbox>\n            <xmin>0.00</xmin>\n"
        "            <ymin>0.00</ymin>\n            <xmax>8.00</xmax>\n            <ymax>4.00</ymax>\n"
        "        </bndbox>\n    </object>\n</annotation>\n"
    )
