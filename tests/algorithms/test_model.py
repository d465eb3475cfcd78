"""The algorithm as a step of a model: QGIS never calls checkParameterValues there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from osgeo import gdal

if TYPE_CHECKING:
    from programs import QgisProcess, Run, Scene

pytest_plugins = ["programs"]


@pytest.fixture(scope="module")
def model(qgis_app, qgis_process: QgisProcess, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model: export chips, then make a raster that holds the number of chips.

    Formats and field come as text, the tile size as a number through an expression.
    """
    from qgis.core import (
        QgsProcessingModelAlgorithm,
        QgsProcessingModelParameter,
        QgsProcessingParameterMapLayer,
        QgsProcessingParameterNumber,
        QgsProcessingParameterRasterLayer,
        QgsProcessingParameterString,
    )
    from qgis.core import QgsProcessingModelChildParameterSource as Source

    algorithm = QgsProcessingModelAlgorithm("Chips", "Tests", "")
    number = QgsProcessingParameterNumber("tile", "Tile size")
    texts = [
        QgsProcessingParameterString(name, name, optional=True) for name in ("images", "metadata", "field")
    ]
    layers = [
        QgsProcessingParameterRasterLayer("raster", "Raster"),
        QgsProcessingParameterMapLayer("labels", "Labels"),
    ]
    for parameter in (*layers, *texts, number):
        algorithm.addModelParameter(parameter, QgsProcessingModelParameter(parameter.name()))
    export = {
        "IN_RASTER": Source.fromModelParameter("raster"),
        "IN_CLASS_DATA": Source.fromModelParameter("labels"),
        "IMAGE_CHIP_FORMAT": Source.fromModelParameter("images"),
        "METADATA_FORMAT": Source.fromModelParameter("metadata"),
        "OUTPUT_NOFEATURE_TILES": Source.fromStaticValue("ONLY_TILES_WITH_FEATURES"),
        "CLASS_VALUE_FIELD": Source.fromModelParameter("field"),
        "TILE_SIZE_X": Source.fromExpression("@tile * 2"),
        "TILE_SIZE_Y": Source.fromExpression("@tile * 2"),
    }
    algorithm.addChildAlgorithm(_step(qgis_process.ID, "export", export, "folder", "OUT_FOLDER"))
    count = {
        "EXTENT": Source.fromModelParameter("raster"),
        "TARGET_CRS": Source.fromStaticValue("EPSG:31985"),
        "PIXEL_SIZE": Source.fromStaticValue(5000),
        "NUMBER": Source.fromChildOutput("export", "CHIP_COUNT"),
    }
    algorithm.addChildAlgorithm(_step("native:createconstantrasterlayer", "count", count, "chips", "OUTPUT"))
    path = tmp_path_factory.mktemp("model") / "chips.model3"
    assert algorithm.toFile(str(path))
    return path


def _step(algorithm_id: str, name: str, sources: dict, output: str, of: str):
    """Return a step of a model with one final output."""
    from qgis.core import QgsProcessingModelChildAlgorithm, QgsProcessingModelOutput

    step = QgsProcessingModelChildAlgorithm(algorithm_id)
    step.setChildId(name)
    for parameter, source in sources.items():
        step.addParameterSources(parameter, [source])
    final = QgsProcessingModelOutput(output)
    final.setChildId(name)
    final.setChildOutputName(of)
    step.setModelOutputs({output: final})
    return step


@pytest.fixture
def run_model(qgis_process: QgisProcess, model: Path, olinda: Scene, tmp_path: Path):
    """Run the model into ``tmp_path / "chips"``; what is not given is as it should be."""

    def run(**values: object) -> Run:
        given = {"images": "TIFF", "metadata": "KITTI_rectangles", "field": "TIPO", "tile": 64}
        given.update(values)
        # The names of final outputs differ: 3.22 writes step:output, later versions output.
        outputs = {"folder": tmp_path / "chips", "chips": tmp_path / "count.tif"}
        for step, output in (("export", "folder"), ("count", "chips")):
            given[f"{step}:{output}"] = given[output] = outputs[output]
        return qgis_process.algorithm(model, raster=olinda.three_bands, labels=olinda.tracts, **given)

    return run


def test_runs_in_a_model_and_its_numbers_feed_later_steps(run_model, tmp_path):
    run = run_model(images="PNG", metadata="PASCAL_VOC_rectangles")
    assert run.code == 0, run.err
    chips = sorted((tmp_path / "chips" / "images").glob("*.png"))
    # 349 x 352 pixels in chips of 128, every 128: three by three, one of them without a tract.
    assert [chip.stem for chip in chips] == [f"{number:09d}" for number in range(8)]
    assert gdal.Open(str(chips[0])).RasterXSize == 128
    assert len(list((tmp_path / "chips" / "labels").glob("*.xml"))) == 8
    assert len((tmp_path / "chips" / "map.txt").read_text().splitlines()) == 8
    assert gdal.Open(str(tmp_path / "count.tif")).ReadAsArray()[0, 0] == 8


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        ({"field": "NOSUCH"}, ["CLASS_VALUE_FIELD", "NOSUCH", "TIPO"]),
        ({"tile": 0}, ["TILE_SIZE_X", "0", "1"]),
        ({"images": "GIF"}, ["IMAGE_CHIP_FORMAT", "GIF", "TIFF", "PNG", "JPEG", "MRF"]),
        ({"metadata": "kitti"}, ["METADATA_FORMAT", "kitti", "KITTI_rectangles"]),
    ],
    ids=["unknown field", "tile size 0", "unknown image format", "unknown label format"],
)
def test_a_bad_value_in_a_model_is_refused(run_model, tmp_path, bad, words):
    run = run_model(**bad)
    assert run.code == 1
    (sentence,) = run.sentences
    assert all(word in sentence for word in words), sentence
    assert not (tmp_path / "chips" / "images").exists()
    assert not (tmp_path / "count.tif").exists()
