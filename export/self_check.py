"""After the last chip: does the folder hold what was planned and counted?"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from ..chipping.errors import ExportError
from .outcome import ExportResult


def check_export(folder: Path, planned: int, numbers: range, result: ExportResult) -> None:
    """Compare the plan, the count and the folder.

    Args:
        folder: the export folder.
        planned: chips of the grid.
        numbers: the numbers that this export gave to chips.
        result: what it counted.

    Raises:
        ExportError: they differ; nothing of the dataset files has been written.
    """
    counted = result.chips + sum(result.left_out.values())
    _equal("chips that were counted", counted, "chips of the grid", planned)
    _equal("chips that were written", result.chips, "chip numbers", len(numbers))
    for name, count in result.listed.items():
        standing = _standing(folder / name, result.suffixes, numbers)
        if standing < count:
            raise _lacking(folder / name, count - standing)
        _equal(f"files listed in {name}", count, "files there", standing)


def _lacking(path: Path, count: int) -> ExportError:
    return ExportError(
        "OUT_FOLDER: {path} lacks files that this export wrote ({count}), which another program has removed; "
        "make the same call again to write them anew.",
        path=path,
        count=count,
    )


def _standing(folder: Path, suffixes: set[str], numbers: range) -> int:
    """Return how many files with one of some extensions and numbers lie in a folder."""
    count = 0
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in entries:
            stem, suffix = os.path.splitext(entry.name)  # noqa: PTH122 - a Path per file costs seconds
            count += suffix in suffixes and stem.isdecimal() and int(stem) in numbers
    return count


def _equal(what: str, count: int, other: str, expected: int) -> None:
    if count != expected:
        raise ExportError(
            "The export does not add up: {count} {what}, but {expected} {other}; please report this.",
            count=count,
            what=what,
            expected=expected,
            other=other,
        )
