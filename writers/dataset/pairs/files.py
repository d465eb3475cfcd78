"""The files of a set of two parts, ``A`` and ``B``: each part is a whole set of Export_Tiles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar

from ....chipping.chip import ImageProfile
from ....chipping.sets import in_set
from ....chipping.statistics.bands import BandStatistics
from ....chipping.stretch import StretchPlan
from ....chipping.untrusted.json_kinds import Anything
from ....chipping.untrusted.json_shapes import Record, validate
from ..esri_files import ACCUMULATED_FILE, DATASET_FILES
from ..set_files import EsriFiles, SetFile, SetFiles
from ..stored import StoredSet, damage
from ..summary import UNLABELLED, ChipRecord, SetSummary

FIRST, SECOND = "A", "B"
"""The folders of the parts: of the raster, and of the second one."""

PAIR_FILES = tuple(f"{part}/{name}" for part in (FIRST, SECOND) for name in DATASET_FILES)
"""The files of both parts."""

(_MODE,) = UNLABELLED
_KEPT = Record({FIRST: Anything(), SECOND: Anything()}, closed=True)


@dataclass(frozen=True)
class StoredPair(StoredSet):
    """A finished set of two parts; what both have in common is that of the first.

    Attributes:
        other: the second part.
    """

    other: StoredSet

    @property
    def bands(self) -> list[BandStatistics]:
        """Statistics of each band, those of the second part behind the others."""
        return [*super().bands, *self.other.bands]

    def for_journal(self) -> dict[str, Any]:
        """Return what the journal is to keep, since the files are replaced at the end."""
        return {FIRST: super().for_journal(), SECOND: self.other.for_journal()}

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
        """Refuse an export that would not go together with this one; see ``StoredSet.check``."""
        super().check(folder / FIRST, _MODE, counts_pixels, profile, image_suffix, stretch)
        if second is not None:
            place = folder / SECOND
            unstretched = StretchPlan()
            self.other.check(
                place, _MODE, counts_pixels, second, image_suffix, unstretched, parameter="IN_RASTER2"
            )


@dataclass(frozen=True)
class _Part:
    """The chips of a part; they can be gone through several times.

    Attributes:
        chips: those of the set.
        place: which of their images, from 0.
    """

    chips: Iterable[ChipRecord]
    place: int

    def __iter__(self) -> Iterator[ChipRecord]:
        """Yield each chip with the path of its image in the folder of the part."""
        for chip in self.chips:
            yield ChipRecord(chip.images[self.place].partition("/")[2], ())


class PairFiles(SetFiles):
    """The four files of each part."""

    names: ClassVar[tuple[str, ...]] = PAIR_FILES

    @classmethod
    def home(cls, folder: Path) -> Path:
        """Return the folder of the first part, which stands for both where one looks at the set."""
        return folder / FIRST

    @classmethod
    def write(
        cls, summary: SetSummary, chips: Iterable[ChipRecord], stored: StoredSet | None
    ) -> Iterator[SetFile]:
        """Yield the files of the first part, and those of the second."""
        first = replace(summary, metadata_format=_MODE, second=None)
        parts: list[tuple[str, SetSummary, StoredSet | None]] = [(FIRST, first, stored)]
        if summary.second is not None:
            profile, bands = summary.second
            other = stored.other if isinstance(stored, StoredPair) else None
            parts.append((SECOND, replace(first, profile=profile, bands=bands, stretch=None), other))
        for place, (folder, its, before) in enumerate(parts):
            for name, data in EsriFiles.write(its, _Part(chips, place), before):
                yield in_set(folder, name), data

    @classmethod
    def reopen(cls, folder: Path, kept: Any = None, keeper: str = "") -> StoredPair:
        """Return the set that the files of both parts describe."""
        if kept is not None:
            with damage(folder, keeper):
                validate(_KEPT, kept)
        first, other = (
            EsriFiles.reopen(folder / part, None if kept is None else kept[part], keeper)
            for part in (FIRST, SECOND)
        )
        with damage(folder, f"{SECOND}/{ACCUMULATED_FILE}"):
            if (first.chip_total, first.next_index) != (other.chip_total, other.next_index):
                raise ValueError(f"it has other chips than that of {FIRST}")
        return StoredPair(first.map, first.document, other)
