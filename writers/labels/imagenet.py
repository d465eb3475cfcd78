"""Imagenet: a chip for each feature in the folder of its class, and no label files.

``arcgis.learn``, torchvision's ImageFolder and most others that classify images take
the class of a chip from the name of the folder that it is in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath

from ...chipping.chip import Chip
from ...chipping.classes import ClassTable, LabelClass
from ...chipping.messages import Message
from ..base import EncodedChip, LabelFormat
from ..dataset.reading import Entry, SetReader
from ..format_context import FormatContext
from ..layout import Layout
from .folder_names import folder_table
from .rcnn_masks import RcnnMasksFormat
from .shown import LabelSize, ShownLabels


@dataclass(frozen=True)
class ClassFolders(Layout):
    """``images/<class name>/<stem>``.

    Attributes:
        names: of the class folders, by class value.
    """

    folders: tuple[str, ...] = ("images",)
    sorts_by_class: bool = True
    names: dict[int, str] = field(default_factory=dict)

    def image(self, chip: Chip) -> str:
        """Return the path of an image chip, in the folder of the class of its one label."""
        return f"{self.folders[0]}/{self.names[chip.labels.objects[0].class_value]}/{chip.stem}"


class ImagenetFormat(LabelFormat):
    """``images/<class name>/<stem>.tif``; the names are those of folders, without a dot."""

    name = "Imagenet"
    label_files = ""
    layout = ClassFolders()
    counts_objects = False
    labels_whole_chips = True
    is_of_features = True

    def __init__(self, context: FormatContext) -> None:
        """Name the class folders."""
        super().__init__(context)
        self.layout = ClassFolders(names={each.value: each.name for each in context.classes})

    @classmethod
    def accepts(cls, classes: ClassTable, stored: ClassTable | None = None) -> ClassTable:
        """Return the classes under the names that their folders have."""
        return folder_table(super().accepts(classes), stored, has_dots=False)

    @classmethod
    def why_renamed(cls, before: LabelClass) -> Message:
        """Return what is to be said of a class whose name cannot be that of a folder."""
        return RcnnMasksFormat.why_renamed(before)

    def encode(self, chip: Chip) -> EncodedChip:
        """Return no file: the folder of the image says its class."""
        return EncodedChip({})

    @classmethod
    def read(cls, files: SetReader, entry: Entry) -> ShownLabels:
        """Return the class of a chip."""
        values = {each.name: each.value for each in files.classes}
        area = float(files.width * files.height)
        return ShownLabels(whole=[LabelSize(values[PurePosixPath(entry.image).parent.name], area)])
