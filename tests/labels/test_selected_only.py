"""SELECTED_ONLY: the selected features are what a layer of these alone would be."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from label_scenes import METADATA_FORMATS, contents, export, refusal, write_class_raster
from qgis.core import QgsVectorLayer
from scenes import Log, limit, memory_layer, noise, on_map, rectangle, write_polygons, write_raster

from training_data_exporter.export.storage.journal import JOURNAL_FILE

pytestmark = pytest.mark.usefixtures("qgis_app")

TILE = 16
ONLY = {"CLASS_VALUE_FIELD": "kind", "SELECTED_ONLY": True}
ALL = {"CLASS_VALUE_FIELD": "kind"}


def shapes() -> list[tuple[str, dict[str, int]]]:
    """Return 40 rectangles over one another, of classes 1 to 4; class 4 is that of every tenth."""
    random = np.random.default_rng(5)
    found = []
    for number in range(40):
        left, top = random.uniform(-3, 60, 2)
        width, height = random.uniform(2, 15, 2)
        kind = 4 if number % 10 == 0 else 1 + number % 3
        found.append((on_map(rectangle(left, top, left + width, top + height)), {"kind": kind}))
    return found


CHOSEN = [number for number in range(40) if number % 10 and number % 4 != 1]


@pytest.fixture(scope="module")
def raster(tmp_path_factory) -> Path:
    return write_raster(tmp_path_factory.mktemp("raster") / "in.tif", noise(3, 64, 64))


def layer_of(kind: str, folder: Path, which: list[int] | None = None) -> QgsVectorLayer:
    """Return a layer of all shapes or of some, in memory, in a file or with unsaved edits."""
    chosen = [each for number, each in enumerate(shapes()) if which is None or number in which]
    name = f"{'all' if which is None else 'some'}"
    if kind == "memory":
        layer = memory_layer(chosen, {"kind": int})
    else:
        path = write_polygons(folder / f"{name}.gpkg", chosen, {"kind": int})
        layer = QgsVectorLayer(str(path), name, "ogr")
    layer.setName("palms")
    return layer


def select(layer: QgsVectorLayer, numbers: list[int]) -> QgsVectorLayer:
    fids = sorted(feature.id() for feature in layer.getFeatures())
    layer.selectByIds([fids[number] for number in numbers])
    assert layer.selectedFeatureCount() == len(numbers)
    return layer


def files(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in contents(folder).items() if name != "export.json"}


@pytest.mark.parametrize("kind", ["memory", "file"])
@pytest.mark.parametrize("metadata_format", METADATA_FORMATS)
def test_it_is_what_a_layer_of_these_alone_gives(raster, tmp_path, kind, metadata_format):
    alone, whole = layer_of(kind, tmp_path, CHOSEN), layer_of(kind, tmp_path)
    fixed = {"METADATA_FORMAT": metadata_format, "OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES"}
    expected = export(tmp_path / "alone", raster, alone, TILE, 8, **ALL, **fixed)
    found = export(tmp_path / "out", raster, select(whole, CHOSEN), TILE, 8, **ONLY, **fixed)
    assert found.outputs["CLASS_COUNT"] == 3  # not that of the tenth
    assert found.outputs["FEATURE_COUNT"] == expected.outputs["FEATURE_COUNT"] > 0
    assert files(found.path) == files(expected.path)


def test_off_takes_all_and_says_that_some_are_selected(raster, tmp_path):
    expected = export(tmp_path / "all", raster, layer_of("file", tmp_path), TILE, **ALL)
    found = export(tmp_path / "out", raster, select(layer_of("file", tmp_path), CHOSEN[:12]), TILE, **ALL)
    assert contents(found.path) == contents(expected.path)
    said = (
        "12 of 40 features of palms are selected; all are exported. SELECTED_ONLY takes the selected ones "
        "alone."
    )
    assert said in found.log.infos
    assert not any("selected" in text for text in expected.log.infos)


def test_on_says_how_many(raster, tmp_path):
    found = export(tmp_path / "out", raster, select(layer_of("memory", tmp_path), [3, 7]), TILE, **ONLY)
    assert "2 of 40 features of palms are selected; only these are exported." in found.log.infos


def test_a_filter_is_said(raster, tmp_path):
    layer = layer_of("file", tmp_path)
    layer.setSubsetString("kind = 2")
    found = export(tmp_path / "out", raster, layer, TILE, **ALL)
    assert "palms has a filter (kind = 2); only the features that pass it are exported." in found.log.infos
    assert found.outputs["CLASS_COUNT"] == 1


def test_without_a_selection_it_is_refused(raster, tmp_path):
    said = refusal(tmp_path / "out", raster, layer_of("memory", tmp_path), tile=TILE, **ONLY)
    assert said.endswith("SELECTED_ONLY: no feature of palms is selected; select some, or leave it off.")


def test_of_a_class_raster_it_is_refused(raster, tmp_path):
    labels = write_class_raster(tmp_path / "classes.tif", np.ones((64, 64), "uint8"))
    given = {"METADATA_FORMAT": "Classified_Tiles", "SELECTED_ONLY": True}
    said = refusal(tmp_path / "out", raster, labels, tile=TILE, **given)
    assert "is a raster, in which nothing can be selected; leave it off." in said


@pytest.mark.parametrize("value", ["maybe", "2"])
def test_what_is_neither_on_nor_off_is_refused(raster, tmp_path, value):
    layer = select(layer_of("memory", tmp_path), [1])
    said = refusal(tmp_path / "out", raster, layer, tile=TILE, **{**ONLY, "SELECTED_ONLY": value})
    assert said.endswith(f"SELECTED_ONLY: {value} is neither true nor false.")


@pytest.mark.parametrize("value", [False, "false", "0", None, ""])
def test_off_in_every_spelling(raster, tmp_path, value):
    found = export(tmp_path / "out", raster, layer_of("memory", tmp_path), TILE, **ALL, SELECTED_ONLY=value)
    (entry,) = json.loads((found.path / "export.json").read_text("ascii"))["exports"]
    assert entry["parameters"]["SELECTED_ONLY"] is False


def test_selected_features_elsewhere_are_said_to_lie_apart(raster, tmp_path):
    far = (on_map(rectangle(900, 900, 910, 910)), {"kind": 1})
    layer = select(memory_layer([*shapes(), far], {"kind": int}), [40])
    found = export(tmp_path / "out", raster, layer, TILE, **ONLY)
    assert any("no label lies on the raster" in text for text in found.log.warnings)
    assert found.outputs["FEATURE_COUNT"] == 0


def cancelled(raster: Path, out: Path, layer: QgsVectorLayer) -> None:
    export(out, raster, layer, TILE, log=Log(40), **ONLY)
    assert (out / JOURNAL_FILE).exists()


def test_the_same_selection_goes_on_and_another_is_refused(raster, tmp_path, monkeypatch):
    limit(monkeypatch, batch_bytes=3 * TILE * TILE, commit_seconds=0.0)
    layer = select(layer_of("file", tmp_path), CHOSEN)
    whole = contents(export(tmp_path / "whole", raster, layer, TILE, **ONLY).path)
    cancelled(raster, tmp_path / "out", layer)
    select(layer, CHOSEN[1:])
    said = refusal(tmp_path / "out", raster, layer, tile=TILE, **ONLY)
    assert "SELECTED_ONLY: palms has changed since the export in" in said
    export(tmp_path / "out", raster, select(layer, CHOSEN), TILE, **ONLY)
    assert contents(tmp_path / "out") == whole


def test_a_selection_that_is_changed_meanwhile_does_not_matter(raster, tmp_path, monkeypatch):
    limit(monkeypatch, batch_bytes=3 * TILE * TILE, commit_seconds=0.0)
    layer = select(layer_of("memory", tmp_path), CHOSEN)
    whole = contents(export(tmp_path / "whole", raster, layer, TILE, **ONLY).path)

    log = Log()
    log.progressChanged.connect(lambda progress: layer.removeSelection())
    export(tmp_path / "out", raster, layer, TILE, log=log, **ONLY)
    assert layer.selectedFeatureCount() == 0
    assert contents(tmp_path / "out") == whole


def test_another_selection_is_added_and_the_same_is_not(raster, tmp_path):
    layer = select(layer_of("file", tmp_path), CHOSEN[:5])
    first = export(tmp_path / "out", raster, layer, TILE, **ONLY)
    said = refusal(first.path, raster, layer, tile=TILE, **ONLY, START_INDEX=-1)
    assert "with these labels already" in said
    export(first.path, raster, select(layer, CHOSEN[5:]), TILE, **ONLY, START_INDEX=-1)
    one, other = json.loads((first.path / "export.json").read_text("ascii"))["exports"]
    assert one["parameters"]["SELECTED_ONLY"] is other["parameters"]["SELECTED_ONLY"] is True
    assert one["inputs"]["SELECTED_ONLY"] != other["inputs"]["SELECTED_ONLY"]
