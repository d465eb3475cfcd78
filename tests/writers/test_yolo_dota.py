"""Rows of YOLO and DOTA, data.yaml, and the classes and chips that they take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest
from hand_made_shapes import area, inside, labels, square
from hypothesis import given, settings
from hypothesis import strategies as st
from profiles import profile
from test_coco import summary

from training_data_exporter.chipping.chip import Chip
from training_data_exporter.chipping.classes import ClassTable, LabelClass
from training_data_exporter.chipping.errors import ExportError
from training_data_exporter.writers import LABEL_FORMATS
from training_data_exporter.writers.base import EncodedChip
from training_data_exporter.writers.dataset.yolo_files import YoloFiles
from training_data_exporter.writers.format_context import FormatContext

WIDTH, HEIGHT = SIZE = (40, 20)
ITS = profile(size=SIZE)
CLASSES = ClassTable.of([LabelClass(value, f"class {value}", (1, 2, 3)) for value in (2, 5, 300)])
YOLO = ("YOLO_detect", "YOLO_segment", "YOLO_obb")
PLAIN = (*YOLO, "DOTA", "COCO")


def encoded(name: str, objects, its=ITS, classes=CLASSES) -> EncodedChip:
    kind = LABEL_FORMATS[name]
    pixels = np.zeros((1, 1, 1), np.uint8)
    pixel = its.cell_x * its.cell_y
    chip = Chip("000000007", (0, 1, 0, 0, 0, -1), pixels, labels(objects, (its.width, its.height), pixel))
    return kind(FormatContext(its, kind.accepts(classes), ".png", "tool")).encode(chip)


def rows(name: str, objects) -> tuple[list[str], Mapping[str, int]]:
    found = encoded(name, objects)
    assert list(found.files) == list(found.listed) == ["labels/000000007.txt"]
    text = found.files["labels/000000007.txt"].decode("ascii")
    assert text == "" or text.endswith("\n")
    return text.splitlines(), found.counts


UPRIGHT = (300, [[square(4, 5, 12, 20)]])


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("YOLO_detect", "2 0.200000 0.625000 0.200000 0.750000"),
        ("YOLO_segment", "2 0.100000 0.250000 0.300000 0.250000 0.300000 1.000000 0.100000 1.000000"),
        ("YOLO_obb", "2 0.100000 0.250000 0.300000 0.250000 0.300000 1.000000 0.100000 1.000000"),
    ],
)
def test_a_row_is_the_place_of_the_class_and_shares_of_the_chip(name, row):
    assert rows(name, [UPRIGHT]) == ([row], {})
    assert rows(name, []) == ([], {})


@pytest.mark.parametrize("name", YOLO)
def test_rows_that_are_alike_are_written_once_and_counted(name):
    other = (5, UPRIGHT[1])
    moved = (300, [[square(4, 5, 12.0000004, 20)]])
    found, counts = rows(name, [UPRIGHT, other, moved, UPRIGHT])
    assert [row[0] for row in found] == ["2", "1"]
    assert counts == {"alike": 2}


def test_a_box_has_a_width_in_a_chip_of_any_size():
    wide = profile(size=(30000, 30000))
    found = encoded("YOLO_detect", [(2, [[square(7, 7, 7.01, 7.01)]])], wide).files["labels/000000007.txt"]
    assert found == b"0 0.000233 0.000233 0.000001 0.000001\n"


PARTS = [[square(1, 1, 19, 19), square(4, 4, 8, 15), square(10, 4, 12, 6)], [square(25, 2, 38, 9)]]


def test_parts_and_holes_are_one_ring_with_the_area_and_pixels_of_all():
    found, counts = rows("YOLO_segment", [(2, PARTS), UPRIGHT, (5, PARTS[1:])])
    assert counts == {"bridged": 1}
    numbers = np.array(found[0].split()[1:], dtype=float).reshape(-1, 2) * SIZE
    x, y = numbers.T
    assert abs(np.dot(x, np.roll(y, -1)) - np.dot(np.roll(x, -1), y)) / 2 == pytest.approx(
        area(PARTS), abs=1e-3
    )
    expected = inside([ring for part in PARTS for ring in part], SIZE)
    np.testing.assert_array_equal(inside([numbers.tolist()], SIZE), expected)
    assert len(numbers) == 4 * 4 + 2 * 3


def test_a_ring_that_vanishes_between_six_decimals_is_its_box():
    thin = [(2.000001, 3), (2.000004, 3), (2.000002, 9)]
    found, _ = rows("YOLO_segment", [(2, [[thin]])])
    assert len(found[0].split()) == 9


DIAMOND = [(20, 0), (30, 10), (20, 20), (10, 10)]


def test_a_rotated_rectangle_goes_clockwise_from_the_upper_left():
    found, counts = rows("YOLO_obb", [(5, [[DIAMOND]])])
    assert (found, counts) == (
        ["1 0.250000 0.500000 0.500000 0.000000 0.750000 0.500000 0.500000 1.000000"],
        {},
    )


def test_a_rectangle_that_leaves_the_chip_by_more_than_a_hundredth_stands_upright():
    triangle = [(0, 0), (40, 0), (0, 20)]
    found, counts = rows("YOLO_obb", [(5, [[triangle]]), UPRIGHT])
    assert counts == {}  # the smallest rectangle of a right angle is upright
    corner = [(30, 0), (40, 10), (40, 14), (26, 0)]  # cut by the chip, so its rectangle reaches out of it
    found, counts = rows("YOLO_obb", [(5, [[corner]])])
    assert counts == {"upright": 1}
    assert found == ["1 0.650000 0.000000 1.000000 0.000000 1.000000 0.700000 0.650000 0.700000"]
    _, counts = rows("YOLO_obb", [(5, [[[(30, 0), (30.2, 0), (40, 9.8), (40, 10), (29.95, 0.05)]]])])
    assert counts == {}  # within a hundredth of the chip


@settings(max_examples=60, deadline=None)
@given(
    its=st.lists(
        st.tuples(st.integers(0, WIDTH), st.integers(0, HEIGHT)), min_size=3, max_size=3, unique=True
    )
)
def test_no_row_leaves_the_chip_by_more_than_a_hundredth(its):
    for name in YOLO:
        if area([[its]]):
            found, _ = rows(name, [(2, [[its]])])
            numbers = np.array(found[0].split()[1:], dtype=float)
            assert -0.01 <= numbers.min() <= numbers.max() <= 1.01
            if name == "YOLO_obb":
                corners = numbers.reshape(4, 2) * SIZE
                np.testing.assert_allclose(corners[0] + corners[2], corners[1] + corners[3], atol=1e-3)


def test_a_dota_file():
    found = encoded("DOTA", [UPRIGHT, (5, [[DIAMOND]]), (2, [[square(3, 3, 9, 7)]])], metres(0.3, 0.5))
    assert found.listed == ("labelTxt/000000007.txt",)
    assert found.files["labelTxt/000000007.txt"].decode() == (
        "imagesource:null\n"
        "gsd:0.4\n"
        "4.00 5.00 12.00 5.00 12.00 20.00 4.00 20.00 class_300 1\n"
        "10.00 10.00 20.00 0.00 30.00 10.00 20.00 20.00 class_5 1\n"
        "3.00 3.00 9.00 3.00 9.00 7.00 3.00 7.00 class_2 0\n"
    )


def metres(x: float, y: float):
    from osgeo import osr

    crs = osr.SpatialReference()
    crs.ImportFromEPSG(31985)
    return replace(ITS, cell_x=x, cell_y=y, crs_wkt=crs.ExportToWkt(), epsg=31985)


@pytest.mark.parametrize("its", [replace(ITS, crs_wkt="", epsg=0), replace(ITS, epsg=4326)])
def test_a_ground_that_is_not_measured_in_metres_is_not_stated(its):
    assert encoded("DOTA", [], its).files["labelTxt/000000007.txt"] == b"imagesource:null\ngsd:null\n"


# Classes.


def table(*names: tuple[int, str]) -> ClassTable:
    return ClassTable.of([LabelClass(value, name, (1, 2, 3)) for value, name in names])


@pytest.mark.parametrize("name", YOLO)
def test_an_addition_may_bring_classes_behind_those_that_stand(name):
    kind, stored = LABEL_FORMATS[name], table((2, "two"), (5, "five"))
    assert kind.accepts(table((5, "five")), stored).values == (2, 5)
    assert kind.accepts(table((7, "seven"), (2, "two")), stored).values == (2, 5, 7)
    with pytest.raises(ExportError, match=r"class 3 would stand before class 5 .* a value above 5"):
        kind.accepts(table((3, "three"), (9, "nine")), stored)


def names(kind: str, its: ClassTable) -> list[str]:
    return [each.name for each in LABEL_FORMATS[kind].accepts(its)]


def warnings(kind: str, its: ClassTable) -> list[str]:
    accepted = LABEL_FORMATS[kind].accepts(its)
    pairs = [(before, after) for before, after in zip(its, accepted) if before.name != after.name]
    return [str(LABEL_FORMATS[kind].renamed(*pair)) for pair in pairs]


ODD = table((1, "n01440764"), (2, "n0"), (3, "Big tree"), (4, "tree"), (6, "tree"), (7, ""))


def test_names_that_ultralytics_takes_for_codes_get_a_bar():
    assert names("YOLO_obb", ODD) == ["_n01440764", "_n0", "Big tree", "tree_4", "tree_6", ""]
    said = warnings("YOLO_obb", ODD)
    assert said[0] == (
        "Class 1: the name n01440764 becomes _n01440764, since readers of YOLO_obb take names that begin "
        "with n0 for codes of ImageNet."
    )
    assert said[2] == (
        "Class 4: the name tree becomes tree_4, since readers of YOLO_obb know classes by their names, and "
        "another class has that one."
    )


def test_names_have_no_blanks_in_dota():
    assert names("DOTA", ODD) == ["n01440764", "n0", "Big_tree", "tree_4", "tree_6", "_"]
    assert names("DOTA", table((1, "a b"), (2, "a_b"))) == ["a_b_1", "a_b_2"]
    assert warnings("DOTA", ODD)[0] == (
        "Class 3: the name Big tree becomes Big_tree, since a blank ends a name in DOTA."
    )


# data.yaml


def data_yaml(*folders: str, classes: ClassTable = CLASSES) -> str:
    sets = {folder: summary(classes, 1, 1) for folder in folders}
    ((name, parts),) = YoloFiles.above(sets)
    assert name == "data.yaml"
    return b"".join(parts).decode("ascii")


def test_data_yaml_without_a_split():
    assert data_yaml("") == (
        "train: images\n"
        "val: images  # the training chips again, as there are no others: figures on them mean nothing\n"
        "\n"
        "names:\n"
        '  0: "class 2"  # class value 2\n'
        '  1: "class 5"  # class value 5\n'
        '  2: "class 300"  # class value 300\n'
    )


def test_data_yaml_above_the_folders_of_a_split():
    heads = [
        data_yaml(*folders).split("\n\n")[0].splitlines()
        for folders in (("train", "valid", "test"), ("train", "valid"), ("train", "test"))
    ]
    assert heads[0] == ["train: train/images", "val: valid/images", "test: test/images"]
    assert heads[1] == heads[0][:2]
    assert heads[2][::2] == heads[0][::2]
    assert heads[2][1].startswith("val: train/images  # the training chips again")


def test_names_of_any_letters_are_quoted():
    odd = table((1, 'say "tree": #1'), (2, "back\\slash"), (3, "森 🌴"), (4, "tab\tnewline\n"), (5, "{}"))
    lines = data_yaml("", classes=odd).splitlines()[4:]
    assert lines == [
        r'  0: "say \"tree\": #1"  # class value 1',
        r'  1: "back\\slash"  # class value 2',
        r'  2: "\u68ee \U0001f334"  # class value 3',
        r'  3: "tab\u0009newline\u000a"  # class value 4',
        r'  4: "{}"  # class value 5',
    ]


# Chips and what is said.


@pytest.mark.parametrize("name", PLAIN)
def test_chips_that_readers_without_gdal_do_not_open_are_refused(name):
    kind = LABEL_FORMATS[name]
    for bands in (1, 3):
        for image in ("TIFF", "PNG", "JPEG"):
            assert kind.accepts_chips(profile(bands=bands), image) == []
    (warning,) = kind.accepts_chips(profile(bands=4), "PNG")
    assert "take the first 3 of 4 bands" in str(warning)
    with pytest.raises(ExportError, match=f"IMAGE_CHIP_FORMAT: the readers of {name} do not open MRF"):
        kind.accepts_chips(profile(), "MRF")
    for its in (profile(bands=2), profile(bands=6), profile("uint16", 3), profile("int8")):
        with pytest.raises(
            ExportError, match="choose bands with BANDS, and bring them to 8 bit with STRETCH"
        ):
            kind.accepts_chips(its, "TIFF")


def test_what_was_done_to_labels_is_said():
    made = LABEL_FORMATS["YOLO_segment"](FormatContext(ITS, CLASSES, ".png", "tool"))
    said = [str(each) for each in made.remarks({"alike": 3, "bridged": 5}, ["train", "valid"])]
    assert said == [
        "Labels left out because YOLO_segment has a row like theirs in the same chip: 3.",
        "Labels of several parts or with holes, which YOLO_segment holds as one ring with bridges: 5.",
    ]
    (warning,) = made.remarks({}, [""])
    assert str(warning).startswith("YOLO_segment: there is no validation split, so val in data.yaml names")
    (said_of_obb,) = made.remarks({"upright": 2}, ["valid"])
    assert str(said_of_obb).endswith("further out of the chip than its readers take: 2.")
