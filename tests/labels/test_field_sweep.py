"""Every type and name of a field, in every kind of layer, as the class field: right classes, or one sentence.

What a driver makes of a type it lacks (lists in a GeoPackage, dates in a CSV file) is text, and then text is
what the classes are.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

import numpy as np
import pytest
from label_scenes import Errors, export, refusal
from osgeo import ogr
from qgis.core import QgsFeature, QgsField, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtCore import QByteArray, QDate, QDateTime, QTime, QVariant
from scenes import UTM, on_map, rectangle, spatial_reference, write_raster

from training_data_exporter.chipping.gdal_calls import quietly

pytestmark = pytest.mark.usefixtures("qgis_app")

STEM = "000000000"
BIG = 2**53 + 1  # no float holds it
PLACES = (0, 1, 2, 3)
FIRST, SECOND = (0, 3), (1,)
"""Squares that hold the first and the second value; the third of four has none."""


@pytest.fixture(scope="module")
def raster(tmp_path_factory):
    return write_raster(tmp_path_factory.mktemp("raster") / "in.tif", np.ones((1, 32, 32), "uint8"))


def square(place: int) -> str:
    return on_map(rectangle(4 * place + 1, 1, 4 * place + 3, 3))


def shown(found) -> list[tuple[int, int]]:
    """Return place and class of each label; some drivers sort the features."""
    return sorted((int(box.left) // 4, box.class_value) for box in found.boxes(STEM))


def classes(found) -> list[tuple[int, str]]:
    """Return value and name of the classes; of a time the zone is left out, which QGIS tells from 3.28 on."""
    listed = [(each["Value"], each["Name"]) for each in found.model()["Classes"]]
    return [(value, re.sub(r"(T[0-9:.]+)(Z|[+-][0-9:]+)$", r"\1", name)) for value, name in listed]


def check(found, first: tuple[int, str], second: tuple[int, str]) -> None:
    """Hold an export to the class of the first and of the second value, and to the feature without one."""
    assert classes(found) == sorted([first, second])
    assert shown(found) == sorted(
        [*((place, first[0]) for place in FIRST), *((place, second[0]) for place in SECOND)]
    )
    assert found.outputs["FEATURE_COUNT"] == 3
    (said,) = [text for text in found.log.warnings if "no class" in text]
    assert "no class: 1 (ids " in said


# Types, as files hold them.


class Kind(NamedTuple):
    """A field type of OGR.

    Attributes:
        type: its number.
        subtype: its subtype's number.
        fill: sets a field of a feature to the first or the second value.
        first: class value and name of the first value.
        second: those of the second.
    """

    type: int
    subtype: int
    fill: Callable[[ogr.Feature, int], None]
    first: tuple[int, str] | None = None
    second: tuple[int, str] | None = None


def plain(*values: Any) -> Callable[[ogr.Feature, int], None]:
    return lambda feature, which: feature.SetField(0, values[which])


def moment(feature: ogr.Feature, which: int) -> None:
    feature.SetField(0, 2020 - which, 3, 9, 8, 7, 6.0, 100)


KINDS = {
    "int": Kind(ogr.OFTInteger, 0, plain(7, 3), (7, "7"), (3, "3")),
    "int16": Kind(ogr.OFTInteger, ogr.OFSTInt16, plain(7, 3), (7, "7"), (3, "3")),
    "int64": Kind(ogr.OFTInteger64, 0, plain(BIG, BIG + 1), (BIG, str(BIG)), (BIG + 1, str(BIG + 1))),
    "real": Kind(ogr.OFTReal, 0, plain(7.0, 3.0), (7, "7"), (3, "3")),
    "long_real": Kind(ogr.OFTReal, 0, plain(2.0**60, 3.0), (2**60, str(2**60)), (3, "3")),
    "float32": Kind(ogr.OFTReal, ogr.OFSTFloat32, plain(7.0, 3.0), (7, "7"), (3, "3")),
    "bool": Kind(ogr.OFTInteger, ogr.OFSTBoolean, plain(1, 0), (1, "true"), (0, "false")),
    "string": Kind(ogr.OFTString, 0, plain("Öl", "Elm"), (2, "Öl"), (1, "Elm")),
    "digits": Kind(ogr.OFTString, 0, plain("7", "03"), (7, "7"), (3, "3")),
    "date": Kind(ogr.OFTDate, 0, moment, (2, "2020-03-09"), (1, "2019-03-09")),
    "datetime": Kind(ogr.OFTDateTime, 0, moment, (2, "2020-03-09T08:07:06"), (1, "2019-03-09T08:07:06")),
    "time": Kind(
        ogr.OFTTime,
        0,
        lambda feature, which: feature.SetField(0, 2020, 3, 9, 8 - which, 7, 6.5, 0),
        (2, "08:07:06.500"),
        (1, "07:07:06.500"),
    ),
    "uuid": Kind(
        ogr.OFTString,
        ogr.OFSTUUID,
        plain("b0000000-0000-4000-8000-000000000000", "a0000000-0000-4000-8000-000000000000"),
        (2, "b0000000-0000-4000-8000-000000000000"),
        (1, "a0000000-0000-4000-8000-000000000000"),
    ),
    "json": Kind(ogr.OFTString, ogr.OFSTJSON, plain('{"a":1}', "[1,2]")),
    "binary": Kind(
        ogr.OFTBinary, 0, lambda feature, which: feature.SetFieldBinaryFromHexString(0, ["01FF", "00"][which])
    ),
    "ints": Kind(
        ogr.OFTIntegerList, 0, lambda feature, which: feature.SetFieldIntegerList(0, [[1, 2], [3]][which])
    ),
    "long_ints": Kind(
        ogr.OFTInteger64List,
        0,
        lambda feature, which: feature.SetFieldInteger64List(0, [[BIG], [3, 4]][which]),
    ),
    "reals": Kind(
        ogr.OFTRealList, 0, lambda feature, which: feature.SetFieldDoubleList(0, [[1.5], [2.5]][which])
    ),
    "strings": Kind(
        ogr.OFTStringList,
        0,
        lambda feature, which: feature.SetFieldStringList(0, [["b", "c"], ["a"]][which]),
    ),
}

DRIVERS = {
    "gpkg": "GPKG",
    "geojson": "GeoJSON",
    "fgb": "FlatGeobuf",
    "shp": "ESRI Shapefile",
    "sqlite": "SQLite",
    "gml": "GML",
    "csv": "CSV",
}


def write_layer(path, name: str, kind: Kind) -> bool:
    """Write four squares, the third without a value; return whether the driver has such a field."""
    dataset = ogr.GetDriverByName(DRIVERS[path.suffix[1:]]).CreateDataSource(str(path))
    options = {".csv": ["GEOMETRY=AS_WKT"], ".shp": ["ENCODING=UTF-8"]}.get(path.suffix, [])
    layer = dataset.CreateLayer("labels", spatial_reference(UTM), ogr.wkbPolygon, options)
    definition = ogr.FieldDefn(name, kind.type)
    definition.SetSubType(kind.subtype)
    if quietly(partial(layer.CreateField, definition)) != ogr.OGRERR_NONE:
        return False
    written = [_write_square(layer, place, kind) for place in PLACES]
    made = layer.GetLayerDefn()
    name = made.GetFieldDefn(made.GetFieldCount() - 1).GetName()  # SQLite's is another
    del made, layer, dataset
    dataset = ogr.Open(str(path))  # GML says yes to what it leaves out
    return all(written) and dataset.GetLayer(0).FindFieldIndex(name, 1) >= 0


def _write_square(layer: ogr.Layer, place: int, kind: Kind) -> bool:
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkt(square(place)))
    if place != 2:
        kind.fill(feature, int(place in SECOND))
    return quietly(partial(layer.CreateFeature, feature)) == ogr.OGRERR_NONE


def stored_text(path) -> tuple[str, str]:
    """Return the texts that a driver makes of the first and the second value."""
    dataset = ogr.Open(str(path))
    found = {}
    for feature in dataset.GetLayer(0):
        left = feature.geometry().GetEnvelope()[0]
        found[left] = feature.GetFieldAsString(feature.GetFieldCount() - 1)
    ordered = [found[left] for left in sorted(found)]
    return ordered[0], ordered[1]


def stored_type(path) -> tuple[int, int]:
    """Return type and subtype of the field of a file."""
    dataset = ogr.Open(str(path))
    definition = dataset.GetLayer(0).GetLayerDefn()
    field = definition.GetFieldDefn(definition.GetFieldCount() - 1)
    return field.GetType(), field.GetSubType()


def numbered(first: str, second: str) -> tuple[tuple[int, str], tuple[int, str]]:
    return (1 + (first > second), first), (1 + (second > first), second)


KEPT = {  # drivers that store what cannot be a class as such; others make text of it
    "json": {"gpkg", "geojson"},
    "binary": {"gpkg", "fgb", "sqlite"},
    **{kind: {"geojson", "sqlite", "gml"} for kind in ("ints", "long_ints", "reals", "strings")},
}
OTHERWISE: dict[tuple[str, str], Any] = {  # what drivers make of types that they lack
    ("shp", "bool"): ((1, "1"), (0, "0")),
    ("csv", "bool"): ((1, "1"), (0, "0")),
    ("shp", "datetime"): KINDS["date"][-2:],
    ("fgb", "date"): ((2, "2020-03-09T08:07:06"), (1, "2019-03-09T08:07:06")),
    ("fgb", "time"): ((2, "2020-03-09T08:07:06.500"), (1, "2020-03-09T07:07:06.500")),
    ("gml", "long_real"): ((int(1.15292150460685e18), str(int(1.15292150460685e18))), (3, "3")),
}


def expected(path, kind: str) -> tuple[tuple[int, str], tuple[int, str]]:
    """Return value and name of the first and the second class of a file."""
    suffix, type_of_field = path.suffix[1:], stored_type(path)
    as_text = KINDS[kind].first is None or (suffix == "csv" and kind in ("date", "datetime", "long_real"))
    if as_text or (kind == "datetime" and type_of_field[0] == ogr.OFTString):
        return numbered(*stored_text(path))
    if type_of_field[1] == ogr.OFSTBoolean:
        return KINDS["bool"][-2:]
    return OTHERWISE.get((suffix, kind), KINDS[kind][-2:])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("suffix", DRIVERS)
def test_a_field_of_a_file(raster, tmp_path, suffix, kind):
    path = tmp_path / f"labels.{suffix}"
    if ogr.GetDriverByName(DRIVERS[suffix]) is None or not write_layer(path, "kind", KINDS[kind]):
        pytest.skip("the driver has no such field")
    if suffix in KEPT.get(kind, ()):
        sentence = refusal(tmp_path / "out", raster, path, CLASS_VALUE_FIELD="kind")
        assert sentence.startswith("CLASS_VALUE_FIELD: kind is a field of type ")
        assert "holds no classes" in sentence
        assert not (tmp_path / "out").exists()
    else:
        check(export(tmp_path / "out", raster, path, 32, CLASS_VALUE_FIELD="kind"), *expected(path, kind))


UNUSABLE = [(suffix, kind) for kind, suffixes in KEPT.items() for suffix in sorted(suffixes)]


@pytest.mark.parametrize("name", ["value", "ClassValue"])
@pytest.mark.parametrize(("suffix", "kind"), UNUSABLE)
def test_a_field_that_cannot_hold_classes_is_passed_over(raster, tmp_path, suffix, kind, name):
    path = tmp_path / f"labels.{suffix}"
    if ogr.GetDriverByName(DRIVERS[suffix]) is None or not write_layer(path, name, KINDS[kind]):
        pytest.skip("the driver has no such field")
    found = export(tmp_path / "out", raster, path, 32)
    assert classes(found) == [(1, "1")]
    assert shown(found) == [(place, 1) for place in PLACES]


# Types of memory layers, fields that QGIS works out, and fields that a join brings.

MEMORY = {
    "integer": ([7, 3], (7, "7"), (3, "3")),
    "int8": ([BIG, BIG + 1], (BIG, str(BIG)), (BIG + 1, str(BIG + 1))),
    "double": ([7.0, 3.0], (7, "7"), (3, "3")),
    "string": (["Öl", "Elm"], (2, "Öl"), (1, "Elm")),
    "date": ([QDate(2020, 3, 9), QDate(2019, 3, 9)], (2, "2020-03-09"), (1, "2019-03-09")),
    "time": ([QTime(8, 7, 6, 50), QTime(7, 7)], (2, "08:07:06.050"), (1, "07:07:00")),
    "datetime": (
        [QDateTime(QDate(2020, 3, 9), QTime(8, 7)), QDateTime(QDate(2019, 3, 9), QTime(8, 7))],
        (2, "2020-03-09T08:07:00"),
        (1, "2019-03-09T08:07:00"),
    ),
    "boolean": ([True, False], (1, "true"), (0, "false")),
    "binary": ([QByteArray(b"\x01"), QByteArray(b"\x02")], None, None),
    "string[]": ([["b"], ["a", "c"]], None, None),
    "integer[]": ([[1], [2]], None, None),
    "double[]": ([[1.5], [2.5]], None, None),
}


def memory_squares(fields: str, values: list[Any]) -> QgsVectorLayer:
    """Return a memory layer whose last field holds the first and the second value as files do."""
    layer = QgsVectorLayer(f"Polygon?crs={UTM}{fields}", "labels", "memory")
    features = []
    for place in PLACES:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(square(place)))
        if place != 2 and values:
            feature.setAttribute(layer.fields().count() - 1, values[int(place in SECOND)])
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    layer.updateExtents()
    return layer


@pytest.mark.parametrize("kind", MEMORY)
def test_a_field_of_a_memory_layer(raster, tmp_path, kind):
    values, first, second = MEMORY[kind]
    layer = memory_squares(f"&field=value:{kind}", values)
    if first is not None:
        check(export(tmp_path / "out", raster, layer, 32, CLASS_VALUE_FIELD="value"), first, second)
        return
    sentence = refusal(tmp_path / "out", raster, layer, CLASS_VALUE_FIELD="value")
    assert sentence.startswith("CLASS_VALUE_FIELD: value is a field of type ")
    assert classes(export(tmp_path / "out", raster, layer, 32)) == [(1, "1")]


def test_the_sentence_says_which_fields_can_hold_classes(raster, tmp_path):
    fields = "&field=height:double&field=born:date&field=tags:string[]&field=kind:string&field=parts:string[]"
    sentence = refusal(
        tmp_path / "out", raster, memory_squares(fields, [["b"], ["a"]]), CLASS_VALUE_FIELD="parts"
    )
    assert sentence == (
        "CLASS_VALUE_FIELD: parts is a field of type stringlist, which holds no classes; fields of labels "
        "that can are height, born, kind."
    )


VIRTUAL = {
    "if($id = 3, NULL, if($id = 2, 3, 7))": (QVariant.Int, (7, "7"), (3, "3")),
    "if($id = 3, '  ', if($id = 2, ' Elm', 'Öl '))": (QVariant.String, (2, "Öl"), (1, "Elm")),
    "if($id = 3, NULL, $id <> 2)": (QVariant.Bool, (1, "true"), (0, "false")),
    "if($id = 3, NULL, make_date(if($id = 2, 2019, 2020), 3, 9))": (
        QVariant.Date,
        (2, "2020-03-09"),
        (1, "2019-03-09"),
    ),
}


@pytest.mark.parametrize("expression", VIRTUAL)
def test_a_virtual_field(raster, tmp_path, expression):
    kind, first, second = VIRTUAL[expression]
    layer = memory_squares("&field=other:string", ["x", "y"])
    layer.addExpressionField(expression, QgsField("made", kind))
    check(export(tmp_path / "out", raster, layer, 32, CLASS_VALUE_FIELD="made"), first, second)


def test_a_virtual_field_of_lists_is_refused(raster, tmp_path):
    layer = memory_squares("&field=other:string", ["x", "y"])
    layer.addExpressionField("array($id)", QgsField("value", QVariant.List, subType=QVariant.Int))
    assert "holds no classes" in refusal(tmp_path / "no", raster, layer, CLASS_VALUE_FIELD="value")
    assert classes(export(tmp_path / "out", raster, layer, 32)) == [(1, "1")]


# Names of fields.

NAMES = ["a'b", "a\\b", 'a"b', "ä", "select", "a b", "a,b", "{x}", "%s", "a`b", "n" * 60, "'", '"']


@pytest.mark.parametrize("name", NAMES, ids=ascii)
@pytest.mark.parametrize("suffix", ["gpkg", "geojson", "sqlite"])
def test_a_name_of_a_field(raster, tmp_path, suffix, name):
    path = tmp_path / f"labels.{suffix}"
    if ogr.GetDriverByName(DRIVERS[suffix]) is None or not write_layer(path, name, KINDS["int"]):
        pytest.skip("the driver has no such field")
    stored = QgsVectorLayer(str(path), "labels", "ogr").fields().names()[-1]  # SQLite's is another
    check(export(tmp_path / "out", raster, path, 32, CLASS_VALUE_FIELD=stored), (7, "7"), (3, "3"))


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_of_a_field_of_a_memory_layer(raster, tmp_path, name):
    layer = memory_squares("", [])
    layer.dataProvider().addAttributes([QgsField(name, QVariant.Int)])
    layer.updateFields()
    values = {place + 1: {0: 7 if place in FIRST else 3} for place in PLACES if place != 2}
    assert layer.dataProvider().changeAttributeValues(values)
    check(export(tmp_path / "out", raster, layer, 32, CLASS_VALUE_FIELD=name), (7, "7"), (3, "3"))


def test_a_name_that_qgis_takes_for_a_list_of_fields(raster, tmp_path):
    path = tmp_path / "labels.gpkg"
    assert write_layer(path, "a;b", KINDS["int"])
    sentence = refusal(tmp_path / "out", raster, path, CLASS_VALUE_FIELD="a;b")
    assert sentence == (
        "CLASS_VALUE_FIELD: QGIS takes the name a;b for a list of fields, since it has a semicolon; rename "
        "that field."
    )


# Classes that the table once had from elsewhere.


def test_a_sublayer_has_its_own_classes_alone(raster, tmp_path):
    path = tmp_path / "mixed.geojson"
    dataset = ogr.GetDriverByName("GeoJSON").CreateDataSource(str(path))
    layer = dataset.CreateLayer("mixed", spatial_reference(UTM), ogr.wkbUnknown)
    layer.CreateField(ogr.FieldDefn("kind", ogr.OFTInteger))
    shapes = [square(0), on_map("POINT (20 20)"), square(1), on_map("LINESTRING (1 1, 9 9)")]
    for value, wkt in enumerate(shapes, start=1):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        feature.SetField(0, value)
        layer.CreateFeature(feature)
    del feature, layer, dataset
    found = export(tmp_path / "out", raster, f"{path}|geometrytype=Polygon", 32, CLASS_VALUE_FIELD="kind")
    assert classes(found) == [(1, "1"), (3, "3")]
    assert shown(found) == [(0, 1), (1, 3)]


def test_cancel_is_heard_while_classes_are_looked_for(raster, tmp_path):
    layer = memory_squares("&field=kind:integer", [7, 3])

    class Impatient(Errors):
        """Cancels at the first look at it that follows the preparation."""

        def isCanceled(self) -> bool:
            return True

    found = export(tmp_path / "out", raster, layer, 32, log=Impatient(), CLASS_VALUE_FIELD="kind")
    assert any("Cancelled" in text for text in found.log.infos)
    assert not any(text.startswith("Classes: ") for text in found.log.infos)
    assert not (tmp_path / "out").exists()


def test_a_layer_that_changes_while_it_is_exported(raster, tmp_path):
    """The classes are known, then a feature gets another one."""
    path = tmp_path / "labels.gpkg"
    assert write_layer(path, "kind", KINDS["int"])

    class Editor(Errors):
        def pushInfo(self, info: str) -> None:
            super().pushInfo(info)
            if info.startswith("Classes: "):
                dataset = ogr.Open(str(path), 1)
                dataset.ExecuteSQL("UPDATE labels SET kind = 9 WHERE kind = 3")

    sentence = refusal(tmp_path / "out", raster, path, log=Editor(), CLASS_VALUE_FIELD="kind")
    assert sentence == (
        "CLASS_VALUE_FIELD: kind holds 9 now, but did not when the export began: the layer was changed "
        "meanwhile; start again."
    )
    assert not (tmp_path / "out" / "map.txt").exists()
