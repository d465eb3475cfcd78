"""From the fields and the renderer of a layer to classes: values, names, colours, folders."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from label_scenes import BOX_FORMATS, METADATA_FORMATS, class_map, export, masks, refusal, write_features
from scenes import memory_layer, on_map, rectangle, write_raster

from training_data_exporter.chipping.classes import ClassTable, LabelClass, composed, palette_color, shortened
from training_data_exporter.writers.labels.folder_names import safe_folder_name, with_folder_names

pytestmark = pytest.mark.usefixtures("qgis_app")

SIZE = 32
STEM = "000000000"


@pytest.fixture(scope="module")
def raster(tmp_path_factory):
    return write_raster(tmp_path_factory.mktemp("raster") / "in.tif", np.ones((1, SIZE, SIZE), "uint8"))


@pytest.fixture
def exported(raster, tmp_path):
    """Return a function that exports one chip of a layer."""

    def run(layer, metadata_format="RCNN_Masks", **parameters):
        folder = tmp_path / f"out-{len(list(tmp_path.iterdir()))}"
        return export(folder, raster, layer, SIZE, METADATA_FORMAT=metadata_format, **parameters)

    return run


def square(place: int) -> str:
    """Four pixels, apart from those of other places."""
    row, column = divmod(place, 10)
    return on_map(rectangle(3 * column + 1, 3 * row + 1, 3 * column + 3, 3 * row + 3))


def layer_of(fields, *records):
    """Return a layer of squares with these attributes, in their order."""
    features = [(square(place), dict(zip(fields, record))) for place, record in enumerate(records)]
    return memory_layer(features, fields)


def file_of(path, fields, *records):
    """Write a GeoPackage of squares, for what a memory layer's fields cannot hold."""
    features = [(square(place), dict(zip(fields, record))) for place, record in enumerate(records)]
    return write_features(path, features, fields)


def classes(found) -> list[tuple[int, str]]:
    """Return value and name of the classes, after holding the files to one another."""
    model, accumulated = found.model()["Classes"], found.accumulated()["Classes"]
    assert [tuple(each.values()) for each in accumulated] == [
        (each["Value"], each["Name"], each["Color"]) for each in model
    ]
    assert all(isinstance(each["Name"], str) for each in model)
    assert all(len(each["Color"]) == 3 and all(0 <= part <= 255 for part in each["Color"]) for each in model)
    listed = [(each["Value"], each["Name"]) for each in model]
    assert listed == sorted(listed)
    rows = found.stats()[-len(listed) :] if listed else []
    for row, (value, name) in zip(rows, listed):
        assert row.startswith(" ".join(name.split()))
        assert row[len(name) :].split()[0] == str(value)
    return listed


def colors(found) -> dict[int, tuple[int, ...]]:
    return {each["Value"]: tuple(each["Color"]) for each in found.model()["Classes"]}


def shown(found) -> list[int]:
    """Return the class values of the squares, in the order of their features; masks know none."""
    return [box.class_value for box in found.boxes(STEM)]


# Values.


@pytest.mark.parametrize(
    ("kind", "values", "expected"),
    [
        (int, [3, 1, 3], [3, 1, 3]),
        (float, [3.0, 1.0, 70000.0], [3, 1, 70000]),
        (str, ["3", "01", " 7 "], [3, 1, 7]),
        (str, ["12", "3.0"], [12, 3]),
    ],
)
@pytest.mark.parametrize("metadata_format", METADATA_FORMATS)
def test_whole_numbers_however_they_are_stored(exported, kind, values, expected, metadata_format):
    layer = layer_of({"kind": kind}, *([value] for value in values))
    found = exported(layer, metadata_format, CLASS_VALUE_FIELD="kind")
    assert classes(found) == [(value, str(value)) for value in sorted(set(expected))]
    if metadata_format in BOX_FORMATS:
        assert shown(found) == expected
    elif metadata_format == "RCNN_Masks":
        assert sorted(masks(found, STEM)) == sorted({str(value) for value in expected})
    else:
        chip = class_map(found, STEM)
        assert [int(chip[1, 3 * place + 1]) for place in range(len(expected))] == expected
    assert not any("numbered by name" in text for text in found.log.infos)


@pytest.mark.parametrize("metadata_format", METADATA_FORMATS)
def test_free_text_is_numbered_by_sorted_name_and_the_log_says_so(exported, metadata_format):
    layer = layer_of({"kind": str}, ["pool"], ["Car"], ["palm"], ["Car"])
    found = exported(layer, metadata_format, CLASS_VALUE_FIELD="kind")
    assert classes(found) == [(1, "Car"), (2, "palm"), (3, "pool")]
    assert any("kind" in text and "numbered" in text for text in found.log.infos)
    if metadata_format in BOX_FORMATS:
        assert shown(found) == [3, 1, 2, 1]


@pytest.mark.parametrize("metadata_format", METADATA_FORMATS)
@pytest.mark.parametrize(("kind", "value"), [(int, 5), (float, 5.0), (str, "5"), (str, "oak")])
def test_null_is_skipped_and_counted(exported, metadata_format, kind, value):
    layer = layer_of({"kind": kind}, [None], [value], [None], [value])
    found = exported(layer, metadata_format, CLASS_VALUE_FIELD="kind")
    assert len(classes(found)) == 1
    assert found.outputs["FEATURE_COUNT"] == 2
    (said,) = [text for text in found.log.warnings if "no class" in text]
    assert re.search(r"\b2\b", said)
    assert "1, 3" in said  # the ids


def test_empty_text_is_no_class_either(exported):
    found = exported(layer_of({"kind": str}, [""], ["oak"]), CLASS_VALUE_FIELD="kind")
    assert classes(found) == [(1, "oak")]


@pytest.mark.parametrize("field", ["classvalue", "Classvalue", "CLASSVALUE", "value", "VALUE", "Value"])
def test_the_value_field_is_found_in_any_case(exported, field):
    found = exported(layer_of({"other": int, field: int}, [9, 4], [9, 2]), "KITTI_rectangles")
    assert classes(found) == [(2, "2"), (4, "4")]
    assert shown(found) == [4, 2]


def test_classvalue_comes_before_value(exported):
    found = exported(layer_of({"value": int, "Classvalue": int}, [9, 4]), "KITTI_rectangles")
    assert classes(found) == [(4, "4")]


def test_the_named_field_comes_before_both(exported):
    layer = layer_of({"value": int, "classvalue": int, "kind": int}, [9, 4, 6])
    assert classes(exported(layer, CLASS_VALUE_FIELD="kind")) == [(6, "6")]


def test_without_a_field_all_labels_are_one_class(exported):
    found = exported(layer_of({"height": float}, [9.5], [None]), "PASCAL_VOC_rectangles")
    assert classes(found) == [(1, "1")]
    assert shown(found) == [1, 1]


@pytest.mark.parametrize("field", ["classname", "Classname", "CLASSNAME", "ClassName"])
def test_the_name_field_is_found_in_any_case(exported, field):
    layer = layer_of({"Classvalue": int, field: str}, [7, "Palm"], [2, "Pool"], [7, "Palm"])
    found = exported(layer)
    assert classes(found) == [(2, "Pool"), (7, "Palm")]
    assert sorted(masks(found, STEM)) == ["Palm", "Pool"]


def test_the_first_feature_by_id_names_its_class(exported):
    layer = layer_of({"classvalue": int, "classname": str}, [7, "Palm"], [7, "Tree"], [8, None], [8, "Elm"])
    assert classes(exported(layer))[0] == (7, "Palm")


def test_features_that_are_not_saved_come_after_those_that_are(exported):
    from qgis.core import QgsFeature, QgsGeometry

    layer = layer_of({"classvalue": int, "classname": str}, [7, "Palm"])
    layer.startEditing()
    for place, record in enumerate([[7, "Tree"], [8, "Elm"], [8, "Oak"]], start=1):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(square(place)))
        feature.setAttributes(record)
        assert layer.addFeature(feature)
    assert classes(exported(layer)) == [(7, "Palm"), (8, "Elm")]


def test_a_class_without_a_name_is_called_by_its_value(exported):
    assert classes(exported(layer_of({"value": int, "classname": str}, [7, None], [8, ""]))) == [
        (7, "7"),
        (8, "8"),
    ]


@pytest.mark.parametrize("value", [1.5, -0.25])
def test_a_broken_value_is_refused(raster, tmp_path, value):
    layer = layer_of({"kind": float}, [value])
    sentence = refusal(tmp_path / "out", raster, layer, CLASS_VALUE_FIELD="kind")
    assert sentence.startswith("CLASS_VALUE_FIELD")
    assert str(value) in sentence
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("kind", "value"), [(int, -1), (float, -3.0), (str, "-2")])
def test_a_negative_value_is_refused(raster, tmp_path, kind, value):
    layer = layer_of({"kind": kind}, [value])
    sentence = refusal(tmp_path / "out", raster, layer, CLASS_VALUE_FIELD="kind")
    assert sentence.startswith("CLASS_VALUE_FIELD")
    assert not (tmp_path / "out").exists()


def test_class_0_is_refused_for_masks(raster, tmp_path):
    layer = layer_of({"kind": int}, [0], [4])
    fixed = {"CLASS_VALUE_FIELD": "kind", "METADATA_FORMAT": "RCNN_Masks"}
    sentence = refusal(tmp_path / "out", raster, layer, **fixed)
    assert sentence.startswith("METADATA_FORMAT")
    assert "RCNN_Masks" in sentence
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("metadata_format", BOX_FORMATS)
def test_class_0_is_a_class_of_boxes(exported, metadata_format):
    found = exported(layer_of({"kind": int}, [0], [4]), metadata_format, CLASS_VALUE_FIELD="kind")
    assert classes(found) == [(0, "0"), (4, "4")]
    assert shown(found) == [0, 4]


@pytest.mark.parametrize(
    ("largest", "dtype"),
    [(255, "uint8"), (256, "uint16"), (65535, "uint16"), (65536, "int32"), (2**31 - 1, "int32")],
)
def test_class_maps_are_as_wide_as_the_values(exported, largest, dtype):
    found = exported(layer_of({"kind": int}, [1], [largest]), "Classified_Tiles", CLASS_VALUE_FIELD="kind")
    chip = class_map(found, STEM)
    assert chip.dtype == np.dtype(dtype)
    assert (int(chip[1, 1]), int(chip[1, 4])) == (1, largest)


def test_a_value_that_no_class_map_holds_is_refused(raster, tmp_path):
    layer = file_of(tmp_path / "labels.gpkg", {"kind": int}, [2**31])
    fixed = {"CLASS_VALUE_FIELD": "kind", "METADATA_FORMAT": "Classified_Tiles"}
    assert refusal(tmp_path / "out", raster, layer, **fixed).startswith("METADATA_FORMAT")


@pytest.mark.parametrize("metadata_format", BOX_FORMATS)
def test_boxes_hold_any_value(exported, tmp_path, metadata_format):
    layer = file_of(tmp_path / "labels.gpkg", {"kind": int}, [2**40])
    found = exported(layer, metadata_format, CLASS_VALUE_FIELD="kind")
    assert shown(found) == [2**40]


# Colours.


@pytest.mark.parametrize(
    "fields", [("RED", "GREEN", "BLUE"), ("Red", "Green", "Blue"), ("red", "GREEN", "Blue")]
)
def test_colours_from_fields(exported, fields):
    layer = layer_of({"value": int, **dict.fromkeys(fields, int)}, [7, 1, 2, 3], [8, 255, 0, 99])
    assert colors(exported(layer)) == {7: (1, 2, 3), 8: (255, 0, 99)}


@pytest.mark.parametrize(
    ("kind", "parts", "color"),
    [
        (int, (-3, 300, 70_000), (0, 255, 255)),
        (float, (0.25, 0.5, 1.0), (64, 128, 255)),
        (float, (10.0, 20.0, 300.0), (10, 20, 255)),
        (float, (1.0, float("inf"), 3.0), palette_color(7)),
        (str, ("10", " 20", "red"), palette_color(7)),
        (str, ("10", "20", "30"), (10, 20, 30)),
    ],
)
def test_colours_out_of_range_and_as_shares(exported, kind, parts, color):
    fields = {"value": int, **dict.fromkeys(("RED", "GREEN", "BLUE"), kind)}
    assert colors(exported(layer_of(fields, [7, *parts]))) == {7: color}


def test_a_class_without_a_colour_gets_a_fixed_one(exported):
    fields = {"value": int, "RED": int, "GREEN": int, "BLUE": int}
    found = colors(exported(layer_of(fields, [7, None, 2, 3], [8, 1, 2, 3])))
    assert found == {7: palette_color(7), 8: (1, 2, 3)}


def test_fixed_colours_are_distinct_and_the_same_in_every_run(exported):
    layer = layer_of({"value": int}, *([value] for value in range(1, 20)))
    first, second = colors(exported(layer)), colors(exported(layer, "KITTI_rectangles"))
    assert first == second
    assert len(set(first.values())) == 19


def categorized(layer, attribute, looks):
    from qgis.core import QgsCategorizedSymbolRenderer, QgsRendererCategory, QgsSymbol
    from qgis.PyQt.QtGui import QColor

    categories = []
    for value, color in looks.items():
        symbol = QgsSymbol.defaultSymbol(layer.geometryType())
        symbol.setColor(QColor(*color))
        categories.append(QgsRendererCategory(value, symbol, f"Label {value}"))
    layer.setRenderer(QgsCategorizedSymbolRenderer(attribute, categories))
    return layer


@pytest.mark.parametrize("attribute", ["kind", "KIND", '"kind"'])
def test_colours_from_the_categorized_renderer(exported, attribute):
    layer = categorized(layer_of({"kind": int}, [7], [8], [9]), attribute, {7: (1, 2, 3), 8: (4, 5, 6)})
    found = exported(layer, CLASS_VALUE_FIELD="kind")
    assert colors(found) == {7: (1, 2, 3), 8: (4, 5, 6), 9: palette_color(9)}
    assert classes(found) == [(7, "7"), (8, "8"), (9, "9")]


def test_colours_of_text_classes_from_the_renderer(exported):
    layer = categorized(layer_of({"kind": str}, ["oak"], ["elm"]), "kind", {"oak": (1, 2, 3), "": (4, 5, 6)})
    assert colors(exported(layer, CLASS_VALUE_FIELD="kind")) == {1: palette_color(1), 2: (1, 2, 3)}


@pytest.mark.parametrize(("kind", "stored"), [(float, 7.0), (int, 7), (str, "7")])
@pytest.mark.parametrize("category", [7, 7.0, "7"])
def test_a_category_means_its_class_however_the_project_stored_it(exported, kind, stored, category):
    """QGIS keeps a category's value as whatever type the project file had."""
    layer = categorized(layer_of({"kind": kind}, [stored]), "kind", {category: (1, 2, 3)})
    assert colors(exported(layer, CLASS_VALUE_FIELD="kind")) == {7: (1, 2, 3)}


@pytest.mark.parametrize("name", ["a b", 'a"b', "kind"])
def test_a_renderer_may_quote_the_field(exported, name):
    layer = categorized(
        layer_of({name: int}, [7], [8]), f'"{name.replace(chr(34), chr(34) * 2)}"', {7: (1, 2, 3)}
    )
    assert colors(exported(layer, CLASS_VALUE_FIELD=name))[7] == (1, 2, 3)


def test_a_renderer_by_true_and_false_and_by_dates(exported):
    from qgis.core import QgsField
    from qgis.PyQt.QtCore import QDate, QVariant

    layer = layer_of({"kind": int}, [7], [8])
    layer.addExpressionField('"kind" = 7', QgsField("is", QVariant.Bool))
    layer.addExpressionField('make_date(2000 + "kind", 1, 2)', QgsField("born", QVariant.Date))
    categorized(layer, "is", {True: (1, 2, 3), False: (4, 5, 6)})
    assert colors(exported(layer, "KITTI_rectangles", CLASS_VALUE_FIELD="is")) == {0: (4, 5, 6), 1: (1, 2, 3)}
    categorized(layer, "born", {QDate(2007, 1, 2): (7, 7, 7)})
    assert colors(exported(layer, CLASS_VALUE_FIELD="born"))[1] == (7, 7, 7)


def test_a_category_of_several_values_colours_each(exported):
    layer = categorized(layer_of({"kind": int}, [7], [8], [9]), "kind", {9: (4, 5, 6)})
    renderer = layer.renderer().clone()
    renderer.updateCategoryValue(0, [7, 9])
    layer.setRenderer(renderer)
    assert colors(exported(layer, CLASS_VALUE_FIELD="kind")) == {
        7: (4, 5, 6),
        8: palette_color(8),
        9: (4, 5, 6),
    }


def test_fields_come_before_the_renderer(exported):
    fields = {"value": int, "RED": int, "GREEN": int, "BLUE": int}
    layer = categorized(
        layer_of(fields, [7, 1, 1, 1], [8, None, None, None]), "value", {7: (9, 9, 9), 8: (8, 8, 8)}
    )
    assert colors(exported(layer)) == {7: (1, 1, 1), 8: (8, 8, 8)}


def test_a_renderer_by_another_field_gives_no_colours(exported):
    layer = categorized(layer_of({"kind": int, "other": int}, [7, 7]), "other", {7: (1, 2, 3)})
    assert colors(exported(layer, CLASS_VALUE_FIELD="kind")) == {7: palette_color(7)}


# Names that are to be folders.

UNSAFE = [
    "../x",
    "a/b",
    "c\\d",
    "CON",
    "nul.txt",
    "long " * 60,
    "palm tree",
    "end.",
    "..",
    "a:b",
    "q?",
    "t\tb",
]
SAFE = ["Palm", "a.b", "a-b_c", "(x)", "50%"]
SPELLED = {
    "Bäume": "Baume",
    "Kläße": "Klasse",
    "Ænø": "AEno",
    "Łódź": "Lodz",
    "Þórður": "Thordur",
    "œuf à la coque": "oeuf_a_la_coque",
    "A\u0308pfel": "Apfel",  # the letter and its mark as two characters
    "m² / ½": "m2___1_2",
    "Лес 2": "____2",
    "\ufb01eld\uff0fnorth": "field_north",  # a ligature, a wide slash
    "森林": "class_5",
    "🌴": "class_5",
}


def assert_safe(name: str) -> None:
    assert name.isascii()  # as readers of map.txt need on Windows, which say no encoding
    assert [name] == name.split()  # as readers split the lines of map.txt
    assert 0 < len(name.encode()) <= 200
    assert not set(name) & set('/\\:*?"<>| \t\r\n')
    assert name.split(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT1"}
    assert not name.endswith(".")
    assert name not in (".", "..")


@pytest.mark.parametrize("name", UNSAFE)
def test_an_unsafe_name_becomes_a_safe_folder_and_is_the_same_everywhere(exported, tmp_path, name):
    fields = {"value": int, "classname": str}
    found = exported(file_of(tmp_path / "labels.gpkg", fields, [5, name], [6, "Plain"]))
    listed = dict(classes(found))
    assert listed[6] == "Plain"
    assert listed[5] != name
    assert_safe(listed[5])
    folders = {path.name for path in (found.path / "labels").iterdir()}
    assert folders == set(listed.values()) == set(masks(found, STEM))
    (line,) = (found.path / "map.txt").read_bytes().decode().splitlines()
    assert f"labels\\{listed[5]}\\{STEM}.tif " in line
    (said,) = [text for text in found.log.warnings if shortened(listed[5]) in text]
    assert f"the name {shortened(name.strip())} becomes " in said
    assert {path.parent for path in found.path.parent.rglob("*.tif")} == {
        found.path / "images",
        *(found.path / "labels" / folder for folder in folders),
    }


@pytest.mark.parametrize("name", SAFE)
def test_a_safe_name_stays(exported, name):
    found = exported(layer_of({"value": int, "classname": str}, [5, name]))
    assert classes(found) == [(5, name)]
    assert list(masks(found, STEM)) == [name]
    assert not any("becomes" in text for text in found.log.warnings)


@pytest.mark.parametrize(("name", "folder"), SPELLED.items())
def test_a_folder_name_is_spelled_in_ascii(exported, name, folder):
    found = exported(layer_of({"value": int, "classname": str}, [5, name]))
    assert classes(found) == [(5, folder)]
    assert list(masks(found, STEM)) == [folder]
    assert (found.path / "map.txt").read_bytes().isascii()
    said = f"Class 5: the name {composed(name)} becomes {folder}, since it names a folder."
    assert [text for text in found.log.warnings if "becomes" in text] == [said]


def test_spellings_that_meet_are_told_apart():
    table = ClassTable.of(
        [
            LabelClass(value, name, (0, 0, 0))
            for value, name in enumerate(["Ö", "O", "林", "class_3", "森"], 1)
        ]
    )
    names = [each.name for each in with_folder_names(table)]
    assert names == ["O_1", "O_2", "class_3_3", "class_3_4", "class_5"]


@pytest.mark.parametrize("metadata_format", sorted({*METADATA_FORMATS} - {"RCNN_Masks"}))
@pytest.mark.parametrize("name", ["../x", "Small house", "Kläße", "森林", "🌴"])
def test_names_stay_as_they_are_where_no_folder_is_named(exported, metadata_format, name):
    found = exported(layer_of({"value": int, "classname": str}, [5, name]), metadata_format)
    assert [each["Name"] for each in found.model()["Classes"]] == [name]
    assert [each["ClassName"] for each in found.accumulated()["Classes"]] == [name]
    assert not any("becomes" in text for text in found.log.warnings)


@pytest.mark.parametrize(
    "names", [("Palm", "Palm"), ("Palm", "PALM"), ("a/b", "a_b"), ("a/b", "a?b"), ("x", "x", "x_2")]
)
def test_classes_that_would_share_a_folder_get_one_each(exported, names):
    layer = layer_of(
        {"value": int, "classname": str}, *([value, name] for value, name in enumerate(names, 1))
    )
    found = exported(layer)
    listed = classes(found)
    assert [value for value, _ in listed] == list(range(1, len(names) + 1))
    assert len({name.casefold() for _, name in listed}) == len(names)
    assert sorted(masks(found, STEM)) == sorted(name for _, name in listed)
    assert any("becomes" in text for text in found.log.warnings)


def test_text_classes_that_differ_in_case_get_a_folder_each(exported):
    found = exported(layer_of({"kind": str}, ["Tree"], ["tree"]), CLASS_VALUE_FIELD="kind")
    assert len({name.casefold() for _, name in classes(found)}) == 2


@given(st.text())
def test_any_name_becomes_a_safe_one(name):
    safe = safe_folder_name(name)
    assert_safe(safe)
    assert safe_folder_name(safe) == safe


@given(
    st.lists(
        st.one_of(st.text(max_size=3), st.sampled_from(["a", "A", "a_1", "a_2", "a/1", "b"])), max_size=6
    )
)
def test_any_names_become_different_ones(names):
    table = ClassTable.of([LabelClass(value, name, (0, 0, 0)) for value, name in enumerate(names, 1)])
    safe = with_folder_names(table)
    assert safe.values == table.values
    assert len({each.name.casefold() for each in safe}) == len(names)
    for each in safe:
        assert_safe(each.name)


def test_a_class_without_objects_is_listed_and_has_no_folder(exported):
    features = [
        (square(0), {"value": 5, "classname": "Palm"}),
        (on_map(rectangle(500, 500, 510, 510)), {"value": 6, "classname": "Far"}),
    ]
    layer = memory_layer(features, {"value": int, "classname": str})
    found = exported(layer)
    assert classes(found) == [(5, "Palm"), (6, "Far")]
    assert [path.name for path in (found.path / "labels").iterdir()] == ["Palm"]
    assert found.accumulated()["FeatureStats"]["NumFeaturesPerClass"] == [1, 0]
    assert "Classes without a label in any chip: 6 (Far)." in found.log.warnings


def test_a_training_samples_layer_of_arcgis(exported, tmp_path):
    fields = {"Classname": str, "Classvalue": int, "RED": int, "GREEN": int, "BLUE": int, "Count": int}
    records = [("Palm", 1, 0, 100, 0, 60), ("Pool", 2, 0, 0, 250, 12), ("Palm", 1, 0, 100, 0, 8)]
    features = [(square(place), dict(zip(fields, each))) for place, each in enumerate(records)]
    path = write_features(tmp_path / "samples.shp", features, fields, "ESRI Shapefile")
    found = exported(path)
    assert classes(found) == [(1, "Palm"), (2, "Pool")]
    assert colors(found) == {1: (0, 100, 0), 2: (0, 0, 250)}
    assert {name: int(mask.max()) for name, mask in masks(found, STEM).items()} == {"Palm": 2, "Pool": 1}
