"""The values that cross from reading to writing: what a chip is made of."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Flag, auto
from functools import partial
from typing import TYPE_CHECKING, Any, Callable, NamedTuple, overload

import numpy as np

from .frame import MAP_SPACE, Affine, Cells
from .shapes.rings import Rings
from .window import Window

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pixels = NDArray[Any]
    Parts = tuple[tuple[NDArray[np.float64], ...], ...]


class LabelObject(NamedTuple):
    """One label in one chip: the part of a feature that lies in the chip.

    The box is the envelope of the clipped feature in pixels from the chip's
    upper-left corner, pixel edges, 0 to tile size.

    Attributes:
        class_value: the class.
        left: left side of the box (pixels).
        top: upper side of the box (pixels).
        right: right side of the box (pixels).
        bottom: lower side of the box (pixels).
        area: area of the part (squared map units).
        number: which label of its batch it is a part of, from 1.
        share: share of the whole feature's area that the chip shows, 0 to 1; None where the
            whole is not known: of a region that goes on beyond the chip.
    """

    class_value: int
    left: float
    top: float
    right: float
    bottom: float
    area: float
    number: int = 0
    share: float | None = None


class ObjectShape(NamedTuple):
    """The part of a label that lies in a chip, as polygons and as pixels.

    Coordinates are x, y in pixels from the chip's upper-left corner, pixel edges, 0 to tile size.

    Attributes:
        outline: gives its polygons, see ``parts``.
        run_lengths: gives how many pixels of the chip lie out of the label, in it, out of it …,
            column by column; those lie in it whose middle does, whatever other labels lie on top.
    """

    outline: Callable[[], tuple[tuple[NDArray[np.float64], ...], ...]]
    run_lengths: Callable[[], list[int]]

    @property
    def parts(self) -> tuple[tuple[NDArray[np.float64], ...], ...]:
        """Its polygons, each a tuple of rings, the outer one first and then holes.

        A ring is (points, 2) without the first point repeated at its end.
        """
        return self.outline()


class ChipShapes(Sequence[ObjectShape]):
    """The shapes of the objects of a chip, as arrays of all of them and one by one."""

    @abstractmethod
    def rings(self) -> Rings:
        """Return the polygons of all of them."""

    @abstractmethod
    def run_lengths(self, number: int) -> list[int]:
        """Return the run lengths of one of them, see ``ObjectShape``."""

    def __len__(self) -> int:
        """Number of shapes."""
        return len(self.rings().counts)

    @overload
    def __getitem__(self, number: int) -> ObjectShape: ...

    @overload
    def __getitem__(self, number: slice) -> list[ObjectShape]: ...

    def __getitem__(self, number: int | slice) -> ObjectShape | list[ObjectShape]:
        """Return one shape, or some."""
        return list(self)[number]

    def __iter__(self) -> Iterator[ObjectShape]:
        """Yield each shape."""
        for number, parts in enumerate(self.rings().polygons()):
            yield ObjectShape(partial(_same, parts), partial(self.run_lengths, number))


def _same(parts: Parts) -> Parts:
    return parts


class PixelBlock(NamedTuple):
    """Pixels of a window.

    Attributes:
        values: (bands, rows, columns).
        mask: (rows, columns), or (bands, rows, columns) where bands have masks of
            their own; False where the source masks a pixel out; None where it has no
            mask beside its bands.
        there: (rows, columns), False where the source has no pixel at all; None where it has all.
    """

    values: Pixels
    mask: NDArray[np.bool_] | None = None
    there: NDArray[np.bool_] | None = None

    def part(self, part: Window, whole: Window) -> PixelBlock:
        """Return the pixels of a part of a window, to be read or filled.

        Args:
            part: which of them.
            whole: the window that the block is of.
        """
        rows, columns = part.slices(whole)
        mask = None if self.mask is None else self.mask[..., rows, columns]
        there = None if self.there is None else self.there[rows, columns]
        return PixelBlock(self.values[:, rows, columns], mask, there)


@dataclass(frozen=True)
class ImageProfile:
    """What all chips of a run have in common.

    Attributes:
        width: columns of a chip (pixels).
        height: rows of a chip (pixels).
        dtype: numpy name of the pixel type, as in the source.
        nodata: nodata value of each band, None where it has none.
        cell_x: width of a pixel (map units).
        cell_y: height of a pixel (map units).
        crs_wkt: coordinate reference system as WKT, "" where there is none.
        epsg: its EPSG code, 0 where it has none.
        band_names: name of each band, "" where unknown.
        color_interpretation: GDAL's number for each band's meaning.
        color_table: red, green, blue, alpha by pixel value, for a palette.
        reference_system: whether chips lie on the map, or in the raster's own rows and columns.
    """

    width: int
    height: int
    dtype: str
    nodata: tuple[float | None, ...]
    cell_x: float
    cell_y: float
    crs_wkt: str
    epsg: int
    band_names: tuple[str, ...]
    color_interpretation: tuple[int, ...]
    color_table: tuple[tuple[int, tuple[int, int, int, int]], ...] = ()
    reference_system: str = MAP_SPACE

    @property
    def cells(self) -> Cells:
        """How rows and columns lie on the map where chips are not turned."""
        return self.cell_x, 0.0, 0.0, -self.cell_y

    @property
    def band_count(self) -> int:
        """Number of bands."""
        return len(self.nodata)

    @property
    def pixel_bytes(self) -> int:
        """Bytes of a pixel in all bands."""
        return self.band_count * np.dtype(self.dtype).itemsize

    @property
    def chip_bytes(self) -> int:
        """Bytes of a chip's pixels."""
        return self.width * self.height * self.pixel_bytes

    @property
    def fill(self) -> tuple[float, ...]:
        """Return what pixels beyond the raster hold: each band's nodata value, or 0."""
        return tuple(0.0 if value is None else value for value in self.nodata)


class Need(Flag):
    """What a label format takes; it adds up what it needs."""

    BOXES = auto()
    OUTLINES = auto()
    CLASS_MAP = auto()
    MASKS = auto()


class ChipLabels(NamedTuple):
    """The labels of one chip.

    Attributes:
        objects: labels as boxes, in the order of their features.
        counted: class value and size of each label, as statistics count them.
        class_map: draws (rows, columns) of class values, 0 for nothing; None
            where the format takes none or the chip shows nothing.
        masks: draws by class value (rows, columns) of object numbers 1..n, 0
            for nothing; None where the format takes none or the chip shows none.
        shapes: gives the shape of each of ``objects``, in their order; None where the format
            takes none or the chip shows none.
        instances: the same as ``masks`` of a layer of its own beside the class data; None where
            there is none or the chip shows none.
        instance_count: number of these objects.

    Images are drawn when a writer asks for them: only then is there memory for them.
    """

    objects: tuple[LabelObject, ...] = ()
    counted: tuple[tuple[int, float], ...] = ()
    class_map: Callable[[], Pixels] | None = None
    masks: Callable[[], Mapping[int, Pixels]] | None = None
    shapes: Callable[[], Sequence[ObjectShape]] | None = None
    instances: Callable[[], Mapping[int, Pixels]] | None = None
    instance_count: int = 0

    @property
    def total(self) -> int:
        """Labels that the chip shows."""
        return max(len(self.objects), len(self.counted)) + self.instance_count

    @property
    def known_shapes(self) -> Sequence[ObjectShape]:
        """The shape of each of ``objects``, none where the format takes none."""
        return self.shapes() if self.shapes is not None else ()

    def numbered(self, before: int) -> ChipLabels:
        """Return the same whose objects are numbered on from ``before`` others."""
        return self._replace(
            objects=tuple([each._replace(number=each.number + before) for each in self.objects])
        )


@dataclass(frozen=True)
class Chip:
    """One chip with its labels, ready to be written.

    Attributes:
        stem: file name without extension.
        transform: geotransform in GDAL's order (map units).
        pixels: (bands, rows, columns), always the full tile.
        labels: what it shows.
        mask: (rows, columns), or (bands, rows, columns) where bands have masks of
            their own; False where the source masks a pixel out; None where it has no
            mask beside its bands.
    """

    stem: str
    transform: Affine
    pixels: Pixels
    labels: ChipLabels
    mask: NDArray[np.bool_] | None = None
