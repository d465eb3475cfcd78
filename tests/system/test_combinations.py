"""Every kind of label in every format, on a small scene whose answer is known by construction."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from label_scenes import (
    BOX_FORMATS,
    METADATA_FORMATS,
    class_map,
    export,
    layer_in_pixels,
    masks,
    write_class_raster,
)
from scenes import SQUARES_OF_2, pixels_of, read_raster, write_raster

pytestmark = pytest.mark.usefixtures("qgis_app")

KINDS = ("polygons", "points", "lines", "class raster")
IMAGE_SUFFIX = {"TIFF": ".tif", "PNG": ".png", "JPEG": ".jpg", "MRF": ".mrf"}
IMAGE_FILES = {
    "TIFF": {".tif", ".tfw"},
    "PNG": {".png", ".pgw", ".png.aux.xml"},
    "JPEG": {".jpg", ".jgw", ".jpg.aux.xml"},
    "MRF": {".mrf", ".idx", ".til"},
}
COLUMNS, ROWS, TILE, CHIPS = 60, 16, 16, 4
RADIUS = 3  # pixels


class Pill(NamedTuple):
    """A label: all pixels of a box but its four corners.

    Around two points, or the line between them, three pixels wide, those are
    exactly the pixels whose centres lie inside; the envelope is exact as well.
    """

    class_value: int
    x1: int
    x2: int
    y: int

    @property
    def box(self) -> tuple[int, int, int, int]:
        return self.x1 - RADIUS, self.y - RADIUS, self.x2 + RADIUS, self.y + RADIUS

    def mask(self) -> np.ndarray:
        left, top, right, bottom = self.box
        found = np.zeros((ROWS, CHIPS * TILE), dtype=bool)
        found[top:bottom, left:right] = True
        for row, column in itertools.product((top, bottom - 1), (left, right - 1)):
            found[row, column] = False
        return found

    def wkt(self, kind: str) -> str:
        if kind == "points":
            return f"MULTIPOINT(({self.x1} {self.y}),({self.x2} {self.y}))"
        if kind == "lines":
            return f"LINESTRING({self.x1} {self.y},{self.x2} {self.y})"
        left, top, right, bottom = self.box
        steps = (
            *((left + 1, top), (right - 1, top), (right - 1, top + 1), (right, top + 1)),
            *((right, bottom - 1), (right - 1, bottom - 1), (right - 1, bottom), (left + 1, bottom)),
            *((left + 1, bottom - 1), (left, bottom - 1), (left, top + 1), (left + 1, top + 1)),
        )
        return "POLYGON((" + ",".join(f"{x} {y}" for x, y in (*steps, steps[0])) + "))"


# The second chip shows part of the third label, the third chip none; the last chip is padded.
PILLS = (Pill(1, 5, 9, 5), Pill(1, 24, 26, 4), Pill(3, 14, 18, 11), Pill(3, 26, 27, 12), Pill(1, 52, 54, 5))
SHOWN = ((0, 2), (1, 2, 3), (), (4,))
LAYER_TYPES = {"polygons": "Polygon", "points": "MultiPoint", "lines": "LineString"}


def pixels() -> np.ndarray:
    """Smooth, so that JPEG keeps it nearly."""
    row, column = np.mgrid[0:ROWS, 0:COLUMNS]
    return np.stack([60 + 2 * column, 80 + 3 * row, 200 - column]).astype("uint8")


def whole_map() -> np.ndarray:
    values = np.zeros((ROWS, CHIPS * TILE), dtype="uint8")
    for pill in PILLS:
        values[pill.mask()] = pill.class_value
    return values


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    """The imagery, and the labels of a kind."""
    folder = tmp_path_factory.mktemp("sources")
    imagery = write_raster(folder / "imagery.tif", pixels())
    classes = write_class_raster(folder / "classes.tif", whole_map()[:, :COLUMNS])

    def labels(kind):
        if kind == "class raster":
            return classes
        return layer_in_pixels([(pill.wkt(kind), pill.class_value) for pill in PILLS], LAYER_TYPES[kind])

    return imagery, labels


def part(whole: np.ndarray, place: int) -> np.ndarray:
    return whole[..., place * TILE : (place + 1) * TILE]


def expected_boxes(place: int) -> list[tuple[int, tuple[float, ...]]]:
    boxes = []
    for pill in (PILLS[number] for number in SHOWN[place]):
        left, top, right, bottom = pill.box
        sides = (max(0, left - place * TILE), top, min(TILE, right - place * TILE), bottom)
        boxes.append((pill.class_value, tuple(map(float, sides))))
    return boxes


def expected_masks(place: int) -> dict[str, np.ndarray]:
    found: dict[str, np.ndarray] = {}
    for pill in (PILLS[number] for number in SHOWN[place]):
        mask = found.setdefault(str(pill.class_value), np.zeros((TILE, TILE), dtype="uint8"))
        mask[part(pill.mask(), place)] = mask.max() + 1
    return found


def check_images(exported, image_format: str, places: list[int]) -> None:
    padded = np.zeros((3, ROWS, CHIPS * TILE), dtype="uint8")
    padded[:, :, :COLUMNS] = pixels()
    for stem, place in zip(exported.stems(), places):
        chip = pixels_of(exported.image(stem))
        assert (chip.dtype, chip.shape) == (np.dtype("uint8"), (3, TILE, TILE))
        if image_format == "JPEG":
            assert np.abs(chip.astype(int) - part(padded, place)).mean() < 4
        else:
            assert (chip == part(padded, place)).all()
        expected = (SQUARES_OF_2[0] + place * TILE * 2, *SQUARES_OF_2[1:])
        assert exported.transform(stem) == pytest.approx(expected, abs=1e-9)
        assert read_raster(exported.image(stem)).GetSpatialRef().GetAuthorityCode(None) == "31985"


def check_labels(exported, metadata_format: str, places: list[int]) -> set[str]:
    """Hold label files to the scene and return which there must be."""
    names = set()
    for stem, place in zip(exported.stems(), places):
        if metadata_format in BOX_FORMATS:
            found = [(box.class_value, box.sides) for box in exported.boxes(stem)]
            assert found == expected_boxes(place)
            names.add(f"labels/{stem}.txt" if metadata_format == "KITTI_rectangles" else f"labels/{stem}.xml")
        elif metadata_format == "Classified_Tiles":
            values = class_map(exported, stem)
            assert values.dtype == np.uint8
            assert (values == part(whole_map(), place)).all()
            names |= {f"labels/{stem}.tif", f"labels/{stem}.tfw"}
        else:
            found, expected = masks(exported, stem), expected_masks(place)
            assert list(found) == sorted(expected)
            assert all((found[name] == expected[name]).all() for name in expected)
            assert all(mask.dtype == np.uint8 for mask in found.values())
            names |= {f"labels/{name}/{stem}{end}" for name in expected for end in (".tif", ".tfw")}
    return names


def check_statistics(exported, kind: str, places: list[int]) -> None:
    accumulated = exported.accumulated()
    assert [each["ClassValue"] for each in accumulated["Classes"]] == [1, 3]
    assert [each["Name"] for each in exported.model()["Classes"]] == ["1", "3"]
    assert accumulated["OutputFeatures"] is (kind != "class raster")
    assert exported.outputs["CHIP_COUNT"] == accumulated["NumTiles"] == len(places)
    assert exported.outputs["EMPTY_CHIP_COUNT"] == places.count(2)
    if kind == "class raster":
        stats = accumulated["ClassPixelStats"]
        shown = [part(whole_map(), place) for place in places]
        assert stats["NumPixelsPerClass"] == [
            sum(int((each == value).sum()) for each in shown) for value in (1, 3)
        ]
        assert stats["NumImagesPerClass"] == [3, 2]
        assert stats["NumClassesPerImage"] == {"Min": 1.0, "Max": 2.0, "Mean": 5 / 3, "Sum": 5.0, "Count": 3}
    else:
        stats = accumulated["FeatureStats"]
        assert stats["NumFeaturesPerClass"] == [3, 3]
        assert stats["NumImagesPerClass"] == [3, 2]
        assert exported.outputs["FEATURE_COUNT"] == stats["NumFeaturesTotal"] == 6


@pytest.mark.parametrize("nofeature", ["ALL_TILES", "ONLY_TILES_WITH_FEATURES"])
@pytest.mark.parametrize("image_format", IMAGE_SUFFIX)
@pytest.mark.parametrize("metadata_format", METADATA_FORMATS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_combination(sources, tmp_path: Path, kind, metadata_format, image_format, nofeature):
    imagery, labels = sources
    exported = export(
        tmp_path / "out",
        imagery,
        labels(kind),
        TILE,
        METADATA_FORMAT=metadata_format,
        IMAGE_CHIP_FORMAT=image_format,
        OUTPUT_NOFEATURE_TILES=nofeature,
        CLASS_VALUE_FIELD=None if kind == "class raster" else "kind",
        BUFFER_RADIUS=2.0 * RADIUS if kind in ("points", "lines") else 0,
    )
    places = [0, 1, 2, 3] if nofeature == "ALL_TILES" else [0, 1, 3]
    assert exported.stems() == [f"{number:09d}" for number in range(len(places))]
    check_images(exported, image_format, places)
    names = check_labels(exported, metadata_format, places)
    names |= {f"images/{stem}{end}" for stem in exported.stems() for end in IMAGE_FILES[image_format]}
    names |= {
        "map.txt",
        "stats.txt",
        "esri_accumulated_stats.json",
        "esri_model_definition.emd",
        "export.json",
    }
    assert exported.names() == names
    check_statistics(exported, kind, places)
