"""Draws an export at random: a raster, labels and parameters, sensible and not."""

from __future__ import annotations

import math
import random
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from label_scenes import METADATA_FORMATS, write_class_raster
from osgeo import ogr
from scenes import noise, spatial_reference, write_raster

MOST_CHIPS = 150
MOST_BYTES = 6_000_000  # of all chips
NAMES = [
    "../x",
    "a/b",
    "CON",
    "n" * 300,
    "\U0001f40b",
    "\x07\x1b",
    "<&>",
    "%s {x}",
    "..",
    " ",
    "Äpfel",
    "äpfel",
    "1",
    "7",
]
NUMBERS = [0, 1, 2, 3, 7, 255, 256, 70_000, 2**31 - 1, 2**40, -1]


class Scene(NamedTuple):
    """What was written for a case.

    Attributes:
        raster: the imagery.
        labels: the label layer or class raster.
        parameters: of the export, without OUT_FOLDER.
    """

    raster: Path
    labels: Path
    parameters: dict[str, Any]


class Transform(NamedTuple):
    """A north-up geotransform."""

    left: float
    top: float
    cell_x: float
    cell_y: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return a place given in pixels on the map."""
        return self.left + x * self.cell_x, self.top - y * self.cell_y

    @property
    def gdal(self) -> tuple[float, ...]:
        """In GDAL's order."""
        return self.left, self.cell_x, 0.0, self.top, 0.0, -self.cell_y


def draw(numbers: random.Random, folder: Path) -> Scene:
    """Write the files of a case and return it."""
    width, height = (_size(numbers, 1, 220) for _ in range(2))
    crs, transform = _place(numbers)
    raster = folder / "in.tif"
    pixels = _pixels(numbers, height, width)
    write_raster(raster, pixels, transform.gdal, crs, _nodata(numbers))
    parameters = _sizes(numbers, width, height)
    bands, dtype = pixels.shape[0], pixels.dtype.name
    formats = ["TIFF", "MRF"]
    formats += ["PNG"] * 2 if dtype in ("uint8", "uint16") and bands < 5 else []
    formats += ["JPEG"] if dtype == "uint8" and bands in (1, 3) else []
    if numbers.random() < 0.1:
        formats = ["TIFF", "PNG", "JPEG", "MRF"]  # whether the pixels suit it or not
    parameters.update(
        IMAGE_CHIP_FORMAT=numbers.choice(formats),
        METADATA_FORMAT=numbers.choice(METADATA_FORMATS),
        OUTPUT_NOFEATURE_TILES=numbers.choice(("ALL_TILES", "ONLY_TILES_WITH_FEATURES")),
    )
    if numbers.random() < 0.2:
        parameters["START_INDEX"] = numbers.choice((1, 17, 123_456))
    if numbers.random() < 0.2:
        parameters["EXTENT"] = _extent(numbers, transform, width, height)
    if numbers.random() < 0.15:
        parameters["CELL_SIZE"] = transform.cell_x * numbers.choice((0.37, 1, 1.7, 2, 3.3, 50))
    if numbers.random() < 0.2:
        labels = _class_raster(numbers, folder, transform, crs, width, height)
    else:
        labels = _features(numbers, folder, transform, crs, width, height, parameters)
    return Scene(raster, labels, parameters)


def _size(numbers: random.Random, low: int, high: int) -> int:
    """Return a whole number, as likely small as large."""
    return min(high, max(low, round(math.exp(numbers.uniform(math.log(low), math.log(high))))))


def _place(numbers: random.Random) -> tuple[str, Transform]:
    kind = numbers.choice(("utm", "utm", "mercator", "degrees", "none"))
    if kind == "degrees":
        cell = numbers.choice((0.001, 0.00027, 1 / 3600))
        return "EPSG:4326", Transform(numbers.uniform(-40, 40), numbers.uniform(-40, 40), cell, cell)
    cell = numbers.choice((0.3, 1.0, 2.0, 28.5, 10.0))
    down = cell if numbers.random() < 0.7 else cell * 1.5
    if kind == "mercator":
        return "EPSG:3857", Transform(numbers.uniform(-4e6, 4e6), numbers.uniform(-4e6, 4e6), cell, down)
    left, top = numbers.choice(((288776.0, 9120760.0), (288776.25, 9120760.75), (300000.1, 9000000.3)))
    return ("EPSG:31985" if kind == "utm" else ""), Transform(left, top, cell, down)


def _pixels(numbers: random.Random, height: int, width: int) -> np.ndarray:
    dtype = numbers.choice(("uint8", "uint8", "uint8", "uint16", "int16", "float32"))
    pixels = noise(numbers.choice((1, 3, 3, 4, 5)), height, width, dtype, numbers.randrange(1000))
    for _ in range(numbers.choice((0, 1, 3))):  # patches of what may be nodata, or not a number
        top, left = numbers.randrange(height), numbers.randrange(width)
        value = math.nan if dtype == "float32" and numbers.random() < 0.5 else 0
        pixels[:, top : top + height // 2 + 1, left : left + width // 2 + 1] = value
    return pixels


def _nodata(numbers: random.Random) -> float | None:
    return numbers.choice((None, 0.0, 0.0, 255.0))


def _sizes(numbers: random.Random, width: int, height: int) -> dict[str, Any]:
    """Return tile sizes and strides that make a number of chips that can be looked at."""
    while True:
        tiles = [_size(numbers, 1, 1000) for _ in range(2)]
        strides = [_size(numbers, 1, max(1, round(tile * numbers.choice((0.5, 1, 2))))) for tile in tiles]
        counts = [
            1 + -(-max(0, size - tile) // stride)
            for size, tile, stride in zip((width, height), tiles, strides)
        ]
        chips = math.prod(counts)
        if chips <= MOST_CHIPS and chips * math.prod(tiles) * 6 <= MOST_BYTES:
            names = ("TILE_SIZE_X", "TILE_SIZE_Y", "STRIDE_X", "STRIDE_Y")
            return dict(zip(names, (*tiles, *strides)))


def _extent(numbers: random.Random, transform: Transform, width: int, height: int) -> str:
    across = sorted(numbers.uniform(-0.3 * width, 1.3 * width) for _ in range(2))
    down = sorted(numbers.uniform(-0.3 * height, 1.3 * height) for _ in range(2))
    left, top = transform.at(across[0], down[0])
    right, bottom = transform.at(across[1], down[1])
    return f"{left!r},{right!r},{bottom!r},{top!r}"


def _class_raster(
    numbers: random.Random, folder: Path, transform: Transform, crs: str, width: int, height: int
) -> Path:
    """Write a class raster on the image's grid, or on one of its own."""
    values = np.zeros((height, width), numbers.choice(("uint8", "uint8", "uint16", "float32", "int16")))
    top = numbers.choice((3, 255)) if values.dtype != np.uint8 or numbers.random() < 0.5 else 3
    for _ in range(numbers.randrange(12)):
        row, column = numbers.randrange(height), numbers.randrange(width)
        size = numbers.randrange(1, 20)
        values[row : row + size, column : column + numbers.randrange(1, 20)] = numbers.randint(0, top)
    odd = numbers.random()
    if values.dtype == np.int16 and odd < 0.1:
        values[0, 0] = -5
    if values.dtype == np.float32 and odd < 0.1:
        values[0, 0] = 1.5
    if numbers.random() < 0.5:
        share = numbers.uniform(0.6, 1.7)
        left, upper = transform.at(numbers.uniform(-5, 5), numbers.uniform(-5, 5))
        transform = Transform(left, upper, transform.cell_x * share, transform.cell_y * share)
    nodata = numbers.choice((None, 0.0, 3.0))
    return write_class_raster(folder / "classes.tif", values, transform.gdal, crs, nodata)


def _features(
    numbers: random.Random,
    folder: Path,
    transform: Transform,
    crs: str,
    width: int,
    height: int,
    parameters: dict[str, Any],
) -> Path:
    """Write a layer of polygons, points or lines."""
    kind = numbers.choice(("polygon", "polygon", "polygon", "point", "line"))
    if kind != "polygon" or numbers.random() < 0.1:
        radius = numbers.choice((0.5, 3, 20, 0 if numbers.random() < 0.2 else 1)) * transform.cell_x
        parameters["BUFFER_RADIUS"] = radius
    own, place = _layer_crs(numbers, crs, transform)
    suffix, driver = numbers.choice(
        ((".gpkg", "GPKG"), (".gpkg", "GPKG"), (".geojson", "GeoJSON"), (".shp", "ESRI Shapefile"))
    )
    path = folder / f"labels{suffix}"
    shapes = {"polygon": _polygon, "point": _point, "line": _line}
    types = {"polygon": ogr.wkbMultiPolygon, "point": ogr.wkbPoint, "line": ogr.wkbLineString}
    dataset = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    reference = spatial_reference(own) if own else None
    layer = dataset.CreateLayer("labels", reference, types[kind])
    values = _field(numbers, layer, parameters, ascii_only=driver == "ESRI Shapefile")
    layer.StartTransaction()
    for _ in range(numbers.choice((0, 1, 5, 20, 60))):
        feature = ogr.Feature(layer.GetLayerDefn())
        geometry = shapes[kind](numbers, width, height, place)
        if geometry is not None:
            feature.SetGeometry(geometry)
        value = numbers.choice(values) if values else None
        if value is not None:
            feature.SetField(0, value)
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    return path


def _layer_crs(numbers: random.Random, crs: str, transform: Transform) -> tuple[str, Any]:
    """Return the CRS of a layer, and where pixels of the image lie in it."""
    if crs == "EPSG:31985" and numbers.random() < 0.3:
        from osgeo import osr

        to_degrees = osr.CoordinateTransformation(spatial_reference(crs), spatial_reference("EPSG:4674"))
        return "EPSG:4674", lambda x, y: to_degrees.TransformPoint(*transform.at(x, y))[:2]
    return ("" if numbers.random() < 0.05 else crs), transform.at


def _field(
    numbers: random.Random, layer: ogr.Layer, parameters: dict[str, Any], ascii_only: bool
) -> list[Any]:
    """Give a layer a class field, or none, and return values for it."""
    kind = numbers.choice(("none", "whole", "whole", "real", "text", "spelled", "mixed", "blanks", "hostile"))
    if kind == "none":
        return []
    name = numbers.choice(("kind", "classvalue", "value", "Value"))
    types = {"whole": ogr.OFTInteger64, "real": ogr.OFTReal}
    layer.CreateField(ogr.FieldDefn(name, types.get(kind, ogr.OFTString)))
    if name == "kind" or numbers.random() < 0.3:
        parameters["CLASS_VALUE_FIELD"] = name
    few = numbers.random() < 0.8
    values = {
        "whole": NUMBERS[1:4] if few else NUMBERS,
        "real": [1.0, 2.0, 1e10] if few else [1.0, 2.5],
        "text": ["Palm", "Roof", "Äpfel" if not ascii_only else "apples"],
        "spelled": ["1", "2", " 3 ", "4.0"],
        "mixed": ["5", "2", "n/a"],
        "blanks": ["tree", "tree ", " tree", "  ", "car"],
        "hostile": [name for name in NAMES if (name.isascii() and len(name) < 250) or not ascii_only],
    }[kind]
    return [*values, None] if numbers.random() < 0.3 else values


def _spot(numbers: random.Random, width: int, height: int) -> tuple[float, float]:
    """Return a place in or near the image, sometimes on a pixel's corner."""
    x, y = numbers.uniform(-10, width + 10), numbers.uniform(-10, height + 10)
    return (float(round(x)), float(round(y))) if numbers.random() < 0.2 else (x, y)


def _polygon(numbers: random.Random, width: int, height: int, place: Any) -> ogr.Geometry | None:
    kind = numbers.choice(
        ("rectangle", "triangle", "many", "bow tie", "hole", "flat", "none", "multi", "huge")
    )
    if kind == "none":
        return None if numbers.random() < 0.5 else ogr.Geometry(ogr.wkbMultiPolygon)
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for _ in range(numbers.randrange(1, 4) if kind == "multi" else 1):
        polygon = ogr.Geometry(ogr.wkbPolygon)
        for ring in _rings(numbers, kind, _spot(numbers, width, height)):
            line = ogr.Geometry(ogr.wkbLinearRing)
            for x, y in [*ring, ring[0]]:
                line.AddPoint_2D(*place(x, y))
            polygon.AddGeometry(line)
        whole.AddGeometry(polygon)
    return whole


def _rings(numbers: random.Random, kind: str, spot: tuple[float, float]) -> list[list[tuple[float, float]]]:
    """Return shell and holes of a polygon, in pixels."""
    x, y = spot
    right, down = (numbers.choice((0.4, 3.0, 17.0)) * numbers.uniform(0.3, 1.5) for _ in range(2))
    if x.is_integer():
        right, down = math.ceil(right), math.ceil(down)
    box = [(x, y), (x + right, y), (x + right, y + down), (x, y + down)]
    if kind == "triangle":
        return [[box[0], box[1], (x + right / 3, y + down)]]
    if kind == "bow tie":
        return [[box[0], box[2], box[1], (x - 0.1 * right, y + down * 0.9)]]
    if kind == "flat":
        return [[box[0], box[2], box[0]]]
    if kind == "huge":
        return [[(x - 900, y - 900), (x + 900, y - 900), (x + 900, y + 900), (x - 900, y + 900)]]
    if kind == "hole":
        return [
            box,
            [(x + right / 4, y + down / 4), (x + right / 2, y + down / 4), (x + right / 3, y + down / 2)],
        ]
    if kind == "many":
        turns = [2 * math.pi * step / 40 for step in range(40)]
        reach = [numbers.uniform(0.5, 1) for _ in turns]
        return [
            [
                (x + right * far * math.cos(turn), y + down * far * math.sin(turn))
                for turn, far in zip(turns, reach)
            ]
        ]
    return [box]


def _point(numbers: random.Random, width: int, height: int, place: Any) -> ogr.Geometry | None:
    point = ogr.Geometry(ogr.wkbPoint)
    point.AddPoint_2D(*place(*_spot(numbers, width, height)))
    return point if numbers.random() < 0.95 else None


def _line(numbers: random.Random, width: int, height: int, place: Any) -> ogr.Geometry | None:
    line = ogr.Geometry(ogr.wkbLineString)
    x, y = _spot(numbers, width, height)
    for _ in range(numbers.randrange(2, 5)):
        line.AddPoint_2D(*place(x, y))
        x, y = x + numbers.uniform(-15, 15), y + numbers.uniform(-15, 15)
    return line
