"""What a user would write: rasterio and geopandas, one process for each core.

python peer_rasterio.py IMAGE LABELS FOLDER STRIDE IMAGE_FORMAT METADATA_FORMAT PROCESSES
"""

from __future__ import annotations

import json
import multiprocessing
import resource
import sys
import time
from pathlib import Path

import geopandas
import numpy as np
import rasterio
from rasterio.features import rasterize
from rasterio.windows import Window
from shapely.geometry import box

TILE = 256
DRIVERS = {"TIFF": ("GTiff", "tif"), "PNG": ("PNG", "png"), "JPEG": ("JPEG", "jpg")}

state = {}


def prepare(image: str, labels: str) -> None:
    state["source"] = rasterio.open(image)
    frame = geopandas.read_file(labels).to_crs(state["source"].crs)
    state["labels"], state["index"] = frame, frame.sindex


def export(task) -> None:
    number, column, row, folder, image_format, metadata_format = task
    source, frame = state["source"], state["labels"]
    window = Window(column, row, TILE, TILE)
    pixels = source.read(window=window, boundless=True, fill_value=0)
    transform = source.window_transform(window)
    driver, suffix = DRIVERS[image_format]
    profile = {"driver": driver, "width": TILE, "height": TILE, "count": len(pixels), "dtype": pixels.dtype}
    profile.update(crs=source.crs, transform=transform)
    stem = f"{number:09d}"
    with rasterio.open(f"{folder}/images/{stem}.{suffix}", "w", **profile) as target:
        target.write(pixels)
    chip = box(*source.window_bounds(window))
    found = frame.iloc[state["index"].query(chip, predicate="intersects")]
    if metadata_format == "PASCAL_VOC_rectangles":
        write_voc(f"{folder}/labels/{stem}.xml", stem, found, chip, transform)
    else:
        write_masks(folder, stem, found, transform, source.crs, metadata_format)


def write_voc(path, stem, found, chip, transform) -> None:
    lines = [f"<annotation><filename>{stem}</filename>"]
    for value, geometry in zip(found.classvalue, found.geometry):
        left, bottom, right, top = geometry.intersection(chip).bounds
        (x1, y1), (x2, y2) = ~transform * (left, top), ~transform * (right, bottom)
        lines.append(
            f"<object><name>{value}</name><bndbox><xmin>{x1:.2f}</xmin><ymin>{y1:.2f}</ymin>"
            f"<xmax>{x2:.2f}</xmax><ymax>{y2:.2f}</ymax></bndbox></object>"
        )
    Path(path).write_text("\n".join([*lines, "</annotation>"]))


def write_masks(folder, stem, found, transform, crs, metadata_format) -> None:
    if metadata_format == "Classified_Tiles":
        burn(f"{folder}/labels/{stem}.tif", zip(found.geometry, found.classvalue), transform, crs)
        return
    for value, part in found.groupby("classvalue"):
        shapes = zip(part.geometry, range(1, len(part) + 1))
        burn(f"{folder}/labels/{value}/{stem}.tif", shapes, transform, crs)


def burn(path, shapes, transform, crs) -> None:
    shapes = list(shapes)
    size = (TILE, TILE)
    mask = rasterize(shapes, size, transform=transform, dtype="uint8") if shapes else np.zeros(size, "uint8")
    profile = {"driver": "GTiff", "width": TILE, "height": TILE, "count": 1, "dtype": "uint8"}
    with rasterio.open(path, "w", crs=crs, transform=transform, compress="deflate", **profile) as target:
        target.write(mask, 1)


def main() -> None:
    image, labels, folder, stride, image_format, metadata_format, processes = sys.argv[1:]
    for name in ("images", "labels", *(f"labels/{value}" for value in range(1, 6))):
        Path(folder, name).mkdir(parents=True)
    with rasterio.open(image) as source:
        sizes = source.width, source.height
    starts = [
        range(0, max(1, size - TILE + int(stride)), int(stride)) if size > TILE else [0] for size in sizes
    ]
    places = [(column, row) for row in starts[1] for column in starts[0]]
    tasks = [(number, *place, folder, image_format, metadata_format) for number, place in enumerate(places)]
    start = time.perf_counter()
    with multiprocessing.Pool(int(processes), prepare, (image, labels)) as pool:
        pool.map(export, tasks, chunksize=16)
    seconds = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    measured = {
        "seconds": seconds,
        "cpu": used.ru_utime + used.ru_stime,
        "megabytes": used.ru_maxrss / 1024,
        "chips": len(tasks),
    }
    print("\n" + json.dumps(measured), flush=True)


if __name__ == "__main__":
    main()
