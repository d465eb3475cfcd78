"""Input that was never meant to be exported: names, paths, geometries, files that break.

Whatever comes in, nothing is written outside OUT_FOLDER, XML and JSON stay well-formed, and what cannot be
read is an error, never a silent gap.
"""

from __future__ import annotations

import itertools
import json
import math
import os
import shutil
import traceback
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from label_scenes import METADATA_FORMATS, contents, export, refusal
from lxml import etree
from osgeo import gdal, ogr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureIterator,
    QgsGeometry,
    QgsLineString,
    QgsPolygon,
    QgsProcessingException,
    QgsVectorLayer,
)
from scenes import (
    ORIGIN,
    Exported,
    Log,
    limit,
    memory_layer,
    noise,
    on_map,
    pixels_of,
    rectangle,
    write_polygons,
    write_raster,
)

from training_data_exporter.export.storage.journal import JOURNAL_FILE

pytestmark = pytest.mark.usefixtures("qgis_app")

SIZE = 48
NAMES = [
    "../x",
    "a/b",
    "..\\..\\x",
    "/etc/passwd",
    "C:\\x",
    "CON",
    "nul.txt",
    "..",
    ".",
    " ",
    "n" * 300,
    "ü" * 300,
    "\U0001f40b whale \U0001f40b",
    "tab\tline\nreturn\rbell\x07escape\x1b",
    "<object>&amp;</annotation>",
    '"quoted" \\ {brace} %s %d',
    "a\x00b",
    "half \ud83d pair",
    "\u202eright to left",
    "Äpfel",
    "A\u0308pfel",
    "*?|:",
]


@pytest.fixture(scope="module")
def raster(tmp_path_factory) -> Path:
    """Three chips across and down."""
    return write_raster(tmp_path_factory.mktemp("hostile") / "in.tif", noise(3, SIZE, SIZE))


def square(column: float, row: float, size: float = 4) -> str:
    return on_map(rectangle(column, row, column + size, row + size))


def is_storable(name: str) -> bool:
    """Whether a field can hold a text at all: from QGIS 3.40 on not half of a surrogate pair."""
    try:
        QgsFeature().setAttributes([name])
    except SystemError:
        return False
    return True


def named_squares(names: list[str]) -> QgsVectorLayer:
    """A square for each name, which stands in the field ``kind``; of any length, in any characters."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:31985&field=kind:string(0)", "labels", "memory")
    features = []
    for place, name in enumerate(names):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(square(3 + 5 * (place % 8), 3 + 9 * (place // 8))))
        feature.setAttributes([name])
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    layer.updateExtents()
    return layer


def tree(folder: Path) -> set[str]:
    """Everything below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def check_well_formed(exported: Exported) -> None:
    """Every file reads as what it is, and every path of map.txt names one."""
    for path in exported.path.rglob("*.xml"):
        etree.parse(str(path))
    classes = [each["ClassName"] for each in exported.accumulated()["Classes"]]
    assert [each["Name"] for each in exported.model()["Classes"]] == classes
    rows = exported.stats()[7 if "features = " in exported.stats()[3] else 6 :]
    assert len(rows) == len(classes)
    for image, labels in exported.entries():
        assert all((exported.path / path).is_file() for path in [image, *labels])


# Names.


@pytest.mark.parametrize("metadata_format", METADATA_FORMATS)
def test_class_names_stay_names(raster, tmp_path, metadata_format):
    names = [name for name in NAMES if is_storable(name)]
    layer = named_squares(names)
    around = tmp_path / "around"
    around.mkdir()
    exported = export(
        around / "out", raster, layer, METADATA_FORMAT=metadata_format, CLASS_VALUE_FIELD="kind"
    )
    assert [path.name for path in around.iterdir()] == ["out"]
    check_well_formed(exported)
    told_apart = {unicodedata.normalize("NFC", name).strip() for name in names} - {""}
    assert len(told_apart) == len(set(names)) - 2  # blanks are no class, and Äpfel are Äpfel
    assert exported.outputs["CLASS_COUNT"] == len(told_apart)
    if metadata_format == "RCNN_Masks":
        folders = {path.name for path in (exported.path / "labels").iterdir()}
        assert folders == {each["Name"] for each in exported.model()["Classes"]}
        assert len({name.casefold() for name in folders}) == len(folders)
        assert all(len(name.encode()) <= 120 for name in folders)


def test_class_names_of_a_raster_stay_names(raster, tmp_path):
    values = np.arange(1, 10, dtype="uint8").repeat(256)[: SIZE * SIZE]
    from label_scenes import write_class_raster

    path = write_class_raster(
        tmp_path / "classes.tif",
        np.resize(values, (SIZE, SIZE)),
        table={
            "Value": list(range(1, 10)),
            "ClassName": ["../x", "a/b", "CON", "<&>", "", " ", "..", "x" * 300, "\x07"],
        },
    )
    around = tmp_path / "around"
    around.mkdir()
    exported = export(around / "out", raster, path, METADATA_FORMAT="RCNN_Masks")
    assert [path.name for path in around.iterdir()] == ["out"]
    check_well_formed(exported)


@pytest.mark.parametrize("field", ["../x", "a b", "<&>", "ü", "x" * 200, "%s {brace}"])
def test_field_names(raster, tmp_path, field):
    layer = memory_layer([(square(3, 3), {}), (square(20, 20), {})])
    from qgis.core import QgsField
    from qgis.PyQt.QtCore import QVariant

    layer.dataProvider().addAttributes([QgsField(field, QVariant.String)])
    layer.updateFields()
    for feature, value in zip(layer.getFeatures(), ("one", "two")):
        layer.dataProvider().changeAttributeValues({feature.id(): {0: value}})
    exported = export(tmp_path / "out", raster, layer, CLASS_VALUE_FIELD=field)
    assert exported.outputs["CLASS_COUNT"] == 2


# Paths.

FOLDERS = [
    "with blanks in it",
    "Übung-训练-\U0001f40b",
    'it\'s "quoted" & <odd> %41 {brace} $HOME',
    "trailing dot.",
    "-dash",
    "/".join(["deep" * 15] * 6),
]


@pytest.mark.parametrize("name", FOLDERS)
@pytest.mark.parametrize("image_format", ["TIFF", "MRF"])
def test_output_paths(raster, tmp_path, name, image_format):
    layer = write_polygons(tmp_path / "labels.gpkg", [(square(3, 3), {})])
    plain = export(tmp_path / "plain", raster, layer, IMAGE_CHIP_FORMAT=image_format)
    exported = export(tmp_path / name, raster, layer, IMAGE_CHIP_FORMAT=image_format)
    assert contents(exported.path) == contents(plain.path)


@pytest.mark.parametrize("name", FOLDERS)
def test_input_paths(raster, tmp_path, name):
    folder = tmp_path / name.replace("%", "")  # which GDAL's driver takes for the beginning of a code
    folder.mkdir(parents=True)
    shutil.copy(raster, folder / "in.tif")
    layer = write_polygons(folder / "labels.gpkg", [(square(3, 3), {})])
    exported = export(tmp_path / "out", folder / "in.tif", layer)
    assert exported.outputs["FEATURE_COUNT"] == 1
    beside = {"in.tif.aux.xml", "labels.gpkg-wal", "labels.gpkg-shm"}  # QGIS's own, of any loaded layer
    assert tree(folder) - beside == {"in.tif", "labels.gpkg"}


@pytest.mark.parametrize(
    "name", ["n" * 300, "/".join(["deep" * 50] * 25), "nul\x00in it", "half \ud83d pair"], ids=ascii
)
def test_paths_that_no_file_system_takes_are_refused(raster, tmp_path, name):
    layer = memory_layer([(square(3, 3), {})])
    sentence = refusal(Path(f"{tmp_path}/{name}"), raster, layer)
    assert sentence.startswith("OUT_FOLDER: ")
    assert "cannot be used" in sentence
    assert not list(tmp_path.iterdir())


# Geometries.


def polygon(points: Any) -> QgsGeometry:
    """A polygon whose vertices are not looked at."""
    return QgsGeometry(QgsPolygon(QgsLineString([x for x, _ in points], [y for _, y in points])))


def layer_of(geometries: list[QgsGeometry], crs: str = "EPSG:31985", kind: str = "Polygon") -> QgsVectorLayer:
    """A memory layer of geometries as they are, and after them one good square in the first chip."""
    layer = QgsVectorLayer(f"{kind}?crs={crs}", "labels", "memory")
    good = [QgsGeometry.fromWkt(square(2, 2))] if crs == "EPSG:31985" and kind == "Polygon" else []
    features = []
    for geometry in [*geometries, *good]:
        feature = QgsFeature()
        feature.setGeometry(geometry)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


LEFT, TOP = ORIGIN
BROKEN = {
    "nan": [(LEFT + 10, TOP - 10), (math.nan, TOP - 10), (LEFT + 30, TOP - 30), (LEFT + 10, TOP - 10)],
    "all nan": [(math.nan, math.nan)] * 4,
    "infinite": [(LEFT + 10, TOP - 10), (math.inf, TOP - 10), (LEFT + 30, TOP - 30), (LEFT + 10, TOP - 10)],
    "minus infinite": [(LEFT, TOP), (LEFT, -math.inf), (LEFT + 30, TOP - 30), (LEFT, TOP)],
    "huge": [(LEFT, TOP), (1e308, TOP), (LEFT + 30, -1e308), (LEFT, TOP)],
    "zero area": [(LEFT + 10, TOP - 10), (LEFT + 30, TOP - 30), (LEFT + 10, TOP - 10), (LEFT + 10, TOP - 10)],
    "one point": [(LEFT + 10, TOP - 10)] * 4,
    "not closed": [(LEFT + 10, TOP - 10), (LEFT + 30, TOP - 10), (LEFT + 30, TOP - 30)],
    "two points": [(LEFT + 10, TOP - 10), (LEFT + 30, TOP - 10)],
    "no points": [],
    "denormal": [(LEFT + 10, TOP - 10), (LEFT + 10 + 1e-300, TOP - 10), (LEFT + 10, TOP - 10 + 1e-300)],
}


@pytest.mark.parametrize("metadata_format", METADATA_FORMATS)
@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_polygon_costs_no_other(raster, tmp_path, name, metadata_format):
    layer = layer_of([polygon(BROKEN[name])])
    exported = export(tmp_path / "out", raster, layer, METADATA_FORMAT=metadata_format)
    check_well_formed(exported)
    assert exported.outputs["FEATURE_COUNT"] >= 1
    if name != "huge" and name != "not closed":
        assert exported.outputs["FEATURE_COUNT"] == 1
        assert any("1 (ids 1)" in warning for warning in exported.log.warnings)


@pytest.mark.parametrize(("count", "teeth"), [(300_000, 7), (5_000, 600)])
def test_a_polygon_of_many_vertices(raster, tmp_path, count, teeth):
    angles = np.linspace(0, 2 * np.pi, count, endpoint=False)
    reach = 30 + 8 * np.sin(angles * teeth)
    points = np.column_stack([LEFT + 48 + reach * np.cos(angles), TOP - 48 + reach * np.sin(angles)])
    points = np.vstack([points, points[:1]])
    exported = export(tmp_path / "out", raster, layer_of([polygon(points)]))
    assert exported.outputs["FEATURE_COUNT"] == 10  # in each of the nine chips, and the good square
    box = exported.boxes("000000003")[0]  # left of the middle
    assert box.left == pytest.approx((48 - reach[np.abs(angles - np.pi).argmin()]) / 2, abs=4.1)
    assert (box.right, box.top, box.bottom) == (16.0, 0.0, 16.0)


def test_a_self_intersecting_star_is_repaired(raster, tmp_path):
    corners = [
        (LEFT + 48 + 40 * math.sin(k * 4 * math.pi / 5), TOP - 48 - 40 * math.cos(k * 4 * math.pi / 5))
        for k in range(6)
    ]
    exported = export(tmp_path / "out", raster, layer_of([polygon(corners)]))
    assert any("repaired: 1 (ids 1)" in warning for warning in exported.log.warnings)
    assert exported.outputs["FEATURE_COUNT"] >= 6


def test_a_polygon_that_only_the_transformation_breaks_is_not_lost(tmp_path):
    # Holes that touch their shell with a vertex in the midst of its edge: valid in degrees. In UTM the edge
    # is straight again, but the vertex lies beside it.
    transform = (200_000, 6000.0, 0, 10_700_000, 0, -6000.0)
    raster = write_raster(tmp_path / "in.tif", noise(1, 96, 96), transform, "EPSG:31985")
    shell = "(-35 4, -31 4, -31.5 2, -35.5 2, -35 4)"
    holes = "(-33 4, -33.1 3.5, -32.9 3.5, -33 4), (-35.25 3, -34 3.1, -34 2.9, -35.25 3)"
    layer = memory_layer([(f"POLYGON({shell}, {holes})", {})], crs="EPSG:4326", kind="Polygon")
    geometry = next(layer.getFeatures()).geometry()
    assert geometry.isGeosValid()
    crs = QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateReferenceSystem("EPSG:31985")
    geometry.transform(QgsCoordinateTransform(*crs, QgsCoordinateTransformContext()))
    assert not geometry.isGeosValid()
    repaired = ogr.CreateGeometryFromWkb(geometry.makeValid().asWkb().data())
    tiles = [(column, row) for row in range(12) for column in range(12)]
    chips = [rectangle(8 * column, 8 * row, 8 * column + 8, 8 * row + 8) for column, row in tiles]
    areas = [
        ogr.CreateGeometryFromWkt(on_map(chip, transform)).Intersection(repaired).Area() for chip in chips
    ]
    exported = export(tmp_path / "out", raster, layer, tile=8)
    assert [len(boxes) for boxes in exported.all_boxes()] == [int(area > 1) for area in areas]


def test_a_polygon_that_crosses_itself_in_pixel_space_is_cut():
    from training_data_exporter.labels.features.repair import clip

    bow_tie = QgsGeometry.fromWkt("POLYGON((1 1, 5 1, 2 4, 4 0, 1 1))")
    part = QgsGeometry()
    part.fromWkb(clip(bow_tie.asWkb().data(), (0, 0, 3, 3)))
    assert part.area() == pytest.approx(
        bow_tie.makeValid().intersection(QgsGeometry.fromWkt(rectangle(0, 0, 3, 3))).area()
    )
    assert part.area() > 0.9


@pytest.mark.parametrize("metadata_format", METADATA_FORMATS)
def test_labels_that_cannot_be_transformed_are_counted(tmp_path, metadata_format):
    # Web Mercator ends before the poles.
    raster = write_raster(
        tmp_path / "in.tif", noise(1, 48, 48), (-100_000, 5000.0, 0, 100_000, 0, -5000.0), "EPSG:3857"
    )
    shapes = [
        "POLYGON((0 89, 10 89, 10 90, 0 90, 0 89))",
        "POLYGON((-180 -90, 180 -90, 180 90, -180 90, -180 -90))",
        "POLYGON((0 -1, 1 -1, 1 0, 0 0, 0 -1))",
        "POLYGON((0 0, 1 0, 1 500, 0 500, 0 0))",
        "POLYGON((0 500, 10 500, 10 501, 0 500))",
    ]
    layer = memory_layer([(each, {}) for each in shapes], crs="EPSG:4326", kind="Polygon")
    exported = export(tmp_path / "out", raster, layer, tile=48, METADATA_FORMAT=metadata_format)
    check_well_formed(exported)
    assert exported.outputs["FEATURE_COUNT"] >= 1
    (warning,) = [each for each in exported.log.warnings if "cannot be used" in each]
    assert "1 (ids 4)" in warning


def test_labels_of_a_faraway_zone(raster, tmp_path):
    # The raster lies outside the zone's transformation; labels there are none of the raster's.
    layer = memory_layer([(rectangle(4e5, 1e5, 5e5, 0), {})], crs="EPSG:32760", kind="Polygon")
    exported = export(tmp_path / "out", raster, layer)
    assert exported.outputs["FEATURE_COUNT"] == 0
    assert exported.log.warnings


def test_a_polygon_over_the_antimeridian(tmp_path):
    # UTM zone 60 lies at it. In degrees a polygon that crosses it has to be cut; this one is.
    raster = write_raster(
        tmp_path / "in.tif", noise(1, 48, 48), (700_000, 5000.0, 0, 10_100_000, 0, -5000.0), "EPSG:32760"
    )
    east = "((179.5 0.1, 180 0.1, 180 0.5, 179.5 0.1))"
    west = "((-180 0.1, -179.5 0.1, -180 0.5, -180 0.1))"
    two_parts = f"MULTIPOLYGON({east}, {west})"
    uncut = "POLYGON((179 -1, -179 -1, -179 0, 179 0, 179 -1))"  # all around the world the other way
    layer = memory_layer([(two_parts, {}), (uncut, {})], crs="EPSG:4326")
    exported = export(tmp_path / "out", raster, layer, tile=48)
    check_well_formed(exported)
    assert exported.outputs["FEATURE_COUNT"] >= 1


# Files that break.


def truncated(path: Path, share: float) -> Path:
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    return path


@pytest.mark.parametrize(
    "options", [[], ["TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=64"], ["COMPRESS=DEFLATE"]]
)
@pytest.mark.parametrize("share", [0.3, 0.75])
def test_a_truncated_raster_stops_the_run_and_names_the_window(tmp_path, options, share):
    whole = write_raster(tmp_path / "whole.tif", noise(3, 256, 256))
    source = gdal.Open(str(whole))
    options = [*options, "BIGTIFF=NO"]
    path = tmp_path / "in.tif"
    gdal.GetDriverByName("GTiff").CreateCopy(str(path), source, False, [*options, "COPY_SRC_OVERVIEWS=YES"])
    del source
    truncated(path, share)
    layer = memory_layer([(square(3, 3), {})])
    folder = tmp_path / "out"
    with pytest.MonkeyPatch.context() as patch:
        limit(patch, batch_bytes=3 * 64 * 64)
        with pytest.raises(QgsProcessingException, match=r"IN_RASTER") as failure:
            export(folder, path, layer, tile=64)
    sentence = str(failure.value)
    assert "\n" not in sentence.strip()
    assert "Traceback" not in sentence
    if "not a raster that QGIS can open" not in sentence:
        assert " cannot be read at columns " in sentence
    check_chips_of(folder, whole)


def check_chips_of(folder: Path, whole: Path) -> None:
    """Chips that stand hold the pixels of the whole raster, and there are no dataset files."""
    pixels = pixels_of(whole)
    names = tree(folder) if folder.exists() else set()
    assert not {name for name in names if name.endswith((".json", ".emd", "map.txt", "stats.txt"))}
    for name in names:
        if name.endswith(".tif"):
            row, column = divmod(int(Path(name).stem), 4)
            expected = pixels[:, row * 64 : row * 64 + 64, column * 64 : column * 64 + 64]
            assert np.array_equal(pixels_of(folder / name), expected), name


class Meddling(Log):
    """A log that does something when a share of the work is done, or before the first chip."""

    def __init__(self, deed: Any, percent: float) -> None:
        super().__init__()
        self._deed = deed
        self._percent = percent

    def _meddle(self) -> None:
        deed, self._deed = self._deed, lambda: None
        try:
            deed()
        except Exception:
            # Left to a slot of Qt's, it would end the process. What the test expects won't come true.
            traceback.print_exc()

    def pushInfo(self, info: str) -> None:
        super().pushInfo(info)
        if self._percent == 0 and "Chips planned" in info:
            self._meddle()

    def _step(self, progress: float) -> None:
        super()._step(progress)
        if progress >= self._percent > 0:
            self._meddle()


@pytest.fixture
def files(tmp_path) -> dict[str, Path]:
    shapes = [(square(place, place), {}) for place in range(0, 250, 3)]
    return {
        "IN_RASTER": write_raster(tmp_path / "in.tif", noise(3, 256, 256)),
        "IN_CLASS_DATA": write_polygons(tmp_path / "labels.gpkg", shapes),
    }


@pytest.mark.parametrize("percent", [0, 20])
@pytest.mark.parametrize("name", ["IN_RASTER", "IN_CLASS_DATA"])
@pytest.mark.parametrize("deed", ["deleted", "emptied", "replaced"])
def test_a_file_that_goes_in_mid_run(files, tmp_path, monkeypatch, name, percent, deed):
    # The system may still show the old file to who has it open; else it has to be an error.
    expected = contents(export(tmp_path / "whole", files["IN_RASTER"], files["IN_CLASS_DATA"], 64).path)
    limit(monkeypatch, batch_bytes=3 * 64 * 64)
    deeds = {
        "deleted": files[name].unlink,
        "emptied": lambda: os.truncate(files[name], 0),
        "replaced": lambda: files[name].write_text("something else"),
    }
    folder = tmp_path / "out"
    log = Meddling(deeds[deed], percent)
    try:
        export(folder, files["IN_RASTER"], files["IN_CLASS_DATA"], 64, log=log)
    except QgsProcessingException as error:
        assert str(error).startswith((name, f"{name}: "))
        assert "Traceback" not in str(error)
        found = contents(folder) if folder.exists() else {}
        found.pop(JOURNAL_FILE, None)
        assert not {each for each, data in found.items() if expected.get(each) != data}
        assert "map.txt" not in found
    else:
        assert contents(folder) == expected


def test_a_label_source_that_gives_no_features_is_an_error(files, tmp_path, monkeypatch):
    # What QGIS returns when it cannot open the layer once more: an iterator that is not valid.
    limit(monkeypatch, batch_bytes=3 * 64 * 64)
    from training_data_exporter.labels import open as opening
    from training_data_exporter.labels import selection as label_sources

    monkeypatch.setattr(opening, "stored_layer", lambda layer: None)  # else features come from the file

    class Failing(label_sources.QgsVectorLayerFeatureSource):
        calls = 0

        def getFeatures(self, request: Any) -> Any:
            self.calls += 1
            return super().getFeatures(request) if self.calls < 3 else QgsFeatureIterator()

    monkeypatch.setattr(label_sources, "QgsVectorLayerFeatureSource", Failing)
    with pytest.raises(QgsProcessingException, match=r"IN_CLASS_DATA: .*cannot be read"):
        export(tmp_path / "out", files["IN_RASTER"], files["IN_CLASS_DATA"], 64)
    assert not (tmp_path / "out" / "map.txt").exists()


def test_a_read_only_folder_in_mid_run(files, tmp_path, monkeypatch):
    # A file in the place of a folder: even root cannot write there.
    limit(monkeypatch, batch_bytes=3 * 64 * 64)
    folder = tmp_path / "out"

    def block() -> None:
        # Chips are being written at the same time: whoever misses the folder makes it again.
        for place in itertools.count():
            (folder / "labels").rename(tmp_path / f"labels-{place}")
            with suppress(FileExistsError), (folder / "labels").open("x"):
                return

    with pytest.raises(QgsProcessingException, match="labels was renamed, moved or deleted"):
        export(folder, files["IN_RASTER"], files["IN_CLASS_DATA"], 64, log=Meddling(block, 30))
    assert not (folder / "map.txt").exists()


def test_chips_that_someone_deleted_are_missed(files, tmp_path, monkeypatch):
    limit(monkeypatch, batch_bytes=3 * 64 * 64, commit_seconds=3600.0)
    folder = tmp_path / "out"
    with pytest.raises(QgsProcessingException, match=r"images/000000000\.tif was renamed, moved or deleted"):
        export(
            folder,
            files["IN_RASTER"],
            files["IN_CLASS_DATA"],
            64,
            log=Meddling((folder / "images" / "000000000.tif").unlink, 30),
        )
    assert not (folder / "map.txt").exists()


# An export to add to, of which anything may be wrong.


def test_any_damage_to_a_stored_export_is_one_refusal(raster, tmp_path):
    from training_data_exporter.chipping.errors import ExportError
    from training_data_exporter.writers.dataset.stored import StoredSet

    layer = memory_layer([(square(3, 3), {}), (square(20, 20), {})])
    exported = export(tmp_path / "out", raster, layer)
    stats = exported.path / "esri_accumulated_stats.json"
    document = exported.accumulated()
    whole = StoredSet.read(exported.path)
    refused = 0
    for damaged in _damaged(document):
        stats.write_text(json.dumps(damaged))
        try:
            read = StoredSet.read(exported.path)
            kept = StoredSet.unfinished(exported.path, read.for_journal(), "journal")
        except ExportError as error:
            refused += 1
            assert "is missing or damaged" in str(error) or " does not state " in str(error)
        else:
            assert kept.map == whole.map
            _add_to(read)
    assert refused > 100


def _add_to(stored: Any) -> None:
    """Calculate as an export that is added does."""
    from training_data_exporter.chipping.statistics.bands import BandStatistics, CountedLabels
    from training_data_exporter.writers.dataset.cell_sizes import CellSize, smallest_and_largest

    bands = [band.merge(BandStatistics(1, 1.0, 1.0, 1.0)) for band in stored.bands]
    assert all(isinstance(band.standard_deviation, float) for band in bands)
    features = stored.features.with_classes((1, 2))
    features.add(CountedLabels.of([((1, 2.0), (2, 3.0))]))
    assert features.features + features.per_image.mean + stored.chip_total + stored.next_index is not None
    low, high = smallest_and_largest(*stored.cell_sizes, CellSize(1.0, 1.0, {}))
    assert low.in_metres <= (1.0, 1.0) <= high.in_metres
    assert len(stored.classes.merge(stored.classes)) == len(stored.classes)


def _damaged(value: Any) -> Iterator[Any]:
    """Yield copies of a JSON value in which one place is missing or something else."""
    yield from (None, "x", -1, [], {}, math.inf)
    if isinstance(value, dict):
        for key, inner in value.items():
            yield {name: each for name, each in value.items() if name != key}
            yield from ({**value, key: each} for each in _damaged(inner))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from ([*value[:place], each, *value[place + 1 :]] for each in _damaged(inner))
