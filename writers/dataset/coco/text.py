"""Annotations as the lines of ``labels.json``, those of many chips at once.

A coordinate becomes two pieces of eight bytes, looked up in tables: its whole pixels and its
hundredths with what stands behind it. Bytes that a piece does not need are 0, and go at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from .packed import PackedAnnotations

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]
    Pieces = NDArray[np.uint64]

_DIGITS = 9  # of an area
_COMMA, _RING, _END = 0, 1, 2  # what stands behind a coordinate: another one, another ring, nothing
_BEHIND = (b", ", b"], [", b"\n")
_LINE = (
    '{"id": %d, "image_id": %d, "category_id": %d, "bbox": [%s], "area": %s, "iscrowd": 0, '
    '"segmentation": %s}'
)


def lines_of(annotations: PackedAnnotations, before: int, size: tuple[int, int]) -> list[str]:
    """Return a line of each annotation, without its end.

    Args:
        annotations: of some chips.
        before: annotations before them; ids go on from there.
        size: rows and columns of a chip (pixels).
    """
    total = len(annotations.images)
    each = zip(
        range(before + 1, before + total + 1),
        annotations.images.tolist(),
        annotations.categories.tolist(),
        _numbers(annotations.boxes, np.full(total, 2), np.ones(total, dtype=np.intp)),
        _areas(annotations.areas.tolist()),
        _segmentations(annotations, size),
    )
    return [_LINE % line for line in each]


def _areas(areas: list[float]) -> Iterator[str]:
    """Yield areas as text: as Python writes the number that nine digits say."""
    for text in (f"%.{_DIGITS}g\n" * len(areas) % tuple(areas)).split("\n")[:-1]:
        is_plain = "." in text and "e" not in text
        yield text if is_plain else repr(float(text))


def _segmentations(annotations: PackedAnnotations, size: tuple[int, int]) -> Iterable[str]:
    """Return or yield segmentations as text."""
    rings = annotations.rings[annotations.rings > 0]
    polygons = [f"[[{text}]]" for text in _numbers(annotations.places, annotations.points, rings)]
    return polygons if len(rings) == len(annotations.rings) else _either(annotations, iter(polygons), size)


def _either(annotations: PackedAnnotations, polygons: Iterator[str], size: tuple[int, int]) -> Iterator[str]:
    runs, end = annotations.runs.tolist(), 0
    head = '{"size": %s, "counts": ' % [*size]
    for count in annotations.counts.tolist():
        start, end = end, end + count
        yield f"{head}{runs[start:end]}}}" if count else next(polygons)


def _numbers(places: Numbers, points: Numbers, rings: Numbers) -> list[str]:
    """Return coordinates as text with two decimals, commas and brackets between them.

    Args:
        places: (points, 2), hundredths of pixels.
        points: (rings), points of each ring.
        rings: (texts), rings of each text.
    """
    whole, rest = np.divmod(places.ravel().astype(np.int64), 100)
    ends = np.cumsum(points.astype(np.intp)) * 2 - 1
    rest[ends] += _RING * 100
    rest[ends[np.cumsum(rings.astype(np.intp)) - 1]] += (_END - _RING) * 100
    pieces = np.empty((len(whole), 2), dtype=np.uint64)
    pieces[:, 0] = _wholes(int(whole.max(initial=0)).bit_length())[whole]
    pieces[:, 1] = _hundredths()[rest]
    return pieces.tobytes().translate(None, b"\0").decode("ascii").split("\n")[:-1]


@lru_cache(maxsize=4)
def _wholes(bits: int) -> Pieces:
    """Return the text of each number of some bits."""
    return _pieces([b"%d" % number for number in range(1 << bits)])


@lru_cache(maxsize=1)
def _hundredths() -> Pieces:
    """Return the text of each hundredth, with a comma, with another ring behind it, and with nothing."""
    return _pieces([b".%02d%b" % (number, behind) for behind in _BEHIND for number in range(100)])


def _pieces(texts: list[bytes]) -> Pieces:
    return np.array(texts, dtype="S8").view(np.uint64)
