"""Values that a row of a batch can get by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import Qgis

from .parameters import names as p
from .parameters.kinds import Values


def batch_values(values: Values, changed: str, mode: Any) -> dict[str, Any]:
    """Return an output folder beside the raster that was chosen in a row without one.

    Each row gets a folder of its own, named after its raster; rows that are to go into the same
    folder are given it by the user, with START_INDEX -1.

    Args:
        values: what the row holds.
        changed: the parameter that was just changed.
        mode: where it was changed, a ``Qgis.ProcessingMode``.
    """
    modes = getattr(Qgis, "ProcessingMode", None)
    if modes is None or mode != modes.Batch or changed != p.IN_RASTER or values.get(p.OUT_FOLDER):
        return {}
    raster = Path(str(values.get(p.IN_RASTER) or ""))
    if not raster.is_file():
        return {}
    return {p.OUT_FOLDER: str(raster.with_name(f"{raster.stem}_chips"))}
