"""The finished export that a folder holds, to which another one is added."""

from __future__ import annotations

from ..chipping.errors import ExportError
from ..chipping.plan.splits import SPLITS
from ..chipping.sets import in_set
from ..writers.base import LabelFormat
from ..writers.dataset.esri_files import DATASET_FILES
from ..writers.dataset.export_file import StoredEntries
from ..writers.dataset.pairs.files import PAIR_FILES
from .sets.stored_export import StoredExport
from .splits.split_file import SPLIT_FILE
from .storage.folder import ExportFolder
from .storage.journal import unfinished

AFTER_THE_LAST = -1
"""The number that stands for the one behind the last chip in the folder."""


def first_number(folder: ExportFolder, start_index: int) -> int:
    """Return the number of an export's first chip.

    Args:
        folder: the export folder.
        start_index: what the user gave. ``AFTER_THE_LAST`` stands for the number with which an
            unfinished export in the folder began, else for the first that is free.

    Raises:
        ExportError: the folder cannot be written to.
    """
    if start_index != AFTER_THE_LAST:
        return start_index
    folder.check()
    header = unfinished(folder.path)
    if header is not None:
        number = header["call"].get("START_INDEX")
        return number if type(number) is int and number >= 0 else 0
    last = folder.last_index()
    return 0 if last is None else last + 1


def stored_entries(folder: ExportFolder) -> StoredEntries:
    """Return the entries that ``export.json`` had before a new or an unfinished export.

    Args:
        folder: the export folder.

    Raises:
        ExportError: the file is none of this tool, and would be overwritten.
    """
    header = unfinished(folder.path)
    return StoredEntries.read(folder.path, None if header is None else int(header.get("entries", 0)))


def stored_export(
    folder: ExportFolder, label_format: type[LabelFormat], start_index: int
) -> StoredExport | None:
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
        return finished_export(folder, label_format, start_index)
    _check_kind(folder, label_format)
    kept = header["stored"]
    return StoredExport.unfinished(folder, label_format, kept) if kept is not None else None


def finished_export(
    folder: ExportFolder, label_format: type[LabelFormat], start_index: int
) -> StoredExport | None:
    """Return the finished export that a folder holds, None for a folder without one.

    Args:
        folder: the export folder.
        label_format: the format of the labels that are added.
        start_index: number of the first chip that is to be added.

    Raises:
        ExportError: a file would be overwritten, or the folder holds an export of another kind.
    """
    _check_kind(folder, label_format)
    last = folder.last_index()
    if last is None and not _holds_files(folder, label_format):
        return None
    stored = StoredExport.read(folder, label_format)
    if last is not None and start_index <= last:
        raise ExportError(
            "START_INDEX: {path} holds a finished export of {count} chips; choose another folder or delete "
            "it; START_INDEX {free} (or -1, the first that is free) adds to it.",
            path=folder.path,
            count=folder.chip_count(),
            free=last + 1,
        )
    return stored


def _check_kind(folder: ExportFolder, label_format: type[LabelFormat]) -> None:
    """Refuse to mix sets with and without a split.

    Raises:
        ExportError: the folder holds the other kind.
    """
    if folder.is_split:
        whole = ExportFolder(folder.path, folder.layout)
        if whole.last_index() is not None or any(map(folder.has, _files_of_sets(whole, label_format))):
            raise ExportError(
                "OUT_FOLDER: {path} holds an export without a split; choose another folder, or set "
                "VALIDATION_PERCENT and TEST_PERCENT to 0.",
                path=folder.path,
            )
    elif folder.has(SPLIT_FILE) and any(folder.has(name) for name in SPLITS):
        raise ExportError(
            "OUT_FOLDER: {path} holds an export that is split into train, valid and test; choose another "
            "folder, or set VALIDATION_PERCENT or TEST_PERCENT.",
            path=folder.path,
        )


def _holds_files(folder: ExportFolder, label_format: type[LabelFormat]) -> bool:
    """Return whether a folder holds files of a whole set that an export would write."""
    files = label_format.set_files
    above = (*files.names_above, SPLIT_FILE) if folder.is_split else files.names_above
    return any(map(folder.has, (*_files_of_sets(folder, label_format), *above)))


def _files_of_sets(folder: ExportFolder, label_format: type[LabelFormat]) -> list[str]:
    """Return the paths of the files of each set of a folder, without those that stand above all sets."""
    names = dict.fromkeys((*DATASET_FILES, *PAIR_FILES, *label_format.set_files.names))
    return [in_set(each, name) for each in folder.sets for name in names]
