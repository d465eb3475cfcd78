"""The same chips by rasterio and geopandas, one process for each core, in one of two ways.

``careful`` is the yardstick: what an engineer writes who measures. Windows are read without ``boundless`` but
at the border; one call cuts all features of a chip; PNG is compressed at level 1.
``often`` is what is often written: ``boundless`` everywhere, shape by shape, the drivers' defaults.

python peer_rasterio.py careful|often IMAGE LABELS FOLDER STRIDE IMAGE_FORMAT METADATA_FORMAT PROCESSES ONLY
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
import shapely
from rasterio.features import rasterize
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window

TILE = 256
DRIVERS = {"TIFF": ("GTiff", "tif"), "PNG": ("PNG", "png"), "JPEG": ("JPEG", "jpg")}
OBJECT = (
    "<object><name>{}</name><bndbox><xmin>{:.2f}</xmin><ymin>{:.2f}</ymin>"
    "<xmax>{:.2f}</xmax><ymax>{:.2f}</ymax></bndbox></object>"
)

state = {}


def prepare(variant: str, image: str, labels: str, only: bool) -> None:
    """Open everything once in a process."""
    source = rasterio.open(image)
    state.update(careful=variant == "careful", source=source, only=only)
    if labels.endswith(".tif"):
        classes = rasterio.open(labels)
        if classes.crs != source.crs:
            frame = {"transform": source.transform, "width": source.width, "height": source.height}
            classes = WarpedVRT(classes, crs=source.crs, **frame)
        state["classes"] = classes
    else:
        state["features"] = geopandas.read_file(labels).to_crs(source.crs)
        state["index"] = state["features"].sindex


def read(dataset, window: Window, bands=None) -> np.ndarray:
    """Return the pixels of a window, 0 beyond the raster."""
    inside = window.col_off + TILE <= dataset.width and window.row_off + TILE <= dataset.height
    if isinstance(dataset, WarpedVRT) and not inside:  # rasterio reads no VRT beyond its border
        width, height = dataset.width - window.col_off, dataset.height - window.row_off
        part = dataset.read(
            bands, window=Window(window.col_off, window.row_off, min(TILE, width), min(TILE, height))
        )
        return np.pad(part, [(0, TILE - size) for size in part.shape])
    if inside and (state["careful"] or isinstance(dataset, WarpedVRT)):
        return dataset.read(bands, window=window)
    return dataset.read(bands, window=window, boundless=True, fill_value=0)


def export(task) -> int:
    """Write one chip; return 1 where it is written."""
    number, column, row, folder, image_format, metadata_format = task
    source, stem = state["source"], f"{number:09d}"
    window = Window(column, row, TILE, TILE)  # rasterio's order: columns first
    transform = source.window_transform(window)
    if "classes" in state:
        labels = read(state["classes"], window, 1)
        shown = labels.any()
    else:
        bounds = source.window_bounds(window)
        labels = state["features"].iloc[state["index"].query(shapely.box(*bounds), predicate="intersects")]
        shown = len(labels)
    if state["only"] and not shown:
        return 0
    write_image(f"{folder}/images/{stem}", read(source, window), transform, image_format)
    if "classes" in state:
        write_raster(f"{folder}/labels/{stem}.tif", labels.astype("uint8"), transform)
    elif metadata_format == "PASCAL_VOC_rectangles":
        write_voc(f"{folder}/labels/{stem}.xml", stem, labels, bounds, transform)
    else:
        write_masks(folder, stem, labels, transform, metadata_format)
    return 1


def write_image(path: str, pixels: np.ndarray, transform, image_format: str) -> None:
    driver, suffix = DRIVERS[image_format]
    profile = {"driver": driver, "width": TILE, "height": TILE, "count": len(pixels), "dtype": pixels.dtype}
    if driver == "PNG" and state["careful"]:
        profile["zlevel"] = 1
    with rasterio.open(
        f"{path}.{suffix}", "w", crs=state["source"].crs, transform=transform, **profile
    ) as out:
        out.write(pixels)


def write_voc(path: str, stem: str, found, bounds, transform) -> None:
    boxes = (boxes_at_once if state["careful"] else boxes_one_by_one)(found, bounds, transform)
    objects = [OBJECT.format(value, *box) for value, box in zip(found.classvalue.tolist(), boxes)]
    lines = [f"<annotation><filename>{stem}</filename>", *objects, "</annotation>"]
    Path(path).write_text("\n".join(lines))


def boxes_at_once(found, bounds, transform):
    corners = shapely.bounds(shapely.clip_by_rect(found.geometry.values, *bounds))
    x = (corners[:, [0, 2]] - transform.c) / transform.a
    y = (corners[:, [3, 1]] - transform.f) / transform.e
    return np.stack((x[:, 0], y[:, 0], x[:, 1], y[:, 1]), axis=1).tolist()


def boxes_one_by_one(found, bounds, transform):
    chip = shapely.box(*bounds)
    for geometry in found.geometry:
        left, bottom, right, top = geometry.intersection(chip).bounds
        yield (*(~transform * (left, top)), *(~transform * (right, bottom)))


def write_masks(folder: str, stem: str, found, transform, metadata_format: str) -> None:
    if metadata_format == "Classified_Tiles":
        shapes = zip(found.geometry, found.classvalue)
        write_raster(f"{folder}/labels/{stem}.tif", burned(shapes, transform), transform)
        return
    for value, part in found.groupby("classvalue"):
        shapes = zip(part.geometry, range(1, len(part) + 1))
        write_raster(f"{folder}/labels/{value}/{stem}.tif", burned(shapes, transform), transform)


def burned(shapes, transform) -> np.ndarray:
    shapes, size = list(shapes), (TILE, TILE)
    return rasterize(shapes, size, transform=transform, dtype="uint8") if shapes else np.zeros(size, "uint8")


def write_raster(path: str, values: np.ndarray, transform) -> None:
    profile = {"driver": "GTiff", "width": TILE, "height": TILE, "count": 1, "dtype": "uint8"}
    crs = state["source"].crs
    with rasterio.open(path, "w", crs=crs, transform=transform, compress="deflate", **profile) as out:
        out.write(values, 1)


def places(image: str, stride: int) -> list[tuple[int, int]]:
    """Return column and row of each chip's corner."""
    with rasterio.open(image) as source:
        sizes = source.width, source.height
    starts = [range(0, max(1, size - TILE + stride), stride) if size > TILE else [0] for size in sizes]
    return [(column, row) for row in starts[1] for column in starts[0]]


def main() -> None:
    variant, image, labels, folder, stride, image_format, metadata_format, processes, only = sys.argv[1:]
    for name in ("images", "labels", *(f"labels/{value}" for value in range(1, 6))):
        Path(folder, name).mkdir(parents=True)
    corners = places(image, int(stride))
    tasks = [
        (number, *corner, folder, image_format, metadata_format) for number, corner in enumerate(corners)
    ]
    start = time.perf_counter()
    with multiprocessing.Pool(int(processes), prepare, (variant, image, labels, only == "1")) as pool:
        chips = sum(pool.map(export, tasks, chunksize=16))
        pool.close()
        pool.join()
    seconds = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    measured = {
        "seconds": seconds,
        "cpu": used.ru_utime + used.ru_stime,
        "megabytes": used.ru_maxrss / 1024,
        "chips": chips,
    }
    print("\n" + json.dumps(measured), flush=True)


if __name__ == "__main__":
    main()
