"""A split by polygons: which chips lie whole in those of train, of validation, or of the test."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeatureRequest,
    QgsGeometry,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from ...chipping.chip import ImageProfile
from ...chipping.errors import ExportError
from ...chipping.frame import PixelFrame
from ...chipping.plan.grid import Batch, Grid
from ...chipping.plan.selection import NOT_WHOLE, OUTSIDE, Chosen
from ...chipping.plan.splits import SPLITS
from ...chipping.retry import Stop
from ...chipping.steps import Step
from ...chipping.window import Window
from ...export.job import ExportJob
from ...export.sets.stored_export import StoredExport
from ...export.splits.planning import check_polygons
from ...export.splits.split_file import StoredSplit
from ...labels.features.areas import Areas
from ...labels.features.large import LargeShapes
from ...labels.features.layer_classes import features_of
from ...labels.features.projection import Projection
from ...labels.features.repair import from_wkb, rectangle, united
from ...labels.source import LabelReport

SPLIT_FIELD = "split"
_NEAR = 0.01  # pixels by which a tile may reach beyond its polygons, or into others
_TOLERANCE = 1e-6  # pixels
_ROUND = 8  # segments of a quarter of a circle


class _Region(NamedTuple):
    """What the polygons of a split cover together.

    Attributes:
        around: that and a little more, prepared; a tile has to lie in it.
        inside: that itself, prepared; tiles of other splits may not reach into it.
        shapes: keep the geometries of both alive.
    """

    around: Any
    inside: Any
    shapes: tuple[QgsGeometry, ...]

    @classmethod
    def of(cls, polygons: list[QgsGeometry]) -> _Region:
        """Return the region of some polygons (pixels)."""
        whole = united(polygons)
        shapes = whole.buffer(_NEAR, _ROUND), whole
        around, inside = (QgsGeometry.createGeometryEngine(shape.constGet()) for shape in shapes)
        around.prepareGeometry()
        inside.prepareGeometry()
        return cls(around, inside, shapes)


@dataclass(frozen=True)
class PolygonChips:
    """The chips whose whole tile lies in the polygons of one split and in those of no other.

    Attributes:
        grid: all chips.
        regions: by the name of the split.
    """

    grid: Grid
    regions: Mapping[str, _Region]
    sets: tuple[str, ...] = SPLITS

    def of(self, batch: Batch) -> Chosen:
        """Return the chips of a batch that lie in one split."""
        found = dict(self._splits(batch.rows, batch.columns))
        sets = {place: found[place] for place in batch.places if found[place] in self.sets}
        left_out = Counter(split for split in found.values() if split not in self.sets)
        return Chosen(list(sets), left_out, sets)

    def _splits(self, rows: range, columns: range) -> Iterator[tuple[tuple[int, int], str]]:
        """Yield the place of each chip of a block, and its split or why it is in none.

        Most blocks lie whole in one region, or in none: they are cut into halves only where they do not.
        """
        window = self.grid.span(rows, columns)
        held = [name for name, region in self.regions.items() if region.around.contains(_tile(window))]
        met = [
            name for name, region in self.regions.items() if region.inside.intersects(_tile(window, _NEAR))
        ]
        single = len(rows) * len(columns) == 1
        if single or not met or held == met:
            split = met[0] if held == met and len(met) == 1 else NOT_WHOLE if met else OUTSIDE
            yield from (((row, column), split) for row in rows for column in columns)
            return
        for part in _halves(rows, columns):
            yield from self._splits(*part)


def _tile(window: Window, smaller: float = 0.0) -> Any:
    """Return the pixels of a window as a polygon, each side moved inward."""
    left, top, right, bottom = window.col_off, window.row_off, window.col_end, window.row_end
    polygon = rectangle(left + smaller, top + smaller, right - smaller, bottom - smaller)
    return polygon.constGet().clone()  # outlives the geometry


def _halves(rows: range, columns: range) -> tuple[tuple[range, range], tuple[range, range]]:
    """Return the halves of a block of chips, which has more than one."""
    if len(rows) >= len(columns):
        middle = len(rows) // 2
        return (rows[:middle], columns), (rows[middle:], columns)
    middle = len(columns) // 2
    return (rows, columns[:middle]), (rows, columns[middle:])


@dataclass(frozen=True)
class SplitPolygons:
    """The polygons of a layer, as the worker reads them.

    Attributes:
        name: of the layer.
        source: its features, safe to read in any thread.
        field: place of the field that holds the split.
        edited: the layer has unsaved edits.
        to_raster: from the layer's CRS to the raster's.
    """

    name: str
    source: QgsVectorLayerFeatureSource
    field: int
    edited: bool
    to_raster: QgsCoordinateTransform

    @classmethod
    def of(
        cls,
        layer: QgsVectorLayer,
        crs: QgsCoordinateReferenceSystem,
        context: QgsCoordinateTransformContext,
    ) -> SplitPolygons:
        """Return the polygons of a layer; to be called in its thread.

        Args:
            layer: as ``check_split_polygons`` lets it through.
            crs: the raster's.
            context: the project's choice of transformations.

        Raises:
            ExportError: no transformation leads to the raster's CRS.
        """
        same = QgsCoordinateReferenceSystem()
        known = layer.crs().isValid() and crs.isValid()
        way = QgsCoordinateTransform(*((layer.crs(), crs) if known else (same, same)), context)
        if known and not way.isValid() and layer.crs() != crs:
            raise ExportError(
                "SPLIT_POLYGONS: no transformation leads from the coordinate reference system of {name} "
                "({polygons}) to that of the raster ({raster}).",
                name=layer.name(),
                polygons=layer.crs().userFriendlyIdentifier(),
                raster=crs.userFriendlyIdentifier(),
            )
        field = layer.fields().lookupField(SPLIT_FIELD)
        source = QgsVectorLayerFeatureSource(layer)
        return cls(layer.name(), source, field, layer.isEditable(), way)

    def read(
        self, grid: Grid, frame: PixelFrame, profile: ImageProfile, stop: Stop
    ) -> tuple[PolygonChips, StoredSplit]:
        """Return which chips are in which split, and what ``split.json`` says of it.

        Args:
            grid: all chips.
            frame: the raster's pixels on the map.
            profile: what all chips have in common.
            stop: raises Cancelled when the user has cancelled.

        Raises:
            ExportError: a polygon cannot be used, or says another split.
        """
        splits, fids, geometries = self._features(stop)
        report = LabelReport()
        projection = Projection(self.to_raster, frame, _TOLERANCE)
        areas = Areas(projection, LargeShapes(projection, grid.whole, 0.0), 0.0, report)
        outlines, usable = areas.of(fids, geometries, stop)
        for fid, reason in report.broken.items():
            raise ExportError(
                "SPLIT_POLYGONS: feature {fid} of {name} cannot be used ({reason}); correct it.",
                fid=fid,
                name=self.name,
                reason=reason,
            )
        polygons: dict[str, list[QgsGeometry]] = {}
        for number, place in enumerate(usable):
            polygons.setdefault(splits[place], []).append(from_wkb(outlines.wkb(number)))
        regions = {name: _Region.of(polygons[name]) for name in SPLITS if name in polygons}
        return PolygonChips(grid, regions), self._record(profile, splits, geometries)

    def _features(self, stop: Stop) -> tuple[list[str], list[int], list[bytes]]:
        """Return split, id and geometry (well-known binary) of each feature."""
        splits: list[str] = []
        fids: list[int] = []
        geometries: list[bytes] = []
        request = QgsFeatureRequest().setSubsetOfAttributes([self.field])
        for feature in features_of(self.source, request, self.edited):
            stop()
            value = feature.attribute(self.field)
            split = value.strip() if isinstance(value, str) else ""
            if split not in SPLITS:
                raise ExportError(
                    "SPLIT_POLYGONS: the field split of feature {fid} of {name} holds {value}, not train, "
                    "valid or test; correct it.",
                    fid=feature.id(),
                    name=self.name,
                    value=split or "nothing",
                )
            splits.append(split)
            fids.append(feature.id())
            geometries.append(feature.geometry().asWkb().data())
        if not splits:
            raise ExportError("SPLIT_POLYGONS: {name} has no features.", name=self.name)
        return splits, fids, geometries

    def _record(self, profile: ImageProfile, splits: list[str], geometries: list[bytes]) -> StoredSplit:
        digest = hashlib.sha256(self.to_raster.sourceCrs().toWkt().encode("utf-8"))
        for split, wkb in sorted(zip(splits, geometries)):
            digest.update(b"%s %d " % (split.encode("ascii"), len(wkb)) + wkb)
        return StoredSplit.of_polygons(profile, self.name, digest.hexdigest())


def chosen_by_polygons(
    polygons: SplitPolygons | None, stored: StoredExport | None, job: ExportJob, stop: Stop
) -> tuple[ExportJob, StoredSplit | None]:
    """Return a job whose chips are chosen by polygons, where such are given, and what is said of these.

    Args:
        polygons: of the split, if any.
        stored: the export that is added to, if any.
        job: all that the export works with.
        stop: raises Cancelled when the user has cancelled.

    Raises:
        ExportError: they cannot be used, or are not those of the export that is added to.
    """
    if polygons is None:
        return job, None
    with Step("Reading the polygons of the split"):
        chips, record = polygons.read(job.grid, job.imagery.frame, job.imagery.profile, stop)
    check_polygons(stored.split if stored is not None else None, record)
    return replace(job, selection=chips), record
