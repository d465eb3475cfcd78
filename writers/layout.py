"""Where the files of a chip go."""

from __future__ import annotations

from dataclasses import dataclass

from ..chipping.chip import Chip


@dataclass(frozen=True)
class Layout:
    """The folders of a set, and the paths of a chip's files in them.

    Paths are relative to the folder of the set, have forward slashes, and end before the
    suffix of the file. A format that sorts its files otherwise has a layout of its own.

    Attributes:
        folders: the folders that hold files of chips, alone or in folders inside; image chips
            in the first.
        sorts_by_class: image chips lie in a folder for each class.
        second: the folder of chips of a second raster, "" where there can be none.
    """

    folders: tuple[str, ...] = ("images", "labels")
    sorts_by_class: bool = False
    second: str = ""

    @property
    def image_files(self) -> str:
        """Pattern of the paths of image chips, without their suffix."""
        return f"{self.folders[0]}/*/*" if self.sorts_by_class else f"{self.folders[0]}/*"

    @property
    def all_folders(self) -> tuple[str, ...]:
        """The folders that may hold files of chips."""
        return (*self.folders, self.second) if self.second else self.folders

    def image(self, chip: Chip) -> str:
        """Return the path of an image chip: ``images/<stem>``.

        Args:
            chip: the chip.
        """
        return f"{self.folders[0]}/{chip.stem}"

    def second_image(self, chip: Chip) -> str:
        """Return the path of a chip of the second raster: ``images2/<stem>``.

        Args:
            chip: the chip.
        """
        return f"{self.second}/{chip.stem}"

    def label(self, chip: Chip, inner: str = "") -> str:
        """Return the path of a label file: ``labels/<stem>`` or ``labels/<inner>/<stem>``.

        Args:
            chip: the chip.
            inner: a folder inside the label folder, "" for none.
        """
        folder = f"{self.folders[1]}/{inner}" if inner else self.folders[1]
        return f"{folder}/{chip.stem}"
