"""Read the dataset files of an export, to add another one to it or to look at it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...chipping.chip import ImageProfile
from ...chipping.classes import ClassTable, LabelClass
from ...chipping.errors import ExportError
from ...chipping.statistics.bands import BandStatistics, ClassTally, FeatureStatistics, Tally
from ..encoding.gdal_files import pixel_type
from .cell_sizes import CellSize, smallest_and_largest
from .esri_files import ACCUMULATED_FILE, MAP_FILE
from .reading import Entry


@dataclass(frozen=True)
class StoredSet:
    """A finished export as its files describe it.

    Attributes:
        map_text: ``map.txt``.
        document: ``esri_accumulated_stats.json``.
    """

    map_text: str
    document: dict[str, Any]

    @classmethod
    def read(cls, folder: Path) -> StoredSet:
        """Return the export in a folder.

        Raises:
            ExportError: its files are missing or damaged, or do not say all that an export needs to go on.
        """
        try:
            map_text = (folder / MAP_FILE).read_bytes().decode("utf-8")
            stored = cls(map_text, json.loads((folder / ACCUMULATED_FILE).read_bytes().decode("utf-8")))
            _check_keys(folder, stored.document)
            stored._try_everything()
        except _DAMAGE as error:
            raise _damaged(folder) from error
        return stored

    @classmethod
    def unfinished(cls, folder: Path, kept: dict[str, Any]) -> StoredSet:
        """Return the export that an unfinished one adds to.

        Args:
            folder: the export folder; the end of its ``map.txt`` may be new already.
            kept: what ``for_journal`` returned.

        Raises:
            ExportError: its ``map.txt`` is missing or damaged.
        """
        try:
            map_bytes = (folder / MAP_FILE).read_bytes()[: kept["map_bytes"]]
            stored = cls(map_bytes.decode("utf-8"), kept["document"])
            stored._try_everything()
        except _DAMAGE as error:
            raise _damaged(folder) from error
        return stored

    def for_journal(self) -> dict[str, Any]:
        """Return what the journal is to keep, since the dataset files are replaced at the end."""
        return {"map_bytes": len(self.map_text.encode("utf-8")), "document": self.document}

    def _try_everything(self) -> tuple[object, ...]:
        """Read every part and calculate with it, so that damage shows before anything is written.

        Raises:
            ValueError: the files do not say the same.
        """
        if self.map_text.count("\r\n") != self.chip_total or not self.map_text.endswith("\r\n"):
            raise ValueError(f"{MAP_FILE} does not list {self.chip_total} chips")
        one, features = BandStatistics(1), self.features
        features.add_chip([(value, 1.0) for value in self.classes.values])
        sums = [band.merge(one).standard_deviation for band in self.bands]
        return self.next_index, features.features, sums, smallest_and_largest(*self.cell_sizes)

    @property
    def chip_total(self) -> int:
        """Chips in the folder."""
        return int(self.document["NumTiles"])

    @property
    def metadata_format(self) -> str:
        """Documented name of the label format."""
        return str(self.document["MetaDataMode"])

    @property
    def entries(self) -> list[Entry]:
        """The chips, in order."""
        return [_entry(line) for line in self.map_text.splitlines()]

    @property
    def has_labels(self) -> bool:
        """Whether a chip has a label file: before those the lines of ``map.txt`` have a second blank."""
        return "  " in self.map_text

    @property
    def next_index(self) -> int:
        """First chip number that is free."""
        return int(self.document["NextTileIndex"])

    @property
    def classes(self) -> ClassTable:
        """The class table."""
        return ClassTable.of(
            [
                LabelClass(each["ClassValue"], str(each["ClassName"]), tuple(each["Color"]))
                for each in self.document["Classes"]
            ]
        )

    @property
    def bands(self) -> list[BandStatistics]:
        """Statistics of each band."""
        return [
            BandStatistics(band["Num"], band["Min"], band["Max"], band["M1"], band["M2"])
            for band in self.document["BandStatsState"]
        ]

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
        per_class = map(ClassTally, stats["NumImagesPerClass"], tallies)
        values = self.classes.values
        return FeatureStatistics(stats["NumImagesTotal"], _tally(per_image), dict(zip(values, per_class)))

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
    ) -> None:
        """Refuse an export that would not go together with this one.

        Args:
            folder: the export folder.
            metadata_format: documented name of the label format.
            counts_pixels: labels come from a class raster.
            profile: what the new chips have in common.
            image_suffix: extension of the new chips.

        Raises:
            ExportError: they differ; the message says in what.
        """
        document = self.document
        size = (document["TileSizeX"], document["TileSizeY"])
        image = self.map_text.split(" ", 1)[0].replace("\\", "/")
        names = _as_named_now(document["InputRastersProps"]["BandNames"], profile.band_names)
        bands = (document["NumBands"], names)
        _agree("METADATA_FORMAT", document["MetaDataMode"], metadata_format)
        _agree("IMAGE_CHIP_FORMAT", Path(image).suffix, image_suffix)
        _agree("TILE_SIZE_X", size[0], profile.width)
        _agree("TILE_SIZE_Y", size[1], profile.height)
        _agree("IN_RASTER (number and names of bands)", bands, (profile.band_count, list(profile.band_names)))
        _agree("IN_RASTER (type of the pixels)", pixel_type(folder / image), profile.dtype)
        _agree("IN_CLASS_DATA", _KINDS[self.counts_pixels], _KINDS[counts_pixels])


def _entry(line: str) -> Entry:
    """Return a chip; image and label part stand apart by one blank more than paths do."""
    image, _, labels = line.replace("\\", "/").partition("  ")
    return Entry(image.split()[0], tuple(labels.split()))


_KEYS = (
    *("NumBands", "TileSizeX", "TileSizeY", "NumTiles", "NextTileIndex", "OutputFeatures", "MetaDataMode"),
    *("MinCellSize", "MaxCellSize", "Classes", "InputRastersProps", "BandStatsState"),
)
_CELL_KEYS = ("x", "y", "spatialReference")
_INNER_KEYS = {
    "MinCellSize": _CELL_KEYS,
    "MaxCellSize": _CELL_KEYS,
    "Classes": ("ClassValue", "ClassName", "Color"),
    "InputRastersProps": ("BandNames",),
    "BandStatsState": ("Min", "Max", "M1", "M2", "Num"),
}


def _check_keys(folder: Path, document: dict[str, Any]) -> None:
    """Refuse an export that does not say what a further one has to know; ArcGIS 2.x wrote such.

    Raises:
        ExportError: it lacks keys; the message names them.
    """
    lacking = _lacking_keys(document)
    if lacking:
        raise ExportError(
            "OUT_FOLDER: the export in {path} cannot be added to, since its {stats} does not state {keys} "
            "(older versions of ArcGIS leave them out); choose another folder.",
            path=folder,
            stats=ACCUMULATED_FILE,
            keys=", ".join(lacking),
        )


def _lacking_keys(document: dict[str, Any]) -> list[str]:
    """Return the keys that are missing, those of objects inside as ``Classes.Color``."""
    sizes = "FeatureStats" if document.get("OutputFeatures", True) else "ClassPixelStats"
    lacking = [key for key in (*_KEYS, sizes) if key not in document]
    for key, names in _INNER_KEYS.items():
        found = document.get(key, [])
        parts = found if isinstance(found, list) else [found]
        lacking += [f"{key}.{name}" for name in names if any(name not in part for part in parts)]
    return lacking


_DAMAGE = (OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError)


def _damaged(folder: Path) -> ExportError:
    return ExportError(
        "OUT_FOLDER: {path} holds an export whose {map} or {stats} is missing or damaged; choose another "
        "folder.",
        path=folder,
        map=MAP_FILE,
        stats=ACCUMULATED_FILE,
    )


_KINDS = {False: "features", True: "a class raster"}


def _agree(what: str, stored: object, new: object) -> None:
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
    return Tally(state["Min"], state["Max"], state["Sum"], state["Count"])
