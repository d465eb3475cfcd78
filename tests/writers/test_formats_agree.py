"""KITTI, Pascal VOC and RCNN masks of one input show the same objects; statistics fit the files."""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from label_scenes import (
    METADATA_FORMATS,
    box_of,
    class_map,
    export,
    layer_in_pixels,
    masks,
    write_class_raster,
)
from scenes import Exported, noise, pixels_of, write_raster

pytestmark = pytest.mark.usefixtures("qgis_app")

COLUMNS, ROWS, TILE, STRIDE = 150, 110, 48, 31
RADIUS = 1.0  # of points and lines (pixels)
KINDS = ("polygons", "points", "lines", "class raster")


def blobs(seed: int) -> list[tuple[float, float, float, int]]:
    """Return centre, radius and class of labels that lie apart, none too small to show."""
    random = np.random.default_rng(seed)
    found: list[tuple[float, float, float, int]] = []
    for _ in range(600):
        x, y = random.uniform(-5, [COLUMNS + 5, ROWS + 5])
        radius = random.uniform(2, 9)
        if all(math.hypot(x - a, y - b) > radius + r + 0.1 for a, b, r, _ in found):
            found.append((x, y, radius, int(random.integers(1, 5))))
    return found


def polygon(x: float, y: float, radius: float) -> str:
    """A blunt star of five rays, concave."""
    points = []
    for place in range(10):
        far = radius if place % 2 == 0 else 0.9 * radius
        points.append((x + far * math.sin(place * math.pi / 5), y + far * math.cos(place * math.pi / 5)))
    return "POLYGON((" + ",".join(f"{float(px)!r} {float(py)!r}" for px, py in [*points, points[0]]) + "))"


def labels(kind: str, folder: Path) -> Any:
    if kind == "polygons":
        return layer_in_pixels([(polygon(*blob[:3]), blob[3]) for blob in blobs(1)])
    if kind == "points":
        return layer_in_pixels([(f"POINT({x} {y})", value) for x, y, _, value in blobs(2)], "Point")
    if kind == "lines":
        lines = [
            (f"LINESTRING({x - 0.3 * r} {y},{x + 0.2 * r} {y - 0.2 * r})", value)
            for x, y, r, value in blobs(3)
        ]
        return layer_in_pixels(lines, "LineString")
    values = np.zeros((ROWS, COLUMNS), "uint8")
    rows, columns = np.indices(values.shape)
    for x, y, radius, value in blobs(4):
        values[np.hypot(columns + 0.5 - x, rows + 0.5 - y) < radius] = value
    return write_class_raster(folder / "classes.tif", values)


@pytest.fixture(scope="module")
def exports(tmp_path_factory):
    """All label formats of a kind of label, each made once."""
    folder = tmp_path_factory.mktemp("exports")
    pixels = noise(3, ROWS, COLUMNS, "uint16")
    pixels[:, 10:30, 20:60] = 0
    raster = write_raster(folder / "imagery.tif", pixels, nodata=0, names=["Red", "Green", "Blue"])
    made: dict[str, dict[str, Exported]] = {}

    def of(kind: str) -> dict[str, Exported]:
        if kind not in made:
            layer = labels(kind, folder)
            made[kind] = {
                metadata_format: export(
                    folder / kind / metadata_format,
                    raster,
                    layer,
                    TILE,
                    STRIDE,
                    METADATA_FORMAT=metadata_format,
                    CLASS_VALUE_FIELD=None if kind == "class raster" else "kind",
                    BUFFER_RADIUS=2.0 * RADIUS if kind in ("points", "lines") else 0,
                )
                for metadata_format in METADATA_FORMATS
            }
        return made[kind]

    return of


def instances(exported: Exported, stem: str) -> list[tuple[int, np.ndarray]]:
    """Return class and pixels of each object of a chip of RCNN_Masks."""
    values = {each["Name"]: each["Value"] for each in exported.model()["Classes"]}
    found = []
    for name, mask in masks(exported, stem).items():
        found += [(values[name], mask == number) for number in range(1, int(mask.max()) + 1)]
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_kitti_and_voc_hold_the_same_boxes(exports, kind):
    made = exports(kind)
    kitti, voc = (made[name].all_boxes() for name in ("KITTI_rectangles", "PASCAL_VOC_rectangles"))
    assert kitti == voc
    assert sum(map(len, kitti)) > 50


@pytest.mark.parametrize("kind", KINDS)
def test_masks_hold_the_same_objects_as_the_boxes(exports, kind):
    made = exports(kind)
    voc, rcnn = made["PASCAL_VOC_rectangles"], made["RCNN_Masks"]
    assert voc.stems() == rcnn.stems()
    objects = shown = 0
    for stem in voc.stems():
        drawn = instances(rcnn, stem)
        for value in range(1, 5):
            boxes = iter(box.sides for box in voc.boxes(stem) if box.class_value == value)
            found = [mask for each, mask in drawn if each == value]
            # In the order of the boxes, those that cover no pixel centre left out.
            assert all(any(fits(box_of(mask), sides) for sides in boxes) for mask in found), (stem, value)
        objects += len(voc.boxes(stem))
        shown += len(drawn)
    assert objects == voc.outputs["FEATURE_COUNT"]
    assert shown == rcnn.outputs["FEATURE_COUNT"]
    assert 0 <= objects - shown < 0.1 * objects
    said = [text for text in rcnn.log.warnings if "no pixel shows" in text]
    assert [f": {objects - shown}." in text for text in said] == ([True] if objects > shown else [])


def fits(mask: tuple[float, ...], box: tuple[float, ...]) -> bool:
    """Whether the pixels of a label lie where its box says.

    A pixel's centre lies in the label, so half a pixel at most lies beyond its
    box. A label that a chip's border cuts may end in a point that no centre
    meets; a whole one here is blunt, and its two boxes differ by less than a
    pixel.
    """
    grown = all(side >= other - 0.51 for side, other in zip(mask[:2], box[:2]))
    grown = grown and all(side <= other + 0.51 for side, other in zip(mask[2:], box[2:]))
    whole = min(box) > 0 and max(box) < TILE
    return grown and (not whole or all(abs(a - b) <= 1.005 for a, b in zip(mask, box)))


@pytest.mark.parametrize("kind", KINDS)
def test_class_maps_show_the_pixels_of_the_masks(exports, kind):
    """Labels lie apart, so that none hides another."""
    made = exports(kind)
    tiles, rcnn = made["Classified_Tiles"], made["RCNN_Masks"]
    for stem in tiles.stems():
        expected = np.zeros((TILE, TILE), int)
        for value, mask in instances(rcnn, stem):
            expected[mask] = value
        assert (class_map(tiles, stem) == expected).all()


# Statistics, counted again from the written files alone.


@pytest.mark.parametrize("metadata_format", METADATA_FORMATS)
@pytest.mark.parametrize("kind", KINDS)
def test_band_statistics_agree_with_the_chips(exports, kind, metadata_format):
    exported = exports(kind)[metadata_format]
    pixels = np.stack([pixels_of(exported.image(stem)) for stem in exported.stems()]).astype("float64")
    accumulated, model = exported.accumulated(), exported.model()
    assert [each["BandName"] for each in model["AllTilesStats"]] == ["Red", "Green", "Blue"]
    for band in range(3):
        # 0 is nodata and also what fills a chip beyond the raster.
        valid = pixels[:, band][pixels[:, band] != 0]
        state, stats = accumulated["BandStatsState"][band], model["AllTilesStats"][band]
        assert state["Num"] == valid.size
        assert (state["Min"], state["Max"]) == (stats["Min"], stats["Max"]) == (valid.min(), valid.max())
        assert state["M1"] == pytest.approx(valid.mean(), rel=1e-12)
        assert state["M2"] == pytest.approx(((valid - valid.mean()) ** 2).sum(), rel=1e-10)
        assert stats["Mean"] == state["M1"]
        assert stats["StdDev"] == pytest.approx(valid.std(), rel=1e-10)


@pytest.mark.parametrize("metadata_format", METADATA_FORMATS)
@pytest.mark.parametrize("kind", KINDS)
def test_the_dataset_files_agree_with_one_another(exports, kind, metadata_format):
    exported = exports(kind)[metadata_format]
    accumulated, model, lines = exported.accumulated(), exported.model(), exported.stats()
    chips = len(list((exported.path / "images").glob("*.tif")))
    assert lines[0] == f"images = {chips} *3*{TILE}*{TILE}"
    assert accumulated["NumTiles"] == accumulated["NumTilesAsDouble"] == len(exported.entries()) == chips
    assert accumulated["NextTileIndex"] == chips
    assert accumulated["MetaDataMode"] == model["MetaDataMode"] == metadata_format
    assert (accumulated["TileSizeX"], accumulated["TileSizeY"]) == (TILE, TILE)
    assert (model["ImageWidth"], model["ImageHeight"]) == (TILE, TILE)
    assert accumulated["NumBands"] == len(accumulated["InputRastersProps"]["BandNames"]) == 3
    assert accumulated["NumClasses"] == len(model["Classes"])
    for key in ("MinCellSize", "MaxCellSize"):
        assert accumulated[key] == model[key]
        assert (accumulated[key]["x"], accumulated[key]["y"]) == (2.0, 2.0)
        assert accumulated[key]["spatialReference"] == {"wkid": 31985, "latestWkid": 31985}
    rows = [line.split() for line in lines[-len(model["Classes"]) :]]
    assert [(row[0], int(row[1])) for row in rows] == [
        (each["Name"], each["Value"]) for each in model["Classes"]
    ]


@pytest.mark.parametrize("metadata_format", METADATA_FORMATS[:3])
@pytest.mark.parametrize("kind", KINDS[:3])
def test_feature_statistics_agree_with_the_labels(exports, kind, metadata_format):
    """Class by class and chip by chip; areas follow from the boxes of no shape, so only their count."""
    exported = exports(kind)[metadata_format]
    if metadata_format == "RCNN_Masks":
        chips = [[value for value, _ in instances(exported, stem)] for stem in exported.stems()]
    else:
        chips = [[box.class_value for box in boxes] for boxes in exported.all_boxes()]
    stats = exported.accumulated()["FeatureStats"]
    per_chip = [len(chip) for chip in chips if chip]
    assert stats["NumFeaturesTotal"] == sum(per_chip) == exported.outputs["FEATURE_COUNT"]
    assert stats["NumImagesTotal"] == len(chips)
    assert exported.outputs["EMPTY_CHIP_COUNT"] == len(chips) - len(per_chip)
    tally = stats["NumFeaturesPerImage"]
    spread = (min(per_chip), max(per_chip), sum(per_chip), len(per_chip))
    assert (tally["Min"], tally["Max"], tally["Sum"], tally["Count"]) == spread
    assert tally["Mean"] == pytest.approx(np.mean(per_chip))
    values = [each["ClassValue"] for each in exported.accumulated()["Classes"]]
    counts = Counter(value for chip in chips for value in chip)
    assert stats["NumFeaturesPerClass"] == [counts[value] for value in values]
    assert stats["NumImagesPerClass"] == [sum(value in chip for chip in chips) for value in values]
    assert [each["Count"] for each in stats["FeatureAreaPerClass"]] == stats["NumFeaturesPerClass"]
    lines = exported.stats()
    assert lines[3] == f"features = {sum(per_chip)}"
    mean = np.mean(per_chip)
    assert lines[4] == f"features per image = [min = {spread[0]}, mean = {mean:.2f}, max = {spread[1]}]"
    for line, value, images, tally in zip(
        lines[-len(values) :], values, stats["NumImagesPerClass"], stats["FeatureAreaPerClass"]
    ):
        sizes = " ".join(f"{tally[key]:11.2f}" for key in ("Min", "Mean", "Max"))
        assert line == f"{value!s:40} {value:10} {images:10} {counts[value]:10} {sizes}"


@pytest.mark.parametrize("kind", KINDS[:3])
def test_areas_agree_with_the_masks(exports, kind):
    """The area of all labels of a class, against its pixels; those on the border even out."""
    made = exports(kind)
    voc, tiles = made["PASCAL_VOC_rectangles"], made["Classified_Tiles"]
    maps = np.stack([class_map(tiles, stem) for stem in tiles.stems()])
    stats = voc.accumulated()["FeatureStats"]
    for each, tally in zip(voc.accumulated()["Classes"], stats["FeatureAreaPerClass"]):
        pixels = np.count_nonzero(maps == each["ClassValue"])
        assert tally["Sum"] == pytest.approx(4.0 * pixels, rel=0.03 if kind == "polygons" else 0.1)


@pytest.mark.parametrize("metadata_format", ["RCNN_Masks", "Classified_Tiles"])
def test_pixel_statistics_agree_with_the_label_rasters(exports, metadata_format):
    exported = exports("class raster")[metadata_format]
    counts = []
    for stem in exported.stems():
        if metadata_format == "RCNN_Masks":
            found = {int(name): np.count_nonzero(mask) for name, mask in masks(exported, stem).items()}
        else:
            values, numbers = np.unique(class_map(exported, stem), return_counts=True)
            found = {int(value): int(number) for value, number in zip(values, numbers) if value}
        counts.append(found)
    stats = exported.accumulated()["ClassPixelStats"]
    values = [each["ClassValue"] for each in exported.accumulated()["Classes"]]
    per_chip = [len(chip) for chip in counts if chip]
    assert list(stats) == [
        *("NumClasses", "NumImagesTotal", "NumImagesPerClass", "NumPixelsPerClass"),
        *("NumClassesPerImage", "PixelsPerClass"),
    ]
    assert (stats["NumClasses"], stats["NumImagesTotal"]) == (len(values), len(counts))
    tally = stats["NumClassesPerImage"]
    spread = (min(per_chip), max(per_chip), sum(per_chip), len(per_chip))
    assert (tally["Min"], tally["Max"], tally["Sum"], tally["Count"]) == spread
    lines = exported.stats()
    mean = np.mean(per_chip)
    assert lines[2:5] == [
        "Class feature statistics:",
        f"classes per image = [min = {spread[0]}, mean = {mean:.2f}, max = {spread[1]}]",
        f"classes = {len(values)}",
    ]
    assert lines[5].split()[-8:] == ["images", "pixels", "min", "size", "mean", "size", "max", "size"]
    for place, value in enumerate(values):
        own = [chip[value] for chip in counts if value in chip]
        assert stats["NumImagesPerClass"][place] == len(own)
        assert stats["NumPixelsPerClass"][place] == sum(own)
        tally = stats["PixelsPerClass"][place]
        assert (tally["Min"], tally["Max"], tally["Sum"]) == (min(own), max(own), sum(own))
        assert tally["Mean"] == pytest.approx(np.mean(own))
        sizes = f"{min(own):11.2f} {np.mean(own):11.2f} {max(own):11.2f}"
        assert lines[6 + place] == f"{value!s:40} {value:10} {len(own):10} {sum(own):10} {sizes}"
