"""The chips of an export as the journal keeps them, read from the disk whenever they are gone through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..chipping.sets import ALL_IN_ONE
from ..writers.dataset.summary import ChipRecord, JournaledChips
from .storage.commits import Commits
from .storage.journal_lines import damaged


@dataclass(frozen=True)
class WrittenChips(JournaledChips):
    """The chips of a set that this run, and those that it goes on from, have written.

    Attributes:
        commits: have journaled all of them.
        folder: of the set, "" for the export folder itself.
    """

    commits: Commits
    folder: str = ALL_IN_ONE

    def __iter__(self) -> Iterator[ChipRecord]:
        """Yield what the files of the whole set say of each chip, in order.

        Raises:
            ExportError: the journal does not hold what was written to it.
        """
        for entry in self._entries():
            try:
                yield ChipRecord.of_journal(*entry)
            except ValueError as error:
                raise damaged(self.commits.journal_path, error) from error

    def bare(self) -> Iterator[ChipRecord]:
        """Yield the same without records, which are not unpacked."""
        for image, labels, *more in self._entries():
            yield ChipRecord.of_journal(image, labels, "", *more[1:])

    def _entries(self) -> Iterator[list[Any]]:
        for kept in self._kept():
            yield from kept["entries"]

    def valid(self) -> Iterator[int]:
        """Yield the pixels of each chip that count, in the band that has most."""
        for kept in self._kept():
            yield from kept["valid"]

    def _kept(self) -> Iterator[dict[str, Any]]:
        for record in self.commits.records():
            if self.folder in record["sets"]:
                yield record["sets"][self.folder]
