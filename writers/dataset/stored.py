"""Read the dataset files of an export that another one adds to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
from ...chipping.untrusted.json_shapes import validate
from .cell_sizes import CellSize
from .esri_files import ACCUMULATED_FILE, INSTANCES_KEY, MAP_FILE, STRETCH_KEY
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
        return _table(self.document.get("Classes", ()))

    @property
    def instance_classes(self) -> ClassTable:
        """The class table of instances beside the labels."""
        return _table(self.document.get(INSTANCES_KEY, ()))

    @property
    def bands(self) -> list[BandStatistics]:
        """Statistics of each band; those of second images behind the others."""
        return [
            BandStatistics(int(band["Num"]), band["Min"], band["Max"], band["M1"], band["M2"])
            for band in (*self.document["BandStatsState"], *self.document.get("BandStatsState2", ()))
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
        values = [int(each["ClassValue"]) for each in self.document.get("Classes", ())]
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
        second: ImageProfile | None = None,
        parameter: str = "IN_RASTER",
    ) -> None:
        """Refuse an export that would not go together with this one.

        Args:
            folder: the export folder.
            metadata_format: documented name of the label format.
            counts_pixels: labels come from a class raster.
            profile: what the new chips have in common.
            image_suffix: extension of the new chips.
            stretch: by which numbers they are to become 8 bit.
            second: what their second images have in common, None where they have none.
            parameter: what gives the pixels of the chips.

        Raises:
            ExportError: they differ; the message says in what.
        """
        document = self.document
        size = (document["TileSizeX"], document["TileSizeY"])
        agree("METADATA_FORMAT", document["MetaDataMode"], metadata_format)
        agree("IMAGE_CHIP_FORMAT", Path(self.map.first_image).suffix, image_suffix)
        agree("TILE_SIZE_X", size[0], profile.width)
        agree("TILE_SIZE_Y", size[1], profile.height)
        agree("REFERENCE_SYSTEM", document.get("ImageSpaceUsed", MAP_SPACE), profile.reference_system)
        names = document["InputRastersProps"]["BandNames"]
        _check_bands(f"{parameter} (number and names of bands)", (document["NumBands"], names), profile)
        self._check_stretch(stretch)
        found = pixel_type(folder, self.map.first_image)
        agree(f"{parameter} (type of the pixels)", found, profile.dtype)
        self._check_second(folder, second)
        agree("IN_CLASS_DATA", _KINDS[self.counts_pixels], _KINDS[counts_pixels])

    def _check_second(self, folder: Path, new: ImageProfile | None) -> None:
        """Refuse another kind of second images, or some where there are none."""
        stored = self.document.get("InputRastersProps2")
        agree("IN_RASTER2", *(_SECOND[each is not None] for each in (stored, new)))
        if stored is None or new is None:
            return
        names = stored["BandNames"]
        _check_bands("IN_RASTER2 (number and names of bands)", (len(names), names), new)
        if self.map.first_second:
            found = pixel_type(folder, self.map.first_second)
            agree("IN_RASTER2 (type of the pixels)", found, new.dtype)

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


_KINDS = {False: "features", True: "a class raster"}


_SECOND = {False: "no second raster", True: "a second raster"}


def _check_bands(what: str, stored: tuple[int, list[str]], new: ImageProfile) -> None:
    """Refuse bands of another number or of other names.

    Args:
        what: the parameter.
        stored: number and names of those of the export that is added to.
        new: what the new images have in common.

    Raises:
        ExportError: they differ.
    """
    count, names = stored
    agree(what, (count, _as_named_now(names, new.band_names)), (new.band_count, list(new.band_names)))


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


def _table(classes: Iterable[dict[str, Any]]) -> ClassTable:
    return ClassTable.of(
        [
            LabelClass(int(each["ClassValue"]), str(each["ClassName"]), _color(each["Color"]))
            for each in classes
        ]
    )


def _color(values: list[float]) -> Color:
    red, green, blue = map(int, values)
    return red, green, blue
