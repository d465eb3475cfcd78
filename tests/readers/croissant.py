"""Load croissant.json with mlcroissant and print what it makes of an export, as JSON.

python croissant.py FOLDER [FOLDER ...]
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import mlcroissant
import numpy as np


def plain(value: Any) -> Any:
    """Return a value as JSON can hold it: of a picture its size and the sum of its pixels."""
    if isinstance(value, bytes):
        return value.decode("utf-8")
    if hasattr(value, "getbands"):
        return [*value.size, int(np.asarray(value).astype(np.int64).sum())]
    return value.item() if isinstance(value, np.generic) else value


def loaded(folder: str) -> dict[str, Any]:
    """Return errors, warnings, and the rows of each table."""
    dataset = mlcroissant.Dataset(str(Path(folder) / "croissant.json"))
    issues = dataset.metadata.issues
    tables = {
        each.uuid: [
            {name.split("/")[1]: plain(value) for name, value in row.items()}
            for row in dataset.records(each.uuid)
        ]
        for each in dataset.metadata.record_sets
    }
    return {"errors": sorted(issues.errors), "warnings": sorted(issues.warnings), "tables": tables}


print(json.dumps({folder: loaded(folder) for folder in sys.argv[1:]}))
