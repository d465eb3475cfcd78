"""Which feature a label is of: label files do not say."""

from __future__ import annotations

from typing import Any

import numpy as np
from qgis.core import (
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsRectangle,
    QgsVectorLayer,
)

from ...imagery.area import sides_of
from ...labels.features.projection import transformed_back
from ...labels.open import crs_of
from ...labels.pixel_space import PixelWay, around_points
from ...labels.selection import feature_source
from ...reports.doubts import Doubtful, overlap
from ...writers.dataset.exported_sets import ExportedSets
from ..inputs import Inputs

Sides = tuple[float, float, float, float]
"""Left, bottom, right and top on the map."""

_SEGMENTS = 8  # of a quarter of a circle
_MOST = 2  # features of a label, where several are as likely
_LOOKED_AT = 1000  # features at one place


class FeatureFinder:
    """Finds features of the label layer by where their labels lie on the map."""

    def __init__(self, inputs: Inputs, context: QgsCoordinateTransformContext) -> None:
        """Copy what is needed of the layer; to be called in its thread.

        Args:
            inputs: layers and settings; of a class raster nothing is found.
            context: the project's choice of transformations.
        """
        is_vector = isinstance(inputs.labels, QgsVectorLayer)
        self._source: Any = feature_source(inputs.labels, inputs.selected) if is_vector else None
        self._way = _way(inputs, context)
        self._radius = inputs.radius

    def ids_of(self, exported: ExportedSets, label: Doubtful) -> list[int]:
        """Return the ids of the features that a label of this run is of, none of another run's.

        Args:
            exported: the export.
            label: one of its labels.

        Raises:
            ExportError: the chip cannot be read.
        """
        if self._source is None or not label.is_new:
            return []
        its_set = exported.sets[label.folder]
        chip = left, bottom, right, top = its_set.extent(label.entry)
        across, down = (right - left) / its_set.width, (top - bottom) / its_set.height
        box = label.box
        west, east = left + box.left * across, left + box.right * across
        return self.ids((west, top - box.bottom * down, east, top - box.top * down), chip)

    def ids(self, box: Sides, chip: Sides) -> list[int]:
        """Return the ids of the features whose part in a chip has a box; where several have it, the first.

        Args:
            box: left, bottom, right and top of the label in the raster's CRS.
            chip: likewise of its chip.
        """
        try:
            wanted, around = (transformed_back(QgsRectangle(*sides), self._way) for sides in (box, chip))
        except QgsCsException:
            return []
        request = QgsFeatureRequest().setFilterRect(wanted.buffered(self._radius)).setSubsetOfAttributes([])
        request.setLimit(_LOOKED_AT)
        if isinstance(self._way, PixelWay):  # compared there: a box on a turned map is a larger one
            wanted, around = QgsRectangle(*box), QgsRectangle(*chip)
        ids, boxes = [], []
        for feature in self._source.getFeatures(request):
            its = self._box(feature.geometry()).intersect(around)
            if not its.isNull():
                ids.append(int(feature.id()))
                boxes.append(sides_of(its))
        shares = overlap(np.reshape(boxes, (-1, 4)), np.array([sides_of(wanted)])).ravel().tolist()
        found = sorted((-share, fid) for share, fid in zip(shares, ids) if share > 0)
        return [fid for share, fid in found if share <= 0.9 * found[0][0]][:_MOST]

    def _box(self, geometry: QgsGeometry) -> QgsRectangle:
        """Return the box of a feature with the area around it, in its CRS or in rows and columns."""
        if not isinstance(self._way, PixelWay):
            return geometry.boundingBox().buffered(self._radius)
        shape = geometry.buffer(self._radius, _SEGMENTS) if self._radius else geometry
        points = np.array([(each.x(), each.y()) for each in shape.vertices()]).reshape(-1, 2)
        return around_points(self._way.points(points))


def _way(inputs: Inputs, context: QgsCoordinateTransformContext) -> QgsCoordinateTransform | PixelWay:
    """Return the way from the labels' CRS to the raster's, or to its rows and columns."""
    crs = crs_of(inputs.labels) if inputs.labels is not None else crs_of(inputs.raster)
    if inputs.options.in_pixels:
        return PixelWay(inputs.raster, crs)
    return QgsCoordinateTransform(crs, crs_of(inputs.raster), context)
