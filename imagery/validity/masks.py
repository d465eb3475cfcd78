"""Which pixels of a file count, by masks, by gaps of a mosaic, and by values that the user set aside."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from osgeo import gdal

from ...chipping.gdal_calls import mask_flags, read_mask
from ...chipping.window import Window
from ..file_facts import covered, mosaic_gaps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]


class ValueRange(NamedTuple):
    """Values of a band that count as nodata.

    Attributes:
        low: the least of them, as stored in the file.
        high: the greatest of them.
    """

    low: float
    high: float


@dataclass(frozen=True)
class FileMask:
    """Says of each pixel of a file whether it counts, beside nodata values and alpha.

    Each of the three lists is empty, or holds one item for all bands, or one for each band.

    Attributes:
        dataset: the file.
        stored: bands whose mask band is read, from 1; 0 for a band that has none.
        gaps: the parts of a mosaic by band, see ``mosaic_gaps``; None for a band without gaps.
        set_aside: values by band that the user took out of the layer.
    """

    dataset: Any = None
    stored: Sequence[int] = ()
    gaps: Sequence[NDArray[np.int64] | None] = ()
    set_aside: Sequence[Sequence[ValueRange]] = field(default_factory=tuple)

    @classmethod
    def of(cls, dataset: Any, numbers: Sequence[int], set_aside: Sequence[Sequence[ValueRange]]) -> FileMask:
        """Return the mask of a file.

        Args:
            dataset: the file.
            numbers: of the bands that are read, from 1, in their order.
            set_aside: values of each of them that the user took out of the layer.

        Raises:
            TroubleError: a mask cannot be opened.
        """
        flags = [mask_flags(dataset, number) for number in numbers]
        unmasked = [flag == gdal.GMF_ALL_VALID for flag in flags]
        return cls(
            dataset,
            _stored(numbers, flags),
            mosaic_gaps(dataset, numbers, unmasked),
            tuple(set_aside) if any(set_aside) else (),
        )

    @property
    def planes(self) -> int:
        """0: all pixels count; 1: the same for all bands; else one plane for each band."""
        return max(len(self.stored), len(self.gaps), len(self.set_aside))

    def fill(self, window: Window, values: NDArray[Any], out: Flags) -> None:
        """Say which pixels of a window count.

        Args:
            window: which pixels, in the file's own rows.
            values: (bands, rows, columns), what they hold.
            out: (rows, columns) or (bands, rows, columns), as ``planes`` says; is filled.

        Raises:
            TroubleError: a mask band could not be read.
        """
        planes = out.reshape(-1, *out.shape[-2:])
        planes[:] = True
        for bands, number in _spread(self.stored):
            if number:
                planes[bands] &= read_mask(self.dataset, number, window) != 0
        for bands, parts in _spread(self.gaps):
            if parts is not None:
                planes[bands] &= covered(parts, window)
        for plane, band, ranges in zip(planes, values, self.set_aside):
            for each in ranges:
                plane &= (band < each.low) | (band > each.high)


def _spread(items: Sequence[Any]) -> Sequence[tuple[slice, Any]]:
    """Return each item with the planes that it is for: a single one is for all."""
    if len(items) == 1:
        return [(slice(None), items[0])]
    return [(slice(place, place + 1), item) for place, item in enumerate(items)]


def _stored(numbers: Sequence[int], flags: Sequence[int]) -> tuple[int, ...]:
    """Return the bands whose mask bands have to be read; the pixels themselves tell nodata and alpha."""
    derived = (gdal.GMF_ALL_VALID, gdal.GMF_NODATA)
    wanted = [flag not in derived and not flag & gdal.GMF_ALPHA for flag in flags]
    if not any(wanted):
        return ()
    if all(wanted) and all(flag & gdal.GMF_PER_DATASET for flag in flags):
        return (numbers[0],)
    return tuple(number if want else 0 for number, want in zip(numbers, wanted))
