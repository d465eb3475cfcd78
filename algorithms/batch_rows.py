"""Values that a row of a batch can get by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import Qgis

from .parameters import names as p
from .parameters.kinds import Values


def batch_values(values: Values, changed: str, mode: Any) -> dict[str, Any]:
    """Return an output folder beside the raster that was chosen in a row without one.

    Two rows of a batch cannot write into the same folder, so each gets one of
    its own, named after its raster.

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
