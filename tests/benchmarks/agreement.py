"""Whether two exports of a measurement did the same work: chips of the same numbers show the same pixels."""

from __future__ import annotations

import hashlib
from pathlib import Path

from measuring import Case, Measured
from osgeo import gdal

CORNER = 8  # pixels: a chip shows as many of the raster at least, whatever the fill beyond the border
SAMPLE = 40  # chips


def corners(folder: Path) -> dict[str, str]:
    """Return a digest of the upper-left pixels of some chips of an export, by their stems."""
    images = sorted(
        path
        for path in (folder / "images").iterdir()
        if path.suffix in {".tif", ".png", ".jpg"} and path.stem.isdigit()
    )
    return {path.stem: _corner(path) for path in images[:: max(1, len(images) // SAMPLE)]}


def check_same_work(case: Case, exports: list[Measured]) -> None:
    """End the program where exports of a case differ; JPEG loses, and chips left out shift the numbers.

    Raises:
        SystemExit: they differ: their speeds cannot be compared.
    """
    if case.image == "JPEG" or case.only:
        return
    for each in exports[1:]:
        if each["corners"] != exports[0]["corners"]:
            raise SystemExit(f"{case}: the script's chips show other pixels; its speed says nothing")


def _corner(path: Path) -> str:
    dataset = gdal.Open(str(path))
    return hashlib.sha256(dataset.ReadAsArray(0, 0, CORNER, CORNER).tobytes()).hexdigest()
