"""Every text that a user reads is there in every language, and QGIS shows it."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest
from lxml import etree
from programs import QgisProcess

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("de", "es", "fr", "pt")
MODEL = "export_and_check{}.model3"
NAMES_OF_PARTS = ("name", "parameter_name", "output_name", "child_id", "id", "parent_layer")
GERMAN = "Trainingsdaten für Deep Learning exportieren"

_spec = importlib.util.spec_from_file_location("translations", ROOT / "scripts" / "translations.py")
script = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(script)


def test_the_texts_are_found():
    texts = script.texts()
    assert "Export training data for deep learning" in texts
    assert "{parameter}: {value} is a vector layer; choose a raster." in texts  # of an ExportError
    assert (
        "Rare classes, each with its labels, of which a model needs more than {limit}: {classes}." in texts
    )  # a name
    assert any(text.startswith("CELL_SIZE and EXTENT: {name}") for text in texts)  # cls(...) of a subclass


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_missing(language):
    known = script.translations(language)
    assert [text for text in script.texts() if text not in known] == [], (
        "run make translations and fill them in"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_have_the_same_places(language):
    for text, translation in script.translations(language).items():
        found = [sorted(re.findall(r"\{[^}]*\}", each)) for each in (text, translation)]
        assert found[0] == found[1], text
        names = [set(re.findall(r"\b[A-Z]{2,}_[A-Za-z_]+", each)) for each in (text, translation)]
        assert names[0] == names[1], text
        assert (text[-1] == ".") == (translation[-1] == "."), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_was_translated(qgis_app, language):
    from qgis.PyQt.QtCore import QTranslator

    translator = QTranslator()
    assert translator.load(str(script.path_of(language).with_suffix(".qm")))
    known = script.translations(language)
    compiled = {text: translator.translate(script.CONTEXT, text) for text in script.texts()}
    assert {text: known.get(text) for text in compiled} == compiled, "run make translations"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_model_is_there_in_the_language(language):
    """Its file is the English one with each text translated, and nothing else: names stay what calls know."""
    known = {**script.translations(language), **_with_number(script.translations(language))}
    found = set()
    for english, translated in zip(*(_options(MODEL.format(each)) for each in ("", f"_{language}"))):
        assert {**english, "value": ""} == {**translated, "value": ""}  # names and types, in the same order
        said = english.get("value", "")
        if english.get("name", "name") in NAMES_OF_PARTS or said not in known:
            assert said == translated.get("value", "")
        else:
            assert translated["value"] == known[said], "run make translations"
            found.add(said)
    texts = {text for text, place in script.texts().items() if place.startswith(script.MODEL_MAKER)}
    numbered = set(_with_number(dict.fromkeys(texts, "")))
    assert {text for text in texts if "{count}" not in text} | numbered <= found
    assert {"Imagery", "Labels", "Training data", "Report", "Chip index"} <= found


def _with_number(texts: dict[str, str]) -> dict[str, str]:
    """Return the texts that hold the model's number of chips, as it says them."""
    filled = {text: its for text, its in texts.items() if "{count} chips" in text}
    return {text.replace("{count}", "100"): its.replace("{count}", "100") for text, its in filled.items()}


def _options(name: str) -> list[dict[str, str]]:
    """Return the attributes of each element of a model's file, in their order."""
    return [dict(each.attrib) for each in etree.parse(str(ROOT / "models" / name)).iter()]


def test_a_translation_comes_and_goes(qgis_app):
    from training_data_exporter import translation
    from training_data_exporter.algorithms.translation import tr
    from training_data_exporter.chipping.errors import ExportError

    text = "Export training data for deep learning"
    german = translation.install("de_AT")
    try:
        assert tr(text) == GERMAN
        error = ExportError("OUT_FOLDER: {path} is a file; choose a folder.", path="x.txt")
        assert error.translated(tr) == "OUT_FOLDER: x.txt ist eine Datei; wählen Sie einen Ordner."
        assert ExportError("{name} has no pixels.", name="a").said_of("IN_RASTER").translated(tr) == (
            "IN_RASTER: a hat keine Pixel."
        )
    finally:
        translation.remove(german)
    assert tr(text) == text
    assert translation.install("xx") is None


def test_qgis_shows_its_user_s_language(tmp_path):
    qgis_process = QgisProcess(tmp_path / "home")
    settings = tmp_path / "home" / "qgis" / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.write_text(settings.read_text() + "\n[locale]\noverrideFlag=true\nuserLocale=de\n")
    listed = qgis_process("list").out
    assert GERMAN in listed
    refused = qgis_process.algorithm(
        IN_RASTER="none.tif", IN_CLASS_DATA="none.shp", OUT_FOLDER=tmp_path / "set"
    )
    assert refused.code == 1
    assert "(IN_RASTER): none.tif ist weder eine Rasterdatei noch ein Rasterlayer des Projekts" in refused.err
