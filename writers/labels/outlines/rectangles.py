"""The smallest rectangles around points, in any direction, those of many shapes at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ....chipping.shapes.rings import Rings

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points = NDArray[np.float64]
    Numbers = NDArray[np.intp]

_ALIKE = 1e-9  # share by which areas differ that count as equal
_EXACT = 9  # decimals of corners; sides shorter than that have no direction (pixels)
_APART = 8  # more than angles differ, so that those of each shape keep to themselves
_DECIMALS = 6  # of distances that count as equal (pixels)


def smallest_rectangle(points: Points) -> Points:
    """Return the rectangle of least area around points; see ``smallest_rectangles``.

    Args:
        points: (points, 2), x, y with y downwards; not all on one line.

    Returns:
        (4, 2), clockwise as one sees it, from the corner that is nearest to 0, 0.
    """
    rectangle: Points = smallest_rectangles(points, np.array([len(points)]))[0]
    return rectangle


def rectangles_around(rings: Rings) -> Points:
    """Return the rectangle of least area around each shape, (shapes, 4, 2); see ``smallest_rectangles``."""
    if not len(rings.counts):
        return np.empty((0, 4, 2))
    lengths = np.where(rings.outer, rings.lengths, 0)
    counts = np.add.reduceat(lengths, np.cumsum(rings.counts) - rings.counts)
    return smallest_rectangles(rings.points[rings.outer.repeat(rings.lengths)], counts)


def smallest_rectangles(points: Points, counts: Numbers) -> Points:
    """Return the rectangle of least area around the points of each of some shapes.

    It lies along a side of their convex hull (Freeman and Shapira 1975). Of several that are
    equally small it is the one whose direction is nearest to the x axis.

    Args:
        points: (points, 2), x, y with y downwards, shape by shape; those of none all on one line.
        counts: (shapes), points of each.

    Returns:
        (shapes, 4, 2), clockwise as one sees it, from the corner that is nearest to 0, 0.
    """
    hulls = Hulls.of(points, counts)
    sides = hulls.corners[hulls.following] - hulls.corners
    along = sides / np.hypot(*sides.T)[:, None]
    across = np.stack((-along[:, 1], along[:, 0]), axis=1)
    angles = np.arctan2(sides[:, 1], sides[:, 0])
    right, left, far = (
        _farthest(hulls, angles, turn, axis) for turn, axis in ((0.5, along), (1.5, -along), (1.0, across))
    )
    near = np.einsum("ab,ab->a", hulls.corners, across)
    best = _best(hulls, (right + left) * (far - near), along)
    spans = np.stack((-left, near, right, near, right, far, -left, far), axis=1)[best].reshape(-1, 4, 2)
    return _from_upper_left(spans @ np.stack((along[best], across[best]), axis=1))


class Hulls(NamedTuple):
    """The convex hulls of some shapes.

    Attributes:
        corners: (corners, 2), shape by shape, turning from x to y.
        owners: (corners), the shape of each.
        firsts: (shapes), the first corner of each.
        sizes: (shapes), corners of each.
    """

    corners: Points
    owners: Numbers
    firsts: Numbers
    sizes: Numbers

    @classmethod
    def of(cls, points: Points, counts: Numbers) -> Hulls:
        """Return the hulls of points.

        Args:
            points: (points, 2), shape by shape.
            counts: (shapes), points of each.
        """
        rounded, owners = np.round(points, _EXACT), np.arange(len(counts)).repeat(counts)
        order = np.lexsort((rounded[:, 1], rounded[:, 0], owners))
        rounded, owners = rounded[order], owners[order]
        fresh = np.append(True, (np.diff(rounded, axis=0) != 0).any(axis=1) | (np.diff(owners) != 0))
        one, its = _chains(rounded[fresh], owners[fresh])
        other, others = _chains(rounded[fresh][::-1], owners[fresh][::-1])
        corners, owners = np.concatenate((one, other)), np.concatenate((its, others))
        order = np.argsort(owners, kind="stable")
        sizes = np.bincount(owners, minlength=len(counts))
        return cls(corners[order], owners[order], np.cumsum(sizes) - sizes, sizes)

    @property
    def following(self) -> Numbers:
        """(corners), the corner behind each."""
        found: Numbers = np.arange(1, len(self.corners) + 1)
        found[self.firsts + self.sizes - 1] = self.firsts
        return found


def convex_hull(points: Points) -> Points:
    """Return the corners of the convex hull of points, turning from x to y.

    Args:
        points: (points, 2).
    """
    return Hulls.of(points, np.array([len(points)])).corners


def _chains(points: Points, owners: Numbers) -> tuple[Points, Numbers]:
    """Return the points of hulls on one side of points that are in the order of x, without each one's last.

    A point that does not turn is no corner, whatever lies around it: so all such points go at once.

    Args:
        points: (points, 2), shape by shape.
        owners: (points), the shape of each.
    """
    while True:
        steps, same = np.diff(points, axis=0), np.diff(owners) == 0
        turns = steps[:-1, 0] * steps[1:, 1] - steps[:-1, 1] * steps[1:, 0] > 0
        kept = np.ones(len(points), dtype=bool)
        kept[1:-1] = turns | ~same[:-1] | ~same[1:]
        if kept.all():
            return points[:-1][same], owners[:-1][same]
        points, owners = points[kept], owners[kept]


def _best(hulls: Hulls, areas: NDArray[np.float64], along: Points) -> Numbers:
    """Return for each hull which side its rectangle lies along.

    Args:
        hulls: the hulls.
        areas: (corners), of the rectangle along the side behind each corner.
        along: (corners, 2), direction of that side.
    """
    least = np.minimum.reduceat(areas, hulls.firsts)[hulls.owners]
    others = areas > least * (1 + _ALIKE)
    order: Numbers = np.lexsort((np.abs(along[:, 1]), others, hulls.owners))
    return order[hulls.firsts]


def _farthest(hulls: Hulls, angles: NDArray[np.float64], turn: float, axes: Points) -> NDArray[np.float64]:
    """Return for each side of hulls how far its hull reaches along an axis.

    The corner that is farthest is where the sides turn past the axis: the
    calipers. Its neighbours are looked at too, as angles are rounded.

    Args:
        hulls: the hulls.
        angles: (corners), the direction of the side behind each, from -pi to pi.
        turn: how far the direction of the side that begins there is turned on (pi).
        axes: (corners, 2), of length 1.
    """
    order = np.lexsort((angles, hulls.owners))
    wanted = angles + turn * np.pi
    wanted = np.where(wanted > np.pi, wanted - 2 * np.pi, wanted)
    apart = hulls.owners * _APART
    places = np.searchsorted((angles + apart)[order], wanted + apart) - hulls.firsts[hulls.owners]
    places = (places + np.arange(-1, 2)[:, None]) % hulls.sizes[hulls.owners]
    reached = hulls.corners[order[hulls.firsts[hulls.owners] + places]]
    found: NDArray[np.float64] = np.einsum("nab,ab->na", reached, axes).max(axis=0)
    return found


def _from_upper_left(corners: Points) -> Points:
    """Return corners in their order, from the one that is nearest to 0, 0; of two the upper one.

    Args:
        corners: (rectangles, 4, 2).
    """
    distances = np.round(np.hypot(corners[..., 0], corners[..., 1]), _DECIMALS)
    heights = np.round(corners[..., 1], _DECIMALS)
    first = np.lexsort((heights, distances), axis=-1)[:, :1]
    turned: Points = np.take_along_axis(corners, ((first + np.arange(4)) % 4)[..., None], axis=1)
    return turned
