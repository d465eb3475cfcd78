"""COCO: annotations of a chip, and ``labels.json`` written, read and added to as a stream."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from hand_made_shapes import area, inside, labels, square
from hypothesis import given, settings
from hypothesis import strategies as st
from profiles import profile

from training_data_exporter.chipping.chip import Chip, ChipLabels
from training_data_exporter.chipping.classes import ClassTable, LabelClass
from training_data_exporter.chipping.errors import ExportError
from training_data_exporter.chipping.statistics.bands import BandStatistics, FeatureStatistics
from training_data_exporter.writers.dataset.cell_sizes import CellSize
from training_data_exporter.writers.dataset.coco.files import CocoFiles
from training_data_exporter.writers.dataset.coco.packed import PackedAnnotations
from training_data_exporter.writers.dataset.coco.reader import Annotations
from training_data_exporter.writers.dataset.coco.text import lines_of
from training_data_exporter.writers.dataset.stored import StoredSet
from training_data_exporter.writers.dataset.summary import ChipRecord, SetSummary
from training_data_exporter.writers.format_context import FormatContext
from training_data_exporter.writers.labels.coco import CocoFormat

WIDTH, HEIGHT = SIZE = (24, 16)
ITS = profile(size=SIZE)
PIXEL = ITS.cell_x * ITS.cell_y
ROOF, WATER, TREE = (LabelClass(*each, (1, 2, 3)) for each in ((2, "Roof"), (5, "Wáter"), (9, "Tree")))
CLASSES = ClassTable((ROOF, WATER, TREE))
TRIANGLE = [(1.25, 2), (9.004, 2), (9.004, 7.5)]
RING, HOLE = square(3.3, 2, 14, 13), square(6, 5, 9, 8)


def encoded(objects, number=0, classes=CLASSES, counts_pixels=False) -> ChipRecord:
    stem = f"{number:09d}"
    context = FormatContext(ITS, classes, ".png", "tool", counts_pixels)
    chip = Chip(
        stem, (0, 1, 0, 0, 0, -1), np.zeros((1, HEIGHT, WIDTH), np.uint8), labels(objects, SIZE, PIXEL)
    )
    found = CocoFormat(context).encode(chip)
    assert (found.files, found.listed) == ({}, ())
    return ChipRecord(f"images/{stem}.png", (), found.record)


def lines(record: ChipRecord, before: int = 0) -> list[str]:
    found = PackedAnnotations.together([record.record], [int(Path(record.image).stem) + 1], WIDTH)
    return lines_of(found, before, (HEIGHT, WIDTH))


def annotations(record: ChipRecord) -> list[dict]:
    return [json.loads(line) for line in lines(record)] if record.record else []


def test_an_annotation_as_text():
    assert lines(encoded([(5, [[TRIANGLE]])], 12), 8) == [
        '{"id": 9, "image_id": 13, "category_id": 2, "bbox": [1.25, 2.00, 7.75, 5.50], "area": 21.3235, '
        '"iscrowd": 0, "segmentation": [[1.25, 2.00, 9.00, 2.00, 9.00, 7.50]]}'
    ]


def test_several_parts_are_several_polygons_and_a_hole_is_run_lengths():
    apart = [[square(0, 0, 4, 4)], [square(10, 10, 24, 16)]]
    with_hole = [[RING, HOLE], [square(20, 0, 24, 3)]]
    one, other = annotations(encoded([(2, apart), (9, with_hole)]))
    assert one["segmentation"] == [[0, 0, 4, 0, 4, 4, 0, 4], [10, 10, 24, 10, 24, 16, 10, 16]]
    assert (one["bbox"], one["area"], one["category_id"]) == ([0, 0, 24, 16], 16 + 84, 1)
    assert (other["bbox"], other["area"], other["category_id"]) == (
        [3.3, 0, 20.7, 13],
        pytest.approx(area(with_hole)),
        3,
    )
    assert other["segmentation"]["size"] == [HEIGHT, WIDTH]
    expected = inside([ring for part in with_hole for ring in part], SIZE)
    np.testing.assert_array_equal(decoded(other["segmentation"]), expected)
    assert expected.sum() == 11 * 11 - 9 + 12


def decoded(segmentation: dict) -> np.ndarray:
    """Return the mask of run lengths, pixel by pixel."""
    pixels = [place % 2 == 1 for place, count in enumerate(segmentation["counts"]) for _ in range(count)]
    rows, columns = segmentation["size"]
    return np.array([[pixels[column * rows + row] for column in range(columns)] for row in range(rows)])


def test_of_a_class_raster_all_objects_are_run_lengths():
    (found,) = annotations(encoded([(2, [[square(3, 0, 5, 2)]])], counts_pixels=True))
    assert found["segmentation"] == {"size": [16, 24], "counts": [48, 2, 14, 2, 318]}
    assert (found["bbox"], found["area"]) == ([3, 0, 2, 2], 4.0)


def test_polygons_that_vanish_between_two_decimals_are_run_lengths():
    thin = [[(2.001, 3), (2.004, 3), (2.002, 9)]]
    (found,) = annotations(encoded([(2, [thin])]))
    assert found["segmentation"] == {"size": [16, 24], "counts": [384]}
    (found,) = annotations(encoded([(2, [thin, [square(5, 5, 7, 7)]])]))
    assert found["segmentation"] == [[5, 5, 7, 5, 7, 7, 5, 7]]


@settings(max_examples=60, deadline=None)
@given(left=st.floats(0, 20), width=st.floats(0.02, 4), top=st.floats(0, 10))
def test_a_box_is_as_wide_as_its_rounded_sides_are_apart(left, width, top):
    (found,) = annotations(encoded([(2, [[square(left, top, left + width, top + 5)]])]))
    x, _, across, _ = found["bbox"]
    assert round(x + across, 2) == round(left + width, 2)
    assert found["area"] == pytest.approx(width * 5)
    assert isinstance(found["area"], float)


# The file of a set.


def summary(classes: ClassTable, chips: int, next_index: int) -> SetSummary:
    bands, cells = [BandStatistics()] * ITS.band_count, (CellSize.of(ITS),) * 2
    features = FeatureStatistics.empty(classes.values)
    return SetSummary("COCO", ITS, classes, chips, next_index, bands, features, False, cells, "Tool 1.0")


def write(folder: Path, classes, chips, next_index: int, stored: StoredSet | None = None) -> None:
    total = len(chips) + (stored.chip_total if stored else 0)
    for name, parts in CocoFiles.write(summary(classes, total, next_index), chips, stored):
        (folder / f"{name}.part").write_bytes(b"".join(parts))
    for name in CocoFiles.names:
        (folder / f"{name}.part").replace(folder / name)


def objects(number: int, value: int = 2) -> list:
    return [(value, [[square(number % 5, 1, number % 5 + 3 + each, 6)]]) for each in range(number % 3)]


def chips(numbers, classes=CLASSES, value: int = 2) -> list[ChipRecord]:
    return [encoded(objects(number, value), number, classes) for number in numbers]


def test_labels_json(tmp_path):
    write(tmp_path, CLASSES, chips([0, 4, 5]), 6)
    data = (tmp_path / "labels.json").read_bytes()
    document = json.loads(data.decode("ascii"))
    assert list(document) == ["info", "licenses", "images", "annotations", "categories"]
    assert document["info"] == {"description": "Tool 1.0"}
    assert document["licenses"] == []
    assert document["images"] == [
        {"id": number + 1, "file_name": f"{number:09d}.png", "width": 24, "height": 16}
        for number in (0, 4, 5)
    ]
    found = [(each["id"], each["image_id"], each["bbox"]) for each in document["annotations"]]
    assert found == [(1, 5, [4, 1, 3, 5]), (2, 6, [0, 1, 3, 5]), (3, 6, [0, 1, 4, 5])]
    assert document["categories"] == [
        {"id": 1, "name": "Roof", "supercategory": "", "class_value": 2},
        {"id": 2, "name": "Wáter", "supercategory": "", "class_value": 5},
        {"id": 3, "name": "Tree", "supercategory": "", "class_value": 9},
    ]
    assert data.count(b"\n") == 2 + 1 + 3 + 3 + 3 + 6 + 1  # an entry a line
    assert CocoFiles.reopen(tmp_path).chip_total == 3


def test_without_any_label_the_lists_are_empty(tmp_path):
    write(tmp_path, ClassTable(()), chips([0]), 1)
    document = json.loads((tmp_path / "labels.json").read_bytes())
    assert (len(document["images"]), document["annotations"], document["categories"]) == (1, [], [])
    assert CocoFiles.reopen(tmp_path).chip_total == 1


def test_an_addition_is_the_same_as_one_export(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    write(tmp_path / "one", CLASSES, chips(range(11)), 11)
    write(tmp_path / "two", CLASSES, chips(range(6)), 6)
    write(tmp_path / "two", CLASSES, chips(range(6, 11)), 11, CocoFiles.reopen(tmp_path / "two"))
    one, two = ((tmp_path / name / "labels.json").read_bytes() for name in ("one", "two"))
    assert two == one


def test_a_class_that_comes_between_gives_stored_labels_their_new_category(tmp_path):
    few = ClassTable((ROOF, TREE))
    write(tmp_path, few, chips(range(3), few, TREE.value), 3)
    write(tmp_path, CLASSES, chips(range(3, 6), CLASSES, WATER.value), 6, CocoFiles.reopen(tmp_path))
    document = json.loads((tmp_path / "labels.json").read_bytes())
    values = {each["id"]: each["class_value"] for each in document["categories"]}
    assert values == {1: 2, 2: 5, 3: 9}
    found = [(each["id"], each["image_id"], values[each["category_id"]]) for each in document["annotations"]]
    assert found == [(1, 2, 9), (2, 3, 9), (3, 3, 9), (4, 5, 5), (5, 6, 5), (6, 6, 5)]


def test_an_unfinished_addition_goes_on_whether_its_files_are_old_or_new(tmp_path):
    """The report may fail when the files of the set stand already; the same call then writes them again."""
    few = ClassTable((ROOF, TREE))
    write(tmp_path, few, chips(range(3), few, TREE.value), 3)
    added = chips(range(3, 6), CLASSES, WATER.value)
    kept = json.loads(json.dumps(CocoFiles.reopen(tmp_path).for_journal()))
    made = []
    for _ in range(3):
        write(tmp_path, CLASSES, added, 6, CocoFiles.reopen(tmp_path, kept, "journal"))
        made.append((tmp_path / "labels.json").read_bytes())
    assert made[0] == made[1] == made[2]
    assert len(json.loads(made[0])["annotations"]) == 6


def rewritten(data: bytes, odd: str) -> bytes:
    old, _, new = odd.partition(" -> ")
    assert old.encode() in data
    return data.replace(old.encode(), new.encode(), 1)


@pytest.mark.parametrize(
    ("odd", "reason"),
    [
        (
            '"file_name": "000000004.png" -> "file_name": "../../../../etc/passwd"',
            "not as an export writes it",
        ),
        ('"file_name": "000000004.png" -> "file_name": "000000003.png"', "image 5 is not in the order"),
        (
            '{"id": 5, "file_name": "000000004.png", "width": 24, "height": 16},\n -> ',
            "does not list 3 chips",
        ),
        ('"width": 24 -> "width": 25', "has another size"),
        ('"area": 15.0 -> "area": NaN', "not as an export writes it"),
        ('"category_id": 1 -> "category_id": 4', "category 4, which there is not"),
        ('"category_id": 1 -> "category_id": 0', "annotation 1 is not in the order"),
        ('{"id": 2, "image_id": 6 -> {"id": 2, "image_id": 1', "annotation 2 is not in the order"),
        ('{"id": 3, "image_id": 6 -> {"id": 3, "image_id": 7', "annotation 3 is not in the order"),
        ('{"id": 3, -> {"id": 9,', "annotation 3 is not in the order"),
        ('"class_value": 5 -> "class_value": 6', "categories are not the classes"),
        ('"class_value": 5 -> "class_value": 2', "category 2 is not in the order"),
        ('"class_value": 5 -> "class_value": 5, "class_value": 5', "a key twice"),
        ('"supercategory": "", -> "supercategory": [], ', "not a text"),
        ('"licenses": [], -> "licenses": [1], ', "its head is not as an export writes it"),
        ('"annotations": [ -> "segments": [', "no annotations where an export writes them"),
        ("]\n}\n -> ]\n}\n{}\n", "does not end as an export writes it"),
    ],
)
def test_a_file_that_no_export_wrote_is_refused(tmp_path, odd, reason):
    write(tmp_path, CLASSES, chips([0, 4, 5]), 6)
    path = tmp_path / "labels.json"
    path.write_bytes(rewritten(path.read_bytes(), odd))
    with pytest.raises(
        ExportError, match=r"holds an export whose labels\.json is missing or damaged"
    ) as refusal:
        CocoFiles.reopen(tmp_path)
    assert reason in str(refusal.value)


def test_a_file_of_any_length_that_is_cut_is_refused(tmp_path):
    write(tmp_path, CLASSES, chips([0, 4, 5]), 6)
    whole = (tmp_path / "labels.json").read_bytes()
    for length in (*range(0, len(whole), 9), *range(len(whole) - 30, len(whole))):
        (tmp_path / "labels.json").write_bytes(whole[:length])
        with pytest.raises(ExportError, match=r"labels\.json is missing or damaged"):
            CocoFiles.reopen(tmp_path)


def test_a_file_that_is_laid_out_otherwise_is_refused_in_a_sentence(tmp_path):
    write(tmp_path, CLASSES, chips([0, 4, 5]), 6)
    path = tmp_path / "labels.json"
    path.write_text(json.dumps(json.loads(path.read_bytes())))
    with pytest.raises(ExportError, match="its head is not as an export writes it"):
        CocoFiles.reopen(tmp_path)
    path.unlink()
    path.symlink_to("/etc/passwd")
    with pytest.raises(ExportError, match="not a plain file"):
        CocoFiles.reopen(tmp_path)


@pytest.mark.parametrize("change", ["bbox", "images"])
def test_a_file_that_changes_while_it_is_copied_is_noticed(tmp_path, change):
    write(tmp_path, CLASSES, chips(range(6)), 6)
    stored = CocoFiles.reopen(tmp_path)
    path, data = tmp_path / "labels.json", (tmp_path / "labels.json").read_bytes()
    changed = {
        "bbox": data.replace(b"[1.00, 1.00", b"[1.50, 1.00"),
        "images": data.replace(b"images", b"image"),
    }
    assert changed[change] != data
    path.write_bytes(changed[change])
    files = CocoFiles.write(summary(CLASSES, 7, 7), chips([6]), stored)
    with pytest.raises(ExportError, match="was changed by another program"):
        [b"".join(parts) for _, parts in files]


def test_a_record_that_no_chip_has_made_does_not_reach_the_file():
    for record in (b'"image_id": 1}, {"evil": 2}', encoded(objects(2), 2).record):
        files = CocoFiles.write(
            summary(CLASSES, 1, 1), [ChipRecord("images/000000000.png", (), record)], None
        )
        with pytest.raises(ExportError, match="the journal does not hold the labels of images/000000000"):
            [b"".join(parts) for _, parts in files]


def test_annotations_are_found_chip_by_chip_in_any_order(tmp_path):
    write(tmp_path, CLASSES, chips(range(12)), 12)
    expected = {number + 1: len(objects(number)) for number in range(12)}
    reader = Annotations(tmp_path)
    for images in (range(1, 13), (3, 3, 6, 12), (12, 1, 2, 99, 5)):
        for image in images:
            found = reader.of(image)
            assert [each["image_id"] for each in found] == [image] * expected.get(image, 0)


# Memory and the journal.


@dataclass(frozen=True)
class ManyChips:
    """A thousand annotations on each of many chips; made when they are asked for."""

    count: int
    first: int = 0

    def __iter__(self) -> Iterator[ChipRecord]:
        found = PackedAnnotations.unpacked(encoded([(2, [[square(1, 2, 9, 8)]])]).record)
        for number in range(self.first, self.first + self.count):
            its = found._replace(images=np.array([number + 1]))
            record = PackedAnnotations.joined([its] * 1000).packed()
            yield ChipRecord(f"images/{number:09d}.png", (), record)

    def __len__(self) -> int:
        return self.count


def written_in_parts(folder: Path, total: int, many: ManyChips, stored: StoredSet | None) -> int:
    """Write the files of a set part by part; return the most memory that was held (bytes)."""
    tracemalloc.start()
    for name, parts in CocoFiles.write(summary(CLASSES, total, total), many, stored):
        with (folder / f"{name}.part").open("wb") as stream:
            for part in parts:
                stream.write(part)
    for name in CocoFiles.names:
        (folder / f"{name}.part").replace(folder / name)
    held = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return held


@pytest.mark.parametrize("count", [5, 80])
def test_memory_does_not_grow_with_the_labels(tmp_path, count):
    first = written_in_parts(tmp_path, count, ManyChips(count), None)
    tracemalloc.start()
    stored = CocoFiles.reopen(tmp_path)
    looked_at = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    added = written_in_parts(tmp_path, count + 1, ManyChips(1, count), stored)
    assert max(first, looked_at, added) < 5 << 20
    last = range(1000 * count + 1, 1000 * count + 1001)
    assert [each["id"] for each in Annotations(tmp_path).of(count + 1)] == list(last)


def test_a_record_is_packed_for_the_journal_and_comes_back():
    record = encoded(objects(2), 7)
    busy = replace_record(record, record.record * 200)
    kept = json.loads(json.dumps(busy.for_journal()))
    assert ChipRecord.of_journal(*kept) == busy
    assert len(kept[2]) < len(busy.record) / 20
    assert ChipRecord("a", ()).for_journal() == ["a", ()]


def replace_record(chip: ChipRecord, record: bytes) -> ChipRecord:
    return chip._replace(record=record)


@pytest.mark.parametrize("record", ["no base 85 \\", "0000", "c$~{rz"])
def test_a_record_that_is_none_is_refused(record):
    with pytest.raises(ValueError):
        ChipRecord.of_journal("images/1.png", (), record)


def test_classes_that_share_a_name_are_told_apart():
    alike = ClassTable((ROOF, replace(WATER, name="Roof"), TREE))
    assert [each.name for each in CocoFormat.accepts(alike)] == ["Roof_2", "Roof_5", "Tree"]
    stored = CocoFormat.accepts(ClassTable((ROOF, TREE)))
    assert [each.name for each in CocoFormat.accepts(alike, stored)] == ["Roof", "Roof_5", "Tree"]
    again = CocoFormat.accepts(alike, CocoFormat.accepts(alike, stored))
    assert [each.name for each in again] == ["Roof", "Roof_5", "Tree"]
    with pytest.raises(ExportError, match="class 9 is named Bush, but Tree"):
        CocoFormat.accepts(ClassTable((replace(TREE, name="Bush"),)), stored)


def test_a_chip_without_labels_adds_nothing():
    assert encoded([]).record == b""
    assert ChipLabels().shapes is None
