"""What the report and the chip index say of a split: the numbers of the label files, and the blocks."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from label_scenes import layer_in_pixels
from lxml import html
from osgeo import gdal
from scenes import Exported, noise, rectangle, run, write_raster
from split_scenes import BLOCK, SETS, SIZE, STRIDE, TILE, scene, sets_of, split_export, split_file

from training_data_exporter.reports.splits import COLORS, _map

pytestmark = pytest.mark.usefixtures("qgis_app")


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> tuple[Exported, Path]:
    """A split export, and the folder of its report and its chip index."""
    folder = tmp_path_factory.mktemp("split")
    looks = {"REPORT": folder / "report.html", "CHIP_INDEX": folder / "index.gpkg"}
    return split_export(folder / "one", scene(folder), **looks), folder


def section(text: str, title: str) -> html.HtmlElement:
    """Return the part of a report below a heading."""
    part = text.partition(f"<h2>{title}</h2>")[2].partition("<h2>")[0]
    assert part, title
    return html.fromstring(f"<div>{part}</div>")


def test_the_report_counts_labels_by_class_and_split(made):
    one, folder = made
    part = section((folder / "report.html").read_text("utf-8"), "Train, validation, test")
    labels: Counter[tuple[int, str]] = Counter()
    chips, labelled = Counter(), Counter()
    for name, its in sets_of(one.path).items():
        for boxes in its.all_boxes():
            labels.update((box.class_value, name) for box in boxes)
            chips[name] += 1
            labelled[name] += bool(boxes)
    rows = [(row.findtext("th"), row.findtext("td")) for row in part.iter("tr")]
    assert rows == [
        (
            name,
            f"{chips[name]} chips, {labelled[name]} of them with labels "
            f"({100 * labelled[name] / sum(labelled.values()):.1f} % of all that have some)",
        )
        for name in SETS
    ]
    texts = part.xpath(".//svg[@class='wide']//text/text()")
    assert texts[:3] == [f"Labels in {name}" for name in SETS]
    found = {
        int(texts[place]): [int(each) for each in texts[place + 1 : place + 4]]
        for place in range(3, len(texts), 4)
    }
    assert found == {value: [labels[value, name] for name in SETS] for value in (1, 2, 3)}


def test_the_map_shows_every_block_in_the_colour_of_its_split(made):
    one, folder = made
    part = section((folder / "report.html").read_text("utf-8"), "Map of the blocks")
    shown = {}
    for rect in part.iter("rect"):
        left, top, width, side = (float(rect.get(name)) for name in ("x", "y", "width", "height"))
        for step in range(round(width / side)):
            shown[round(left / side) + step, round(top / side)] = rect.get("fill")
    colors = dict(zip(SETS, ("#{:02x}{:02x}{:02x}".format(*color) for color in COLORS)))
    blocks = split_file(one.path)["blocks"]
    assert shown == {(column, row): colors[name] for name in SETS for column, row in blocks[name]}
    assert len(shown) == (SIZE // BLOCK) ** 2


def test_a_map_of_blocks_far_apart_stays_small():
    text = _map({"train": [[0, 0], [10**12, 5]], "valid": [[7, 10**12]], "test": []}, str)
    assert text.count("<rect") == 3
    assert len(text) < 2000
    assert _map({}, str) == ""


def test_the_report_says_how_many_chips_lie_on_borders(made):
    one, folder = made
    planned = ((SIZE - TILE) // STRIDE + 1) ** 2
    text = (folder / "report.html").read_text("utf-8")
    row = re.search(r"<th>Chips left out, on the border between two splits</th><td>(\d+)</td>", text)
    assert int(row[1]) == planned - one.outputs["CHIP_COUNT"]


def test_the_chip_index_says_split_and_blocks(made):
    one, folder = made
    index = gdal.OpenEx(str(folder / "index.gpkg"))
    layer = index.GetLayer(0)
    fields = layer.GetLayerDefn()
    names = [fields.GetFieldDefn(place).GetName() for place in range(fields.GetFieldCount())]
    assert names[-3:] == ["valid", "split", "block"]
    blocks = {
        (column, row): name for name, its in split_file(one.path)["blocks"].items() for column, row in its
    }
    count, several = 0, 0
    for feature in layer:
        left, right, bottom, top = feature.GetGeometryRef().GetEnvelope()
        cells = {
            (int((x - 288776.0) // (2 * BLOCK)), int((9120760.0 - y) // (2 * BLOCK)))
            for x in (left + 1, right - 1)
            for y in (bottom + 1, top - 1)
        }
        stated = {tuple(map(int, each.split(","))) for each in feature.GetField("block").split(";")}
        assert stated == cells
        assert {blocks[each] for each in cells} == {feature.GetField("split")}
        assert Path(feature.GetField("image")).parts[-3] == feature.GetField("split")
        count, several = count + 1, several + (len(cells) > 1)
    assert count == one.outputs["CHIP_COUNT"]
    assert several > 10


def test_without_a_split_report_and_index_are_as_they_were(tmp_path):
    raster = write_raster(tmp_path / "in.tif", noise(3, 32, 32))
    labels = layer_in_pixels([(rectangle(3, 3, 9, 9), 1)])
    run(tmp_path / "one", IN_RASTER=raster, IN_CLASS_DATA=labels, TILE_SIZE_X=32, TILE_SIZE_Y=32,
        REPORT=tmp_path / "report.html", CHIP_INDEX=tmp_path / "index.gpkg")  # fmt: skip
    text = (tmp_path / "report.html").read_text("utf-8")
    assert "Train, validation" not in text
    assert "border between" not in text
    index = gdal.OpenEx(str(tmp_path / "index.gpkg"))
    assert index.GetLayer(0).FindFieldIndex("split", 0) == -1


def test_the_report_of_a_class_map_counts_pixels(tmp_path):
    one = split_export(tmp_path / "one", scene(tmp_path), METADATA_FORMAT="Classified_Tiles",
                       REPORT=tmp_path / "report.html")  # fmt: skip
    part = section((tmp_path / "report.html").read_text("utf-8"), "Train, validation, test")
    texts = part.xpath(".//svg[@class='wide']//text/text()")
    assert texts[:3] == [f"Labelled pixels in {name}" for name in SETS]
    pixels = {}
    for name, its in sets_of(one.path).items():
        counts = Counter()
        for label in (its.path / "labels").glob("*.tif"):
            counts.update(gdal.Open(str(label)).ReadAsArray().ravel().tolist())
        pixels[name] = counts
    found = {
        int(texts[place]): [int(each) for each in texts[place + 1 : place + 4]]
        for place in range(3, len(texts), 4)
    }
    assert found == {value: [pixels[name][value] for name in SETS] for value in (1, 2, 3)}
