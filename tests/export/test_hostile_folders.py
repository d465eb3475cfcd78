"""Folders from strangers: files with something odd at every place are used or refused by name."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hostile_folders import STATISTICS, Stranger, journal_variants, json_variants, strictly, whole_runs
from label_scenes import export, layer_in_pixels, write_class_raster
from qgis.core import QgsFeature, QgsProcessingException
from scenes import Log, copy_of, limit, memory_layer, noise, on_map, rectangle, write_raster

from training_data_exporter.chipping.errors import ExportError
from training_data_exporter.chipping.statistics.bands import (
    BandStatistics,
    CountedLabels,
    FeatureStatistics,
    Tally,
)
from training_data_exporter.chipping.untrusted.inner_paths import is_inner_path
from training_data_exporter.chipping.untrusted.plain_json import plain
from training_data_exporter.export.outcome import ExportResult, SetState
from training_data_exporter.export.storage.journal import JOURNAL_FILE, Journal, unfinished
from training_data_exporter.labels.report import LabelReport
from training_data_exporter.writers.dataset.cell_sizes import smallest_and_largest
from training_data_exporter.writers.dataset.stored import StoredSet

pytestmark = pytest.mark.usefixtures("qgis_app")

TILE = 16
LARGEST = float(np.finfo(np.float64).max)


@pytest.fixture(scope="module")
def stranger(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        limit(patch, batch_bytes=3 * TILE * TILE, commit_seconds=0.0)
        yield Stranger(tmp_path_factory.mktemp("stranger"))


def folder_of(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def assert_a_sentence(error: ExportError, folder: Path, *files: str) -> None:
    """Hold a refusal to one short line that names the folder and a file."""
    text = str(error)
    assert text.startswith("OUT_FOLDER: ")
    assert text.endswith("; choose another folder.")
    assert str(folder) in text
    assert any(file in text for file in files)
    assert text.isprintable()
    assert len(text) < 700


def test_any_statistics_are_used_or_refused(stranger, tmp_path):
    folder = folder_of(tmp_path / "out", stranger.finished)
    document = json.loads(stranger.finished[STATISTICS])
    used: set[str] = set()
    count = 0
    for name, content in json_variants(document):
        count += 1
        (folder / STATISTICS).write_bytes(content)
        try:
            stored = StoredSet.read(folder)
        except ExportError as error:
            assert_a_sentence(error, folder, STATISTICS, "map.txt")
        else:
            used.add(name)
            calculate(stored)
    assert count > 2500
    assert ".InputRastersProps.SensorName: NaN" not in used
    assert ".InputRastersProps.SensorName: deep list" not in used
    assert ".InputRastersProps.SensorName: half a pair as a key" not in used
    assert ".InputRastersProps.SensorName: key twice" not in used
    assert ".InputRastersProps.SensorName: negative" in used  # which nothing reads
    assert ".BandStatsState.0.Max: large" in used
    assert ".BandStatsState.0.M2: negative" not in used
    assert ".Classes.0.Color.0: negative" not in used
    assert ".Classes.1.ClassValue: one" not in used  # another class has it


def calculate(stored: StoredSet) -> None:
    """Calculate as an export that is added does, and hold what comes of it to JSON."""
    bands = [band.merge(BandStatistics(2, -LARGEST, LARGEST, 0.0, LARGEST)) for band in stored.bands]
    features = stored.features.with_classes((*stored.classes.values, 7))
    features.add(CountedLabels.of([[(value, LARGEST) for value in (*stored.classes.values, 7)]]))
    cells = [each.document for each in smallest_and_largest(*stored.cell_sizes)]
    numbers = [[each.mean, each.m2, each.standard_deviation] for each in bands]
    numbers += [[each.sizes.total, each.sizes.mean] for each in features.per_class.values()]
    text = json.dumps([numbers, cells, stored.for_journal()], allow_nan=False, ensure_ascii=False)
    assert text.encode("utf-8")


def test_any_journal_is_used_or_refused(stranger, tmp_path):
    folder = folder_of(tmp_path / "out", stranger.unfinished)
    call = unfinished(folder)
    used: set[str] = set()
    count = 0
    for name, content in journal_variants(stranger.unfinished[JOURNAL_FILE]):
        count += 1
        if count % EVERY and name.partition(", ")[2] not in NAMED:
            continue
        (folder / JOURNAL_FILE).write_bytes(content)
        try:
            header = unfinished(folder)
            if header is not None and header["stored"] is not None:
                StoredSet.unfinished(folder, header["stored"], JOURNAL_FILE)
            take_over(folder, call)
        except ExportError as error:
            if not {"settings", "has changed since"} & {word for word in WORDS if word in str(error)}:
                assert_a_sentence(error, folder, JOURNAL_FILE, STATISTICS, "map.txt")
        else:
            used.add(name)
    assert count > 3000
    line = f"line {len(stranger.unfinished[JOURNAL_FILE].splitlines()) - 1}"
    assert [name for name in NAMED if f"{line}, {name}" in used] == [USED]
    assert "a batch twice" not in used
    assert "header twice" not in used


EVERY = 7  # of the variants; tests/fuzz/odd_folders.py takes all
USED = ".sets..state.bands.0.mean: large"
NAMED = (
    *(
        USED,
        ".next_index: zero",
        ".next_index: missing",
        ".sets..entries.0.0: way out",
        ".sets..entries.0.0: address",
    ),
    *(
        ".files.0.0: absolute",
        ".sets..state.bands.0.m2: NaN",
        ".sets..state.counts.0: zero",
        ".sets..valid: list",
    ),
)
WORDS = ("settings", "has changed since")


def take_over(folder: Path, call: dict) -> None:
    """Go on as the same call does."""
    journal = Journal.open(folder, call)
    try:
        journal.check(6, 3, (1, 2))
        state, report = SetState([], FeatureStatistics.empty((1, 2))), LabelReport()
        for record in journal.records():
            ExportResult({"": state}).restore(record)
            report.add(record["news"])
        assert json.dumps(state.for_journal((1, 2)), allow_nan=False)
    finally:
        journal.close()


def some(stranger: Stranger, beginnings: Iterable[str]) -> dict[str, dict[str, bytes]]:
    every = dict(whole_runs(stranger))
    return {name: every[name] for name in beginnings}


def test_whole_runs_end_well_or_in_one_sentence(stranger):
    last = len(stranger.unfinished[JOURNAL_FILE].splitlines()) - 1
    label = "labels/000000000.txt"
    expected = {
        f"{STATISTICS}.Classes.0.ClassName: half a pair": STATISTICS,
        f"{STATISTICS}.BandStatsState.0.M1: too large": STATISTICS,
        f"{STATISTICS}.BandStatsState.0.Max: large": "",
        "map.txt, first line: way out": "names 'images/../../../outside.tif', which is no file",
        "map.txt, first line: address": "names '/vsicurl/http://127.0.0.1:1/x.tif', which is no file",
        "stats.txt, all: no text": "",
        "esri_model_definition.emd, all: zeros": "",
        "images/000000000.tfw, all: numbers": "000000000.tif is missing or damaged (",
        f"{label}, all: nan": "000000000.txt is missing or damaged (",
        f"{label}, all: numbers": "000000000.txt is missing or damaged (",
        f"journal, line {last}, .next_index: zero": JOURNAL_FILE,
        f"journal, line {last}, .size: one": "",
        f"journal, line {last}, .size: zero": JOURNAL_FILE,
        "journal, line 0, .call: deep list": JOURNAL_FILE,
    }
    for name, files in some(stranger, expected).items():
        sentence = stranger.attempt(files)
        assert (expected[name] in sentence) if expected[name] else not sentence, (name, sentence)


def test_a_class_of_the_folder_is_no_way_out_of_it(tmp_path):
    raster = write_raster(tmp_path / "in.tif", noise(3, TILE, TILE))
    layer = memory_layer([(on_map(rectangle(1, 1, 9, 9)), {"kind": "\u8bad"})], {"kind": str})
    values = {"METADATA_FORMAT": "RCNN_Masks", "CLASS_VALUE_FIELD": "kind"}
    around = tmp_path / "around"
    around.mkdir()
    found = export(around / "out", raster, layer, TILE, **values)
    assert found.accumulated()["Classes"][0]["ClassName"] == "class_1"
    document = found.accumulated()
    document["Classes"][0]["ClassName"] = "../../\u8bad"
    (found.path / STATISTICS).write_text(json.dumps(document))
    with pytest.raises(QgsProcessingException, match=r"names class 1 \.\./\.\./\u8bad, which cannot be"):
        export(around / "out", copy_of(raster), layer, TILE, START_INDEX=1, **values)
    assert [path.name for path in around.iterdir()] == ["out"]


@pytest.mark.parametrize(
    ("path", "is_inside"),
    [
        ("images/000000000.tif", True),
        ("labels/Schwimmbad \xe4/000000000.tif", True),
        ("images/..tif", True),
        ("", False),
        ("/images/a.tif", False),
        ("images//a.tif", False),
        ("images/", False),
        ("../a.tif", False),
        ("images/../../a.tif", False),
        ("images/..", False),
        ("./a.tif", False),
        ("images\\a.tif", False),
        ("C:a.tif", False),
        ("images/a.tif:stream", False),
        ("/vsimem/a", False),
        ("images/a\n.tif", False),
        ("images/\udcff.tif", False),
        ("images/" + 256 * "n", False),
    ],
)
def test_which_paths_stay_in_a_folder(path, is_inside):
    assert is_inner_path(path) is is_inside


# Nothing of ours holds what JSON and Qt do not take.


def test_pixels_without_measure_make_finite_statistics(tmp_path):
    pixels = np.full((2, TILE, 2 * TILE), 1e308)
    pixels[0, :, TILE:] = -1e308
    pixels[1] = 1.5
    pixels[1, 0, :4] = (np.nan, np.inf, -np.inf, 3.5)
    raster = write_raster(tmp_path / "in.tif", pixels)
    layer = layer_in_pixels([(rectangle(1, 1, 9, 9), 1)])
    found = export(tmp_path / "out", raster, layer, TILE, CLASS_VALUE_FIELD="kind")
    first, second = strictly(found.path / STATISTICS)["BandStatsState"]
    assert (first["Min"], first["Max"], first["M1"], first["M2"]) == (-1e308, 1e308, 0.0, LARGEST)
    assert first["Num"] == 2 * TILE * TILE
    assert (second["Min"], second["Max"], second["Num"]) == (1.5, 3.5, 2 * TILE * TILE - 3)
    assert second["M1"] == pytest.approx(1.5 + 2 / (2 * TILE * TILE - 3), rel=1e-15)
    tile = strictly(found.path / "esri_model_definition.emd")["AllTilesStats"][0]
    assert tile["StdDev"] == math.sqrt(LARGEST / (2 * TILE * TILE))


def test_sums_stay_finite():
    one = BandStatistics.of(np.array([1.5e308, 1.7e308]))
    assert (one.mean, one.m2) == (pytest.approx(1.6e308), LARGEST)
    both = one.merge(replace(one, mean=-1.6e308))
    assert (both.mean, both.m2, both.count) == (0.0, LARGEST, 4)
    tally = Tally()
    tally.add_all([LARGEST, math.inf, LARGEST])
    assert (tally.minimum, tally.maximum, tally.total, tally.count) == (LARGEST, LARGEST, LARGEST, 3)


def test_nodata_that_is_no_number_is_known_again(tmp_path, monkeypatch):
    limit(monkeypatch, batch_bytes=4 * TILE * TILE, commit_seconds=0.0)
    raster = write_raster(
        tmp_path / "in.tif", noise(1, 2 * TILE, 2 * TILE).astype("float32"), nodata=math.nan
    )
    layer = layer_in_pixels([(rectangle(1, 1, 9, 9), 1)])
    export(tmp_path / "out", raster, layer, TILE, log=Log(cancel_at=40), CLASS_VALUE_FIELD="kind")
    lines = (tmp_path / "out" / JOURNAL_FILE).read_text().splitlines()
    assert len(lines) > 1
    assert not any("NaN" in line for line in lines)
    log = Log()
    export(tmp_path / "out", raster, layer, TILE, log=log, CLASS_VALUE_FIELD="kind")
    assert [text for text in log.infos if "going on at chip" in text]


def test_plain_values_differ_where_their_sources_do():
    assert plain({"a\udcff": (math.nan, math.inf, 1.5, None, True)}) == {
        "a\\udcff": ["nan", "inf", 1.5, None, True]
    }
    assert plain(["a\udcfe", "\ud800", "\U0001f40b"]) == ["a\\udcfe", "\\ud800", "\U0001f40b"]


def test_half_a_character_in_names_resumes_and_is_written_whole(tmp_path, monkeypatch):
    name = "half \ud83d pair"
    try:
        QgsFeature().setAttributes([name])
    except SystemError:
        pytest.skip("this QGIS holds no such text")
    limit(monkeypatch, batch_bytes=3 * TILE * TILE, commit_seconds=0.0)
    raster = write_raster(tmp_path / "in.tif", noise(3, 2 * TILE, 2 * TILE))
    layer = memory_layer([(on_map(rectangle(1, 1, 9, 9)), {"kind": name})], {"kind": str})
    layer.setName(name)
    looks = {"REPORT": str(tmp_path / "report.html"), "CHIP_INDEX": str(tmp_path / "index.gpkg")}
    export(tmp_path / "out", raster, layer, TILE, log=Log(cancel_at=20), CLASS_VALUE_FIELD="kind", **looks)
    assert (tmp_path / "out" / JOURNAL_FILE).exists()
    log = Log()
    found = export(tmp_path / "out", raster, layer, TILE, log=log, CLASS_VALUE_FIELD="kind", **looks)
    assert [text for text in log.infos if "going on at chip" in text]
    assert strictly(found.path / STATISTICS)["Classes"][0]["ClassName"] == "half \ufffd pair"
    assert "half \ufffd pair" in (tmp_path / "report.html").read_text("utf-8")
    assert all(text.encode("utf-8") for text in [*log.infos, *log.warnings])


def test_undecodable_names_of_files_are_known_again(tmp_path, monkeypatch):
    limit(monkeypatch, batch_bytes=3 * TILE * TILE, commit_seconds=0.0)
    raster = write_raster(tmp_path / "in.tif", noise(3, 2 * TILE, 2 * TILE))
    beside = tmp_path / "in\udcff.tif"
    try:
        beside.write_bytes(raster.read_bytes())
    except OSError:
        pytest.skip("this file system takes no such name")
    virtual = tmp_path / "in.vrt"
    text = (
        '<VRTDataset rasterXSize="32" rasterYSize="32"><SRS>EPSG:31985</SRS>'
        "<GeoTransform>288776,2,0,9120760,0,-2</GeoTransform>"
        + "".join(
            f'<VRTRasterBand dataType="Byte" band="{band}"><SimpleSource><SourceFilename relativeToVRT="1">'
            f"in\udcff.tif</SourceFilename><SourceBand>{band}</SourceBand></SimpleSource></VRTRasterBand>"
            for band in (1, 2, 3)
        )
        + "</VRTDataset>"
    )
    virtual.write_bytes(text.encode("utf-8", "surrogateescape"))
    layer = layer_in_pixels([(rectangle(1, 1, 9, 9), 1)])
    export(tmp_path / "out", virtual, layer, TILE, log=Log(cancel_at=40), CLASS_VALUE_FIELD="kind")
    assert r"in\\udcff.tif" in (tmp_path / "out" / JOURNAL_FILE).read_text()
    log = Log()
    export(tmp_path / "out", virtual, layer, TILE, log=log, CLASS_VALUE_FIELD="kind")
    assert [each for each in log.infos if "going on at chip" in each]


def test_a_label_map_of_no_class_is_refused_by_the_report(tmp_path):
    raster = write_raster(tmp_path / "in.tif", noise(3, TILE, 2 * TILE))
    classes = np.ones((TILE, 2 * TILE), "uint8")
    path = write_class_raster(tmp_path / "classes.tif", classes)
    values = {"METADATA_FORMAT": "Classified_Tiles"}
    found = export(tmp_path / "out", raster, path, TILE, **values)
    from osgeo import gdal

    dataset = gdal.Open(str(found.path / "labels" / "000000001.tif"), gdal.GA_Update)
    dataset.WriteArray(np.full((TILE, TILE), 9, "uint8"))
    dataset = None
    report = str(tmp_path / "report.html")
    with pytest.raises(QgsProcessingException, match=r"000000001\.tif is missing or damaged \(a label"):
        export(tmp_path / "out", copy_of(raster), path, TILE, START_INDEX=2, REPORT=report, **values)
