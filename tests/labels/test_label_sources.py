"""Labels from anything that QGIS opens, and areas around points, lines and polygons."""

from __future__ import annotations

import math

import numpy as np
import pytest
from label_scenes import class_map, covered, export, refusal, write_features
from osgeo import ogr, osr
from scenes import UTM, memory_layer, on_map, rectangle, spatial_reference, write_raster

pytestmark = pytest.mark.usefixtures("qgis_app")

SIZE = 40
STEM = "000000000"
OVERLAPPING = [(rectangle(3 * n, 2 * n, 3 * n + 9, 2 * n + 7), n % 3 + 1) for n in range(10)]


@pytest.fixture(scope="module")
def raster(tmp_path_factory):
    return write_raster(tmp_path_factory.mktemp("raster") / "in.tif", np.ones((1, SIZE, SIZE), "uint8"))


@pytest.fixture
def exported(raster, tmp_path):
    """Return a function that exports one chip of a layer."""

    def run(layer, metadata_format="KITTI_rectangles", **parameters):
        folder = tmp_path / f"out-{len(list(tmp_path.iterdir()))}"
        return export(folder, raster, layer, SIZE, METADATA_FORMAT=metadata_format, **parameters)

    return run


def found_in(export) -> list[tuple[int, tuple[float, ...]]]:
    return [(box.class_value, box.sides) for box in export.boxes(STEM)]


def boxes_of(shapes) -> list[tuple[int, tuple[float, ...]]]:
    boxes = []
    for wkt, value in shapes:
        left, right, top, bottom = ogr.CreateGeometryFromWkt(wkt).GetEnvelope()
        boxes.append((value, (left, top, min(right, SIZE), bottom)))
    return boxes


def expected_map(shapes) -> np.ndarray:
    values = np.zeros((SIZE, SIZE), "uint8")
    for wkt, value in shapes:
        values[covered(wkt, SIZE, SIZE)] = value
    return values


@pytest.mark.parametrize(
    ("name", "driver", "options"),
    [
        ("labels.gpkg", "GPKG", ["SPATIAL_INDEX=YES"]),
        ("labels.gpkg", "GPKG", ["SPATIAL_INDEX=NO"]),
        ("labels.shp", "ESRI Shapefile", ["SPATIAL_INDEX=YES"]),
        ("labels.geojson", "GeoJSON", ["COORDINATE_PRECISION=9"]),
        ("labels.fgb", "FlatGeobuf", ["SPATIAL_INDEX=YES"]),
        ("labels.gml", "GML", []),
        ("labels.sqlite", "SQLite", ["SPATIALITE=YES"]),
    ],
)
def test_files_of_any_format_give_the_same_labels_in_the_order_of_their_ids(
    exported, tmp_path, name, driver, options
):
    records = [(on_map(wkt), {"kind": value}) for wkt, value in OVERLAPPING]
    try:
        path = write_features(tmp_path / name, records, {"kind": int}, driver, options=options)
    except AttributeError:
        pytest.skip(f"GDAL has no driver {driver}")
    shapes = OVERLAPPING
    if driver == "FlatGeobuf":  # its index sorts the features
        layer = ogr.Open(str(path))
        order = [feature.geometry().ExportToWkt() for feature in layer.GetLayer(0)]
        by_wkt = {
            ogr.CreateGeometryFromWkt(wkt).ExportToWkt(): place for place, (wkt, _) in enumerate(records)
        }
        shapes = [OVERLAPPING[by_wkt[wkt]] for wkt in order]
    assert found_in(exported(path, CLASS_VALUE_FIELD="kind")) == boxes_of(shapes)
    tiles = exported(path, "Classified_Tiles", CLASS_VALUE_FIELD="kind")
    assert (class_map(tiles, STEM) == expected_map(shapes)).all()


def test_a_memory_layer(exported):
    layer = memory_layer([(on_map(wkt), {"kind": value}) for wkt, value in OVERLAPPING], {"kind": int})
    assert found_in(exported(layer, CLASS_VALUE_FIELD="kind")) == boxes_of(OVERLAPPING)


def vector_layer(path, name="labels"):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(str(path), name, "ogr")
    assert layer.isValid()
    return layer


@pytest.mark.parametrize("driver", ["GPKG", "ESRI Shapefile", "GeoJSON"])
def test_a_filtered_layer_gives_only_what_its_filter_leaves(exported, tmp_path, driver):
    name = {"GPKG": "labels.gpkg", "ESRI Shapefile": "labels.shp", "GeoJSON": "labels.geojson"}[driver]
    records = [(on_map(wkt), {"kind": value}) for wkt, value in OVERLAPPING]
    layer = vector_layer(write_features(tmp_path / name, records, {"kind": int}, driver))
    assert layer.setSubsetString('"kind" <> 2')
    kept = [(wkt, value) for wkt, value in OVERLAPPING if value != 2]
    found = exported(layer, CLASS_VALUE_FIELD="kind")
    assert [value for value, _ in found_in(found)] == [value for _, value in kept]
    assert [each["ClassValue"] for each in found.accumulated()["Classes"]] == [1, 3]
    tiles = exported(layer, "Classified_Tiles", CLASS_VALUE_FIELD="kind")
    assert (class_map(tiles, STEM) == expected_map(kept)).all()


def test_a_field_that_a_join_brings(exported, tmp_path):
    from qgis.core import QgsVectorLayer, QgsVectorLayerJoinInfo

    records = [(on_map(wkt), {"code": f"c{value}"}) for wkt, value in OVERLAPPING]
    layer = vector_layer(write_features(tmp_path / "labels.gpkg", records, {"code": str}))
    table = QgsVectorLayer("NoGeometry?field=code:string&field=number:integer", "table", "memory")
    from qgis.core import QgsFeature

    rows = []
    for code, number in (("c1", 11), ("c3", 33)):
        row = QgsFeature(table.fields())
        row.setAttributes([code, number])
        rows.append(row)
    table.dataProvider().addFeatures(rows)
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(table)
    join.setJoinFieldName("code")
    join.setTargetFieldName("code")
    join.setUsingMemoryCache(True)
    join.setPrefix("t_")
    assert layer.addJoin(join)
    found = exported(layer, CLASS_VALUE_FIELD="t_number")
    assert [value for value, _ in found_in(found)] == [
        {1: 11, 3: 33}[value] for _, value in OVERLAPPING if value != 2
    ]
    skipped = sum(value == 2 for _, value in OVERLAPPING)
    assert any(f"no class: {skipped} " in text for text in found.log.warnings)
    assert [each["ClassValue"] for each in found.accumulated()["Classes"]] == [11, 33]


def test_an_unsaved_edit_is_seen(exported):
    layer = memory_layer([(on_map(wkt), {"kind": value}) for wkt, value in OVERLAPPING[:2]], {"kind": int})
    layer.startEditing()
    layer.changeAttributeValue(1, 0, 9)
    found = exported(layer, CLASS_VALUE_FIELD="kind")
    assert [value for value, _ in found_in(found)] == [9, 2]
    layer.rollBack()


@pytest.mark.parametrize(
    ("kind", "wkt"),
    [
        ("PolygonZ", "Polygon Z ((2 2 5,10 2 6,10 8 7,2 8 8,2 2 5))"),
        ("MultiPolygonZM", "MultiPolygon ZM (((2 2 5 1,10 2 6 1,10 8 7 1,2 8 8 1,2 2 5 1)))"),
        ("CurvePolygon", "CurvePolygon(CompoundCurve((2 2,10 2,10 8,2 8,2 2)))"),
    ],
)
@pytest.mark.parametrize("metadata_format", ["KITTI_rectangles", "Classified_Tiles"])
def test_height_measure_and_curves(exported, kind, wkt, metadata_format):
    layer = memory_layer([(_moved(wkt), {"kind": 1})], {"kind": int}, kind=kind)
    found = exported(layer, metadata_format, CLASS_VALUE_FIELD="kind")
    if metadata_format == "KITTI_rectangles":
        assert found_in(found) == [(1, (2.0, 2.0, 10.0, 8.0))]
    else:
        assert (class_map(found, STEM) == expected_map([(rectangle(2, 2, 10, 8), 1)])).all()


def test_an_arc_is_followed(exported):
    """A circle of radius 6 around a pixel corner: no pixel centre lies near it."""
    wkt = "CurvePolygon(CircularString(4 10,10 4,16 10,10 16,4 10))"
    layer = memory_layer([(_moved(wkt), {"kind": 1})], {"kind": int}, kind="CurvePolygon")
    found = class_map(exported(layer, "Classified_Tiles", CLASS_VALUE_FIELD="kind"), STEM)
    assert (found == disc(10, 10, 6)).all()


def _moved(wkt: str) -> str:
    from qgis.core import QgsGeometry
    from qgis.PyQt.QtGui import QTransform
    from scenes import ORIGIN

    geometry = QgsGeometry.fromWkt(wkt)
    geometry.transform(QTransform(2, 0, 0, -2, *ORIGIN))
    return geometry.asWkt(17)


def disc(x: float, y: float, radius: float) -> np.ndarray:
    rows, columns = np.indices((SIZE, SIZE))
    return np.hypot(columns + 0.5 - x, rows + 0.5 - y) < radius


# Areas around points, lines and polygons.


def layer_of(wkt: str, kind: str, crs: str = UTM):
    return memory_layer([(wkt, {"kind": 1})], {"kind": int}, crs, kind)


@pytest.mark.parametrize("kind", ["Point", "PointZ", "MultiPoint"])
def test_a_radius_is_in_the_units_of_the_layer(exported, kind):
    wkt = {"Point": "POINT(10 12)", "PointZ": "POINT Z (10 12 5)", "MultiPoint": "MULTIPOINT((10 12))"}[kind]
    found = exported(layer_of(on_map(wkt), kind), CLASS_VALUE_FIELD="kind", BUFFER_RADIUS=10.0)
    assert found_in(found) == [(1, (5.0, 7.0, 15.0, 17.0))]
    stats = found.accumulated()["FeatureStats"]["FeatureAreaPerClass"][0]
    assert stats["Sum"] == pytest.approx(math.pi * 100, rel=0.003)
    tiles = exported(layer_of(on_map(wkt), kind), "Classified_Tiles", BUFFER_RADIUS=10.0)
    assert np.count_nonzero(class_map(tiles, STEM) != disc(10, 12, 5)) <= 8  # the circle has corners


def test_a_line_is_as_wide_as_its_radius_on_either_side(exported):
    found = exported(layer_of(on_map("LINESTRING(5 10,20 10,20 30)"), "LineString"), BUFFER_RADIUS=4.0)
    assert found_in(found) == [(1, (3.0, 8.0, 22.0, 32.0))]


def test_polygons_grow_by_a_radius(exported):
    found = exported(layer_of(on_map(rectangle(10, 12, 20, 18)), "Polygon"), BUFFER_RADIUS=6.0)
    assert found_in(found) == [(1, (7.0, 9.0, 23.0, 21.0))]
    plain = exported(layer_of(on_map(rectangle(10, 12, 20, 18)), "Polygon"))
    assert found_in(plain) == [(1, (10.0, 12.0, 20.0, 18.0))]


@pytest.mark.parametrize(
    ("kind", "wkt"), [("Point", "POINT(10 12)"), ("LineString", "LINESTRING(5 10,20 10)")]
)
def test_without_a_radius_points_and_lines_are_refused(raster, tmp_path, kind, wkt):
    sentence = refusal(tmp_path / "out", raster, layer_of(on_map(wkt), kind), BUFFER_RADIUS=0)
    assert sentence.startswith("BUFFER_RADIUS")
    assert not (tmp_path / "out").exists()


def test_a_negative_radius_is_refused(raster, tmp_path):
    layer = layer_of(on_map(rectangle(1, 1, 9, 9)), "Polygon")
    assert "BUFFER_RADIUS" in refusal(tmp_path / "out", raster, layer, BUFFER_RADIUS=-1.0)


def geographic(x: float, y: float) -> tuple[float, float]:
    """Return longitude and latitude of a point in pixels."""
    there = osr.CoordinateTransformation(spatial_reference(UTM), spatial_reference("EPSG:4326"))
    point = ogr.CreateGeometryFromWkt(on_map(f"POINT({x} {y})"))
    return there.TransformPoint(point.GetX(), point.GetY())[:2]


def test_a_radius_of_a_geographic_layer_is_in_degrees_and_the_log_says_so(exported):
    longitude, latitude = geographic(20, 20)
    east = (geographic(26, 20)[0] - longitude, geographic(20, 14)[1] - latitude)
    radius = sum(east) / 2  # six pixels or so
    layer = layer_of(f"POINT({longitude!r} {latitude!r})", "Point", "EPSG:4326")
    found = exported(layer, BUFFER_RADIUS=radius)
    ((_, (left, top, right, bottom)),) = found_in(found)
    assert [20 - left, 20 - top, right - 20, bottom - 20] == pytest.approx([6] * 4, abs=0.2)
    (said,) = [text for text in found.log.warnings if "BUFFER_RADIUS" in text]
    assert "degrees" in said


def test_a_radius_in_map_units_is_not_remarked_on(exported):
    found = exported(layer_of(on_map("POINT(10 12)"), "Point"), BUFFER_RADIUS=10.0)
    assert not any("BUFFER_RADIUS" in text for text in found.log.warnings)


def test_an_area_reaches_into_a_chip_that_its_feature_does_not_meet(raster, tmp_path):
    layer = layer_of(on_map("POINT(-3 18)"), "Point")
    found = export(
        tmp_path / "out",
        raster,
        layer,
        10,
        BUFFER_RADIUS=10.0,
        OUTPUT_NOFEATURE_TILES="ONLY_TILES_WITH_FEATURES",
    )
    assert found.stems() == [f"{number:09d}" for number in range(2)]  # the chips from rows 10 and 20
    assert [box.sides[0] for boxes in found.all_boxes() for box in boxes] == [0.0, 0.0]


def test_areas_that_overlap_burn_in_the_order_of_feature_ids(exported, tmp_path):
    random = np.random.default_rng(8)
    centres = random.integers(0, SIZE, (60, 2)).tolist()
    records = [(on_map(f"POINT({x} {y})"), {"kind": place + 1}) for place, (x, y) in enumerate(centres)]
    path = write_features(tmp_path / "labels.gpkg", records, {"kind": int}, options=["SPATIAL_INDEX=YES"])
    found = class_map(exported(path, "Classified_Tiles", CLASS_VALUE_FIELD="kind", BUFFER_RADIUS=6.0), STEM)
    expected = np.zeros((SIZE, SIZE), int)
    for place, (x, y) in enumerate(centres, start=1):
        expected[disc(x, y, 3)] = place
    assert (found == expected).all()


# Unsaved features, and labels that no transformation leads from.


@pytest.mark.parametrize("driver", ["memory", "GPKG", "ESRI Shapefile"])
def test_unsaved_features_lie_in_the_order_in_which_they_were_added(exported, tmp_path, driver):
    """On top of those that are saved, the latest above the others; QGIS numbers them -2, -3 and so on."""
    from qgis.core import QgsFeature, QgsGeometry

    shapes = [(rectangle(4 * n, 3 * n, 4 * n + 12, 3 * n + 9), n + 1) for n in range(6)]
    records = [(on_map(wkt), {"kind": value}) for wkt, value in shapes]
    if driver == "memory":
        layer = memory_layer(records[:2], {"kind": int}, kind="Polygon")
    else:
        suffix = {"GPKG": "gpkg", "ESRI Shapefile": "shp"}[driver]
        layer = vector_layer(
            write_features(tmp_path / f"labels.{suffix}", records[:2], {"kind": int}, driver)
        )
    assert layer.startEditing()
    for wkt, values in records[2:]:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        feature.setAttribute("kind", values["kind"])
        assert layer.addFeature(feature)
    assert min(feature.id() for feature in layer.getFeatures()) < -2
    tiles = exported(layer, "Classified_Tiles", CLASS_VALUE_FIELD="kind")
    assert (class_map(tiles, STEM) == expected_map(shapes)).all()
    assert found_in(exported(layer, CLASS_VALUE_FIELD="kind")) == boxes_of(shapes)
    layer.rollBack()


SITE = (
    'ENGCRS["Site grid",EDATUM["Site"],CS[Cartesian,2],AXIS["x",east],AXIS["y",north],LENGTHUNIT["metre",1]]'
)
MARS = (
    'GEOGCRS["Mars 2000",DATUM["D_Mars_2000",ELLIPSOID["Mars_2000",3396190,169.894447223612]],'
    'CS[ellipsoidal,2],AXIS["lon",east],AXIS["lat",north],ANGLEUNIT["degree",0.0174532925199433]]'
)


def in_crs(wkt: str):
    """Overlapping rectangles in a CRS that is given as text."""
    from qgis.core import QgsCoordinateReferenceSystem

    layer = memory_layer([(on_map(shape), {"kind": value}) for shape, value in OVERLAPPING], {"kind": int})
    crs = QgsCoordinateReferenceSystem.fromWkt(wkt)
    assert crs.isValid()
    layer.setCrs(crs)
    return layer


@pytest.mark.parametrize("only", ["ALL_TILES", "ONLY_TILES_WITH_FEATURES"])
@pytest.mark.parametrize(("wkt", "name"), [(SITE, "Site grid"), (MARS, "Mars 2000")])
def test_labels_that_no_transformation_leads_from_are_refused(raster, tmp_path, wkt, name, only):
    sentence = refusal(tmp_path / "out", raster, in_crs(wkt), OUTPUT_NOFEATURE_TILES=only)
    assert sentence.startswith("IN_CLASS_DATA: no transformation leads from")
    assert f"({name})" in sentence
    assert "(EPSG:31985 - SIRGAS 2000 / UTM zone 25S)" in sentence
    assert not (tmp_path / "out").exists()


def test_a_class_raster_that_no_transformation_leads_from_is_refused(raster, tmp_path):
    from label_scenes import write_class_raster
    from osgeo import gdal

    path = write_class_raster(tmp_path / "classes.tif", np.ones((SIZE, SIZE), "uint8"), crs="")
    dataset = gdal.Open(str(path), gdal.GA_Update)
    assert dataset.SetProjection('LOCAL_CS["Site grid",UNIT["metre",1]]') == 0
    dataset = None
    sentence = refusal(tmp_path / "out", raster, path)
    assert sentence.startswith("IN_CLASS_DATA: no transformation leads from")


def test_labels_and_raster_in_one_local_grid_are_taken(exported, tmp_path):
    from osgeo import gdal

    path = write_raster(tmp_path / "in.tif", np.ones((1, SIZE, SIZE), "uint8"), crs="")
    dataset = gdal.Open(str(path), gdal.GA_Update)
    dataset.SetProjection('LOCAL_CS["Site grid",UNIT["metre",1]]')
    dataset = None
    from qgis.core import QgsRasterLayer

    layer = in_crs(SITE)
    layer.setCrs(QgsRasterLayer(str(path)).crs())
    found = export(tmp_path / "out", path, layer, SIZE, CLASS_VALUE_FIELD="kind")
    assert found_in(found) == boxes_of(OVERLAPPING)
