"""Formats and plans of chips, each of which has to stand what any export stands: a small scene, and calls.

Upper and lower half of the scene can be exported one after another: a strip without pixels and labels lies
between them, so that no chip of one shows anything of the other, turned or not.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal
from scenes import ORIGIN, SQUARES_OF_2, noise, write_polygons, write_raster

SIDE, TILE = 64, 16
WHOLE, UPPER, LOWER = slice(0, SIDE), slice(0, SIDE // 2), slice(SIDE // 2, SIDE)
GAP = slice(26, 38)
SHEARED = (ORIGIN[0], 1.9, 0.3, ORIGIN[1], -0.2, -2.1)
ITEM = 32  # pixels, side of a file of the mosaic
BATCH_BYTES = 3 * TILE * 2 * TILE
"""Two chips of one raster."""

GRID = ("MultiLabeled_Tiles", "Export_Tiles", "CycleGAN", "Panoptic_Segmentation")
FEATURES = ("Labeled_Tiles", "Imagenet")
FORMATS = (*FEATURES, *GRID)
PLANS: dict[str, dict[str, Any]] = {
    "plain": {},
    "turned": {"ROTATION_ANGLE": 120},
    "second raster": {"IN_RASTER2": "second"},
    "rows and columns": {"REFERENCE_SYSTEM": "PIXEL_SPACE"},
    "items": {"PROCESSING_MODE": "PROCESS_ITEMS_SEPARATELY"},
    "apart": {},
    "envelopes": {"CROP_MODE": "BOUNDING_BOX"},
    "blackened": {"BLACKEN_AROUND_FEATURE": True},
    "turned envelopes, blackened": {
        "CROP_MODE": "BOUNDING_BOX",
        "BLACKEN_AROUND_FEATURE": True,
        "ROTATION_ANGLE": 90,
    },
}
TAKERS = {
    "second raster": ("Export_Tiles", "Classified_Tiles"),
    "apart": ("CycleGAN",),
    "rows and columns": tuple(name for name in FORMATS if name != "CycleGAN"),
    **dict.fromkeys(("envelopes", "blackened", "turned envelopes, blackened"), FEATURES),
}
"""Formats that a plan is for, where it is not for all."""
SEVERAL = {"items": 4, "apart": 2}
"""Plans that are as many exports one after another."""
IMAGES = dict(zip(FORMATS, ("TIFF", "PNG", "JPEG", "TIFF", "PNG", "TIFF")))
CASES = [(name, plan) for plan in PLANS for name in TAKERS.get(plan, FORMATS)]

_CORNERS = [
    ((3, 4), (12, 5), (8, 15)),
    ((20, 3), (31, 3), (31, 12), (20, 12)),
    ((40, 6), (47, 9), (44, 19), (38, 12)),
    ((50, 10), (61, 10), (58, 21)),
    ((9, 17), (18, 17), (18, 22), (9, 22)),
    ((5, 44), (15, 46), (11, 55)),
    ((22, 45), (28, 45), (28, 58), (22, 58)),
    ((34, 47), (46, 50), (41, 60)),
    ((52, 42), (60, 44), (55, 54)),
]


def marks(name: str, plan: str) -> set[str]:
    """Return the format and the parameters that a case is one of."""
    return {name, *PLANS[plan], *(["IN_RASTER2"] if name == "CycleGAN" else [])}


class Scene:
    """Rasters and layers in a folder, and calls that export them or a half of them."""

    def __init__(self, folder: Path) -> None:
        """Write the layers; rasters are written when they are asked for."""
        self._folder = folder
        self._labels = {
            name: write_polygons(folder / f"{name}.gpkg", list(_shapes(transform)), {"kind": int})
            for name, transform in (("map", SQUARES_OF_2), ("sheared", SHEARED))
        }

    def call(self, name: str, plan: str, rows: slice = WHOLE, one_crs: bool = False) -> dict[str, Any]:
        """Return the parameters of a case.

        Args:
            name: the format.
            plan: one of ``PLANS``.
            rows: of the scene that are exported.
            one_crs: have all files of a mosaic in one coordinate reference system.
        """
        place = "sheared" if plan == "rows and columns" else "map"
        raster = self._mosaic(rows, one_crs) if plan == "items" else self._raster(place, rows)
        values = {
            "IN_RASTER": str(raster),
            "METADATA_FORMAT": name,
            "IMAGE_CHIP_FORMAT": IMAGES.get(name, "TIFF"),
            **dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y"), TILE),
            **PLANS[plan],
        }
        if name not in FEATURES:
            values.update(dict.fromkeys(("STRIDE_X", "STRIDE_Y"), TILE))
        if name not in ("Export_Tiles", "CycleGAN"):
            values.update(IN_CLASS_DATA=str(self._labels[place]), CLASS_VALUE_FIELD="kind")
        if name == "Panoptic_Segmentation":
            values.update(IN_INSTANCE_DATA=str(self._labels[place]), INSTANCE_CLASS_VALUE_FIELD="kind")
        if name == "CycleGAN" or "IN_RASTER2" in values:
            second = ("far", rows) if plan == "apart" else ("second", WHOLE)
            values["IN_RASTER2"] = str(self._raster(*second))
        return values

    def _raster(self, place: str, rows: slice) -> Path:
        path = self._folder / f"{place} {rows.start} {rows.stop}.tif"
        if path.exists():
            return path
        pixels = noise(3, SIDE, SIDE) if place in ("map", "sheared") else noise(2, SIDE, SIDE, seed=3)
        pixels |= 1
        pixels[:, GAP] = 0
        return write_raster(path, pixels[:, rows], _moved(_places()[place], 0, rows.start), nodata=0)

    def _mosaic(self, rows: slice, one_crs: bool) -> Path:
        """Return a virtual raster of files, of which the last has another CRS and cell size if wanted."""
        path = self._folder / f"mosaic {rows.start} {rows.stop} {one_crs}.vrt"
        if path.exists():
            return path
        rows_of = range(rows.start, rows.stop, ITEM)
        corners = [(row, column) for row in rows_of for column in range(0, SIDE, ITEM)]
        files = [self._item(*corner) for corner in corners]
        gdal.BuildVRT(str(path), [str(each) for each in files]).FlushCache()
        if not one_crs:
            path.write_text(path.read_text().replace("item 32 32.tif", self._warped().name))
        return path

    def _item(self, row: int, column: int) -> Path:
        path = self._folder / f"item {row} {column}.tif"
        if not path.exists():
            pixels = noise(3, SIDE, SIDE, seed=5)[:, row : row + ITEM, column : column + ITEM]
            write_raster(path, pixels | 1, _moved(SQUARES_OF_2, column, row), nodata=0)
        return path

    def _warped(self) -> Path:
        path = self._folder / "warped.tif"
        if not path.exists():
            options = {"dstSRS": "EPSG:4326", "xRes": 2.5e-5, "yRes": 2.5e-5}
            gdal.Warp(str(path), str(self._item(ITEM, ITEM)), **options)
        return path


def _places() -> dict[str, tuple[float, ...]]:
    far = (ORIGIN[0] + 5000, *SQUARES_OF_2[1:])
    return {"map": SQUARES_OF_2, "second": SQUARES_OF_2, "far": far, "sheared": SHEARED}


def _on(transform: tuple[float, ...], column: float, row: float) -> tuple[float, float]:
    left, a, b, top, d, e = transform
    return left + a * column + b * row, top + d * column + e * row


def _moved(transform: tuple[float, ...], column: int, row: int) -> tuple[float, ...]:
    left, top = _on(transform, column, row)
    return (left, *transform[1:3], top, *transform[4:])


def _shapes(transform: tuple[float, ...]) -> Iterable[tuple[str, dict[str, int]]]:
    for number, corners in enumerate(_CORNERS):
        points = [_on(transform, *corner) for corner in (*corners, corners[0])]
        ring = ",".join(f"{x!r} {y!r}" for x, y in np.array(points).tolist())
        yield f"POLYGON(({ring}))", {"kind": 1 + number % 3}
