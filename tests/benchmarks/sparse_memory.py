"""Peak memory over a sparse raster of 100,000 x 100,000 pixels, all of it read.

Prints one line and ends with 1 where the memory is above the limit.

python sparse_memory.py [--side PIXELS] [--limit MEGABYTES]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from osgeo import gdal

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

ISLAND = 700  # columns and rows of each place that holds pixels
ISLANDS = 12


def make_sparse(path: Path, side: int) -> None:
    """Write a raster that holds pixels in a few places only."""
    options = ["TILED=YES", "SPARSE_OK=TRUE", "BIGTIFF=YES", "COMPRESS=DEFLATE"]
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), side, side, 1, gdal.GDT_Byte, options)
    dataset.SetGeoTransform((0.0, 1.0, 0.0, float(side), 0.0, -1.0))
    band = dataset.GetRasterBand(1)
    band.SetNoDataValue(0)
    places = np.random.default_rng(7)
    for _ in range(ISLANDS):
        column, row = (int(each) for each in places.integers(0, side - ISLAND, 2))
        band.WriteArray(places.integers(1, 256, (ISLAND, ISLAND), dtype=np.uint8), column, row)
    dataset.FlushCache()


def peak_megabytes() -> int:
    """Return the most memory that this process has held so far, QGIS's own included."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--side", type=int, default=100_000)
    parser.add_argument("--limit", type=int, default=600)
    arguments = parser.parse_args()
    import conftest

    conftest._start_qgis()
    from scenes import memory_layer, run

    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        make_sparse(folder / "sparse.tif", arguments.side)
        sizes = dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y", "STRIDE_X", "STRIDE_Y"), 256)
        started = time.perf_counter()
        exported = run(
            folder / "out", IN_RASTER=folder / "sparse.tif", IN_CLASS_DATA=memory_layer([], crs=""), **sizes
        )
        seconds = time.perf_counter() - started
    peak = peak_megabytes()
    print(
        f"{arguments.side} x {arguments.side} pixels, {exported.outputs['CHIP_COUNT']} chips written: "
        f"{seconds:.0f} s, peak {peak} MB (limit {arguments.limit})",
        flush=True,
    )
    return int(peak > arguments.limit)


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # QGIS may crash at Python's end
