"""The interface of label formats: a Chip in, the bytes of its files out, and back.

Formats never write to the disk. The export loop puts the bytes into the folder,
whole or not at all, so no format has to think about interruption.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping
from typing import ClassVar, NamedTuple

from ..chipping.chip import Chip, ImageProfile, Need
from ..chipping.classes import ClassTable, LabelClass
from ..chipping.errors import ExportError
from ..chipping.messages import Message
from .dataset.reading import Entry, SetReader
from .dataset.set_files import EsriFiles, SetFiles
from .format_context import FormatContext
from .labels.shown import ShownLabels
from .layout import Layout


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


class LabelFormat(ABC):
    """Turns a chip's labels into files, and reads them back.

    Attributes:
        name: the documented name of the format.
        need: what it takes beside boxes.
        layout: where the files of a chip go.
        set_files: the files of the whole set.
        counts_objects: it holds objects; otherwise it holds which class each pixel, or the whole chip, is of.
        labels_whole_chips: it holds which classes a chip shows, not where.
        is_of_features: each chip is about one feature and lies around it, on no grid.
        has_labels: its chips have labels; of a format without any, class data are not used.
        instances: makes the files of instances of another layer that chips hold beside their labels, None
            where they hold none.
        needs_second: it needs a second raster.
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
    is_of_features: ClassVar[bool] = False
    has_labels: ClassVar[bool] = True
    instances: ClassVar[type[LabelFormat] | None] = None
    needs_second: ClassVar[bool] = False
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
        return cls.why_renamed(before).with_values(
            value=before.value, name=before.shown_name, safe=after.shown_name, format=cls.name
        )

    @classmethod
    def why_renamed(cls, before: LabelClass) -> Message:
        """Return the sentence on a class of another name, whose values are still to be given.

        Args:
            before: the class of the labels.
        """
        return Message(
            "Class {value}: the name {name} becomes {safe}, since readers of {format} know classes by their "
            "names, and another class has that one."
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
