"""A new format is one class and one line: exported, added to, resumed, reported, indexed like others."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from label_scenes import contents
from lxml import html
from qgis.core import QgsProcessingException, QgsVectorLayer
from scenes import Log, limit, memory_layer, noise, on_map, rectangle, run, with_copy, write_raster

from training_data_exporter.writers import LABEL_FORMATS
from training_data_exporter.writers.base import EncodedChip, LabelFormat
from training_data_exporter.writers.dataset.set_files import EsriFiles
from training_data_exporter.writers.labels.shown import BoxLabel, ShownLabels
from training_data_exporter.writers.layout import Layout


def boxes(rows) -> ShownLabels:
    return ShownLabels(boxes=[BoxLabel(*row) for row in rows])


class PerChip(LabelFormat):
    """``marks/<stem>.json``: a row of class and sides for each object."""

    name = "Toy_files"
    layout = Layout(("pictures", "marks"))

    def encode(self, chip):
        path = f"{self.layout.label(chip)}.json"
        rows = [each[:5] for each in chip.labels.objects]
        return EncodedChip({path: json.dumps(rows).encode()}, (path,))

    @classmethod
    def read(cls, files, entry):
        return boxes(row for path in entry.labels for row in json.loads(files.text(path)))


class OneFile(EsriFiles):
    """The four files and ``labels.jsonl``, with a numbered line for each chip."""

    names = (*EsriFiles.names, "labels.jsonl")

    @classmethod
    def write(cls, summary, chips, stored) -> Iterator[tuple[str, Iterable[bytes]]]:
        yield from EsriFiles.write(summary, chips, stored)
        yield cls.names[-1], cls._parts(chips, stored)

    @classmethod
    def _parts(cls, chips, stored) -> Iterator[bytes]:
        start = 0
        if stored is not None:
            earlier = (cls.folder / cls.names[-1]).read_bytes().splitlines(keepends=True)
            start = stored.chip_total
            yield b"".join(earlier[:start])
        for number, chip in enumerate(chips, start):
            yield b"%d %s\n" % (number, chip.record)


class PerSet(LabelFormat):
    """No label files: the lines of ``labels.jsonl`` hold the objects of all chips."""

    name = "Toy_records"
    layout = Layout(("images",))
    set_files = OneFile

    def encode(self, chip):
        return EncodedChip(
            {}, record=json.dumps([chip.stem, [each[:5] for each in chip.labels.objects]]).encode()
        )

    @classmethod
    def read(cls, files, entry):
        lines = files.text("labels.jsonl").splitlines()
        return boxes(dict(json.loads(line.partition(" ")[2]) for line in lines)[entry.stem])


@pytest.fixture(params=[PerChip, PerSet], autouse=True)
def toy(request, qgis_app, tmp_path, monkeypatch) -> type[LabelFormat]:
    monkeypatch.setitem(LABEL_FORMATS, request.param.name, request.param)
    monkeypatch.setattr(OneFile, "folder", tmp_path / "set", raising=False)
    return request.param


@pytest.fixture
def values(toy, tmp_path) -> dict:
    """Four chips with 2, 1, 0 and 1 labels: three of class 1, one of class 2."""
    raster = write_raster(tmp_path / "raster.tif", noise(3, 32, 128))
    sides = [((2, 2, 12, 10), 1), ((20, 4, 24, 30), 2), ((40, 4, 50, 14), 1), ((100, 8, 110, 20), 1)]
    labels = memory_layer(
        [(on_map(rectangle(*each)), {"Classvalue": value}) for each, value in sides], {"Classvalue": int}
    )
    sizes = dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y", "STRIDE_X", "STRIDE_Y"), 32)
    return {"IN_RASTER": raster, "IN_CLASS_DATA": labels, **sizes, "METADATA_FORMAT": toy.name}


def looked_at(folder: Path, parameters: dict, log: Log | None = None) -> tuple[list[str], list, list]:
    """Export; return the report's numbers, and labels and classes of each chip in the index."""
    report, index = folder.with_suffix(".html"), folder.with_suffix(".gpkg")
    for path in (report, index):
        path.unlink(missing_ok=True)
    run(folder, log, **parameters, REPORT=str(report), CHIP_INDEX=str(index))
    numbers = html.parse(str(report)).xpath("//div[@class='numbers']/div/b/text()")
    rows = list(QgsVectorLayer(str(index), "index", "ogr").getFeatures())
    return numbers, [row["objects"] for row in rows], [row["classes"] for row in rows]


def refusal(folder: Path, parameters: dict) -> str:
    log = Log()
    with pytest.raises(QgsProcessingException) as failure:
        run(folder, log, **parameters)
    return " ".join([*log.errors, str(failure.value)])


COUNTS, CLASSES = [2, 1, 0, 1], ["1: 1, 2: 1", "1: 1", "", "1: 1"]


def test_report_and_index_count_its_labels(values, toy, tmp_path):
    numbers, counts, classes = looked_at(tmp_path / "set", values)
    assert numbers == ["4", "4", "2", "1 (25 %)"]
    assert (counts, classes) == (COUNTS, CLASSES)
    found = contents(tmp_path / "set")
    stems = {f"{number:09d}" for number in range(4)}
    assert {Path(name).stem for name in found if name.startswith(toy.layout.folders[0])} == stems
    assert set(toy.set_files.names) < set(found)
    assert not (tmp_path / "set" / "labels").exists()


def test_it_is_added_to(values, tmp_path):
    run(tmp_path / "set", **values)
    assert "; START_INDEX 4 (or -1" in refusal(tmp_path / "set", values)
    numbers, counts, classes = looked_at(tmp_path / "set", with_copy(values, START_INDEX=4))
    assert numbers == ["8", "8", "2", "2 (25 %)"]
    assert (counts, classes) == (2 * COUNTS, 2 * CLASSES)


def test_an_addition_in_another_format_is_refused(values, tmp_path):
    run(tmp_path / "set", **values)
    other = {**values, "START_INDEX": 4, "METADATA_FORMAT": "KITTI_rectangles"}
    sentence = "METADATA_FORMAT: the export that OUT_FOLDER holds was made with "
    assert sentence + values["METADATA_FORMAT"] in refusal(tmp_path / "set", other)


@pytest.mark.parametrize("start", [0, 4])
def test_it_is_resumed(values, tmp_path, monkeypatch, start):
    limit(monkeypatch, batch_bytes=1)
    added = with_copy(values, START_INDEX=start)
    for name in ("whole", "set"):
        monkeypatch.setattr(OneFile, "folder", tmp_path / name)
        if start:
            run(tmp_path / name, **values)
        if name == "whole":
            run(tmp_path / name, **added)
    log = Log(cancel_at=40.0)
    run(tmp_path / "set", log, **added)
    assert "unfinished_export.journal" in contents(tmp_path / "set")
    numbers, counts, _ = looked_at(tmp_path / "set", added)
    assert counts == (2 * COUNTS if start else COUNTS)
    assert numbers[0] == str(4 + start)
    assert contents(tmp_path / "set") == contents(tmp_path / "whole")
