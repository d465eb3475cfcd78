"""The report helps to find label errors: doubtful labels by chip and feature, with pictures of them first."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from scenes import memory_layer, noise, on_map, rectangle, run, write_raster

from training_data_exporter.reports.contact_sheet import MOST, chosen_chips
from training_data_exporter.reports.doubts import (
    HALF,
    KINDS,
    NO_DATA,
    TINY_LABEL,
    TWICE,
    TWO_CLASSES,
    WHOLE_CHIP,
    doubtful,
    overlap,
)
from training_data_exporter.reports.facts import HEAT, ChipFacts, ClassFacts, SetFacts
from training_data_exporter.writers.dataset.reading import Entry
from training_data_exporter.writers.labels.shown import BoxLabel, LabelSize, ShapeLabel, ShownLabels

SIZES = dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y", "STRIDE_X", "STRIDE_Y"), 32)
sides = st.integers(0, 30)
boxes = st.builds(
    lambda value, left, top, width, height: BoxLabel(value, left, top, left + width, top + height),
    st.integers(1, 2),
    sides,
    sides,
    st.integers(1, 12),
    st.integers(1, 12),
)


def share(one: BoxLabel, other: BoxLabel) -> float:
    """The share of common area, counted pixel by pixel."""
    pixels = [
        {
            (x, y)
            for x in range(int(each.left), int(each.right))
            for y in range(int(each.top), int(each.bottom))
        }
        for each in (one, other)
    ]
    return len(pixels[0] & pixels[1]) / len(pixels[0] | pixels[1])


@given(st.lists(boxes, max_size=12))
def test_labels_that_lie_on_each_other_are_found_as_by_counting(found):
    pairs = [(i, j) for j in range(len(found)) for i in range(j) if share(found[i], found[j]) >= 0.9]
    same = [found[j] for i, j in sorted(pairs) if found[i].class_value == found[j].class_value]
    others = [found[j] for i, j in sorted(pairs) if found[i].class_value != found[j].class_value]
    told = dict(doubtful(found, (64, 64), None))
    assert (told[TWICE], told[TWO_CLASSES]) == (same, others)


@given(st.lists(boxes, min_size=1, max_size=5), st.lists(boxes, min_size=1, max_size=5))
def test_the_share_of_common_area(some, others):
    arrays = [np.array([each[1:] for each in them], dtype=float) for them in (some, others)]
    expected = [[share(one, other) for other in others] for one in some]
    np.testing.assert_allclose(overlap(*arrays), expected)


def test_a_crowd_is_searched_for_equal_boxes_alone():
    crowd = [
        BoxLabel(1, number % 60, number // 60, number % 60 + 1.5, number // 60 + 1.5) for number in range(600)
    ]
    told = dict(doubtful([*crowd, crowd[7]], (64, 64), None))
    assert told[TWICE] == [crowd[7]]


@pytest.mark.parametrize(
    ("box", "valid", "kinds"),
    [
        (BoxLabel(1, 2, 2, 10, 10), 1.0, []),
        (BoxLabel(1, 2, 2, 10, 9.9), 1.0, [TINY_LABEL]),
        (BoxLabel(1, 0, 0, 32, 32), 1.0, [WHOLE_CHIP]),
        (BoxLabel(1, 2, 2, 10, 10), HALF, []),
        (BoxLabel(1, 2, 2, 10, 10), 0.49, [NO_DATA]),
        (BoxLabel(1, 2, 2, 10, 10), None, []),
    ],
    ids=["good", "tiny", "whole", "half", "nodata", "unknown"],
)
def test_what_is_odd_about_one_label(box, valid, kinds):
    assert [kind for kind, found in doubtful([box], (32, 32), valid) if found] == kinds


def facts_of(chips: list[list[BoxLabel]]) -> SetFacts:
    facts = SetFacts((32, 32), {1: ClassFacts(), 2: ClassFacts()})
    for number, its in enumerate(chips):
        sizes = [
            LabelSize(each.class_value, (each.right - each.left) * (each.bottom - each.top)) for each in its
        ]
        facts.add(ChipFacts(Entry(f"images/{number:09d}.tif", ()), sizes, 1.0, its))
    return facts


GOOD, TINY = BoxLabel(1, 4, 4, 20, 12), BoxLabel(2, 1, 1, 3, 3)


def test_a_chip_of_a_feature_is_filled_by_it():
    """An object that fills its chip is none to look at where chips are made so; others are."""
    box = BoxLabel(1, 0, 0, 20, 10)
    chip = ChipFacts(Entry("images/0.tif", ()), [LabelSize(1, 200.0)], 1.0, [box], (20, 10))
    for sizes_vary, count in ((False, 1), (True, 0)):
        facts = SetFacts((32, 32), {1: ClassFacts()}, sizes_vary=sizes_vary)
        facts.add(chip)
        assert facts.whole == facts.doubts.counts[WHOLE_CHIP] == count
        assert facts.per_class[1].pixels == 200


def test_chips_of_likely_errors_come_first_on_the_sheet():
    chips = [[GOOD]] * 60
    chips[40], chips[50], chips[55] = [TINY], [GOOD, GOOD], [TINY]
    chosen = chosen_chips(facts_of(chips))
    assert chosen[:3] == [50, 40, 55]
    assert chosen[3:] == sorted(chosen[3:])
    assert len(set(chosen)) == len(chosen) == MOST


def test_many_doubtful_chips_leave_room_for_others():
    chosen = chosen_chips(facts_of([[TINY]] * 30 + [[GOOD]] * 30))
    assert len(chosen) == MOST
    assert any(place >= 30 for place in chosen)


def test_places_sizes_and_cuts_are_counted():
    facts = facts_of([[BoxLabel(1, 0, 4, 8, 12), BoxLabel(1, 10, 10, 26, 14), BoxLabel(2, 24, 24, 32, 32)]])
    assert facts.cut == 2
    cells = [
        (16 * (4 + 12) // 64, 16 * 8 // 64),
        (16 * 24 // 64, 16 * 36 // 64),
        (16 * 56 // 64, 16 * 56 // 64),
    ]
    expected = np.zeros((HEAT, HEAT))
    for row, column in cells:
        expected[row, column] += 1
    np.testing.assert_array_equal(facts.heat, expected)
    its = facts.per_class[1]
    assert (its.least, its.most, its.sides / its.labels) == (8.0, 8.0, 8.0)
    assert its.aspect == pytest.approx(2.0)  # of 1 and 4


def test_boxes_of_objects_whatever_holds_them():
    mask = np.zeros((8, 8), np.uint8)
    mask[1:3, 2:7], mask[5, 5] = 1, 3
    ring = np.array([[1.0, 2.0], [6.5, 2.0], [6.5, 7.0]])
    assert ShownLabels(masks={4: mask}).places() == [BoxLabel(4, 2, 1, 7, 3), BoxLabel(4, 5, 5, 6, 6)]
    assert ShownLabels(shapes=[ShapeLabel(1, 9.0, [ring])]).places() == [BoxLabel(1, 1.0, 2.0, 6.5, 7.0)]
    drawn = ShapeLabel(2, 9.0, mask=lambda: mask == 1)
    assert ShownLabels(shapes=[drawn]).places() == [BoxLabel(2, 2, 1, 7, 3)]
    assert ShownLabels(class_map=mask).places() == []


@pytest.fixture
def reported(qgis_app, tmp_path):
    """Makes the report of 2 x 1 chips with labels: two on each other, one tiny, one good."""

    def make(crs: str = "", **given):
        raster = write_raster(tmp_path / "in.tif", noise(3, 32, 64))
        shapes = [(2, 2, 12, 14), (34, 2, 50, 20), (34.2, 2, 50, 20), (4, 20, 8, 24)]
        features = [
            (on_map(rectangle(*sides)), {"kind": 1 + (number == 3), "name": "roof" if number < 3 else "tank"})
            for number, sides in enumerate(shapes)
        ]
        layer = memory_layer(features, {"kind": int, "name": str})
        report = tmp_path / "report.html"
        values = {"CLASS_VALUE_FIELD": "name", **SIZES, **given}
        run(tmp_path / "set", IN_RASTER=raster, IN_CLASS_DATA=layer, **values, REPORT=str(report))
        return html.fromstring(report.read_text("utf-8"))

    return make


@pytest.mark.parametrize(
    "metadata_format",
    ["KITTI_rectangles", "PASCAL_VOC_rectangles", "COCO", "YOLO_detect", "YOLO_segment", "DOTA"],
)
def test_findings_name_chips_and_features(reported, metadata_format):
    root = reported(METADATA_FORMAT=metadata_format, IMAGE_CHIP_FORMAT="PNG")
    found = [each.text_content() for each in root.xpath('//ul[@class="look"]/li')]
    (twice,) = (text for text in found if "twice" in text)
    start = "Labels of one class that lie on each other, so one thing may be labelled twice: 1, such as chip "
    assert twice in (f"{start}000000001 (features: 3, 2).", f"{start}000000001 (features: 2, 3).")
    assert "Labels smaller than 8 x 8 pixels: 1, such as chip 000000000 (features: 4)." in found


def test_names_stand_on_the_boxes_and_pictures_are_links_to_larger_ones(reported):
    root = reported()
    first, second = root.xpath("//figure")
    assert "000000001" in first.text_content()  # the doubtful chip before the other
    for figure in (first, second):
        assert figure.xpath("./a[@class='picture']/@href") == [f"#{figure.get('id')}"]
        assert figure.xpath("./a[@class='close']/@href") == ["#sheet"]
    assert root.xpath("//*[@id='sheet']//figure")
    names = [
        (each.text_content(), each.get("style"), each.get("aria-hidden")) for each in second.xpath(".//b")
    ]
    assert names == [
        ("roof", "left: 6.2%; top: 6.2%", "true"),
        ("tank", "left: 12.5%; top: 62.5%; transform: translateY(-100%)", "true"),  # above its box
    ]
    style = root.xpath("//style")[0].text_content()
    assert re.search(r"figure:target {[^}]*position: fixed", style)
    assert not root.xpath("//script")


def test_sizes_shapes_and_places_have_their_parts(reported):
    root = reported()
    titles = [each.text_content() for each in root.xpath("//h2")]
    assert {"Size and shape by class", "Where in the chip labels lie"} <= set(titles)
    cells = dict(
        zip(
            (th.text_content() for th in root.xpath("//th")), (td.text_content() for td in root.xpath("//td"))
        )
    )
    assert cells["2 tank"] == "sides 4.0 to 4.0, on average 4.0 pixels; width by height 1.00"
    charts = root.xpath("//svg[@aria-label='Where in the chip labels lie']")
    assert len(charts) == 1
    assert "0 % of the labels reach the border" in root.text_content()


def test_class_maps_have_no_objects_to_doubt(reported):
    root = reported(METADATA_FORMAT="Classified_Tiles")
    titles = [each.text_content() for each in root.xpath("//h2")]
    assert "Where in the chip labels lie" not in titles
    assert not root.xpath("//figure//b")
    assert not [each for each in root.xpath("//li") if "twice" in each.text_content()]


def test_every_kind_has_a_sentence():
    from training_data_exporter.reports.doubts import Doubtful, Doubts, doubt_sentences

    doubts = Doubts()
    for number, kind in enumerate(KINDS):
        entry = Entry(f"images/{number:09d}.tif", ())
        doubts.add(kind, [Doubtful(number, "", entry, GOOD, True)] * 3)
    told = [str(each) for each in doubt_sentences(doubts, lambda label: [], "chip {stem}", "{stem} {ids}")]
    assert len(told) == len(KINDS)
    assert all(f": 3, such as chip {number:09d}." in text for number, text in enumerate(told))
    assert doubts.places == [0, 1, 2, 3, 4]
