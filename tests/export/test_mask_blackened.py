"""MASK_MODE=BLACKEN_OUTSIDE: chips that reach beyond the polygons are filled there, labels are cut."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
from label_scenes import class_map, contents, covered, export, label_raster, layer_in_pixels, refusal
from osgeo import gdal, ogr
from scenes import (
    SQUARES_OF_2,
    Log,
    limit,
    memory_layer,
    noise,
    on_map,
    pixels_of,
    read_raster,
    rectangle,
    write_polygons,
    write_raster,
)

pytestmark = pytest.mark.usefixtures("qgis_app")

SIZE, TILE, STRIDE = 90, 16, 12
MANY = 5000  # points: more than a light feature has


def circle(x: float, y: float, radius: float, points: int) -> str:
    angles = np.arange(points) * 2 * np.pi / points + 0.01
    corners = [(x + radius * math.cos(a), y + radius * math.sin(a)) for a in angles.tolist()]
    return "POLYGON((" + ",".join(f"{a!r} {b!r}" for a, b in [*corners, corners[0]]) + "))"


POLYGONS = [
    circle(31.37, 30.21, 25.4, 37),
    "POLYGON((40.2 20.7,75.3 25.1,71.9 70.6,33.3 66.2,40.2 20.7),(50.1 40.3,60.2 41.7,55.3 52.8,50.1 40.3))",
    "POLYGON((3.3 70.2,20.1 72.4,12.6 85.7,3.3 70.2))",
]
HEAVY = circle(45.13, 47.71, 30.3, MANY)


def union_of(polygons=POLYGONS) -> ogr.Geometry:
    found = ogr.Geometry(ogr.wkbMultiPolygon)
    for wkt in polygons:
        found = found.Union(ogr.CreateGeometryFromWkt(wkt))
    return found


UNION = union_of()
INSIDE = covered(UNION.ExportToWkt(), SIZE + TILE, SIZE + TILE)
"""(rows, columns), True where a pixel's centre lies in the polygons, beyond the raster too."""


def shapes(seed: int = 3, count: int = 50) -> list[tuple[str, int]]:
    """Triangles of three classes all over the scene, and a shape with many points."""
    random = np.random.default_rng(seed)
    found = [(HEAVY, 2)]
    for _ in range(count):
        corners = (random.uniform(0, SIZE - 8, 2) + random.uniform(0, 12, (3, 2))).tolist()
        text = ",".join(f"{x!r} {y!r}" for x, y in [*corners, corners[0]])
        found.append((f"POLYGON(({text}))", int(random.integers(1, 4))))
    return found


def mask_layer(polygons=POLYGONS):
    return memory_layer([(on_map(wkt), {}) for wkt in polygons])


def blackened(folder: Path, raster: Path, labels=None, **given):
    options = {"IN_MASK_POLYGONS": mask_layer(), "MASK_MODE": "BLACKEN_OUTSIDE", **given}
    if labels is None or not isinstance(labels, Path):
        options = {"CLASS_VALUE_FIELD": "kind", **options}
    return export(folder, raster, labels or layer_in_pixels(shapes()), TILE, STRIDE, **options)


def place_of(exported, stem: str) -> tuple[int, int]:
    """Return row and column of a chip's first pixel."""
    left, _, _, top, _, _ = exported.transform(stem)
    return round((SQUARES_OF_2[3] - top) / 2), round((left - SQUARES_OF_2[0]) / 2)


def inside_of(row: int, column: int) -> np.ndarray:
    return INSIDE[row : row + TILE, column : column + TILE]


def window_of(pixels: np.ndarray, row: int, column: int, fill: float = 0) -> np.ndarray:
    """Return a chip of a scene without a mask, filled beyond the raster."""
    part = pixels[:, row : row + TILE, column : column + TILE]
    below, right = TILE - part.shape[1], TILE - part.shape[2]
    return np.pad(part, ((0, 0), (0, below), (0, right)), constant_values=fill)


def places_met() -> list[tuple[int, int]]:
    """Return the chips that reach into the polygons and show the centre of a pixel there."""
    found = []
    for row in range(0, SIZE - TILE + STRIDE, STRIDE):
        for column in range(0, SIZE - TILE + STRIDE, STRIDE):
            tile = ogr.CreateGeometryFromWkt(rectangle(column, row, column + TILE, row + TILE))
            if (
                tile.Intersects(UNION)
                and INSIDE[row : min(row + TILE, SIZE), column : min(column + TILE, SIZE)].any()
            ):
                found.append((row, column))
    return found


@pytest.fixture(scope="module")
def raster(tmp_path_factory) -> Path:
    return write_raster(tmp_path_factory.mktemp("scene") / "in.tif", noise(3, SIZE, SIZE))


def test_pixels_are_filled_where_their_centres_lie_outside(raster, tmp_path):
    one = blackened(tmp_path / "one", raster, REPORT=tmp_path / "r.html")
    scene = pixels_of(raster)
    places = [place_of(one, stem) for stem in one.stems()]
    assert places == places_met()
    valid, filled = [], 0
    for stem, place in zip(one.stems(), places):
        inside = inside_of(*place)
        whole = window_of(scene, *place)
        assert np.array_equal(pixels_of(one.image(stem)), np.where(inside, whole, 0))
        filled += not inside.all()
        rows, columns = (min(TILE, SIZE - side) for side in place)
        valid.append(
            scene[:, place[0] : place[0] + rows, place[1] : place[1] + columns][:, inside[:rows, :columns]]
        )
    assert 0 < filled < len(places)
    for band, values in zip(one.model()["AllTilesStats"], np.concatenate(valid, axis=1).astype(float)):
        found = [band[name] for name in ("Min", "Max", "Mean", "StdDev")]
        assert found == pytest.approx([values.min(), values.max(), values.mean(), values.std()], rel=1e-9)
    total = ((SIZE - TILE + STRIDE - 1) // STRIDE + 1) ** 2
    said = [text for text in one.log.infos if "that IN_MASK_POLYGONS meet" in text]
    met = [place for place in all_places() if tile_of(*place).Intersection(UNION).Area() > 1e-9]
    beyond = sum(tile_of(*place).Intersection(UNION).Area() < TILE**2 - 0.1 for place in met)
    assert said == [
        f"Chips that IN_MASK_POLYGONS meet: {len(met)} of {total}; {beyond} of them reach beyond and are "
        "filled there."
    ]
    (entry,) = json.loads((one.path / "export.json").read_text("utf-8"))["exports"]
    left_out = entry["counts"]["chips_left_out"]
    assert left_out["outside IN_MASK_POLYGONS"] == total - len(met)
    assert sum(left_out.values()) == total - len(places)


def tile_of(row: int, column: int) -> ogr.Geometry:
    return ogr.CreateGeometryFromWkt(rectangle(column, row, column + TILE, row + TILE))


def all_places() -> list[tuple[int, int]]:
    sides = range(0, SIZE - TILE + STRIDE, STRIDE)
    return [(row, column) for row in sides for column in sides]


@pytest.mark.parametrize("batch_bytes", [1, 3 * TILE * SIZE])
@pytest.mark.parametrize("metadata", ["KITTI_rectangles", "RCNN_Masks"])
def test_any_size_of_batches_gives_the_same_bytes(raster, tmp_path, monkeypatch, batch_bytes, metadata):
    """Of features with few points; the areas of others are the same but for the last digits."""
    few = layer_in_pixels(shapes(count=80)[1:])
    expected = contents(blackened(tmp_path / "one", raster, few, METADATA_FORMAT=metadata).path)
    limit(monkeypatch, batch_bytes=batch_bytes)
    assert contents(blackened(tmp_path / "two", raster, few, METADATA_FORMAT=metadata).path) == expected


@pytest.mark.parametrize("seed", range(3))
def test_boxes_are_those_of_what_geos_leaves_of_features(raster, tmp_path, seed):
    its = shapes(seed)
    one = blackened(tmp_path / "one", raster, layer_in_pixels(its))
    whole = 0
    for stem in one.stems():
        place = place_of(one, stem)
        tile, expected = tile_of(*place), []
        for wkt, value in its:
            feature = ogr.CreateGeometryFromWkt(wkt)
            part = feature.Intersection(UNION).Intersection(tile)
            box = part.GetEnvelope() if part.Area() > 1e-6 else None
            whole += box is not None and part.Area() > feature.Area() - 1e-9
            if box is not None and min(box[1] - box[0], box[3] - box[2]) > 0.02:
                expected.append(
                    (value, box[0] - place[1], box[2] - place[0], box[1] - place[1], box[3] - place[0])
                )
        found = [
            each for each in one.boxes(stem) if min(each.right - each.left, each.bottom - each.top) > 0.02
        ]
        assert len(found) == len(expected)
        for box, (value, *sides) in zip(found, expected):
            assert box.class_value == value
            assert np.allclose(box.sides, sides, rtol=0, atol=0.0101)
    assert whole > 0
    cut = sum(
        0
        < ogr.CreateGeometryFromWkt(wkt).Intersection(UNION).Area()
        < ogr.CreateGeometryFromWkt(wkt).Area() - 1e-9
        for wkt, _ in its
    )
    assert f"Features cut by IN_MASK_POLYGONS, which take a part of them: {cut}." in one.log.infos


def drawn(its: list[tuple[str, int]]) -> np.ndarray:
    """Return (rows, columns) of classes by the even-odd rule, later features on top, cut to the polygons."""
    values = np.zeros(INSIDE.shape, "int64")
    for wkt, value in its:
        values[covered(wkt, *INSIDE.shape)] = value
    return np.where(INSIDE, values, 0)


def test_class_maps_of_features_are_cut_at_the_centres(raster, tmp_path):
    one = blackened(tmp_path / "one", raster, METADATA_FORMAT="Classified_Tiles")
    values, counts = drawn(shapes()), np.zeros(4, int)
    for stem, (_, paths) in zip(one.stems(), one.entries()):
        row, column = place_of(one, stem)
        expected = values[row : row + TILE, column : column + TILE]
        assert np.array_equal(class_map(one, stem) if paths else np.zeros_like(expected), expected)
        counts += np.bincount(expected.ravel(), minlength=4)
    assert counts[1:].all()


def test_masks_of_features_are_cut_at_the_centres(raster, tmp_path):
    its = shapes()
    one = blackened(tmp_path / "one", raster, METADATA_FORMAT="RCNN_Masks")
    planes = {value: drawn([each for each in its if each[1] == value]) for value in (1, 2, 3)}
    for stem, (_, paths) in zip(one.stems(), one.entries()):
        row, column = place_of(one, stem)
        found = {int(Path(path).parent.name): label_raster(one, path) for path in paths}
        for value, plane in planes.items():
            expected = plane[row : row + TILE, column : column + TILE] > 0
            shown = found[value] > 0 if value in found else np.zeros_like(expected)
            assert np.array_equal(shown, expected)


@pytest.mark.parametrize("metadata", ["Classified_Tiles", "RCNN_Masks", "KITTI_rectangles"])
def test_class_rasters_are_cut_at_the_centres(raster, tmp_path, metadata):
    values = np.zeros((SIZE, SIZE), "uint8")
    random = np.random.default_rng(5)
    for value in (1, 2, 3) * 8:
        row, column = random.integers(0, SIZE - 12, 2)
        values[row : row + random.integers(2, 12), column : column + random.integers(2, 12)] = value
    labels = write_raster(tmp_path / "classes.tif", values[np.newaxis])
    one = blackened(tmp_path / "one", raster, labels, METADATA_FORMAT=metadata)
    counts = np.zeros(4, int)
    for stem, (_, paths) in zip(one.stems(), one.entries()):
        place = place_of(one, stem)
        expected = np.where(inside_of(*place), window_of(values[np.newaxis], *place)[0], 0)
        counts += np.bincount(expected.ravel(), minlength=4)
        if metadata == "Classified_Tiles":
            assert np.array_equal(class_map(one, stem) if paths else np.zeros_like(expected), expected)
        elif metadata == "RCNN_Masks":
            found = {int(Path(path).parent.name): label_raster(one, path) for path in paths}
            assert sorted(found) == sorted(set(np.unique(expected).tolist()) - {0})
            for value, mask in found.items():
                assert np.array_equal(mask > 0, expected == value)
        else:
            covering = np.zeros_like(expected)
            for box in one.boxes(stem):
                left, top, right, bottom = map(int, box.sides)
                covering[top:bottom, left:right] = 1
                assert (expected[top:bottom, left:right] == box.class_value).any()
            assert (covering[expected > 0] == 1).all()
    rows = [line.split() for line in one.stats() if line[:1] in "123" and len(line.split()) == 7]
    assert [(int(row[1]), int(row[3])) for row in rows] == list(enumerate(counts.tolist()))[1:]


@pytest.mark.parametrize(
    ("dtype", "nodata", "extension"),
    [
        ("uint8", 7, "TIFF"),
        ("int16", -5, "TIFF"),
        ("float32", -9999.0, "TIFF"),
        ("uint8", 7, "PNG"),
        ("uint16", 7, "MRF"),
    ],
)
def test_the_fill_value_is_nodata(tmp_path, dtype, nodata, extension):
    scene = noise(1, SIZE, SIZE, dtype)
    scene[:, 40:44, 40:44] = nodata
    raster = write_raster(tmp_path / "in.tif", scene, nodata=nodata)
    one = blackened(tmp_path / "one", raster, IMAGE_CHIP_FORMAT=extension)
    counted = []
    for stem in one.stems():
        place = place_of(one, stem)
        expected = np.where(inside_of(*place), window_of(scene, *place, nodata), nodata)
        assert np.array_equal(pixels_of(one.image(stem)), expected)
        counted.append(expected[expected != nodata].astype(float))
    values = np.concatenate(counted)
    (band,) = one.model()["AllTilesStats"]
    found = [band[name] for name in ("Min", "Max", "Mean", "StdDev")]
    assert found == pytest.approx([values.min(), values.max(), values.mean(), values.std()], rel=1e-6)


@pytest.mark.parametrize("interpretation", [(3, 4, 5, 6), ()])
def test_the_mask_of_a_chip_and_alpha_say_so(tmp_path, interpretation):
    """A raster with alpha, and one with a mask beside its bands."""
    scene = noise(4 if interpretation else 3, SIZE, SIZE)
    scene[scene == 0] = 1
    raster = write_raster(tmp_path / "in.tif", scene, interpretation=interpretation)
    if not interpretation:
        dataset = gdal.Open(str(raster), gdal.GA_Update)
        dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
        dataset.GetRasterBand(1).GetMaskBand().WriteArray(np.full((SIZE, SIZE), 255, "uint8"))
        del dataset
    one = blackened(tmp_path / "one", raster)
    partly = 0
    for stem in one.stems():
        place = place_of(one, stem)
        on_raster = window_of(np.ones((1, SIZE, SIZE), bool), *place)[0]
        expected = inside_of(*place) & on_raster
        partly += not expected.all()
        chip = read_raster(one.image(stem))
        assert np.array_equal(chip.GetRasterBand(1).GetMaskBand().ReadAsArray() > 0, expected)
    assert partly > 0


@pytest.mark.parametrize("extension", ["JPEG", "PNG", "TIFF"])
def test_a_stretched_chip_is_0_outside(tmp_path, extension):
    raster = write_raster(tmp_path / "in.tif", noise(3, SIZE, SIZE, "uint16"))
    one = blackened(tmp_path / "one", raster, STRETCH="MINIMUM_MAXIMUM", IMAGE_CHIP_FORMAT=extension)
    for stem in one.stems():
        pixels, inside = pixels_of(one.image(stem)), inside_of(*place_of(one, stem))
        rows, columns = (min(TILE, SIZE - side) for side in place_of(one, stem))
        if extension != "JPEG":
            assert not pixels[:, ~inside].any()
            assert pixels[:, :rows, :columns][:, inside[:rows, :columns]].all()
    assert [band["Min"] for band in one.model()["AllTilesStats"]] == [1.0] * 3


def test_chips_in_the_middle_are_those_of_an_export_without_a_mask(raster, tmp_path):
    one = blackened(tmp_path / "one", raster)
    every = blackened(tmp_path / "all", raster, IN_MASK_POLYGONS=None)
    stems = {place_of(every, stem): stem for stem in every.stems()}
    same = 0
    for stem in one.stems():
        place = place_of(one, stem)
        if tile_of(*place).Intersection(UNION).Area() == TILE**2:
            same += 1
            assert one.image(stem).read_bytes() == every.image(stems[place]).read_bytes()
            assert one.boxes(stem) == every.boxes(stems[place])
    assert same > 3
    assert "MASK_MODE: there are no IN_MASK_POLYGONS, so it is not used." in every.log.warnings


def test_a_share_is_one_of_the_whole_feature(raster, tmp_path):
    """Half of the feature lies in the polygons: a ratio above that leaves it out."""
    given = {"IN_MASK_POLYGONS": mask_layer([rectangle(0, 0, 5, 90)])}
    labels = [(rectangle(2, 2, 8, 6), 1), (rectangle(1, 8, 3, 12), 1)]
    for ratio, count in ((0.49, 2), (0.51, 1)):
        one = blackened(
            tmp_path / str(count), raster, layer_in_pixels(labels), MIN_POLYGON_OVERLAP_RATIO=ratio, **given
        )
        assert len(one.boxes(one.stems()[0])) == count


@pytest.mark.parametrize("metadata", ["KITTI_rectangles", "Classified_Tiles"])
def test_only_tiles_with_features_looks_inside_alone(raster, tmp_path, metadata):
    its = [(rectangle(20, 20, 25, 25), 1), (rectangle(80, 2, 88, 9), 1), (rectangle(3, 60, 5, 75), 1)]
    given = {"OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES", "METADATA_FORMAT": metadata}
    one = blackened(tmp_path / "one", raster, layer_in_pixels(its), **given)
    expected = []
    for place in places_met():
        part = ogr.CreateGeometryFromWkt(its[0][0]).Union(ogr.CreateGeometryFromWkt(its[2][0]))
        area = part.Intersection(UNION).Intersection(tile_of(*place)).Area()
        if area > 1e-6:
            expected.append(place)
    assert [place_of(one, stem) for stem in one.stems()] == expected != []


def test_an_interrupted_export_goes_on(raster, tmp_path, monkeypatch):
    limit(monkeypatch, batch_bytes=3 * TILE * SIZE, commit_seconds=0.0)
    mask = write_polygons(tmp_path / "mask.gpkg", [(on_map(wkt), {}) for wkt in POLYGONS])
    features = [(on_map(wkt), {"kind": value}) for wkt, value in shapes()]
    labels = write_polygons(tmp_path / "l.gpkg", features, {"kind": int})
    given = {
        "labels": str(labels),
        "IN_MASK_POLYGONS": mask,
        "VALIDATION_PERCENT": 20,
        "SPLIT_BLOCK_SIZE": 60.0,
    }
    whole = blackened(tmp_path / "whole", raster, **given)
    blackened(tmp_path / "one", raster, **given, log=Log(cancel_at=70.0))
    said = refusal(
        tmp_path / "one", raster, str(labels), tile=TILE, stride=STRIDE, CLASS_VALUE_FIELD="kind",
        IN_MASK_POLYGONS=mask, MASK_MODE="CHIPS_INSIDE", VALIDATION_PERCENT=20, SPLIT_BLOCK_SIZE=60.0,
    )  # fmt: skip
    assert "MASK_MODE" in said
    resumed = blackened(tmp_path / "one", raster, **given)
    assert any("going on at chip" in text for text in resumed.log.infos)
    assert contents(resumed.path) == contents(whole.path)
    cut = [text for text in whole.log.infos if text.startswith("Features cut by")]
    assert len(cut) == 1
    assert cut[0] in resumed.log.infos


def test_polygons_that_meet_no_chip_are_refused(raster, tmp_path):
    labels = layer_in_pixels(shapes())
    given = {"CLASS_VALUE_FIELD": "kind", "MASK_MODE": "BLACKEN_OUTSIDE"}
    given["IN_MASK_POLYGONS"] = mask_layer([rectangle(500, 500, 600, 600)])
    said = refusal(tmp_path / "one", raster, labels, tile=TILE, stride=STRIDE, **given)
    assert said.endswith(
        "IN_MASK_POLYGONS: the polygons of labels meet no chip; check that layer and EXTENT."
    )
    assert not (tmp_path / "one").exists()


def test_an_unknown_mode_is_refused(raster, tmp_path):
    labels = layer_in_pixels(shapes())
    said = refusal(tmp_path / "one", raster, labels, tile=TILE, MASK_MODE="BLACKEN")
    assert said.endswith("MASK_MODE: BLACKEN is not one of CHIPS_INSIDE, BLACKEN_OUTSIDE.")


def parts_of_geos(its, row: int, column: int) -> list[tuple[int, ogr.Geometry]]:
    """Return class and polygons of what GEOS leaves of features in a chip, in the map's pixels."""
    tile, found = tile_of(row, column), []
    for wkt, value in its:
        part = ogr.CreateGeometryFromWkt(wkt).Intersection(UNION).Intersection(tile)
        left, right, top, bottom = part.GetEnvelope()
        if part.Area() > 1e-6 and min(right - left, bottom - top) > 0.02:
            found.append((value, part))
    return found


def polygon_of(points: np.ndarray) -> ogr.Geometry:
    """Return the polygon of (points, 2), rings that pass through each other by the even-odd rule."""
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in [*points.tolist(), points[0].tolist()]:
        ring.AddPoint_2D(x, y)
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(ring)
    return polygon.MakeValid()


def test_outlines_of_coco_are_what_geos_leaves(raster, tmp_path):
    its = shapes(7, 25)[1:]
    one = blackened(tmp_path / "one", raster, layer_in_pixels(its), METADATA_FORMAT="COCO")
    (path,) = [path for path in one.path.rglob("*.json") if "annotations" in path.read_text("utf-8")]
    document = json.loads(path.read_text("utf-8"))
    stems = {each["id"]: Path(each["file_name"]).stem for each in document["images"]}
    compared = 0
    for image, stem in stems.items():
        row, column = place_of(one, stem)
        expected = parts_of_geos(its, row, column)
        found = [each for each in document["annotations"] if each["image_id"] == image]
        found = [each for each in found if min(each["bbox"][2:]) > 0.02]
        assert len(found) == len(expected)
        for each, (_, part) in zip(found, expected):
            assert isinstance(each["segmentation"], list)
            shown = ogr.Geometry(ogr.wkbMultiPolygon)
            for ring in each["segmentation"]:
                shown = shown.Union(polygon_of(np.add(np.reshape(ring, (-1, 2)), (column, row))))
            assert shown.SymmetricDifference(part).Area() < 0.01 * (4 + part.Boundary().Length())
            compared += each["area"] < 200
    assert compared > 20


@pytest.mark.parametrize(
    "metadata", ["YOLO_detect", "YOLO_segment", "YOLO_obb", "DOTA", "PASCAL_VOC_rectangles"]
)
def test_every_text_format_has_the_objects_that_geos_leaves(raster, tmp_path, metadata):
    """None lies outside, and each of the others is there once."""
    its = [each for each in shapes(11, 40)[1:] if ogr.CreateGeometryFromWkt(each[0]).Area() > 1]
    one = blackened(tmp_path / "one", raster, layer_in_pixels(its), METADATA_FORMAT=metadata)
    for stem in one.stems():
        row, column = place_of(one, stem)
        wanted = [part for _, part in parts_of_geos(its, row, column)]
        (path,) = [path for path in one.path.rglob(f"{stem}.*") if path.suffix in (".txt", ".xml")]
        text = path.read_text("utf-8")
        if metadata == "PASCAL_VOC_rectangles":
            count = text.count("<object>")
        else:
            lines = [line for line in text.splitlines() if len(line.split()) > 4]
            count = len(lines)
            for line in lines:
                numbers = [float(word) for word in line.split() if word[:1].isdigit() or word[:1] == "-"]
                points = numbers[:8] if metadata == "DOTA" else [TILE * number for number in numbers[1:]]
                if metadata == "YOLO_detect":
                    x, y, width, height = points
                    points = [x - width / 2, y - height / 2, x + width / 2, y + height / 2]
                assert min(points) >= -0.01 or metadata in ("YOLO_obb", "DOTA")
                middle = ogr.CreateGeometryFromWkt(
                    f"POINT({column + np.mean(points[::2])} {row + np.mean(points[1::2])})"
                )
                assert min(middle.Distance(part.ConvexHull()) for part in wanted) < 1
        thin = sum(min(np.ptp(p.GetEnvelope()[:2]), np.ptp(p.GetEnvelope()[2:])) < 0.05 for p in wanted)
        assert len(wanted) - thin <= count <= len(wanted) + 2


def test_polygons_that_show_no_centre_are_refused(raster, tmp_path):
    """They meet a chip, between the centres of its pixels."""
    given = {"CLASS_VALUE_FIELD": "kind", "MASK_MODE": "BLACKEN_OUTSIDE"}
    given["IN_MASK_POLYGONS"] = mask_layer([rectangle(4.6, 4.6, 5.4, 5.4)])
    said = refusal(tmp_path / "one", raster, layer_in_pixels(shapes()), tile=90, **given)
    assert "No chip was written: 0 not within IN_MASK_POLYGONS" in said
    assert "1 without a valid pixel; larger polygons or smaller tiles help." in said
    assert not (tmp_path / "one").exists()
