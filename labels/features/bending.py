"""Polygons in another projection, with as many points as their edges need to bend there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Callable

import numpy as np

from ..shapes.polygons import Outlines

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_MOST_HALVINGS = 20


def bent(
    outlines: Outlines, project: Callable[[Floats], Floats], tolerance: float, longest: float
) -> Outlines:
    """Return shapes in another projection, where straight edges become curves.

    An edge gets a point in its middle, and its halves likewise, until the
    middle lies where the projection puts it. The halves of long edges are
    always looked at: the middle of a curve that bends both ways may lie on the
    straight line.

    Args:
        outlines: the shapes.
        project: gives points, (points, 2), in the other projection.
        tolerance: distance between a middle and its place that is none (units
            of the other projection).
        longest: length up to which the halves of an edge need not be looked at
            (units of the shapes).
    """
    points, rings = outlines.points, outlines.rings
    there = project(points)
    pending = np.ones(len(points), dtype=bool)
    pending[rings[1:] - 1] = False  # the last point of a ring begins no edge
    for _ in range(_MOST_HALVINGS):
        edges = np.flatnonzero(pending)
        if not len(edges):
            break
        middles = (points[edges] + points[edges + 1]) / 2
        places = project(middles)
        off = np.abs(places - (there[edges] + there[edges + 1]) / 2).max(axis=1)
        length = np.abs(points[edges + 1] - points[edges]).max(axis=1)
        halved = (off > tolerance) | (length > longest)
        pending[edges[~halved]] = False
        behind = edges[halved] + 1
        points = np.insert(points, behind, middles[halved], axis=0)
        there = np.insert(there, behind, places[halved], axis=0)
        pending = np.insert(pending, behind, True)
        rings = rings + np.searchsorted(behind, rings, side="right")
    return replace(outlines, points=there, rings=rings)
