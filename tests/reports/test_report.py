"""The report: its numbers are those of the label files, its pictures show them, and it stands alone."""

from __future__ import annotations

import base64
import re
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html
from osgeo import gdal
from qgis.PyQt.QtGui import QFont, QFontMetricsF
from scenes import Log, memory_layer, noise, on_map, rectangle, run, with_copy, write_raster

from training_data_exporter.chipping.classes import ClassTable, LabelClass
from training_data_exporter.chipping.errors import ExportError
from training_data_exporter.reports.bins import count_bars, side_bars, tenth_bars
from training_data_exporter.reports.charts import ClassBar, class_chart, histogram
from training_data_exporter.reports.contact_sheet import MOST, chosen_chips
from training_data_exporter.reports.facts import ChipFacts, ClassFacts, SetFacts, chip_facts
from training_data_exporter.reports.findings import findings
from training_data_exporter.reports.picture import Preview, draw_labels, preview, stretched
from training_data_exporter.reports.report import RunFacts, build_report
from training_data_exporter.writers import IMAGE_FORMATS, LABEL_FORMATS
from training_data_exporter.writers.dataset.exported_set import ExportedSet
from training_data_exporter.writers.dataset.reading import Entry
from training_data_exporter.writers.dataset.stored_rasters import opened
from training_data_exporter.writers.labels.shown import BoxLabel, LabelSize, ShownLabels

RED, BLUE = (255, 0, 0), (0, 0, 255)
FORMATS = ("KITTI_rectangles", "PASCAL_VOC_rectangles", "RCNN_Masks", "Classified_Tiles")
HOSTILE = "<script>alert(1)</script> & \"x\" 'y' é 漢"


def plain(text: str) -> str:
    return text


@pytest.fixture
def inputs(qgis_app, tmp_path):
    """A raster of 64 x 32 pixels and three rectangles of two classes, all in the left half."""
    raster = write_raster(tmp_path / "raster.tif", noise(3, 32, 64))
    rectangles = [((2, 2, 12, 10), 1), ((20, 4, 24, 30), 2), ((4, 16, 12, 24), 1)]
    labels = memory_layer(
        [(on_map(rectangle(*sides)), {"Classvalue": value, "Classname": f"name{value}"})
         for sides, value in rectangles],
        {"Classvalue": int, "Classname": str},
    )  # fmt: skip
    return {"IN_RASTER": raster, "IN_CLASS_DATA": labels}


def exported(tmp_path: Path, inputs: dict, metadata_format: str, **more: object) -> ExportedSet:
    settings = dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y", "STRIDE_X", "STRIDE_Y"), 32)
    run(tmp_path / "set", **{**inputs, **settings, **more}, METADATA_FORMAT=metadata_format)
    image_format = IMAGE_FORMATS[str(more.get("IMAGE_CHIP_FORMAT", "TIFF"))]
    return ExportedSet.read(tmp_path / "set", image_format, LABEL_FORMATS[metadata_format])


def counted(export: ExportedSet) -> SetFacts:
    facts = SetFacts.of(export)
    for chip in chip_facts(export, (0, ()), lambda: None):
        facts.add(chip)
    return facts


@pytest.mark.parametrize("metadata_format", FORMATS)
def test_labels_are_read_back_from_each_format(tmp_path, inputs, metadata_format):
    export = exported(tmp_path, inputs, metadata_format)
    first, second = (export.labels(entry).sizes() for entry in export.map.entries())
    areas = [(1, 80.0), (1, 64.0), (2, 104.0)]
    if metadata_format == "Classified_Tiles":
        areas = [(1, 144.0), (2, 104.0)]
    assert sorted(first) == sorted(areas)
    assert second == []


@pytest.mark.parametrize("image_format", ["TIFF", "PNG", "JPEG", "MRF"])
def test_a_chip_s_place_is_read_back_from_each_image_format(tmp_path, inputs, image_format):
    export = exported(tmp_path, inputs, "KITTI_rectangles", IMAGE_CHIP_FORMAT=image_format)
    places = [export.extent(entry) for entry in export.map.entries()]
    left, top = 288776.0, 9120760.0
    assert places == [(left, top - 64, left + 64, top), (left + 64, top - 64, left + 128, top)]


def test_facts_count_labels_chips_and_sizes(tmp_path, inputs):
    facts = counted(exported(tmp_path, inputs, "KITTI_rectangles"))
    assert (facts.chips, facts.empty, facts.labels) == (2, 1, 3)
    assert {value: (each.labels, each.chips, each.pixels) for value, each in facts.per_class.items()} == {
        1: (2, 1, 144.0),
        2: (1, 1, 104.0),
    }
    assert facts.per_chip == Counter({0: 1, 3: 1})
    assert facts.sides == Counter({3: 1, 4: 2})  # sides 8, 8.9 and 10.2: "4-8" and "8-16"
    assert facts.tiny == 0


@given(st.lists(st.integers(0, 400), max_size=30))
def test_every_chip_is_in_one_bar(numbers):
    bars = count_bars(Counter(numbers))
    assert sum(count for _, count in bars) == len(numbers)
    edges = [label.split("–") for label, _ in bars]
    for number in numbers:
        assert any(int(edge[0]) <= number <= int(edge[-1]) for edge in edges)


def test_bars_of_sides_double_and_have_no_gap():
    assert side_bars(Counter({0: 1, 3: 2})) == [("≤ 1", 1), ("1–2", 0), ("2–4", 0), ("4–8", 2)]
    assert side_bars(Counter()) == []
    assert sum(count for _, count in tenth_bars(Counter({0: 3, 9: 4}))) == 7


def facts_of(per_chip: list[list[LabelSize]], values: tuple[int, ...] = (1, 2)) -> SetFacts:
    facts = SetFacts((32, 32), {value: ClassFacts() for value in values})
    for number, labels in enumerate(per_chip):
        facts.add(ChipFacts(Entry(f"images/{number:09d}.tif", ()), labels, 1.0))
    return facts


CLASSES = ClassTable((LabelClass(1, "one", RED), LabelClass(2, "two", BLUE)))


def sentences(facts: SetFacts, is_map: bool = False, without_pixels: int = 0) -> list[str]:
    return [str(each) for each in findings(facts, CLASSES, is_map, without_pixels)]


def test_a_good_set_has_nothing_worth_a_look():
    labels = [LabelSize(1, 400.0), LabelSize(2, 400.0)]
    assert sentences(facts_of([labels] * 60)) == []


@pytest.mark.parametrize(
    ("chips", "words"),
    [
        ([[LabelSize(1, 400.0)]] * 60, "Classes that are in no chip: 2 (two)."),
        (
            [[LabelSize(1, 400.0)] * 2] * 60 + [[LabelSize(2, 400.0)]] * 9,
            "model needs more than 50: 2 (two): 9.",
        ),
        ([[LabelSize(1, 400.0)] * 30 + [LabelSize(2, 400.0)]] * 60, "one has 30 times as many labels as two"),
        ([[LabelSize(1, 4.0), LabelSize(2, 400.0)]] * 60, "50 % of the labels are smaller than 8 x 8"),
        ([[LabelSize(1, 1024.0), LabelSize(2, 400.0)]] * 60, "50 % of the labels fill their whole chip"),
        ([[LabelSize(1, 400.0), LabelSize(2, 400.0)]] * 60 + [[]] * 540, "90 % of the chips show no label"),
    ],
    ids=["absent", "rare", "imbalance", "tiny", "whole", "empty"],
)
def test_what_spoils_a_training_is_said(chips, words):
    (sentence,) = sentences(facts_of(chips))
    assert words in sentence


def test_nodata_is_said():
    facts = facts_of([[LabelSize(1, 400.0), LabelSize(2, 400.0)]] * 60)
    facts.poor = 3
    assert sentences(facts, without_pixels=5) == [
        "Chips left out since all their pixels are nodata: 5.",
        "Chips of which more than half is nodata or beyond the raster: 3.",
    ]


def test_the_sheet_shows_every_class_and_prefers_chips_with_labels():
    chips = [[] for _ in range(400)]
    for place in range(0, 200, 2):
        chips[place] = [LabelSize(1, 400.0)]
    chips[331] = [LabelSize(2, 400.0)]
    chosen = chosen_chips(facts_of(chips))
    assert len(chosen) == len(set(chosen)) == MOST
    assert chosen == sorted(chosen)
    assert 331 in chosen
    assert all(chips[place] for place in chosen)
    assert max(chosen[:-1]) > 180  # spread over all that have labels


def test_boxes_masks_and_class_maps_are_drawn_in_their_colours():
    colors = {1: RED, 2: BLUE}
    picture = np.zeros((64, 64, 3), dtype=np.uint8)
    draw_labels(picture, (2.0, 2.0), ShownLabels(boxes=[BoxLabel(1, 4.0, 6.0, 20.0, 32.0)]), colors)
    red = (picture == RED).all(axis=-1)
    assert (red.any(axis=0).nonzero()[0][[0, -1]] == (8, 39)).all()
    assert (red.any(axis=1).nonzero()[0][[0, -1]] == (12, 63)).all()
    assert not red[20:50, 15:30].any()

    number = np.zeros((32, 32), dtype=np.uint8)
    number[4:10, 4:10] = 1
    for labels in (ShownLabels(masks={2: number}), ShownLabels(class_map=number * 2)):
        picture = np.zeros((64, 64, 3), dtype=np.uint8)
        draw_labels(picture, (2.0, 2.0), labels, colors)
        assert (picture[8, 8] == BLUE).all()  # its edge
        assert 0 < picture[14, 14, 2] < 255  # its inside
        assert not picture[30:].any()


def test_charts_are_well_formed_whatever_classes_are_called():
    rows = [ClassBar(HOSTILE * 3, RED, (5, 0)), ClassBar("", BLUE, (0, 0))]
    for charts in (class_chart(("a & b", "<c>"), rows), histogram([("<1", 3)], "&"), histogram([], "x")):
        parts = list(etree.fromstring(f"<div>{charts}</div>"))
        assert {etree.QName(each).localname for each in parts} == {"svg", "p"}


LONG = "Cobertura residencial com vegetação arbórea, sem calçamento"
LARGE = 123_456_789


@pytest.mark.parametrize(
    "charts",
    [
        class_chart(
            ["Labelled pixels", "Chips"], [ClassBar(LONG, RED, (LARGE, 3)), ClassBar("x", BLUE, (1, 9))]
        ),
        class_chart(
            ["Labels in train", "Labels in valid", "Labels in test"], [ClassBar(LONG, RED, (9, 0, 7))]
        ),
        histogram(side_bars(Counter(range(14))), "side of a square of the same area, in pixels"),
        histogram(count_bars(Counter({0: LARGE, 5000: 1})), "labels in a chip"),
        histogram(tenth_bars(Counter(range(10))), "share of a chip's pixels that are labelled"),
    ],
    ids=["classes", "splits", "sides", "counts", "shares"],
)
def test_on_a_phone_bars_stand_below_each_other_and_all_fits(qgis_app, charts):
    root = html.fromstring(f"<div>{charts}</div>")
    (wide,) = root.xpath("svg[@class='wide']")
    narrow = root.xpath("svg[@class='narrow']")
    numbers = {window: Counter(texts_of(each for each in svgs)) for window, svgs in
               (("wide", [wide]), ("narrow", narrow))}  # fmt: skip
    said = {text for text in numbers["narrow"] if text.isdigit() and text != "0"}
    assert said == {text for text in numbers["wide"] if text.isdigit() and text != "0"} != set()
    font = QFont("DejaVu Sans")  # wider than most
    font.setPixelSize(12)
    for svg in narrow:
        assert svg.get("width") == "340"
        right_of_bar = 0.0
        for each in svg.iter("rect", "text"):
            width = float(each.get("width") or QFontMetricsF(font).horizontalAdvance(each.text or ""))
            assert 0 <= float(each.get("x")) <= float(each.get("x")) + width <= 340
            if each.tag == "text" and float(each.get("x")) <= 22:
                right_of_bar = float(each.get("x")) + width
            elif each.get("width") not in (None, "14"):
                assert right_of_bar <= float(each.get("x"))  # a bar begins behind its name
        rows = [each.get("transform") for each in svg.iter("g")]
        assert len(set(rows)) == len(rows) == int(svg.get("height")) // 26


def texts_of(charts) -> list[str]:
    return [each.text for svg in charts for each in svg.iter("text") if each.text]


def test_a_window_shows_each_chart_once(tmp_path, inputs):
    text = build_report(exported(tmp_path, inputs, "KITTI_rectangles"), facts_of([]), RunFacts(), plain)
    style = text.partition("<style>")[2].partition("</style>")[0]
    before, _, after = style.partition("@media (max-width: 640px) {")
    assert ".narrow { display: none; }" in before
    assert ".wide { display: none; } .narrow { display: block; }" in after
    assert not re.findall(r"min-width: \d", before)  # nothing is wider than its window
    assert "svg { display: block; max-width: 100%; height: auto; }" in before


@pytest.mark.parametrize("metadata_format", FORMATS)
def test_the_report_stands_alone_and_says_what_the_files_hold(tmp_path, inputs, metadata_format):
    inputs["IN_CLASS_DATA"].setName(HOSTILE)
    report = tmp_path / "new" / "report.html"
    settings = dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y", "STRIDE_X", "STRIDE_Y"), 32)
    done = run(tmp_path / "set", **inputs, **settings, METADATA_FORMAT=metadata_format, REPORT=str(report))
    assert Path(done.outputs["REPORT"]) == report
    text = report.read_text("utf-8")
    root = html.fromstring(text)
    assert not root.xpath("//script | //link | //iframe | //@onload | //@onclick")
    assert not re.findall(r'(?:src|href)="(?!data:|#)', text)
    numbers = {each.text_content() for each in root.xpath('//div[@class="numbers"]/div')}
    assert "2chips" in numbers
    assert "1 (50 %)chips without a label" in numbers
    assert ("3labels" in numbers) == (metadata_format != "Classified_Tiles")
    assert {"name1", "name2"} <= {each.text_content().strip() for each in root.xpath("//ul/li")}
    pictures = root.xpath("//figure//img/@src")
    assert len(pictures) == 2
    first = base64.b64decode(pictures[0].partition(",")[2])
    gdal.FileFromMemBuffer("/vsimem/report.png", first)
    picture = gdal.Open("/vsimem/report.png").ReadAsArray()
    assert picture.shape == (3, 192, 192)
    assert root.get("lang") == "en"
    assert root.xpath('//meta[@name="viewport"]/@content') == ["width=device-width, initial-scale=1"]
    charts = 3 if metadata_format == "Classified_Tiles" else 4  # where labels lie
    assert len(root.xpath("//svg[not(@class='narrow')]")) == charts
    assert all(name.strip() for name in root.xpath("//svg/@aria-label"))
    drawn = "name1 1, name2 1" if metadata_format == "Classified_Tiles" else "name1 2, name2 1"
    assert root.xpath("//img/@alt") == [f"000000000: {drawn}", "000000001"]
    cells = [each.text_content() for each in root.xpath("//td")]
    assert metadata_format in cells
    assert HOSTILE in cells
    command = root.xpath("//pre")[0].text_content()
    assert "processing.run" in command
    assert command.count("\n '") == len(inputs) + len(settings) + 2  # a line for each but the first


def test_dark_screens_and_paper_have_rules_of_their_own(tmp_path, inputs):
    text = build_report(exported(tmp_path, inputs, "KITTI_rectangles"), facts_of([]), RunFacts(), plain)
    light, dark, paper, _phone = re.split(
        r"@media [^{]*{", text.partition("<style>")[2].partition("</style>")[0]
    )

    def colored(rules: str) -> set[str]:
        found = re.findall(r"([^{}]+){([^}]*)}", rules)
        its = [each for each, style in found if re.search(r"\b(color|background|fill|stroke): *#", style)]
        return {selector.strip() for each in its for selector in each.split(",")}

    assert len(colored(light)) > 9
    assert colored(light) - {":root"} == colored(dark) - {"td"}  # what has a colour has one in the dark too
    assert "break-inside: avoid" in paper


def test_a_report_says_the_language_of_its_texts(tmp_path, inputs):
    def german(text: str) -> str:
        return "de" if text == "en" else text

    text = build_report(exported(tmp_path, inputs, "KITTI_rectangles"), facts_of([]), RunFacts(), german)
    assert text.startswith('<!DOCTYPE html>\n<html lang="de">')


def shown_alone(path: Path) -> Preview:
    with opened(path.parent, path.name, (32, 32)) as dataset:
        return preview(dataset, ())


def test_a_grey_road_stays_grey_in_true_colour(tmp_path):
    meanings = (gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand)
    pixels = noise(3, 32, 32) // np.array([2, 3, 4], np.uint8)[:, None, None]
    pixels[:, 10:20] = 60
    true_color = write_raster(tmp_path / "true.tif", pixels, interpretation=meanings)
    (picture,) = stretched([shown_alone(true_color)])
    assert np.ptp(picture[picture.shape[0] // 2], axis=-1).max() == 0
    (picture,) = stretched([shown_alone(write_raster(tmp_path / "bands.tif", pixels))])
    assert np.ptp(picture[picture.shape[0] // 2], axis=-1).max() > 0


def test_without_a_path_no_report_is_made(tmp_path, inputs):
    done = run(tmp_path / "set", **inputs)
    assert not {"REPORT", "CHIP_INDEX"} & done.outputs.keys()
    assert not list(tmp_path.rglob("*.html"))


def test_the_report_of_an_appended_export_covers_the_whole_folder(tmp_path, inputs):
    settings = dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y", "STRIDE_X", "STRIDE_Y"), 32)
    run(tmp_path / "set", **inputs, **settings)
    report = tmp_path / "report.html"
    run(tmp_path / "set", **with_copy(inputs), **settings, START_INDEX=2, REPORT=str(report))
    assert "<b>4</b>chips<" in report.read_text("utf-8")


def test_a_report_that_cannot_be_written_is_refused_before_the_export(tmp_path, inputs):
    from qgis.core import QgsProcessingException

    (tmp_path / "file").write_text("")
    with pytest.raises(QgsProcessingException, match=r"REPORT: .*file/report.html is not writable"):
        run(tmp_path / "set", **inputs, REPORT=str(tmp_path / "file" / "report.html"))
    assert not (tmp_path / "set").exists()


def test_cancel_while_the_report_is_made_leaves_a_whole_training_set(tmp_path, inputs):
    settings = dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y", "STRIDE_X", "STRIDE_Y"), 32)
    report = tmp_path / "report.html"
    log = Log(cancel_at=75.0)
    run(tmp_path / "set", log, **inputs, **settings, REPORT=str(report))
    assert (tmp_path / "set" / "map.txt").exists()
    assert not report.exists()
    assert any("report and chip index are not" in warning for warning in log.warnings)


def test_a_folder_without_an_export_is_refused(tmp_path):
    with pytest.raises(ExportError, match="missing or damaged"):
        ExportedSet.read(tmp_path, IMAGE_FORMATS["TIFF"], LABEL_FORMATS["RCNN_Masks"])


def test_a_report_is_made_of_the_folder_alone(tmp_path, inputs):
    export = exported(tmp_path, inputs, "KITTI_rectangles")
    text = build_report(export, counted(export), RunFacts(), plain)
    assert "<h1>Training data: set</h1>" in text
