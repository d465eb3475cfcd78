"""The input of an export, read anew for a recount: GDAL, OGR and numpy alone."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from odd_masks import Mask
from osgeo import gdal, ogr, osr
from recount_labels import class_numbers, each_point, label_area, leaves, polygons
from recount_rasters import nodata_values, read_pixels, which_count

SURE = 1e-5  # pixels: a shared part at least this wide counts
TIE = 1e-6  # pixels: a centre so close to the border of two pixels lies on it
NEVER = 1e-11  # pixels: one at most this wide does not
ROUNDED = 1e-4  # pixels: by so much both sides of a box may differ before they are written
DRAWN = ("Classified_Tiles", "RCNN_Masks")


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
    def _source(self) -> tuple[np.ndarray, tuple[float, ...]]:
        dataset = gdal.Open(str(self.raster))
        return read_pixels(dataset), dataset.GetGeoTransform()

    @property
    def arc_slack(self) -> float:
        """How far the chord of an arc around a label may lie from the arc (pixels).

        Where the points of the chords lie depends on the point at which a polygon that was united begins.
        """
        _, transform = self._source
        radius = self.parameters.get("BUFFER_RADIUS", 0)
        return radius * (1 - math.cos(math.pi / 64)) / min(abs(transform[1]), abs(transform[5]))

    @cached_property
    def area(self) -> tuple[float, float, float, float, int, int]:
        """Left, top, cell sizes, columns and rows of what is exported."""
        (left, top, cell_x, cell_y), (first, upper, last, lower) = self._grid
        return left + first * cell_x, top - upper * cell_y, cell_x, cell_y, last - first, lower - upper

    @cached_property
    def _grid(self) -> tuple[tuple[float, float, float, float], tuple[int, int, int, int]]:
        """Left, top and cell sizes of the raster in the cell size wanted; which of its cells are exported."""
        values, (left, cell_x, _, top, _, cell_y) = self._source
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
    def _under_exported(self) -> tuple[np.ndarray, np.ndarray]:
        """Row and column of the raster's pixel under each that is exported."""
        values, (_, own_x, _, _, _, own_y) = self._source
        (_, _, cell_x, cell_y), (first, upper, last, lower) = self._grid
        across = _under((np.arange(first, last) + 0.5) * cell_x, own_x)
        down = _under((np.arange(upper, lower) + 0.5) * cell_y, -own_y)
        across, down = np.clip(across, 0, values.shape[2] - 1), np.clip(down, 0, values.shape[1] - 1)
        return down[:, None], across

    @cached_property
    def mask(self) -> Mask | None:
        """The area whose labels are complete, None for everywhere."""
        path = self.parameters.get("IN_MASK_POLYGONS")
        return Mask(Path(path), self._mover) if path else None

    @property
    def cutting(self) -> Mask | None:
        """The same, where pixels and labels outside are taken away."""
        return self.mask if self.parameters.get("MASK_MODE") == "BLACKEN_OUTSIDE" else None

    def holds(self, window: tuple[int, int]) -> tuple[bool, bool]:
        """Tell whether a chip is one of the mask's: certainly, and maybe."""
        if self.mask is None or self.cutting is not None:
            return True, True
        column, row = window
        right, bottom = column + self.parameters["TILE_SIZE_X"], row + self.parameters["TILE_SIZE_Y"]
        return self.mask.holds(_rectangle(column, row, right, bottom))

    @cached_property
    def pixels(self) -> np.ndarray:
        """(bands, rows, columns) of what is exported."""
        rows, columns = self._under_exported
        found = self._source[0][:, rows, columns]
        if self.cutting is not None:
            found = np.where(self.cutting.pixels(*found.shape[1:]), found, self.fill.astype(found.dtype))
        return found

    @cached_property
    def valid(self) -> np.ndarray:
        """(bands, rows, columns), which pixels count: as the mask of each band says."""
        rows, columns = self._under_exported
        found = which_count(gdal.Open(str(self.raster)))[:, rows, columns]
        return found if self.cutting is None else found & self.cutting.pixels(*found.shape[1:])

    def windows(self) -> Iterator[tuple[int, int]]:
        """Yield the first column and row of each chip of the grid, row by row."""
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

    @cached_property
    def fill(self) -> np.ndarray:
        """(bands, 1, 1), what lies beyond the raster."""
        return np.array([value or 0 for value in nodata_values(gdal.Open(str(self.raster)))])[:, None, None]

    @property
    def says_nodata_alike(self) -> bool:
        """Whether all bands have the same nodata value, or none."""
        return len(set(nodata_values(gdal.Open(str(self.raster))))) == 1

    # The labels.

    @property
    def is_class_raster(self) -> bool:
        """Whether labels are pixels."""
        return self.labels.suffix in (".tif", ".vrt")

    @cached_property
    def class_map(self) -> np.ndarray:
        """Class values of a class raster under all chips, those parts included that lie beyond the image."""
        dataset = gdal.Open(str(self.labels))
        (values,), (counts,) = read_pixels(dataset), which_count(dataset)
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
        rows, columns = np.clip(down, 0, values.shape[0] - 1), np.clip(across, 0, values.shape[1] - 1)
        kept = inside & counts[rows[:, None], columns]
        if self.cutting is not None:
            kept &= self.cutting.pixels(*kept.shape)
        return np.where(kept, values[rows[:, None], columns], 0).astype(np.int64)

    @cached_property
    def features(self) -> list[Label]:
        """The usable features, by id."""
        dataset = ogr.Open(str(self.labels))
        layer = dataset.GetLayer(0)
        numbers = class_numbers(layer, self.parameters.get("CLASS_VALUE_FIELD", ""))
        move = self._mover(layer)
        found = []
        for feature in layer:
            value = numbers(feature)
            area = label_area(feature.GetGeometryRef(), self.parameters.get("BUFFER_RADIUS", 0))
            area = None if area is None else move(area)
            if area is not None and self.cutting is not None:
                area = self.cutting.cut(area)
            if value is not None and area is not None:
                found.append(Label(feature.GetFID(), value, area))
        return sorted(found, key=lambda each: each.fid)

    @cached_property
    def left_out(self) -> tuple[int, int]:
        """How many features the log has to name as left out at least, and at most.

        A feature that is left out for its class and for its geometry may be named twice; one that lies
        outside the chips need not be met.
        """
        layer = (dataset := ogr.Open(str(self.labels))).GetLayer(0)
        numbers = class_numbers(layer, self.parameters.get("CLASS_VALUE_FIELD", ""))
        move, least, most = self._mover(layer), 0, 0
        for feature in layer:
            geometry, radius = feature.GetGeometryRef(), self.parameters.get("BUFFER_RADIUS", 0)
            reasons = (numbers(feature) is None) + (label_area(geometry, radius) is None)
            most += reasons
            least += bool(reasons) and self.mask is None and self._surely_met(geometry, move)
        del dataset
        return least, most

    def _surely_met(self, geometry: ogr.Geometry | None, move: Any) -> bool:
        """Tell whether a geometry certainly meets a chip: a part of it lies well inside."""
        moved = None if geometry is None or geometry.IsEmpty() else move(geometry.Clone(), False)
        if moved is None:
            return False
        width, height = self.parameters["TILE_SIZE_X"], self.parameters["TILE_SIZE_Y"]
        chips = [
            _rectangle(column + 0.1, row + 0.1, column + width - 0.1, row + height - 0.1)
            for column, row in self.windows()
        ]
        return any(leaf.Intersects(chip) for leaf in leaves(moved) for chip in chips)

    def _mover(self, layer: ogr.Layer) -> Any:
        """Return the way from the layer's CRS to pixels."""
        own, image = layer.GetSpatialRef(), gdal.Open(str(self.raster)).GetSpatialRef()
        west, north, cell_x, cell_y, *_ = self.area
        change = None
        if own is not None and image is not None:
            for each in (own, image):
                each.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
            change = None if own.IsSame(image) else osr.CoordinateTransformation(own, image)

        def move(area: ogr.Geometry, repair: bool = True) -> ogr.Geometry:
            if change is not None and area.Transform(change) != 0:
                return None
            moved = area.Clone()
            each_point(moved, lambda x, y: ((x - west) / cell_x, (north - y) / cell_y))
            return moved if not repair or moved.IsValid() else moved.MakeValid()

        return move

    def parts(self, window: tuple[int, int]) -> list[Part]:
        """Return what labels share with a chip, in the order of their ids."""
        column, row = window
        right, bottom = column + self.parameters["TILE_SIZE_X"], row + self.parameters["TILE_SIZE_Y"]
        chip = _rectangle(column, row, right, bottom)
        core = _rectangle(column + SURE, row + SURE, right - SURE, bottom - SURE)
        found = []
        for label in self.features:
            low_x, high_x, low_y, high_y = label.area.GetEnvelope()
            if high_x < column or low_x > right or high_y < row or low_y > bottom:
                continue
            if self.parameters["METADATA_FORMAT"] == "Classified_Tiles" and label.class_value == 0:
                continue  # cannot be told from nothing
            shared = polygons(label.area.Intersection(chip))
            if shared is not None and not shared.IsEmpty():
                found += _part(label, shared, polygons(label.area.Intersection(core)), window)
        kept = []
        for part in found:
            thin = _is_thin(part, self.parameters["METADATA_FORMAT"] in DRAWN)
            if thin is not True:
                kept.append(part._replace(sure=part.sure and thin is False))
        return kept


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


def _is_thin(part: Part, drawn: bool) -> bool | None:
    """Tell whether a box has no width or no height as it is written, None where rounding decides.

    Args:
        part: what a label shares with a chip.
        drawn: labels are pixels: a thin one stays where the middle of a pixel lies in its box.
    """
    answers = set()
    for slack in (-ROUNDED, 0.0, ROUNDED):
        for box in (part.box, part.whole):
            sides = np.add(box, (slack, slack, -slack, -slack))
            left, top, right, bottom = (f"{side:.2f}" for side in sides)
            middles = np.floor(sides[2:] - 0.5) >= np.ceil(sides[:2] - 0.5)
            answers.add((left == right or top == bottom) and not (drawn and middles.all()))
    return answers.pop() if len(answers) == 1 else None


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
