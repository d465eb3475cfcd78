"""Draws an export at random: a raster, labels and parameters, sensible and not."""

from __future__ import annotations

import math
import random
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from label_scenes import METADATA_FORMATS, write_class_raster
from odd_labels import ODD_NUMBERS, ODD_TEXT, Plan, odd_plan
from odd_masks import draw_mask
from odd_rasters import Imagery, odd_raster, write_signed
from osgeo import gdal, ogr
from scenes import noise, spatial_reference, write_raster
from shapes import Transform, line_string, point, polygon, size_between

from training_data_exporter.chipping.gdal_calls import quietly

ODD = 0.4  # share of odd rasters, and of odd layers
MASKED = 0.3  # share of exports with polygons of complete labels
METERS = 111_320  # of a degree, about
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
        kinds: what is odd about raster and labels.
        never: with what a refusal must not begin, since these inputs can be used.
    """

    raster: Path
    labels: Path
    parameters: dict[str, Any]
    kinds: list[str]
    never: list[str]


def draw(numbers: random.Random, folder: Path) -> Scene:
    """Write the files of a case and return it."""
    crs, transform = _place(numbers)
    if numbers.random() < ODD:
        imagery, dtype = odd_raster(numbers, folder, crs, transform)
    else:
        imagery, dtype = _plain_raster(numbers, folder, crs, transform)
    (width, height), transform, bands = imagery.size, imagery.transform, imagery.bands
    kinds, never = [imagery.kind] * bool(imagery.kind), ["IN_RASTER"]
    parameters = _sizes(numbers, width, height)
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
        labels, kind, usable = _features(numbers, folder, transform, crs, width, height, parameters)
        kinds += [kind] * bool(kind)
        never += usable
    if numbers.random() < MASKED:
        own, place = _layer_crs(numbers, crs, transform)
        is_round = "CELL_SIZE" not in parameters
        mask = draw_mask(numbers, folder, own, place, (width, height), is_round)
        parameters["IN_MASK_POLYGONS"] = str(mask)
        parameters["MASK_MODE"] = numbers.choice(("CHIPS_INSIDE", "BLACKEN_OUTSIDE", "BLACKEN_OUTSIDE"))
    return Scene(imagery.path, labels, parameters, kinds, never)


def _plain_raster(
    numbers: random.Random, folder: Path, crs: str, transform: Transform
) -> tuple[Imagery, str]:
    width, height = (size_between(numbers, 1, 220) for _ in range(2))
    pixels = _pixels(numbers, height, width)
    path = write_raster(folder / "in.tif", pixels, transform.gdal, crs, _nodata(numbers))
    return Imagery(path, ""), pixels.dtype.name


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
        tiles = [size_between(numbers, 1, 1000) for _ in range(2)]
        strides = [
            size_between(numbers, 1, max(1, round(tile * numbers.choice((0.5, 1, 2))))) for tile in tiles
        ]
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
    path = write_class_raster(folder / "classes.tif", values, transform.gdal, crs, nodata)
    if numbers.random() < ODD:
        return _odd_class_raster(numbers, folder, values, transform, crs)
    return path


def _odd_class_raster(
    numbers: random.Random, folder: Path, values: np.ndarray, transform: Transform, crs: str
) -> Path:
    """Write a mosaic of class rasters, one between the other's pixels, or signed bytes."""
    if numbers.random() < 0.4:
        nodata = numbers.choice((None, -1, 2))
        signed = np.minimum(values, 100).astype(np.int8)
        signed[: len(signed) // 3] = 0 if nodata is None else nodata
        return write_signed(folder / "classes.tif", signed[np.newaxis], transform, crs, nodata)
    left, top = transform.at(values.shape[1] // 2 + 0.4, values.shape[0] // 3 + 0.3)
    beside = transform._replace(left=left, top=top)
    write_class_raster(folder / "beside.tif", np.flip(values).copy(), beside.gdal, crs)
    files = [str(folder / name) for name in ("classes.tif", "beside.tif")]
    gdal.BuildVRT(str(folder / "classes.vrt"), files).FlushCache()
    return folder / "classes.vrt"


def _features(
    numbers: random.Random,
    folder: Path,
    transform: Transform,
    crs: str,
    width: int,
    height: int,
    parameters: dict[str, Any],
) -> tuple[Path, str, list[str]]:
    """Write a layer of polygons, points or lines, or of any.

    Returns:
        Its path, what is odd about it, and with what a refusal must not begin.
    """
    own, place = _layer_crs(numbers, crs, transform)
    if numbers.random() < ODD:
        in_degrees = own in ("EPSG:4326", "EPSG:4674")
        plan = odd_plan(numbers, (width, height), parameters, place, in_degrees)
        needs_radius = numbers.random() < 0.1
    else:
        plan, needs_radius = _plain_plan(numbers, width, height, place)
    if needs_radius:
        radius = numbers.choice((0.5, 3, 20, 0 if numbers.random() < 0.2 else 1)) * transform.cell_x
        parameters["BUFFER_RADIUS"] = radius / METERS if own == "EPSG:4674" else radius
    path = folder / f"labels{plan.suffix}"
    dataset = ogr.GetDriverByName(plan.driver).CreateDataSource(str(path))
    reference = spatial_reference(own) if own else None
    layer = dataset.CreateLayer("labels", reference, plan.type, plan.options)
    values = _field(numbers, layer, parameters, ascii_only=plan.driver == "ESRI Shapefile")
    layer.StartTransaction()
    chosen = [numbers.choice(values) if values else None for _ in plan.geometries]
    for geometry, value in zip(plan.geometries, chosen):
        feature = ogr.Feature(layer.GetLayerDefn())
        if geometry is not None:
            feature.SetGeometry(geometry)
        if value is not None:
            feature.SetField(0, value)
        quietly(partial(layer.CreateFeature, feature))  # some formats take no feature without geometry
    layer.CommitTransaction()
    usable = ["BUFFER_RADIUS", "IN_CLASS_DATA: labels is a table"] * plan.has_polygons
    usable += ["CLASS_VALUE_FIELD: "] * any(isinstance(value, str) and value.strip() for value in chosen)
    return path, plan.kind, usable


def _plain_plan(numbers: random.Random, width: int, height: int, place: Any) -> tuple[Plan, bool]:
    """Return a layer of one type, and whether it gets a radius."""
    kind = numbers.choice(("polygon", "polygon", "polygon", "point", "line"))
    needs_radius = kind != "polygon" or numbers.random() < 0.1
    suffix, driver = numbers.choice(
        ((".gpkg", "GPKG"), (".gpkg", "GPKG"), (".geojson", "GeoJSON"), (".shp", "ESRI Shapefile"))
    )
    shapes = {"polygon": polygon, "point": point, "line": line_string}
    types = {"polygon": ogr.wkbMultiPolygon, "point": ogr.wkbPoint, "line": ogr.wkbLineString}
    count = numbers.choice((0, 1, 5, 20, 60))
    geometries = [shapes[kind](numbers, width, height, place) for _ in range(count)]
    return Plan("", suffix, driver, types[kind], [], geometries), needs_radius


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
    kinds = ("none", "whole", "whole", "real", "text", "spelled", "hostile", "odd text", "odd numbers")
    kind = numbers.choice(kinds)
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
        "hostile": [name for name in NAMES if (name.isascii() and len(name) < 250) or not ascii_only],
        "odd text": [text for text in ODD_TEXT if text.isascii() or not ascii_only],
        "odd numbers": ODD_NUMBERS,
    }[kind]
    return [*values, None] if numbers.random() < 0.3 else values
