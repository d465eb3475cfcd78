"""The kinds of input that people have, each made from the benchmark's scene where a row asks for it.

python inputs.py FOLDER SIZE [NAME ...]     makes them all, or those named
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from osgeo import gdal, osr
from scene import CELL, LEFT, TOP, crs, make_labels, make_scene, octave

ROWS = 500  # that are made at a time
WIDE = 40_000
JP2_WIDE = 10_980
TILED = ("TILED=YES", "BIGTIFF=IF_SAFER")


class Input(NamedTuple):
    """What an export is made from."""

    image: Path
    labels: Path


class Inputs:
    """Makes inputs in a folder, each once."""

    def __init__(self, folder: Path, size: int, features: int) -> None:
        """Keep where they go.

        Args:
            folder: where they go.
            size: rows and columns of the scene (pixels).
            features: its polygons.
        """
        self.folder, self.size = folder, size
        self.image, self.labels = make_scene(folder, size, features)

    def get(self, name: str) -> Input:
        """Return an input, made where it is missing."""
        return MAKERS[name](self)

    def drop(self) -> None:
        """Delete all but the scene."""
        for path in self.folder.iterdir():
            if path not in (self.image, self.labels):
                path.unlink()

    def path(self, name: str) -> Path:
        return self.folder / f"{name}_{self.size}"

    def strips(self) -> Iterator[tuple[int, np.ndarray, np.ndarray]]:
        """Yield first row, pixels (bands, rows, columns) and which lie in the image (rows, columns).

        As of a flight: what lies beyond a slanted border is empty.
        """
        source = gdal.Open(str(self.image))
        columns = np.arange(self.size)
        for top in range(0, self.size, ROWS):
            rows = min(ROWS, self.size - top)
            lines = np.arange(top, top + rows)[:, None]
            inside = (columns > 0.1 * self.size - 0.2 * lines) & (columns < self.size - 0.1 * lines)
            yield top, np.maximum(source.ReadAsArray(0, top, self.size, rows), 1), inside


def create(path: Path, shape: tuple[int, int, int], kind: int, options: tuple[str, ...], cell: float = CELL):
    """Return a new GeoTIFF of (bands, rows, columns) on the scene's place."""
    bands, rows, columns = shape
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, bands, kind, list(options))
    dataset.SetGeoTransform((LEFT, cell, 0, TOP, 0, -cell))
    dataset.SetProjection(crs(25832).ExportToWkt())
    return dataset


def once(suffix: str):
    """Have a function make its file unless it is there, under another name until it is whole."""

    def decorate(make: Callable[[Inputs, Path], None]) -> Callable[[Inputs], Path]:
        def made(inputs: Inputs) -> Path:
            path = inputs.path(make.__name__).with_suffix(suffix)
            if not path.exists():
                part = path.with_name(f"part_{path.name}")
                make(inputs, part)
                part.rename(path)
            return path

        return made

    return decorate


@once(".tif")
def rgba(inputs: Inputs, path: Path) -> None:
    size = inputs.size
    dataset = create(path, (4, size, size), gdal.GDT_Byte, (*TILED, "PHOTOMETRIC=RGB", "ALPHA=YES"))
    for top, pixels, inside in inputs.strips():
        alpha = np.where(inside, 255, 0).astype(np.uint8)[None]
        dataset.WriteArray(np.concatenate((pixels * inside, alpha)), 0, top)


@once(".tif")
def nodata_rgb(inputs: Inputs, path: Path) -> None:
    size = inputs.size
    dataset = create(path, (3, size, size), gdal.GDT_Byte, (*TILED, "PHOTOMETRIC=RGB"))
    for band in range(1, 4):
        dataset.GetRasterBand(band).SetNoDataValue(0)
    for top, pixels, inside in inputs.strips():
        dataset.WriteArray(pixels * inside, 0, top)


@once(".tif")
def masked_rgb(inputs: Inputs, path: Path) -> None:
    size = inputs.size
    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES")
    dataset = create(path, (3, size, size), gdal.GDT_Byte, (*TILED, "PHOTOMETRIC=RGB"))
    dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
    for top, pixels, inside in inputs.strips():
        dataset.WriteArray(pixels, 0, top)
        dataset.GetRasterBand(1).GetMaskBand().WriteArray(np.where(inside, 255, 0).astype(np.uint8), 0, top)


def _deep(inputs: Inputs, path: Path, bands: int) -> None:
    size = inputs.size
    dataset = create(path, (bands, size, size), gdal.GDT_UInt16, TILED)
    for band in range(1, bands + 1):
        dataset.GetRasterBand(band).SetNoDataValue(0)
    for top, pixels, inside in inputs.strips():
        for band in range(bands):
            deep = pixels[band % 3].astype(np.uint16) * np.uint16(41 + 7 * band) * inside
            dataset.GetRasterBand(band + 1).WriteArray(deep, 0, top)


@once(".tif")
def deep_4(inputs: Inputs, path: Path) -> None:
    _deep(inputs, path, 4)


@once(".tif")
def deep_8(inputs: Inputs, path: Path) -> None:
    _deep(inputs, path, 8)


@once(".tif")
def heights(inputs: Inputs, path: Path) -> None:
    dataset = create(path, (1, inputs.size, inputs.size), gdal.GDT_Float32, TILED)
    dataset.GetRasterBand(1).SetNoDataValue(-9999)
    for top, pixels, inside in inputs.strips():
        height = np.where(
            inside, pixels.astype(np.float32).mean(axis=0) * np.float32(0.37), np.float32(-9999)
        )
        dataset.WriteArray(height, 0, top)


@once(".tif")
def cell_02(inputs: Inputs, path: Path) -> None:
    dataset = create(path, (3, inputs.size, inputs.size), gdal.GDT_Byte, (*TILED, "PHOTOMETRIC=RGB"), 0.2)
    for top, pixels, _ in inputs.strips():
        dataset.WriteArray(pixels, 0, top)


def _copied(inputs: Inputs, path: Path, driver: str, *options: str) -> None:
    gdal.Translate(str(path), str(inputs.image), format=driver, creationOptions=list(options))


@once(".tif")
def lzw(inputs: Inputs, path: Path) -> None:
    _copied(inputs, path, "GTiff", "TILED=YES", "COMPRESS=LZW", "PREDICTOR=2")


@once(".tif")
def deflate(inputs: Inputs, path: Path) -> None:
    _copied(inputs, path, "GTiff", "TILED=YES", "COMPRESS=DEFLATE", "PREDICTOR=2")


@once(".tif")
def jpeg_cog(inputs: Inputs, path: Path) -> None:
    _copied(inputs, path, "COG", "COMPRESS=JPEG", "QUALITY=85")


@once(".jp2")
def jp2(inputs: Inputs, path: Path) -> None:
    """As a true-colour image of Sentinel-2: as wide, and in tiles of 1,024 pixels."""
    rows = _low(inputs, 2048)
    source = gdal.GetDriverByName("MEM").Create("", JP2_WIDE, rows, 3, gdal.GDT_Byte)
    source.SetGeoTransform((LEFT, CELL, 0, TOP, 0, -CELL))
    source.SetProjection(crs(25832).ExportToWkt())
    source.WriteArray(_repeated(inputs, JP2_WIDE, rows))
    options = ["BLOCKXSIZE=1024", "BLOCKYSIZE=1024", "QUALITY=25"]
    gdal.GetDriverByName("JP2OpenJPEG").CreateCopy(str(path), source, options=options)


@once(".tif")
def wide(inputs: Inputs, path: Path) -> None:
    rows = _low(inputs, 1024)
    options = ("COMPRESS=LZW", "BLOCKYSIZE=16", "BIGTIFF=YES", "INTERLEAVE=PIXEL")
    dataset = create(path, (8, rows, WIDE), gdal.GDT_UInt16, options)
    pixels = _repeated(inputs, WIDE, rows)
    for top in range(0, rows, 16):
        lines = [pixels[band % 3, top : top + 16].astype(np.uint16) * (41 + 7 * band) for band in range(8)]
        dataset.WriteArray(np.stack(lines).astype(np.uint16), 0, top)


def _low(inputs: Inputs, most: int) -> int:
    """Return the rows of rasters that are wide: some rows of chips will do."""
    return min(most, most * inputs.size // 5120)


def _repeated(inputs: Inputs, columns: int, rows: int) -> np.ndarray:
    """Return the scene's first rows, beside themselves until they are as wide."""
    pixels = gdal.Open(str(inputs.image)).ReadAsArray(0, 0, inputs.size, rows)
    return np.tile(pixels, (1, 1, -(-columns // inputs.size)))[..., :columns]


@once(".tif")
def sparse(inputs: Inputs, path: Path) -> None:
    create(path, (3, WIDE, WIDE), gdal.GDT_Byte, (*TILED, "SPARSE_OK=TRUE", "PHOTOMETRIC=RGB"))


@once(".gpkg")
def few_labels(inputs: Inputs, path: Path) -> None:
    make_labels(path, WIDE, 200)


@once(".geojson")
def geojson(inputs: Inputs, path: Path) -> None:
    gdal.VectorTranslate(str(path), str(inputs.labels), format="GeoJSON")


@once(".tif")
def classes_same(inputs: Inputs, path: Path) -> None:
    dataset = create(path, (1, inputs.size, inputs.size), gdal.GDT_Byte, (*TILED, "COMPRESS=DEFLATE"))
    _write_classes(dataset)


@once(".tif")
def classes_other(inputs: Inputs, path: Path) -> None:
    """In another CRS, on pixels about as large as the scene's."""
    there = osr.CoordinateTransformation(crs(25832), crs(3035))
    reach = inputs.size * CELL
    corners = [(LEFT + x * reach, TOP - y * reach) for x in (0, 1) for y in (0, 1)]
    x, y, _ = np.array(there.TransformPoints(corners)).T
    columns, rows = (int(np.ptp(each) / CELL) + 20 for each in (x, y))
    dataset = create(path, (1, rows, columns), gdal.GDT_Byte, (*TILED, "COMPRESS=DEFLATE"))
    dataset.SetGeoTransform((x.min() - 10 * CELL, CELL, 0, y.max() + 10 * CELL, 0, -CELL))
    dataset.SetProjection(crs(3035).ExportToWkt())
    _write_classes(dataset)


def _write_classes(dataset: gdal.Dataset) -> None:
    """Fill a raster with patches of six classes, and nothing between."""
    rng, step = np.random.default_rng(5), 1000
    for top in range(0, dataset.RasterYSize, step):
        for left in range(0, dataset.RasterXSize, step):
            shared = sum(octave(rng, size) for size in (25, 125))
            classes = np.clip(np.floor(shared / 12) + 3, 0, 6).astype(np.uint8)
            rows, columns = min(step, dataset.RasterYSize - top), min(step, dataset.RasterXSize - left)
            dataset.WriteArray(classes[:rows, :columns], left, top)


def on_scene(image: Callable[[Inputs], Path]) -> Callable[[Inputs], Input]:
    """Return what makes an image with the scene's labels."""
    return lambda inputs: Input(image(inputs), inputs.labels)


MAKERS: dict[str, Callable[[Inputs], Input]] = {
    "RGB": lambda inputs: Input(inputs.image, inputs.labels),
    "RGBA": on_scene(rgba),
    "RGB, nodata 0": on_scene(nodata_rgb),
    "RGB, internal mask": on_scene(masked_rgb),
    "16 bit, nodata 0, 4 bands": on_scene(deep_4),
    "16 bit, nodata 0, 8 bands": on_scene(deep_8),
    "float32, nodata -9999": on_scene(heights),
    "RGB, cell 0.2": on_scene(cell_02),
    "RGB, LZW": on_scene(lzw),
    "RGB, DEFLATE": on_scene(deflate),
    "RGB, JPEG COG": on_scene(jpeg_cog),
    "RGB, labels GeoJSON": lambda inputs: Input(inputs.image, geojson(inputs)),
    "class raster, same CRS": lambda inputs: Input(inputs.image, classes_same(inputs)),
    "class raster, other CRS": lambda inputs: Input(inputs.image, classes_other(inputs)),
    "JP2, 10,980 wide": on_scene(jp2),
    "16 bit, 8 bands, LZW strips, 40,000 wide": on_scene(wide),
    "40,000 x 40,000, 200 features": lambda inputs: Input(sparse(inputs), few_labels(inputs)),
}


if __name__ == "__main__":
    made = Inputs(Path(sys.argv[1]), int(sys.argv[2]), 20_000)
    for name in sys.argv[3:] or MAKERS:
        print(name, *made.get(name), flush=True)
