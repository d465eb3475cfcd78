"""SPLIT_POLYGONS: polygons decide which chips are train, valid and test."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from label_scenes import contents, layer_in_pixels, refusal
from leak_check import shared_share
from osgeo import ogr
from qgis.core import QgsProcessingException
from scenes import ORIGIN, copy_of, limit, memory_layer, on_map, rectangle, spatial_reference, write_polygons
from split_scenes import SETS, SIZE, STRIDE, TILE, corners_of, scene, sets_of, shapes, split_export

pytestmark = pytest.mark.usefixtures("qgis_app")

NO_SHARES = {"VALIDATION_PERCENT": 0, "TEST_PERCENT": 0, "SPLIT_BLOCK_SIZE": None}
CIRCLE = ogr.CreateGeometryFromWkt("POINT(41.3 109.6)").Buffer(30, 20).ExportToWkt()
POLYGONS = [
    ("train", rectangle(0, 0, 70, 70)),
    ("train", rectangle(70, 0, 100, 50)),  # chips across the border of both lie in train
    ("valid", CIRCLE),
    ("test", "POLYGON((100 60,160 60,160 160,90 160,100 60),(120 100,130 100,130 110,120 110,120 100))"),
    ("valid", rectangle(140, 40, 160, 70)),  # overlaps test
]


@pytest.fixture(scope="module")
def raster(tmp_path_factory) -> Path:
    return scene(tmp_path_factory.mktemp("scene"))


def layer(polygons=POLYGONS, crs=None):
    features = [(on_map(wkt), {"split": split}) for split, wkt in polygons]
    return memory_layer(features, {"split": str})


def polygon_export(folder: Path, raster: Path, polygons=None, **given):
    return split_export(folder, raster, **{**NO_SHARES, "SPLIT_POLYGONS": polygons or layer(), **given})


def expected() -> dict[tuple[int, int], str]:
    """Return the split of each chip, by its place in the scene, as GEOS says of each."""
    unions = {}
    for split, wkt in POLYGONS:
        geometry = ogr.CreateGeometryFromWkt(wkt)
        unions[split] = unions[split].Union(geometry) if split in unions else geometry
    found = {}
    for row in range(0, SIZE - TILE + 1, STRIDE):
        for column in range(0, SIZE - TILE + 1, STRIDE):
            tile = ogr.CreateGeometryFromWkt(rectangle(column, row, column + TILE, row + TILE))
            inner = ogr.CreateGeometryFromWkt(
                rectangle(column + 0.02, row + 0.02, column + TILE - 0.02, row + TILE - 0.02)
            )
            held = [name for name, its in unions.items() if its.Contains(inner)]
            met = [name for name, its in unions.items() if its.Intersects(inner)]
            found[row, column] = held[0] if held == met and held else "border" if met else "outside"
            assert not held or tile.Intersection(unions[held[0]]).Area() > TILE**2 - 0.1
    return found


def places(folder: Path) -> dict[tuple[int, int], str]:
    """Return the split of each chip that was written, by its place in the scene."""
    first = round(ORIGIN[1] / 2), round(ORIGIN[0] / 2)
    return {
        (row + first[0], column - first[1]): name
        for name in SETS
        for row, column in corners_of(folder / name)
    }


def test_chips_are_in_the_split_that_holds_their_tile(raster, tmp_path):
    one = polygon_export(tmp_path / "one", raster)
    splits = expected()
    assert places(one.path) == {place: split for place, split in splits.items() if split in SETS}
    assert {"train", "valid", "test", "border", "outside"} == set(splits.values())
    counts = {name: list(splits.values()).count(name) for name in ("border", "outside")}
    assert f"Chips left out because they lie outside SPLIT_POLYGONS: {counts['outside']}." in one.log.infos
    assert (
        f"Chips left out because they lie in no split with their whole tile: {counts['border']}."
        in one.log.infos
    )
    corners = {name: corners_of(one.path / name) for name in SETS}
    for name in SETS:
        others = [corner for other in SETS if other != name for corner in corners[other]]
        assert shared_share(corners[name], others, TILE) == 0.0
    for name, its in sets_of(one.path).items():
        boxes = its.all_boxes()
        empty, labels = sum(not each for each in boxes), sum(map(len, boxes))
        assert (
            f"Chips in {name}: {len(boxes)}, {empty} of them without labels. Labels: {labels}."
            in one.log.infos
        )


@pytest.mark.parametrize("batch_bytes", [1, 3 * TILE * SIZE])
def test_any_size_of_batches_gives_the_same_bytes(raster, tmp_path, monkeypatch, batch_bytes):
    expected_bytes = contents(polygon_export(tmp_path / "one", raster).path)
    limit(monkeypatch, batch_bytes=batch_bytes)
    assert contents(polygon_export(tmp_path / "two", raster).path) == expected_bytes


def test_polygons_of_another_crs_give_the_same_chips(raster, tmp_path):
    """Drawn one pixel larger, so that no border lies on a chip's."""
    wkts = [("train", rectangle(-1, -1, 71, 71)), ("valid", rectangle(79, 79, 161, 161))]
    moved = []
    way = ogr.osr.CoordinateTransformation(spatial_reference("EPSG:31985"), spatial_reference("EPSG:4326"))
    for split, wkt in wkts:
        geometry = ogr.CreateGeometryFromWkt(on_map(wkt))
        geometry.Transform(way)
        moved.append((geometry.ExportToWkt(), {"split": split}))
    one = polygon_export(tmp_path / "one", raster, layer(wkts))
    two = polygon_export(tmp_path / "two", raster, memory_layer(moved, {"split": str}, crs="EPSG:4326"))
    assert places(one.path) == places(two.path)
    assert len(places(one.path)) == 7 * 7 + 9 * 9


@pytest.mark.parametrize(("gap", "missing"), [(0.009, set()), (0.05, {8, 16})])
def test_a_gap_below_a_hundredth_of_a_pixel_is_none(raster, tmp_path, gap, missing):
    """Two polygons that leave a crack between them, in the middle of two chips."""
    polygons = [("train", rectangle(0, 0, 20, 16)), ("train", rectangle(20 + gap, 0, 132, 16))]
    one = polygon_export(tmp_path / "one", raster, layer(polygons))
    assert set(places(one.path)) == {(0, column) for column in range(0, 113, 8) if column not in missing}


def test_the_split_file_knows_the_polygons_again(raster, tmp_path):
    path = write_polygons(
        tmp_path / "split.gpkg", [(on_map(wkt), {"split": split}) for split, wkt in POLYGONS], {"split": str}
    )
    one = polygon_export(tmp_path / "one", raster, path)
    document = json.loads((one.path / "split.json").read_text("utf-8"))
    assert sorted(document) == ["crs", "polygons", "sha256"]
    free = one.outputs["CHIP_COUNT"]
    before = contents(one.path)
    more = polygon_export(one.path, copy_of(raster), path, START_INDEX=free)
    assert more.outputs["CHIP_COUNT"] == free
    assert contents(one.path)["split.json"] == before["split.json"]
    others = [*POLYGONS[:-1], ("train", POLYGONS[-1][1])]
    for given, sentence in (
        ({"SPLIT_POLYGONS": layer(others)}, "does not hold the polygons that the export in OUT_FOLDER was"),
        ({"VALIDATION_PERCENT": 20}, "was split by blocks, and this one by polygons, or the other way round"),
        ({}, "holds an export that is split into train, valid and test"),
    ):
        parameters = {"CLASS_VALUE_FIELD": "kind", **NO_SHARES, "START_INDEX": 2 * free, **given}
        labels = layer_in_pixels(shapes())
        assert sentence in refusal(one.path, raster, labels, tile=TILE, stride=STRIDE, **parameters)


def test_a_class_that_a_split_lacks_is_warned_of(raster, tmp_path):
    labels = layer_in_pixels([(rectangle(5, 5, 9, 9), 1), (rectangle(30, 100, 40, 110), 2)])
    one = polygon_export(tmp_path / "one", raster, labels=labels)
    lacking = [warning for warning in one.log.warnings if "classes that others have" in warning]
    assert lacking == [
        "train has no label of classes that others have: 2 (2).",
        "valid has no label of classes that others have: 1 (1).",
        "test has no label of classes that others have: 1 (1), 2 (2).",
    ]


def test_report_and_index_know_the_splits(raster, tmp_path):
    one = polygon_export(tmp_path / "one", raster, REPORT=tmp_path / "r.html", CHIP_INDEX=tmp_path / "i.gpkg")
    text = (tmp_path / "r.html").read_text("utf-8")
    assert "<h2>Train, validation, test</h2>" in text
    assert "Map of the blocks" not in text
    outside = list(expected().values()).count("outside")
    assert f"<th>Chips left out, outside SPLIT_POLYGONS</th><td>{outside}</td>" in text
    index = ogr.Open(str(tmp_path / "i.gpkg"))
    rows = [(each.GetField("split"), each.GetField("block") or "") for each in index.GetLayer(0)]
    assert sorted({split for split, _ in rows}) == sorted(SETS)
    assert {block for _, block in rows} == {""}
    assert len(rows) == one.outputs["CHIP_COUNT"]


def test_a_quota_of_empty_chips_goes_for_train_alone(raster, tmp_path):
    one = polygon_export(tmp_path / "one", raster)
    two = polygon_export(tmp_path / "two", raster, EMPTY_CHIPS_PERCENT=10)
    for name in SETS[1:]:
        assert corners_of(one.path / name) == corners_of(two.path / name)
    train = sets_of(two.path)["train"].all_boxes()
    labelled = sum(map(bool, train))
    assert labelled == sum(map(bool, sets_of(one.path)["train"].all_boxes()))
    assert len(train) - labelled == labelled * 10 // 100


def test_an_interrupted_export_is_refused_where_the_polygons_have_changed(raster, tmp_path, monkeypatch):
    from scenes import Log

    limit(monkeypatch, batch_bytes=3 * TILE * SIZE, commit_seconds=0.0)
    path = write_polygons(
        tmp_path / "split.gpkg", [(on_map(wkt), {"split": split}) for split, wkt in POLYGONS], {"split": str}
    )
    labels = write_polygons(
        tmp_path / "l.gpkg", [(on_map(wkt), {"kind": value}) for wkt, value in shapes()], {"kind": int}
    )
    polygon_export(tmp_path / "one", raster, path, labels=labels, log=Log(cancel_at=50.0))
    data = ogr.Open(str(path), 1)
    first = data.GetLayer(0).GetNextFeature()
    first.SetField("split", "valid")
    data.GetLayer(0).SetFeature(first)
    del first, data
    with pytest.raises(QgsProcessingException, match="SPLIT_POLYGONS"):
        polygon_export(tmp_path / "one", raster, path, labels=labels)


NO_FIELD = (
    "SPLIT_POLYGONS: labels has no text field split, which says train, valid or test; its fields are {}."
)
NO_SPLIT = (
    "SPLIT_POLYGONS: the field split of feature 1 of labels holds {}, not train, valid or test; correct it."
)
NO_LAYER = (
    "SPLIT_POLYGONS: nowhere.gpkg is not a vector layer that QGIS can open; choose a layer of polygons."
)


def bad(fields, features) -> object:
    return memory_layer([(on_map(rectangle(0, 0, 90, 90)), each) for each in features], fields)


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (lambda: bad({"name": str}, [{}]), NO_FIELD.format("name")),
        (lambda: bad({"split": int}, [{"split": 1}]), NO_FIELD.format("split")),
        (lambda: bad({"split": str}, [{"split": "val"}]), NO_SPLIT.format("val")),
        (lambda: bad({"split": str}, [{"split": None}]), NO_SPLIT.format("nothing")),
        (lambda: bad({"split": str}, []), "SPLIT_POLYGONS: labels has no features."),
        (lambda: memory_layer([("POINT(0 0)", {"split": "train"})], {"split": str}, kind="Point"),
         "SPLIT_POLYGONS: labels is not a layer of polygons; choose one."),
        (lambda: "nowhere.gpkg", NO_LAYER),
    ],
)  # fmt: skip
def test_what_is_no_split_is_refused(raster, tmp_path, made, sentence):
    labels = layer_in_pixels(shapes())
    given = {"CLASS_VALUE_FIELD": "kind", "SPLIT_POLYGONS": made()}
    said = refusal(tmp_path / "one", raster, labels, tile=TILE, stride=STRIDE, **given)
    assert said.endswith(sentence)
    assert not (tmp_path / "one").exists()


def test_polygons_and_shares_are_refused_together(raster, tmp_path):
    labels = layer_in_pixels(shapes())
    for given in ({"VALIDATION_PERCENT": 10}, {"SPLIT_BLOCK_SIZE": 64.0}):
        said = refusal(tmp_path / "one", raster, labels, tile=TILE, SPLIT_POLYGONS=layer(), **given)
        assert said.endswith(
            "SPLIT_POLYGONS: polygons decide on the split, not shares; set VALIDATION_PERCENT and "
            "TEST_PERCENT to 0, and leave SPLIT_BLOCK_SIZE empty."
        )


def test_polygons_without_a_chip_are_refused(raster, tmp_path):
    labels = layer_in_pixels(shapes())
    given = {"CLASS_VALUE_FIELD": "kind", "SPLIT_POLYGONS": layer([("train", rectangle(1, 1, 9, 9))])}
    said = refusal(tmp_path / "one", raster, labels, tile=TILE, stride=STRIDE, **given)
    assert "No chip was written: 357 outside SPLIT_POLYGONS, 4 on borders between splits" in said
    assert not (tmp_path / "one").exists()
