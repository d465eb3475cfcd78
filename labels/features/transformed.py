"""Points from one CRS to another, by QGIS and many at once."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsGeometry,
)

from ..shapes.polygons import NATIVE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_LINE_STRING = 2  # type of well-known binary (ISO 13249-3)
_LINE_HEADER = struct.calcsize("=BII")


def at_once(
    points: Floats,
    transform: QgsCoordinateTransform,
    direction: Qgis.TransformDirection = Qgis.TransformDirection.Forward,
) -> Floats:
    """Return points in another CRS; some may be infinite.

    All in one call, as a line: for each polygon on its own it would cost more
    than all else that is done to it.

    Args:
        points: (points, 2), x and y.
        transform: from one CRS to the other.
        direction: of the transformation.

    Raises:
        QgsCsException: some cannot be transformed; not every version of QGIS raises then.
    """
    line = QgsGeometry()
    line.fromWkb(struct.pack("=BII", NATIVE, _LINE_STRING, len(points)) + points.tobytes())
    line.transform(transform, direction)
    return np.frombuffer(line.asWkb().data(), dtype=np.float64, offset=_LINE_HEADER).reshape(-1, 2)


def tried(
    points: Floats,
    transform: QgsCoordinateTransform,
    direction: Qgis.TransformDirection = Qgis.TransformDirection.Forward,
) -> Floats:
    """Return points in another CRS, NaN where one cannot be transformed; see ``at_once``."""
    if transform.isShortCircuited() or not len(points):
        return points
    try:
        moved = at_once(points, transform, direction)
    except QgsCsException:
        if len(points) == 1:
            return np.full((1, 2), np.nan)
        middle = len(points) // 2
        halves = (points[:middle], points[middle:])
        return np.concatenate([tried(half, transform, direction) for half in halves])
    return np.where(np.isfinite(moved).all(axis=1, keepdims=True), moved, np.nan)


def way_between(
    crs: QgsCoordinateReferenceSystem,
    other: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> QgsCoordinateTransform | None:
    """Return the way from a CRS to another one; where one is missing it is taken as the other.

    Args:
        crs: where coordinates come from.
        other: where they go.
        context: the project's choice of transformations.

    Returns:
        None where there is no way: QGIS would take coordinates as they are.
    """
    if not (crs.isValid() and other.isValid()):
        same = QgsCoordinateReferenceSystem()
        return QgsCoordinateTransform(same, same, context)
    way = QgsCoordinateTransform(crs, other, context)
    return way if way.isValid() or crs == other else None


class PointTransform:
    """Transforms points each on its own: what becomes of one does not depend on the others.

    QGIS transforms all points of a call by another operation where the one that
    it has chosen does not reach some of them.
    """

    def __init__(self, transform: QgsCoordinateTransform) -> None:
        """Keep the way from one CRS to the other.

        Args:
            transform: from one CRS to the other.
        """
        self._chosen, self._other = QgsCoordinateTransform(transform), QgsCoordinateTransform(transform)
        self._chosen.setAllowFallbackTransforms(False)
        for each in (self._chosen, self._other):
            each.disableFallbackOperationHandler(True)  # it would tell the user, point by point

    def __call__(self, points: Floats) -> Floats:
        """Return points in the other CRS, NaN where they have no place there.

        Args:
            points: (points, 2), x and y.
        """
        moved = tried(points, self._chosen)
        failed = np.isnan(moved[:, 0])
        if failed.any():
            moved[failed] = tried(points[failed], self._other)
        return moved
