"""What the lines of a journal may hold: the folder may come from somebody else."""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from ...chipping.untrusted.bounded_json import Limits
from ...chipping.untrusted.json_kinds import Anything, Flag, InnerPath, Number, Text, Whole, WholeText
from ...chipping.untrusted.json_shapes import Either, ListOf, MapOf, Record, Row

LINE = Limits("a line of any journal", 1 << 28, 20_000_000, 16)

_MANY = 20_000_000
_MOST = 2**53
_LONGEST = 100_000  # characters
_LONGEST_RECORD = 1 << 28  # characters
_LARGEST = sys.float_info.max
_ID = (-(2**63), 2**63 - 1)
_COUNT = Whole(0, _MOST)
_REAL = Number(-_LARGEST, _LARGEST)
_POSITIVE = Number(0, _LARGEST)
_TEXT = Text(_LONGEST)
_IDS = ListOf(Whole(*_ID), _MANY)
_TALLY = Record(
    {"minimum": _POSITIVE, "maximum": _POSITIVE, "total": _POSITIVE, "count": _COUNT}, closed=True
)
_BAND = Record(
    {"count": _COUNT, "minimum": _REAL, "maximum": _REAL, "mean": _REAL, "m2": _POSITIVE}, closed=True
)
_STATE = Record(
    {
        "bands": ListOf(_BAND, _MANY),
        "images": _COUNT,
        "per_image": _TALLY,
        "classes": MapOf(WholeText(0, _ID[1]), Row((_COUNT, _TALLY)), _MANY),
        "counts": Row((_COUNT,) * 4),
    }
)
_NEWS = Record(
    {
        "repaired": _IDS,
        "reduced": _IDS,
        "broken": MapOf(WholeText(*_ID), _TEXT, _MANY),
        "unclassified": _IDS,
        "unseen": _COUNT,
        "thin": _COUNT,
    }
)
HEADER = Record(
    {"call": MapOf(Text(100), Anything(), 1000), "stored": Anything()},
    {"inputs": MapOf(Text(100), MapOf(_TEXT, _TEXT, _MANY), 100), "new": Flag()},
)
"""The first line; version 1.0.0 kept no state of the inputs."""

_ENTRY = (InnerPath(), ListOf(InnerPath(), _MANY))
RECORD = Record(
    {
        "number": _COUNT,
        "size": _COUNT,
        "next_index": _COUNT,
        "entries": ListOf(Either((Row(_ENTRY), Row((*_ENTRY, Text(_LONGEST_RECORD))))), _MANY),
        "valid": ListOf(_COUNT, _MANY),
        "news": _NEWS,
        "state": _STATE,
    },
    {"files": ListOf(Row((InnerPath(), _COUNT, Whole(0, 2**32 - 1))), _MANY)},
)
"""A finished batch; version 1.0.0 kept no list of its files."""


def check_records(
    records: Sequence[Mapping[str, Any]], start_index: int, band_count: int, class_values: Collection[int]
) -> None:
    """Hold finished batches to one another and to the export that goes on from them.

    Args:
        records: each of the kind ``RECORD``, in order.
        start_index: number of the export's first chip.
        band_count: bands of a chip.
        class_values: of the class table.

    Raises:
        ValueError: they are of another export, or of none.
    """
    index = start_index
    for number, record in enumerate(records):
        state, entries = record["state"], record["entries"]
        if record["number"] != number:
            raise ValueError(f"its batch {number} has another number")
        if len(state["bands"]) != band_count or set(map(int, state["classes"])) != set(class_values):
            raise ValueError(f"its batch {number} is of other bands or classes")
        for image, labels, *_ in entries:
            if any(path.rpartition("/")[2].partition(".")[0] != f"{index:09d}" for path in (image, *labels)):
                raise ValueError(f"its batch {number} names other chips")
            index += 1
        if record["next_index"] != index or len(record["valid"]) != len(entries):
            raise ValueError(f"its batch {number} does not add up")
