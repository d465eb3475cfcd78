"""Sources of several layers: the log says which one was taken, and how to take another."""

from __future__ import annotations

import numpy as np
import pytest
from label_scenes import export, refusal
from osgeo import ogr
from scenes import UTM, on_map, rectangle, spatial_reference, write_raster

pytestmark = pytest.mark.usefixtures("qgis_app")


@pytest.fixture(scope="module")
def raster(tmp_path_factory):
    return write_raster(tmp_path_factory.mktemp("raster") / "in.tif", np.ones((1, 32, 32), "uint8"))


def write_layers(path, driver: str, **sizes: int | None):
    """Write layers of one square of a size each, None for a table without geometry."""
    dataset = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    for name, size in sizes.items():
        kind = ogr.wkbNone if size is None else ogr.wkbPolygon
        layer = dataset.CreateLayer(name, spatial_reference(UTM), kind)
        layer.CreateField(ogr.FieldDefn("kind", ogr.OFTInteger))
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField(0, 1)
        if size is not None:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(on_map(rectangle(2, 2, 2 + size, 2 + size))))
        layer.CreateFeature(feature)
    return path


def taken_size(found) -> float:
    ((box,),) = found.all_boxes()
    return box.right - box.left


def warnings(found) -> list[str]:
    return [text for text in found.log.warnings if "several layers" in text]


@pytest.fixture
def exported(raster, tmp_path):
    """Return a function that exports one chip of labels, given as text."""

    def run(labels):
        return export(tmp_path / f"out-{len(list(tmp_path.iterdir()))}", raster, labels, 32)

    return run


@pytest.mark.parametrize(("name", "driver"), [("several.gpkg", "GPKG"), ("several.sqlite", "SQLite")])
def test_a_plain_path_takes_the_first_and_says_so(exported, tmp_path, name, driver):
    path = write_layers(tmp_path / name, driver, roofs=4, pools=7, trees=9)
    found = exported(path)
    assert taken_size(found) == 4.0
    assert warnings(found) == [
        f"IN_CLASS_DATA: {path} holds several layers, of which the first, roofs, is taken; choose another as "
        f"in {path}|layername=pools. The others are pools, trees."
    ]


def test_a_folder_of_shapefiles(exported, tmp_path):
    path = write_layers(tmp_path / "shapes", "ESRI Shapefile", roofs=4, pools=7)
    found = exported(path)
    name, other = ("roofs", "pools") if taken_size(found) == 4.0 else ("pools", "roofs")
    (sentence,) = warnings(found)
    assert f"the first, {name}, is taken" in sentence
    assert sentence.endswith(f"|layername={other}. The others are {other}.")


def test_the_example_of_the_sentence_works(exported, tmp_path):
    path = write_layers(tmp_path / "several.gpkg", "GPKG", roofs=4, **{"pools and more": 7})
    (sentence,) = warnings(exported(path))
    example = sentence.partition("choose another as in ")[2].partition(". The others")[0]
    found = exported(example)
    assert taken_size(found) == 7.0
    assert not warnings(found)


@pytest.mark.parametrize("choice", ["|layername=pools", "|layerid=1", "|layername=roofs"])
def test_a_layer_that_was_chosen_needs_no_word(exported, tmp_path, choice):
    path = write_layers(tmp_path / "several.gpkg", "GPKG", roofs=4, pools=7)
    found = exported(f"{path}{choice}")
    assert taken_size(found) == (7.0 if "pools" in choice or "1" in choice else 4.0)
    assert not warnings(found)


def test_tables_without_geometry_are_nothing_to_choose(exported, tmp_path):
    path = write_layers(tmp_path / "several.gpkg", "GPKG", roofs=4, notes=None, layer_styles=None)
    assert not warnings(exported(path))


def test_a_filter_is_no_choice(exported, tmp_path):
    path = write_layers(tmp_path / "several.gpkg", "GPKG", roofs=4, pools=7)
    assert warnings(exported(f"{path}|subset=kind = 1"))


@pytest.mark.parametrize(("name", "driver"), [("one.gpkg", "GPKG"), ("one.geojson", "GeoJSON")])
def test_a_source_of_one_layer_needs_no_word(exported, tmp_path, name, driver):
    assert not warnings(exported(write_layers(tmp_path / name, driver, roofs=4)))


def test_a_first_layer_that_is_a_table_names_the_others(raster, exported, tmp_path):
    file = write_layers(tmp_path / "several.gpkg", "GPKG", notes=None, roofs=4, pools=7)
    path = tmp_path / "several.vrt"  # whose layers have an order of their own
    layers = "".join(
        f'<OGRVRTLayer name="{name}"><SrcDataSource>{file}</SrcDataSource></OGRVRTLayer>'
        for name in ("notes", "roofs", "pools")
    )
    path.write_text(f"<OGRVRTDataSource>{layers}</OGRVRTDataSource>")
    sentence = refusal(tmp_path / "no", raster, path)
    assert sentence == (
        f"IN_CLASS_DATA: {path} holds several layers, and the first, notes, is a table without geometry; "
        f"choose another as in {path}|layername=roofs. The others are roofs, pools."
    )
    assert taken_size(exported(f"{path}|layername=roofs")) == 4.0


def test_a_table_alone(raster, tmp_path):
    path = write_layers(tmp_path / "table.gpkg", "GPKG", notes=None)
    assert refusal(tmp_path / "no", raster, path) == "IN_CLASS_DATA: table is a table without geometry."
