"""One row declares a parameter, explains it, reads it, and names it in what an export knows its call by."""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import dataclass, fields
from pathlib import Path

import pytest
from scenes import memory_layer, noise, on_map, rectangle, write_raster

ROOT = Path(__file__).resolve().parents[2]


def script(name: str):
    """Return a script of the checkout as a module."""
    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(ROOT / "scripts"))
    return module


@pytest.fixture
def table(qgis_app):
    from training_data_exporter.algorithms.parameters import table

    return table


def test_the_readme_is_up_to_date(table):
    readme = (ROOT / "README.md").read_text("utf-8")
    assert script("parameter_table").updated(readme) == readme, "run make help-page"


def test_rows_that_become_options_fill_every_field_once(table):
    from training_data_exporter.algorithms.parameters.kinds import Setting
    from training_data_exporter.export.options import ExportOptions

    rows = [row for row in table.parameters() if row.option]
    assert sorted(row.option for row in rows) == sorted(field.name for field in fields(ExportOptions))
    assert all(isinstance(row.kind, Setting) for row in rows)


def test_names_are_given_once_and_the_dialog_keeps_the_order(table):
    from training_data_exporter.algorithms.export_training_data import ExportTrainingData

    names = [row.name for row in table.parameters()]
    algorithm = ExportTrainingData().create()
    assert len(set(names)) == len(names)
    assert [each.name() for each in algorithm.parameterDefinitions()] == names


@pytest.fixture
def toy(table, monkeypatch):
    """Add two parameters, each by one row and one field."""
    from training_data_exporter.algorithms import inputs
    from training_data_exporter.algorithms.parameters.kinds import Choice, WholeNumber
    from training_data_exporter.algorithms.parameters.row import Parameter
    from training_data_exporter.export.options import ExportOptions

    @dataclass(frozen=True)
    class ToyOptions(ExportOptions):
        seed: int = 0
        is_loud: bool = False

    rows = [
        *table.parameters(),
        Parameter("TOY_SEED", "Toy seed", "Where toys begin.", WholeNumber(3), 5, True, "seed"),
        Parameter(
            "TOY_VOICE",
            "Toy voice",
            "What toys say.",
            Choice(("LOW", "LOUD")),
            "LOW",
            True,
            "is_loud",
            lambda word: word == "LOUD",
        ),
    ]
    monkeypatch.setattr(table, "parameters", lambda: rows)
    monkeypatch.setattr(inputs, "ExportOptions", ToyOptions)


@pytest.fixture
def algorithm(toy):
    from training_data_exporter.algorithms.export_training_data import ExportTrainingData

    return ExportTrainingData().create()


@pytest.fixture
def values(tmp_path):
    return {
        "IN_RASTER": str(write_raster(tmp_path / "raster.tif", noise(3, 32, 32))),
        "IN_CLASS_DATA": memory_layer([(on_map(rectangle(2, 2, 9, 9)), {})]),
        "OUT_FOLDER": str(tmp_path / "set"),
    }


def test_a_new_row_stands_in_the_dialog(algorithm):
    from qgis.core import QgsProcessingParameterDefinition

    seed, voice = algorithm.parameterDefinitions()[-2:]
    assert (seed.name(), seed.description(), seed.help()) == ("TOY_SEED", "Toy seed", "Where toys begin.")
    assert (seed.defaultValue(), seed.minimum()) == (5, 3)
    assert (voice.options(), voice.defaultValue()) == (["LOW", "LOUD"], "LOW")
    assert seed.flags() & QgsProcessingParameterDefinition.Flag.FlagAdvanced


def test_a_new_row_stands_in_every_help(algorithm):
    pages = algorithm.shortHelpString(), script("help_page").page()
    assert all("Where toys begin." in page and "What toys say." in page for page in pages)
    readme = (ROOT / "README.md").read_text("utf-8")
    added = set(script("parameter_table").updated(readme).splitlines()) - set(readme.splitlines())
    assert added == {
        "| `TOY_SEED` | integer ≥ 3 | `5` | Where toys begin. |",
        "| `TOY_VOICE` | `LOW`, `LOUD` | `LOW` | What toys say. |",
    }


@pytest.mark.parametrize(
    ("given", "read"),
    [({}, (5, False)), ({"TOY_SEED": 7, "TOY_VOICE": "LOUD"}, (7, True))],
    ids=["defaults", "given"],
)
def test_a_new_row_is_read_and_names_the_call(algorithm, values, given, read):
    from qgis.core import QgsProcessingContext

    from training_data_exporter.algorithms.inputs import read_inputs
    from training_data_exporter.algorithms.preparation import prepare

    context = QgsProcessingContext()
    inputs = read_inputs(algorithm, {**values, **given}, context)
    assert (inputs.options.seed, inputs.options.is_loud) == read
    call = prepare(inputs, context.transformContext(), {}).call
    assert (call["TOY_SEED"], call["TOY_VOICE"]) == read


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"TOY_SEED": 2}, "Toy seed (TOY_SEED): 2 is not a whole number from 3 to 999999999."),
        ({"TOY_VOICE": "loud"}, "Toy voice (TOY_VOICE): loud is not one of LOW, LOUD."),
    ],
    ids=["number", "word"],
)
def test_a_new_row_is_checked(algorithm, values, given, sentence):
    from qgis.core import QgsProcessingContext

    assert algorithm.checkParameterValues({**values, **given}, QgsProcessingContext()) == (False, sentence)
