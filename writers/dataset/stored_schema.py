"""What the dataset files of an export may hold that another one adds to: somebody else may have made them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from ...chipping.errors import ExportError
from ...chipping.untrusted.bounded_json import Limits, bounded_json
from ...chipping.untrusted.inside import Inside
from ...chipping.untrusted.json_kinds import Anything, Flag, Kind, Number, Text, Whole, odd
from ...chipping.untrusted.json_shapes import Either, ListOf, Record, Row
from .esri_files import ACCUMULATED_FILE, INSTANCES_KEY, STRETCH_KEY
from .summary import UNLABELLED

_DOCUMENT = Limits("that of any export", 64 << 20, 4_000_000, 16)
_MOST = 2**53  # chips, labels, pixels
_MOST_CLASSES = 1_000_000
_MOST_BANDS = 100_000
_MOST_SIDE = 2**31 - 1  # pixels
_LONGEST_NAME = 1_000_000  # characters

_LARGEST = sys.float_info.max
_ANY = Number(-_LARGEST, _LARGEST)
_POSITIVE = Number(0, _LARGEST)
_COUNT = Whole(0, _MOST)
_COUNTS = ListOf(_COUNT, _MOST_CLASSES)
_NAME = Text(_LONGEST_NAME)
_TALLY = Record({"Min": _POSITIVE, "Max": _POSITIVE, "Sum": _POSITIVE, "Count": _COUNT})
_TALLIES = ListOf(_TALLY, _MOST_CLASSES)
_NUMBER_OF_A_CRS = Whole(0, 2**31 - 1)
_REFERENCE = Record(
    {}, {"wkid": _NUMBER_OF_A_CRS, "latestWkid": _NUMBER_OF_A_CRS, "wkt": Text(_LONGEST_NAME)}
)
_SIDE = Number(sys.float_info.min, _LARGEST)
_CELL = Record({"x": _SIDE, "y": _SIDE, "spatialReference": _REFERENCE})
_CLASS = Record(
    {
        "ClassValue": Whole(0, 2**63 - 1),
        "ClassName": Either((_NAME, _ANY)),
        "Color": ListOf(Whole(0, 255), 3, 3),
    }
)
_BAND = Record({"Min": _ANY, "Max": _ANY, "M1": _ANY, "M2": _POSITIVE, "Num": _COUNT})
_KEYS: dict[str, Kind] = {
    "NumBands": Whole(1, _MOST_BANDS),
    "TileSizeX": Whole(1, _MOST_SIDE),
    "TileSizeY": Whole(1, _MOST_SIDE),
    "NumTiles": Whole(1, _MOST),
    "NextTileIndex": Whole(0, _MOST),
    "OutputFeatures": Flag(),
    "MetaDataMode": Text(100),
    "MinCellSize": _CELL,
    "MaxCellSize": _CELL,
    "Classes": ListOf(_CLASS, _MOST_CLASSES),
    "InputRastersProps": Record({"BandNames": ListOf(_NAME, _MOST_BANDS)}),
    "BandStatsState": ListOf(_BAND, _MOST_BANDS),
}
_FEATURE_STATS = Record(
    {
        "NumImagesTotal": _COUNT,
        "NumImagesPerClass": _COUNTS,
        "NumFeaturesPerImage": _TALLY,
        "FeatureAreaPerClass": _TALLIES,
    }
)
_PIXEL_STATS = Record(
    {
        "NumImagesTotal": _COUNT,
        "NumImagesPerClass": _COUNTS,
        "NumClassesPerImage": _TALLY,
        "PixelsPerClass": _TALLIES,
    }
)
STRETCH = Record(
    {
        "Type": Text(100),
        "Ranges": ListOf(Either((Row((_ANY, _ANY)), Row(()))), _MOST_BANDS),
        "SampledPixels": _COUNT,
    },
    closed=True,
)
"""By which numbers pixels became 8 bit; the journal keeps the same."""

_OPTIONAL: dict[str, Kind] = {
    STRETCH_KEY: STRETCH,
    "ImageSpaceUsed": Text(100),
    INSTANCES_KEY: _KEYS["Classes"],
    "InputRastersProps2": _KEYS["InputRastersProps"],
    "BandStatsState2": _KEYS["BandStatsState"],
}
_OF_FEATURES = Record({**_KEYS, "FeatureStats": _FEATURE_STATS}, _OPTIONAL)
_OF_TILES = Record(
    {**{name: kind for name, kind in _KEYS.items() if name != "Classes"}, "FeatureStats": _FEATURE_STATS},
    {**_OPTIONAL, "Classes": ListOf(_CLASS, 0)},
)
_OF_PIXELS = Record({**_KEYS, "ClassPixelStats": _PIXEL_STATS}, _OPTIONAL)
KEPT = Record({"map_bytes": Whole(1, _MOST), "document": Anything()})
"""What the journal keeps of the export; the document is looked at as that of the folder is."""


def read_document(folder: Path) -> Any:
    """Return what ``esri_accumulated_stats.json`` holds; see ``check_document``.

    Raises:
        OSError: it cannot be read.
        ExportError: it is larger than that of any export, or no plain file.
        ValueError: it is no JSON.
    """
    with Inside(folder) as inside:
        return bounded_json(inside.read(ACCUMULATED_FILE, _DOCUMENT.size), _DOCUMENT)


def check_document(folder: Path, document: Any) -> None:
    """Refuse what no export states, or too little to go on from; ArcGIS 2.x wrote such.

    Args:
        folder: the export folder, for the message.
        document: as ``json`` gives it.

    Raises:
        ExportError: it lacks keys; the message names them.
        ValueError: a value is not what it has to be.
    """
    known = document if isinstance(document, dict) else {}
    counts_pixels = known.get("OutputFeatures", True) is False
    kind = _OF_PIXELS if counts_pixels else _OF_FEATURES
    if known.get("MetaDataMode") in UNLABELLED and not counts_pixels:
        kind = _OF_TILES
    kind.check(document, "")
    lacking = list(kind.lacking(document, ""))
    if lacking:
        raise ExportError(
            "OUT_FOLDER: the export in {path} cannot be added to, since its {stats} does not state {keys} "
            "(older versions of ArcGIS leave them out); choose another folder.",
            path=folder,
            stats=ACCUMULATED_FILE,
            keys=", ".join(lacking),
        )
    _check_counts(document, document["ClassPixelStats" if counts_pixels else "FeatureStats"])


def _check_counts(document: dict[str, Any], stats: dict[str, Any]) -> None:
    """Hold the lengths of lists to one another.

    Raises:
        ValueError: they differ, or two classes have one value.
    """
    values = [each["ClassValue"] for each in document.get("Classes", ())]
    instances = [each["ClassValue"] for each in document.get(INSTANCES_KEY, ())]
    if any(len(set(each)) < len(each) for each in (values, instances)):
        raise ValueError("two of its Classes have the same ClassValue")
    expected = {"BandStatsState": (document["BandStatsState"], document["NumBands"])}
    second = document.get("InputRastersProps2")
    if second is not None or "BandStatsState2" in document:
        names = second["BandNames"] if second is not None else []
        expected["BandStatsState2"] = (document.get("BandStatsState2", []), len(names))
    if STRETCH_KEY in document:
        expected[STRETCH_KEY] = (document[STRETCH_KEY]["Ranges"], document["NumBands"])
    expected.update((name, (stats[name], len(values))) for name in stats if name.endswith("PerClass"))
    for name, (found, count) in expected.items():
        if isinstance(found, list) and len(found) != count:
            raise odd(name, found, f"a list of {count} values")
