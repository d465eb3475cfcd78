"""Labels of every kind, independent answers to what they cover, and readers of label rasters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal, ogr
from qgis.core import QgsProcessingException
from scenes import (
    SQUARES_OF_2,
    UTM,
    Exported,
    Log,
    memory_layer,
    on_map,
    pixels_of,
    plain_names,
    read_raster,
    run,
    spatial_reference,
    write_raster,
)

BOX_FORMATS = ("KITTI_rectangles", "PASCAL_VOC_rectangles")
METADATA_FORMATS = (*BOX_FORMATS, "RCNN_Masks", "Classified_Tiles")
DATASET_FILES = (
    "map.txt",
    "stats.txt",
    "esri_accumulated_stats.json",
    "esri_model_definition.emd",
    "export.json",
)


def layer_in_pixels(
    shapes: Iterable[tuple[str, int]], kind: str = "MultiPolygon", transform: Sequence[float] = SQUARES_OF_2
) -> Any:
    """Return a memory layer of shapes that are given in pixels, their class in the field ``kind``."""
    features = [(on_map(wkt, transform), {"kind": value}) for wkt, value in shapes]
    return memory_layer(features, {"kind": int}, kind=kind)


def export(
    folder: Path, raster: Path, labels: Any, tile: int = 16, stride: int = 0, **parameters: Any
) -> Exported:
    """Run the algorithm with square chips; ``stride`` 0 is the tile size."""
    sizes = {"TILE_SIZE_X": tile, "TILE_SIZE_Y": tile, "STRIDE_X": stride or tile, "STRIDE_Y": stride or tile}
    return run(folder, IN_RASTER=raster, IN_CLASS_DATA=labels, **{**sizes, **parameters})


class Errors(Log):
    """A log that also keeps errors: a refusal while preparing reaches a person only so."""

    def __init__(self) -> None:
        super().__init__()
        self.errors: list[str] = []

    def reportError(self, error: str, fatal: bool = False) -> None:
        self.errors.append(plain_names(error))


def refusal(folder: Path, raster: Path, labels: Any, log: Errors | None = None, **parameters: Any) -> str:
    """Run the algorithm on what it has to refuse, and return the sentence that says why."""
    log = log or Errors()
    try:
        export(folder, raster, labels, log=log, **parameters)
    except QgsProcessingException as error:
        sentences = [*log.errors, str(error)]
    else:
        raise AssertionError("the export was not refused")
    assert not any("Traceback" in sentence for sentence in sentences)
    return sentences[0].splitlines()[-1]  # QGIS puts a heading before some


_OGR_TYPES = {int: ogr.OFTInteger64, float: ogr.OFTReal, str: ogr.OFTString}


def write_features(
    path: Path,
    features: Iterable[tuple[str, Mapping[str, Any]]],
    fields: Mapping[str, type],
    driver: str = "GPKG",
    crs: str = UTM,
    options: Sequence[str] = (),
) -> Path:
    """Write a vector file of any format, features in their order, and return its path."""
    dataset = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    layer = dataset.CreateLayer(path.stem, spatial_reference(crs), ogr.wkbUnknown, list(options))
    for name, kind in fields.items():
        layer.CreateField(ogr.FieldDefn(name, _OGR_TYPES[kind]))
    for wkt, attributes in features:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        for name, value in attributes.items():
            if value is None:
                feature.SetFieldNull(name)
            else:
                feature.SetField(name, value)
        layer.CreateFeature(feature)
    return path


def write_class_raster(
    path: Path,
    values: np.ndarray,
    transform: Sequence[float] = SQUARES_OF_2,
    crs: str = UTM,
    nodata: float | None = None,
    colors: Mapping[int, tuple[int, ...]] | None = None,
    categories: Sequence[str] = (),
    table: Mapping[str, Sequence[Any]] | None = None,
) -> Path:
    """Write a classified raster of (rows, columns) with the names and colours that it is given.

    Args:
        table: columns of a raster attribute table: texts, whole numbers or floats.
    """
    write_raster(path, values[np.newaxis], transform, crs, nodata, colors)
    if categories or table:
        dataset = gdal.Open(str(path), gdal.GA_Update)
        band = dataset.GetRasterBand(1)
        if categories:
            band.SetCategoryNames(list(categories))
        if table:
            band.SetDefaultRAT(_attribute_table(table))
        dataset.FlushCache()
    return path


_RAT_TYPES = {int: gdal.GFT_Integer, float: gdal.GFT_Real, str: gdal.GFT_String}


def _attribute_table(columns: Mapping[str, Sequence[Any]]) -> gdal.RasterAttributeTable:
    table = gdal.RasterAttributeTable()
    for place, (name, values) in enumerate(columns.items()):
        table.CreateColumn(name, _RAT_TYPES[type(values[0])], gdal.GFU_Generic)
        table.SetRowCount(len(values))
        for row, value in enumerate(values):
            if isinstance(value, str):
                table.SetValueAsString(row, place, value)
            elif isinstance(value, int):
                table.SetValueAsInt(row, place, value)
            else:
                table.SetValueAsDouble(row, place, value)
    return table


# What a label covers, found without GDAL's rasterizer.


def rings(geometry: ogr.Geometry) -> Iterator[np.ndarray]:
    """Yield the rings of polygons as arrays of x and y."""
    if geometry.GetGeometryCount() == 0:
        yield np.array([geometry.GetPoint_2D(place) for place in range(geometry.GetPointCount())])
    for place in range(geometry.GetGeometryCount()):
        yield from rings(geometry.GetGeometryRef(place))


def covered(wkt: str, columns: int, rows: int, left: int = 0, top: int = 0) -> np.ndarray:
    """Return which pixel centres lie in polygons that are given in pixels: the even-odd rule.

    Args:
        wkt: polygons, x right, y down, parts not overlapping.
        columns: columns of the answer (pixels).
        rows: rows of the answer (pixels).
        left: its first column (pixels).
        top: its first row (pixels).
    """
    x = left + np.arange(columns)[np.newaxis, :] + 0.5
    y = top + np.arange(rows)[:, np.newaxis] + 0.5
    inside = np.zeros((rows, columns), dtype=bool)
    for ring in rings(ogr.CreateGeometryFromWkt(wkt)):
        for (x1, y1), (x2, y2) in zip(ring[:-1], ring[1:]):
            if y1 != y2:
                between = (y1 > y) != (y2 > y)
                inside ^= between & (x < x1 + (y - y1) * (x2 - x1) / (y2 - y1))
    return inside


def edge_distances(wkt: str, columns: int, rows: int) -> np.ndarray:
    """Return how far each pixel centre is from the edges of polygons, (rows, columns)."""
    x, y = np.meshgrid(np.arange(columns) + 0.5, np.arange(rows) + 0.5)
    found = np.full((rows, columns), np.inf)
    for ring in rings(ogr.CreateGeometryFromWkt(wkt)):
        for (x1, y1), (x2, y2) in zip(ring[:-1], ring[1:]):
            length = (x2 - x1) ** 2 + (y2 - y1) ** 2
            along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length if length else np.zeros_like(x)
            along = np.clip(along, 0, 1)
            distance = np.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1))
            found = np.minimum(found, distance)
    return found


def nearest_to_edge(wkt: str, columns: int, rows: int) -> float:
    """Return the distance between the edges of polygons and the pixel centre nearest to one."""
    return float(edge_distances(wkt, columns, rows).min())


def flood(values: np.ndarray) -> list[tuple[int, np.ndarray]]:
    """Return value and pixels of each region of one value that hangs together by sides or corners.

    Regions come in the order of their first pixel, row by row; 0 makes none.
    """
    rows, columns = values.shape
    done = values == 0
    regions = []
    for start in zip(*np.nonzero(values)):
        if done[start]:
            continue
        mask = np.zeros(values.shape, dtype=bool)
        waiting = [start]
        done[start] = True
        while waiting:
            row, column = waiting.pop()
            mask[row, column] = True
            for near_row in range(max(row - 1, 0), min(row + 2, rows)):
                for near_column in range(max(column - 1, 0), min(column + 2, columns)):
                    near = near_row, near_column
                    if not done[near] and values[near] == values[start]:
                        done[near] = True
                        waiting.append(near)
        regions.append((int(values[start]), mask))
    return regions


def box_of(mask: np.ndarray) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of the pixels of a mask, pixel edges."""
    rows, columns = np.nonzero(mask)
    return float(columns.min()), float(rows.min()), float(columns.max() + 1), float(rows.max() + 1)


def compact(numbers: np.ndarray) -> np.ndarray:
    """Return numbers made 0..n without gaps, in their order."""
    return np.searchsorted(np.unique(np.append(numbers, 0)), numbers)


# What an export holds.


def label_raster(exported: Exported, path: str) -> np.ndarray:
    """Return (rows, columns) of a label raster, after holding it to the grid of its chip."""
    whole = exported.path / path
    dataset = read_raster(whole)
    chip = read_raster(exported.image(Path(path).stem))
    assert (dataset.RasterXSize, dataset.RasterYSize) == (chip.RasterXSize, chip.RasterYSize)
    assert dataset.RasterCount == 1
    assert whole.with_suffix(".tfw").exists()
    assert np.allclose(dataset.GetGeoTransform(), chip.GetGeoTransform(), rtol=0, atol=1e-6)
    return pixels_of(whole)[0]


def class_map(exported: Exported, stem: str) -> np.ndarray:
    """Return the class values of a chip of Classified_Tiles."""
    return label_raster(exported, f"labels/{stem}.tif")


def masks(exported: Exported, stem: str) -> dict[str, np.ndarray]:
    """Return the masks of a chip of RCNN_Masks by class name, as map.txt lists them."""
    paths = {Path(image).stem: labels for image, labels in exported.entries()}[stem]
    standing = sorted(exported.path.glob(f"labels/*/{stem}.tif"))
    assert sorted(exported.path / path for path in paths) == standing
    return {Path(path).parent.name: label_raster(exported, path) for path in paths}


def contents(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder by name relative to it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
