"""Chips that the export folder holds already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...chipping.errors import ExportError
from ...chipping.retry import Stop
from ...chipping.untrusted.plain_json import plain
from ...export.append import stored_entries
from ...export.inputs.file_facts import input_facts
from ...export.storage.folder import ExportFolder
from ..parameters import names as p
from ..preparation import Preparation

_CHIPS = (
    *(p.IN_RASTER, p.IN_RASTER2, p.EXTENT, p.CELL_SIZE, "BANDS"),
    *("TILE_SIZE_X", "TILE_SIZE_Y", "STRIDE_X", "STRIDE_Y"),
)  # decide on what chips show
_LABELS = (
    *(p.IN_CLASS_DATA, p.CLASS_VALUE_FIELD, p.BUFFER_RADIUS, p.SELECTED_ONLY),
    *(p.IN_INSTANCE_DATA, p.INSTANCE_CLASS_VALUE_FIELD),
)
_OF_NO_ACCOUNT = "modified"  # files that were only touched are the same


def check_addition(preparation: Preparation, stop: Stop) -> None:
    """Refuse to add chips that the folder holds, with the same labels, as far as ``export.json`` tells.

    Args:
        preparation: what is to be exported; its inputs have been looked at.
        stop: raises Cancelled when the user has cancelled.

    Raises:
        ExportError: they are there.
    """
    if preparation.stored is None:  # entries that have come meanwhile are of a run beside this one
        return
    asked = asked_of(preparation.recorded)
    alike = [each for each in preparation.entries.parsed if asked_of(each) == asked]
    if not alike:
        return
    facts = _facts(plain(input_facts(preparation.watch.first, stop)))
    if any(_facts(each.get("inputs")) == facts for each in alike):
        raise ExportError(
            "OUT_FOLDER: {path} holds these chips of {raster} with these labels already; choose another "
            "raster, EXTENT or IN_CLASS_DATA to add to it, or another folder.",
            path=preparation.folder.path,
            raster=preparation.imagery.name,
        )


def asked_of(entry: Mapping[str, Any]) -> Any:
    """Return what an entry of ``export.json`` says of the place, the source and the labels of its chips."""
    parameters = entry.get("parameters")
    if not isinstance(parameters, dict):
        return None
    return [plain(parameters.get(name) or None) for name in (*_CHIPS, *_LABELS)]


def asked_before(folder: ExportFolder) -> list[Any]:
    """Return the same of all entries of the ``export.json`` in an export folder."""
    return [asked_of(each) for each in stored_entries(folder).parsed]


def _facts(inputs: Any) -> Any:
    """Return what an entry says of its inputs, without what does not matter."""
    if isinstance(inputs, dict):
        return {name: _facts(each) for name, each in inputs.items() if name != _OF_NO_ACCOUNT}
    return [_facts(each) for each in inputs] if isinstance(inputs, list) else inputs
