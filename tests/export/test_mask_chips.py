"""IN_MASK_POLYGONS: only chips whose whole tile lies in the area whose labels are complete."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from label_scenes import contents, export, layer_in_pixels, refusal
from osgeo import ogr
from qgis.core import QgsProcessingException
from scenes import (
    ORIGIN,
    Log,
    limit,
    memory_layer,
    noise,
    on_map,
    rectangle,
    spatial_reference,
    write_polygons,
    write_raster,
)
from split_scenes import SETS, SIZE, STRIDE, TILE, corners_of, scene, shapes, split_export, split_file

pytestmark = pytest.mark.usefixtures("qgis_app")

CIRCLE = ogr.CreateGeometryFromWkt("POINT(41.3 109.6)").Buffer(40, 20).ExportToWkt()
POLYGONS = [
    rectangle(0, 0, 70, 70),
    rectangle(70, 0, 100, 50),  # chips across the border of both lie within
    CIRCLE,
    "POLYGON((100 60,160 60,160 160,90 160,100 60),(120 100,130 100,130 110,120 110,120 100))",
]
BOW_TIE = "POLYGON((0 0,80 0,0 80,80 80,0 0))"
PLACES = [(row, column) for row in range(0, 145, STRIDE) for column in range(0, 145, STRIDE)]


@pytest.fixture(scope="module")
def raster(tmp_path_factory) -> Path:
    return scene(tmp_path_factory.mktemp("scene"))


def layer(polygons=POLYGONS):
    return memory_layer([(on_map(wkt), {}) for wkt in polygons])


def masked(folder: Path, raster: Path, **given):
    """Export without a split unless shares are given."""
    none = {"VALIDATION_PERCENT": 0, "TEST_PERCENT": 0, "SPLIT_BLOCK_SIZE": None}
    return split_export(folder, raster, **{**none, "IN_MASK_POLYGONS": layer(), **given})


def union_of(polygons=POLYGONS) -> ogr.Geometry:
    found = ogr.Geometry(ogr.wkbMultiPolygon)
    for wkt in polygons:
        found = found.Union(ogr.CreateGeometryFromWkt(wkt))
    return found


def how_each_lies(union: ogr.Geometry) -> dict[tuple[int, int], str]:
    """Return of each chip, by its first pixel, how GEOS says that it lies to the polygons."""
    found = {}
    for row, column in PLACES:
        sides = (column + 0.02, row + 0.02, column + TILE - 0.02, row + TILE - 0.02)
        tile = ogr.CreateGeometryFromWkt(rectangle(*sides))
        found[row, column] = (
            "inside" if union.Contains(tile) else "cut" if union.Intersects(tile) else "outside"
        )
    return found


def inside(union: ogr.Geometry) -> list[tuple[int, int]]:
    return [place for place, lies in how_each_lies(union).items() if lies == "inside"]


def places(folder: Path) -> list[tuple[int, int]]:
    """Return row and column of the first pixel of each chip that was written, in the scene."""
    top, left = round(ORIGIN[1] / 2), round(ORIGIN[0] / 2)
    return [(row + top, column - left) for row, column in corners_of(folder)]


def test_only_chips_within_the_polygons_are_written(raster, tmp_path):
    one = masked(tmp_path / "one", raster, REPORT=tmp_path / "r.html")
    lies = how_each_lies(union_of())
    assert places(one.path) == inside(union_of())
    counts = {name: list(lies.values()).count(name) for name in ("inside", "cut", "outside")}
    assert min(counts.values()) > 10
    assert f"Chips that lie within IN_MASK_POLYGONS: {counts['inside']} of {len(PLACES)}." in one.log.infos
    outside = f"Chips left out because they lie outside IN_MASK_POLYGONS: {counts['outside']}."
    cut = f"Chips left out because IN_MASK_POLYGONS do not hold their whole tile: {counts['cut']}."
    assert {outside, cut} <= set(one.log.infos)
    (entry,) = json.loads((one.path / "export.json").read_text("utf-8"))["exports"]
    assert entry["counts"]["chips_left_out"] == {
        "not whole within IN_MASK_POLYGONS": counts["cut"],
        "outside IN_MASK_POLYGONS": counts["outside"],
    }
    report = (tmp_path / "r.html").read_text("utf-8")
    assert f"<th>Chips left out, outside IN_MASK_POLYGONS</th><td>{counts['outside']}</td>" in report
    assert f"<th>Chips left out, not whole within IN_MASK_POLYGONS</th><td>{counts['cut']}</td>" in report


def test_chips_are_those_of_an_export_without_a_mask(raster, tmp_path):
    """Pixels, labels and order: only numbers differ."""
    one, every = masked(tmp_path / "one", raster), masked(tmp_path / "all", raster, IN_MASK_POLYGONS=None)
    numbers = [places(every.path).index(place) for place in places(one.path)]
    stems, mine = every.stems(), one.stems()
    assert mine == [f"{number:09d}" for number in range(len(mine))]
    for stem, number in zip(mine, numbers):
        assert one.image(stem).read_bytes() == every.image(stems[number]).read_bytes()
        assert one.boxes(stem) == every.boxes(stems[number])


@pytest.mark.parametrize("batch_bytes", [1, 3 * TILE * SIZE])
def test_any_size_of_batches_gives_the_same_bytes(raster, tmp_path, monkeypatch, batch_bytes):
    expected_bytes = contents(masked(tmp_path / "one", raster).path)
    limit(monkeypatch, batch_bytes=batch_bytes)
    assert contents(masked(tmp_path / "two", raster).path) == expected_bytes


@pytest.mark.parametrize(("gap", "missing"), [(0.009, set()), (0.05, {8, 16})])
def test_a_gap_below_a_hundredth_of_a_pixel_is_none(raster, tmp_path, gap, missing):
    polygons = [rectangle(0, 0, 20, 16), rectangle(20 + gap, 0, 132, 16)]
    one = masked(tmp_path / "one", raster, IN_MASK_POLYGONS=layer(polygons))
    assert set(places(one.path)) == {(0, column) for column in range(0, 113, 8) if column not in missing}


@pytest.mark.parametrize(("short", "last"), [(0.009, 112), (0.03, 104)])
def test_a_tile_may_reach_beyond_by_a_hundredth_of_a_pixel(raster, tmp_path, short, last):
    polygons = layer([rectangle(0, 0, 128 - short, 16)])
    one = masked(tmp_path / "one", raster, IN_MASK_POLYGONS=polygons)
    assert places(one.path)[-1] == (0, last)


def test_polygons_of_another_crs_give_the_same_chips(raster, tmp_path):
    """Drawn one pixel larger, so that no border lies on a chip's."""
    wkts, moved = [rectangle(-1, -1, 71, 71), rectangle(79, 79, 161, 161)], []
    way = ogr.osr.CoordinateTransformation(spatial_reference("EPSG:31985"), spatial_reference("EPSG:4326"))
    for wkt in wkts:
        geometry = ogr.CreateGeometryFromWkt(on_map(wkt))
        geometry.Transform(way)
        moved.append((geometry.ExportToWkt(), {}))
    one = masked(tmp_path / "one", raster, IN_MASK_POLYGONS=layer(wkts))
    two = masked(tmp_path / "two", raster, IN_MASK_POLYGONS=memory_layer(moved, crs="EPSG:4326"))
    assert places(one.path) == places(two.path) == inside(union_of(wkts))
    assert len(places(one.path)) == 7 * 7 + 9 * 9


def test_an_invalid_polygon_is_repaired_as_labels_are(raster, tmp_path):
    one = masked(tmp_path / "one", raster, IN_MASK_POLYGONS=layer([BOW_TIE]))
    union = ogr.CreateGeometryFromWkt("MULTIPOLYGON(((0 0,80 0,40 40,0 0)),((40 40,80 80,0 80,40 40)))")
    assert places(one.path) == inside(union) != []
    sentence = "IN_MASK_POLYGONS: features of labels whose invalid geometry was repaired: 1."
    assert sentence in one.log.warnings


def test_a_mask_goes_with_blocks_and_quota(raster, tmp_path):
    """What labels decide on is decided by the labels of chips within the polygons alone."""
    shares = {"VALIDATION_PERCENT": 20, "TEST_PERCENT": 20, "SPLIT_BLOCK_SIZE": 64.0}
    one = masked(tmp_path / "one", raster, EMPTY_CHIPS_PERCENT=10, **shares)
    within = set(inside(union_of()))
    found = {name: set(places(one.path / name)) for name in SETS}
    assert all(its and its <= within for its in found.values())
    assert [sum(place in its for its in found.values()) for place in within].count(2) == 0
    every = masked(tmp_path / "all", raster)
    labelled = {place for place, stem in zip(places(every.path), every.stems()) if every.boxes(stem)}
    (said,) = [text for text in one.log.infos if text.startswith("Chips with labels: ")]
    assert said == f"Chips with labels: {len(labelled)}; without: {len(within) - len(labelled)}."
    blocks = {tuple(block): name for name, its in split_file(one.path)["blocks"].items() for block in its}
    origin = split_file(one.path)["origin"]
    assert origin == list(ORIGIN)
    for name, its in found.items():
        for row, column in its:
            corners = {(x // 32, y // 32) for x in (column, column + 15) for y in (row, row + 15)}
            assert {blocks[corner] for corner in corners} == {name}
    train = found["train"]
    with_labels = len(train & labelled)
    assert len(train) - with_labels == with_labels * 10 // 100
    border = [text for text in one.log.infos if "on the border between two splits" in text]
    written = sum(map(len, found.values()))
    quota = [text for text in one.log.infos if "because EMPTY_CHIPS_PERCENT limits" in text]
    counts = [int(text.split(": ")[1].rstrip(".")) for text in (*border, *quota)]
    assert written + sum(counts) == len(within)


def test_a_mask_goes_with_polygons_that_split(raster, tmp_path):
    features = [(on_map(rectangle(0, 0, 60, 160)), {"split": "train"})]
    features.append((on_map(rectangle(60, 0, 160, 160)), {"split": "valid"}))
    given = {"SPLIT_POLYGONS": memory_layer(features, {"split": str})}
    one = masked(tmp_path / "one", raster, **given)
    within = inside(union_of())
    assert set(places(one.path / "train")) == {each for each in within if each[1] + TILE <= 60}
    assert set(places(one.path / "valid")) == {each for each in within if each[1] >= 60}
    across = sum(60 - TILE < column < 60 for _, column in within)
    assert f"Chips left out because they lie in no split with their whole tile: {across}." in one.log.infos


def test_a_mask_goes_with_only_tiles_with_features_and_extent(raster, tmp_path):
    left, right = ORIGIN[0] + 2.0 * 16, ORIGIN[0] + 2.0 * 144
    extent = f"{left},{right},{ORIGIN[1] - 2.0 * 144},{ORIGIN[1] - 2.0 * 16}"
    one = masked(tmp_path / "one", raster, EXTENT=extent, OUTPUT_NOFEATURE_TILES="ONLY_TILES_WITH_FEATURES")
    every = masked(tmp_path / "all", raster, IN_MASK_POLYGONS=None)
    labelled = {place for place, stem in zip(places(every.path), every.stems()) if every.boxes(stem)}
    wanted = [
        each
        for each in inside(union_of())
        if each in labelled and all(16 <= side <= 144 - TILE for side in each)
    ]
    assert places(one.path) == wanted != []


@pytest.mark.parametrize("metadata", ["Classified_Tiles", "KITTI_rectangles"])
def test_a_mask_goes_with_a_class_raster(tmp_path, raster, metadata):
    values = noise(1, SIZE, SIZE) % 4
    labels = write_raster(tmp_path / "classes.tif", values)
    given = {"IN_MASK_POLYGONS": layer(), "METADATA_FORMAT": metadata}
    one = export(tmp_path / "one", raster, labels, TILE, STRIDE, **given)
    assert places(one.path) == inside(union_of())
    pixels = sum(
        np.bincount(values[0, row : row + TILE, column : column + TILE].ravel(), minlength=4)
        for row, column in inside(union_of())
    )
    rows = [line.split() for line in one.stats() if line[:1] in "123" and len(line.split()) == 7]
    assert [(int(row[1]), int(row[3])) for row in rows] == list(enumerate(pixels.tolist()))[1:]


def test_chips_are_added_to_a_folder(raster, tmp_path):
    one = masked(tmp_path / "one", raster, IN_MASK_POLYGONS=layer(POLYGONS[:2]))
    first = one.outputs["CHIP_COUNT"]
    two = masked(one.path, raster, IN_MASK_POLYGONS=layer(POLYGONS[2:]), START_INDEX=first)
    assert places(two.path) == [*inside(union_of(POLYGONS[:2])), *inside(union_of(POLYGONS[2:]))]


def test_an_interrupted_export_goes_on_and_knows_its_polygons(raster, tmp_path, monkeypatch):
    limit(monkeypatch, batch_bytes=3 * TILE * SIZE, commit_seconds=0.0)
    path = write_polygons(tmp_path / "mask.gpkg", [(on_map(wkt), {}) for wkt in POLYGONS])
    other = write_polygons(tmp_path / "other.gpkg", [(on_map(wkt), {}) for wkt in POLYGONS[1:]])
    features = [(on_map(wkt), {"kind": value}) for wkt, value in shapes()]
    labels = write_polygons(tmp_path / "l.gpkg", features, {"kind": int})
    given = {"labels": labels, "IN_MASK_POLYGONS": path}
    expected = contents(masked(tmp_path / "whole", raster, **given).path)
    masked(tmp_path / "one", raster, **given, log=Log(cancel_at=50.0))
    with pytest.raises(QgsProcessingException, match="IN_MASK_POLYGONS"):
        masked(tmp_path / "one", raster, labels=labels, IN_MASK_POLYGONS=other)
    with pytest.raises(QgsProcessingException, match="IN_MASK_POLYGONS"):
        masked(tmp_path / "one", raster, labels=labels, IN_MASK_POLYGONS=None)
    resumed = masked(tmp_path / "one", raster, **given)
    assert any("going on at chip" in text for text in resumed.log.infos)
    assert contents(resumed.path) == expected


def test_an_interrupted_export_is_refused_where_the_polygons_have_changed(raster, tmp_path, monkeypatch):
    limit(monkeypatch, batch_bytes=3 * TILE * SIZE, commit_seconds=0.0)
    path = write_polygons(tmp_path / "mask.gpkg", [(on_map(wkt), {}) for wkt in POLYGONS])
    features = [(on_map(wkt), {"kind": value}) for wkt, value in shapes()]
    labels = write_polygons(tmp_path / "l.gpkg", features, {"kind": int})
    masked(tmp_path / "one", raster, IN_MASK_POLYGONS=path, labels=labels, log=Log(cancel_at=50.0))
    data = ogr.Open(str(path), 1)
    data.GetLayer(0).DeleteFeature(1)
    del data
    with pytest.raises(QgsProcessingException, match="IN_MASK_POLYGONS"):
        masked(tmp_path / "one", raster, IN_MASK_POLYGONS=path, labels=labels)


NONE_INSIDE = (
    "IN_MASK_POLYGONS: no chip lies within the polygons of labels with its whole tile; draw them larger, "
    "make TILE_SIZE_X and TILE_SIZE_Y smaller, or set MASK_MODE to BLACKEN_OUTSIDE."
)
NO_LAYER = (
    "IN_MASK_POLYGONS: nowhere.gpkg is not a vector layer that QGIS can open; choose a layer of polygons."
)


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (lambda: layer([rectangle(1, 1, 20, 14)]), NONE_INSIDE),
        (lambda: layer([rectangle(1000, 1, 2000, 1400)]), NONE_INSIDE),
        (lambda: layer([]), "IN_MASK_POLYGONS: labels has no features."),
        (lambda: memory_layer([("POINT(0 0)", {})], kind="Point"),
         "IN_MASK_POLYGONS: labels is not a layer of polygons; choose one."),
        (lambda: memory_layer([("POLYGON((0 0,1 0,0 0))", {})]),
         "IN_MASK_POLYGONS: feature 1 of labels cannot be used (no area that can be repaired); correct it."),
        (lambda: "nowhere.gpkg", NO_LAYER),
    ],
)  # fmt: skip
def test_what_is_no_mask_is_refused(raster, tmp_path, made, sentence):
    labels = layer_in_pixels(shapes())
    given = {"CLASS_VALUE_FIELD": "kind", "IN_MASK_POLYGONS": made()}
    said = refusal(tmp_path / "one", raster, labels, tile=TILE, stride=STRIDE, **given)
    assert said.endswith(sentence)
    assert not (tmp_path / "one").exists()


def test_a_mask_whose_chips_have_no_label_is_refused(raster, tmp_path):
    labels = layer_in_pixels([(rectangle(120, 120, 124, 124), 1)])
    given = {"CLASS_VALUE_FIELD": "kind", "OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES"}
    given["IN_MASK_POLYGONS"] = layer([rectangle(0, 0, 40, 16)])
    said = refusal(tmp_path / "one", raster, labels, tile=TILE, stride=STRIDE, **given)
    assert "No chip was written: 357 not within IN_MASK_POLYGONS, 0 in no split" in said
    assert "4 without a label, 0 without a valid pixel" in said


@pytest.mark.parametrize("metadata", ["KITTI_rectangles", "RCNN_Masks", "Classified_Tiles"])
@pytest.mark.parametrize("shares", [{}, {"VALIDATION_PERCENT": 20, "SPLIT_BLOCK_SIZE": 64.0}])
def test_labels_are_counted_of_chips_within_alone(raster, tmp_path, metadata, shares):
    """Small objects that a chip outside shows are not left out of anything."""
    its = [(rectangle(17, 17, 19, 19), 1), (rectangle(20, 20, 30, 30), 1), (rectangle(97, 97, 99, 99), 1)]
    its += [(rectangle(x, 20, x + 8, 28), 1) for x in range(40, 150, 12)]
    given = {"labels": layer_in_pixels(its), "METADATA_FORMAT": metadata, "MIN_OBJECT_SIZE": 4}
    given["IN_MASK_POLYGONS"] = layer([rectangle(0, 0, 64, 64)])
    one = masked(tmp_path / "one", raster, **given, **shares)
    written = [place for name in (SETS if shares else ("",)) for place in places(one.path / name)]
    small = 0
    for row, column in written:
        for wkt, _ in its:
            left, right, top, bottom = ogr.CreateGeometryFromWkt(wkt).GetEnvelope()
            width = min(right, column + TILE) - max(left, column)
            height = min(bottom, row + TILE) - max(top, row)
            small += 0 < min(width, height) < 4
    assert small > 0
    assert f"Labels left out by MIN_OBJECT_SIZE, a side of their box is shorter: {small}." in one.log.infos


def test_polygons_that_geos_cannot_unite_are_refused(raster, tmp_path, monkeypatch):
    from qgis.core import QgsGeometry

    from training_data_exporter.labels.regions import region

    monkeypatch.setattr(region, "united", lambda polygons: QgsGeometry())
    given = {"CLASS_VALUE_FIELD": "kind", "IN_MASK_POLYGONS": layer()}
    said = refusal(tmp_path / "one", raster, layer_in_pixels(shapes()), tile=TILE, stride=STRIDE, **given)
    assert said.endswith(
        "IN_MASK_POLYGONS: the polygons of labels cannot be united; repair that layer (Vector > Geometry "
        "Tools, or Fix geometries in the toolbox)."
    )
    assert not (tmp_path / "one").exists()
