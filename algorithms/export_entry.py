"""What ``export.json`` says of an export."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import numpy as np
from osgeo import gdal
from qgis.core import Qgis

from ..chipping.classes import ClassTable
from ..chipping.redaction import without_secrets
from ..export.job import ExportJob
from ..export.outcome import ExportResult
from ..version import VERSION
from ..writers.dataset.export_file import EXPORT_FILE
from ..writers.dataset.set_files import SetFile
from .parameters import table
from .parameters.kinds import Given
from .preparation import Preparation


def recorded_call(algorithm: str, given: Given, unused: Collection[str] = ()) -> dict[str, Any]:
    """Return the call and what it was made with; to be called in the layers' thread.

    Args:
        algorithm: what calls name it by.
        given: what the user gave, checked.
        unused: parameters that are given though the format takes no notice of them.
    """
    used = [row for row in table.parameters() if row.name not in unused]
    values = {row.name: _harmless(row.kind.recorded(given, row.name)) for row in used}
    return {
        "algorithm": algorithm,
        "parameters": {name: value for name, value in values.items() if value is not None},
        "versions": {
            "training_data_exporter": VERSION,
            "qgis": Qgis.version(),
            "gdal": gdal.__version__,
            "numpy": np.__version__,
        },
    }


def _harmless(value: Any) -> Any:
    return without_secrets(value) if isinstance(value, str) else value


def _by_set(result: ExportResult) -> dict[str, Any]:
    """Return the chips of each set, nothing where there is but one."""
    chips = {name: state.chips for name, state in result.sets.items()}
    return {"chips_by_set": chips} if len(chips) > 1 else {}


def _results(job: ExportJob, result: ExportResult, inputs: dict[str, Any]) -> dict[str, Any]:
    """Return what an export has come to, chips and labels of earlier exports in the folder left out."""
    stretch = {"stretch": job.stretch.document} if job.stretch is not None else {}
    return {"inputs": inputs, "counts": _counts(result, job.classes), **stretch}


def _counts(result: ExportResult, classes: ClassTable) -> dict[str, Any]:
    return {
        "chips": result.chips,
        **_by_set(result),
        "chips_without_labels": result.empty,
        "chips_left_out": dict(sorted(result.left_out.items())),
        "labels": result.objects,
        "classes": list(classes.values),
    }


def export_file(
    preparation: Preparation, job: ExportJob, result: ExportResult, inputs: dict[str, Any]
) -> SetFile:
    """Return ``export.json`` with an entry for an export.

    Args:
        preparation: what it was made with, and the entries of earlier ones.
        job: what was exported.
        result: what was counted.
        inputs: what tells the data from other data.
    """
    found = _results(job, result, inputs)
    return EXPORT_FILE, preparation.entries.with_entry({**preparation.recorded, **found})
