"""Read the dataset files of an export that another one adds to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...chipping.chip import ImageProfile
from ...chipping.classes import ClassTable, Color, LabelClass
from ...chipping.errors import ExportError
from ...chipping.frame import MAP_SPACE
from ...chipping.statistics.bands import BandStatistics, ClassTally, FeatureStatistics, Tally
from ...chipping.stretch import NO_STRETCH, Stretch, StretchPlan
from ...chipping.untrusted.inside import Inside
from ...chipping.untrusted.json_shapes import validate
from .cell_sizes import CellSize
from .esri_files import ACCUMULATED_FILE, MAP_FILE, STRETCH_KEY
from .stored_map import StoredMap
from .stored_rasters import pixel_type
from .stored_schema import KEPT, check_document, read_document


@dataclass(frozen=True)
class StoredSet:
    """A finished export as its files describe it.

    Attributes:
        map: ``map.txt``.
        document: ``esri_accumulated_stats.json``.
    """

    map: StoredMap
    document: dict[str, Any]

    @classmethod
    def read(cls, folder: Path) -> StoredSet:
        """Return the export in a folder.

        Raises:
            ExportError: its files are missing or damaged, or do not say all that an export needs to go on.
        """
        with damage(folder, ACCUMULATED_FILE):
            document = read_document(folder)
            check_document(folder, document)
        with damage(folder, MAP_FILE):
            return cls(StoredMap.read(folder, document["NumTiles"]), document)

    @classmethod
    def unfinished(cls, folder: Path, kept: Any, keeper: str) -> StoredSet:
        """Return the export that an unfinished one adds to.

        Args:
            folder: the export folder; the end of its ``map.txt`` may be new already.
            kept: what ``for_journal`` returned.
            keeper: name of the file that kept it.

        Raises:
            ExportError: its ``map.txt`` is missing or damaged, or the journal is.
        """
        with damage(folder, keeper):
            validate(KEPT, kept)
            check_document(folder, kept["document"])
        with damage(folder, MAP_FILE):
            document = kept["document"]
            return cls(StoredMap.read(folder, document["NumTiles"], int(kept["map_bytes"])), document)

    def for_journal(self) -> dict[str, Any]:
        """Return what the journal is to keep, since the dataset files are replaced at the end."""
        return {"map_bytes": self.map.size, "document": self.document}

    @property
    def chip_total(self) -> int:
        """Chips in the folder."""
        return int(self.document["NumTiles"])

    @property
    def next_index(self) -> int:
        """First chip number that is free."""
        return int(self.document["NextTileIndex"])

    @property
    def classes(self) -> ClassTable:
        """The class table."""
        return ClassTable.of(
            [
                LabelClass(int(each["ClassValue"]), str(each["ClassName"]), _color(each["Color"]))
                for each in self.document["Classes"]
            ]
        )

    @property
    def bands(self) -> list[BandStatistics]:
        """Statistics of each band."""
        return [
            BandStatistics(int(band["Num"]), band["Min"], band["Max"], band["M1"], band["M2"])
            for band in self.document["BandStatsState"]
        ]

    @property
    def stretch(self) -> Stretch | None:
        """By which numbers its chips became 8 bit, None where they are as in the raster."""
        document = self.document.get(STRETCH_KEY)
        return None if document is None else Stretch.of_document(document)

    @property
    def features(self) -> FeatureStatistics:
        """Labels per class and per chip."""
        if self.counts_pixels:
            stats = self.document["ClassPixelStats"]
            per_image, sizes = stats["NumClassesPerImage"], stats["PixelsPerClass"]
        else:
            stats = self.document["FeatureStats"]
            per_image, sizes = stats["NumFeaturesPerImage"], stats["FeatureAreaPerClass"]
        tallies = map(_tally, sizes)
        per_class = map(ClassTally, map(int, stats["NumImagesPerClass"]), tallies)
        values = [int(each["ClassValue"]) for each in self.document["Classes"]]
        return FeatureStatistics(
            int(stats["NumImagesTotal"]), _tally(per_image), dict(zip(values, per_class))
        )

    @property
    def counts_pixels(self) -> bool:
        """Whether labels came from a class raster."""
        return not self.document["OutputFeatures"]

    @property
    def cell_sizes(self) -> tuple[CellSize, CellSize]:
        """Smallest and largest cell."""
        return CellSize.read(self.document["MinCellSize"]), CellSize.read(self.document["MaxCellSize"])

    def check(
        self,
        folder: Path,
        metadata_format: str,
        counts_pixels: bool,
        profile: ImageProfile,
        image_suffix: str,
        stretch: StretchPlan,
    ) -> None:
        """Refuse an export that would not go together with this one.

        Args:
            folder: the export folder.
            metadata_format: documented name of the label format.
            counts_pixels: labels come from a class raster.
            profile: what the new chips have in common.
            image_suffix: extension of the new chips.
            stretch: by which numbers they are to become 8 bit.

        Raises:
            ExportError: they differ; the message says in what.
        """
        document = self.document
        size = (document["TileSizeX"], document["TileSizeY"])
        names = _as_named_now(document["InputRastersProps"]["BandNames"], profile.band_names)
        bands = (document["NumBands"], names)
        agree("METADATA_FORMAT", document["MetaDataMode"], metadata_format)
        agree("IMAGE_CHIP_FORMAT", Path(self.map.first_image).suffix, image_suffix)
        agree("TILE_SIZE_X", size[0], profile.width)
        agree("TILE_SIZE_Y", size[1], profile.height)
        agree("REFERENCE_SYSTEM", document.get("ImageSpaceUsed", MAP_SPACE), profile.reference_system)
        agree("IN_RASTER (number and names of bands)", bands, (profile.band_count, list(profile.band_names)))
        self._check_stretch(stretch)
        agree("IN_RASTER (type of the pixels)", pixel_type(folder, self.map.first_image), profile.dtype)
        agree("IN_CLASS_DATA", _KINDS[self.counts_pixels], _KINDS[counts_pixels])

    def _check_stretch(self, new: StretchPlan) -> None:
        """Refuse other numbers than those that made the chips 8 bit, or another way to find them."""
        stored = self.stretch
        if stored is not None and new.ranges:
            agree("STRETCH_RANGE", stored.text, Stretch(new.kind, new.ranges).text)
        else:
            agree("STRETCH", stored.kind if stored is not None else NO_STRETCH, new.kind)


@contextmanager
def damage(folder: Path, name: str) -> Iterator[None]:
    """Say of which file of an export it is that something in it is wrong.

    Args:
        folder: the folder of the export.
        name: of the file in it.

    Raises:
        ExportError: in place of an OSError or a ValueError.
    """
    try:
        yield
    except (OSError, ValueError) as error:
        raise ExportError(
            "OUT_FOLDER: {path} holds an export whose {name} is missing or damaged ({reason}); choose "
            "another folder.",
            path=folder,
            name=name,
            reason=getattr(error, "strerror", None) or error,
        ) from error


def own_file(folder: Path, name: str, most: int) -> bytes | None:
    """Return a file of this tool that is to be written anew, None where there is none.

    Args:
        folder: the export folder; a stranger may have filled it.
        name: of the file in it.
        most: bytes that it may have.

    Raises:
        ExportError: it cannot be read, or is no plain file.
    """
    try:
        with Inside(folder) as inside:
            return inside.read(name, most)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise foreign_file(folder, name, error) from error


def foreign_file(folder: Path, name: str, error: Exception) -> ExportError:
    """Return what to say of a file that would be overwritten, but is none of this tool.

    Args:
        folder: the export folder.
        name: of the file in it.
        error: what is wrong with it.
    """
    return ExportError(
        "OUT_FOLDER: {path} holds a file {name} that this tool did not write, or that is damaged ({reason}); "
        "choose another folder.",
        path=folder,
        name=name,
        reason=getattr(error, "strerror", None) or error,
    )


_KINDS = {False: "features", True: "a class raster"}


def agree(what: str, stored: object, new: object) -> None:
    """Refuse another setting than that of the export that is added to.

    Args:
        what: the parameter.
        stored: its value there.
        new: its value now.

    Raises:
        ExportError: they differ.
    """
    if stored != new:
        raise ExportError(
            "{what}: the export that OUT_FOLDER holds was made with {stored}, not {new}; use the same, or "
            "choose another folder.",
            what=what,
            stored=_text(stored),
            new=_text(new),
        )


def _as_named_now(stored: list[str], new: tuple[str, ...]) -> list[str]:
    """Return band names as this version writes them: 1.0.0 had none for an alpha band."""
    if len(stored) != len(new):
        return stored
    return [its or ("Alpha" if name == "Alpha" else "") for its, name in zip(stored, new)]


def _text(value: object) -> str:
    if isinstance(value, (tuple, list)):
        return " ".join(_text(each) for each in value if each != "")
    return str(value)


def _tally(state: dict[str, Any]) -> Tally:
    return Tally(state["Min"], state["Max"], state["Sum"], int(state["Count"]))


def _color(values: list[float]) -> Color:
    red, green, blue = map(int, values)
    return red, green, blue
