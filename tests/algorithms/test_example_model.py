"""The model that ships with the plugin as a file: it opens, and it runs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from osgeo import ogr
from scenes import ALGORITHM, Log

from training_data_exporter.writers import LABEL_FORMATS

if TYPE_CHECKING:
    from programs import QgisProcess, Scene

pytest_plugins = ["programs"]

MODELS = sorted((Path(__file__).resolve().parents[2] / "models").glob("*.model3"))
MODEL = MODELS[0]
ORDER = ["imagery", "labels", "classfield", "tilesize", "labelformat"]
NEED_ANOTHER_LAYER = ["Export_Tiles", "CycleGAN", "Panoptic_Segmentation"]
FORMATS = [each for each in LABEL_FORMATS if each not in NEED_ANOTHER_LAYER]
OUTPUTS = {"Training data": "export", "Report": "export", "Chip index": "export", "Empty chips": "empty"}


def test_there_is_one_for_each_language():
    languages = ("", "_de", "_es", "_fr", "_pt")
    assert [each.name for each in MODELS] == [f"export_and_check{each}.model3" for each in languages]


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_it_is_whole_and_holds_no_path_of_its_maker(qgis_app, path):
    from qgis.core import QgsProcessingModelAlgorithm

    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(path))
    assert model.validate() == (True, [])
    text = path.read_text("utf-8")
    assert not re.search(r"""["'](/\w|[A-Za-z]:[\\/])""", text)


def test_the_provider_has_one_algorithm(qgis_app):
    from qgis.core import QgsApplication

    provider = QgsApplication.processingRegistry().providerById("trainingdata")
    provider.refreshAlgorithms()
    assert [each.id() for each in provider.algorithms()] == [ALGORITHM]


def test_a_field_box_has_no_box_above_it_that_may_hold_a_raster(qgis_app):
    # QGIS up to 3.44 at least takes the layer above a field for a vector layer without looking.
    from qgis.core import QgsProcessingModelAlgorithm

    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(MODEL))
    fields = [each for each in model.parameterDefinitions() if each.type() == "field"]
    above = {model.parameterDefinition(each.parentLayerParameterName()).type() for each in fields}
    assert above == {"vector"}


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_its_dialog_begins_with_the_layers(qgis_app, path):
    from qgis.core import QgsProcessingModelAlgorithm

    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(path))
    inputs = [each for each in model.parameterDefinitions() if not each.isDestination()]
    assert [each.name() for each in inputs] == ORDER
    assert all(each.help() == model.helpContent()[each.name()] != "" for each in inputs)
    assert inputs[4].options() == FORMATS


def test_a_german_sees_german(qgis_app):
    from qgis.core import QgsProcessingModelAlgorithm

    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(MODEL.with_name("export_and_check_de.model3")))
    assert model.displayName() == "Trainingsdaten exportieren und prüfen"
    labels = {each.name(): each.description() for each in model.parameterDefinitions()}
    assert [labels[name] for name in ORDER] == [
        "Bilddaten",
        "Labels",
        "Klassenfeld",
        "Kachelgröße",
        "Format der Labels",
    ]
    outputs = {name.rpartition(":")[2]: text for name, text in labels.items() if name not in ORDER}
    assert outputs == {
        "Training data": "Trainingsdaten",
        "Report": "Bericht",
        "Chip index": "Chip-Index",
        "Empty chips": "Leere Chips",
    }


def count(path: Path) -> int:
    """Return the number of features of a layer."""
    dataset = ogr.Open(str(path))
    return dataset.GetLayer().GetFeatureCount()


@pytest.mark.parametrize("path", MODELS[:2], ids=lambda path: path.stem)
def test_it_makes_everything_with_its_own_defaults(qgis_app, olinda: Scene, path):
    import processing
    from qgis.core import (
        QgsProcessingContext,
        QgsProcessingModelAlgorithm,
        QgsProcessingParameterDefinition,
    )

    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(path))
    context = QgsProcessingContext()
    values = {"imagery": str(olinda.three_bands), "labels": str(olinda.tracts)}
    for each in model.destinationParameterDefinitions():  # as the dialog fills what may not be left out
        assert not each.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional
        values[each.name()] = each.defaultValue()
    outputs = processing.run(model, values, context=context, feedback=Log())
    made = {name.rpartition(":")[2]: value for name, value in outputs.items()}
    # 349 x 352 pixels in chips of 256, every 128: two by two.
    assert len((Path(made["Training data"]) / "map.txt").read_text().splitlines()) == 4
    assert Path(made["Report"]).stat().st_size > 10_000
    assert (made["Chip index"].featureCount(), made["Empty chips"].featureCount()) == (4, 0)


@pytest.mark.parametrize("label_format", FORMATS)
def test_it_writes_every_format_that_it_offers(qgis_app, olinda: Scene, tmp_path, label_format):
    import processing
    from qgis.core import QgsProcessingModelAlgorithm

    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(MODEL))
    values = {"imagery": str(olinda.three_bands), "labels": str(olinda.tracts), "classfield": "TIPO"}
    values.update(labelformat=label_format, tilesize=128)
    made = {each.name(): each.defaultValue() for each in model.destinationParameterDefinitions()}
    (folder,) = [name for name in made if name.endswith("Training data")]
    outputs = processing.run(model, {**values, **made, folder: str(tmp_path / "set")}, feedback=Log())
    (index,) = [value for name, value in outputs.items() if name.endswith("Chip index")]
    chips = [path for path in (tmp_path / "set").rglob("*.tif") if "images" in path.parts]
    assert index.featureCount() == len(chips) > 0


def test_it_runs(qgis_process: QgisProcess, olinda: Scene, tmp_path):
    folder, report, index, empty = (
        tmp_path / name for name in ("set", "report.html", "all.gpkg", "empty.gpkg")
    )
    values = {"imagery": olinda.three_bands, "labels": olinda.tracts, "classfield": "TIPO", "tilesize": 64}
    values["labelformat"] = "PASCAL_VOC_rectangles"
    for output, target in zip(OUTPUTS, (folder, report, index, empty)):
        # QGIS 3.22 names final outputs by their step, later versions do not.
        values[output] = values[f"{OUTPUTS[output]}:{output}"] = target
    run = qgis_process.algorithm(MODEL, **values)
    assert run.code == 0, run.err
    assert report.stat().st_size > 10_000
    labels = [path.read_text() for path in (folder / "labels").iterdir()]
    assert count(index) == len((folder / "map.txt").read_text().splitlines()) == len(labels) == 100
    assert count(empty) == sum("<object>" not in text for text in labels) > 0
