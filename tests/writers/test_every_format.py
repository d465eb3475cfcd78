"""Every format of the lists reads what it writes."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import pytest
from hand_made_shapes import shape, square
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from test_images import TRANSFORM, noise, profile

from training_data_exporter.chipping.chip import Chip, ChipLabels, LabelObject
from training_data_exporter.chipping.classes import ClassTable, LabelClass
from training_data_exporter.chipping.statistics.bands import BandStatistics, FeatureStatistics
from training_data_exporter.writers import IMAGE_FORMATS, LABEL_FORMATS
from training_data_exporter.writers.dataset.cell_sizes import CellSize
from training_data_exporter.writers.dataset.reading import Entry, SetReader
from training_data_exporter.writers.dataset.stored_rasters import opened
from training_data_exporter.writers.dataset.summary import ChipRecord, SetSummary
from training_data_exporter.writers.format_context import FormatContext
from training_data_exporter.writers.labels.shown import BoxLabel, LabelSize, ShownLabels

WIDTH, HEIGHT = 24, 16
VALUES = (1, 2, 300)
CLASSES = ClassTable.of([LabelClass(value, f"class {value}", (value % 256, 0, 0)) for value in VALUES])
ITS = profile(size=(WIDTH, HEIGHT))
hundredths_across = st.integers(0, WIDTH * 100 - 1)
hundredths_down = st.integers(0, HEIGHT * 100 - 1)


@st.composite
def objects(draw: st.DrawFn) -> LabelObject:
    """Return an object whose sides have two decimals, as label files hold them."""
    left, top = draw(hundredths_across), draw(hundredths_down)
    right, bottom = draw(st.integers(left + 1, WIDTH * 100)), draw(st.integers(top + 1, HEIGHT * 100))
    sides = (each / 100 for each in (left, top, right, bottom))
    left, top, right, bottom = sides
    area = (right - left) * (bottom - top) * ITS.cell_x * ITS.cell_y
    return LabelObject(draw(st.sampled_from(VALUES)), left, top, right, bottom, area)


def drawn(its: list[LabelObject]) -> dict[int, np.ndarray]:
    """Return by class value (rows, columns) of object numbers without gaps; later objects lie on top."""
    masks: dict[int, np.ndarray] = {}
    for each in its:
        mask = masks.setdefault(each.class_value, np.zeros((HEIGHT, WIDTH), np.uint8))
        rows = slice(int(each.top), int(np.ceil(each.bottom)))
        mask[rows, int(each.left) : int(np.ceil(each.right))] = mask.max() + 1
    numbered = {}
    for value, mask in masks.items():
        numbers = np.unique(mask[mask > 0])
        numbered[value] = np.where(mask > 0, np.searchsorted(numbers, mask) + 1, 0).astype(np.uint8)
    return numbered


def labels_of(its: list[LabelObject]) -> ChipLabels:
    if not its:
        return ChipLabels()
    masks = drawn(its)
    class_map = np.zeros((HEIGHT, WIDTH), np.uint16)
    for value, mask in masks.items():
        class_map[mask > 0] = value
    shapes = [shape([[square(*each[1:5])]], (WIDTH, HEIGHT)) for each in its]
    return ChipLabels(tuple(its), (), lambda: class_map, lambda: masks, lambda: shapes)


def summary(name: str, table: ClassTable) -> SetSummary:
    features, cells = FeatureStatistics.empty(table.values), (CellSize.of(ITS),) * 2
    return SetSummary(name, ITS, table, 1, 8, [BandStatistics()], features, False, cells, "tool")


def read_back(name: str, labels: ChipLabels):
    """Return what a format reads of a chip that it has written."""
    kind = LABEL_FORMATS[name]
    table = kind.accepts(CLASSES)
    pixels = np.zeros((ITS.band_count, HEIGHT, WIDTH), np.uint8)
    chip = Chip("000000007", TRANSFORM, pixels, labels)
    label_format = kind(FormatContext(ITS, table, ".tif", "tool"))
    encoded = label_format.encode(chip)
    assert set(encoded.listed) <= set(encoded.files)
    assert all(path.startswith(kind.layout.folders) for path in encoded.files)
    entry = Entry(f"{label_format.layout.image(chip)}.tif", encoded.listed)
    second = f"{kind.layout.second_image(chip)}.tif" if kind.needs_second else ""
    record = ChipRecord(entry.image, entry.labels, encoded.record, second)
    of_set = {
        path: b"".join(parts) for path, parts in kind.set_files.write(summary(name, table), [record], None)
    }
    with tempfile.TemporaryDirectory() as folder:
        for path, data in {**encoded.files, **of_set}.items():
            place = Path(folder) / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        return kind.read(SetReader(Path(folder), table, WIDTH, HEIGHT), entry)


def test_nothing_comes_back_of_formats_without_labels():
    labels = labels_of([LabelObject(1, 2, 1, 6, 4, 12.0)])
    unlabelled = [name for name, kind in LABEL_FORMATS.items() if not kind.has_labels]
    assert unlabelled == ["Export_Tiles", "CycleGAN"]
    assert all(read_back(name, labels) == ShownLabels() for name in unlabelled)


@pytest.mark.parametrize("name", [name for name, kind in LABEL_FORMATS.items() if kind.has_labels])
@settings(max_examples=40, deadline=None)
@given(its=st.lists(objects(), max_size=6))
def test_labels_come_back(name, its):
    if LABEL_FORMATS[name].is_of_features:  # a chip of a feature has one label
        assume(its)
        its = its[:1]
    labels = labels_of(its)
    shown = read_back(name, labels)
    assert bool(shown.sizes()) == bool(its)
    held = 0
    boxes = [BoxLabel(*each[:5]) for each in its]
    if name.startswith("YOLO"):  # which writes rows that are alike once
        boxes = list(dict.fromkeys(boxes))
    if shown.boxes:
        held += 1
        assert list(shown.boxes) == boxes
    if shown.shapes:
        held += not shown.boxes
        assert [each.class_value for each in shown.shapes] == [each.class_value for each in boxes]
        for each, (_, left, top, right, bottom) in zip(shown.shapes, boxes):
            points = np.concatenate(each.rings)
            found = (*points.min(axis=0), *points.max(axis=0), each.area)
            assert found == pytest.approx(
                (left, top, right, bottom, (right - left) * (bottom - top)), abs=1e-3
            )
    if shown.masks:
        held += 1
        expected = labels.masks()
        assert shown.masks.keys() == expected.keys()
        for value, mask in expected.items():
            np.testing.assert_array_equal(shown.masks[value], mask)
    if shown.class_map is not None and its:
        held += 1
        np.testing.assert_array_equal(shown.class_map, labels.class_map())
    if shown.whole:
        held += 1
        assert shown.whole == [(value, WIDTH * HEIGHT) for value in sorted({each[0] for each in boxes})]
    assert held == bool(its)


def test_sizes_of_what_is_read_are_counted():
    pixel = ITS.cell_x * ITS.cell_y
    its = [LabelObject(1, 2, 1, 6, 4, 12 * pixel), LabelObject(300, 10, 5, 12, 10, 10 * pixel)]
    for name in LABEL_FORMATS:
        if LABEL_FORMATS[name].is_of_features:
            continue
        areas = (WIDTH * HEIGHT,) * 2 if LABEL_FORMATS[name].labels_whole_chips else (12, 10)
        sizes = sorted(read_back(name, labels_of(its)).sizes())
        assert sizes == [
            LabelSize(value, pytest.approx(area, abs=1e-3))
            for value, area in zip((1, 300), areas)
            if LABEL_FORMATS[name].has_labels
        ]


@pytest.mark.parametrize("name", IMAGE_FORMATS)
def test_pixels_and_place_come_back(name, tmp_path):
    kind, its = IMAGE_FORMATS[name], profile(bands=3, size=(WIDTH, HEIGHT))
    across = np.linspace(0, 255, WIDTH).astype(np.uint8)
    pixels = (
        np.stack([np.tile(across, (HEIGHT, 1))] * 3) if name == "JPEG" else noise("uint8", 3, (WIDTH, HEIGHT))
    )
    for path, data in kind(its).encode(Chip("7", TRANSFORM, pixels, ChipLabels()), "7").items():
        (tmp_path / path).write_bytes(data)
    path = tmp_path / f"7{kind.suffix}"
    with opened(tmp_path, path.name, (WIDTH, HEIGHT)) as dataset:
        found = dataset.ReadAsArray()
    assert np.abs(found.astype(int) - pixels).max() <= (12 if name == "JPEG" else 0)
    assert kind.transform(tmp_path, path.name) == TRANSFORM
