"""Read image chips and label rasters with rasterio, and hold label rasters to the grid of their chip."""

from pathlib import Path

import numpy as np
import rasterio
from reading import images, report


def read(folder: Path) -> dict:
    """Place on the map, type and what it shows of each chip and of its label rasters, by stem."""
    chips = {}
    for path in images(folder):
        with rasterio.open(path) as chip:
            labels = {}
            for label in sorted((folder / "labels").rglob(f"{path.stem}.tif")):
                name = label.relative_to(folder / "labels").parent.as_posix()
                with rasterio.open(label) as raster:
                    labels[name] = {**_described(raster), "aligned": _aligned(raster, chip)}
            chips[path.stem] = {**_described(chip), "labels": labels}
    return chips


def _described(raster: rasterio.DatasetReader) -> dict:
    values, counts = np.unique(raster.read(1), return_counts=True)
    return {
        "epsg": raster.crs.to_epsg() if raster.crs else None,
        "transform": list(raster.transform)[:6],
        "shape": [raster.height, raster.width, raster.count],
        "types": sorted(set(raster.dtypes)),
        "nodata": raster.nodata,
        "counts": {str(value): int(count) for value, count in zip(values, counts)},
    }


def _aligned(raster: rasterio.DatasetReader, chip: rasterio.DatasetReader) -> bool:
    same_place = raster.crs == chip.crs and raster.transform == chip.transform
    return same_place and raster.bounds == chip.bounds and raster.shape == chip.shape


report(read)
