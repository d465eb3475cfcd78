"""The interface of the writers: a Chip in, the bytes of its files out.

Writers never touch the disk. The export loop puts the bytes into the folder,
whole or not at all, so no format has to think about interruption.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Callable, ClassVar, NamedTuple

from ..chipping.chip import Chip, ImageProfile, Need
from ..chipping.classes import ClassTable
from ..chipping.errors import ExportError
from .images.palettes import Palette, byte_palette

if TYPE_CHECKING:
    from numpy.typing import NDArray

ImageEncoder = Callable[["NDArray[Any]", int], bytes]
"""Encodes 8-bit pixels (rows, columns, bands), contiguous, in a quality of 1 to 100; b"" where it cannot."""


class EncodedFiles(NamedTuple):
    """The files that one chip becomes.

    Attributes:
        listed: paths that ``map.txt`` names, in its order.
        contents: bytes by path; paths are relative to the export folder, with
            forward slashes.
    """

    listed: tuple[str, ...]
    contents: dict[str, bytes]


@dataclass(frozen=True)
class WriterContext:
    """What a writer may know of the run.

    Attributes:
        profile: what all chips have in common.
        classes: the class table.
        image_suffix: extension of the image chips, with its dot.
        tool: name and version of this tool.
    """

    profile: ImageProfile
    classes: ClassTable
    image_suffix: str
    tool: str


class ImageWriter(ABC):
    """Turns a chip's pixels into an image file and what stands beside it.

    Attributes:
        name: the documented name of the format.
        suffix: extension with its dot.
        compressed_share: what its files take of the pixels' bytes, roughly.
        holds_alpha: it has room for a band that says how opaque the others are.
    """

    name: ClassVar[str]
    suffix: ClassVar[str]
    compressed_share: ClassVar[float] = 1.0
    holds_alpha: ClassVar[bool] = True

    def __init__(self, profile: ImageProfile) -> None:
        """Prepare what all chips share.

        Args:
            profile: what all chips have in common.

        Raises:
            ExportError: the format cannot hold these pixels.
        """
        self.profile = profile
        self.encoder: ImageEncoder | None = None
        self.check(profile)

    def use(self, encoders: Mapping[str, ImageEncoder]) -> None:
        """Take over the encoder that the application brings for the format, if any.

        Args:
            encoders: by the name of their format.
        """
        self.encoder = encoders.get(self.name)

    @property
    def compresses(self) -> bool:
        """Whether encoding is work, not a copy of memory."""
        return self.compressed_share < 1

    @classmethod
    @abstractmethod
    def check(cls, profile: ImageProfile) -> None:
        """Refuse pixels that the format cannot hold.

        Raises:
            ExportError: the format cannot hold these pixels.
        """

    @property
    def palette(self) -> Palette:
        """The colours that chips carry for the numbers in them, none where the format cannot hold them."""
        return byte_palette(self.profile)

    def warnings(self) -> list[ExportError]:
        """Return what is to be said of the chips before any is written."""
        colors = self.profile.color_table
        if not colors or self.palette:
            return []
        message = (
            "IMAGE_CHIP_FORMAT: {format} holds no palette of {count} colours for {dtype} pixels; chips hold "
            "its numbers without the colours."
        )
        return [ExportError(message, format=self.name, count=len(colors), dtype=self.profile.dtype)]

    @abstractmethod
    def encode(self, chip: Chip) -> EncodedFiles:
        """Return ``images/<stem><suffix>`` and the files beside it."""


class LabelWriter(ABC):
    """Turns a chip's labels into files.

    Attributes:
        name: the documented name of the format.
        need: what it takes beside boxes.
        folder_names: class names become folder names.
        for_every_chip: a chip without labels gets a label file too.
        class_limits: lowest and highest class value that it can hold.
    """

    name: ClassVar[str]
    need: ClassVar[Need] = Need.BOXES
    folder_names: ClassVar[bool] = False
    for_every_chip: ClassVar[bool] = True
    class_limits: ClassVar[tuple[int, int]] = (0, 2**63 - 1)

    def __init__(self, context: WriterContext) -> None:
        """Prepare what all chips share.

        Args:
            context: what a writer may know of the run.
        """
        self.context = context

    @classmethod
    def check(cls, classes: ClassTable) -> None:
        """Refuse classes that the format cannot hold.

        Raises:
            ExportError: a class value lies outside the format's limits.
        """
        low, high = cls.class_limits
        wrong = next((value for value in classes.values if not low <= value <= high), None)
        if wrong is not None:
            raise ExportError(
                "METADATA_FORMAT: {format} takes class values from {low} to {high}, not {value}; give that "
                "class another value.",
                format=cls.name,
                low=low,
                high=high,
                value=wrong,
            )

    @classmethod
    def pixel_type(cls, classes: ClassTable) -> str:
        """Return the pixel type that label rasters have for the sake of their classes, "" for none."""
        return ""

    @abstractmethod
    def encode(self, chip: Chip) -> EncodedFiles:
        """Return the label files of a chip, paths relative to the export folder."""
