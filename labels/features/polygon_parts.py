"""The polygons in a geometry of any kind, and what lies beside them, as well-known binary."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import NamedTuple

from ..shapes.polygons import MULTIPOLYGON, NATIVE, POINT_BYTES, POLYGON, SAME

_POINT, _LINE, _TRIANGLE = 1, 2, 17  # types of well-known binary (ISO 13249-3)
_HOLDERS = (4, 5, MULTIPOLYGON, 7, 15, 16)  # multi types, collection, polyhedral surface, TIN
_HEADER, _COUNT = 5, 4  # bytes of byte order and type, and of a number of points, rings or parts


class Parts(NamedTuple):
    """What a geometry is made of, its empty parts and rings left out, its rings closed.

    Attributes:
        polygons: its polygons, each as a polygon of its own.
        others: its points and lines, likewise.
    """

    polygons: list[bytes]
    others: list[bytes]


def parts_of(wkb: bytes) -> Parts:
    """Return the polygons of a geometry, however deep it holds them, and what else it holds.

    Triangles, and the patches of a surface, are polygons as well.

    Args:
        wkb: a geometry in two dimensions, without arcs, as well-known binary;
            b"" holds nothing.
    """
    parts = Parts([], [])
    if wkb:
        _add(wkb, 0, parts)
    return parts


def joined(polygons: Sequence[bytes]) -> bytes:
    """Return polygons as one geometry: the polygon itself, or a multipolygon, as well-known binary."""
    if len(polygons) == 1:
        return polygons[0]
    return struct.pack("=BII", NATIVE, MULTIPOLYGON, len(polygons)) + b"".join(polygons)


def polygons_of(wkb: bytes) -> bytes:
    """Return the polygons of a geometry without arcs as well-known binary, b"" where there are none.

    An intersection with a chip that a polygon also touches holds lines; they
    have no area and must not widen the box.
    """
    polygons = parts_of(wkb).polygons
    return joined(polygons) if polygons else b""


def _add(wkb: bytes, start: int, parts: Parts) -> int:
    """Add the parts of the geometry that starts at a byte; return where it ends."""
    kind, count = struct.unpack_from("=II", wkb, start + 1)
    place = start + _HEADER + _COUNT
    if kind in _HOLDERS:
        for _ in range(count):
            place = _add(wkb, place, parts)
        return place
    if kind in (POLYGON, _TRIANGLE):
        return _add_polygon(wkb, place, count, parts)
    if kind == _LINE:
        place += count * POINT_BYTES
    else:
        place = start + _HEADER + POINT_BYTES
        count = not _is_no_point(wkb, place)
    if count:
        parts.others.append(wkb[start:place])
    return place


def _is_no_point(wkb: bytes, end: int) -> bool:
    """Return whether the point that ends at a byte has no coordinates: so an empty one is written."""
    x, y = struct.unpack_from("=dd", wkb, end - POINT_BYTES)
    return bool(x != x and y != y)


def _add_polygon(wkb: bytes, place: int, count: int, parts: Parts) -> int:
    """Add a polygon without its empty rings; return where it ends."""
    rings = []
    has_shell = False
    for ring in range(count):
        (length,) = struct.unpack_from("=I", wkb, place)
        end = place + _COUNT + length * POINT_BYTES
        if length:
            rings.append(_closed(wkb[place + _COUNT : end]))
            has_shell = has_shell or ring == 0
        place = end
    if has_shell:
        parts.polygons.append(struct.pack("=BII", NATIVE, POLYGON, len(rings)) + b"".join(rings))
    return place


def _closed(points: bytes) -> bytes:
    """Return a ring, number of points first, that ends where it begins.

    QGIS takes a ring as closed whose ends are almost the same, and GEOS does not.
    """
    first, last = points[:POINT_BYTES], points[-POINT_BYTES:]
    if first != last:
        ends = zip(struct.unpack("=dd", first), struct.unpack("=dd", last))
        if all(abs(one - other) <= SAME for one, other in ends):
            points = points[:-POINT_BYTES]
        points += first
    return struct.pack("=I", len(points) // POINT_BYTES) + points
