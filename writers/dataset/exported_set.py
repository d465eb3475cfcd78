"""Read an export back from its files, as a training program will find it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from lxml.etree import XMLSyntaxError

from ...chipping.errors import ExportError
from ...chipping.frame import corners_of
from ..base import LabelFormat
from ..image_format import ImageFormat
from ..labels.shown import ShapeLabel, ShownLabels
from .reading import Entry, SetReader
from .stored_map import StoredMap
from .stored_rasters import opened

if TYPE_CHECKING:
    from numpy.typing import NDArray

_HIGHEST_CLASS = 2**31 - 1


@dataclass(frozen=True)
class ExportedSet(SetReader):
    """A finished export.

    Attributes:
        image_format: the format of its image chips.
        label_format: the format of its labels.
        band_count: bands of a chip.
        cell: width and height of the smallest pixel (map units).
        map: its chips, in order.
    """

    image_format: type[ImageFormat]
    label_format: type[LabelFormat]
    band_count: int
    cell: tuple[float, float]
    map: StoredMap

    @classmethod
    def read(
        cls, folder: Path, image_format: type[ImageFormat], label_format: type[LabelFormat]
    ) -> ExportedSet:
        """Return the export in a folder.

        Args:
            folder: the export folder.
            image_format: the format of its image chips.
            label_format: the format of its labels.

        Raises:
            ExportError: its files are missing or damaged.
        """
        stored = label_format.set_files.reopen(folder)
        document, cell = stored.document, stored.cell_sizes[0]
        return cls(
            folder=label_format.set_files.home(folder),
            classes=stored.classes,
            image_format=image_format,
            label_format=label_format,
            width=int(document["TileSizeX"]),
            height=int(document["TileSizeY"]),
            band_count=int(document["NumBands"]),
            cell=(cell.x, cell.y),
            map=stored.map,
        )

    def chosen(self, places: Sequence[int]) -> list[tuple[ExportedSet, Entry]]:
        """Return some chips, each with the set that it is in.

        Args:
            places: their places among all, ascending.
        """
        wanted = set(places)
        return [(self, entry) for place, entry in enumerate(self.map.entries()) if place in wanted]

    @cached_property
    def _values(self) -> frozenset[int]:
        return frozenset(self.classes.values)

    def labels(self, entry: Entry) -> ShownLabels:
        """Return what the label files of a chip show.

        Raises:
            ExportError: a label file cannot be read, or holds what no label file does.
        """
        try:
            labels, size = self.label_format.read(self, entry), self.size(entry)
            if self.label_format.is_of_features and labels.whole:
                labels = labels.of_size(size)
            self._check(labels, size)
        except (OSError, ValueError, LookupError, XMLSyntaxError) as error:
            raise self._damaged(entry.labels[0] if len(entry.labels) == 1 else entry.image, error) from error
        return labels

    def _check(self, labels: ShownLabels, size: tuple[int, int]) -> None:
        """Refuse labels that the chip cannot show.

        Args:
            labels: they.
            size: columns and rows of the chip (pixels).

        Raises:
            ValueError: a class is none of the set's, or a box or a pixel none of a chip's.
        """
        for mask in labels.masks.values():
            _check_raster(mask, size[0] * size[1])
        if labels.class_map is not None:
            _check_raster(labels.class_map, _HIGHEST_CLASS)
        for shape in labels.shapes:
            self._check_shape(shape)
        for _, left, top, right, bottom in labels.boxes:
            if not (0 <= left <= right <= size[0] and 0 <= top <= bottom <= size[1]):
                raise ValueError("a box is not inside the chip")
        if not {each.class_value for each in labels.sizes()} <= self._values:
            raise ValueError("a label is of no class of the export")

    def _check_shape(self, shape: ShapeLabel) -> None:
        """Refuse an outline that reaches further than a rectangle around an object of a chip can."""
        side = max(self.width, self.height)
        if not (0 < shape.area < math.inf and all((np.abs(ring) <= 3 * side).all() for ring in shape.rings)):
            raise ValueError("an outline is not near the chip")
        if shape.mask is not None:
            shape.mask()

    def size(self, entry: Entry) -> tuple[int, int]:
        """Return columns and rows of a chip (pixels); those of features may each have their own.

        Raises:
            ExportError: the chip cannot be read.
        """
        if not self.label_format.is_of_features:
            return self.width, self.height
        with self.image(entry) as dataset:
            return int(dataset.RasterXSize), int(dataset.RasterYSize)

    def corners(self, entry: Entry) -> list[tuple[float, float]]:
        """Return map x and y of a chip's corners, from its upper-left pixel on, clockwise in the chip.

        Raises:
            ExportError: the chip cannot be read.
        """
        try:
            place = self.image_format.transform(self.folder, entry.image)
        except (OSError, ValueError) as error:
            raise self._damaged(entry.image, error) from error
        if not all(map(math.isfinite, place)):
            raise self._damaged(entry.image, ValueError("it lies nowhere"))
        return corners_of(place, *self.size(entry))

    def extent(self, entry: Entry) -> tuple[float, float, float, float]:
        """Return left, bottom, right and top of what holds a chip on the map (map units).

        Raises:
            ExportError: the chip cannot be read.
        """
        across, down = zip(*self.corners(entry))
        return min(across), min(down), max(across), max(down)

    def _damaged(self, path: str, error: Exception) -> ExportError:
        reason = getattr(error, "strerror", None) or error
        message = "{path} is missing or damaged ({reason})."
        return ExportError(message, path=self.folder / path, reason=reason)

    def crs_wkt(self, entry: Entry) -> str:
        """Return the coordinate reference system of a chip as WKT, "" where it has none.

        Raises:
            ExportError: the chip cannot be read.
        """
        with self.image(entry) as dataset:
            return str(dataset.GetProjection())

    def image(self, entry: Entry) -> AbstractContextManager[Any]:
        """Return a context with the image of a chip as a GDAL dataset.

        Raises:
            ExportError: it cannot be opened.
        """
        size = None if self.label_format.is_of_features else (self.width, self.height)
        return opened(self.folder, entry.image, size)


def _check_raster(raster: NDArray[Any], most: int) -> None:
    """Refuse pixels that are no whole numbers from 0 to ``most``."""
    if raster.dtype.kind not in "iu" or raster.min() < 0 or raster.max() > most:
        raise ValueError("a label raster holds what is no label")
