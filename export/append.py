"""The finished export that a folder holds, to which another one is added."""

from __future__ import annotations

from ..chipping.errors import ExportError
from ..writers.base import LabelFormat
from ..writers.dataset.esri_files import DATASET_FILES
from ..writers.dataset.export_file import StoredEntries
from ..writers.dataset.stored import StoredSet
from .storage.folder import ExportFolder
from .storage.journal import JOURNAL_FILE, unfinished


def stored_entries(folder: ExportFolder) -> StoredEntries:
    """Return the entries that ``export.json`` had before a new or an unfinished export.

    Args:
        folder: the export folder.

    Raises:
        ExportError: the file is none of this tool, and would be overwritten.
    """
    header = unfinished(folder.path)
    return StoredEntries.read(folder.path, None if header is None else int(header.get("entries", 0)))


def stored_set(folder: ExportFolder, label_format: type[LabelFormat], start_index: int) -> StoredSet | None:
    """Return the finished export that a new or an unfinished one adds to, None where there is none.

    Args:
        folder: the export folder.
        label_format: the format of the labels that are added.
        start_index: number of the first chip that is to be added.

    Raises:
        ExportError: a file would be overwritten, or the folder cannot be written to.
    """
    folder.check()
    header = unfinished(folder.path)
    if header is None:
        return finished_set(folder, label_format, start_index)
    kept = header["stored"]
    return label_format.set_files.reopen(folder.path, kept, JOURNAL_FILE) if kept is not None else None


def finished_set(folder: ExportFolder, label_format: type[LabelFormat], start_index: int) -> StoredSet | None:
    """Return the finished export that a folder holds, None for a folder without one.

    Args:
        folder: the export folder.
        label_format: the format of the labels that are added.
        start_index: number of the first chip that is to be added.

    Raises:
        ExportError: a file would be overwritten.
    """
    last = folder.last_index()
    if last is not None and start_index <= last:
        raise ExportError(
            "START_INDEX: {path} already holds chips up to number {last}; the first free START_INDEX "
            "is {free}.",
            path=folder.path,
            last=last,
            free=last + 1,
        )
    files = label_format.set_files
    names = (*DATASET_FILES, *files.names, *files.names_above)
    if last is None and not any(map(folder.has, names)):
        return None
    return label_format.set_files.reopen(folder.path)
