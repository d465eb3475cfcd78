"""Which bands of a raster are read, in which order: all of them, or those that the user chose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np

from ..chipping.chip import PixelBlock
from ..chipping.errors import ExportError
from ..chipping.frame import PixelFrame
from ..chipping.retry import Stop
from ..chipping.window import Window
from .source import AroundPixels, Bands, Pixels, empty_block
from .validity.valid_pixels import ALPHA_BAND

T = TypeVar("T")


class NoSuchBandError(ExportError):
    """The raster has no band of a number that BANDS names."""

    @classmethod
    def of(cls, name: str, band: int, count: int, has_mask: bool) -> NoSuchBandError:
        """Return the refusal.

        Args:
            name: the raster's name.
            band: the number.
            count: bands of the raster.
            has_mask: QGIS shows the raster's mask as one band more.
        """
        if has_mask and band == count + 1:
            return cls(
                "BANDS: band {band} of {name} is its mask, which says which pixels count in any case; leave "
                "it out.",
                band=band,
                name=name,
            )
        message = "BANDS: {name} has no band {band}; its bands have the numbers 1 to {count}."
        return cls(message, name=name, band=band, count=count)


def bands_to_read(
    name: str, meanings: Sequence[int], wanted: Sequence[int], has_mask: bool = False
) -> tuple[int, ...]:
    """Return the numbers of the bands that are read of a raster, from 1, in the order of the chips' bands.

    Where one of the others is alpha, it is read behind those that are wanted: it says which of
    their pixels count.

    Args:
        name: the raster's name, for messages.
        meanings: GDAL's number for the meaning of each band of the raster.
        wanted: numbers of the bands that the user chose, none for all.
        has_mask: QGIS shows the raster's mask as one band more.

    Raises:
        NoSuchBandError: the raster has no such band.
    """
    count = len(meanings)
    beyond = next((band for band in wanted if not 1 <= band <= count), None)
    if beyond is not None:
        raise NoSuchBandError.of(name, beyond, count, has_mask)
    if not wanted:
        return tuple(range(1, count + 1))
    alpha = [band for band, meaning in enumerate(meanings, 1) if meaning == ALPHA_BAND]
    return (*wanted, *(() if set(alpha) & set(wanted) else alpha[:1]))


@dataclass(frozen=True)
class ChosenBands(AroundPixels):
    """Some bands of a source that can only be read as a whole, such as a service's.

    Attributes:
        source: all bands.
        numbers: which of them, from 1, in the order wanted.
    """

    numbers: tuple[int, ...]

    @classmethod
    def of(cls, source: Pixels, name: str, wanted: Sequence[int]) -> ChosenBands:
        """Return the bands that the user chose, and alpha behind them; see ``bands_to_read``.

        Args:
            source: all bands.
            name: the raster's name, for messages.
            wanted: numbers of the bands that the user chose.

        Raises:
            NoSuchBandError: the raster has no such band.
        """
        return cls(source, bands_to_read(name, source.bands.color_interpretation, wanted))

    @property
    def frame(self) -> PixelFrame:
        """All its pixels on the map."""
        return self.source.frame

    @property
    def bands(self) -> Bands:
        """What the chosen bands are."""
        its = self.source.bands
        return replace(
            its,
            nodata=self._chosen(its.nodata),
            names=self._chosen(its.names),
            color_interpretation=self._chosen(its.color_interpretation),
            color_table=its.color_table if len(self.numbers) == 1 else (),
            numbers=self.numbers,
        )

    @property
    def mask_planes(self) -> int:
        """Planes of its mask: one for all bands, or one for each."""
        return len(self.numbers) if self.source.mask_planes > 1 else self.source.mask_planes

    def block_bytes(self, rows: int) -> int:
        """Return the bytes of the source's blocks that some rows lie in; see Pixels."""
        return self.source.block_bytes(rows)

    def read(self, window: Window, out: PixelBlock, stop: Stop) -> None:
        """Read pixels; see Pixels.

        Raises:
            UnreadableError: they could not be read.
        """
        block = empty_block(window, self.source.bands, self.source.mask_planes)
        self.source.read(window, block, stop)
        places = np.subtract(self.numbers, 1)
        out.values[:] = block.values[places]
        if out.mask is not None and block.mask is not None:
            out.mask[:] = block.mask if block.mask.ndim == 2 else block.mask[places].reshape(out.mask.shape)

    def _chosen(self, items: Sequence[T]) -> tuple[T, ...]:
        return tuple(items[number - 1] for number in self.numbers)
