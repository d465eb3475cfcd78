"""Which well-known binary is read alike by everybody: points, lines and polygons that are whole.

The layout is that of OGC 06-103r4, section 8.2: a byte for the order of bytes, the type, counts, coordinates.
"""

from __future__ import annotations

import math
import struct

_POINT, _LINE, _POLYGON, _POLYGONS = (struct.pack("<BI", 1, kind) for kind in (1, 2, 3, 6))
_COUNT, _XY = struct.Struct("<I"), struct.Struct("<dd")
_ONE_RING = _POLYGON + _COUNT.pack(1)
_RING = 4  # points at least, the last of which is the first
_HEAD = 5  # bytes before the count


def is_plain(wkb: bytes | None) -> bool:
    """Return whether a shape is little-endian, of two dimensions, without curves, and as long as it says."""
    if not wkb or len(wkb) < _HEAD + _COUNT.size:
        return False
    if wkb[: len(_ONE_RING)] == _ONE_RING:  # as most shapes are, and the quickest to tell
        return _is_ring(wkb)
    head = wkb[:_HEAD]
    try:
        if head == _POLYGON:
            return _end_of_polygon(wkb, 0) == len(wkb)
        if head == _POLYGONS:
            return _end_of_polygons(wkb) == len(wkb)
        if head == _LINE:
            return len(wkb) == 9 + int(_COUNT.unpack_from(wkb, _HEAD)[0]) * _XY.size
        return head == _POINT and all(map(math.isfinite, _XY.unpack(wkb[_HEAD:])))
    except struct.error:
        return False


def _is_ring(wkb: bytes) -> bool:
    """Return whether a polygon of one ring is as long as it says, and has points enough."""
    start = len(_ONE_RING) + _COUNT.size
    if len(wkb) < start:
        return False
    (points,) = _COUNT.unpack_from(wkb, len(_ONE_RING))
    return bool(points >= _RING and len(wkb) == start + points * _XY.size)


def _end_of_polygons(wkb: bytes) -> int:
    """Return where a multipolygon ends, -1 where it is broken or has no part."""
    (parts,) = _COUNT.unpack_from(wkb, _HEAD)
    end = 9 if parts else -1
    for _ in range(parts):
        if end < 0 or wkb[end : end + _HEAD] != _POLYGON:
            return -1
        end = _end_of_polygon(wkb, end)
    return end


def _end_of_polygon(wkb: bytes, start: int) -> int:
    """Return where a polygon ends, -1 where it has no ring, or one of too few points.

    Raises:
        struct.error: it ends too soon.
    """
    (rings,) = _COUNT.unpack_from(wkb, start + _HEAD)
    end = start + 9 if rings else -1
    for _ in range(rings):
        (points,) = _COUNT.unpack_from(wkb, end)
        if points < _RING:
            return -1
        end += 4 + points * _XY.size
    return end
