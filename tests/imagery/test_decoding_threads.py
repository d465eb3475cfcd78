"""Compressed files are decoded by several threads where their driver knows how, and hold the same pixels."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsRasterLayer
from scenes import noise, write_raster

from training_data_exporter.chipping.window import Window
from training_data_exporter.imagery import file as imagery_file
from training_data_exporter.imagery.file_facts import open_dataset
from training_data_exporter.imagery.open import open_imagery

pytestmark = pytest.mark.usefixtures("qgis_app")

ALL = "NUM_THREADS=ALL_CPUS"
FORMATS = {
    "plain": ("GTiff", ["TILED=YES"], False),
    "LZW strips": ("GTiff", ["COMPRESS=LZW", "BLOCKYSIZE=7"], True),
    "DEFLATE tiles": ("GTiff", ["COMPRESS=DEFLATE", "TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"], True),
    "JPEG": ("GTiff", ["COMPRESS=JPEG", "PHOTOMETRIC=YCBCR"], True),
    "PNG": ("PNG", [], False),
}


@pytest.fixture
def opened(monkeypatch):
    """The open options of each time that a layer's file is opened."""
    found = []

    def opening(path, options=()):
        found.append(tuple(options))
        return open_dataset(path, options)

    monkeypatch.setattr(imagery_file, "open_dataset", opening)
    return found


@pytest.mark.parametrize("name", FORMATS)
def test_only_compressed_files_of_a_driver_that_knows_threads_get_them(tmp_path, opened, name):
    driver, options, threaded = FORMATS[name]
    source = write_raster(tmp_path / "source.tif", noise(3, 90, 110))
    path = tmp_path / f"in.{'png' if driver == 'PNG' else 'tif'}"
    gdal.Translate(str(path), str(source), format=driver, creationOptions=options)
    block = open_imagery(QgsRasterLayer(str(path), "in", "gdal"), 32, 32).read(
        Window(5, 3, 80, 100), lambda: None
    )
    assert opened == ([(), (ALL,)] if threaded else [()])
    assert np.array_equal(block.values, gdal.Open(str(path)).ReadAsArray(3, 5, 100, 80))


def test_the_number_of_threads_that_a_layer_states_is_kept(tmp_path, opened):
    source = write_raster(tmp_path / "source.tif", noise(1, 40, 40))
    path = tmp_path / "in.tif"
    gdal.Translate(str(path), str(source), creationOptions=["COMPRESS=DEFLATE"])
    layer = QgsRasterLayer(f"{path}|option:NUM_THREADS=2", "in", "gdal")
    assert imagery_file.layer_dataset(layer).RasterXSize == 40
    assert opened == [("NUM_THREADS=2",)]
