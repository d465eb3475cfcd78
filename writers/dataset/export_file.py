"""``export.json``: how a folder came to be, an entry for each export that went into it.

It lies beside the sets of an export, and is written with their files. It says
nothing of the time of the run: the same call with the same data gives the same
file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...chipping.untrusted.bounded_json import Limits, bounded_json
from ...chipping.untrusted.json_kinds import Anything, Text, Whole
from ...chipping.untrusted.json_shapes import ListOf, MapOf, Record
from ...chipping.untrusted.plain_json import plain
from .reading import foreign_file, own_file

EXPORT_FILE = "export.json"

_HEAD = b'{\n  "version": 1,\n  "exports": [\n'
_BETWEEN = b",\n"
_TAIL = b"\n  ]\n}\n"
_LARGEST = 256 << 20  # bytes
_MOST = 1_000_000  # entries
_DOCUMENT = Limits("that of any export", _LARGEST, 50_000_000, 32)
_KIND = Record({"version": Whole(1, 1), "exports": ListOf(MapOf(Text(100), Anything(), 100), _MOST, 1)})


@dataclass(frozen=True)
class StoredEntries:
    """The entries of the exports that a folder holds.

    Attributes:
        beginning: the file up to the end of the last entry, b"" where there is none.
    """

    beginning: bytes = b""

    @classmethod
    def read(cls, folder: Path, size: int | None = None) -> StoredEntries:
        """Return the entries in a folder.

        Args:
            folder: the export folder; a stranger may have filled it.
            size: bytes of ``beginning`` when an unfinished export began, which may have written
                its own entry behind them; None where none is unfinished.

        Raises:
            ExportError: the file is none of this tool, and would be overwritten.
        """
        found = own_file(folder, EXPORT_FILE, _LARGEST) or b""
        if not found and not size:
            return cls()
        try:
            beginning = _beginning(found)
            return cls(beginning if size is None else _part(beginning, size))
        except ValueError as error:
            raise foreign_file(folder, EXPORT_FILE, error) from error

    @property
    def parsed(self) -> list[dict[str, Any]]:
        """The entries; what stands in one may be anything."""
        if not self.beginning:
            return []
        found: list[dict[str, Any]] = bounded_json(self.beginning + _TAIL, _DOCUMENT)["exports"]
        return found

    def with_entry(self, entry: Mapping[str, Any]) -> Iterator[bytes]:
        """Yield the file with one more entry.

        Args:
            entry: what JSON can hold.
        """
        yield self.beginning + _BETWEEN if self.beginning else _HEAD
        text = json.dumps(plain(entry), indent=2)
        yield "\n".join(f"    {line}" for line in text.split("\n")).encode("ascii")
        yield _TAIL


def _beginning(found: bytes) -> bytes:
    """Return a file up to the end of its last entry.

    Raises:
        ValueError: it is none of this tool.
    """
    if not found.startswith(_HEAD) or not found.endswith(_TAIL):
        raise ValueError("it is not laid out as this tool does it")
    _KIND.check(bounded_json(found, _DOCUMENT), "")
    return found[: -len(_TAIL)]


def _part(beginning: bytes, size: int) -> bytes:
    """Return the entries that stood before an unfinished export began.

    Raises:
        ValueError: there are others.
    """
    if not size:
        return b""
    if len(beginning) < size:
        raise ValueError("it has lost an entry")
    if len(beginning) > size:
        _KIND.check(bounded_json(beginning[:size] + _TAIL, _DOCUMENT), "")
    return beginning[:size]
