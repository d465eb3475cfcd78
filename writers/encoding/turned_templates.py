"""TIFF templates of images that lie on the map at different angles."""

from __future__ import annotations

from typing import Callable

from ...chipping.frame import Cells
from .tiff_template import TiffTemplate

_MOST = 512  # templates that are kept


class TurnedTemplates:
    """Makes the template for an angle when it is first asked for."""

    def __init__(self, make: Callable[[Cells], TiffTemplate]) -> None:
        """Keep none yet.

        Args:
            make: returns the template without a mask of images whose rows and columns lie so.
        """
        self._make = make
        self._kept: dict[tuple[Cells, int], TiffTemplate] = {}

    def of(self, cells: Cells, planes: int = 0) -> TiffTemplate:
        """Return a template.

        Args:
            cells: how rows and columns lie on the map.
            planes: of its mask, 0 for none.
        """
        found = self._kept.get((cells, planes))
        if found is None:
            while len(self._kept) >= _MOST:
                self._kept.pop(next(iter(self._kept)), None)
            found = self._make(cells) if not planes else self.of(cells).with_mask(planes)
            self._kept[cells, planes] = found
        return found
