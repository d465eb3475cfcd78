"""The dataset files of odd names, without a run."""

from __future__ import annotations

import json

from test_images import profile

from training_data_exporter.chipping.classes import ClassTable, LabelClass
from training_data_exporter.chipping.statistics.bands import BandStatistics, FeatureStatistics
from training_data_exporter.writers.dataset.cell_sizes import CellSize
from training_data_exporter.writers.dataset.set_files import EsriFiles
from training_data_exporter.writers.dataset.summary import SetSummary

WRITTEN = {2: "Dächer 森 🌴", 5: 'half \ud83d "pair"', 9: "back\\slash \u2028 \ud83c\udf34"}
READ = {2: "Dächer 森 🌴", 5: 'half \ufffd "pair"', 9: "back\\slash \u2028 🌴"}
JSON_FILES = ("esri_accumulated_stats.json", "esri_model_definition.emd")


def summary(names: dict[int, str]) -> SetSummary:
    its = profile(names=("Höhe",))
    cell = CellSize.of(its)
    return SetSummary(
        metadata_format="KITTI_rectangles",
        profile=its,
        classes=ClassTable.of([LabelClass(value, name, (1, 2, 3)) for value, name in names.items()]),
        chip_total=1,
        next_index=1,
        bands=[BandStatistics()],
        features=FeatureStatistics.empty(list(names)),
        counts_pixels=False,
        cell_sizes=(cell, cell),
    )


def written(its: SetSummary) -> dict[str, bytes]:
    return {name: b"".join(parts) for name, parts in EsriFiles.write(its, [], None)}


def test_the_json_files_are_ascii_whatever_classes_and_bands_are_called():
    """Whole characters only: a JSON text with half of a surrogate pair is none to many readers."""
    files = written(summary(WRITTEN))
    texts = {name: files[name].decode("ascii") for name in JSON_FILES}
    accumulated, model = (json.loads(texts[name]) for name in JSON_FILES)
    assert {each["ClassValue"]: each["ClassName"] for each in accumulated["Classes"]} == READ
    assert {each["Value"]: each["Name"] for each in model["Classes"]} == READ
    assert accumulated["InputRastersProps"]["BandNames"] == ["Höhe"]
    assert '"ClassName" : "D\\u00e4cher \\u68ee \\ud83c\\udf34"' in texts[JSON_FILES[0]]
    assert '"ClassName" : "half \\ufffd \\"pair\\""' in texts[JSON_FILES[0]]


def test_stats_txt_is_for_people_and_keeps_their_letters():
    text = written(summary(WRITTEN))["stats.txt"].decode("utf-8")
    assert [line.split("  ")[0] for line in text.split("\r\n")[7:10]] == [
        "Dächer 森 🌴",
        'half \ufffd "pair"',
        "back\\slash 🌴",
    ]
