"""Scenes behind sources of every kind, and chips held to the pixels that they must show."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest
from scenes import (
    Exported,
    memory_layer,
    noise,
    on_map,
    pixels_of,
    read_raster,
    rectangle,
    run,
    write_polygons,
    write_raster,
)
from servers import make_tiles

MERCATOR = "EPSG:3857"
WORLD = 20037508.342789244
ZOOM = 12
RESOLUTION = 2 * WORLD / 256 / 2**ZOOM
TILE_PLACE = (2011, 1507)
"""Column and row of the tile at the scene's upper-left corner."""

CORNER = (-WORLD + TILE_PLACE[0] * 256 * RESOLUTION, WORLD - TILE_PLACE[1] * 256 * RESOLUTION)
ALIGNED = (CORNER[0], RESOLUTION, 0.0, CORNER[1], 0.0, -RESOLUTION)
"""A geotransform whose pixels are those of the zoom."""

ROWS, COLUMNS = 512, 768  # three tiles by two
TILES = dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y", "STRIDE_X", "STRIDE_Y"), 64)
"""Chips side by side."""

_LABEL = (3, 5, 13, 21)  # left, top, right, bottom in the scene's first chip (pixels)


class Scene(NamedTuple):
    """A raster whose pixels are those of a zoom.

    Attributes:
        path: the file.
        pixels: (bands, rows, columns).
    """

    path: Path
    pixels: np.ndarray

    def extent(self, left: float, top: float, right: float, bottom: float) -> str:
        """Return an extent, given in the scene's pixels, as the parameter takes it."""
        return extent_text(ALIGNED, left, top, right, bottom, MERCATOR)

    @property
    def whole(self) -> dict[str, Any]:
        """Parameters for all of it at its own resolution."""
        return {"EXTENT": self.extent(0, 0, COLUMNS, ROWS), "CELL_SIZE": RESOLUTION}


def make_scene(folder: Path, bands: int = 3, dtype: str = "uint8", **raster: Any) -> Scene:
    """Write a scene of noise that is never 0."""
    pixels = np.maximum(noise(bands, ROWS, COLUMNS, dtype), 1)
    meaning = [3, 4, 5] if bands == 3 else []
    path = write_raster(folder / "scene.tif", pixels, ALIGNED, crs=MERCATOR, interpretation=meaning, **raster)
    return Scene(path, pixels)


def scene_tiles(scene: Scene, folder: Path) -> Path:
    """Make XYZ tiles of the scene, and of nothing around it.

    Where numbers are rounded, gdal2tiles adds a neighbour with a sliver of the scene.
    """
    make_tiles(scene.path, folder, ZOOM)
    for path in folder.glob("*/*/*.png"):
        column, row = int(path.parent.name), int(path.stem)
        if not (0 <= column - TILE_PLACE[0] < 3 and 0 <= row - TILE_PLACE[1] < 2):
            path.unlink()
    return folder


def write_label(folder: Path) -> Path:
    """Write a layer with one label, which lies in the scene's first chip."""
    return write_polygons(folder / "labels.gpkg", [(on_map(rectangle(*_LABEL), ALIGNED), {})], crs=MERCATOR)


def check_scene(exported: Exported, pixels: np.ndarray) -> None:
    """Hold an export with TILES to the scene's pixels, (bands, rows, columns), and to its one label."""
    assert (exported.outputs["CHIP_COUNT"], exported.outputs["FEATURE_COUNT"]) == (96, 1)
    check_chips(exported, pixels, ALIGNED)
    (box,) = exported.boxes("000000000")
    assert box.sides == pytest.approx(_LABEL, abs=0.011)


def extent_text(
    transform: Sequence[float], left: float, top: float, right: float, bottom: float, crs: str
) -> str:
    """Return an extent, given in pixels, as the parameter EXTENT takes it."""
    x = [transform[0] + column * transform[1] for column in (left, right)]
    y = [transform[3] + row * transform[5] for row in (bottom, top)]
    return f"{x[0]!r},{x[1]!r},{y[0]!r},{y[1]!r} [{crs}]"


def export(folder: Path, raster: Any, crs: str = MERCATOR, tile: int = 64, **parameters: Any) -> Exported:
    """Export chips side by side without labels; an option named in parameters goes first."""
    sizes = dict.fromkeys(TILES, tile)
    labels = memory_layer([], crs=crs)
    return run(folder, **{"IN_RASTER": raster, "IN_CLASS_DATA": labels, **sizes, **parameters})


def check_chips(
    exported: Exported,
    pixels: np.ndarray,
    transform: Sequence[float],
    tile: int = 64,
    fill: float = 0,
    mask: np.ndarray | None = None,
    slack: float = 1e-9,
) -> None:
    """Hold every chip to the pixels of a raster, row by row.

    Args:
        exported: what was written, with chips side by side.
        pixels: (bands, rows, columns) of the raster.
        transform: its geotransform.
        tile: columns and rows of a chip.
        fill: what stands beyond the raster.
        mask: (rows, columns), False where a pixel does not count; those hold ``fill``.
        slack: by how much a chip may lie beside its place (map units).
    """
    _, rows, columns = pixels.shape
    counted = np.ones((rows, columns), dtype=bool) if mask is None else mask
    padded = np.full((len(pixels), rows + tile, columns + tile), fill, dtype=pixels.dtype)
    padded[:, :rows, :columns] = np.where(counted, pixels, np.array(fill, dtype=pixels.dtype))
    masked = np.pad(counted, ((0, tile), (0, tile)))
    places = [(row, column) for row in range(0, rows, tile) for column in range(0, columns, tile)]
    places = [
        (row, column) for row, column in places if masked[row : row + tile, column : column + tile].any()
    ]
    assert len(exported.stems()) == len(places)
    for (row, column), stem in zip(places, exported.stems()):
        part = slice(row, row + tile), slice(column, column + tile)
        chip = read_raster(exported.image(stem))
        np.testing.assert_array_equal(pixels_of(exported.image(stem)), padded[(slice(None), *part)], stem)
        place = transform[0] + column * transform[1], transform[3] + row * transform[5]
        found = chip.GetGeoTransform()
        np.testing.assert_allclose((found[0], found[3]), place, rtol=1e-12, atol=slack, err_msg=stem)
        np.testing.assert_allclose(
            (found[1], found[5]), (transform[1], transform[5]), rtol=1e-12 + slack * 1e-3
        )
        if mask is not None:
            shown = chip.GetRasterBand(1).GetMaskBand().ReadAsArray() != 0
            np.testing.assert_array_equal(shown, masked[part], stem)
