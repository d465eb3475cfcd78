"""The interface of image formats: the pixels of a chip in, the bytes of its files out, and back."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Callable, ClassVar

from ..chipping.chip import Chip, ImageProfile
from ..chipping.frame import Affine
from ..chipping.messages import Message
from .dataset.reading import text_of
from .dataset.stored_rasters import opened
from .encoding.tiff_compression import UNCOMPRESSED
from .encoding.world_file import transform_of
from .images.palettes import Palette, byte_palette

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MOST_SIZES = 256  # of chips, whose formats are kept

ImageEncoder = Callable[["NDArray[Any]", int], bytes]
"""Encodes 8-bit pixels (rows, columns, bands), contiguous, in a quality of 1 to 100; b"" where it cannot."""


class ImageFormat(ABC):
    """Turns a chip's pixels into an image file and what stands beside it, and reads them back.

    Attributes:
        name: the documented name of the format.
        suffix: extension with its dot.
        world_suffix: extension of the world file beside it, "" where there is none.
        compressed_share: what its files take of the pixels' bytes, roughly.
        compressions: how TIFF_COMPRESSION can have its pixels compressed.
        holds_alpha: it has room for a band that says how opaque the others are.
        holds_turns: it can state the place of a chip that is turned on the map.
    """

    name: ClassVar[str]
    suffix: ClassVar[str]
    world_suffix: ClassVar[str] = ""
    compressed_share: float = 1.0
    compressions: ClassVar[tuple[str, ...]] = (UNCOMPRESSED,)
    holds_alpha: ClassVar[bool] = True
    holds_turns: ClassVar[bool] = True

    def __init__(self, profile: ImageProfile, compression: str = UNCOMPRESSED) -> None:
        """Prepare what all chips share.

        Args:
            profile: what all chips have in common.
            compression: what TIFF_COMPRESSION says.

        Raises:
            ExportError: the format cannot hold these pixels.
        """
        self.profile = profile
        self.compression = compression
        self.encoder: ImageEncoder | None = None
        self._of_sizes: dict[tuple[int, int], ImageFormat] = {}
        self.accepts(profile)

    def use(self, encoders: Mapping[str, ImageEncoder]) -> None:
        """Take over the encoder that the application brings for the format, if any.

        Args:
            encoders: by the name of their format.
        """
        self.encoder = encoders.get(self.name)

    def of_size(self, height: int, width: int) -> ImageFormat:
        """Return the same format for chips of another size.

        Args:
            height: their rows (pixels).
            width: their columns (pixels).
        """
        size = height, width
        if size == (self.profile.height, self.profile.width):
            return self
        if size not in self._of_sizes:
            while len(self._of_sizes) >= _MOST_SIZES:
                self._of_sizes.pop(next(iter(self._of_sizes)), None)
            made = type(self)(replace(self.profile, height=height, width=width), self.compression)
            made.encoder = self.encoder
            self._of_sizes[size] = made
        return self._of_sizes[size]

    @property
    def compresses(self) -> bool:
        """Whether encoding is work, not a copy of memory."""
        return self.compressed_share < 1

    @classmethod
    @abstractmethod
    def accepts(cls, profile: ImageProfile) -> None:
        """Refuse pixels that the format cannot hold.

        Raises:
            ExportError: the format cannot hold these pixels.
        """

    @property
    def palette(self) -> Palette:
        """The colours that chips carry for the numbers in them, none where the format cannot hold them."""
        return byte_palette(self.profile)

    def warnings(self) -> list[Message]:
        """Return what is to be said of the chips before any is written."""
        return [*self._compression_warnings(), *self._palette_warnings()]

    def _compression_warnings(self) -> list[Message]:
        if self.compression in self.compressions:
            return []
        message = "TIFF_COMPRESSION: it is for TIFF chips; {format} takes no notice of it."
        return [Message(message, format=self.name)]

    def _palette_warnings(self) -> list[Message]:
        colors = self.profile.color_table
        if not colors or self.palette:
            return []
        message = (
            "IMAGE_CHIP_FORMAT: {format} holds no palette of {count} colours for {dtype} pixels; chips hold "
            "its numbers without the colours."
        )
        return [Message(message, format=self.name, count=len(colors), dtype=self.profile.dtype)]

    @abstractmethod
    def encode(self, chip: Chip, path: str) -> dict[str, bytes]:
        """Return the image file, ``path`` with ``suffix``, and the files beside it: bytes by path.

        Args:
            chip: the chip.
            path: as ``Layout.image`` gives it.
        """

    @classmethod
    def transform(cls, folder: Path, path: str) -> Affine:
        """Return the geotransform of an image file in GDAL's order (map units).

        Args:
            folder: the folder of the set; a stranger may have filled it.
            path: of the image file, relative to the folder, forward slashes.

        Raises:
            OSError: it cannot be read.
            ExportError: it cannot be opened.
            ValueError: what says it is no geotransform.
        """
        if cls.world_suffix:
            world = str(PurePosixPath(path).with_suffix(cls.world_suffix))
            return transform_of(text_of(folder, world).encode("ascii"))
        with opened(folder, path) as dataset:
            left, cell_x, shear_x, top, shear_y, cell_y = dataset.GetGeoTransform()
        return left, cell_x, shear_x, top, shear_y, cell_y
