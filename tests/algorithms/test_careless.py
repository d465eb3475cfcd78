"""Careless calls from Python: each gets one sentence with parameter, value in words, and remedy."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Any

import pytest
from label_scenes import write_features
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingUtils,
    QgsProperty,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)
from scenes import (
    ALGORITHM,
    METADATA_CHOICES,
    Log,
    memory_layer,
    noise,
    on_map,
    plain_names,
    rectangle,
    write_polygons,
    write_raster,
)

from training_data_exporter.algorithms.parameters import table

pytestmark = pytest.mark.usefixtures("qgis_app")

SQUARE = on_map(rectangle(3, 3, 20, 20))
REPR = re.compile(r"<Qgs|PyQt|\bNone\b|\['|\(\(|QVariant|Traceback|not foreseen|Incorrect parameter value")
NOWHERE = "/nowhere/gone.tif"
NEITHER_RASTER = " is neither a raster file nor a raster layer of the project; check how it is spelled."
NEITHER = " is neither a file nor a layer of the project; check how it is spelled."
AREA = "; give left, right, bottom and top, as in 288776.0,288904.0,9120632.0,9120760.0 [EPSG:31985]."


class Given:
    """Files and layers to give where they do not belong."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.raster = write_raster(folder / "in.tif", noise(3, 64, 64))
        self.one_band = write_raster(folder / "one.tif", noise(1, 64, 64))
        self.real = write_raster(folder / "real.tif", noise(1, 64, 64, "float32"))
        fields = {"kind": int, "name": str}
        self.labels = write_polygons(folder / "labels.gpkg", [(SQUARE, {"kind": 1, "name": "x"})], fields)
        self.points = write_features(folder / "points.gpkg", [("POINT(288800 9120700)", {})], {})
        self.table = folder / "table.csv"
        self.table.write_text("a,b\n1,2\n")
        self.text = folder / "notes.txt"
        self.text.write_text("no raster")


@pytest.fixture(scope="module")
def given(qgis_app, tmp_path_factory) -> Given:
    return Given(tmp_path_factory.mktemp("given"))


class AsSaid(Log):
    """A log that keeps refusals as people read them."""

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N803 - as QGIS names it
        self.errors.append(error)


def run(given: Given, folder: Path, **values: Any) -> tuple[list[str], Log]:
    """Run the algorithm from Python; return the sentences of a refusal, none for an export, and the log."""
    import processing

    sizes = dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y", "STRIDE_X", "STRIDE_Y"), 16)
    plain = {
        "IN_RASTER": str(given.raster),
        "IN_CLASS_DATA": str(given.labels),
        "OUT_FOLDER": str(folder / "out"),
        **sizes,
    }
    log = AsSaid()
    try:
        processing.run(ALGORITHM, {**plain, **values}, feedback=log)
    except QgsProcessingException as error:
        return [*log.errors, str(error)], log
    return [], log


CASES = {
    "no raster": ("IN_RASTER", lambda g: None, "IN_RASTER: no raster is given."),
    "an empty text as raster": ("IN_RASTER", lambda g: "", "IN_RASTER: no raster is given."),
    "a number as raster": ("IN_RASTER", lambda g: 5, f"IN_RASTER: 5{NEITHER_RASTER}"),
    "a misspelled raster": ("IN_RASTER", lambda g: NOWHERE, f"IN_RASTER: {NOWHERE}{NEITHER_RASTER}"),
    "a vector layer as raster": (
        "IN_RASTER",
        lambda g: QgsVectorLayer(str(g.labels), "roofs", "ogr"),
        "IN_RASTER: roofs is a vector layer; choose a raster.",
    ),
    "a vector file as raster": (
        "IN_RASTER",
        lambda g: str(g.labels),
        "IN_RASTER: {labels} is not a raster that QGIS can open; choose a raster file or layer.",
    ),
    "a text file as raster": (
        "IN_RASTER",
        lambda g: str(g.text),
        "IN_RASTER: {text} is not a raster that QGIS can open; choose a raster file or layer.",
    ),
    "a folder as raster": (
        "IN_RASTER",
        lambda g: str(g.folder),
        "IN_RASTER: {folder} is not a raster that QGIS can open; choose a raster file or layer.",
    ),
    "a raster layer whose file is gone": (
        "IN_RASTER",
        lambda g: QgsRasterLayer(NOWHERE, "scene"),
        f"IN_RASTER: the file of the layer scene is gone ({NOWHERE}); bring it back, or choose another "
        "layer.",
    ),
    "an expression that gives no raster": (
        "IN_RASTER",
        lambda g: QgsProperty.fromExpression("1 + 1"),
        f"IN_RASTER: 1 + 1{NEITHER_RASTER}",
    ),
    "no class data": (
        "IN_CLASS_DATA",
        lambda g: None,
        "IN_CLASS_DATA: no class data are given, which KITTI_rectangles needs.",
    ),
    "misspelled class data": ("IN_CLASS_DATA", lambda g: NOWHERE, f"IN_CLASS_DATA: {NOWHERE}{NEITHER}"),
    "several class data": (
        "IN_CLASS_DATA",
        lambda g: [str(g.labels), "b.shp"],
        f"IN_CLASS_DATA: ({{labels}}, b.shp){NEITHER}",
    ),
    "a folder as class data": (
        "IN_CLASS_DATA",
        lambda g: str(g.folder),
        "IN_CLASS_DATA: {folder} is not a vector or raster layer that QGIS can open; choose a file or layer "
        "of labels.",
    ),
    "class data whose file is gone": (
        "IN_CLASS_DATA",
        lambda g: QgsVectorLayer("/nowhere.shp", "roofs", "ogr"),
        "IN_CLASS_DATA: the file of the layer roofs is gone (/nowhere.shp); bring it back, or choose another "
        "layer.",
    ),
    "selected features only": (
        "IN_CLASS_DATA",
        lambda g: QgsProcessingFeatureSourceDefinition(str(g.labels), True),
        "IN_CLASS_DATA: {labels} is asked for in part; choose the layer itself, and SELECTED_ONLY for its "
        "selection.",
    ),
    "a table": (
        "IN_CLASS_DATA",
        lambda g: str(g.table),
        "IN_CLASS_DATA: table is a table without geometry.",
    ),
    "points without a radius": (
        "IN_CLASS_DATA",
        lambda g: str(g.points),
        "BUFFER_RADIUS: points has points or lines, which need a radius above 0 in units of that layer.",
    ),
    "the raster as its own labels": (
        "IN_CLASS_DATA",
        lambda g: str(g.raster),
        "IN_CLASS_DATA: in is the input raster itself; choose the layer that holds the labels.",
    ),
    "real numbers as classes": (
        "IN_CLASS_DATA",
        lambda g: str(g.real),
        "IN_CLASS_DATA: real holds 1.2301533; class values are whole numbers from 0 to 2147483647.",
    ),
    "no folder": ("OUT_FOLDER", lambda g: None, "OUT_FOLDER: no folder is given."),
    "a number as folder": (
        "OUT_FOLDER",
        lambda g: 7,
        "OUT_FOLDER: 7 is not a path; give one as text.",
    ),
    "a folder in a file": (
        "OUT_FOLDER",
        lambda g: str(g.text / "x"),
        "OUT_FOLDER: {text}/x is not writable; choose another folder.",
    ),
    "a word as size": (
        "TILE_SIZE_X",
        lambda g: "large",
        "TILE_SIZE_X: large is not a whole number from 1 to 999999999.",
    ),
    "half a pixel": (
        "TILE_SIZE_Y",
        lambda g: 16.5,
        "TILE_SIZE_Y: 16.5 is not a whole number from 1 to 999999999.",
    ),
    "several sizes": (
        "TILE_SIZE_X",
        lambda g: [16, 32],
        "TILE_SIZE_X: (16, 32) is not a whole number from 1 to 999999999.",
    ),
    "no number": (
        "STRIDE_X",
        lambda g: math.nan,
        "STRIDE_X: nan is not a whole number from 1 to 999999999.",
    ),
    "a negative stride": (
        "STRIDE_Y",
        lambda g: "-4",
        "STRIDE_Y: -4 is not a whole number from 1 to 999999999.",
    ),
    "a word as number of the first chip": (
        "START_INDEX",
        lambda g: "first",
        "START_INDEX: first is not a whole number from -1 to 999999999.",
    ),
    "the number of a choice": (
        "METADATA_FORMAT",
        lambda g: 1,
        f"METADATA_FORMAT: 1 is not one of {', '.join(METADATA_CHOICES)}.",
    ),
    "several choices": (
        "METADATA_FORMAT",
        lambda g: ["RCNN_Masks"],
        f"METADATA_FORMAT: (RCNN_Masks) is not one of {', '.join(METADATA_CHOICES)}.",
    ),
    "another spelling": (
        "IMAGE_CHIP_FORMAT",
        lambda g: "tiff",
        "IMAGE_CHIP_FORMAT: tiff is not one of TIFF, PNG, JPEG, MRF.",
    ),
    "a switch for a choice": (
        "OUTPUT_NOFEATURE_TILES",
        lambda g: True,
        "OUTPUT_NOFEATURE_TILES: True is not one of ALL_TILES, ONLY_TILES_WITH_FEATURES.",
    ),
    "a field that is not there": (
        "CLASS_VALUE_FIELD",
        lambda g: "klass",
        "CLASS_VALUE_FIELD: labels has no field klass; its fields are fid, kind, name.",
    ),
    "several fields": (
        "CLASS_VALUE_FIELD",
        lambda g: ["kind", "name"],
        "CLASS_VALUE_FIELD: (kind, name) is not the name of one field.",
    ),
    "a word as radius": (
        "BUFFER_RADIUS",
        lambda g: "wide",
        "BUFFER_RADIUS: wide is not a number; give a distance in units of the labels' layer.",
    ),
    "a radius with its unit": (
        "BUFFER_RADIUS",
        lambda g: "5 m",
        "BUFFER_RADIUS: 5 m is not a number; give a distance in units of the labels' layer.",
    ),
    "a radius without end": (
        "BUFFER_RADIUS",
        lambda g: math.inf,
        "BUFFER_RADIUS: inf is not a distance from 0.",
    ),
    "a word as cell size": ("CELL_SIZE", lambda g: "small", "CELL_SIZE: small is not a length above 0."),
    "no cell size": ("CELL_SIZE", lambda g: math.nan, "CELL_SIZE: nan is not a length above 0."),
    "a cell size in another unit": (
        "CELL_SIZE",
        lambda g: 1e-9,
        "STRIDE_X: 128000000000 x 128000000000 pixels make 64000000000000000000 chips, but at most "
        "1000000000 can be numbered; make STRIDE_X, STRIDE_Y or CELL_SIZE larger, or choose an EXTENT.",
    ),
    "a word as extent": ("EXTENT", lambda g: "here", f"EXTENT: here is not an area{AREA}"),
    "three numbers as extent": ("EXTENT", lambda g: "1,2,3", f"EXTENT: 1,2,3 is not an area{AREA}"),
    "a list as extent": ("EXTENT", lambda g: [1, 2, 3, 4], f"EXTENT: (1, 2, 3, 4) is not an area{AREA}"),
    "an extent of a point": (
        "EXTENT",
        lambda g: QgsRectangle(5, 6, 5, 6),
        f"EXTENT: 5.0000000,6.0000000 : 5.0000000,6.0000000 is not an area{AREA}",
    ),
    "an extent in a CRS that there is not": (
        "EXTENT",
        lambda g: "0,1,0,1 [EPSG:999999]",
        "EXTENT: EPSG:999999 is not a coordinate reference system that QGIS knows; give a code such as "
        "EPSG:4326.",
    ),
    "an extent elsewhere": (
        "EXTENT",
        lambda g: QgsReferencedRectangle(
            QgsRectangle(0, 0, 9, 9), QgsCoordinateReferenceSystem("EPSG:31985")
        ),
        "EXTENT: 0.0,0.0 : 9.0,9.0 lies outside in, which extends over 288776.0,9120632.0 : "
        "288904.0,9120760.0 (in the raster's coordinates).",
    ),
    "no process": ("WORKERS", lambda g: 0, "WORKERS: 0 is not a whole number from 1 to 512."),
    "a word as number of processes": (
        "WORKERS",
        lambda g: "all",
        "WORKERS: all is not a whole number from 1 to 512.",
    ),
    "more processes than anybody has": (
        "WORKERS",
        lambda g: 600,
        "WORKERS: 600 is not a whole number from 1 to 512.",
    ),
    "a host as scheduler": (
        "DASK_SCHEDULER",
        lambda g: "localhost",
        "DASK_SCHEDULER: localhost is no address of a Dask scheduler, such as tcp://host:8786.",
    ),
    "the address of its dashboard as scheduler": (
        "DASK_SCHEDULER",
        lambda g: "http://localhost:8787",
        "DASK_SCHEDULER: http://localhost:8787 is no address of a Dask scheduler, such as tcp://host:8786.",
    ),
    "a word as switch": (
        "SELECTED_ONLY",
        lambda g: "perhaps",
        "SELECTED_ONLY: perhaps is neither true nor false.",
    ),
    "a selection of nothing": (
        "SELECTED_ONLY",
        lambda g: True,
        "SELECTED_ONLY: no feature of labels is selected; select some, or leave it off.",
    ),
    "another spelling of a mask mode": (
        "MASK_MODE",
        lambda g: "inside",
        "MASK_MODE: inside is not one of CHIPS_INSIDE, BLACKEN_OUTSIDE.",
    ),
    "misspelled mask polygons": (
        "IN_MASK_POLYGONS",
        lambda g: "/nowhere/p.gpkg",
        "IN_MASK_POLYGONS: /nowhere/p.gpkg is not a vector layer that QGIS can open; choose a layer of "
        "polygons.",
    ),
    "points as mask polygons": (
        "IN_MASK_POLYGONS",
        lambda g: str(g.points),
        "IN_MASK_POLYGONS: points is not a layer of polygons; choose one.",
    ),
    "split polygons that say no split": (
        "SPLIT_POLYGONS",
        lambda g: str(g.labels),
        "SPLIT_POLYGONS: labels has no text field split, which says train, valid or test; its fields are "
        "fid, kind, name.",
    ),
    "points as split polygons": (
        "SPLIT_POLYGONS",
        lambda g: str(g.points),
        "SPLIT_POLYGONS: points is not a layer of polygons; choose one.",
    ),
    "a raster as split polygons": (
        "SPLIT_POLYGONS",
        lambda g: str(g.raster),
        "SPLIT_POLYGONS: {raster} is not a vector layer that QGIS can open; choose a layer of polygons.",
    ),
    "another spelling of a reference system": (
        "REFERENCE_SYSTEM",
        lambda g: "pixel",
        "REFERENCE_SYSTEM: pixel is not one of MAP_SPACE, PIXEL_SPACE.",
    ),
    "half a range": (
        "STRETCH_RANGE",
        lambda g: "5",
        "STRETCH_RANGE: 5 is not a list of ranges; give least and greatest value as in 0,3000;10,2500.",
    ),
    "a range from high to low": (
        "STRETCH_RANGE",
        lambda g: "5,3",
        "STRETCH_RANGE: 5,3 is no range; the first value has to be less than the second.",
    ),
    "too few ranges": (
        "STRETCH_RANGE",
        lambda g: "1,2;3,4",
        "STRETCH_RANGE: 2 ranges are given for 3 bands; give one for all, or one for each.",
    ),
    "a band that is not there": (
        "BANDS",
        lambda g: "1;9",
        "BANDS: in has no band 9; its bands have the numbers 1 to 3.",
    ),
    "the name of a band": (
        "BANDS",
        lambda g: "red",
        "BANDS: red is not a list of band numbers; give numbers such as 3;2;1.",
    ),
    "a band twice": ("BANDS", lambda g: "1;1", "BANDS: band 1 is given twice; give each band once."),
    "a percentage as share": (
        "MIN_POLYGON_OVERLAP_RATIO",
        lambda g: 50,
        "MIN_POLYGON_OVERLAP_RATIO: 50 is not a number from 0 to 1.",
    ),
    "nearly everything for validation": (
        "VALIDATION_PERCENT",
        lambda g: 95,
        "VALIDATION_PERCENT: 95 is not a whole number from 0 to 90.",
    ),
    "a folder as report": ("REPORT", lambda g: str(g.folder), "REPORT: {folder} is a folder; give a file."),
    "a number as report": ("REPORT", lambda g: 5, "REPORT: 5 is not a path; give one as text."),
    "a report where no file can be": (
        "REPORT",
        lambda g: "/proc/x/report.html",
        "REPORT: /proc/x/report.html cannot be written: No such file or directory.",
    ),
    "a chip index where no file can be": (
        "CHIP_INDEX",
        lambda g: "/proc/x/chips.gpkg",
        "CHIP_INDEX: the layer cannot be created; choose another file (Could not create layer "
        "/proc/x/chips.gpkg: ",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_careless_value_is_refused_in_words(given, tmp_path, name):
    parameter, value, expected = CASES[name]
    sentences, _ = run(given, tmp_path, **{parameter: value(given)})
    said = sentences[0].replace("Unable to execute algorithm\n", "")
    labels = {row.name: row.label for row in table.parameters()}
    first = expected.partition(":")[0]
    assert said.startswith(f"{labels[first]} ({first}): ")  # as the dialog calls it, and as calls do
    sentence = plain_names(said)
    expected = expected.format(labels=given.labels, text=given.text, folder=given.folder, raster=given.raster)
    assert sentence == expected or (name == "a chip index where no file can be" and expected in sentence)
    assert not any(REPR.search(each) for each in sentences)
    assert "\n" not in sentence
    assert not (tmp_path / "out").exists()


def test_values_that_say_nothing_are_the_defaults(given, tmp_path):
    nothing = ("TILE_SIZE_X", "METADATA_FORMAT", "BUFFER_RADIUS", "CELL_SIZE", "EXTENT", "REPORT")
    sentences, log = run(given, tmp_path, **dict.fromkeys(nothing))
    assert not sentences
    assert log.warnings == [
        "TILE_SIZE_X: 256 pixels are more than the raster's 64, so the rest of each chip is nodata, or 0; a "
        "smaller tile is filled."
    ]


def test_a_temporary_folder_is_warned_of(given, tmp_path):
    sentences, log = run(given, tmp_path, OUT_FOLDER="TEMPORARY_OUTPUT")
    assert not sentences
    before, after = log.warnings
    assert before.startswith(f"OUT_FOLDER: {QgsProcessingUtils.tempFolder()}/")
    assert before.endswith(
        " is temporary, and goes when QGIS closes; to keep the export choose a folder that stays, such as "
        f"{Path.home() / 'training_data'}."
    )
    path = before[len("OUT_FOLDER: ") :].partition(" is temporary")[0]
    assert after == (
        f"The export is in a temporary folder, which goes when QGIS closes; copy {path} to keep it."
    )


def test_a_layer_without_features_is_said_once(given, tmp_path):
    _, log = run(given, tmp_path, IN_CLASS_DATA=memory_layer([]))
    assert log.warnings == [
        "IN_CLASS_DATA: labels has no features.",
        "Classes without a label in any chip: 1 (1).",
    ]
