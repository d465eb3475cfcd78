"""Inputs that another program changes: between a kill and the next call, and while an export runs."""

from __future__ import annotations

import os
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from label_scenes import DATASET_FILES, contents, export, write_class_raster
from osgeo import gdal, ogr
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingException, QgsRasterLayer, QgsVectorLayer
from scenes import Log, limit, memory_layer, noise, on_map, rectangle, write_polygons, write_raster

from training_data_exporter.export.inputs.input_files import (
    file_states,
    local_file,
    raster_files,
    table_files,
)
from training_data_exporter.export.inputs.watched import WatchedTable
from training_data_exporter.export.storage.journal import JOURNAL_FILE

pytestmark = pytest.mark.usefixtures("qgis_app")

TILE = 32
SHAPES = [
    (on_map(rectangle(7 * place, 3 * place, 7 * place + 9, 3 * place + 12)), {"kind": 1 + place % 3})
    for place in range(12)
]


@pytest.fixture(autouse=True)
def small_batches(monkeypatch):
    """A batch of few chips, each committed."""
    limit(monkeypatch, batch_bytes=3 * TILE * TILE, commit_seconds=0.0)


class Meddling(Log):
    """A log that lets another program do something when a share of the work is done, and may cancel then."""

    def __init__(self, meddle: Callable[[], object], percent: float = 40.0, cancels: bool = False) -> None:
        super().__init__(percent if cancels else 1000.0)
        self._meddle, self._percent = meddle, percent
        self.done = False
        self.failed: Exception | None = None

    def _step(self, progress: float) -> None:
        super()._step(progress)
        if progress >= self._percent and not self.done:
            self.done = True
            try:
                self._meddle()
            except Exception as error:  # a slot that raises ends the process
                self.failed = error


def later(path: Path) -> None:
    """Let a file's time of change be another one, however coarse the clock is."""
    stat = path.stat()
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns + 1))


class Case:
    """An input, one way to change it, and what the sentence has to name."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.raster: Any = write_raster(folder / "in.tif", noise(3, 64, 96), nodata=0)
        self.labels: Any = write_polygons(folder / "labels.gpkg", SHAPES, {"kind": int})
        self.parameter = "IN_RASTER"
        self.named = "in.tif"
        self.field: str | None = "kind"
        self.change: Callable[[], object] = lambda: None
        self.keeper: Any = None

    def export(self, out: Path, log: Log | None = None) -> Any:
        return export(out, self.raster, self.labels, TILE, log=log, CLASS_VALUE_FIELD=self.field)


def raster_in_place(case: Case) -> None:
    def change() -> None:
        dataset = gdal.Open(str(case.raster), gdal.GA_Update)
        dataset.GetRasterBand(1).WriteArray(np.full((8, 8), 77, "uint8"), 3, 5)
        dataset.FlushCache()

    case.change = change


def raster_replaced(case: Case) -> None:
    other = write_raster(case.folder / "other.tif", noise(3, 64, 96, seed=8), nodata=0)
    case.change = lambda: other.replace(case.raster)


def virtual_source(case: Case) -> None:
    places = [(288776.0 + 96 * number, 2, 0, 9120760, 0, -2) for number in (0, 1)]
    parts = [
        write_raster(case.folder / f"part{number}.tif", noise(3, 64, 48, seed=number), place)
        for number, place in enumerate(places)
    ]
    gdal.BuildVRT(str(case.folder / "inner.vrt"), [str(part) for part in parts]).FlushCache()
    gdal.BuildVRT(str(case.folder / "outer.vrt"), [str(case.folder / "inner.vrt")]).FlushCache()
    case.raster, case.named = case.folder / "outer.vrt", "part1.tif"
    case.change = lambda: later(parts[1])


def virtual_itself(case: Case) -> None:
    gdal.BuildVRT(str(case.folder / "in.vrt"), [str(case.raster)]).FlushCache()
    case.raster, case.named = case.folder / "in.vrt", "in.vrt"
    text = case.raster.read_text()
    case.change = lambda: case.raster.write_text(text.replace("<NoDataValue>0", "<NoDataValue>1"))


def auxiliary(case: Case) -> None:
    text = "<PAMDataset><PAMRasterBand band='1'><NoDataValue>{}</NoDataValue></PAMRasterBand></PAMDataset>"
    path = case.folder / "in.tif.aux.xml"
    path.write_text(text.format(5))
    case.named = "in.tif.aux.xml"
    case.change = lambda: path.write_text(text.format(6))


def mask_comes(case: Case) -> None:
    case.named = "in.tif.msk"

    def change() -> None:
        dataset = gdal.Open(str(case.raster))
        dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
        dataset.GetRasterBand(1).GetMaskBand().WriteArray(np.full((64, 96), 255, "uint8"))
        dataset.FlushCache()

    case.change = change


def world_file(case: Case) -> None:
    path = case.folder / "in.png"
    gdal.Translate(str(path), str(case.raster), format="PNG", creationOptions=["WORLDFILE=YES"])
    (case.folder / "in.png.aux.xml").unlink(missing_ok=True)
    case.raster, case.named = path, "in.wld"
    case.labels = write_polygons(case.folder / "bare.gpkg", SHAPES, {"kind": int}, crs="")
    case.change = lambda: (case.folder / "in.wld").write_text("2\n0\n0\n-2\n288778\n9120759\n")


def archive(case: Case) -> None:
    with zipfile.ZipFile(case.folder / "in.zip", "w") as packed:
        packed.write(case.raster, "in.tif")
    case.raster = QgsRasterLayer(f"/vsizip/{case.folder}/in.zip/in.tif", "in", "gdal")
    case.named = "in.zip"
    case.change = lambda: later(case.folder / "in.zip")


def class_raster(case: Case) -> None:
    values = np.repeat(np.repeat(np.arange(24, dtype="uint8").reshape(4, 6) % 3, 16, 0), 16, 1)
    case.labels = write_class_raster(case.folder / "classes.tif", values)
    case.parameter, case.named, case.field = "IN_CLASS_DATA", "classes.tif", None
    case.change = lambda: later(case.labels)


def statement(sql: str) -> Callable[[Case], None]:
    def prepare(case: Case) -> None:
        case.parameter, case.named = "IN_CLASS_DATA", "labels.gpkg"

        def change() -> None:
            dataset = ogr.Open(str(case.labels), 1)
            dataset.ExecuteSQL(sql)
            dataset = None

        case.change = change

    return prepare


def one_geometry(case: Case) -> None:
    case.parameter, case.named = "IN_CLASS_DATA", "labels.gpkg"

    def change() -> None:
        dataset = ogr.Open(str(case.labels), 1)
        feature = dataset.GetLayer(0).GetFeature(9)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(SHAPES[2][0]))
        dataset.GetLayer(0).SetFeature(feature)

    case.change = change


def table_replaced(case: Case) -> None:
    case.parameter, case.named = "IN_CLASS_DATA", "labels.gpkg"
    other = write_polygons(case.folder / "other.gpkg", SHAPES[:-1], {"kind": int})
    case.change = lambda: other.replace(case.labels)


def written_ahead(sql: str) -> Callable[[Case], None]:
    """Change the table in the file beside it, where it stays as long as somebody reads."""

    def prepare(case: Case) -> None:
        case.parameter, case.named = "IN_CLASS_DATA", "labels.gpkg"
        with closing(sqlite3.connect(case.labels)) as connection:
            connection.execute("PRAGMA journal_mode = wal")
        case.keeper = sqlite3.connect(case.labels)  # the last connection to close writes all into the file

        def change() -> None:
            case.keeper.execute("SELECT kind FROM labels").fetchone()
            with closing(sqlite3.connect(case.labels)) as connection:
                connection.execute("PRAGMA wal_autocheckpoint = 0")
                for name in ("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):  # of triggers
                    connection.create_function(name, 1, lambda _: 0)
                connection.execute(sql)
                connection.commit()

        case.change = change

    return prepare


def spatialite(case: Case) -> None:
    path = case.folder / "labels.sqlite"
    gdal.VectorTranslate(str(path), str(case.labels), format="SQLite")
    case.labels, case.parameter, case.named = path, "IN_CLASS_DATA", "labels.sqlite"

    def change() -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("UPDATE labels SET kind = 3 WHERE rowid = 1")
            connection.commit()

    case.change = change


def world_file_of_a_tiff(case: Case) -> None:
    gdal.Translate(str(case.folder / "bare.tif"), str(case.raster), creationOptions=["PROFILE=BASELINE"])
    (case.folder / "bare.tfw").write_text("2\n0\n0\n-2\n288777\n9120759\n")
    (case.folder / "bare.tif.aux.xml").unlink(missing_ok=True)
    case.raster, case.named = case.folder / "bare.tif", "bare.tfw"
    case.labels = write_polygons(case.folder / "bare.gpkg", SHAPES, {"kind": int}, crs="")
    case.change = lambda: case.folder.joinpath("bare.tfw").write_text("2\n0\n0\n-2\n288778\n9120759\n")


def shapefile(suffix: str) -> Callable[[Case], None]:
    def prepare(case: Case) -> None:
        gdal.VectorTranslate(str(case.folder / "labels.shp"), str(case.labels), format="ESRI Shapefile")
        case.labels = case.folder / "labels.shp"
        (case.folder / "labels.cpg").write_text("UTF-8")
        case.parameter, case.named = "IN_CLASS_DATA", f"labels{suffix}"
        case.change = lambda: later(case.folder / f"labels{suffix}")

    return prepare


def text_file(driver: str, name: str) -> Callable[[Case], None]:
    def prepare(case: Case) -> None:
        options = {"options": ["-lco", "RFC7946=NO"]} if driver == "GeoJSON" else {}
        gdal.VectorTranslate(str(case.folder / name), str(case.labels), format=driver, **options)
        case.labels = case.folder / name
        case.parameter, case.named = "IN_CLASS_DATA", name
        case.change = lambda: later(case.labels)

    return prepare


CASES = {
    "raster written in place": raster_in_place,
    "raster replaced": raster_replaced,
    "source of a virtual raster in another": virtual_source,
    "virtual raster itself": virtual_itself,
    "auxiliary file": auxiliary,
    "mask that comes": mask_comes,
    "world file": world_file,
    "archive": archive,
    "class raster": class_raster,
    "attribute": statement("UPDATE labels SET kind = 3 WHERE fid = 1"),
    "feature deleted": statement("DELETE FROM labels WHERE fid = 12"),
    "feature added": statement("INSERT INTO labels (geom, kind) SELECT geom, 2 FROM labels WHERE fid = 1"),
    "geometry": one_geometry,
    "GeoPackage replaced": table_replaced,
    "attribute, written ahead": written_ahead("UPDATE labels SET kind = 3 WHERE fid = 1"),
    "features deleted, written ahead": written_ahead("DELETE FROM labels WHERE kind = 2"),
    "SQLite": spatialite,
    "world file of a TIFF": world_file_of_a_tiff,
    "projection of shapes": shapefile(".prj"),
    "shapes": shapefile(".shp"),
    "attributes of shapes": shapefile(".dbf"),
    "index of shapes": shapefile(".shx"),
    "encoding of shapes": shapefile(".cpg"),
    "GeoJSON": text_file("GeoJSON", "labels.geojson"),
    "FlatGeobuf": text_file("FlatGeobuf", "labels.fgb"),
    "GML": text_file("GML", "labels.gml"),
}


@pytest.fixture(params=CASES)
def case(request, tmp_path) -> Case:
    made = Case(tmp_path)
    CASES[request.param](made)
    return made


def test_a_change_while_an_export_runs_ends_it_by_name(case, tmp_path):
    out = tmp_path / "out"
    with pytest.raises(QgsProcessingException) as failure:
        case.export(out, log := Meddling(case.change))
    assert log.failed is None
    text = str(failure.value)
    assert text.startswith(f"{case.parameter}: ")
    assert f"{case.named} was changed while" in text or f"{case.named}) was changed while" in text
    assert text.endswith(
        "put it back as it was and make the same call again to finish the export, "
        f"or delete {out} to start anew."
    )
    assert not set(contents(out)) & set(DATASET_FILES)
    assert (out / JOURNAL_FILE).exists()


@pytest.mark.parametrize("percent", [5, 60, 99])
@pytest.mark.parametrize(
    "name", ["raster written in place", "source of a virtual raster in another", "attribute", "shapes"]
)
def test_a_change_at_any_moment_ends_it(name, percent, tmp_path):
    case = Case(tmp_path)
    CASES[name](case)
    with pytest.raises(QgsProcessingException, match=r"was changed while the export was running"):
        case.export(tmp_path / "out", log := Meddling(case.change, percent))
    assert log.done
    assert log.failed is None
    assert not set(contents(tmp_path / "out")) & set(DATASET_FILES)


def test_labels_that_are_changed_and_put_back_meanwhile_end_it(tmp_path):
    case = Case(tmp_path)

    def change(kind: int) -> None:
        dataset = ogr.Open(str(case.labels), 1)
        feature = dataset.GetLayer(0).GetFeature(1)
        feature.SetField("kind", kind)
        dataset.GetLayer(0).SetFeature(feature)

    def there_and_back() -> None:
        change(2)
        change(1)

    with pytest.raises(QgsProcessingException, match=r"IN_CLASS_DATA: .*labels\.gpkg\)? was changed while"):
        case.export(tmp_path / "out", log := Meddling(there_and_back))
    assert log.failed is None
    case.export(tmp_path / "out", log := Log())  # the rows are what they were
    assert [text for text in log.infos if "going on at chip" in text]
    whole = contents(case.export(tmp_path / "whole").path)
    assert contents(tmp_path / "out") == whole


def test_a_change_before_the_next_call_is_refused_by_name(case, tmp_path):
    out = tmp_path / "out"
    case.export(out, Meddling(lambda: None, cancels=True))
    before = contents(out)
    assert JOURNAL_FILE in before
    case.change()
    with pytest.raises(QgsProcessingException) as failure:
        case.export(out)
    text = str(failure.value)
    assert text.startswith(f"{case.parameter}: ")
    assert f"{case.named} has changed since" in text or f"{case.named}) has changed since" in text
    assert str(out) in text
    assert contents(out) == before


@pytest.mark.parametrize("case", ["auxiliary file", "virtual raster itself", "shapes"], indirect=True)
def test_without_a_change_the_export_goes_on(case, tmp_path):
    whole = contents(case.export(tmp_path / "whole").path)
    case.export(tmp_path / "out", Meddling(lambda: None, cancels=True))
    log = Log()
    case.export(tmp_path / "out", log)
    assert [text for text in log.infos if "going on at chip" in text]
    assert contents(tmp_path / "out") == whole


# Layers without a file of their own.


def polygons(*numbers: int) -> list[tuple[str, dict[str, Any]]]:
    return [SHAPES[number] for number in numbers]


def test_a_memory_layer_of_other_features_is_refused(tmp_path):
    raster = write_raster(tmp_path / "in.tif", noise(3, 64, 96))
    out = tmp_path / "out"

    def call(layer: QgsVectorLayer, log: Log | None = None) -> None:
        export(out, raster, layer, TILE, log=log, CLASS_VALUE_FIELD="kind")

    fields = {"kind": int}
    call(memory_layer(polygons(*range(6)), fields), Meddling(lambda: None, cancels=True))
    moved = [(on_map(rectangle(1, 1, 9, 9)), {"kind": 1}), *polygons(*range(1, 6))]
    reclassified = [(SHAPES[0][0], {"kind": 2}), *polygons(*range(1, 6))]
    for other in (polygons(*range(5)), moved, reclassified):
        with pytest.raises(QgsProcessingException, match="IN_CLASS_DATA: labels has changed since"):
            call(memory_layer(other, fields))
    call(memory_layer(polygons(*range(6)), fields))
    assert (out / "map.txt").exists()


def test_a_memory_layer_that_is_edited_meanwhile_is_read_as_it_was(tmp_path):
    raster = write_raster(tmp_path / "in.tif", noise(3, 64, 96))
    fields = {"kind": int}
    whole = export(
        tmp_path / "whole", raster, memory_layer(polygons(*range(6)), fields), TILE, CLASS_VALUE_FIELD="kind"
    )
    layer = memory_layer(polygons(*range(6)), fields)
    meddling = Meddling(lambda: layer.dataProvider().deleteFeatures([1, 2, 3, 4]))
    export(tmp_path / "out", raster, layer, TILE, log=meddling, CLASS_VALUE_FIELD="kind")
    assert meddling.done
    assert layer.featureCount() == 2
    assert contents(tmp_path / "out") == contents(whole.path)


def test_edits_that_are_saved_meanwhile_end_the_export(tmp_path):
    case = Case(tmp_path)
    layer = QgsVectorLayer(str(case.labels), "labels", "ogr")
    layer.startEditing()
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromWkt(on_map("MULTIPOLYGON(((5 5,30 5,30 60,5 5)))")))
    feature.setAttribute("kind", 2)
    assert layer.addFeature(feature)
    case.labels = layer
    meddling = Meddling(layer.commitChanges)
    with pytest.raises(QgsProcessingException, match=r"IN_CLASS_DATA: .*labels.* was changed while"):
        case.export(tmp_path / "out", meddling)
    assert meddling.failed is None
    # What the export has read may be of both states: nothing of it is kept, and the call is right again.
    whole = contents(case.export(tmp_path / "whole").path)
    shutil.rmtree(tmp_path / "out")
    case.export(tmp_path / "out")
    assert contents(tmp_path / "out") == whole


# What is no change.


def never() -> None:
    """Nobody cancels."""


def test_a_table_is_known_by_its_rows_alone(tmp_path):
    path = write_polygons(tmp_path / "labels.gpkg", SHAPES, {"kind": int})
    table = WatchedTable("IN_CLASS_DATA", str(path), "labels")
    first = dict(table.states(never))
    assert list(first) == [f"labels ({path})"]

    def again() -> dict[str, str]:
        return dict(WatchedTable("IN_CLASS_DATA", str(path), "labels").states(never))

    layer = QgsVectorLayer(str(path), "labels", "ogr")
    assert len(list(layer.getFeatures())) == len(SHAPES)
    assert table.states(never) == again() == first
    assert layer.startEditing()  # QGIS lets the file be written ahead
    assert layer.rollBack()
    assert table.states(never) == again() == first
    del layer
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = wal")
        connection.execute("CREATE TABLE another (number INTEGER)")
        connection.execute("INSERT INTO another VALUES (1)")
        connection.commit()
        assert table.states(never) == again() == first
    later(path)
    assert table.states(never) == again() == first
    dataset = ogr.Open(str(path), 1)
    dataset.ExecuteSQL("UPDATE labels SET kind = 2 WHERE fid = 1")
    assert table.states(never) == again() != first  # still in the file beside it, or not
    dataset = None
    assert table.states(never) == again() != first


def test_statistics_that_qgis_adds_are_no_change(tmp_path):
    source = write_raster(tmp_path / "in.tif", noise(3, 64, 96), nodata=0)
    virtual = tmp_path / "in.vrt"
    gdal.BuildVRT(str(virtual), [str(source)]).FlushCache()
    files = raster_files(gdal.Open(str(virtual)))
    first, text = file_states(files), virtual.read_text()
    dataset = gdal.Open(str(virtual))
    for band in (1, 2, 3):
        dataset.GetRasterBand(band).ComputeStatistics(False)
        dataset.GetRasterBand(band).GetDefaultHistogram(force=1)
    dataset = None
    dataset = gdal.Open(str(source))
    dataset.GetRasterBand(1).ComputeStatistics(False)
    dataset.GetRasterBand(1).GetDefaultHistogram(force=1)
    dataset = None
    assert virtual.read_text() != text
    assert (tmp_path / "in.tif.aux.xml").exists()
    assert file_states(files) == first
    dataset = gdal.Open(str(source))
    dataset.GetRasterBand(1).SetNoDataValue(9)  # stands in the auxiliary file, since this one is read-only
    dataset = None
    assert file_states(files).keys() - first.keys() == {str(tmp_path / "in.tif.aux.xml")}


def test_secrets_of_a_source_may_be_renewed(tmp_path):
    from training_data_exporter.algorithms.job_description import source_of

    class Layer:
        def __init__(self, source: str) -> None:
            self.source = lambda: source
            self.dataProvider = lambda: self
            self.name = lambda: "wms"

    assert source_of(Layer("url=https://a.b/c?token=1&layers=x")) == source_of(
        Layer("url=https://a.b/c?token=2&layers=x")
    )
    assert source_of(Layer("url=https://a.b/c?token=1&layers=x")) != source_of(
        Layer("url=https://a.b/c?token=1&layers=y")
    )


def test_local_files_are_found_behind_the_names_of_gdal(tmp_path):
    packed = tmp_path / "in.zip"
    packed.write_bytes(b"")
    for name in (f"/vsizip/{packed}/a/in.tif", f"/vsizip/{{{packed}}}/in.tif", f"/vsisubfile/0_9,{packed}"):
        assert local_file(name) == str(packed)
    assert local_file(str(tmp_path / "in.tif")) == str(tmp_path / "in.tif")
    for name in (
        "/vsicurl/https://a.b/in.tif",
        "/vsizip/vsicurl/https://a.b/in.zip/in.tif",
        "https://a.b/c",
        "/vsimem/x",
    ):
        assert local_file(name) is None
    assert str(tmp_path / "in.dbf") in table_files(str(tmp_path / "in.shp"))
