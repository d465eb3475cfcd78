"""Draw a chip with its labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from osgeo import gdal

from ..chipping.classes import Color
from ..writers.encoding.gdal_files import checked
from ..writers.labels.shown import BoxLabel, ShapeLabel, ShownLabels

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[Any]

SIDE = 192
"""Longer side of a picture as it is shown at first (pixels); of a small chip, the whole multiple of its
side that is nearest."""

LARGEST = 384
"""Longest side of a picture (pixels), at which it is shown where it is looked at alone."""

_NODATA = 225  # grey of pixels without data
_STRETCH = (2, 98)  # percentiles that become black and white
_WIDE = 128  # 8-bit imagery that spreads over as many values is shown as it is
_COLOR_BANDS = (gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand)
_CROWD = 12  # boxes; more are drawn with thin lines
_INSIDE = 0.35  # how much of a label's colour lies over its inside


@dataclass(frozen=True)
class Preview:
    """A chip's pixels at the size in which they are drawn.

    Attributes:
        values: (rows, columns, 1 or 3 bands), of the chip's own type; already
            colours where there is a palette.
        valid: (rows, columns), False where there is no data.
        scale: pixels of the picture per pixel of the chip, across and down.
        is_color: values are colours, not to be stretched.
        is_true_color: the bands are red, green and blue of 8 bit: stretched
            alike, since a stretch of its own for each would change the hues.
    """

    values: Array
    valid: NDArray[np.bool_]
    scale: tuple[float, float]
    is_color: bool
    is_true_color: bool


def preview(dataset: Any, bands: Sequence[int]) -> Preview:
    """Return a chip at the size in which it is drawn.

    Args:
        dataset: the image chip, open in GDAL.
        bands: numbers of the bands to show as red, green, blue; empty for those that say so.
    """
    name, columns, rows = dataset.GetDescription(), dataset.RasterXSize, dataset.RasterYSize
    width, height = _size(columns, rows)
    shown = [dataset.GetRasterBand(number) for number in _bands(dataset, bands)]
    values = np.stack([_nearest(_read(name, band), height, width) for band in shown], axis=-1)
    valid = _nearest(_read(name, shown[0].GetMaskBand()), height, width) > 0
    table = shown[0].GetColorTable() if len(shown) == 1 and values.dtype == np.uint8 else None
    if table is not None:
        values = _palette(table)[values[..., 0]]
    meanings = [band.GetColorInterpretation() for band in shown]
    if values.dtype.kind == "f":
        valid &= np.isfinite(values).all(axis=-1)
    is_true_color = values.dtype == np.uint8 and set(meanings) == set(_COLOR_BANDS)
    return Preview(values, valid, (width / columns, height / rows), table is not None, is_true_color)


def _read(name: str, band: Any) -> Array:
    """Return all pixels of a band: for fewer of them GDAL would look for overviews, which a file may name."""
    return checked(name, band.ReadAsArray)


def _nearest(pixels: Array, rows: int, columns: int) -> Array:
    """Return pixels at another size, each the one that its centre lies in."""
    down, across = (
        ((np.arange(count) + 0.5) * (held / count)).astype(np.intp)
        for count, held in zip((rows, columns), pixels.shape)
    )
    nearest: Array = pixels[down[:, None], across]
    return nearest


def _size(columns: int, rows: int) -> tuple[int, int]:
    """Return the size of the picture: a whole multiple of a small chip, a very large one made smaller."""
    longer = max(columns, rows)
    scale = max(round(SIDE / longer), 1) if longer <= LARGEST else LARGEST / longer
    return max(1, round(columns * scale)), max(1, round(rows * scale))


def _bands(dataset: Any, wanted: Sequence[int]) -> list[int]:
    """Return the numbers of three bands, or of one."""
    numbers = [number for number in wanted if 1 <= number <= dataset.RasterCount]
    if len(numbers) in (1, 3):
        return numbers
    meanings = {
        dataset.GetRasterBand(number).GetColorInterpretation(): number
        for number in range(dataset.RasterCount, 0, -1)
    }
    if all(meaning in meanings for meaning in _COLOR_BANDS):
        return [meanings[meaning] for meaning in _COLOR_BANDS]
    return [1, 2, 3] if dataset.RasterCount >= 3 else [1]


def _palette(table: Any) -> NDArray[np.uint8]:
    colors = np.zeros((256, 3), dtype=np.uint8)
    for value in range(min(256, table.GetCount())):
        colors[value] = table.GetColorEntry(value)[:3]
    return colors


def stretched(previews: Sequence[Preview]) -> list[NDArray[np.uint8]]:
    """Return RGB pictures of some chips, all with the same stretch of brightness.

    Args:
        previews: the chips.
    """
    measured = [each.values[each.valid] for each in previews if not each.is_color and each.valid.any()]
    low, high = _limits(np.concatenate(measured)) if measured else (np.zeros(1), np.ones(1))
    if all(each.is_true_color for each in previews):
        low, high = np.full_like(low, low.min()), np.full_like(high, high.max())
    return [_picture(each, low, high) for each in previews]


def _limits(values: Array) -> tuple[Array, Array]:
    low, high = np.percentile(values.astype(np.float64), _STRETCH, axis=0)
    if values.dtype == np.uint8 and (high - low).min() >= _WIDE:
        return np.zeros_like(low), np.full_like(high, 255.0)
    return low, np.maximum(high, low + 1e-9)


def _picture(each: Preview, low: Array, high: Array) -> NDArray[np.uint8]:
    if each.is_color:
        picture = each.values.copy()
    else:
        values = np.where(each.valid[..., None], each.values, 0).astype(np.float64)
        picture = np.rint(np.clip((values - low) / (high - low), 0, 1) * 255).astype(np.uint8)
    picture = np.broadcast_to(picture, (*picture.shape[:2], 3)).copy()
    picture[~each.valid] = _NODATA
    return picture


def draw_labels(
    picture: NDArray[np.uint8],
    scale: tuple[float, float],
    labels: ShownLabels,
    colors: Mapping[int, Color],
) -> None:
    """Draw the labels of a chip onto its picture, in place.

    Args:
        picture: (rows, columns, RGB).
        scale: pixels of the picture per pixel of the chip, across and down.
        labels: what is drawn.
        colors: by class value.
    """
    for value, mask in labels.masks.items():
        numbers = _resized(mask, picture.shape)
        _tint(picture, numbers > 0, _edges(numbers), colors[value])
    if labels.class_map is not None:
        values = _resized(labels.class_map, picture.shape)
        edges = _edges(values)
        for value in np.unique(values[values > 0]).tolist():
            _tint(picture, values == value, edges & (values == value), colors[value])
    thick = 2 if max(len(labels.boxes), len(labels.shapes)) <= _CROWD else 1
    for shape in labels.shapes:
        _outline(picture, shape, scale, colors[shape.class_value], thick)
    for box in () if labels.shapes else labels.boxes:
        _frame(picture, box, scale, colors[box.class_value], thick)


def _resized(array: Array, shape: Sequence[int]) -> Array:
    """Return an array at another size, nearest neighbour."""
    rows = np.arange(shape[0]) * array.shape[0] // shape[0]
    columns = np.arange(shape[1]) * array.shape[1] // shape[1]
    resized: Array = array[rows[:, None], columns]
    return resized


def _edges(numbers: Array) -> NDArray[np.bool_]:
    """Return where a labelled pixel has another number beside it."""
    padded = np.pad(numbers, 1, mode="edge")
    inner = padded[1:-1, 1:-1]
    sides = (padded[:-2, 1:-1], padded[2:, 1:-1], padded[1:-1, :-2], padded[1:-1, 2:])
    differs: NDArray[np.bool_] = np.any([side != inner for side in sides], axis=0)
    return differs & (numbers > 0)


def _tint(picture: Array, inside: Array, edges: Array, color: Color) -> None:
    mixed = picture[inside] * (1 - _INSIDE) + np.array(color) * _INSIDE
    picture[inside] = mixed.astype(np.uint8)
    picture[edges] = color


def _outline(picture: Array, shape: ShapeLabel, scale: tuple[float, float], color: Color, line: int) -> None:
    """Draw a shape: its outline, and where it is wide, a dark one under it; or its pixels."""
    if shape.mask is not None:
        inside = _resized(shape.mask(), picture.shape)
        _tint(picture, inside, _edges(inside), color)
    rows, columns = picture.shape[:2]
    for drawn, thick in (((0, 0, 0), 2 * line - 1), (color, line)):
        for ring in shape.rings:
            x, y = _line(ring * scale)
            for down, across in np.ndindex(thick, thick):
                place = y + down - (thick - line), x + across - (thick - line)
                seen = (place[0] >= 0) & (place[0] < rows) & (place[1] >= 0) & (place[1] < columns)
                picture[place[0][seen], place[1][seen]] = drawn


def _line(ring: Array) -> tuple[Array, Array]:
    """Return the columns and rows of the pixels that a closed line runs through."""
    ends = np.roll(ring, -1, axis=0)
    counts = np.maximum(np.ceil(np.abs(ends - ring).max(axis=1)), 1).astype(np.intp)
    side = np.repeat(np.arange(len(ring)), counts)
    share = (np.arange(len(side)) - np.repeat(np.cumsum(counts) - counts, counts)) / counts[side]
    points = np.floor(ring[side] + (ends - ring)[side] * share[:, None]).astype(np.intp)
    return points[:, 0], points[:, 1]


def _frame(picture: Array, box: BoxLabel, scale: tuple[float, float], color: Color, line: int) -> None:
    """Draw a box with lines inside its sides and, where they are wide, a dark one around it."""
    rows, columns = picture.shape[:2]
    left, right = (round(x * scale[0]) for x in (box.left, box.right))
    top, bottom = (round(y * scale[1]) for y in (box.top, box.bottom))
    for grow, drawn, thick in ((1, (0, 0, 0), line - 1), (0, color, line)):
        x0, x1 = max(0, left - grow), min(columns, max(right, left + 1) + grow)
        y0, y1 = max(0, top - grow), min(rows, max(bottom, top + 1) + grow)
        picture[y0 : min(y0 + thick, y1), x0:x1] = drawn
        picture[max(y1 - thick, y0) : y1, x0:x1] = drawn
        picture[y0:y1, x0 : min(x0 + thick, x1)] = drawn
        picture[y0:y1, max(x1 - thick, x0) : x1] = drawn
