r"""The lines of ``labels.json``: COCO's keys, with each image, annotation and category on a line of its own.

The keys are those of https://cocodataset.org/#format-data, and ``class_value``. Lines are ASCII, and what
is read must have the very form that is written here: a file of another form is not
taken for one of ours.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from ....chipping.classes import ClassTable
from ....chipping.redaction import whole_characters

LABELS_FILE = "labels.json"
LONGEST_LINE = 256 << 20  # bytes

INFO, LICENSES = b'"info": ', b'"licenses": [],\n'
OPENED = {name: b'"%s": [\n' % name.encode("ascii") for name in ("images", "annotations", "categories")}
"""The lines that lists begin with."""

BETWEEN = b",\n"
"""What stands between entries."""

CLOSED, LAST_CLOSED = b"],\n", b"]\n"
"""Those that they end with."""

_COUNT = rb"(?:0|[1-9][0-9]{0,15})"
_NUMBER = rb"-?[0-9]{1,10}\.[0-9]{2}"
_RING = rb"\[" + _NUMBER + rb"(?:, " + _NUMBER + rb")*\]"
_RINGS = rb"\[" + _RING + rb"(?:, " + _RING + rb")*\]"
_RUNS = (
    rb'\{"size": \['
    + _COUNT
    + rb", "
    + _COUNT
    + rb'\], "counts": \['
    + _COUNT
    + rb"(?:, "
    + _COUNT
    + rb")*\]\}"
)
_OBJECT = (
    rb'"image_id": (?P<image>' + _COUNT + rb'), "category_id": (?P<category>' + _COUNT + rb"), "
    rb'"bbox": \[' + _NUMBER + (rb", " + _NUMBER) * 3 + rb'\], "area": [0-9.e+-]{1,30}, "iscrowd": 0, '
    rb'"segmentation": (?:' + _RINGS + rb"|" + _RUNS + rb")\}"
)
OBJECT = re.compile(_OBJECT)
"""An annotation without its brace and id."""

ANNOTATION = re.compile(rb'\{"id": (?P<id>' + _COUNT + rb"), " + _OBJECT)
IMAGE = re.compile(
    rb'\{"id": (?P<id>' + _COUNT + rb'), "file_name": "(?P<stem>[0-9]{1,15})\.(?:tif|png|jpg)", '
    rb'"width": (?P<width>' + _COUNT + rb'), "height": (?P<height>' + _COUNT + rb")\}"
)


def image_id(stem: str) -> int:
    """Return the id of a chip's image: its number from 1.

    Args:
        stem: file name of the chip without extension.

    Raises:
        ValueError: it is no number.
    """
    return int(stem) + 1


def category_ids(classes: ClassTable) -> dict[int, int]:
    """Return the category of each class value: 1..n, as converters number them anew if they are not."""
    return {value: number for number, value in enumerate(classes.values, 1)}


def image_line(number: int, file_name: str, width: int, height: int) -> bytes:
    """Return an image without the end of its line."""
    text = '{"id": %d, "file_name": "%s", "width": %d, "height": %d}'
    return (text % (number, file_name, width, height)).encode("ascii")


def categories(classes: ClassTable) -> list[bytes]:
    """Return the categories, each without the end of its line."""
    ids = category_ids(classes)
    return [
        encoded({"id": ids[each.value], "name": each.name, "supercategory": "", "class_value": each.value})
        for each in classes
    ]


def encoded(document: dict[str, Any]) -> bytes:
    """Return an object as ASCII."""
    texts = {key: whole_characters(each) if isinstance(each, str) else each for key, each in document.items()}
    return json.dumps(texts, allow_nan=False).encode("ascii")


def listed(name: str, entries: Iterable[bytes], is_last: bool = False) -> Iterator[bytes]:
    """Yield a list and its key, an entry a line.

    Args:
        name: the key.
        entries: without the ends of their lines; several may stand together, ``BETWEEN`` them.
        is_last: no other key follows.
    """
    yield OPENED[name]
    end = b""
    for entry in entries:
        yield end + entry
        end = BETWEEN
    yield (b"\n" if end else b"") + (LAST_CLOSED if is_last else CLOSED)
