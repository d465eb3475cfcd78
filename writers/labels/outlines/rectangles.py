"""The smallest rectangle around points, in any direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

_ALIKE = 1e-9  # share by which areas differ that count as equal
_EXACT = 9  # decimals of corners; sides shorter than that have no direction (pixels)
_DECIMALS = 6  # of distances that count as equal (pixels)


def smallest_rectangle(points: Points) -> Points:
    """Return the rectangle of least area around points.

    It lies along a side of their convex hull (Freeman and Shapira 1975). Of several that are
    equally small it is the one whose direction is nearest to the x axis.

    Args:
        points: (points, 2), x, y with y downwards; not all on one line.

    Returns:
        (4, 2), clockwise as one sees it, from the corner that is nearest to 0, 0.
    """
    hull = convex_hull(points)
    sides = np.roll(hull, -1, axis=0) - hull
    along = sides / np.hypot(*sides.T)[:, None]
    across = np.stack((-along[:, 1], along[:, 0]), axis=1)
    angles = np.arctan2(sides[:, 1], sides[:, 0])
    right, left, far = (
        _farthest(hull, angles, turn, axis) for turn, axis in ((0.5, along), (1.5, -along), (1.0, across))
    )
    near = np.einsum("ab,ab->a", hull, across)
    areas = (right + left) * (far - near)
    alike = np.flatnonzero(areas <= areas.min() * (1 + _ALIKE))
    best = alike[np.abs(along[alike, 1]).argmin()]
    spans = (
        (-left[best], near[best]),
        (right[best], near[best]),
        (right[best], far[best]),
        (-left[best], far[best]),
    )
    corners: Points = np.array(spans) @ np.stack((along[best], across[best]))
    return _from_upper_left(corners)


def convex_hull(points: Points) -> Points:
    """Return the corners of the convex hull of points, turning from x to y.

    Args:
        points: (points, 2).
    """
    ordered = np.unique(np.round(points, _EXACT), axis=0)
    return np.concatenate((_chain(ordered)[:-1], _chain(ordered[::-1])[:-1]))


def _chain(points: Points) -> Points:
    """Return the points of the hull on one side of points that are in the order of x.

    A point that does not turn is no corner, whatever lies around it: so all such points go at once.
    """
    while len(points) > 2:
        steps = np.diff(points, axis=0)
        turns = steps[:-1, 0] * steps[1:, 1] - steps[:-1, 1] * steps[1:, 0] > 0
        if turns.all():
            break
        points = points[np.concatenate(([True], turns, [True]))]
    return points


def _farthest(hull: Points, angles: NDArray[np.float64], turn: float, axes: Points) -> NDArray[np.float64]:
    """Return for each side of a hull how far the hull reaches along an axis.

    The corner that is farthest is where the sides turn past the axis: the
    calipers. Its neighbours are looked at too, as angles are rounded.

    Args:
        hull: (corners, 2).
        angles: (corners), the direction of the side behind each, from -pi to pi.
        turn: how far the direction of the side that begins there is turned on (pi).
        axes: (corners, 2), of length 1.
    """
    order = np.argsort(angles, kind="stable")
    wanted = angles + turn * np.pi
    wanted = np.where(wanted > np.pi, wanted - 2 * np.pi, wanted)
    places = np.searchsorted(angles[order], wanted) + np.arange(-1, 2)[:, None]
    reached = hull[order[places % len(hull)]]
    found: NDArray[np.float64] = np.einsum("nab,ab->na", reached, axes).max(axis=0)
    return found


def _from_upper_left(corners: Points) -> Points:
    """Return corners in their order, from the one that is nearest to 0, 0; of two the upper one."""
    distances = np.round(np.hypot(*corners.T), _DECIMALS)
    heights = np.round(corners[:, 1], _DECIMALS)
    return np.roll(corners, -int(np.lexsort((heights, distances))[0]), axis=0)
