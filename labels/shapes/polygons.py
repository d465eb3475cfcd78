"""Polygons of many features as arrays, so that numpy works on all of them at once."""

from __future__ import annotations

import struct
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

POLYGON, MULTIPOLYGON = 3, 6  # types of well-known binary (ISO 13249-3)
SAME = 1e-8  # up to which QGIS takes coordinates as the same
POINT_BYTES = 16  # of well-known binary, in two dimensions
_TRIANGLE = 4  # points
_SHORTEST = 13 + _TRIANGLE * POINT_BYTES

NATIVE = 1 if sys.byteorder == "little" else 0
"""Well-known binary's mark for the machine's byte order, which all of it here has."""


@dataclass(frozen=True)
class Outlines:
    """Polygons of many shapes: rings of points, shells before their holes.

    Attributes:
        points: (points, 2), x and y; each ring closes with its first point.
        rings: (rings + 1), the first point of each ring, and the end.
        shells: (rings), True for a shell, False for a hole.
        shapes: (shapes + 1), the first ring of each shape, and the end.
        thinned: (rings), 0 where a ring is whole; else what ``signs`` returned
            when it was: what is left of it may turn the other way. None: all are whole.
        full_areas: (shapes), the area of each before it was cut or thinned. None: none was.
    """

    points: Floats
    rings: Places
    shells: NDArray[np.bool_]
    shapes: Places
    thinned: Floats | None = None
    full_areas: Floats | None = None

    def __len__(self) -> int:
        """Number of shapes."""
        return len(self.shapes) - 1

    @classmethod
    def of(cls, shapes: Sequence[bytes]) -> Outlines:
        """Return the polygons of shapes.

        Args:
            shapes: each a polygon or multipolygon in two dimensions, as
                well-known binary; empty rings, and parts, are left out.
        """
        parts: list[bytes] = []
        shells: list[bool] = []
        counts = []
        for wkb in shapes:
            before = len(parts)
            _add_rings(wkb, parts, shells)
            counts.append(len(parts) - before)
        lengths = [len(part) // POINT_BYTES for part in parts]
        rings = starts_of(lengths)
        points = np.frombuffer(b"".join(parts), dtype=np.float64).reshape(-1, 2)
        return cls(_closed(points, rings), rings, np.array(shells, dtype=bool), starts_of(counts))

    @classmethod
    def of_rings(cls, rings: Sequence[bytes]) -> Outlines:
        """Return shapes of one ring each.

        Args:
            rings: the points of each, see ``only_ring``.
        """
        points = np.frombuffer(b"".join(rings), dtype=np.float64).reshape(-1, 2)
        starts = starts_of([len(ring) // POINT_BYTES for ring in rings])
        return cls(points, starts, np.ones(len(rings), dtype=bool), np.arange(len(rings) + 1))

    def moved(self, points: Floats) -> Outlines:
        """Return the same polygons with other points."""
        return replace(self, points=points)

    def taken(self, which: Places) -> Outlines:
        """Return some of the shapes, in the order given."""
        counts = self.shapes[which + 1] - self.shapes[which]
        rings = expanded(self.shapes[which], self.shapes[which + 1])
        lengths = self.rings[rings + 1] - self.rings[rings]
        points = expanded(self.rings[rings], self.rings[rings + 1])
        thinned = None if self.thinned is None else self.thinned[rings]
        full = None if self.full_areas is None else self.full_areas[which]
        return Outlines(
            self.points[points], starts_of(lengths), self.shells[rings], starts_of(counts), thinned, full
        )

    def joined(self, *others: Outlines) -> Outlines:
        """Return these shapes and then those of others."""
        parts = [self, *others]
        marked = [np.zeros(len(each.shells)) if each.thinned is None else each.thinned for each in parts]
        return Outlines(
            np.concatenate([each.points for each in parts]),
            starts_of(np.concatenate([np.diff(each.rings) for each in parts])),
            np.concatenate([each.shells for each in parts]),
            starts_of(np.concatenate([np.diff(each.shapes) for each in parts])),
            None if all(each.thinned is None for each in parts) else np.concatenate(marked),
            None
            if all(each.full_areas is None for each in parts)
            else np.concatenate([np.zeros(0), *[each.wholes for each in parts if len(each)]]),
        )

    def kept(self, points: NDArray[np.bool_], rings: NDArray[np.bool_]) -> Outlines:
        """Return the same shapes without some of their points and rings, signs as they were.

        Args:
            points: (points), which stay; of a ring that stays its first and last do.
            rings: (rings), which stay.
        """
        lengths = np.add.reduceat(points, self.rings[:-1], dtype=np.intp)[rings]
        counts = np.add.reduceat(rings, self.shapes[:-1], dtype=np.intp)
        return Outlines(
            self.points[points & np.repeat(rings, np.diff(self.rings))],
            starts_of(lengths),
            self.shells[rings],
            starts_of(counts),
            self.signs()[rings],
            self.wholes,
        )

    def wkb(self, shape: int) -> bytes:
        """Return one shape as well-known binary."""
        rings = range(self.shapes[shape], self.shapes[shape + 1])
        polygons: list[list[bytes]] = []
        for ring in rings:
            if self.shells[ring]:
                polygons.append([])
            part = self.points[self.rings[ring] : self.rings[ring + 1]]
            polygons[-1].append(struct.pack("=I", len(part)) + part.tobytes())
        texts = [_header(POLYGON, len(each)) + b"".join(each) for each in polygons]
        if len(texts) == 1:
            return texts[0]
        return _header(MULTIPOLYGON, len(texts)) + b"".join(texts)

    @property
    def first_points(self) -> Places:
        """Return (shapes + 1), the first point of each shape, and the end."""
        return self.rings[self.shapes]

    @cached_property
    def boxes(self) -> Floats:
        """Return (shapes, 4): x min, y min, x max, y max."""
        return self._boxes(self.first_points[:-1])

    def ring_boxes(self) -> Floats:
        """Return (rings, 4): x min, y min, x max, y max."""
        return self._boxes(self.rings[:-1])

    def _boxes(self, starts: Places) -> Floats:
        low, high = (reduce.reduceat(self.points, starts) for reduce in (np.minimum, np.maximum))
        return np.hstack((low, high))

    @cached_property
    def ring_areas(self) -> Floats:
        """Return (rings), the signed area of each: positive where x turns towards y."""
        starts = self.rings[:-1]
        relative = self.points - np.repeat(self.points[starts], np.diff(self.rings), axis=0)
        x, y = relative[:, 0], relative[:, 1]
        turns = np.zeros(len(x))
        turns[:-1] = x[:-1] * y[1:] - x[1:] * y[:-1]  # 0 between rings: each begins and ends at 0, 0
        sums: Floats = np.add.reduceat(turns, starts)
        return sums / 2

    def signs(self) -> Floats:
        """Return (rings), the factor that makes a shell's area positive and a hole's negative."""
        if self.thinned is not None and self.thinned.all():
            return self.thinned
        forward = self.ring_areas > 0
        signs = np.where(forward == self.shells, 1.0, -1.0)
        return signs if self.thinned is None else np.where(self.thinned, self.thinned, signs)

    def is_thinned(self, shape: int) -> bool:
        """Return whether a shape is only the same as it was somewhere, see ``thinning``."""
        return self.thinned is not None and bool(
            self.thinned[self.shapes[shape] : self.shapes[shape + 1]].any()
        )

    @cached_property
    def areas(self) -> Floats:
        """Return (shapes), the area of each."""
        own = np.abs(self.ring_areas)
        sums: Floats = np.add.reduceat(np.where(self.shells, own, -own), self.shapes[:-1])
        return sums

    @property
    def wholes(self) -> Floats:
        """Return (shapes), the area of each as a whole, whatever is left of it."""
        return self.areas if self.full_areas is None else self.full_areas


def _closed(points: Floats, rings: Places) -> Floats:
    """Return the points of rings that end where they begin, if only by rounding they did not.

    QGIS takes a part of a multipolygon as closed whose ends are almost the same.
    """
    first, last = rings[:-1], rings[1:] - 1
    unlike = (points[first] != points[last]).any(axis=1)
    if unlike.any():
        unlike &= (np.abs(points[first] - points[last]) <= SAME).all(axis=1)
        points = points.copy()
        points[last[unlike]] = points[first[unlike]]
    return points


def _header(kind: int, parts: int) -> bytes:
    return struct.pack("=BII", NATIVE, kind, parts)


def only_ring(wkb: bytes) -> bytes:
    """Return the points of a polygon without holes, b"" where well-known binary holds anything else."""
    if len(wkb) < _SHORTEST:
        return b""
    kind, count, length = struct.unpack_from("=III", wkb, 1)
    start = 13
    if kind == MULTIPOLYGON and count == 1:
        kind, count, length = struct.unpack_from("=III", wkb, 10)
        start = 22
    return wkb[start:] if kind == POLYGON and count == 1 and length >= _TRIANGLE else b""


def _add_rings(wkb: bytes, parts: list[bytes], shells: list[bool]) -> None:
    """Add the points of each ring of a shape, and whether it is a shell."""
    kind, count = struct.unpack_from("=II", wkb, 1)
    place = 9
    for _ in range(count if kind == MULTIPOLYGON else 1):
        if kind == MULTIPOLYGON:
            (count,) = struct.unpack_from("=I", wkb, place + 5)
            place += 9
        for ring in range(count):
            (length,) = struct.unpack_from("=I", wkb, place)
            end = place + 4 + length * POINT_BYTES
            if length:
                parts.append(wkb[place + 4 : end])
                shells.append(ring == 0)
            place = end


def starts_of(lengths: Sequence[int] | NDArray[Any]) -> Places:
    """Return where each of some pieces starts, and the end."""
    starts = np.zeros(len(lengths) + 1, dtype=np.intp)
    np.cumsum(lengths, out=starts[1:])
    return starts


def expanded(starts: NDArray[Any], ends: NDArray[Any]) -> Places:
    """Return the numbers from each start to its end, one range after another.

    ``expanded([5, 9], [7, 10])`` is ``[5, 6, 9]``.
    """
    lengths = ends - starts
    behind = lengths.cumsum()
    numbers: Places = (starts + lengths - behind).repeat(lengths)
    numbers += np.arange(len(numbers))
    return numbers


def chunks(sizes: Places, most: int) -> Iterator[slice]:
    """Yield items to work on together, in their order; a slice ends where a multiple of ``most`` is passed.

    Args:
        sizes: the size of each item.
        most: what is worked on at once, roughly.
    """
    behind = sizes.cumsum()
    if len(behind) and behind[-1] <= most:  # so it mostly is, and np.diff takes longer than a small chip
        yield slice(len(sizes))
        return
    starts = np.flatnonzero(np.diff((behind - sizes) // most, prepend=-1)).tolist()
    for start, end in zip(starts, [*starts[1:], len(sizes)]):
        yield slice(start, end)
