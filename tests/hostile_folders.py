"""What a stranger may have put into an export folder: each file with something odd at each place."""

from __future__ import annotations

import json
import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from label_scenes import DATASET_FILES, Errors, contents, export, layer_in_pixels
from qgis.core import QgsProcessingException
from scenes import Log, copy_of, noise, rectangle, write_raster

from training_data_exporter.export.storage.journal import JOURNAL_FILE

MARK = "@here@"
ODD = {
    "null": "null",
    "true": "true",
    "false": "false",
    "text": '"x"',
    "empty text": '""',
    "negative": "-1",
    "fraction": "0.5",
    "zero": "0",
    "one": "1",
    "large": "1e308",
    "large and negative": "-1e308",
    "too large": "1e999",
    "past 64 bits": "9" * 30,
    "very many digits": "9" * 5000,
    "NaN": "NaN",
    "infinity": "Infinity",
    "minus infinity": "-Infinity",
    "list": "[]",
    "object": "{}",
    "list in lists": "[" * 12 + "]" * 12,
    "deep list": "[" * 3000 + "]" * 3000,
    "deep object": '{"a":' * 3000 + "1" + "}" * 3000,
    "half a pair": '"\\ud800"',
    "half a pair as a key": '{"\\udfff": 1}',
    "key twice": '{"x": 1, "x": 2}',
    "way out": '"../../../../outside"',
    "absolute": '"/tmp/outside"',
    "address": '"/vsicurl/http://127.0.0.1:1/x.tif"',
    "control": '"\\u0000\\u001b[2J"',
    "long text": '"' + "x" * 2000 + '"',
}
"""Values as JSON spells them."""


def json_variants(document: Any) -> Iterator[tuple[str, bytes]]:
    """Yield a document with each odd value at each place, and without each of its keys.

    Args:
        document: as ``json`` gives it; of lists the first and the last value count.
    """
    for place, marked in _marked(document, ""):
        text = json.dumps(marked)
        for name, odd in ODD.items():
            yield f"{place or 'all'}: {name}", text.replace(f'"{MARK}"', odd).encode()
    for place, without in _without(document, ""):
        yield f"{place}: missing", json.dumps(without).encode()


def _marked(value: Any, place: str) -> Iterator[tuple[str, Any]]:
    yield place, MARK
    for key, inner in _inner(value):
        for name, marked in _marked(inner, f"{place}.{key}"):
            yield name, _with(value, key, marked)


def _without(value: Any, place: str) -> Iterator[tuple[str, Any]]:
    for key, inner in _inner(value):
        if isinstance(value, dict):
            yield f"{place}.{key}", {name: each for name, each in value.items() if name != key}
        else:
            yield f"{place}.{key}", [each for number, each in enumerate(value) if number != key]
        for name, less in _without(inner, f"{place}.{key}"):
            yield name, _with(value, key, less)


def _inner(value: Any) -> list[tuple[Any, Any]]:
    if isinstance(value, dict):
        return list(value.items())
    if isinstance(value, list) and value:
        return [(number, value[number]) for number in sorted({0, len(value) - 1})]
    return []


def _with(value: Any, key: Any, inner: Any) -> Any:
    copy = value.copy()
    copy[key] = inner
    return copy


def text_variants(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the lines of a text with something odd in the first of them, or in all."""
    first, _, rest = content.partition(b"\n")
    for name, odd in {
        "nothing": b"",
        "blanks": b"   ",
        "no text": b"\xff\xfe\x00\x80",
        "half a pair": b"\xed\xa0\x80",
        "zeros": bytes(5000),
        "way out": b"images\\..\\..\\..\\outside.tif  labels\\..\\..\\..\\outside.txt ",
        "absolute": b"/etc/passwd  /etc/passwd ",
        "drive": b"C:\\outside.tif  C:\\outside.txt ",
        "share": b"\\\\server\\share\\x.tif  \\\\server\\share\\x.txt ",
        "address": b"/vsicurl/http://127.0.0.1:1/x.tif  x ",
        "description": b"<GDAL_WMS><Service></GDAL_WMS>  x ",
        "other driver": b"WMS:http://127.0.0.1:1/  x ",
        "device": b"images\\\x07\x1b[2J.tif  x ",
        "long": b"x" * 70_000,
        "nan": b"nan nan nan nan nan nan nan nan nan nan nan nan nan nan nan",
        "numbers": b"9" * 5000,
        "entity": b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><annotation>&b;</annotation>',
    }.items():
        yield f"first line: {name}", odd + (b"\r\n" if first.endswith(b"\r") else b"\n") + rest
        yield f"all: {name}", odd
    yield "one line less", rest
    yield "one line twice", first + b"\n" + content
    yield "cut", content[: len(content) // 2]


def journal_variants(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a journal with odd values in its header or in a batch, with checksums that fit."""
    lines = content.splitlines(keepends=True)
    for number in sorted({0, len(lines) - 1}):
        for name, text in json_variants(json.loads(lines[number].split(b" ", 1)[1])):
            changed = [*lines[:number], _line(text), *lines[number + 1 :]]
            yield f"line {number}, {name}", b"".join(changed)
    yield "a batch twice", content + lines[-1]
    yield "no batch but the last", lines[0] + lines[-1]
    yield "header twice", lines[0] + content


def _line(text: bytes) -> bytes:
    return b"%08x %s\n" % (zlib.crc32(text), text)


def strictly(path: Path) -> Any:
    """Return what a JSON file of ours holds, after holding it to finite numbers and whole characters."""

    def refuse(constant: str) -> None:
        raise AssertionError(f"{path} holds {constant}")

    found = json.loads(path.read_bytes().decode("ascii"), parse_constant=refuse)
    json.dumps(found, ensure_ascii=False, allow_nan=False).encode("utf-8")
    return found


# Whole runs into such a folder.

TILE = 16
FORMATS = ("KITTI_rectangles", "PASCAL_VOC_rectangles", "RCNN_Masks", "Classified_Tiles")
STATISTICS = "esri_accumulated_stats.json"


class Stranger:
    """An export that a second one adds to, as a stranger may have changed it.

    Attributes:
        finished: its files by name.
        unfinished: the same when the second one was interrupted.
    """

    def __init__(self, folder: Path, metadata_format: str = "KITTI_rectangles") -> None:
        """Make the export in a folder, which has to be empty.

        Args:
            folder: where all of it lies.
            metadata_format: of the labels.
        """
        self.folder, self._format = folder, metadata_format
        self._raster = write_raster(folder / "in.tif", noise(3, 2 * TILE, 3 * TILE))
        shapes = [(rectangle(9 * n, 7 * n, 9 * n + 12, 7 * n + 9), 1 + n % 2) for n in range(5)]
        self._layer = layer_in_pixels(shapes)
        self._run(folder / "first", 0)
        self.finished = contents(folder / "first")
        self._run(folder / "first", 6, Log(cancel_at=50))
        self.unfinished = contents(folder / "first")
        assert JOURNAL_FILE in self.unfinished
        self._count = 0

    def _run(self, out: Path, start_index: int, log: Log | None = None, **looks: Any) -> Any:
        values = {"METADATA_FORMAT": self._format, "CLASS_VALUE_FIELD": "kind", "START_INDEX": start_index}
        raster = copy_of(self._raster) if start_index else self._raster
        return export(out, raster, self._layer, TILE, log=log, **values, **looks)

    def attempt(self, files: dict[str, bytes]) -> str:
        """Add to an export with these files and return what was said, "" where that went well.

        Args:
            files: by name.
        """
        self._count += 1
        around = self.folder / f"around {self._count}"
        for name, data in files.items():
            path = around / "out" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        log = Errors()
        sentence = ""
        looks = {"REPORT": str(around / "report.html"), "CHIP_INDEX": str(around / "index.gpkg")}
        try:
            self._run(around / "out", 6, log, **looks)
        except QgsProcessingException as error:
            sentence = [*log.errors, str(error)][0].splitlines()[-1]  # QGIS puts a heading before some
        self._check(around, files, sentence, [*log.infos, *log.warnings, *log.errors, sentence])
        shutil.rmtree(around)
        return sentence

    def _check(self, around: Path, files: dict[str, bytes], sentence: str, said: list[str]) -> None:
        assert {path.name for path in around.iterdir()} <= {"out", "report.html", "index.gpkg"}
        assert not [text for text in said if "Traceback" in text or "not foreseen" in text], said
        assert sentence.isprintable(), sentence
        assert len(sentence) < 1000
        found = contents(around / "out")
        if all(found[name] == files[name] for name in DATASET_FILES):
            assert sentence
            assert {name for name in found.keys() ^ files.keys() if not name.endswith(".part")} == set(), said
        else:
            assert JOURNAL_FILE not in found or sentence
            assert strictly(around / "out" / STATISTICS)["NumTiles"] == 12
            strictly(around / "out" / "esri_model_definition.emd")


def whole_runs(stranger: Stranger) -> Iterator[tuple[str, dict[str, bytes]]]:
    """Yield all that may be odd: a name, and the files of the folder.

    Args:
        stranger: the export.
    """
    files = stranger.finished
    for name, content in json_variants(json.loads(files[STATISTICS])):
        yield f"{STATISTICS}{name}", {**files, STATISTICS: content}
    labels = sorted(name for name in files if name.startswith("labels/") and name.endswith((".txt", ".xml")))
    for file in (
        "map.txt",
        "stats.txt",
        "esri_model_definition.emd",
        "export.json",
        "images/000000000.tfw",
        *labels[:1],
    ):
        for name, content in text_variants(files[file]):
            yield f"{file}, {name}", {**files, file: content}
    files = stranger.unfinished
    for name, content in journal_variants(files[JOURNAL_FILE]):
        yield f"journal, {name}", {**files, JOURNAL_FILE: content}
