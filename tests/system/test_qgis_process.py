"""The algorithm through qgis_process, on a real scene: every label format with every image format."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from osgeo import gdal
from scenes import METADATA_CHOICES

if TYPE_CHECKING:
    from programs import Exported, OlindaExports, QgisProcess

pytest_plugins = ["programs"]

METADATA_FORMATS = ["KITTI_rectangles", "PASCAL_VOC_rectangles"]
LABEL_SUFFIX = {"KITTI_rectangles": ".txt", "PASCAL_VOC_rectangles": ".xml"}
IMAGE_FILES = {
    "TIFF": [".tfw", ".tif"],
    "PNG": [".pgw", ".png", ".png.aux.xml"],
    "JPEG": [".jgw", ".jpg", ".jpg.aux.xml"],
    "MRF": [".idx", ".mrf", ".til"],
}
IMAGE_SUFFIX = {"TIFF": ".tif", "PNG": ".png", "JPEG": ".jpg", "MRF": ".mrf"}

# 349 x 352 pixels in chips of 128, every 96: 1 + ceil((349 - 128) / 96) = 4 across, 4 down.
CHIPS = 16
# Counted with OGR alone: tracts whose part in a chip has an area, row by row.
LABELS = [23, 23, 129, 54, 113, 116, 162, 32, 26, 118, 93, 5, 0, 21, 10, 0]
SIZE = (128, 128)
STEMS = [f"{number:09d}" for number in range(CHIPS)]

DEFAULTS = {
    "IN_RASTER": None,
    "OUT_FOLDER": None,
    "IN_CLASS_DATA": None,
    "IMAGE_CHIP_FORMAT": "TIFF",
    "TILE_SIZE_X": 256,
    "TILE_SIZE_Y": 256,
    "STRIDE_X": 128,
    "STRIDE_Y": 128,
    "OUTPUT_NOFEATURE_TILES": "ALL_TILES",
    "METADATA_FORMAT": "KITTI_rectangles",
    "START_INDEX": 0,
    "CLASS_VALUE_FIELD": None,
    "BUFFER_RADIUS": 0,
    "CELL_SIZE": None,
    "EXTENT": None,
    "IN_MASK_POLYGONS": None,
    "MASK_MODE": "CHIPS_INSIDE",
    "ROTATION_ANGLE": 0.0,
    "REFERENCE_SYSTEM": "MAP_SPACE",
    "PROCESSING_MODE": "PROCESS_AS_MOSAICKED_IMAGE",
    "CROP_MODE": "FIXED_SIZE",
    "BLACKEN_AROUND_FEATURE": False,
    "EMPTY_CHIPS_PERCENT": None,
    "MIN_POLYGON_OVERLAP_RATIO": 0.0,
    "MIN_OBJECT_SIZE": 0.0,
    "IN_INSTANCE_DATA": None,
    "INSTANCE_CLASS_VALUE_FIELD": None,
    "SELECTED_ONLY": False,
    "BANDS": None,
    "STRETCH": "NONE",
    "STRETCH_RANGE": None,
    "IN_RASTER2": None,
    "TIFF_COMPRESSION": "NONE",
    "LABEL_RASTER_FORMAT": "TIFF",
    "VALIDATION_PERCENT": 0,
    "TEST_PERCENT": 0,
    "SPLIT_BLOCK_SIZE": None,
    "SPLIT_SEED": 0,
    "SPLIT_POLYGONS": None,
    "WORKERS": None,
    "DASK_SCHEDULER": None,
    "PLAN_ONLY": False,
    "REPORT": None,
    "CHIP_INDEX": None,
    "DATASET_DESCRIPTION": False,
}
ENUMS = {
    "IMAGE_CHIP_FORMAT": ["TIFF", "PNG", "JPEG", "MRF"],
    "OUTPUT_NOFEATURE_TILES": ["ALL_TILES", "ONLY_TILES_WITH_FEATURES"],
    "METADATA_FORMAT": METADATA_CHOICES,
}
OUTPUTS = [
    *("OUT_FOLDER", "REPORT", "CHIP_INDEX"),
    *("CHIP_COUNT", "FEATURE_COUNT", "CLASS_COUNT", "EMPTY_CHIP_COUNT"),
]


def _check_folder(export: Exported, metadata_format: str, image_format: str) -> None:
    """Every chip has its files, its label file and its line in map.txt, and there is nothing else."""
    image_suffix, label_suffix = IMAGE_SUFFIX[image_format], LABEL_SUFFIX[metadata_format]
    expected = {f"images/{stem}{suffix}" for stem in STEMS for suffix in IMAGE_FILES[image_format]}
    expected |= {f"labels/{stem}{label_suffix}" for stem in STEMS}
    expected |= {
        "map.txt",
        "stats.txt",
        "esri_accumulated_stats.json",
        "esri_model_definition.emd",
        "export.json",
    }
    found = {
        path.relative_to(export.folder).as_posix() for path in export.folder.rglob("*") if path.is_file()
    }
    assert found == expected
    assert export.map_rows == [
        (f"images/{stem}{image_suffix}", f"labels/{stem}{label_suffix}") for stem in STEMS
    ]


def _check_numbers(export: Exported, metadata_format: str, bands: int) -> None:
    """The outputs, the log and both statistics say the same."""
    total, empty = sum(LABELS), LABELS.count(0)
    assert export.run.results == {
        "OUT_FOLDER": str(export.folder),
        "CHIP_COUNT": CHIPS,
        "FEATURE_COUNT": total,
        "CLASS_COUNT": 2,
        "EMPTY_CHIP_COUNT": empty,
    }
    accumulated = export.accumulated
    assert accumulated["MetaDataMode"] == metadata_format
    assert (accumulated["NumTiles"], accumulated["NumBands"]) == (CHIPS, bands)
    assert [each["ClassName"] for each in accumulated["Classes"]] == ["RURAL", "URBANO"]
    features = accumulated["FeatureStats"]
    assert features["NumFeaturesTotal"] == sum(features["NumFeaturesPerClass"]) == total
    assert features["NumFeaturesPerImage"]["Count"] == CHIPS - empty
    lines = (export.folder / "stats.txt").read_text().splitlines()
    assert lines[0] == f"images = {CHIPS} *{bands}*128*128"
    assert lines[3] == f"features = {total}"
    said = "\n".join(export.run.document["log"]["info"])
    assert f"Chips planned: {CHIPS} " in said
    assert f"Chips written: {CHIPS}, {empty} of them without labels. Labels written: {total}." in said


def _check_labels(export: Exported, metadata_format: str) -> None:
    """Every chip has as many labels as tracts lie in it."""
    mark = {"KITTI_rectangles": "\n", "PASCAL_VOC_rectangles": "<object>"}[metadata_format]
    files = sorted((export.folder / "labels").iterdir())
    assert [file.read_text().count(mark) for file in files] == LABELS


def _check_chips(export: Exported, image_format: str, bands: int) -> None:
    """Chips have the full size, all bands, and lie where they belong."""
    for place in (0, CHIPS - 1):
        chip = gdal.Open(str(export.folder / "images" / f"{STEMS[place]}{IMAGE_SUFFIX[image_format]}"))
        assert (chip.RasterXSize, chip.RasterYSize, chip.RasterCount) == (*SIZE, bands)
        assert chip.GetRasterBand(1).DataType == gdal.GDT_Byte
        assert chip.GetSpatialRef().GetAuthorityCode(None) == "31985"
        left, cell_x, _, top, _, cell_y = chip.GetGeoTransform()
        assert (cell_x, cell_y) == pytest.approx((28.5, -28.5))
        row, column = divmod(place, 4)
        scene_left, scene_top = 288776.25, 9120760.75
        assert left == pytest.approx(scene_left + column * 96 * 28.5, abs=1e-4)
        assert top == pytest.approx(scene_top - row * 96 * 28.5, abs=1e-4)


def _check_export(export: Exported, metadata_format: str, image_format: str, bands: int) -> None:
    assert export.run.code == 0, export.run.err
    _check_folder(export, metadata_format, image_format)
    _check_numbers(export, metadata_format, bands)
    _check_labels(export, metadata_format)
    _check_chips(export, image_format, bands)


@pytest.mark.parametrize("image_format", IMAGE_FILES)
@pytest.mark.parametrize("metadata_format", METADATA_FORMATS)
def test_three_bands_go_into_every_format(olinda_export: OlindaExports, metadata_format, image_format):
    export = olinda_export(metadata_format, image_format, 3)
    _check_export(export, metadata_format, image_format, 3)


@pytest.mark.parametrize(
    ("metadata_format", "image_format"), [("KITTI_rectangles", "TIFF"), ("PASCAL_VOC_rectangles", "MRF")]
)
def test_six_bands_go_into_tiff_and_mrf(olinda_export: OlindaExports, metadata_format, image_format):
    export = olinda_export(metadata_format, image_format, 6)
    _check_export(export, metadata_format, image_format, 6)


@pytest.mark.parametrize(
    ("metadata_format", "image_format"), [("KITTI_rectangles", "PNG"), ("PASCAL_VOC_rectangles", "JPEG")]
)
def test_six_bands_are_refused_where_they_do_not_fit(olinda_export, metadata_format, image_format):
    export = olinda_export(metadata_format, image_format, 6)
    assert (export.run.code, export.run.out) == (1, "")
    (sentence,) = export.run.sentences
    assert sentence.startswith(f"IMAGE_CHIP_FORMAT: {image_format} ")
    assert "not the raster's 6" in sentence
    assert "choose TIFF" in sentence
    assert "with BANDS" in sentence
    assert not export.folder.exists()


def test_help_lists_the_documented_parameters(qgis_process: QgisProcess):
    text = qgis_process("help", qgis_process.ID)
    described = qgis_process("--json", "help", qgis_process.ID)
    assert text.code == described.code == 0

    arguments = text.out.partition("Arguments\n")[2].partition("Outputs\n")[0]
    names = [line.partition(":")[0] for line in arguments.splitlines() if ": " in line and line[0] != "\t"]
    parameters = described.document["parameters"]
    assert [(name, parameters[name]["default_value"]) for name in names] == list(DEFAULTS.items())
    assert list(parameters) == sorted(names)
    for name, values in ENUMS.items():
        assert parameters[name]["raw_definition"]["options"] == values
        assert parameters[name]["raw_definition"]["uses_static_strings"] is True
        assert all(value in parameters[name]["help"] for value in values)
    assert all(parameters[name]["help"] for name in names)
    assert list(described.document["outputs"]) == sorted(OUTPUTS)
