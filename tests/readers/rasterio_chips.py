"""Read image chips with rasterio."""

from pathlib import Path

import rasterio
from reading import images, report


def read(folder: Path) -> dict:
    """Place on the map, size and type of each chip, by stem."""
    chips = {}
    for path in images(folder):
        with rasterio.open(path) as chip:
            chips[path.stem] = {
                "epsg": chip.crs.to_epsg() if chip.crs else None,
                "transform": list(chip.transform)[:6],
                "shape": [chip.height, chip.width, chip.count],
                "types": sorted(set(chip.dtypes)),
                "sum": int(chip.read().sum()),
            }
    return chips


report(read)
