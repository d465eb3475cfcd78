"""The numbers of a stretch that need not be measured: given, of the folder, or of an interrupted run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..chipping.stretch import GIVEN, Stretch, StretchPlan
from ..chipping.untrusted.json_shapes import validate
from ..writers.dataset.stored import damage
from ..writers.dataset.stored_schema import STRETCH
from .sets.stored_export import StoredExport
from .storage.folder import ExportFolder
from .storage.journal import JOURNAL_FILE


def known_stretch(plan: StretchPlan, stored: StoredExport | None) -> Stretch | None:
    """Return the numbers that are known before pixels are read, None where they have to be measured.

    Args:
        plan: what the user asked for.
        stored: the export that is added to, if any; its numbers are used again.
    """
    if stored is not None and stored.stretch is not None:
        return stored.stretch
    return Stretch(GIVEN, plan.ranges) if plan.ranges else None


def stretch_of_journal(folder: ExportFolder, header: Mapping[str, Any] | None, bands: int) -> Stretch | None:
    """Return the numbers that an interrupted run has measured, None where there was none.

    Args:
        folder: the export folder.
        header: of its journal, which holds them as ``Stretch.document``; None where there is none.
        bands: of a chip.

    Raises:
        ExportError: they are damaged.
    """
    kept = header.get("stretch") if header is not None else None
    if kept is None:
        return None
    with damage(folder.path, JOURNAL_FILE):
        validate(STRETCH, kept)
        if len(kept["Ranges"]) != bands:
            raise ValueError("its stretch is of other bands")
        return Stretch.of_document(kept)
