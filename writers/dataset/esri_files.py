"""The four files that describe an export as a whole.

``map.txt``, ``stats.txt``, ``esri_accumulated_stats.json`` and
``esri_model_definition.emd``, in the layout that ArcGIS Pro writes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from ...chipping.chip import ImageProfile
from ...chipping.classes import LabelClass
from ...chipping.frame import MAP_SPACE
from ...chipping.redaction import whole_characters
from ...chipping.statistics.bands import BandStatistics, Tally
from .summary import SetSummary

MAP_FILE = "map.txt"
STATS_FILE = "stats.txt"
ACCUMULATED_FILE = "esri_accumulated_stats.json"
MODEL_FILE = "esri_model_definition.emd"
DATASET_FILES = (MAP_FILE, STATS_FILE, ACCUMULATED_FILE, MODEL_FILE)
"""The dataset files, in the order in which they are written."""

STRETCH_KEY = "TrainingDataExporterStretch"
"""Under which the two JSON files state the stretch of the chips."""

INSTANCES_KEY = "Panoptic_Segmentation_Instance_Classes"
"""Under which the two JSON files state the classes of instances beside the labels."""

WELL_KNOWN_BAND_NAMES = (
    "Red Green Blue Infrared CoastalBlue Yellow RedEdge ShortWaveInfrared NearInfrared NearInfrared_1 "
    "NearInfrared_2 MidInfrared MidInfrared_1 MidInfrared_2 Thermal Thermal_1 Thermal_2 Panchromatic "
    "PseudoRed PseudoGreen PseudoBlue QA"
).split()


def map_line(images: Sequence[str], labels: Sequence[str]) -> str:
    """Return a chip's line of ``map.txt``.

    Each path is followed by one blank, the label part preceded by one more.

    Args:
        images: path of the image chip, forward slashes; behind it that of its second image, if any.
        labels: paths of its label files, forward slashes; may be none.
    """
    parts = [f"{image} " for image in images] + ([" "] if labels else []) + [f"{each} " for each in labels]
    return "".join(parts).replace("/", "\\") + "\r\n"


def stats_text(summary: SetSummary) -> str:
    """Return ``stats.txt``; sizes are squared map units, or pixels of a class raster."""
    profile, features = summary.profile, summary.features
    per_image = features.per_image
    counted = "classes" if summary.counts_pixels else "features"
    spread = (
        f"{counted} per image = [min = {per_image.minimum:.0f}, mean = {per_image.mean:.2f}, "
        f"max = {per_image.maximum:.0f}]"
    )
    lines = [
        f"images = {summary.chip_total} *{profile.band_count}*{profile.width}*{profile.height}",
        "",
        "Class feature statistics:",
        *([] if summary.counts_pixels else [f"features = {features.features}"]),
        spread,
        f"classes = {len(summary.classes)}",
        *(_class_rows(summary) if summary.has_labels else ()),
    ]
    return "".join([line + "\r\n" for line in lines])


_HEADER = (
    "cls name                                  cls value     images %10s    min size   mean size    max size"
)
_ROW = "%-40s %10d %10d %10d %11.2f %11.2f %11.2f"


def _class_rows(summary: SetSummary) -> Iterator[str]:
    yield _HEADER % ("pixels" if summary.counts_pixels else "features")
    yield from (_row(summary, each) for each in summary.classes)


def _row(summary: SetSummary, each: LabelClass) -> str:
    """Return a class's row; line breaks in its name become blanks."""
    tally = summary.features.per_class[each.value]
    sizes = tally.sizes
    total = round(sizes.total) if summary.counts_pixels else sizes.count
    name = " ".join(each.name.split())
    return _ROW % (name, each.value, tally.images, total, sizes.minimum, sizes.mean, sizes.maximum)


def accumulated_stats(summary: SetSummary) -> str:
    """Return ``esri_accumulated_stats.json``, states that an append can go on from."""
    profile, classes = summary.profile, summary.classes
    document = {
        "Version": 1,
        "NumBands": profile.band_count,
        "TileSizeX": profile.width,
        "TileSizeY": profile.height,
        "NumClasses": len(classes),
        "NumTiles": summary.chip_total,
        "NumTilesAsDouble": float(summary.chip_total),
        "NextTileIndex": summary.next_index,
        "OutputFeatures": not summary.counts_pixels,
        "MetaDataMode": summary.metadata_format,
        **({} if profile.reference_system == MAP_SPACE else {"ImageSpaceUsed": profile.reference_system}),
        **_cell_sizes(summary),
        **_classes(summary, "ClassValue", "ClassName"),
        **(_pixel_stats(summary) if summary.counts_pixels else _feature_stats(summary)),
        "InputRastersProps": _input_raster(profile),
        "BandStatsState": [_band_state(band) for band in summary.bands],
        **_second_state(summary),
        **_stretch(summary),
    }
    return _json(document)


def model_definition(summary: SetSummary) -> str:
    """Return ``esri_model_definition.emd``, which training tools read first."""
    profile = summary.profile
    document = {
        "Framework": "e.g. TensorFlow or PyTorch",
        "ModelConfiguration": "e.g. UNet or FasterRCNN",
        "ModelType": "e.g. ObjectDetection or ImageClassification",
        "ModelFile": "e.g. ./trained.model",
        "Description": "e.g. which data model was trained on, when, by whom, mAP, etc",
        "ImageHeight": profile.height,
        "ImageWidth": profile.width,
        "ExtractBands": "e.g. [0, 1, 2]",
        "DataRange": "e.g. [0.1, 1.0] (optional)",
        "ModelPadding": "e.g. 64 (optional)",
        "BatchSize": "e.g. 8 (optional)",
        "PerProcessGPUMemoryFraction": "e.g. 0.8 (optional)",
        "MetaDataMode": summary.metadata_format,
        "BlackenAroundFeature": summary.is_blackened,
        "IsMultidimensional": False,
        "CropTileMode": "Variable_Size" if summary.sizes_vary else "Fixed_Size",
        "ImageSpaceUsed": profile.reference_system,
        **_cell_sizes(summary),
        **_classes(summary, "Value", "Name"),
        "InputRastersProps": _input_raster(profile),
        "AllTilesStats": _tiles_stats(profile, summary.bands),
        **_second_tiles(summary),
        **_stretch(summary),
        "WellKnownBandNames (FYI, these band names can be used in ExtractBands)": WELL_KNOWN_BAND_NAMES,
    }
    return _json(document)


def _json(document: dict[str, Any]) -> str:
    """Return a document as ASCII: ArcGIS's reader opens it without saying its encoding."""
    text = json.dumps(document, indent=2, separators=(",", " : "), ensure_ascii=False, allow_nan=False) + "\n"
    return _NOT_ASCII.sub(lambda found: json.dumps(found[0])[1:-1], whole_characters(text))


_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


def encoded(text: str) -> bytes:
    """Return a text in UTF-8."""
    return whole_characters(text).encode("utf-8")


def _cell_sizes(summary: SetSummary) -> dict[str, Any]:
    low, high = summary.cell_sizes
    return {"MinCellSize": low.document, "MaxCellSize": high.document}


def _classes(summary: SetSummary, value: str, name: str) -> dict[str, Any]:
    """Return the class tables, nothing for a set without labels.

    Args:
        summary: of the set.
        value: the key of a class's value.
        name: the key of its name.
    """
    if not summary.has_labels:
        return {}
    tables = {"Classes": summary.classes, INSTANCES_KEY: summary.instance_classes}
    return {
        key: [{value: each.value, name: each.name, "Color": list(each.color)} for each in table]
        for key, table in tables.items()
        if table is not None
    }


def _input_raster(profile: ImageProfile) -> dict[str, Any]:
    return {"RasterCount": 1, "SensorName": "", "BandNames": list(profile.band_names)}


def _stretch(summary: SetSummary) -> dict[str, Any]:
    """Return by which numbers pixels became 8 bit, under a key of this tool's: others pass it over."""
    return {STRETCH_KEY: summary.stretch.document} if summary.stretch is not None else {}


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "Min": tally.minimum,
        "Max": tally.maximum,
        "Mean": tally.mean,
        "Sum": tally.total,
        "Count": tally.count,
    }


def _feature_stats(summary: SetSummary) -> dict[str, Any]:
    tallies = [summary.features.per_class[value] for value in summary.classes.values]
    stats = {
        "NumClasses": len(tallies),
        "NumImagesTotal": summary.features.images if summary.has_labels else 0,
        "NumFeaturesTotal": summary.features.features,
        "NumImagesPerClass": [each.images for each in tallies],
        "NumFeaturesPerClass": [each.sizes.count for each in tallies],
        "NumFeaturesPerImage": _tally(summary.features.per_image),
        "FeatureAreaPerClass": [_tally(each.sizes) for each in tallies],
    }
    return {"FeatureStats": stats}


def _pixel_stats(summary: SetSummary) -> dict[str, Any]:
    tallies = [summary.features.per_class[value] for value in summary.classes.values]
    stats = {
        "NumClasses": len(tallies),
        "NumImagesTotal": summary.features.images,
        "NumImagesPerClass": [each.images for each in tallies],
        "NumPixelsPerClass": [round(each.sizes.total) for each in tallies],
        "NumClassesPerImage": _tally(summary.features.per_image),
        "PixelsPerClass": [_tally(each.sizes) for each in tallies],
    }
    return {"ClassPixelStats": stats}


def _band_state(band: BandStatistics) -> dict[str, Any]:
    return {
        "Min": band.minimum,
        "Max": band.maximum,
        "Mean": 0,
        "StdDev": 0,
        "M1": band.mean,
        "M2": band.m2,
        "Num": band.count,
    }


def _second_state(summary: SetSummary) -> dict[str, Any]:
    """Return what is said of second images for those that are added, nothing where there are none."""
    if summary.second is None:
        return {}
    profile, bands = summary.second
    return {"InputRastersProps2": _input_raster(profile), "BandStatsState2": [*map(_band_state, bands)]}


def _second_tiles(summary: SetSummary) -> dict[str, Any]:
    """Return what training tools read of second images, nothing where there are none."""
    if summary.second is None:
        return {}
    profile, bands = summary.second
    return {"InputRastersProps2": _input_raster(profile), "AllTilesStats2": _tiles_stats(profile, bands)}


def _tiles_stats(profile: ImageProfile, bands: Sequence[BandStatistics]) -> list[dict[str, Any]]:
    return [_tile_stats(name, band) for name, band in zip(profile.band_names, bands)]


def _tile_stats(name: str, band: BandStatistics) -> dict[str, Any]:
    return {
        "BandName": name,
        "Min": band.minimum,
        "Max": band.maximum,
        "Mean": band.mean,
        "StdDev": band.standard_deviation,
    }
