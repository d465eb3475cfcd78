"""Read an export back from its files, as a training program will find it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..base import ImageFormat, LabelFormat
from ..labels.shown import ShownLabels
from .reading import Entry, SetReader


@dataclass(frozen=True)
class ExportedSet(SetReader):
    """A finished export.

    Attributes:
        image_format: the format of its image chips.
        label_format: the format of its labels.
        width: columns of a chip (pixels).
        height: rows of a chip (pixels).
        band_count: bands of a chip.
        cell: width and height of the smallest pixel (map units).
        entries: its chips, in order.
    """

    image_format: type[ImageFormat]
    label_format: type[LabelFormat]
    width: int
    height: int
    band_count: int
    cell: tuple[float, float]
    entries: Sequence[Entry]

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
            folder=folder,
            classes=stored.classes,
            image_format=image_format,
            label_format=label_format,
            width=document["TileSizeX"],
            height=document["TileSizeY"],
            band_count=document["NumBands"],
            cell=(cell.x, cell.y),
            entries=stored.entries,
        )

    def labels(self, entry: Entry) -> ShownLabels:
        """Return what the label files of a chip show.

        Raises:
            ExportError: a label raster cannot be read.
        """
        return self.label_format.read(self, entry)

    def extent(self, entry: Entry) -> tuple[float, float, float, float]:
        """Return a chip's left, bottom, right and top on the map (map units).

        Raises:
            ExportError: the chip cannot be read.
        """
        left, cell_x, _, top, _, cell_y = self.image_format.transform(self.folder / entry.image)
        return left, top + self.height * cell_y, left + self.width * cell_x, top

    def crs_wkt(self, entry: Entry) -> str:
        """Return the coordinate reference system of a chip as WKT, "" where it has none.

        Raises:
            ExportError: the chip cannot be read.
        """
        return str(self.image(entry).GetProjection())

    def image(self, entry: Entry) -> Any:
        """Return the image of a chip as a GDAL dataset.

        Raises:
            ExportError: it cannot be opened.
        """
        return self.image_format.read(self.folder / entry.image)
