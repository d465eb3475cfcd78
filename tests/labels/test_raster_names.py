"""What attribute tables, categories and colour tables say of classes, held to GDAL's own reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from label_scenes import export, write_class_raster
from osgeo import gdal
from scenes import noise, write_raster

from training_data_exporter.labels.raster.raster_attribute_table import readable, table_classes
from training_data_exporter.labels.stated_colors import stated_colors

TYPES = {int: gdal.GFT_Integer, float: gdal.GFT_Real, str: gdal.GFT_String}
USAGES = {
    "Min": gdal.GFU_Min,
    "Max": gdal.GFU_Max,
    "MinMax": gdal.GFU_MinMax,
    "Label": gdal.GFU_Name,
    "R": gdal.GFU_Red,  # GDAL makes whole numbers of these, whatever the type
    "G": gdal.GFU_Green,
    "B": gdal.GFU_Blue,
}


def table_of(columns: Mapping[str, Sequence[Any]]) -> gdal.RasterAttributeTable:
    """Return a table; what a column is for follows from ``USAGES``, else from its name alone."""
    table = gdal.RasterAttributeTable()
    for place, (name, cells) in enumerate(columns.items()):
        table.CreateColumn(name, TYPES[type(cells[0])], USAGES.get(name, gdal.GFU_Generic))
        table.SetRowCount(len(cells))
        for row, cell in enumerate(cells):
            {int: table.SetValueAsInt, float: table.SetValueAsDouble, str: table.SetValueAsString}[
                type(cell)
            ](row, place, cell)
    return table


def found(**columns: Sequence[Any]) -> tuple[dict, dict, frozenset]:
    return tuple(table_classes(table_of(columns)))


# Which rows are of which value.


def test_half_steps_are_of_the_whole_number_between():
    names, _, listed = found(Min=[0.5, 1.5, 6.5], Max=[1.5, 2.5, 7.5], Label=["Water", "Forest", "Road"])
    assert names == {1: "Water", 2: "Forest", 7: "Road"}
    assert listed == {1, 2, 7}


def test_a_range_names_all_its_values_and_lists_none():
    names, _, listed = found(Min=[10, 20], Max=[12, 20], Label=["Forest", "Water"])
    assert names == {10: "Forest", 11: "Forest", 12: "Forest", 20: "Water"}
    assert listed == {20}


def test_a_range_as_wide_as_measurements_names_nothing():
    names, _, listed = found(Min=[0.0, 5000.0], Max=[4999.0, 5000.0], Label=["low", "top"])
    assert (names, listed) == ({5000: "top"}, {5000})


@pytest.mark.parametrize(
    "bounds", [(float("nan"), 3.0), (0.0, float("inf")), (3.0, 2.0), (0.1, 0.9), (-5.0, 0.0)]
)
def test_a_range_without_class_values(bounds):
    assert found(Min=[bounds[0]], Max=[bounds[1]], Label=["x"]) == ({}, {}, frozenset())


def test_the_value_column_counts_before_a_range():
    assert found(Value=[3], Min=[0.5], Max=[1.5], Label=["Water"])[0] == {3: "Water"}


def test_a_value_column_of_floats_and_of_text():
    assert found(Value=[1.0, 2.5, 7.0], Label=["Water", "half", "Road"])[0] == {1: "Water", 7: "Road"}
    assert found(Value=["1", "7"], Label=["Water", "Road"])[0] == {1: "Water", 7: "Road"}


def test_of_rows_of_the_same_value_the_first_counts():
    names, colors, listed = found(
        Value=[4, 4, 5, 5],
        Label=["Water", "Lake", "", "Road"],
        R=[1, 2, 3, 4],
        G=[1, 2, 3, 4],
        B=[1, 2, 3, 4],
    )
    assert names == {4: "Water", 5: "Road"}
    assert colors == {4: (1, 1, 1), 5: (3, 3, 3)}
    assert listed == {4, 5}


def test_a_table_without_values_counts_its_rows():
    table = table_of({"Label": ["nothing", "Water", "Forest"]})
    assert table_classes(table).names == {}
    table.SetLinearBinning(0.0, 1.0)
    assert table_classes(table).names == {1: "Water", 2: "Forest"}


halves = st.integers(-6, 40).map(lambda number: number / 2)


@given(st.lists(st.tuples(halves, halves), min_size=1, max_size=8))
def test_ranges_are_those_of_gdal(bounds):
    columns = {
        "Min": [min(pair) for pair in bounds],
        "Max": [max(pair) for pair in bounds],
        "Label": [f"row {place}" for place in range(len(bounds))],
    }
    table = table_of(columns)
    rows = {value: table.GetRowOfValue(float(value)) for value in range(1, 30)}
    expected = {value: f"row {row}" for value, row in rows.items() if row >= 0}
    assert table_classes(table).names == expected


@given(st.lists(st.integers(-3, 20), min_size=1, max_size=12))
def test_values_are_those_of_gdal(values):
    table = table_of({"MinMax": values, "Label": [f"row {place}" for place in range(len(values))]})
    rows = {value: table.GetRowOfValue(value) for value in range(1, 30)}
    expected = {value: f"row {row}" for value, row in rows.items() if row >= 0}
    assert table_classes(table).names == expected


# Colours.


@pytest.mark.parametrize(
    ("parts", "color"),
    [
        ((10, 20, 30), (10, 20, 30)),
        ((-5, 300, 70_000), (0, 255, 255)),
        ((0.0, 0.5, 1.0), (0, 128, 255)),
        ((10.0, 20.4, 300.0), (10, 20, 255)),
        (("10", "20", "999"), (10, 20, 255)),
    ],
)
def test_a_colour_of_a_table(parts, color):
    assert found(Value=[3], Red=[parts[0]], Green=[parts[1]], Blue=[parts[2]])[1] == {3: color}


def test_a_colour_is_found_by_what_its_columns_are_for():
    assert found(Value=[3], R=[10], G=[-1], B=[300])[1] == {3: (10, 0, 255)}


def test_whole_numbers_are_no_shares():
    assert found(Value=[3], R=[1], G=[0], B=[1])[1] == {3: (1, 0, 1)}


def test_colours_are_shares_only_where_all_are():
    assert stated_colors({1: (1.0, 0.0, 0.0), 2: (0.25, 0.5, 0.75)}) == {1: (255, 0, 0), 2: (64, 128, 191)}
    assert stated_colors({1: (1.0, 0.0, 0.0), 2: (200.0, 0.0, 0.0)}) == {1: (1, 0, 0), 2: (200, 0, 0)}


@pytest.mark.parametrize("part", [None, "red", float("nan"), float("inf"), b"1", "1e999"])
def test_a_colour_that_lacks_a_part_is_none(part):
    assert stated_colors({1: (1, 2, part), 2: (1, 2, 3)}) == {2: (1, 2, 3)}


@given(
    st.dictionaries(
        st.integers(), st.tuples(*[st.one_of(st.none(), st.integers(), st.floats(), st.text())] * 3)
    )
)
def test_whatever_is_stated_a_colour_is_one(stated):
    for color in stated_colors(stated).values():
        assert all(isinstance(part, int) and 0 <= part <= 255 for part in color)


def test_text_that_is_not_in_utf_8():
    assert readable(b"B\xe4ume") == "B\ufffdume"
    assert readable(" Ba\u0308ume ") == "B\u00e4ume"


# Whole exports.


@pytest.fixture(scope="module")
def raster(tmp_path_factory):
    return write_raster(tmp_path_factory.mktemp("raster") / "in.tif", noise(1, 16, 16))


CLASSES = np.repeat(np.array([1, 2, 7, 0], "uint8"), 64).reshape(16, 16)


def looks(exported) -> dict[int, tuple[str, tuple[int, ...]]]:
    return {each["Value"]: (each["Name"], tuple(each["Color"])) for each in exported.model()["Classes"]}


def with_table(path, columns: Mapping[str, Sequence[Any]]):
    write_class_raster(path, CLASSES)
    dataset = gdal.Open(str(path), gdal.GA_Update)
    dataset.GetRasterBand(1).SetDefaultRAT(table_of(columns))
    dataset.FlushCache()
    return path


HALVES = {
    "Min": [0.5, 1.5, 6.5],
    "Max": [1.5, 2.5, 7.5],
    "Label": ["Water", "Forest", "Road"],
    "Red": [0.0, 0.0, 1.0],
    "Green": [0.0, 0.5, 1.0],
    "Blue": [1.0, 0.0, 1.0],
}
NAMED = {1: ("Water", (0, 0, 255)), 2: ("Forest", (0, 128, 0)), 7: ("Road", (255, 255, 255))}


@pytest.mark.usefixtures("qgis_app")
@pytest.mark.parametrize(
    "options", ["", "|option:NUM_THREADS=2", "|option:NUM_THREADS=2|option:SPARSE_OK=YES"]
)
def test_a_raster_keeps_its_names_whatever_it_is_opened_with(raster, tmp_path, options):
    path = with_table(tmp_path / "classes.tif", HALVES)
    exported = export(
        tmp_path / "out",
        raster,
        f"gdal://{path}{options}" if options else path,
        METADATA_FORMAT="Classified_Tiles",
    )
    assert looks(exported) == NAMED
    assert exported.accumulated()["ClassPixelStats"]["NumPixelsPerClass"] == [64, 64, 64]


@pytest.mark.usefixtures("qgis_app")
def test_a_layer_with_open_options_keeps_its_names(raster, tmp_path):
    from qgis.core import QgsRasterLayer

    path = with_table(tmp_path / "classes.tif", HALVES)
    layer = QgsRasterLayer(f"{path}|option:NUM_THREADS=2", "classes", "gdal")
    assert layer.isValid()
    found = export(tmp_path / "out", raster, layer, METADATA_FORMAT="RCNN_Masks")
    assert looks(found) == NAMED


@pytest.mark.usefixtures("qgis_app")
def test_names_that_have_lost_letters(raster, tmp_path):
    path = with_table(tmp_path / "classes.tif", {"Value": [1, 2, 7], "Label": ["B\ufffdume", "Weg", "See"]})
    exported = export(tmp_path / "out", raster, path, METADATA_FORMAT="Classified_Tiles")
    (sentence,) = [text for text in exported.log.warnings if "lost letters" in text]
    assert sentence == (
        'IN_CLASS_DATA: class names that are not in UTF-8 have lost letters: "B\ufffdume"; rename them.'
    )


TABLE_BESIDE = (
    b'<PAMDataset><PAMRasterBand band="1"><GDALRasterAttributeTable tableType="thematic">'
    b'<FieldDefn index="0"><Name>Value</Name><Type>0</Type><Usage>5</Usage></FieldDefn>'
    b'<FieldDefn index="1"><Name>Label</Name><Type>2</Type><Usage>2</Usage></FieldDefn>'
    b"%s</GDALRasterAttributeTable></PAMRasterBand></PAMDataset>"
)


@pytest.mark.usefixtures("qgis_app")
def test_a_table_in_another_encoding_is_read_all_the_same(raster, tmp_path):
    path = write_class_raster(tmp_path / "classes.tif", CLASSES)
    rows = enumerate(((1, b"B\xe4ume"), (2, b"Weg"), (7, b"See")))
    table = b"".join(b'<Row index="%d"><F>%d</F><F>%s</F></Row>' % (row, *each) for row, each in rows)
    path.with_suffix(".tif.aux.xml").write_bytes(TABLE_BESIDE % table)
    exported = export(tmp_path / "out", raster, path, METADATA_FORMAT="Classified_Tiles")
    assert {value: name for value, (name, _) in looks(exported).items()}.items() >= {(2, "Weg"), (7, "See")}
    assert exported.outputs["CLASS_COUNT"] == 3
