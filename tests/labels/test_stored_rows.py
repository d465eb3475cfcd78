"""Rows of a file, read many at a time, against what QGIS gives feature by feature."""

from __future__ import annotations

import struct

import geometry_scenes
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from label_scenes import refusal
from osgeo import gdal, ogr
from qgis.core import QgsRectangle, QgsVectorLayer, QgsVectorLayerFeatureSource
from qgis.PyQt.QtCore import QMetaType
from scenes import UTM, spatial_reference, write_raster

from training_data_exporter.labels.features.class_values import class_reading
from training_data_exporter.labels.rows import stored_layer as stored_layers
from training_data_exporter.labels.rows.layer_rows import LayerRows
from training_data_exporter.labels.rows.plain_wkb import is_plain
from training_data_exporter.labels.rows.stored_layer import stored_layer
from training_data_exporter.labels.rows.stored_rows import StoredRows

pytestmark = pytest.mark.usefixtures("qgis_app")
needs_arrow = pytest.mark.skipif(
    not hasattr(ogr.Layer, "GetArrowStreamAsNumPy"), reason="GDAL gives many features at once from 3.6 on"
)

SUFFIXES = {"GPKG": "gpkg", "GeoJSON": "geojson", "ESRI Shapefile": "shp"}
LEFT, TOP = 500_000.0, 9_000_000.0
VALUES = [("ä", 1, 2**40, 1.5), ("", None, None, None), (None, 3, -7, -0.25), ("x" * 200, -5, 7, 1e9)]
FIELDS = [
    ("text", ogr.OFTString),
    ("whole", ogr.OFTInteger),
    ("long", ogr.OFTInteger64),
    ("real", ogr.OFTReal),
]


def shape(number: int, numbers: np.random.Generator) -> str:
    """Return a polygon: a triangle, one with a hole, or two of them, one after the other."""
    x, y = (float(each) for each in numbers.uniform(0, 90, 2))
    x, y = LEFT + round(x, 3), TOP - round(y, 3)
    outer = f"({x} {y},{x + 9} {y + 1},{x + 4} {y + 8},{x} {y})"
    hole = f"({x + 3} {y + 2},{x + 5} {y + 2},{x + 4} {y + 4},{x + 3} {y + 2})"
    far = f"({x + 20} {y},{x + 29} {y + 1},{x + 24} {y + 8},{x + 20} {y})"
    return [f"POLYGON({outer})", f"POLYGON({outer},{hole})", f"MULTIPOLYGON(({outer},{hole}),({far}))"][
        number % 3
    ]


def write(path, driver, count=300):
    """Write polygons of all plain types of fields, some values of which are NULL."""
    numbers = np.random.default_rng(7)
    dataset = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    layer = dataset.CreateLayer("shapes", spatial_reference(UTM), ogr.wkbMultiPolygon)
    for name, kind in FIELDS:
        layer.CreateField(ogr.FieldDefn(name, kind))
    for number in range(count):
        feature = ogr.Feature(layer.GetLayerDefn())
        for place, value in enumerate(VALUES[number % 4]):
            if value is None:
                feature.SetFieldNull(place)
            else:
                feature.SetField(place, value)
        feature.SetGeometry(ogr.ForceToMultiPolygon(ogr.CreateGeometryFromWkt(shape(number, numbers))))
        layer.CreateFeature(feature)
    return path


@pytest.fixture(scope="module", params=SUFFIXES)
def layer(request, tmp_path_factory):
    path = tmp_path_factory.mktemp("rows") / f"shapes.{SUFFIXES[request.param]}"
    return QgsVectorLayer(str(write(path, request.param)), "shapes", "ogr")


def both(layer, name):
    """Return the rows of a layer through QGIS, and from its file."""
    field = layer.fields().lookupField(name) if name else -1
    rows = LayerRows(QgsVectorLayerFeatureSource(layer), field, False)
    stored = stored_layer(layer)
    assert stored is not None
    return rows, StoredRows(stored, field, rows)


def read(rows):
    """Return rows by id; a polygon by itself is as good as one in a collection of one."""
    found = [*rows]
    by_id = {fid: (class_reading(value), alone(wkb)) for fid, value, wkb in found}
    assert len(by_id) == len(found)
    return by_id


def alone(wkb):
    if len(wkb) > 9 and struct.unpack_from("<II", wkb, 1) == (6, 1):
        return wkb[9:]
    return wkb


@needs_arrow
@pytest.mark.parametrize("name", ["", *(name for name, _ in FIELDS)])
def test_all_rows_are_what_qgis_gives(layer, name):
    mine, theirs = both(layer, name)
    expected = read(mine.meeting(None))
    assert len(expected) == 300
    assert read(theirs.meeting(None)) == expected
    assert list(theirs.of([5, 7])) == list(mine.of([5, 7]))


@needs_arrow
def test_rows_that_meet_an_extent_are_all_there_and_no_others_by_their_envelopes(layer):
    mine, theirs = both(layer, "whole")
    numbers = np.random.default_rng(3)
    for _ in range(40):
        x, y = numbers.uniform(-5, 100, 2)
        extent = QgsRectangle(LEFT + x, TOP - y - numbers.uniform(0, 40), LEFT + x + 20, TOP - y)
        expected, found = read(mine.meeting(extent)), read(theirs.meeting(extent))
        assert expected.items() <= found.items()
        extent.grow(2.0)  # an index of a GeoPackage has numbers of 32 bits
        for fid in set(found) - set(expected):
            assert extent.intersects(layer.getFeature(fid).geometry().boundingBox())


@needs_arrow
def test_attributes_are_what_qgis_gives(layer):
    mine, theirs = both(layer, "whole")
    places = [layer.fields().lookupField(name) for name, _ in FIELDS]
    expected, found = (
        sorted((fid, tuple(map(class_reading, values))) for fid, values in rows.attributes(places))
        for rows in (mine, theirs)
    )
    assert found == expected
    assert found[0][1][1:] == (1, 2**40, 1.5)


@needs_arrow
@pytest.mark.parametrize("driver", ["GPKG", "GeoJSON"])
def test_shapes_of_all_kinds_are_what_qgis_gives(tmp_path, driver, monkeypatch):
    monkeypatch.setattr(stored_layers, "_SHAPES", range(10**6))
    layer = QgsVectorLayer(str(geometry_scenes.file_of_kinds(tmp_path, driver)), "kinds", "ogr")
    mine, theirs = both(layer, "kind")
    expected = read(mine.meeting(None))
    assert len(expected) > 20
    assert read(theirs.meeting(None)) == expected


@needs_arrow
def test_what_is_not_just_a_file_is_left_to_qgis(tmp_path):
    path = str(write(tmp_path / "shapes.gpkg", "GPKG", 5))
    assert stored_layer(QgsVectorLayer(path, "a", "ogr")) is not None
    assert stored_layer(QgsVectorLayer(f"{path}|layername=shapes", "a", "ogr")).layer == "shapes"
    filtered = QgsVectorLayer(f"{path}|layername=shapes|subset=whole > 1", "a", "ogr")
    assert filtered.featureCount() == 1
    assert stored_layer(filtered) is None
    edited = QgsVectorLayer(path, "a", "ogr")
    edited.startEditing()
    assert stored_layer(edited) is None
    assert stored_layer(QgsVectorLayer("Polygon?field=a:int", "a", "memory")) is None
    table = tmp_path / "table.csv"
    table.write_text('WKT,a\n"POINT (1 2)",3\n', "utf-8")
    assert stored_layer(QgsVectorLayer(str(table), "a", "ogr")) is None


@needs_arrow
def test_texts_of_a_shapefile_are_read_in_the_encoding_that_qgis_shows(tmp_path):
    layer = QgsVectorLayer(str(write(tmp_path / "shapes.shp", "ESRI Shapefile", 5)), "a", "ogr")
    stored = stored_layer(layer)
    assert {layer.fields().at(place).name() for place in stored.fields} == {"whole", "long", "real"}
    place = layer.fields().lookupField("text")
    rows = LayerRows(QgsVectorLayerFeatureSource(layer), place, False)
    assert next(StoredRows(stored, place, rows).meeting(None))[1] == layer.getFeature(0)["text"]


@needs_arrow
def test_a_joined_field_is_qgis_own_and_shapes_still_come_from_the_file(tmp_path):
    from qgis.core import QgsVectorLayerJoinInfo

    layer = QgsVectorLayer(str(write(tmp_path / "shapes.gpkg", "GPKG", 5)), "a", "ogr")
    other = QgsVectorLayer("None?field=key:int&field=name:string", "other", "memory")
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(other)
    join.setJoinFieldName("key")
    join.setTargetFieldName("whole")
    join.setUsingMemoryCache(True)
    assert layer.addJoin(join)
    joined = layer.fields().lookupField("other_name")
    assert joined >= 0
    stored = stored_layer(layer)
    assert joined not in stored.fields
    assert {layer.fields().at(place).type() for place in stored.fields} >= {QMetaType.Type.Int}


@needs_arrow
def test_a_file_that_cannot_be_read_to_its_end_is_refused(tmp_path, monkeypatch):
    raster = write_raster(tmp_path / "in.tif", np.ones((1, 32, 32), "uint8"))
    layer = QgsVectorLayer(str(write(tmp_path / "shapes.gpkg", "GPKG", 5)), "a", "ogr")

    def failing(self, options):
        gdal.Error(gdal.CE_Failure, 1, "disk I/O error")
        return iter(())

    monkeypatch.setattr(ogr.Layer, "GetArrowStreamAsNumPy", failing)
    said = refusal(tmp_path / "out", raster, layer, TILE_SIZE_X=16, CLASS_VALUE_FIELD="whole")
    assert said == "IN_CLASS_DATA: the features cannot be read: disk I/O error"


coordinates = st.floats(-1e6, 1e6)
rings = st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=5)


def packed_ring(points):
    return struct.pack("<I", len(points)) + b"".join(struct.pack("<dd", *point) for point in points)


def packed_polygon(parts):
    return struct.pack("<BII", 1, 3, len(parts)) + b"".join(map(packed_ring, parts))


shapes = st.one_of(
    st.lists(rings, max_size=3).map(packed_polygon),
    st.lists(st.lists(rings, max_size=2), max_size=3).map(
        lambda parts: struct.pack("<BII", 1, 6, len(parts)) + b"".join(map(packed_polygon, parts))
    ),
    rings.map(lambda points: struct.pack("<BI", 1, 2) + packed_ring(points)),
    st.tuples(st.floats(), st.floats()).map(lambda point: struct.pack("<BIdd", 1, 1, *point)),
)


@given(shapes, st.data())
def test_what_is_plain_is_read_and_written_alike(wkb, data):
    start = data.draw(st.integers(0, len(wkb)))
    torn = data.draw(
        st.sampled_from([wkb, wkb[:start], wkb + b"\0", wkb[:start] + b"\xff" + wkb[start + 1 :]])
    )
    if not is_plain(torn):
        assert torn != wkb or b"\0\0\xf8\x7f" in wkb or not has_area(wkb)
        return
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    geometry = ogr.CreateGeometryFromWkb(torn)
    gdal.PopErrorHandler()
    assert bytes(geometry.ExportToIsoWkb(ogr.wkbNDR)) == torn


def has_area(wkb) -> bool:
    """Return whether all rings of a shape have four points or more, and there are some."""
    geometry = ogr.CreateGeometryFromWkb(wkb)
    if geometry.GetGeometryName() in ("POINT", "LINESTRING"):
        return (
            bool(np.isfinite([geometry.GetX(), geometry.GetY()]).all()) if geometry.GetPointCount() else False
        )
    polygons = [geometry] if geometry.GetGeometryName() == "POLYGON" else [*geometry]
    found = [ring.GetPointCount() for polygon in polygons for ring in polygon]
    return bool(found) and min(found) >= 4 and all(len([*polygon]) for polygon in polygons)
