"""The chip index in every format that QGIS writes: all chips and names, or one sentence that says why."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from osgeo import ogr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from scenes import UTM, Exported, Log, memory_layer, noise, on_map, rectangle, run, write_raster

pytestmark = pytest.mark.usefixtures("qgis_app")

CLASSES = 300
CHIPS = 9
LETTERS = 200
ODD = ('it\'s "q"; a, b', "<b>&amp;</b>", "line\nend\ttab", "漢字 é 😀", "bell\x07 esc\x1b", "[% 1 + 1 %]")

WHOLE = ("gpkg", "fgb", "geojson", "gml", "sqlite", *(["kml"] if ogr.GetDriverByName("LIBKML") else []))
"""Formats that people choose and that hold everything: every name, every polygon, and no warning.

Without LIBKML, GDAL reads no fields of KML.
"""

REFUSED = ("000", "dgn", "dxf", "gpx", *(["xtf"] if QgsVectorFileWriter.driverForExtension("xtf") else []))
"""Formats without polygons or without attributes of one's own, as far as QGIS knows them."""


def class_name(number: int) -> str:
    """A name of 200 letters, which begins with something odd."""
    return f"{number} {ODD[number % len(ODD)]} ".ljust(LETTERS, "x")


@pytest.fixture(scope="module")
def scene(qgis_app, tmp_path_factory) -> dict[str, Any]:
    """Nine chips that overlap by half; the first shows 300 classes."""
    folder = tmp_path_factory.mktemp("scene")
    labels = memory_layer(
        [
            (on_map(rectangle(n % 20, n // 20, n % 20 + 0.9, n // 20 + 0.9)), {"kind": class_name(n)})
            for n in range(CLASSES)
        ],
        {"kind": str},
    )
    return {
        "IN_RASTER": write_raster(folder / "in.tif", noise(3, 48, 48)),
        "IN_CLASS_DATA": labels,
        "CLASS_VALUE_FIELD": "kind",
        "TILE_SIZE_X": 24,
        "TILE_SIZE_Y": 24,
        "STRIDE_X": 12,
        "STRIDE_Y": 12,
    }


@pytest.fixture
def folder(tmp_path) -> Path:
    """A folder with a path of more than 200 letters."""
    place = tmp_path / ("a" * 100) / ("b" * 100)
    place.mkdir(parents=True)
    return place


def read_back(destination: str) -> list[dict[str, Any]]:
    layer = QgsVectorLayer(destination, "index", "ogr")
    assert layer.isValid(), destination
    names = layer.fields().names()
    return [dict(zip(names, feature.attributes())) for feature in layer.getFeatures()]


def index_warnings(done: Exported) -> list[str]:
    return [warning for warning in done.log.warnings if warning.startswith("CHIP_INDEX")]


def expected_classes(done: Exported, stem: str) -> str:
    """What an index says of a chip, from the label file and the class table of the export."""
    names = {each["Value"]: each["Name"] for each in done.model()["Classes"]}
    values = sorted(box.class_value for box in done.boxes(stem))
    said = ", ".join(f"{names[value]}: {values.count(value)}" for value in dict.fromkeys(values))
    return "".join("�" if letter in "\x07\x1b" else letter for letter in said)


@pytest.mark.parametrize("suffix", WHOLE)
def test_every_chip_is_there_with_all_its_names(scene, folder, suffix):
    done = run(folder / "set", **scene, CHIP_INDEX=str(folder / f"index.{suffix}"))
    rows = {row["stem"]: row for row in read_back(done.outputs["CHIP_INDEX"])}
    assert sorted(rows) == done.stems()
    assert len(rows) == CHIPS
    first = done.stems()[0]
    assert len(rows[first]["classes"]) > CLASSES * LETTERS * 0.9
    for stem, row in rows.items():
        assert (row["classes"] or "") == expected_classes(done, stem)
        assert row["image"] == str(done.image(stem))
        assert len(row["image"]) > LETTERS
        assert row["objects"] == len(done.boxes(stem))
    assert index_warnings(done) == []


@pytest.mark.parametrize("suffix", ["shp", "tab"])
def test_what_a_format_cuts_is_marked_and_said(scene, folder, suffix):
    done = run(folder / "set", **scene, CHIP_INDEX=str(folder / f"index.{suffix}"))
    rows = {row["stem"]: row for row in read_back(done.outputs["CHIP_INDEX"])}
    assert sorted(rows) == done.stems()
    cut = 0
    for stem, row in rows.items():
        texts = ((row["classes"], expected_classes(done, stem)), (row["image"], str(done.image(stem))))
        for text, whole in texts:
            if len(whole.encode()) <= 254:
                assert (text or "") == whole
                continue
            cut += 1
            assert text.endswith("…")
            assert whole.startswith(text[:-1])
            assert 250 < len(text.encode()) <= 254
        cut += len(str(folder / "set" / "labels" / f"{stem}.txt")) > 254
    driver = {"shp": "ESRI Shapefile", "tab": "MapInfo File"}[suffix]
    (warning,) = index_warnings(done)
    assert warning == (
        f"CHIP_INDEX: {driver} keeps 254 bytes of a text; texts that were shortened and end in …: {cut}. "
        "GeoPackage keeps all."
    )


@pytest.mark.parametrize("suffix", REFUSED)
def test_a_format_that_takes_no_index_is_refused_before_the_export(scene, folder, suffix):
    with pytest.raises(QgsProcessingException, match=r"CHIP_INDEX: the layer cannot be created; ") as failure:
        run(folder / "set", **scene, CHIP_INDEX=str(folder / f"index.{suffix}"))
    assert "\n" not in str(failure.value)
    assert not (folder / "set").exists()


def other_suffixes() -> list[str]:
    known = {*WHOLE, *REFUSED, "shp", "tab"}
    return [each for each in QgsVectorFileWriter.supportedFormatExtensions() if each not in known]


@pytest.mark.parametrize("suffix", other_suffixes())
def test_other_formats_hold_every_row_or_the_run_fails_and_says_so(scene, folder, suffix):
    log = Log()
    try:
        done = run(folder / "set", log, **scene, CHIP_INDEX=str(folder / f"index.{suffix}"))
    except QgsProcessingException as failure:
        sentence = str(failure)
        assert sentence.startswith("CHIP_INDEX: ")
        assert "The training set itself is complete." in sentence
        assert "\n" not in sentence
        assert (folder / "set" / "map.txt").exists()
        return
    warnings = index_warnings(done)
    if any("cannot be read back" in warning for warning in warnings):
        assert suffix == "sql"
        assert Path(done.outputs["CHIP_INDEX"]).read_text("utf-8").count("INSERT") == CHIPS
        return
    rows = read_back(done.outputs["CHIP_INDEX"])
    assert len(rows) == CHIPS
    found = {row.get("stem"): row.get("classes") or "" for row in rows}
    same = found == {stem: expected_classes(done, stem) for stem in done.stems()}
    assert same or any("does not keep all" in each or "shortened" in each for each in warnings)


@pytest.mark.parametrize("destination", ["memory:", "TEMPORARY_OUTPUT"])
def test_a_layer_in_memory_holds_all(scene, folder, destination):
    done = run(folder / "set", **scene, CHIP_INDEX=destination)
    layer = done.outputs["CHIP_INDEX"]
    rows = {feature["stem"]: feature["classes"] for feature in layer.getFeatures()}
    assert rows == {stem: expected_classes(done, stem) for stem in done.stems()}
    assert index_warnings(done) == []


def test_a_table_of_a_standing_geopackage_holds_all(scene, folder):
    package = folder / "package.gpkg"
    run(folder / "first", **scene, CHIP_INDEX=str(package))
    done = run(folder / "set", **scene, CHIP_INDEX=f"ogr:dbname='{package}' table=\"chips\" (geom)")
    rows = read_back(f"{package}|layername=chips")
    assert {row["stem"]: row["classes"] or "" for row in rows} == {
        stem: expected_classes(done, stem) for stem in done.stems()
    }
    assert len(read_back(f"{package}|layername=package")) == CHIPS


def test_a_format_without_polygons_is_said(scene, folder):
    done = run(folder / "set", **scene, CHIP_INDEX=str(folder / "index.csv"))
    assert index_warnings(done) == [
        "CHIP_INDEX: CSV holds the table without its polygons; GeoPackage holds both."
    ]


def index_layer(destination: str):
    """An index layer on its own, as the algorithm makes it."""
    from training_data_exporter.algorithms.chip_index.layer import IndexLayer
    from training_data_exporter.algorithms.export_training_data import ExportTrainingData

    algorithm, context = ExportTrainingData().create(), QgsProcessingContext()
    values = {"CHIP_INDEX": destination}
    layer = IndexLayer.create(algorithm, values, context, QgsCoordinateReferenceSystem(UTM))
    layer.kept = (algorithm, context)
    return layer


def polygon() -> QgsGeometry:
    return QgsGeometry.fromRect(QgsRectangle(0, 0, 1, 1))


def test_half_characters_and_nul_are_written_as_such(tmp_path):
    layer = index_layer(str(tmp_path / "index.gpkg"))
    layer.add(polygon(), ("a\0b", "/half\udc80/x.tif", "", 1, "name\ud800", 0.5))
    assert layer.close() == []
    (row,) = read_back(str(tmp_path / "index.gpkg"))
    assert (row["stem"], row["image"], row["classes"]) == ("a�b", "/half�/x.tif", "name�")


def test_a_row_that_is_not_taken_ends_the_run_and_the_report_is_made(scene, folder, monkeypatch):
    from training_data_exporter.algorithms.chip_index import layer as index_layer

    monkeypatch.setattr(index_layer, "_FIELDS", ("stem:string(3)", *index_layer._FIELDS[1:]))
    report = folder / "report.html"
    with pytest.raises(QgsProcessingException) as failure:
        run(folder / "set", **scene, CHIP_INDEX=str(folder / "index.gpkg"), REPORT=str(report))
    assert str(failure.value).startswith("CHIP_INDEX: GPKG does not take chip 000000000 (")
    assert str(failure.value).endswith("The training set itself is complete.")
    assert len(Exported(folder / "set").stems()) == CHIPS
    assert report.exists()


def test_rows_that_are_lost_at_the_end_are_counted(tmp_path, monkeypatch):
    from training_data_exporter.algorithms.chip_index.layer import IndexLayer
    from training_data_exporter.chipping.errors import ExportError

    layer = index_layer(str(tmp_path / "index.gpkg"))
    for number in range(5):
        layer.add(polygon(), (str(number), "", "", 0, "", 1.0))
    layer._sink = None
    dataset = ogr.Open(str(tmp_path / "index.gpkg"), update=1)
    dataset.ExecuteSQL("DELETE FROM \"index\" WHERE stem IN ('1', '3')")
    del dataset
    with pytest.raises(ExportError, match=r"index.gpkg \(GPKG\) holds 3 of 5 chips \(.*\); choose another"):
        IndexLayer.close(layer)


@pytest.fixture
def small_disk(tmp_path) -> Iterator[Path]:
    """A file system of half a megabyte."""
    place = tmp_path / "disk"
    place.mkdir()
    if os.geteuid() != 0:
        pytest.skip("only root may mount a tmpfs")
    command = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(place)]
    mounted = subprocess.run(command, capture_output=True, text=True, check=False)
    if mounted.returncode != 0:
        pytest.skip(f"a tmpfs cannot be mounted here: {mounted.stderr.strip()}")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


@pytest.mark.parametrize("suffix", ["gpkg", "shp", "fgb", "geojson", "gml", "csv", "sqlite"])
def test_a_disk_that_is_full_is_said_whenever_the_format_writes(tmp_path, small_disk, suffix):
    from training_data_exporter.chipping.errors import ExportError

    layer = index_layer(str(small_disk / f"index.{suffix}"))
    row = ("", "i" * 200, "l" * 200, 1, "c" * 200, 1.0)
    with pytest.raises(ExportError, match="The training set itself is complete") as failure:
        for number in range(3000):
            layer.add(polygon(), (str(number), *row[1:]))
        layer.close()
    assert "\n" not in str(failure.value)
    assert "(-)" not in str(failure.value)  # says why
