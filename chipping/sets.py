"""The sets of an export: each has a folder, with the chips, labels and files of a whole dataset."""

from __future__ import annotations

ALL_IN_ONE = ""
"""The folder of the set that all chips of an export are in: the export folder itself."""


def in_set(folder: str, name: str) -> str:
    """Return the path of a file of a set, relative to the export folder.

    Args:
        folder: of the set, "" for the export folder itself.
        name: relative to that, forward slashes.
    """
    return f"{folder}/{name}" if folder else name
