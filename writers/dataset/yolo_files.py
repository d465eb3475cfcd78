"""The files of a YOLO set: the four of every set and, above all sets, ``data.yaml``.

The keys are those that ultralytics reads (https://docs.ultralytics.com/datasets/detect/). There is no
``path``: the folder of ``data.yaml`` is then where paths begin, wherever it is moved to.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from ...chipping.classes import ClassTable
from .set_files import EsriFiles, SetFile
from .summary import SetSummary

DATA_FILE = "data.yaml"

_ESCAPED = re.compile(r'[^\x20-\x7e]|["\\]')
_REPEATED = "  # the training chips again, as there are no others: figures on them mean nothing"


class YoloFiles(EsriFiles):
    """The four files and ``data.yaml``."""

    names_above = (DATA_FILE,)

    @classmethod
    def above(cls, sets: Mapping[str, SetSummary]) -> Iterator[SetFile]:
        """Yield ``data.yaml``."""
        classes = next(iter(sets.values())).classes
        lines = [*_folders(sets), "", "names:", *_names(classes), ""]
        yield DATA_FILE, ("\n".join(lines).encode("ascii"),)


def repeats_training(sets: Collection[str]) -> bool:
    """Return whether ``val`` names the training chips, as there are no others.

    Args:
        sets: the folders of the sets that have chips, "" for the export folder itself.
    """
    return "valid" not in sets


def _folders(sets: Collection[str]) -> Iterator[str]:
    """Yield a line for each split that has chips."""
    training = "images" if "" in sets else "train/images"
    yield f"train: {training}"
    yield f"val: {training}{_REPEATED}" if repeats_training(sets) else "val: valid/images"
    if "test" in sets:
        yield "test: test/images"


def _names(classes: ClassTable) -> Iterator[str]:
    """Yield a line for each class; label files know it by its place."""
    for number, each in enumerate(classes):
        yield f"  {number}: {_quoted(each.name)}  # class value {each.value}"


def _quoted(text: str) -> str:
    r"""Return a text as YAML has it between quotation marks, in ASCII.

    JSON would not do: YAML takes the two halves of ``\ud83c\udf33`` for two characters.
    """
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if match[0] in '"\\':
        return f"\\{match[0]}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
