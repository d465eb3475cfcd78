"""The interface of the formats: a Chip in, the bytes of its files out, and back.

Formats never write to the disk. The export loop puts the bytes into the folder,
whole or not at all, so no format has to think about interruption.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Callable, ClassVar, NamedTuple

from ..chipping.chip import Chip, ImageProfile, Need
from ..chipping.classes import ClassTable, LabelClass
from ..chipping.errors import ExportError
from ..chipping.frame import Affine
from ..chipping.messages import Message
from .dataset.reading import Entry, SetReader, text_of
from .dataset.set_files import EsriFiles, SetFiles
from .dataset.stored_rasters import opened
from .encoding.tiff_compression import UNCOMPRESSED
from .encoding.world_file import transform_of
from .format_context import FormatContext
from .images.palettes import Palette, byte_palette
from .labels.shown import ShownLabels
from .layout import Layout

if TYPE_CHECKING:
    from numpy.typing import NDArray

ImageEncoder = Callable[["NDArray[Any]", int], bytes]
"""Encodes 8-bit pixels (rows, columns, bands), contiguous, in a quality of 1 to 100; b"" where it cannot."""


class EncodedChip(NamedTuple):
    """What the labels of one chip become; paths are relative to the folder of the set, forward slashes.

    Attributes:
        files: bytes by path.
        listed: the label files that the files of the set name, in their order.
        record: what the chip adds to a file of the whole set, handed to ``SetFiles.write``.
        counts: what the format had to do to labels, in words of its own, and to how many;
            ``LabelFormat.remarks`` says it of all chips.
    """

    files: dict[str, bytes]
    listed: tuple[str, ...] = ()
    record: bytes = b""
    counts: Mapping[str, int] = {}


class ImageFormat(ABC):
    """Turns a chip's pixels into an image file and what stands beside it, and reads them back.

    Attributes:
        name: the documented name of the format.
        suffix: extension with its dot.
        world_suffix: extension of the world file beside it, "" where there is none.
        compressed_share: what its files take of the pixels' bytes, roughly.
        compressions: how TIFF_COMPRESSION can have its pixels compressed.
        holds_alpha: it has room for a band that says how opaque the others are.
    """

    name: ClassVar[str]
    suffix: ClassVar[str]
    world_suffix: ClassVar[str] = ""
    compressed_share: float = 1.0
    compressions: ClassVar[tuple[str, ...]] = (UNCOMPRESSED,)
    holds_alpha: ClassVar[bool] = True

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
        self.accepts(profile)

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


class LabelFormat(ABC):
    """Turns a chip's labels into files, and reads them back.

    Attributes:
        name: the documented name of the format.
        need: what it takes beside boxes.
        layout: where the files of a chip go.
        set_files: the files of the whole set.
        counts_objects: it holds objects; otherwise it holds which class each pixel, or the whole chip, is of.
        labels_whole_chips: it holds which classes a chip shows, not where.
        needs_label_file: a set is of no use to its readers until a chip has a label file.
        class_limits: lowest and highest class value that it can hold.
        label_files: pattern of the paths of its label files, without the suffix of label rasters; "" where
            chips have none of their own.
        has_rasters: its label files are rasters.
        annotations: names and types of values of each object in one file of the whole set, none without it.
    """

    name: ClassVar[str]
    label_files: ClassVar[str] = "labels/*.txt"
    has_rasters: ClassVar[bool] = False
    annotations: ClassVar[tuple[tuple[str, str], ...]] = ()
    need: ClassVar[Need] = Need.BOXES
    layout: Layout = Layout()
    set_files: ClassVar[type[SetFiles]] = EsriFiles
    counts_objects: ClassVar[bool] = True
    labels_whole_chips: ClassVar[bool] = False
    needs_label_file: ClassVar[bool] = False
    class_limits: ClassVar[tuple[int, int]] = (0, 2**63 - 1)

    def __init__(self, context: FormatContext) -> None:
        """Prepare what all chips share.

        Args:
            context: what a format may know of the run.
        """
        self.context = context

    @classmethod
    def accepts(cls, classes: ClassTable, stored: ClassTable | None = None) -> ClassTable:
        """Return the class table of the set, with the names that the format gives to classes.

        Args:
            classes: the classes of the labels.
            stored: those of the set that chips are added to, if any; they stay as they are.

        Raises:
            ExportError: the format cannot hold a class, or not together with the stored ones.
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
        return classes if stored is None else stored.merge(classes)

    @classmethod
    def accepts_chips(cls, profile: ImageProfile, image_format: str) -> list[Message]:
        """Return what is to be said of chips before any is written.

        Args:
            profile: what all chips have in common.
            image_format: documented name of their format.

        Raises:
            ExportError: the readers of the format cannot open such chips.
        """
        return []

    @classmethod
    def renamed(cls, before: LabelClass, after: LabelClass) -> Message:
        """Return what is to be said of a class that ``accepts`` has given another name.

        Args:
            before: the class of the labels.
            after: the same as the set has it.
        """
        return Message(
            "Class {value}: the name {name} becomes {safe}, since readers of {format} know classes by their "
            "names, and another class has that one.",
            value=before.value,
            name=before.shown_name,
            safe=after.shown_name,
            format=cls.name,
        )

    def remarks(self, counts: Mapping[str, int], sets: Collection[str]) -> list[Message]:
        """Return what is to be said of a finished export.

        Args:
            counts: what ``EncodedChip.counts`` of its chips come to.
            sets: the folders of its sets that have chips, "" for the export folder itself.
        """
        return []

    @abstractmethod
    def encode(self, chip: Chip) -> EncodedChip:
        """Return the label files of a chip."""

    @classmethod
    @abstractmethod
    def read(cls, files: SetReader, entry: Entry) -> ShownLabels:
        """Return what the label files of a chip show: the inverse of ``encode``.

        Args:
            files: reads the files of the set.
            entry: the chip.

        Raises:
            OSError: a file cannot be read.
            ExportError: a label raster cannot be read.
            ValueError: a file holds what ``encode`` never writes; LookupError likewise.
        """
