"""PROCESS_ITEMS_SEPARATELY: each file of a mosaic is exported as by a call of its own that appends."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from label_scenes import contents, export, layer_in_pixels, refusal, write_class_raster
from osgeo import gdal, ogr
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication
from scenes import (
    ALGORITHM,
    ORIGIN,
    UTM,
    Exported,
    Log,
    noise,
    rectangle,
    run,
    spatial_reference,
    write_raster,
)

from training_data_exporter.chipping.gdal_calls import quietly

pytestmark = pytest.mark.usefixtures("qgis_app")

SIDE, TILE = 40, 16
SPLIT = {"VALIDATION_PERCENT": 30, "SPLIT_BLOCK_SIZE": 2.0 * TILE}
SEPARATE = {"PROCESSING_MODE": "PROCESS_ITEMS_SEPARATELY"}


def shapes() -> list[tuple[str, int]]:
    """Rectangles all over the twelve files, none on the fifth."""
    numbers, found = np.random.default_rng(5), []
    for _ in range(120):
        x, y = numbers.uniform(0, 4 * SIDE - 8), numbers.uniform(0, 3 * SIDE - 8)
        if not (x + 8 > 0 and x < SIDE and y + 8 > SIDE and y < 2 * SIDE):
            found.append((rectangle(x, y, x + numbers.uniform(3, 8), y + 6), int(numbers.integers(1, 4))))
    return found


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> list[Path]:
    """Twelve rasters beside each other; two are of another CRS and cell size."""
    folder = tmp_path_factory.mktemp("items")
    found = []
    for number in range(12):
        column, row = number % 4, number // 4
        corner = (ORIGIN[0] + 2 * SIDE * column, 2.0, 0.0, ORIGIN[1] - 2 * SIDE * row, 0.0, -2.0)
        path = write_raster(folder / f"item {number}.tif", noise(3, SIDE, SIDE, seed=number), corner)
        if number in (6, 9):
            other = folder / f"warped {number}.tif"
            gdal.Warp(str(other), str(path), dstSRS="EPSG:4326", xRes=2.5e-5, yRes=2.5e-5)
            path = other
        found.append(path)
    return found


@pytest.fixture(scope="module")
def mosaic(files) -> Path:
    """A virtual raster whose sources name the files, whatever their CRS."""
    path = files[0].parent / "mosaic.vrt"
    plain = [files[0].parent / f"item {number}.tif" for number in range(12)]
    gdal.BuildVRT(str(path), [str(each) for each in plain]).FlushCache()
    text = path.read_text()
    for number in (6, 9):
        text = text.replace(f"item {number}.tif", f"warped {number}.tif")
    path.write_text(text)
    return path


CASES: list[dict[str, Any]] = [
    {},
    {"METADATA_FORMAT": "RCNN_Masks", "IMAGE_CHIP_FORMAT": "PNG"},
    {"METADATA_FORMAT": "COCO", "IMAGE_CHIP_FORMAT": "PNG"},
    {"METADATA_FORMAT": "Labeled_Tiles", "CROP_MODE": "BOUNDING_BOX"},
    {"METADATA_FORMAT": "Panoptic_Segmentation", "INSTANCE_CLASS_VALUE_FIELD": "kind"},
    {"METADATA_FORMAT": "Imagenet", "BLACKEN_AROUND_FEATURE": True},
]


needs_tile_index = pytest.mark.skipif(
    gdal.GetDriverByName("GTI") is None, reason="GDAL before 3.9 reads no tile index (GTI)"
)


def write_index(path: Path, files: list[Path], field: str = "location", layer: str = "tiles") -> Path:
    """Write a tile index of files by their names alone: where each lies on the map of the first."""
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    made = dataset.CreateLayer(layer, spatial_reference(UTM), ogr.wkbPolygon)
    made.CreateField(ogr.FieldDefn(field, ogr.OFTString))
    for key, value in {"RESX": "2", "RESY": "2", "LOCATION_FIELD": field}.items():
        made.SetMetadataItem(key, value)
    for file in files:
        raster = gdal.Open(str(file))
        warped = gdal.AutoCreateWarpedVRT(raster, None, spatial_reference(UTM).ExportToWkt())
        left, cell_x, _, top, _, cell_y = warped.GetGeoTransform()
        right, bottom = left + cell_x * warped.RasterXSize, top + cell_y * warped.RasterYSize
        feature = ogr.Feature(made.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(rectangle(left, top, right, bottom)))
        feature.SetField(field, file.name)
        made.CreateFeature(feature)
    return path


@needs_tile_index
@pytest.mark.parametrize("given", CASES)
def test_a_tile_index_equals_twelve_runs_appended(tmp_path, files, given):
    index = write_index(files[0].parent / "tiles.gti.gpkg", files)
    whole = each(tmp_path / "one", index, **SEPARATE, **given)
    assert contents(tmp_path / "one") == appended(tmp_path / "twelve", files, **given)
    assert whole.outputs["CHIP_COUNT"] > 100
    index.unlink()


@needs_tile_index
def test_a_tile_index_may_be_named_by_a_prefix_or_a_file_of_its_own(tmp_path, files):
    index = write_index(files[0].parent / "index.gpkg", files, "file", "footprints")
    described = files[0].parent / "tiles.gti"
    described.write_text(
        "<GDALTileIndexDataset><IndexDataset>index.gpkg</IndexDataset><IndexLayer>footprints</IndexLayer>"
        "<LocationField>file</LocationField><ResX>2</ResX><ResY>2</ResY></GDALTileIndexDataset>"
    )
    expected = appended(tmp_path / "twelve", files)
    names = [
        name for name in (f"GTI:{index}", str(described)) if quietly(partial(gdal.Open, name)) is not None
    ]
    if not names:
        pytest.skip("this GDAL (3.10) looks for the files of such an index in another folder")
    for place, name in enumerate(names):
        each(tmp_path / str(place), name, **SEPARATE)
        assert contents(tmp_path / str(place)) == expected
    index.unlink(), described.unlink()


def each(folder: Path, raster: Path, log: Log | None = None, **given: Any) -> Exported:
    values = {"CLASS_VALUE_FIELD": "kind", **given}
    labels = values.pop("IN_CLASS_DATA", None) or layer_in_pixels(shapes())
    if given.get("METADATA_FORMAT") == "Panoptic_Segmentation":
        values["IN_INSTANCE_DATA"] = layer_in_pixels(shapes()[::2])
    return export(folder, raster, labels, TILE, 8, log=log, **values)


def appended(folder: Path, files: list[Path], **given: Any) -> dict[str, bytes]:
    """Export file after file, each by a call of its own; those that give no chip are passed over."""
    for path in files:
        try:
            each(folder, path, START_INDEX=-1 if folder.exists() else 0, **given)
        except QgsProcessingException as problem:
            assert "No chip was written" in str(problem)
    return contents(folder)


@pytest.mark.parametrize("given", CASES)
def test_it_equals_twelve_runs_appended(tmp_path, files, mosaic, given):
    whole = each(tmp_path / "one", mosaic, **SEPARATE, **given)
    assert contents(tmp_path / "one") == appended(tmp_path / "twelve", files, **given)
    assert (
        whole.outputs["CHIP_COUNT"] == len(list((tmp_path / "one" / "images").rglob("*.[tp][in][fg]"))) > 100
    )


def test_a_split_is_that_of_runs_appended(tmp_path, files):
    """The blocks of each file are shared out when it comes; nothing moves, and no file sees those behind."""
    plain = [path for path in files if path.name.startswith("item")]
    mosaic = tmp_path / "mosaic.vrt"
    gdal.BuildVRT(str(mosaic), [str(path) for path in plain]).FlushCache()
    each(tmp_path / "one", mosaic, **SEPARATE, **SPLIT)
    assert contents(tmp_path / "one") == appended(tmp_path / "ten", plain, **SPLIT)
    counts = [len(list((tmp_path / "one" / name / "images").glob("*.tif"))) for name in ("train", "valid")]
    assert min(counts) > 5


@pytest.mark.parametrize("name", ["Export_Tiles", "CycleGAN"])
def test_a_file_beside_the_second_raster_is_passed_over(tmp_path, files, name):
    mosaic = tmp_path / "mosaic.vrt"
    gdal.BuildVRT(str(mosaic), [str(each) for each in files[:3]]).FlushCache()
    second = write_raster(tmp_path / "second.tif", noise(1, SIDE, 2 * SIDE))
    given = {"METADATA_FORMAT": name, "IN_RASTER2": second}
    sizes = dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y", "STRIDE_X", "STRIDE_Y"), TILE)
    log = Log()
    run(tmp_path / "one", log, IN_RASTER=mosaic, **given, **sizes, **SEPARATE)
    for path in files[:2]:
        run(tmp_path / "two", IN_RASTER=path, START_INDEX=-1, **given, **sizes)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert [text for text in log.warnings if "second does not lie on the area to export; " in text]


def test_a_file_without_labels_is_passed_over(tmp_path, files, mosaic):
    given = {"OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES"}
    whole = each(tmp_path / "one", mosaic, **SEPARATE, **given)
    assert contents(tmp_path / "one") == appended(tmp_path / "twelve", files, **given)
    assert len([text for text in whole.log.warnings if text.startswith("No chip was written")]) == 1
    assert [text for text in whole.log.infos if text.startswith("File 5 of 12")]


@pytest.mark.parametrize("moment", [1.0, 20.0, 48.0, 75.0])
def test_the_same_call_goes_on(tmp_path, mosaic, moment):
    each(tmp_path / "whole", mosaic, **SEPARATE)
    stopped = each(tmp_path / "out", mosaic, Log(cancel_at=moment), **SEPARATE)
    assert stopped.outputs == {} or not stopped.outputs.get("CHIP_COUNT")
    each(tmp_path / "out", mosaic, **SEPARATE)
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_report_and_index_are_of_all_files(tmp_path, mosaic):
    index = tmp_path / "index.gpkg"
    looks = {"REPORT": tmp_path / "report.html", "CHIP_INDEX": index}
    done = each(tmp_path / "out", mosaic, **SEPARATE, **looks)
    layer = QgsVectorLayer(str(index))
    assert layer.featureCount() == done.outputs["CHIP_COUNT"]
    assert layer.crs().authid() == UTM
    whole = layer.extent()
    assert (whole.xMinimum(), whole.yMaximum()) == pytest.approx(ORIGIN, abs=5)
    assert (tmp_path / "report.html").stat().st_size > 10_000


COUNTS = ("CHIP_COUNT", "FEATURE_COUNT", "CLASS_COUNT", "EMPTY_CHIP_COUNT")
PLANNED: list[dict[str, Any]] = [
    {},
    {"OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES", "START_INDEX": 7},
    {"METADATA_FORMAT": "RCNN_Masks", "MIN_OBJECT_SIZE": 5.9},
    {"METADATA_FORMAT": "Labeled_Tiles", "CROP_MODE": "BOUNDING_BOX", "ROTATION_ANGLE": 120},
    {"METADATA_FORMAT": "Classified_Tiles", "IN_CLASS_DATA": "classes"},
    {"EMPTY_CHIPS_PERCENT": 10, **SPLIT},
]


@pytest.mark.parametrize("given", PLANNED)
def test_a_plan_counts_and_shows_what_all_files_give(tmp_path, files, mosaic, given):
    if "VALIDATION_PERCENT" in given:
        mosaic = tmp_path / "mosaic.vrt"
        plain = [str(path) for path in files if path.name.startswith("item")]
        gdal.BuildVRT(str(mosaic), plain).FlushCache()
    if "IN_CLASS_DATA" in given:
        values = np.zeros((3 * SIDE, 4 * SIDE), np.uint8)
        values[5:30, 5:60], values[70:110, 90:150] = 2, 9
        classes = write_class_raster(tmp_path / "classes.tif", values)
        given = {**given, "IN_CLASS_DATA": classes, "CLASS_VALUE_FIELD": None}
    looks = {name: {"CHIP_INDEX": tmp_path / f"{name}.gpkg"} for name in ("plan", "made")}
    report = tmp_path / "r.html"
    plan = each(tmp_path / "out", mosaic, **SEPARATE, **given, **looks["plan"], PLAN_ONLY=True, REPORT=report)
    assert not (tmp_path / "out").exists()
    made = each(tmp_path / "out", mosaic, **SEPARATE, **given, **looks["made"])
    assert {name: plan.outputs[name] for name in COUNTS} == {name: made.outputs[name] for name in COUNTS}
    assert "OUT_FOLDER" not in plan.outputs
    assert rows_of(tmp_path / "plan.gpkg") == rows_of(tmp_path / "made.gpkg")
    passed = [[text for text in run.log.warnings if "No chip was written" in text] for run in (plan, made)]
    assert len(passed[0]) == len(passed[1])
    text = report.read_text("utf-8")
    assert "<h2>This is a plan</h2>" in text
    assert f"<th>Chips</th><td>{plan.outputs['CHIP_COUNT']}</td>" in text


def test_a_plan_leaves_out_a_file_that_would_be_taken_back(tmp_path, files):
    """Masks need one label: the first file has none that counts, so its chips do not stay."""
    mosaic = tmp_path / "mosaic.vrt"
    gdal.BuildVRT(str(mosaic), [str(path) for path in files[:2]]).FlushCache()
    labels = layer_in_pixels([(rectangle(4, 4, 7, 7), 1), (rectangle(SIDE + 4, 4, SIDE + 14, 14), 2)])
    given = {"METADATA_FORMAT": "RCNN_Masks", "MIN_OBJECT_SIZE": 4, "IN_CLASS_DATA": labels}
    index = tmp_path / "plan.gpkg"
    plan = each(tmp_path / "out", mosaic, **SEPARATE, **given, PLAN_ONLY=True, CHIP_INDEX=index)
    made = each(tmp_path / "out", mosaic, **SEPARATE, **given, CHIP_INDEX=tmp_path / "made.gpkg")
    assert {name: plan.outputs[name] for name in COUNTS} == {name: made.outputs[name] for name in COUNTS}
    assert plan.outputs["CHIP_COUNT"] == 16
    assert rows_of(index) == rows_of(tmp_path / "made.gpkg")
    for run_of in (plan, made):
        assert (
            len([text for text in run_of.log.warnings if "needs a label in at least one chip" in text]) == 1
        )


def rows_of(path: Path) -> list[tuple[Any, ...]]:
    """Return stem, labels, split, block and extent of each chip of an index, but for its last centimetres."""
    layer = QgsVectorLayer(str(path), "index", "ogr")
    names = [
        name for name in ("stem", "objects", "classes", "split", "block") if name in layer.fields().names()
    ]
    return sorted(
        (*(each[name] for name in names), each.geometry().boundingBox().toString(1))
        for each in layer.getFeatures()
    )


def test_a_plan_goes_on_behind_what_is_there(tmp_path, mosaic):
    whole = each(tmp_path / "whole", mosaic, **SEPARATE)
    each(tmp_path / "out", mosaic, Log(cancel_at=48.0), **SEPARATE)
    before = contents(tmp_path / "out")
    index = tmp_path / "plan.gpkg"
    plan = each(tmp_path / "out", mosaic, PLAN_ONLY=True, CHIP_INDEX=index, **SEPARATE)
    assert contents(tmp_path / "out") == before
    stems = [row[0] for row in rows_of(index)]
    count = whole.outputs["CHIP_COUNT"]
    assert stems == [f"{number:09d}" for number in range(count - plan.outputs["CHIP_COUNT"], count)]
    assert 0 < len(stems) < count


def test_the_report_tells_what_all_files_have_left_out(tmp_path, mosaic):
    given = {"OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES", "MIN_OBJECT_SIZE": 5}
    done = each(tmp_path / "out", mosaic, **SEPARATE, **given, REPORT=tmp_path / "r.html")
    begins = {
        "Chips left out, without a label": "Chips left out because they have no labels: ",
        "Labels left out, too small": "Labels left out by MIN_OBJECT_SIZE, a side of their box is shorter: ",
    }
    text = (tmp_path / "r.html").read_text("utf-8")
    for row, begin in begins.items():
        counts = [int(each[len(begin) : -1]) for each in done.log.infos if each.startswith(begin)]
        assert len(counts) > 3 and sum(counts) > max(counts)
        assert f"<th>{row}</th><td>{sum(counts)}</td>" in text, (row, counts)


def test_what_is_no_mosaic_is_one_raster(tmp_path, files):
    log = Log()
    each(tmp_path / "one", files[0], log, **SEPARATE)
    each(tmp_path / "two", files[0])
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    said = "PROCESSING_MODE: item 0 is no mosaic of files, so it is exported as one raster."
    assert said in log.warnings


def test_refusals(tmp_path, files, mosaic):
    labels = layer_in_pixels(shapes())
    each(tmp_path / "done", mosaic, **SEPARATE)
    again = {
        "CLASS_VALUE_FIELD": "kind",
        "STRIDE_X": 8,
        "STRIDE_Y": 8,
        "TILE_SIZE_X": TILE,
        "TILE_SIZE_Y": TILE,
    }
    said = refusal(tmp_path / "done", mosaic, labels, **again, **SEPARATE)
    assert said.endswith("holds the chips of all 12 files of mosaic already; choose another folder.")
    lacking = tmp_path / "lacking.vrt"
    text = mosaic.read_text().replace("item 0.tif", "gone.tif")
    lacking.write_text(text.replace('relativeToVRT="1">', f'relativeToVRT="0">{files[0].parent}/'))
    said = refusal(tmp_path / "out", lacking, labels, **SEPARATE)
    assert said.startswith("PROCESSING_MODE: ")
    assert said.endswith("gone.tif, a file of lacking, is no raster that QGIS can open.")
    assert not (tmp_path / "out").exists()


def test_files_that_do_not_go_into_one_set_are_refused_before_one_is_written(tmp_path, files):
    labels = layer_in_pixels(shapes())
    corner = (ORIGIN[0] + 2 * SIDE, 2.0, 0.0, ORIGIN[1], 0.0, -2.0)
    wide = write_raster(tmp_path / "wide.tif", noise(3, SIDE, SIDE, "uint16"), corner)
    named = write_raster(tmp_path / "named.tif", noise(3, SIDE, SIDE), corner, names=["Red", "Green", "Blue"])
    split = {"VALIDATION_PERCENT": 20}
    types = f"pixels of {files[0]} are of type uint8, those of {wide} of type uint16, and"
    names = f"bands of {files[0]} are named , , , those of {named} Red, Green, Blue, and"
    maps = f"{files[0]} and {files[6]} have different coordinate reference systems, and"
    cases = [(wide, {}, types), (named, {}, names), (files[6], split, maps)]
    for place, (other, given, sentence) in enumerate(cases):
        path = mosaic_of(tmp_path / f"{place}.vrt", [files[0], other], files[0])
        said = refusal(tmp_path / "out", path, labels, CLASS_VALUE_FIELD="kind", **SEPARATE, **given)
        assert said.startswith(f"PROCESSING_MODE: {sentence}")
        assert not (tmp_path / "out").exists()
    stretched = each(tmp_path / "out", tmp_path / "0.vrt", STRETCH="MINIMUM_MAXIMUM", **SEPARATE)
    assert stretched.outputs["CHIP_COUNT"] > 20


def mosaic_of(path: Path, files: list[Path], like: Path) -> Path:
    """Return a virtual raster of one file whose sources name several, whatever they are like."""
    gdal.BuildVRT(str(path), [str(like)]).FlushCache()
    text = path.read_text()
    start, end = text.index("<SimpleSource>"), text.index("</SimpleSource>") + len("</SimpleSource>")
    name = text[text.index("<SourceFilename", start) : text.index("</SourceFilename>", start)]
    sources = [text[start:end].replace(name, f'<SourceFilename relativeToVRT="0">{each}') for each in files]
    path.write_text(text[:start] + "".join(sources) + text[end:])
    return path


def test_a_worker_thread_opens_files_in_that_of_the_layers(tmp_path, mosaic):
    """QGIS itself runs the algorithm in a worker; each file is prepared where layers live."""
    layer = layer_in_pixels(shapes())
    values = {
        "IN_RASTER": str(mosaic),
        "IN_CLASS_DATA": layer,
        "CLASS_VALUE_FIELD": "kind",
        "OUT_FOLDER": str(tmp_path / "out"),
        **dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y"), TILE),
        **dict.fromkeys(("STRIDE_X", "STRIDE_Y"), 8),
        **SEPARATE,
    }
    log, context, results = Log(), QgsProcessingContext(), []
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
    task = QgsProcessingAlgRunnerTask(algorithm, values, context, log)
    task.executed.connect(lambda fine, outputs: results.append((fine, outputs)))
    QgsApplication.taskManager().addTask(task)
    end = time.monotonic() + 60
    while not results and time.monotonic() < end:
        QCoreApplication.processEvents()
        time.sleep(0.01)
    assert results, "it never ended"
    assert results[0][0], log.errors
    each(tmp_path / "here", mosaic, **SEPARATE)
    assert contents(tmp_path / "out") == contents(tmp_path / "here")
