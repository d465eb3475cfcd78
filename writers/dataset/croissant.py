"""``croissant.json``: the dataset in the vocabulary that catalogues and loaders of training data read.

Croissant 1.1 (http://mlcommons.org/croissant/1.1) with its geographic extension
(http://mlcommons.org/croissant/geo/1.0). It lies beside the sets of an export. It
says nothing that nobody knows: licence, citation, authors and dates are for
the user to add, and what a user has added stays when chips are added.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ...chipping.chip import ImageProfile
from ...chipping.classes import ClassTable
from ...chipping.untrusted.bounded_json import Limits, bounded_json
from ...chipping.untrusted.json_kinds import is_number
from ...chipping.untrusted.plain_json import plain
from ..base import LabelFormat
from ..image_format import ImageFormat
from .cell_sizes import unit_name
from .coco.lines import LABELS_FILE
from .croissant_terms import CONFORMS_TO, CONTEXT, classes_table, field, file_set, json_field, record_set
from .reading import foreign_file, own_file

CROISSANT_FILE = "croissant.json"
IMAGES, SECOND, LABELS, ANNOTATIONS = "image-files", "second-image-files", "label-files", "annotation-files"
"""What the files of chips are called in it; names are unique."""

_LARGEST = 16 << 20  # bytes
_DOCUMENT = Limits("that of any export", _LARGEST, 1_000_000, 32)
_TEXT = "text/plain"
_PICTURES = {".png": ("image/png",), ".jpg": ("image/jpeg",)}
_MEDIA_TYPES = {
    **_PICTURES,
    ".txt": (_TEXT,),
    ".xml": ("application/xml", _TEXT),
    ".tif": ("image/tiff; application=geotiff", _TEXT),
    ".mrf": ("https://gdal.org/en/stable/drivers/raster/marfa.html", _TEXT),
}
"""By suffix, the registered type, or a page about one that is not, and what loaders are to take it for.

mlcroissant 1.1.1 opens each file of a set, also where only its path is asked for, by the first type that it
knows. As image/tiff it would decode them, which fails with five bands and more; as a text it takes the bytes.
"""
_NO_MARKUP = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&"}
"""Pages hold such documents in an element of their own, which none of their texts may end."""
_CRS, _RESOLUTION = "geocr:coordinateReferenceSystem", "geocr:spatialResolution"
_STEM = "^([0-9]+)"
_SPLIT = "^(?:.*/)?(train|valid|test)/"
_CLASS = "^(?:.*/)?([^/]+)/[^/]+$"
_TEXTS = (".txt", ".xml")
_EIGHT_BIT, _MOST_BANDS = "uint8", 3  # of images that loaders show as they are

Box = tuple[float, float, float, float]
"""West, south, east and north (degrees, WGS 84)."""


class DatasetFacts(NamedTuple):
    """What is known of a dataset.

    Attributes:
        profile: what all chips have in common.
        classes: the class table.
        image_format: the format of the image chips.
        label_format: the format of the labels.
        label_suffix: extension of its label rasters, with its dot; "" where it has none.
        sets: the folders of its sets, "" for the export folder itself.
        box: where it lies, None where that cannot be told.
        has_second: chips have a second image.
    """

    profile: ImageProfile
    classes: ClassTable
    image_format: type[ImageFormat]
    label_format: type[LabelFormat]
    label_suffix: str
    sets: Sequence[str]
    box: Box | None
    has_second: bool = False

    @property
    def label_files(self) -> str:
        """Pattern of the paths of the label files, "" where chips have none of their own."""
        return self.label_format.label_files + self.label_suffix

    @property
    def is_split(self) -> bool:
        """Whether its sets have folders of their own."""
        return any(self.sets)


def stored_description(folder: Path) -> dict[str, Any]:
    """Return what the description in a folder says, nothing where there is none.

    Args:
        folder: the export folder; a stranger may have filled it.

    Raises:
        ExportError: it is no JSON object, and would be overwritten.
    """
    found = own_file(folder, CROISSANT_FILE, _LARGEST)
    if found is None:
        return {}
    try:
        document = bounded_json(found, _DOCUMENT)
        if not isinstance(document, dict):
            raise ValueError("it is no JSON object")
    except ValueError as error:
        raise foreign_file(folder, CROISSANT_FILE, error) from error
    return document


def is_description(stored: Mapping[str, Any]) -> bool:
    """Return whether a description names the files as this tool does."""
    files = stored.get("distribution")
    return isinstance(files, list) and any(
        isinstance(each, dict) and each.get("@id") == IMAGES for each in files
    )


def described(name: str, facts: DatasetFacts, stored: Mapping[str, Any]) -> Iterator[bytes]:
    """Yield the file.

    Args:
        name: of the dataset.
        facts: what is known of it.
        stored: what it says before; what the user has added or changed there stays.
    """
    document = {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": list(CONFORMS_TO),
        "name": name,
        "description": _description(facts),
        **{key: value for key, value in stored.items() if not key.startswith("@") and key not in _OURS},
        **_geography(facts, stored),
        "distribution": list(_distribution(facts)),
        "recordSet": list(_record_sets(facts)),
    }
    yield json.dumps(plain(document), indent=1).translate(_NO_MARKUP).encode("ascii") + b"\n"


_OURS = {
    "conformsTo",
    "spatialCoverage",
    _CRS,
    _RESOLUTION,
    "geocr:bandConfiguration",
    "distribution",
    "recordSet",
}
"""What is written anew each time; all else is the user's once it is there."""


def _description(facts: DatasetFacts) -> str:
    size = f"{facts.profile.width} x {facts.profile.height}"
    if not facts.label_format.has_labels:
        return f"Image chips of {size} pixels without labels ({facts.label_format.name})."
    return f"Image chips of {size} pixels with labels in the format {facts.label_format.name}."


def _geography(facts: DatasetFacts, stored: Mapping[str, Any]) -> dict[str, Any]:
    """Return where the dataset lies and what its pixels are."""
    profile = facts.profile
    found: dict[str, Any] = {}
    box = _united(facts.box, _stored_box(stored))
    if box is not None:
        west, south, east, north = (f"{each:.6f}" for each in box)
        shape = {"@type": "GeoShape", "box": f"{south} {west} {north} {east}"}
        found["spatialCoverage"] = {"@type": "Place", "geo": shape}
    found.update(_ground(profile, stored))
    names = [each or f"band {number}" for number, each in enumerate(profile.band_names, 1)]
    found["geocr:bandConfiguration"] = {
        "@type": "geocr:BandConfiguration",
        "geocr:totalBands": profile.band_count,
        "geocr:bandNameList": names,
    }
    return found


def _ground(profile: ImageProfile, stored: Mapping[str, Any]) -> dict[str, Any]:
    """Return CRS and size of a pixel; neither where the chips that are there have another CRS, or none."""
    code = f"EPSG:{profile.epsg}" if profile.epsg else profile.crs_wkt
    if stored.get("recordSet") and stored.get(_CRS, "") != code:
        return {}
    side: dict[str, Any] = {"@type": "QuantitativeValue", "value": max(profile.cell_x, profile.cell_y)}
    unit = unit_name(profile)
    if unit:
        side["unitText"] = unit
    return {**({_CRS: code} if code else {}), _RESOLUTION: _finer(side, stored.get(_RESOLUTION))}


def _finer(side: dict[str, Any], stored: Any) -> dict[str, Any]:
    """Return the smaller of two sizes of pixels."""
    value = stored.get("value") if isinstance(stored, dict) else None
    if value is None or not is_number(value) or not 0 < value < side["value"]:
        return side
    return {**side, "value": value}


def _stored_box(stored: Mapping[str, Any]) -> Box | None:
    """Return where the chips lie that are there already, None where the file does not say."""
    try:
        numbers = [float(each) for each in str(stored["spatialCoverage"]["geo"]["box"]).split()]
        south, west, north, east = numbers
    except (LookupError, TypeError, ValueError):
        return None
    return (west, south, east, north)


def _united(one: Box | None, other: Box | None) -> Box | None:
    """Return the box around two boxes."""
    if one is None or other is None:
        return one or other
    return (min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3]))


def _distribution(facts: DatasetFacts) -> Iterator[dict[str, Any]]:
    """Yield the files of chips, as patterns."""
    above = "*/" if facts.is_split else ""
    suffix = facts.image_format.suffix
    yield file_set(IMAGES, _MEDIA_TYPES[suffix], f"{above}{facts.label_format.layout.image_files}{suffix}")
    if facts.has_second:
        second = facts.label_format.layout.second
        yield file_set(SECOND, _MEDIA_TYPES[suffix], f"{above}{second}/*{suffix}")
    pattern = facts.label_files
    if pattern:
        yield file_set(LABELS, _MEDIA_TYPES[Path(pattern).suffix], above + pattern)
    if facts.label_format.annotations:
        yield file_set(ANNOTATIONS, ("application/json",), above + LABELS_FILE)


def _record_sets(facts: DatasetFacts) -> Iterator[dict[str, Any]]:
    """Yield what loaders make of the files: the chips, and the label files each with its chip."""
    profile = facts.profile
    shown = profile.dtype == _EIGHT_BIT and profile.band_count <= _MOST_BANDS
    shown = shown and facts.image_format.suffix in _PICTURES
    split = [field("chips", "split", (IMAGES, "fullpath"), _SPLIT)] if facts.is_split else []
    by_class = facts.label_format.layout.sorts_by_class
    label = [field("chips", "label", (IMAGES, "fullpath"), _CLASS)] if by_class else []
    yield record_set(
        "chips",
        [
            field("chips", "stem", (IMAGES, "filename"), _STEM),
            field("chips", "image", (IMAGES, "content" if shown else "fullpath"), picture=shown),
            *split,
            *label,
        ],
        key="stem",
    )
    if facts.has_second:
        yield _second_images()
    if facts.label_files:
        yield _labels(facts, shown)
    if facts.label_format.annotations:
        yield _annotations(facts.label_format.annotations)
    if facts.label_format.has_labels:
        yield classes_table([(each.value, each.name) for each in facts.classes])


def _second_images() -> dict[str, Any]:
    """Return the second images, each with the name of its chip."""
    name = "second-images"
    return record_set(
        name,
        [
            field(name, "stem", (SECOND, "filename"), _STEM, references="chips/stem"),
            field(name, "image", (SECOND, "fullpath")),
        ],
    )


def _labels(facts: DatasetFacts, shown: bool) -> dict[str, Any]:
    """Return the label files, each beside its chip."""
    is_text = Path(facts.label_files).suffix in _TEXTS
    split = [field("labels", "split", "chips/split")] if facts.is_split else []
    return record_set(
        "labels",
        [
            field("labels", "stem", (LABELS, "filename"), _STEM, references="chips/stem"),
            field("labels", "image", "chips/image", picture=shown),
            *split,
            field("labels", "label", (LABELS, "content" if is_text else "fullpath")),
        ],
    )


def _annotations(columns: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Return the labels of a format that has all of a set in one file."""
    return record_set(
        "annotations", [json_field("annotations", name, ANNOTATIONS, kind) for name, kind in columns]
    )
