"""The dataset files: pinned for a small scene, and recounted from the chips and labels beside them.

``tests/golden`` holds one export for each label format (and each image format). After a change that is meant
to be one, ``pytest --renew-golden`` writes them anew; ``git diff tests/golden`` then shows what it did.
"""

from __future__ import annotations

import math
import re
import shutil
from pathlib import Path

import numpy as np
import pytest
from scenes import (
    SQUARES_OF_2,
    memory_layer,
    noise,
    on_map,
    pixels_of,
    read_raster,
    rectangle,
    run,
    write_raster,
)

from training_data_exporter.writers.dataset.export_file import EXPORT_FILE

pytestmark = pytest.mark.usefixtures("qgis_app")

GOLDEN = Path(__file__).parents[1] / "golden"
EXPORTS = {
    "KITTI_rectangles": ("TIFF", 2),
    "PASCAL_VOC_rectangles": ("JPEG", 3),
    "Classified_Tiles": ("PNG", 4),
    "RCNN_Masks": ("MRF", 1),
    "COCO": ("PNG", 3),
    "YOLO_detect": ("JPEG", 3),
    "YOLO_segment": ("PNG", 1),
    "YOLO_obb": ("TIFF", 1),
    "DOTA": ("PNG", 4),
    "MultiLabeled_Tiles": ("TIFF", 3),
    "Labeled_Tiles": ("JPEG", 3),
    "Imagenet": ("TIFF", 1),
    "Export_Tiles": ("PNG", 2),
    "Classified_Tiles with a second raster": ("TIFF", 2),
    "CycleGAN with a second raster": ("MRF", 2),
    "Panoptic_Segmentation": ("TIFF", 1),
}
COLUMNS, ROWS, TILE = 40, 30, 16
FIELDS = {"Classname": str, "Classvalue": int, "RED": int, "GREEN": int, "BLUE": int}
CLASSES = {
    2: {"Classname": "Roof", "Classvalue": 2, "RED": 200, "GREEN": 30, "BLUE": 30},
    5: {"Classname": "Water", "Classvalue": 5, "RED": 0, "GREEN": 60, "BLUE": 220},
    9: {"Classname": "Tree", "Classvalue": 9, "RED": 10, "GREEN": 160, "BLUE": 40},
}
SHAPES = [
    (rectangle(2, 2, 10, 8), 2),
    (rectangle(12, 4, 20, 20), 5),
    ("POLYGON((18 18,34 18,34 22,22 22,22 28,18 28,18 18))", 2),
    ("MULTIPOLYGON(((1 18,5 18,5 22,1 22,1 18)),((7 24,9 24,9 26,7 26,7 24)))", 5),
    ("POLYGON((24 0,30 0,30 10,24 10,24 0),(26 2,28 2,28 8,26 8,26 2))", 2),
]  # class 9 is in the layer, but beyond the chips
FAR = (rectangle(500, 500, 510, 510), 9)


def scene_layer():
    return memory_layer([(on_map(wkt), CLASSES[value]) for wkt, value in [*SHAPES, FAR]], FIELDS)


def scene_raster(folder: Path, bands: int) -> Path:
    """A ramp in every band, without noise so that JPEG keeps it, and a name for the first bands."""
    ramp = np.arange(COLUMNS)[None, :] * 3 + np.arange(ROWS)[:, None] * 2
    pixels = np.stack([ramp + 20 * band for band in range(bands)]).astype("uint8")
    return write_raster(folder / "in.tif", pixels, names=["Red", "NearInfrared"][:bands])


def second_raster(folder: Path) -> Path:
    """Coarser pixels that do not reach the right side, floats with a nodata value."""
    pixels = (np.arange(12)[None, :] / 4 + np.arange(12)[:, None] * 10).astype("float32")
    left, _, _, top, _, _ = SQUARES_OF_2
    return write_raster(
        folder / "in2.tif", pixels[None], (left, 5.0, 0.0, top, 0.0, -5.0), nodata=-1.0, names=["Height"]
    )


def export_scene(folder: Path, metadata: str, image: str, bands: int, **parameters):
    metadata, _, second = metadata.partition(" with ")
    if metadata == "Panoptic_Segmentation":
        parameters["IN_INSTANCE_DATA"] = scene_layer()
    if second:
        parameters["IN_RASTER2"] = second_raster(folder)
    return run(
        folder / "out",
        IN_RASTER=scene_raster(folder, bands),
        IN_CLASS_DATA=scene_layer(),
        IMAGE_CHIP_FORMAT=image,
        METADATA_FORMAT=metadata,
        TILE_SIZE_X=TILE,
        TILE_SIZE_Y=TILE,
        STRIDE_X=TILE,
        STRIDE_Y=TILE,
        **parameters,
    )


RASTERS = {".tif", ".png", ".jpg", ".mrf"}
BESIDE = {".idx", ".til"}  # parts of an MRF, read with it; .aux.xml likewise


@pytest.mark.parametrize("metadata", EXPORTS)
def test_an_export_is_the_pinned_one(tmp_path, request, metadata):
    exported = export_scene(tmp_path, metadata, *EXPORTS[metadata])
    golden = GOLDEN / metadata.replace(" with a second raster", "_second")
    if request.config.getoption("--renew-golden"):
        shutil.rmtree(golden, ignore_errors=True)
        shutil.copytree(exported.path, golden, ignore=shutil.ignore_patterns(EXPORT_FILE))
    pinned = {path.relative_to(golden).as_posix() for path in golden.rglob("*") if path.is_file()}
    assert exported.names() == pinned | {EXPORT_FILE}  # which names this machine's paths and versions
    for name in sorted(pinned):
        if Path(name).suffix in RASTERS:
            assert_same_raster(exported.path / name, golden / name)
        elif Path(name).suffix not in BESIDE and not name.endswith(".aux.xml"):
            assert text_of(exported.path / name) == text_of(golden / name), name


def text_of(path: Path) -> bytes:
    """Return a file's bytes, the version of the tool left out."""
    return re.sub(
        rb'(<annotation>|"description": ")Training Data Exporter [^<"]+', rb"\1TOOL", path.read_bytes()
    )


def assert_same_raster(path: Path, other: Path) -> None:
    """Compare what rasters say, since the same pixels make other bytes in other versions of GDAL."""
    found, pinned = read_raster(path), read_raster(other)
    assert found.GetGeoTransform() == pinned.GetGeoTransform()
    assert found.GetSpatialRef().IsSame(pinned.GetSpatialRef())
    assert found.RasterCount == pinned.RasterCount
    for number in range(1, found.RasterCount + 1):
        band, its = found.GetRasterBand(number), pinned.GetRasterBand(number)
        assert band.DataType == its.DataType
        assert band.GetNoDataValue() == its.GetNoDataValue()
        assert band.GetColorInterpretation() == its.GetColorInterpretation()
    difference = np.abs(pixels_of(path).astype(float) - pixels_of(other))
    assert difference.max() <= (4 if path.suffix == ".jpg" else 0), path


# The text of each file, against the layout that ArcGIS Pro writes.


@pytest.fixture(scope="module")
def kitti(qgis_app, tmp_path_factory):
    return export_scene(tmp_path_factory.mktemp("kitti"), "KITTI_rectangles", "TIFF", 2)


@pytest.fixture(scope="module")
def voc(qgis_app, tmp_path_factory):
    return export_scene(tmp_path_factory.mktemp("voc"), "PASCAL_VOC_rectangles", "TIFF", 2)


def test_a_line_of_map_txt(kitti):
    lines = (kitti.path / "map.txt").read_bytes().split(b"\r\n")
    assert lines[0] == rb"images\000000000.tif  labels\000000000.txt "
    assert lines[5] == rb"images\000000005.tif  labels\000000005.txt "
    assert lines[6:] == [b""]


def test_a_kitti_file(kitti):
    assert (kitti.path / "labels/000000000.txt").read_bytes() == (
        b"2 0.00 0 0 2.00 2.00 10.00 8.00 0 0 0 0 0 0 0\n5 0.00 0 0 12.00 4.00 16.00 16.00 0 0 0 0 0 0 0\n"
    )
    assert (kitti.path / "labels/000000002.txt").read_bytes() == b""


def test_a_voc_file(voc):
    text = (voc.path / "labels/000000000.xml").read_text("utf-8")
    assert re.sub(r"Training Data Exporter \d+\.\d+\.\d+\S*<", "TOOL<", text) == VOC_FILE


VOC_FILE = """<?xml version="1.0"?>
<annotation>
    <filename>000000000.tif</filename>
    <source>
        <annotation>TOOL</annotation>
    </source>
    <size>
        <width>16</width>
        <height>16</height>
        <depth>2</depth>
    </size>
    <object>
        <name>2</name>
        <bndbox>
            <xmin>2.00</xmin>
            <ymin>2.00</ymin>
            <xmax>10.00</xmax>
            <ymax>8.00</ymax>
        </bndbox>
    </object>
    <object>
        <name>5</name>
        <bndbox>
            <xmin>12.00</xmin>
            <ymin>4.00</ymin>
            <xmax>16.00</xmax>
            <ymax>16.00</ymax>
        </bndbox>
    </object>
</annotation>
"""


def test_a_voc_file_without_objects_has_none(voc):
    text = (voc.path / "labels/000000002.xml").read_text("utf-8")
    assert text.endswith("    </size>\n</annotation>\n")
    assert voc.boxes("000000002") == []


def test_stats_txt(kitti):
    assert kitti.stats()[:7] == [
        "images = 6 *2*16*16",
        "",
        "Class feature statistics:",
        "features = 9",
        "features per image = [min = 1, mean = 1.80, max = 2]",
        "classes = 3",
        "cls name                                  cls value     images   features"
        "    min size   mean size    max size",
    ]
    assert kitti.stats()[9:] == [
        "Tree                                              9          0          0"
        "        0.00        0.00        0.00"
    ]


def test_the_columns_of_stats_txt(kitti):
    for line in kitti.stats()[7:]:
        assert re.fullmatch(r".{40} [ \d]{10} [ \d]{10} [ \d]{10} [ .\d]{11} [ .\d]{11} [ .\d]{11}", line)


ACCUMULATED_KEYS = (
    "Version NumBands TileSizeX TileSizeY NumClasses NumTiles NumTilesAsDouble NextTileIndex OutputFeatures "
    "MetaDataMode MinCellSize MaxCellSize Classes FeatureStats InputRastersProps BandStatsState"
).split()
MODEL_KEYS = [
    *(
        "Framework ModelConfiguration ModelType ModelFile Description ImageHeight ImageWidth ExtractBands "
        "DataRange ModelPadding BatchSize PerProcessGPUMemoryFraction MetaDataMode BlackenAroundFeature "
        "IsMultidimensional CropTileMode ImageSpaceUsed MinCellSize MaxCellSize Classes InputRastersProps "
        "AllTilesStats"
    ).split(),
    "WellKnownBandNames (FYI, these band names can be used in ExtractBands)",
]
TALLY_KEYS = ["Min", "Max", "Mean", "Sum", "Count"]


def test_the_keys_of_the_statistics(kitti):
    found = kitti.accumulated()
    assert list(found) == ACCUMULATED_KEYS
    assert list(found["MinCellSize"]) == ["x", "y", "spatialReference"]
    assert list(found["MinCellSize"]["spatialReference"]) == ["wkid", "latestWkid"]
    assert [list(each) for each in found["Classes"]] == [["ClassValue", "ClassName", "Color"]] * 3
    assert list(found["FeatureStats"]) == [
        "NumClasses",
        "NumImagesTotal",
        "NumFeaturesTotal",
        "NumImagesPerClass",
        "NumFeaturesPerClass",
        "NumFeaturesPerImage",
        "FeatureAreaPerClass",
    ]
    assert list(found["FeatureStats"]["NumFeaturesPerImage"]) == TALLY_KEYS
    assert [list(each) for each in found["FeatureStats"]["FeatureAreaPerClass"]] == [TALLY_KEYS] * 3
    assert list(found["InputRastersProps"]) == ["RasterCount", "SensorName", "BandNames"]
    states = [list(each) for each in found["BandStatsState"]]
    assert states == [["Min", "Max", "Mean", "StdDev", "M1", "M2", "Num"]] * 2


def test_the_keys_of_the_model_definition(kitti):
    found = kitti.model()
    assert list(found) == MODEL_KEYS
    assert [list(each) for each in found["Classes"]] == [["Value", "Name", "Color"]] * 3
    assert [list(each) for each in found["AllTilesStats"]] == [
        ["BandName", "Min", "Max", "Mean", "StdDev"]
    ] * 2


def test_json_is_laid_out_as_in_the_reference(kitti):
    lines = (kitti.path / "esri_accumulated_stats.json").read_text("utf-8").splitlines()
    assert lines[:4] == ["{", '  "Version" : 1,', '  "NumBands" : 2,', '  "TileSizeX" : 16,']
    lines = (kitti.path / "esri_model_definition.emd").read_text("utf-8").splitlines()
    assert lines[:2] == ["{", '  "Framework" : "e.g. TensorFlow or PyTorch",']


def test_the_values_that_do_not_depend_on_chips(kitti):
    found, model = kitti.accumulated(), kitti.model()
    classes = [(each["ClassValue"], each["ClassName"], each["Color"]) for each in found["Classes"]]
    assert classes == [(2, "Roof", [200, 30, 30]), (5, "Water", [0, 60, 220]), (9, "Tree", [10, 160, 40])]
    assert [(each["Value"], each["Name"], each["Color"]) for each in model["Classes"]] == classes
    cell = {"x": 2.0, "y": 2.0, "spatialReference": {"wkid": 31985, "latestWkid": 31985}}
    assert (
        found["MinCellSize"] == found["MaxCellSize"] == model["MinCellSize"] == model["MaxCellSize"] == cell
    )
    assert found["InputRastersProps"] == model["InputRastersProps"]
    assert found["InputRastersProps"] == {
        "RasterCount": 1,
        "SensorName": "",
        "BandNames": ["Red", "NearInfrared"],
    }
    assert (found["Version"], found["OutputFeatures"], found["MetaDataMode"]) == (1, True, "KITTI_rectangles")
    assert (model["ImageHeight"], model["ImageWidth"], model["MetaDataMode"]) == (16, 16, "KITTI_rectangles")
    assert (model["CropTileMode"], model["ImageSpaceUsed"]) == ("Fixed_Size", "MAP_SPACE")
    assert model["BlackenAroundFeature"] is model["IsMultidimensional"] is False
    assert list(model.values())[-1][:4] == ["Red", "Green", "Blue", "Infrared"]
    assert list(model.values())[-1][-1] == "QA"
    assert len(list(model.values())[-1]) == 22


# Recounts from the written files alone.


def recounted(exported, areas):
    """Return the numbers of FeatureStats and stats.txt, counted from label files.

    Args:
        exported: the folder.
        areas: gives an object's area from its box.
    """
    chips = exported.all_boxes()
    per_image = [len(chip) for chip in chips if chip]
    classes = {}
    for value in [each["ClassValue"] for each in exported.accumulated()["Classes"]]:
        sizes = [areas(box) for chip in chips for box in chip if box.class_value == value]
        images = sum(any(box.class_value == value for box in chip) for chip in chips)
        classes[value] = (images, sizes)
    return per_image, classes


def tally(numbers):
    if not numbers:
        return {"Min": 0, "Max": 0, "Mean": 0, "Sum": 0, "Count": 0}
    total = math.fsum(numbers)
    mean = pytest.approx(total / len(numbers))
    total = pytest.approx(total)
    return {"Min": min(numbers), "Max": max(numbers), "Mean": mean, "Sum": total, "Count": len(numbers)}


def scattered():
    """Yield rectangles of whole pixels, whose boxes have their area, and one beyond the raster."""
    generator = np.random.default_rng(11)
    for _ in range(40):
        left, top = generator.integers(0, 60, 2)
        width, height = generator.integers(1, 20, 2)
        shape = on_map(rectangle(left, top, left + width, top + height))
        yield shape, {"value": int(generator.integers(0, 4))}
    yield on_map(rectangle(900, 900, 901, 901)), {"value": 300}


def stats_rows(classes):
    """Yield the lines of ``stats.txt`` that classes without a name get."""
    for value, (images, sizes) in classes.items():
        size = tally(sizes)
        average = math.fsum(sizes) / len(sizes) if sizes else 0
        counts = f"{value:<40} {value:10} {images:10} {len(sizes):10}"
        yield f"{counts} {size['Min']:11.2f} {average:11.2f} {size['Max']:11.2f}"


@pytest.mark.parametrize("choice", ["ALL_TILES", "ONLY_TILES_WITH_FEATURES"])
def test_objects_are_counted_as_the_label_files_show_them(tmp_path, choice):
    exported = run(
        tmp_path / "out",
        IN_RASTER=write_raster(tmp_path / "in.tif", noise(1, 100, 80)),
        IN_CLASS_DATA=memory_layer(list(scattered()), {"value": int}),
        TILE_SIZE_X=24,
        TILE_SIZE_Y=20,
        STRIDE_X=12,
        STRIDE_Y=20,
        OUTPUT_NOFEATURE_TILES=choice,
    )
    per_image, classes = recounted(exported, lambda box: (box.right - box.left) * (box.bottom - box.top) * 4)
    found = exported.accumulated()
    chips = len(exported.stems())
    assert (
        found["NumTiles"] == found["NextTileIndex"] == chips == len(list(exported.path.glob("images/*.tif")))
    )
    assert found["NumTilesAsDouble"] == float(chips)
    assert found["FeatureStats"] == {
        "NumClasses": 5,
        "NumImagesTotal": chips,
        "NumFeaturesTotal": sum(per_image),
        "NumImagesPerClass": [images for images, _ in classes.values()],
        "NumFeaturesPerClass": [len(sizes) for _, sizes in classes.values()],
        "NumFeaturesPerImage": tally(per_image),
        "FeatureAreaPerClass": [tally(sizes) for _, sizes in classes.values()],
    }
    mean = sum(per_image) / len(per_image)
    assert exported.stats() == [
        f"images = {chips} *1*24*20",
        "",
        "Class feature statistics:",
        f"features = {sum(per_image)}",
        f"features per image = [min = {min(per_image)}, mean = {mean:.2f}, max = {max(per_image)}]",
        "classes = 5",
        "cls name                                  cls value     images   features"
        "    min size   mean size    max size",
        *stats_rows(classes),
    ]
    assert exported.outputs["CHIP_COUNT"] == chips
    assert exported.outputs["FEATURE_COUNT"] == sum(per_image)
    assert exported.outputs["CLASS_COUNT"] == 5
    assert exported.outputs["EMPTY_CHIP_COUNT"] == chips - len(per_image)


def counting_pixels(exported, rows, columns, counts):
    """Return the pixels of each band that count: inside the raster, and not nodata."""
    bands = None
    for stem in exported.stems():
        left, _, _, top, _, _ = exported.transform(stem)
        column = round((left - SQUARES_OF_2[0]) / 2)
        row = round((SQUARES_OF_2[3] - top) / 2)
        chip = pixels_of(exported.image(stem))[:, : rows - row, : columns - column]
        kept = [band[mask] for band, mask in zip(chip, np.broadcast_to(counts(chip), chip.shape))]
        bands = kept if bands is None else [np.concatenate(pair) for pair in zip(bands, kept)]
    return bands


def assert_band_statistics(exported, rows, columns, counts=lambda chip: np.ones(chip.shape, bool)):
    """Hold both files to numpy's statistics over the written chips."""
    bands = counting_pixels(exported, rows, columns, counts)
    states = exported.accumulated()["BandStatsState"]
    tiles = exported.model()["AllTilesStats"]
    assert len(bands) == len(states) == len(tiles)
    for band, state, tile in zip(bands, states, tiles):
        wide = band.astype("float64")
        close = {"rel": 1e-9, "abs": 1e-9}
        assert (state["Min"], state["Max"], state["Num"]) == (wide.min(), wide.max(), wide.size)
        assert (state["Mean"], state["StdDev"]) == (0, 0)
        assert state["M1"] == pytest.approx(wide.mean(), **close)
        assert state["M2"] == pytest.approx(((wide - wide.mean()) ** 2).sum(), **close)
        assert (tile["Min"], tile["Max"]) == (wide.min(), wide.max())
        assert tile["Mean"] == pytest.approx(wide.mean(), **close)
        assert tile["StdDev"] == pytest.approx(wide.std(), **close)


def export_pixels(folder, pixels, **raster):
    """Export a raster without labels, with chips that overlap and reach beyond it."""
    return run(
        folder / "out",
        IN_RASTER=write_raster(folder / "in.tif", pixels, **raster),
        IN_CLASS_DATA=memory_layer([]),
        TILE_SIZE_X=16,
        TILE_SIZE_Y=20,
        STRIDE_X=10,
        STRIDE_Y=20,
    )


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "int16", "uint32", "float32", "float64"])
def test_band_statistics_leave_the_padding_out(tmp_path, dtype):
    exported = export_pixels(tmp_path, noise(2, 50, 45, dtype))
    assert_band_statistics(exported, 50, 45)


@pytest.mark.parametrize(("dtype", "nodata"), [("int16", -32768), ("uint16", 7), ("float32", -9999)])
def test_band_statistics_leave_nodata_out_band_by_band(tmp_path, dtype, nodata):
    pixels = noise(2, 50, 45, dtype)
    pixels[0, 10:30, 5:40] = nodata
    pixels[1, 20:45, 0:12] = nodata
    exported = export_pixels(tmp_path, pixels, nodata=nodata)
    assert_band_statistics(exported, 50, 45, lambda chip: chip != nodata)


def test_band_statistics_leave_nan_out(tmp_path):
    pixels = noise(2, 50, 45, "float32")
    pixels[0, 10:30, 5:40] = np.nan
    exported = export_pixels(tmp_path, pixels)
    assert_band_statistics(exported, 50, 45, np.isfinite)


def test_an_8_bit_pixel_is_nodata_in_the_bands_that_say_so(tmp_path):
    pixels = noise(3, 50, 45)
    pixels[:, 10:30, 5:40] = 255
    pixels[1, 40:50, 5:40] = 255
    exported = export_pixels(tmp_path, pixels, nodata=255)
    assert_band_statistics(exported, 50, 45, lambda chip: chip != 255)


def test_transparent_pixels_count_in_no_band(tmp_path):
    pixels = noise(4, 50, 45)
    pixels[3] = 255
    pixels[3, 10:30, 5:40] = 0
    exported = export_pixels(tmp_path, pixels, interpretation=[3, 4, 5, 6])
    assert_band_statistics(exported, 50, 45, lambda chip: chip[3] != 0)


# Coordinate reference systems in both JSON files.


def spatial_reference_of(tmp_path, crs):
    exported = run(
        tmp_path / "out",
        IN_RASTER=write_raster(tmp_path / "in.tif", noise(1, 20, 20), crs=crs),
        IN_CLASS_DATA=memory_layer([], crs=crs),
    )
    found = exported.accumulated()["MinCellSize"]["spatialReference"]
    assert exported.model()["MaxCellSize"]["spatialReference"] == found
    return found


def test_web_mercator_has_the_number_that_esri_gave_it(tmp_path):
    assert spatial_reference_of(tmp_path, "EPSG:3857") == {"wkid": 102100, "latestWkid": 3857}


def test_without_a_crs_none_is_stated(tmp_path):
    assert spatial_reference_of(tmp_path, "") == {}
