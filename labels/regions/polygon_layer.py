"""The polygons of a layer that stands for areas, such as a split or a mask, in pixel space."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from ...chipping.errors import ExportError
from ...chipping.frame import PixelFrame
from ...chipping.messages import Message
from ...chipping.plan.grid import Grid
from ...chipping.retry import Stop
from ..pixel_space import PixelWay, areas_between
from ..report import LabelReport
from ..rows.layer_rows import features_of
from ..shapes.polygons import Outlines
from .region import Region

_TOLERANCE = 1e-6  # pixels


class Polygon(NamedTuple):
    """A feature of the layer.

    Attributes:
        fid: its id.
        value: of its field, None where none is read.
        wkb: its geometry in the layer's CRS, as well-known binary.
    """

    fid: int
    value: object
    wkb: bytes


class PixelPolygons(NamedTuple):
    """Polygons in pixel space.

    Attributes:
        outlines: the polygons that may meet the chips, each a shape.
        numbers: of each, which of the features it is, from 0.
        warnings: sentences for the log.
    """

    outlines: Outlines
    numbers: list[int]
    warnings: tuple[Message, ...]


@dataclass(frozen=True)
class PolygonLayer:
    """The polygons of a layer, as the worker reads them.

    Attributes:
        parameter: what the user sees the layer as.
        name: of the layer.
        source: its features, safe to read in any thread.
        field: place of the field that is read, -1 for none.
        edited: the layer has unsaved edits.
        to_raster: from the layer's CRS to the raster's, or to its rows and columns.
    """

    parameter: str
    name: str
    source: QgsVectorLayerFeatureSource
    field: int
    edited: bool
    to_raster: QgsCoordinateTransform | PixelWay

    @classmethod
    def of(
        cls,
        parameter: str,
        layer: QgsVectorLayer,
        way: QgsCoordinateTransform | PixelWay | None,
        crs: QgsCoordinateReferenceSystem,
        field: str = "",
    ) -> PolygonLayer:
        """Return the polygons of a layer; to be called in its thread.

        Args:
            parameter: what the user sees the layer as.
            layer: of polygons.
            way: from its CRS to the raster's, or to its rows and columns; None where there is none.
            crs: the raster's.
            field: the field that is read, "" for none.

        Raises:
            ExportError: no transformation leads to the raster's CRS.
        """
        if way is None:
            raise ExportError(
                "{parameter}: no transformation leads from the coordinate reference system of {name} "
                "({polygons}) to that of the raster ({raster}).",
                parameter=parameter,
                name=layer.name(),
                polygons=layer.crs().userFriendlyIdentifier(),
                raster=crs.userFriendlyIdentifier(),
            )
        place = layer.fields().lookupField(field) if field else -1
        source = QgsVectorLayerFeatureSource(layer)
        return cls(parameter, layer.name(), source, place, layer.isEditable(), way)

    def features(self, stop: Stop) -> list[Polygon]:
        """Return the features.

        Args:
            stop: raises Cancelled when the user has cancelled.

        Raises:
            ExportError: there are none, or they cannot be read.
        """
        found: list[Polygon] = []
        request = QgsFeatureRequest().setSubsetOfAttributes([self.field] if self.field >= 0 else [])
        for feature in features_of(self.source, request, self.edited, self.parameter):
            stop()
            value = feature.attribute(self.field) if self.field >= 0 else None
            found.append(Polygon(feature.id(), value, feature.geometry().asWkb().data()))
        if not found:
            message = "{parameter}: {name} has no features."
            raise ExportError(message, parameter=self.parameter, name=self.name)
        return found

    def in_pixels(self, polygons: list[Polygon], grid: Grid, frame: PixelFrame, stop: Stop) -> PixelPolygons:
        """Return polygons in pixel space, repaired as labels are.

        Args:
            polygons: as ``features`` gave them.
            grid: all chips; what lies far from them may be left out.
            frame: the raster's pixels on the map.
            stop: raises Cancelled when the user has cancelled.

        Raises:
            ExportError: one cannot be used.
        """
        report = LabelReport()
        areas = areas_between(self.to_raster, (frame, grid.whole), 0.0, _TOLERANCE, report)
        fids, wkbs = [each.fid for each in polygons], [each.wkb for each in polygons]
        outlines, numbers = areas.of(fids, wkbs, stop)
        for fid, reason in report.broken.items():
            raise ExportError(
                "{parameter}: feature {fid} of {name} cannot be used ({reason}); correct it.",
                parameter=self.parameter,
                fid=fid,
                name=self.name,
                reason=reason,
            )
        return PixelPolygons(outlines, numbers, self._warnings(report))

    def region(self, outlines: Outlines) -> Region:
        """Return what some of the polygons cover together.

        Args:
            outlines: as ``in_pixels`` gave them, at least one.

        Raises:
            ExportError: that cannot be told.
        """
        try:
            return Region.of(outlines)
        except ValueError as error:
            raise ExportError(
                "{parameter}: the polygons of {name} cannot be united; repair that layer (Vector > Geometry "
                "Tools, or Fix geometries in the toolbox).",
                parameter=self.parameter,
                name=self.name,
            ) from error

    def _warnings(self, report: LabelReport) -> tuple[Message, ...]:
        if not report.repaired:
            return ()
        text = "{parameter}: features of {name} whose invalid geometry was repaired: {count}."
        counts = {"count": len(report.repaired), "name": self.name}
        return (Message(text, parameter=self.parameter, **counts),)

    def digest(self, polygons: Iterable[tuple[str, bytes]]) -> str:
        """Return SHA-256 of polygons in any order, as hexadecimal digits.

        Args:
            polygons: what each stands for, and its geometry in the layer's CRS.
        """
        digest = hashlib.sha256(self.to_raster.sourceCrs().toWkt().encode("utf-8"))
        for name, wkb in sorted(polygons):
            digest.update(b"%s %d " % (name.encode("ascii"), len(wkb)) + wkb)
        return digest.hexdigest()
