"""Geometries of all types, files and label formats: the polygons are taken, and the rest is named."""

from __future__ import annotations

import re

import geometry_scenes as scenes
import numpy as np
import pytest
from geometry_scenes import COLUMNS, KINDS, TILE, area_of, is_polygon, leaves, stored
from label_scenes import METADATA_FORMATS, class_map, covered, export, masks, refusal
from osgeo import ogr, osr
from qgis.core import QgsVectorLayer
from scenes import UTM, noise, on_map, rectangle, spatial_reference, write_raster

pytestmark = pytest.mark.usefixtures("qgis_app")

FILES = ("GPKG", "GeoJSON", "FlatGeobuf", "GML", "SQLite")
MEMORY = ("Polygon", "GeometryCollection")
REDUCED = "Features of which only the polygons were taken"
SHAPELESS = "Features left out because they are points or lines"
UNUSABLE = "Features left out because their geometry cannot be used"


@pytest.fixture(scope="module")
def raster(tmp_path_factory):
    return scenes.raster_of_kinds(tmp_path_factory.mktemp("kinds") / "in.tif")


@pytest.fixture(scope="module", params=[*FILES, *MEMORY])
def layer(request, tmp_path_factory):
    """All kinds in a layer of a file, as QGIS opens its path, or in memory."""
    if request.param in MEMORY:
        return scenes.memory_layer_of_kinds(request.param)
    path = scenes.file_of_kinds(tmp_path_factory.mktemp("files"), request.param)
    return QgsVectorLayer(str(path), "kinds", "ogr")


def said(log, sentence) -> set[int]:
    """The ids that a warning names; at most ten are listed, the count is of all."""
    for warning in log.warnings:
        found = re.match(rf"{sentence}.*: (\d+) \(ids ([-0-9, ]+)", warning)
        if found:
            ids = {int(text) for text in found[2].split(",") if text.strip()}
            assert len(ids) == min(int(found[1]), 10)
            return int(found[1]), ids
    return 0, set()


def check_said(log, sentence, expected) -> None:
    assert said(log, sentence) == (len(expected), set(sorted(expected)[:10])), (sentence, log.warnings)


def tolerance(place) -> float:
    wkt = list(KINDS.values())[place] or ""
    return 2e-3 if "CIRCULAR" in wkt else 1e-9


def areas(exported) -> dict[int, float]:
    """Area of each class, which is a feature."""
    document = exported.accumulated()
    tallies = document["FeatureStats"]["FeatureAreaPerClass"]
    return {each["ClassValue"]: tally["Sum"] for each, tally in zip(document["Classes"], tallies)}


def in_chip(area, place) -> str:
    """Return polygons in pixels from the corner of a place's chip."""
    row, column = divmod(place, COLUMNS)
    return _moved(area.Clone(), scenes.LEFT + 2 * TILE * column, scenes.TOP - 2 * TILE * row).ExportToWkt()


def _moved(geometry, x, y):
    for place in range(geometry.GetGeometryCount()):
        _moved(geometry.GetGeometryRef(place), x, y)
    for place in range(geometry.GetPointCount()):
        px, py = (geometry.GetX(place) - x) / 2, (y - geometry.GetY(place)) / 2
        geometry.SetPoint_2D(place, px, py)
    return geometry


@pytest.mark.parametrize("metadata_format", METADATA_FORMATS)
def test_every_type_is_taken_or_named(raster, layer, tmp_path, metadata_format):
    found = stored(layer)
    expected = {kind: area_of(geometry) for kind, (_, geometry) in found.items()}
    shown = {kind for kind, area in expected.items() if not area.IsEmpty()}
    assert len(shown) > 3
    exported = export(
        tmp_path / "out", raster, layer, TILE, METADATA_FORMAT=metadata_format, CLASS_VALUE_FIELD="kind"
    )
    check_left_out(exported.log, found, shown)
    assert exported.outputs["FEATURE_COUNT"] == len(shown)
    for kind, size in areas(exported).items():
        assert size == pytest.approx(expected[kind].Area(), rel=tolerance(kind - 1)), kind
    for place, stem in enumerate(exported.stems()[: len(KINDS)]):
        area = expected.get(place + 1, area_of(None))
        check_chip(exported, stem, place, in_chip(area, place), metadata_format)


def check_left_out(log, found, shown) -> None:
    """The log names what was left out, whole or in part."""
    parts = {kind: list(leaves(geometry)) for kind, (_, geometry) in found.items()}
    polygons = {kind for kind, each in parts.items() if any(map(is_polygon, each))}
    others = {kind for kind, each in parts.items() if not all(map(is_polygon, each))}
    ids = {kind: fid for kind, (fid, _) in found.items()}
    check_said(log, REDUCED, {ids[kind] for kind in others & shown})
    check_said(log, SHAPELESS, {ids[kind] for kind in others - polygons})
    rest = set(ids) - shown - (others - polygons)
    check_said(log, UNUSABLE, {ids[kind] for kind in rest})


def check_chip(exported, stem, place, wkt, metadata_format) -> None:
    """A chip holds the one feature of its place: its box, or its pixels."""
    if metadata_format == "Classified_Tiles":
        pixels = class_map(exported, stem)
    elif metadata_format == "RCNN_Masks":
        drawn = masks(exported, stem)
        pixels = drawn[str(place + 1)] * (place + 1) if drawn else np.zeros((TILE, TILE), int)
        assert set(drawn) <= {str(place + 1)}
    else:
        boxes = [box.sides for box in exported.boxes(stem)]
        left, right, top, bottom = ogr.CreateGeometryFromWkt(wkt).GetEnvelope()
        expected = [] if "EMPTY" in wkt else [pytest.approx((left, top, right, bottom), abs=0.0051)]
        assert boxes == expected, list(KINDS)[place]
        return
    differ = np.count_nonzero(pixels != np.where(covered(wkt, TILE, TILE), place + 1, 0))
    assert differ <= (2 if tolerance(place) > 1e-6 else 0), list(KINDS)[place]


@pytest.mark.parametrize("driver", FILES)
def test_with_a_radius_everything_is_area(raster, tmp_path, driver):
    layer = QgsVectorLayer(str(scenes.file_of_kinds(tmp_path, driver)), "kinds", "ogr")
    found = stored(layer)
    exported = export(
        tmp_path / "out", raster, layer, TILE, CLASS_VALUE_FIELD="kind", BUFFER_RADIUS=1.5, STRIDE_X=TILE
    )
    check_said(exported.log, REDUCED, set())
    check_said(exported.log, SHAPELESS, set())
    sizes = areas(exported)
    for kind, (fid, geometry) in found.items():
        grown = area_of(geometry).Buffer(1.5, 16)
        for leaf in leaves(geometry):
            if not is_polygon(leaf):
                grown = grown.Union(leaf.Buffer(1.5, 16))
        assert sizes.get(kind, 0) == pytest.approx(grown.Area(), rel=max(tolerance(kind - 1), 1e-6)), (
            kind,
            fid,
        )


# Layers that begin with another type, or are one type of a file that mixes them.

MIXED = ["line", "polygon", "point", "collection", "bow tie", "collection without polygons"]
FIRST = {"a line": MIXED, "a point": MIXED[2:] + MIXED[:2], "a collection": MIXED[3:] + MIXED[:3]}
TAKEN = {list(KINDS).index(name) + 1 for name in ("polygon", "collection", "bow tie")}


@pytest.mark.parametrize("first", FIRST)
@pytest.mark.parametrize("driver", FILES)
def test_a_file_that_begins_with_another_type_gives_its_polygons(raster, tmp_path, driver, first):
    path = scenes.file_of_kinds(tmp_path, driver, FIRST[first])
    exported = export(tmp_path / "out", raster, path, TILE, CLASS_VALUE_FIELD="kind")
    sizes = areas(exported)
    assert {kind for kind, size in sizes.items() if size} == TAKEN
    assert said(exported.log, SHAPELESS)[0] == 3
    assert said(exported.log, REDUCED)[0] == 1


@pytest.mark.parametrize("declared", [ogr.wkbPolygon, ogr.wkbGeometryCollection, ogr.wkbLineString])
def test_a_geopackage_whose_type_is_not_that_of_its_features(raster, tmp_path, declared):
    path = scenes.file_of_kinds(tmp_path, "GPKG", MIXED, declared)
    exported = export(tmp_path / "out", raster, path, TILE, CLASS_VALUE_FIELD="kind")
    assert {kind for kind, size in areas(exported).items() if size} == TAKEN


@pytest.mark.parametrize("kind", ["LineString", "Point"])
@pytest.mark.parametrize("driver", ["GPKG", "GeoJSON", "FlatGeobuf"])
def test_one_type_of_a_file_that_mixes_them_is_refused_with_the_way_to_its_polygons(
    raster, tmp_path, driver, kind
):
    path = scenes.file_of_kinds(tmp_path, driver, MIXED)
    sentence = refusal(tmp_path / "out", raster, f"{path}|layername=kinds|geometrytype={kind}")
    assert sentence.startswith("IN_CLASS_DATA: ")
    assert "mixes types of geometry" in sentence
    assert f"{path}|layername=kinds|geometrytype=Polygon" in sentence
    assert not (tmp_path / "out").exists()
    chosen = re.search(r"polygons with (.*), or set", sentence)[1]
    exported = export(tmp_path / "out", raster, chosen, TILE, CLASS_VALUE_FIELD="kind")
    assert exported.outputs["FEATURE_COUNT"] == 2  # the collection is of another type


def test_points_without_polygons_beside_them_still_need_a_radius(raster, tmp_path):
    path = scenes.file_of_kinds(tmp_path, "GPKG", ["point", "line", "points"])
    for source in (path, f"{path}|layername=kinds|geometrytype=Point"):
        sentence = refusal(tmp_path / "out", raster, source)
        assert sentence.startswith("BUFFER_RADIUS: ")
        assert "mixes" not in sentence


@pytest.mark.parametrize("driver, suffix", [("FlatGeobuf", "fgb"), ("GPKG", "gpkg"), ("GeoJSON", "geojson")])
def test_a_layer_of_collections_keeps_its_crs(tmp_path, driver, suffix):
    """QGIS gives no CRS to a layer whose type is a collection."""
    there = osr.CoordinateTransformation(spatial_reference(UTM), spatial_reference("EPSG:4674"))
    square = ogr.CreateGeometryFromWkt(f"GEOMETRYCOLLECTION({on_map(rectangle(3, 5, 13, 21))},POINT(0 0))")
    square.Transform(there)
    path = tmp_path / f"labels.{suffix}"
    file = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    layer = file.CreateLayer("labels", spatial_reference("EPSG:4674"), ogr.wkbUnknown)
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(square)
    layer.CreateFeature(feature)
    del feature, layer, file
    exported = export(tmp_path / "out", write_raster(tmp_path / "in.tif", noise(1, 32, 32)), path, 32)
    assert [box.sides for box in exported.boxes("000000000")] == [pytest.approx((3, 5, 13, 21), abs=0.02)]
    assert not [each for each in exported.log.warnings if "coordinate reference system" in each]
