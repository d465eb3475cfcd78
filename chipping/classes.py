"""The class table: which values there are, what they are called and drawn in."""

from __future__ import annotations

import colorsys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .errors import ExportError
from .redaction import whole_characters

Color = tuple[int, int, int]
"""Red, green, blue, each 0 to 255."""

PALETTE: tuple[Color, ...] = (
    (230, 25, 75),
    (60, 180, 75),
    (255, 225, 25),
    (0, 130, 200),
    (245, 130, 48),
    (145, 30, 180),
    (70, 240, 240),
    (240, 50, 230),
    (210, 245, 60),
    (250, 190, 212),
    (0, 128, 128),
    (220, 190, 255),
    (170, 110, 40),
    (255, 250, 200),
    (128, 0, 0),
    (170, 255, 195),
    (128, 128, 0),
    (255, 215, 180),
    (0, 0, 128),
    (128, 128, 128),
)
"""Sasha Trubetskoy's twenty distinct colours, in his order; the last is grey and also serves class 0."""

_SHOWN_LETTERS = 100  # of a name in a message; files hold the whole name


def palette_color(class_value: int) -> Color:
    """Return a class's colour, the same in every run and whatever other classes there are.

    Values past the twenty fixed colours take hues that follow one another by
    the golden angle, so that neighbours differ.

    Args:
        class_value: the class (>= 0).
    """
    place = class_value - 1
    if place < len(PALETTE):
        return PALETTE[place]
    red, green, blue = colorsys.hsv_to_rgb(place * 0.618034 % 1.0, 0.55 + place % 3 * 0.2, 0.9)
    return round(red * 255), round(green * 255), round(blue * 255)


@dataclass(frozen=True)
class LabelClass:
    """One class.

    Attributes:
        value: what labels hold (>= 0).
        name: what people read.
        color: what it is drawn in.
    """

    value: int
    name: str
    color: Color

    @property
    def shown_name(self) -> str:
        """The name as messages show it: at most 100 characters."""
        return shortened(self.name)


def shortened(name: str) -> str:
    """Return a name that a message can show: at most 100 characters."""
    return name if len(name) <= _SHOWN_LETTERS else f"{name[: _SHOWN_LETTERS - 1]}…"


def composed(name: str) -> str:
    """Return a name in the form in which names are compared: NFC, no blanks around it.

    A letter and its accent may be one character or two, which look the same.
    Half of a surrogate pair, which neither files nor Qt take, is U+FFFD.
    """
    return unicodedata.normalize("NFC", whole_characters(name)).strip()


@dataclass(frozen=True)
class ClassTable:
    """The classes in ascending order of value, each value once."""

    classes: tuple[LabelClass, ...]

    @classmethod
    def of(cls, classes: Sequence[LabelClass]) -> ClassTable:
        """Return the table of some classes in any order."""
        return cls(tuple(sorted(classes, key=lambda each: each.value)))

    def __iter__(self) -> Iterator[LabelClass]:
        """Yield the classes by ascending value."""
        return iter(self.classes)

    def __len__(self) -> int:
        """Number of classes."""
        return len(self.classes)

    @property
    def values(self) -> tuple[int, ...]:
        """The class values, ascending."""
        return tuple(each.value for each in self.classes)

    def merge(self, other: ClassTable) -> ClassTable:
        """Return the classes of both tables; where both have one, this table's stands.

        Raises:
            ExportError: a value has another name in the other table.
        """
        standing = {each.value: each for each in self}
        for each in other:
            earlier = standing.get(each.value, each)
            if composed(earlier.name) != composed(each.name):
                raise ExportError(
                    "IN_CLASS_DATA: class {value} is named {name}, but {earlier} in the export that "
                    "OUT_FOLDER holds; number the classes by a field of whole numbers.",
                    value=each.value,
                    name=each.shown_name,
                    earlier=earlier.shown_name,
                )
        new = [each for each in other if each.value not in standing]
        return ClassTable.of([*self, *new])
