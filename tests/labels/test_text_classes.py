"""Text as class: blanks, accents, odd values, lost letters, long names."""

from __future__ import annotations

import json

import numpy as np
import pytest
from label_scenes import export, refusal, write_features
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer
from scenes import UTM, copy_of, memory_layer, on_map, rectangle, write_raster

pytestmark = pytest.mark.usefixtures("qgis_app")

STEM = "000000000"
KIND = {"CLASS_VALUE_FIELD": "kind"}


@pytest.fixture(scope="module")
def raster(tmp_path_factory):
    return write_raster(tmp_path_factory.mktemp("raster") / "in.tif", np.ones((1, 32, 32), "uint8"))


@pytest.fixture
def exported(raster, tmp_path):
    """Return a function that exports one chip of a layer."""

    def run(layer, **parameters):
        folder = tmp_path / f"out-{len(list(tmp_path.iterdir()))}"
        return export(folder, raster, layer, 32, **parameters)

    return run


def square(place: int) -> str:
    row, column = divmod(place, 10)
    return on_map(rectangle(3 * column + 1, 3 * row + 1, 3 * column + 3, 3 * row + 3))


def texts(*values: str | None) -> QgsVectorLayer:
    """Return a layer of a square for each text, of any length, in the field ``kind``."""
    layer = QgsVectorLayer(f"Polygon?crs={UTM}&field=kind:string(0)", "labels", "memory")
    features = []
    for place, value in enumerate(values):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(square(place)))
        feature.setAttributes([value])
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    layer.updateExtents()
    return layer


def classes(found) -> list[tuple[int, str]]:
    return [(each["Value"], each["Name"]) for each in found.model()["Classes"]]


def shown(found) -> list[int]:
    return [box.class_value for box in found.boxes(STEM)]


def said(found, *words: str) -> list[str]:
    return [text for text in found.log.warnings if all(word in text for word in words)]


def test_blanks_around_a_text_are_not_part_of_it(exported):
    found = exported(texts("tree ", "tree", " tree", "\ttree\n", "\u00a0tree\u3000", "car"), **KIND)
    assert classes(found) == [(1, "car"), (2, "tree")]
    assert shown(found) == [2, 2, 2, 2, 2, 1]


@pytest.mark.parametrize("blank", ["", " ", "   \t", "\u00a0"])
def test_blanks_are_no_class(exported, blank):
    found = exported(texts("tree", blank, None, "car"), **KIND)
    assert classes(found) == [(1, "car"), (2, "tree")]
    assert shown(found) == [2, 1]
    assert said(found, "no class: 2 (ids 2, 3)")


def test_nothing_but_blanks(exported, raster, tmp_path):
    found = exported(texts(" ", None, ""), **KIND)
    sentence = "CLASS_VALUE_FIELD: all 3 values of kind are NULL or blank, so no feature has a class."
    assert said(found, sentence)
    assert classes(found) == []
    only = {**KIND, "OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES"}
    assert refusal(tmp_path / "no", raster, texts(" "), **only).startswith("CLASS_VALUE_FIELD: all 1 values")


def test_a_letter_and_its_accent_are_one_letter(exported):
    found = exported(texts("B\u00e4ume", "Ba\u0308ume", "\u212bsen", "\u00c5sen"), **KIND)
    assert classes(found) == [(1, "B\u00e4ume"), (2, "\u00c5sen")]
    assert shown(found) == [1, 1, 2, 2]


def test_numbers_and_one_odd_text(exported):
    found = exported(texts("5", "2", "n/a", "5"), **KIND)
    assert classes(found) == [(1, "2"), (2, "5"), (3, "n/a")]
    assert shown(found) == [2, 1, 3, 2]
    (sentence,) = said(found, "mixes")
    assert sentence.startswith('CLASS_VALUE_FIELD: kind mixes whole numbers with other text ("n/a"), so ')
    assert any("kind holds text: its values are numbered by name." in text for text in found.log.infos)


def test_of_many_odd_texts_the_first_are_named(exported):
    odd = [f"x{place:02}" for place in range(12)]
    found = exported(texts(*map(str, range(20)), *odd), **KIND)
    (sentence,) = said(found, "mixes")
    assert '("x00", "x01", ' in sentence
    assert '"x09", ...)' in sentence
    assert "x10" not in sentence


@pytest.mark.parametrize("values", [("5", "2"), ("oak", "elm"), ("oak", "1.5"), ("5", " ", None)])
def test_what_is_not_mixed_is_not_warned_of(exported, values):
    assert not said(exported(texts(*values), **KIND), "mixes")


def test_lost_letters(exported):
    found = exported(texts("B\ufffdume", "Stra\ufffde", "Weg"), **KIND)
    assert len(classes(found)) == 3
    (sentence,) = said(found, "encoding")
    assert sentence.startswith(
        'IN_CLASS_DATA: class names have lost letters: "B\ufffdume", "Stra\ufffde"; set '
    )
    assert "Weg" not in sentence


def test_letters_lost_in_the_field_of_names(exported):
    records = [
        (square(0), {"value": 4, "classname": "B\ufffdume"}),
        (square(1), {"value": 5, "classname": "Weg"}),
    ]
    found = exported(memory_layer(records, {"value": int, "classname": str}))
    assert classes(found) == [(4, "B\ufffdume"), (5, "Weg")]
    assert said(found, "lost letters", "B\ufffdume")


def test_a_shapefile_that_says_the_wrong_encoding(exported, tmp_path):
    records = [(square(0), {"kind": "B?ume"}), (square(1), {"kind": "Weg"})]
    path = write_features(tmp_path / "labels.shp", records, {"kind": str}, "ESRI Shapefile")
    table = path.with_suffix(".dbf")
    table.write_bytes(table.read_bytes().replace(b"B?ume", "B\u00e4ume".encode("latin-1")))
    path.with_suffix(".cpg").write_text("UTF-8")
    wrong = exported(path, **KIND)
    assert len(classes(wrong)) == 2
    assert said(wrong, "encoding", "B\ufffdume")
    path.with_suffix(".cpg").write_text("ISO-8859-1")
    right = exported(path, **KIND)
    assert classes(right) == [(1, "B\u00e4ume"), (2, "Weg")]
    assert not said(right, "encoding")


def test_long_names_are_short_in_the_log_and_whole_in_the_files(exported):
    long = "w" * 250
    found = exported(texts(long, "oak"), METADATA_FORMAT="PASCAL_VOC_rectangles", **KIND)
    assert classes(found) == [(1, "oak"), (2, long)]
    (listed,) = [text for text in found.log.infos if text.startswith("Classes: ")]
    assert f"2 = {'w' * 99}…)" in listed
    everything = [*found.log.infos, *found.log.warnings]
    assert not any("w" * 101 in text for text in everything)


def test_a_name_of_100_letters_stays(exported):
    found = exported(texts("w" * 100), **KIND)
    assert any(f"1 = {'w' * 100})" in text for text in found.log.infos)


def test_long_names_of_folders_are_short_in_the_log_too(exported):
    found = exported(texts("w " * 125, "oak"), METADATA_FORMAT="RCNN_Masks", **KIND)
    (sentence,) = said(found, "becomes")
    assert len(sentence) < 300


def test_the_same_names_in_another_form_add_to_an_export(exported, raster, tmp_path):
    """An earlier export may have stored two characters where there is one today, and blanks."""
    folder = tmp_path / "both"
    first = export(folder, raster, texts("B\u00e4ume", "Weg"), 32, **KIND)
    file = folder / "esri_accumulated_stats.json"
    document = first.accumulated()
    document["Classes"][0]["ClassName"] = "Ba\u0308ume "
    file.write_text(json.dumps(document), "utf-8")
    second = export(folder, copy_of(raster), texts("B\u00e4ume", "Weg"), 32, START_INDEX=1, **KIND)
    assert second.accumulated()["FeatureStats"]["NumFeaturesPerClass"] == [2, 2]
