"""Shapes of objects made by hand, and independent answers to what they cover."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from training_data_exporter.chipping.chip import ChipLabels, LabelObject, ObjectShape
from training_data_exporter.chipping.shapes.run_lengths import run_lengths

Rings = Sequence[Sequence[Sequence[float]]]
"""The rings of a polygon, the outer one first, each a list of points."""


def square(left: float, top: float, right: float, bottom: float) -> list[tuple[float, float]]:
    """Return the points of an upright rectangle."""
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def inside(rings: Rings, size: tuple[int, int]) -> np.ndarray:
    """Return (rows, columns), True where a pixel's centre is inside an odd number of rings.

    Args:
        rings: of one polygon or several.
        size: columns and rows.
    """
    x, y = np.meshgrid(np.arange(size[0]) + 0.5, np.arange(size[1]) + 0.5)
    odd = np.zeros(x.shape, bool)
    for ring in rings:
        for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]]):
            if y0 != y1:
                crosses = (y0 > y) != (y1 > y)
                odd ^= crosses & (x < x0 + (y - y0) * (x1 - x0) / (y1 - y0))
    return odd


def area(parts: Sequence[Rings]) -> float:
    """Return what polygons cover (pixels)."""
    return sum(_area(ring) * (1 if place == 0 else -1) for part in parts for place, ring in enumerate(part))


def _area(ring: Sequence[Sequence[float]]) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]])
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


def shape(parts: Sequence[Rings], size: tuple[int, int]) -> ObjectShape:
    """Return polygons as labels have them."""
    arrays = tuple(tuple(np.array(ring, dtype=np.float64) for ring in part) for part in parts)
    rings = [ring for part in parts for ring in part]
    return ObjectShape(lambda: arrays, lambda: run_lengths(inside(rings, size)))


def label(class_value: int, parts: Sequence[Rings], pixel: float, number: int = 1) -> LabelObject:
    """Return the object of polygons.

    Args:
        class_value: the class.
        parts: the polygons.
        pixel: area of a pixel (squared map units).
        number: of the label in its batch.
    """
    points = np.array([point for part in parts for ring in part for point in ring])
    sides = (*points.min(axis=0).tolist(), *points.max(axis=0).tolist())
    return LabelObject(class_value, *sides, area(parts) * pixel, number)


def labels(objects: Sequence[tuple[int, Sequence[Rings]]], size: tuple[int, int], pixel: float) -> ChipLabels:
    """Return the labels of a chip that shows some polygons, each with its class."""
    its = [label(value, parts, pixel, number) for number, (value, parts) in enumerate(objects, 1)]
    shapes: list[Any] = [shape(parts, size) for _, parts in objects]
    counted = tuple((each.class_value, each.area) for each in its)
    return ChipLabels(tuple(its), counted, shapes=lambda: shapes) if its else ChipLabels()
