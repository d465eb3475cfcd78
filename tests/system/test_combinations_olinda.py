"""Every kind of label in every format on a real scene: census tracts, and what is made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from label_scenes import METADATA_FORMATS, box_of, class_map, export, flood, masks
from olinda_labels import RADIUS, STRIDE, TILE, OlindaLabels, chips_of
from scenes import pixels_of

if TYPE_CHECKING:
    from programs import Scene

pytest_plugins = ["programs"]
pytestmark = pytest.mark.usefixtures("qgis_app")

KINDS = ("polygons", "points", "lines", "class raster")
IMAGE_FORMATS = ("TIFF", "PNG", "JPEG", "MRF")


@pytest.fixture(scope="module")
def labels(olinda: Scene, tmp_path_factory) -> OlindaLabels:
    return OlindaLabels(olinda, tmp_path_factory.mktemp("labels"))


@pytest.fixture(scope="module")
def expected(labels):
    """What a kind of label is, worked out once."""
    maps, boxes = {}, {}

    def of(kind):
        if kind not in maps:
            maps[kind] = chips_of(labels.class_map(kind))
            if kind == "class raster":
                boxes[kind] = [[(value, box_of(mask)) for value, mask in flood(chip)] for chip in maps[kind]]
            else:
                boxes[kind] = labels.boxes(kind)
        return maps[kind], boxes[kind]

    return of


@pytest.mark.parametrize("number", range(len(METADATA_FORMATS)))
@pytest.mark.parametrize("kind", KINDS)
def test_a_real_scene(olinda: Scene, labels, expected, tmp_path, kind, number):
    """Each kind meets each label format; image formats and the choice of chips take turns."""
    metadata_format = METADATA_FORMATS[number]
    image_format = IMAGE_FORMATS[(number + KINDS.index(kind)) % 4]
    nofeature = ("ALL_TILES", "ONLY_TILES_WITH_FEATURES")[(number + KINDS.index(kind) // 2) % 2]
    found = export(
        tmp_path / "out",
        olinda.three_bands,
        labels.path(kind),
        TILE,
        STRIDE,
        METADATA_FORMAT=metadata_format,
        IMAGE_CHIP_FORMAT=image_format,
        OUTPUT_NOFEATURE_TILES=nofeature,
        CLASS_VALUE_FIELD=None if kind == "class raster" else "TIPO",
        BUFFER_RADIUS=RADIUS.get(kind, 0),
    )
    maps, boxes = expected(kind)
    places = range(16) if nofeature == "ALL_TILES" else [place for place in range(16) if boxes[place]]
    assert len(found.stems()) == len(places)
    assert [each["Name"] for each in found.model()["Classes"]] == ["RURAL", "URBANO"]
    check_images(found, olinda, image_format, places)
    check = {"RCNN_Masks": check_masks, "Classified_Tiles": check_class_maps}.get(
        metadata_format, check_boxes
    )
    check(found, [maps[place] for place in places], [boxes[place] for place in places])


def check_images(found, olinda: Scene, image_format: str, places) -> None:
    scene = pixels_of(olinda.three_bands)
    for stem, place in zip(found.stems(), places):
        row, column = (STRIDE * part for part in divmod(place, 4))
        part = scene[:, row : row + TILE, column : column + TILE].astype(int)
        chip = pixels_of(found.image(stem)).astype(int)
        assert chip.shape == (3, TILE, TILE)
        difference = np.abs(chip[:, : part.shape[1], : part.shape[2]] - part)
        assert difference.mean() < 5 if image_format == "JPEG" else not difference.any()


def check_boxes(found, maps, boxes) -> None:
    for mine, expected in zip(found.all_boxes(), boxes):
        assert [box.class_value for box in mine] == [value for value, _ in expected]
        sides = [side for box in mine for side in box.sides]
        assert sides == pytest.approx([side for _, box in expected for side in box], abs=0.0051)
    assert found.outputs["FEATURE_COUNT"] == sum(map(len, boxes)) > 20


def check_class_maps(found, maps, boxes) -> None:
    for stem, expected in zip(found.stems(), maps):
        assert np.count_nonzero(class_map(found, stem) != expected) <= 1  # a centre on an edge


def check_masks(found, maps, boxes) -> None:
    """The pixels of each class are those of the class maps, where areas do not hide one another."""
    shown = 0
    for stem, expected in zip(found.stems(), maps):
        drawn = masks(found, stem)
        for value, name in ((1, "RURAL"), (2, "URBANO")):
            mask = drawn.get(name, np.zeros((TILE, TILE), "uint8"))
            assert np.count_nonzero((expected == value) & (mask == 0)) <= 1
            numbers = np.unique(mask[mask > 0]).tolist()
            assert numbers == list(range(1, len(numbers) + 1))
            shown += len(numbers)
        both = sum((mask > 0).astype(int) for mask in drawn.values()) if drawn else np.zeros((TILE, TILE))
        assert np.count_nonzero((both > 0) != (expected > 0)) <= 1
    assert found.outputs["FEATURE_COUNT"] == shown
    unseen = sum(map(len, boxes)) - shown
    said = [text for text in found.log.warnings if "no pixel shows" in text]
    assert [f": {unseen}." in text for text in said] == ([True] if unseen else [])
