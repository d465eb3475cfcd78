"""What a user of qgis_process reads when an input cannot be used.

Every refusal: exit code 1, one sentence that names the parameter, and nothing written.
"""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable

import numpy as np
import pytest
from osgeo import gdal, gdal_array, ogr, osr
from scenes import METADATA_CHOICES

from training_data_exporter.export.storage.journal import JOURNAL_FILE

if TYPE_CHECKING:
    from programs import QgisProcess, Run

pytest_plugins = ["programs"]

CRS = 32625
LEFT, TOP, CELL = 300000.0, 9000000.0, 10.0
PIXELS = 64


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for small rasters and label layers."""
    return tmp_path_factory.mktemp("inputs")


def raster(folder: Path, name: str, dtype: type = np.uint8, bands: int = 3, shear: float = 0.0) -> Path:
    """Write a raster of 64 x 64 pixels."""
    path = folder / f"{name}.tif"
    data_type = gdal_array.NumericTypeCodeToGDALTypeCode(dtype)
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), PIXELS, PIXELS, bands, data_type)
    dataset.SetGeoTransform((LEFT, CELL, shear, TOP, shear, -CELL))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(CRS)
    dataset.SetSpatialRef(reference)
    values = np.arange(bands * PIXELS * PIXELS).reshape(bands, PIXELS, PIXELS) % 200 + 1
    dataset.WriteArray(values.astype(dtype))
    return path


def labels(folder: Path, name: str, values: list[Any], east: float = 0.0) -> Path:
    """Write one square per value, with the value in the field KIND.

    Args:
        folder: where to.
        name: stem of the file.
        values: what KIND holds.
        east: how far to move the squares (map units).
    """
    features = []
    for place, value in enumerate(values):
        x, y = LEFT + east + 100 * place + 20, TOP - 120
        ring = [[x, y], [x + 50, y], [x + 50, y + 50], [x, y + 50], [x, y]]
        geometry = {"type": "Polygon", "coordinates": [ring]}
        features.append({"type": "Feature", "properties": {"KIND": value}, "geometry": geometry})
    document = {
        "type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{CRS}"}},
        "features": features,
    }
    path = folder / f"{name}.geojson"
    text = json.dumps(document)
    if not path.exists() or path.read_text() != text:  # a file that is written anew is another input
        path.write_text(text)
    return path


@pytest.fixture
def export(qgis_process: QgisProcess, inputs: Path, tmp_path: Path) -> Callable[..., Run]:
    """Run the algorithm on good values, but for those given."""

    def run(**values: object) -> Run:
        given = {
            "IN_RASTER": raster(inputs, "good"),
            "OUT_FOLDER": tmp_path / "out",
            "IN_CLASS_DATA": labels(inputs, "good", [1, 2]),
            "TILE_SIZE_X": 32,
            "TILE_SIZE_Y": 32,
            "STRIDE_X": 32,
            "STRIDE_Y": 32,
        }
        return qgis_process.algorithm(**{**given, **values})

    return run


def refusal(run: Run) -> str:
    """Return the one sentence of a refusal."""
    assert (run.code, run.out) == (1, ""), run.err
    assert "Traceback" not in run.err
    (sentence,) = (each for each in run.sentences if not _OF_GDAL.match(each))
    return sentence


# What GDAL, or QGIS looking for point clouds, says by itself of a file that is broken or missing.
_OF_GDAL = re.compile(r"ERROR( \d+|: Status \d+): ")


@pytest.mark.parametrize(("name", "value"), [("TILE_SIZE_X", 0), ("STRIDE_Y", 0), ("START_INDEX", -2)])
def test_a_number_that_is_too_small(export, tmp_path, name, value):
    sentence = refusal(export(**{name: value}))
    assert sentence == f"{name}: {value} is not a whole number from {value + 1} to 999999999."
    assert not (tmp_path / "out").exists()


def test_what_is_no_layer(export, inputs, tmp_path):
    kinds = {
        "IN_RASTER": "a raster file nor a raster layer of the project",
        "IN_CLASS_DATA": "a file nor a layer of the project",
    }
    for name, kind in kinds.items():
        missing = inputs / "missing.tif"
        sentence = refusal(export(**{name: missing}))
        assert sentence == f"{name}: {missing} is neither {kind}; check how it is spelled."
    assert not (tmp_path / "out").exists()


def test_a_cell_size_or_an_extent_that_gives_no_pixels(export, tmp_path):
    sentence = refusal(export(CELL_SIZE=0))
    assert sentence == "CELL_SIZE: 0 is not a length above 0."
    sentence = refusal(export(EXTENT="0,10,0,10"))
    assert sentence == (
        "EXTENT: 0,0 : 10,10 lies outside good, which extends over "
        "300000,8999360 : 300640,9000000 (in the raster's coordinates)."
    )
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["TILE_SIZE_X", "START_INDEX"])
def test_a_number_too_large_to_count_with(export, tmp_path, name):
    sentence = refusal(export(**{name: 3_000_000_000}))
    assert sentence.startswith(f"{name}: 3000000000 ")
    assert not (tmp_path / "out").exists()


def test_chips_too_large_for_memory_and_disk(export, tmp_path):
    sentence = refusal(export(TILE_SIZE_X=900_000_000, TILE_SIZE_Y=900_000_000))
    assert sentence.startswith(("TILE_SIZE_X: ", "OUT_FOLDER: "))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("name", "value", "choices"),
    [
        ("IMAGE_CHIP_FORMAT", "GIF", "TIFF, PNG, JPEG, MRF"),
        ("OUTPUT_NOFEATURE_TILES", "all_tiles", "ALL_TILES, ONLY_TILES_WITH_FEATURES"),
        ("METADATA_FORMAT", "0", ", ".join(METADATA_CHOICES)),
    ],
)
def test_an_unknown_choice(export, tmp_path, name, value, choices):
    sentence = refusal(export(**{name: value}))
    assert sentence.startswith(f"{name}: {value} ")
    assert choices in sentence
    assert not (tmp_path / "out").exists()


def test_an_unknown_field(export, tmp_path):
    sentence = refusal(export(CLASS_VALUE_FIELD="NOSUCH"))
    assert sentence == "CLASS_VALUE_FIELD: good has no field NOSUCH; its fields are KIND."
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_a_file(export, tmp_path):
    (tmp_path / "out").write_text("precious")
    sentence = refusal(export())
    assert sentence == f"OUT_FOLDER: {tmp_path / 'out'} is a file; choose a folder."
    assert (tmp_path / "out").read_text() == "precious"


@pytest.fixture
def locked(tmp_path) -> Iterator[Path]:
    """A folder that takes no files, from root either."""
    place = tmp_path / "locked"
    place.mkdir(mode=0o555)
    if os.geteuid() != 0:
        yield place
        return
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", str(place)], check=False)
    if mounted.returncode != 0:
        pytest.skip("root may write anywhere, and no read-only tmpfs can be mounted here")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def test_a_folder_that_is_read_only(export, locked):
    sentence = refusal(export(OUT_FOLDER=locked / "out"))
    assert sentence == f"OUT_FOLDER: {locked / 'out'} is not writable; choose another folder."
    assert not list(locked.iterdir())


def test_a_folder_where_none_can_be_made(export):
    sentence = refusal(export(OUT_FOLDER="/proc/chips"))
    assert sentence.startswith("OUT_FOLDER: /proc/chips ")


def test_a_folder_that_another_export_writes_to(export, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    with (folder / JOURNAL_FILE).open("ab") as journal:
        fcntl.flock(journal, fcntl.LOCK_EX)
        sentence = refusal(export())
    assert sentence == f"OUT_FOLDER: another export is writing to {folder}; wait for it to end."
    assert tree(folder) == {str(folder / JOURNAL_FILE): b""}


def test_a_chip_number_that_exists(export, tmp_path):
    images = tmp_path / "out" / "images"
    images.mkdir(parents=True)
    (images / "000000041.tif").write_text("precious")
    sentence = refusal(export(START_INDEX=7))
    assert sentence.startswith(f"OUT_FOLDER: {tmp_path / 'out'} ")  # no number would do
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert files == [images / "000000041.tif"]
    assert files[0].read_text() == "precious"


def test_labels_apart_from_the_raster(export, inputs, tmp_path):
    apart = labels(inputs, "apart", [1], east=50_000)
    sentence = refusal(export(IN_CLASS_DATA=apart, OUTPUT_NOFEATURE_TILES="ONLY_TILES_WITH_FEATURES"))
    assert sentence.startswith("IN_CLASS_DATA: ")
    assert "350020,8999880 : 350070,8999930" in sentence  # of the labels
    assert "300000,8999360 : 300640,9000000" in sentence  # of the raster
    assert not (tmp_path / "out").exists()


def test_an_empty_label_layer(export, inputs, tmp_path):
    empty = inputs / "empty.gpkg"
    layer = (
        ogr.GetDriverByName("GPKG").CreateDataSource(str(empty)).CreateLayer("empty", None, ogr.wkbPolygon)
    )
    del layer
    sentence = refusal(export(IN_CLASS_DATA=empty, OUTPUT_NOFEATURE_TILES="ONLY_TILES_WITH_FEATURES"))
    assert sentence.startswith("IN_CLASS_DATA: ")
    assert "empty" in sentence
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("name", "values"), [("negative", [1, -3]), ("broken", [1, 2.5])])
def test_class_values_that_are_no_class(export, inputs, tmp_path, name, values):
    layer = labels(inputs, name, values)
    sentence = refusal(export(IN_CLASS_DATA=layer, CLASS_VALUE_FIELD="KIND"))
    assert sentence.startswith("CLASS_VALUE_FIELD: ")
    assert "KIND" in sentence
    assert str(values[1]) in sentence
    assert not (tmp_path / "out").exists()


def test_a_rotated_raster(export, inputs, tmp_path):
    sentence = refusal(export(IN_RASTER=raster(inputs, "sheared", shear=2.0)))
    assert sentence.startswith("IN_RASTER: sheared ")
    assert "warp" in sentence.lower()
    assert not (tmp_path / "out").exists()


def test_a_raster_placed_by_control_points(export, inputs, tmp_path):
    placed = inputs / "placed.tif"
    points = [gdal.GCP(LEFT + x, TOP - y, 0, x / CELL, y / CELL) for x, y in ((0, 0), (600, 0), (0, 500))]
    source = raster(inputs, "unplaced")
    gdal.Translate(str(placed), str(source), GCPs=points, outputSRS=f"EPSG:{CRS}").FlushCache()
    sentence = refusal(export(IN_RASTER=placed))
    assert sentence.startswith("IN_RASTER: placed is placed by ground control points; warp it ")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("image_format", "dtype"), [("JPEG", np.uint16), ("PNG", np.float32)])
def test_pixels_that_the_image_format_cannot_hold(export, inputs, tmp_path, image_format, dtype):
    name = np.dtype(dtype).name
    sentence = refusal(export(IN_RASTER=raster(inputs, name, dtype), IMAGE_CHIP_FORMAT=image_format))
    assert sentence.startswith(f"IMAGE_CHIP_FORMAT: {image_format} ")
    assert name in sentence
    assert "8 bit" in sentence
    assert not (tmp_path / "out").exists()


def class_raster(folder: Path, name: str = "classes") -> Path:
    """Write a class raster on the pixels of ``raster``."""
    return raster(folder, name, bands=1)


@pytest.mark.parametrize(
    ("kind", "geometry"), [("points", [LEFT + 50, TOP - 50]), ("lines", [[LEFT, TOP], [LEFT + 50, TOP - 50]])]
)
def test_points_or_lines_without_a_radius(export, inputs, tmp_path, kind, geometry):
    path = labels(inputs, kind, [1])
    document = json.loads(path.read_text())
    names = {"points": "Point", "lines": "LineString"}
    document["features"][0]["geometry"] = {"type": names[kind], "coordinates": geometry}
    path.write_text(json.dumps(document))
    sentence = refusal(export(IN_CLASS_DATA=path))
    assert sentence == (
        f"BUFFER_RADIUS: {kind} has points or lines, which need a radius above 0 in units of that layer."
    )
    assert not (tmp_path / "out").exists()


def test_a_negative_radius(export, tmp_path):
    sentence = refusal(export(BUFFER_RADIUS=-3))
    assert sentence == "BUFFER_RADIUS: -3 is not a distance from 0."
    assert not (tmp_path / "out").exists()


def test_a_field_or_a_radius_for_a_class_raster(export, inputs, tmp_path):
    classes = class_raster(inputs)
    sentence = refusal(export(IN_CLASS_DATA=classes, CLASS_VALUE_FIELD="KIND"))
    assert sentence == "CLASS_VALUE_FIELD: classes is a raster and has no field KIND; leave it empty."
    sentence = refusal(export(IN_CLASS_DATA=classes, BUFFER_RADIUS=2))
    assert sentence == "BUFFER_RADIUS: classes is a raster, which has no radius; set it to 0."
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("value", "dtype"), [(-3, np.int16), (1.5, np.float32)])
def test_pixels_that_are_no_class(export, inputs, tmp_path, value, dtype):
    classes = class_raster(inputs, f"odd{np.dtype(dtype).name}")
    data_type = gdal_array.NumericTypeCodeToGDALTypeCode(dtype)
    copy = inputs / "odd.tif"
    odd = gdal.Translate(str(copy), str(classes), outputType=data_type)
    odd.GetRasterBand(1).WriteArray(np.array([[value]], dtype))
    del odd
    sentence = refusal(export(IN_CLASS_DATA=copy))
    assert sentence.startswith(f"IN_CLASS_DATA: odd holds {value}; ")
    assert "whole numbers from 0" in sentence
    assert not (tmp_path / "out").exists()


def test_class_0_where_readers_take_it_for_the_background(export, inputs, tmp_path):
    layer = labels(inputs, "zero", [0, 1])
    sentence = refusal(export(IN_CLASS_DATA=layer, CLASS_VALUE_FIELD="KIND", METADATA_FORMAT="RCNN_Masks"))
    assert sentence.startswith("METADATA_FORMAT: RCNN_Masks takes class values from 1 to ")
    assert "not 0" in sentence
    assert not (tmp_path / "out").exists()


def test_more_bands_than_the_image_format_holds(export, inputs, tmp_path):
    for image_format, bands in (("PNG", 5), ("JPEG", 2)):
        many = raster(inputs, f"bands{bands}", bands=bands)
        sentence = refusal(export(IN_RASTER=many, IMAGE_CHIP_FORMAT=image_format))
        assert sentence.startswith(f"IMAGE_CHIP_FORMAT: {image_format} ")
        assert f"not the raster's {bands}" in sentence
        assert "with BANDS" in sentence
    assert not (tmp_path / "out").exists()


def test_a_disk_without_the_space(export, tmp_path):
    # More than any disk has: the estimate comes before the first file.
    values = dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y"), 15_000) | dict.fromkeys(
        ("STRIDE_X", "STRIDE_Y"), 10
    )
    huge = tmp_path / "huge.vrt"
    document = f"""<VRTDataset rasterXSize="200000" rasterYSize="200000"><SRS>EPSG:{CRS}</SRS>
        <GeoTransform>{LEFT}, {CELL}, 0, {TOP}, 0, -{CELL}</GeoTransform>
        <VRTRasterBand dataType="Byte" band="1"/></VRTDataset>"""
    huge.write_text(document)
    sentence = refusal(export(IN_RASTER=huge, **values))
    assert sentence.startswith(f"OUT_FOLDER: {tmp_path / 'out'} has ")
    count = 18_501**2  # 1 + (200,000 - 15,000) / 10 each way
    assert f" free, but the export of {count} chips takes about " in sentence
    assert sentence.endswith(
        "; choose another folder or an EXTENT, make STRIDE_X and STRIDE_Y larger, or write "
        "ONLY_TILES_WITH_FEATURES."
    )
    assert sentence.count(" TB") >= 1
    assert not (tmp_path / "out").exists()


def tree(folder: Path) -> dict[str, bytes]:
    """All files below a folder."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def stored(export, inputs, tmp_path) -> Path:
    """A folder with a finished export."""
    made = inputs / "stored"
    if not made.exists():
        assert export(OUT_FOLDER=made).code == 0
    return Path(shutil.copytree(made, tmp_path / "out"))


def test_a_stored_export_that_does_not_fit(export, inputs, stored):
    before = tree(stored)
    others = {
        "TILE_SIZE_X": (33, "TILE_SIZE_X: the export that OUT_FOLDER holds was made with 32, not 33; "),
        "METADATA_FORMAT": (
            "RCNN_Masks",
            "METADATA_FORMAT: the export that OUT_FOLDER holds was made with KITTI",
        ),
        "IMAGE_CHIP_FORMAT": (
            "PNG",
            "IMAGE_CHIP_FORMAT: the export that OUT_FOLDER holds was made with .tif, ",
        ),
        "IN_RASTER": (
            raster(inputs, "one", bands=1),
            "IN_RASTER (number and names of bands): the export that ",
        ),
        "IN_CLASS_DATA": (
            class_raster(inputs),
            "IN_CLASS_DATA: the export that OUT_FOLDER holds was made with ",
        ),
    }
    for name, (value, beginning) in others.items():
        sentence = refusal(export(START_INDEX=100, **{name: value}))
        assert sentence.startswith(beginning)
        assert sentence.endswith("use the same, or choose another folder.")
    assert tree(stored) == before


def test_a_class_that_has_another_name_in_the_stored_export(export, inputs, stored):
    before = tree(stored)
    trees = labels(inputs, "trees", ["elm", "oak"])
    sentence = refusal(export(START_INDEX=100, IN_CLASS_DATA=trees, CLASS_VALUE_FIELD="KIND"))
    assert sentence == (
        "IN_CLASS_DATA: class 1 is named elm, but 1 in the export that OUT_FOLDER holds; "
        "number the classes by a field of whole numbers."
    )
    assert tree(stored) == before


@pytest.mark.parametrize("damage", ["no map", "half a map", "half the statistics"])
def test_a_stored_export_that_is_damaged(export, stored, damage):
    map_file, stats = stored / "map.txt", stored / "esri_accumulated_stats.json"
    deeds: dict[str, Callable[[], object]] = {
        "no map": map_file.unlink,
        "half a map": lambda: map_file.write_bytes(map_file.read_bytes()[:60]),
        "half the statistics": lambda: stats.write_bytes(stats.read_bytes()[:300]),
    }
    deeds[damage]()
    before = tree(stored)
    sentence = refusal(export(START_INDEX=100))
    file, reason = {
        "no map": ("map.txt", "No such file or directory"),
        "half a map": ("map.txt", "it does not list "),
        "half the statistics": ("esri_accumulated_stats.json", "Unterminated string"),
    }[damage]
    start = f"OUT_FOLDER: {stored} holds an export whose {file} is missing or damaged ({reason}"
    assert sentence.startswith(start)
    assert sentence.endswith("); choose another folder.")
    assert tree(stored) == before


def test_an_unfinished_export_of_other_settings_and_a_raster_that_breaks(export, inputs, tmp_path):
    # Of four rows of chips of 14 MB, a batch each, the last two are missing.
    broken = inputs / "broken.tif"
    options = ["BIGTIFF=NO", "COPY_SRC_OVERVIEWS=YES"]
    noise = np.random.default_rng(1).integers(1, 255, (3, 6000, 3000), dtype=np.uint8)
    memory = gdal_array.OpenArray(noise)
    memory.SetGeoTransform((LEFT, CELL, 0, TOP, 0, -CELL))
    gdal.GetDriverByName("GTiff").CreateCopy(str(broken), memory, False, options)
    os.truncate(broken, broken.stat().st_size // 4 * 3 + 50_000_000 // 8)
    values = {
        "IN_RASTER": broken,
        **dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y", "STRIDE_X", "STRIDE_Y"), 1500),
    }
    sentence = refusal(export(**values))
    assert sentence.startswith("IN_RASTER: broken cannot be read at columns 0 to 1500, rows ")
    before = tree(tmp_path / "out")
    assert len([name for name in before if name.endswith(".tif")]) >= 2
    assert not any(name.endswith(("map.txt", "stats.txt", ".json", ".emd")) for name in before)
    sentence = refusal(export(**{**values, "TILE_SIZE_X": 1499}))
    assert sentence == (
        f"OUT_FOLDER: {tmp_path / 'out'} holds an unfinished export with other settings (IN_RASTER, "
        "TILE_SIZE_X); make the same call again to finish it, delete the folder to start anew, or choose "
        "another folder."
    )
    assert tree(tmp_path / "out") == before


def test_an_export_that_writes_no_chip(export, inputs, tmp_path):
    empty = raster(inputs, "nothing")
    dataset = gdal.Open(str(empty), gdal.GA_Update)
    for band in range(1, 4):
        dataset.GetRasterBand(band).SetNoDataValue(0)
        dataset.GetRasterBand(band).WriteArray(np.zeros((PIXELS, PIXELS), np.uint8))
    del dataset
    sentence = refusal(export(IN_RASTER=empty))
    assert sentence == (
        "No chip was written: none has a valid pixel (of 4); check IN_RASTER, its nodata values and EXTENT."
    )
    assert not (tmp_path / "out").exists()
