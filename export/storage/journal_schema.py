"""What the lines of a journal may hold: the folder may come from somebody else."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
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
        "counts": Row((_COUNT,) * 3),
    },
    closed=True,
)
NEWS = Record(
    {
        "repaired": _IDS,
        "reduced": _IDS,
        "broken": MapOf(WholeText(*_ID), _TEXT, _MANY),
        "unclassified": _IDS,
        "unseen": _COUNT,
        "thin": _COUNT,
        "partial": _COUNT,
        "small": _COUNT,
    },
    {"cut": _IDS},
)
HEADER = Record(
    {"call": MapOf(Text(100), Anything(), 1000), "stored": Anything()},
    {
        "inputs": MapOf(Text(100), MapOf(_TEXT, _TEXT, _MANY), 100),
        "new": Flag(),
        "entries": _COUNT,
        "chosen": Anything(),
        "stretch": Anything(),
    },
)
"""The first line; version 1.0.0 kept no state of the inputs, and only a split chooses chips beforehand."""

_ENTRY = (InnerPath(), ListOf(InnerPath(), _MANY))
_WITH_RECORD = (*_ENTRY, Text(_LONGEST_RECORD))
_SET = Record(
    {
        "state": _STATE,
        "entries": ListOf(Either((Row(_ENTRY), Row(_WITH_RECORD), Row((*_WITH_RECORD, InnerPath())))), _MANY),
        "valid": ListOf(_COUNT, _MANY),
    },
    closed=True,
)
RECORD = Record(
    {
        "number": _COUNT,
        "size": _COUNT,
        "next_index": _COUNT,
        "left_out": MapOf(Text(100), _COUNT, 100),
        "sets": MapOf(Text(100), _SET, 10),
        "news": NEWS,
        "files": ListOf(Row((InnerPath(), _COUNT, Whole(0, 2**32 - 1))), _MANY),
    },
    {"encoded": MapOf(Text(100), _COUNT, 100)},
    closed=True,
)
"""A finished batch."""


def check_records(
    records: Iterable[Mapping[str, Any]],
    start_index: int,
    band_count: int,
    class_values: Collection[int],
    folders: Collection[str],
) -> None:
    """Hold finished batches to one another and to the export that goes on from them.

    Args:
        records: each of the kind ``RECORD``, in order.
        start_index: number of the export's first chip.
        band_count: bands of a chip.
        class_values: of the class table.
        folders: of the sets that there may be.

    Raises:
        ValueError: they are of another export, or of none.
    """
    index, values, chips = start_index, set(class_values), Counter[str]()
    for number, record in enumerate(records):
        if record["number"] != number:
            raise ValueError(f"its batch {number} has another number")
        sets = record["sets"].values()
        if not record["sets"].keys() <= set(folders):
            raise ValueError(f"its batch {number} is of other sets")
        for name, each in record["sets"].items():
            state = each["state"]
            chips[name] += len(each["entries"])
            if len(state["bands"]) != band_count or not values.issuperset(map(int, state["classes"])):
                raise ValueError(f"its batch {number} is of other bands or classes")
            if len(each["entries"]) != len(each["valid"]) or state["counts"][0] != chips[name]:
                raise ValueError(f"its batch {number} does not add up")
        stems = sorted(stem for each in sets for entry in each["entries"] for stem in _stems(entry))
        first, index = index, index + sum(len(each["entries"]) for each in sets)
        if stems != [f"{chip:09d}" for chip in range(first, index)]:
            raise ValueError(f"its batch {number} names other chips")
        if record["next_index"] != index or record["size"] < index - first:
            raise ValueError(f"its batch {number} does not add up")


def _stems(entry: Sequence[Any]) -> set[str]:
    """Return the names of a chip's files without their extensions: one, where they are of one chip."""
    return {path.rpartition("/")[2].partition(".")[0] for path in (entry[0], *entry[1], *entry[3:])}
