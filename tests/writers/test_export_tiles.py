"""Export_Tiles: chips without labels, as arcgis.learn reads them for image translation."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from label_scenes import contents, refusal
from lxml import html
from qgis.core import QgsProcessingException, QgsVectorLayer
from scenes import (
    METADATA_CHOICES,
    ORIGIN,
    Log,
    limit,
    memory_layer,
    noise,
    on_map,
    pixels_of,
    plain_names,
    read_raster,
    rectangle,
    run,
    write_raster,
)

pytestmark = pytest.mark.usefixtures("qgis_app")

NAME = "Export_Tiles"
TILE, ROWS, COLUMNS = 16, 64, 96
PIXELS = noise(3, ROWS, COLUMNS)
CORNERS = [(row, column) for row in range(0, ROWS, TILE) for column in range(0, COLUMNS, TILE)]
INEXACT = ("esri_accumulated_stats.json", "esri_model_definition.emd")
BLOCKS = {"VALIDATION_PERCENT": 25, "TEST_PERCENT": 25, "SPLIT_BLOCK_SIZE": 2.0 * TILE}


def client_reads(folder: Path) -> dict[str, np.ndarray]:
    """Return the pixels of each chip by the rules of arcgis.learn's reader.

    It takes the files of ``images`` as they are and asks the two JSON files for the format, the size and
    the bands; ``map.txt`` has to name the same files and nothing else.
    """
    model = json.loads((folder / "esri_model_definition.emd").read_text("ascii"))
    stats = json.loads((folder / "esri_accumulated_stats.json").read_text("ascii"))
    assert model["MetaDataMode"] == stats["MetaDataMode"] == NAME
    assert "Classes" not in model
    assert "Classes" not in stats
    assert not (folder / "labels").exists()
    found = {}
    for path in sorted((folder / "images").glob("*.tif")):
        pixels = pixels_of(path)
        assert pixels.shape == (stats["NumBands"], model["ImageHeight"], model["ImageWidth"])
        assert [each["BandName"] for each in model["AllTilesStats"]] == [""] * stats["NumBands"]
        found[path.stem] = pixels
    assert (folder / "map.txt").read_bytes() == b"".join(
        f"images\\{stem}.tif \r\n".encode() for stem in found
    )
    assert stats["NumTiles"] == len(found)
    return found


def scene(folder: Path, **more) -> dict:
    raster = folder / "raster.tif"
    if not raster.exists():
        write_raster(raster, PIXELS)
    sizes = dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y", "STRIDE_X", "STRIDE_Y"), TILE)
    return {"IN_RASTER": raster, "METADATA_FORMAT": NAME, **sizes, **more}


def corner_of(path: Path) -> tuple[int, int]:
    left, cell_x, _, top, _, cell_y = read_raster(path).GetGeoTransform()
    return round((top - ORIGIN[1]) / cell_y), round((left - ORIGIN[0]) / cell_x)


def test_chips_are_the_raster_and_nothing_else(tmp_path):
    log = Log()
    made = run(tmp_path / "set", log, **scene(tmp_path))
    found = client_reads(made.path)
    assert list(found) == [f"{number:09d}" for number in range(len(CORNERS))]
    for pixels, (row, column) in zip(found.values(), CORNERS):
        np.testing.assert_array_equal(pixels, PIXELS[:, row : row + TILE, column : column + TILE])
    assert {Path(name).parts[0] for name in made.names()} == {
        *("images", "map.txt", "stats.txt", "esri_accumulated_stats.json"),
        *("esri_model_definition.emd", "export.json"),
    }
    assert [made.outputs[name] for name in ("CHIP_COUNT", "FEATURE_COUNT", "CLASS_COUNT")] == [24, 0, 0]
    assert log.warnings == []
    assert "Chips written: 24." in log.infos
    assert not [text for text in log.infos if "label" in text.lower() or "Classes" in text]


def test_the_files_of_the_set_count_no_label(tmp_path):
    made = run(tmp_path / "set", **scene(tmp_path))
    assert made.stats() == [
        "images = 24 *3*16*16",
        "",
        "Class feature statistics:",
        "features = 0",
        "features per image = [min = 0, mean = 0.00, max = 0]",
        "classes = 0",
    ]
    nothing = {"Min": 0, "Max": 0, "Mean": 0, "Sum": 0, "Count": 0}
    stats = made.accumulated()
    assert stats["NumClasses"] == 0
    counts = dict.fromkeys(("NumClasses", "NumImagesTotal", "NumFeaturesTotal"), 0)
    lists = {name: [] for name in ("NumImagesPerClass", "NumFeaturesPerClass", "FeatureAreaPerClass")}
    assert stats["FeatureStats"] == {**counts, **lists, "NumFeaturesPerImage": nothing}
    for state, band in zip(stats["BandStatsState"], PIXELS.astype(float)):
        assert (state["Min"], state["Max"], state["Num"]) == (band.min(), band.max(), band.size)
        assert state["M1"] == pytest.approx(band.mean(), rel=1e-12)
        assert state["M2"] == pytest.approx(((band - band.mean()) ** 2).sum(), rel=1e-10)


OF_LABELS = {
    "CLASS_VALUE_FIELD": "kind",
    "BUFFER_RADIUS": 3.0,
    "EMPTY_CHIPS_PERCENT": 5,
    "MIN_POLYGON_OVERLAP_RATIO": 0.5,
    "MIN_OBJECT_SIZE": 2.0,
    "SELECTED_ONLY": True,
}


def test_what_is_given_of_labels_is_not_used_and_said(tmp_path):
    labels = memory_layer([(on_map(rectangle(2, 2, 9, 9)), {"kind": 3})], {"kind": int})
    log = Log()
    plain = run(tmp_path / "plain", **scene(tmp_path))
    made = run(tmp_path / "set", log, **scene(tmp_path, IN_CLASS_DATA=labels, **OF_LABELS))
    ours = {name: data for name, data in contents(made.path).items() if name != "export.json"}
    assert ours == {name: data for name, data in contents(plain.path).items() if name != "export.json"}
    assert log.warnings == [
        f"{name}: Export_Tiles writes no labels and takes no notice of it."
        for name in ("IN_CLASS_DATA", "CLASS_VALUE_FIELD", "BUFFER_RADIUS", *list(OF_LABELS)[2:])
    ]
    for folder in (plain, made):
        (entry,) = json.loads((folder.path / "export.json").read_text("ascii"))["exports"]
        assert not entry["parameters"].keys() & {"IN_CLASS_DATA", "CLASS_VALUE_FIELD", "EMPTY_CHIPS_PERCENT"}


@pytest.mark.parametrize("name", [name for name in METADATA_CHOICES if name not in (NAME, "CycleGAN")])
def test_other_formats_need_class_data(tmp_path, name):
    with pytest.raises(QgsProcessingException) as refused:
        run(tmp_path / "set", **scene(tmp_path, METADATA_FORMAT=name))
    assert f"IN_CLASS_DATA: no class data are given, which {name} needs." in plain_names(str(refused.value))
    assert not (tmp_path / "set").exists()


def test_chips_with_labels_alone_are_refused(tmp_path):
    given = scene(tmp_path, OUTPUT_NOFEATURE_TILES="ONLY_TILES_WITH_FEATURES")
    said = refusal(tmp_path / "set", given.pop("IN_RASTER"), None, **given)
    assert said == (
        "OUTPUT_NOFEATURE_TILES: Export_Tiles writes no labels, so no chip would show one; choose ALL_TILES."
    )


@pytest.mark.parametrize("split", [{}, BLOCKS], ids=["one set", "split"])
def test_two_halves_equal_one_run(tmp_path, split):
    whole = run(tmp_path / "whole", **scene(tmp_path, **split))
    start = 0
    for top in (0, ROWS // 2):
        sides = (ORIGIN[0], ORIGIN[0] + 2 * COLUMNS, ORIGIN[1] - 2 * (top + ROWS // 2), ORIGIN[1] - 2 * top)
        extent = ",".join(map(str, sides)) + " [EPSG:31985]"
        half = run(tmp_path / "halves", **scene(tmp_path, EXTENT=extent, START_INDEX=start, **split))
        start += half.outputs["CHIP_COUNT"]
    if split:
        names = ("train", "valid", "test")
        assert start == sum(len(client_reads(tmp_path / "halves" / each)) for each in names)
        return
    mine, its = contents(whole.path), contents(half.path)
    assert [name for name in mine if mine[name] != its[name]] in (
        ["export.json"],  # which tells two exports
        [*sorted(INEXACT), "export.json"],  # whose sums may differ in their last bits
    )
    stats, halves = (each.accumulated()["BandStatsState"] for each in (whole, half))
    assert halves == [
        {name: pytest.approx(value, rel=1e-12) for name, value in each.items()} for each in stats
    ]


@pytest.mark.parametrize("at", [1.0, 30.0, 60.0, 99.0])
def test_it_is_resumed(tmp_path, monkeypatch, at):
    limit(monkeypatch, batch_bytes=1, commit_seconds=0.0, commit_share=0.0)
    whole = run(tmp_path / "whole", **scene(tmp_path))
    run(tmp_path / "set", Log(cancel_at=at), **scene(tmp_path))
    assert "unfinished_export.journal" in contents(tmp_path / "set")
    run(tmp_path / "set", **scene(tmp_path))
    mine, its = contents(whole.path), contents(tmp_path / "set")
    assert {name: data for name, data in mine.items() if name != "export.json"} == {
        name: data for name, data in its.items() if name != "export.json"
    }


def test_a_split_by_blocks_shares_out_chips(tmp_path):
    log = Log()
    made = run(tmp_path / "set", log, **scene(tmp_path, **BLOCKS))
    document = json.loads((made.path / "split.json").read_text("utf-8"))
    found = Counter()
    for name in ("train", "valid", "test"):
        chips = client_reads(made.path / name)
        for stem in chips:
            row, column = corner_of(made.path / name / "images" / f"{stem}.tif")
            assert [column // TILE, row // TILE] in document["blocks"][name]
            np.testing.assert_array_equal(chips[stem], PIXELS[:, row : row + TILE, column : column + TILE])
        found[name] = len(chips)
    assert found == {"train": 12, "valid": 6, "test": 6}
    said = "Split: chips are 50.0 % for training, 25.0 % for validation, 25.0 % for the test; "
    assert f"{said}0 of them lie on borders between splits and are not written." in log.infos
    assert "Chips in valid: 6." in log.infos
    assert log.warnings == []


def test_few_blocks_are_said(tmp_path):
    log = Log()
    run(tmp_path / "set", log, **scene(tmp_path, **{**BLOCKS, "SPLIT_BLOCK_SIZE": 2.0 * 48}))
    assert log.warnings[0] == (
        "SPLIT_BLOCK_SIZE: there are only 4 blocks of 96 map units, too few to share out all kinds of ground "
        "alike; smaller blocks or a larger area give more."
    )


def test_polygons_choose_chips_and_sets(tmp_path):
    polygons = [
        (on_map(rectangle(0, 0, 48, ROWS)), {"split": "train"}),
        (on_map(rectangle(48, 0, COLUMNS, 32)), {"split": "valid"}),
    ]
    split = memory_layer(polygons, {"split": str})
    made = run(tmp_path / "split", **scene(tmp_path, SPLIT_POLYGONS=split))
    assert [len(client_reads(made.path / name)) for name in ("train", "valid")] == [12, 6]
    mask = memory_layer([(on_map(rectangle(10, 10, 90, 60)), {})])
    inside = run(tmp_path / "inside", **scene(tmp_path, IN_MASK_POLYGONS=mask))
    assert len(client_reads(inside.path)) == 4 * 2
    given = scene(tmp_path, IN_MASK_POLYGONS=mask, MASK_MODE="BLACKEN_OUTSIDE")
    filled = client_reads(run(tmp_path / "filled", **given).path)
    expected = PIXELS.copy()
    expected[:, :10], expected[:, 60:], expected[:, :, :10], expected[:, :, 90:] = 0, 0, 0, 0
    assert len(filled) == 24
    for pixels, (row, column) in zip(filled.values(), CORNERS):
        np.testing.assert_array_equal(pixels, expected[:, row : row + TILE, column : column + TILE])


@pytest.mark.parametrize("split", [{}, BLOCKS], ids=["one set", "split"])
def test_report_and_index_show_chips_without_speaking_of_labels(tmp_path, split):
    given = {"REPORT": str(tmp_path / "r.html"), "CHIP_INDEX": str(tmp_path / "i.gpkg")}
    plan = run(tmp_path / "set", **scene(tmp_path, **split, **given), PLAN_ONLY=True)
    assert plan.outputs["CHIP_COUNT"] == 24
    run(tmp_path / "set", **scene(tmp_path, **split), **given)
    rows = list(QgsVectorLayer(given["CHIP_INDEX"], "index", "ogr").getFeatures())
    assert [row["objects"] for row in rows] == [0] * 24
    page = html.parse(given["REPORT"])
    assert page.xpath("//div[@class='numbers']/div/b/text()") == ["24"]
    titles = page.xpath("//h2/text()")
    expected = ["Train, validation, test", "Map of the blocks"] if split else []
    expected += ["Pictures of the chips", "The training set", "Parameters", "The same in Python"]
    assert [each for each in titles if each != "Worth a look"] == expected
    captions = page.xpath("//figcaption/text()")
    assert len(captions) == 24
    assert set(captions) == {f"{number:09d}" for number in range(24)}
    if split:
        assert "6 chips (25.0 % of all)" in page.getroot().text_content()


def test_it_is_replayed_from_export_json(tmp_path):
    made = run(tmp_path / "set", **scene(tmp_path, DATASET_DESCRIPTION=True))
    (entry,) = json.loads((made.path / "export.json").read_text("ascii"))["exports"]
    again = run(tmp_path / "again", **entry["parameters"])
    mine, its = contents(made.path), contents(again.path)
    assert {name for name in mine if mine[name] != its[name]} <= {"export.json", "croissant.json"}
    described = json.loads(mine["croissant.json"])
    assert [each["@id"] for each in described["distribution"]] == ["image-files"]
    assert [each["@id"] for each in described["recordSet"]] == ["chips"]


def test_the_same_chips_are_not_added_twice(tmp_path):
    run(tmp_path / "set", **scene(tmp_path))
    with pytest.raises(QgsProcessingException, match="already"):
        run(tmp_path / "set", **scene(tmp_path, START_INDEX=24))
    labels = memory_layer([(on_map(rectangle(2, 2, 9, 9)), {})])
    given = scene(tmp_path, METADATA_FORMAT="RCNN_Masks", START_INDEX=24)
    assert refusal(tmp_path / "set", given.pop("IN_RASTER"), labels, **given) == (
        "METADATA_FORMAT: the export that OUT_FOLDER holds was made with Export_Tiles, not RCNN_Masks; "
        "use the same, or choose another folder."
    )
