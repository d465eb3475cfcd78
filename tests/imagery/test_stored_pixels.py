"""Another process, which has no QGIS, opens the very same pixels."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsRasterLayer, QgsRasterRange

pytestmark = pytest.mark.usefixtures("qgis_app")

ROOT = Path(__file__).resolve().parents[2]
CHILD = """
import importlib.util, json, pickle, sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("qgis", "PyQt5", "PyQt6", "processing"):
            raise ImportError(name)
sys.meta_path.insert(0, Blocker())
root = sys.argv[1]
name = "training_data_exporter"
spec = importlib.util.spec_from_file_location(name, root + "/__init__.py", submodule_search_locations=[root])
sys.modules[name] = importlib.util.module_from_spec(spec)
import numpy as np
from training_data_exporter.chipping.window import Window
from training_data_exporter.imagery.source import empty_block
pixels = pickle.loads(bytes.fromhex(sys.argv[2]))
for number, window in enumerate(json.loads(sys.argv[4])):
    window = Window(*window)
    block = empty_block(window, pixels.bands, pixels.mask_planes)
    pixels.read(window, block, lambda: None)
    mask = {} if block.mask is None else {"mask": block.mask}
    np.savez(f"{sys.argv[3]}/{number}.npz", values=block.values, **mask)
"""
WINDOWS = [(0, 0, 40, 50), (3, 7, 21, 30), (39, 49, 1, 1)]


def written(folder: Path, kind: str) -> Path:
    path = folder / "Kläße in.tif"
    floats = kind == "nan"
    values = np.random.default_rng(5).integers(0, 12, (3, 40, 50)).astype("float32" if floats else "uint8")
    if floats:
        values[values < 2] = np.nan
    code = gdal.GDT_Float32 if floats else gdal.GDT_Byte
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 50, 40, 3, code, ["COMPRESS=DEFLATE"])
    step = 0.1 if kind == "south up" else -0.1
    dataset.SetGeoTransform((1 / 3, 0.1, 0, 2 / 3, 0, step))
    dataset.WriteRaster(0, 0, 50, 40, np.ascontiguousarray(values).tobytes())
    if floats:
        for band in (1, 2, 3):
            dataset.GetRasterBand(band).SetNoDataValue(float("nan"))
    if kind == "mask":
        dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
        dataset.GetRasterBand(1).GetMaskBand().WriteArray((values[0] > 4).astype("uint8") * 255)
    del dataset
    if kind != "gaps":
        return path
    options = gdal.BuildVRTOptions(outputBounds=(0, -4, 6, 1))
    gdal.BuildVRT(str(folder / "in.vrt"), [str(path)], options=options).FlushCache()
    return folder / "in.vrt"


def block_of(pixels, window):
    from training_data_exporter.imagery.source import empty_block

    block = empty_block(window, pixels.bands, pixels.mask_planes)
    pixels.read(window, block, lambda: None)
    return block


@pytest.mark.parametrize("kind", ["plain", "nan", "mask", "gaps", "south up", "set aside"])
@pytest.mark.parametrize("wanted", [(), (3, 1)])
def test_a_process_without_qgis_reads_the_same(tmp_path, kind, wanted):
    from training_data_exporter.chipping.window import Window
    from training_data_exporter.imagery.file import open_file

    layer = QgsRasterLayer(str(written(tmp_path, kind)), "in", "gdal")
    if kind == "set aside":
        layer.dataProvider().setUserNoDataValue(3, [QgsRasterRange(1, 4)])
    pixels = open_file(layer, wanted)
    arguments = [str(ROOT), pickle.dumps(pixels).hex(), str(tmp_path), json.dumps(WINDOWS)]
    command = [sys.executable, "-c", CHILD, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    for number, window in enumerate(WINDOWS):
        mine, its = block_of(pixels, Window(*window)), np.load(tmp_path / f"{number}.npz")
        assert mine.values.tobytes() == its["values"].tobytes()
        assert (mine.mask is None) == ("mask" not in its)
        if mine.mask is not None:
            np.testing.assert_array_equal(mine.mask, its["mask"])
    assert (mine.mask is not None) == (kind in ("mask", "gaps", "set aside"))


def test_what_lies_in_memory_is_not_described():
    from training_data_exporter.imagery.file import open_file

    gdal.GetDriverByName("GTiff").Create("/vsimem/in.tif", 5, 5, 1).FlushCache()
    try:
        with pytest.raises(TypeError, match="only this process can read"):
            pickle.dumps(open_file(QgsRasterLayer("/vsimem/in.tif", "in", "gdal")))
    finally:
        gdal.Unlink("/vsimem/in.tif")


def test_a_file_that_is_another_meanwhile_is_refused(tmp_path):
    from training_data_exporter.imagery.file import open_file
    from training_data_exporter.imagery.stored_pixels import FileDescription, NotTheSameError

    path = written(tmp_path, "plain")
    described = FileDescription.of(open_file(QgsRasterLayer(str(path), "in", "gdal")))
    assert described.open().frame == described.frame
    with pytest.raises(NotTheSameError, match="another way"):
        replace(described, planes=1).open()
    with pytest.raises(NotTheSameError, match="another size"):
        replace(described, frame=replace(described.frame, width=51)).open()
    path.unlink()
    with pytest.raises(NotTheSameError, match="cannot be opened"):
        described.open()
