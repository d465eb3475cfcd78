"""The chip index: a polygon for each chip of an export, as a layer to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsGeometry,
    QgsRectangle,
)

from ...chipping.errors import ExportError
from ...chipping.messages import Message
from ...chipping.redaction import shown
from ...export.splits.split_file import StoredSplit
from ...reports.facts import ChipFacts
from ...writers.dataset.exported_set import ExportedSet
from ...writers.dataset.exported_sets import Exported
from .layer import IndexLayer


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
        self._names = {each.value: each.name for each in exported.classes}
        self._problem: ExportError | None = None

    def add(self, exported: ExportedSet, folder: str, chip: ChipFacts) -> None:
        """Add one chip; where the layer does not take it, close says so, and no more are added.

        Args:
            exported: the set that it is in.
            folder: of the set.
            chip: the chip.

        Raises:
            ExportError: the chip cannot be read.
        """
        if self._problem is not None:
            return
        entry = chip.entry
        counts = Counter(each.class_value for each in chip.labels)
        row = (
            entry.stem,
            str(exported.folder / entry.image),
            ";".join(str(exported.folder / label) for label in entry.labels),
            len(chip.labels),
            self._class_text(counts),
            chip.valid,
            *self._of_split(exported, folder, chip),
        )
        place = self._place(exported, chip)
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

    def _of_split(self, exported: ExportedSet, folder: str, chip: ChipFacts) -> tuple[str, ...]:
        """Return a chip's split, and column and row of its blocks; nothing where there is no split."""
        if self._split is None:
            return ()
        if not self._split.has_blocks:
            return folder, ""
        blocks = self._split.lattice.blocks(*exported.extent(chip.entry), min(exported.cell))
        return folder, ";".join(f"{column},{row}" for column, row in blocks)

    def _class_text(self, counts: Mapping[int, int]) -> str:
        return shown(", ".join(f"{self._names[value]}: {count}" for value, count in sorted(counts.items())))

    def _place(self, exported: ExportedSet, chip: ChipFacts) -> QgsGeometry:
        """Return a chip's polygon; chips of an earlier run may be in another CRS."""
        entry = chip.entry
        polygon = QgsGeometry.fromRect(QgsRectangle(*exported.extent(entry)))
        if chip.valid is None:
            crs = QgsCoordinateReferenceSystem.fromWkt(exported.crs_wkt(entry))
            if crs.isValid() and crs != self._crs:
                _transform(polygon, QgsCoordinateTransform(crs, self._crs, self._context))
        return polygon


def _transform(polygon: QgsGeometry, transform: QgsCoordinateTransform) -> None:
    try:
        polygon.transform(transform)
    except QgsCsException:
        polygon.set(None)
