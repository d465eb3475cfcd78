"""The number of an export's first chip."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...export.append import first_number
from ...export.storage.folder import ExportFolder
from ..inputs import Inputs
from ..parameters import names as p


def numbered(inputs: Inputs, folder: ExportFolder, recorded: dict[str, Any]) -> tuple[Inputs, dict[str, Any]]:
    """Return inputs, and what is recorded of them, with the number of the first chip.

    Where the user asks for the one after the last chip, the number stands in the record: with it the
    same call gives the same files again.

    Args:
        inputs: layers and settings.
        folder: the export folder.
        recorded: what ``export.json`` is to say of the call.

    Raises:
        ExportError: the folder cannot be written to.
    """
    number = first_number(folder, inputs.options.start_index)
    parameters = {**recorded.get("parameters", {}), p.START_INDEX: number}
    options = replace(inputs.options, start_index=number)
    return replace(inputs, options=options), {**recorded, "parameters": parameters}
