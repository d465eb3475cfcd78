"""How the values of bands become 8 bit, the same for all chips: plain numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Optional

NO_STRETCH, MINIMUM_MAXIMUM, CUMULATIVE_CUT, STANDARD_DEVIATION = STRETCHES = (
    "NONE",
    "MINIMUM_MAXIMUM",
    "CUMULATIVE_CUT",
    "STANDARD_DEVIATION",
)
"""How the numbers are found."""

GIVEN = "STRETCH_RANGE"
"""What stands in their place where the user gives the numbers."""

Range = Optional[tuple[float, float]]
"""The values of a band that become 1 and 255; None for an alpha band, which is scaled by its pixel type."""


class StretchPlan(NamedTuple):
    """What is known of a stretch before pixels are read.

    Attributes:
        kind: one of ``STRETCHES``, or ``GIVEN``.
        ranges: for each band of the chips where they are given, else none.
    """

    kind: str = NO_STRETCH
    ranges: tuple[Range, ...] = ()

    @property
    def is_wanted(self) -> bool:
        """Whether pixels become 8 bit."""
        return self.kind != NO_STRETCH


@dataclass(frozen=True)
class Stretch:
    """The numbers of a run.

    Attributes:
        kind: one of ``STRETCHES`` but the first, or ``GIVEN``.
        ranges: for each band of the chips.
        sampled: pixels that the numbers were estimated from, 0 where all were looked at.
    """

    kind: str
    ranges: tuple[Range, ...]
    sampled: int = 0

    @classmethod
    def of_document(cls, document: Mapping[str, Any]) -> Stretch:
        """Return what ``document`` gave."""
        pairs = document["Ranges"]
        ranges = tuple((float(each[0]), float(each[1])) if each else None for each in pairs)
        return cls(str(document["Type"]), ranges, int(document["SampledPixels"]))

    @property
    def document(self) -> dict[str, Any]:
        """The same as JSON can hold it; an alpha band has an empty list."""
        ranges = [[] if each is None else list(each) for each in self.ranges]
        return {"Type": self.kind, "Ranges": ranges, "SampledPixels": self.sampled}

    @property
    def text(self) -> str:
        """The numbers as STRETCH_RANGE takes them."""
        return range_text([each for each in self.ranges if each is not None])


def range_text(ranges: Sequence[tuple[float, float]]) -> str:
    """Return ranges as STRETCH_RANGE takes them, to the last bit: ``0,255;10.5,99``."""
    return ";".join(f"{_number(low)},{_number(high)}" for low, high in ranges)


def _number(value: float) -> str:
    return repr(value).removesuffix(".0")
