"""``split.json``: which blocks of the map are train, validation and test; it stands above the three sets.

An export that is added later keeps what it says. Somebody else may have made it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ...chipping.chip import ImageProfile
from ...chipping.plan.blocks import Blocks, Lattice
from ...chipping.plan.splits import NONE, SALTS, SPLITS
from ...chipping.untrusted.bounded_json import Limits, bounded_json
from ...chipping.untrusted.inside import Inside
from ...chipping.untrusted.json_kinds import Number, Text, Whole
from ...chipping.untrusted.json_shapes import ListOf, Record, Row, validate
from ...chipping.untrusted.plain_json import plain
from ...writers.dataset.stored import damage

if TYPE_CHECKING:
    from ...chipping.plan.splits import Numbers, Splits

SPLIT_FILE = "split.json"

MOST_BLOCKS = 2_000_000
"""Blocks that a folder may have."""

_DOCUMENT = Limits("that of any split", 128 << 20, 4 * MOST_BLOCKS, 8)
_LARGEST = sys.float_info.max
_ANY = Number(-_LARGEST, _LARGEST)
_SIDE = Number(sys.float_info.min, _LARGEST)
_PLACE = Whole(-(2**53), 2**53)
_BLOCKS = ListOf(Row((_PLACE, _PLACE)), MOST_BLOCKS)
_SPLIT = Record(
    {
        "crs": Text(1_000_000),
        "origin": Row((_ANY, _ANY)),
        "block_size": Row((_SIDE, _SIDE)),
        "seed": Whole(0, 2**53),
        "salt": Whole(0, SALTS - 1),
        "blocks": Record(dict.fromkeys(SPLITS, _BLOCKS), closed=True),
    },
    closed=True,
)


_OF_POLYGONS = Record({"crs": Text(1_000_000), "polygons": Text(100_000), "sha256": Text(64)}, closed=True)


@dataclass(frozen=True)
class StoredSplit:
    """A split as its file states it.

    Attributes:
        document: what the file holds.
    """

    document: dict[str, Any]

    @classmethod
    def read(cls, folder: Path) -> StoredSplit:
        """Return the split of the export in a folder.

        Raises:
            ExportError: its file is missing or damaged.
        """
        with damage(folder, SPLIT_FILE), Inside(folder) as inside:
            return cls.of(bounded_json(inside.read(SPLIT_FILE, _DOCUMENT.size), _DOCUMENT))

    @classmethod
    def of(cls, document: Any) -> StoredSplit:
        """Return the split that a document states.

        Raises:
            ValueError: it is none.
        """
        of_polygons = isinstance(document, dict) and "polygons" in document
        validate(_OF_POLYGONS if of_polygons else _SPLIT, document)
        found = cls(document)
        if of_polygons:
            return found
        if len(np.unique(found._places[:, :2], axis=0)) < len(found._places):
            raise ValueError("it names a block twice")
        return found

    @classmethod
    def made(
        cls, lattice: Lattice, profile: ImageProfile, seed: int, salt: int, known: StoredSplit | None = None
    ) -> StoredSplit:
        """Return a split without blocks, or with those that are known already.

        Args:
            lattice: where blocks lie on the map.
            profile: says in which CRS.
            seed: the user's.
            salt: that decided on the split.
            known: the split that it goes on from.
        """
        blocks = known.document["blocks"] if known is not None else {name: [] for name in SPLITS}
        return cls(
            {
                "crs": crs_name(profile),
                "origin": [lattice.left, lattice.top],
                "block_size": [lattice.width, lattice.height],
                "seed": seed,
                "salt": salt,
                "blocks": blocks,
            }
        )

    @classmethod
    def of_polygons(cls, profile: ImageProfile, name: str, digest: str) -> StoredSplit:
        """Return a split by polygons.

        Args:
            profile: says which CRS chips have.
            name: of the layer that holds the polygons.
            digest: SHA-256 of what it holds, as hexadecimal digits.
        """
        return cls(plain({"crs": crs_name(profile), "polygons": name, "sha256": digest}))

    @property
    def has_blocks(self) -> bool:
        """Whether it is made of blocks, not of polygons; only then it has a lattice, a seed and a salt."""
        return "blocks" in self.document

    @property
    def crs(self) -> str:
        """The coordinate reference system, as ``crs_name`` gives it."""
        return str(self.document["crs"])

    @property
    def seed(self) -> int:
        """The seed that the user gave."""
        return int(self.document["seed"])

    @property
    def salt(self) -> int:
        """The salt that decided on the split."""
        return int(self.document["salt"])

    @property
    def lattice(self) -> Lattice:
        """Where blocks lie on the map."""
        return Lattice(*map(float, self.document["origin"]), *map(float, self.document["block_size"]))

    @cached_property
    def _places(self) -> Numbers:
        """(blocks, 3), column, row and split of each."""
        rows = [
            (int(column), int(row), number)
            for number, name in enumerate(SPLITS)
            for column, row in self.document["blocks"][name]
        ]
        return np.array(rows, dtype=np.int64).reshape(-1, 3)

    def of_blocks(self, blocks: Blocks) -> Splits:
        """Return (blocks), the split of each block that chips meet, NONE where none is stated."""
        rows, columns = blocks.shape
        splits = np.full((rows, columns), NONE, dtype=np.uint8)
        column, row = self._places[:, 0] - blocks.columns.low, self._places[:, 1] - blocks.rows.low
        met = (column >= 0) & (column < columns) & (row >= 0) & (row < rows)
        splits[row[met], column[met]] = self._places[met, 2]
        return splits.ravel()

    def with_blocks(self, blocks: Blocks, splits: Splits) -> StoredSplit:
        """Return the same with the splits of more blocks.

        Args:
            blocks: those that chips meet.
            splits: (blocks), the split of each.
        """
        new = self.of_blocks(blocks) == NONE
        numbers, of = blocks.numbers[new], splits[new]
        added = {
            name: [*self.document["blocks"][name], *numbers[of == number].tolist()]
            for number, name in enumerate(SPLITS)
        }
        return StoredSplit({**self.document, "blocks": added})

    def parts(self) -> Iterator[bytes]:
        """Yield the file: a line for each key and for each split."""
        if not self.has_blocks:
            yield (json.dumps(self.document, indent=2) + "\n").encode("ascii")
            return
        for name in ("crs", "origin", "block_size", "seed", "salt"):
            start = "{\n" if name == "crs" else ""
            yield f'{start}  "{name}": {json.dumps(self.document[name])},\n'.encode("ascii")
        yield b'  "blocks": {\n'
        for number, name in enumerate(SPLITS):
            end = "," if number < len(SPLITS) - 1 else ""
            blocks = json.dumps(self.document["blocks"][name], separators=(",", ":"))
            yield f'    "{name}": {blocks}{end}\n'.encode("ascii")
        yield b"  }\n}\n"


def crs_name(profile: ImageProfile) -> str:
    """Return what ``split.json`` calls a CRS: its EPSG code, or else its WKT, "" for none."""
    return f"EPSG:{profile.epsg}" if profile.epsg else profile.crs_wkt
