"""What the dialog explains: help of every parameter, the page behind the Help button, batches."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from lxml import html
from scenes import ALGORITHM, Log, memory_layer, noise, on_map, rectangle, write_raster

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def algorithm(qgis_app):
    from qgis.core import QgsApplication

    return QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)


def is_advanced(parameter) -> bool:
    from qgis.core import QgsProcessingParameterDefinition

    return bool(parameter.flags() & QgsProcessingParameterDefinition.Flag.FlagAdvanced)


def test_documented_parameters_come_first_and_the_rest_is_advanced(algorithm):
    advanced = [is_advanced(each) for each in algorithm.parameterDefinitions()]
    assert advanced == sorted(advanced)
    assert advanced.count(False) == 13


def test_what_is_advanced_is_optional(algorithm):
    from qgis.core import QgsProcessingParameterDefinition

    optional = QgsProcessingParameterDefinition.Flag.FlagOptional
    for each in filter(is_advanced, algorithm.parameterDefinitions()):
        assert each.flags() & optional or each.defaultValue() is not None, each.name()


def test_every_parameter_explains_itself_in_sentences(algorithm):
    for each in algorithm.parameterDefinitions():
        assert each.description(), each.name()
        assert each.help().endswith("."), each.name()
        assert each.name() not in each.help(), "a label, not an internal name"


def test_the_help_button_opens_a_file_of_the_plugin(algorithm):
    from qgis.PyQt.QtCore import QUrl

    page = Path(QUrl(algorithm.helpUrl()).toLocalFile())
    assert page == ROOT / "docs" / "help.html"
    words = html.fromstring(page.read_text("utf-8")).text_content()
    for each in algorithm.parameterDefinitions():
        assert each.name() in words
        assert each.help() in words


def test_the_help_page_is_up_to_date(qgis_app):
    spec = importlib.util.spec_from_file_location("help_page", ROOT / "scripts" / "help_page.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert (ROOT / "docs" / "help.html").read_text("utf-8") == script.page(), "run make help-page"


def test_people_find_it_by_the_words_they_search_for(algorithm):
    wanted = {
        "chips",
        "tiles",
        "deep learning",
        "training data",
        "image chips",
        "KITTI",
        "Pascal VOC",
        "mask",
        *("dataset", "patches", "YOLO", "COCO", "bounding boxes", "samples", "split raster", "tile images"),
        "annotations",
    }
    assert wanted <= set(algorithm.tags())


def test_a_row_of_a_batch_gets_a_folder_beside_its_raster(algorithm, tmp_path, monkeypatch):
    from training_data_exporter.algorithms import batch_rows as batch

    class Modes:
        class ProcessingMode:
            Standard, Batch = range(2)

    monkeypatch.setattr(batch, "Qgis", Modes)
    raster = tmp_path / "scene.tif"
    raster.write_text("")
    values = {"IN_RASTER": str(raster), "OUT_FOLDER": ""}
    filled = {"OUT_FOLDER": str(tmp_path / "scene_chips")}
    assert batch.batch_values(values, "IN_RASTER", 1) == filled
    assert algorithm.autogenerateParameterValues(values, "IN_RASTER", 1) == filled
    assert batch.batch_values(values, "IN_RASTER", 0) == {}  # a dialog, not a batch
    assert batch.batch_values(values, "IN_CLASS_DATA", 1) == {}
    assert batch.batch_values({**values, "OUT_FOLDER": "/mine"}, "IN_RASTER", 1) == {}
    assert batch.batch_values({**values, "IN_RASTER": "a_layer_id"}, "IN_RASTER", 1) == {}


def test_a_batch_row_with_empty_outputs_makes_none_of_them(qgis_app, tmp_path):
    import processing
    from qgis.core import QgsProcessingContext, QgsProcessingOutputLayerDefinition, QgsProject

    raster = write_raster(tmp_path / "raster.tif", noise(3, 32, 32))
    labels = memory_layer([(on_map(rectangle(2, 2, 9, 9)), {})])
    values = {
        "IN_RASTER": str(raster),
        "IN_CLASS_DATA": labels,
        "OUT_FOLDER": str(tmp_path / "set"),
        "TILE_SIZE_X": 32,
        "TILE_SIZE_Y": 32,
        # As QGIS's batch panel gives what was left empty.
        "REPORT": "",
        "CHIP_INDEX": QgsProcessingOutputLayerDefinition("", QgsProject()),
    }
    context = QgsProcessingContext()
    outputs = processing.run(ALGORITHM, values, feedback=Log(), context=context)
    assert outputs["CHIP_COUNT"] == 1
    assert not {"REPORT", "CHIP_INDEX"} & outputs.keys()
    assert not context.layersToLoadOnCompletion()
