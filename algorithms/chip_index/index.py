"""The chip index: a polygon for each chip of an export, as a layer to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Callable, NamedTuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
)

from ...chipping.classes import LabelClass
from ...chipping.errors import ExportError
from ...chipping.messages import Message
from ...chipping.redaction import shown
from ...export.splits.split_file import StoredSplit
from ...reports.facts import ChipFacts
from ...writers.dataset.exported_set import ExportedSet
from ...writers.dataset.exported_sets import Exported
from ...writers.dataset.reading import Entry
from .layer import IndexLayer


class Placed(NamedTuple):
    """Where a chip is.

    Attributes:
        folder: that its files are in, or would be.
        split: the folder of its set, "" for the export folder itself.
        corners: map x and y of its corners, one after another (map units).
        cell: side of its pixels, the shorter one (map units).
        crs_wkt: returns its coordinate reference system as WKT, "" where it has none.
    """

    folder: Path
    split: str
    corners: Sequence[tuple[float, float]]
    cell: float
    crs_wkt: Callable[[], str]

    @classmethod
    def of(cls, exported: ExportedSet, split: str, entry: Entry) -> Placed:
        """Return the place of a chip of a finished export.

        Args:
            exported: the set that it is in.
            split: folder of the set.
            entry: its files.

        Raises:
            ExportError: the chip cannot be read.
        """
        corners, cell = exported.corners(entry), min(exported.cell)
        return cls(exported.folder, split, corners, cell, partial(exported.crs_wkt, entry))

    @property
    def extent(self) -> tuple[float, float, float, float]:
        """What holds it: left, bottom, right and top (map units)."""
        across, down = zip(*self.corners)
        return min(across), min(down), max(across), max(down)


class ChipIndex:
    """Adds the chips of an export to a layer."""

    def __init__(
        self,
        layer: IndexLayer,
        exported: Exported,
        crs: QgsCoordinateReferenceSystem,
        context: QgsCoordinateTransformContext,
        split: StoredSplit | None = None,
    ) -> None:
        """Start without a chip.

        Args:
            layer: takes the polygons.
            exported: the export.
            crs: the layer's.
            context: the project's choice of transformations.
            split: which part of the map is in which set, None where all is in one.
        """
        self._layer = layer
        self._crs = crs
        self._context = context
        self._split = split
        self._names: dict[int, str] = {}
        self.know(exported.classes)
        self._problem: ExportError | None = None

    def know(self, classes: Iterable[LabelClass]) -> None:
        """Take chips of more classes from now on."""
        self._names.update({each.value: each.name for each in classes})

    def add(self, chip: ChipFacts, placed: Placed) -> None:
        """Add one chip; where the layer does not take it, close says so, and no more are added.

        Args:
            chip: the chip.
            placed: where it is.

        Raises:
            ExportError: the chip cannot be read.
        """
        if self._problem is not None:
            return
        entry = chip.entry
        counts = Counter(each.class_value for each in chip.labels)
        row = (
            entry.stem,
            str(placed.folder / entry.image),
            ";".join(str(placed.folder / label) for label in entry.labels),
            len(chip.labels),
            self._class_text(counts),
            chip.valid,
            *self._of_split(placed),
        )
        place = self._place(chip, placed)
        try:
            self._layer.add(place, row)
        except ExportError as problem:
            self._problem = problem

    def close(self) -> list[Message]:
        """Finish the layer and return warnings about what its format cannot hold.

        Raises:
            ExportError: it does not hold all chips.
        """
        if self._problem is not None:
            raise self._problem
        return self._layer.close()

    def _of_split(self, placed: Placed) -> tuple[str, ...]:
        """Return a chip's split, and column and row of its blocks; nothing where there is no split."""
        if self._split is None:
            return ()
        if not self._split.has_blocks:
            return placed.split, ""
        blocks = self._split.lattice.blocks(*placed.extent, placed.cell)
        return placed.split, ";".join(f"{column},{row}" for column, row in blocks)

    def _class_text(self, counts: Mapping[int, int]) -> str:
        return shown(", ".join(f"{self._names[value]}: {count}" for value, count in sorted(counts.items())))

    def _place(self, chip: ChipFacts, placed: Placed) -> QgsGeometry:
        """Return a chip's polygon; chips of an earlier run may be in another CRS."""
        polygon = QgsGeometry.fromPolygonXY([[QgsPointXY(x, y) for x, y in placed.corners]])
        if chip.valid is None:
            crs = QgsCoordinateReferenceSystem.fromWkt(placed.crs_wkt())
            if crs.isValid() and crs != self._crs:
                _transform(polygon, QgsCoordinateTransform(crs, self._crs, self._context))
        return polygon


def _transform(polygon: QgsGeometry, transform: QgsCoordinateTransform) -> None:
    try:
        polygon.transform(transform)
    except QgsCsException:
        polygon.set(None)
