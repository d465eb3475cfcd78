"""What is said of classes that may not be meant: one for everything, one for each feature, or very many."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from label_scenes import export
from qgis.core import QgsVectorLayer
from scenes import memory_layer, noise, on_map, rectangle, write_raster

pytestmark = pytest.mark.usefixtures("qgis_app")

SIZE = 64


@pytest.fixture(scope="module")
def raster(tmp_path_factory) -> Path:
    return write_raster(tmp_path_factory.mktemp("scene") / "in.tif", noise(3, SIZE, SIZE))


def layer(values: list[int]) -> QgsVectorLayer:
    """Return squares that have these values in the field ``kind``."""
    corners = [(4 * (number % 15), 4 * (number // 15)) for number in range(len(values))]
    squares = [on_map(rectangle(left, top, left + 3, top + 3)) for left, top in corners]
    rows = [(wkt, {"kind": value, "owner": "a"}) for wkt, value in zip(squares, values)]
    return memory_layer(rows, {"kind": int, "owner": str})


def said(folder: Path, raster: Path, labels: QgsVectorLayer | Path, field: str = "kind") -> list[str]:
    log = export(folder, raster, labels, 16, CLASS_VALUE_FIELD=field).log
    return [each for each in [*log.warnings, *log.infos] if "CLASS_VALUE_FIELD" in each or "classes;" in each]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ([1, 2, 3] * 10, None),
        (list(range(1, 11)), None),
        (
            list(range(1, 12)),
            "CLASS_VALUE_FIELD: each of the 11 features has a class of its own in kind; choose a field of "
            "kinds, not of names or numbers of features.",
        ),
        ([*range(1, 51), 1], None),
        (
            [*range(1, 52), 1],
            "CLASS_VALUE_FIELD: kind gives 51 classes; check that it is the field of kinds.",
        ),
    ],
)
def test_many_classes(raster, tmp_path, values, sentence):
    assert said(tmp_path / "out", raster, layer(values)) == ([sentence] if sentence else [])


@pytest.mark.parametrize("count", [50, 51])
def test_a_raster_that_is_none_of_classes(raster, tmp_path, count):
    values = (np.arange(SIZE * SIZE) % count + 1).reshape(1, SIZE, SIZE).astype(np.uint8)
    labels = write_raster(tmp_path / "classes.tif", values)
    found = said(tmp_path / "out", raster, labels, "")
    sentence = "IN_CLASS_DATA: the raster holds 51 classes; check that it is one of classes."
    assert found == ([sentence] if count == 51 else [])


def test_one_class_for_everything(raster, tmp_path):
    found = said(tmp_path / "out", raster, layer([1, 2]), "")
    assert found == [
        "CLASS_VALUE_FIELD is not set, so all labels are of class 1; fields that can be are kind, owner."
    ]


def test_a_layer_without_fields_has_one_class(raster, tmp_path):
    labels = memory_layer([(on_map(rectangle(1, 1, 9, 9)), {})])
    assert said(tmp_path / "out", raster, labels, "") == []
