"""An independent recount of an export folder, from the input files: GDAL, OGR and numpy alone.

Nothing here asks the plugin. Where rounding decides (a label that shares next to nothing with a chip), both
answers are taken.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from label_scenes import box_of, flood
from lxml import etree
from osgeo import gdal, ogr, osr
from scenes import kitti_boxes, voc_boxes

SURE = 1e-5  # pixels: a shared part at least this wide counts
TIE = 1e-6  # pixels: a centre so close to the border of two pixels lies on it
NEVER = 1e-11  # pixels: one at most this wide does not
BESIDE = {
    ".tif": (".tfw",),
    ".png": (".pgw", ".png.aux.xml"),
    ".jpg": (".jgw", ".jpg.aux.xml"),
    ".mrf": (".idx", ".til"),
}
SUFFIX = {"TIFF": ".tif", "PNG": ".png", "JPEG": ".jpg", "MRF": ".mrf"}
LABEL_SUFFIX = {
    "KITTI_rectangles": ".txt",
    "PASCAL_VOC_rectangles": ".xml",
    "Classified_Tiles": ".tif",
    "RCNN_Masks": ".tif",
}
_SPELLED = re.compile(r"\s*[+-]?[0-9]{1,18}(\.0*)?\s*")


class Label(NamedTuple):
    """A feature's area in pixels of the exported area, and its class."""

    fid: int
    class_value: int
    area: ogr.Geometry


class Part(NamedTuple):
    """What a label shares with a chip.

    Attributes:
        label: the label.
        box: left, top, right, bottom from the chip's corner (pixels), slivers left out.
        whole: the same with slivers, which rounding may make.
        area: pixels.
        sure: it certainly counts.
    """

    label: Label
    box: tuple[float, float, float, float]
    whole: tuple[float, float, float, float]
    area: float
    sure: bool


@dataclass(frozen=True)
class Recount:
    """The input of an export, read anew.

    Attributes:
        raster: the imagery.
        labels: the label layer or class raster.
        parameters: of the export.
    """

    raster: Path
    labels: Path
    parameters: Mapping[str, Any]

    # The imagery.

    @cached_property
    def _source(self) -> tuple[np.ndarray, tuple[float, ...], float | None]:
        dataset = gdal.Open(str(self.raster))
        values = dataset.ReadAsArray().reshape(dataset.RasterCount, dataset.RasterYSize, dataset.RasterXSize)
        return values, dataset.GetGeoTransform(), dataset.GetRasterBand(1).GetNoDataValue()

    @cached_property
    def area(self) -> tuple[float, float, float, float, int, int]:
        """Left, top, cell sizes, columns and rows of what is exported."""
        (left, top, cell_x, cell_y), (first, upper, last, lower) = self._grid
        return left + first * cell_x, top - upper * cell_y, cell_x, cell_y, last - first, lower - upper

    @cached_property
    def _grid(self) -> tuple[tuple[float, float, float, float], tuple[int, int, int, int]]:
        """Left, top and cell sizes of the raster in the cell size wanted; which of its cells are exported."""
        values, (left, cell_x, _, top, _, cell_y), _ = self._source
        _, rows, columns = values.shape
        cell_y = -cell_y
        if "CELL_SIZE" in self.parameters:
            cell = self.parameters["CELL_SIZE"]
            columns, rows = (
                max(1, math.ceil(length / cell - 0.5 - 1e-9)) for length in (columns * cell_x, rows * cell_y)
            )
            cell_x = cell_y = cell
        if "EXTENT" not in self.parameters:
            return (left, top, cell_x, cell_y), (0, 0, columns, rows)
        x_min, x_max, y_min, y_max = map(float, self.parameters["EXTENT"].split(","))
        first, last = math.floor((x_min - left) / cell_x + 0.001), math.ceil((x_max - left) / cell_x - 0.001)
        upper, lower = math.floor((top - y_max) / cell_y + 0.001), math.ceil((top - y_min) / cell_y - 0.001)
        first, upper, last, lower = max(first, 0), max(upper, 0), min(last, columns), min(lower, rows)
        return (left, top, cell_x, cell_y), (first, upper, last, lower)

    @cached_property
    def pixels(self) -> np.ndarray:
        """(bands, rows, columns) of what is exported."""
        values, (_, own_x, _, _, _, own_y), _ = self._source
        (_, _, cell_x, cell_y), (first, upper, last, lower) = self._grid
        across = _under((np.arange(first, last) + 0.5) * cell_x, own_x)
        down = _under((np.arange(upper, lower) + 0.5) * cell_y, -own_y)
        across, down = np.clip(across, 0, values.shape[2] - 1), np.clip(down, 0, values.shape[1] - 1)
        return values[:, down[:, None], across]

    @cached_property
    def valid(self) -> np.ndarray:
        """(bands, rows, columns), which pixels count."""
        pixels, nodata = self.pixels, self._source[2]
        valid = np.isfinite(pixels) if pixels.dtype.kind == "f" else np.ones(pixels.shape, bool)
        if nodata is not None:
            valid = valid & (pixels != nodata)
        if pixels.dtype == np.uint8:
            valid = np.broadcast_to(valid.any(axis=0), valid.shape)
        return valid

    def windows(self) -> Iterator[tuple[int, int]]:
        """Give the first column and row of each chip of the grid, row by row."""
        *_, columns, rows = self.area
        for row in range(self._count(rows, "Y")):
            for column in range(self._count(columns, "X")):
                yield column * self.parameters["STRIDE_X"], row * self.parameters["STRIDE_Y"]

    def _count(self, size: int, axis: str) -> int:
        tile, stride = self.parameters[f"TILE_SIZE_{axis}"], self.parameters[f"STRIDE_{axis}"]
        count = 1 + math.ceil(max(0, size - tile) / stride)
        return min(count, math.ceil(size / stride)) if stride > tile else count

    def cut(self, pixels: np.ndarray, window: tuple[int, int], fill: Any) -> np.ndarray:
        """Return a chip's part of (..., rows, columns), filled up beyond the raster."""
        column, row = window
        height, width = self.parameters["TILE_SIZE_Y"], self.parameters["TILE_SIZE_X"]
        chip = np.full((*pixels.shape[:-2], height, width), fill, pixels.dtype)
        part = pixels[..., row : row + height, column : column + width]
        chip[..., : part.shape[-2], : part.shape[-1]] = part
        return chip

    @property
    def fill(self) -> float:
        """What lies beyond the raster."""
        return self._source[2] or 0

    # The labels.

    @property
    def is_class_raster(self) -> bool:
        """Whether labels are pixels."""
        return self.labels.suffix == ".tif"

    @cached_property
    def class_map(self) -> np.ndarray:
        """Class values of a class raster under all chips, those parts included that lie beyond the image."""
        dataset = gdal.Open(str(self.labels))
        values, nodata = dataset.ReadAsArray(), dataset.GetRasterBand(1).GetNoDataValue()
        left, own_x, _, top, _, own_y = dataset.GetGeoTransform()
        west, north, cell_x, cell_y, *_ = self.area
        *_, (last_column, last_row) = self.windows()
        columns, rows = (
            last_column + self.parameters["TILE_SIZE_X"],
            last_row + self.parameters["TILE_SIZE_Y"],
        )
        across = _under(west - left + (np.arange(columns) + 0.5) * cell_x, own_x)
        down = _under(top - north + (np.arange(rows) + 0.5) * cell_y, -own_y)
        inside = (
            (down[:, None] >= 0)
            & (down[:, None] < values.shape[0])
            & (across >= 0)
            & (across < values.shape[1])
        )
        found = values[
            np.clip(down, 0, values.shape[0] - 1)[:, None], np.clip(across, 0, values.shape[1] - 1)
        ]
        kept = inside if nodata is None else inside & (found != nodata)
        return np.where(kept, found, 0).astype(np.int64)

    @cached_property
    def features(self) -> list[Label]:
        """The usable features, by id."""
        dataset = ogr.Open(str(self.labels))
        layer = dataset.GetLayer(0)
        numbers = _numbers(layer, self.parameters.get("CLASS_VALUE_FIELD", ""))
        move = self._mover(layer)
        found = []
        for feature in layer:
            value = numbers(feature)
            area = _area(feature.GetGeometryRef(), self.parameters.get("BUFFER_RADIUS", 0))
            area = None if area is None else move(area)
            if value is not None and area is not None:
                found.append(Label(feature.GetFID(), value, area))
        return sorted(found, key=lambda each: each.fid)

    def _mover(self, layer: ogr.Layer) -> Any:
        """Return the way from the layer's CRS to pixels."""
        own, image = layer.GetSpatialRef(), gdal.Open(str(self.raster)).GetSpatialRef()
        west, north, cell_x, cell_y, *_ = self.area
        change = None
        if own is not None and image is not None:
            for each in (own, image):
                each.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
            change = None if own.IsSame(image) else osr.CoordinateTransformation(own, image)

        def move(area: ogr.Geometry) -> ogr.Geometry:
            if change is not None and area.Transform(change) != 0:
                return None
            moved = area.Clone()
            _each_point(moved, lambda x, y: ((x - west) / cell_x, (north - y) / cell_y))
            return moved if moved.IsValid() else moved.MakeValid()

        return move

    def parts(self, window: tuple[int, int]) -> list[Part]:
        """Return what labels share with a chip, in the order of their ids."""
        column, row = window
        right, bottom = column + self.parameters["TILE_SIZE_X"], row + self.parameters["TILE_SIZE_Y"]
        chip = _rectangle(column, row, right, bottom)
        core = _rectangle(column + SURE, row + SURE, right - SURE, bottom - SURE)
        found = []
        drawn = self.parameters["METADATA_FORMAT"] in ("RCNN_Masks", "Classified_Tiles")
        for label in self.features:
            low_x, high_x, low_y, high_y = label.area.GetEnvelope()
            if high_x < column or low_x > right or high_y < row or low_y > bottom:
                continue
            shared = _polygons(label.area.Intersection(chip))
            if shared is not None and not shared.IsEmpty():
                found += _part(label, shared, _polygons(label.area.Intersection(core)), window)
        return [part for part in found if not _is_thin(part.box) or (drawn and _holds_a_middle(part.box))]


def _is_thin(box: tuple[float, float, float, float]) -> bool:
    """Tell whether a box has no width or no height as it is written."""
    left, top, right, bottom = (f"{side:.2f}" for side in box)
    return left == right or top == bottom


def _holds_a_middle(box: tuple[float, float, float, float]) -> bool:
    """Tell whether the middle of a pixel lies in a box."""
    left, top, right, bottom = box
    return all(math.floor(high - 0.5) >= math.ceil(low - 0.5) for low, high in ((left, right), (top, bottom)))


def _under(distances: np.ndarray, cell: float) -> np.ndarray:
    """Return which pixel lies at each distance from the border, of two that meet there the farther one."""
    return np.floor(distances / cell + TIE).astype(int)


def _rectangle(left: float, top: float, right: float, bottom: float) -> ogr.Geometry:
    corners = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    return ogr.CreateGeometryFromWkt(f"POLYGON(({','.join(f'{x!r} {y!r}' for x, y in corners)}))")


def _part(
    label: Label, shared: ogr.Geometry, core: ogr.Geometry | None, window: tuple[int, int]
) -> list[Part]:
    """Return what a label shares with a chip, one or none.

    Args:
        label: the label.
        shared: what it shares with the chip.
        core: what it shares with the chip but for a hair along its border.
        window: the chip's first column and row.
    """
    narrow = max(min(_sides(piece)) for piece in _pieces(shared))
    wide, inner = [piece for piece in _pieces(shared) if _is_wide(piece)], []
    if core is not None:
        inner = [piece.GetEnvelope() for piece in _pieces(core) if _is_wide(piece)]
    if not wide and narrow <= NEVER:
        return []
    whole = _around([shared.GetEnvelope()], window)
    area = sum(piece.GetArea() for piece in wide) or shared.GetArea()
    return [Part(label, _around(inner, window) if inner else whole, whole, area, bool(inner))]


def _pieces(geometry: ogr.Geometry) -> list[ogr.Geometry]:
    return [geometry.GetGeometryRef(place) for place in range(geometry.GetGeometryCount())]


def _sides(piece: ogr.Geometry) -> tuple[float, float]:
    low_x, high_x, low_y, high_y = piece.GetEnvelope()
    return high_x - low_x, high_y - low_y


def _is_wide(piece: ogr.Geometry) -> bool:
    sides = _sides(piece)
    return min(sides) > SURE and piece.GetArea() > SURE * max(sides)


def _around(envelopes: list[tuple[float, ...]], window: tuple[int, int]) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom from a chip's corner of what holds all envelopes."""
    boxes, (column, row) = np.array(envelopes), window
    (left, _, top, _), (_, right, _, bottom) = boxes.min(axis=0), boxes.max(axis=0)
    return left - column, top - row, right - column, bottom - row


def _each_point(geometry: ogr.Geometry, move: Any) -> None:
    for place in range(geometry.GetGeometryCount()):
        _each_point(geometry.GetGeometryRef(place), move)
    for place in range(geometry.GetPointCount()):
        geometry.SetPoint_2D(place, *move(geometry.GetX(place), geometry.GetY(place)))


def _polygons(geometry: ogr.Geometry | None) -> ogr.Geometry | None:
    """Return the polygons of a geometry as one."""
    if geometry is None:
        return None
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    stack = [geometry]
    while stack:
        each = stack.pop()
        if ogr.GT_Flatten(each.GetGeometryType()) == ogr.wkbPolygon:
            whole.AddGeometry(each)
        stack += [
            each.GetGeometryRef(place)
            for place in range(each.GetGeometryCount())
            if each.GetDimension() >= 0
            and ogr.GT_Flatten(each.GetGeometryType()) in (ogr.wkbMultiPolygon, ogr.wkbGeometryCollection)
        ]
    return whole


def _united(area: ogr.Geometry) -> ogr.Geometry:
    """Return what polygons cover together, each made valid by itself."""
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    polygons = _polygons(area)  # a name, since its pieces live as long as it does
    for piece in _pieces(polygons):
        valid = _polygons(piece if piece.IsValid() else piece.MakeValid())
        whole = whole.Union(valid)
    return _polygons(whole)


def _area(geometry: ogr.Geometry | None, radius: float) -> ogr.Geometry | None:
    """Return the area of a label, None where it has none."""
    if geometry is None or geometry.IsEmpty() or not all(map(math.isfinite, geometry.GetEnvelope())):
        return None
    area = geometry.Clone()
    if area.GetDimension() == 2 and not area.IsValid():
        area = _united(area)
    if radius > 0:
        area = area.Buffer(radius, 16)
    return None if area is None or area.IsEmpty() or area.GetDimension() < 2 else area


def _numbers(layer: ogr.Layer, named: str) -> Any:
    """Return how a feature's class value is found."""
    definition = layer.GetLayerDefn()
    names = {definition.GetFieldDefn(n).GetName().lower(): n for n in range(definition.GetFieldCount())}
    places = [
        names[name] for name in ((named.lower(),) if named else ("classvalue", "value")) if name in names
    ]
    if not places:
        return lambda feature: 1
    place = places[0]
    raws = [feature.GetField(place) for feature in layer]
    layer.ResetReading()
    present = {raw for raw in raws if raw is not None and raw != ""}
    if all(not isinstance(raw, str) or _SPELLED.fullmatch(raw) for raw in present):
        table = {raw: int(float(raw)) if isinstance(raw, str) and "." in raw else int(raw) for raw in present}
    else:
        table = {raw: number for number, raw in enumerate(sorted(map(str, present)), start=1)}
    return lambda feature: table.get(feature.GetField(place))


# The folder.


def check(recount: Recount, folder: Path, outputs: Mapping[str, Any], earlier: Mapping[str, bytes]) -> None:
    """Hold an export to the recount of its input.

    Args:
        recount: the input.
        folder: the export.
        outputs: what the algorithm said.
        earlier: files of the export that it was added to.
    """
    lines = (folder / "map.txt").read_bytes().decode("utf-8").split("\r\n")
    assert lines.pop() == ""
    skipped = earlier.get("map.txt", b"").decode("utf-8").count("\r\n")
    entries = [_entry(line, recount) for line in lines]
    check_names(recount, folder, entries, earlier)
    entries = entries[skipped:]
    chips = list(expected_chips(recount))
    written = check_chips(recount, folder, entries, chips)
    totals = check_labels(recount, folder, written)
    assert outputs["CHIP_COUNT"] == len(entries)
    assert outputs["EMPTY_CHIP_COUNT"] == sum(not count for count in totals)
    assert outputs["FEATURE_COUNT"] == sum(totals)
    if not earlier:
        check_statistics(recount, folder, written, totals)


def _entry(line: str, recount: Recount) -> tuple[str, list[str]]:
    """Return image and label paths of a line of map.txt."""
    match = re.fullmatch(r"([^ ]+) (?: ((?:[^ ]+ )+))?", line)
    assert match, line
    image, labels = match[1], (match[2] or "").split()
    assert "/" not in line
    return image.replace("\\", "/"), [label.replace("\\", "/") for label in labels]


def check_names(
    recount: Recount, folder: Path, entries: list[tuple[str, list[str]]], earlier: Mapping[str, bytes]
) -> None:
    """The folder holds what map.txt lists, what stands beside it, and nothing else."""
    expected = {"map.txt", "stats.txt", "esri_accumulated_stats.json", "esri_model_definition.emd"}
    for image, labels in entries:
        expected.add(image)
        stem, suffix = image.rsplit(".", 1)
        expected |= {stem + beside for beside in BESIDE[f".{suffix}"]}
        for label in labels:
            expected.add(label)
            if label.endswith(".tif"):
                expected.add(label[:-4] + ".tfw")
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert found == expected, found ^ expected
    for name, data in earlier.items():
        assert "/" not in name or (folder / name).read_bytes() == data, name
    stems = [int(Path(image).stem) for image, _ in entries]
    assert stems == sorted(set(stems))


def expected_chips(recount: Recount) -> Iterator[tuple[tuple[int, int], bool]]:
    """Give the windows of chips that may be written, and whether they have to be."""
    only = recount.parameters["OUTPUT_NOFEATURE_TILES"] == "ONLY_TILES_WITH_FEATURES"
    for window in recount.windows():
        if not recount.cut(recount.valid, window, False).any():
            continue
        if not only:
            yield window, True
        elif recount.is_class_raster:
            if recount.cut(recount.class_map, window, 0).any():
                yield window, True
        else:
            parts = recount.parts(window)
            if parts:
                masks = (
                    recount.parameters["METADATA_FORMAT"] == "RCNN_Masks"
                )  # what no pixel shows is none there
                yield window, any(part.sure for part in parts) and not masks


def check_chips(
    recount: Recount,
    folder: Path,
    entries: list[tuple[str, list[str]]],
    chips: list[tuple[tuple[int, int], bool]],
) -> list[tuple[str, list[str], tuple[int, int]]]:
    """Every chip lies where it should and holds the raster's pixels; return entries with their windows."""
    left, top, cell_x, cell_y, *_ = recount.area
    start = recount.parameters.get("START_INDEX", 0)
    windows = iter(chips)
    written = []
    for place, (image, labels) in enumerate(entries):
        assert image == f"images/{start + place:09d}{SUFFIX[recount.parameters['IMAGE_CHIP_FORMAT']]}"
        dataset = gdal.Open(str(folder / image))
        transform = dataset.GetGeoTransform()
        window = round((transform[0] - left) / cell_x), round((top - transform[3]) / cell_y)
        for each, must in windows:
            if each == window:
                break
            assert not must, f"{each} is missing before {window}"
        else:
            raise AssertionError(f"{image} lies at {window}, where none was expected")
        expected = recount.cut(recount.pixels, window, recount.fill)
        found = dataset.ReadAsArray().reshape(dataset.RasterCount, dataset.RasterYSize, dataset.RasterXSize)
        assert found.shape == expected.shape
        if not image.endswith(".jpg"):
            assert found.dtype == expected.dtype
            assert np.array_equal(found, expected, equal_nan=found.dtype.kind == "f"), image
        written.append((image, labels, window))
    assert not [window for window, must in windows if must]
    return written


def check_labels(
    recount: Recount, folder: Path, written: list[tuple[str, list[str], tuple[int, int]]]
) -> list[int]:
    """Hold each label file to the recount; return how many labels each chip shows."""
    name = recount.parameters["METADATA_FORMAT"]
    if name in ("KITTI_rectangles", "PASCAL_VOC_rectangles"):
        read = kitti_boxes if name.startswith("KITTI") else voc_boxes
        return [_check_boxes(recount, read(folder / labels[0]), window) for _, labels, window in written]
    if name == "Classified_Tiles":
        return [_check_class_map(recount, folder / labels[0], window) for _, labels, window in written]
    model = json.loads((folder / "esri_model_definition.emd").read_bytes())
    values = {each["Name"]: each["Value"] for each in model["Classes"]}
    return [_check_masks(recount, folder, labels, window, values) for _, labels, window in written]


def _check_boxes(recount: Recount, found: list[Any], window: tuple[int, int]) -> int:
    if recount.is_class_raster:
        regions = flood(recount.cut(recount.class_map, window, 0))
        boxes = sorted((value, *box_of(mask)) for value, mask in regions)
        assert sorted((box.class_value, *box.sides) for box in found) == boxes
        return len(found)
    left = list(found)
    assert all(box.right > box.left and box.bottom > box.top for box in found)
    for part in recount.parts(window):
        if left and left[0].class_value == part.label.class_value and _is_box_of(part, left[0].sides):
            left.pop(0)
        else:
            assert not part.sure, (part.box, part.area, part.label.fid, found)
    assert not left, left
    return len(found)


def _is_box_of(part: Part, sides: tuple[float, ...]) -> bool:
    """Tell whether each side is the label's, with some of the slivers or without."""
    inner, outer = np.sort([part.box, part.whole], axis=0)
    return bool(((inner - 0.006 <= sides) & (sides <= outer + 0.006)).all())


def _burned(recount: Recount, window: tuple[int, int], labels: list[Label]) -> np.ndarray:
    """Return which label, from 1, covers each pixel's centre, by GDAL."""
    height, width = recount.parameters["TILE_SIZE_Y"], recount.parameters["TILE_SIZE_X"]
    target = gdal.GetDriverByName("MEM").Create("", width, height, 1, gdal.GDT_Int32)
    target.SetGeoTransform((window[0], 1, 0, window[1], 0, 1))
    source = (ogr.GetDriverByName("Memory") or ogr.GetDriverByName("MEM")).CreateDataSource("")
    local = osr.SpatialReference('LOCAL_CS["pixels"]')
    target.SetSpatialRef(local)
    layer = source.CreateLayer("labels", local, ogr.wkbUnknown)
    layer.CreateField(ogr.FieldDefn("number", ogr.OFTInteger))
    for number, label in enumerate(labels, start=1):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField(0, number)
        feature.SetGeometry(label.area)
        layer.CreateFeature(feature)
    gdal.RasterizeLayer(target, [1], layer, options=["ATTRIBUTE=number"])
    return target.ReadAsArray()


def _equal_but_for_ties(
    found: np.ndarray, expected: np.ndarray, labels: list[Label], window: tuple[int, int]
) -> None:
    """Two label images are equal, but where an edge passes through a pixel's centre."""
    for row, column in np.argwhere(found != expected):
        centre = ogr.Geometry(ogr.wkbPoint)
        centre.AddPoint_2D(window[0] + column + 0.5, window[1] + row + 0.5)
        distances = [label.area.Boundary().Distance(centre) for label in labels]
        assert min(distances, default=1.0) < 1e-7, (
            window,
            row,
            column,
            found[row, column],
            expected[row, column],
        )


def _check_class_map(recount: Recount, path: Path, window: tuple[int, int]) -> int:
    found = gdal.Open(str(path)).ReadAsArray()
    if recount.is_class_raster:
        expected = recount.cut(recount.class_map, window, 0)
        assert np.array_equal(found, expected), path
        return len(set(np.unique(expected)) - {0})
    numbers = _burned(recount, window, recount.features)
    values = np.array([0, *(label.class_value for label in recount.features)])
    _equal_but_for_ties(found, values[numbers], recount.features, window)
    return _likely(recount.parts(window))


def _likely(parts: list[Part]) -> int:
    return sum(part.sure for part in parts)


def _check_masks(
    recount: Recount, folder: Path, labels: list[str], window: tuple[int, int], values: dict[str, int]
) -> int:
    found = {
        values[Path(label).parent.name]: gdal.Open(str(folder / label)).ReadAsArray() for label in labels
    }
    assert list(found) == sorted(found)
    total = 0
    for mask in found.values():
        count = int(mask.max())
        assert count > 0
        assert set(np.unique(mask)) - {0} == set(range(1, count + 1))
        total += count
    if recount.is_class_raster:
        regions = flood(recount.cut(recount.class_map, window, 0))
        assert set(found) == {value for value, _ in regions}
        for value, mask in regions:
            assert len(set(np.unique(found[value][mask]))) == 1 and found[value][mask].all()
        assert total == len(regions)
        return total
    for value in {label.class_value for label in recount.features}:
        own = [label for label in recount.features if label.class_value == value]
        numbers = _burned(recount, window, own)
        present = np.unique(np.append(numbers, 0))
        expected = np.searchsorted(present, numbers)
        _equal_but_for_ties(found.get(value, np.zeros_like(numbers)), expected, own, window)
    return total


def check_statistics(
    recount: Recount, folder: Path, written: list[tuple[str, list[str], tuple[int, int]]], totals: list[int]
) -> None:
    """The dataset files say what a recount says."""
    document = json.loads((folder / "esri_accumulated_stats.json").read_bytes().decode("utf-8"))
    model = json.loads((folder / "esri_model_definition.emd").read_bytes().decode("utf-8"))
    for path in folder.rglob("*.xml"):
        etree.parse(str(path))
    text = (folder / "stats.txt").read_bytes().decode("utf-8")
    assert "\n" not in text.replace("\r\n", "")
    width, height = recount.parameters["TILE_SIZE_X"], recount.parameters["TILE_SIZE_Y"]
    bands = recount.pixels.shape[0]
    assert text.startswith(f"images = {len(written)} *{bands}*{width}*{height}\r\n")
    assert document["NumTiles"] == len(written)
    assert document["NextTileIndex"] == recount.parameters.get("START_INDEX", 0) + len(written)
    names = [(each["ClassValue"], each["ClassName"]) for each in document["Classes"]]
    assert [(each["Value"], each["Name"]) for each in model["Classes"]] == names
    assert [value for value, _ in names] == sorted({value for value, _ in names})
    for band in range(bands):
        _check_band(recount, document["BandStatsState"][band], band, [window for *_, window in written])
    if recount.is_class_raster:
        counts = {value: 0 for value, _ in names}
        for *_, window in written:
            found, numbers = np.unique(recount.cut(recount.class_map, window, 0), return_counts=True)
            for value, number in zip(found.tolist(), numbers.tolist()):
                counts[value] = counts.get(value, 0) + number
        counts.pop(0, None)
        assert document["ClassPixelStats"]["NumPixelsPerClass"] == list(counts.values())
        return
    stats = document["FeatureStats"]
    assert stats["NumFeaturesTotal"] == sum(stats["NumFeaturesPerClass"]) == sum(totals)
    if recount.parameters["METADATA_FORMAT"] != "RCNN_Masks":
        cell = recount.area[2] * recount.area[3]
        areas = {value: 0.0 for value, _ in names}
        for *_, window in written:
            for part in recount.parts(window):
                areas[part.label.class_value] += part.area * cell
        sums = [each["Sum"] for each in stats["FeatureAreaPerClass"]]
        assert np.allclose(sums, list(areas.values()), rtol=1e-6, atol=1e-4 * cell), (sums, areas)


def _check_band(
    recount: Recount, state: Mapping[str, Any], band: int, windows: list[tuple[int, int]]
) -> None:
    values = [
        recount.cut(recount.pixels, window, 0)[band][recount.cut(recount.valid, window, False)[band]]
        for window in windows
    ]
    together = np.concatenate([each.astype(np.float64) for each in values]) if values else np.zeros(0)
    assert state["Num"] == together.size
    if together.size:
        assert (state["Min"], state["Max"]) == (together.min(), together.max())
        spread = max(float(np.ptp(together)), 1.0)
        assert abs(state["M1"] - together.mean()) <= 1e-9 * spread * 100
        assert math.isclose(
            state["M2"], float(((together - together.mean()) ** 2).sum()), rel_tol=1e-7, abs_tol=1e-3
        )
