"""Whether two exports of a measurement did the same work: chips of the same place show the same pixels."""

from __future__ import annotations

import hashlib
from pathlib import Path

from measuring import Case, Measured
from osgeo import gdal

CORNER = 8  # pixels: a chip shows as many of the raster at least, whatever the fill beyond the border
PLAIN = (0.0, 1.0, 0.0, 0.0, 0.0, 1.0)  # of a file that does not say where it lies

Corners = dict[tuple[float, float], str]


def corners(folder: Path) -> Corners:
    """Return a digest of the upper-left pixels of each chip of an export, by its corner on the map."""
    found: Corners = {}
    for path in (folder / "images").iterdir():
        if path.suffix in {".tif", ".png"}:
            dataset = gdal.Open(str(path))
            transform = dataset.GetGeoTransform()
            if transform != PLAIN:
                pixels = dataset.ReadAsArray(0, 0, CORNER, CORNER)
                place = round(transform[0], 3), round(transform[3], 3)
                found[place] = hashlib.sha256(pixels.tobytes()).hexdigest()
    return found


def check_same_work(case: Case, exports: list[Measured]) -> None:
    """End the program where the chips that two exports of a case have in common differ.

    Decoders of JPEG differ by a step or two: chips of such input are not compared.

    Raises:
        SystemExit: they differ, or are few: their speeds cannot be compared.
    """
    if "JPEG" in case.input:
        return
    first: Corners = exports[0]["corners"]
    for each in exports[1:]:
        common = first.keys() & each["corners"].keys()
        same = all(first[place] == each["corners"][place] for place in common)
        if not same or len(common) < min(len(first), len(each["corners"])):
            raise SystemExit(f"{case}: the script's chips are other ones; its speed says nothing")
