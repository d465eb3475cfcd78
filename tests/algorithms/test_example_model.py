"""The model that ships with the plugin: QGIS lists it, and it runs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from osgeo import ogr

if TYPE_CHECKING:
    from programs import QgisProcess, Scene

pytest_plugins = ["programs"]

MODEL = Path(__file__).resolve().parents[2] / "models" / "export_and_check.model3"
OUTPUTS = {"Training data": "export", "Report": "export", "Chip index": "export", "Empty chips": "empty"}


def test_it_is_whole_and_holds_no_path_of_its_maker(qgis_app):
    from qgis.core import QgsApplication, QgsProcessingModelAlgorithm

    provider = QgsApplication.processingRegistry().providerById("trainingdata")
    provider.refreshAlgorithms()
    assert len(provider.algorithms()) == 2
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(MODEL))
    assert model.validate() == (True, [])
    text = MODEL.read_text("utf-8")
    assert not re.search(r"""["'](/\w|[A-Za-z]:[\\/])""", text)


NAME = "trainingdata:Export training data and check it"


def count(path: Path) -> int:
    """Return the number of features of a layer."""
    dataset = ogr.Open(str(path))
    return dataset.GetLayer().GetFeatureCount()


@pytest.mark.parametrize("model", [MODEL, NAME], ids=["file", "id"])
def test_it_runs(qgis_process: QgisProcess, olinda: Scene, tmp_path, model):
    folder, report, index, empty = (
        tmp_path / name for name in ("set", "report.html", "all.gpkg", "empty.gpkg")
    )
    values = {"imagery": olinda.three_bands, "labels": olinda.tracts, "classfield": "TIPO", "tilesize": 64}
    values["labelformat"] = "PASCAL_VOC_rectangles"
    for output, target in zip(OUTPUTS, (folder, report, index, empty)):
        # QGIS 3.22 names final outputs by their step, later versions do not.
        values[output] = values[f"{OUTPUTS[output]}:{output}"] = target
    run = qgis_process.algorithm(model, **values)
    assert run.code == 0, run.err
    assert report.stat().st_size > 10_000
    labels = [path.read_text() for path in (folder / "labels").iterdir()]
    assert count(index) == len((folder / "map.txt").read_text().splitlines()) == len(labels) == 100
    assert count(empty) == sum("<object>" not in text for text in labels) > 0
