"""The algorithm as processing.run sees it: parameters, classes, choices, warnings, progress, Cancel."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, osr
from scenes import (
    ALGORITHM,
    METADATA_CHOICES,
    UTM,
    Log,
    memory_layer,
    noise,
    on_map,
    rectangle,
    run,
    spatial_reference,
    write_polygons,
    write_raster,
)

from training_data_exporter.chipping.classes import palette_color

pytestmark = pytest.mark.usefixtures("qgis_app")

TILES = {"TILE_SIZE_X": 16, "TILE_SIZE_Y": 16, "STRIDE_X": 16, "STRIDE_Y": 16}


@pytest.fixture
def raster(tmp_path):
    """Three chips across, two down."""
    return write_raster(tmp_path / "in.tif", noise(1, 32, 48) | 1)


@pytest.fixture
def export(tmp_path, raster):
    """Return a function that exports a layer over the raster."""

    def exported(layer, log=None, folder="out", **parameters):
        values = {"IN_RASTER": raster, "IN_CLASS_DATA": layer, **TILES, **parameters}
        return run(tmp_path / folder, log, **values)

    return exported


def square(column, row, size=4):
    """A square in pixels, as WKT on the map."""
    return on_map(rectangle(column, row, column + size, row + size))


def layer_of(values, field="kind", kind=int, **parameters):
    """A layer with one square per value, side by side in the first row of chips."""
    shapes = [(square(1 + 5 * place, 2), {field: value}) for place, value in enumerate(values)]
    return memory_layer(shapes, {field: kind}, **parameters)


def refusal_of(export, layer, **parameters):
    """Return what a failing run says: as its exception, and in the log what preparing raised."""
    log = Log()
    with pytest.raises(Exception) as failure:
        export(layer, log, **parameters)
    return " ".join([str(failure.value), *log.errors])


def classes(exported):
    return [(each["ClassValue"], each["ClassName"]) for each in exported.accumulated()["Classes"]]


def colors(exported):
    return {each["ClassValue"]: tuple(each["Color"]) for each in exported.accumulated()["Classes"]}


def labelled(exported):
    return [box.class_value for chip in exported.all_boxes() for box in chip]


# What is declared.


@pytest.fixture(scope="module")
def algorithm(qgis_app):
    from qgis.core import QgsApplication

    return QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)


DECLARED = [
    ("IN_RASTER", "raster", None),
    ("OUT_FOLDER", "folderDestination", None),
    ("IN_CLASS_DATA", "layer", None),
    ("IMAGE_CHIP_FORMAT", "enum", "TIFF"),
    ("TILE_SIZE_X", "number", 256),
    ("TILE_SIZE_Y", "number", 256),
    ("STRIDE_X", "number", 128),
    ("STRIDE_Y", "number", 128),
    ("OUTPUT_NOFEATURE_TILES", "enum", "ALL_TILES"),
    ("METADATA_FORMAT", "enum", "KITTI_rectangles"),
    ("START_INDEX", "number", 0),
    ("CLASS_VALUE_FIELD", "field", None),
    ("BUFFER_RADIUS", "distance", 0),
]
CHOICES = {
    "IMAGE_CHIP_FORMAT": ["TIFF", "PNG", "JPEG", "MRF"],
    "OUTPUT_NOFEATURE_TILES": ["ALL_TILES", "ONLY_TILES_WITH_FEATURES"],
    "METADATA_FORMAT": METADATA_CHOICES,
}


def test_names_are_the_documented_ones(algorithm):
    assert algorithm.id() == ALGORITHM
    assert algorithm.displayName() == "Export training data for deep learning"
    assert (algorithm.provider().id(), algorithm.provider().name()) == ("trainingdata", "Training data")
    assert not algorithm.icon().isNull()
    assert Path(algorithm.svgIconPath()).is_file()
    assert Path(algorithm.provider().svgIconPath()).is_file()


def test_parameters_stand_in_the_documented_order_with_their_defaults(algorithm):
    found = [(each.name(), each.type(), each.defaultValue()) for each in algorithm.parameterDefinitions()]
    assert found[: len(DECLARED)] == DECLARED


def test_documented_parameters_are_in_plain_view_and_others_are_advanced(algorithm):
    from qgis.core import QgsProcessingParameterDefinition

    names = [name for name, _, _ in DECLARED]
    for each in algorithm.parameterDefinitions():
        advanced = bool(each.flags() & QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        assert advanced == (each.name() not in names), each.name()


def test_only_class_data_and_their_field_may_be_left_out(algorithm):
    from qgis.core import QgsProcessingParameterDefinition

    optional = QgsProcessingParameterDefinition.Flag.FlagOptional
    names = [
        each.name() for each in algorithm.parameterDefinitions()[: len(DECLARED)] if each.flags() & optional
    ]
    assert names == ["IN_CLASS_DATA", "CLASS_VALUE_FIELD"]


@pytest.mark.parametrize("name", CHOICES)
def test_choices_are_spelled_as_documented(algorithm, name):
    parameter = algorithm.parameterDefinition(name)
    assert parameter.options() == CHOICES[name]
    assert parameter.usesStaticStrings()


def test_numbers_are_whole_and_bounded(algorithm):
    from qgis.core import QgsProcessingParameterNumber

    for name in ("TILE_SIZE_X", "TILE_SIZE_Y", "STRIDE_X", "STRIDE_Y", "START_INDEX"):
        parameter = algorithm.parameterDefinition(name)
        assert parameter.dataType() == QgsProcessingParameterNumber.Type.Integer
        assert parameter.minimum() == (-1 if name == "START_INDEX" else 1)
    radius = algorithm.parameterDefinition("BUFFER_RADIUS")
    assert (radius.minimum(), radius.parentParameterName()) == (0, "IN_CLASS_DATA")
    field = algorithm.parameterDefinition("CLASS_VALUE_FIELD")
    assert field.parentLayerParameterName() == "IN_CLASS_DATA"


def test_outputs_are_the_folder_what_people_look_at_and_a_number_per_fact(algorithm):
    found = [(each.name(), each.type()) for each in algorithm.outputDefinitions()]
    numbers = ("CHIP_COUNT", "FEATURE_COUNT", "CLASS_COUNT", "EMPTY_CHIP_COUNT")
    made = [("OUT_FOLDER", "outputFolder"), ("REPORT", "outputHtml"), ("CHIP_INDEX", "outputVector")]
    assert found == [*made, *((name, "outputNumber") for name in numbers)]


def test_every_parameter_has_help_and_the_page_contains_it(algorithm):
    page = algorithm.shortHelpString()
    for each in algorithm.parameterDefinitions():
        assert each.help(), each.name()
        assert each.description() in page
        assert each.help().split("\n")[0][:60] in page, each.name()
    for choices in CHOICES.values():
        for choice in choices:
            assert choice in page


def test_the_defaults_alone_make_an_export(tmp_path, raster):
    exported = run(tmp_path / "out", IN_RASTER=raster, IN_CLASS_DATA=layer_of([1]))
    assert exported.names() == {
        "images/000000000.tif",
        "images/000000000.tfw",
        "labels/000000000.txt",
        "map.txt",
        "stats.txt",
        "esri_accumulated_stats.json",
        "esri_model_definition.emd",
        "export.json",
    }


# Which chips, and their numbers.


def test_all_tiles_writes_every_chip(export):
    exported = export(layer_of([1, 1]))
    assert len(exported.stems()) == 6
    numbers = [
        exported.outputs[name] for name in ("CHIP_COUNT", "FEATURE_COUNT", "CLASS_COUNT", "EMPTY_CHIP_COUNT")
    ]
    assert numbers == [6, 2, 1, 5]
    assert exported.outputs["OUT_FOLDER"] == str(exported.path)


def test_only_tiles_with_features_writes_those_and_numbers_them_without_gaps(export):
    layer = memory_layer([(square(33, 1), {}), (square(18, 20), {})])
    exported = export(layer, OUTPUT_NOFEATURE_TILES="ONLY_TILES_WITH_FEATURES")
    assert exported.stems() == ["000000000", "000000001"]
    assert [len(chip) for chip in exported.all_boxes()] == [1, 1]
    left = [exported.transform(stem)[0] for stem in exported.stems()]
    assert left == [288776.0 + 64, 288776.0 + 32]
    assert "Chips left out because they have no labels: 4." in exported.log.infos
    assert len(list(exported.path.glob("images/*.tif"))) == 2


def test_chips_are_numbered_from_the_start_index(export):
    exported = export(layer_of([1]), START_INDEX=998)
    assert exported.stems() == [f"{number:09d}" for number in range(998, 1004)]
    assert exported.accumulated()["NextTileIndex"] == 1004
    assert exported.accumulated()["NumTiles"] == 6


def test_chips_without_valid_pixels_are_not_written_but_counted(tmp_path):
    pixels = noise(2, 32, 48, "int16")
    pixels[:, 0:16, 16:32] = -9999
    source = write_raster(tmp_path / "in.tif", pixels, nodata=-9999)
    exported = run(tmp_path / "out", IN_RASTER=source, IN_CLASS_DATA=layer_of([1] * 5), **TILES)
    assert len(exported.stems()) == exported.outputs["CHIP_COUNT"] == 5
    assert exported.stems()[-1] == "000000004"
    assert "Chips left out because they have no valid pixel: 1." in exported.log.infos


def test_a_raster_without_any_valid_pixel_is_an_error_and_leaves_no_map(tmp_path):
    source = write_raster(tmp_path / "in.tif", np.full((1, 32, 48), 7, "uint8"), nodata=7)
    with pytest.raises(Exception, match=r"No chip was written: none has a valid pixel \(of 6\)"):
        run(tmp_path / "out", IN_RASTER=source, IN_CLASS_DATA=layer_of([1]), **TILES)
    assert not (tmp_path / "out" / "map.txt").exists()


# Classes.


@pytest.mark.parametrize("field", ["classvalue", "CLASSVALUE", "Classvalue", "value", "VALUE"])
def test_a_field_of_a_known_name_is_found(export, field):
    exported = export(layer_of([3, 8], field))
    assert labelled(exported) == [3, 8]
    assert classes(exported) == [(3, "3"), (8, "8")]


def test_classvalue_goes_before_value(export):
    shapes = [(square(1, 1), {"value": 5, "classvalue": 6})]
    assert labelled(export(memory_layer(shapes, {"value": int, "classvalue": int}))) == [6]


def test_the_named_field_goes_before_all(export):
    shapes = [(square(1, 1), {"classvalue": 5, "kind": 6})]
    layer = memory_layer(shapes, {"classvalue": int, "kind": int})
    assert labelled(export(layer, CLASS_VALUE_FIELD="kind")) == [6]


def test_without_a_field_there_is_one_class(export):
    exported = export(layer_of([7, 8]))
    assert labelled(exported) == [1, 1]
    assert classes(exported) == [(1, "1")]


def test_text_is_numbered_by_name_and_the_log_says_so(export):
    exported = export(layer_of(["URBANO", "RURAL", "URBANO"], kind=str), CLASS_VALUE_FIELD="kind")
    assert labelled(exported) == [2, 1, 2]
    assert classes(exported) == [(1, "RURAL"), (2, "URBANO")]
    assert any("kind holds text" in text for text in exported.log.infos)


def test_numeric_text_and_whole_floats_are_class_values(export):
    text = export(layer_of(["10", "9"], kind=str), CLASS_VALUE_FIELD="kind")
    assert labelled(text) == [10, 9]
    assert labelled(export(layer_of([4.0, 2.0], kind=float), CLASS_VALUE_FIELD="kind", folder="floats")) == [
        4,
        2,
    ]


def test_a_feature_without_class_is_left_out_and_reported(export):
    exported = export(layer_of([2, None, 3]), CLASS_VALUE_FIELD="kind")
    assert labelled(exported) == [2, 3]
    assert classes(exported) == [(2, "2"), (3, "3")]
    assert [text for text in exported.log.warnings if "no class" in text] == [
        "Features left out because they have no class: 1 (ids 2)."
    ]


def test_a_class_without_labels_in_any_chip_is_warned_about(export):
    shapes = [(square(1, 1), {"value": 1}), (square(900, 900), {"value": 2})]
    exported = export(memory_layer(shapes, {"value": int}))
    assert [text for text in exported.log.warnings if "without a label" in text] == [
        "Classes without a label in any chip: 2 (2)."
    ]
    assert classes(exported) == [(1, "1"), (2, "2")]


def test_names_and_colours_come_from_fields_of_known_names(export):
    fields = {"ClassValue": int, "CLASSNAME": str, "Red": int, "Green": int, "Blue": int}
    rows = [(4, "Água", 1, 2, 3), (2, None, None, None, None)]
    shapes = [(square(1 + 5 * place, 1), dict(zip(fields, row))) for place, row in enumerate(rows)]
    exported = export(memory_layer(shapes, fields))
    assert classes(exported) == [(2, "2"), (4, "Água")]
    assert colors(exported) == {4: (1, 2, 3), 2: palette_color(2)}
    assert b'"\\u00c1gua"' in (exported.path / "esri_model_definition.emd").read_bytes()


def test_colours_of_a_categorized_renderer_are_taken(export):
    from qgis.core import QgsCategorizedSymbolRenderer, QgsFillSymbol, QgsRendererCategory

    layer = layer_of([1, 2, 3])
    shown = {1: "#102030", 2: "#ff0080"}
    categories = [
        QgsRendererCategory(value, QgsFillSymbol.createSimple({"color": color}), "")
        for value, color in shown.items()
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer("kind", categories))
    exported = export(layer, CLASS_VALUE_FIELD="kind")
    assert colors(exported) == {1: (16, 32, 48), 2: (255, 0, 128), 3: palette_color(3)}


def test_a_renderer_of_another_field_says_nothing_about_classes(export):
    from qgis.core import QgsCategorizedSymbolRenderer, QgsFillSymbol, QgsRendererCategory

    layer = memory_layer([(square(1, 1), {"kind": 1, "other": 1})], {"kind": int, "other": int})
    category = QgsRendererCategory(1, QgsFillSymbol.createSimple({"color": "#102030"}), "")
    layer.setRenderer(QgsCategorizedSymbolRenderer("other", [category]))
    assert colors(export(layer, CLASS_VALUE_FIELD="kind")) == {1: palette_color(1)}


@pytest.mark.parametrize("value", [-1, 1.5])
def test_a_value_that_is_no_class_is_refused_before_anything_is_written(export, tmp_path, value):
    said = refusal_of(export, layer_of([1, value], kind=type(value)), CLASS_VALUE_FIELD="kind")
    assert "CLASS_VALUE_FIELD: kind" in said
    assert str(value) in said
    assert not (tmp_path / "out").exists()


def test_a_field_that_does_not_exist_is_refused_naming_those_that_do(export, tmp_path):
    with pytest.raises(
        Exception, match=r"CLASS_VALUE_FIELD: labels has no field nosuch; its fields are kind"
    ):
        export(layer_of([1]), CLASS_VALUE_FIELD="nosuch")
    assert not (tmp_path / "out").exists()


# Layers of all kinds.


def test_a_filtered_layer_gives_the_features_of_its_filter(export, tmp_path):
    from qgis.core import QgsVectorLayer

    shapes = [(square(1 + 5 * place, 1), {"value": value}) for place, value in enumerate([1, 2, 1])]
    path = write_polygons(tmp_path / "labels.gpkg", shapes, {"value": int})
    layer = QgsVectorLayer(str(path), "labels", "ogr")
    layer.setSubsetString("value = 1")
    exported = export(layer)
    assert labelled(exported) == [1, 1]
    assert classes(exported) == [(1, "1")]


def test_labels_in_another_crs_land_on_the_same_pixels(export):
    there = osr.CoordinateTransformation(spatial_reference(UTM), spatial_reference("EPSG:4674"))
    from osgeo import ogr

    geometry = ogr.CreateGeometryFromWkt(square(20, 5))
    geometry.Transform(there)
    exported = export(memory_layer([(geometry.ExportToWkt(), {})], crs="EPSG:4674"))
    (box,) = exported.boxes("000000001")
    assert box.sides == pytest.approx((4, 5, 8, 9), abs=0.011)
    assert not exported.log.warnings


@pytest.mark.parametrize("lacking", ["labels", "in"])
def test_a_missing_crs_is_taken_as_the_other_s_with_a_warning(tmp_path, lacking):
    source = write_raster(tmp_path / "in.tif", noise(1, 32, 48), crs="" if lacking == "in" else UTM)
    layer = layer_of([1], crs="" if lacking == "labels" else UTM)
    exported = run(tmp_path / "out", IN_RASTER=source, IN_CLASS_DATA=layer, **TILES)
    assert [box.sides for box in exported.boxes("000000000")] == [(1.0, 2.0, 5.0, 6.0)]
    (warning,) = exported.log.warnings
    assert warning.startswith(f"{lacking} has no coordinate reference system")


def test_no_overlap_is_an_error_with_both_extents_where_only_labels_are_wanted(export, tmp_path):
    far = memory_layer([(square(5000, 5000), {})])
    said = refusal_of(export, far, OUTPUT_NOFEATURE_TILES="ONLY_TILES_WITH_FEATURES")
    assert "IN_CLASS_DATA: no label lies on the raster" in said
    numbers = re.findall(r"\d+\.\d", said)
    assert {"298776.0", "9110752.0", "298784.0", "9110760.0"} <= set(numbers)
    assert {"288776.0", "9120696.0", "288872.0", "9120760.0"} <= set(numbers)
    assert not (tmp_path / "out").exists()


def test_no_overlap_is_a_warning_where_all_tiles_are_wanted(export):
    exported = export(memory_layer([(square(5000, 5000), {})]))
    assert len(exported.stems()) == 6
    assert any("no label lies on the raster" in text for text in exported.log.warnings)


def test_an_empty_layer_is_an_error_where_only_labels_are_wanted(export, tmp_path):
    said = refusal_of(export, memory_layer([]), OUTPUT_NOFEATURE_TILES="ONLY_TILES_WITH_FEATURES")
    assert "IN_CLASS_DATA: labels has no features" in said
    assert not (tmp_path / "out").exists()


def test_an_empty_layer_gives_chips_without_labels_and_a_warning(export):
    exported = export(memory_layer([]))
    assert labelled(exported) == []
    assert any("labels has no features" in text for text in exported.log.warnings)
    assert exported.outputs["EMPTY_CHIP_COUNT"] == 6


def test_the_layers_are_not_changed(export):
    layer = layer_of([1, 2])
    before = [(each.id(), each.geometry().asWkt(), each.attributes()) for each in layer.getFeatures()]
    export(layer, CLASS_VALUE_FIELD="kind")
    assert [(each.id(), each.geometry().asWkt(), each.attributes()) for each in layer.getFeatures()] == before


# The folder.


def test_a_folder_that_holds_chips_is_refused_with_the_first_free_index(export, tmp_path):
    first = export(layer_of([1]))
    before = {name: (first.path / name).read_bytes() for name in first.names()}
    said = refusal_of(export, layer_of([1]))
    assert "holds a finished export of 6 chips; choose another folder or delete it; START_INDEX 6 (or" in said
    assert {name: (first.path / name).read_bytes() for name in first.names()} == before


@pytest.mark.parametrize("threads", [1, 2, 7])
def test_the_number_of_threads_does_not_change_a_byte(export, tmp_path, monkeypatch, threads):
    from training_data_exporter.algorithms import preparation

    layer = memory_layer([(square(x, y, 9), {}) for x in range(0, 50, 4) for y in range(0, 40, 7)])
    parameters = {"STRIDE_X": 5, "STRIDE_Y": 3}
    one = export(layer, folder="one", **parameters)
    monkeypatch.setattr(preparation, "thread_count", lambda: threads)
    other = export(layer, folder="other", **parameters)
    assert one.names() == other.names()
    for name in one.names():
        assert (one.path / name).read_bytes() == (other.path / name).read_bytes(), name


# Progress, log, Cancel.


def test_progress_rises_to_100(export):
    log = Log()
    export(layer_of([1]), log, STRIDE_X=2, STRIDE_Y=2)
    assert log.steps == sorted(log.steps)
    assert log.steps[-1] == 100
    assert len(log.steps) > 20


@pytest.mark.parametrize("choice", ["ALL_TILES", "ONLY_TILES_WITH_FEATURES"])
def test_progress_reaches_100_also_where_chips_are_left_out(export, choice):
    log = Log()
    export(layer_of([1]), log, OUTPUT_NOFEATURE_TILES=choice)
    assert log.steps[-1] == 100


def test_the_log_says_what_is_planned_and_what_was_done(export):
    texts = " ".join(export(layer_of([4, 4, 9]), CLASS_VALUE_FIELD="kind").log.infos)
    assert "Chips planned: 6 (3 across, 2 down), 16 x 16 pixels each." in texts
    assert re.search(r"Estimated size: at most [\d.]+ kB", texts)
    assert "Classes: 2 (4 = 4, 9 = 9)." in texts
    assert "Chips written: 6, 5 of them without labels. Labels written: 3." in texts
    assert re.search(r"Time: [\d.]+ s, [\d.]+ chips per second\.", texts)


def test_cancel_leaves_whole_chips_only_and_no_dataset_files(tmp_path):
    source = write_raster(tmp_path / "in.tif", noise(3, 400, 400))
    log = Log(cancel_at=10)
    began = time.monotonic()
    exported = run(
        tmp_path / "out",
        log,
        IN_RASTER=source,
        IN_CLASS_DATA=layer_of([1] * 9),
        TILE_SIZE_X=64,
        TILE_SIZE_Y=64,
        STRIDE_X=8,
        STRIDE_Y=8,
    )
    assert time.monotonic() - began < 5
    assert log.isCanceled()
    names = exported.names()
    assert "map.txt" not in names
    assert not [name for name in names if name.endswith((".json", ".emd", "stats.txt", ".part"))]
    images = sorted(Path(name).stem for name in names if name.endswith(".tif"))
    labels = {Path(name).stem for name in names if name.endswith(".txt")}
    worlds = {Path(name).stem for name in names if name.endswith(".tfw")}
    assert 0 < len(images) < 43 * 43
    assert set(images) == labels == worlds
    for stem in images:
        assert np.isfinite(gdal.Open(str(exported.path / "images" / f"{stem}.tif")).ReadAsArray()).all()
    assert any("Cancelled" in text for text in log.infos)


def test_cancel_before_the_first_chip_writes_none(tmp_path, raster):
    log = Log()
    log.cancel()
    exported = run(tmp_path / "out", log, IN_RASTER=raster, IN_CLASS_DATA=layer_of([1]), **TILES)
    assert exported.names() == set()


# GDAL with and without exceptions.


def test_gdal_s_switch_is_left_alone(export):
    before = gdal.GetUseExceptions()
    export(layer_of([1]))
    with pytest.raises(Exception, match="IN_RASTER"):
        export(layer_of([1]), folder="other", IN_RASTER="nosuch.tif")
    assert gdal.GetUseExceptions() == before


@pytest.fixture(params=[False, True], ids=["returning None", "raising"])
def gdal_failing_by(request):
    """GDAL in one of its two moods, and back to the one it had."""
    before = gdal.GetUseExceptions()
    (gdal.UseExceptions if request.param else gdal.DontUseExceptions)()
    yield request.param
    (gdal.UseExceptions if before else gdal.DontUseExceptions)()


@pytest.mark.parametrize("image", ["TIFF", "PNG", "JPEG", "MRF"])
def test_exports_work_whether_gdal_raises_or_not(export, gdal_failing_by, image):
    exported = export(layer_of([1]), IMAGE_CHIP_FORMAT=image)
    assert len(exported.stems()) == 6
    assert gdal.GetUseExceptions() == gdal_failing_by


@pytest.mark.parametrize(("image", "driver"), [("JPEG", "JPEG"), ("TIFF", "GTiff")])
def test_an_encoder_that_fails_is_told_whether_gdal_raises_or_not(
    export, gdal_failing_by, monkeypatch, image, driver
):
    from training_data_exporter.algorithms.opening import imagery

    monkeypatch.setattr(imagery, "image_encoders", dict)  # a Qt that writes no JPEG
    monkeypatch.setattr(gdal, "GetDriverByName", failing_driver(gdal_failing_by))
    assert f"{driver} failed: disk is broken" in refusal_of(export, layer_of([1]), IMAGE_CHIP_FORMAT=image)


def failing_driver(raises):
    """Return a stand-in for gdal.GetDriverByName whose drivers fail to copy, in GDAL's way."""
    real = gdal.GetDriverByName

    class Driver:
        def __init__(self, name):
            self._real = real(name)

        def Create(self, *arguments):
            return self._real.Create(*arguments)

        def GetMetadataItem(self, *arguments):
            return self._real.GetMetadataItem(*arguments)

        def CreateCopy(self, *arguments):
            if raises:
                raise RuntimeError("disk is broken")
            gdal.PushErrorHandler("CPLQuietErrorHandler")
            gdal.Error(gdal.CE_Failure, 1, "disk is broken")
            gdal.PopErrorHandler()

    return Driver


def test_importing_the_plugin_starts_nothing():
    root = Path(__file__).resolve().parents[2]
    code = (
        "import importlib.util, sys\n"
        f"spec = importlib.util.spec_from_file_location('tde', {str(root / '__init__.py')!r}, "
        f"submodule_search_locations=[{str(root)!r}])\n"
        "sys.modules['tde'] = importlib.util.module_from_spec(spec)\n"
        "spec.loader.exec_module(sys.modules['tde'])\n"
        "assert not [name for name in sys.modules if name.startswith(('qgis', 'osgeo', 'numpy'))]\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_the_dialog_makes_a_report_and_calls_do_not(algorithm, export):
    report = algorithm.parameterDefinition("REPORT")
    assert report.createByDefault()
    assert report.defaultValue() is None
    assert not algorithm.parameterDefinition("CHIP_INDEX").createByDefault()
    assert "REPORT" not in export(layer_of([1])).outputs


@pytest.mark.parametrize("report", ["report.html", "TEMPORARY_OUTPUT", None, ""])
def test_the_dialog_speaks_of_html_where_there_is_some(algorithm, tmp_path, report):
    """QGIS's dialog says at its end that there is a report where this is true."""
    from qgis.core import QgsProcessingContext

    raster = write_raster(tmp_path / "in.tif", noise(1, 64, 64))
    values = {"IN_RASTER": str(raster), "IN_CLASS_DATA": layer_of([1]), "OUT_FOLDER": str(tmp_path / "out")}
    path = str(tmp_path / report) if report == "report.html" else report
    checked = algorithm.checkParameterValues({**values, "REPORT": path}, QgsProcessingContext())
    assert checked == (True, "")
    assert algorithm.hasHtmlOutputs() is bool(report)
